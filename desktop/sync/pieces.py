"""Reading a piece of a first fill: which rows it has, and the hash of each over the text that came.

The hash is this laptop's own, over the bytes that it received; a sum of the centre is never taken over. What
a row holds is read when it is stored: ten thousand rows of dictionaries are as many objects for Python's
collector to look through, while the window waits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce
from operator import xor
from typing import Any

import msgspec

from desktop.models.errors import EnvironmentFailure
from desktop.models.row_codec import TABLES, Wire, column_names, text_hash
from desktop.precedence import by_turns
from desktop.sync import parking
from desktop.sync.membership import Key
from desktop.sync.protocol import Snapshot, SnapshotPart

_TEXTS = msgspec.json.Decoder(list[msgspec.Raw])
_WIRE = msgspec.json.Decoder(dict[str, Any])
STORED_AT_ONCE = 1_000


class _Named(msgspec.Struct, gc=False):
    id: str


_NAMED = msgspec.json.Decoder(_Named)


@dataclass(slots=True)
class Part:
    """Rows of one table: ids, hashes and what came of each; what has no place here is in `parked`."""

    tabel: str
    texts: list[msgspec.Raw]
    ids: list[str]
    hashes: list[int]
    parked: dict[Key, dict[str, Any]] = field(default_factory=dict)

    def wires(self) -> Iterator[list[Wire]]:
        """Its rows, some at a time; none of a table that is unknown here."""
        if self.tabel in TABLES:
            for some in by_turns(self.texts, STORED_AT_ONCE):
                yield [_WIRE.decode(text) for text in some]


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
    part = Part(table, texts, [], [])
    # Row by row: ten thousand at once are one call of 30 ms, during which no other thread goes on. As quick.
    for few in by_turns(texts):
        part.hashes += [text_hash(table, text) for text in few]
        part.ids += [_NAMED.decode(text).id for text in few]
    if table not in TABLES or not set(sent.kolommen) <= set(column_names(table)):
        for text in texts:
            wire = _WIRE.decode(text)
            rest = parking.left_over(table, wire)
            if rest:
                part.parked[(table, wire["id"])] = rest
    return part
