"""A refusal or notice: what was asked, why it was not taken, and what the person had filled in."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.queries.rows import AfstemmingRij
from desktop.views import dates, theme
from desktop.views import texts_regie as words
from desktop.views.afstemming import items, texts
from desktop.views.afstemming.parts import note
from desktop.views.werkgevers.field_words import FieldWords
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.labels import Label


class MessagePart(QWidget):
    """`chose(keuze)`: it was read."""

    chose = Signal(str)

    def __init__(self, item: AfstemmingRij, known: FieldWords, today: date) -> None:
        super().__init__()
        self.buttons: list[Button] = []
        px = theme.active().px
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(8))
        rows.addWidget(Label(items.title(item), "titel_groot", wrap=True))
        where = (item.werkgever or "", dates.moment_words(item.aangemaakt_op, today))
        rows.addWidget(Label(", ".join(part for part in where if part), "bij", "tekst_2", wrap=True))
        rows.addSpacing(px(6))
        rows.addWidget(Label(items.sentence(item), "tekst", wrap=True))
        typed = items.typed_rows(item, known)
        if typed:
            rows.addSpacing(px(8))
            body = "\n".join(f"{name}: {value}" for name, value in typed)
            rows.addWidget(note(words.WHAT_YOU_WROTE, body))
        rows.addSpacing(px(8))
        if items.is_open(item):
            rows.addLayout(self._foot())
        else:
            told = texts.chosen_at(texts.you_chose(item.keuze, None), item.gewijzigd_op, today)
            rows.addWidget(Label(told, "bij", "tekst_2", wrap=True))

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        read = Button(words.MARK_READ, Look.OUTLINED, "vink", height=40)
        read.clicked.connect(self._read)
        self.buttons.append(read)
        row.addWidget(read)
        row.addStretch(1)
        return row

    def _read(self) -> None:
        self.chose.emit(items.READ)
