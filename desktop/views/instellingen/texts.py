"""Texts of Instellingen and of the sheet of keys. Je-form, B1, no exclamation marks."""

from __future__ import annotations

from desktop import dutch

TITLE = "Instellingen"
SUBTITLE = "Wat je hier kiest, geldt meteen en alleen op deze laptop."

# look
LOOK = "Weergave"
THEME = "Thema"
THEMES = (
    ("systeem", "Zoals het systeem"),
    ("licht", "Licht"),
    ("donker", "Donker"),
    ("hoogcontrast", "Hoog contrast"),
)
TEXT_SIZE = "Tekstgrootte"
LESS_MOTION = "Minder beweging"
LESS_MOTION_HINT = "Vensters verschijnen dan in één keer."
MENU_BAR = "Menubalk altijd tonen"


def text_size_hint(larger: str, smaller: str) -> str:
    return f"Overal ook met {larger} en {smaller}." if larger and smaller else ""


def menu_bar_hint(key: str) -> str:
    return f"Anders komt de menubalk met Alt of {key}." if key else "Anders komt de menubalk met Alt."


def percent(factor: float) -> str:
    return f"{round(factor * 100)}{dutch.NO_BREAK}%"


# lock
LOCK = "Slot"
LOCK_AFTER = "Op slot na"
LOCK_AFTER_HINT = "Zolang je niets doet met toetsen of muis."
NEVER = "Nooit"
NO_CODE = "Zonder code gaat het venster niet op slot."
CODE_SET = "Er is een code ingesteld."
CODE_NOT_SET = "Er is nog geen code."
CHOOSE_CODE = "Code instellen"
CHANGE_CODE = "Code wijzigen"
LOCK_NOW = "Nu op slot zetten"


def minutes(count: int) -> str:
    return dutch.count(count, "minuut", "minuten") if count else NEVER


# today
TODAY = "Vandaag"
SILENT_DAYS = "Werkgevers zonder contact tonen na"
SILENT_HINT = "Zo lang mag het stil zijn bij een werkgever van jou."


def days(count: int) -> str:
    return dutch.count(count, "dag", "dagen")


# keys
KEYS = "Sneltoetsen"
CHANGE_KEYS = "Sneltoetsen bekijken en wijzigen"
SEARCH_KEYS = "Zoek een opdracht of toets"
KEYS_LIST = "Lijst van sneltoetsen"
NOTHING_FITS = "Geen sneltoets past hierbij."
CHANGE_KEY = "Toets wijzigen"
ALL_AS_BEFORE = "Alles terugzetten"
AS_BEFORE = "Terugzetten"
NO_KEY = "Geen toets"
CLOSE = "Sluiten"
CANCEL = "Annuleren"
KEEP_KEY = "Toets bewaren"
NEW_KEY = "Nieuwe toets"
PRESS = "Druk de toetsen die je wilt gebruiken."
OWN_KEY = "eigen toets"
OR = "of"
NONE_SET = "geen toets"
KEY_KEPT = "Sneltoets gewijzigd"
KEYS_RESET = "Alle sneltoetsen zijn teruggezet"
IN_LISTS = "In een lijst"
LIST_KEYS = (
    ("↑ ↓", "Vorige of volgende regel"),
    ("Enter", "Openen"),
    ("Spatie", "Kiezen, of een actie afronden"),
    ("Home", "Eerste regel"),
    ("End", "Laatste regel"),
)
NEEDS_MODIFIER = "Neem een toets met Ctrl of Alt erbij, of een van F1 tot F12."
ALT_GR = "Ctrl Alt is op veel toetsenborden AltGr. Neem andere toetsen."


def own_keys(count: int) -> str:
    if not count:
        return "Je gebruikt de sneltoetsen van het programma."
    return f"Je hebt {dutch.count(count, 'eigen sneltoets', 'eigen sneltoetsen')}."


def key_for(label: str) -> str:
    return f"Toets voor {label}"


def key_is(label: str, keys: str) -> str:
    return f"{label}: nu {keys}." if keys else f"{label}: nu geen toets."


def taken_by(keys: str, label: str) -> str:
    return f"{keys} hoort bij {label}. Bewaar je dit, dan heeft {label} die toets niet meer."


def reserved(keys: str, what: str) -> str:
    return f"{keys} is om te {what}. Neem andere toetsen."


def back_to(keys: str) -> str:
    return f"Terugzetten op {keys}" if keys else AS_BEFORE


# laptop and program
THIS_LAPTOP = "Deze laptop"
ON_THIS_LAPTOP = "Op deze laptop"
LOG_FOLDER = "Logmap openen"
LAPTOP_TEXT = "Wat hier staat, hoe vers het is, en de logboeken van het programma."
ABOUT = "Over Werkregie"
LICENCE = "Vrije software onder de EUPL-1.2."
LICENCES = "Licenties bekijken"
LICENCES_TITLE = "Licenties"
LICENCES_TEXT = "Werkregie gebruikt deze onderdelen van anderen."


def version(number: str) -> str:
    return f"Versie {number}"
