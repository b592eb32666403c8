"""What an employer asks: written down, changed, answered, or passed on to a partner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.models.commands.partner import RegistreerPartner
from desktop.models.commands.werkgeversvraag import (
    BeantwoordWerkgeversvraag,
    RegistreerWerkgeversvraag,
    VerwijsWerkgeversvraagDoor,
    WijzigWerkgeversvraag,
)
from desktop.models.queries.vacature_rows import WerkgeversvraagRij
from desktop.models.queries.werkgever_rows import WerkgeverKaart
from desktop.models.rights import may_do, serves_employers
from desktop.views.forms import reading, sources
from desktop.views.forms.command_form import CommandForm, FormTable
from desktop.views.forms.days import Span
from desktop.views.forms.field_form import Lines
from desktop.views.forms.inputs import CHOICE, DAY, NOTE, FieldSpec
from desktop.views.forms.panel import FormKind
from desktop.views.operations import Request
from desktop.views.partners import texts as partner_texts
from desktop.views.partners.forms import KIND_FIELD
from desktop.views.shell import Shell
from desktop.views.werkgevers import texts_work as words
from desktop.views.widgets.pick_popup import Pick

NEW, EDIT, ANSWER, REFER = (
    "werkgeversvraag",
    "werkgeversvraag_wijzigen",
    "werkgeversvraag_beantwoorden",
    "werkgeversvraag_doorverwijzen",
)
AT_FIELDS = {"partner_zonder_contact": "partner_contact"}
_LINES: Lines = (
    (
        FieldSpec(
            "soort",
            words.KIND,
            CHOICE,
            lijst="vraag_soort",
            placeholder=words.CHOOSE_KIND,
            required=True,
            missing=words.KIND_MISSING,
        ),
    ),
    (
        FieldSpec(
            "vraag",
            words.QUESTION,
            NOTE,
            hint=words.NO_NAMES_HINT,
            limit=1000,
            required=True,
            missing=words.QUESTION_MISSING,
        ),
    ),
    (FieldSpec("dienst", words.SERVICE, CHOICE, lijst="dienst", placeholder=words.CHOOSE_SERVICE),),
    (FieldSpec("strategie", words.STRATEGY, CHOICE, lijst="strategie", placeholder=words.CHOOSE_STRATEGY),),
    (
        FieldSpec(
            "behandelaar_id",
            words.HANDLED_BY,
            CHOICE,
            source=sources.colleagues(serves_employers),
            placeholder=words.YOURSELF,
        ),
    ),
)
_RECEIVED = (FieldSpec("ontvangen_op", words.RECEIVED, DAY, span=Span.PAST),)


class NewQuestion(CommandForm):
    """`contactmoment_id` says in which contact it was asked."""

    def __init__(self, shell: Shell, card: WerkgeverKaart, contactmoment_id: str = "") -> None:
        fixed = {"werkgever_id": card.id}
        if contactmoment_id:
            fixed["contactmoment_id"] = contactmoment_id
        kind = FormKind(words.NEW_TITLE, card.naam, NEW, card.id, words.ADDED, card.id)
        table = FormTable(RegistreerWerkgeversvraag, (*_LINES, _RECEIVED), fixed=fixed, new=True)
        super().__init__(shell, kind, table)


class EditQuestion(CommandForm):
    """Another `behandelaar` gives it to that colleague, who is told."""

    def __init__(self, shell: Shell, row: WerkgeversvraagRij) -> None:
        kind = FormKind(words.EDIT_TITLE, row.werkgever, EDIT, row.id, words.CHANGED, row.werkgever_id)
        fixed = {"werkgeversvraag_id": row.id}
        table = FormTable(WijzigWerkgeversvraag, _LINES, fixed=fixed, changes=True)
        names = ("soort", "vraag", "dienst", "strategie", "behandelaar_id")
        super().__init__(shell, kind, table, {name: getattr(row, name) or "" for name in names})


class AnswerQuestion(CommandForm):
    """What the employer was told."""

    def __init__(self, shell: Shell, row: WerkgeversvraagRij) -> None:
        kind = FormKind(
            words.ANSWER_TITLE, row.werkgever, ANSWER, row.id, words.ANSWERED_DONE, row.werkgever_id
        )
        spec = FieldSpec(
            "antwoord",
            words.YOUR_ANSWER,
            NOTE,
            hint=words.NO_NAMES_HINT,
            limit=1000,
            required=True,
            missing=words.ANSWER_MISSING,
        )
        fixed = {"werkgeversvraag_id": row.id}
        super().__init__(shell, kind, FormTable(BeantwoordWerkgeversvraag, ((spec,),), fixed=fixed))


NEW_PARTNER = "nieuw"
_IF_NEW = ("partner_id", frozenset({NEW_PARTNER}))
_OF_PARTNER = {
    "nieuw_naam": "naam",
    "nieuw_soort": "soort",
    "nieuw_telefoon": "telefoon",
    "nieuw_email": "email",
}
"""Fields of the form that are about a partner who is added here → those of its command."""


def _refer_lines(may_add: bool) -> Lines:
    new = Pick(NEW_PARTNER, words.ADD_PARTNER, icon="") if may_add else None
    return (
        (
            FieldSpec(
                "partner_id",
                words.PARTNER,
                CHOICE,
                source=sources.partners(new),
                placeholder=words.CHOOSE_PARTNER,
                required=True,
                missing=words.PARTNER_MISSING,
            ),
        ),
        (
            FieldSpec(
                "nieuw_naam",
                partner_texts.NAME,
                limit=200,
                required=True,
                missing=partner_texts.NAME_MISSING,
                only=_IF_NEW,
            ),
        ),
        (replace(KIND_FIELD, key="nieuw_soort", only=_IF_NEW),),
        (FieldSpec("nieuw_telefoon", partner_texts.PHONE, only=_IF_NEW),),
        (FieldSpec("nieuw_email", partner_texts.MAIL, only=_IF_NEW),),
        (FieldSpec("partner_contact", words.PARTNER_CONTACT, hint=words.PARTNER_HINT, limit=70),),
        (FieldSpec("reden", words.REASON, limit=200, required=True, missing=words.REASON_MISSING),),
    )


class ReferQuestion(CommandForm):
    """To a partner of the region, and to whom there. A partner who is not there yet is added in one go."""

    def __init__(self, shell: Shell, row: WerkgeversvraagRij) -> None:
        self._partner_id = shell.new_id()
        kind = FormKind(words.REFER_TITLE, row.werkgever, REFER, row.id, words.REFERRED, row.werkgever_id)
        lines = _refer_lines(may_do(shell.backend.rol, "partner.registreer"))
        fixed = {"werkgeversvraag_id": row.id}
        super().__init__(shell, kind, FormTable(VerwijsWerkgeversvraagDoor, lines, fixed=fixed, at=AT_FIELDS))

    def begin_anew(self) -> None:
        super().begin_anew()
        self._partner_id = self.shell.new_id()

    @property
    def _adds(self) -> bool:
        return self.value("partner_id") == NEW_PARTNER

    def arguments(self) -> dict[str, object]:
        found = {key: value for key, value in super().arguments().items() if key not in _OF_PARTNER}
        return found | {"partner_id": self._partner_id} if self._adds else found

    def _partner(self) -> dict[str, object]:
        """The new one; whom the employer is to call is its contactpersoon."""
        typed = self.plain()[0]
        made = {name: typed[key] for key, name in _OF_PARTNER.items() if key in typed}
        who = {"contactnaam": typed["partner_contact"]} if "partner_contact" in typed else {}
        return {"id": self._partner_id} | made | who

    def also_wrong(self) -> dict[str, str]:
        if not self._adds:
            return {}
        fields = {name: key for key, name in _OF_PARTNER.items()}
        found = reading.refused(RegistreerPartner, self._partner())
        wrong = {fields.get(name, "partner_contact"): sentence for name, sentence in found.items()}
        if not str(self.value("partner_contact")).strip():
            wrong["partner_contact"] = words.CONTACT_OF_NEW
        missing = reading.missing(self.specs, self.typed())
        return {key: sentence for key, sentence in wrong.items() if key not in missing} | missing

    def requests(self) -> Sequence[Request]:
        made = [Request(RegistreerPartner.NAME, self._partner())] if self._adds else []
        return [*made, *super().requests()]
