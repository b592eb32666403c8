"""How long the event loop is ever kept waiting: what a person feels as a stall.

A timer without delay turns the loop round and round; the time between two turns is the stall. Beside the
clock on the wall stands what the thread itself worked, and what all threads of the program worked meanwhile:
on a busy machine a turn takes long because others have the processor, and only the last two are the
program's. A stall of its own lasts no longer than the wall says, and no longer than its threads worked.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

TURN_MS = 1
MILLI = 1000
STALL_MS = 50


@dataclass(frozen=True, slots=True)
class Turn:
    """Milliseconds of one turn: on the wall, of this thread, of all threads."""

    wall: float
    thread: float
    threads: float

    @property
    def own(self) -> float:
        """The most of it that this program itself can have caused."""
        return min(self.wall, self.threads)


class LoopWatch(QObject):
    """Begun when what is measured begins; `facts()` when it is over."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._turns: list[Turn] = []
        self._last = (0.0, 0.0, 0.0)
        self._loop = QTimer(self, interval=TURN_MS)
        self._loop.timeout.connect(self._turn)

    def begin(self) -> None:
        """What was before does not count."""
        self._turns = []
        self._last = _now()
        self._loop.start()

    def _turn(self) -> None:
        now = _now()
        self._turns.append(Turn(*((new - old) * MILLI for new, old in zip(now, self._last, strict=True))))
        self._last = now

    def facts(self) -> dict[str, float]:
        """Ends it."""
        self._loop.stop()
        turns = self._turns[1:]
        return {
            "langst_ms": max(turn.wall for turn in turns),
            "langst_werk_ms": max(turn.thread for turn in turns),
            "langst_eigen_ms": max(turn.own for turn in turns),
            "rondes": len(turns),
            "boven_16": sum(turn.wall > 16 for turn in turns),
            "boven_50": sum(turn.wall > STALL_MS for turn in turns),
            "eigen_boven_50": sum(turn.own > STALL_MS for turn in turns),
        }


def _now() -> tuple[float, float, float]:
    return time.perf_counter(), time.thread_time(), time.process_time()
