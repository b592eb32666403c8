"""From what was typed in 'Bezoek vastleggen' to commands, and the checks before that. Pure: no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from desktop import wording
from desktop.models.commands.actie import MaakActie, MaakAfspraak
from desktop.models.commands.contact import LegContactVast
from desktop.models.commands.werkgever import RegistreerContactpersoon
from desktop.models.errors import InputRefused, Weigering
from desktop.models.fields import build
from desktop.views import texts_forms
from desktop.views.forms.days import Span, read_day
from desktop.views.forms.texts import REQUIRED

NOTE_LIMIT = 1000
MOST_FOLLOW_UPS = 4
PROMISE, ACTION, VISIT, AGREEMENT, VACANCY = "toezegging", "actie", "bezoek", "afspraak", "vacature"
Command = tuple[str, dict[str, object]]
# Fields of commands → fields of the form, for refusals.
_FORM_FIELD = {
    "datum": "wanneer",
    "tijd": "wanneer",
    "kanaal": "kanaal",
    "contactpersoon_ids": "personen",
    "onderwerp": "onderwerp",
    "notitie": "notitie",
    "gevraagde_handeling": "vervolg",
    "inhoud": "vervolg",
    "deadline": "uiterlijk",
    "tot": "uiterlijk",
    "soort": "soort",
    "naam": "nieuw_naam",
    "functie": "nieuw_functie",
    "telefoon": "nieuw_telefoon",
    "email": "nieuw_email",
}
CONTACT = "contact.leg_vast"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What comes of a contact: `soort` is one of the kinds above, `afspraak` the kind of an afspraak."""

    soort: str = PROMISE
    wat: str = ""
    wanneer: str = ""
    afspraak: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.wat.strip() or self.wanneer.strip())


@dataclass(frozen=True, slots=True)
class VisitInput:
    """The form as typed."""

    wanneer: str = ""
    kanaal: str = "bezoek"
    personen: tuple[str, ...] = ()
    onderwerp: str = ""
    notitie: str = ""
    vervolg: tuple[FollowUp, ...] = ()
    vertrouwelijk: bool = False
    nieuw: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ids:
    """Made by the caller once per form, so that sending again is harmless."""

    contact: str
    persoon: str
    vervolg: tuple[str, ...]

    def as_plain(self) -> list[str]:
        """For a draft."""
        return [self.contact, self.persoon, *self.vervolg]

    @classmethod
    def read(cls, kept: object) -> Ids | None:
        """Back from a draft; None when it holds none."""
        if not isinstance(kept, list) or len(kept) != 2 + MOST_FOLLOW_UPS:
            return None
        contact, persoon, *vervolg = (str(one) for one in kept)
        return cls(contact, persoon, tuple(vervolg))


@dataclass(frozen=True, slots=True)
class Approach:
    """How the question before contact was answered; empty without one."""

    aanleiding: str | None = None
    reden: str = ""


def place_of(name: str, number: int) -> str:
    """The name of a field of a follow-up: the first has the plain name."""
    return f"{name}_{number}" if number else name


def check(typed: VisitInput, today: date) -> dict[str, str]:
    """Form field → sentence, for all that can be seen without the laptop's store."""
    errors: dict[str, str] = {}
    when, wrong = read_day(typed.wanneer, today, Span.PAST)
    if when is None:
        errors["wanneer"] = wrong or texts_forms.REQUIRED_WHEN
    for number, follow_up in enumerate(typed.vervolg):
        errors |= _check_follow_up(follow_up, number, today)
    if len(typed.notitie) > NOTE_LIMIT:
        errors["notitie"] = texts_forms.too_many_characters(len(typed.notitie) - NOTE_LIMIT)
    if typed.nieuw and not typed.nieuw.get("naam", "").strip():
        errors["nieuw_naam"] = texts_forms.PERSON_NAME_NEEDED
    return errors


def _check_follow_up(follow_up: FollowUp, number: int, today: date) -> dict[str, str]:
    errors: dict[str, str] = {}
    _, wrong = read_day(follow_up.wanneer, today, Span.AHEAD)
    if wrong:
        errors[place_of("uiterlijk", number)] = wrong
    if follow_up.wanneer.strip() and not follow_up.wat.strip():
        errors[place_of("vervolg", number)] = texts_forms.FOLLOW_UP_NEEDED
    if follow_up.soort == AGREEMENT and follow_up.wat.strip() and not follow_up.afspraak:
        errors[place_of("soort", number)] = REQUIRED["soort"]
    return errors


