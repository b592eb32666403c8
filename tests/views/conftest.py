"""A window on the laptop in memory, with its threads ended and its timers stopped after each test."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.app import Session
from desktop.clock import Clock
from desktop.sync.pace import Pace
from desktop.views import theme
from tests.support.memory_backend import MemoryBackend

Open = Callable[..., Session]


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Open]:
    """`open_window(backend, size=(1440, 900))` gives a session whose window is shown and filled.

    Not given to qtbot, which would delete the window before its threads have ended.
    """
    sessions: list[Session] = []

    def make(backend: MemoryBackend | None = None, size: tuple[int, int] = (1440, 900)) -> Session:
        laptop = backend or MemoryBackend()
        session = Session(laptop, Pace(), Clock().new_id, laptop.practice, theme.LICHT)
        sessions.append(session)
        session.window.resize(*size)
        session.window.show()
        session.window.activateWindow()
        settle(qtbot, session)
        return session

    yield make
    for session in sessions:
        settle(qtbot, session)
        session.on_screen.close()
        assert session.stop(5)
        session.on_screen.deleteLater()


def settle(qtbot: QtBot, session: Session) -> None:
    """Waits until every question to the laptop was answered and the answers were shown."""

    def quiet() -> bool:
        return session.operations.idle

    qtbot.waitUntil(quiet)
    qtbot.wait(5)
    qtbot.waitUntil(quiet)
