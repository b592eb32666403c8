"""Before-images on a laptop: triggers keep each row as the centre last sent it, until the centre confirms.

Putting them back is the first step of a rebase. The switch is a row in `eigenschap` because a trigger
cannot read a temporary flag. SQLite only.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text

from desktop.models.row_codec import TABLES, column_names

SWITCH = "vastleggen"
_WHEN = f"(SELECT waarde FROM eigenschap WHERE naam = '{SWITCH}') = '1'"


def install(connection: Connection) -> None:
    """(Re)makes the triggers of every synced table; the columns follow the schema."""
    _make(connection, TABLES)
    connection.execute(
        text("INSERT INTO eigenschap (naam, waarde) VALUES (:naam, '0') ON CONFLICT (naam) DO NOTHING"),
        {"naam": SWITCH},
    )


@contextmanager
def without_triggers(connection: Connection, tables: Iterable[str]) -> Iterator[None]:
    """For many rows of the centre at once: even a trigger that is switched off costs a third of an insert.

    Within one transaction, so that no local command can meet a table without its triggers.
    """
    names = list(tables)
    for table in names:
        for moment in ("insert", "update", "delete"):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS beeld_{table}_{moment}")
    yield
    _make(connection, names)


def _make(connection: Connection, tables: Iterable[str]) -> None:
    for statement in _statements(tables):
        connection.exec_driver_sql(statement)


def _statements(tables: Iterable[str]) -> Iterator[str]:
    for table in tables:
        pairs = ", ".join(f"'{name}', OLD.{name}" for name in column_names(table))
        put = "INSERT OR IGNORE INTO before_image (tabel, rij_id, beeld) VALUES"
        for moment, alias, image in (
            ("INSERT", "NEW", "NULL"),
            ("UPDATE", "OLD", f"json_object({pairs})"),
            ("DELETE", "OLD", f"json_object({pairs})"),
        ):
            name = f"beeld_{table}_{moment.lower()}"
            yield f"DROP TRIGGER IF EXISTS {name}"
            yield (
                f"CREATE TRIGGER {name} AFTER {moment} ON {table} WHEN {_WHEN} "
                f"BEGIN {put} ('{table}', {alias}.id, {image}); END"
            )


def switch(connection: Connection, on: bool) -> None:
    """Local commands are captured, rows of the centre are not."""
    connection.execute(
        text("UPDATE eigenschap SET waarde = :waarde WHERE naam = :naam"),
        {"waarde": "1" if on else "0", "naam": SWITCH},
    )


def put_back(connection: Connection) -> list[tuple[str, str]]:
    """Restores every row that local commands touched; returns (table, id) of each. Capturing must be off.

    Foreign keys are checked at the end of the transaction, so the order does not matter.
    """
    images = connection.execute(text("SELECT tabel, rij_id, beeld FROM before_image")).all()
    for table in TABLES:
        made = [{"id": row.rij_id} for row in images if row.tabel == table and row.beeld is None]
        # An image of before an upgrade does not know the newest columns: they were empty.
        empty = dict.fromkeys(column_names(table))
        changed = [
            empty | json.loads(row.beeld) for row in images if row.tabel == table and row.beeld is not None
        ]
        if made:
            connection.execute(text(f"DELETE FROM {table} WHERE id = :id"), made)
        if changed:
            connection.execute(text(upsert_sql(table)), changed)
    connection.execute(text("DELETE FROM before_image"))
    return [(row.tabel, row.rij_id) for row in images]


def made_here(connection: Connection) -> list[tuple[str, str]]:
    """Table and id of the rows that local commands made."""
    rows = connection.execute(text("SELECT tabel, rij_id FROM before_image WHERE beeld IS NULL"))
    return [(row.tabel, row.rij_id) for row in rows]


def step_aside(connection: Connection, made: Iterable[tuple[str, str]]) -> None:
    """Of these rows the centre's come away, captured, so that the commands that made them can run again.

    In a first fill buckets are read one by one: of what was sent in between one half came with it.
    """
    switch(connection, True)
    for table, row_id in made:
        connection.execute(text(f"DELETE FROM {table} WHERE id = :id"), {"id": row_id})


def upsert_sql(table: str) -> str:
    """Insert or update one row by id, with named values. REPLACE would skip the delete triggers."""
    names = column_names(table)
    sets = ", ".join(f"{name} = excluded.{name}" for name in names if name != "id")
    values = ", ".join(f":{name}" for name in names)
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({values}) ON CONFLICT (id) DO UPDATE SET {sets}"
