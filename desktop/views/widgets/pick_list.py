"""A popover with one list to choose from, with a search field when the list is long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QWidget

from desktop.models.values import fold
from desktop.views import theme
from desktop.views.widgets.fields import SearchField
from desktop.views.widgets.layer import PopoverCard
from desktop.views.widgets.pick_popup import Pick, PickDelegate, PickModel


class PickList(PopoverCard):
    """`picked(Pick)` once; then it closes."""

    picked = Signal(object)

    def __init__(
        self, name: str, anchor: QWidget, picks: Sequence[Pick], chosen: str, search: str, width: int = 280
    ) -> None:
        super().__init__(name, anchor, width)
        self._all = tuple(picks)
        px = theme.active().px
        self.column.setContentsMargins(px(8), px(8), px(8), px(8))
        self.column.setSpacing(px(6))
        self._search = SearchField(search, search)
        self._search.textChanged.connect(self._filter)
        self._search.down.connect(self._to_list)
        self._search.setVisible(len(picks) > 10)
        self._model = PickModel(self)
        self._view = QListView()
        self._view.setAccessibleName(name)
        self._view.setModel(self._model)
        self._view.setItemDelegate(PickDelegate(self._view))
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setMouseTracking(True)
        self._view.entered.connect(self._view.setCurrentIndex)
        self._view.clicked.connect(self._take)
        self._view.activated.connect(self._take)
        self._view.setFixedHeight(px(44) * min(8, len(picks)))
        self.column.addWidget(self._search)
        self.column.addWidget(self._view)
        self._model.show_picks(self._all, "")
        rows = [row for row, pick in enumerate(picks) if pick.id == chosen]
        self._view.setCurrentIndex(self._model.index(rows[0] if rows else 0))

    def first_field(self) -> QWidget | None:
        return self._search if self._search.isVisibleTo(self) else self._view

    def _filter(self, typed: str) -> None:
        found = [pick for pick in self._all if fold(typed) in fold(pick.words)]
        self._model.show_picks(found, typed)
        self._view.setCurrentIndex(self._model.index(0))

    def _to_list(self) -> None:
        self._view.setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, index: QModelIndex) -> None:
        pick = self._model.pick(index.row())
        if pick is not None and self.result() == 0:
            self.picked.emit(pick)
            self.accept()
