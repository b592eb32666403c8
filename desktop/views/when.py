"""Reads what a person types for a day, with or without a time: 'vandaag', 'gisteren 14:00', 'vr', '17-11',
'17 november 09:10', 'dinsdag 17 november 2026, 09:10'. Pure: no Qt, no clock.

A day without a year is the last one (or the next); a weekday alone is the last one (or, `ahead`, the
next one).
"""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from desktop import dutch
from desktop.frozen import dataclass

SLIP_DAYS = 31
_RELATIVE = {
    "vandaag": 0,
    "nu": 0,
    "vandaag.": 0,
    "gisteren": -1,
    "gister": -1,
    "eergisteren": -2,
    "morgen": 1,
    "overmorgen": 2,
}
_WEEKDAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
_MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
_SHORT_MONTHS = {"mrt": 3, "maa": 3, **{name[:3]: number for number, name in enumerate(_MONTHS, 1)}}
_CLOCK = re.compile(
    r"(?:\bom\s+)?\b([01]?[0-9]|2[0-3])(?:(?::|\.|\s?u\s?|\s?uur\s?)([0-5][0-9])\b|\s?(?:uur|u)\b)(?:\s?uur)?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NAMED = re.compile(r"(\d{1,2})\s+([a-z]{3,9})\.?(?:\s+(\d{4}))?")


@dataclass(frozen=True, slots=True)
class When:
    """A day, and a time of day in the region when one was given."""

    day: date
    time: time | None = None

    def spoken(self) -> str:
        """dinsdag 17 november 2026, 09:10: what the field shows after it was read."""
        words = dutch.weekday_date(self.day)
        return f"{words}, {self.time:%H:%M}" if self.time else words


class NotADay(ValueError):
    """The text is no day; `weekday` is set when day and weekday contradict (then `day` is what was read)."""

    def __init__(self, text: str, day: date | None = None, weekday: str | None = None) -> None:
        super().__init__(text)
        self.day, self.weekday = day, weekday


def parse(text: str, today: date, ahead: bool = False) -> When:
    """Raises NotADay. `ahead` for fields that look forward, such as a deadline."""
    rest = re.sub(r"[\s\u00a0]+", " ", text.casefold()).strip(" .,")
    moment, rest = _take_time(rest)
    if not rest:
        if moment is None:
            raise NotADay(text)
        return When(today, moment)
    named, rest = _take_weekday(rest)
    day = _day(rest, today, ahead) if rest else None
    if day is None and not (named is not None and not rest):
        raise NotADay(text)
    if day is None and named is not None:
        return When(_nearest_weekday(named, today, ahead), moment)
    if named is not None and day is not None and day.weekday() != named:
        raise NotADay(text, day, _WEEKDAYS[named])
    return When(day or today, moment)


def _take_time(rest: str) -> tuple[time | None, str]:
    for match in reversed(list(_CLOCK.finditer(rest))):
        if "." in match[0] and _looks_like_date(rest, match):
            continue
        found = time(int(match[1]), int(match[2] or 0))
        return found, (rest[: match.start()] + " " + rest[match.end() :]).strip(" ,.")
    return None, rest


def _looks_like_date(rest: str, match: re.Match[str]) -> bool:
    """17.11.2026 is a day with points, 14.30 a time."""
    after = rest[match.end() : match.end() + 1]
    before = rest[max(0, match.start() - 1) : match.start()]
    return after == "." or before == "."


def _take_weekday(rest: str) -> tuple[int | None, str]:
    word, _, tail = rest.partition(" ")
    word = word.strip(".,")
    for number, name in enumerate(_WEEKDAYS):
        if word == name or word == name[:2]:
            return number, tail.strip(" ,.")
    return None, rest


def _nearest_weekday(number: int, today: date, ahead: bool) -> date:
    if ahead:
        return today + timedelta(days=(number - today.weekday()) % 7)
    return today - timedelta(days=(today.weekday() - number) % 7)


def _day(rest: str, today: date, ahead: bool) -> date | None:
    if rest in _RELATIVE:
        return today + timedelta(days=_RELATIVE[rest])
    if match := _ISO.fullmatch(rest):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMERIC.fullmatch(rest.replace(".", "-")):
        return _with_year(int(match[1]), int(match[2]), match[3], today, ahead)
    if (match := _NAMED.fullmatch(rest)) and (month := _month(match[2])):
        return _with_year(int(match[1]), month, match[3], today, ahead)
    return None


def _month(word: str) -> int | None:
    if word in _SHORT_MONTHS:
        return _SHORT_MONTHS[word]
    return next(
        (number for number, name in enumerate(_MONTHS, 1) if len(word) > 3 and name.startswith(word)), None
    )


def _with_year(day: int, month: int, year: str | None, today: date, ahead: bool) -> date | None:
    if year is not None:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    candidates = [found for shift in (-1, 0, 1) if (found := _date(today.year + shift, month, day))]
    fitting = [found for found in candidates if _fits(found, today, ahead)]
    return min(fitting, key=lambda found: abs((found - today).days), default=None)


def _fits(found: date, today: date, ahead: bool) -> bool:
    """In the direction of the field, or so little beside it that a slip is likelier than another year."""
    days = (found - today).days if ahead else (today - found).days
    return days >= -SLIP_DAYS


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
