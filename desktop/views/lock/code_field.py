"""A field for a code: hidden at first, with a button that shows it. Pasting and password managers work."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.views import theme
from desktop.views.lock import texts
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.fields import TextField


class CodeField(QWidget):
    """`entered` on Enter. `edit` is the line itself."""

    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.edit = TextField(name)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.returnPressed.connect(self.entered)
        self._switch = Button(texts.SHOW, Look.QUIET)
        self._switch.setCheckable(True)
        self._switch.toggled.connect(self._toggled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.active().px(8))
        row.addWidget(self.edit, 1)
        row.addWidget(self._switch)

    def focus_target(self) -> QWidget:
        return self.edit

    def text(self) -> str:
        return self.edit.text()

    def empty(self) -> None:
        """Nothing is left of what was typed."""
        self.edit.clear()
        self._switch.setChecked(False)

    def _toggled(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
        self._switch.set_words(texts.HIDE if shown else texts.SHOW)
