"""Rows as they travel, as both databases keep them, and their hash: the same on both ends.

A wire row is a dict of column name → JSON value without empty values, so that a new nullable column
changes no hash. Every row that travels is written and hashed here once on each end, so this is the tightest
loop of the program (docs/adr/0011). Touches the tables' metadata only.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import JSON, Boolean, Date, Table

from desktop.models.tables import SYNCED, Synced
from desktop.models.tables.base import Instant, instant_text

Wire = dict[str, Any]
HASH_MASK = (1 << 63) - 1
_plain_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_sorted_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode
_fast_sorted_json = msgspec.json.Encoder(order="sorted").encode
TABLES: Mapping[str, Table] = {cls.__tablename__: cls.__table__ for cls in SYNCED}  # type: ignore[attr-defined]


@cache
def column_names(table: str) -> tuple[str, ...]:
    """The columns of a synced table in the order of its definition."""
    return tuple(column.name for column in TABLES[table].columns)


@cache
def _kinds(table: str) -> tuple[frozenset[str], frozenset[str]]:
    columns = TABLES[table].columns
    booleans = frozenset(c.name for c in columns if isinstance(c.type, Boolean))
    documents = frozenset(c.name for c in columns if isinstance(c.type, JSON))
    return booleans, documents


def boolean_names(table: str) -> frozenset[str]:
    """Columns that are true or false."""
    return _kinds(table)[0]


def document_names(table: str) -> frozenset[str]:
    """Columns that hold a document."""
    return _kinds(table)[1]


def to_wire(table: str, row: Mapping[str, Any]) -> Wire:
    """From Python values (an ORM row's or a result's) to what travels."""
    return {name: _plain(value) for name in column_names(table) if (value := row[name]) is not None}


def entity_to_wire(row: Synced) -> Wire:
    """From a mapped row."""
    table: str = type(row).__tablename__  # type: ignore[attr-defined]
    names, values = column_names(table), vars(row)
    if not values.keys() >= set(names):  # never set, or read from the database only when it is asked for
        values = {name: getattr(row, name) for name in names}
    return values_to_wire(table, values)


def values_to_wire(table: str, values: Mapping[str, Any]) -> Wire:
    """From the Python values of a row, as its object keeps them; what is not there is empty."""
    wire: Wire = {name: value for name, value in values.items() if value is not None}
    wire.pop("_sa_instance_state", None)
    for name in _temporal(table):
        if name in wire:
            wire[name] = _plain(wire[name])
    return wire


@cache
def _temporal(table: str) -> tuple[str, ...]:
    columns = TABLES[table].columns
    return tuple(column.name for column in columns if isinstance(column.type, Instant | Date))


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return instant_text(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


def from_sqlite(table: str, raw: Mapping[Any, Any]) -> Wire:
    """From the raw values of a SQLite row, or of a before-image of it."""
    booleans, documents = _kinds(table)
    wire: Wire = {}
    for name in column_names(table):
        value = raw.get(name)
        if value is None:
            continue
        if name in booleans:
            value = bool(value)
        elif name in documents and isinstance(value, str):
            value = json.loads(value)
        wire[name] = value
    return wire


def document_text(value: Any) -> str:
    """A document as SQLite keeps it."""
    return _plain_json(value)


@cache
def documents_at(table: str) -> tuple[int, ...]:
    """Which of `column_names` are documents."""
    _, documents = _kinds(table)
    return tuple(at for at, name in enumerate(column_names(table)) if name in documents)


def to_sqlite(table: str, wire: Mapping[str, Any]) -> list[Any]:
    """The raw values of a row for SQLite, in the order of `column_names`; truth is 0 or 1 there."""
    values = list(map(wire.get, column_names(table)))
    for at in documents_at(table):
        if values[at] is not None:
            values[at] = _plain_json(values[at])
    return values


def canonical(wire: Mapping[str, Any]) -> bytes:
    """The one JSON text of a row: what is hashed, and what the centre's database can read as it is."""
    try:
        return _fast_sorted_json(wire)
    except OverflowError:  # a whole number of more than 64 bits, which both databases keep
        return _sorted_json(wire).encode()


def text_hash(table: str, text: bytes) -> int:
    """63 bits over the table's name and the canonical text of a row."""
    begun = _begun(table).copy()
    begun.update(text)
    return int.from_bytes(begun.digest()) & HASH_MASK


@cache
def _begun(table: str) -> Any:
    return hashlib.blake2b(f"{table}\n".encode(), digest_size=8)


def row_hash(table: str, wire: Mapping[str, Any]) -> int:
    """63 bits over the table's name and the row; hashes of a bucket's rows are combined with XOR."""
    return text_hash(table, canonical(wire))
