"""Our own window while somebody types: how long the event loop is ever kept waiting.

A timer without delay turns the loop round and round; the time between two turns is what a person would
feel as a stall. Signs come as fast as a fast typist types.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QObject, QTimer

from bench import region
from bench.window_ours import say, start, type_sign
from desktop.views.werkgevers.list_pane import ListPane

SIGNS = 120
EVERY_MS = 80
TURN_MS = 1


class Watch(QObject):
    """Types and measures; says what it saw when all is typed."""

    def __init__(self, pane: ListPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._texts = list(region.keystrokes(SIGNS, 1000))
        self._turns: list[float] = []
        self._last = time.perf_counter()
        self._loop = QTimer(self, interval=TURN_MS)
        self._loop.timeout.connect(self._turn)
        self._typist = QTimer(self, interval=EVERY_MS)
        self._typist.timeout.connect(self._type)

    def begin(self) -> None:
        """After the first answer, when start is over."""
        self._loop.start()
        self._typist.start()

    def _turn(self) -> None:
        now = time.perf_counter()
        self._turns.append((now - self._last) * 1000)
        self._last = now

    def _type(self) -> None:
        if not self._texts:
            return self._report()
        text = self._texts.pop(0)
        if len(text) == 1:
            self._pane.search.clear()
        type_sign(self._pane.search, text[-1])
        return None

    def _report(self) -> None:
        self._loop.stop()
        self._typist.stop()
        waits = self._turns[1:]
        say(
            langst_ms=max(waits),
            rondes=len(waits),
            boven_16=sum(wait > 16 for wait in waits),
            boven_50=sum(wait > 50 for wait in waits),
            toetsen=SIGNS,
        )


_watching: list[Watch] = []


def _seen(pane: ListPane, _rows: int) -> None:
    if not _watching:
        _watching.append(Watch(pane))
        _watching[0].begin()


if __name__ == "__main__":
    sys.exit(start(sys.argv[1], sys.argv[2], _seen))
