"""The rows as columns: the name stays in sight, widths are a person's own.

The first column is painted once more over what scrolls beneath it; where the mouse is there, Qt is told that
it is on the first column.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from desktop.views import theme
from desktop.views.tables.rows import Index
from desktop.views.tables.window_reading import in_sight
from desktop.views.werkgevers import texts_list as words
from desktop.views.werkgevers.column_delegate import ColumnDelegate
from desktop.views.werkgevers.column_header import ColumnHeader
from desktop.views.werkgevers.list_columns import Column
from desktop.views.werkgevers.list_model import EmployerListModel
from desktop.views.werkgevers.list_view import choosing_nothing, set_up
from desktop.views.werkgevers.row_delegate import mouse_or_key
from desktop.views.widgets import paint
from desktop.views.widgets.labels import Surface


class ColumnsView(QTableView):
    """`widths_changed` when a column was drawn to another width."""

    widths_changed = Signal()

    def __init__(self, model: EmployerListModel) -> None:
        super().__init__()
        self._model = model
        self.header = ColumnHeader(model)
        self.setHorizontalHeader(self.header)
        set_up(self, model, words.COLUMNS_NAME)
        self._painter = ColumnDelegate(self, model)
        self.setItemDelegate(self._painter)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setCornerWidget(Surface("vlak_lijst"))
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(theme.measure("tabelregel"))
        rows.setDefaultSectionSize(theme.measure("tabelregel"))
        rows.hide()
        self._own: Mapping[str, int] = {}
        self.header.widened.connect(self._widened)

    def in_sight(self) -> tuple[int, int]:
        return in_sight(self, theme.measure("tabelregel"), self._model.total)

    # -- widths --------------------------------------------------------------------------------------
    def set_widths(self, columns: Sequence[Column], own: Mapping[str, int]) -> None:
        """Widths before the text factor; those that a person did not choose are the usual ones."""
        self._own = own
        was_blocked = self.header.blockSignals(True)
        for section, column in enumerate(columns):
            self.header.resizeSection(section, theme.active().px(own.get(column.key, column.width)))
        self.header.blockSignals(was_blocked)
        self.updateGeometries()
        self.viewport().update()

    def widths(self) -> dict[str, int]:
        factor = theme.active().factor
        sizes = {column.key: self.columnWidth(number) for number, column in enumerate(self._model.columns)}
        return {key: round(size / factor) for key, size in sizes.items()}

    def _widened(self) -> None:
        self._own = self.widths()
        self.widths_changed.emit()

    def rescaled(self) -> None:
        """Another text size: columns go along."""
        self.set_widths(self._model.columns, self._own)

    # -- the name stays in sight ---------------------------------------------------------------------
    def _held(self) -> bool:
        return self.horizontalOffset() > 0

    def indexAt(self, pos: QPoint) -> QModelIndex:
        found = super().indexAt(pos)
        if self._held() and pos.x() < self.columnWidth(0):
            row = found.row() if found.isValid() else self.rowAt(pos.y())
            return self._model.index(row, 0) if row >= 0 else QModelIndex()
        return found

    def visualRect(self, index: Index) -> QRect:
        rect = super().visualRect(index)
        return QRect(0, rect.y(), rect.width(), rect.height()) if index.column() == 0 else rect

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """The name is always in sight; another column must not end up beneath it."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if index.column() == 0:
            bar.setValue(before)
        elif (covered := self.columnWidth(0) - self.columnViewportPosition(index.column())) > 0:
            bar.setValue(bar.value() - covered)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx:
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._model.total:
            return
        painter = paint.painter_for(self.viewport())
        self._beyond(painter)
        if self._held():
            self._name_again(painter)

    def _beyond(self, painter: QPainter) -> None:
        """A row goes on to the edge when its columns do not."""
        left = self.header.length() - self.horizontalOffset()
        width = self.viewport().width() - left
        if width <= 0:
            return
        first, last = self.in_sight()
        for row in range(first, last + 1):
            area = QRect(left, self.rowViewportPosition(row), width, theme.measure("tabelregel"))
            self._painter.paint_surface(painter, area, row)

    def _name_again(self, painter: QPainter) -> None:
        first, last = self.in_sight()
        width, height = self.columnWidth(0), theme.measure("tabelregel")
        current = self.currentIndex()
        for row in range(first, last + 1):
            area = QRect(0, self.rowViewportPosition(row), width, height)
            painter.fillRect(area, theme.active().colour("vlak_lijst"))
            index = self._model.index(row, 0)
            self._painter.paint_cell(painter, area, index, self.hasFocus() and index == current)
        painter.setPen(theme.active().colour("lijn_knop"))
        painter.drawLine(width - 1, 0, width - 1, self.rowViewportPosition(last) + height)

    # -- mouse and focus -----------------------------------------------------------------------------
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._painter.hovered:
            self._painter.hovered = row
            self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        mouse_or_key(self, event.reason())
        with choosing_nothing(self):
            super().focusInEvent(event)

    def tab_order(self) -> tuple[ColumnHeader, ColumnsView]:
        """The header first."""
        return self.header, self
