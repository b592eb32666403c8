"""The werkgeversoverzicht: of whom, and in which edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal

from desktop.models.queries.medewerker_rows import MedewerkerRij
from desktop.models.rights import decides_for_others, may_hold_regie
from desktop.views.backend import Backend
from desktop.views.paper.orders import Overview
from desktop.views.rapporten import texts
from desktop.views.rapporten.section import Section
from desktop.views.shell import Shell
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.choices import Segments
from desktop.views.widgets.fields import Choice

ONE, MINE, COLLEAGUE, ALL = "een", "mijn", "collega", "alle"
INTERN, FOR_EMPLOYER = "intern", "werkgever"


def choices_of(rol: str) -> tuple[tuple[str, str], ...]:
    """Only who can hold a regie has werkgevers of their own; another's portfolio is for the teamleider."""
    mine = ((MINE, texts.MINE),) if may_hold_regie(rol) else ()
    theirs = ((COLLEAGUE, texts.COLLEAGUE),) if decides_for_others(rol) else ()
    return (*mine, *theirs, (ONE, texts.ONE), (ALL, texts.ALL))


class OverviewSection(Section):
    """`wants(Overview)` when the button was pressed and everything was chosen."""

    wants = Signal(object)

    def __init__(self, shell: Shell) -> None:
        super().__init__("werkgever", texts.OVERVIEW, texts.OVERVIEW_TEXT)
        self._shell, self._backend = shell, shell.operations.backend
        self._werkgever_id = ""
        options = choices_of(self._backend.rol)
        self.whose = Segments(texts.WHOSE, options)
        self.whose.set_value(options[0][0])
        self.add(texts.WHOSE, self.whose, focus=self.whose)
        self.pick = Button(texts.CHOOSE_EMPLOYER, Look.OUTLINED, "zoek")
        self._employer_row = self.add(texts.EMPLOYER, self.pick)
        self.colleague = Choice(texts.ACCOUNTMANAGER, texts.CHOOSE_COLLEAGUE)
        self._colleague_row = self.add(texts.ACCOUNTMANAGER, self.colleague)
        self.edition = Segments(texts.FOR_WHOM, ((INTERN, texts.INTERN), (FOR_EMPLOYER, texts.FOR_EMPLOYER)))
        self.edition.set_value(INTERN)
        self._edition_row = self.add(texts.FOR_WHOM, self.edition, texts.INTERN_TEXT, focus=self.edition)
        self.button = Button(texts.SHOW, Look.FILLED, "printer")
        self.add_button(self.button)
        self.whose.chosen.connect(self._show_fields)
        self.edition.chosen.connect(self._show_edition)
        self.pick.clicked.connect(self._ask_employer)
        self.button.clicked.connect(self._pressed)
        self._show_fields(self.whose.value())
        shell.operations.query(_Holders(self._backend), self, self._show_colleagues)

    def _show_fields(self, whose: str) -> None:
        self._employer_row.setVisible(whose == ONE)
        self._colleague_row.setVisible(whose == COLLEAGUE)

    def _show_edition(self, voor: str) -> None:
        self._edition_row.set_hint(texts.INTERN_TEXT if voor == INTERN else texts.FOR_EMPLOYER_TEXT)

    def _show_colleagues(self, rows: tuple[MedewerkerRij, ...]) -> None:
        self.colleague.set_options(tuple((row.id, row.naam) for row in rows))

    # -- a werkgever ---------------------------------------------------------------------------------
    def _ask_employer(self) -> None:
        self._shell.pick_employer(texts.WHICH_EMPLOYER, self.choose_employer)

    def choose_employer(self, werkgever_id: str) -> None:
        """This one; its name comes when it was read."""
        self._werkgever_id = werkgever_id
        self._employer_row.set_error("")
        call = _Name(self._backend, werkgever_id)
        self._shell.operations.query(call, self, self._show_employer, channel="naam")

    def _show_employer(self, name: str) -> None:
        self.pick.set_words(name)
        self.pick.setFocus()

    # -- the order -----------------------------------------------------------------------------------
    def _pressed(self) -> None:
        order = self.order()
        if order is not None:
            self.wants.emit(order)

    def order(self) -> Overview | None:
        """What was chosen; None when something is missing, which is then said at its field."""
        whose, voor = self.whose.value(), self.edition.value()
        if whose == ONE:
            self._employer_row.set_error("" if self._werkgever_id else texts.EMPLOYER_NEEDED)
            return Overview(werkgever_id=self._werkgever_id, voor=voor) if self._werkgever_id else None
        if whose == COLLEAGUE:
            chosen = self.colleague.value()
            self._colleague_row.set_error("" if chosen else texts.COLLEAGUE_NEEDED)
            return Overview(accountmanager_id=chosen, voor=voor) if chosen else None
        mine = self._backend.medewerker_id if whose == MINE else None
        return Overview(accountmanager_id=mine, voor=voor)

    def left(self) -> Mapping[str, object]:
        return {"van": self.whose.value(), "voor": self.edition.value()}

    def restore(self, left: Mapping[str, object]) -> None:
        self.whose.set_value(str(left.get("van", "")))
        self.edition.set_value(str(left.get("voor", "")))
        self._show_fields(self.whose.value())
        self._show_edition(self.edition.value())


@dataclass(frozen=True, slots=True)
class _Holders:
    """Colleagues who can hold a regie."""

    backend: Backend

    def __call__(self) -> tuple[MedewerkerRij, ...]:
        rows = self.backend.medewerkers()
        return tuple(row for row in rows if may_hold_regie(row.rol) and row.actief)


@dataclass(frozen=True, slots=True)
class _Name:
    backend: Backend
    werkgever_id: str

    def __call__(self) -> str:
        return self.backend.regiestand(self.werkgever_id).werkgever
