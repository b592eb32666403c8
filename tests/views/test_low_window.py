"""At 720 × 560 and 200 % text nothing lies over something else: what does not fit scrolls."""

from itertools import pairwise

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.views import pages
from desktop.views.vandaag.page import TodayPage
from tests.support.practice_laptop import BAKERY, CARE, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import question

TOLERANCE = 1


def squeezed(holder: QWidget) -> list[str]:
    """Parts that are lower than they need, or that lie over the next one."""
    layout = holder.layout()
    assert layout is not None
    parts = [layout.itemAt(n) for n in range(layout.count())]
    shown = [one for one in parts if one is not None and not one.isEmpty()]
    low = [
        f"{type(one.widget()).__name__} {one.geometry().height()} < {one.minimumSize().height()}"
        for one in shown
        if one.geometry().height() + TOLERANCE < one.minimumSize().height()
    ]
    over = [
        f"{above.geometry().bottom()} > {below.geometry().top()}"
        for above, below in pairwise(shown)
        if above.geometry().bottom() > below.geometry().top() + TOLERANCE
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
    widest = max(one.sizeHint().width() for one in detail.header._all_actions)
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
    assert today.body.height() > 40
