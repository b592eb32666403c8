"""The first fill of a laptop with the big region, beside the bare loop that does no more than copy."""

from __future__ import annotations

from bench import bare_fill
from bench.figure import Beside, Figure, rate
from bench.stage import Stage
from desktop.sync.protocol import ROWS_PER_PIECE


def measure(stage: Stage) -> list[Figure]:
    """Ours once (it makes the laptop for the other figures), the bare loop before and after it."""
    _, rows = stage.big
    before = _bare(stage, "voor", searchable=True)
    _, ours = stage.full_laptop
    after = _bare(stage, "na", searchable=True)
    plain = _bare(stage, "kaal", searchable=False)
    loop = rate("", rows, [before, after], "").value
    return [
        rate(
            "first fill",
            rows,
            [ours],
            "rows/s",
            beside=(
                Beside("bare loop, same indexes and full text", loop, goal=0.6),
                Beside("bare loop without full text", rows / plain),
            ),
            note=f"{rows:,} rows in {ours:.1f} s, encrypted, searchable; {ROWS_PER_PIECE:,} rows a piece",
        )
    ]


def _bare(stage: Stage, name: str, *, searchable: bool) -> float:
    path = stage.folder / f"bare-{name}.db"
    _, seconds = bare_fill.copy_all(stage.big[0], path, searchable=searchable)
    path.unlink()
    return seconds
