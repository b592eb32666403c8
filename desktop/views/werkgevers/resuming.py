"""Opens the form again in which a draft was typed, filled with it: after a crash, power cut or update."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from desktop.models.queries.contact_rows import ContactmomentRij
from desktop.models.queries.day_rows import Dossier
from desktop.models.queries.laptop_rows import Concept
from desktop.models.queries.signaal_rows import SignaalRij
from desktop.models.queries.vacature_rows import WerkgeversvraagRij
from desktop.views.acties import form as acties
from desktop.views.acties.form import ActionForm
from desktop.views.backend import Backend
from desktop.views.forms.desk import Make
from desktop.views.forms.panel import FormPanel
from desktop.views.shell import Shell
from desktop.views.signalen import forms as signals
from desktop.views.werkgevers import correct_form, employer_form, visit_form
from desktop.views.werkgevers.correct_form import CorrectForm
from desktop.views.werkgevers.dossier_desk import DossierDesk
from desktop.views.werkgevers.dossier_forms import QUESTIONS
from desktop.views.werkgevers.employer_form import EmployerForm
from desktop.views.werkgevers.forms import question, regie
from desktop.views.werkgevers.forms.agreement import EndAgreement, NewAgreement
from desktop.views.werkgevers.forms.employer import PARTS, EditEmployer
from desktop.views.werkgevers.forms.merge import MergeForm, ReadBoth
from desktop.views.werkgevers.forms.person import EditPerson, NewPerson
from desktop.views.werkgevers.forms.place import EditPlace, NewPlace
from desktop.views.werkgevers.visit_form import VisitForm

MERGE = "samenvoegen"


class Resuming(QObject):
    """`employer_form` makes the form for a new werkgever, which the page must hear of."""

    def __init__(
        self, shell: Shell, desk: DossierDesk, new_employer: Callable[[str], EmployerForm], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._shell, self._desk, self._new_employer = shell, desk, new_employer
        self._backend = shell.backend

    def resume(self, draft: Concept) -> bool:
        """False when this draft belongs to no form that is known here."""
        about = str(draft.velden.get("werkgever_id") or "")
        if draft.soort == employer_form.DRAFT:
            self._open(draft, partial(self._new_employer, ""))
        elif draft.soort == acties.DRAFT:
            many = draft.velden.get("werkgever_ids")
            ids = [str(one) for one in many] if isinstance(many, list) else [draft.onderwerp_id]
            self._open(draft, partial(ActionForm, self._shell, ids))
        elif draft.soort == visit_form.DRAFT:
            self._desk.with_dossier(draft.onderwerp_id, partial(self._at_employer, draft))
        elif not about:
            return False
        elif draft.soort == signals.ANSWER:
            signal = _ReadSignal(self._backend, about, draft.onderwerp_id)
            self._shell.operations.query(signal, self, partial(self._answer_signal, draft))
        elif draft.soort.startswith(question.NEW):
            asked = _ReadQuestion(self._backend, about, draft)
            self._shell.operations.query(asked, self, self._question)
        elif draft.soort == correct_form.DRAFT:
            read = _ReadContact(self._backend, about, draft)
            self._shell.operations.query(read, self, self._correct)
        elif draft.soort == MERGE:
            both = ReadBoth(self._backend, about, str(draft.velden.get("dubbel") or ""))
            self._shell.operations.query(both, self, partial(self._merge, draft))
        else:
            self._desk.with_dossier(about, partial(self._at_employer, draft))
        return True

    def _open(self, draft: Concept, make: Make) -> None:
        self._desk.resume(draft, make)

    def _at_employer(self, draft: Concept, dossier: Dossier) -> None:
        make = self._form(draft, dossier)
        if make is not None:
            self._open(draft, make)

    def _form(self, draft: Concept, dossier: Dossier) -> Make | None:
        """None when the row it is about is gone."""
        shell, new_id = self._shell, self._shell.new_id
        if draft.soort == signals.REPORT:
            plaatsing_id = str(draft.velden.get("plaatsing_id") or "")
            card = dossier.werkgever
            return partial(signals.ReportSignal, shell, card.id, plaatsing_id, card.naam)
        new: dict[str, Callable[[Shell, Dossier, Callable[[], str]], FormPanel]]
        new = {"contactpersoon": NewPerson, "vestiging": NewPlace, "afspraak": NewAgreement}
        part = draft.soort.partition("_")[2]
        if draft.soort == visit_form.DRAFT:
            return partial(VisitForm, shell, dossier, str(draft.velden.get("kanaal") or draft.soort))
        if draft.soort in new:
            return partial(new[draft.soort], shell, dossier, new_id)
        if draft.soort.startswith("werkgever_") and part in PARTS:
            return partial(EditEmployer, shell, dossier, PARTS[part])
        return self._form_of_row(draft, dossier) or self._regie_form(draft, dossier)

    def _form_of_row(self, draft: Concept, dossier: Dossier) -> Make | None:
        shell, wanted = self._shell, draft.onderwerp_id
        rows: dict[str, list[Make]] = {
            "contactpersoon_wijzigen": [
                partial(EditPerson, shell, dossier, row)
                for row in dossier.contactpersonen
                if row.id == wanted
            ],
            "vestiging_wijzigen": [
                partial(EditPlace, shell, dossier, row) for row in dossier.vestigingen if row.id == wanted
            ],
            "afspraak_beeindigen": [
                partial(EndAgreement, shell, dossier, row) for row in dossier.afspraken if row.id == wanted
            ],
        }
        return next(iter(rows.get(draft.soort, [])), None)

    def _regie_form(self, draft: Concept, dossier: Dossier) -> Make | None:
        shell, new_id, transfer = self._shell, self._shell.new_id, dossier.overdracht
        forms: dict[str, Make] = {
            "regie_stel_overdracht_voor": partial(regie.TransferForm, shell, dossier, new_id),
            "regie_stel_waarneming_in": partial(regie.StandInForm, shell, dossier, new_id),
            "regie_wijs_toe": partial(regie.AssignForm, shell, dossier),
        }
        if transfer is not None and transfer.id == draft.onderwerp_id:
            forms["regie_weiger_overdracht"] = partial(regie.DeclineForm, shell, dossier, transfer)
            forms["regie_meld_kennismaking"] = partial(regie.IntroduceForm, shell, dossier, transfer)
        return forms.get(draft.soort)

    def _question(self, found: _Question) -> None:
        shell, draft = self._shell, found.draft
        if draft.soort == question.NEW:
            self._open(draft, partial(question.NewQuestion, shell, found.dossier.werkgever))
        forms = dict(QUESTIONS.values())
        if draft.soort in forms and found.row is not None:
            self._open(draft, partial(forms[draft.soort], shell, found.row))

    def _answer_signal(self, draft: Concept, row: SignaalRij | None) -> None:
        if row is not None:
            self._open(draft, partial(signals.AnswerSignal, self._shell, row))

    def _correct(self, found: _Contact) -> None:
        if found.contact is not None:
            self._open(found.draft, partial(CorrectForm, self._shell, found.dossier, found.contact))

    def _merge(self, draft: Concept, both: tuple[Dossier, Dossier]) -> None:
        self._open(draft, partial(MergeForm, self._shell, *both))


@dataclass(frozen=True, slots=True)
class _Contact:
    draft: Concept
    dossier: Dossier
    contact: ContactmomentRij | None


@dataclass(frozen=True, slots=True)
class _ReadContact:
    backend: Backend
    werkgever_id: str
    draft: Concept

    def __call__(self) -> _Contact:
        dossier = self.backend.dossier(self.werkgever_id)
        rows = self.backend.blad(self.werkgever_id).contacten
        found = (row for row in rows if row.id == self.draft.onderwerp_id)
        return _Contact(self.draft, dossier, next(found, None))


@dataclass(frozen=True, slots=True)
class _Question:
    draft: Concept
    dossier: Dossier
    row: WerkgeversvraagRij | None


@dataclass(frozen=True, slots=True)
class _ReadQuestion:
    backend: Backend
    werkgever_id: str
    draft: Concept

    def __call__(self) -> _Question:
        rows = self.backend.werkgeversvragen(self.werkgever_id, alleen_open=False)
        found = (row for row in rows if row.id == self.draft.onderwerp_id)
        return _Question(self.draft, self.backend.dossier(self.werkgever_id), next(found, None))


@dataclass(frozen=True, slots=True)
class _ReadSignal:
    """The signaal of a draft; None when it was answered meanwhile."""

    backend: Backend
    werkgever_id: str
    signaal_id: str

    def __call__(self) -> SignaalRij | None:
        rows = self.backend.signalen(self.werkgever_id)
        found = (row for row in rows if row.id == self.signaal_id and row.status == signals.OPEN)
        return next(found, None)
