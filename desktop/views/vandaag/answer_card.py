"""A word with an answer to a colleague: a popover with one field. Enter sends it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.views.acties.popover_form import PopoverForm
from desktop.views.vandaag import texts
from desktop.views.widgets.fields import FormRow, TextField

LIMIT = 200


class AnswerCard(PopoverForm):
    """`required` for a refusal: who offered the regie must know why."""

    def __init__(self, title: str, send: str, anchor: QWidget, required: bool = False) -> None:
        super().__init__(title, send, anchor)
        self._required = required
        label = texts.WHY_REFUSE if required else texts.A_WORD
        self.field = TextField(label)
        self.field.setMaxLength(LIMIT)
        self._row = FormRow(label, self.field, "" if required else texts.A_WORD_HINT)
        self.fields.addWidget(self._row)

    @property
    def words(self) -> str:
        return self.field.text().strip()

    def first_field(self) -> QWidget | None:
        return self.field

    def check(self) -> bool:
        missing = self._required and not self.words
        self._row.set_error(texts.WHY_NEEDED if missing else "")
        if missing:
            self.field.setFocus()
        return not missing
