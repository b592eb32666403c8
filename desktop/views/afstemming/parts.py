"""Small parts of an item: a value with what differs underlined, a note, the changes of a field."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.queries.veldwijziging_rows import VeldwijzigingRij
from desktop.views import theme
from desktop.views.afstemming import texts
from desktop.views.afstemming.differing import as_html, parts
from desktop.views.werkgevers.field_words import FieldWords
from desktop.views.werkgevers.texts_changes import merged_with
from desktop.views.widgets.labels import Icon, Label, Surface

LONG = 60
"""From this many characters a value is a text: smaller, over the whole width."""


class Value(Label):
    """A value of a conflict, with the words that differ underlined."""

    def __init__(self, value: str, other: str) -> None:
        role = "cijfer" if len(value) < LONG and "\n" not in value else "tekst"
        super().__init__("", role, "tekst", wrap=True)
        self.plain = value
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(as_html(parts(value, other)))
        self.setAccessibleName(value)


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
    if row.samen_met:
        change = merged_with(change, row.samen_met)
    return f"{texts.when_changed(row.op, today)}: {change}"
