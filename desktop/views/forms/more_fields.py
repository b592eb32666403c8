"""Fields that few people need each time: behind a link, and in sight as soon as one of them is filled."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.forms import texts as words
from desktop.views.widgets.buttons import Button, Look


class MoreFields(QWidget):
    """`column` takes the fields; `open` shows them for as long as the form is there."""

    def __init__(self) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.link = Button(words.MORE_FIELDS, Look.LINK, chevron=True)
        self.link.clicked.connect(self._pressed)
        outer.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        self._holder = QWidget()
        self.column = QVBoxLayout(self._holder)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.active().px(18))
        outer.addWidget(self._holder)
        self._holder.hide()

    @property
    def is_open(self) -> bool:
        return not self._holder.isHidden()

    def open(self) -> None:
        self._holder.show()
        self.link.hide()

    def _pressed(self) -> None:
        self.open()
        self._holder.setFocus()
        self._holder.focusNextChild()
