"""A window on a laptop of the practice region; its threads end and its timers stop after each test."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.clock import Clock
from desktop.sync.pace import Pace
from desktop.views import pages, pictures, theme
from desktop.views.backend import Backend
from desktop.views.session import Session
from tests.support.practice_laptop import StagedLaptop
from tests.support.region import world

__all__ = ["world"]

Open = Callable[..., Session]


class OnRequest(Pace):
    """Nothing happens by itself: a test that talks to a real centre says when."""

    def on_success(self, now: float) -> None:
        self._due = now + 3600

    on_failure = on_command = on_success


@pytest.fixture
def open_window(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Open]:
    """`open_window(laptop, at="Bakkerij De Lindehof")` gives a session whose window is shown and filled,
    with that werkgever open. `page`: which one is in sight; empty is where the window starts by itself.
    Unsaid it is `OPENS_AT` of the test's module: no test pays for the werkgevers that it never looks at.

    Not given to qtbot, which would delete the window before its threads have ended.
    """
    sessions: list[Session] = []
    opens_at: str = getattr(request.module, "OPENS_AT", pages.EMPLOYERS)

    def make(
        backend: Backend | None = None,
        size: tuple[int, int] = (1440, 900),
        pace: Pace | None = None,
        at: str = "",
        theme_name: str | None = theme.LICHT,
        platform: Any = None,
        page: str = opens_at,
    ) -> Session:
        laptop = backend or StagedLaptop()
        session = Session(laptop, pace or Pace(), Clock().new_id, laptop.stand().oefen, theme_name, platform)
        sessions.append(session)
        if page:
            session.window.show_page(page)
        session.window.resize(*size)
        session.window.show()
        session.window.activateWindow()
        settle(qtbot, session)
        if at and isinstance(laptop, StagedLaptop):
            session.window.open_employer(laptop.id(at))
            settle(qtbot, session)
        return session

    yield make
    for session in sessions:
        settle(qtbot, session)
        session.on_screen.close()
        assert session.stop(5)
        session.on_screen.deleteLater()
        if isinstance(session.operations.backend, StagedLaptop):
            session.operations.backend.close()


def end(qtbot: QtBot, session: Session) -> None:
    """Closes this window within a test, before the laptop that it was given is closed."""
    session.on_screen.close()
    settle(qtbot, session)
    assert session.stop(5)


def settle(_qtbot: QtBot, session: Session) -> None:
    """Waits until every question to the laptop was answered and the answers were shown."""
    assert pictures.settle(session.operations), "the window does not come to rest"
