"""The forms of a candidate itself: a new one, and what changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop import dutch
from desktop.models.commands.kandidaat import RIJBEWIJZEN, RegistreerKandidaat, WijzigKandidaat
from desktop.models.queries.kandidaat_rows import KandidaatKaart
from desktop.views.backend import Backend
from desktop.views.forms import sources
from desktop.views.forms.command_form import CommandForm, FormTable
from desktop.views.forms.field_form import Lines, Standing, Typed
from desktop.views.forms.inputs import CHOICE, DAY, NAMES, NOTE, NUMBER, SEVERAL, FieldSpec
from desktop.views.forms.panel import FormKind
from desktop.views.kandidaten import form_texts as words
from desktop.views.kandidaten import texts
from desktop.views.kandidaten.sheet import CandidateShown
from desktop.views.shell import Shell

NEW, EDIT = "kandidaat", "kandidaat_wijzigen"
NOWHERE = "nieuw"
"""What the draft of a new one is about."""
_CALLED = FieldSpec(
    "roepnaam",
    texts.CALLED,
    width=2,
    hint=words.CALLED_HINT,
    limit=40,
    required=True,
    missing=words.CALLED_MISSING,
)
MAIN: Lines = (
    (_CALLED,),
    (FieldSpec("initiaal", texts.INITIAL, limit=10),),
    (FieldSpec("beroepen", texts.BEROEPEN, NAMES, hint=words.BEROEPEN_HINT),),
    (
        FieldSpec(
            "beroepsklasse", texts.CLASS_NAME, CHOICE, lijst="beroepsklasse", placeholder=words.CHOOSE_CLASS
        ),
    ),
    (
        FieldSpec("uren_min", words.HOURS_FROM, NUMBER),
        FieldSpec("uren_max", words.HOURS_TO, NUMBER),
    ),
    (FieldSpec("pc4", texts.PC4, limit=4), FieldSpec("reisafstand_km", words.TRAVEL, NUMBER)),
)
_YES_NO = sources.fixed(texts.YES_NO_OPTIONS)
MORE: Lines = (
    (
        FieldSpec("organisatie", texts.ORGANISATION, limit=70),
        FieldSpec("gemeente_code", texts.TOWN, CHOICE, lijst="gemeente", placeholder=words.CHOOSE_TOWN),
    ),
    (
        FieldSpec("bronsysteem", texts.SYSTEM, limit=40),
        FieldSpec("bron_id", texts.SYSTEM_ID, limit=200),
    ),
    (FieldSpec("soorten_werk", texts.KINDS, SEVERAL, lijst="vacature_soort", placeholder=words.CHOOSE_KIND),),
    (
        FieldSpec("niveau", texts.LEVEL, CHOICE, lijst="niveau", placeholder=words.CHOOSE_LEVEL),
        FieldSpec("beschikbaar_vanaf", texts.AVAILABLE, DAY),
    ),
    (
        FieldSpec("taal_mondeling", texts.SPOKEN, CHOICE, lijst="taalniveau"),
        FieldSpec("taal_schriftelijk", texts.WRITTEN, CHOICE, lijst="taalniveau"),
    ),
    (FieldSpec("vervoer", texts.TRANSPORT, SEVERAL, lijst="vervoer"),),
    (
        FieldSpec(
            "rijbewijs",
            texts.LICENCE,
            SEVERAL,
            source=sources.fixed(tuple((code, code) for code in RIJBEWIJZEN)),
        ),
    ),
    (
        FieldSpec("onregelmatig", texts.IRREGULAR, CHOICE, source=_YES_NO),
        FieldSpec("begeleiding", texts.GUIDANCE, CHOICE, source=_YES_NO),
    ),
    (
        FieldSpec("aanpassing_werkomgeving", texts.ADAPTED, CHOICE, source=_YES_NO),
        FieldSpec("werkvariatie", texts.VARIATION, CHOICE, source=_YES_NO),
    ),
    (FieldSpec("notitie", texts.NOTE, NOTE, hint=words.NOTE_HINT, limit=1000),),
)
_CODED = frozenset(
    {
        *("niveau", "taal_mondeling", "taal_schriftelijk", "onregelmatig"),
        *("begeleiding", "aanpassing_werkomgeving", "werkvariatie"),
    }
)
"""Codes that are numbers in the command."""


class CandidateForm(CommandForm):
    """What a new one and a changed one have in common."""

    def arguments(self) -> dict[str, object]:
        found = super().arguments()
        return {name: int(str(value)) if name in _CODED else value for name, value in found.items()}


class NewCandidate(CandidateForm):
    """Whoever registers a candidate holds the regie."""

    def __init__(self, shell: Shell, called: str = "") -> None:
        kind = FormKind(texts.WORDS.new_name, "", NEW, NOWHERE, words.ADDED)
        table = FormTable(RegistreerKandidaat, MAIN, MORE, new=True)
        super().__init__(shell, kind, table, {"roepnaam": called} if called else None)


class EditCandidate(CandidateForm):
    """Only what differs is sent; what somebody changed meanwhile is shown first."""

    def __init__(self, shell: Shell, shown: CandidateShown) -> None:
        card = shown.card
        kind = FormKind(texts.EDIT_CANDIDATE, card.naam, EDIT, card.id, words.CHANGED)
        table = FormTable(WijzigKandidaat, MAIN, MORE, {"kandidaat_id": card.id}, changes=True)
        super().__init__(shell, kind, table, typed_of(card), _LookAt(shell.backend, card.id))


def typed_of(card: KandidaatKaart) -> Typed:
    """The fields as a person would type them."""
    several = ("soorten_werk", "vervoer", "rijbewijs")
    typed: Typed = {name: tuple(getattr(card, name)) for name in several}
    rest = (spec.key for line in (*MAIN, *MORE) for spec in line if spec.key not in several)
    return typed | {name: _text(getattr(card, name)) for name in rest}


def _text(value: object) -> str:
    if isinstance(value, date):
        return dutch.weekday_date(value)
    if isinstance(value, tuple):
        return ", ".join(value)
    return "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class _LookAt:
    """What stands now, and who changed a field last."""

    backend: Backend
    kandidaat_id: str

    def __call__(self) -> Standing:
        who: dict[str, str] = {}
        for change in self.backend.kandidaat_geschiedenis(self.kandidaat_id):
            who.setdefault(change.veld, change.door)
        return Standing(typed_of(self.backend.kandidaatkaart(self.kandidaat_id)), _known(who))


def _known(who: Mapping[str, str]) -> Mapping[str, str]:
    return {veld: name for veld, name in who.items() if name}
