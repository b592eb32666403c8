"""Choosing, changing and taking away the code of the lock: for Instellingen and for *Op slot zetten*."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import lock_code
from desktop.views import theme
from desktop.views.backend import Backend
from desktop.views.lock import texts
from desktop.views.lock.code_field import CodeField
from desktop.views.messages import explain
from desktop.views.operations import Operations
from desktop.views.widgets.banner import announce
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.fields import FormRow
from desktop.views.widgets.labels import Label
from desktop.views.widgets.layer import DialogCard, open_dialog


@dataclass(frozen=True, slots=True)
class _Set:
    """Another code, or none, once the code of now was right."""

    backend: Backend
    now: str
    code: str | None

    def __call__(self) -> bool:
        if not self.backend.ontgrendel(self.now):
            return False
        self.backend.stel_slot_in(self.code)
        return True


class CodeCard(DialogCard):
    """`chosen(bool)`: whether the lock has a code from now on. `has_code`: one was chosen before."""

    chosen = Signal(bool)

    def __init__(self, operations: Operations, has_code: bool) -> None:
        super().__init__(texts.CHOOSE_TITLE)
        self._operations, self._backend, self._has_code = operations, operations.backend, has_code
        self._wanted: str | None = None
        self._busy = False
        self.column.addWidget(Label(texts.CHOOSE_TITLE, "titel", wrap=True))
        self.column.addWidget(Label(texts.CHOOSE_TEXT, "tekst", "tekst_2", wrap=True))
        self.column.addSpacing(theme.active().px(8))
        self.now, self._now_row = self._row(texts.NOW_CODE)
        self.code, self._code_row = self._row(texts.NEW_CODE, texts.hint(lock_code.SHORTEST))
        self.again, self._again_row = self._row(texts.AGAIN)
        self._now_row.setVisible(has_code)
        self.column.addLayout(self._foot())

    def _row(self, label: str, hint: str = "") -> tuple[CodeField, FormRow]:
        field = CodeField(label)
        field.entered.connect(self.keep)
        row = FormRow(label, field, hint, focus=field.edit)
        self.column.addWidget(row)
        return field, row

    def _foot(self) -> QHBoxLayout:
        px = theme.active().px
        row = QHBoxLayout()
        row.setContentsMargins(0, px(12), 0, px(6))
        row.setSpacing(px(8))
        self.take_away_button = Button(texts.TAKE_AWAY, Look.QUIET, height=40)
        self.take_away_button.clicked.connect(self.take_away)
        self.take_away_button.setVisible(self._has_code)
        row.addWidget(self.take_away_button)
        row.addStretch(1)
        cancel = Button(texts.CANCEL, Look.OUTLINED, height=40)
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        keep = Button(texts.KEEP_CODE, Look.FILLED)
        keep.clicked.connect(self.keep)
        row.addWidget(keep)
        return row

    def first_field(self) -> QWidget | None:
        return self.now.edit if self._has_code else self.code.edit

    def keep(self) -> None:
        """Checks both fields, then asks the laptop."""
        self._clear()
        if len(self.code.text()) < lock_code.SHORTEST:
            self._refuse(self._code_row, self.code, texts.hint(lock_code.SHORTEST))
        elif self.code.text() != self.again.text():
            self._refuse(self._again_row, self.again, texts.AGAIN_DIFFERS)
        else:
            self._set(self.code.text())

    def take_away(self) -> None:
        self._clear()
        self._set(None)

    def _set(self, code: str | None) -> None:
        if not self._busy:
            self._busy, self._wanted = True, code
            call = _Set(self._backend, self.now.text(), code)
            self._operations.write(call, self, self._set_or_not, self._failed)

    def _set_or_not(self, right: bool) -> None:
        self._busy = False
        if not right:
            self._refuse(self._now_row, self.now, texts.WRONG_NOW)
            return
        self.chosen.emit(self._wanted is not None)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        row, field = (self._now_row, self.now) if self._has_code else (self._code_row, self.code)
        self._refuse(row, field, explain(error))

    def _clear(self) -> None:
        for row in (self._now_row, self._code_row, self._again_row):
            row.set_error("")

    def _refuse(self, row: FormRow, field: CodeField, words: str) -> None:
        row.set_error(words)
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words)
        layer = self.parentWidget()
        if layer is not None and hasattr(layer, "replace"):
            layer.replace()


def open_code_card(window: QWidget, operations: Operations, has_code: bool) -> CodeCard:
    """Over the window; connect to `chosen`."""
    card = CodeCard(operations, has_code)
    open_dialog(window, card)
    return card
