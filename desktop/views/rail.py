"""The rail: mark, the items that exist, and the person. A new screen is one line in `pages.py`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.models.queries.rows import Stand
from desktop.views import fonts, icons, shortcuts, texts, theme
from desktop.views.shell import PageKind
from desktop.views.widgets import paint
from desktop.views.widgets.labels import Elided, Hairline, Surface


class RailRow(QPushButton):
    """Chosen = sunken surface, bar and semibold. A number only where something waits for you."""

    def __init__(self, item: PageKind, number: int) -> None:
        super().__init__(item.words)
        self.item = item
        self._count = 0
        self._hover = False
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("ring", 6)
        self.setAccessibleName(item.words)
        self.setToolTip(f"{item.words} ({shortcuts.PAGES[number].shown})")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(f"{self.item.words}, {count}" if count else self.item.words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.active().px(180), theme.measure("rail_regel"))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        look = theme.active()
        px = look.px
        if self.isChecked():
            paint.rounded(
                painter, self.rect(), 6, "vlak_verzonken", "focus" if look.high_contrast else None, 2
            )
            painter.fillRect(0, px(9), 3, self.height() - px(18), look.colour("focus"))
        elif self._hover:
            paint.rounded(painter, self.rect(), 6, "vlak_zweef")
        ink = "accent_tekst" if self.isChecked() else "tekst_2"
        icons.draw(painter, self.item.icon, px(13), self.height() / 2 - px(9), 18, ink)
        role = "tekst_sterk" if self.isChecked() else "tekst"
        paint.text(painter, self.rect().adjusted(px(42), 0, -px(34), 0), self.text(), role, "tekst")
        if self._count:
            token = "letop" if self.item.amber else "tekst_2"
            paint.text(
                painter,
                self.rect().adjusted(0, 0, -px(14), 0),
                str(self._count),
                "bij_sterk",
                token,
                paint.RIGHT,
            )


class _Mark(QWidget):
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


class _Initials(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.setFixedSize(theme.active().px(30), theme.active().px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        paint.circle(painter, self.width() / 2, self.height() / 2, self.width(), "accent_zacht", None)
        paint.text(
            painter,
            QRect(0, 0, self.width(), self.height()),
            self.words,
            "klein_sterk",
            "accent_tekst",
            paint.CENTRE,
        )


class Rail(Surface):
    """`chosen(key)` when an item is pressed."""

    chosen = Signal(str)

    def __init__(self, items: Sequence[PageKind]) -> None:
        super().__init__("vlak_raam", sides="r")
        self.setAccessibleName(texts.MAIN_MENU)
        self.setFixedWidth(theme.measure("rail") + 1)
        px = theme.active().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(14), px(9), px(8))
        column.setSpacing(0)
        column.addLayout(self._top())
        column.addSpacing(px(16))
        self._group = QButtonGroup(self)
        self._rows: dict[str, RailRow] = {}
        for number, item in enumerate(items):
            row = RailRow(item, number)
            self._group.addButton(row, number)
            self._rows[item.key] = row
            column.addWidget(row)
        self._group.idClicked.connect(self._pressed)
        column.addStretch(1)
        line = QHBoxLayout()
        line.setContentsMargins(px(4), 0, px(4), px(10))
        line.addWidget(Hairline())
        column.addLayout(line)
        column.addLayout(self._bottom())

    def _top(self) -> QHBoxLayout:
        px = theme.active().px
        row = QHBoxLayout()
        row.setContentsMargins(px(12), 0, px(8), 0)
        row.setSpacing(px(10))
        row.addWidget(_Mark(), 0, Qt.AlignmentFlag.AlignVCenter)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Elided(texts.PROGRAM, "tekst_sterk", "tekst"))
        self.region = Elided("", "klein", "accent_tekst" if theme.active().practice else "tekst_2")
        names.addWidget(self.region)
        row.addLayout(names, 1)
        return row

    def _bottom(self) -> QHBoxLayout:
        px = theme.active().px
        row = QHBoxLayout()
        row.setContentsMargins(px(12), 0, px(8), px(2))
        row.setSpacing(px(10))
        self._initials = _Initials()
        row.addWidget(self._initials)
        names = QVBoxLayout()
        names.setSpacing(0)
        self.person = Elided("", "bij_mid", "tekst")
        self.role = Elided("", "klein", "tekst_2")
        names.addWidget(self.person)
        names.addWidget(self.role)
        row.addLayout(names, 1)
        return row

    def show_stand(self, stand: Stand) -> None:
        self.region.set_text(texts.PRACTICE if stand.oefen else stand.regio)
        self.person.set_text(stand.medewerker)
        self.role.set_text(texts.ROLES.get(stand.rol, stand.rol))
        parts = stand.medewerker.split()
        self._initials.words = (parts[0][:1] + parts[-1][:1]).upper() if parts else ""
        self._initials.update()

    def set_current(self, key: str) -> None:
        self._rows[key].setChecked(True)

    def set_count(self, key: str, count: int) -> None:
        self._rows[key].set_count(count)

    def _pressed(self, number: int) -> None:
        row = self._group.button(number)
        if isinstance(row, RailRow):
            self.chosen.emit(row.item.key)

    def first_focus(self) -> QWidget:
        return self._group.checkedButton() or self._group.buttons()[0]

    def width_of_words(self) -> int:
        return max(fonts.width("tekst_sterk", row.text()) for row in self._rows.values())
