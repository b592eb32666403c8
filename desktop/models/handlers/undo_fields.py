"""Taking back a change of fields: the old values return where the new ones still stand (R11).

Which fields those were follows from the ids of the history, which derive from the uuid of the command:
nothing that a sender says about it is believed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.models.context import derive_id
from desktop.models.errors import Weigering
from desktop.models.handlers.asking import plain
from desktop.models.handlers.fields import change_fields, typed
from desktop.models.tables import Afstemming, Medewerker, Synced, Veldwijziging
from desktop.models.work import Work


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What is taken back: the command and the row that it was about, as far as either is known."""

    uuid: str | None
    row_id: str | None


def lines_of(work: Work, uuid: str, rows: Sequence[Synced]) -> list[tuple[Synced, Veldwijziging]]:
    """What this command changed in these rows."""
    ids = {
        derive_id(uuid, "veld", row.id, column.name): row
        for row in rows
        for column in type(row).__table__.columns  # type: ignore[attr-defined]
    }
    work.prefetch(Veldwijziging, ids)
    found = [(row, work.get(Veldwijziging, line_id)) for line_id, row in ids.items()]
    return [(row, line) for row, line in found if line is not None and line.verwijderd_op is None]


def restore(
    work: Work, what: TakenBack, rows: Sequence[Synced], werkgever_id: str | None, label: str
) -> bool:
    """Puts the old values back, all or none; False when nothing of the command is left."""
    if what.uuid is None:
        raise Weigering("ongedaan_onbekend")
    there = [row for row in rows if row.verwijderd_op is None]
    old: dict[str, dict[str, object]] = {}
    for row, line in lines_of(work, what.uuid, there):
        require_own(work, line.aangemaakt_door)
        current = plain(getattr(row, line.veld))
        if current == line.oud:
            continue
        if current != line.nieuw:
            raise changed_since(work, row.id, line.veld)
        old.setdefault(row.id, {})[line.veld] = typed(type(row), line.veld, line.oud)
    for row in there:
        if row.id in old:
            change_fields(work, row, old[row.id], werkgever_id, label)
    return bool(old)


def was_made_by(work: Work, uuid: str, row: Synced, veld: str) -> bool:
    """Whether this command made the row, as its history says (`fields.note_made`)."""
    line = work.get(Veldwijziging, derive_id(uuid, "veld", row.id, veld))
    return line is not None and line.rij_versie == 1


def require_own(work: Work, person_id: str) -> None:
    """One's own entry, by its author (R11)."""
    if person_id != work.context.actor.medewerker_id:
        raise Weigering("ongedaan_van_ander", wie=name_of(work, person_id))


def require_unchanged(work: Work, row: Synced) -> None:
    """Nobody else changed a field of it."""
    me = work.context.actor.medewerker_id
    others = work.find(Veldwijziging, Veldwijziging.rij_id == row.id, Veldwijziging.aangemaakt_door != me)
    if others:
        raise changed_since(work, row.id, max(others, key=lambda line: line.rij_versie).veld)


def changed_since(work: Work, row_id: str, veld: str) -> Weigering:
    """Who changed this field last, and that it can therefore not go back."""
    lines = work.find(Veldwijziging, Veldwijziging.rij_id == row_id, Veldwijziging.veld == veld)
    latest = max(lines, key=lambda line: line.rij_versie, default=None)
    if latest is None or latest.aangemaakt_door == work.context.actor.medewerker_id:
        return Weigering("ongedaan_zelf_gewijzigd", veld=veld)
    return Weigering("ongedaan_gewijzigd", wie=name_of(work, latest.aangemaakt_door), veld=veld)


def readers_of(work: Work, what: TakenBack) -> set[str]:
    """Who read the notice of it: what is still unread simply goes."""
    if what.uuid is None:
        return set()
    notices = work.find(Afstemming, Afstemming.opdracht_uuid == what.uuid, Afstemming.status != "open")
    return {notice.medewerker_id for notice in notices}


def name_of(work: Work, person_id: str) -> str:
    """A colleague in a sentence."""
    person = work.get(Medewerker, person_id)
    return person.naam if person else "Een collega"
