"""A page of everything that happened at a werkgever: contacts, tasks, regie, changes, imports, merges.

The note of a contact comes along only where this person's laptop holds it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from desktop.models.queries.day_rows import Tijdlijn, TijdlijnRij
from desktop.models.queries.pending import touched
from desktop.models.queries.timeline_order import Asked, Key, parse
from desktop.models.queries.timeline_sources import ALL, SOURCES, hanging
from desktop.models.queries.werkgever import current_id


def page(
    session: Session, werkgever_id: str, soorten: frozenset[str], vanaf: str | None, limiet: int
) -> Tijdlijn:
    """Everything below the key `vanaf`, the newest first; no kinds is all kinds."""
    row_id = current_id(session, werkgever_id)
    keys = _keys(session, row_id, soorten or ALL, parse(vanaf) if vanaf else None, limiet + 1)
    shown = keys[:limiet]
    more = len(keys) > limiet
    return Tijdlijn(_entries(session, row_id, shown), shown[-1].text() if more else None)


def _keys(
    session: Session, werkgever_id: str, wanted: frozenset[str], below: Key | None, limit: int
) -> list[Key]:
    """The newest of all sources together."""
    found: list[Key] = []
    for rank, source in enumerate(SOURCES):
        if source.soort in wanted:
            found += source.keys(session, Asked(werkgever_id, below, rank, limit, "contact" in wanted))
    return sorted(found, reverse=True)[:limit]


def _entries(session: Session, werkgever_id: str, keys: Sequence[Key]) -> tuple[TijdlijnRij, ...]:
    rows: dict[Key, Any] = {}
    waiting: set[Key] = set()
    for rank, source in enumerate(SOURCES):
        mine = [key for key in keys if key.rank == rank]
        if mine:
            found = source.rows(session, werkgever_id, mine)
            rows |= found
            waiting |= _waiting(session, source.table, found)
    tasks = hanging(session, [key.id for key in rows if SOURCES[key.rank].soort == "contact"])
    return tuple(
        TijdlijnRij(
            sleutel=key.text(),
            soort=SOURCES[key.rank].soort,
            dag=key.day,
            tijd=key.shown,
            rij=rows[key],
            wacht=key in waiting,
            acties=tasks.get(key.id, ()),
        )
        for key in keys
        if key in rows
    )


def _waiting(session: Session, table: str, rows: Any) -> set[Key]:
    """Entries that carry something which the centre has not yet confirmed."""
    ids = {key: [one.id for one in row] if isinstance(row, tuple) else [key.id] for key, row in rows.items()}
    changed = touched(session, table, {row_id for several in ids.values() for row_id in several})
    return {key for key, several in ids.items() if changed & set(several)}
