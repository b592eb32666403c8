"""A list of two-line items under headings, of which one is open beside it: Afstemming and Op deze laptop.

After a change the same item stays chosen and in place; when it is gone, the nearest takes its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QRect, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from desktop.views import fonts, icons, theme
from desktop.views.tables.headed import HeadedModel
from desktop.views.tables.item_line import ItemLine
from desktop.views.tables.place import keep_place
from desktop.views.tables.rows import Index, RowRole
from desktop.views.widgets import paint
from desktop.views.widgets.row_view import RowView, paint_chosen, paint_heading, paint_ring, shows_focus

S = TypeVar("S")
HEADING = 38


class ItemView(RowView, Generic[S]):
    """`picked(ItemLine)` when another one is current; `opened()` on Enter or a press."""

    picked = Signal(object)
    opened = Signal()

    def __init__(self, name: str) -> None:
        self.lines: HeadedModel[ItemLine[S]] = HeadedModel()
        super().__init__(name, self.lines)
        self.setItemDelegate(_Delegate(self))
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.clicked.connect(self._was_opened)
        self.activated.connect(self._was_opened)

    def show_lines(self, lines: Sequence[ItemLine[S]]) -> None:
        """Other contents."""
        at = self.currentIndex().row()

        def change() -> bool:
            return self.lines.replace(lines)

        keep_place(self, self.lines.key_at, self.lines.find, change)
        if self.current() is None:
            self._choose_near(at)

    def current(self) -> ItemLine[S] | None:
        """The line that is chosen; never a heading."""
        line = self.lines.row(self.currentIndex().row())
        return line if line is not None and not line.heading else None

    def select(self, key: str) -> None:
        number = self.lines.find(key)
        if number >= 0:
            self.setCurrentIndex(self.lines.index(number))

    def step(self, by: int) -> None:
        """The next or previous item, past headings."""
        rows, here = self.lines.choosable(), self.currentIndex().row()
        at = rows.index(here) + by if here in rows else 0
        if 0 <= at < len(rows):
            self.setCurrentIndex(self.lines.index(rows[at]))

    def position(self) -> tuple[int, int]:
        """Which of the items is chosen, counted from 1, and how many there are."""
        rows, here = self.lines.choosable(), self.currentIndex().row()
        return (rows.index(here) + 1, len(rows)) if here in rows else (0, 0)

    def _choose_near(self, place: int) -> None:
        rows = self.lines.choosable()
        if rows:
            nearest = min(rows, key=lambda number: abs(number - max(place, 0)))
            self.setCurrentIndex(self.lines.index(nearest))

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        line = self.lines.row(current.row())
        if line is not None and not line.heading:
            self.picked.emit(line)

    def _was_opened(self, index: QModelIndex) -> None:
        line = self.lines.row(index.row())
        if line is not None and not line.heading:
            self.opened.emit()


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: Option, index: Index) -> QSize:
        line: ItemLine[object] | None = index.data(RowRole)
        px = theme.active().px
        if line is None or line.heading:
            return QSize(100, px(HEADING))
        return QSize(100, px(24) + fonts.line("tekst_sterk") + fonts.line("bij"))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        line: ItemLine[object] | None = index.data(RowRole)
        if line is None:
            return
        rect, state = QRect(option.rect), option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.heading:
            paint_heading(painter, rect, line.title, 24)
        else:
            self._surface(painter, rect, line, state)
            _words(painter, rect, line)
        painter.restore()

    def _surface(
        self, painter: QPainter, rect: QRect, line: ItemLine[object], state: QStyle.StateFlag
    ) -> None:
        px = theme.active().px
        card = rect.adjusted(px(8), 1, -px(8), -1)
        if state & QStyle.StateFlag.State_Selected:
            paint_chosen(painter, card, 11)
        elif not line.last:
            paint.hairline(painter, rect.x() + px(56), rect.right() - px(24), rect.bottom())
        if state & QStyle.StateFlag.State_HasFocus and shows_focus(self._view):
            paint_ring(painter, card)


def _words(painter: QPainter, rect: QRect, line: ItemLine[object]) -> None:
    px = theme.active().px
    left, right = rect.x() + px(56), rect.right() - px(24)
    first = QRect(left, rect.y() + px(11), right - left, fonts.line("tekst_sterk"))
    second = QRect(left, first.bottom() + px(2), right - left, fonts.line("bij"))
    icons.draw(painter, line.icon, rect.x() + px(26), first.center().y() - px(8), 18, "tekst_2")
    taken = paint.text(painter, first, line.when, "bij", "tekst_2", paint.RIGHT) if line.when else 0
    paint.text(painter, first.adjusted(0, 0, -taken - px(10), 0), line.title, "tekst_sterk", "tekst")
    paint.text(painter, second, line.detail, "bij", line.ink)
