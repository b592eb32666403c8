"""Our own window while somebody types as fast as a fast typist: stalls, and how soon the rows are there."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer

from bench import region
from bench.figure import median, percentile
from bench.loop_watch import MILLI, LoopWatch
from bench.window_ours import say, start, type_sign
from desktop.views.werkgevers.list_pane import ListPane

SIGNS = 120
EVERY_MS = 80


class Typist(QObject):
    """Types and measures; says what it saw when all is typed."""

    def __init__(self, pane: ListPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._texts = list(region.keystrokes(SIGNS, 1000))
        self._typed = ("", 0.0)
        self._answers: list[float] = []
        self._watch = LoopWatch(self)
        self._typist = QTimer(self, interval=EVERY_MS)
        self._typist.timeout.connect(self._type)
        pane.reader.shown.connect(self._answered)

    def begin(self) -> None:
        """After the first answer, when start is over."""
        self._watch.begin()
        self._typist.start()

    def _type(self) -> None:
        if not self._texts:
            return self._report()
        text = self._texts.pop(0)
        if len(text) == 1:
            self._pane.search.clear()
        self._typed = text.strip(), time.perf_counter()
        type_sign(self._pane.search, text[-1])
        return None

    def _answered(self) -> None:
        text, moment = self._typed
        if moment and self._pane.choice.tekst == text:
            self._answers.append((time.perf_counter() - moment) * MILLI)
            self._typed = "", 0.0

    def _report(self) -> None:
        self._typist.stop()
        answers = self._answers or [0.0]
        say(
            **self._watch.facts(),
            toetsen=SIGNS,
            antwoorden=len(self._answers),
            antwoord_ms=median(answers),
            antwoord_p95_ms=percentile(answers, 0.95),
        )


_typing: list[Typist] = []


def _seen(pane: ListPane, _rows: int) -> None:
    if not _typing:
        _typing.append(Typist(pane))
        _typing[0].begin()


def main(folder: str, key_file: str) -> int:
    """On the profile in that folder."""
    return start(folder, key_file, _seen)
