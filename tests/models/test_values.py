"""What a number, a postcode or an address may look like; the traps of domain §2 among them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models import values
from desktop.models.errors import Weigering

KVK_TEST_NUMBERS = (
    "69599084",
    "68727720",
    "90004760",
    "68750110",
    "90001354",
    "69599068",
    "90000102",
    "90006623",
    "69599076",
    "90005414",
    "55344526",
    "90002520",
    "90002490",
    "90000749",
    "90001745",
    "90003942",
    "55505201",
    "90004973",
    "90002903",
)
CHECKS: tuple[Callable[[str], str], ...] = (
    values.kvk_nummer,
    values.rsin,
    values.vestigingsnummer,
    values.postcode,
    values.email,
    values.telefoon,
    values.sbi_code,
)
# What people really type: digits, letters, spaces of all kinds, dashes, and now and then anything at all.
TYPED = st.one_of(
    st.text(alphabet="0123456789 .-+()/@abzASZé\t\N{NO-BREAK SPACE}\N{EN DASH}\N{ARABIC-INDIC DIGIT THREE}"),
    st.from_regex(r" ?[0-9]{4} ?[A-Za-z]{2} ?", fullmatch=True),
    st.from_regex(r"\+?[0-9 .()-]{3,18}", fullmatch=True),
    st.emails(),
    st.text(),
)


def refusal(check: Callable[[str], str], typed: str) -> str:
    with pytest.raises(Weigering) as refused:
        check(typed)
    return refused.value.code


def weighted(nummer: str) -> int:
    return sum(int(digit) * weight for digit, weight in zip(nummer, range(8, 0, -1), strict=True))


@pytest.mark.parametrize("nummer", KVK_TEST_NUMBERS)
def test_the_test_numbers_of_kvk_pass_in_silence(nummer: str) -> None:
    assert values.kvk_nummer(nummer) == nummer
    assert not values.kvk_may_be_mistyped(nummer)


@pytest.mark.parametrize(
    ("nummer", "warns"),
    [
        ("74123456", True),
        ("81234567", True),
        ("12345678", False),
        ("42000001", False),
        ("42123456", False),
        ("49999999", False),
        ("00000000", False),
    ],
)
def test_only_the_series_that_obey_the_elfproef_warn(nummer: str, warns: bool) -> None:
    assert values.kvk_nummer(nummer) == nummer
    assert values.kvk_may_be_mistyped(nummer) is warns


@given(st.integers(50_000_000, 99_999_999), st.integers(0, 7), st.integers(1, 9))
def test_every_single_wrong_digit_is_noticed(start: int, place: int, step: int) -> None:
    nummer = next(str(n) for n in range(min(start, 99_999_000), 10**8) if weighted(str(n)) % 11 == 0)
    digits = list(nummer)
    digits[place] = str((int(digits[place]) + step) % 10)
    wrong = "".join(digits)
    assert not values.kvk_may_be_mistyped(nummer)
    assert values.kvk_may_be_mistyped(wrong) or wrong < "50000000"


@given(st.integers(50_000_000, 99_999_999), st.integers(0, 6))
def test_two_swapped_neighbours_are_noticed(start: int, place: int) -> None:
    nummer = next(str(n) for n in range(min(start, 99_999_000), 10**8) if weighted(str(n)) % 11 == 0)
    swapped = nummer[:place] + nummer[place + 1] + nummer[place] + nummer[place + 2 :]
    assert swapped == nummer or values.kvk_may_be_mistyped(swapped) or swapped < "50000000"


@pytest.mark.parametrize(
    ("typed", "kept"), [("6959 9084", "69599084"), (" 69.59.90.84\t", "69599084"), ("01234567", "01234567")]
)
def test_kvk_number_forgives_spaces_and_points(typed: str, kept: str) -> None:
    assert values.kvk_nummer(typed) == kept


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1234567", "kvk_lengte"),
        ("123456789", "kvk_lengte"),
        ("6959908A", "kvk_geen_cijfers"),
        ("-9599084", "kvk_geen_cijfers"),
        ("٦٩٥٩٩٠٨٤", "kvk_geen_cijfers"),
        ("6959908²", "kvk_geen_cijfers"),
    ],
)
def test_kvk_number_says_what_is_wrong(typed: str, code: str) -> None:
    assert refusal(values.kvk_nummer, typed) == code


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("1217ZA", "1217ZA"), ("1217 za", "1217ZA"), (" 1217-ZA ", "1217ZA"), ("1217 SE", "1217SE")],
)
def test_postcode_is_kept_without_space(typed: str, kept: str) -> None:
    assert values.postcode(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "1217 SA",
        "1217SD",
        "1217 ss",
        "0217 AB",
        "1217",
        "1217 A",
        "1217 ABC",
        "B-1217",
        "1217 Z1",
        "1217ß",
        "1217ﬁ",
    ],
)
def test_postcode_traps(typed: str) -> None:
    assert refusal(values.postcode, typed) == "postcode_klopt_niet"


def test_rsin_has_nine_digits_that_pass_its_elfproef() -> None:
    assert values.rsin("1112.22.333") == "111222333"
    assert refusal(values.rsin, "111222334") == "rsin_klopt_niet"


@pytest.mark.parametrize("typed", ["12", "1122", "12345672", "0", "000000000", "11122233a"])
def test_rsin_is_never_filled_up_with_zeros(typed: str) -> None:
    assert refusal(values.rsin, typed) == "rsin_klopt_niet"


def test_vestigingsnummer_is_twelve_digits() -> None:
    assert values.vestigingsnummer("0000 3717 8598") == "000037178598"
    assert refusal(values.vestigingsnummer, "37178598") == "vestigingsnummer_lengte"


@pytest.mark.parametrize(
    "typed", ["anouk@houtbouw.nl", " Anouk.de-Vries+w@post.houtbouw.co.uk ", "o'neill@x.nl", "é@café.nl"]
)
def test_email_is_kept_as_typed(typed: str) -> None:
    assert values.email(typed) == typed.strip()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("anouk.houtbouw.nl", "email_zonder_apenstaart"),
        ("anouk@houtbouw", "email_niet_compleet"),
        ("anouk@@houtbouw.nl", "email_niet_compleet"),
        ("anouk@houtbouw..nl", "email_niet_compleet"),
        ("@houtbouw.nl", "email_niet_compleet"),
        ("anouk@houtbouw.nl wim@houtbouw.nl", "email_niet_compleet"),
        ("anouk@houtbouw.nl,", "email_teken"),
        ("<anouk@houtbouw.nl>", "email_teken"),
        ("anouk\x00@houtbouw.nl", "email_teken"),
        ("anouk\ud800@houtbouw.nl", "email_teken"),
        ("a" * 310 + "@houtbouw.nl", "te_lang"),
    ],
)
def test_email_says_what_is_wrong(typed: str, code: str) -> None:
    assert refusal(values.email, typed) == code


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("035 - 123 45 67", "0351234567"),
        ("035/1234567", "0351234567"),
        ("(035) 1234567", "0351234567"),
        ("+31 35 123 45 67", "+31351234567"),
        ("0031 35 1234567", "+31351234567"),
        ("+31 (0)35 123 45 67", "+31351234567"),
        ("0031(0)6 12345678", "+31612345678"),
        ("06\N{EN DASH}12345678", "0612345678"),
        ("06\N{NON-BREAKING HYPHEN}12345678", "0612345678"),
        ("112", "112"),
    ],
)
def test_phone_number_as_people_write_it(typed: str, kept: str) -> None:
    assert values.telefoon(typed) == kept


@pytest.mark.parametrize(
    "typed", ["12", "+", "tel", "0351234567 of 06", "0351234567890123", "06+12345678", "٠٦١٢٣"]
)
def test_what_is_no_phone_number(typed: str) -> None:
    assert refusal(values.telefoon, typed) == "telefoon_klopt_niet"


@pytest.mark.parametrize(("typed", "kept"), [("01.11", "0111"), ("86", "86"), ("86101", "86101")])
def test_sbi_code(typed: str, kept: str) -> None:
    assert values.sbi_code(typed) == kept


@pytest.mark.parametrize("typed", ["8", "861012", "A", "٨٦"])
def test_what_is_no_sbi_code(typed: str) -> None:
    assert refusal(values.sbi_code, typed) == "sbi_klopt_niet"


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_checking_what_was_kept_changes_nothing(check: Callable[[str], str]) -> None:
    @given(TYPED)
    def twice_is_once(typed: str) -> None:
        try:
            kept = check(typed)
        except Weigering:
            return
        assert check(kept) == kept
        kept.encode()  # what is kept can be written down
        assert "\x00" not in kept

    twice_is_once()


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Café Ĳsseloord", "cafe ijsseloord"), ("STRASSE", "strasse"), ("straße", "strasse"), ("Ÿ㎒", "ymhz")],
)
def test_fold(text: str, folded: str) -> None:
    assert values.fold(text) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert values.fold(values.fold(text)) == values.fold(text)


@given(st.text())
def test_fold_does_not_see_capitals(text: str) -> None:
    assert values.fold(text.casefold()) == values.fold(text)
