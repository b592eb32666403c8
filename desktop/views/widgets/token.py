"""Words with a cross behind them: pressing them, or Delete, takes them away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent

from desktop.views import fonts, icons, theme
from desktop.views.widgets import paint
from desktop.views.widgets.buttons import Button, Look

HEIGHT = 26


class Token(Button):
    """`words` are read in it, `name` is what a screen reader says."""

    def __init__(self, words: str, name: str) -> None:
        super().__init__(words, Look.QUIET, height=HEIGHT)
        self.setAccessibleName(name)
        self.setProperty("ring", 4)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        px = theme.active().px
        return QSize(fonts.width("bij_mid", self.text()) + px(8) + px(24), px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        px = theme.active().px
        outline = "lijn_knop" if theme.active().high_contrast else None
        paint.rounded(painter, self.rect(), 4, "vlak_zweef" if self._hover else "vlak_verzonken", outline)
        paint.text(painter, self.rect().adjusted(px(8), 0, -px(22), 0), self.text(), "bij_mid", "tekst")
        icons.draw(painter, "kruis", self.width() - px(20), self.height() / 2 - px(7), 14, "tekst_2")
