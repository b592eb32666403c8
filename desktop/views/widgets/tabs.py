"""A tab bar of words with a bar under the chosen one; Qt's own tab bar underneath."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from desktop.views import fonts, theme
from desktop.views.widgets import paint

WIDE, CLOSE = 24, 14


class Tabs(QTabBar):
    """`indent` is the page margin in which the first tab starts; the hairline runs over the whole width."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setMouseTracking(True)
        self._hover = -1
        self._gap = WIDE

    def wanted_width(self, gap: int) -> int:
        """What all tabs take with that much between their words."""
        px = theme.active().px
        words = (fonts.width("tekst_sterk", self.tabText(index)) for index in range(self.count()))
        return sum(words) + px(gap) * self.count()

    def fit(self, room: int) -> bool:
        """Closer together where there is little room; False when they do not fit at all."""
        gap = WIDE if self.wanted_width(WIDE) <= room else CLOSE
        if gap != self._gap:
            self._gap = gap
            # Qt keeps the sizes of tabs until something like this. Not setStyle(self.style()): the style of
            # the style sheet is thrown away at the next theme, and the tabs would still point at it.
            QApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))
        return self.wanted_width(gap) <= room

    def tabSizeHint(self, index: int) -> QSize:
        px = theme.active().px
        return QSize(fonts.width("tekst_sterk", self.tabText(index)) + px(self._gap), px(46))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme.active().px(46))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = self.tabAt(event.position().toPoint())
        self.update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = -1
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        look = theme.active()
        for index in range(self.count()):
            area = self.tabRect(index)
            chosen = index == self.currentIndex()
            role = "tekst_sterk" if chosen else "tekst"
            ink = "tekst" if chosen or index == self._hover else "tekst_2"
            words = QRect(area.x(), 0, area.width(), look.px(48))
            paint.text(painter, words, self.tabText(index), role, ink)
            width = fonts.width(role, self.tabText(index))
            if chosen:
                painter.fillRect(area.x(), self.height() - 2, width, 2, look.colour("focus"))
                if self.hasFocus() and self.property("by_key"):
                    ring = QRect(QPoint(area.x() - 5, look.px(11)), QSize(width + 10, look.px(27)))
                    paint.rounded(painter, ring, 5, None, "focus", 2)

    def focusInEvent(self, event: object) -> None:
        reason = event.reason()  # type: ignore[attr-defined]
        self.setProperty("by_key", reason != Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)  # type: ignore[arg-type]
