"""Full text of vacatures and placements with the name of their werkgever: `vind_<table>`. SQLite only.

People look for work by what it is and where it is at once ("timmerman houtbouw"). Asked of two tables that
costs a walk through both; here one row of text says both. Kept by triggers, holds only what is not deleted,
and can be filled anew at any time.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from sqlalchemy import Column, Connection, Integer, MetaData, String, Table

TOKENIZER = "unicode61 remove_diacritics 2"
"""How every index of this program takes a text apart: accents and capitals do not count."""
EMPLOYER = "werkgever"
WORDS = {"vacature": ("naam", "nummer", "beroep", "plaats"), "plaatsing": ("nummer", "project")}
_AT_EMPLOYER = ("naam", "plaats")
_metadata = MetaData()
INDEX = {
    name: Table(f"vind_{name}", _metadata, Column("rowid", Integer, primary_key=True), Column("id", String))
    for name in WORDS
}
_AMONG = "IN (SELECT value FROM json_each(?))"


def install(connection: Connection) -> None:
    """Makes the indexes that are not there yet, and anew those of an older program."""
    for table in WORDS:
        made = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = ?", (f"vind_{table}",))
        if made.scalar() != _create(table):
            _make(connection, table)


def suspend(connection: Connection) -> None:
    """Drops the triggers during a first fill; `rebuild` brings index and triggers back."""
    for table in WORDS:
        _drop(connection, table)


def rebuild(connection: Connection) -> None:
    """Fills the indexes anew and puts the triggers back."""
    for table in WORDS:
        _make(connection, table)


@contextmanager
def together(connection: Connection, table: str, ids: Collection[str]) -> Iterator[None]:
    """Many rows of one table are written at once; what is kept of them follows then."""
    kept = list(WORDS) if table == EMPLOYER else [table] if table in WORDS else []
    many, column = json.dumps(list(ids)), "werkgever_id" if table == EMPLOYER else "id"
    for name in kept:
        _drop(connection, name)
        if name == table:
            _take_out(connection, name, f"{column} {_AMONG}", many)
    yield
    for name in kept:
        if name != table:
            _take_out(connection, name, f"{column} {_AMONG}", many)
        connection.exec_driver_sql(_insert(name, f"t.{column} {_AMONG}"), (many,))
        _put_triggers(connection, name)


def differing(connection: Connection) -> list[str]:
    """Indexes that are not what filling them anew would make of them: none, if all is well."""
    return [table for table in WORDS if _differs(connection, table)]


def _differs(connection: Connection, table: str) -> bool:
    kept, meant = f"SELECT rowid, id, tekst FROM vind_{table}", _meant(table, "1")  # noqa: S608
    either = f"SELECT 1 FROM ({kept} EXCEPT {meant}) UNION ALL SELECT 1 FROM ({meant} EXCEPT {kept})"  # noqa: S608
    return connection.exec_driver_sql(f"{either} LIMIT 1").first() is not None


def _create(table: str) -> str:
    return f"CREATE VIRTUAL TABLE vind_{table} USING fts5(id UNINDEXED, tekst, tokenize='{TOKENIZER}')"


def _make(connection: Connection, table: str) -> None:
    _drop(connection, table)
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS vind_{table}")
    connection.exec_driver_sql(_create(table))
    connection.exec_driver_sql(f"INSERT INTO vind_{table} (vind_{table}, rank) VALUES ('secure-delete', 1)")  # noqa: S608
    connection.exec_driver_sql(_insert(table, "1"))
    _put_triggers(connection, table)


def _take_out(connection: Connection, table: str, which: str, many: str) -> None:
    rows = f"SELECT rowid FROM {table} WHERE {which}"  # noqa: S608 (our own names)
    connection.exec_driver_sql(f"DELETE FROM vind_{table} WHERE rowid IN ({rows})", (many,))  # noqa: S608


def _insert(table: str, which: str) -> str:
    return f"INSERT INTO vind_{table} (rowid, id, tekst) {_meant(table, which)}"


def _meant(table: str, which: str) -> str:
    """What the index is to hold of these rows (`t`)."""
    words = [*(f"t.{name}" for name in WORDS[table]), *(f"w.{name}" for name in _AT_EMPLOYER)]
    said = " || ' ' || ".join(f"coalesce({one}, '')" for one in words)
    return (
        f"SELECT t.rowid, t.id, {said} FROM {table} t "  # noqa: S608 (our own names)
        f"LEFT JOIN werkgever w ON w.id = t.werkgever_id WHERE t.verwijderd_op IS NULL AND {which}"
    )


# -- triggers --------------------------------------------------------------------------------------------
def _triggers(table: str) -> dict[str, str]:
    """Name → how to make it."""
    out = f"DELETE FROM vind_{table} WHERE rowid ="  # noqa: S608 (our own names)
    fresh = f"{_insert(table, 't.rowid = NEW.rowid')};"
    columns = ", ".join((*WORDS[table], "werkgever_id", "verwijderd_op"))
    theirs = (
        f"DELETE FROM vind_{table} WHERE rowid IN (SELECT rowid FROM {table} WHERE werkgever_id = NEW.id)"  # noqa: S608
    )
    again = f"{theirs}; {_insert(table, 't.werkgever_id = NEW.id')};"
    named = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in _AT_EMPLOYER)
    made = {
        f"vind_{table}_in": f"AFTER INSERT ON {table} BEGIN {fresh} END",
        f"vind_{table}_uit": f"AFTER DELETE ON {table} BEGIN {out} OLD.rowid; END",
        f"vind_{table}_om": f"AFTER UPDATE OF {columns} ON {table} BEGIN {out} OLD.rowid; {fresh} END",
        f"vind_{table}_bij": f"AFTER INSERT ON werkgever BEGIN {again} END",
        f"vind_{table}_naam": f"AFTER UPDATE OF {', '.join(_AT_EMPLOYER)} ON werkgever "
        f"WHEN {named} BEGIN {again} END",
    }
    return {name: f"CREATE TRIGGER {name} {body}" for name, body in made.items()}


def _drop(connection: Connection, table: str) -> None:
    for name in _triggers(table):
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")


def _put_triggers(connection: Connection, table: str) -> None:
    for statement in _triggers(table).values():
        connection.exec_driver_sql(statement)
