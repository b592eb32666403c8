"""Reading a piece of a first fill: values for the database, and the hash of each row over the text that came.

The hash is this laptop's own, over the bytes that it received; a sum of the centre is never taken over.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, reduce
from operator import xor
from typing import Any

import msgspec

from desktop.models.errors import EnvironmentFailure
from desktop.models.row_codec import TABLES, column_names, document_text, documents_at, text_hash, to_sqlite
from desktop.sync import parking
from desktop.sync.membership import Key
from desktop.sync.protocol import Snapshot, SnapshotPart

_TEXTS = msgspec.json.Decoder(list[msgspec.Raw])
_WIRES = msgspec.json.Decoder(list[dict[str, Any]])


@dataclass(slots=True)
class Part:
    """Rows of one table: their ids and hashes, and their values unless the table is unknown here."""

    tabel: str
    ids: list[str]
    hashes: list[int]
    values: list[tuple[Any, ...]] = field(default_factory=list)
    parked: dict[Key, dict[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Piece:
    """What is to be stored of one answer."""

    epoch: str
    cursor: int
    hervat: str | None
    parts: list[Part]

    @property
    def count(self) -> int:
        """How many rows."""
        return sum(len(part.ids) for part in self.parts)

    @property
    def hash(self) -> int:
        """The hashes of all rows together."""
        return reduce(xor, (value for part in self.parts for value in part.hashes), 0)


def read(snapshot: Snapshot) -> Piece:
    """Raises `EnvironmentFailure` for what is no such piece."""
    try:
        parts = [_part(one) for one in snapshot.delen]
    except (msgspec.DecodeError, KeyError, RecursionError) as error:
        raise EnvironmentFailure("centrum_afgebroken") from error
    return Piece(snapshot.epoch, snapshot.cursor, snapshot.hervat, parts)


def _part(sent: SnapshotPart) -> Part:
    table = sent.tabel
    hashes = [text_hash(table, text) for text in _TEXTS.decode(sent.rijen)]
    if table in TABLES and set(sent.kolommen) <= set(column_names(table)):
        values = _values(table, sent.rijen)
        at = column_names(table).index("id")
        return Part(table, [row[at] for row in values], hashes, values)
    return _with_left_overs(table, hashes, _WIRES.decode(sent.rijen))


def _values(table: str, rows: msgspec.Raw) -> list[tuple[Any, ...]]:
    """Straight into tuples in the order of the columns: a dict per row would cost twice as much."""
    decoder, documents = _decoder(table)
    decoded = decoder.decode(rows)
    for row in decoded if documents else ():
        for name in documents:
            value = getattr(row, name)
            if value is not None:
                setattr(row, name, "[]" if value == [] else document_text(value))
    return [msgspec.structs.astuple(row) for row in decoded]


@cache
def _decoder(table: str) -> tuple[msgspec.json.Decoder[Any], tuple[str, ...]]:
    fields = [(name, Any, None) for name in column_names(table)]
    row = msgspec.defstruct(f"Row_{table}", fields, gc=False)
    documents = tuple(column_names(table)[at] for at in documents_at(table))
    return msgspec.json.Decoder(list[row]), documents  # type: ignore[valid-type]  # made from our own columns


def _with_left_overs(table: str, hashes: list[int], wires: list[dict[str, Any]]) -> Part:
    part = Part(table, [wire["id"] for wire in wires], hashes)
    for wire in wires:
        rest = parking.left_over(table, wire)
        if rest:
            part.parked[(table, wire["id"])] = rest
    if table in TABLES:
        part.values = [tuple(to_sqlite(table, wire)) for wire in wires]
    return part
