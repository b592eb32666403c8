"""The region's schedule over the rows of this end: what it proposes for a placement, and what moves along."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from desktop.models.rules.instrument import OPEN, Said
from desktop.models.rules.nazorg import (
    DROPPED,
    PLANNED,
    Item,
    Line,
    Moved,
    Placement,
    Used,
    following,
    line_of,
    propose,
    shifted,
)
from desktop.models.tables import (
    Instrument,
    InstrumentInzet,
    Nazorgactie,
    NazorgPersoon,
    Nazorgregel,
    Plaatsing,
)
from desktop.models.work import Work

ENDED_IS_DATED = OPEN | {"beeindigd"}


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of planned talks when what they hang on is another way."""

    moved: Moved

    def warnings(self) -> tuple[Said, ...]:
        """For the outcome of the command: how many moved along, what is to be looked at, and which days."""
        told = {
            "nazorg_verschoven": [
                f"{_written(one.van)} → {_written(one.naar)}" for one in self.moved.verschoven
            ],
            "nazorg_gebleven": [_written(one.van) for one in self.moved.gebleven],
            "nazorg_losgeraakt": [_written(one.gepland_op) for one in self.moved.losgeraakt],
            "nazorg_erbij": [_written(one.datum) for one in self.moved.erbij],
        }
        return tuple(
            (code, {"aantal": len(days), "dagen": ", ".join(days)}) for code, days in told.items() if days
        )


def _written(day: date) -> str:
    return f"{day:%d-%m-%Y}"


def lines(work: Work) -> tuple[Line, ...]:
    """The lines of the region that count now."""
    return tuple(line_of(row) for row in work.find(Nazorgregel, Nazorgregel.actief.is_(True)))


def line_after(work: Work, code: str | None, done: date) -> date | None:
    """When a line that comes back is due again."""
    if code is None:
        return None
    rows = work.find(Nazorgregel, Nazorgregel.code == code, Nazorgregel.actief.is_(True))
    return following(line_of(rows[0]), done) if rows else None


def used_at(work: Work, plaatsing_id: str) -> tuple[Used, ...]:
    """The instruments of a placement, as far as this end may hold them."""
    rows = work.find(
        InstrumentInzet,
        InstrumentInzet.plaatsing_id == plaatsing_id,
        InstrumentInzet.status.in_(sorted(ENDED_IS_DATED)),
    )
    pairs = [(row, work.get(Instrument, row.instrument_id)) for row in rows]
    return tuple(
        Used(instrument.code, row.start, row.einde, row.forfait) for row, instrument in pairs if instrument
    )


def as_placement(plaatsing: Plaatsing) -> Placement:
    """What the schedule asks of a placement."""
    return Placement(plaatsing.start, plaatsing.soort, plaatsing.contract, plaatsing.verwachte_einddatum)


def planned(work: Work, plaatsing_id: str) -> list[tuple[Nazorgactie, NazorgPersoon | None]]:
    """Every talk of a placement with what is personal of it, where this end holds that."""
    rows = work.find(Nazorgactie, Nazorgactie.plaatsing_id == plaatsing_id)
    people = work.find(NazorgPersoon, NazorgPersoon.plaatsing_id == plaatsing_id)
    by_id = {person.nazorgactie_id: person for person in people}
    return [(row, by_id.get(row.id)) for row in rows]


def as_item(row: Nazorgactie, person: NazorgPersoon | None) -> Item:
    """A talk as the rules see it."""
    tried = bool(person and person.pogingen)
    line = row.regel or (person.regel if person else None)
    return Item(row.id, line, row.gepland_op, row.status, touched=row.aangepast or tried)


def taken(work: Work, plaatsing_id: str) -> frozenset[str]:
    """Lines that are planned or done at this placement."""
    items = [as_item(*pair) for pair in planned(work, plaatsing_id)]
    return frozenset(item.regel for item in items if item.regel and item.status != DROPPED)


def follow(work: Work, plaatsing: Plaatsing) -> Followed:
    """Planned talks that nobody touched go to the day that the schedule gives now."""
    pairs = planned(work, plaatsing.id)
    items = [as_item(*pair) for pair in pairs]
    known = lines(work)
    proposal = propose(as_placement(plaatsing), used_at(work, plaatsing.id), known, fixed_days(items))
    moved = shifted(items, proposal, [line.code for line in known])
    moved = replace(moved, erbij=tuple(one for one in moved.erbij if one.datum >= work.context.dag))
    rows = {row.id: row for row, _ in pairs}
    for one in moved.verschoven:
        work.change(rows[one.id], gepland_op=one.naar, berekend_op=one.naar)
    return Followed(moved)


def fixed_days(items: Collection[Item]) -> dict[str, date]:
    """Days that a later line follows: of talks that were done, or whose day a person chose."""
    return {
        item.regel: item.gepland_op
        for item in sorted(items, key=lambda item: item.gepland_op)
        if item.regel and item.status != DROPPED and (item.status != PLANNED or item.touched)
    }
