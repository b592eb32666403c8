"""How long the event loop is ever kept waiting: what a person feels as a stall.

A timer without delay turns the loop round and round; the time between two turns is the stall. Beside the
clock on the wall stands what the thread itself worked: on a busy machine only the second is the program's.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer

TURN_MS = 1
MILLI = 1000


class LoopWatch(QObject):
    """Begun when what is measured begins; `facts()` when it is over."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._walls: list[float] = []
        self._works: list[float] = []
        self._last = (0.0, 0.0)
        self._loop = QTimer(self, interval=TURN_MS)
        self._loop.timeout.connect(self._turn)

    def begin(self) -> None:
        """What was before does not count."""
        self._walls, self._works = [], []
        self._last = time.perf_counter(), time.thread_time()
        self._loop.start()

    def _turn(self) -> None:
        now = time.perf_counter(), time.thread_time()
        self._walls.append((now[0] - self._last[0]) * MILLI)
        self._works.append((now[1] - self._last[1]) * MILLI)
        self._last = now

    def facts(self) -> dict[str, float]:
        """Ends it."""
        self._loop.stop()
        walls, works = self._walls[1:], self._works[1:]
        return {
            "langst_ms": max(walls),
            "langst_werk_ms": max(works),
            "rondes": len(walls),
            "boven_16": sum(wait > 16 for wait in walls),
            "boven_50": sum(wait > 50 for wait in walls),
        }
