"""A refusal, notice or work of who left: what was asked, why not, what was filled in, what can be done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.queries.afstemming_rows import AfstemmingRij
from desktop.views import dates, shortcuts, theme
from desktop.views import texts_regie as words
from desktop.views.afstemming import choices, items, texts
from desktop.views.afstemming.parts import note
from desktop.views.werkgevers.field_words import FieldWords
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.labels import Label

_WORDS = {
    choices.AGAIN: (texts.AGAIN, "verzend"),
    items.READ: (words.MARK_READ, "vink"),
    items.LATER: (words.CHOOSE_LATER, None),
    choices.TAKE_OVER: (texts.TAKE_OVER, "vink"),
    choices.DROP: (texts.DROP, "niet"),
}
_DOES = {choices.TAKE_OVER: texts.TAKE_OVER_DOES, choices.DROP: texts.DROP_DOES}


class MessagePart(QWidget):
    """`chose(keuze)`. What was settled says how, and has no buttons."""

    chose = Signal(str)

    def __init__(self, item: AfstemmingRij, known: FieldWords, today: date) -> None:
        super().__init__()
        self._item, self._known, self._today = item, known, today
        self.buttons: list[Button] = []
        px = theme.active().px
        rows = self._rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(8))
        rows.addWidget(Label(items.title(item), "titel_groot", wrap=True))
        where = (item.werkgever or "", dates.moment_words(item.aangemaakt_op, today))
        rows.addWidget(Label(", ".join(part for part in where if part), "bij", "tekst_2", wrap=True))
        rows.addSpacing(px(6))
        rows.addWidget(Label(items.sentence(item), "tekst", wrap=True))
        self._typed()
        rows.addSpacing(px(8))
        if items.is_open(item):
            self._foot()
        else:
            told = texts.chosen_at(texts.you_chose(item.keuze, None), item.gewijzigd_op, today)
            rows.addWidget(Label(told, "bij", "tekst_2", wrap=True))

    def _typed(self) -> None:
        """Everything that was typed, also in what was refused because of it."""
        left = self._item.code == items.OF_WHO_LEFT
        own = items.typed_rows(self._item, self._known)
        if own:
            self._rows.addSpacing(theme.active().px(8))
            self._rows.addWidget(
                note(texts.WRITTEN_BY_COLLEAGUE if left else words.WHAT_YOU_WROTE, _body(own))
            )
        more = items.followers(self._item, self._known)
        if more:
            self._rows.addSpacing(theme.active().px(8))
            self._rows.addWidget(Label(texts.followers(len(more)), "tekst_sterk", wrap=True))
        for title, typed in more:
            self._rows.addWidget(note(title, _body(typed)))

    def _foot(self) -> None:
        flow = Flow(gap=theme.active().px(8))
        told: list[str] = []
        for number in range(len(shortcuts.CHOOSE)):
            keuze = choices.choice(self._item, number)
            if keuze is not None:
                flow.addWidget(self._button(keuze, number))
                told += self._does(keuze)
        self._rows.addLayout(flow)
        if self._item.code == "opdracht_nog_onbekend":
            told.insert(0, texts.GOES_BY_ITSELF)
        for sentence in told:
            self._rows.addWidget(Label(sentence, "bij", "tekst_2", wrap=True))

    def _does(self, keuze: str) -> list[str]:
        if keuze == choices.AGAIN:
            return [texts.AGAIN_DOES, *([texts.AGAIN_WITH_MORE] if self._item.gevolgen else [])]
        if keuze == items.LATER:
            return [texts.later_does(choices.next_working_day(self._today), self._today)]
        return [_DOES[keuze]] if keuze in _DOES else []

    def _button(self, keuze: str, number: int) -> Button:
        label, icon = _WORDS[keuze]
        look = Look.QUIET if keuze == items.LATER else Look.OUTLINED
        button = Button(label, look, icon, key=shortcuts.CHOOSE[number].shown, height=40)
        button.setProperty("keuze", keuze)
        button.clicked.connect(self._pressed)
        self.buttons.append(button)
        return button

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.chose.emit(str(button.property("keuze")))


def _body(typed: tuple[tuple[str, str], ...]) -> str:
    return "\n".join(f"{name}: {value}" for name, value in typed)
