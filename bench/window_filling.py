"""Our own window while its laptop is filled for the first time and somebody types: it must stay a window.

There is nothing to search in the list before it is filled, so the typing is in *Zoek of doe* (Ctrl+K), which
asks the laptop at every sign as well.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from bench import region
from bench.loop_watch import LoopWatch
from bench.window_ours import say, type_sign, watched
from desktop.views.main_window import MainWindow
from desktop.views.session import Session
from desktop.views.sync_driver import SyncKind, SyncState

EVERY_MS = 80
WERKGEVERS = 1_000


class Filling(QObject):
    """From the beginning of the first round until its rows are in the list; typing meanwhile."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._pane = window, window.employers.list
        self._watch = LoopWatch(self)
        self._began = 0.0
        self._done = False
        self._texts = region.keystrokes(1_000_000, WERKGEVERS)
        self._typed = 0
        self._typist = QTimer(self, interval=EVERY_MS)
        self._typist.timeout.connect(self._type)
        session.sync.state_changed.connect(self._sync_changed)
        self._pane.loaded.connect(self._loaded)

    def _sync_changed(self, state: SyncState) -> None:
        if state.kind is SyncKind.BUSY and not self._began:
            self._began = time.perf_counter()
            self._window.open_palette()
            self._watch.begin()
            self._typist.start()
        elif state.kind is SyncKind.UPDATED:
            self._done = True
        elif state.error is not None:
            say(fout=str(state.error))

    def _type(self) -> None:
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit):
            text = next(self._texts)
            if len(text) == 1:
                field.clear()
            type_sign(field, text[-1])
            self._typed += 1

    def _loaded(self, total: int) -> None:
        if self._done and total and self._pane.reader.is_whole:
            self._done = False
            took = time.perf_counter() - self._began
            say(**self._watch.facts(), rijen=total, seconden=took, toetsen=self._typed)


def _watch(session: Session, window: MainWindow) -> None:
    Filling(session, window)


def main(folder: str, key_file: str) -> int:
    """On the profile in that folder."""
    return watched(folder, key_file, _watch)
