"""A conflict: mine and theirs side by side with who and when, and what each choice does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop import dutch
from desktop.models.queries.afstemming_rows import AfstemmingRij
from desktop.views import dates, shortcuts, theme
from desktop.views import texts_regie as words
from desktop.views.afstemming import choices, items, texts
from desktop.views.afstemming.parts import Changes, Value, note
from desktop.views.werkgevers.field_words import FieldWords
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.labels import Icon, Label, Surface

SENT_LATER = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two values. `number` is its choice; `does` what choosing it does."""

    icon: str
    whose: str
    when: str
    value: str
    other: str
    button: str
    number: int
    does: str


class ConflictPart(QWidget):
    """`chose(keuze)`. Settled conflicts show what was chosen and no buttons."""

    chose = Signal(str)

    def __init__(
        self, item: AfstemmingRij, known: FieldWords, today: date, small: bool, laptop_id: str = ""
    ) -> None:
        super().__init__()
        self._item, self._known, self._today, self._small = item, known, today, small
        self._laptop_id = laptop_id
        self.buttons: list[Button] = []
        px = theme.active().px
        rows = self._rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(8))
        title = items.question(item) if items.is_open(item) else items.title(item)
        rows.addWidget(Label(title, "titel_groot", wrap=True))
        rows.addWidget(Label(item.werkgever or "", "bij", "tekst_2", wrap=True))
        rows.addSpacing(px(6))
        rows.addWidget(Label(self._told(), "tekst", wrap=True))
        rows.addSpacing(px(8))
        rows.addLayout(self._pair())
        self._before()
        if items.is_open(item):
            self._other_choices()
        self.changes = Changes()
        rows.addSpacing(px(8))
        rows.addWidget(self.changes)
        if items.is_open(item):
            rows.addSpacing(px(4))
            rows.addWidget(note(words.NOTHING_LOST, words.NOTHING_LOST_TEXT))

    def _told(self) -> str:
        item, other = self._item, self._item.ander or ""
        if item.later_tot is not None and items.sleeps(item, self._today):
            return texts.put_off(item.later_tot, self._today)
        if not items.is_open(item):
            return texts.chosen_at(texts.you_chose(item.keuze, item.ander), item.gewijzigd_op, self._today)
        if item.ander_op is None or item.mijn_op is None:
            return words.both_changed(other, dates.at_moment(item.aangemaakt_op, self._today))
        if items.of_oneself(item):
            return texts.changed_on_two_laptops(item.veld or "", item.ander_op, item.mijn_op, self._today)
        return texts.both_changed_at(item.veld or "", other, item.ander_op, item.mijn_op, self._today)

    # -- the two values ------------------------------------------------------------------------------
    def _pair(self) -> QBoxLayout:
        direction = QBoxLayout.Direction
        pair = QBoxLayout(direction.TopToBottom if self._small else direction.LeftToRight)
        pair.setSpacing(theme.active().px(16))
        for side in self._sides():
            pair.addWidget(self._card(side), 1)
        return pair

    def _sides(self) -> tuple[_Side, _Side]:
        item, first = self._item, items.first_name(self._item)
        mine = items.shown_value(item, item.van_mij, self._known)
        theirs = items.shown_value(item, item.van_ander, self._known)
        my_time = self._where(self._when(item.mijn_op, words.KEPT_HERE))
        their_time = self._when(item.ander_op, words.IN_DOSSIER)
        own = items.of_oneself(item)
        whose = texts.OF_OTHER_LAPTOP if own else words.of_colleague(dutch.name(item.ander or ""))
        take_theirs = texts.CHOOSE_OTHER_LAPTOP if own else words.choose_theirs(first)
        mine_does = texts.MINE_DOES_HERE if own else texts.mine_does(first)
        return (
            _Side("laptop", words.OF_YOU, my_time, mine, theirs, words.CHOOSE_MINE, 0, mine_does),
            _Side(
                "laptop" if own else "persoon",
                whose,
                their_time,
                theirs,
                mine,
                take_theirs,
                1,
                texts.THEIRS_STAYS,
            ),
        )

    def _where(self, when: str) -> str:
        """On which of one's laptops it was typed, and whether it arrived much later."""
        item, laptop = self._item, self._item.parameters.get("laptop")
        told = [when]
        if laptop and self._laptop_id:
            told.append(texts.THIS_LAPTOP if laptop == self._laptop_id else texts.OTHER_LAPTOP)
        if item.gevraagd_op and item.mijn_op and item.gevraagd_op - item.mijn_op > SENT_LATER:
            told.append(texts.NO_NETWORK)
        return ", ".join(told)

    def _when(self, at: datetime | None, otherwise: str) -> str:
        return dates.moment_words(at, self._today) if at is not None else otherwise

    def _card(self, side: _Side) -> QWidget:
        px = theme.active().px
        card = Surface("vlak_inhoud", 8, "lijn_knop")
        column = QVBoxLayout(card)
        column.setContentsMargins(px(20), px(16), px(20), px(18))
        column.setSpacing(px(4))
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(Icon(side.icon, 18, "tekst_2"), 0, Qt.AlignmentFlag.AlignTop)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Label(side.whose, "tekst_sterk", wrap=True))
        names.addWidget(Label(side.when, "bij", "tekst_2", wrap=True))
        head.addLayout(names, 1)
        column.addLayout(head)
        column.addSpacing(px(8))
        column.addWidget(Value(side.value, side.other))
        column.addWidget(self._fate(side))
        column.addStretch(1)
        if items.is_open(self._item):
            column.addSpacing(px(10))
            button = self._button(side.button, side.number)
            button.setAccessibleDescription(f"{side.value}. {side.does}")
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _fate(self, side: _Side) -> Label:
        """What choosing it does; of a settled conflict whether it was chosen."""
        if items.is_open(self._item):
            return Label(side.does, "bij", "tekst_2", wrap=True)
        chosen = self._item.keuze in (choices.CHOICES[side.number], "beide")
        return Label(texts.CHOSEN if chosen else texts.NOT_CHOSEN, "bij", "tekst_2", wrap=True)

    def _before(self) -> None:
        if self._item.stond_er:
            value = items.shown_value(self._item, self._item.stond_er, self._known)
            self._rows.addWidget(Label(f"{texts.BEFORE_BOTH} {value}", "bij", "tekst_2", wrap=True))

    # -- the other choices ---------------------------------------------------------------------------
    def _other_choices(self) -> None:
        px = theme.active().px
        both = choices.both_possible(self._item)
        flow = Flow(gap=px(8))
        if both:
            flow.addWidget(self._button(words.KEEP_BOTH, 2, "samen"))
        flow.addWidget(self._button(words.CHOOSE_LATER, 3, None, Look.QUIET if both else Look.OUTLINED))
        self._rows.addSpacing(px(10))
        self._rows.addLayout(flow)
        first = items.first_name(self._item)
        told = texts.both_does(self._item.veld or "", first) if both else texts.ONLY_ONE
        for sentence in (told, texts.later_does(choices.next_working_day(self._today), self._today)):
            self._rows.addWidget(Label(sentence, "bij", "tekst_2", wrap=True))

    def _button(self, label: str, number: int, icon: str | None = None, look: Look = Look.OUTLINED) -> Button:
        button = Button(label, look, icon, key=shortcuts.CHOOSE[number].shown, height=40)
        button.setProperty("keuze", choices.CHOICES[number])
        button.clicked.connect(self._pressed)
        self.buttons.append(button)
        return button

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.chose.emit(str(button.property("keuze")))


def open_link(pressed: Callable[[], None]) -> Button:
    link = Button(words.OPEN_DOSSIER, Look.LINK)
    link.clicked.connect(pressed)
    return link
