"""Small parts of the page: the heading of a strip with rows, and the margins around what is no row."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.widgets.labels import Label

INSET = 12
"""Rows reach a little into the margin, so that their words stand in line with the rest."""


class Heading(QWidget):
    """Of a strip with rows: its name, and how many wait there."""

    def __init__(self, words: str) -> None:
        super().__init__()
        px = theme.active().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(INSET), px(20), px(INSET), px(8))
        row.setSpacing(px(10))
        row.addWidget(Label(words, "kop"))
        self._count = Label("", "kop", "tekst_2")
        row.addWidget(self._count)
        row.addStretch(1)

    def show_count(self, count: int) -> None:
        self._count.setText(str(count) if count else "")


class Inset(QWidget):
    """A part in the margins of the page; gone together with it."""

    def __init__(self, part: QWidget, below: int) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.active().px(INSET), 0, theme.active().px(INSET), below)
        column.addWidget(part)
