"""A partner: a new one, or what is known of one from now on."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.models.commands.partner import RegistreerPartner, WijzigPartner
from desktop.models.queries.vacature_rows import PartnerRij
from desktop.views.backend import Backend
from desktop.views.forms.command_form import CommandForm, FormTable
from desktop.views.forms.field_form import Lines, Standing, Typed
from desktop.views.forms.inputs import CHOICE, NOTE, FieldSpec
from desktop.views.forms.panel import FormKind
from desktop.views.partners import texts
from desktop.views.shell import Shell

NEW, EDIT = "partner", "partner_wijzigen"
NOWHERE = "nieuw"
KIND_FIELD = FieldSpec(
    "soort",
    texts.KIND,
    CHOICE,
    lijst="partner_soort",
    placeholder=texts.CHOOSE_KIND,
    required=True,
    missing=texts.KIND_MISSING,
)
LINES: Lines = (
    (FieldSpec("naam", texts.NAME, limit=200, required=True, missing=texts.NAME_MISSING),),
    (KIND_FIELD,),
    (FieldSpec("contactnaam", texts.PERSON, limit=70),),
    (FieldSpec("telefoon", texts.PHONE),),
    (FieldSpec("email", texts.MAIL),),
    (FieldSpec("website", texts.SITE, limit=500),),
    (FieldSpec("toelichting", texts.NOTE, NOTE, hint=texts.HINT_NOTE, limit=500),),
)
_NAMES = ("naam", "soort", "contactnaam", "telefoon", "email", "website", "toelichting")


class NewPartner(CommandForm):
    """One that is not in the register yet."""

    def __init__(self, shell: Shell, name: str = "") -> None:
        kind = FormKind(texts.WORDS.new_name, "", NEW, NOWHERE, texts.ADDED)
        super().__init__(shell, kind, FormTable(RegistreerPartner, LINES, new=True), {"naam": name})


class EditPartner(CommandForm):
    """What changed; it says so when a colleague changed the same meanwhile."""

    def __init__(self, shell: Shell, row: PartnerRij) -> None:
        kind = FormKind(texts.EDIT_TITLE, row.naam, EDIT, row.id, texts.CHANGED)
        table = FormTable(WijzigPartner, LINES, fixed={"partner_id": row.id}, changes=True)
        super().__init__(shell, kind, table, typed_of(row), LookAt(shell.backend, row.id))


@dataclass(frozen=True, slots=True)
class LookAt:
    """What stands in the register now, on a reader."""

    backend: Backend
    partner_id: str

    def __call__(self) -> Standing:
        rows = self.backend.partners(alleen_actief=False)
        row = next((one for one in rows if one.id == self.partner_id), None)
        return Standing(typed_of(row) if row is not None else {})


def typed_of(row: PartnerRij) -> Typed:
    return {name: getattr(row, name) or "" for name in _NAMES}