def requests(
    typed: VisitInput, werkgever_id: str, ids: Ids, approach: Approach, today: date
) -> list[Command]:
    """The commands in the order of sending; call `check` first. Raises InputRefused on what a command
    refuses.
    """
    persons = list(typed.personen)
    result: list[Command] = []
    if typed.nieuw:
        result.append(("contactpersoon.registreer", new_person(typed, werkgever_id, ids)))
        persons.append(ids.persoon)
    result.append((CONTACT, _contact(typed, werkgever_id, ids, approach, persons, today)))
    for number, follow_up in enumerate(typed.vervolg):
        if follow_up.wat.strip() and follow_up.soort != VACANCY:
            result.append(_follow_up(follow_up, number, werkgever_id, ids, today))
    validate(result, ids.vervolg)
    return result


def vacancies(typed: VisitInput, ids: Ids) -> list[tuple[str, FollowUp]]:
    """Vacatures that came up, by id: each has a form of its own, which follows on this one."""
    named = zip(ids.vervolg, typed.vervolg, strict=False)
    return [(new_id, one) for new_id, one in named if one.soort == VACANCY and one.wat.strip()]


def validate(commands: list[Command], follow_ups: Sequence[str] = ()) -> None:
    """Raises InputRefused with the fields of the form; of a follow-up, named by its id, with its own."""
    for name, arguments in commands:
        made = str(arguments.get("id", ""))
        number = follow_ups.index(made) if made in follow_ups else 0
        try:
            build(_COMMANDS[name], arguments)
        except InputRefused as refused:
            raise InputRefused(
                {
                    place_of(_FORM_FIELD.get(key, key), number): reason
                    for key, reason in refused.fields.items()
                }
            ) from refused


def new_person(typed: VisitInput, werkgever_id: str, ids: Ids) -> dict[str, object]:
    """The contactpersoon who was added in place."""
    person: dict[str, object] = {"id": ids.persoon, "werkgever_id": werkgever_id}
    return person | {key: value.strip() for key, value in typed.nieuw.items() if value.strip()}


def _contact(
    typed: VisitInput,
    werkgever_id: str,
    ids: Ids,
    approach: Approach,
    persons: list[str],
    today: date,
) -> dict[str, object]:
    when, _ = read_day(typed.wanneer, today, Span.PAST)
    if when is None:
        raise InputRefused({"wanneer": Weigering("veld_ontbreekt", veld="datum")})
    contact: dict[str, object] = {
        "id": ids.contact,
        "werkgever_id": werkgever_id,
        "datum": when.day.isoformat(),
        "kanaal": typed.kanaal,
        "vertrouwelijk": typed.vertrouwelijk,
    }
    optional = {
        "tijd": f"{when.time:%H:%M}" if when.time else "",
        "onderwerp": typed.onderwerp,
        "notitie": typed.notitie.strip(),
        "contactpersoon_ids": persons,
        "aanleiding": approach.aanleiding,
        "reden_buiten_regie": approach.reden,
    }
    return contact | {name: value for name, value in optional.items() if value}


def _follow_up(follow_up: FollowUp, number: int, werkgever_id: str, ids: Ids, today: date) -> Command:
    base: dict[str, object] = {
        "id": ids.vervolg[number],
        "werkgever_id": werkgever_id,
        "contactmoment_id": ids.contact,
    }
    when, _ = read_day(follow_up.wanneer, today, Span.AHEAD)
    if follow_up.soort == AGREEMENT:
        until = {"tot": when.day.isoformat()} if when else {}
        return "afspraak.maak", base | {"soort": follow_up.afspraak, "inhoud": follow_up.wat.strip()} | until
    action = base | {"soort": follow_up.soort, "gevraagde_handeling": follow_up.wat.strip()}
    if when:
        action["deadline"] = when.day.isoformat()
        if when.time:
            action["tijd"] = f"{when.time:%H:%M}"
    return "actie.maak", action


_COMMANDS: Mapping[str, type] = {
    "contactpersoon.registreer": RegistreerContactpersoon,
    "contact.leg_vast": LegContactVast,
    "actie.maak": MaakActie,
    "afspraak.maak": MaakAfspraak,
}


def form_field(name: str) -> str:
    """The field of the form for a field of a command."""
    return _FORM_FIELD.get(name, name)


def form_errors(error: InputRefused) -> dict[str, str]:
    """A refusal per field of a command as sentences per field of the form."""
    return {
        form_field(name): wording.sentence(reason.code, reason.parameters)
        for name, reason in error.fields.items()
    }
