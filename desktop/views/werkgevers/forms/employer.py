"""Changing a werkgever: its facts, its registration, or until when it wants to be left in peace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop import dutch
from desktop.models.commands.werkgever import WijzigWerkgever
from desktop.models.queries.day_rows import Dossier
from desktop.models.queries.werkgever_rows import WerkgeverKaart
from desktop.views.forms import reading
from desktop.views.forms import texts as form_words
from desktop.views.forms.days import Span
from desktop.views.forms.field_form import FieldForm, Typed
from desktop.views.forms.inputs import CHECK, CHOICE, DAY, NAMES, NUMBER, FieldSpec
from desktop.views.forms.panel import FormKind
from desktop.views.operations import Request
from desktop.views.shell import Shell
from desktop.views.werkgevers.forms import texts as words
from desktop.views.werkgevers.forms.standing import LookAt

Lines = Sequence[Sequence[FieldSpec]]
NAME = "werkgever.wijzig"
FACTS: Lines = (
    (FieldSpec("naam", words.NAME, required=True, limit=500),),
    (
        FieldSpec("kvk_nummer", words.KVK),
        FieldSpec("werkzame_personen", words.STAFF, NUMBER),
    ),
    (
        FieldSpec("sector", words.SECTOR, limit=70),
        FieldSpec("segment", words.SEGMENT, CHOICE, lijst="segment"),
    ),
    (FieldSpec("website", words.WEBSITE, limit=500),),
    (FieldSpec("concern", words.CONCERN, limit=200),),
    (FieldSpec("kenmerken", words.FEATURES, NAMES, words.FEATURES_HINT),),
)
REGISTRATION: Lines = (
    (FieldSpec("statutaire_naam", words.LEGAL_NAME, limit=500),),
    (FieldSpec("handelsnamen", words.TRADE_NAMES, NAMES, words.NAMES_HINT),),
    (FieldSpec("rechtsvorm", words.LEGAL_FORM, limit=70),),
    (FieldSpec("rsin", words.RSIN), FieldSpec("sbi_code", words.SBI)),
    (
        FieldSpec(
            "erkend_sbb_leerbedrijf",
            words.LEARNING,
            CHOICE,
            options=(("1", "ja"), ("2", "nee")),
            placeholder="Onbekend",
        ),
    ),
    (FieldSpec("opheffing_datum", words.STOPPED_ON, DAY),),
    (FieldSpec("ind_non_mailing", words.NO_MAIL, CHECK),),
)
QUIET: Lines = (
    (FieldSpec("niet_benaderen_tot", words.QUIET_UNTIL, DAY, words.QUIET_HINT, span=Span.AHEAD),),
    (FieldSpec("niet_benaderen_reden", words.REASON, limit=200),),
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the werkgever with a form of its own."""

    key: str
    title: str
    lines: Lines


PARTS = {
    part.key: part
    for part in (
        Part("gegevens", words.EDIT_EMPLOYER, FACTS),
        Part("registratie", words.EDIT_REGISTRATION, REGISTRATION),
        Part("rust", words.EDIT_QUIET, QUIET),
    )
}


class EditEmployer(FieldForm):
    """One part of a werkgever."""

    def __init__(self, shell: Shell, dossier: Dossier, part: Part) -> None:
        card = dossier.werkgever
        kind = FormKind(
            part.title, _where(card), f"werkgever_{part.key}", card.id, words.SAVED_EMPLOYER, card.id
        )
        look = LookAt(shell.backend, card.id, card.id, typed_of)
        super().__init__(shell, kind, part.lines, look)
        self.set_before(typed_of(dossier))

    def errors(self) -> dict[str, str]:
        arguments, wrong = self.plain()
        wrong = reading.missing(self.specs, self.typed()) | wrong
        if not wrong and not self.changed_keys():
            return {"": form_words.NOTHING_CHANGED}
        sent = {key: value for key, value in arguments.items() if key in self.changed_keys()}
        return reading.refused(WijzigWerkgever, _coded(sent) | {"werkgever_id": self.werkgever_id}) | wrong

    def requests(self) -> Sequence[Request]:
        arguments = _coded(self.change_arguments()) | {"werkgever_id": self.werkgever_id}
        return [Request(NAME, _both_or_none(arguments))]

    def done_words(self) -> str:
        if "niet_benaderen_tot" not in self.inputs:
            return self.kind.done
        return words.QUIET_SET if self.value("niet_benaderen_tot") else words.QUIET_GONE


def _coded(arguments: dict[str, object]) -> dict[str, object]:
    """The choice of yes or no is kept as a number; nothing chosen is not known."""
    key = "erkend_sbb_leerbedrijf"
    if key in arguments:
        return arguments | {key: int(str(arguments[key]))}
    emptied = arguments.get("wis")
    if isinstance(emptied, list) and key in emptied:
        left = [name for name in emptied if name != key]
        rest = {name: value for name, value in arguments.items() if name != "wis"}
        return rest | {key: 0} | ({"wis": left} if left else {})
    return arguments


def _both_or_none(arguments: dict[str, object]) -> dict[str, object]:
    """Without a day the reason of the rest goes too."""
    emptied = arguments.get("wis")
    if isinstance(emptied, list) and "niet_benaderen_tot" in emptied:
        return arguments | {"wis": sorted({*emptied, "niet_benaderen_reden"})}
    return arguments


def _where(card: WerkgeverKaart) -> str:
    return f"{card.naam}, {card.plaats}" if card.plaats else card.naam


def typed_of(dossier: Dossier) -> Typed:
    """The fields of all parts as a person would type them."""
    card = dossier.werkgever
    return {
        "naam": card.naam,
        "kvk_nummer": dutch.kvk(card.kvk_nummer).replace(dutch.NO_BREAK, " ") if card.kvk_nummer else "",
        "werkzame_personen": str(card.werkzame_personen) if card.werkzame_personen is not None else "",
        "sector": card.sector or "",
        "segment": card.segment or "",
        "website": card.website or "",
        "concern": card.concern or "",
        "kenmerken": ", ".join(card.kenmerken),
        "statutaire_naam": card.statutaire_naam or "",
        "handelsnamen": ", ".join(card.handelsnamen),
        "rechtsvorm": card.rechtsvorm or "",
        "rsin": card.rsin or "",
        "sbi_code": card.sbi_code or "",
        "erkend_sbb_leerbedrijf": str(card.erkend_sbb_leerbedrijf) if card.erkend_sbb_leerbedrijf else "",
        "opheffing_datum": day_words(card.opheffing_datum),
        "ind_non_mailing": card.ind_non_mailing,
        "niet_benaderen_tot": day_words(card.niet_benaderen_tot),
        "niet_benaderen_reden": card.niet_benaderen_reden or "",
    }


def day_words(day: date | None) -> str:
    """A day as the field shows it: dinsdag 17 november 2026."""
    return dutch.weekday_date(day) if day else ""
