"""Correcting a contact by who logged it: only what changed is sent, and what was emptied is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop import dutch
from desktop.models.commands.contact import WijzigContact
from desktop.models.errors import InputRefused
from desktop.models.fields import build
from desktop.models.queries.contact_rows import ContactmomentRij
from desktop.models.queries.day_rows import Dossier
from desktop.views.forms import texts as form_words
from desktop.views.forms.days import Span, read_day
from desktop.views.forms.panel import FormKind
from desktop.views.operations import Request
from desktop.views.shell import Shell
from desktop.views.werkgevers import visit_input
from desktop.views.werkgevers.forms import texts as words
from desktop.views.werkgevers.visit_fields import VisitFields, where
from desktop.views.werkgevers.visit_input import Ids

NAME = "contact.wijzig"
DRAFT = "contact_wijzigen"
# What may be empty, by field of the command.
CAN_BE_EMPTY = ("tijd", "onderwerp", "notitie")


class CorrectForm(VisitFields):
    """The fields of the contact as it was logged."""

    def __init__(self, shell: Shell, dossier: Dossier, contact: ContactmomentRij) -> None:
        self._contact = contact
        kind = FormKind(
            words.CORRECT_CONTACT,
            where(dossier.werkgever),
            DRAFT,
            contact.id,
            words.CORRECTED,
            dossier.werkgever.id,
        )
        super().__init__(shell, dossier, kind)
        self._ids = Ids(contact.id, shell.new_id(), ())
        self.fill_with(_as_typed(contact))
        self._before = self._fields()
        self.begin()

    def _fields(self) -> dict[str, object]:
        """As the command names them; what is empty is None."""
        typed = self.typed()
        when, _ = read_day(typed.wanneer, self.today, Span.PAST)
        return {
            "datum": when.day.isoformat() if when else None,
            "tijd": f"{when.time:%H:%M}" if when and when.time else None,
            "kanaal": typed.kanaal,
            "onderwerp": typed.onderwerp or None,
            "notitie": typed.notitie.strip() or None,
            "vertrouwelijk": typed.vertrouwelijk,
            "contactpersoon_ids": sorted(typed.personen),
        }

    def _changed(self) -> dict[str, object]:
        now = self._fields()
        if self.typed().nieuw:
            now["contactpersoon_ids"] = sorted([*self.typed().personen, self._ids.persoon])
        return {key: value for key, value in now.items() if value != self._before[key]}

    def _arguments(self) -> dict[str, object]:
        changed = self._changed()
        emptied = [key for key in CAN_BE_EMPTY if key in changed and changed[key] is None]
        kept = {key: value for key, value in changed.items() if value is not None}
        return kept | {"contactmoment_id": self._contact.id} | ({"wis": emptied} if emptied else {})

    def errors(self) -> dict[str, str]:
        typed = self.typed()
        found = visit_input.check(typed, self.today)
        if found:
            return found
        if not self._changed():
            return {"": form_words.NOTHING_CHANGED}
        try:
            build(WijzigContact, self._arguments())
        except InputRefused as refused:
            return visit_input.form_errors(refused)
        return {}

    def requests(self) -> Sequence[Request]:
        typed = self.typed()
        made = [Request(NAME, self._arguments())]
        if typed.nieuw:
            person = visit_input.new_person(typed, self.werkgever_id, self._ids)
            made.insert(0, Request("contactpersoon.registreer", person))
        return made

    def field_of(self, name: str) -> str:
        return visit_input.form_field(name)


def _as_typed(contact: ContactmomentRij) -> Mapping[str, object]:
    clock = f", {contact.tijd}" if contact.tijd else ""
    return {
        "wanneer": f"{dutch.weekday_date(contact.datum)}{clock}",
        "kanaal": contact.kanaal,
        "personen": list(contact.contactpersoon_ids),
        "onderwerp": contact.onderwerp or "",
        "notitie": contact.notitie or "",
        "vertrouwelijk": bool(contact.vertrouwelijk),
    }
