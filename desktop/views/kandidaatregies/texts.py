"""Dutch texts of Kandidaten per bemiddelaar. Je-form, B1, no exclamation marks."""

from __future__ import annotations

from datetime import date

from desktop.views import dates

TITLE, ONE, MANY = "Kandidaten per bemiddelaar", "kandidaat", "kandidaten"
SEARCH, SEARCH_HINT = "Kandidaten zoeken", "Zoek op nummer of bemiddelaar"
LIST_NAME = "Kandidaten per bemiddelaar"
CHOOSE_TITLE = "Kies een kandidaat"
CHOOSE_TEXT = "Je ziet het nummer en bij wie het is. Wie het is, weet alleen de bemiddelaar."
EMPTY_TITLE = "Nog geen kandidaten"
EMPTY_TEXT = "Hier staan de kandidaten van alle bemiddelaars, met hun nummer."
ORDERS = (("bij_wie", "per bemiddelaar"),)
LOOKING, SAID_LOOKING = "Loopt nog", "die nog lopen"
HOLDER, SAID_HOLDER, ANY_HOLDER = "Bemiddelaar", "van {}", "Alle bemiddelaars"
ASSIGN, STAND_IN, NUMBER, SINCE, OFFERED, STANDS_IN = (
    "Toewijzen",
    "Waarneming instellen",
    "Nummer",
    "Regie sinds",
    "Aangeboden aan",
    "Neemt waar",
)
TAB, ABOUT = "Gegevens", "Bij wie het is"
CLOSED, GONE = "afgesloten", "werkt hier niet meer"
CLOSED_SAID = "Deze kandidaat is afgesloten."
GONE_SAID = "De bemiddelaar werkt hier niet meer. Wijs de kandidaat toe aan een collega."
ASSIGNED, STAND_IN_SET = "Kandidaat toegewezen", "Waarneming ingesteld"
ASSIGN_HINT = "Beide collega’s krijgen bericht. Alles van de kandidaat gaat mee."
TO_WHOM = "Aan wie"


def holds(name: str) -> str:
    return f"{name} heeft de regie."


def since(day: date, today: date) -> str:
    return f"sinds {dates.spoken(day, today)}"


def stands_in(name: str) -> str:
    return f"{name} neemt waar"


def offered(name: str) -> str:
    return f"aangeboden aan {name}"


def everyone_of(name: str) -> str:
    return f"Alles van {name}"
