"""Why work and somebody fit: in words, alike from both sides, and nothing out of what is not known."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.commands.vacature import RIJBEWIJZEN, SOORTEN
from desktop.models.postcode_places import kilometres, places
from desktop.models.rules import match
from desktop.models.rules.match import CARE, FITS, UNFIT, UNKNOWN, Mens, Reden, Werk, judge
from desktop.wording import sentence

NAMES = ("Magazijnmedewerker", "medewerker magazijn", "Verzorgende IG", "verzorgende ig", "Lasser", "Kok")
CLASSES = st.none() | st.sampled_from(("transport", "zorg", "technisch"))
HOURS = st.none() | st.integers(0, 40)
GRADES = st.none() | st.integers(0, 8)
LICENCES = st.lists(st.sampled_from(RIJBEWIJZEN), max_size=3, unique=True).map(tuple)
BEROEPEN = st.lists(st.sampled_from(NAMES), max_size=2).map(tuple)
KM = st.none() | st.integers(0, 80)
_BOTH = {
    "beroepsklasse": CLASSES,
    "uren_min": HOURS,
    "uren_max": HOURS,
    "niveau": GRADES,
    "rijbewijs": LICENCES,
    "taal_mondeling": GRADES,
    "taal_schriftelijk": GRADES,
    "onregelmatig": st.none() | st.integers(0, 2),
}
WERK = st.builds(Werk, beroepen=BEROEPEN, soort=st.none() | st.sampled_from(SOORTEN), **_BOTH)
MENS = st.builds(
    Mens,
    beroepen=BEROEPEN,
    reisafstand_km=st.none() | st.integers(0, 60),
    soorten_werk=st.lists(st.sampled_from(SOORTEN), max_size=2).map(tuple),
    **_BOTH,
)
ORDER = (UNFIT, CARE, UNKNOWN, FITS)


def about(reasons: tuple[Reden, ...], what: str) -> str | None:
    """The verdict of one aspect."""
    found = [one.oordeel for one in reasons if one.code.startswith(f"match_{what}")]
    assert len(found) <= (2 if what == "taal" else 1)
    return found[0] if found else None


@given(WERK, MENS, KM)
def test_every_reason_is_a_sentence_and_what_does_not_fit_comes_first(
    werk: Werk, mens: Mens, km: int | None
) -> None:
    reasons = judge(werk, mens, km)
    assert [one.oordeel for one in reasons] == sorted((one.oordeel for one in reasons), key=ORDER.index)
    for one in reasons:
        text = sentence(one.code, one.parameters)
        assert "…" not in text
        assert one.code not in text


@given(WERK, MENS)
def test_of_whom_nothing_is_known_nothing_is_said(werk: Werk, mens: Mens) -> None:
    assert {one.oordeel for one in judge(werk, Mens(), None)} <= {UNKNOWN}
    assert {one.oordeel for one in judge(Werk(), mens, None)} <= {UNKNOWN}
    assert judge(Werk(), Mens(), None) == ()


@given(WERK, MENS, KM, st.data())
def test_what_one_side_leaves_out_is_never_for_or_against(
    werk: Werk, mens: Mens, km: int | None, data: st.DataObject
) -> None:
    empty = Mens()
    field = data.draw(st.sampled_from([one.name for one in fields(Mens)]))
    left_out = replace(mens, **{field: getattr(empty, field)})
    of = {"reisafstand_km": "afstand", "soorten_werk": "soort", "niveau": "niveau", "rijbewijs": "rijbewijs"}
    of["onregelmatig"] = "onregelmatig"
    if field in of:
        assert about(judge(werk, left_out, km), of[field]) in (None, UNKNOWN)


@given(WERK, MENS, KM, st.integers(1, 20))
def test_more_of_something_never_makes_it_worse(werk: Werk, mens: Mens, km: int | None, more: int) -> None:
    better: dict[str, Any] = {}
    if mens.reisafstand_km is not None:
        better["reisafstand_km"] = mens.reisafstand_km + more
    if mens.niveau in range(1, 6):
        better["niveau"] = (mens.niveau or 0) + 1
    if mens.taal_mondeling in range(1, 4):
        better["taal_mondeling"] = (mens.taal_mondeling or 0) + 1
    if mens.rijbewijs:
        better["rijbewijs"] = (*mens.rijbewijs, "CE")
    if mens.uren_min is not None:
        better["uren_min"] = max(0, mens.uren_min - more)
    if mens.uren_max is not None:
        better["uren_max"] = mens.uren_max + more
    before, after = judge(werk, mens, km), judge(werk, replace(mens, **better), km)
    for what in ("afstand", "niveau", "taal", "rijbewijs", "uren"):
        if about(before, what) is not None:
            worst = (about(after, what), about(before, what))
            assert ORDER.index(str(worst[0])) >= ORDER.index(str(worst[1])), what
    assert match.fits(after) or not match.fits(before)


@given(MENS, KM)
def test_work_that_asks_just_what_somebody_brings_fits(mens: Mens, km: int | None) -> None:
    werk = Werk(**{one.name: getattr(mens, one.name) for one in fields(Werk) if hasattr(mens, one.name)})
    ordered = mens.uren_min is None or mens.uren_max is None or mens.uren_min <= mens.uren_max
    reasons = judge(werk, mens, km)
    against = {one.code for one in reasons if one.oordeel in (UNFIT, CARE)}
    against -= {"match_onregelmatig_niet", "match_beroep_klasse", "match_beroep_anders"}
    assert not [code for code in against if not code.startswith("match_afstand") and ordered]
    if mens.beroepen:
        assert about(reasons, "beroep") == FITS


@pytest.mark.parametrize(
    ("werk", "mens", "code"),
    [
        ({"beroepen": ("Kok",)}, {"beroepen": ("kok",)}, "match_beroep_zelfde"),
        ({"beroepen": (NAMES[0],)}, {"beroepen": ("Magazijn medewerker",)}, "match_beroep_lijkt"),
        ({"beroepen": ("Kok",), "beroepsklasse": "zorg"}, {"beroepsklasse": "zorg"}, "match_beroep_klasse"),
        ({"beroepen": ("Kok",)}, {"beroepen": ("Lasser",)}, "match_beroep_anders"),
        ({"rijbewijs": ("B",)}, {"rijbewijs": ("C",)}, "match_rijbewijs_past"),
        ({"rijbewijs": ("B",)}, {"rijbewijs": ("AM",)}, "match_rijbewijs_mist"),
        ({"rijbewijs": ("B",)}, {}, "match_rijbewijs_onbekend"),
        ({"uren_min": 32}, {"uren_max": 28}, "match_uren_bijna"),
        ({"uren_min": 32}, {"uren_max": 27}, "match_uren_anders"),
        ({"niveau": 4}, {"niveau": 3}, "match_niveau_bijna"),
        ({"niveau": 4}, {"niveau": 7}, "match_niveau_onbekend"),
        ({"onregelmatig": 1}, {"onregelmatig": 2}, "match_onregelmatig_niet"),
        ({"taal_mondeling": 3}, {"taal_mondeling": 2}, "match_taal_bijna"),
        ({"soort": "leerbaan"}, {"soorten_werk": ("baan",)}, "match_soort_anders"),
    ],
)
def test_each_reason_has_its_case(werk: dict[str, Any], mens: dict[str, Any], code: str) -> None:
    assert [one.code for one in judge(Werk(**werk), Mens(**mens), None)] == [code]


def test_two_obstacles_are_too_many_and_another_beroep_is_one_too_many() -> None:
    werk = Werk(beroepen=("Kok",), niveau=4, onregelmatig=1)
    fitting = Mens(beroepen=("Kok",), niveau=4, onregelmatig=1)
    assert match.fits(judge(werk, fitting, None))
    assert match.fits(judge(werk, replace(fitting, niveau=1), None))
    assert not match.fits(judge(werk, replace(fitting, niveau=1, onregelmatig=2), None))
    assert not match.fits(judge(werk, replace(fitting, beroepen=("Lasser",)), None))
    assert not match.fits(judge(werk, replace(fitting, beroepen=()), None))


POSTCODES = st.sampled_from(sorted(places())[::13])


@given(POSTCODES, POSTCODES, POSTCODES)
def test_distance_is_the_same_there_and_back(one: str, other: str, third: str) -> None:
    there, back = kilometres(one, other), kilometres(f"{other}AB", f"{one}ZA")
    assert there == back
    assert kilometres(one, one) == 0
    around = (kilometres(one, third) or 0) + (kilometres(third, other) or 0)
    assert there is not None
    assert there <= around + 2  # each is rounded


def test_distances_that_everybody_knows() -> None:
    assert kilometres("1211", "3511") in range(14, 18)  # Hilversum to Utrecht
    assert kilometres("1211", "1012") in range(22, 28)  # and to Amsterdam
    assert kilometres("1211", "7245") is None  # the other Laren is not around here
    assert kilometres(None, "1211") is None
