"""A window that nobody touches does nothing: no layout asks for the next one, no paint without a cause."""

from collections import Counter

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views import pages
from desktop.views.session import Session
from tests.support.practice_laptop import BAKERY
from tests.views.conftest import Open, settle

TURNS = 40
BUSY = (QEvent.Type.LayoutRequest, QEvent.Type.Paint, QEvent.Type.Resize)
ROOM = ((1440, 900), (1000, 700), (800, 520))


class Count(QObject):
    """What happens to any part of the window."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in BUSY:
            self.seen[f"{event.type().name} {type(watched).__name__}"] += 1
        return False


def turns(session: Session) -> Counter[str]:
    """What is seen in so many turns of the event loop."""
    app = QApplication.instance()
    assert app is not None
    count = Count()
    app.installEventFilter(count)
    try:
        for _ in range(TURNS):
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents()
    finally:
        app.removeEventFilter(count)
    return count.seen


@pytest.mark.parametrize("size", ROOM, ids=str)
def test_no_layout_asks_for_the_next_one(qtbot: QtBot, open_window: Open, size: tuple[int, int]) -> None:
    """It cost a sixth of a processor all day, and a keystroke waited for it."""
    session = open_window(size=size, at=BAKERY)
    for kind in pages.for_role(session.window.backend.rol):
        session.window.show_page(kind.key)
        settle(qtbot, session)
        turns(session)  # what still was to come
        seen = turns(session)
        assert sum(seen.values()) < TURNS / 4, (kind.key, seen)
