"""The screen Vacatures: what is pressed in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from desktop.models.queries.laptop_rows import Concept
from desktop.models.queries.vacature_rows import VacatureKaart
from desktop.models.rights import may_do
from desktop.views import pages
from desktop.views.backend import Backend
from desktop.views.forms.panel import FormPanel
from desktop.views.kandidaten import voordracht_forms
from desktop.views.kandidaten.voordracht_forms import Forward, PutForward
from desktop.views.shell import Shell
from desktop.views.subject.page import SubjectPage
from desktop.views.vacatures import forms, match, sheet
from desktop.views.vacatures.forms import EditVacancy, HandOver, NewVacancy, TakeBack, Withdraw
from desktop.views.vacatures.sheet import VacancyShown
from desktop.views.vacatures.subject import Vacancies

FORMS: Mapping[str, tuple[str, Callable[[Shell, VacatureKaart], FormPanel]]] = {
    sheet.EDIT: (forms.EDIT, EditVacancy),
    sheet.HAND_OVER: (forms.HAND_OVER, HandOver),
    sheet.WITHDRAW: (forms.WITHDRAW, Withdraw),
}
"""Action → the name of its draft, and its form."""


class VacanciesPage(SubjectPage):
    """List or board, and one vacature beside it."""

    def __init__(self, shell: Shell) -> None:
        may_add = may_do(shell.backend.rol, "vacature.registreer")
        super().__init__(shell, Vacancies(shell.backend), may_add)

    def press(self, key: str, about: str) -> None:
        shown = self.detail.found
        if not isinstance(shown, VacancyShown):
            return
        card, row = shown.card, shown.card.vacature
        if key == match.PROFILE:
            self.shell.open_row(pages.PROFILES, about)
        elif key == match.PUT_FORWARD:
            self._put_forward(about, shown)
        elif key == sheet.EMPLOYER:
            self.shell.open_employer(row.werkgever_id if about == row.id else about)
        elif key == sheet.TAKE_BACK:
            make = partial(TakeBack, self.shell, card, about)
            self.desk.open(forms.TAKE_BACK, f"{row.id} {about}", make)
        elif key in FORMS:
            draft, form = FORMS[key]
            self.desk.open(draft, row.id, partial(form, self.shell, card))

    def _put_forward(self, kandidaat_id: str, shown: VacancyShown) -> None:
        """An own candidate for this vacature; its draft is one of the candidate."""
        row = shown.card.vacature
        named = (one.naam for one in shown.matches or () if one.kandidaat_id == kandidaat_id)
        who = Forward(kandidaat_id, next(named, None) or "", row.id, row.naam, row.werkgever_id)
        self.desk.open(voordracht_forms.MAKE, who.about, partial(PutForward, self.shell, who))

    def make_new(self, typed: str) -> None:
        self.desk.open(forms.NEW, forms.NOWHERE, partial(self._new, typed))

    def _new(self, typed: str, werkgever_id: str = "", about: str = "") -> NewVacancy:
        form = NewVacancy(self.shell, werkgever_id, name=typed, about=about)
        form.recorded.connect(self.open_made)
        return form

    def resume(self, draft: Concept) -> None:
        """A draft of a form of this page, after a crash, a power cut or an update."""
        if draft.soort == forms.NEW:
            where = str(draft.velden.get("werkgever_id") or "")
            self.desk.resume(draft, partial(self._new, "", where, draft.onderwerp_id))
            return
        row_id, _, bemiddelaar_id = draft.onderwerp_id.partition(" ")
        self.open_row(row_id)
        read = ReadCard(self.shell.backend, row_id)
        self.shell.operations.query(read, self, partial(self._resume_at, draft, bemiddelaar_id))

    def _resume_at(self, draft: Concept, bemiddelaar_id: str, card: VacatureKaart) -> None:
        if draft.soort == forms.TAKE_BACK:
            self.desk.resume(draft, partial(TakeBack, self.shell, card, bemiddelaar_id))
        for name, form in FORMS.values():
            if draft.soort == name:
                self.desk.resume(draft, partial(form, self.shell, card))


@dataclass(frozen=True, slots=True)
class ReadCard:
    """One vacature, on a reader."""

    backend: Backend
    vacature_id: str

    def __call__(self) -> VacatureKaart:
        return self.backend.vacature(self.vacature_id)
