"""The dagmap: of which day, and which visits are in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Signal

from desktop.models.queries.actie_rows import ActieRij
from desktop.views.backend import Backend
from desktop.views.paper.orders import DayFolder
from desktop.views.rapporten import texts
from desktop.views.rapporten.section import Section
from desktop.views.shell import Shell
from desktop.views.when import NotADay
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.choices import Segments
from desktop.views.widgets.fields import FormRow
from desktop.views.widgets.labels import Label
from desktop.views.widgets.when_field import WhenField

TODAY, NEXT, OTHER = "vandaag", "volgende", "anders"
_WEEKEND = 5


def next_working_day(today: date) -> date:
    """Tomorrow, or monday when that is in the weekend."""
    tomorrow = today + timedelta(days=1)
    return tomorrow if tomorrow.weekday() < _WEEKEND else today + timedelta(days=7 - today.weekday())


class DaySection(Section):
    """`wants(DayFolder)` when the button was pressed and a day was chosen."""

    wants = Signal(object)

    def __init__(self, shell: Shell) -> None:
        super().__init__("agenda", texts.DAY_FOLDER, texts.DAY_FOLDER_TEXT)
        self._operations, self._backend = shell.operations, shell.operations.backend
        options = ((TODAY, texts.TODAY), (NEXT, self._following()), (OTHER, texts.OTHER_DAY))
        self.which = Segments(texts.WHICH_DAY, options)
        self.which.set_value(NEXT)
        self.add(texts.WHICH_DAY, self.which, focus=self.which)
        self.when = WhenField(texts.DAY, texts.DAY_HINT, texts.OPEN_CALENDAR, self._backend.today, ahead=True)
        self._when_row: FormRow = self.add(texts.DAY, self.when)
        self.visits = Label("", "bij", "tekst_2", wrap=True)
        self.add_words(self.visits)
        self.button = Button(texts.SHOW, Look.OUTLINED, "printer", height=40)
        self.add_button(self.button)
        self.which.chosen.connect(self._chosen)
        self.when.left.connect(self._left_day)
        self.button.clicked.connect(self._pressed)
        self._when_row.hide()

    def _following(self) -> str:
        """Morgen, or the day on which work begins again."""
        today = self._backend.today()
        following = next_working_day(today)
        return texts.TOMORROW if (following - today).days == 1 else texts.weekday(following)

    def refresh(self) -> None:
        """Which visits there are on the chosen day; another day may have begun."""
        self.which.set_words(NEXT, self._following())
        day = self.day()
        self.visits.setVisible(day is not None)
        if day is not None:
            self._operations.query(_Visits(self._backend, day), self, self._show_visits, channel="bezoeken")

    def day(self) -> date | None:
        """The chosen one; None when it cannot be read."""
        code = self.which.value()
        if code != OTHER:
            today = self._backend.today()
            return today if code == TODAY else next_working_day(today)
        try:
            when = self.when.read()
        except NotADay:
            return None
        return when.day if when is not None else None

    def _chosen(self, code: str) -> None:
        self._when_row.setVisible(code == OTHER)
        if code == OTHER:
            self.when.setFocus()
        self.refresh()

    def _left_day(self) -> None:
        self.when.settle()
        wrong = bool(self.when.text().strip()) and self.day() is None
        self._when_row.set_error(texts.DAY_NEEDED if wrong else "")
        self.refresh()

    def _show_visits(self, found: tuple[date, tuple[ActieRij, ...]]) -> None:
        day, rows = found
        self.visits.setText(texts.visits(rows, day))

    def _pressed(self) -> None:
        day = self.day()
        self._when_row.set_error("" if day is not None else texts.DAY_NEEDED)
        if day is None:
            self._when_row.focus_field()
        else:
            self.wants.emit(DayFolder(day))


@dataclass(frozen=True, slots=True)
class _Visits:
    backend: Backend
    day: date

    def __call__(self) -> tuple[date, tuple[ActieRij, ...]]:
        return self.day, self.backend.bezoeken(self.day, self.day)
