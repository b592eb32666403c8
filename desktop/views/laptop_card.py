"""The popover *Op deze laptop*: in short what is here, for whom and until when; the page tells the rest."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.queries.day_rows import OpDezeLaptop
from desktop.views import texts_popovers as texts
from desktop.views import theme
from desktop.views.deze_laptop.facts import short_facts
from desktop.views.deze_laptop.item_detail import pairs
from desktop.views.waiting import head
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.labels import Hairline, Surface
from desktop.views.widgets.layer import PopoverCard


class LaptopCard(PopoverCard):
    """Words and numbers only; `wants_all` for the page."""

    wants_all = Signal()

    def __init__(self, anchor: QWidget, found: OpDezeLaptop, today: date) -> None:
        super().__init__(texts.LAPTOP_NAME, anchor, theme.tokens()["maten"]["uitklap_breed"])
        px = theme.active().px
        self.column.addWidget(head(texts.LAPTOP_TITLE, texts.LAPTOP_SHORT))
        self.column.addWidget(Hairline())
        body = Surface("vlak_inhoud")
        column = QVBoxLayout(body)
        column.setContentsMargins(px(20), px(12), px(20), px(14))
        column.addWidget(pairs(short_facts(found, today)))
        self.column.addWidget(body)
        self.column.addWidget(Hairline())
        self.column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        px = theme.active().px
        foot = Surface("vlak_inhoud", 10)
        row = QHBoxLayout(foot)
        row.setContentsMargins(px(20), px(9), px(14), px(9))
        row.setSpacing(px(8))
        row.addStretch(1)
        close = Button(texts.CLOSE, Look.QUIET, height=34)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        self.button = Button(texts.SEE_ALL, Look.OUTLINED, height=34)
        self.button.clicked.connect(self._all)
        row.addWidget(self.button)
        return foot

    def first_field(self) -> QWidget | None:
        return self.button

    def _all(self) -> None:
        self.accept()
        self.wants_all.emit()
