"""A list of two-line items under headings: what waits, drafts, what was sent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from desktop.views import fonts, icons, theme
from desktop.views.deze_laptop.lines import Line
from desktop.views.tables.place import keep_place
from desktop.views.tables.rows import Index, RowListModel, RowRole
from desktop.views.widgets import paint


class ItemModel(RowListModel[Line]):
    """Headings are read but not chosen."""

    def __init__(self) -> None:
        super().__init__(_key, _title, _sentence)

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.row(index.row())
        if line is not None and line.subject is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


def _key(line: Line) -> str:
    return line.key


def _title(line: Line) -> str:
    return line.title


def _sentence(line: Line) -> str:
    return line.sentence


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: Option, index: Index) -> QSize:
        line: Line | None = index.data(RowRole)
        px = theme.active().px
        if line is None or line.subject is None:
            return QSize(100, px(38))
        return QSize(100, px(24) + fonts.line("tekst_sterk") + fonts.line("bij"))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        line: Line | None = index.data(RowRole)
        if line is None:
            return
        rect = QRect(option.rect)
        state: QStyle.StateFlag = option.state
        px = theme.active().px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.subject is None:
            area = rect.adjusted(px(24), px(6), -px(24), 0)
            paint.text(painter, area, line.title, "klein_sterk", "tekst_3")
        else:
            _paint_item(painter, rect, line, bool(state & QStyle.StateFlag.State_Selected))
            if state & QStyle.StateFlag.State_HasFocus and self._view.property("by_key"):
                paint.rounded(painter, rect.adjusted(px(8) + 1, 2, -px(8) - 1, -2), 8, None, "focus", 2)
        painter.restore()


def _paint_item(painter: QPainter, rect: QRect, line: Line, chosen: bool) -> None:
    look = theme.active()
    px = look.px
    card = rect.adjusted(px(8), 1, -px(8), -1)
    if chosen:
        paint.rounded(painter, card, 8, "accent_zacht", "focus" if look.high_contrast else None, 2)
        painter.fillRect(card.x(), card.y() + px(11), 3, card.height() - px(22), look.colour("focus"))
    elif not line.last:
        paint.hairline(painter, rect.x() + px(56), rect.right() - px(24), rect.bottom())
    left, right = rect.x() + px(56), rect.right() - px(24)
    first = QRect(left, rect.y() + px(11), right - left, fonts.line("tekst_sterk"))
    second = QRect(left, first.bottom() + px(2), right - left, fonts.line("bij"))
    icons.draw(painter, line.icon, rect.x() + px(26), first.center().y() - px(8), 18, "tekst_2")
    taken = paint.text(painter, first, line.when, "bij", "tekst_2", paint.RIGHT) if line.when else 0
    paint.text(painter, first.adjusted(0, 0, -taken - px(10), 0), line.title, "tekst_sterk", "tekst")
    paint.text(painter, second, line.detail, "bij", line.ink)


class ItemList(QListView):
    """`picked(Line)` when another one is current; `opened()` on Enter or a press."""

    picked = Signal(object)
    opened = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.items = ItemModel()
        self.items.setParent(self)
        self.setAccessibleName(name)
        self.setModel(self.items)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.clicked.connect(self._was_opened)
        self.activated.connect(self._was_opened)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.setProperty("by_key", event.reason() != Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """The same one stays chosen and in place; when it is gone, what came in its place."""
        before = max(1, self.currentIndex().row())

        def change() -> bool:
            return self.items.replace(lines)

        keep_place(self, self._key_at, self.items.find, change)
        if self.current() is None:
            self._choose_from(min(before, len(lines) - 1))

    def _key_at(self, number: int) -> str | None:
        line = self.items.row(number)
        return line.key if line is not None else None

    def current(self) -> Line | None:
        line = self.items.row(self.currentIndex().row())
        return line if line is not None and line.subject is not None else None

    def _choose_from(self, number: int) -> None:
        """This one, or the nearest that can be chosen."""
        rows = self.items.rows()
        for place in (*range(max(0, number), len(rows)), *range(number - 1, -1, -1)):
            if rows[place].subject is not None:
                self.setCurrentIndex(self.items.index(place))
                return

    def step(self, by: int) -> None:
        """To the next or previous item, over headings."""
        rows, place = self.items.rows(), self.currentIndex().row() + by
        while 0 <= place < len(rows):
            if rows[place].subject is not None:
                self.setCurrentIndex(self.items.index(place))
                return
            place += by

    def position(self) -> tuple[int, int]:
        """Which of how many, from 1."""
        rows = [line.key for line in self.items.rows() if line.subject is not None]
        current = self.current()
        return (rows.index(current.key) + 1, len(rows)) if current is not None else (0, 0)

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        line = self.items.row(current.row())
        if line is not None and line.subject is not None:
            self.picked.emit(line)

    def _was_opened(self, _index: QModelIndex) -> None:
        if self.current() is not None:
            self.opened.emit()
