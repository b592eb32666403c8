"""What changed since a cursor, per bucket, in pages: one repeatable-read view of the database per answer.

All buckets are read to the end in the answer that says `meer` is false, so the counts and hashes beside
it belong to exactly the rows that the laptop then holds. PostgreSQL only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.accounts import Account
from desktop.models.rights import buckets_of
from desktop.models.row_codec import TABLES, to_wire
from desktop.models.tables.centre import BucketState, FeedEntry
from desktop.sync.protocol import ROWS_PER_ANSWER, Page, SyncResponse

CHUNK = 1000


def fill(session: Session, account: Account, cursors: Mapping[str, int], response: SyncResponse) -> None:
    """Adds buckets, pages, cursors and totals to the answer."""
    allowed = buckets_of(account.actor)
    response.buckets_weg = [bucket for bucket in cursors if bucket not in allowed]
    states = {
        row.bucket: row
        for row in session.scalars(
            select(BucketState).where(
                BucketState.regio_id == account.actor.regio_id, BucketState.bucket.in_(allowed)
            )
        )
    }
    room = ROWS_PER_ANSWER
    for bucket in allowed:
        start = cursors.get(bucket, 0)
        state = states.get(bucket)
        if state is None or state.nr <= start:
            response.cursors[bucket] = start
            continue
        taken = _bucket(session, account.actor.regio_id, bucket, start, room, response)
        room -= taken
        if room <= 0:
            response.meer = True
            return
    response.standen = {bucket: (row.aantal, row.hash) for bucket, row in states.items()}


def _bucket(
    session: Session, regio_id: str, bucket: str, start: int, room: int, response: SyncResponse
) -> int:
    query = (
        select(FeedEntry.tabel, FeedEntry.rij_id, FeedEntry.nr, FeedEntry.weg)
        .where(FeedEntry.regio_id == regio_id, FeedEntry.bucket == bucket, FeedEntry.nr > start)
        .order_by(FeedEntry.nr)
        .limit(room)
    )
    entries = session.execute(query).all()
    pages = {table: Page(bucket, table) for table in TABLES}
    for entry in entries:
        if entry.weg:
            pages[entry.tabel].weg.append(entry.rij_id)
    for table in TABLES:
        ids = [entry.rij_id for entry in entries if entry.tabel == table and not entry.weg]
        pages[table].rijen = list(_rows(session, table, ids))
    response.paginas += [page for page in pages.values() if page.rijen or page.weg]
    response.cursors[bucket] = entries[-1].nr if entries else start
    return len(entries)


def _rows(session: Session, table: str, ids: list[str]) -> Iterable[dict[str, object]]:
    columns = TABLES[table]
    for start in range(0, len(ids), CHUNK):
        query = select(columns).where(columns.c.id.in_(ids[start : start + CHUNK]))
        for row in session.execute(query).mappings():
            yield to_wire(table, row)  # type: ignore[arg-type]
