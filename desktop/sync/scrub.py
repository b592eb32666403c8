"""Counting the rows of this laptop again, a little at a time: damage is found before it is looked for.

Reads on a reader, never more than a slice in one transaction; the writer is asked for only when something
does not fit. What does not fit is read anew bucket by bucket, each at most once a day.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row

from desktop.models.row_codec import TABLES, Wire, column_names, from_sqlite, row_hash
from desktop.models.store import database_errors
from desktop.models.tables.base import instant_text
from desktop.sync import facts, staging, totals

log = logging.getLogger(__name__)
ROWS = 100
"""A slice: some ten milliseconds of reading on a slow laptop."""
SECONDS = 0.2
HEALED = "nageteld"
Place = tuple[str, str, str]
START: Place = ("", "", "")
Totals = dict[str, tuple[int, int]]


class Scrub:
    """One walk after the other over everything that buckets hold; how far it is lives with the program."""

    def __init__(
        self, readers: Engine, writer: Engine, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._readers, self._writer, self._monotonic = readers, writer, monotonic
        self._place = START
        self._counted: Totals = {}
        self._begun_with: Totals | None = None

    def go_on(self, now: datetime, seconds: float = SECONDS) -> list[str]:
        """Some slices more; returns the buckets that do not fit and are read anew with the next round."""
        until = self._monotonic() + seconds
        damaged: set[str] = set()
        with database_errors():
            while True:
                found, ended = self._slice()
                damaged |= found
                if ended or self._monotonic() >= until:
                    return _heal(self._writer, damaged, now) if damaged else []

    def _slice(self) -> tuple[set[str], bool]:
        with self._readers.connect() as connection:
            if _is_moving(connection):
                self._begin_anew(None)
                return set(), True
            if self._place == START:
                self._begin_anew(facts.bucket_totals(connection))
            members = _members(connection, self._place)
            damaged = self._look(connection, members)
            if len(members) == ROWS:
                last = members[-1]
                self._place = (last.tabel, last.rij_id, last.bucket)
                return damaged, False
            damaged |= self._compare(connection)
            self._begin_anew(None)
            return damaged, True

    def _begin_anew(self, kept: Totals | None) -> None:
        self._place, self._counted, self._begun_with = START, {}, kept

    def _look(self, connection: Connection, members: Sequence[Row[Any]]) -> set[str]:
        ids: dict[str, set[str]] = {}
        for member in members:
            ids.setdefault(member.tabel, set()).add(member.rij_id)
        hashes = {table: _hashes(connection, table, sorted(wanted)) for table, wanted in ids.items()}
        damaged: set[str] = set()
        for member in members:
            count, combined = self._counted.get(member.bucket, (0, 0))
            self._counted[member.bucket] = (count + 1, combined ^ member.hash)
            if hashes[member.tabel].get(member.rij_id) != member.hash:
                damaged.add(member.bucket)
        return damaged

    def _compare(self, connection: Connection) -> set[str]:
        """At the end of a walk, of what did not change meanwhile: do the members make up the totals?"""
        kept, before = facts.bucket_totals(connection), self._begun_with or {}
        still = {bucket for bucket, state in kept.items() if before.get(bucket) == state}
        return {bucket for bucket in still if kept[bucket] != self._counted.get(bucket, (0, 0))}


def _is_moving(connection: Connection) -> bool:
    """A first fill or a reading anew is under way."""
    return staging.begun(connection) or bool(totals.swept_buckets(connection))


def _members(connection: Connection, after: Place) -> Sequence[Row[Any]]:
    query = (
        "SELECT tabel, rij_id, bucket, hash FROM bucket_row WHERE (tabel, rij_id, bucket) > (?, ?, ?) "
        "ORDER BY tabel, rij_id, bucket LIMIT ?"
    )
    return connection.exec_driver_sql(query, (*after, ROWS)).all()


def _hashes(connection: Connection, table: str, ids: list[str]) -> dict[str, int]:
    """Of the rows as the centre sent them: what was changed here is left out, what is parked belongs."""
    marks = ", ".join("?" * len(ids))
    with_table = f"WHERE tabel = ? AND rij_id IN ({marks})"
    parked = _parked(connection, with_table, (table, *ids))
    found: dict[str, Wire] = {}
    if table in TABLES:
        query = f"SELECT {', '.join(column_names(table))} FROM {table} WHERE id IN ({marks})"
        rows = connection.exec_driver_sql(query, tuple(ids)).mappings()
        found = {row["id"]: from_sqlite(table, row) for row in rows}
        query = f"SELECT rij_id, beeld FROM before_image {with_table}"
        for image in connection.exec_driver_sql(query, (table, *ids)):
            if image.beeld is not None:
                found[image.rij_id] = from_sqlite(table, json.loads(image.beeld))
    wires = {row_id: found.get(row_id, {}) | parked.get(row_id, {}) for row_id in {*found, *parked}}
    return {row_id: row_hash(table, wire) for row_id, wire in wires.items()}


def _parked(connection: Connection, where: str, values: tuple[str, ...]) -> Mapping[str, Wire]:
    rows = connection.exec_driver_sql(f"SELECT rij_id, velden FROM geparkeerd {where}", values)
    return {row.rij_id: json.loads(row.velden) for row in rows}


def _heal(writer: Engine, damaged: set[str], now: datetime) -> list[str]:
    """A false alarm costs one reading a day."""
    day = instant_text(now)[:10]
    with writer.begin() as connection:
        healed: dict[str, str] = json.loads(facts.get(connection, HEALED) or "{}")
        due = sorted(bucket for bucket in damaged if healed.get(bucket) != day)
        for bucket in due:
            log.warning("bucket is damaged on this laptop and is read again", extra={"bucket": bucket})
            totals.forget_bucket(connection, bucket)
        for bucket in damaged - {*due}:
            log.error("bucket is damaged again on the same day", extra={"bucket": bucket})
        if due:
            facts.put(connection, **{HEALED: json.dumps(healed | dict.fromkeys(due, day))})
    return due
