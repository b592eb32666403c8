"""A piece of a first fill is read row by row, and what a row holds only when it is stored."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest

from desktop.models.errors import EnvironmentFailure
from desktop.models.row_codec import column_names, text_hash
from desktop.sync import pieces
from desktop.sync.protocol import Snapshot, SnapshotPart


def _snapshot(table: str, columns: Sequence[str], *rows: str) -> Snapshot:
    sent = msgspec.Raw(f"[{','.join(rows)}]".encode())
    return Snapshot("e", "regio", 7, [SnapshotPart(table, list(columns), sent)])


def test_rows_come_some_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "STORED_AT_ONCE", 2)
    rows = [f'{{"id":"rij {number}","naam":"Een"}}' for number in range(5)]
    piece = pieces.read(_snapshot("werkgever", column_names("werkgever"), *rows))
    (part,) = piece.parts
    assert (piece.count, part.ids) == (5, [f"rij {number}" for number in range(5)])
    assert part.hashes == [text_hash("werkgever", row.encode()) for row in rows]
    assert [[wire["id"] for wire in some] for some in part.wires()] == [
        ["rij 0", "rij 1"],
        ["rij 2", "rij 3"],
        ["rij 4"],
    ]
    assert not part.parked


def test_what_has_no_place_here_is_parked_and_not_written() -> None:
    (part,) = pieces.read(_snapshot("later", ["id", "titel"], '{"id":"een","titel":"T"}')).parts
    assert list(part.wires()) == []
    assert part.parked == {("later", "een"): {"id": "een", "titel": "T"}}


@pytest.mark.parametrize("row", ["1", '{"naam":"zonder id"}', '{"id":3}', '{"id":"een","naam":}'])
def test_what_is_no_row_breaks_it_off(row: str) -> None:
    with pytest.raises(EnvironmentFailure) as failure:
        pieces.read(_snapshot("werkgever", column_names("werkgever"), row))
    assert failure.value.code == "centrum_afgebroken"
