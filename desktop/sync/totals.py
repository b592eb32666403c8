"""Whether a laptop holds what the centre sent, and putting right what it does not.

A bucket that does not add up is forgotten and read anew; a sum of the other side is never simply taken over.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, text

from desktop.models import capture
from desktop.models.row_codec import TABLES, Wire, column_names, from_sqlite, row_hash
from desktop.sync import facts, membership, parking

log = logging.getLogger(__name__)


def recompute(connection: Connection) -> dict[str, tuple[int, int]]:
    """Count and hash of every bucket from the rows themselves, local changes left out."""
    images = {
        (row.tabel, row.rij_id): row.beeld
        for row in connection.execute(text("SELECT tabel, rij_id, beeld FROM before_image"))
    }
    states: dict[str, tuple[int, int]] = {
        row.bucket: (0, 0) for row in connection.execute(text("SELECT bucket FROM bucket_cursor"))
    }
    parked = parking.everything(connection)
    for table in [*TABLES, *(parked.keys() - TABLES.keys())]:
        extra = parked.get(table, {})
        members: dict[str, list[str]] = {}
        for row in connection.execute(
            text("SELECT rij_id, bucket FROM bucket_row WHERE tabel = :t"), {"t": table}
        ):
            members.setdefault(row.rij_id, []).append(row.bucket)
        for wire in _whole(_wires(connection, table, images, extra), extra):
            value = row_hash(table, wire)
            for bucket in members.get(wire["id"], ()):
                count, combined = states.get(bucket, (0, 0))
                states[bucket] = (count + 1, combined ^ value)
    return states


def _whole(wires: Iterable[Wire], parked: Mapping[str, Wire]) -> Iterable[Wire]:
    """With what has no place here yet."""
    for wire in wires:
        yield wire | parked.get(wire["id"], {})


def _wires(
    connection: Connection,
    table: str,
    images: Mapping[tuple[str, str], str | None],
    parked: Mapping[str, Wire],
) -> Iterable[Wire]:
    if table not in TABLES:
        yield from parked.values()
        return
    query = f"SELECT {', '.join(column_names(table))} FROM {table}"  # noqa: S608 (our own names)
    for row in connection.exec_driver_sql(query).mappings():
        if (table, row["id"]) not in images:
            yield from_sqlite(table, row)
    for (name, _), image in images.items():
        if name == table and image is not None:
            yield from_sqlite(table, json.loads(image))


def filled(states: Mapping[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """Without the empty buckets: the centre has no line for what never held a row."""
    return {bucket: state for bucket, state in states.items() if state != (0, 0)}


def mismatches(connection: Connection, expected: Mapping[str, tuple[int, int]]) -> list[str]:
    """Buckets whose count or hash differs from the centre's; nothing of the other side is ever adopted."""
    rows = connection.execute(text("SELECT bucket, aantal, hash FROM bucket_cursor"))
    ours = {row.bucket: (row.aantal, row.hash) for row in rows}
    return [bucket for bucket, state in expected.items() if ours.get(bucket, (0, 0)) != tuple(state)]


def heal(connection: Connection, expected: Mapping[str, tuple[int, int]], allowed: Collection[str]) -> int:
    """A bucket that does not add up is read again at the next round, once; never simply believed.

    Returns how many rows went that nobody holds; those of a bucket that was taken away do not count.
    """
    wrong = mismatches(connection, expected)
    healing = facts.get(connection, "herstelt") or ""
    for bucket in wrong:
        if bucket in healing.split(","):
            log.error("bucket differs again after it was read anew", extra={"bucket": bucket})
            continue
        log.warning("bucket differs from the centre and is read again", extra={"bucket": bucket})
        forget_bucket(connection, bucket)
    swept, due = 0, swept_buckets(connection)
    if not wrong and due:
        swept = sweep(connection)
    facts.put(connection, herstelt=",".join(wrong))
    return swept if due <= {*allowed, "1"} else 0


def forget_bucket(connection: Connection, bucket: str) -> None:
    """Reads this bucket anew at the next call: its cursor and members go, its rows stay until then.

    What then turns out to be in no bucket is removed (`sweep`) once everything adds up.
    """
    mark_for_sweep(connection, [bucket])
    membership.forget(connection, bucket)


def mark_for_sweep(connection: Connection, buckets: Iterable[str]) -> None:
    """Rows of these buckets are perhaps held by nobody any more."""
    facts.put(connection, vegen=",".join(sorted({*swept_buckets(connection), *buckets}) or ["1"]))


def swept_buckets(connection: Connection) -> set[str]:
    """The buckets after whose reading a sweep is due; a mark of an older program names none of them."""
    return {name for name in (facts.get(connection, "vegen") or "0").split(",") if name != "0"}


def forget_damaged(connection: Connection) -> list[str]:
    """Buckets whose rows are no longer what the centre sent are read anew at the next round; which ones."""
    kept = facts.bucket_totals(connection)
    damaged = sorted(name for name, state in recompute(connection).items() if kept.get(name) != state)
    for bucket in damaged:
        log.warning("bucket is damaged on this laptop and is read again", extra={"bucket": bucket})
        forget_bucket(connection, bucket)
    return damaged


def sweep(connection: Connection) -> int:
    """Removes rows in no bucket that no local command made, as a healed bucket leaves them; how many."""
    swept = 0
    capture.switch(connection, False)
    for table in TABLES:
        for_row = f"tabel = '{table}' AND rij_id = {table}.id"
        swept += connection.exec_driver_sql(
            f"DELETE FROM {table} WHERE NOT EXISTS (SELECT 1 FROM bucket_row WHERE {for_row}) "  # noqa: S608
            f"AND NOT EXISTS (SELECT 1 FROM before_image WHERE {for_row})"
        ).rowcount
    parking.sweep(connection)
    capture.switch(connection, True)
    facts.put(connection, vegen="0")
    return swept
