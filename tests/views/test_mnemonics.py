"""Each item of a menu has a letter and each part of the window a key; none twice."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.views import menus, mnemonics, shortcuts
from desktop.views.session import Session
from tests.support.practice_laptop import BAKERY
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, press, visit_form

Alt = Qt.KeyboardModifier.AltModifier


def letters(menu: QMenu) -> Counter[str]:
    menu.aboutToShow.emit()
    texts = [one.text() for one in menu.actions() if one.isVisible() and not one.isSeparator()]
    assert all("&" in text for text in texts), texts
    return Counter(text[text.index("&") + 1].lower() for text in texts)


def test_no_letter_stands_twice_in_a_menu(qtbot: QtBot, open_window: Open) -> None:
    """The same command may stand in several menus: each gives its letters when it opens."""
    session = open_window()
    press(qtbot, session, Key.Key_F10)
    window = session.window
    bar = window.menus.bar
    assert bar is not None
    commands = window._commands
    for menu in (*bar._menus, menus.person_menu(window, commands), menus.small_menu(window, commands)):
        assert menu.actions()
        assert set(letters(menu).values()) == {1}, menu.title()
    titles = [action.text() for action in bar.actions()]
    taken = [text[text.index("&") + 1].lower() for text in titles]
    assert len(set(taken)) == len(taken)
    assert not set(taken) & mnemonics.of_panes()


def test_letters_begin_words_and_an_ampersand_stays_one() -> None:
    assert mnemonics.given(["Bezoek", "Bellen", "Actie bij B&&B"]) == [
        "&Bezoek",
        "B&ellen",
        "&Actie bij B&&B",
    ]
    assert mnemonics.given(["Beeld"], {"b", "e", "l"}) == ["Beel&d"]
    assert mnemonics.given(["Ab", "Ab", "Ab"]) == ["&Ab", "A&b", "Ab"]
    assert mnemonics.bare("&Zoek bij B&&B") == "Zoek bij B&&B"


def test_each_part_of_the_window_has_a_key(qtbot: QtBot, open_window: Open) -> None:
    """It leads to where one last was in that part; a part that is not there leads nowhere."""
    session = open_window(at=BAKERY)
    window = session.window

    def goes_to(key: Qt.Key) -> QWidget:
        press(qtbot, session, key, Alt)
        settle(qtbot, session)
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    assert window.rail.isAncestorOf(goes_to(Key.Key_Z))
    assert window.employers.list.isAncestorOf(goes_to(Key.Key_L))
    assert window.employers.detail.isAncestorOf(before := goes_to(Key.Key_I))
    assert goes_to(Key.Key_F) is before
    assert window.status.isAncestorOf(goes_to(Key.Key_S))
    press(qtbot, session, Key.Key_N, Ctrl)
    form = _form(session)
    settle(qtbot, session)
    assert window.rail.isAncestorOf(goes_to(Key.Key_Z))
    assert form.isAncestorOf(goes_to(Key.Key_F))
    assert {one.key for one in shortcuts.PANES} <= {one.shortcut.key for one in window.commands()}


def _form(session: Session) -> QWidget:
    return visit_form(session)
