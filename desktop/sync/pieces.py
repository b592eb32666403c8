"""Reading a piece of a first fill: values for the database, and the hash of each row over the text that came.

The hash is this laptop's own, over the bytes that it received; a sum of the centre is never taken over.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import reduce
from operator import xor
from typing import Any

import msgspec

from desktop.models.errors import EnvironmentFailure
from desktop.models.row_codec import TABLES, Wire, column_names, text_hash
from desktop.sync import parking
from desktop.sync.membership import Key
from desktop.sync.protocol import Snapshot, SnapshotPart

_TEXTS = msgspec.json.Decoder(list[msgspec.Raw])
_WIRE = msgspec.json.Decoder(dict[str, Any])


@dataclass(slots=True)
class Part:
    """Rows of one table: their ids and hashes, and what they hold unless the table is unknown here."""

    tabel: str
    ids: list[str]
    hashes: list[int]
    rows: list[Wire] = field(default_factory=list)
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
    texts = _TEXTS.decode(sent.rijen)
    hashes = [text_hash(table, text) for text in texts]
    # Row by row: ten thousand at once are one call of 30 ms, during which no other thread goes on. As quick.
    wires = [_WIRE.decode(text) for text in texts]
    part = Part(table, [wire["id"] for wire in wires], hashes, wires if table in TABLES else [])
    if table not in TABLES or not set(sent.kolommen) <= set(column_names(table)):
        for wire in wires:
            rest = parking.left_over(table, wire)
            if rest:
                part.parked[(table, wire["id"])] = rest
    return part
