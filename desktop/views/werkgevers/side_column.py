"""What was promised, who the contactpersonen are and what runs now: beside the timeline, or as a tab."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import dutch
from desktop.models.queries.rows import ActieRij, ContactpersoonRij, Werkgeversblad
from desktop.views import dates, texts, theme
from desktop.views.widgets.choices import Tick
from desktop.views.widgets.labels import Label
from desktop.views.widgets.work_panel import ScrollBody

SHOWN_PEOPLE = 6


class SideColumn(ScrollBody):
    """`ticked(actie_id)` when something was done."""

    ticked = Signal(str)

    def __init__(self) -> None:
        super().__init__(texts.TAB_SHORT)
        px = theme.active().px
        self.column.setContentsMargins(px(24), px(16), px(32), px(16))
        self.column.setSpacing(0)
        self._content: QWidget | None = None

    def show_blad(self, blad: Werkgeversblad, me: str, today: date) -> None:
        """Builds the column again; it is short and holds no text being typed."""
        focused = self.focusWidget()
        ticked = focused.property("actie") if focused is not None else None
        if self._content is not None:
            self._content.hide()
            self.column.removeWidget(self._content)
            self._content.deleteLater()
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.active().px(6))
        self._promises(column, blad, me, today)
        self._people(column, blad, today)
        self._running(column, blad, today)
        column.addStretch(1)
        self.column.addWidget(self._content, 1)
        if ticked:
            for tick in self._content.findChildren(Tick):
                if tick.property("actie") == ticked:
                    tick.setFocus()

    def _heading(self, column: QVBoxLayout, words: str, first: bool = False) -> None:
        if not first:
            column.addSpacing(theme.active().px(16))
        column.addWidget(Label(words, "bij_sterk"))

    def _promises(self, column: QVBoxLayout, blad: Werkgeversblad, me: str, today: date) -> None:
        self._heading(column, texts.PROMISED, first=True)
        rows = sorted((a for a in blad.acties if a.status == "te_verwerken"), key=_by_deadline)
        for action in rows:
            column.addWidget(self._promise(action, me, today))
        if not rows:
            column.addWidget(Label(texts.NO_PROMISES, "bij", "tekst_2", wrap=True))

    def _promise(self, action: ActieRij, me: str, today: date) -> QWidget:
        px = theme.active().px
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, px(4))
        row.setSpacing(px(2))
        tick = Tick(texts.tick_off(action.gevraagde_handeling))
        tick.setProperty("actie", action.id)
        tick.clicked.connect(self._tick_pressed)
        row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addSpacing(px(1))
        words.addWidget(Label(action.gevraagde_handeling, "bij", "tekst", wrap=True))
        late = bool(action.deadline and action.deadline < today)
        words.addWidget(
            Label(_promise_words(action, me, today), "klein", "fout" if late else "tekst_2", wrap=True)
        )
        row.addLayout(words, 1)
        return holder

    def _tick_pressed(self) -> None:
        tick = self.sender()
        if isinstance(tick, Tick):
            self.ticked.emit(str(tick.property("actie")))

    def _people(self, column: QVBoxLayout, blad: Werkgeversblad, today: date) -> None:
        self._heading(column, texts.PEOPLE)
        rows = [person for person in blad.contactpersonen if person.tot is None or person.tot >= today]
        for person in rows[:SHOWN_PEOPLE]:
            holder = QVBoxLayout()
            holder.setSpacing(0)
            holder.addWidget(Label(person.naam, "bij", "tekst", wrap=True))
            if words := person_words(person):
                holder.addWidget(Label(words, "klein", "tekst_2", wrap=True))
            column.addLayout(holder)
        if len(rows) > SHOWN_PEOPLE:
            column.addWidget(Label(texts.and_more(len(rows) - SHOWN_PEOPLE), "klein", "tekst_2"))
        if not rows:
            column.addWidget(Label(texts.NO_PEOPLE, "bij", "tekst_2", wrap=True))

    def _running(self, column: QVBoxLayout, blad: Werkgeversblad, today: date) -> None:
        self._heading(column, texts.NOW_RUNNING)
        open_count = sum(1 for a in blad.acties if a.status == "te_verwerken")
        running = [a for a in blad.afspraken if a.tot is None or a.tot >= today]
        until = max((a.tot for a in running if a.tot), default=None)
        month = dutch.long_date(until).split(dutch.NO_BREAK, 1)[1] if until else ""
        figures = (
            (texts.OPEN_ACTIONS, dutch.number(open_count)),
            (texts.AGREEMENTS, f"{len(running)}, tot {month}" if until else str(len(running))),
            (texts.VESTIGINGEN, dutch.number(len(blad.vestigingen))),
        )
        for name, value in figures:
            row = QHBoxLayout()
            row.addWidget(Label(name, "bij", "tekst_2"))
            row.addStretch(1)
            row.addWidget(Label(value, "bij", "tekst"))
            column.addLayout(row)


def person_words(person: ContactpersoonRij) -> str:
    """hr, 035 - 000 01 23"""
    parts = (person.functie or "", texts.whole_phone(person.telefoon) if person.telefoon else "")
    return ", ".join(part for part in parts if part)


def _promise_words(action: ActieRij, me: str, today: date) -> str:
    who = texts.ME if action.toegewezen_aan_id == me else action.toegewezen_aan
    if action.deadline is None:
        return who
    if action.deadline < today:
        return f"{who}, {dates.late(action.deadline, today)}"
    return f"{who}, vóór {dates.before(action.deadline, today)}"


def _by_deadline(action: ActieRij) -> date:
    return action.deadline or date.max
