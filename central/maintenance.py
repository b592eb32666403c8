"""What is due from time to time: totals counted again, the audit chain read, old invitations removed.

A difference is reported, never mended silently. PostgreSQL only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import xor

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.models.audit import first_broken
from desktop.models.row_codec import TABLES, row_hash, to_wire
from desktop.models.tables.centre import BucketState, FeedEntry, Uitnodiging

CHUNK = 1000


@dataclass(frozen=True, slots=True)
class Findings:
    """`afwijkend`: buckets whose kept totals are not those of their rows. `logboek`: first broken line."""

    buckets: int
    rijen: int
    afwijkend: tuple[str, ...]
    logboek: int | None
    uitnodigingen_weg: int

    @property
    def sound(self) -> bool:
        """Nothing needs a person."""
        return not self.afwijkend and self.logboek is None


def maintain(session: Session, now: datetime) -> Findings:
    """Everything that is due; the caller commits."""
    kept = {row.bucket: (row.aantal, row.hash) for row in session.scalars(select(BucketState))}
    hashes = _hashes(session)
    counted = _totals(session, hashes)
    different = sorted(
        bucket for bucket in kept | counted if kept.get(bucket, (0, 0)) != counted.get(bucket, (0, 0))
    )
    old = session.execute(
        delete(Uitnodiging)
        .where(Uitnodiging.verloopt_op < now, Uitnodiging.gebruikt_op.is_(None))
        .returning(Uitnodiging.code_hash)
    ).all()
    return Findings(len(kept), len(hashes), tuple(different), first_broken(session), len(old))


def _hashes(session: Session) -> dict[tuple[str, str], int]:
    """(table, id) → hash of the row as it is in its table now."""
    found: dict[tuple[str, str], int] = {}
    for name, table in TABLES.items():
        query = select(table).execution_options(yield_per=CHUNK)
        for row in session.execute(query).mappings():
            found[name, row["id"]] = row_hash(name, to_wire(name, dict(row)))
    return found


def _totals(session: Session, hashes: dict[tuple[str, str], int]) -> dict[str, tuple[int, int]]:
    """Which row is in which bucket comes from the feed, what it holds from the row itself."""
    members: dict[str, list[int]] = {}
    query = (
        select(FeedEntry.bucket, FeedEntry.tabel, FeedEntry.rij_id)
        .where(~FeedEntry.weg)
        .execution_options(yield_per=CHUNK)
    )
    for entry in session.execute(query):
        members.setdefault(entry.bucket, []).append(hashes.get((entry.tabel, entry.rij_id), 0))
    return {bucket: (len(values), reduce(xor, values, 0)) for bucket, values in members.items()}
