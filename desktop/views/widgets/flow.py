"""A layout that sets parts side by side and goes on on the next line when they do not fit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

from desktop.views import theme


def in_one_line(holder: QWidget, on: bool) -> None:
    """A holder of a `Flow` is as wide as all its parts together, or takes what there is and wraps."""
    layout = holder.layout()
    assert isinstance(layout, Flow)
    if on:
        holder.setFixedWidth(layout.one_line())
    else:
        holder.setMinimumWidth(0)
        holder.setMaximumWidth(16777215)


class Flow(QLayout):
    """Left to right, top to bottom, with one gap in both directions."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[tuple[int, float], int] = {}
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, widget: QWidget) -> None:
        """With an item made here: of one that Qt makes the Python side can be declared dead while Qt still
        uses it, and then the next layout of the window ends the program.
        """
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert_widget(self, index: int, widget: QWidget) -> None:
        """Adds a widget before the item at `index`."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def one_line(self) -> int:
        """How wide it is when nothing wraps."""
        widths = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        return sum(widths) + self.spacing() * max(0, len(widths) - 1)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Kept until a part says that it changed: one layout of the window asks many times.

        Of a flow inside another layout a part tells only that one.
        """
        if isinstance(self.parent(), QLayout):
            return self._place(QRect(0, 0, width, 0), move=False)
        at = width, theme.active().factor
        if at not in self._heights:
            self._heights[at] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[at]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, move: bool) -> int:
        x, y, height = rect.x(), rect.y(), 0
        shown = [item for item in self._items if not item.isEmpty()]
        for number, item in enumerate(shown):
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, height = rect.x(), y + height + self.spacing(), 0
            width = hint.width()
            if number == len(shown) - 1 and item.expandingDirections() & Qt.Orientation.Horizontal:
                width = rect.right() + 1 - x
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, hint.height())))
            x += width + self.spacing()
            height = max(height, hint.height())
        return y + height - rect.y()
