"""How the lines of Vandaag look: a ring to tick, what, at whom, and at the right when."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from desktop.frozen import dataclass
from desktop.views import fonts, icons, theme
from desktop.views.tables.rows import RowRole
from desktop.views.vandaag import texts
from desktop.views.vandaag.lines import Kind, Line
from desktop.views.widgets import paint
from desktop.views.widgets.row_view import paint_ring, shows_focus

Index = QModelIndex | QPersistentModelIndex
INDENT = 12
_TEXT = 46
_ONE_LINE_FROM = 560
MARKS = {Kind.EMPLOYER: "werkgever", Kind.TALK: "nazorg"}
"""The icon of a line that has no ring to tick."""


@dataclass(frozen=True, slots=True)
class Spots:
    """The parts of a row that can be pressed, in coordinates of the view; empty where there is none."""

    tick: QRect
    postpone: QRect


class DayDelegate(QStyledItemDelegate):
    """`hovered` is the row under the mouse, `by_key` whether the ring of the keyboard shows."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.hovered = -1
        self.held = False

    def _narrow(self) -> bool:
        return self._view.width() < theme.active().px(_ONE_LINE_FROM)

    def height(self, line: Line, first: bool) -> int:
        """Of one line; the first heading has no room above it."""
        px = theme.active().px
        if line.kind is Kind.HEADING:
            return fonts.line("kop") + px(8) + (0 if first else px(28))
        if line.kind is Kind.LINK:
            return px(40)
        if self._narrow() and (line.where or line.right):
            return px(22) + fonts.line("tekst") + fonts.line("bij") + px(2)
        return px(24) + fonts.line("tekst")

    def sizeHint(self, option: Option, index: Index) -> QSize:
        line: Line | None = index.data(RowRole)
        return QSize(100, self.height(line, index.row() == 0) if line is not None else 0)

    def spots(self, line: Line, rect: QRect) -> Spots:
        """Where the ring and the link to postpone are."""
        px = theme.active().px
        if not line.finishes:
            return Spots(QRect(), QRect())
        tick = QRect(rect.x() + px(INDENT) - px(3), rect.y(), px(30), rect.height())
        if not line.moves:
            return Spots(tick, QRect())
        words = fonts.width("bij_mid", texts.POSTPONE)
        right = rect.right() - px(INDENT) - self._right_width(line) - (px(16) if line.right else 0)
        return Spots(tick, QRect(right - words, rect.y(), words, self._first(rect, line).height() + px(22)))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        line: Line | None = index.data(RowRole)
        if line is None:
            return
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.kind is Kind.HEADING:
            self._heading(painter, rect, line)
        else:
            self._surface(painter, rect, index.row())
            self._row(painter, rect, line, index.row())
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, line: Line) -> None:
        px = theme.active().px
        words = QRect(
            rect.x() + px(INDENT),
            rect.bottom() - fonts.line("kop") - px(7),
            rect.width() - 2 * px(INDENT),
            fonts.line("kop"),
        )
        taken = paint.text(painter, words, line.title, "kop", "tekst")
        if line.count:
            after = words.adjusted(taken + px(10), 0, 0, 0)
            paint.text(painter, after, str(line.count), "kop", line.token)

    def _surface(self, painter: QPainter, rect: QRect, row: int) -> None:
        look = theme.active()
        card = rect.adjusted(0, 1, 0, -1)
        current = self._view.currentIndex().row() == row
        if current and (self._view.hasFocus() or self.held):
            paint.rounded(painter, card, 8, "accent_zacht", "focus" if look.high_contrast else None, 2)
            if shows_focus(self._view):
                paint_ring(painter, card)
        elif row == self.hovered:
            paint.rounded(painter, card, 8, "vlak_zweef")

    def _first(self, rect: QRect, line: Line) -> QRect:
        """Of the words on the first line."""
        px = theme.active().px
        left = rect.x() + px(INDENT if line.kind is Kind.LINK else _TEXT)
        right = rect.right() - px(INDENT)
        two = self._narrow() and line.kind is not Kind.LINK and bool(line.where or line.right)
        height = fonts.line("tekst")
        top = rect.y() + px(11) if two else rect.y() + (rect.height() - height) // 2
        return QRect(left, top, right - left, height)

    def _row(self, painter: QPainter, rect: QRect, line: Line, row: int) -> None:
        px = theme.active().px
        first = self._first(rect, line)
        if line.kind is Kind.LINK:
            paint.text(painter, first, line.title, "knop", "accent_tekst")
            return
        self._mark(painter, rect, line, first.center())
        if not line.last:
            paint.hairline(painter, first.x(), first.right(), rect.bottom())
        narrow = self._narrow()
        below = QRect(first.x(), first.bottom() + px(2), first.width(), fonts.line("bij"))
        taken = self._right(painter, below if narrow else first, line)
        if not narrow:
            first.setRight(first.right() - taken - (px(16) if taken else 0))
        if row == self.hovered and line.moves:
            spot = self.spots(line, rect).postpone
            paint.text(painter, spot, texts.POSTPONE, "bij_mid", "accent_tekst", paint.RIGHT)
            first.setRight(min(first.right(), spot.x() - px(12)))
        title = self._title(painter, first, line)
        if narrow:
            room = below.adjusted(0, 0, -taken - (px(12) if taken else 0), 0)
        else:
            room = first.adjusted(title + px(10), 0, 0, 0)
        if room.width() > px(24):
            paint.text(painter, room, line.where, "bij", "tekst_3" if line.struck else "tekst_2")

    def _mark(self, painter: QPainter, rect: QRect, line: Line, middle: QPoint) -> None:
        px = theme.active().px
        x = rect.x() + px(INDENT)
        mark = MARKS.get(line.kind) or line.mark
        if mark:
            icons.draw(painter, mark, x, middle.y() - px(9), 18, "tekst_2")
        elif line.struck:
            icons.draw(painter, "actie", x, middle.y() - px(9), 18, "goed")
        elif line.moved:
            icons.draw(painter, "agenda", x, middle.y() - px(9), 18, "tekst_2")
        else:
            paint.circle(painter, x + px(9), middle.y() + 0.5, px(16), None, "lijn_sterk", 1.5)

    def _title(self, painter: QPainter, room: QRect, line: Line) -> int:
        if not line.struck:
            return paint.text(painter, room, line.title, "tekst", "tekst_2" if line.moved else "tekst")
        shown = fonts.metrics("tekst").elidedText(
            line.title, self._view.textElideMode(), max(0, room.width())
        )
        font = QFont(fonts.font("tekst"))
        font.setStrikeOut(True)
        painter.setFont(font)
        painter.setPen(theme.active().colour("tekst_2"))
        painter.drawText(room, int(paint.LEFT), shown)
        return fonts.width("tekst", shown)

    def _right_width(self, line: Line) -> int:
        px = theme.active().px
        width = fonts.width("bij", line.right) if line.right else 0
        width += px(22) if line.icon == "klok" else 0
        return width + (px(24 if width else 16) if line.waits else 0)

    def _right(self, painter: QPainter, room: QRect, line: Line) -> int:
        """When, with the clock of what is late; before it a quiet clock for what waits to be sent."""
        px = theme.active().px
        width = self._right_width(line)
        words = fonts.width("bij", line.right) if line.right else 0
        if line.right:
            token = "goed" if line.struck else line.token
            paint.text(painter, room, line.right, "bij", token, paint.RIGHT)
        y = room.center().y() - px(8) + 1
        if line.icon == "klok":
            icons.draw(painter, "klok", room.right() - words - px(21), y, 16, line.token)
        if line.waits:
            icons.draw(painter, "verzend", room.right() - width + 1, y, 16, "wacht")
        return width
