"""Each item of a menu has a letter and each part of the window a key; none twice."""

import re
from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.views import menus, mnemonics, shortcuts
from desktop.views.session import Session
from desktop.views.werkgevers.overview_button import OverviewButton
from desktop.views.widgets.menu import Menu
from tests.support.practice_laptop import BAKERY
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, press, visit_form

VIEWS = Path(menus.__file__).parent
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


def test_menus_of_a_button_and_of_a_row_have_letters(qtbot: QtBot, open_window: Open) -> None:
    """The letter picks; an & in a name stays a sign."""
    session = open_window(at=BAKERY)
    employers = session.window.employers
    (overview,) = employers.list.findChildren(OverviewButton)
    overview.click()
    assert set(letters(_opened()).values()) == {1}
    _opened().close()
    employers.detail.header.more_button.click()
    assert set(letters(_opened()).values()) == {1}
    _opened().close()
    sort = employers.list.head.line.sort
    sort.click()
    menu = _opened()
    assert set(letters(menu).values()) == {1}
    last = menu.actions()[-1]
    letter = last.text()[last.text().index("&") + 1]
    with qtbot.waitSignal(sort.picked) as picked:
        QTest.keyClicks(menu, letter.lower())
    assert picked.args == [last.data()]
    settle(qtbot, session)
    numbers = Menu("Wie", session.window)
    numbers.add("Bakker & Zn", "x")
    assert letters(numbers)["b"] == 1
    assert mnemonics.bare(numbers.actions()[0].text()) == "Bakker && Zn"


def test_there_is_no_other_menu() -> None:
    """One that is made elsewhere would have no letters."""
    made = {
        path.relative_to(VIEWS).as_posix()
        for path in VIEWS.rglob("*.py")
        if re.search(r"QMenu\(|\(QMenu\)", path.read_text(encoding="utf-8"))
    }
    assert made == {"menus.py", "widgets/menu.py"}


def _opened() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


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
