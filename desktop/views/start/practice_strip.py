"""The line over every page of the oefenomgeving: what it is, with or without a network, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop.views import theme
from desktop.views.start import texts
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.choices import Check
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.labels import Label, Surface


class PracticeStrip(Surface):
    """`left()` when the person wants out; `offline(bool)` when the network is switched off or on."""

    left = Signal()
    offline = Signal(bool)

    def __init__(self) -> None:
        super().__init__("accent_zacht", sides="b")
        self.setAccessibleName(texts.STRIP)
        px = theme.active().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(6), px(16), px(6))
        row = Flow(gap=px(20))
        column.addLayout(row)
        words = Label(texts.STRIP, "bij_sterk")
        words.setFixedHeight(px(24))
        row.addWidget(words)
        self.without_network = Check(texts.STRIP_OFFLINE)
        self.without_network.toggled.connect(self.offline)
        row.addWidget(self.without_network)
        self.leave = Button(texts.STRIP_LEAVE, Look.LINK)
        self.leave.clicked.connect(self.left)
        row.addWidget(self.leave)
