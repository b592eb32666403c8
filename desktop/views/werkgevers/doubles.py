"""Werkgevers that resemble the new one: a card in the form, each line with a way to open what is there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.queries.werkgever_rows import MogelijkDubbel
from desktop.views import texts, texts_forms, theme
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.labels import Hairline, Label, Surface


class Doubles(Surface):
    """Werkgevers that resemble what is typed; each can be opened."""

    opens = Signal(str)

    def __init__(self) -> None:
        super().__init__("vlak_strook", 8)
        px = theme.active().px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(14), px(10), px(14), px(10))
        self._column.setSpacing(px(6))
        self._column.addWidget(Label(texts_forms.MAY_EXIST, "bij_sterk"))
        self._list = QWidget()
        self._column.addWidget(self._list)
        self._shown: tuple[MogelijkDubbel, ...] = ()
        self.hide()

    def show_doubles(self, doubles: tuple[MogelijkDubbel, ...]) -> None:
        if doubles == self._shown:
            return
        self._shown = doubles
        self._column.removeWidget(self._list)
        self._list.hide()
        self._list.deleteLater()
        self._list = QWidget()
        rows = QVBoxLayout(self._list)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.active().px(6))
        for number, double in enumerate(doubles):
            if number:
                rows.addWidget(Hairline())
            rows.addLayout(self._row(double))
        self._column.addWidget(self._list)
        self.setVisible(bool(doubles))

    def _row(self, double: MogelijkDubbel) -> QHBoxLayout:
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(double.naam, "tekst", "tekst", wrap=True))
        details = (
            double.plaats,
            texts.kvk_fact(double.kvk_nummer) if double.kvk_nummer else texts.NO_KVK,
            texts.regie_of(double.regiehouder) if double.regiehouder else texts.NO_REGIE_YET,
        )
        words.addWidget(Label("  ·  ".join(part for part in details if part), "bij", "tekst_2", wrap=True))
        row.addLayout(words, 1)
        link = Button(texts_forms.OPEN_EMPLOYER, Look.LINK)
        link.setAccessibleName(texts.open_named(double.naam))
        link.setProperty("werkgever", double.werkgever_id)
        link.clicked.connect(self._pressed)
        row.addWidget(link)
        return row

    def _pressed(self) -> None:
        link = self.sender()
        if isinstance(link, Button):
            self.opens.emit(str(link.property("werkgever")))
