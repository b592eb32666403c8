"""The menu bar takes the keyboard out of a form for a moment; the form gets it back as it was."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views import shortcuts
from desktop.views.session import Session
from tests.support.practice_laptop import BAKERY
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, press, type_words, visit_form


def escape(qtbot: QtBot, session: Session) -> None:
    """Out of the menu, then out of the bar."""
    for _ in range(2):
        menu = QApplication.activePopupWidget()
        if menu is not None or session.window.menuBar().hasFocus():
            QTest.keyClick(menu or session.window.menuBar(), Key.Key_Escape)
            settle(qtbot, session)


@pytest.mark.parametrize("stays", [False, True])
def test_a_field_has_its_cursor_back_after_the_menu_bar(qtbot: QtBot, open_window: Open, stays: bool) -> None:
    session = open_window(at=BAKERY)
    session.settings.change(menubalk=stays)
    press(qtbot, session, Key.Key_N, Ctrl)
    form = visit_form(session)
    form.note.setFocus()
    type_words("Proef op de expeditie")
    cursor = form.note.textCursor()
    cursor.setPosition(5)
    cursor.setPosition(9, cursor.MoveMode.KeepAnchor)
    form.note.setTextCursor(cursor)

    def as_it_was(after: str) -> None:
        settle(qtbot, session)
        assert QApplication.focusWidget() is form.note, after
        now = form.note.textCursor()
        assert (form.note.toPlainText(), now.anchor(), now.position()) == ("Proef op de expeditie", 5, 9)
        assert session.window.menuBar().isVisible() is stays, after

    press(qtbot, session, Key.Key_F10)
    assert QApplication.focusWidget() is not form.note
    escape(qtbot, session)
    as_it_was("Escape")
    press(qtbot, session, Key.Key_F10)
    menu = QApplication.activePopupWidget()
    QTest.keyClick(menu or session.window.menuBar(), Key.Key_F10)
    as_it_was("F10 twice")
    press(qtbot, session, Key.Key_F10)
    bar = session.window.menus.bar
    assert bar is not None
    menu = bar._menus[2]
    bar.setActiveAction(menu.menuAction())
    normal = next(one.action for one in session.window.commands() if one.shortcut is shortcuts.NORMAL)
    menu.setActiveAction(normal)
    QTest.keyClick(menu, Key.Key_Return)
    as_it_was("a command that stays here")
    press(qtbot, session, Key.Key_F10)
    escape(qtbot, session)
    palette = next(one.action for one in session.window.commands() if one.shortcut is shortcuts.PALETTE)
    palette.trigger()
    settle(qtbot, session)
    assert QApplication.focusWidget() is not form.note
    press(qtbot, session, Key.Key_Escape)
    as_it_was("a layer")
