"""The top of Vandaag: which day it is, one sentence of what waits, and the two buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.models.queries.day_rows import Vandaag
from desktop.views import shortcuts, theme
from desktop.views.vandaag import texts
from desktop.views.vandaag.day_items import Counts
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.flow import Flow, in_one_line
from desktop.views.widgets.labels import Label, Surface

NARROW = 720
"""Below this width, at text factor 1, title and buttons are not beside each other."""


class DayHead(Surface):
    """`visits` and `prints` when a button was pressed."""

    visits = Signal()
    prints = Signal()

    def __init__(self) -> None:
        super().__init__("vlak_inhoud", sides="b")
        self._small = False
        self._below: bool | None = None
        px = theme.active().px
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setSpacing(px(12))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        self.title = Label("", "titel_groot", wrap=True)
        self.sentence = Label("", "tekst", "tekst_2", wrap=True)
        words.addWidget(self.title)
        words.addWidget(self.sentence)
        self._row.addLayout(words, 1)
        self._buttons = QWidget()
        self._flow = Flow(self._buttons, px(8))
        self.folder = Button(texts.DAY_FOLDER, Look.OUTLINED, "printer", height=40)
        self.folder.clicked.connect(self.prints)
        self.visit = Button(texts.LOG_VISIT, Look.FILLED, "bezoek")
        shortcuts.explain(self.visit, shortcuts.VISIT)
        self.visit.clicked.connect(self.visits)
        for button in (self.folder, self.visit):
            self._flow.addWidget(button)
        self._row.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignTop)

    def arrange(self, small: bool, margin: int) -> None:
        """In a small window, or beside a rail that leaves little."""
        px = theme.active().px
        self._small = small
        self._row.setContentsMargins(margin, px(24), margin, px(18))
        self._place_buttons()

    def _place_buttons(self) -> None:
        """Narrow: the buttons on a line of their own, the filled one first."""
        below = self._small or self.width() < theme.active().px(NARROW)
        if below == self._below:
            return
        self._below = below
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if below else direction.LeftToRight)
        order = (self.visit, self.folder) if below else (self.folder, self.visit)
        for button in order:
            self._flow.removeWidget(button)
            self._flow.addWidget(button)
        QWidget.setTabOrder(*order)
        in_one_line(self._buttons, not below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons()

    def rescaled(self) -> None:
        """Another text size: there may be less room, and the buttons have another width."""
        self._below = None
        self._place_buttons()

    def show_day(self, day: Vandaag, waits: Counts) -> None:
        self.title.setText(texts.day_heading(day.dag))
        self.sentence.setText(texts.what_waits(waits.answers, waits.late, waits.today, waits.steps))
