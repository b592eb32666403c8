"""The one list of Vandaag: as high as its lines, so that the page scrolls and not the list.

Arrows move over items and skip headings; over an edge they go on to what stands above or below. Space ticks.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop.views import theme
from desktop.views.tables.headed import HeadedModel
from desktop.views.tables.rows import Index, RowRole
from desktop.views.vandaag import texts
from desktop.views.vandaag.day_delegate import DayDelegate
from desktop.views.vandaag.lines import Kind, Line
from desktop.views.widgets.row_view import BY_KEY, RowView


class DayModel(HeadedModel[Line]):
    """What can be ticked says whether it is."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.row(index.row())
        own = super().flags(index)
        return own | Qt.ItemFlag.ItemIsUserCheckable if line is not None and line.ticks else own

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.CheckStateRole:
            line = self.row(index.row()) if index.isValid() else None
            if line is not None and line.ticks:
                return Qt.CheckState.Checked if line.struck else Qt.CheckState.Unchecked
            return None
        return super().data(index, role)


class DayList(RowView):
    """`ticked(Line)`, `opened(Line)`, `postpones(Line)`, `asked_menu(Line, QPoint)` on the screen.

    `edge(-1 or 1)`: an arrow went over the first or last item. `moved(QRect)`: bring this in sight.
    """

    ticked = Signal(object)
    opened = Signal(object)
    postpones = Signal(object)
    asked_menu = Signal(object, object)
    edge = Signal(int)
    moved = Signal(object)

    def __init__(self) -> None:
        self.lines_model = DayModel()
        super().__init__(texts.LIST_NAME, self.lines_model)
        self.delegate = DayDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.anchor = QWidget(self.viewport())
        self.anchor.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedHeight(0)

    # -- contents ------------------------------------------------------------------------------------
    def show_lines(self, lines: Sequence[Line]) -> None:
        """New contents; the same line stays the current one, or its neighbour when it went."""
        current = self.current_line()
        row = self.currentIndex().row()
        if self.lines_model.replace(lines) and current is not None:
            found = self.lines_model.find(current.key)
            self.choose_row(found if found >= 0 else self._nearest(row))
        self.fit()

    def fit(self) -> None:
        """As high as all lines together."""
        rows = self.lines_model.rows()
        height = sum(self.delegate.height(line, number == 0) for number, line in enumerate(rows))
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)
        self.scheduleDelayedItemsLayout()

    def rescaled(self) -> None:
        """Another text size."""
        self.fit()

    def current_line(self) -> Line | None:
        line: Line | None = self.currentIndex().data(RowRole)
        return line

    def line_at(self, key: str) -> Line | None:
        return self.lines_model.row(self.lines_model.find(key))

    def row_rect(self, key: str) -> QRect:
        """Where the line with this key stands in the list."""
        return self.visualRect(self.lines_model.index(self.lines_model.find(key)))

    def place_anchor(self, line: Line) -> QWidget:
        """Something to hang a popover on: the words of this row."""
        rect = self.row_rect(line.key)
        left = theme.active().px(46)
        self.anchor.setGeometry(rect.adjusted(left, 0, 0, 0))
        return self.anchor

    def set_held(self, on: bool) -> None:
        """While something about the current row floats above the page, the row stays marked."""
        self.delegate.held = on
        self.viewport().update()

    # -- moving --------------------------------------------------------------------------------------
    def items(self) -> Sequence[int]:
        """Rows that can be chosen."""
        return self.lines_model.choosable()

    def choose_row(self, row: int) -> None:
        if row >= 0:
            self.setCurrentIndex(self.lines_model.index(row))

    def enter_from(self, side: int) -> bool:
        """The focus comes from above (1) or below (-1); False when there is nothing to choose."""
        rows = self.items()
        if not rows:
            return False
        self.setProperty(BY_KEY, True)
        self.choose_row(rows[0] if side > 0 else rows[-1])
        self.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _nearest(self, row: int) -> int:
        return min(self.items(), key=lambda number: abs(number - row), default=-1)

    def _move(self, by: int) -> None:
        rows = self.items()
        here = self.currentIndex().row()
        later = [row for row in rows if (row - here) * by > 0]
        if not later:
            self.edge.emit(1 if by > 0 else -1)
            return
        ordered = later if by > 0 else later[::-1]
        self.choose_row(ordered[min(abs(by), len(ordered)) - 1])

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.executeDelayedItemsLayout()
            self.moved.emit(self.visualRect(current))

    def scrollTo(self, index: QModelIndex, hint: object = None) -> None:  # type: ignore[override]
        """Never by itself: the page around it scrolls."""

    # -- keys ----------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.setProperty(BY_KEY, True)
        key, line = event.key(), self.current_line()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in steps:
            self._move(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            rows = self.items()
            self.choose_row(rows[0 if key == Qt.Key.Key_Home else -1] if rows else -1)
        elif line is not None and key == Qt.Key.Key_Space:
            (self.ticked if line.finishes else self.opened).emit(line)
        elif line is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(line)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current_line() is None or self.current_line().heading:  # type: ignore[union-attr]
            self.choose_row(self._nearest(0))
        self.moved.emit(self.visualRect(self.currentIndex()))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # -- mouse ---------------------------------------------------------------------------------------
    def _under(self, point: QPoint) -> tuple[Line | None, QModelIndex]:
        index = self.indexAt(point)
        line: Line | None = index.data(RowRole)
        return (line if line is not None and not line.heading else None), index

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setProperty(BY_KEY, False)
        point = event.position().toPoint()
        line, index = self._under(point)
        if line is None:
            return
        self.setCurrentIndex(index)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        spots = self.delegate.spots(line, self.visualRect(index))
        if spots.tick.contains(point):
            self.ticked.emit(line)
        elif spots.postpone.contains(point):
            self.postpones.emit(line)
        elif line.kind is Kind.LINK:
            self.opened.emit(line)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        line, index = self._under(point)
        if line is not None and not self.delegate.spots(line, self.visualRect(index)).tick.contains(point):
            self.opened.emit(line)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        line, index = self._under(point)
        self._hover(index.row() if line is not None else -1)
        hand = line is not None and self._presses(line, index, point)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def _presses(self, line: Line, index: QModelIndex, point: QPoint) -> bool:
        spots = self.delegate.spots(line, self.visualRect(index))
        return line.kind is Kind.LINK or spots.tick.contains(point) or spots.postpone.contains(point)

    def _hover(self, row: int) -> None:
        if row != self.delegate.hovered:
            self.delegate.hovered = row
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        line = self._under(event.pos())[0] if by_mouse else self.current_line()
        if line is None or line.heading or line.kind is Kind.LINK:
            return
        rect = self.row_rect(line.key)
        at = event.globalPos() if by_mouse else self.viewport().mapToGlobal(rect.center())
        self.asked_menu.emit(line, at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()
