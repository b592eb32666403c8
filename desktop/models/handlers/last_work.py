"""Whose the last work about a candidate is that somebody who left sent: of its bemiddelaar alone.

What was made in that same work, and is nowhere yet, goes with what made it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import or_

from desktop.models.commands.instrument import ZetInstrumentIn
from desktop.models.commands.nazorg import MOST_ITEMS, PlanNazorg
from desktop.models.commands.quarantaine import CODE
from desktop.models.context import derive_id
from desktop.models.tables import (
    Afstemming,
    Instrument,
    InstrumentInzet,
    InstrumentTaak,
    Kandidaatregie,
    NazorgPersoon,
    PlaatsingPersoon,
    VoordrachtPersoon,
)
from desktop.models.work import Work

_PERSONAL: tuple[type[Any], ...] = (
    VoordrachtPersoon,
    PlaatsingPersoon,
    InstrumentInzet,
    InstrumentTaak,
    NazorgPersoon,
)
_NAMES = ("id", "voordracht_id", "plaatsing_id", "nazorgactie_id")
"""By which columns of such a row a command may name it."""


def hand_over(work: Work, kandidaat_id: str, old_id: str, new_id: str) -> None:
    """What waits about this candidate: the next bemiddelaar decides about it."""
    left = _items(work, Afstemming.medewerker_id == old_id, Afstemming.status == "open")
    about = _ids_of(work, kandidaat_id) if left else set()
    while going := [item for item in left if not about.isdisjoint(_named(item.argumenten))]:
        for item in going:
            about |= _made(work, item)
            work.change(item, medewerker_id=new_id)
        left = [item for item in left if item not in going]


def receiver(work: Work, argumenten: Mapping[str, Any]) -> str:
    """Who may read this last work of the actor: who has the candidate now, or else nobody but the actor."""
    author = work.context.actor.medewerker_id
    named = _named(argumenten)
    held = work.find(
        Kandidaatregie, Kandidaatregie.kandidaat_id.in_(sorted(named | _candidates(work, named)))
    )
    if held:
        return held[0].bemiddelaar_id
    before = _items(work, Afstemming.aangemaakt_door == author)
    made_by = next((item for item in before if not _made(work, item).isdisjoint(named)), None)
    return made_by.medewerker_id if made_by else author


def _items(work: Work, *which: Any) -> Sequence[Afstemming]:
    return work.find(Afstemming, Afstemming.code == CODE, *which)


def _named(argumenten: Mapping[str, Any]) -> set[str]:
    return {value for value in argumenten.values() if isinstance(value, str)}


def _candidates(work: Work, named: Collection[str]) -> set[str]:
    """Of whom rows with these ids are."""
    found: set[str] = set()
    for cls in _PERSONAL:
        columns = [getattr(cls, name) for name in _NAMES if hasattr(cls, name)]
        rows = work.find(cls, or_(*(column.in_(sorted(named)) for column in columns)))
        found |= {row.kandidaat_id for row in rows}
    return found


def _ids_of(work: Work, kandidaat_id: str) -> set[str]:
    """By which ids a command may name this candidate, or something of it."""
    found = {kandidaat_id}
    for cls in _PERSONAL:
        for row in work.find(cls, cls.kandidaat_id == kandidaat_id):
            found |= {value for name in _NAMES if (value := getattr(row, name, None))}
    return found


def _made(work: Work, item: Afstemming) -> set[str]:
    """Ids of rows that this command would make."""
    row_id = item.argumenten.get("id")
    found = {row_id} if isinstance(row_id, str) else set()
    if item.opdracht == PlanNazorg.NAME and item.opdracht_uuid:
        found |= {derive_id(item.opdracht_uuid, "nazorg", str(number)) for number in range(MOST_ITEMS)}
    if item.opdracht == ZetInstrumentIn.NAME and isinstance(row_id, str):
        catalogue = work.find(Instrument)
        codes = {task["code"] for instrument in catalogue for task in instrument.taken or ()}
        found |= {derive_id(row_id, "taak", code) for code in codes}
    return found
