"""The overview PDF beside the same text on a bare canvas, as a figure like the others."""

from __future__ import annotations

from bench import overview
from bench.figure import Beside, Figure
from bench.stage import Stage


def measure(_stage: Stage) -> list[Figure]:
    """The sizes are those of the overview's own bench."""
    return [
        Figure(name, value, unit, more_is_better=False, beside=(Beside(peer, theirs, goal=0.5),))
        for name, value, unit, peer, theirs in overview.measure()
    ]
