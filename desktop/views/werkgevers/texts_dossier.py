"""Dutch texts of the dossier: timeline, its chips and menus, tabs. Je-form, B1, no exclamation marks."""

from __future__ import annotations

from datetime import date

from desktop import dutch
from desktop.views import dates

# chips of the timeline
ALL, CONTACT, ACTIONS, AGREEMENTS, REGIE, CHANGES = (
    "Alles",
    "Contact",
    "Acties",
    "Afspraken",
    "Regie",
    "Wijzigingen",
)
CHIPS_NAME = "Wat de tijdlijn toont"
NOTHING_OF_KIND = "Hier is nog niets van."
SHOW_ALL = "Alles tonen"
PINNED_GROUP = "Vastgezet"
PINNED_ABOVE = "Deze notitie staat vast bovenaan."
NEW_MARK = "nieuw"
VIEW_HINT = "Met Enter of Shift F10 zie je wat je met een regel kunt doen."

# titles of entries
ACTION_TITLES = {
    "actie": "Actie",
    "toezegging": "Toezegging",
    "contactverzoek": "Vraag om contact",
    "bezoek": "Bezoek gepland",
}
ACTION_DONE, ACTION_DROPPED, ASKED_ANSWERED = "Actie afgerond", "Actie vervallen", "Vraag beantwoord"
PROMISE_DONE, VISIT_DONE = "Toezegging nagekomen", "Gepland bezoek afgerond"
AGREEMENT, AGREEMENT_ENDED = "Afspraak", "Afspraak beëindigd"
DONE, DROPPED = ", afgerond", ", vervallen"
IMPORT, MERGED = "Import", "Samengevoegd"
TRANSFER_TITLES = {
    "voorgesteld": "Overdracht voorgesteld",
    "aanvaard": "Overdracht aanvaard",
    "kennisgemaakt": "Overdracht: kennisgemaakt",
    "afgerond": "Overdracht afgerond",
    "geweigerd": "Overdracht geweigerd",
    "ingetrokken": "Overdracht ingetrokken",
}
REGIE_TAKEN, REGIE_PASSED = "Regie genomen", "Regie overgegaan"
MERGED_REASON = "Bij het samenvoegen van twee werkgevers."

# menu of an entry
ENTRY_MENU = "Wat je hiermee kunt doen"
READ_ALL, READ_LESS = "Hele notitie tonen", "Minder tonen"
CORRECT, PIN, UNPIN = "Contact corrigeren", "Notitie vastzetten", "Notitie losmaken"
MAKE_ACTION, FINISH, TAKE_BACK = "Actie maken", "Afronden", "Ongedaan maken"
END_AGREEMENT, SHOW_FIELDS, COPY_NOTE = "Afspraak beëindigen", "Gegevens tonen", "Notitie kopiëren"

# after something was done
PINNED, UNPINNED = "Notitie vastgezet", "Notitie losgemaakt"
NOTE_COPIED = "Notitie gekopieerd"
TAKEN_BACK = "Ongedaan gemaakt"


def with_whom(names: str) -> str:
    return f" met {names}"


def reason(why: str) -> str:
    return f"Reden: {dutch.midway(why)}{'' if why.endswith('.') else '.'}"


def about(subject: str) -> str:
    return f", over {dutch.midway(subject)}"


def from_to(old: str, new: str) -> str:
    return f"van {old} aan {new}"


def given_by(name: str, to: str) -> str:
    return f"{name} aan {to}"


def fields_imported(count: int, file: str | None) -> str:
    source = f" uit {file}" if file else ""
    if not count:
        return f"Deze werkgever kwam binnen met een import{source}."
    return f"{dutch.count(count, 'veld', 'velden')} ingevuld of gewijzigd{source}."


def went_on_here(name: str) -> str:
    return f"{name} ging hierin op"


def runs_until(day: date) -> str:
    return f"Loopt tot {dutch.long_date(day)}."


def runs_from(day: date) -> str:
    return f"Gaat in op {dutch.long_date(day)}."


def ended_on(day: date) -> str:
    return f"Beëindigd op {dutch.long_date(day)}."


def step(words: str, day: date, today: date) -> str:
    """Kennisgemaakt op 3 december."""
    return f"{words} {dates.on_day(day, today)}."


def new_above(count: int) -> str:
    return "1 nieuwe regel bovenaan" if count == 1 else f"{dutch.number(count)} nieuwe regels bovenaan"
