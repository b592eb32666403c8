"""Starts the program with a window: QApplication, which window comes first, and which one follows.

Gets everything that is no Qt from `desktop.compose`. Touches no store and no network itself.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from desktop import compose
from desktop.clock import Clock
from desktop.frozen import dataclass
from desktop.models.errors import EnvironmentFailure, Weigering, WerkregieError
from desktop.sync.pace import Pace
from desktop.views.backend import Backend
from desktop.views.crash.watch import watching
from desktop.views.ending import delete_now, quits_on_signals
from desktop.views.session import Session
from desktop.views.start import lines
from desktop.views.start.door import Choice
from desktop.views.sync_driver import LOOKS_AGAIN_MS

if TYPE_CHECKING:
    from desktop.practice.laptop import PracticeLaptop
    from desktop.views.start.window import StartWindow

_log = logging.getLogger(__name__)
STOP_SECONDS = 5.0
TURN_SECONDS = 0.0005
"""How long a thread may keep the interpreter while the window waits for it; Python's own 5 ms, some times in
one repaint, are a stall while a round is busy. What threads do takes no longer by it."""
PATIENCE = 2.0
"""Who starts the program twice is not kept waiting as long as a script is."""


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


def run_program(place: compose.Place) -> int:
    """From the first start to the exit code; raises what keeps this profile shut after it was shown."""
    application()
    sys.setswitchinterval(TURN_SECONDS)
    with quits_on_signals():
        return Program(place).run()


PRACTISE = -1
"""In place of an exit code: the person asked for the oefenomgeving."""


def run_window(
    laptop: Backend,
    *,
    start_sync: bool = True,
    clock: Clock | None = None,
    pace: Pace | None = None,
    practice: bool = False,
    theme_name: str | None = None,
    stop_seconds: float = STOP_SECONDS,
    has_practice: bool = False,
) -> int:
    """Shows the window until it is closed; returns the exit code: 1 when the access was taken away meanwhile,
    PRACTISE when the person wants the oefenomgeving (`has_practice`) now.

    Threads end within `stop_seconds`.
    """
    application()
    session = Session(laptop, pace or Pace(), (clock or Clock()).new_id, practice, theme_name)
    session.window.has_practice = has_practice
    with _running(session, laptop, stop_seconds), lines.filling(session):
        code = _exec(session, start_sync)
        return PRACTISE if session.withdrawn is None and session.window.goes_to_practice else code


def run_practice(laptop: PracticeLaptop, *, stop_seconds: float = STOP_SECONDS) -> bool:
    """Shows the oefenomgeving until it is closed; True when the person left it to do something else."""
    application()
    session = Session(laptop, Pace(), laptop.clock.new_id, practice=True)

    def set_offline(on: bool) -> None:
        laptop.offline = on

    line = lines.PracticeLine(session, set_offline)
    with _running(session, laptop, stop_seconds):
        _exec(session, start_sync=True)
    return line.is_left


@contextmanager
def _running(session: Session, laptop: Backend, stop_seconds: float) -> Iterator[None]:
    with watching(session.messages, laptop.logmap()):
        try:
            yield
        finally:
            if not session.stop(stop_seconds):
                _log.warning("a thread of the window did not end in time")
            delete_now(session.on_screen)


def _exec(session: Session, start_sync: bool) -> int:
    session.window.show_as_left()
    if start_sync:
        QTimer.singleShot(LOOKS_AGAIN_MS, session.sync, session.sync.start_when_shown)
    code = application().exec()
    return 1 if session.withdrawn is not None else int(code)


@dataclass(frozen=True, slots=True)
class Program:
    """One profile, from window to window."""

    place: compose.Place

    def run(self) -> int:
        """Ends when a window is closed without another one being asked for."""
        choice = Choice.OPEN
        while True:
            if choice is Choice.PRACTICE:
                choice = self._practise()
            elif choice is Choice.CLOSED:
                return 0
            else:
                code = self._open()
                if code is not None and code != PRACTISE:
                    return code
                choice = Choice.PRACTICE if code == PRACTISE else self._first()

    def _open(self) -> int | None:
        """The window of this profile; None when nobody signed in on it. A sealed one asks the centre."""
        while True:
            try:
                with compose.open_laptop(self.place, PATIENCE, contact=True) as laptop:
                    practice = laptop.stand().oefen
                    return run_window(
                        laptop, clock=laptop.clock, practice=practice, has_practice=not practice
                    )
            except Weigering as reason:
                if reason.code == "niet_aangemeld":
                    return None
                if self._problem(reason) is Choice.CLOSED:
                    raise
            except EnvironmentFailure as failure:
                if self._problem(failure) is Choice.CLOSED:
                    raise

    def _problem(self, failure: WerkregieError) -> Choice:
        from desktop.views.start.sentences import why_closed
        from desktop.views.start.window import ProblemWindow

        return self._ask(lambda: ProblemWindow(why_closed(failure)))

    def _first(self) -> Choice:
        from desktop.views.start.window import FirstWindow

        return self._ask(lambda: FirstWindow(self))

    def _practise(self) -> Choice:
        from desktop.views.start.window import LeftWindow

        try:
            with compose.open_practice(self.place) as laptop:
                left = run_practice(laptop)
        except EnvironmentFailure as failure:
            return self._problem(failure)
        return self._ask(lambda: LeftWindow(self)) if left else Choice.CLOSED

    def _ask(self, make: Callable[[], StartWindow]) -> Choice:
        """Shows a page until it is closed; the look comes first, because parts measure themselves by it."""
        from desktop.views.start.look import FirstLook

        look = FirstLook(compose.preferences(self.place))
        window = make()
        look.serve(window)
        window.show_in_the_middle()
        application().exec()
        if not window.stop(STOP_SECONDS):
            _log.warning("a thread of the first window did not end in time")
        choice = window.choice
        delete_now(window)
        return choice

    # ------------------------------------------------- what the first window asks of the profile

    def enrol(self, address: str, code: str) -> None:
        """As `werkregie aanmelden`."""
        compose.enrol(self.place, address, code)

    def prepare_practice(self) -> None:
        """Opening makes it."""
        with compose.open_practice(self.place):
            return

    def wipe_practice(self) -> None:
        """With its key."""
        compose.wipe_practice(self.place)
