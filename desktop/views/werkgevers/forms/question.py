"""What an employer asks: written down, changed, answered, or passed on to a partner."""

from __future__ import annotations

from desktop.models.commands.werkgeversvraag import (
    BeantwoordWerkgeversvraag,
    RegistreerWerkgeversvraag,
    VerwijsWerkgeversvraagDoor,
    WijzigWerkgeversvraag,
)
from desktop.models.queries.rows import WerkgeverKaart
from desktop.models.queries.vacature_rows import WerkgeversvraagRij
from desktop.models.rights import serves_employers
from desktop.views.forms import sources
from desktop.views.forms.command_form import CommandForm, FormTable
from desktop.views.forms.days import Span
from desktop.views.forms.field_form import Lines
from desktop.views.forms.inputs import CHOICE, DAY, NOTE, FieldSpec
from desktop.views.forms.panel import FormKind
from desktop.views.shell import Shell
from desktop.views.werkgevers import texts_work as words

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


class ReferQuestion(CommandForm):
    """To a partner of the region, and to whom there."""

    def __init__(self, shell: Shell, row: WerkgeversvraagRij) -> None:
        kind = FormKind(words.REFER_TITLE, row.werkgever, REFER, row.id, words.REFERRED, row.werkgever_id)
        lines: Lines = (
            (
                FieldSpec(
                    "partner_id",
                    words.PARTNER,
                    CHOICE,
                    source=sources.partners(),
                    placeholder=words.CHOOSE_PARTNER,
                    required=True,
                    missing=words.PARTNER_MISSING,
                ),
            ),
            (FieldSpec("partner_contact", words.PARTNER_CONTACT, hint=words.PARTNER_HINT, limit=70),),
            (FieldSpec("reden", words.REASON, limit=200, required=True, missing=words.REASON_MISSING),),
        )
        fixed = {"werkgeversvraag_id": row.id}
        super().__init__(shell, kind, FormTable(VerwijsWerkgeversvraagDoor, lines, fixed=fixed, at=AT_FIELDS))
