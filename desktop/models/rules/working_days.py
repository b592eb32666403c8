"""Days on which people work in the Netherlands, and moving a day by days, weeks or months.

Working days are those of the Algemene termijnenwet, art. 3; 5 May is a holiday every year. Touches
workalendar only.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import cache
from typing import Any

DAY, WORKING_DAY, WEEK, MONTH = "dag", "werkdag", "week", "maand"
_FIRST, _LAST = date(1950, 1, 1), date(2150, 1, 1)
"""Outside of this no day is a holiday: somebody typed a year that is none."""


@cache
def _netherlands() -> Any:
    # Late: most of what starts with this program asks for no working day.
    from workalendar.europe.netherlands import Netherlands

    return Netherlands()


def is_working_day(day: date) -> bool:
    """Neither weekend nor holiday."""
    return not _FIRST <= day < _LAST or bool(_netherlands().is_working_day(day))


def on_or_after(day: date) -> date:
    """This day, or the next one on which people work."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def on_or_before(day: date) -> date:
    """This day, or the last one before it on which people work: a limit is never passed."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def moved(day: date, count: int, unit: str) -> date:
    """So many days, working days, weeks or months on, or back below zero; a month keeps its day of the month
    or has its last one. What falls outside the calendar stops at its edge.
    """
    try:
        if unit == MONTH:
            return _months(day, count)
        if unit == WORKING_DAY:
            return _working_days(day, count)
        return day + timedelta(days=count * (7 if unit == WEEK else 1))
    except (OverflowError, ValueError):
        return date.max if count > 0 else date.min


def _months(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _working_days(day: date, count: int) -> date:
    step = timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def whole_months(start: date, end: date) -> int:
    """How many months of this length fit from the first day up to and including the last one."""
    after = moved(end, 1, DAY)
    months = (after.year - start.year) * 12 + after.month - start.month
    return months if _months(start, months) <= after else months - 1
