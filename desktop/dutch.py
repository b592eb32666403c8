"""How dates, times, numbers and lists read in Dutch, the same on screen, on paper and in messages.

Not locale: its month names depend on what the machine has installed. Number and month stay together with a
no-break space. Pure functions over values; touches nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

NO_BREAK = "\N{NO-BREAK SPACE}"
BRIEF = 60
_TURNING = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\u202a-\u202e\u2066-\u2069]")
_ZONE = ZoneInfo("Europe/Amsterdam")
_MONTHS = [
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
]
_SHORT_MONTHS = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
_WEEKDAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
# Dutch area codes have three or four digits and nothing in the number tells which: these have three.
_SHORT_AREA_CODES = frozenset(
    [
        "010",
        "013",
        "015",
        "020",
        "023",
        "024",
        "026",
        "030",
        "033",
        "035",
        "036",
        "038",
        "040",
        "043",
        "045",
        "046",
        "050",
        "053",
        "055",
        "058",
        "070",
        "071",
        "072",
        "073",
        "074",
        "075",
        "076",
        "077",
        "078",
        "079",
        "084",
        "085",
        "087",
        "088",
        "091",
    ]
)


def local(moment: datetime) -> datetime:
    """The clock on the wall in the Netherlands at this UTC moment."""
    return moment.astimezone(_ZONE)


def long_date(day: date, *, near: date | None = None) -> str:
    """12 maart 2026; without the year when `near` lies in the same year."""
    text = f"{day.day}{NO_BREAK}{_MONTHS[day.month - 1]}"
    return text if near is not None and near.year == day.year else f"{text} {day.year}"


def short_date(day: date) -> str:
    """17 nov 2026, without any ordinary space: it never breaks in a column."""
    return f"{day.day}{NO_BREAK}{_SHORT_MONTHS[day.month - 1]}{NO_BREAK}{day.year}"


def weekday_date(day: date, *, near: date | None = None) -> str:
    """vrijdag 20 november, with the year when `near` lies in another one."""
    return f"{_WEEKDAYS[day.weekday()]} {long_date(day, near=near)}"


def clock_time(moment: datetime) -> str:
    """10:44 in Dutch local time."""
    return f"{local(moment):%H:%M}"


def long_moment(moment: datetime) -> str:
    """17 november 2026, 10:44 in Dutch local time."""
    return f"{long_date(local(moment).date())}, {clock_time(moment)}"


def number(value: int) -> str:
    """1.284 with a point between the thousands."""
    return f"{value:,}".replace(",", ".")


def count(value: int, one: str, many: str) -> str:
    """1 wijziging, 2 wijzigingen: number and word stay together."""
    return f"{number(value)}{NO_BREAK}{one if value == 1 else many}"


def midway(words: str) -> str:
    """With a small letter, for within a sentence; an abbreviation (KvK, BIA) keeps its capitals."""
    first = words.split(maxsplit=1)[:1]
    if first and first[0][1:] != first[0][1:].lower():
        return words
    return words[:1].lower() + words[1:]


def in_row(words: Sequence[str]) -> str:
    """Anouk, Herman en Sevda."""
    return " en ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def brief(typed: str) -> str:
    """What somebody typed, for within a sentence: on one line, its beginning where it is long, and without
    signs that nobody sees and that could turn the rest of the sentence around.
    """
    text = _TURNING.sub("", " ".join(typed.split()))
    return text if len(text) <= BRIEF else f"{text[: BRIEF - 1].rstrip()}…"


def quoted(typed: str) -> str:
    """‘overmorge’: what somebody typed, between quotes."""
    return f"‘{brief(typed)}’"


def name(full: str) -> str:
    """A person's name that stays on one line; a very long one may break."""
    return full.replace(" ", NO_BREAK) if len(full) <= 26 else full


def vestigingsnummer(nummer: str) -> str:
    """0000 1234 5678 for reading; a number of another length stays as it is."""
    return NO_BREAK.join((nummer[:4], nummer[4:8], nummer[8:])) if len(nummer) == 12 else nummer


def kvk(nummer: str) -> str:
    """6959 9084 for reading; a number of another length stays as it is."""
    return f"{nummer[:4]}{NO_BREAK}{nummer[4:]}" if len(nummer) == 8 else nummer


def phone(kept: str) -> str:
    """035 - 000 01 23 from the kept 0350000123 or +31350000123; other numbers stay as they are."""
    national = "0" + kept[3:] if kept.startswith("+31") else kept
    if len(national) != 10 or not national.isdigit() or national[0] != "0":
        return kept
    area = _area_code(national)
    rest = national[len(area) :]
    groups = (rest[:3], rest[3:6], rest[6:]) if len(rest) == 8 else (rest[:-4], rest[-4:-2], rest[-2:])
    return NO_BREAK.join((area, "-", *groups))


def _area_code(national: str) -> str:
    if national.startswith("06"):
        return "06"
    return national[:3] if national[:3] in _SHORT_AREA_CODES else national[:4]
