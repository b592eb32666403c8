"""Before contact starts (R3): how things stand, a question when the rules want it, then number and form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt

from desktop.models.queries.day_rows import Dossier
from desktop.models.queries.medewerker_rows import MedewerkerRij
from desktop.models.queries.regie_rows import Regiestand
from desktop.models.queries.werkgever_rows import ContactpersoonRij
from desktop.views import pages, texts_sync
from desktop.views.backend import Backend
from desktop.views.forms.panel import FormPanel
from desktop.views.messages import Kind, Message
from desktop.views.operations import Batch, Request
from desktop.views.shell import Shell
from desktop.views.vacatures import forms as vacancies
from desktop.views.werkgevers import contact_question as question
from desktop.views.werkgevers import links
from desktop.views.werkgevers import texts_contact as words
from desktop.views.werkgevers.contact_question import Asked, ContactQuestion
from desktop.views.werkgevers.dossier_desk import DossierDesk
from desktop.views.werkgevers.visit_form import DRAFT, VisitForm
from desktop.views.werkgevers.visit_input import Approach, FollowUp
from desktop.views.widgets.layer import open_dialog


@dataclass(frozen=True, slots=True)
class _Found:
    stand: Regiestand
    dossier: Dossier
    asked: MedewerkerRij | None
    person: ContactpersoonRij | None
    link: str

    @property
    def kanaal(self) -> str:
        return words.MAIL if links.is_mail(self.link) else words.CALL


class ContactStart(QObject):
    """`visit` without a question: a contact that took place is never held back (R4)."""

    def __init__(self, shell: Shell, desk: DossierDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._desk = shell, desk
        self._operations, self._backend = shell.operations, shell.backend
        self._found: _Found | None = None
        self._came_up: list[tuple[str, str, str, FollowUp]] = []
        self.question: ContactQuestion | None = None

    # -- a contact that took place -------------------------------------------------------------------
    def visit(self, werkgever_id: str, kanaal: str = "bezoek", contactpersoon_id: str = "") -> None:
        then = partial(self._open_form, kanaal, Approach(), contactpersoon_id)
        self._desk.with_dossier(werkgever_id, then)

    def _open_form(self, kanaal: str, approach: Approach, contactpersoon_id: str, dossier: Dossier) -> None:
        make = partial(self._visit_form, dossier, kanaal, approach, contactpersoon_id)
        self._desk.open(DRAFT, dossier.werkgever.id, make)

    def _visit_form(
        self, dossier: Dossier, kanaal: str, approach: Approach, contactpersoon_id: str
    ) -> VisitForm:
        form = VisitForm(self._shell, dossier, kanaal, approach, contactpersoon_id)
        form.recorded.connect(partial(self._recorded, form))
        return form

    # -- vacatures that came up -----------------------------------------------------------------------
    def _recorded(self, form: VisitForm, _outcomes: object) -> None:
        """Each has its own form, one after the other, as part of this contact."""
        where = (form.contact_id, form.werkgever_id)
        self._came_up = [(*where, new_id, one) for new_id, one in form.vacancies()]
        self._next_vacancy()

    def _next_vacancy(self) -> None:
        if not self._came_up:
            return
        contact_id, werkgever_id, new_id, came_up = self._came_up.pop(0)
        self._shell.show_page(pages.EMPLOYERS)
        make = partial(self._vacancy_form, contact_id, werkgever_id, new_id, came_up)
        self._desk.open(vacancies.NEW, new_id, make)

    def _vacancy_form(self, contact_id: str, werkgever_id: str, new_id: str, came_up: FollowUp) -> FormPanel:
        form = vacancies.NewVacancy(
            self._shell, werkgever_id, contact_id, came_up.wat, came_up.wanneer, about=new_id
        )
        form.note_edit()  # what came up is kept as a draft, also when the form is closed at once
        form.closed.connect(self._next_vacancy, Qt.ConnectionType.QueuedConnection)
        return form

    # -- a contact that is to begin ------------------------------------------------------------------
    def call(self, werkgever_id: str, contactpersoon_id: str = "", link: str = "") -> None:
        """Reads the stand first, then asks or goes on."""
        read = _Read(self._backend, werkgever_id, contactpersoon_id, link)
        self._operations.query(read, self, self._stand_read, channel="stand")

    def _stand_read(self, found: _Found) -> None:
        self._found = found
        if self._is_free(found):
            self._go_on(Approach())
            return
        asked = Asked(
            found.stand,
            found.asked,
            self._backend.medewerker_id,
            self._backend.rol,
            self._backend.today(),
            self._shell.is_offline(),
            found.kanaal,
            found.person.naam if found.person else "",
        )
        self.question = ContactQuestion(asked)
        self.question.accepted.connect(self._answered)
        self.question.layer = open_dialog(self._shell.as_window(), self.question)

    def _is_free(self, found: _Found) -> bool:
        """Own regie, own waarneming, or an approach that was announced already."""
        me, stand = self._backend.medewerker_id, found.stand
        if stand.regiehouder_id is None:
            approach = found.dossier.reservering
            return approach is not None and approach.medewerker_id == me
        stands_in = stand.waarneming is not None and stand.waarneming.waarnemer_id == me
        return stand.regiehouder_id == me or stands_in

    def _answered(self) -> None:
        found, answer = self._found, self.question.answer if self.question else None
        self.question = None
        if found is None or answer is None:
            return
        werkgever_id = found.stand.werkgever_id
        if answer.choice == question.ASK:
            self._send_question(found)
        elif answer.choice == question.REGIE:
            self._send(Request("regie.neem", {"werkgever_id": werkgever_id}), self._regie_asked)
        elif answer.choice == question.REPORT:
            self._send(Request("benadering.meld", {"werkgever_id": werkgever_id}), self._reported)
        else:
            self._go_on(Approach(answer.choice, answer.reason))

    def _send(self, request: Request, done: Callable[[Batch], None]) -> None:
        self._operations.commands([request], self, done)

    def _send_question(self, found: _Found) -> None:
        arguments = {
            "id": self._shell.new_id(),
            "werkgever_id": found.stand.werkgever_id,
            "aan_id": found.asked.id if found.asked else found.stand.regiehouder_id,
            "vraag": words.may_i(found.kanaal, found.stand.werkgever)[:200],
        }
        self._send(Request("contactverzoek.doe", arguments), self._question_sent)

    def _question_sent(self, batch: Batch) -> None:
        if self._refused(batch) or self._found is None:
            return
        name = self._found.asked.naam if self._found.asked else self._found.stand.regiehouder or ""
        self._shell.undo.did(words.ASKED_FIRST.format(naam=name), batch.outcomes)

    def _regie_asked(self, batch: Batch) -> None:
        if not self._refused(batch):
            self._shell.undo.did(texts_sync.REGIE_ASKED, batch.outcomes)

    def _reported(self, batch: Batch) -> None:
        if not self._refused(batch):
            self._shell.undo.did(texts_sync.APPROACH_REPORTED, batch.outcomes)
            self._go_on(Approach())

    def _refused(self, batch: Batch) -> bool:
        if batch.error is not None:
            self._shell.messages.failed(batch.error)
        return batch.error is not None

    def _go_on(self, approach: Approach) -> None:
        """The number or address, and the form to log what is said."""
        found = self._found
        if found is None:
            return
        if found.link and not links.open_link(found.link):
            said = words.NOT_OPENED.format(wat=found.link.partition(":")[2])
            self._shell.messages.say(Message(Kind.REFUSED, said))
        person = found.person.id if found.person else ""
        self._open_form(found.kanaal, approach, person, found.dossier)
        form = self._desk.form
        if found.person is not None and found.person.niet_benaderen and form is not None:
            form.banner.say("letop", words.person_does_not_want(found.person.naam))


@dataclass(frozen=True, slots=True)
class _Read:
    backend: Backend
    werkgever_id: str
    contactpersoon_id: str
    link: str

    def __call__(self) -> _Found:
        stand = self.backend.regiestand(self.werkgever_id)
        dossier = self.backend.dossier(self.werkgever_id)
        whom = stand.waarneming.waarnemer_id if stand.waarneming else stand.regiehouder_id
        asked = next((row for row in self.backend.medewerkers() if row.id == whom), None)
        people = (row for row in dossier.contactpersonen if row.id == self.contactpersoon_id)
        return _Found(stand, dossier, asked, next(people, None), self.link)
