"""The question for whoever changed a field later than a colleague: both values, with who, when and where."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any

from desktop.models.errors import Parameter
from desktop.models.handlers.readers import may_read
from desktop.models.tables import Afstemming, Medewerker, Synced, Veldwijziging
from desktop.models.tables.base import instant_text
from desktop.models.work import Work

CONFLICT = "wijziging_conflict"


def changed_since(work: Work, row: Synced, seen: int) -> dict[str, Veldwijziging]:
    """Field → the latest change after this version by someone else, or by the actor on another laptop."""
    rows = work.find(Veldwijziging, Veldwijziging.rij_id == row.id, Veldwijziging.rij_versie > seen)
    others = [change for change in rows if _is_of_other(work, change)]
    return {change.veld: change for change in sorted(others, key=lambda change: change.rij_versie)}


def _is_of_other(work: Work, change: Veldwijziging) -> bool:
    """Lines from before laptops were written down count as the actor's own."""
    context = work.context
    if change.aangemaakt_door != context.actor.medewerker_id:
        return True
    return change.laptop_id not in (None, context.laptop_id)


def ask(
    work: Work,
    row: Synced,
    veld: str,
    mine: Any,
    theirs: Veldwijziging | None,
    werkgever_id: str | None,
    label: str,
) -> Afstemming:
    """`theirs` is None when the row itself is newer than what the actor meant.

    Who may not hold the row (any more) hears that it changed, and not what it says.
    """
    shown = may_read(work, row)
    person_id = theirs.aangemaakt_door if theirs else row.aangemaakt_door
    colleague = work.get(Medewerker, person_id)
    return work.add(
        Afstemming(
            id=new_id(work, Afstemming, "conflict", row.id, veld),
            medewerker_id=work.context.actor.medewerker_id,
            soort="conflict",
            code=CONFLICT,
            parameters=_told(work, row, veld, theirs if shown else None, label)
            | {"wie": colleague.naam if colleague else "Een collega", "wie_id": person_id},
            werkgever_id=werkgever_id,
            opdracht_uuid=work.context.uuid,
            tabel=type(row).__tablename__,  # type: ignore[attr-defined]
            rij_id=row.id,
            veld=veld,
            argumenten={"waarde": plain(mine)},
            status="open",
            van_mij=spoken(mine),
            van_ander=spoken(getattr(row, veld)) if shown else None,
            ander=colleague.naam if colleague else None,
            gevraagd_op=work.context.ontvangen,
        )
    )


def _told(
    work: Work, row: Synced, veld: str, theirs: Veldwijziging | None, label: str
) -> dict[str, Parameter]:
    """When and where each was typed. `versie`: what is newer was not seen by whoever answers."""
    return {
        "veld": veld,
        "wat": label,
        "op": instant_text(theirs.aangemaakt_op if theirs else row.gewijzigd_op),
        "stond_er": spoken(theirs.oud) if theirs else None,
        "laptop": work.context.laptop_id,
        "laptop_ander": theirs.laptop_id if theirs else None,
        "versie": row.versie,
    }


def new_id(work: Work, cls: type[Synced], *parts: str) -> str:
    """An id that follows from the command; an import may come to the same field of a row more than once."""
    row_id = work.context.derive_id(*parts)
    for n in itertools.count(2):
        if (cls, row_id) not in work.added:
            break
        row_id = work.context.derive_id(*parts, str(n))
    return row_id


def plain(value: Any) -> Any:
    """A value as the history and the inbox keep it."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def spoken(value: Any) -> str | None:
    """A value in one line of text, as it is shown."""
    kept = plain(value)
    text = ", ".join(map(str, kept)) if isinstance(kept, list) else kept
    return None if text is None else str(text)[:1000]


def question(parameters: Mapping[str, Parameter], fields: list[str]) -> dict[str, Parameter]:
    """The first question in an answer that stands for all of them; ids of people and laptops stay out."""
    told = {name: parameters.get(name) for name in ("wat", "wie", "op", "stond_er")}
    return told | {"veld": ", ".join(fields)}
