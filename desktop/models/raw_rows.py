"""Writing rows as they came into SQLite, with nothing but what they hold.

The driver asks of everything that is no text or number whether it can be adapted, also of nothing: of a row
with twenty empty columns that was an eighth of the time of a pull. So rows that hold the same columns share a
statement that names only those; what a row does not hold becomes empty. SQLite only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from desktop.models.row_codec import Wire, boolean_names, column_names, document_names, document_text
from desktop.precedence import by_turns

FEW = 20
"""Rows that a statement of its own is worth."""


def write(connection: Connection, table: str, wires: Sequence[Wire], prefix: str = "") -> None:
    """Adds these rows, or puts them over those with the same id; what has no column here is left out.

    `prefix` stands before the name of the table where rows are staged.
    """
    alike: dict[tuple[str, ...], list[Wire]] = {}
    for wire in wires:
        alike.setdefault(tuple(wire), []).append(wire)
    if len(alike) * FEW > len(wires):  # every row another choice of columns: all of them for every row
        alike = {column_names(table): [_filled(table, wire) for wire in wires]}
    for names, rows in alike.items():
        statement, known, booleans, documents = _plan(prefix, table, names)
        for few in by_turns(rows):
            values = (_raw(wire, booleans, documents) for wire in few) if booleans or documents else few
            connection.exec_driver_sql(statement, _tuples(values, known))


def _tuples(wires: Iterable[Wire], known: tuple[str, ...] | None) -> list[tuple[Any, ...]]:
    if known is None:
        return [tuple(wire.values()) for wire in wires]
    return [tuple([wire[name] for name in known]) for wire in wires]


def _raw(wire: Wire, booleans: Sequence[str], documents: Sequence[str]) -> Wire:
    """Truth is 0 or 1 there, and a document a text. The order of the columns stays."""
    raw = dict(wire)
    for name in booleans:
        value = raw[name]
        raw[name] = value if value is None else int(value)
    for name in documents:
        value = raw[name]
        if value is not None:
            raw[name] = "[]" if value == [] else document_text(value)
    return raw


def _filled(table: str, wire: Wire) -> Wire:
    return {name: wire.get(name) for name in column_names(table)}


@lru_cache(1000)
def _plan(
    prefix: str, table: str, names: tuple[str, ...]
) -> tuple[str, tuple[str, ...] | None, tuple[str, ...], tuple[str, ...]]:
    """The statement; the columns if not all have a place here; which are truth and which are documents."""
    columns = column_names(table)
    known = tuple(name for name in names if name in columns)
    marks = ", ".join("?" * len(known))
    sets = ", ".join(f"{name} = excluded.{name}" for name in columns if name != "id")
    statement = (
        f"INSERT INTO {prefix}{table} ({', '.join(known)}) VALUES ({marks}) "  # noqa: S608 (our own names)
        f"ON CONFLICT (id) DO UPDATE SET {sets}"
    )
    booleans = tuple(name for name in known if name in boolean_names(table))
    documents = tuple(name for name in known if name in document_names(table))
    return statement, None if known == names else known, booleans, documents
