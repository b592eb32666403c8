"""Our own window, started by its own command line, with an eye on it: says when it has painted and answered.

Nothing of the program is replaced; the eye is an event filter that types one sign after the first rows.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

import desktop.app
from desktop.commandline.program import run
from desktop.views.main_window import MainWindow
from desktop.views.session import Session
from desktop.views.werkgevers.list_pane import ListPane

SIGN = "b"


class Eye(QObject):
    """Waits for painted rows, types a sign, waits until its rows are painted, and then calls `seen`."""

    def __init__(self, window: MainWindow, seen: Callable[[ListPane, int], None]) -> None:
        super().__init__(window)
        self._pane = window.employers.list
        self._seen = seen
        self._rows = 0
        self._fresh = False
        self._pane.loaded.connect(self._loaded)
        self._pane.view.viewport().installEventFilter(self)

    def _loaded(self, _total: int) -> None:
        self._fresh = True
        self._pane.view.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """After the paint itself, so that what is counted is on the screen."""
        if event.type() == QEvent.Type.Paint and self._fresh and self._pane.model.rowCount():
            self._fresh = False
            QTimer.singleShot(0, self._painted)
        return super().eventFilter(watched, event)

    def _painted(self) -> None:
        if not self._rows:
            self._rows = self._pane.model.rowCount()
            type_sign(self._pane.search, SIGN)
        else:
            self._seen(self._pane, self._rows)


def type_sign(field: QWidget, sign: str) -> None:
    """A key that goes down and up, through the event loop like any other."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, sign)
        QCoreApplication.postEvent(field, event)


def say(**facts: object) -> None:
    """One line for the process that measures."""
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def start(folder: str, key_file: str, seen: Callable[[ListPane, int], None]) -> int:
    """The program, with an `Eye` on its window."""

    def watch(_session: Session, window: MainWindow) -> None:
        Eye(window, seen)

    return watched(folder, key_file, watch)


def watched(folder: str, key_file: str, watch: Callable[[Session, MainWindow], None]) -> int:
    """The program as `werkregie` starts it, as somebody left it who was busy at Werkgevers."""

    class Watched(Session):
        def _make(self) -> MainWindow:
            self.settings.window = {"pagina": "werkgevers"}
            window = super()._make()
            watch(self, window)
            return window

    desktop.app.Session = Watched  # type: ignore[attr-defined]
    return run(["--map", folder, "--sleutelbestand", key_file])


def main(folder: str, key_file: str) -> int:
    """On the profile in that folder."""
    return start(folder, key_file, lambda _pane, rows: say(rijen=rows))
