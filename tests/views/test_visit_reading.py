"""What is typed in forms, read without a window: days, numbers, houses, and what looks like a BSN."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.errors import InputRefused
from desktop.views.forms import reading
from desktop.views.forms import texts as form_words
from desktop.views.forms.days import Span, read_day
from desktop.views.forms.inputs import CHECK, DAY, NAMES, NUMBER, FieldSpec
from desktop.views.werkgevers import personal_numbers, visit_input
from desktop.views.werkgevers.visit_input import Approach, FollowUp, Ids, VisitInput

TODAY = date(2026, 11, 17)
ID = "0197f000-0000-7000-8000-00000000000"
IDS = Ids(f"{ID}1", f"{ID}2", (f"{ID}3", f"{ID}4", f"{ID}5", f"{ID}6"))
WERKGEVER = f"{ID}9"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zijn nummer is 111222333.", ("111222333",)),
        ("1112.22.333 of 123 456 782", ("1112.22.333", "123 456 782")),
        ("bel 035 000 01 23", ()),
        ("bel 0350000123 of 06-12345678", ()),
        ("KvK 69599084, vestiging 000012345678", ()),
        ("111222334 is geen BSN", ()),
        ("000000000", ()),
        ("1112223334", ()),
        ("in 2026 111222333", ("111222333",)),
    ],
)
def test_what_looks_like_a_bsn_is_found(text: str, found: tuple[str, ...]) -> None:
    assert personal_numbers.found_in(text) == found


@given(st.integers(0, 99_999_999))
def test_of_ten_numbers_with_the_same_beginning_at_most_one_passes(begin: int) -> None:
    passing = [last for last in range(10) if personal_numbers.found_in(f"{begin:08d}{last}")]
    assert len(passing) <= 1


@pytest.mark.parametrize(
    ("text", "span", "day", "wrong"),
    [
        ("", Span.PAST, None, ""),
        ("gisteren", Span.PAST, date(2026, 11, 16), ""),
        ("morgen", Span.PAST, None, "moet nog komen"),
        ("gisteren", Span.AHEAD, None, "is al geweest"),
        ("vr", Span.AHEAD, date(2026, 11, 20), ""),
        ("1 januari 2020", Span.ANY, date(2020, 1, 1), ""),
        ("ergens", Span.ANY, None, "is geen dag"),
        ("maandag 17 november", Span.ANY, None, "is een dinsdag, geen maandag"),
    ],
)
def test_a_day_is_read_or_what_is_wrong_is_said(text: str, span: Span, day: date | None, wrong: str) -> None:
    when, said = read_day(text, TODAY, span)
    assert (when.day if when else None) == day
    assert wrong in said
    assert bool(said) == bool(wrong)


SPECS = (
    FieldSpec("naam", "Naam", required=True),
    FieldSpec("aantal", "Aantal", NUMBER),
    FieldSpec("namen", "Namen", NAMES),
    FieldSpec("dag", "Dag", DAY),
    FieldSpec("vlag", "Vlag", CHECK),
)


def test_fields_become_arguments() -> None:
    typed: dict[str, str | bool] = {
        "naam": " Piet ",
        "aantal": "1.060",
        "namen": "een, twee,",
        "dag": "vandaag",
        "vlag": True,
    }
    assert reading.plain(SPECS, typed, TODAY) == (
        {"naam": "Piet", "aantal": 1060, "namen": ["een", "twee"], "dag": "2026-11-17", "vlag": True},
        {},
    )
    _, wrong = reading.plain(SPECS, {"naam": "", "aantal": "veel", "dag": "ooit"}, TODAY)
    assert wrong.keys() == {"aantal", "dag"}
    assert reading.missing(SPECS, {"naam": "  "}) == {"naam": form_words.REQUIRED["naam"]}


def test_spaces_are_no_change() -> None:
    before: dict[str, str | bool] = {"naam": "Piet", "aantal": "5", "vlag": False}
    assert reading.changed(SPECS, {"naam": " Piet ", "aantal": "5", "vlag": False}, before) == set()
    assert reading.changed(SPECS, {"naam": "Jan", "aantal": "", "vlag": True}, before) == {
        "naam",
        "aantal",
        "vlag",
    }


@pytest.mark.parametrize(
    ("text", "house"),
    [("12", (12, "")), ("12 a", (12, "a")), ("12-bis", (12, "bis")), ("", (None, "")), ("bij 12", None)],
)
def test_a_house_number_has_an_addition(text: str, house: tuple[int | None, str] | None) -> None:
    assert reading.house(text) == house


# -- a visit ------------------------------------------------------------------------------------------


def made(**more: object) -> list[tuple[str, dict[str, object]]]:
    typed = VisitInput(**({"wanneer": "vandaag"} | more))  # type: ignore[arg-type]
    return visit_input.requests(typed, WERKGEVER, IDS, Approach(), TODAY)


def test_a_visit_is_one_command_and_each_follow_up_another() -> None:
    several = (
        FollowUp("toezegging", "Profiel sturen", "vr"),
        FollowUp(),
        FollowUp("afspraak", "Elk kwartaal", "1 maart", "samenwerking"),
    )
    commands = made(vervolg=several, nieuw={"naam": "Piet", "functie": " "})
    assert [name for name, _ in commands] == [
        "contactpersoon.registreer",
        "contact.leg_vast",
        "actie.maak",
        "afspraak.maak",
    ]
    person, contact, promise, agreement = (arguments for _, arguments in commands)
    assert "functie" not in person
    assert contact["contactpersoon_ids"] == [person["id"]]
    assert (promise["id"], agreement["id"]) == (IDS.vervolg[0], IDS.vervolg[2])
    assert agreement["tot"] == "2027-03-01"


def test_what_is_missing_is_said_at_its_own_follow_up() -> None:
    several = (
        FollowUp(wat="Bellen", wanneer="gisteren"),
        FollowUp(wanneer="vr"),
        FollowUp("afspraak", "Iets"),
    )
    found = visit_input.check(VisitInput(wanneer="", vervolg=several), TODAY)
    assert found.keys() == {"wanneer", "uiterlijk", "vervolg_1", "soort_2"}


def test_a_text_that_a_command_refuses_stands_at_its_own_follow_up() -> None:
    with pytest.raises(InputRefused) as refused:
        made(vervolg=(FollowUp(wat="Kort"), FollowUp(wat="x" * 300)))
    assert refused.value.fields.keys() == {"vervolg_1"}


def test_a_note_that_is_too_long_says_how_much() -> None:
    found = visit_input.check(VisitInput(wanneer="vandaag", notitie="x" * 1003), TODAY)
    assert found == {"notitie": "De notitie is 3\u00a0tekens te lang. Maak haar korter."}
