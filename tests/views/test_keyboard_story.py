"""A working day by keyboard alone: what the demo tells, without one event of a mouse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.views import pages
from desktop.views.session import Session
from tests.support.practice_laptop import UNHELD, StagedLaptop
from tests.views.conftest import OnRequest, Open, settle
from tests.views.driving import Ctrl, Key, commands, page_key, press, type_words

Alt = Qt.KeyboardModifier.AltModifier
MOST_STEPS = 120
NOTE = "Ze zoeken vanaf januari iemand voor de werf."
OF_A_MOUSE = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class NoMouse(QObject):
    """Remembers each event that only a pointer can give."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QEvent.Type] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in OF_A_MOUSE:
            self.seen.append(event.type())
        return False


@pytest.fixture
def no_mouse(qapp: QApplication) -> Iterator[NoMouse]:
    watcher = NoMouse()
    qapp.installEventFilter(watcher)
    yield watcher
    qapp.removeEventFilter(watcher)


def words_of(widget: QWidget | None) -> str:
    """What a screen reader calls it."""
    if widget is None:
        return ""
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def tab_to(qtbot: QtBot, session: Session, name: str) -> None:
    """Tab until the focus is on the part whose name begins so."""
    passed = []
    for _ in range(MOST_STEPS):
        here = words_of(QApplication.focusWidget())
        if here.startswith(name):
            return
        passed.append(here)
        press(qtbot, session, Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {name!r}, but to {passed}")


def find(qtbot: QtBot, session: Session, words: str) -> None:
    """The palette opens what these words find first."""
    press(qtbot, session, Key.Key_K, Ctrl)
    type_words(words)
    settle(qtbot, session)
    press(qtbot, session, Key.Key_Return)


def test_a_working_day_without_a_mouse(qtbot: QtBot, open_window: Open, no_mouse: NoMouse) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop, page="", pace=OnRequest())
    window = session.window

    # Vandaag: what is late is done.
    tab_to(qtbot, session, "Wat je te doen hebt")
    press(qtbot, session, Key.Key_Space)
    assert commands(laptop) == ["actie.rond_af"]

    # Any werkgever is three words away; nobody holds it, so the regie is asked.
    find(qtbot, session, UNHELD.lower())
    assert window.employers.detail.werkgever_id == laptop.id(UNHELD)
    tab_to(qtbot, session, "Regie vragen")
    press(qtbot, session, Key.Key_Space)
    assert commands(laptop)[-1] == "regie.neem"

    # A visit, taken back, and recorded again.
    for _ in range(2):
        press(qtbot, session, Key.Key_N, Ctrl)
        tab_to(qtbot, session, "Notitie")
        type_words(NOTE)
        press(qtbot, session, Key.Key_Return, Ctrl)
        assert commands(laptop)[-1] == "contact.leg_vast"
        if commands(laptop).count("contact.leg_vast") == 1:
            press(qtbot, session, Key.Key_Z, Ctrl)
            assert commands(laptop)[-1] == "ongedaan.maak"
    notes = [contact.notitie for contact in laptop.blad(laptop.id(UNHELD)).contacten]
    assert notes.count(NOTE) == 1

    # What clashed is settled, the sheet is looked at, everything is sent.
    press(qtbot, session, page_key(session, pages.RECONCILE), Ctrl)
    press(qtbot, session, Key.Key_1, Alt)
    assert commands(laptop)[-1] == "afstemming.kies"
    press(qtbot, session, Key.Key_2, Ctrl)
    press(qtbot, session, Key.Key_P, Ctrl)
    press(qtbot, session, Key.Key_Escape)
    assert laptop.wachtrij()
    press(qtbot, session, Key.Key_F5)
    qtbot.waitUntil(lambda: not laptop.wachtrij())
    settle(qtbot, session)
    assert laptop.regiestand(laptop.id(UNHELD)).regiehouder_id == laptop.medewerker_id

    assert no_mouse.seen == []
