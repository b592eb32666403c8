"""Which row is here because of which bucket, with count and hash per bucket. SQLite only.

A row belongs on this laptop while at least one bucket holds it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import xor

from sqlalchemy import Connection, text

from desktop.models.row_codec import TABLES

Key = tuple[str, str]
"""Table and id of a row."""
Members = dict[tuple[str, str], dict[str, int | None]]
"""Bucket and table → id → hash of the row, None when it left the bucket."""


def update(connection: Connection, members: Members) -> list[Key]:
    """Brings membership and totals up to date; returns rows that left a bucket."""
    return [
        key
        for bucket in dict.fromkeys(name for name, _ in members)
        for key in _bucket(connection, bucket, members)
    ]


def leave(connection: Connection, buckets: Iterable[str]) -> list[Key]:
    """Forgets buckets that this laptop may no longer hold; returns the rows that were in them."""
    left: list[Key] = []
    for bucket in buckets:
        rows = connection.execute(
            text("SELECT tabel, rij_id FROM bucket_row WHERE bucket = :b"), {"b": bucket}
        )
        left += [(row.tabel, row.rij_id) for row in rows]
        forget(connection, bucket)
    return left


def forget(connection: Connection, bucket: str) -> None:
    """How far a bucket was read and which rows it brought; the rows themselves stay."""
    for table in ("bucket_row", "bucket_cursor"):
        connection.execute(text(f"DELETE FROM {table} WHERE bucket = :b"), {"b": bucket})


def _bucket(connection: Connection, bucket: str, members: Members) -> list[Key]:
    state = connection.execute(
        text("SELECT aantal, hash FROM bucket_cursor WHERE bucket = :b"), {"b": bucket}
    ).first()
    count, combined = (state.aantal, state.hash) if state else (0, 0)
    held_some, left = count > 0, []
    for (name, table), rows in members.items():
        if name != bucket:
            continue
        old = _old_hashes(connection, bucket, table, list(rows)) if held_some else {}
        put = [(table, row_id, bucket, new) for row_id, new in rows.items() if new is not None]
        gone = [(table, row_id) for row_id, new in rows.items() if new is None]
        count += len(put) - len(old)
        combined = reduce(xor, (new for new in rows.values() if new is not None), combined)
        combined = reduce(xor, old.values(), combined)
        _write(connection, bucket, put, gone)
        left += gone
    connection.execute(
        text(
            "INSERT INTO bucket_cursor (bucket, cursor, aantal, hash) VALUES (:b, 0, :a, :h) "
            "ON CONFLICT (bucket) DO UPDATE SET aantal = :a, hash = :h"
        ),
        {"b": bucket, "a": count, "h": combined},
    )
    return left


def _write(
    connection: Connection, bucket: str, put: Sequence[tuple[str, str, str, int]], gone: Sequence[Key]
) -> None:
    if put:
        connection.exec_driver_sql(
            "INSERT INTO bucket_row (tabel, rij_id, bucket, hash) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (tabel, rij_id, bucket) DO UPDATE SET hash = excluded.hash",
            put,
        )
    if gone:
        connection.exec_driver_sql(
            "DELETE FROM bucket_row WHERE tabel = ? AND rij_id = ? AND bucket = ?",
            [(*key, bucket) for key in gone],
        )


def _old_hashes(connection: Connection, bucket: str, table: str, ids: Sequence[str]) -> dict[str, int]:
    """Of these rows, those that the bucket holds already."""
    rows = connection.exec_driver_sql(
        "SELECT rij_id, hash FROM bucket_row WHERE tabel = ? AND bucket = ? "
        "AND rij_id IN (SELECT value FROM json_each(?))",
        (table, bucket, json.dumps(ids)),
    )
    return {row.rij_id: row.hash for row in rows}


def drop(connection: Connection, left: Sequence[Key]) -> int:
    """Removes rows that no bucket holds, the search index follows by its triggers; returns how many went."""
    by_table: dict[str, list[str]] = {}
    for table, row_id in left:
        if table in TABLES:
            by_table.setdefault(table, []).append(row_id)
    gone = 0
    for table, ids in by_table.items():
        gone += connection.exec_driver_sql(
            f"DELETE FROM {table} WHERE id = ? AND NOT EXISTS "
            "(SELECT 1 FROM bucket_row b WHERE b.tabel = ? AND b.rij_id = ?)",
            [(row_id, table, row_id) for row_id in ids],
        ).rowcount
    return gone
