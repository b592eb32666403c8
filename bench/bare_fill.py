"""The limit of a first fill: a bare loop from PostgreSQL into SQLCipher that builds the same indexes.

The same tables, indexes and full text as a laptop has, in one transaction, and nothing of a sync: no rights,
no buckets, no hashes, no wire, no resuming.
"""

from __future__ import annotations

import secrets
import time
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Date
from sqlalchemy.types import JSON

from bench.centre import BLOCK, Database, table_names
from desktop.models import search
from desktop.models.row_codec import TABLES, column_names
from desktop.models.store import LAPTOP, laptop_engine, migrate
from desktop.models.tables.base import Instant


def copy_all(database: Database, path: Path, *, searchable: bool) -> tuple[int, float]:
    """Copies the big tables; returns rows and seconds. The empty database is made outside the timing."""
    engine = laptop_engine(path, secrets.token_hex(32), writer=True)
    migrate(engine, LAPTOP)
    copied = 0
    begin = time.perf_counter()
    try:
        with engine.connect() as connection, psycopg.connect(database.dsn) as source:
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            for table in table_names():
                copied += _table(source, connection.connection.driver_connection, table)
            if searchable:
                search.install(connection)
                _index(connection)
            connection.commit()
    finally:
        engine.dispose()
    return copied, time.perf_counter() - begin


def _table(source: psycopg.Connection[Any], target: Any, table: str) -> int:
    names = column_names(table)
    marks = ", ".join("?" * len(names))
    put = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608
    columns = ", ".join(_as_text(table, name) for name in names)
    copied = 0
    with source.cursor(f"bare_{table}") as cursor:
        cursor.execute(f"SELECT {columns} FROM {table}".encode())  # noqa: S608
        while rows := cursor.fetchmany(BLOCK):
            target.executemany(put, rows)
            copied += len(rows)
    return copied


def _as_text(table: str, name: str) -> str:
    kind = TABLES[table].c[name].type
    if isinstance(kind, Instant):
        return f"""to_char({name} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')"""
    return f"{name}::text" if isinstance(kind, Date | JSON) else name


def _index(connection: Any) -> None:
    """Full text over what is there now; `install` made the empty index."""
    for table in search.INDEXED:
        connection.exec_driver_sql(f"INSERT INTO {table}_fts({table}_fts) VALUES ('rebuild')")  # noqa: S608
