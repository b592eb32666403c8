"""Small parts of an item: a value with what differs underlined, a note, the changes of a field."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.queries.rows import VeldwijzigingRij
from desktop.views import fonts, theme
from desktop.views.afstemming import texts
from desktop.views.werkgevers.field_words import FieldWords
from desktop.views.widgets.labels import Icon, Label, Surface


class Value(Label):
    """A value of a conflict, with the part that differs underlined."""

    def __init__(self, value: str, other: str) -> None:
        super().__init__(value, "cijfer", "tekst", wrap=True)
        self._start, self._end = difference(value, other)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        metrics = fonts.metrics("cijfer")
        value = self.text()
        one_line = metrics.horizontalAdvance(value) <= self.width()
        if one_line and 0 < self._end - self._start < len(value):
            painter = QPainter(self)
            x = metrics.horizontalAdvance(value[: self._start])
            width = metrics.horizontalAdvance(value[self._start : self._end])
            y = (self.height() + metrics.ascent()) // 2 + 1
            painter.fillRect(x, y, width, 2, theme.active().colour("tekst"))


def difference(value: str, other: str) -> tuple[int, int]:
    """From where to where the first differs from the second."""
    start = 0
    while start < min(len(value), len(other)) and value[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(value), len(other)) - start and value[-1 - end] == other[-1 - end]:
        end += 1
    return start, len(value) - end


def note(title: str, body: str) -> QWidget:
    px = theme.active().px
    card = Surface("vlak_strook", 8)
    column = QVBoxLayout(card)
    column.setContentsMargins(px(16), px(12), px(16), px(12))
    column.setSpacing(px(3))
    head = QHBoxLayout()
    head.setSpacing(px(10))
    head.addWidget(Icon("info", 16, "tekst_2"))
    head.addWidget(Label(title, "bij_sterk", wrap=True), 1)
    column.addLayout(head)
    column.addWidget(Label(body, "bij", "tekst_2", wrap=True))
    return card


class Changes(QWidget):
    """The changes of one field, the newest first; empty and hidden until they were read."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.active().px(4))
        self.hide()

    def show_changes(self, rows: Sequence[VeldwijzigingRij], known: FieldWords, today: date) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._column.addWidget(Label(texts.HISTORY, "bij_sterk"))
        for row in rows:
            self._column.addWidget(Label(_line(row, known, today), "bij", "tekst_2", wrap=True))
        self.setVisible(bool(rows))


def _line(row: VeldwijzigingRij, known: FieldWords, today: date) -> str:
    old, new = known.value(row.veld, row.oud), known.value(row.veld, row.nieuw)
    change = texts.by(texts.change(old, new), row.door)
    return f"{texts.when_changed(row.op, today)}: {change}"
