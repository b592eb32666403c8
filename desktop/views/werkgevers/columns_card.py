"""Which columns are shown; the name always is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.views import theme
from desktop.views.werkgevers import list_columns
from desktop.views.werkgevers import texts_list as words
from desktop.views.widgets.choices import Check
from desktop.views.widgets.layer import PopoverCard


class ColumnsCard(PopoverCard):
    """`picked(keys)` after each tick."""

    picked = Signal(object)

    def __init__(self, anchor: QWidget, shown: Sequence[str]) -> None:
        super().__init__(words.CHOOSE_COLUMNS, anchor, 240)
        px = theme.active().px
        self.column.setContentsMargins(px(20), px(16), px(20), px(16))
        self.column.setSpacing(px(10))
        self.boxes: dict[str, Check] = {}
        for column in list_columns.ALL[1:]:
            box = Check(column.title)
            box.setChecked(column.key in shown)
            box.toggled.connect(self._changed)
            self.boxes[column.key] = box
            self.column.addWidget(box)

    def first_field(self) -> QWidget | None:
        return next(iter(self.boxes.values()))

    def _changed(self) -> None:
        self.picked.emit(tuple(key for key, box in self.boxes.items() if box.isChecked()))
