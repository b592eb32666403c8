"""Dutch texts that every form has. Je-form, B1, no exclamation marks."""

from __future__ import annotations

from datetime import date, datetime

from desktop.views import dates

SAVE = "Vastleggen"
GO_ON, THROW_AWAY = "Verder gaan", "Weggooien"
CHOOSE, CHOOSE_COLLEAGUE, CHOOSE_DAY = "Kies", "Kies een collega", "Kies een dag"
OPEN_CALENDAR = "Kalender openen"
ONE_MORE = "Nog een"
MORE_FIELDS = "Meer gegevens"
SEARCH_EMPLOYER = "Zoek op naam, plaats of KvK-nummer"

# what is wrong
FILL_IN = "Vul dit in."
REQUIRED = {
    "naam": "Vul de naam in.",
    "soort": "Kies wat voor afspraak het is.",
    "inhoud": "Schrijf wat er is afgesproken.",
    "tot": "Vul in tot wanneer.",
    "van": "Vul in vanaf wanneer.",
    "naar_id": "Kies aan wie je de regie overdraagt.",
    "accountmanager_id": "Kies wie de regie krijgt.",
    "waarnemer_id": "Kies wie waarneemt.",
    "reden": "Schrijf kort waarom.",
    "datum": "Vul in wanneer het was.",
    "wanneer": "Vul in wanneer het was.",
    "regie_bij_id": "Kies wie de regie houdt.",
    "adres": "Vul een straat, een postcode of een plaats in.",
}
"""Per field of a command, where the field itself does not say it (`FieldSpec.missing`)."""
NUMBER_ONLY = "Gebruik alleen cijfers."
NOTHING_CHANGED = "Je hebt nog niets gewijzigd. Pas iets aan of sluit het formulier."


def draft_found(at: datetime, today: date) -> str:
    """Er staat nog een concept van gisteren 14:02."""
    return f"Er staat nog een concept van {dates.moment_words(at, today)}."


def changed_meanwhile(who: str, fields: str) -> str:
    """Who changed what while this form was open."""
    by = f"{who} wijzigde" if who else "Een collega wijzigde"
    return f"{by} intussen: {fields}. Kijk het na en leg daarna vast."


def now_is(value: str) -> str:
    return f"nu: {value}" if value else "nu leeg"


def remove(words: str) -> str:
    return f"{words} weghalen"


def nothing_like(typed: str) -> str:
    return f"Geen treffer voor ‘{typed}’."


def choose_from_list(typed: str) -> str:
    """What was typed in a field that takes only what is in the list."""
    return f"‘{typed}’ staat er niet bij. Kies uit de lijst."
