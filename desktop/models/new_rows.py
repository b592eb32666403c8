"""Writing rows that are new in a few statements, past the unit of work of the ORM.

That one compares every value with a history which a new row does not have, and sends a statement for each
row: it was most of the time of a push. Touches tables and the session's connection; never commits.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.orm import Session, make_transient_to_detached

from desktop.models.row_codec import TABLES, canonical, column_names, entity_to_wire, to_sqlite
from desktop.models.tables import SYNCED, Synced
from desktop.models.tables.documents import insert_document, takes_documents

Key = tuple[type[Synced], str]


def write(session: Session, rows: Sequence[Synced]) -> dict[Key, bytes]:
    """Inserts the rows, those of a table together and in their order; returns the canonical text of each."""
    by_table: dict[type[Synced], list[Synced]] = {}
    for row in rows:
        by_table.setdefault(type(row), []).append(row)
    texts: dict[Key, bytes] = {}
    for cls in SYNCED:
        if cls in by_table:
            texts |= _insert(session.connection(), cls, by_table[cls])
    return texts


def adopt(session: Session, rows: Sequence[Synced]) -> None:
    """From here on the session knows them, as if it had read them itself."""
    for row in rows:
        make_transient_to_detached(row)
        session.add(row)


def _insert(connection: Connection, cls: type[Synced], rows: Sequence[Synced]) -> dict[Key, bytes]:
    table: str = cls.__tablename__  # type: ignore[attr-defined]
    for row in rows:
        _complete(table, row)
    wires = [entity_to_wire(row) for row in rows]
    texts = list(map(canonical, wires))
    if takes_documents(connection):
        insert_document(connection, TABLES[table], b"[" + b",".join(texts) + b"]")
    else:
        connection.exec_driver_sql(_with_values(table), [tuple(to_sqlite(table, wire)) for wire in wires])
    return {(cls, row.id): text for row, text in zip(rows, texts, strict=True)}


def _complete(table: str, row: Synced) -> None:
    """What was left empty gets what the table says."""
    values = vars(row)
    values |= _nothing(table) | values
    for name, make in _defaults(table):
        if values[name] is None:
            values[name] = make()


@cache
def _nothing(table: str) -> dict[str, None]:
    return dict.fromkeys(column_names(table))


@cache
def _defaults(table: str) -> tuple[tuple[str, Callable[[], Any]], ...]:
    columns = TABLES[table].columns
    return tuple((column.name, _maker(column.default)) for column in columns if column.default is not None)


def _maker(default: Any) -> Callable[[], Any]:
    return (lambda: default.arg(None)) if default.is_callable else (lambda: default.arg)


@cache
def _with_values(table: str) -> str:
    names = column_names(table)
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608
