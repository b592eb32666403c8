"""Tables beside the real ones, into which a first fill goes, and which take their place whole. SQLite only.

Every piece of work is a short transaction of its own: rows without indexes, then index by index, then full
text a part at a time. The swap at the end renames tables. Until then the window reads the real tables, which
hold only what was recorded here; their indexes lend their names to the staged tables.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from sqlalchemy import Connection

from desktop.models import capture, raw_rows, search
from desktop.models.row_codec import TABLES, Wire
from desktop.sync import facts, staged_search
from desktop.sync.staged_search import PREFIX

INDEXES = "vul_indexen"
ROWS_A_TIME = 20_000


def begun(connection: Connection) -> bool:
    """Whether there are staged tables."""
    return bool(facts.get(connection, INDEXES))


def begin(connection: Connection) -> None:
    """Empty staged tables without indexes; the real ones lose theirs until the swap."""
    found = connection.exec_driver_sql(
        "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    )
    indexes = [tuple(row) for row in found if row.tbl_name in TABLES]
    facts.put(connection, **{INDEXES: json.dumps(indexes)})
    for name, _, _ in indexes:
        connection.exec_driver_sql(f"DROP INDEX {name}")
    for table in TABLES:
        made = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).scalar()
        connection.exec_driver_sql(_staged(str(made), "CREATE TABLE", table))
    staged_search.begin(connection)


def put(connection: Connection, table: str, rows: Sequence[Wire]) -> None:
    """Rows as they came; one that another bucket brought is written again."""
    raw_rows.write(connection, table, rows, PREFIX)


def show(connection: Connection, table: str, rows: Sequence[Wire]) -> None:
    """The same rows in the real table already, until it is swapped."""
    capture.switch(connection, False)
    raw_rows.write(connection, table, rows)
    capture.switch(connection, True)


def next_work(connection: Connection) -> str | None:
    """What comes next before the swap: one statement for a transaction of its own; None when all is done."""
    there = {row.name for row in connection.exec_driver_sql("SELECT name FROM sqlite_master")}
    for name, table, statement in json.loads(facts.get(connection, INDEXES) or "[]"):
        if name not in there:
            return _staged(statement, "ON", table)
    return staged_search.next_work(connection, ROWS_A_TIME)


def swap(connection: Connection) -> None:
    """The staged tables become the real ones, with their search. Foreign keys are off, local rows gone."""
    triggers = search.take_triggers(connection)
    connection.exec_driver_sql(
        "PRAGMA legacy_alter_table = ON"
    )  # what refers to a table keeps meaning its name
    for table in TABLES:
        connection.exec_driver_sql(f"DROP TABLE {table}")
        connection.exec_driver_sql(f"ALTER TABLE {PREFIX}{table} RENAME TO {table}")
    connection.exec_driver_sql("PRAGMA legacy_alter_table = OFF")
    staged_search.swap(connection, triggers)
    capture.install(connection)
    facts.put(connection, **{INDEXES: None})


def abandon(connection: Connection) -> None:
    """Drops what was staged and gives the real tables their indexes back."""
    indexes = json.loads(facts.get(connection, INDEXES) or "[]")
    staged_search.abandon(connection)
    for table in TABLES:
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {PREFIX}{table}")
    there = {row.name for row in connection.exec_driver_sql("SELECT name FROM sqlite_master")}
    for name, _, statement in indexes:
        if name not in there:
            connection.exec_driver_sql(statement)
    facts.put(connection, **{INDEXES: None})


def _staged(statement: str, before: str, table: str) -> str:
    """The statement about the staged table instead."""
    renamed, count = re.subn(
        rf'\b{before} "?{table}"?(?=[\s(])', f"{before} {PREFIX}{table}", statement, count=1
    )
    if count != 1:
        raise ValueError(f"not a statement about {table}")
    return renamed
