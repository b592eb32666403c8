"""Instellingen: what is chosen counts at once, is kept, and is there the next time."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.preferences import Preferences
from desktop.views import shortcuts, theme
from desktop.views.instellingen import texts
from desktop.views.instellingen.licences import LicencesCard
from desktop.views.instellingen.page import SettingsPage
from desktop.views.lock.code_card import CodeCard
from desktop.views.session import Session
from tests.support.practice_laptop import StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, press


def settings_page(qtbot: QtBot, session: Session) -> SettingsPage:
    press(qtbot, session, Key.Key_Comma, Ctrl)
    page = session.window.current_page()
    assert isinstance(page, SettingsPage)
    return page


def test_a_theme_is_on_the_screen_at_once_and_kept(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    page = settings_page(qtbot, session)
    press(qtbot, session, Key.Key_Down)
    assert page.look.theme.value() == "donker"
    assert theme.active().name == theme.DONKER
    assert laptop.voorkeuren().thema == "donker"
    press(qtbot, session, Key.Key_Down)
    assert theme.active().high_contrast


def test_text_size_from_the_page_and_from_the_keys_is_one(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    page = settings_page(qtbot, session)
    page.look.text_size.set_value("1.5")
    settle(qtbot, session)
    assert theme.active().factor == 1.5
    press(qtbot, session, Key.Key_Plus, Ctrl)
    assert page.look.text_size.value() == "1.75"
    press(qtbot, session, Key.Key_0, Ctrl)
    assert (page.look.text_size.value(), laptop.voorkeuren().tekstfactor) == ("1.0", 1.0)


def test_less_motion_and_the_menu_bar(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    page = settings_page(qtbot, session)
    page.look.motion.check.click()
    page.look.menu_bar.check.click()
    settle(qtbot, session)
    assert theme.active().still
    assert session.window.menuBar().isVisible()
    assert laptop.voorkeuren() == Preferences("licht", 1.0, minder_beweging=True, menubalk=True)
    page.look.menu_bar.check.click()
    settle(qtbot, session)
    assert not session.window.menuBar().isVisible()


def test_minutes_without_a_code_say_that_they_do_nothing(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    page = settings_page(qtbot, session)
    page.lock.after.set_value("5")
    settle(qtbot, session)
    assert page.lock._row.error == texts.NO_CODE
    page.lock.choose.click()
    settle(qtbot, session)
    (card,) = session.window.findChildren(CodeCard)
    card.code.edit.setText("geheim12")
    card.again.edit.setText("geheim12")
    card.keep()
    qtbot.waitUntil(laptop.slot_ingesteld)
    settle(qtbot, session)
    assert page.lock._row.error == ""
    assert page.lock.choose.text() == texts.CHANGE_CODE
    assert page.lock.code.text() == texts.CODE_SET
    assert laptop.voorkeuren().slot_minuten == 5


def test_silent_days_are_kept(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    page = settings_page(qtbot, session)
    page.today.days.set_value("90")
    settle(qtbot, session)
    assert laptop.voorkeuren().stil_dagen == 90


def test_what_was_chosen_is_there_the_next_time(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    laptop.bewaar_voorkeuren(Preferences("donker", 1.25, stil_dagen=45))
    session = open_window(laptop)
    page = settings_page(qtbot, session)
    assert (page.look.text_size.value(), page.today.days.value()) == ("1.25", "45")


def test_the_sheet_opens_from_the_page_and_licences_are_listed(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    page = settings_page(qtbot, session)
    page.about.licences.click()
    (card,) = session.window.findChildren(LicencesCard)
    assert any("LGPL-3.0" in line for line in _words(card))
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is not None
    assert page.keys.words.text() == texts.own_keys(0)
    session.settings.change_keys({shortcuts.SYNC.key: ("F9",)})
    settle(qtbot, session)
    assert page.keys.words.text() == texts.own_keys(1)


def _words(card: LicencesCard) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in card.findChildren(QLabel)]
