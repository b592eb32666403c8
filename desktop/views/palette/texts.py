"""Texts of the palette. Je-form, B1, no exclamation marks."""

from __future__ import annotations

from desktop import dutch

NAME = "Zoek of doe iets"
HINT = "Zoek iets, iemand, of typ wat je wilt doen"
HINT_PICK = "Zoek op naam, plaats of KvK-nummer"
LIST = "Gevonden"
IN_ALL = "in alles"
IN_COMMANDS = "alleen opdrachten"
IN_EMPLOYERS = "alleen werkgevers"
HINT_LIST = "Typ een deel van de naam"

RECENT = "Laatst geopend"
EMPLOYERS = "Werkgevers"
DO = "Doen"
PEOPLE = "Mensen"
CANDIDATES = "Kandidaten"
VACANCIES = "Vacatures"
PLACEMENTS = "Plaatsingen"
GUIDE = "Instrumentengids"
TO_CHOOSE = "Kies er een"
GO = "Ga naar"
LISTS = "Bewaarde lijsten"
NOT_THERE = "Staat het er niet bij?"
CHECK_DOUBLES = "eerst controleren op dubbelen"
KEPT_LIST = "bewaarde lijst"

NOTHING = "Niets gevonden"
NOTHING_TEXT = "Typ een ander woord, of een deel van de naam."
NO_RECENT = "Typ een paar letters van de naam."
NONE_TO_CHOOSE = "Er is er nu geen."

# foot: keys with what they do
CHOOSE, OPEN, VISIT, CALL, ONLY_COMMANDS, CLOSE, TAKE = (
    "kiezen",
    "openen",
    "bezoek",
    "bellen",
    "opdrachten",
    "sluiten",
    "deze nemen",
)


def new_employer(name: str) -> str:
    return f"Nieuwe werkgever {dutch.quoted(name)}…"


def visit_at(employer: str) -> str:
    return f"Bezoek vastleggen bij {employer}"


def call_with(employer: str) -> str:
    return f"Bellen met {employer}"


def print_of(employer: str) -> str:
    return f"Overzicht afdrukken van {employer}"


def chosen(title: str) -> str:
    """The heading of what can be done with the row that is chosen on the page."""
    return f"Gekozen: {title}"


def found(count: int) -> str:
    """Read out after typing."""
    return f"{dutch.number(count)} gevonden" if count else f"{NOTHING}. {NOTHING_TEXT}"


def spoken(title: str, detail: str, group: str, keys: str) -> str:
    """A row as it is read out: what it is, where it belongs, and its keys."""
    parts = [title, detail, group.lower()]
    parts += [f"sneltoets {keys}"] if keys else []
    return ", ".join(part for part in parts if part)
