"""What people type for a day."""

from datetime import date, time

import pytest

from desktop.views.when import NotADay, When, parse

TODAY = date(2026, 11, 17)  # a Tuesday


@pytest.mark.parametrize(
    ("typed", "day", "clock"),
    [
        ("vandaag", TODAY, None),
        ("Vandaag 9:05", TODAY, time(9, 5)),
        ("gisteren 14:00", date(2026, 11, 16), time(14)),
        ("gisteren om 14 uur", date(2026, 11, 16), time(14)),
        ("eergisteren", date(2026, 11, 15), None),
        ("vr", date(2026, 11, 13), None),
        ("vrijdag 10.30", date(2026, 11, 13), time(10, 30)),
        ("di", TODAY, None),
        ("17-11", TODAY, None),
        ("17/11/2025", date(2025, 11, 17), None),
        ("3-1-26", date(2026, 1, 3), None),
        ("31-12", date(2025, 12, 31), None),
        ("1-1", date(2026, 1, 1), None),
        ("1-12", date(2026, 12, 1), None),
        ("17 november 09:10", TODAY, time(9, 10)),
        ("17 nov. 2025", date(2025, 11, 17), None),
        ("12 mrt", date(2026, 3, 12), None),
        ("dinsdag 17 november 2026, 09:10", TODAY, time(9, 10)),
        ("2026-11-16 8u30", date(2026, 11, 16), time(8, 30)),
        ("16.11.2026", date(2026, 11, 16), None),
        ("09:10", TODAY, time(9, 10)),
        ("29-2-2028", date(2028, 2, 29), None),
    ],
)
def test_reads_what_people_type(typed: str, day: date, clock: time | None) -> None:
    assert parse(typed, TODAY) == When(day, clock)


def test_a_weekday_ahead_is_the_next_one() -> None:
    assert parse("vr", TODAY, ahead=True).day == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("typed", "day"),
    [("3-1", date(2027, 1, 3)), ("12 mrt", date(2027, 3, 12)), ("13 november", date(2026, 11, 13))],
)
def test_a_day_ahead_without_a_year_is_the_next_one_unless_it_just_passed(typed: str, day: date) -> None:
    assert parse(typed, TODAY, ahead=True).day == day


@pytest.mark.parametrize(
    "typed", ["", "  ", "ooit", "32-1", "29-2-2027", "17 brumaire", "vr za", "25:00", "12-13-2026"]
)
def test_says_so_when_it_is_no_day(typed: str) -> None:
    with pytest.raises(NotADay):
        parse(typed, TODAY)


def test_a_day_that_contradicts_its_weekday_is_not_guessed() -> None:
    with pytest.raises(NotADay) as caught:
        parse("maandag 17 november", TODAY)
    assert (caught.value.day, caught.value.weekday) == (TODAY, "maandag")


@pytest.mark.parametrize("typed", ["vandaag 09:10", "gisteren", "3-1-26"])
def test_what_is_shown_is_read_back_as_the_same(typed: str) -> None:
    when = parse(typed, TODAY)
    assert parse(when.spoken(), TODAY) == when
