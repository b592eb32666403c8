"""Which row is here because of which bucket, with count and hash per bucket. SQLite only.

A row belongs on this laptop while at least one bucket holds it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, text

from desktop.models.row_codec import TABLES

CHUNK = 500
Key = tuple[str, str]
"""Table and id of a row."""


def update(connection: Connection, members: Mapping[tuple[str, str, str], int | None]) -> list[Key]:
    """Brings membership and totals up to date; returns rows that left a bucket.

    `members`: (bucket, table, id) → hash of the row, None when it left the bucket.
    """
    by_bucket: dict[str, list[tuple[str, str, int | None]]] = {}
    for (bucket, table, row_id), new in members.items():
        by_bucket.setdefault(bucket, []).append((table, row_id, new))
    left: list[Key] = []
    for bucket, entries in by_bucket.items():
        left += _bucket_members(connection, bucket, entries)
    return left


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


def _bucket_members(
    connection: Connection, bucket: str, entries: list[tuple[str, str, int | None]]
) -> list[Key]:
    state = connection.execute(
        text("SELECT aantal, hash FROM bucket_cursor WHERE bucket = :b"), {"b": bucket}
    ).first()
    count, combined = (state.aantal, state.hash) if state else (0, 0)
    old = _old_hashes(connection, bucket, entries) if count else {}
    put, gone = [], []
    for table, row_id, new in entries:
        before = old.get((table, row_id))
        combined ^= (before or 0) ^ (new or 0)
        count += (new is not None) - (before is not None)
        if new is None:
            gone.append((table, row_id))
        else:
            put.append((table, row_id, bucket, new))
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
    connection.execute(
        text(
            "INSERT INTO bucket_cursor (bucket, cursor, aantal, hash) VALUES (:b, 0, :a, :h) "
            "ON CONFLICT (bucket) DO UPDATE SET aantal = :a, hash = :h"
        ),
        {"b": bucket, "a": count, "h": combined},
    )
    return gone


def _old_hashes(connection: Connection, bucket: str, entries: list[Any]) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    by_table: dict[str, list[str]] = {}
    for table, row_id, _ in entries:
        by_table.setdefault(table, []).append(row_id)
    for table, ids in by_table.items():
        for start in range(0, len(ids), CHUNK):
            part = ids[start : start + CHUNK]
            marks = ", ".join("?" * len(part))
            rows = connection.exec_driver_sql(
                f"SELECT rij_id, hash FROM bucket_row WHERE tabel = ? AND bucket = ? AND rij_id IN ({marks})",
                (table, bucket, *part),
            )
            found |= {(table, row.rij_id): row.hash for row in rows}
    return found


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
