"""The bar in a form that offers back a draft which was left behind: go on with it, or throw it away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views import theme
from desktop.views.forms import texts as words
from desktop.views.widgets import paint
from desktop.views.widgets.banner import announce
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.labels import Icon, Label


class DraftOffer(QWidget):
    """Hidden until there is a draft. `taken` and `thrown` for its two links."""

    taken = Signal()
    thrown = Signal()

    def __init__(self) -> None:
        super().__init__()
        px = theme.active().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(9), px(14), px(9))
        row.setSpacing(px(12))
        row.addWidget(Icon("info", 18, "info"), 0, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        flow = Flow(holder, px(12))
        self._label = Label("", "bij", "tekst")
        self.go_on = Button(words.GO_ON, Look.LINK)
        self.throw_away = Button(words.THROW_AWAY, Look.LINK)
        self.go_on.clicked.connect(self.taken)
        self.throw_away.clicked.connect(self.thrown)
        for part in (self._label, self.go_on, self.throw_away):
            flow.addWidget(part)
        row.addWidget(holder, 1)
        self.hide()

    def say(self, sentence: str) -> None:
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(True)
        announce(self, sentence)

    def text(self) -> str:
        return "" if self.isHidden() else self._label.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        border = "info" if theme.active().high_contrast else None
        paint.rounded(paint.painter_for(self), self.rect(), 8, "info_zacht", border)
