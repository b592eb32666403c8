"""Changing fields of a row that others may change too: merge, history, and a question for the later one."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import fields as dataclass_fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Date

from desktop.models.commands.base import Command
from desktop.models.errors import Weigering
from desktop.models.outcome import AANGEPAST, TOEGEPAST, Outcome
from desktop.models.rules.conflict import merge_fields
from desktop.models.tables import Afstemming, Medewerker, Synced, Veldwijziging
from desktop.models.tables.base import Instant, instant_text
from desktop.models.work import Work


def wanted_fields(
    command: Command, cls: type[Synced], skip: frozenset[str], elsewhere: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """The fields that a `wijzig` command names, with lists as the row keeps them; `elsewhere` keeps some."""
    wanted: dict[str, Any] = {}
    names = [field.name for field in dataclass_fields(command) if field.name not in skip | elsewhere]  # type: ignore[arg-type]
    for name in names:
        value = getattr(command, name)
        if value is not None:
            wanted[name] = list(value) if isinstance(value, tuple) else value
    for name in [name for name in getattr(command, "wis", ()) if name not in elsewhere]:
        wanted[name] = _emptied(cls, name, name in names)
    return wanted


def _emptied(cls: type[Synced], name: str, known: bool) -> list[str] | None:
    """What an emptied field holds; only what the command could also fill may be emptied."""
    column = cls.__table__.columns.get(name) if known else None  # type: ignore[attr-defined]
    if column is None or not (column.nullable or isinstance(column.type, JSON)):
        raise Weigering("veld_niet_leeg_te_maken", veld=name)
    return None if column.nullable else []


def change_fields(
    work: Work,
    row: Synced,
    wanted: Mapping[str, Any],
    werkgever_id: str,
    label: str,
    batch: str | None = None,
    fill_only: bool = False,
) -> Outcome:
    """Applies what nobody else changed meanwhile, records it, and asks about the rest.

    `fill_only`: the actor meant another row that this one now stands for; only what is empty is filled.
    """
    seen = work.context.basis.get(row.id)
    others: dict[str, Veldwijziging | None] = {}
    if seen is not None and row.versie > seen:
        others |= _changed_since(work, row, seen)
    if fill_only:
        others |= {name: None for name in wanted if getattr(row, name) not in (None, "", [])}
    merge = merge_fields(wanted, {name: getattr(row, name) for name in wanted}, others)
    _record(work, row, merge.apply, werkgever_id, batch)
    asked = [
        _ask(work, row, veld, mine, others[veld], werkgever_id, label)
        for veld, mine in merge.contested.items()
    ]
    if asked:
        parameters = asked[0].parameters | {"veld": ", ".join(merge.contested)}
        return Outcome(AANGEPAST, row.id, "wijziging_conflict", parameters)
    return Outcome(TOEGEPAST, row.id)


def revive(work: Work, row: Synced) -> None:
    """Somebody builds on what its author took back meanwhile: it returns (R11)."""
    if row.verwijderd_op is not None:
        work.change(row, verwijderd_op=None)


def _changed_since(work: Work, row: Synced, seen: int) -> dict[str, Veldwijziging]:
    """Field → the latest change by someone else after the version that the actor saw."""
    rows = work.find(
        Veldwijziging,
        Veldwijziging.rij_id == row.id,
        Veldwijziging.rij_versie > seen,
        Veldwijziging.aangemaakt_door != work.context.actor.medewerker_id,
    )
    return {change.veld: change for change in sorted(rows, key=lambda change: change.rij_versie)}


def _record(work: Work, row: Synced, apply: Mapping[str, Any], werkgever_id: str, batch: str | None) -> None:
    before = {name: getattr(row, name) for name in apply}
    if not work.change(row, **apply):
        return
    for veld, new in apply.items():
        work.add(
            Veldwijziging(
                id=_new_id(work, Veldwijziging, "veld", row.id, veld),
                tabel=type(row).__tablename__,  # type: ignore[attr-defined]
                rij_id=row.id,
                werkgever_id=werkgever_id,
                veld=veld,
                oud=plain(before[veld]),
                nieuw=plain(new),
                rij_versie=row.versie,
                import_batch=batch,
            )
        )


def _new_id(work: Work, cls: type[Synced], *parts: str) -> str:
    """An id that follows from the command; an import may come to the same field of a row more than once."""
    row_id = work.context.derive_id(*parts)
    for n in itertools.count(2):
        if (cls, row_id) not in work.added:
            break
        row_id = work.context.derive_id(*parts, str(n))
    return row_id


def _ask(
    work: Work, row: Synced, veld: str, mine: Any, theirs: Veldwijziging | None, werkgever_id: str, label: str
) -> Afstemming:
    colleague = work.get(Medewerker, theirs.aangemaakt_door if theirs else row.aangemaakt_door)
    when = theirs.aangemaakt_op if theirs else row.gewijzigd_op
    return work.add(
        Afstemming(
            id=_new_id(work, Afstemming, "conflict", row.id, veld),
            medewerker_id=work.context.actor.medewerker_id,
            soort="conflict",
            code="wijziging_conflict",
            parameters={
                "veld": veld,
                "wat": label,
                "wie": colleague.naam if colleague else "Een collega",
                "op": instant_text(when),
                "stond_er": _spoken(theirs.oud) if theirs else None,
            },
            werkgever_id=werkgever_id,
            opdracht_uuid=work.context.uuid,
            tabel=type(row).__tablename__,  # type: ignore[attr-defined]
            rij_id=row.id,
            veld=veld,
            argumenten={"waarde": plain(mine)},
            status="open",
            van_mij=_spoken(mine),
            van_ander=_spoken(getattr(row, veld)),
            ander=colleague.naam if colleague else None,
        )
    )


def plain(value: Any) -> Any:
    """A value as the history and the inbox keep it."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def typed(cls: type[Synced], veld: str, value: Any) -> Any:
    """The value of a field from the plain one."""
    kind = cls.__table__.columns[veld].type  # type: ignore[attr-defined]
    if value is None or not isinstance(kind, Date | Instant):
        return value
    return date.fromisoformat(value) if isinstance(kind, Date) else datetime.fromisoformat(value)


def _spoken(value: Any) -> str | None:
    kept = plain(value)
    text = ", ".join(map(str, kept)) if isinstance(kept, list) else kept
    return None if text is None else str(text)[:1000]
