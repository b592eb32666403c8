"""Dates, times, numbers and lists in Dutch."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from desktop import dutch

NB = dutch.NO_BREAK


def test_number_and_month_stay_together() -> None:
    assert dutch.long_date(date(2026, 3, 12)) == f"12{NB}maart 2026"
    assert dutch.short_date(date(2026, 11, 17)) == f"17{NB}nov{NB}2026"


def test_the_year_is_left_out_only_when_it_is_the_same() -> None:
    assert dutch.long_date(date(2026, 11, 20), near=date(2026, 1, 1)) == f"20{NB}november"
    assert dutch.weekday_date(date(2027, 1, 4), near=date(2026, 12, 30)) == f"maandag 4{NB}januari 2027"


def test_times_are_on_the_dutch_clock_in_summer_and_winter() -> None:
    assert dutch.clock_time(datetime(2026, 1, 5, 8, 10, tzinfo=UTC)) == "09:10"
    assert dutch.long_moment(datetime(2026, 7, 31, 22, 30, tzinfo=UTC)) == f"1{NB}augustus 2026, 00:30"


@pytest.mark.parametrize(("value", "text"), [(0, "0"), (999, "999"), (1284, "1.284"), (1234567, "1.234.567")])
def test_thousands_get_a_point(value: int, text: str) -> None:
    assert dutch.number(value) == text


def test_one_and_many() -> None:
    assert dutch.count(1, "wijziging", "wijzigingen") == f"1{NB}wijziging"
    assert dutch.count(0, "wijziging", "wijzigingen") == f"0{NB}wijzigingen"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([], ""),
        (["Anouk"], "Anouk"),
        (["Anouk", "Herman"], "Anouk en Herman"),
        (["a", "b", "c"], "a, b en c"),
    ],
)
def test_a_row_of_words(words: list[str], text: str) -> None:
    assert dutch.in_row(words) == text


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        ("0350000123", "035 - 000 01 23"),
        ("+31350000123", "035 - 000 01 23"),
        ("0600001230", "06 - 000 012 30"),
        ("0294000123", "0294 - 00 01 23"),
        ("+4930123456", "+4930123456"),
        ("112", "112"),
    ],
)
def test_phone_numbers_are_grouped(kept: str, read: str) -> None:
    assert dutch.phone(kept).replace(NB, " ") == read


def test_numbers_of_the_register_are_grouped_in_fours() -> None:
    assert dutch.kvk("01234567").replace(NB, " ") == "0123 4567"
    assert dutch.kvk("123") == "123"
    assert dutch.vestigingsnummer("000012345678").replace(NB, " ") == "0000 1234 5678"
    assert dutch.vestigingsnummer("") == ""


@pytest.mark.parametrize(
    ("words", "within"),
    [
        ("Baan", "baan"),
        ("Advies over regels", "advies over regels"),
        ("BIA", "BIA"),
        ("KvK-nummer", "KvK-nummer"),
        ("Één gesprek", "één gesprek"),
        ("A", "a"),
        ("", ""),
    ],
)
def test_within_a_sentence_only_an_abbreviation_keeps_its_capital(words: str, within: str) -> None:
    assert dutch.midway(words) == within
