"""Dutch texts of the screen Vacatures and its forms. Je-form, B1, no exclamation marks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop import dutch
from desktop.views import dates
from desktop.views.subject.wording import Words

WORDS = Words(
    title="Vacatures",
    one="vacature",
    many="vacatures",
    search="Vacatures zoeken",
    hint="Zoek op vacature, werkgever of beroep",
    list_name="Lijst van vacatures",
    choose_title="Kies een vacature",
    choose_text="Hier zie je wat het werk is, wie zoekt en hoe ver het is.",
    empty_title="Nog geen vacatures",
    empty_text="Vraagt een werkgever mensen? Leg de vacature vast en draag haar over.",
    new="Nieuw",
    new_name="Nieuwe vacature",
)
EDIT_VACANCY = "Vacature wijzigen"

# filters
MINE, WITHOUT, CLOSING, OPEN_ONES = "Van mij", "Zonder bemiddelaar", "Sluit binnenkort", "Loopt nog"
YOURS = "Jouw vacatures"
SAID_WITHOUT, SAID_CLOSING, SAID_OPEN = (
    "zonder bemiddelaar",
    "die binnen 14 dagen sluiten",
    "waarvoor we nog zoeken",
)
STATE, ANY_STATE, SAID_STATE = "Stand", "Elke stand", "met stand {}"
KIND, ANY_KIND, SAID_KIND = "Soort werk", "Alle soorten", "voor {}"
CLASS, ANY_CLASS, SAID_CLASS = "Beroepsklasse", "Alle beroepsklassen", "in {}"
ORDERS = (
    ("nieuwste", "nieuwste eerst"),
    ("sluitingsdatum", "eerst sluitend bovenaan"),
    ("werkgever", "op werkgever"),
)

# the board
COLUMNS = (
    ("nieuw", "Nieuw"),
    ("overgedragen", "Overgedragen"),
    ("voordracht_loopt", "Voordracht loopt"),
    ("klaar", "Vervuld of gesloten"),
)

# rows
NOBODY_YET, WITH_YOU, RUNS = "nog geen bemiddelaar", "bij jou", "voordracht loopt"
ENDED = {"vervuld": "vervuld", "ingetrokken": "ingetrokken", "verlopen": "verlopen"}

# actions and tabs
HAND_OVER, EDIT, WITHDRAW, TAKE_BACK, GIVE_BACK, OPEN_EMPLOYER = (
    "Overdragen",
    "Wijzigen",
    "Intrekken",
    "Terugnemen",
    "Teruggeven",
    "Werkgever openen",
)
TITLE_SHORT = "In het kort"
TAB_WORK, TAB_FITS, TAB_HANDED, TAB_HISTORY = "Werk", "Wie past hier?", "Overgedragen aan", "Historie"

# who fits
WHO_FITS, NOBODY_FITS = "Wie past hier?", "Er is op deze laptop niemand die hier zou kunnen passen."
JUDGED = {
    "past": "Past",
    "let_op": "Past, met een aandachtspunt",
    "onbekend": "Nog niet alles is bekend",
    "past_niet": "Past op een punt niet",
}
REASONS = {"past": "Past", "let_op": "Let op", "onbekend": "Niet bekend", "past_niet": "Past niet"}
BEMIDDELAAR, ALREADY = "Bemiddelaar", "al voorgesteld"
PUT_FORWARD, SEE_PROFILE = "Voordragen", "Profiel bekijken"

# sections
THE_WORK, ASKS, OFFERS, PEOPLE, LOOKS, HISTORY = (
    "Wat het werk is",
    "Wat het vraagt",
    "Wat de werkgever biedt",
    "Contactpersonen",
    "Wie zoekt mensen",
    "Wat er wijzigde",
)
NOBODY_LOOKS = "Er zoekt nog niemand. Draag de vacature over aan een bemiddelaar."
NOBODY_YET_LOOKS = "Er zoekt nog niemand."
NO_HISTORY = "Er is nog niets gewijzigd."
NO_PEOPLE = "Er is geen contactpersoon gekozen."
NOT_GIVEN = "niet opgegeven"
BOTH_TERNARY = {0: "maakt niet uit", 1: "ja", 2: "nee"}

# names of facts and fields
NAME, DESCRIPTION, PLACES, CLOSES, BEROEP, CLASS_NAME, LEVEL, HOURS = (
    "Naam van de vacature",
    "Omschrijving",
    "Aantal plaatsen",
    "Sluit op",
    "Beroep",
    "Beroepsklasse",
    "Niveau",
    "Uren per week",
)
CONTRACT, STARTS, ENDS, SALARY, CONDITIONS, LICENCE, TRANSPORT, SPOKEN, WRITTEN = (
    "Contract",
    "Begint op",
    "Eindigt op",
    "Salaris",
    "Arbeidsvoorwaarden",
    "Rijbewijs",
    "Vervoer",
    "Nederlands spreken",
    "Nederlands schrijven",
)
OFFICE_HOURS, IRREGULAR, ADDRESS, FORMAL, NUMBER, BROUGHT_IN, NOTE = (
    "Kantoortijden",
    "Onregelmatige tijden",
    "Waar",
    "Formele werkgever",
    "Nummer",
    "Ingebracht door",
    "Toelichting voor collega’s",
)
EMPLOYER, REGIE, TAKEN, HANDED, ROUTE, STATUS = (
    "Werkgever",
    "Regie",
    "Vervuld",
    "Zoekt",
    "Matchingroute",
    "Stand",
)
PROVISIONAL = "nummer volgt"
HOURS_FROM, HOURS_TO = "Uren vanaf", "Uren tot"
POSTCODE, TOWN = "Postcode", "Plaats"
WHICH_EMPLOYER = "Werkgever"
REASON, TO_WHOM = "Reden", "Aan wie"
FORMAL_HINT = "Bij een uitzendcontract of detachering: wie neemt de mensen in dienst?"
CHOOSE_KIND, CHOOSE_LEVEL, CHOOSE_CLASS, CHOOSE_ROUTE, CHOOSE_PERSON, CHOOSE_BEMIDDELAAR = (
    "Kies een soort",
    "Kies een niveau",
    "Kies een klasse",
    "Kies een route",
    "Kies een contactpersoon",
    "Kies een bemiddelaar",
)
NOTE_HINT = "Schrijf niets over kandidaten. Alleen wie het dossier heeft, leest dit."
WITHDRAW_HINT = "Wie zoekt en de regiehouder krijgen bericht."
TAKE_BACK_HINT = "De bemiddelaar en wie de vacature inbracht lezen dit."
HAND_OVER_HINT = "Elke bemiddelaar krijgt bericht en ziet het dossier van de werkgever."

# what is wrong
NAME_MISSING = "Vul in hoe de vacature heet."
KIND_MISSING = "Kies wat voor werk het is."
EMPLOYER_MISSING = "Kies bij welke werkgever het is."
PEOPLE_MISSING = "Kies een of meer bemiddelaars."
REASON_MISSING = "Schrijf kort waarom."

# after saving
ADDED, CHANGED, HANDED_OVER, WITHDRAWN, TAKEN_BACK = (
    "Vacature vastgelegd",
    "Vacature gewijzigd",
    "Vacature overgedragen",
    "Vacature ingetrokken",
    "Vacature teruggenomen",
)


def places(count: int) -> str:
    return dutch.count(count, "plaats", "plaatsen")


def filled(taken: int, total: int) -> str:
    """1 van 2 vervuld"""
    return f"{dutch.number(taken)} van {dutch.number(total)} vervuld"


def running(count: int) -> str:
    return "1 voordracht loopt" if count == 1 else f"{dutch.number(count)} voordrachten lopen"


def with_whom(names: Sequence[str], me: str) -> str:
    """bij jou; bij Youssef Amrani; bij jou en 2 anderen"""
    others = [name for name in names if name != me]
    first = "jou" if me in names else others.pop(0)
    if not others:
        return f"bij {first}"
    rest = others[0] if len(others) == 1 else f"{len(others)} anderen"
    return f"bij {first} en {rest}"


def closes(day: date, today: date) -> str:
    if day < today:
        return f"gesloten {dates.short(day, today)}"
    return "sluit vandaag" if day == today else f"sluit {dates.short(day, today)}"


def hours(low: int | None, high: int | None) -> str:
    """24 tot 32 uur, vanaf 24 uur, tot 32 uur, 36 uur"""
    if low is None and high is None:
        return ""
    if low == high or high is None:
        return f"{low} uur" if high is not None else f"vanaf {low} uur"
    return f"tot {high} uur" if low is None else f"{low} tot {high} uur"


def handed_to(names: Sequence[str], me: str) -> str:
    """Youssef Amrani zoekt mensen. Jij en Daphne Kuiper zoeken mensen."""
    said = dutch.in_row([*(["jij"] if me in names else []), *(name for name in names if name != me)])
    verb = "zoekt" if len(names) == 1 else "zoeken"
    return f"{said[:1].upper()}{said[1:]} {verb} mensen."


def handed_since(day: date, by: str, today: date) -> str:
    """Overgedragen op 12 november door Karin Smit"""
    return f"Overgedragen {dates.on_day(day, today)} door {by}"


def given_back(day: date, today: date) -> str:
    return f"teruggegeven {dates.on_day(day, today)}"


def ended(status: str, day: date, reason: str | None, today: date) -> str:
    """Ingetrokken op 12 november. De functie is intern vervuld."""
    said = f"{ENDED.get(status, status).capitalize()} {dates.on_day(day, today)}."
    return f"{said} Reden: {reason}" if reason else said


def closing_soon(day: date, today: date) -> str:
    return f"De vacature {closes(day, today)}."


def take_back_from(name: str) -> str:
    return f"{TAKE_BACK} van {name}"


def hand_over_named(name: str) -> str:
    return f"{name} overdragen"


def away(km: int) -> str:
    return f"{km}{dutch.NO_BREAK}km"


def profile(beroepen: str) -> str:
    """The profile of a colleague's candidate has no name."""
    return f"Profiel: {beroepen}" if beroepen else "Profiel zonder beroep"


def put_forward(name: str) -> str:
    return f"{name} voordragen"


def see_profile(name: str) -> str:
    return f"{name} bekijken"
