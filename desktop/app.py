"""Starts the window: QApplication, font, theme, exception hook; ends the threads in order.

Gets everything that is no Qt from `desktop.compose`. Touches no store and no network itself.
"""

from __future__ import annotations

import logging
import sys

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.clock import Clock
from desktop.sync.pace import Pace
from desktop.views.backend import Backend
from desktop.views.crash.watch import watching
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
    session = Session(laptop, pace or Pace(), (clock or Clock()).new_id, practice, theme_name)
    with watching(session.messages, laptop.logmap()):
        try:
            session.window.show_as_left()
            if start_sync:
                session.sync.start()
            code = app.exec()
        finally:
            if not session.stop(stop_seconds):
                _log.warning("a thread of the window did not end in time")
    return 1 if session.withdrawn is not None else int(code)
