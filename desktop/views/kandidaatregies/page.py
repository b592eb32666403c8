"""Kandidaten per bemiddelaar: what is pressed in it, and its two forms."""

from __future__ import annotations

from functools import partial

from desktop.models.commands.kandidaatregie import WijsKandidaatToe
from desktop.models.queries.kandidaat_rows import KandidaatregieRij
from desktop.models.queries.laptop_rows import Concept
from desktop.views.forms.command_form import CommandForm, FormTable
from desktop.views.forms.panel import FormKind, FormPanel
from desktop.views.kandidaatregies import subject, texts
from desktop.views.kandidaatregies.subject import ByNumber
from desktop.views.kandidaten.regie_forms import StandIn, colleague
from desktop.views.kandidaten.texts import candidate
from desktop.views.shell import Shell
from desktop.views.subject.page import SubjectPage

ASSIGN, STAND_IN = "kandidaatregie_toewijzen", "kandidaatregie_waarneming"


class ByNumberPage(SubjectPage):
    """The teamleider passes a candidate on without knowing who it is."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, ByNumber(shell.backend))

    def press(self, key: str, about: str) -> None:
        row = self.detail.found
        if isinstance(row, KandidaatregieRij) and key in _FORMS:
            draft, form = _FORMS[key]
            self.desk.open(draft, row.id, partial(form, self.shell, row))

    def resume(self, draft: Concept) -> None:
        """What was half done."""
        self.open_row(draft.onderwerp_id)
        read = partial(self.subject.read_one, draft.onderwerp_id)
        self._operations.query(read, self, partial(self._resume_at, draft))

    def _resume_at(self, draft: Concept, row: KandidaatregieRij) -> None:
        for name, form in _FORMS.values():
            if draft.soort == name:
                self.desk.resume(draft, partial(form, self.shell, row))


def assign(shell: Shell, row: KandidaatregieRij) -> FormPanel:
    """To another bemiddelaar, at once."""
    said = f"{candidate(row.nummer)}, {row.bemiddelaar}"
    kind = FormKind(
        f"Kandidaat {texts.ASSIGN.lower()}", said, ASSIGN, row.id, texts.ASSIGNED, "", texts.ASSIGN
    )
    whom = colleague("naar_id", texts.TO_WHOM, texts.ASSIGN_HINT)
    return CommandForm(
        shell, kind, FormTable(WijsKandidaatToe, ((whom,),), fixed={"kandidaat_id": row.kandidaat_id})
    )


def stand_in(shell: Shell, row: KandidaatregieRij) -> FormPanel:
    """For this one, or for everyone of this bemiddelaar."""
    said = f"{candidate(row.nummer)}, {row.bemiddelaar}"
    kind = FormKind(texts.STAND_IN, said, STAND_IN, row.id, texts.STAND_IN_SET)
    fixed = {"voor_id": row.bemiddelaar_id}
    return StandIn(shell, kind, row.kandidaat_id, texts.everyone_of(row.bemiddelaar), fixed)


_FORMS = {subject.ASSIGN: (ASSIGN, assign), subject.STAND_IN: (STAND_IN, stand_in)}
"""Action → the name of its draft, and its form."""
