"""Our own window while somebody goes through the whole list: wheel, page down, scroll bar, End and Home."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from bench.loop_watch import LoopWatch
from bench.window_ours import say, start
from desktop.views.werkgevers.list_pane import ListPane

EVERY_MS = 16
WHEEL, PAGES, DRAG, ENDS = 240, 60, 240, 12
WHEEL_PIXELS = 120
SETTLE = 20


class Walker(QObject):
    """One step per frame; says what it saw at the end, and how many rows were there when it looked."""

    def __init__(self, pane: ListPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._watch = LoopWatch(self)
        self._steps = self._walk()
        self._here = self._looked = 0
        self._clock = QTimer(self, interval=EVERY_MS)
        self._clock.timeout.connect(self._step)

    def begin(self) -> None:
        """All werkgevers again, and once their number is known the first step."""
        self._pane.search.clear()
        self._pane.reader.whole.connect(self._whole)

    def _whole(self) -> None:
        if not self._clock.isActive():
            self._pane.focus_rows()
            self._watch.begin()
            self._clock.start()

    def _step(self) -> None:
        step = next(self._steps, None)
        if step is None:
            self._clock.stop()
            rows = self._pane.model.total
            say(**self._watch.facts(), rijen=rows, gezien=self._looked, hier=self._here)
            return
        step()
        first, last = self._pane.body.in_sight()
        self._looked += last - first + 1
        self._here += last - first + 1 - len(self._pane.model.missing(first, last))

    def _walk(self) -> Iterator[Callable[[], None]]:
        for _ in range(WHEEL):
            yield partial(self._scroll_by, WHEEL_PIXELS)
        for _ in range(PAGES):
            yield partial(self._key, Qt.Key.Key_PageDown)
        for part in range(DRAG):
            yield partial(self._drag, part / DRAG)
        for number in range(ENDS):
            yield partial(self._key, Qt.Key.Key_Home if number % 2 else Qt.Key.Key_End)
            for _ in range(SETTLE):
                yield self._look

    def _scroll_by(self, pixels: int) -> None:
        bar = self._pane.view.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def _drag(self, part: float) -> None:
        bar = self._pane.view.verticalScrollBar()
        bar.setValue(round(bar.maximum() * part))

    def _key(self, key: Qt.Key) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.postEvent(self._pane.view, event)

    def _look(self) -> None:
        """A moment to see what came."""


_walking: list[Walker] = []


def _seen(pane: ListPane, _rows: int) -> None:
    if not _walking:
        _walking.append(Walker(pane))
        _walking[0].begin()


def main(folder: str, key_file: str) -> int:
    """On the profile in that folder."""
    return start(folder, key_file, _seen)
