"""Texts of the window itself: rail, menus, commands and their groups. Je-form, B1, no exclamation marks."""

from __future__ import annotations

from pathlib import Path

from desktop import dutch

# groups of commands: the menus, in this order
FILE, EDIT, VIEW, GO, EMPLOYER, HELP = "Bestand", "Bewerken", "Beeld", "Ga naar", "Werkgever", "Help"
MENU, MENU_BAR = "Menu", "Menubalk"

# pages
CANDIDATES, PROFILES, BY_NUMBER = "Kandidaten", "Profielen", "Kandidaten per bemiddelaar"
TODAY, VACANCIES, PLACEMENTS = "Vandaag", "Vacatures", "Plaatsingen"
REPORTS, SETTINGS = "Rapporten", "Instellingen"

# commands
PALETTE = "Zoek of doe"
PALETTE_NAME = "Zoek of doe iets"
UNDO = "Ongedaan maken"
MAKE_ACTION = "Actie maken"
NEW_VACANCY = "Nieuwe vacature"
NEW_CANDIDATE = "Nieuwe kandidaat"
NEW_PLACEMENT = "Nieuwe plaatsing"
WERKFIT = "Werkfit: schaal en vragen"
PARTNERS, NEW_PARTNER = "Partners", "Nieuwe partner"
FINISH_TALK, TALK_WHICH = "Nazorg afronden", "Welke nazorg rond je af?"
CONFIRM_MILESTONE, CONFIRM_WHERE = "Mijlpaal bevestigen", "Van welke plaatsing bevestig je een mijlpaal?"
PUT_FORWARD, PUT_FORWARD_WHOM = "Voordracht doen", "Wie draag je voor?"
NEW_QUESTION, QUESTION_WHERE = "Werkgeversvraag vastleggen", "Van welke werkgever is de vraag?"
SEARCH_PROFILES = "Profielen van kandidaten zoeken"
REPORT_SIGNAL, SIGNAL_WHERE = "Signaal doorgeven", "Over welke werkgever gaat het signaal?"
INSTRUMENTS, SCHEDULE = "Instrumentengids", "Nazorgschema"
POSTPONE = "Actie verzetten"
QUIT = "Afsluiten"
LOCK = "Op slot zetten"
SHORTCUTS = "Sneltoetsen"
LOG_FOLDER = "Logmap openen"
THIS_LAPTOP = "Op deze laptop"
SEE_WAITING, SEE_LOG = "Wachtlijst bekijken", "Logboek bekijken"
LOOK = "Bekijken"
SHOW_MENU_BAR = "Menubalk tonen"
ASK_REGIE = "Regie vragen"
STOP = "Stoppen"

# rail
SAVED_LISTS = "Bewaarde lijsten"
PERSON_MENU = "Jouw menu"


def undo_named(words: str) -> str:
    """In the menu: what would be taken back."""
    return f"{UNDO}: {words}" if words else UNDO


def go_to(page: str) -> str:
    return f"Naar {page}"


def waiting_there(page: str, count: int) -> str:
    return f"{page}, {dutch.number(count)}" if count else page


PRINT_WHICH = "Van welke werkgever wil je het overzicht?"
VISIT_WHERE = "Bij welke werkgever was je?"
ACTION_WHERE = "Bij welke werkgever hoort de actie?"
POSTPONE_WHAT = "Kies eerst een actie of toezegging. Verzet die dan naar een andere dag."
PRACTICE = "Oefenomgeving openen"
IN_PRACTICE = "Je bent al in de oefenomgeving."
CALL_WHOM = "Welke werkgever wil je bellen?"


def person_menu(name: str, role: str) -> str:
    """For a screen reader: whose menu it opens."""
    return f"{name}, {role}. {PERSON_MENU}"


def folder_is(folder: Path) -> str:
    """When the platform opens no folders."""
    return f"De logmap is {folder}."


SHOW_WAITING = "Wachtlijst bekijken"


def waits_long(days: int) -> str:
    """After so many days waiting is no longer as usual."""
    return f"Werk van {days} dagen geleden is nog niet verzonden. Maak verbinding met het werkcentrum."


def lease_ends(days: int) -> str:
    """Text 25: what to do, and what happens otherwise."""
    when = "vandaag nog" if days < 1 else f"binnen {dutch.count(days, 'dag', 'dagen')}"
    return f"Maak {when} verbinding met het werkcentrum, anders gaat deze laptop op slot."
