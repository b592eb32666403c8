"""What is on this laptop and why, and which werkgevers a change is about. SQLite only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from desktop.models.changes import Changes
from desktop.models.queries.day_rows import HierStaat
from desktop.models.rights import BUCKETS, REGIONAL
from desktop.models.row_codec import TABLES

CHUNK = 500
WIDEST = tuple(bucket.name for bucket in BUCKETS)
"""Why a row is here: of several reasons the widest counts."""
NOT_SENT, OTHER = "wacht", "overig"
_BY_BUCKET = text("SELECT rij_id, bucket FROM bucket_row WHERE tabel = :tabel")
_MADE_HERE = text(
    "SELECT tabel, count(*) AS aantal FROM before_image i WHERE beeld IS NULL AND NOT EXISTS "
    "(SELECT 1 FROM bucket_row b WHERE b.tabel = i.tabel AND b.rij_id = i.rij_id) GROUP BY tabel"
)


def here(session: Session) -> tuple[HierStaat, ...]:
    """How many rows of each kind there are, by the widest bucket that each is in; then what waits."""
    waiting = {row.tabel: int(row.aantal) for row in session.execute(_MADE_HERE)}
    found: list[HierStaat] = []
    for name, table in TABLES.items():
        if name in REGIONAL:
            total = session.scalar(select(func.count()).select_from(table)) or 0
            counts = Counter({WIDEST[0]: total - waiting.get(name, 0)})
        else:
            counts = _by_reason(session, name)
        counts[NOT_SENT] = waiting.get(name, 0)
        order = (*WIDEST, OTHER, NOT_SENT)
        found += [HierStaat(name, counts[reason], reason) for reason in order if counts[reason]]
    return tuple(found)


def _by_reason(session: Session, table: str) -> Counter[str]:
    widest: dict[str, int] = {}
    for row_id, bucket in session.execute(_BY_BUCKET, {"tabel": table}):
        reason = bucket.partition("/")[0]
        rank = WIDEST.index(reason) if reason in WIDEST else len(WIDEST)
        widest[row_id] = min(rank, widest.get(row_id, rank))
    return Counter((*WIDEST, OTHER)[rank] for rank in widest.values())


def size(session: Session) -> int:
    """The size of the database in bytes."""
    pages, each = (int(session.scalar(text(f"PRAGMA page_{what}")) or 0) for what in ("count", "size"))
    return pages * each


def touched_werkgevers(session: Session, changes: Changes) -> frozenset[str]:
    """The werkgevers that these rows belong to; a row that is gone belongs to nobody any more."""
    found = set(changes.rows.get("werkgever", frozenset()))
    for table, ids in changes.rows.items():
        if table in TABLES and "werkgever_id" in TABLES[table].columns:
            found |= _of(session, TABLES[table], ids)
    return frozenset(found)


def _of(session: Session, table: Any, ids: Collection[str]) -> set[str]:
    wanted, found = list(ids), set[str]()
    for start in range(0, len(wanted), CHUNK):
        query = select(table.c.werkgever_id).where(table.c.id.in_(wanted[start : start + CHUNK]))
        found |= {row_id for row_id in session.scalars(query.distinct()) if row_id}
    return found
