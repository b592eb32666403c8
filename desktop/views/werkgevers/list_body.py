"""The rows themselves: two lines or columns over one model, with one choice of rows and one reader.

Another order comes in without moving what one looks at.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.queries.ids import Ids
from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.views import theme
from desktop.views.operations import Operations
from desktop.views.tables.list_keys import ListKeys
from desktop.views.tables.window_reading import WindowReader
from desktop.views.werkgevers import list_columns, list_memory
from desktop.views.werkgevers.column_view import ColumnsView
from desktop.views.werkgevers.list_choosing import Choosing
from desktop.views.werkgevers.list_memory import Memory
from desktop.views.werkgevers.list_model import EmployerListModel
from desktop.views.werkgevers.list_reading import Employers
from desktop.views.werkgevers.list_view import RowsView
from desktop.views.widgets.labels import Hairline, Surface

Index = QModelIndex | QPersistentModelIndex


class ListBody(Surface):
    """`opened(id)` on Enter or a plain press of one row."""

    opened = Signal(str)

    def __init__(self, operations: Operations, model: EmployerListModel, nothing: QWidget) -> None:
        super().__init__("vlak_lijst")
        self.model = model
        self.rows, self.columns = RowsView(model), ColumnsView(model)
        self.choosing = Choosing(model, self)
        self.keys = ListKeys(self.rows, self.columns)
        source = Employers(operations.backend)
        self.reader = WindowReader(operations, model, source, WerkgeverFilter(), self.in_sight)
        self._stack = QStackedWidget()
        for part in (self.rows, self.columns, nothing):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline())
        column.addWidget(self._stack, 1)
        self.setMinimumHeight(1)  # else what stands there without rows asks for more
        self._is_columns = False
        for view in (self.rows, self.columns):
            view.setSelectionModel(self.choosing.selection)
            view.clicked.connect(self._pressed)
            view.activated.connect(self._activated)
            view.verticalScrollBar().valueChanged.connect(self.reader.fill_what_is_seen)
        self.keys.all_asked.connect(self._choose_all)
        self.keys.let_go.connect(self.choosing.let_go)
        self.keys.end_asked.connect(self._to_end)
        self.keys.held.connect(self._held)

    # -- two lines or columns ------------------------------------------------------------------------
    @property
    def view(self) -> RowsView | ColumnsView:
        """The one in sight."""
        return self.columns if self._is_columns else self.rows

    def show_as(self, memory: Memory) -> None:
        """As it was left; what is chosen and what one looks at stay."""
        columns = memory.view == list_memory.COLUMNS
        chosen, current = self.choosing.ids(), self.model.id_at(self.choosing.current)
        top = self.model.id_at(self.in_sight()[0]) if self.view.verticalScrollBar().value() else ""
        had_focus = self.view.hasFocus()
        self._is_columns = columns
        shown = list_columns.chosen(memory.columns if columns else ())
        self.model.show_columns(shown)
        if columns:
            self.columns.set_widths(shown, memory.widths)
            self.columns.header.show_order(memory.order)
        self.choosing.restore(chosen, current)
        self.show_rows(self.model.total > 0)
        if had_focus:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._look_at(top, 0)

    def show_rows(self, any_rows: bool) -> None:
        """The rows, or what stands there when there are none."""
        self._stack.setCurrentIndex((1 if self._is_columns else 0) if any_rows else 2)

    # -- where one looks -----------------------------------------------------------------------------
    def in_sight(self) -> tuple[int, int]:
        return self.view.in_sight()

    def _row_height(self) -> int:
        return theme.measure("tabelregel") if self._is_columns else max(1, self.rows.sizeHintForRow(0))

    def _look_at(self, row_id: str, offset: int) -> None:
        """That row at the top of the view, so many pixels above its edge."""
        self.view.executeDelayedItemsLayout()
        number = self.model.find(row_id) if row_id else -1
        if number >= 0:
            self.view.verticalScrollBar().setValue(number * self._row_height() + offset)
        self.view.viewport().update()

    def reorder(self, ids: Ids) -> None:
        """Another order of the same list: top of the view, current row and choice stay where they are."""
        bar, height = self.view.verticalScrollBar(), self._row_height()
        top, offset = divmod(bar.value(), height)
        top_id = self.model.id_at(top) if bar.value() else ""
        chosen = self.choosing.ids()
        current = self.model.id_at(self.choosing.current) or self.choosing.marked or ""
        self.model.reorder(ids)
        self.choosing.restore(chosen if len(chosen) else Ids.of([current] if current in ids else []), current)
        self._look_at(top_id, offset)
        self.reader.fill_what_is_seen()

    def scroll_to_top(self) -> None:
        self.view.scrollToTop()

    def bring_in_sight(self, number: int) -> None:
        self.view.executeDelayedItemsLayout()
        self.view.scrollTo(self.model.index(number, 0))

    # -- keys and presses ----------------------------------------------------------------------------
    def _choose_all(self) -> None:
        self.reader.when_whole(self.choosing.choose_all)

    def _to_end(self) -> None:
        if not self.reader.is_whole:
            self.reader.when_whole(self._go_to_end)

    def _go_to_end(self) -> None:
        self.view.setCurrentIndex(self.model.index(self.model.total - 1, 0))

    def _held(self, on: bool) -> None:
        if on:
            self.choosing.waits = True
        else:
            self.choosing.rest()

    def _pressed(self, index: Index) -> None:
        if not QApplication.keyboardModifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        ):
            self._activated(index)

    def _activated(self, index: Index) -> None:
        row_id = self.model.id_at(index.row())
        if row_id and self.choosing.count <= 1:
            self.opened.emit(row_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.reader.fill_what_is_seen()
