"""At 720 × 560 and 200 % text nothing lies over something else: what does not fit scrolls."""

from itertools import pairwise

from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.views import pages
from desktop.views.paper.orders import Overview
from desktop.views.paper.paper import show_paper
from desktop.views.session import Session
from desktop.views.vandaag.page import TodayPage
from desktop.views.widgets.layout_items import items
from tests.support.practice_laptop import BAKERY, CARE, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import question

TOLERANCE = 1


def squeezed(holder: QWidget) -> list[str]:
    """Parts that are lower than they need, or that lie over the next one."""
    layout = holder.layout()
    assert layout is not None
    shown = [
        (type(one.widget()).__name__, one.geometry(), one.minimumSize().height())
        for one in items(layout)
        if not one.isEmpty()
    ]
    low = [
        f"{name} {place.height()} < {least}"
        for name, place, least in shown
        if place.height() + TOLERANCE < least
    ]
    over = [
        f"{above.bottom()} > {below.top()}"
        for (_, above, _), (_, below, _) in pairwise(shown)
        if above.bottom() > below.top() + TOLERANCE
    ]
    return low + over


def test_heads_and_questions_scroll_where_they_do_not_fit(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop, size=(720, 560), at=BAKERY)
    session.settings.change(tekstfactor=2.0)
    settle(qtbot, session)
    detail = session.window.employers.detail
    assert squeezed(detail.header) == []
    assert detail.stack.height() > 40
    widest = max(one.sizeHint().width() for one in detail.header._buttons)
    assert detail.header.visit_button.width() >= detail.header.visit_button.sizeHint().width() - TOLERANCE
    assert detail.header.width() > widest
    detail.header.call_button.setFocus()
    settle(qtbot, session)
    top = detail.header.call_button.mapTo(detail._top, detail.header.call_button.rect().topLeft()).y()
    assert -TOLERANCE <= top < detail._top.height()
    session.window.call(laptop.id(CARE))
    settle(qtbot, session)
    card = question(session)
    inner = card.column.parentWidget()
    assert inner is not None
    assert squeezed(inner) == []
    card.reject()
    session.window.show_page(pages.TODAY)
    settle(qtbot, session)
    today = session.window.current_page()
    assert isinstance(today, TodayPage)
    assert squeezed(today.head) == []
    assert not today._top.verticalScrollBar().isVisible()
    assert today.body.height() > today.height() * 0.8


def test_the_head_of_vandaag_scrolls_along_in_a_low_window_and_stands_still_in_a_high_one(
    qtbot: QtBot, open_window: Open
) -> None:
    session = open_window(size=(720, 560), page=pages.TODAY)
    session.settings.change(tekstfactor=2.0)
    settle(qtbot, session)
    today = session.window.current_page()
    assert isinstance(today, TodayPage)
    assert today.body.isAncestorOf(today.head)
    today.head.visit.setFocus()
    session.window.resize(1440, 1100)
    settle(qtbot, session)
    assert not today.body.isAncestorOf(today.head)
    assert today._top.height() >= today._top.wanted()
    assert QApplication.focusWidget() is today.head.visit
    session.settings.change(tekstfactor=1.0)
    settle(qtbot, session)
    assert not today.body.isAncestorOf(today.head)


def too_wide(session: Session) -> list[str]:
    """Columns that reach out of sight sideways, and buttons narrower than their words."""
    window = session.window
    out = [
        f"{area.accessibleName()} {inner.width()} > {area.viewport().width()}"
        for area in window.findChildren(QScrollArea)
        if area.isVisible() and (inner := area.widget()) is not None
        if inner.width() > area.viewport().width()
    ]
    narrow = [
        f"{button.text()} {button.width()} < {button.minimumSizeHint().width()}"
        for kind in (QPushButton, QRadioButton)
        for button in window.findChildren(kind)
        if button.isVisible() and button.width() < button.minimumSizeHint().width()
    ]
    return out + narrow


def test_no_page_is_wider_than_the_window(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop, size=(720, 560), at=BAKERY)
    session.settings.change(tekstfactor=2.0)
    settle(qtbot, session)
    for tab in ("gegevens", "contactpersonen"):
        session.window.employers.detail.show_tab(tab)
        settle(qtbot, session)
        assert too_wide(session) == [], tab
    for page in (pages.TODAY, pages.REPORTS):
        session.window.show_page(page)
        settle(qtbot, session)
        assert too_wide(session) == [], page
    paper = show_paper(session.window, Overview(laptop.id(BAKERY)))
    qtbot.waitUntil(lambda: paper.pdf is not None)
    settle(qtbot, session)
    assert too_wide(session) == []
    assert paper.card is not None
    assert paper.card.title.height() >= paper.card.title.heightForWidth(paper.card.title.width())
    paper.card.reject()


def test_a_laptop_without_werkgevers_offers_to_fetch_them(qtbot: QtBot, open_window: Open) -> None:
    for size in ((1440, 900), (900, 700)):
        session = open_window(StagedLaptop(empty=True), size=size)
        assert session.window.employers._region.fetch.isVisible(), size
        assert QApplication.focusWidget() is session.window.employers._region.fetch, size


def test_filters_that_fit_without_a_scroll_bar_get_none(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(at=BAKERY)
    pane = session.window.employers.list
    pane.chips.mine.setChecked(True)
    pane.chips.quiet.setChecked(True)
    pane.kept.keep()
    settle(qtbot, session)
    assert not pane._top.verticalScrollBar().isVisible()
    assert pane.chips.mine.y() == pane.chips.quiet.y()


def test_the_head_of_vandaag_is_whole_in_a_narrow_window(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(size=(900, 700), page=pages.TODAY)
    today = session.window.current_page()
    assert isinstance(today, TodayPage)
    assert not today._top.verticalScrollBar().isVisible()
    assert today.head.visit.x() < today.head.folder.x()
    assert today.head.title.height() < 2 * today.head.title.fontMetrics().height()
