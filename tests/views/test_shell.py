"""The window around the pages: rail, menus, what is remembered, and what a page may ask of it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.views import pages, shortcuts, theme
from desktop.views.palette.card import PaletteCard
from desktop.views.rail_parts import ListRow, initials
from desktop.views.session import Session
from desktop.views.shell import Page
from desktop.views.waiting import WaitingCard
from tests.support.accessibility import unnamed
from tests.support.practice_laptop import BAKERY, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, CtrlShift, Key, press, type_words, visit_form

Alt, Shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


# -- pages -------------------------------------------------------------------------------------------
def test_a_page_is_made_at_its_first_visit(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    assert pages.SETTINGS not in session.window.stack.made()
    session.window.show_settings()
    assert pages.SETTINGS in session.window.stack.made()
    settle(qtbot, session)


def test_each_page_has_its_key_and_is_marked_on_the_rail(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    for number, kind in enumerate(session.window.kinds):
        press(qtbot, session, Qt.Key(Key.Key_1.value + number), Ctrl)
        assert session.window.stack.current_key == kind.key
        chosen = [key for key, row in session.window.rail._rows.items() if row.isChecked()]
        assert chosen == [kind.key]


@pytest.mark.parametrize("size", [(1440, 900), (1200, 800), (900, 700), (720, 560)])
def test_all_that_takes_the_keyboard_on_every_page_has_a_name(
    qtbot: QtBot, open_window: Open, size: tuple[int, int]
) -> None:
    session = open_window(size=size)
    for kind in session.window.kinds:
        session.window.show_page(kind.key)
        settle(qtbot, session)
        assert unnamed(session.window) == [], kind.key


def test_counts_are_there_before_the_page_is(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    rail = session.window.rail
    assert pages.RECONCILE not in session.window.stack.made()
    before = rail._rows[pages.RECONCILE].accessibleName()
    assert before == "Afstemming, 3"
    session.window.show_page(pages.RECONCILE)
    settle(qtbot, session)
    assert rail._rows[pages.RECONCILE].accessibleName() == before
    assert rail._rows[pages.SETTINGS].accessibleName() == "Instellingen"


# -- the rail ----------------------------------------------------------------------------------------
def test_kept_lists_stand_below_the_pages_and_open(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    for number in range(9):
        keuze = {"mijn_regie": True} if number == 0 else {"zonder_regie": True}
        laptop.doe("lijst.bewaar", {"id": laptop.staged.new_id(), "naam": f"Lijst {number}", "keuze": keuze})
    session = open_window(laptop)
    rail = session.window.rail
    rows = rail.findChildren(ListRow)
    assert [row.text() for row in rows] == [row.naam for row in laptop.lijsten()]
    assert len(rows) > 7
    assert rail._scroll.height() <= 7 * theme.measure("rail_regel")
    next(row for row in rows if row.text() == "Lijst 0").click()
    settle(qtbot, session)
    assert session.window.stack.current_key == pages.EMPLOYERS
    assert session.window.employers.list.choice.mijn_regie


def test_the_search_button_opens_the_palette(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    session.window.rail.search.click()
    settle(qtbot, session)
    assert len(session.window.findChildren(PaletteCard)) == 1
    press(qtbot, session, Key.Key_Escape)


def test_the_person_opens_a_menu_with_what_is_theirs(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    person = session.window.rail.person
    assert person.accessibleName().startswith("Karin Smit, Accountmanager")
    person.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text().replace("&", "") for action in menu.actions()] == [
        "Instellingen",
        "Op slot zetten",
        "Sneltoetsen",
        "Afsluiten",
    ]
    menu.close()


def test_initials_are_of_the_first_and_the_last_word() -> None:
    assert (initials("Joost van Doorn"), initials("Cher"), initials("")) == ("JD", "CC", "")


# -- menus -------------------------------------------------------------------------------------------
def alt(window: QWidget, released: bool = True) -> None:
    """As the platform sends it: to the handle of the window."""
    handle = window.windowHandle()
    QTest.keyPress(handle, Key.Key_Alt, Alt)
    if released:
        QTest.keyRelease(handle, Key.Key_Alt)


def test_alt_shows_the_menu_bar_and_alt_again_hides_it(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    alt(session.window)
    bar = session.window.menuBar()
    assert bar.isVisible()
    assert bar.activeAction() is bar.actions()[0]
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Key.Key_Alt, Alt)
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_alt_with_another_key_is_not_alt(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    handle = session.window.windowHandle()
    QTest.keyPress(handle, Key.Key_Alt, Alt)
    QTest.keyClick(handle, Key.Key_Left, Alt)
    QTest.keyRelease(handle, Key.Key_Alt)
    assert session.window.menus.bar is None


def test_the_menu_bar_has_every_command_once_under_its_group(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    press(qtbot, session, Key.Key_F10)
    bar = session.window.menuBar()
    titles = [action.text().replace("&", "") for action in bar.actions()]
    assert titles == ["Bestand", "Bewerken", "Beeld", "Ga naar", "Werkgever", "Help"]
    letters = [action.text()[action.text().index("&") + 1].lower() for action in bar.actions()]
    assert len(set(letters)) == len(letters)
    assert session.window.menus.bar is bar
    listed = [action for menu in session.window.menus.bar._menus for action in menu.actions()]
    shown = [
        command.action
        for command in session.window.commands()
        if not command.shortcut.hidden or command.shortcut in shortcuts.PAGES
    ]
    assert sorted(map(id, listed)) == sorted(map(id, shown))
    press(qtbot, session, Key.Key_F10)


def test_the_menu_names_what_would_be_taken_back(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    (undo,) = [one.action for one in session.window.commands() if one.shortcut is shortcuts.UNDO]
    assert undo.text() == "Ongedaan maken"
    outcome = laptop.doe("actie.rond_af", {"actie_id": laptop.actie("Drie profielen")})
    session.undo.did("Actie afgerond", [outcome])
    assert undo.text() == "Ongedaan maken: Actie afgerond"
    press(qtbot, session, Key.Key_Z, Ctrl)
    assert undo.text() == "Ongedaan maken"


def test_below_860_menu_and_the_way_back_share_one_line(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(size=(720, 560), at=BAKERY)
    row = session.window.menu_row
    assert not session.window.rail.isVisible()
    assert row.menu.y() == row.way_back.y() or row.menu.geometry().center().y() == (
        row.way_back.geometry().center().y()
    )
    assert row.way_back.isVisible()
    assert " van " in row.place.text()
    row.way_back.click()
    settle(qtbot, session)
    assert not row.way_back.isVisible()
    row.menu.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text().replace("&", "") for action in menu.actions() if action.text()]
    assert words[:2] == ["Zoek of doe iets", "Vandaag"]
    menu.close()


def test_what_waits_ten_days_is_said_in_the_page_once(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    laptop.doe("actie.rond_af", {"actie_id": laptop.actie("Drie profielen")})
    laptop.moment += timedelta(days=11)
    session = open_window(laptop)
    banner = session.window.banner
    assert banner.text().startswith("Werk van 11 dagen geleden is nog niet verzonden.")
    banner._link.click()
    settle(qtbot, session)
    assert len(session.window.findChildren(WaitingCard)) == 1
    press(qtbot, session, Key.Key_Escape)
    session.window.stand.read()
    settle(qtbot, session)
    assert banner.text() == ""


# -- what is remembered ------------------------------------------------------------------------------
def test_the_window_comes_back_as_it_was_left(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    session.window.show_page(pages.EMPLOYERS)
    settle(qtbot, session)
    splitter = session.window.employers.arrangement._splitter
    splitter.moveSplitter(350, 1)
    assert session.window.employers.list.width() == 350
    session.window.close()
    qtbot.waitUntil(lambda: session.operations.idle)
    left = laptop.vensterstand("venster")
    assert left is not None
    assert left["pagina"] == pages.EMPLOYERS
    again = open_window(laptop, page="")
    assert again.window.stack.current_key == pages.EMPLOYERS
    assert again.window.employers.list.width() == 350


def test_a_page_that_is_gone_is_not_where_it_starts(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    laptop.bewaar_vensterstand("venster", {"pagina": "bestaat_niet", "paginas": 3, "plaats": "x"})
    session = open_window(laptop, page="")
    assert session.window.stack.current_key == pages.FIRST


# -- what a page may ask -----------------------------------------------------------------------------
def test_without_a_werkgever_it_is_asked_at_which_one(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    session.window.show_settings()
    settle(qtbot, session)
    press(qtbot, session, Key.Key_N, Ctrl)
    (card,) = session.window.findChildren(PaletteCard)
    assert card.accessibleName() == "Bij welke werkgever was je?"
    type_words("lindehof")
    settle(qtbot, session)
    press(qtbot, session, Key.Key_Return)
    settle(qtbot, session)
    assert session.window.stack.current_key == pages.EMPLOYERS
    assert BAKERY in session.window.employers.detail.header.name.text()
    assert visit_form(session).isVisible()
    press(qtbot, session, Key.Key_Escape)
    assert session.window.stack.current_key == pages.SETTINGS


def test_a_form_that_was_left_for_another_page_brings_nobody_back(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(at=BAKERY)
    here = session.window.employers.current_employer()
    session.window.show_settings()
    session.window.log_visit(here)
    settle(qtbot, session)
    press(qtbot, session, Key.Key_3, Ctrl)
    press(qtbot, session, Key.Key_2, Ctrl)
    press(qtbot, session, Key.Key_Escape)
    assert session.window.stack.current_key == pages.EMPLOYERS


def test_a_page_without_a_search_field_gives_the_list_of_werkgevers(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    session.window.show_settings()
    press(qtbot, session, Key.Key_F, Ctrl)
    assert session.window.stack.current_key == pages.EMPLOYERS
    assert QApplication.focusWidget() is session.window.employers.list.search


def test_f6_goes_round_on_every_page_and_back(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(at=BAKERY)
    for kind in session.window.kinds:
        session.window.show_page(kind.key)
        settle(qtbot, session)
        count = len(session.window.panes())
        seen = [_pane(qtbot, session, Key.Key_F6) for _ in range(count)]
        assert len(set(seen)) >= 3, kind.key
        back = [_pane(qtbot, session, Key.Key_F6, Shift) for _ in range(2)]
        assert back == [seen[-2], seen[-3]], kind.key


def _pane(
    qtbot: QtBot,
    session: Session,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> int:
    press(qtbot, session, key, modifier)
    focused = QApplication.focusWidget()
    assert focused is not None
    panes = session.window.panes()
    return next(n for n, pane in enumerate(panes) if pane is focused or pane.isAncestorOf(focused))


# -- windows that are no windows ---------------------------------------------------------------------
class Strays(QObject):
    """Hears of widgets that stand on the screen as a window of their own, if only for a moment: they take
    the focus away from the real one.
    """

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            kind = watched.windowType()
            if kind not in (Qt.WindowType.Popup, Qt.WindowType.ToolTip):
                self.seen.append(type(watched).__name__)
        return False


@pytest.fixture
def strays() -> Iterator[Strays]:
    found = Strays()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(found)
    yield found
    app.removeEventFilter(found)


def test_no_part_is_a_window_for_a_moment(qtbot: QtBot, open_window: Open, strays: Strays) -> None:
    session = open_window(at=BAKERY)
    window = session.window
    strays.seen.clear()
    for kind in window.kinds:
        window.show_page(kind.key)
        settle(qtbot, session)
    here = window.employers.current_employer()
    window.log_visit(here)
    settle(qtbot, session)
    window.new_employer("Kinderopvang De Speel")
    settle(qtbot, session)
    window.current_page().close_panel()
    for key, modifier in ((Key.Key_K, Ctrl), (Key.Key_F1, Qt.KeyboardModifier.NoModifier)):
        press(qtbot, session, key, modifier)
        press(qtbot, session, Key.Key_Escape)
    window.popovers.open_waiting()
    settle(qtbot, session)
    press(qtbot, session, Key.Key_Escape)
    assert strays.seen == []


def test_a_page_that_overrides_nothing_does_nothing(qtbot: QtBot, open_window: Open) -> None:
    page = Page()
    qtbot.addWidget(page)
    assert not page.go_back()
    assert not page.close_panel()
    assert not page.search()
    assert (page.way(), page.current_employer(), dict(page.left())) == (None, None, {})
    assert list(page.panes()) == [page]


def test_new_employer_from_anywhere(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    session.window.show_settings()
    press(qtbot, session, Key.Key_N, CtrlShift)
    assert session.window.stack.current_key == pages.EMPLOYERS
    assert session.window.employers.panel is not None
    press(qtbot, session, Key.Key_Escape)
