"""How long the event loop is ever kept waiting: what a person feels as a stall.

A timer without delay turns the loop round and round; the time between two turns is the stall. Beside the
clock on the wall stands what the thread itself worked, and what all threads of the program worked meanwhile:
on a busy machine a turn takes long because others have the processor, and only the last two are the
program's. A stall of its own lasts no longer than the wall says, and no longer than its threads worked.

Linux also tells how long a thread was ready and had no core. The rest of a turn the thread worked, or waited
for the interpreter, a lock or the disk: that is the program's for certain. Of the waiting for a core at most
what its other threads worked is. So the truth lies between those two, and both are told.
"""

from __future__ import annotations

import time
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QObject, QTimer

TURN_MS = 1
MILLI = 1000
STALL_MS = 50
CORE_TIMES = Path("/proc/thread-self/schedstat")
"""Of this thread: nanoseconds on a core, nanoseconds ready without one, and how often it got one."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Milliseconds of one turn: on the wall, of this thread, of all threads, ready without a core."""

    wall: float
    thread: float
    threads: float
    coreless: float = 0.0

    @property
    def own(self) -> float:
        """The most of it that this program itself can have caused."""
        return min(self.wall, self.threads)

    @property
    def on_core(self) -> float:
        """What it would have lasted with a core at once: the least of it that is the program's."""
        return max(0.0, self.wall - self.coreless)


class LoopWatch(QObject):
    """Begun on the thread of the window when what is measured begins; `facts()` when it is over."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._moments = array("d")  # numbers only: forty thousand objects would be the collector's work
        self._core_times: BinaryIO | None = None
        self._loop = QTimer(self, interval=TURN_MS)
        self._loop.timeout.connect(self._turn)

    def begin(self) -> None:
        """What was before does not count."""
        if CORE_TIMES.exists():
            self._core_times = CORE_TIMES.open("rb", buffering=0)
        self._moments = array("d", self._now())
        self._loop.start()

    def _turn(self) -> None:
        self._moments.extend(self._now())

    def _now(self) -> tuple[float, float, float, float]:
        return time.perf_counter(), time.thread_time(), time.process_time(), self._coreless()

    def _coreless(self) -> float:
        """Seconds until now in which this thread was ready and had no core; nothing where nobody tells."""
        if self._core_times is None:
            return 0.0
        self._core_times.seek(0)
        return int(self._core_times.read().split()[1]) / 1e9

    def turns(self) -> Iterator[Turn]:
        """All of them until now, but the first, which began before."""
        width = len(Turn.__slots__)
        for at in range(2 * width, len(self._moments), width):
            before, now = self._moments[at - width : at], self._moments[at : at + width]
            yield Turn(*((new - old) * MILLI for new, old in zip(now, before, strict=True)))

    def facts(self) -> dict[str, float]:
        """Ends it."""
        self._loop.stop()
        if self._core_times is not None:
            self._core_times.close()
        turns = list(self.turns())
        return {
            "langst_ms": max(turn.wall for turn in turns),
            "langst_werk_ms": max(turn.thread for turn in turns),
            "langst_eigen_ms": max(turn.own for turn in turns),
            "langst_met_kern_ms": max(turn.on_core for turn in turns),
            "rondes": len(turns),
            "boven_16": sum(turn.wall > 16 for turn in turns),
            "boven_50": sum(turn.wall > STALL_MS for turn in turns),
            "eigen_boven_50": sum(turn.own > STALL_MS for turn in turns),
            "met_kern_boven_50": sum(turn.on_core > STALL_MS for turn in turns),
        }
