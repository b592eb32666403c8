"""Texts of the list of werkgevers: sentence of the filters, kept lists, choosing, columns. Je-form, B1."""

from __future__ import annotations

from datetime import date

from desktop import dutch

# the sentence above the rows
YOURS, EVERYBODYS = "Jouw werkgevers", "Werkgevers"
NOBODYS, STANDING_IN, WITH_ACTIONS = "zonder regie", "die jij waarneemt", "met open acties"
SORTS = {
    "naam": "op naam",
    "laatste_contact": "op laatste contact",
    "langst_geleden": "langst geleden eerst",
    "plaats": "op plaats",
}
SORT_MENU = {
    "naam": "Naam",
    "laatste_contact": "Laatste contact, nieuwste eerst",
    "langst_geleden": "Laatste contact, langst geleden eerst",
    "plaats": "Plaats",
}
COUNTING = "wordt geteld"


def held_by(name: str) -> str:
    return f"van {name}"


def in_place(name: str) -> str:
    return f"in {name}"


def in_segment(label: str) -> str:
    return f"met segment {label.lower()}"


def no_contact_since(day: date, today: date) -> str:
    return f"zonder contact sinds {dutch.long_date(day, near=today)}"


def matching(text: str) -> str:
    return f"die passen bij {dutch.quoted(text)}"


def more_than(count: int) -> str:
    return f"meer dan {dutch.count(count, 'werkgever', 'werkgevers')}"


def at_least(count: int) -> str:
    return f"minstens {dutch.count(count, 'werkgever', 'werkgevers')}"


# chips and the card behind Filters
FILTERS_NAME = "Meer filters"
COLLEAGUE = "Regie van"
ANY_COLLEAGUE = "Alle collega’s"
SEGMENT = "Segment"
ANY_SEGMENT = "Alle segmenten"
DAYS = "Dagen zonder contact"
DAYS_EXAMPLE = "bijvoorbeeld 60"
DAYS_HINT = "Leeg: maakt niet uit."
ONLY_ACTIONS = "Met open acties"
ONLY_STANDING_IN = "Waar ik waarneem"


# kept lists
KEEP = "Deze lijst bewaren"
KEEP_NAME = "Naam van de lijst"
KEEP_BUTTON = "Lijst bewaren"
RENAME = "Naam wijzigen"
REMOVE = "Lijst verwijderen"
UPDATE = "Lijst bijwerken"
AS_NEW = "Als nieuwe lijst bewaren"
STOP = "Niet bewaren"
LIST_MENU = "Wat je met deze lijst kunt doen"
NAME_FIRST = "Geef de lijst een naam."
NAME_TAKEN = "Je hebt al een lijst met deze naam."
LONGEST_NAME = 40


def kept(name: str) -> str:
    return f"Lijst {dutch.quoted(name)} bewaard"


def updated(name: str) -> str:
    return f"Lijst {dutch.quoted(name)} bijgewerkt"


def renamed(name: str) -> str:
    return f"Lijst heet nu {dutch.quoted(name)}"


def removed(name: str) -> str:
    return f"Lijst {dutch.quoted(name)} verwijderd"


def changed_from(name: str) -> str:
    return f"Gewijzigd ten opzichte van {dutch.quoted(name)}"


# refreshing
REFRESH = "lijst verversen"


def offer(new: int, gone: int) -> str:
    """3 nieuwe, lijst verversen"""
    said = [f"{dutch.number(new)} nieuwe"] if new else []
    said += [f"{dutch.number(gone)} vervallen"] if gone else []
    return f"{dutch.in_row(said) if said else 'Andere volgorde'}, {REFRESH}"


# choosing several
MAKE_ACTION = "Actie maken"
PRINT = "Overzicht afdrukken"
EXPORT = "Exporteren"
LET_GO = "Kiezen opheffen"
CHOSEN_TEXT = "Maak voor allemaal een actie, druk hun overzicht af of exporteer ze."
TOO_MANY = "Dit zijn er te veel om te kopiëren. Kies Exporteren."
TABLE_FILES = "Excel (*.xlsx);;CSV (*.csv)"
EXPORTING = "De werkgevers worden geëxporteerd"
OPEN_FILE = "Bestand openen"
COPY_HEAD = ("Naam", "KvK-nummer")


def chosen(count: int) -> str:
    return f"{dutch.number(count)} gekozen"


def employers_chosen(count: int) -> str:
    return f"{dutch.count(count, 'werkgever', 'werkgevers')} gekozen"


def too_many_actions(most: int) -> str:
    return f"Een actie maken kan voor hoogstens {dutch.number(most)} werkgevers tegelijk. Kies er minder."


def copied(count: int) -> str:
    return f"{dutch.count(count, 'werkgever', 'werkgevers')} gekopieerd"


def exported(count: int) -> str:
    return f"{dutch.count(count, 'werkgever', 'werkgevers')} geëxporteerd"


def export_file(today: date) -> str:
    return f"werkgevers-{today.isoformat()}.xlsx"


# rows and columns
AS_COLUMNS, AS_ROWS = "Als kolommen tonen", "Als regels tonen"
CHOOSE_COLUMNS = "Kolommen kiezen"
COLUMNS_NAME = "Werkgevers in kolommen"
HEADER_NAME = "Kolommen"
HEADER_HELP = "Pijltjes: andere kolom. Enter: sorteren. Alt met pijltjes: breedte."
GONE = "staat niet meer in deze lijst"
COLUMNS = {
    "naam": "Naam",
    "plaats": "Plaats",
    "gemeente": "Gemeente",
    "regie": "Regie",
    "laatste_contact": "Laatste contact",
    "open_acties": "Open acties",
    "segment": "Segment",
    "kvk_nummer": "KvK-nummer",
}
SORTED_UP, SORTED_DOWN = "oplopend gesorteerd", "aflopend gesorteerd"


def stands_in(who: str, first_name: str) -> str:
    """Fatima El Idrissi voor Joost"""
    return f"{who} voor {first_name}"


def stands_in_for_you(who: str) -> str:
    return f"jouw regie, {who} neemt waar"


def you_stand_in(first_name: str) -> str:
    return f"jij neemt waar voor {first_name}"
