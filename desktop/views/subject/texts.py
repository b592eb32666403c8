"""Dutch texts that every list and detail of a subject has. Je-form, B1, no exclamation marks."""

from __future__ import annotations

from desktop import dutch

FILTERS, FILTERS_NAME = "Filters", "Meer filters"
CLEAR_FILTERS, CLEAR_SEARCH = "Filters wissen", "Zoekwoord wissen"
NOTHING_FOUND = "Niets gevonden"
SORT_BY = "Volgorde"
TAKE_AWAY = "weghalen"
CHANGED = "gewijzigd"
SHORT = "In het kort"
TABS = "Onderdelen"
AS_BOARD, AS_LIST = "Als bord tonen", "Als lijst tonen"
GONE = "staat niet meer in deze lijst"
WAITS = "nog niet verzonden"


def at_least(counted: str) -> str:
    return f"minstens {counted}"


def more_of_them(count: int) -> str:
    return f"Toon er nog {dutch.number(count)}"


def matching(text: str) -> str:
    return f"die passen bij {dutch.quoted(text)}"


def nothing_for(typed: str, filtered: bool) -> str:
    """What was searched, and where the filters may be in the way."""
    sought = f"Er is niets dat past bij {dutch.quoted(typed)}." if typed else ""
    filters = "Met deze filters is de lijst leeg." if filtered else ""
    return " ".join(part for part in (sought, filters) if part)


def filters_chosen(count: int) -> str:
    return f"{FILTERS}: {count}" if count else FILTERS


def column_named(words: str, count: int) -> str:
    return f"{words}, {dutch.number(count)}"


def spoken_position(here: int, total: int) -> str:
    return f"{dutch.number(here)} van {dutch.number(total)}"
