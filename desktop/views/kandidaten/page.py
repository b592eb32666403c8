"""The screen Kandidaten: what is pressed in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from desktop.models.outcome import AANGEVRAAGD
from desktop.models.queries.laptop_rows import Concept
from desktop.models.rights import may_do
from desktop.views import pages
from desktop.views.forms.panel import FormPanel
from desktop.views.kandidaten import forms, regie_forms, sheet, texts, voordracht_forms, work
from desktop.views.kandidaten.forms import EditCandidate, NewCandidate
from desktop.views.kandidaten.sheet import CandidateShown, OfferShown, Shown
from desktop.views.kandidaten.subject import Candidates
from desktop.views.kandidaten.voordracht_forms import Forward, PutForward, UpdatePutForward
from desktop.views.operations import Batch, Request
from desktop.views.shell import Shell
from desktop.views.subject.page import SubjectPage

FORMS: Mapping[str, tuple[str, Callable[[Shell, CandidateShown], FormPanel]]] = {
    sheet.EDIT: (forms.EDIT, EditCandidate),
    sheet.CONSENT: (regie_forms.CONSENT, regie_forms.Consent),
    sheet.DOELGROEP: (regie_forms.DOELGROEP, regie_forms.Doelgroep),
    sheet.WERKFIT: (regie_forms.WERKFIT, regie_forms.judge_candidate),
    sheet.HAND_OVER: (regie_forms.HAND_OVER, regie_forms.HandOver),
    sheet.STAND_IN: (regie_forms.STAND_IN, regie_forms.stand_in),
    sheet.CLOSE: (regie_forms.CLOSE, regie_forms.close),
}
"""Action → the name of its draft, and its form. Each draft is about the candidate."""

_PAGES = {work.VACANCY: pages.VACANCIES, work.PLACEMENT: pages.PLACEMENTS}
"""Links that lead to a row of another page."""


class CandidatesPage(SubjectPage):
    """What is offered, what I have, and one candidate beside it."""

    def __init__(self, shell: Shell) -> None:
        may_add = may_do(shell.backend.rol, "kandidaat.registreer")
        super().__init__(shell, Candidates(shell.backend), may_add)
        self.detail.lost.connect(self.show_nothing)

    # -- what is pressed -----------------------------------------------------------------------------
    def press(self, key: str, about: str) -> None:
        shown = self.detail.found
        if isinstance(shown, OfferShown):
            self._answer(key, shown)
        elif isinstance(shown, CandidateShown):
            self._press_at(key, about, shown)

    def _press_at(self, key: str, about: str, shown: CandidateShown) -> None:
        if key in FORMS:
            draft, form = FORMS[key]
            self.desk.open(draft, shown.card.id, partial(form, self.shell, shown))
        elif key in (sheet.PUT_FORWARD, work.PUT_FORWARD_FOR):
            self._put_forward(_forward(shown, about if key == work.PUT_FORWARD_FOR else ""))
        elif key == work.UPDATE:
            self._update(about, shown)
        elif key == work.PLACE:
            self._place(about, shown)
        elif key in _PAGES:
            self.shell.open_row(_PAGES[key], about)
        elif key == work.EMPLOYER:
            self.shell.open_employer(about)
        else:
            self._do_at(key, shown)

    def _do_at(self, key: str, shown: CandidateShown) -> None:
        """What needs no form."""
        card = shown.card
        this = {"kandidaat_id": card.id}
        if key == sheet.NO_CONSENT:
            self.do(texts.CONSENT_GONE, Request("kandidaat.trek_toestemming_in", this))
        elif key == sheet.REOPEN:
            self.do(texts.REOPENED, Request("kandidaat.heropen", this))
        elif key == sheet.WITHDRAW_OFFER and card.overdracht is not None:
            offer = {"overdracht_id": card.overdracht.id}
            self.do(texts.OFFER_GONE, Request("kandidaat.trek_overdracht_in", offer))
        elif key == sheet.END_STAND_IN and card.waarneming is not None:
            stand_in = {"waarneming_id": card.waarneming.id}
            self.do(texts.STAND_IN_ENDED, Request("kandidaat.beeindig_waarneming", stand_in))

    def _put_forward(self, who: Forward) -> None:
        self.desk.open(voordracht_forms.MAKE, who.about, partial(PutForward, self.shell, who))

    def put_forward(self, kandidaat_id: str) -> None:
        """From elsewhere: the form for a voordracht of this candidate."""
        self.open_row(kandidaat_id)
        read = partial(self.subject.read_again, kandidaat_id)
        self._operations.query(read, self, self._open_put_forward)

    def _open_put_forward(self, shown: Shown) -> None:
        if isinstance(shown, CandidateShown):
            self._put_forward(_forward(shown, ""))

    def _update(self, voordracht_id: str, shown: CandidateShown) -> None:
        row = next((one for one in shown.voordrachten if one.id == voordracht_id), None)
        if row is not None:
            self.desk.open(voordracht_forms.UPDATE, row.id, partial(UpdatePutForward, self.shell, row))

    def _place(self, voordracht_id: str, shown: CandidateShown) -> None:
        """The form is one of the page of placements, where it is seen next."""
        for row in shown.voordrachten:
            if row.id == voordracht_id:
                self.shell.place(shown.card.id, row.id, row.vacature_id or "")

    # -- what is offered -----------------------------------------------------------------------------
    def _answer(self, key: str, shown: OfferShown) -> None:
        row = shown.row
        if row is None:
            return
        if key == sheet.DECLINE:
            make = partial(regie_forms.decline, self.shell, shown)
            self.desk.open(regie_forms.DECLINE, shown.key, make)
        elif key == sheet.ACCEPT:
            request = Request("kandidaat.aanvaard_overdracht", {"overdracht_id": row.id})
            self._operations.commands([request], self, partial(self._accepted, row.kandidaat_id))

    def _accepted(self, kandidaat_id: str, batch: Batch) -> None:
        """The candidate itself is what one looks at next, as soon as it is here."""
        if batch.error is not None:
            self.shell.messages.failed(batch.error)
            return
        self.shell.undo.did(texts.ACCEPTED, batch.outcomes)
        if all(outcome.result != AANGEVRAAGD for outcome in batch.outcomes):
            self.open_row(kandidaat_id)

    # -- new and half done ---------------------------------------------------------------------------
    def make_new(self, typed: str) -> None:
        self.desk.open(forms.NEW, forms.NOWHERE, partial(self._new, typed))

    def _new(self, typed: str) -> NewCandidate:
        form = NewCandidate(self.shell, typed)
        form.recorded.connect(self._added)
        return form

    def _added(self, outcomes: object) -> None:
        """The new one is what one looks at next."""
        for outcome in outcomes if isinstance(outcomes, tuple) else ():
            if outcome.id:
                self.open_row(outcome.id)

    def resume(self, draft: Concept) -> None:
        """A draft of a form of this page, after a crash, a power cut or an update."""
        if draft.soort == forms.NEW:
            self.desk.resume(draft, partial(self._new, ""))
            return
        about = str(draft.velden.get("kandidaat_id") or draft.onderwerp_id)
        self.open_row(about)
        read = partial(self.subject.read_again, about)
        self._operations.query(read, self, partial(self._resume_at, draft))

    def _resume_at(self, draft: Concept, shown: Shown) -> None:
        if isinstance(shown, OfferShown):
            if shown.row is not None:
                self.desk.resume(draft, partial(regie_forms.decline, self.shell, shown))
            return
        if draft.soort == voordracht_forms.MAKE:
            who = _forward(shown, draft.onderwerp_id.partition(" ")[2])
            self.desk.resume(draft, partial(PutForward, self.shell, who))
        elif draft.soort == voordracht_forms.UPDATE:
            for row in shown.voordrachten:
                if row.id == draft.onderwerp_id:
                    self.desk.resume(draft, partial(UpdatePutForward, self.shell, row))
        for name, form in FORMS.values():
            if draft.soort == name:
                self.desk.resume(draft, partial(form, self.shell, shown))


def _forward(shown: CandidateShown, vacature_id: str) -> Forward:
    """For the vacature of a match, or for one that is asked."""
    card = shown.card
    fits = (one for one in shown.matches or () if one.vacature_id == vacature_id)
    one = next(fits, None)
    if one is None:
        return Forward(card.id, card.naam)
    return Forward(card.id, card.naam, one.vacature_id, one.naam, one.werkgever_id)
