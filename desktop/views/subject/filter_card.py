"""The card behind Filters: one field for each filter with options. Each choice holds at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.views import theme
from desktop.views.subject import texts as words
from desktop.views.subject.choice import Choice, Filter
from desktop.views.widgets import fields
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.fields import FormRow
from desktop.views.widgets.layer import PopoverCard


class SubjectFilterCard(PopoverCard):
    """`picked(Choice)` after each change."""

    picked = Signal(object)

    def __init__(self, anchor: QWidget, choice: Choice, filters: Sequence[Filter]) -> None:
        super().__init__(words.FILTERS_NAME, anchor, 320, scrolls=True)
        self._choice = choice
        self._filters = {one.key: one for one in filters}
        px = theme.active().px
        self.column.setContentsMargins(px(20), px(16), px(20), px(16))
        self.column.setSpacing(px(12))
        self.fields: dict[str, fields.Choice] = {}
        for key, one in self._filters.items():
            field = self.fields[key] = fields.Choice(one.words, one.anything)
            field.set_options(one.options)
            field.set_value(choice.value(key))
            field.setProperty("filter", key)
            field.currentIndexChanged.connect(self._changed)
            self.column.addWidget(FormRow(one.words, field))
        self.clear = Button(words.CLEAR_FILTERS, Look.LINK)
        self.clear.clicked.connect(self._cleared)
        self.column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)

    def first_field(self) -> QWidget | None:
        return next(iter(self.fields.values()), None)

    def _changed(self) -> None:
        field = self.sender()
        assert isinstance(field, fields.Choice)
        key = str(field.property("filter"))
        self._choice = self._choice.where(key, field.value(), self._filters[key].excludes)
        self.picked.emit(self._choice)

    def _cleared(self) -> None:
        for field in self.fields.values():
            with QSignalBlocker(field):
                field.set_value("")
                field.update()
        for key in self._filters:
            self._choice = self._choice.where(key, "")
        self.picked.emit(self._choice)
