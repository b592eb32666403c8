"""A few fields in a popover: title, fields, and two buttons. Enter in a field sends, Esc closes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.acties import texts
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.labels import Label
from desktop.views.widgets.layer import Layer, PopoverCard


class PopoverForm(PopoverCard):
    """Subclasses fill `fields` and say in `check` whether it may go; `sent` then, and it closes."""

    sent = Signal()

    def __init__(self, title: str, send: str, anchor: QWidget, width: int = 420) -> None:
        super().__init__(title, anchor, width, scrolls=True)
        px = theme.active().px
        self.column.setContentsMargins(px(20), px(16), px(20), px(14))
        self.column.setSpacing(px(14))
        self.column.addWidget(Label(title, "kop", wrap=True))
        self.fields = QVBoxLayout()
        self.fields.setSpacing(px(14))
        self.column.addLayout(self.fields)
        self.column.addLayout(self._footer(send))

    def _footer(self, send: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.active().px(8))
        row.addStretch(1)
        shut = Button(texts.CANCEL, Look.OUTLINED)
        shut.clicked.connect(self.reject)
        self.send_button = Button(send, Look.FILLED, height=36)
        self.send_button.clicked.connect(self.send)
        row.addWidget(shut)
        row.addWidget(self.send_button)
        return row

    def check(self) -> bool:
        """True when what is filled in may be sent; shows what is wrong otherwise."""
        return True

    def send(self) -> None:
        if self.result() == 0 and self.check():
            self.sent.emit()
            self.accept()
        else:
            self.measure_again()

    def measure_again(self) -> None:
        """After a line came or went."""
        layer = self.parentWidget()
        if isinstance(layer, Layer):
            layer.replace()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if enter and (with_ctrl or not isinstance(self.focusWidget(), QTextEdit)):
            focused = self.focusWidget()
            if isinstance(focused, Button):
                focused.click()
            else:
                self.send()
            return
        super().keyPressEvent(event)
