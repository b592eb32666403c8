"""Parts side by side: what Qt still lays out stays usable from Python, and what is deleted leaves."""

import shiboken6
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.widgets.flow import Flow


def test_its_items_cannot_be_declared_dead_while_they_are_in_use(qtbot: QtBot) -> None:
    holder, flow = QWidget(), Flow(gap=4)
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    column.addLayout(flow)
    flow.addWidget(QPushButton("Bekijken"))
    flow.addWidget(QPushButton("Sluiten"))
    for number in range(flow.count()):
        item = flow.itemAt(number)
        assert item is not None
        shiboken6.invalidate(item)
    assert flow.heightForWidth(40) > flow.heightForWidth(4000) > 0


def test_a_part_that_is_deleted_leaves_its_place(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(holder, 4)
    buttons = [QPushButton(words) for words in ("Een", "Twee", "Drie")]
    for button in buttons:
        flow.addWidget(button)
    shiboken6.delete(buttons[1])
    found = [flow.itemAt(number) for number in range(flow.count())]
    assert [item.widget() for item in found if item is not None] == [buttons[0], buttons[2]]
