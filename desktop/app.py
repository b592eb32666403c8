"""Starts the window: QApplication, font, theme, exception hook; ends the threads in order.

Gets everything that is no Qt from `desktop.compose`. Touches no store and no network itself.
"""

from __future__ import annotations

import logging
import sys
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.clock import Clock
from desktop.sync.pace import Pace
from desktop.views import theme
from desktop.views.backend import Backend
from desktop.views.messages import Messages
from desktop.views.session import Session

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
