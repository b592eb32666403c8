"""Full text of staged tables: built a part at a time beside the one in use, and put in its place.

SQLite only.

An index is tied to the row numbers of its table, which stay as they are when a table is renamed.
"""

from __future__ import annotations

from sqlalchemy import Connection

from desktop.models import narrow, search, work_index

PREFIX = "vul_"
IN_MEMORY, USUAL = 32 * 1024 * 1024, 1024 * 1024
"""Bytes of new words that wait in memory: the more, the fewer pieces are merged afterwards."""


def begin(connection: Connection) -> None:
    """Empty indexes for the staged tables, exactly as the ones in use."""
    for table in search.INDEXED:
        made = str(_sql(connection, f"{table}_fts"))
        head, _, rest = made.partition("(")
        connection.exec_driver_sql(head.replace(f"{table}_fts", f"{PREFIX}{table}_fts") + "(" + rest)
        _configure(connection, f"{PREFIX}{table}_fts", "hashsize", IN_MEMORY)
        _configure(connection, f"{PREFIX}{table}_fts", "secure-delete", 1)


def next_work(connection: Connection, rows: int) -> str | None:
    """The statement that indexes the next so many rows; None when everything is indexed."""
    for table, columns in search.INDEXED.items():
        staged = f"{PREFIX}{table}"
        done = _number(connection, f"SELECT max(id) FROM {staged}_fts_docsize")
        last = _number(connection, f"SELECT max(rowid) FROM {staged}")
        if done < last:
            upto = f"SELECT rowid FROM {staged} WHERE rowid > {done} ORDER BY rowid LIMIT 1 OFFSET {rows - 1}"
            end = _number(connection, upto) or last
            names = ", ".join(columns)
            return (
                f"INSERT INTO {staged}_fts (rowid, {names}) SELECT rowid, {names} FROM {staged} "
                f"WHERE rowid > {done} AND rowid <= {end}"
            )
    return None


def swap(connection: Connection, triggers: list[str]) -> None:
    """The staged indexes take their place; the tables did before."""
    for table in search.INDEXED:
        connection.exec_driver_sql(f"DROP TABLE {table}_fts")
        connection.exec_driver_sql(f"ALTER TABLE {PREFIX}{table}_fts RENAME TO {table}_fts")
        _configure(connection, f"{table}_fts", "hashsize", USUAL)
    for statement in triggers:
        connection.exec_driver_sql(statement)
    narrow.rebuild(connection)
    work_index.rebuild(connection)


def abandon(connection: Connection) -> None:
    """Drops what was built."""
    for table in search.INDEXED:
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {PREFIX}{table}_fts")


def _configure(connection: Connection, index: str, name: str, value: int) -> None:
    connection.exec_driver_sql(f"INSERT INTO {index} ({index}, rank) VALUES ('{name}', {value})")


def _number(connection: Connection, query: str) -> int:
    return int(connection.exec_driver_sql(query).scalar() or 0)


def _sql(connection: Connection, name: str) -> str | None:
    found = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).scalar()
    return None if found is None else str(found)
