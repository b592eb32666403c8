"""Two lines or columns, in which order, which columns and how wide: shown, and kept for the next time."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.views.operations import Operations
from desktop.views.werkgevers import list_memory
from desktop.views.werkgevers.columns_card import ColumnsCard
from desktop.views.werkgevers.list_body import ListBody
from desktop.views.werkgevers.list_head import ListHead
from desktop.views.werkgevers.list_memory import Keep, Memory
from desktop.views.widgets.layer import open_popover


class ListLayout(QObject):
    """`arranged()` when two lines became columns or back."""

    arranged = Signal()

    def __init__(self, operations: Operations, head: ListHead, body: ListBody) -> None:
        super().__init__(body)
        self._operations = operations
        self._head, self._body = head, body
        self.memory = Memory()
        head.wants_other_view.connect(self.switch)
        head.line.columns.clicked.connect(self.choose_columns)
        body.columns.widths_changed.connect(self._widened)

    @property
    def wide(self) -> bool:
        """As columns the list wants all the room there is."""
        return self.memory.view == list_memory.COLUMNS

    def restore(self, memory: Memory) -> None:
        """As it was left; what was pressed before that was read holds."""
        if self.memory == Memory():
            self.memory = memory
            self._show()
            if self.wide:
                self.arranged.emit()

    def switch(self) -> None:
        """Two lines become columns, or back."""
        self._remember(replace(self.memory, view=list_memory.ROWS if self.wide else list_memory.COLUMNS))
        self._show()
        self.arranged.emit()

    def order(self, sortering: str) -> None:
        """Rows come in another order from now on."""
        self._remember(replace(self.memory, order=sortering))
        self._body.columns.header.show_order(sortering)

    def choose_columns(self) -> None:
        card = ColumnsCard(self._head.line.columns, self.memory.columns)
        card.picked.connect(self._columns_picked)
        open_popover(self._head.window(), card)

    def _columns_picked(self, keys: tuple[str, ...]) -> None:
        self._remember(replace(self.memory, columns=keys))
        self._body.show_as(self.memory)

    def _widened(self) -> None:
        widths = {**self.memory.widths, **self._body.columns.widths()}
        self._remember(replace(self.memory, widths=widths))

    def _show(self) -> None:
        self._head.show_view(self.wide)
        self._body.show_as(self.memory)

    def _remember(self, memory: Memory) -> None:
        if memory != self.memory:
            self.memory = memory
            self._operations.write(Keep(self._operations.backend, memory), self)
