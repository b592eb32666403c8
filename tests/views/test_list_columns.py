"""The list as columns: the page to itself, a header for the keyboard, the name always in sight."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.werkgevers import texts_list as words
from desktop.views.werkgevers.columns_card import ColumnsCard
from tests.support.practice_laptop import StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Key, press
from tests.views.listing import on_rows, pane_of


def test_columns_have_the_page_to_themselves_and_a_werkgever_opens_as_a_page(
    qtbot: QtBot, open_window: Open
) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    pane = on_rows(qtbot, session, 2)
    page = session.window.employers
    pane.head.switch.click()
    settle(qtbot, session)
    assert pane.width() > 1000
    assert not page.detail.isVisible()
    assert pane.choosing.current == 2
    pane.view.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, session, Key.Key_Return)
    assert page.detail.isVisible()
    assert page.detail.werkgever_id == pane.model.id_at(2)
    assert page.go_back()
    assert QApplication.focusWidget() is pane.view
    again = pane_of(open_window(laptop))
    settle(qtbot, session)
    assert again.wide  # remembered


def test_the_header_of_columns_works_with_the_keyboard(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    pane = on_rows(qtbot, session)
    pane.arrangement.switch()
    settle(qtbot, session)
    header = pane.body.columns.header
    header.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(header, Key.Key_Right)
    press(qtbot, session, Key.Key_Return)
    assert pane.choice.sortering == "plaats"
    assert header.spoken(1) == "Plaats, oplopend gesorteerd"
    places = [row.plaats or "" for row in pane.model.rows()]
    assert places == sorted(places, key=lambda place: place.lstrip("'").lower())
    before = header.sectionSize(1)
    press(qtbot, session, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert header.sectionSize(1) == before + 16
    assert pane.arrangement.memory.widths["plaats"] == before + 16
    for _ in range(2):
        press(qtbot, session, Key.Key_Right)
    press(qtbot, session, Key.Key_Return)
    press(qtbot, session, Key.Key_Return)
    assert pane.choice.sortering == "langst_geleden"


def test_the_name_stays_in_sight(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(size=(900, 700))
    pane = on_rows(qtbot, session)
    pane.arrangement.switch()
    settle(qtbot, session)
    view = pane.body.columns
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    assert view.horizontalScrollBar().value() > 0
    pressed = view.indexAt(view.viewport().rect().topLeft())
    assert (pressed.row(), pressed.column()) == (0, 0)
    assert view.visualRect(pane.model.index(0, 0)).left() == 0
    view.setCurrentIndex(pane.model.index(0, 1))
    assert view.columnViewportPosition(1) >= view.columnWidth(0)


def test_columns_are_chosen_and_the_name_always_stays(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    pane = on_rows(qtbot, session)
    pane.arrangement.switch()
    settle(qtbot, session)
    pane.arrangement.choose_columns()
    boxes = session.window.findChildren(ColumnsCard)[0].boxes
    for key in ("regie", "segment", "kvk_nummer", "open_acties"):
        boxes[key].click()
    boxes["gemeente"].click()
    settle(qtbot, session)
    assert [column.key for column in pane.model.columns] == ["naam", "plaats", "gemeente", "laatste_contact"]
    assert words.COLUMNS["gemeente"] == pane.model.headerData(2, Qt.Orientation.Horizontal)
