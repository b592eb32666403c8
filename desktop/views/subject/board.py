"""The rows of a subject as cards in columns by state. Left and right go to the next column.

Nothing is dragged: what changes a state asks for more than a place, and is done in the detail.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from desktop.views import fonts, theme
from desktop.views.subject import texts as words
from desktop.views.tables.item_line import ItemLine
from desktop.views.tables.place import keep_place
from desktop.views.tables.rows import Index, RowRole
from desktop.views.widgets import paint
from desktop.views.widgets.item_view import ItemModel, paint_aside
from desktop.views.widgets.labels import Label, Surface
from desktop.views.widgets.row_view import RowView, paint_ring, shows_focus

NARROWEST = 150
"""A column is at least so wide; where four do not fit, the board scrolls sideways."""


class BoardColumn(RowView):
    """`opened(key)` on Enter or a press, `left_for(by)` to the column beside it."""

    opened = Signal(str)
    left_for = Signal(int)
    current_changed = Signal(str)

    def __init__(self, name: str) -> None:
        self.lines: ItemModel[Any] = ItemModel()
        super().__init__(name, self.lines)
        self.setItemDelegate(_CardDelegate(self, self.lines))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.clicked.connect(self._pressed)
        self.activated.connect(self._pressed)
        self.selectionModel().currentChanged.connect(self._current_changed)

    def show_lines(self, lines: Sequence[ItemLine[Any]]) -> None:
        def change() -> bool:
            return self.lines.replace(lines)

        keep_place(self, self.lines.key_at, self.lines.find, change)

    def _pressed(self, index: QModelIndex) -> None:
        key = self.lines.key_at(index.row())
        if key is not None:
            self.opened.emit(key)

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.current_changed.emit(self.lines.key_at(current.row()) or "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.left_for.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


class Board(QScrollArea):
    """`opened(key)` for a card. `show_lines` puts each line in the column of its key."""

    opened = Signal(str)
    current_changed = Signal(str)

    def __init__(self, name: str, columns: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._words = dict(columns)
        self.views: dict[str, BoardColumn] = {}
        self._heads: dict[str, Label] = {}
        inner = QWidget()
        row = QHBoxLayout(inner)
        px = theme.active().px
        row.setContentsMargins(px(16), px(8), px(16), px(8))
        row.setSpacing(px(8))
        for key, said in columns:
            row.addWidget(self._column(key, said), 1)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)  # a scroll area gives what it holds a ground

    def _column(self, key: str, said: str) -> QWidget:
        px = theme.active().px
        holder = Surface("vlak_lijst")
        holder.setMinimumWidth(px(NARROWEST))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(6))
        head = self._heads[key] = Label(said, "klein_sterk", "tekst_3")
        head.setContentsMargins(px(8), 0, px(8), 0)
        column.addWidget(head)
        view = self.views[key] = BoardColumn(said)
        view.opened.connect(self.opened)
        view.left_for.connect(self._beside)
        view.current_changed.connect(self.current_changed)
        column.addWidget(view, 1)
        return holder

    def show_lines(self, lines: Sequence[tuple[str, ItemLine[Any]]], changed: set[str]) -> None:
        """(column, line) in the order of the list; `changed` are keys with a mark."""
        for key, view in self.views.items():
            found = [line for column, line in lines if column == key]
            view.lines.changed = changed
            view.show_lines(found)
            said = words.column_named(self._words[key], len(found))
            self._heads[key].setText(said)
            view.setAccessibleName(said)

    def keys(self) -> list[str]:
        """All cards, column by column."""
        return [line.key for view in self.views.values() for line in view.lines.rows()]

    def select(self, key: str) -> None:
        """That card current in its column."""
        for view in self.views.values():
            number = view.lines.find(key)
            if number >= 0:
                view.setCurrentIndex(view.lines.index(number))

    def focus_cards(self, key: str = "") -> None:
        """To that card, or to the first one that there is."""
        views = list(self.views.values())
        there = next((view for view in views if key and view.lines.find(key) >= 0), None)
        target = there or next((view for view in views if view.lines.rowCount()), views[0])
        target.setCurrentIndex(target.lines.index(target.lines.find(key) if there is not None else 0))
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _beside(self, by: int) -> None:
        """The nearest column on that side that has cards, at about the same height."""
        views = list(self.views.values())
        here = self.sender()
        if not isinstance(here, BoardColumn):
            return
        row, at = max(0, here.currentIndex().row()), views.index(here) + by
        while 0 <= at < len(views):
            view = views[at]
            if view.lines.rowCount():
                view.setCurrentIndex(view.lines.index(min(row, view.lines.rowCount() - 1)))
                view.setFocus(Qt.FocusReason.TabFocusReason)
                self.ensureWidgetVisible(view, 8, 0)
                return
            at += by


class _CardDelegate(QStyledItemDelegate):
    """A card of three lines: its name, who it is at, and what is counted."""

    def __init__(self, view: BoardColumn, lines: ItemModel[Any]) -> None:
        super().__init__(view)
        self._view, self._lines = view, lines

    def sizeHint(self, option: Option, index: Index) -> QSize:
        px = theme.active().px
        return QSize(px(120), px(34) + fonts.line("tekst_sterk") + 2 * fonts.line("bij"))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        line: ItemLine[Any] | None = index.data(RowRole)
        if line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = theme.active().px
        card = QRect(option.rect).adjusted(px(4), px(3), -px(4), -px(3))
        here = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        fill = "accent_zacht" if here else "vlak_zweef" if hover else "vlak_inhoud"
        paint.rounded(painter, card, 8, fill, "focus" if here else "lijn_knop")
        self._words(painter, card.adjusted(px(12), px(9), -px(12), -px(9)), line)
        if here and shows_focus(self._view):
            paint_ring(painter, card)
        painter.restore()

    def _words(self, painter: QPainter, area: QRect, line: ItemLine[Any]) -> None:
        px = theme.active().px
        first = QRect(area.x(), area.y(), area.width(), fonts.line("tekst_sterk"))
        second = QRect(area.x(), first.bottom() + px(2), area.width(), fonts.line("bij"))
        third = QRect(area.x(), second.bottom() + px(2), area.width(), fonts.line("bij"))
        paint.text(painter, first, line.title, "tekst_sterk", "tekst")
        said = f"{words.CHANGED}  ·  {line.detail}" if line.key in self._lines.changed else line.detail
        paint.text(painter, second, said, "bij", line.ink)
        room = third.width() - fonts.width("bij", line.when) - px(10) - (px(24) if line.waits else 0)
        if fonts.width("bij", line.aside) > room:
            line = replace(line, aside="")  # a count cuts no words off; a screen reader says it all the same
        taken = paint_aside(painter, third, line)
        paint.text(painter, third.adjusted(0, 0, -taken, 0), line.when, "bij", line.when_ink)
