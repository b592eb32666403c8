"""Dutch texts of the schedule of nazorg and its form. Je-form, B1, no exclamation marks."""

from __future__ import annotations

from desktop import dutch
from desktop.views.subject.wording import Words

WORDS = Words(
    title="Nazorgschema",
    one="regel",
    many="regels",
    search="In het schema zoeken",
    hint="Zoek op naam",
    list_name="Regels van het schema",
    choose_title="Kies een regel",
    choose_text="Hier zie je wanneer dit gesprek wordt voorgesteld, en bij welke plaatsingen.",
    empty_title="Het schema is leeg",
    empty_text="Zonder regels stelt Werkregie na een plaatsing geen gesprekken voor.",
    new="Nieuw",
    new_name="Nieuwe regel",
)
EDIT_LINE = "Regel wijzigen"
EDIT = "Wijzigen"
SETTLED = "Regel vastgelegd"
ORDERS = (("schema", "in de volgorde van het schema"), ("naam", "op naam"))
IN_USE, SAID_IN_USE = "In gebruik", "die in gebruik zijn"
TRACK, ANY_TRACK, SAID_TRACK = "Met wie", "Met iedereen", "met {}"
NOT_IN_USE = "niet in gebruik"
COUNTS = "Werkregie stelt dit gesprek voor bij een nieuwe planning."
COUNTS_NOT = "Deze regel is niet in gebruik. Wat al gepland is, blijft staan."
EARLIER_STAYS = "Wat al gepland is, blijft staan."
TRACKS = (("werknemer", "de werknemer"), ("werkgever", "de werkgever"), ("relatie", "de relatie"))
DOERS = {
    "werknemer": "de bemiddelaar",
    "werkgever": "de bemiddelaar",
    "relatie": "wie de regie heeft",
}

# facts and fields
TAB, LINE, ONLY, NAME, WHEN, WHO, AGAIN, SOURCE, ACTIVE, ANCHOR, NUMBER, UNIT, SIDE, AFTER = (
    "Regel",
    "Wanneer",
    "Alleen bij",
    "Waarover het gesprek gaat",
    "Moment",
    "Wie doet het",
    "Komt terug",
    "Bron",
    "Deze regel is in gebruik",
    "Gerekend vanaf",
    "Hoeveel",
    "Eenheid",
    "Ervoor of erna",
    "Na welk gesprek",
)
KINDS_ONLY, CONTRACTS_ONLY, INSTRUMENTS_ONLY, FORFAIT_ONLY, LONGER_ONLY = (
    "Soort werk",
    "Contract",
    "Instrument",
    "Forfait",
    "Duur",
)
YES, NO = "ja", "nee"
ALWAYS = "Dit gesprek wordt bij elke plaatsing voorgesteld."
NAME_MISSING = "Schrijf waarover het gesprek gaat."
NUMBER_MISSING = "Schrijf een getal. 0 is op de dag zelf."
AFTER_MISSING = "Kies na welk gesprek dit komt."
CHOOSE_AFTER = "Kies een gesprek"
SIDES = (("na", "Erna"), ("voor", "Ervoor"))
UNITS = (("dag", "Dagen"), ("werkdag", "Werkdagen"), ("week", "Weken"), ("maand", "Maanden"))
ANCHORS = (
    ("start", "De start van de plaatsing"),
    ("verwachte_einde", "Het verwachte einde"),
    ("proefplaatsing_helft", "De helft van de proefplaatsing"),
    ("proefplaatsing_einde", "Het einde van de proefplaatsing"),
    ("instrument_start", "De start van een instrument"),
    ("instrument_einde", "Het einde van een instrument"),
    ("na_regel", "Een eerder gesprek"),
)
_NUMBERED = {
    "dag": ("dag", "dagen"),
    "werkdag": ("werkdag", "werkdagen"),
    "week": ("week", "weken"),
    "maand": ("maand", "maanden"),
}


def moment(shift: int, unit: str, anchor: str, after: str = "") -> str:
    """1 week na de start van de plaatsing; 3 maanden na ‘Hoe was de eerste week?’"""
    day = f"‘{after}’" if after else dict(ANCHORS).get(anchor, anchor.replace("_", " "))
    day = day if after else dutch.midway(day)
    if not shift:
        return f"op de dag van {day}"
    one, many = _NUMBERED.get(unit, (unit, unit))
    count = abs(shift)
    return f"{count} {one if count == 1 else many} {'na' if shift > 0 else 'voor'} {day}"


def again(months: int | None) -> str:
    if not months:
        return ""
    return "elke maand" if months == 1 else f"elke {months} maanden"


def longer(months: int | None) -> str:
    return f"langer dan {months} maanden" if months else ""
