"""Buttons: filled (one per screen), outlined, quiet and link. Only size and painting are overridden, so that
role, keyboard and states stay Qt's own for screen readers.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop.views import fonts, icons, theme
from desktop.views.widgets import paint


class Look(Enum):
    FILLED = "filled"
    OUTLINED = "outlined"
    QUIET = "quiet"
    LINK = "link"


class Button(QPushButton):
    """`key` is the shortcut shown inside, `chevron` says that a menu opens, `flush` stands on a margin,
    `role` is that of its letter.
    """

    def __init__(
        self,
        words: str,
        look: Look = Look.OUTLINED,
        icon: str | None = None,
        key: str | None = None,
        chevron: bool = False,
        height: int | None = None,
        icon_only: bool = False,
        token: str | None = None,
        flush: bool = False,
        role: str = "knop",
    ) -> None:
        super().__init__("" if icon_only else words)
        self.setAccessibleName(words)
        self._look, self._icon, self._key, self._chevron = look, icon, key, chevron
        self._icon_only = icon_only
        self._token = token
        self._flush = flush
        self._role = role
        default = {Look.FILLED: 40, Look.OUTLINED: 36, Look.QUIET: 36, Look.LINK: 24}[look]
        self._height = height or default
        self._hover = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setProperty("ring", 3 if look is Look.LINK else 6)

    def set_words(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def show_as(self, words: str, icon: str | None) -> None:
        """The same button shorter or longer, under the name it has; without words its icon stands alone."""
        self.setText(words)
        self._icon, self._icon_only = icon, not words
        self.updateGeometry()
        self.update()

    def show_key(self, key: str | None) -> None:
        """Its shortcut inside, where there is room for it."""
        if key != self._key:
            self._key = key
            self.updateGeometry()
            self.update()

    def set_height(self, height: int) -> None:
        self._height = height
        self.updateGeometry()

    def _margin(self) -> int:
        if self._flush:
            return 0
        return (
            {Look.FILLED: 16, Look.OUTLINED: 14, Look.QUIET: 10, Look.LINK: 0}[self._look]
            if not self._icon_only
            else 9
        )

    def sizeHint(self) -> QSize:
        px = theme.active().px
        width = 2 * px(self._margin()) + fonts.width(self._role, self.text())
        if self._icon:
            width += px(18) + (px(10) if self.text() else 0)
        if self._key:
            width += px(10) + fonts.width("klein", self._key)
        if self._chevron:
            width += px(8) + px(16)
        return QSize(width, px(self._height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as the space bar does; Qt does that for default buttons of dialogs only."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        self._paint_surface(painter)
        self._paint_words(painter, self._ink())

    def _ink(self) -> str:
        if not self.isEnabled():
            return "tekst_3"
        if self._token:
            return self._token
        return {
            Look.FILLED: "op_accent",
            Look.OUTLINED: "tekst",
            Look.QUIET: "tekst_2",
            Look.LINK: "accent_tekst",
        }[self._look]

    def _paint_surface(self, painter: QPainter) -> None:
        down = self.isDown() or (self.menu() is not None and self.menu().isVisible())
        if self._look is Look.LINK:
            return
        if not self.isEnabled():
            paint.rounded(painter, self.rect(), 6, "vlak_verzonken")
        elif self._look is Look.FILLED:
            fill = "accent_druk" if down else "accent_zweef" if self._hover else "accent"
            paint.rounded(painter, self.rect(), 6, fill)
        elif self._look is Look.OUTLINED:
            fill = "vlak_verzonken" if down else "vlak_zweef" if self._hover else "vlak_inhoud"
            paint.rounded(painter, self.rect(), 6, fill, "lijn_knop")
        elif self._hover or down:
            paint.rounded(painter, self.rect(), 6, "vlak_verzonken" if down else "vlak_zweef")

    def _paint_words(self, painter: QPainter, ink: str) -> None:
        px = theme.active().px
        x = (self.width() - self.sizeHint().width()) // 2 + px(self._margin())
        middle = self.height() // 2
        if self._icon:
            quiet_icon = "tekst_2" if self._look is Look.OUTLINED and self.isEnabled() else ink
            icons.draw(painter, self._icon, x, middle - px(9), 18, quiet_icon)
            x += px(18) + (px(10) if self.text() else 0)
        width = fonts.width(self._role, self.text())
        paint.text(painter, QRect(x, 0, width + 4, self.height()), self.text(), self._role, ink)
        if self._look is Look.LINK and self._hover:
            y = middle + fonts.metrics(self._role).ascent() // 2 + px(3)
            paint.hairline(painter, x, x + width, y, ink)
        x += width
        if self._key:
            faint = ink if self._look is Look.FILLED else "tekst_3"
            paint.text(painter, QRect(x + px(10), 0, self.width(), self.height()), self._key, "klein", faint)
        if self._chevron:
            icons.draw(painter, "omlaag", x + px(8), middle - px(8), 16, ink)


class Chip(Button):
    """A filter: off is an outline, on has a tick and a tint. Checkable; `chevron` opens a choice instead."""

    def __init__(self, words: str, chevron: bool = False) -> None:
        super().__init__(words, Look.OUTLINED, chevron=chevron, height=30)
        self.setCheckable(True)
        self.setProperty("ring", 15)
        self._opens = chevron

    def nextCheckState(self) -> None:
        """One that opens a choice is ticked by what was chosen, not by the press."""
        if not self._opens:
            super().nextCheckState()

    def sizeHint(self) -> QSize:
        px = theme.active().px
        width = 2 * px(12) + fonts.width("bij_mid", self.text())
        width += px(16) if self.isChecked() else 0
        width += px(20) if self._chevron else 0
        return QSize(width, px(30))

    def checkStateSet(self) -> None:
        super().checkStateSet()
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        px = theme.active().px
        on = self.isChecked()
        fill = "accent_zacht" if on else "vlak_zweef" if self._hover else "vlak_inhoud"
        paint.rounded(painter, self.rect(), 15, fill, "focus" if on else "lijn_sterk")
        ink = "accent_tekst" if on else "tekst_2"
        x, middle = px(12), self.height() // 2
        if on:
            icons.draw(painter, "vink", x - px(2), middle - px(7), 14, ink)
            x += px(16)
        x += paint.text(
            painter, QRect(x, 0, self.width() - x - px(8), self.height()), self.text(), "bij_mid", ink
        )
        if self._chevron:
            icons.draw(painter, "omlaag", x + px(6), middle - px(7), 14, ink)
