"""What the buttons and keys of the screen Werkgevers do: contact, regie, forms, printing.

Apart from the page so that arranging and doing stay readable; talks to the laptop through the gateway only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop.models.queries.rows import MedewerkerRij, Regiestand
from desktop.views import texts, texts_forms, texts_sync
from desktop.views import texts_regie as words
from desktop.views.backend import Backend
from desktop.views.messages import Messages
from desktop.views.operations import Batch, Operations, Request
from desktop.views.werkgevers import contact_question as question
from desktop.views.werkgevers.contact_question import Asked, ContactQuestion
from desktop.views.werkgevers.employer_form import EmployerForm
from desktop.views.werkgevers.overview_button import ALL
from desktop.views.werkgevers.printing import Order, Printing
from desktop.views.werkgevers.visit_form import VisitForm
from desktop.views.werkgevers.visit_input import Approach
from desktop.views.widgets.layer import open_dialog

if TYPE_CHECKING:
    from desktop.views.werkgevers.page import EmployersPage


class EmployerActions(QObject):
    """One per window; each method is a button or a key."""

    def __init__(
        self,
        operations: Operations,
        page: EmployersPage,
        messages: Messages,
        new_id: Callable[[], str],
        offline: Callable[[], bool],
        printing: Printing,
    ) -> None:
        super().__init__(page)
        self._operations, self._backend = operations, operations.backend
        self._page, self._messages, self._new_id, self._offline = page, messages, new_id, offline
        self._printing = printing
        self._question: ContactQuestion | None = None
        self._asked: Asked | None = None
        header = page.detail.header
        header.call.connect(self.call)
        header.visit.connect(self.log_visit)
        header.regie.connect(self._regie)
        header.more.connect(self.more)
        header.banner.pressed.connect(self._banner_pressed)
        page.detail.ticked.connect(self.finish_action)
        page.wants_new.connect(self.new_employer)
        page.list.wants_overview.connect(self._print_many)

    # -- forms ---------------------------------------------------------------------------------------
    def log_visit(self) -> None:
        self._open_visit("bezoek", Approach())

    def _open_visit(self, kanaal: str, approach: Approach) -> None:
        dossier = self._page.detail.dossier
        if dossier is None or self._close_panel_first():
            return
        form = VisitForm(self._operations, dossier, kanaal, approach, self._new_id)
        form.recorded.connect(self._visit_recorded)
        form.closed.connect(self._page.panel_closed)
        self._page.open_panel(form)

    def _close_panel_first(self) -> bool:
        """A form for this werkgever that is open already keeps its place; another one closes and keeps its
        draft.
        """
        panel = self._page.panel
        if isinstance(panel, VisitForm) and panel.werkgever_id == self._page.detail.werkgever_id:
            panel.first_empty().setFocus()
            return True
        self.close_panel()
        return False

    def close_panel(self) -> bool:
        """Esc: closes the form and keeps its draft. False when there was none."""
        panel = self._page.panel
        if isinstance(panel, VisitForm | EmployerForm):
            panel.close_panel()
        return panel is not None

    def save_panel(self) -> None:
        if self._page.panel is not None:
            self._page.panel.saving.emit()

    def _visit_recorded(self) -> None:
        self._messages.done(texts_forms.SAVED_VISIT)

    def new_employer(self, name: str = "") -> None:
        self.close_panel()
        form = EmployerForm(self._operations, name, self._new_id)
        form.recorded.connect(self._employer_recorded)
        form.opens.connect(self._open_existing)
        form.closed.connect(self._page.panel_closed)
        self._page.open_panel(form)

    def _employer_recorded(self, werkgever_id: str) -> None:
        self._messages.done(texts_sync.EMPLOYER_ADDED)
        self._page.open_employer(werkgever_id)

    def _open_existing(self, werkgever_id: str) -> None:
        self.close_panel()
        self._page.open_employer(werkgever_id)

    # -- regie ---------------------------------------------------------------------------------------
    def _regie(self, key: str) -> None:
        if key == "regie.neem":
            self.ask_regie()

    def ask_regie(self) -> None:
        if self._page.detail.werkgever_id:
            request = Request("regie.neem", {"werkgever_id": self._page.detail.werkgever_id})
            self._operations.commands([request], self, self._regie_asked)

    def _regie_asked(self, batch: Batch) -> None:
        if batch.error is not None:
            self._refused(batch.error)
        else:
            self._messages.done(texts_sync.REGIE_ASKED)

    def finish_action(self, actie_id: str) -> None:
        self._operations.commands([Request("actie.rond_af", {"actie_id": actie_id})], self, self._action_done)

    def _action_done(self, batch: Batch) -> None:
        if batch.error is not None:
            self._refused(batch.error)
            self._page.detail.refresh()
        else:
            self._messages.done(texts_sync.ACTION_DONE)

    def _refused(self, error: Exception) -> None:
        self._messages.failed(error)

    def _banner_pressed(self, action_id: str) -> None:
        self._page.detail.header.banner.hide()

    # -- contact -------------------------------------------------------------------------------------
    def call(self) -> None:
        """R3: reads the stand first, then asks or goes on."""
        werkgever_id = self._page.detail.werkgever_id
        if werkgever_id:
            read = _ReadStand(self._backend, werkgever_id)
            self._operations.query(read, self, self._stand_read, channel="stand")

    def _stand_read(self, found: _Stand) -> None:
        if found.stand.regiehouder_id == self._backend.medewerker_id:
            self._open_visit("telefoon", Approach())
            return
        self._asked = Asked(
            found.stand,
            found.holder,
            self._backend.medewerker_id,
            self._backend.rol,
            self._backend.today(),
            self._offline(),
        )
        self._question = ContactQuestion(self._asked)
        self._question.accepted.connect(self._answered)
        self._question.layer = open_dialog(self._page.window(), self._question)

    def _answered(self) -> None:
        asked, answer = self._asked, self._question.answer if self._question else None
        self._question = None
        if asked is None or answer is None:
            return
        werkgever_id = asked.stand.werkgever_id
        if answer.choice == question.ASK:
            self._send_question(asked)
        elif answer.choice == question.REGIE:
            self._operations.commands(
                [Request("regie.neem", {"werkgever_id": werkgever_id})], self, self._regie_asked
            )
        elif answer.choice == question.REPORT:
            request = Request("benadering.meld", {"werkgever_id": werkgever_id})
            self._operations.commands([request], self, self._approach_reported)
        else:
            self._open_visit("telefoon", Approach(answer.choice, answer.reason))

    def _send_question(self, asked: Asked) -> None:
        arguments: dict[str, object] = {
            "id": self._new_id(),
            "werkgever_id": asked.stand.werkgever_id,
            "soort": "contactverzoek",
            "gevraagde_handeling": words.may_i_call(asked.stand.werkgever)[:200],
            "toegewezen_aan_id": asked.stand.regiehouder_id,
        }
        self._operations.commands([Request("actie.maak", arguments)], self, self._question_sent)

    def _question_sent(self, batch: Batch) -> None:
        if batch.error is not None:
            self._refused(batch.error)
        elif self._asked is not None:
            self._messages.done(texts_sync.QUESTION_SENT.format(naam=self._asked.stand.regiehouder))

    def _approach_reported(self, batch: Batch) -> None:
        if batch.error is not None:
            self._refused(batch.error)
        else:
            self._messages.done(texts_sync.APPROACH_REPORTED)
            self._open_visit("telefoon", Approach())

    # -- more ----------------------------------------------------------------------------------------
    def more(self, key: str) -> None:
        dossier = self._page.detail.dossier
        if dossier is None:
            return
        card = dossier.werkgever
        if key == "copy_kvk":
            QGuiApplication.clipboard().setText(card.kvk_nummer or "")
            self._messages.done(texts_sync.COPIED)
        elif key == "approach":
            self.call()
        else:
            voor = "werkgever" if key == "print_employer" else "intern"
            self._printing.ask(Order(card.naam, werkgever_id=card.id, voor=voor))

    def print_overview(self) -> None:
        self.more("print")

    def _print_many(self, which: str) -> None:
        if which == ALL:
            self._printing.ask(Order(texts.ALL_EMPLOYERS))
        else:
            self._operations.query(_ReadMe(self._backend), self, self._print_mine)

    def _print_mine(self, me: MedewerkerRij | None) -> None:
        if me is not None:
            self._printing.ask(Order(me.naam, accountmanager_id=me.id))


@dataclass(frozen=True, slots=True)
class _Stand:
    stand: Regiestand
    holder: MedewerkerRij | None


@dataclass(frozen=True, slots=True)
class _ReadMe:
    backend: Backend

    def __call__(self) -> MedewerkerRij | None:
        me = self.backend.medewerker_id
        return next((row for row in self.backend.medewerkers() if row.id == me), None)


@dataclass(frozen=True, slots=True)
class _ReadStand:
    backend: Backend
    werkgever_id: str

    def __call__(self) -> _Stand:
        stand = self.backend.regiestand(self.werkgever_id)
        holder = next((row for row in self.backend.medewerkers() if row.id == stand.regiehouder_id), None)
        return _Stand(stand, holder)
