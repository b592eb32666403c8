"""Dutch texts of Kandidaten per bemiddelaar. Je-form, B1, no exclamation marks."""

from __future__ import annotations

from datetime import date

from desktop.views import dates
from desktop.views.subject.wording import Words

WORDS = Words(
    title="Kandidaten per bemiddelaar",
    one="kandidaat",
    many="kandidaten",
    search="Kandidaten zoeken",
    hint="Zoek op nummer of bemiddelaar",
    list_name="Kandidaten per bemiddelaar",
    choose_title="Kies een kandidaat",
    choose_text="Je ziet het nummer en bij wie het is. Wie het is, weet alleen de bemiddelaar.",
    empty_title="Nog geen kandidaten",
    empty_text="Hier staan de kandidaten van alle bemiddelaars, met hun nummer.",
)
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
