"""A list of two-line items under headings, of which one is open beside it.

After a change the same item stays chosen and in place; when it is gone, the nearest takes its place, or none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, Protocol, TypeVar, cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from desktop.views import fonts, icons, theme
from desktop.views.subject import texts as words
from desktop.views.tables import item_line
from desktop.views.tables.headed import HeadedModel
from desktop.views.tables.item_line import ItemLine
from desktop.views.tables.place import keep_place
from desktop.views.tables.rows import Index, RowRole
from desktop.views.widgets import paint
from desktop.views.widgets.row_view import RowView, paint_chosen, paint_heading, paint_ring, shows_focus

S = TypeVar("S")
HEADING = 38


class ItemModel(HeadedModel[ItemLine[S]]):
    """`changed` holds keys of lines that a colleague changed and that were not opened since."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.changed: set[str] = set()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        said = super().data(index, role)
        if role == Qt.ItemDataRole.AccessibleTextRole and self.key_at(index.row()) in self.changed:
            return f"{said}, {words.CHANGED}"
        return said


class Items(Protocol):
    """What the view asks of its lines, whether all of them are here or only those where one looks."""

    changed: set[str]

    def rows(self) -> tuple[ItemLine[Any], ...]: ...
    def row(self, number: int) -> ItemLine[Any] | None: ...
    def find(self, key: str, /) -> int: ...
    def key_at(self, number: int) -> str | None: ...
    def choosable(self) -> Sequence[int]: ...
    def replace(self, rows: Sequence[ItemLine[Any]], /) -> bool: ...
    def index(self, row: int, column: int, /) -> QModelIndex: ...


class ItemView(RowView, Generic[S]):
    """`picked(ItemLine)` when another one is current; `opened()` on Enter or a press.

    `inset` is where the words begin: after an icon, or after a mark.
    """

    picked = Signal(object)
    opened = Signal()

    def __init__(self, name: str, inset: int = 56, lines: Items | None = None) -> None:
        self.lines: Items = lines if lines is not None else ItemModel()
        super().__init__(name, cast("QAbstractItemModel", self.lines))
        self.setItemDelegate(ItemDelegate(self, self.lines, inset))
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.clicked.connect(self._was_opened)
        self.activated.connect(self._was_opened)

    def show_lines(self, lines: Sequence[ItemLine[S]], near: bool = True) -> None:
        """Other contents. `near`: when what was chosen is gone, the nearest is."""
        at = self.currentIndex().row()
        if tuple(lines) == self.lines.rows():
            return  # thousands of rows are laid out only when one of them differs

        def change() -> bool:
            return self.lines.replace(lines)

        keep_place(self, self.lines.key_at, self.lines.find, change)
        if near and self.current() is None:
            self.choose_near(at)

    def current(self) -> ItemLine[S] | None:
        """The line that is chosen; never a heading."""
        line = self.lines.row(self.currentIndex().row())
        return line if line is not None and not line.heading else None

    def select(self, key: str) -> None:
        number = self.lines.find(key)
        if number >= 0:
            self.setCurrentIndex(self.lines.index(number, 0))

    def step(self, by: int) -> None:
        """The next or previous item, past headings."""
        rows, here = self.lines.choosable(), self.currentIndex().row()
        at = rows.index(here) + by if here in rows else 0
        if 0 <= at < len(rows):
            self.setCurrentIndex(self.lines.index(rows[at], 0))

    def position(self) -> tuple[int, int]:
        """Which of the items is chosen, counted from 1, and how many there are."""
        rows, here = self.lines.choosable(), self.currentIndex().row()
        return (rows.index(here) + 1, len(rows)) if here in rows else (0, 0)

    def choose_near(self, place: int) -> None:
        """The item that is nearest to that number."""
        rows = self.lines.choosable()
        if rows:
            nearest = _nearest(rows, max(place, 0))
            self.setCurrentIndex(self.lines.index(nearest, 0))

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        line = self.lines.row(current.row())
        if line is not None and not line.heading:
            self.picked.emit(line)

    def _was_opened(self, index: QModelIndex) -> None:
        line = self.lines.row(index.row())
        if line is not None and not line.heading:
            self.opened.emit()


def _nearest(rows: Sequence[int], place: int) -> int:
    if isinstance(rows, range):
        return min(place, rows[-1])
    return min(rows, key=lambda number: abs(number - place))


class ItemDelegate(QStyledItemDelegate):
    """Two lines of one height, and headings between them."""

    def __init__(self, view: QListView, lines: Items, inset: int) -> None:
        super().__init__(view)
        self._view, self._lines, self._inset = view, lines, inset

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
            self._words(painter, rect, line)
        painter.restore()

    def _surface(
        self, painter: QPainter, rect: QRect, line: ItemLine[object], state: QStyle.StateFlag
    ) -> None:
        px = theme.active().px
        card = rect.adjusted(px(8), 1, -px(8), -1)
        if state & QStyle.StateFlag.State_Selected:
            paint_chosen(painter, card, 11)
        elif not line.last:
            paint.hairline(painter, rect.x() + px(self._inset), rect.right() - px(24), rect.bottom())
        if state & QStyle.StateFlag.State_HasFocus and shows_focus(self._view):
            paint_ring(painter, card)

    def _words(self, painter: QPainter, rect: QRect, line: ItemLine[object]) -> None:
        px = theme.active().px
        left, right = rect.x() + px(self._inset), rect.right() - px(24)
        first = QRect(left, rect.y() + px(11), right - left, fonts.line("tekst_sterk"))
        second = QRect(left, first.bottom() + px(2), right - left, fonts.line("bij"))
        paint_lead(painter, rect.x(), first.center().y(), line)
        taken = paint.text(painter, first, line.when, "bij", line.when_ink, paint.RIGHT) if line.when else 0
        paint.text(painter, first.adjusted(0, 0, -taken - px(10), 0), line.title, "tekst_sterk", "tekst")
        taken = paint_aside(painter, second, line)
        said = f"{words.CHANGED}  ·  {line.detail}" if line.key in self._lines.changed else line.detail
        paint.text(painter, second.adjusted(0, 0, -taken, 0), said, "bij", line.ink)


def paint_lead(painter: QPainter, x: int, middle: int, line: ItemLine[Any]) -> None:
    """The icon or the mark before the words."""
    px = theme.active().px
    if line.icon:
        icons.draw(painter, line.icon, x + px(26), middle - px(8), 18, "tekst_2")
    elif line.mark == item_line.MINE:
        paint.circle(painter, x + px(28), middle + 0.5, px(9), "focus", None)
    elif line.mark:
        dashed = line.mark == item_line.NOBODYS
        paint.circle(painter, x + px(28), middle + 0.5, px(9), None, "lijn_sterk", 1.5, dashed=dashed)


def paint_aside(painter: QPainter, rect: QRect, line: ItemLine[Any]) -> int:
    """At the right of the second line, with the clock before it when something waits; how wide it is."""
    px = theme.active().px
    taken = paint.text(painter, rect, line.aside, "bij", "tekst_2", paint.RIGHT) + px(10) if line.aside else 0
    if line.waits:
        icons.draw(
            painter, "klok", rect.right() + 1 - taken - px(16), rect.center().y() - px(7), 16, "tekst_2"
        )
        taken += px(24)
    return taken
