"""Changing fields of a row that others may change too: merge, history, and a question for the later one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields as dataclass_fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Date

from desktop.models.commands.base import Command
from desktop.models.errors import Weigering
from desktop.models.handlers.asking import ask, changed_since, new_id, plain, question
from desktop.models.outcome import AANGEPAST, TOEGEPAST, Outcome
from desktop.models.rules.conflict import merge_fields
from desktop.models.tables import Kandidaat, Synced, Veldwijziging
from desktop.models.tables.base import Instant
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
    werkgever_id: str | None,
    label: str,
    batch: str | None = None,
    fill_only: bool = False,
    seen: int | None = None,
) -> Outcome:
    """Applies what nobody else changed meanwhile, records it, and asks about the rest.

    `seen` is the version that the actor looked at, when that is not what the command says. `fill_only`: the
    actor meant another row that this one now stands for; only what is empty is filled.
    What changes of a candidate is in the history of that candidate, without a werkgever.
    """
    werkgever_id = None if about_candidate(row) else werkgever_id
    seen = work.context.basis.get(row.id) if seen is None else seen
    others: dict[str, Veldwijziging | None] = {}
    if seen is not None and row.versie > seen:
        others |= changed_since(work, row, seen)
    beside = next((line for veld, line in others.items() if line and veld not in wanted), None)
    if fill_only:
        others |= {name: None for name in wanted if getattr(row, name) not in (None, "", [])}
    merge = merge_fields(wanted, {name: getattr(row, name) for name in wanted}, others)
    _record(work, row, merge.apply, werkgever_id, batch, beside.aangemaakt_door if beside else None)
    return _asked(
        work,
        row,
        {veld: (merge.contested[veld], others[veld]) for veld in merge.contested},
        werkgever_id,
        label,
    )


def contest(
    work: Work, row: Synced, wanted: Mapping[str, Any], werkgever_id: str | None, label: str
) -> Outcome:
    """The row was settled already: what a colleague said otherwise is asked, own second thoughts count."""
    werkgever_id = None if about_candidate(row) else werkgever_id
    theirs = changed_since(work, row, 0)
    merge = merge_fields(wanted, {name: getattr(row, name) for name in wanted}, theirs)
    _record(work, row, merge.apply, werkgever_id, None, None)
    asked = {veld: (mine, theirs[veld]) for veld, mine in merge.contested.items()}
    return _asked(work, row, asked, werkgever_id, label)


def _asked(
    work: Work,
    row: Synced,
    contested: Mapping[str, tuple[Any, Veldwijziging | None]],
    werkgever_id: str | None,
    label: str,
) -> Outcome:
    items = [
        ask(work, row, veld, mine, theirs, werkgever_id, label) for veld, (mine, theirs) in contested.items()
    ]
    if not items:
        return Outcome(TOEGEPAST, row.id)
    return Outcome(AANGEPAST, row.id, "wijziging_conflict", question(items[0].parameters, list(contested)))


def set_fields(work: Work, row: Synced, values: Mapping[str, Any], werkgever_id: str | None) -> None:
    """What follows from something else: recorded, and never a question to whoever did that."""
    different = {name: value for name, value in values.items() if getattr(row, name) != value}
    _record(work, row, different, werkgever_id, None, None)


def note_made(work: Work, row: Synced, veld: str, werkgever_id: str | None) -> None:
    """Which command made this row stands in its history, where its id does not follow from the command."""
    _add_line(work, row, veld, None, getattr(row, veld), werkgever_id)


def explain(work: Work, row: Synced, werkgever_id: str | None, words: str) -> None:
    """Why it ended or moved stands in the history: the row keeps its own words."""
    candidate = about_candidate(row)
    work.add(
        Veldwijziging(
            id=work.context.derive_id("reden", row.id),
            tabel=type(row).__tablename__,  # type: ignore[attr-defined]
            rij_id=row.id,
            werkgever_id=None if candidate else werkgever_id,
            kandidaat_id=candidate,
            veld="reden",
            nieuw=words,
            rij_versie=row.versie,
        )
    )


def revive(work: Work, row: Synced) -> None:
    """Somebody builds on what its author took back meanwhile: it returns (R11)."""
    if row.verwijderd_op is not None:
        work.change(row, verwijderd_op=None)


def _record(
    work: Work,
    row: Synced,
    apply: Mapping[str, Any],
    werkgever_id: str | None,
    batch: str | None,
    merged_with: str | None,
) -> None:
    before = {name: getattr(row, name) for name in apply}
    if not work.change(row, **apply):
        return
    for veld, new in apply.items():
        _add_line(work, row, veld, before[veld], new, werkgever_id, batch, merged_with)


def _add_line(
    work: Work,
    row: Synced,
    veld: str,
    old: Any,
    new: Any,
    werkgever_id: str | None,
    batch: str | None = None,
    merged_with: str | None = None,
) -> None:
    candidate = about_candidate(row)
    work.add(
        Veldwijziging(
            id=new_id(work, Veldwijziging, "veld", row.id, veld),
            tabel=type(row).__tablename__,  # type: ignore[attr-defined]
            rij_id=row.id,
            werkgever_id=None if candidate else werkgever_id,
            kandidaat_id=candidate,
            veld=veld,
            oud=plain(old),
            nieuw=plain(new),
            rij_versie=row.versie,
            import_batch=batch,
            laptop_id=work.context.laptop_id,
            samen_met_id=merged_with,
        )
    )


def about_candidate(row: Synced) -> str | None:
    """Of a row that is personal of a candidate: whose. What it said before is as personal as the row."""
    return row.id if isinstance(row, Kandidaat) else getattr(row, "kandidaat_id", None)


def typed(cls: type[Synced], veld: str, value: Any) -> Any:
    """The value of a field from the plain one."""
    kind = cls.__table__.columns[veld].type  # type: ignore[attr-defined]
    if value is None or not isinstance(kind, Date | Instant):
        return value
    return date.fromisoformat(value) if isinstance(kind, Date) else datetime.fromisoformat(value)
