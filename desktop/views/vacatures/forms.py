"""The forms of a vacature: a new one, what changed, to whom it is handed over, and that it ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop import dutch
from desktop.models.commands.vacature import (
    DraagVacatureOver,
    NeemVacatureTerug,
    RegistreerVacature,
    TrekVacatureIn,
    WijzigVacature,
)
from desktop.models.queries.vacature_rows import VacatureKaart, VacatureRij
from desktop.models.rights import has_candidates
from desktop.views.backend import Backend
from desktop.views.forms import sources
from desktop.views.forms.command_form import CommandForm, FormTable
from desktop.views.forms.field_form import Lines, Standing, Typed
from desktop.views.forms.inputs import CHOICE, SEVERAL, FieldSpec
from desktop.views.forms.panel import Fields, FormKind
from desktop.views.forms.picking import SuggestInput
from desktop.views.shell import Shell
from desktop.views.vacatures import texts
from desktop.views.vacatures.fields import MAIN, MORE, NAME, NOTE_LINE, WHERE

NEW, EDIT, HAND_OVER, WITHDRAW, TAKE_BACK = (
    "vacature",
    "vacature_wijzigen",
    "vacature_overdragen",
    "vacature_intrekken",
    "vacature_terugnemen",
)
NOWHERE = "nieuw"
"""What the draft of a new one is about as long as no werkgever was given."""
AT_RECEIVERS = dict.fromkeys(("vacature_alleen_bemiddelaar", "medewerker_niet_actief"), "bemiddelaar_ids")
"""Refusals of the core that are about who receives it."""
_REASON = FieldSpec("reden", texts.REASON, limit=200, required=True, missing=texts.REASON_MISSING)
_CODED = frozenset({"niveau", "taal_mondeling", "taal_schriftelijk"})
"""Codes that are numbers in the command."""


def _people(werkgever_id: str) -> Lines:
    people = sources.contactpersonen(werkgever_id)
    spec = FieldSpec(
        "contactpersoon_ids", texts.PEOPLE, SEVERAL, source=people, placeholder=texts.CHOOSE_PERSON
    )
    return ((spec,),)


class VacancyForm(CommandForm):
    """What a new one and a changed one have in common."""

    def arguments(self) -> dict[str, object]:
        found = super().arguments()
        for name in _CODED & found.keys():
            found[name] = int(str(found[name]))
        beroep = self.inputs["beroep"]
        if "beroep" in found and isinstance(beroep, SuggestInput) and beroep.code:
            found["beroep_code"] = beroep.code
        return found


class NewVacancy(VacancyForm):
    """At a werkgever that is known, or at one that is asked; `contactmoment_id` says where it came up.

    `about` names its draft: by itself the werkgever, of which several may come up in one contact.
    """

    def __init__(
        self,
        shell: Shell,
        werkgever_id: str = "",
        contactmoment_id: str = "",
        name: str = "",
        closes: str = "",
        about: str = "",
    ) -> None:
        self._contactmoment_id = contactmoment_id
        kind = FormKind(
            texts.WORDS.new_name, "", NEW, about or werkgever_id or NOWHERE, texts.ADDED, werkgever_id
        )
        people = _people(werkgever_id) if werkgever_id else ()
        table = FormTable(
            RegistreerVacature, ((WHERE,), (NAME,), *MAIN), (*MORE, *people, NOTE_LINE), new=True
        )
        typed: Typed = {
            "werkgever_id": werkgever_id,
            "naam": name,
            "aantal_plaatsen": "1",
            "sluitingsdatum": closes,
        }
        super().__init__(shell, kind, table, typed)

    def arguments(self) -> dict[str, object]:
        came_up = {"contactmoment_id": self._contactmoment_id} if self._contactmoment_id else {}
        return super().arguments() | came_up

    def as_plain(self) -> Fields:
        return super().as_plain() | {"contactmoment_id": self._contactmoment_id}

    def fill(self, kept: Mapping[str, object]) -> None:
        super().fill(kept)
        self._contactmoment_id = str(kept.get("contactmoment_id") or self._contactmoment_id)


class EditVacancy(VacancyForm):
    """Only what differs is sent; what a colleague changed meanwhile is shown first."""

    def __init__(self, shell: Shell, card: VacatureKaart) -> None:
        row = card.vacature
        kind = FormKind(
            texts.EDIT_VACANCY, f"{row.naam}, {row.werkgever}", EDIT, row.id, texts.CHANGED, row.werkgever_id
        )
        dossier: Lines = (*_people(row.werkgever_id), NOTE_LINE) if card.met_dossier else ()
        table = FormTable(
            WijzigVacature,
            ((NAME,), *MAIN),
            (*MORE, *dossier),
            {"vacature_id": row.id},
            changes=True,
        )
        typed = typed_of(card)
        shown = {spec.key for line in (*table.lines, *table.more) for spec in line}
        fitting = {key: value for key, value in typed.items() if key in shown}
        super().__init__(shell, kind, table, fitting, _LookAt(shell.backend, row.id, frozenset(shown)))


class HandOver(CommandForm):
    """To one or more bemiddelaars, along a matchingroute."""

    def __init__(self, shell: Shell, card: VacatureKaart) -> None:
        row = card.vacature
        title = texts.hand_over_named(texts.WORDS.one.capitalize())
        kind = FormKind(
            title,
            f"{row.naam}, {row.werkgever}",
            HAND_OVER,
            row.id,
            texts.HANDED_OVER,
            row.werkgever_id,
            texts.HAND_OVER,
        )
        whom = FieldSpec(
            "bemiddelaar_ids",
            texts.TO_WHOM,
            SEVERAL,
            hint=texts.HAND_OVER_HINT,
            source=sources.colleagues(has_candidates),
            placeholder=texts.CHOOSE_BEMIDDELAAR,
            required=True,
            missing=texts.PEOPLE_MISSING,
        )
        route = FieldSpec(
            "matchingroute", texts.ROUTE, CHOICE, lijst="matchingroute", placeholder=texts.CHOOSE_ROUTE
        )
        fixed = {"vacature_id": row.id}
        table = FormTable(DraagVacatureOver, ((whom,), (route,)), fixed=fixed, at=AT_RECEIVERS)
        super().__init__(shell, kind, table)


class Withdraw(CommandForm):
    """The employer seeks nobody any more."""

    def __init__(self, shell: Shell, card: VacatureKaart) -> None:
        row = card.vacature
        title = f"{texts.WORDS.one.capitalize()} {texts.WITHDRAW.lower()}"
        kind = FormKind(
            title,
            f"{row.naam}, {row.werkgever}",
            WITHDRAW,
            row.id,
            texts.WITHDRAWN,
            row.werkgever_id,
            texts.WITHDRAW,
        )
        table = FormTable(TrekVacatureIn, ((_hinted(texts.WITHDRAW_HINT),),), fixed={"vacature_id": row.id})
        super().__init__(shell, kind, table)


class TakeBack(CommandForm):
    """A bemiddelaar looks for people no longer."""

    def __init__(self, shell: Shell, card: VacatureKaart, bemiddelaar_id: str) -> None:
        row = card.vacature
        found = (one.bemiddelaar for one in card.overdrachten if one.bemiddelaar_id == bemiddelaar_id)
        mine = bemiddelaar_id == shell.backend.medewerker_id
        said = texts.GIVE_BACK if mine else texts.TAKE_BACK
        kind = FormKind(
            f"{texts.WORDS.one.capitalize()} {said.lower()}",
            row.naam if mine else f"{row.naam}, {next(found, '')}",
            TAKE_BACK,
            f"{row.id} {bemiddelaar_id}",
            texts.TAKEN_BACK,
            row.werkgever_id,
            said,
        )
        reason = FieldSpec("reden", texts.REASON, hint=texts.TAKE_BACK_HINT, limit=200)
        fixed = {"vacature_id": row.id, "bemiddelaar_id": bemiddelaar_id}
        super().__init__(shell, kind, FormTable(NeemVacatureTerug, ((reason,),), fixed=fixed))


def _hinted(hint: str) -> FieldSpec:
    return FieldSpec(
        _REASON.key,
        _REASON.label,
        hint=hint,
        limit=_REASON.limit,
        required=True,
        missing=_REASON.missing,
    )


# -- what stands -------------------------------------------------------------------------------------
def typed_of(card: VacatureKaart) -> Typed:
    """The fields as a person would type them."""
    row = card.vacature
    people = tuple(one.contactpersoon_id for one in card.contactpersonen if one.contactpersoon_id)
    return _texts_of(row) | {
        "rijbewijs": tuple(row.rijbewijs),
        "vervoer": tuple(row.vervoer),
        "contactpersoon_ids": people,
        "toelichting": card.toelichting or "",
    }


def _texts_of(row: VacatureRij) -> Typed:
    names = (
        *("naam", "soort", "formele_werkgever_id", "aantal_plaatsen", "beroep", "uren_min", "uren_max"),
        *("plaats", "omschrijving", "beroepsklasse", "niveau", "contract", "postcode", "salaris"),
        *("taal_mondeling", "taal_schriftelijk", "arbeidsvoorwaarden"),
    )
    days = ("sluitingsdatum", "aanvang", "einde")
    plain: Typed = {name: _text(getattr(row, name)) for name in names}
    return plain | {name: _day(getattr(row, name)) for name in days}


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _day(day: date | None) -> str:
    return dutch.weekday_date(day) if day is not None else ""


@dataclass(frozen=True, slots=True)
class _LookAt:
    """What stands now, and who changed a field last."""

    backend: Backend
    vacature_id: str
    shown: frozenset[str]

    def __call__(self) -> Standing:
        card = self.backend.vacature(self.vacature_id)
        who: dict[str, str] = {}
        for change in card.geschiedenis:
            who.setdefault(change.veld, change.door)
        typed = {key: value for key, value in typed_of(card).items() if key in self.shown}
        return Standing(typed, _known(who))


def _known(who: Mapping[str, str]) -> Mapping[str, str]:
    return {veld: name for veld, name in who.items() if name}
