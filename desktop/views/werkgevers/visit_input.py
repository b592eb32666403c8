"""From what was typed in 'Bezoek vastleggen' to commands, and the checks before that. Pure: no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop import wording
from desktop.models.commands.actie import MaakActie
from desktop.models.commands.contact import LegContactVast
from desktop.models.commands.werkgever import RegistreerContactpersoon
from desktop.models.errors import InputRefused, Weigering
from desktop.models.fields import build
from desktop.views import texts_forms
from desktop.views.when import NotADay, When, parse

NOTE_LIMIT = 1000
# Fields of commands → fields of the form, for refusals.
_FORM_FIELD = {
    "datum": "wanneer",
    "tijd": "wanneer",
    "kanaal": "kanaal",
    "contactpersoon_ids": "personen",
    "onderwerp": "onderwerp",
    "notitie": "notitie",
    "gevraagde_handeling": "vervolg",
    "deadline": "uiterlijk",
    "naam": "nieuw_naam",
    "functie": "nieuw_functie",
    "telefoon": "nieuw_telefoon",
    "email": "nieuw_email",
}


@dataclass(frozen=True, slots=True)
class VisitInput:
    """The form as typed."""

    wanneer: str = ""
    kanaal: str = "bezoek"
    personen: tuple[str, ...] = ()
    onderwerp: str = ""
    notitie: str = ""
    vervolg: str = ""
    uiterlijk: str = ""
    vertrouwelijk: bool = False
    nieuw: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ids:
    """Made by the caller once per form, so that sending again is harmless."""

    contact: str
    actie: str
    persoon: str


@dataclass(frozen=True, slots=True)
class Approach:
    """How the question before contact was answered; empty without one."""

    aanleiding: str | None = None
    reden: str = ""


def read_day(text: str, today: date, ahead: bool) -> tuple[When | None, str]:
    """The day, or the sentence that says what is wrong with it."""
    if not text.strip():
        return None, ""
    try:
        when = parse(text, today, ahead)
    except NotADay as error:
        if error.day is not None and error.weekday is not None:
            return None, texts_forms.wrong_weekday(error.day, error.weekday)
        return None, texts_forms.when_unknown(text.strip())
    if ahead and when.day < today:
        return None, texts_forms.day_is_past(when.day, today)
    if not ahead and when.day > today:
        return None, texts_forms.day_is_future(when.day, today)
    return when, ""


def check(typed: VisitInput, today: date) -> dict[str, str]:
    """Form field → sentence, for all that can be seen without the laptop's store."""
    errors: dict[str, str] = {}
    when, wrong = read_day(typed.wanneer, today, ahead=False)
    if when is None:
        errors["wanneer"] = wrong or texts_forms.REQUIRED_WHEN
    _, wrong = read_day(typed.uiterlijk, today, ahead=True)
    if wrong:
        errors["uiterlijk"] = wrong
    if typed.uiterlijk.strip() and not typed.vervolg.strip():
        errors["vervolg"] = texts_forms.FOLLOW_UP_NEEDED
    if len(typed.notitie) > NOTE_LIMIT:
        errors["notitie"] = texts_forms.too_many_characters(len(typed.notitie) - NOTE_LIMIT)
    if typed.nieuw and not typed.nieuw.get("naam", "").strip():
        errors["nieuw_naam"] = texts_forms.PERSON_NAME_NEEDED
    return errors


def requests(
    typed: VisitInput, werkgever_id: str, ids: Ids, approach: Approach, today: date
) -> list[tuple[str, dict[str, object]]]:
    """The commands in the order of sending; call `check` first. Raises InputRefused on what a command
    refuses.
    """
    when, _ = read_day(typed.wanneer, today, ahead=False)
    if when is None:
        raise InputRefused({"datum": Weigering("veld_ontbreekt", veld="datum")})
    persons = list(typed.personen)
    result: list[tuple[str, dict[str, object]]] = []
    if typed.nieuw:
        person = {"id": ids.persoon, "werkgever_id": werkgever_id} | {
            k: v.strip() for k, v in typed.nieuw.items() if v.strip()
        }
        result.append(("contactpersoon.registreer", dict(person)))
        persons.append(ids.persoon)
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
    contact |= {name: value for name, value in optional.items() if value}
    result.append(("contact.leg_vast", contact))
    if typed.vervolg.strip():
        result.append(("actie.maak", _action(typed, werkgever_id, ids, today)))
    for name, arguments in result:
        build(_COMMANDS[name], arguments)
    return result


def _action(typed: VisitInput, werkgever_id: str, ids: Ids, today: date) -> dict[str, object]:
    action: dict[str, object] = {
        "id": ids.actie,
        "werkgever_id": werkgever_id,
        "contactmoment_id": ids.contact,
        "soort": "toezegging",
        "gevraagde_handeling": typed.vervolg.strip(),
    }
    deadline, _ = read_day(typed.uiterlijk, today, ahead=True)
    return action | ({"deadline": deadline.day.isoformat()} if deadline else {})


_COMMANDS: Mapping[str, type] = {
    "contactpersoon.registreer": RegistreerContactpersoon,
    "contact.leg_vast": LegContactVast,
    "actie.maak": MaakActie,
}


def form_errors(error: InputRefused) -> dict[str, str]:
    """A refusal per field of a command as sentences per field of the form."""
    return {
        _FORM_FIELD.get(name, name): wording.sentence(reason.code, reason.parameters)
        for name, reason in error.fields.items()
    }
