"""Whoever looks into a layout leaves nothing there that Qt can delete behind Python's back."""

import shiboken6
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.widgets.flow import Flow
from desktop.views.widgets.layout_items import items
from tests.support.practice_laptop import BAKERY, StagedLaptop
from tests.views.conftest import Open, settle


def left() -> list[QLayoutItem]:
    """Python sides of items that Qt made."""
    return [
        one
        for one in shiboken6.getAllValidWrappers()
        if isinstance(one, QLayoutItem)
        if not isinstance(one, QLayout) and not shiboken6.createdByPython(one)
    ]


def test_items_are_given_and_let_go(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column, inner = QVBoxLayout(holder), QHBoxLayout()
    button = QPushButton("Bellen")
    column.addWidget(button)
    column.addSpacing(4)
    column.addLayout(inner)
    before = len(left())
    kinds = [
        "part" if item.widget() is button else "room" if item.spacerItem() else "layout"
        for item in items(column)
    ]
    assert kinds == ["part", "room", "layout"]
    assert shiboken6.isValid(inner)
    assert len(left()) == before


def test_items_made_here_stay(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(holder)
    flow.addWidget(QPushButton("Bellen"))
    assert all(shiboken6.isValid(item) for item in items(flow))
    assert all(shiboken6.isValid(item) for item in items(flow))


def test_another_text_size_leaves_none_of_them(qtbot: QtBot, open_window: Open) -> None:
    before = len(left())
    laptop = StagedLaptop()
    session = open_window(laptop, at=BAKERY)
    session.settings.change(tekstfactor=2.0)
    settle(qtbot, session)
    assert len(left()) == before
