"""A number that may be a BSN, whatever stands in and around it; and where a person hears of it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum.nl import bsn

from desktop.models.commands.contact import LegContactVast, WijzigContact
from desktop.models.commands.kandidaat import (
    GeefToestemming,
    RegistreerKandidaat,
    StelDoelgroepVast,
    WijzigKandidaat,
)
from desktop.models.commands.kandidaatregie import StelKandidaatwaarnemingIn
from desktop.models.commands.werkfit import BeoordeelWerkfit
from desktop.models.entry import entry_check
from desktop.models.errors import InputRefused
from desktop.models.rules.bsn import looks_like_bsn
from desktop.models.work import Work
from tests.support.builders import SEVDA, Region, a, context, new_id

BSN = "111222333"
SOME_ID = new_id()


@given(st.text("0123456789", min_size=9, max_size=9))
def test_nine_digits_are_one_when_they_pass(digits: str) -> None:
    assert looks_like_bsn(digits) == bsn.is_valid(digits)
    assert looks_like_bsn(f"zie {digits}, klopt") == bsn.is_valid(digits)


@given(st.sampled_from(" .-\u00a0\u2011"), st.lists(st.integers(1, 8), max_size=4, unique=True))
def test_signs_between_hide_nothing(sign: str, places: list[int]) -> None:
    typed = "".join(f"{sign if at in places else ''}{digit}" for at, digit in enumerate(BSN))
    assert looks_like_bsn(f"nummer {typed}.")


@given(st.text("0123456789", min_size=1, max_size=8), st.booleans())
def test_a_longer_or_a_shorter_number_is_none(more: str, before: bool) -> None:
    assert not looks_like_bsn(more + BSN if before else BSN + more)
    assert not looks_like_bsn(more)


@given(st.text(max_size=60))
def test_no_text_makes_it_fail(text: str) -> None:
    assume(sum(sign.isdecimal() for sign in text) < 9)
    assert not looks_like_bsn(text)


@pytest.mark.parametrize(
    "text",
    [
        "035 111 22 23",
        "06-11122233",
        "20-11-2026 9:10",
        "1112 22a333",
        "NL91 ABNA 0417 1643 00",
        "\uff11\uff12",
    ],
)
def test_what_people_write_otherwise(text: str) -> None:
    assert not looks_like_bsn(text)


def refused(region: Region, command: Any) -> dict[str, str]:
    work = Work(region.session)
    work.begin(context(SEVDA))
    try:
        entry_check(work, command)
    except InputRefused as reasons:
        return {name: reason.code for name, reason in reasons.fields.items()}
    return {}


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (a(RegistreerKandidaat, notitie=f"bsn {BSN}"), {"notitie": "bsn_in_tekst"}),
        (a(RegistreerKandidaat, bron_id=BSN), {"bron_id": "bsn_in_tekst"}),
        (a(WijzigKandidaat, kandidaat_id=SOME_ID, beroepen=["Kok", BSN]), {"beroepen": "bsn_in_tekst"}),
        (a(RegistreerKandidaat, uren_min=40, uren_max=20), {"uren_max": "uren_omgekeerd"}),
        (a(RegistreerKandidaat, beroepsklasse="visserij"), {"beroepsklasse": "code_onbekend"}),
        (a(StelDoelgroepVast, kandidaat_id=SOME_ID, doelgroepen=["psychisch"]),
         {"doelgroepen": "code_onbekend"}),
        (a(GeefToestemming, kandidaat_id=SOME_ID, datum="2027-01-01"), {"datum": "toestemming_in_toekomst"}),
        (a(StelKandidaatwaarnemingIn, waarnemer_id=SOME_ID, van="2026-11-01", tot="2026-11-02"),
         {"tot": "deadline_geweest"}),
        (a(StelKandidaatwaarnemingIn, waarnemer_id=SOME_ID, van="2026-12-02", tot="2026-12-01"),
         {"tot": "waarneming_eindigt_voor_begin"}),
        (a(BeoordeelWerkfit, kandidaat_id=SOME_ID, waarde="super"), {"waarde": "code_onbekend"}),
        (a(BeoordeelWerkfit, kandidaat_id=SOME_ID, antwoorden=[{"vraag": "lengte", "waarde": "klaar"}]),
         {"antwoorden": "code_onbekend"}),
        (a(RegistreerKandidaat, roepnaam="Jan", notitie="035 1234567"), {}),
        (a(LegContactVast, werkgever_id=SOME_ID, notitie=f"bsn {BSN}"), {}),
    ],
)  # fmt: skip
def test_where_a_person_types(region: Region, command: Any, expected: dict[str, str]) -> None:
    assert refused(region, command) == expected


def test_a_contact_is_kept_and_its_author_hears_of_it(region: Region, werkgever: str) -> None:
    made = region.do(a(LegContactVast, werkgever_id=werkgever, notitie=f"bsn {BSN}"))
    assert (made.result, made.warnings) == ("toegepast", (("bsn_in_contact", {}),))
    assert region.do(a(WijzigContact, contactmoment_id=made.id, notitie="weg")).warnings == ()
    again = region.do(a(WijzigContact, contactmoment_id=made.id, notitie=f"toch {BSN}"))
    assert again.warnings == (("bsn_in_contact", {}),)
