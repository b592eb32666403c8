"""When a placement lasts: months, interruptions, and that unknown is never success."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.errors import Weigering
from desktop.models.rules import plaatsing as rules
from desktop.models.rules.plaatsing import (
    DROPPED,
    MONTHS,
    REACHED,
    STILL_DAYS,
    UNKNOWN,
    Outcome,
    Still,
    milestone_day,
    months_after,
)

DAY = timedelta(days=1)
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
MONTH = st.sampled_from(MONTHS)
STILLS = st.lists(
    st.builds(
        lambda van, days: Still(van, van + timedelta(days=days)),
        st.dates(date(2027, 1, 1), date(2028, 6, 30)),
        st.integers(0, 60),
    ),
    max_size=5,
)
START = st.dates(date(2026, 12, 1), date(2027, 3, 31))
OUTCOMES = st.builds(
    Outcome, st.sampled_from((UNKNOWN, REACHED, DROPPED)), st.sampled_from((None, "werkgever", "systeem"))
).filter(lambda said: (said.door is None) == (said.uitkomst == UNKNOWN))


@given(st.dates(), MONTH, st.dates())
def test_no_day_is_too_far_to_reckon_with(start: date, months: int, last: date) -> None:
    """A year that was mistyped on an old laptop is answered as any other."""
    stills = [Still(start, max(start, last))]
    assert milestone_day(start, months, stills) >= months_after(start, months) or last > start
    assert months_after(start, months) > start or start.year == date.max.year


@given(DAYS, MONTH)
def test_a_whole_month_is_never_cut_short(start: date, months: int) -> None:
    end = months_after(start, months)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    length = calendar.monthrange(year, month + 1)[1]
    if start.day <= length:
        assert end == date(year, month + 1, start.day)
    else:
        assert end - DAY == date(year, month + 1, length)
    assert months_after(start + DAY, months) >= end


@pytest.mark.parametrize(
    ("start", "months", "day"),
    [
        ("2026-08-31", 6, "2027-03-01"),
        ("2027-08-30", 6, "2028-03-01"),
        ("2027-08-29", 6, "2028-02-29"),
        ("2027-01-31", 1, "2027-03-01"),
        ("2026-12-31", 3, "2027-03-31"),
    ],
)
def test_at_the_end_of_a_month(start: str, months: int, day: str) -> None:
    assert months_after(date.fromisoformat(start), months) == date.fromisoformat(day)


@given(START, MONTH, STILLS, st.randoms(use_true_random=False))
def test_interruptions_count_by_their_days_and_not_by_how_they_were_typed(
    start: date, months: int, stills: list[Still], random: object
) -> None:
    day = milestone_day(start, months, stills)
    mixed = sorted(stills, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert milestone_day(start, months, mixed) == day
    halves = [half for still in stills for half in _halves(still)]
    assert milestone_day(start, months, halves) == day
    assert milestone_day(start, months, [*stills, *stills]) == day
    assert milestone_day(start, months, [*stills, Still(date(2027, 5, 1), None)]) == day


def _halves(still: Still) -> list[Still]:
    assert still.tot is not None
    if still.tot == still.van:
        return [still]
    middle = still.van + (still.tot - still.van) // 2
    return [Still(still.van, middle), Still(middle + DAY, still.tot)]


@given(START, STILLS)
def test_a_later_milestone_is_never_earlier_and_none_comes_too_soon(start: date, stills: list[Still]) -> None:
    days = [milestone_day(start, months, stills) for months in MONTHS]
    assert days == sorted(days)
    for months, day in zip(MONTHS, days, strict=True):
        assert day >= months_after(start, months)
        begins = [start, *(still.tot + DAY for still in stills if still.tot)]
        assert day in [months_after(begin, months) for begin in begins]


@given(STILLS, DAYS, DAYS)
def test_no_interruption_is_longer_than_the_placement_and_cutting_again_is_cutting_once(
    stills: list[Still], last_day: date, sooner: date
) -> None:
    counted = rules.within([*stills, Still(date(2027, 5, 1), None)], last_day)
    assert all(still.van <= still.tot <= last_day for still in counted if still.tot)
    assert all(still.tot for still in counted)
    assert rules.within(counted, last_day) == counted
    first = min(last_day, sooner)
    assert rules.within(rules.within(stills, last_day), first) == rules.within(stills, first)
    assert rules.within(stills, None) == stills


@given(START, MONTH, STILLS)
def test_a_month_together_goes_on(start: date, months: int, stills: list[Still]) -> None:
    short: list[Still] = []
    for still in stills:
        if _days([*short, still]) <= STILL_DAYS:
            short.append(still)
    assert milestone_day(start, months, short) == months_after(start, months)


def _days(stills: Sequence[Still]) -> int:
    still_days = {
        still.van + timedelta(days=n)
        for still in stills
        for n in range(((still.tot or still.van) - still.van).days + 1)
    }
    return len(still_days)


@given(OUTCOMES, DAYS, st.none() | DAYS, DAYS)
def test_success_is_said_by_somebody_or_proven(
    said: Outcome, day: date, last_day: date | None, today: date
) -> None:
    known = rules.reckoned(said, day, last_day, today)
    if known.uitkomst == REACHED:
        proven = last_day is not None and day <= min(last_day, today)
        assert proven or said == Outcome(REACHED, "werkgever")
    if last_day is not None and last_day < day:
        assert known.uitkomst == DROPPED
    assert (known.door is None) == (known.uitkomst == UNKNOWN)
    assert rules.reckoned(known, day, last_day, today) == known


@given(OUTCOMES.filter(lambda said: said.door is not None), DAYS, st.none() | DAYS, DAYS, STILLS)
def test_what_may_be_confirmed_stands(
    said: Outcome, day: date, last_day: date | None, today: date, stills: list[Still]
) -> None:
    try:
        rules.require_confirmable(said, day, last_day, today, stills)
    except Weigering:
        return
    assert said.uitkomst == UNKNOWN or day <= today or (said.uitkomst == DROPPED and last_day is not None)
    kept = rules.reckoned(said, day, last_day, today)
    assert kept.uitkomst == said.uitkomst


@given(OUTCOMES, DAYS, DAYS)
def test_what_is_still_to_come_is_not_unknown(said: Outcome, day: date, today: date) -> None:
    shown = rules.standing(said.uitkomst, day, today)
    assert (shown == rules.NOT_YET) == (said.uitkomst == UNKNOWN and day > today)
