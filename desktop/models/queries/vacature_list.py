"""The list and the board of vacatures: which ones, in which order, how many per status.

There are thousands at most, so that a typed text is compared with each, folded; accents do not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from desktop.models.context import Actor
from desktop.models.queries.medewerker import names
from desktop.models.queries.pending import touched
from desktop.models.queries.vacature_rows import VacatureFilter, Vacaturepagina, VacatureRegel
from desktop.models.rights import holds_every_dossier
from desktop.models.rules.plaatsing import NEVER_BEGAN, TRIAL
from desktop.models.rules.vacature import OPEN, STILL_RUNS
from desktop.models.tables import (
    Betrokkenheid,
    Plaatsing,
    Regie,
    Vacature,
    VacatureOverdracht,
    Voordracht,
    Werkgever,
)
from desktop.models.values import fold

CHUNK = 500
_LOOKS = and_(VacatureOverdracht.teruggegeven_op.is_(None), VacatureOverdracht.verwijderd_op.is_(None))
_REGIE = and_(Regie.werkgever_id == Vacature.werkgever_id, Regie.tot.is_(None), Regie.verwijderd_op.is_(None))


def page(
    session: Session,
    keuze: VacatureFilter,
    who: Actor,
    today: date,
    limiet: int | None = None,
    vanaf: int = 0,
) -> Vacaturepagina:
    """A page of the list, with the counts of the board above it."""
    found = _found(session, replace(keuze, statussen=frozenset()), who, today)
    per_status = Counter(status for _, status in found)
    ids = [row_id for row_id, status in found if not keuze.statussen or status in keuze.statussen]
    end = None if limiet is None else vanaf + limiet
    return Vacaturepagina(lines(session, ids[vanaf:end], who), len(ids), dict(per_status))


def ids(session: Session, keuze: VacatureFilter, who: Actor, today: date) -> tuple[str, ...]:
    """All that the filter leaves, in the order of the list."""
    return tuple(row_id for row_id, _ in _found(session, keuze, who, today))


def _found(session: Session, keuze: VacatureFilter, who: Actor, today: date) -> list[tuple[str, str]]:
    """(id, status) in order."""
    words = fold(keuze.tekst).split()
    query = (
        select(
            Vacature.id,
            Vacature.status,
            Vacature.naam,
            Vacature.nummer,
            Vacature.beroep,
            Vacature.plaats,
            Werkgever.naam.label("werkgever"),
        )
        .join(Werkgever, Werkgever.id == Vacature.werkgever_id)
        .where(Vacature.verwijderd_op.is_(None), *_conditions(keuze, who, today))
        .order_by(*_order(keuze.sortering))
    )
    rows = session.execute(query)
    return [(row.id, row.status) for row in rows if not words or _matches(row[2:], words)]


def _matches(texts: Iterable[str | None], words: Sequence[str]) -> bool:
    text = fold(" ".join(one for one in texts if one))
    return all(word in text for word in words)


def _conditions(keuze: VacatureFilter, who: Actor, today: date) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    equal = {
        Vacature.soort: keuze.soort,
        Vacature.beroepsklasse: keuze.beroepsklasse,
        Vacature.werkgever_id: keuze.werkgever_id,
    }
    found += [column == value for column, value in equal.items() if value is not None]
    if keuze.statussen:
        found.append(Vacature.status.in_(sorted(keuze.statussen)))
    if keuze.bemiddelaar_id:
        found.append(Vacature.id.in_(_handed_to(keuze.bemiddelaar_id)))
    if keuze.mijn:
        me = who.medewerker_id
        found.append(or_(Vacature.eigenaar_id == me, Vacature.id.in_(_handed_to(me))))
    if keuze.zonder_bemiddelaar:
        handed = select(VacatureOverdracht.vacature_id).where(_LOOKS)
        found += [Vacature.id.not_in(handed), Vacature.status.in_(sorted(OPEN))]
    if keuze.sluit_binnen is not None:
        last = today + timedelta(days=keuze.sluit_binnen)
        found += [Vacature.sluitingsdatum.between(today, last), Vacature.status.in_(sorted(OPEN))]
    return found


def _handed_to(medewerker_id: str) -> Any:
    return select(VacatureOverdracht.vacature_id).where(
        VacatureOverdracht.bemiddelaar_id == medewerker_id, _LOOKS
    )


def _order(sortering: str) -> tuple[Any, ...]:
    match sortering:
        case "sluitingsdatum":
            closes = Vacature.sluitingsdatum
            return (closes.is_(None), closes, Vacature.aangemaakt_op.desc(), Vacature.id)
        case "werkgever":
            return (Werkgever.zoeknaam, Vacature.aangemaakt_op.desc(), Vacature.id)
        case _:
            return (Vacature.aangemaakt_op.desc(), Vacature.id.desc())


def lines(session: Session, row_ids: Sequence[str], who: Actor) -> tuple[VacatureRegel, ...]:
    """These vacatures in this order."""
    people = names(session) if row_ids else {}
    waiting = touched(session, "vacature", row_ids)
    found: dict[str, VacatureRegel] = {}
    for start in range(0, len(row_ids), CHUNK):
        part = list(row_ids[start : start + CHUNK])
        held = with_dossier(session, who, part)
        running, placed, handed = (
            running_of(session, part),
            placed_of(session, part),
            handed_of(session, part),
        )
        query = (
            select(Vacature, Werkgever.naam, Regie.accountmanager_id)
            .join(Werkgever, Werkgever.id == Vacature.werkgever_id)
            .outerjoin(Regie, _REGIE)
            .where(Vacature.id.in_(part))
        )
        for row, werkgever, holder_id in session.execute(query):
            looks = tuple(sorted(people.get(one, "") for one in handed.get(row.id, ())))
            found[row.id] = VacatureRegel(
                id=row.id,
                nummer=row.nummer,
                naam=row.naam,
                soort=row.soort,
                status=row.status,
                status_op=row.status_op,
                werkgever_id=row.werkgever_id,
                werkgever=werkgever,
                regiehouder_id=holder_id,
                regiehouder=people.get(holder_id),
                plaats=row.plaats,
                postcode=row.postcode,
                beroep=row.beroep,
                beroepsklasse=row.beroepsklasse,
                uren_min=row.uren_min,
                uren_max=row.uren_max,
                sluitingsdatum=row.sluitingsdatum,
                eigenaar_id=row.eigenaar_id,
                eigenaar=people.get(row.eigenaar_id, ""),
                bemiddelaars=looks,
                aantal_plaatsen=row.aantal_plaatsen,
                lopend=running.get(row.id, 0) if row.id in held else None,
                geplaatst=placed.get(row.id, 0),
                wacht=row.id in waiting,
            )
    return tuple(found[row_id] for row_id in row_ids if row_id in found)


def with_dossier(session: Session, who: Actor, row_ids: Collection[str]) -> set[str]:
    """Of which of these vacatures the dossier is on a laptop of this person."""
    if holds_every_dossier(who.rol):
        return set(row_ids)
    mine = (Betrokkenheid.medewerker_id == who.medewerker_id, Betrokkenheid.verwijderd_op.is_(None))
    query = select(Vacature.id).where(
        Vacature.id.in_(row_ids), Vacature.werkgever_id.in_(select(Betrokkenheid.werkgever_id).where(*mine))
    )
    return set(session.scalars(query))


def running_of(session: Session, row_ids: Collection[str]) -> dict[str, int]:
    """How many voordrachten run for each."""
    runs = (Voordracht.status.in_(STILL_RUNS), Voordracht.verwijderd_op.is_(None))
    return _counted(session, Voordracht.vacature_id, row_ids, *runs)


def placed_of(session: Session, row_ids: Collection[str]) -> dict[str, int]:
    """How many places of each somebody took."""
    trial = select(Vacature.id).where(Vacature.soort == TRIAL)
    took = (
        Plaatsing.status != NEVER_BEGAN,
        Plaatsing.verwijderd_op.is_(None),
        or_(Plaatsing.soort != TRIAL, Plaatsing.vacature_id.in_(trial)),
    )
    return _counted(session, Plaatsing.vacature_id, row_ids, *took)


def _counted(
    session: Session, column: Any, row_ids: Collection[str], *which: ColumnElement[bool]
) -> dict[str, int]:
    query = select(column, func.count()).where(column.in_(row_ids), *which).group_by(column)
    return {row[0]: row[1] for row in session.execute(query)}


def handed_of(session: Session, row_ids: Collection[str]) -> dict[str, list[str]]:
    """Who looks for people for each."""
    query = (
        select(VacatureOverdracht.vacature_id, VacatureOverdracht.bemiddelaar_id)
        .where(VacatureOverdracht.vacature_id.in_(row_ids), _LOOKS)
        .order_by(VacatureOverdracht.overgedragen_op, VacatureOverdracht.id)
    )
    found: dict[str, list[str]] = {}
    for vacature_id, bemiddelaar_id in session.execute(query):
        found.setdefault(vacature_id, []).append(bemiddelaar_id)
    return found
