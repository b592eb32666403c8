"""Another day for an actie, with the reason: the popover, and the command behind it.

Used wherever acties are listed: `Postponing(shell, owner).ask(actie, anchor)`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.frozen import dataclass
from desktop.models.queries.actie_rows import ActieRij
from desktop.models.queries.nazorg_rows import NazorgRij
from desktop.views import texts_forms, theme
from desktop.views.acties import texts
from desktop.views.acties.popover_form import PopoverForm
from desktop.views.operations import Batch, Request
from desktop.views.shell import Shell
from desktop.views.when import NotADay, When
from desktop.views.widgets.buttons import Chip
from desktop.views.widgets.choices import Segments
from desktop.views.widgets.fields import FormRow, TextField
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.labels import Label
from desktop.views.widgets.layer import Layer, open_popover
from desktop.views.widgets.when_field import WhenField

OTHER = "anders"
Movable = ActieRij | NazorgRij
_WEEKEND = 5


def day_choices(today: date) -> tuple[tuple[str, date], ...]:
    """Working days to choose from at once: tomorrow, monday, this day next week; each day once."""
    tomorrow = today + timedelta(days=1)
    monday = today + timedelta(days=7 - today.weekday())
    week = today + timedelta(days=7)
    found: dict[date, str] = {}
    for words, day in (
        (texts.TOMORROW, tomorrow),
        (texts.weekday(monday), monday),
        (texts.NEXT_WEEK, week if week.weekday() < _WEEKEND else monday + timedelta(days=7)),
    ):
        if day.weekday() < _WEEKEND:
            found.setdefault(day, words)
    return tuple((words, day) for day, words in found.items())


class PostponeCard(PopoverForm):
    """`day` and `clock` as chosen, `reason` as written; read them after `sent`."""

    def __init__(self, words: str, clock: str | None, today: Callable[[], date], anchor: QWidget) -> None:
        super().__init__(texts.postpone_title(words), texts.POSTPONE, anchor, 460)
        self._today, self._kept_clock = today, clock
        self._choices = {f"dag_{day.isoformat()}": day for _, day in day_choices(today())}
        self._build_days()
        self._build_reason()
        self.days.set_value(next(iter(self._choices)))
        self._show_day()

    def _build_days(self) -> None:
        words = {f"dag_{day.isoformat()}": spoken for spoken, day in day_choices(self._today())}
        options = tuple(words.items())
        self.days = Segments(texts.NEW_DAY, (*options, (OTHER, texts.OTHER_DAY)))
        self.days.chosen.connect(self._day_chosen)
        self.spoken = Label("", "bij", "tekst_2")
        days = QVBoxLayout()
        days.setSpacing(theme.active().px(5))
        days.addWidget(FormRow(texts.NEW_DAY, self.days, focus=self.days))
        days.addWidget(self.spoken)
        self.fields.addLayout(days)
        self.when = WhenField(texts.DAY, texts.WHEN_VISIT_HINT, texts.OPEN_CALENDAR, self._today, ahead=True)
        self.when.left.connect(self.when.settle)
        self.when_row = FormRow(texts.DAY, self.when)
        self.when_row.hide()
        self.fields.addWidget(self.when_row)

    def _build_reason(self) -> None:
        self.why = TextField(texts.WHY)
        self.why.setMaxLength(texts.WHAT_LIMIT)
        self.why_row = FormRow(texts.WHY, self.why)
        self.fields.addWidget(self.why_row)
        holder = QWidget()
        flow = Flow(holder, theme.active().px(6))
        for reason in texts.REASONS:
            chip = Chip(reason)
            chip.setCheckable(False)
            chip.clicked.connect(partial(self._take_reason, reason))
            flow.addWidget(chip)
        self.fields.addWidget(holder)

    def first_field(self) -> QWidget | None:
        return self.days.focus_target()

    # -- what is chosen ------------------------------------------------------------------------------
    @property
    def reason(self) -> str:
        return self.why.text().strip()

    def chosen(self) -> When | None:
        """The day and time; None when they cannot be read or lie behind us."""
        code = self.days.value()
        if code != OTHER:
            return When(self._choices[code])
        try:
            when = self.when.read()
        except NotADay:
            return None
        return when if when is not None and when.day >= self._today() else None

    def clock(self) -> str | None:
        """The time that was written; a quick choice keeps the time that it had."""
        if self.days.value() != OTHER:
            return self._kept_clock
        when = self.chosen()
        return f"{when.time:%H:%M}" if when is not None and when.time is not None else None

    def _day_chosen(self, code: str) -> None:
        self.when_row.setVisible(code == OTHER)
        self._show_day()
        if code == OTHER:
            self.when.setFocus()
        self.measure_again()

    def _show_day(self) -> None:
        when = self.chosen() if self.days.value() != OTHER else None
        self.spoken.setVisible(when is not None)
        if when is not None:
            self.spoken.setText(texts.full_day(when.day, self._kept_clock))

    def _take_reason(self, reason: str) -> None:
        self.why.setText(reason)
        self.why_row.set_error("")
        self.send_button.setFocus()

    def check(self) -> bool:
        self.why_row.set_error("" if self.reason else texts.WHY_NEEDED)
        wrong = self._wrong_day()
        self.when_row.set_error(wrong)
        first = self.when_row if wrong else self.why_row if not self.reason else None
        if first is not None:
            first.focus_field()
        return first is None

    def _wrong_day(self) -> str:
        if self.days.value() != OTHER or self.chosen() is not None:
            return ""
        try:
            when = self.when.read()
        except NotADay as wrong:
            if wrong.day is not None and wrong.weekday is not None:
                return texts_forms.wrong_weekday(wrong.day, wrong.weekday)
            return texts.DAY_NEEDED
        return texts_forms.day_is_past(when.day, self._today()) if when is not None else texts.DAY_NEEDED


@dataclass(frozen=True, slots=True)
class Postponed:
    """What was asked: this actie or talk, to that day."""

    row: Movable
    day: date


def _request(what: Postponed, card: PostponeCard) -> Request:
    """A talk has no time of day."""
    day = what.day.isoformat()
    if isinstance(what.row, NazorgRij):
        talk = {"nazorgactie_id": what.row.id, "gepland_op": day, "reden": card.reason}
        return Request("nazorg.verzet", talk)
    arguments: dict[str, object] = {"actie_id": what.row.id, "deadline": day, "reden": card.reason}
    if clock := card.clock():
        arguments["tijd"] = clock
    return Request("actie.verzet", arguments)


class Postponing(QObject):
    """`sent(Postponed)` when the command left, then `took(Postponed, Outcome)` or `refused(Postponed)`.

    `closed` when the popover is gone. What went wrong is said by itself.
    """

    sent = Signal(object)
    took = Signal(object, object)
    refused = Signal(object)
    closed = Signal()

    def __init__(self, shell: Shell, owner: QObject) -> None:
        super().__init__(owner)
        self._shell = shell
        self.card: PostponeCard | None = None
        self.layer: Layer | None = None
        self._row: Movable | None = None
        self._sending: list[Postponed] = []

    def ask(self, row: Movable, anchor: QWidget) -> None:
        """Opens the popover at the anchor."""
        self._row = row
        words = row.gevraagde_handeling if isinstance(row, ActieRij) else row.naam or texts.TALK
        clock = row.tijd if isinstance(row, ActieRij) else None
        self.card = PostponeCard(words, clock, self._shell.operations.backend.today, anchor)
        self.card.sent.connect(self._send)
        self.layer = open_popover(self._shell.as_window(), self.card)
        self.layer.closed.connect(self._gone)

    def _gone(self) -> None:
        self.card = self.layer = None
        self.closed.emit()

    def _send(self) -> None:
        card, row = self.card, self._row
        when = card.chosen() if card is not None else None
        if card is None or row is None or when is None:
            return
        what = Postponed(row, when.day)
        self._sending.append(what)
        self.sent.emit(what)
        operations = self._shell.operations
        operations.commands([_request(what, card)], self, self._answered)

    def _answered(self, batch: Batch) -> None:
        what = self._sending.pop(0)
        if batch.error is not None:
            self._shell.messages.failed(batch.error)
            self.refused.emit(what)
            return
        today = self._shell.operations.backend.today()
        self._shell.undo.did(texts.postponed(what.day, today), batch.outcomes)
        self.took.emit(what, batch.outcomes[0])
