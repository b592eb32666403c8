"""Our own window while its laptop is filled for the first time: it must stay a window all the while."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject

from bench.loop_watch import LoopWatch
from bench.window_ours import say, watched
from desktop.views.main_window import MainWindow
from desktop.views.session import Session
from desktop.views.sync_driver import SyncKind, SyncState


class Filling(QObject):
    """From the beginning of the first round until its rows are in the list."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__(window)
        self._pane = window.employers.list
        self._watch = LoopWatch(self)
        self._began = 0.0
        self._done = False
        session.sync.state_changed.connect(self._sync_changed)
        self._pane.loaded.connect(self._loaded)

    def _sync_changed(self, state: SyncState) -> None:
        if state.kind is SyncKind.BUSY and not self._began:
            self._began = time.perf_counter()
            self._watch.begin()
        elif state.kind is SyncKind.UPDATED:
            self._done = True
        elif state.error is not None:
            say(fout=str(state.error))

    def _loaded(self, total: int) -> None:
        if self._done and total and self._pane.reader.is_whole:
            self._done = False
            say(**self._watch.facts(), rijen=total, seconden=time.perf_counter() - self._began)


def _watch(session: Session, window: MainWindow) -> None:
    Filling(session, window)


def main(folder: str, key_file: str) -> int:
    """On the profile in that folder."""
    return watched(folder, key_file, _watch)
