"""Writing rows that are new in a few statements, past the unit of work of the ORM.

That one compares every value with a history which a new row does not have, and sends a statement for each
row: it was most of the time of a push. Touches tables and the session's connection; never commits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Table
from sqlalchemy.orm import Session, make_transient_to_detached

from desktop.models.row_codec import TABLES, Wire, canonical, column_names, to_sqlite, values_to_wire
from desktop.models.tables import SYNCED, Synced
from desktop.models.tables.documents import insert_document, takes_documents

Key = tuple[type[Synced], str]
Put = Callable[[Table, bytes], None]
"""Takes rows of one table as a JSON list of objects."""


def write(session: Session, rows: Sequence[Synced]) -> dict[Key, bytes]:
    """Inserts the rows, those of a table together and in their order; returns the canonical text of each."""
    connection = session.connection()
    if takes_documents(connection):
        return hand_over(rows, lambda table, document: insert_document(connection, table, document))
    texts: dict[Key, bytes] = {}
    for cls, own in _by_class(rows):
        table: str = cls.__tablename__  # type: ignore[attr-defined]
        wires = [_wire(table, row) for row in own]
        connection.exec_driver_sql(_with_values(table), [tuple(to_sqlite(table, wire)) for wire in wires])
        texts |= {(cls, row.id): canonical(wire) for row, wire in zip(own, wires, strict=True)}
    return texts


def hand_over(rows: Sequence[Synced], put: Put) -> dict[Key, bytes]:
    """The rows as documents, those of a table together and in their order; returns the text of each."""
    texts: dict[Key, bytes] = {}
    for cls, own in _by_class(rows):
        table: str = cls.__tablename__  # type: ignore[attr-defined]
        made = [canonical(_wire(table, row)) for row in own]
        put(TABLES[table], b"[" + b",".join(made) + b"]")
        texts |= {(cls, row.id): text for row, text in zip(own, made, strict=True)}
    return texts


def adopt(session: Session, rows: Sequence[Synced]) -> None:
    """From here on the session knows them, as if it had read them itself."""
    for row in rows:
        values, table = vars(row), row.__tablename__  # type: ignore[attr-defined]
        for name in column_names(table):
            values.setdefault(name, None)
        make_transient_to_detached(row)
        session.add(row)


def _by_class(rows: Sequence[Synced]) -> Iterator[tuple[type[Synced], list[Synced]]]:
    """In the order in which tables refer to each other."""
    found: dict[type[Synced], list[Synced]] = {}
    for row in rows:
        found.setdefault(type(row), []).append(row)
    return ((cls, found[cls]) for cls in SYNCED if cls in found)


def _wire(table: str, row: Synced) -> Wire:
    """The row as it travels; what was left empty gets what the table says."""
    values = vars(row)
    for name, make in _defaults(table):
        if values.get(name) is None:
            values[name] = make()
    return values_to_wire(table, values)


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
