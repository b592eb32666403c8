"""The buttons of the rail: an item, a kept list, *Zoek of doe*, and the person. They paint themselves."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.models.queries.day_rows import LijstRij
from desktop.views import fonts, icons, shortcuts, texts_shell, theme
from desktop.views.shell import PageKind
from desktop.views.widgets import paint, tips


class RailButton(QPushButton):
    """As wide as the rail; `measure` names its height in the tokens."""

    def __init__(self, words: str, measure: str = "rail_regel") -> None:
        super().__init__(words)
        self._measure = measure
        self._hover = False
        self.setAutoDefault(False)
        self.setProperty("ring", 6)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.active().px(180), theme.measure(self._measure))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()

    def paint_surface(self, painter: QPainter) -> None:
        """Sunken while pressed or while its menu is open, lighter under the mouse."""
        if self.isDown():
            paint.rounded(painter, self.rect(), 6, "vlak_verzonken")
        elif self._hover:
            paint.rounded(painter, self.rect(), 6, "vlak_zweef")

    def tip_when_cut(self, role: str, room: int) -> None:
        """The whole text as tooltip where it does not fit."""
        tips.tell(self, self.text() if fonts.width(role, self.text()) > room else "")


class RailRow(RailButton):
    """Chosen = sunken surface, bar and semibold. A number only where something waits for you."""

    def __init__(self, kind: PageKind, number: int) -> None:
        super().__init__(kind.words)
        self.kind = kind
        self._count = 0
        self._number = number
        self.setCheckable(True)
        shortcuts.own().changed.connect(self._tell_key)
        self._tell_key()

    def _tell_key(self) -> None:
        keys = shortcuts.PAGES[self._number].shown if self._number < len(shortcuts.PAGES) else ""
        tips.tell(self, f"{self.kind.words} ({keys})" if keys else self.kind.words)

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(texts_shell.waiting_there(self.kind.words, count))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        look = theme.active()
        px = look.px
        if self.isChecked():
            outline = "focus" if look.high_contrast else None
            paint.rounded(painter, self.rect(), 6, "vlak_verzonken", outline, 2)
            painter.fillRect(0, px(9), 3, self.height() - px(18), look.colour("focus"))
        else:
            self.paint_surface(painter)
        ink = "accent_tekst" if self.isChecked() else "tekst_2"
        icons.draw(painter, self.kind.icon, px(13), self.height() / 2 - px(9), 18, ink)
        role = "tekst_sterk" if self.isChecked() else "tekst"
        paint.text(painter, self.rect().adjusted(px(42), 0, -px(34), 0), self.text(), role, "tekst")
        if self._count:
            token = "letop" if self.kind.amber else "tekst_2"
            area = self.rect().adjusted(0, 0, -px(14), 0)
            paint.text(painter, area, str(self._count), "bij_sterk", token, paint.RIGHT)


class ListRow(RailButton):
    """A kept list, by its name."""

    def __init__(self, row: LijstRij) -> None:
        super().__init__(row.naam, "rail_regel")
        self.row = row

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        px = theme.active().px
        self.paint_surface(painter)
        area = self.rect().adjusted(px(14), 0, -px(10), 0)
        paint.text(painter, area, self.text(), "tekst", "tekst_2")
        self.tip_when_cut("tekst", area.width())


class SearchButton(RailButton):
    """Opens the palette; looks like the field that it opens."""

    def __init__(self) -> None:
        super().__init__(texts_shell.PALETTE)
        self.setAccessibleName(texts_shell.PALETTE_NAME)
        shortcuts.explain(self, shortcuts.PALETTE)
        shortcuts.own().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        px = theme.active().px
        fill = "vlak_verzonken" if self.isDown() else "vlak_zweef" if self._hover else "vlak_inhoud"
        paint.rounded(painter, self.rect(), 6, fill, "lijn_knop")
        icons.draw(painter, "zoek", px(9), self.height() / 2 - px(9), 18, "tekst_2")
        key = shortcuts.PALETTE.shown
        area = self.rect().adjusted(px(34), 0, -px(14), 0)
        paint.text(painter, area, key, "klein", "tekst_3", paint.RIGHT)
        words = area.adjusted(0, 0, -fonts.width("klein", key) - px(6), 0)
        paint.text(painter, words, self.text(), "tekst", "tekst_2")


class PersonButton(RailButton):
    """Who is signed in; opens their own menu."""

    def __init__(self) -> None:
        super().__init__("")
        self._role = ""
        self.setAccessibleName(texts_shell.PERSON_MENU)

    def show_person(self, name: str, role: str) -> None:
        self.setText(name)
        self._role = role
        self.setAccessibleName(texts_shell.person_menu(name, role))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.active().px(180), theme.active().px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        px = theme.active().px
        self.paint_surface(painter)
        middle = self.height() / 2
        paint.circle(painter, px(27), middle, px(30), "accent_zacht", None)
        area = QRect(px(12), 0, px(30), self.height())
        paint.text(painter, area, initials(self.text()), "klein_sterk", "accent_tekst", paint.CENTRE)
        high = fonts.line("bij") + fonts.line("klein")
        left, top = px(52), round(middle - high / 2)
        name = QRect(left, top, self.width() - left - px(8), fonts.line("bij"))
        role = QRect(left, name.bottom() + 1, name.width(), fonts.line("klein"))
        paint.text(painter, name, self.text(), "bij_mid", "tekst")
        paint.text(painter, role, self._role, "klein", "tekst_2")


def initials(name: str) -> str:
    """Of the first and the last word."""
    parts = name.split()
    return (parts[0][:1] + parts[-1][:1]).upper() if parts else ""


class Mark(QWidget):
    """The W on the accent."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(theme.active().px(26), theme.active().px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        paint.rounded(painter, self.rect(), 6, "accent")
        scale = self.width() / 26
        pen = QPen(theme.active().colour("op_accent"), 2.2 * scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        points = [(6.5, 9), (9.8, 17.5), (13, 10.5), (16.2, 17.5), (19.5, 9)]
        for (x1, y1), (x2, y2) in pairwise(points):
            painter.drawLine(round(x1 * scale), round(y1 * scale), round(x2 * scale), round(y2 * scale))
