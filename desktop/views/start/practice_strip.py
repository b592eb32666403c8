"""The line over every page of the oefenomgeving: what it is, with or without a network, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from desktop.views import theme
from desktop.views.start import texts
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.choices import Check
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.labels import Label, Surface

NARROW = 560


class PracticeStrip(Surface):
    """`left()` when the person wants out; `offline(bool)` when the network is switched off or on."""

    left = Signal()
    offline = Signal(bool)

    def __init__(self) -> None:
        super().__init__("accent_zacht", sides="b")
        self.setAccessibleName(texts.STRIP)
        px = theme.active().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(4), px(24), px(4))
        row = Flow(gap=px(12))
        column.addLayout(row)
        self.words = Label(texts.STRIP, "bij_sterk")
        self.words.setFixedHeight(px(24))
        row.addWidget(self.words)
        self.without_network = Check(texts.STRIP_OFFLINE)
        self.without_network.toggled.connect(self.offline)
        row.addWidget(self.without_network)
        self.leave = Button(texts.STRIP_LEAVE, Look.LINK)
        self.leave.clicked.connect(self.left)
        row.addWidget(self.leave)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where lines are dear the way out alone says where one is; the title says it too."""
        super().resizeEvent(event)
        self.words.setVisible(self.width() >= theme.active().px(NARROW))
