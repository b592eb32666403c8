"""The line over every page while the first fill runs: how far, how long still, and that work can go on."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout

from desktop.views import theme
from desktop.views.start import texts
from desktop.views.start.filling import Filled
from desktop.views.widgets import paint
from desktop.views.widgets.banner import announce
from desktop.views.widgets.labels import Icon, Label, Surface

NARROW = 560
"""Below this width, at text factor 1, it says only how far it is."""


class Bar(QProgressBar):
    """A thin line that fills; its value is read out by a screen reader."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setRange(0, 1000)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        px = theme.active().px
        return QSize(px(120), px(6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        paint.rounded(painter, self.rect(), self.height() / 2, "vlak_verzonken", "lijn_sterk")
        done = self.rect()
        done.setWidth(max(self.height(), round(self.width() * self.value() / self.maximum())))
        if self.value():
            paint.rounded(painter, done, self.height() / 2, "accent")


class FillStrip(Surface):
    """`show_filled` at each step."""

    def __init__(self) -> None:
        super().__init__("vlak_strook", sides="b")
        self.setAccessibleName(texts.FILL_NAME)
        px = theme.active().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), px(10), px(24), px(12))
        row.setSpacing(px(14))
        row.addWidget(Icon("ontvang", 18, "accent_tekst"))
        column = QVBoxLayout()
        column.setSpacing(px(6))
        self.words = Label(texts.FILL, "bij_sterk", wrap=True)
        self.bar = Bar(texts.FILL_NAME)
        self.more = Label(texts.FILL_GO_ON, "bij", "tekst_2", wrap=True)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        column.addWidget(self.more)
        row.addLayout(column, 1)
        self._said = ""
        self._filled = Filled(0, 0, None)

    def _show_words(self) -> None:
        """In a narrow window only how far it is: lines are dear there."""
        filled, narrow = self._filled, self.width() < theme.active().px(NARROW)
        counted = texts.fill_progress(filled.rows, filled.total, filled.seconds)
        known = bool(filled.rows or filled.total)
        lead = "" if narrow and known else f"{texts.FILL} "
        self.words.setText(f"{lead}{counted}." if known else texts.FILL)
        self.more.setVisible(not narrow or filled.waits)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_words()

    def rescaled(self) -> None:
        """Another text size: what is narrow changes with it."""
        self._show_words()

    def show_filled(self, filled: Filled) -> None:
        """Said aloud only when it stops or goes on: a count that runs is no news."""
        self._filled = filled
        self._show_words()
        self.bar.setVisible(bool(filled.total))
        self.bar.setValue(round(1000 * filled.rows / filled.total) if filled.total else 0)
        more = texts.FILL_WAITS if filled.waits else texts.FILL_GO_ON
        self.more.setText(more)
        if more != self._said:
            self._said = more
            announce(self, more)
