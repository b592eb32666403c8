"""What changed since a cursor, per bucket, in pages: one repeatable-read view of the database per answer.

All buckets are read to the end in the answer that says `meer` is false, so the counts and hashes beside
it belong to exactly the rows that the laptop then holds. PostgreSQL only.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Column, Date, Row, bindparam, select
from sqlalchemy.orm import Session

from central.accounts import Account
from desktop.models.rights import buckets_of
from desktop.models.row_codec import TABLES, canonical, column_names
from desktop.models.tables.base import Instant
from desktop.models.tables.centre import BucketState, FeedEntry
from desktop.sync.protocol import ROWS_PER_ANSWER, Page, SyncResponse

CHUNK = 1000
_STATES = select(
    BucketState.bucket, BucketState.nr, BucketState.aantal, BucketState.hash, BucketState.opgeruimd_tot
).where(
    BucketState.regio_id == bindparam("regio_id"),
    BucketState.bucket.in_(bindparam("buckets", expanding=True)),
)


def fill(session: Session, account: Account, cursors: Mapping[str, int], response: SyncResponse) -> int:
    """Adds buckets, pages, cursors and totals to the answer; returns how many rows are in it."""
    allowed = buckets_of(account.actor)
    response.buckets_weg = [bucket for bucket in cursors if bucket not in allowed]
    of_region = {"regio_id": account.actor.regio_id, "buckets": allowed}
    states = {row.bucket: row for row in session.connection().execute(_STATES, of_region)}
    room = ROWS_PER_ANSWER
    for bucket in allowed:
        start = _begin(cursors, bucket)
        state = states.get(bucket)
        if state is not None and 0 < start < state.opgeruimd_tot:
            response.te_oud.append(bucket)
            start = 0
        if state is None or state.nr <= start:
            response.cursors[bucket] = start
            continue
        taken = _bucket(session, account.actor.regio_id, bucket, start, room, response)
        if taken < room:
            response.cursors[bucket] = state.nr  # also past numbers of removals that were forgotten
        room -= taken
        if room <= 0:
            response.meer = True
            return ROWS_PER_ANSWER - room
    response.standen = {bucket: (row.aantal, row.hash) for bucket, row in states.items()}
    return ROWS_PER_ANSWER - room


def is_read(
    account: Account, cursors: Mapping[str, int], states: Mapping[str, Row[Any]], response: SyncResponse
) -> bool:
    """Whether the laptop holds what it may, to the end; then the answer says so, as `fill` would."""
    allowed = buckets_of(account.actor)
    if cursors.keys() != set(allowed):
        return False
    for bucket, state in states.items():
        start = _begin(cursors, bucket)
        if state.nr > start or 0 < start < state.opgeruimd_tot:
            return False
    response.cursors = {bucket: _begin(cursors, bucket) for bucket in allowed}
    response.standen = {bucket: (row.aantal, row.hash) for bucket, row in states.items()}
    return True


def _begin(cursors: Mapping[str, int], bucket: str) -> int:
    """No laptop says less than nothing; somebody who does would ask the database for a number it has not."""
    return max(0, cursors.get(bucket, 0))


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
    here: dict[str, list[str]] = {}
    left: dict[str, list[str]] = {}
    for table, row_id, _, gone in entries:
        (left if gone else here).setdefault(table, []).append(row_id)
    for table in TABLES:
        if table in here or table in left:
            texts = _texts(session, table, here.get(table, []))
            rows = msgspec.Raw(b"[" + b",".join(texts) + b"]")
            response.paginas.append(Page(bucket, table, rows, left.get(table, []), list(column_names(table))))
    response.cursors[bucket] = entries[-1].nr if entries else start
    return len(entries)


def _texts(session: Session, table: str, ids: list[str]) -> list[bytes]:
    """Canonical texts of rows. PostgreSQL itself writes dates and instants: that halves the work per row."""
    names = column_names(table)
    found: list[bytes] = []
    for start in range(0, len(ids), CHUNK):
        cursor = session.connection().exec_driver_sql(_row_query(table), (ids[start : start + CHUNK],))
        found += [
            canonical({name: value for name, value in zip(names, row, strict=True) if value is not None})
            for row in cursor.all()
        ]
    return found


@cache
def _row_query(table: str) -> str:
    columns = ", ".join(as_wire(column) for column in TABLES[table].columns)
    return f"SELECT {columns} FROM {table} WHERE id = ANY(%s)"  # noqa: S608 (our own table names)


def as_wire(column: Column[Any], of: str = "") -> str:
    """SQL for a column as it travels; `of` is the table's name in the query, with its point."""
    name = f"{of}{column.name}"
    if isinstance(column.type, Instant):
        return f"""to_char({name} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')"""
    return f"{name}::text" if isinstance(column.type, Date) else name
