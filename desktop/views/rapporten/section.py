"""A part of Rapporten: what it makes in one sentence, its choices, and the button that makes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.widgets.fields import FormRow
from desktop.views.widgets.labels import Hairline, Icon, Label

_WIDEST_FIELD = 520


class Section(QWidget):
    """Subclasses add rows with `add` and end with `add_button`."""

    def __init__(self, icon: str, title: str, words: str) -> None:
        super().__init__()
        px = theme.active().px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(px(24))
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(Icon(icon, 22, "tekst_2"), 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(px(16))
        head = QVBoxLayout()
        head.setSpacing(px(2))
        head.addWidget(Label(title, "kop", wrap=True))
        head.addWidget(Label(words, "bij", "tekst_2", wrap=True))
        self._column.addLayout(head)
        row.addLayout(self._column, 1)
        outer.addLayout(row)
        outer.addWidget(Hairline())

    def add(self, label: str, field: QWidget, hint: str = "", focus: QWidget | None = None) -> FormRow:
        """A labelled choice."""
        row = FormRow(label, field, hint, focus)
        row.setMaximumWidth(theme.active().px(_WIDEST_FIELD))
        line = QHBoxLayout()
        line.addWidget(row, 1)
        line.addStretch(0)
        self._column.addLayout(line)
        return row

    def add_words(self, label: QWidget) -> None:
        self._column.addWidget(label)

    def add_button(self, button: QWidget) -> None:
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
