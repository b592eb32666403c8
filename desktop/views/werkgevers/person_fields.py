"""The small form inside a panel for a contactpersoon who is not known yet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from desktop.views import texts_forms, theme
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.fields import FormRow, TextField
from desktop.views.widgets.labels import Label, Surface


class PersonFields(Surface):
    """Hidden until it is opened; `values()` is empty then. `left(key)` when the focus leaves a field."""

    changed = Signal()
    left = Signal(str)

    def __init__(self) -> None:
        super().__init__("vlak_strook", 8)
        px = theme.active().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(10), px(14), px(14))
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.addWidget(Label(texts_forms.NEW_PERSON, "bij_sterk"))
        head.addStretch(1)
        remove = Button(texts_forms.REMOVE, Look.LINK)
        remove.clicked.connect(self.close_fields)
        head.addWidget(remove)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setSpacing(px(10))
        self._fields: dict[str, TextField] = {}
        self.rows: dict[str, FormRow] = {}
        names = (
            ("naam", texts_forms.NAME),
            ("functie", texts_forms.ROLE),
            ("telefoon", texts_forms.PHONE),
            ("email", texts_forms.EMAIL),
        )
        for number, (key, label) in enumerate(names):
            field = TextField(label)
            field.textEdited.connect(self._edited)
            field.setProperty("key", key)
            field.left.connect(self._left)
            self._fields[key] = field
            self.rows[key] = FormRow(label, field)
            grid.addWidget(self.rows[key], number // 2, number % 2)
        column.addLayout(grid)
        self._open = False
        self.hide()

    def open_fields(self, name: str) -> None:
        self._open = True
        self.show()
        self._fields["naam"].setText(name)
        self._fields["functie" if name else "naam"].setFocus()
        self.changed.emit()

    def close_fields(self) -> None:
        for field in self._fields.values():
            field.clear()
        self._open = False
        self.hide()
        self.changed.emit()

    def values(self) -> dict[str, str]:
        if not self._open:
            return {}
        return {key: field.text() for key, field in self._fields.items()}

    def set_values(self, values: dict[str, str]) -> None:
        for key, field in self._fields.items():
            field.setText(str(values.get(key, "")))
        self._open = bool(values)
        self.setVisible(self._open)

    def set_aside(self, aside: bool) -> None:
        """Out of sight, with what was typed in it."""
        self.setVisible(self._open and not aside)

    def _left(self) -> None:
        field = self.sender()
        if isinstance(field, TextField):
            self.left.emit(str(field.property("key")))

    def _edited(self, typed: str) -> None:
        self.changed.emit()
