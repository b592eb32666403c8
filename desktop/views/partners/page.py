"""The screen Partners: what is pressed in it."""

from __future__ import annotations

from functools import partial

from desktop.models.queries.laptop_rows import Concept
from desktop.models.queries.vacature_rows import PartnerRij
from desktop.models.rights import may_do
from desktop.views.operations import Request
from desktop.views.partners import forms, subject, texts
from desktop.views.partners.forms import EditPartner, NewPartner
from desktop.views.partners.subject import Partners
from desktop.views.shell import Shell
from desktop.views.subject.page import SubjectPage


class PartnersPage(SubjectPage):
    """The list, and one partner beside it."""

    def __init__(self, shell: Shell) -> None:
        may_add = may_do(shell.backend.rol, "partner.registreer")
        super().__init__(shell, Partners(shell.backend), may_add)

    def press(self, key: str, about: str) -> None:
        row = self.detail.found
        if not isinstance(row, PartnerRij):
            return
        if key == subject.EDIT:
            self.desk.open(forms.EDIT, row.id, partial(EditPartner, self.shell, row))
        elif key in (subject.STOP, subject.USE_AGAIN):
            used = key == subject.USE_AGAIN
            request = Request("partner.wijzig", {"partner_id": row.id, "actief": used})
            self.do(texts.BACK if used else texts.STOPPED, request)

    def make_new(self, typed: str) -> None:
        self.desk.open(forms.NEW, forms.NOWHERE, partial(self._new, typed))

    def _new(self, typed: str = "") -> NewPartner:
        form = NewPartner(self.shell, typed)
        form.recorded.connect(self.open_made)
        return form

    def resume(self, draft: Concept) -> None:
        """A draft of a form of this page, after a crash, a power cut or an update."""
        if draft.soort == forms.NEW:
            self.desk.resume(draft, self._new)
            return
        self.open_row(draft.onderwerp_id)
        read = partial(self.subject.read_one, draft.onderwerp_id)
        self._operations.query(read, self, partial(self._resume_at, draft))

    def _resume_at(self, draft: Concept, row: PartnerRij) -> None:
        self.desk.resume(draft, partial(EditPartner, self.shell, row))
