"""Starts the window: QApplication, font, theme, exception hook; ends the threads in order.

Gets everything that is no Qt from `desktop.compose`. Touches no store and no network itself.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop.clock import Clock
from desktop.sync.pace import Pace
from desktop.views import messages, theme
from desktop.views.backend import Backend
from desktop.views.main_window import MainWindow
from desktop.views.messages import Messages
from desktop.views.operations import Operations
from desktop.views.sync_driver import SyncDriver
from desktop.views.withdrawn import WithdrawnWindow

_log = logging.getLogger(__name__)


def application() -> QApplication:
    """The one QApplication, with Qt's own Dutch texts."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Werkregie")
    app.setDesktopFileName("werkregie")
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    translator = QTranslator(app)
    if translator.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    return app


def system_theme_name() -> str:
    """Light or dark as the platform asks."""
    hints = QGuiApplication.styleHints()
    return theme.DONKER if hints.colorScheme() is Qt.ColorScheme.Dark else theme.LICHT


class _Hook(QObject):
    """An error that nothing caught: to the log each time, to the user once per distinct fault."""

    def __init__(self, messages: Messages) -> None:
        super().__init__()
        self._messages = messages
        self._seen: set[tuple[str, str]] = set()

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _log.critical("uncaught error in the window", exc_info=(kind, error, trace))
        fault = (kind.__name__, _place(trace))
        if fault not in self._seen and isinstance(error, Exception):
            self._seen.add(fault)
            self._messages.failed(error)


def _place(trace: TracebackType | None) -> str:
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""


class Session(QObject):
    """The window with what drives it. `set_factor` rebuilds the window at another text size; after a
    revocation `withdrawn` stands in its place.
    """

    def __init__(
        self, laptop: Backend, pace: Pace, new_id: Callable[[], str], practice: bool, theme_name: str
    ) -> None:
        super().__init__()
        self._new_id, self._practice, self._theme_name = new_id, practice, theme_name
        self.operations = Operations(laptop)
        self.messages = Messages()
        self.sync = SyncDriver(self.operations, pace)
        self.withdrawn: WithdrawnWindow | None = None
        self.operations.revoked.connect(self._revoked)
        self.window = self._make(1.0)

    def _make(self, factor: float) -> MainWindow:
        app = application()
        theme.apply(app, theme.make(self._theme_name, self._practice, factor))
        window = MainWindow(self.operations, self.sync, self.messages, self._new_id)
        window.wants_factor.connect(self.set_factor)
        return window

    def set_factor(self, factor: float) -> None:
        """Everything is measured from the font: a new window of the same place and werkgever takes over."""
        old = self.window
        old.actions_of_employers.close_panel()
        current = old.employers.detail.werkgever_id
        self.messages.said.disconnect(old.said)
        self.window = self._make(factor)
        if current:
            self.window.employers.open_employer(current)
        _take_place(old, self.window)

    def _revoked(self, error: Exception) -> None:
        """Everything here was wiped: what was on the screen goes too."""
        self.sync.stop()
        self.withdrawn = WithdrawnWindow(messages.explain(error))
        _take_place(self.window, self.withdrawn)

    @property
    def on_screen(self) -> QMainWindow:
        """The window, or what took its place."""
        return self.withdrawn or self.window

    def stop(self, seconds: float) -> bool:
        self.sync.stop()
        return self.operations.stop(seconds)


def _take_place(old: QMainWindow, new: QMainWindow) -> None:
    new.setGeometry(old.geometry())
    new.setWindowState(old.windowState())
    new.show()
    new.activateWindow()
    old.hide()
    old.deleteLater()


def run_window(
    laptop: Backend,
    *,
    start_sync: bool = True,
    clock: Clock | None = None,
    pace: Pace | None = None,
    practice: bool = False,
    theme_name: str | None = None,
    stop_seconds: float = 5.0,
) -> int:
    """Shows the window until it is closed; returns the exit code: 1 when the access was taken away meanwhile.

    Threads end within `stop_seconds`.
    """
    app = application()
    session = Session(
        laptop, pace or Pace(), (clock or Clock()).new_id, practice, theme_name or system_theme_name()
    )
    hook = _Hook(session.messages)
    previous = sys.excepthook
    sys.excepthook = hook
    try:
        session.window.resize(1440, 900)
        session.window.show()
        if start_sync:
            session.sync.start()
        code = app.exec()
    finally:
        sys.excepthook = previous
        if not session.stop(stop_seconds):
            _log.warning("a thread of the window did not end in time")
    return 1 if session.withdrawn is not None else int(code)
