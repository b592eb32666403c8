"""R6 and R7 as tables: pure decisions over small facts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.errors import Weigering
from desktop.models.rules import overdracht, waarneming
from desktop.models.rules.regie import Holder, judge_contact, may_approach
from desktop.models.tables import Waarneming
from desktop.models.tables.medewerker import ROLES

A, B, C, W, V = "a", "b", "c", "w", "v"
HOLDER = Holder(A, "Fatima", date(2026, 3, 12))
STATUSES = ("voorgesteld", "aanvaard", "kennisgemaakt", "afgerond", "geweigerd", "ingetrokken")


def code_of(rule: object, *given: object) -> object:
    """What a rule answers, or the code with which it refuses."""
    try:
        return rule(*given)  # type: ignore[operator]
    except Weigering as refused:
        return refused.code


@pytest.mark.parametrize(
    ("holder", "actor", "rol", "answer"),
    [
        (HOLDER, A, "accountmanager", HOLDER),
        (HOLDER, B, "teamleider", HOLDER),
        (HOLDER, B, "accountmanager", "overdracht_alleen_regiehouder"),
        (None, A, "accountmanager", "overdracht_geen_regie"),
        (None, B, "teamleider", "overdracht_geen_regie"),
    ],
)
def test_r6_who_offers(holder: Holder | None, actor: str, rol: str, answer: object) -> None:
    assert code_of(overdracht.may_offer, holder, actor, rol) == answer


@pytest.mark.parametrize(
    ("status", "receiver", "teamleider", "other"),
    [
        ("voorgesteld", True, True, "overdracht_voor_ander"),
        ("aanvaard", False, False, "overdracht_voor_ander"),
        ("kennisgemaakt", False, False, "overdracht_voor_ander"),
        ("afgerond", False, False, "overdracht_voor_ander"),
        ("geweigerd", "overdracht_voorbij", "overdracht_voorbij", "overdracht_voor_ander"),
        ("ingetrokken", "overdracht_voorbij", "overdracht_voorbij", "overdracht_voor_ander"),
    ],
)
def test_r6_who_accepts(status: str, receiver: object, teamleider: object, other: object) -> None:
    def accept(actor: str, rol: str) -> object:
        return code_of(overdracht.may_accept, status, B, "Herman", actor, rol)

    assert accept(B, "accountmanager") == receiver
    assert accept(C, "teamleider") == teamleider
    assert accept(A, "accountmanager") == other


@pytest.mark.parametrize("status", STATUSES)
def test_r6_only_who_was_asked_says_no(status: str) -> None:
    expected = {"voorgesteld": True, "geweigerd": False}.get(status, "overdracht_voorbij")
    assert code_of(overdracht.may_decline, status, B, "Herman", B) == expected
    assert code_of(overdracht.may_decline, status, B, "Herman", A) == "overdracht_voor_ander"


@pytest.mark.parametrize("status", STATUSES)
def test_r6_who_offered_takes_it_back(status: str) -> None:
    expected = {"voorgesteld": True, "ingetrokken": False}.get(status, "overdracht_voorbij")
    assert code_of(overdracht.may_withdraw, status, A, "Fatima", A, "accountmanager") == expected
    assert code_of(overdracht.may_withdraw, status, A, "Fatima", C, "teamleider") == expected
    refused = code_of(overdracht.may_withdraw, status, A, "Fatima", B, "accountmanager")
    assert refused == "overdracht_van_ander"


@pytest.mark.parametrize("status", STATUSES)
def test_r6_what_follows_is_for_the_new_regiehouder(status: str) -> None:
    refused = {
        "voorgesteld": "overdracht_niet_aanvaard",
        "geweigerd": "overdracht_voorbij",
        "ingetrokken": "overdracht_voorbij",
    }
    assert code_of(overdracht.may_follow_up, status, B, "Herman", B) == refused.get(status)
    assert code_of(overdracht.may_follow_up, status, B, "Herman", A) == "overdracht_voor_ander"


@pytest.mark.parametrize("rol", ROLES)
@pytest.mark.parametrize("actief", [True, False])
def test_r7_who_stands_in(rol: str, actief: bool) -> None:
    answer = code_of(waarneming.may_stand_in, rol, "Herman", actief, False)
    if rol != "accountmanager":
        assert answer == "waarnemer_geen_accountmanager"
    else:
        assert answer == (None if actief else "medewerker_niet_actief")
    assert code_of(waarneming.may_stand_in, rol, "Herman", actief, True) == "waarnemer_zelfde"


@pytest.mark.parametrize(
    ("actor", "rol", "voor_rol", "answer"),
    [
        (A, "accountmanager", "accountmanager", None),
        (B, "teamleider", "accountmanager", None),
        (B, "accountmanager", "accountmanager", "waarneming_alleen_eigen"),
        (A, "teamleider", "teamleider", "regie_alleen_accountmanager"),
        (B, "teamleider", "bemiddelaar", "regie_alleen_accountmanager"),
    ],
)
def test_r7_for_whom(actor: str, rol: str, voor_rol: str, answer: object) -> None:
    assert code_of(waarneming.may_arrange, A, voor_rol, "Fatima", actor, rol) == answer


@pytest.mark.parametrize(
    ("actor", "rol", "answer"),
    [
        (A, "accountmanager", None),
        (B, "accountmanager", None),
        (C, "teamleider", None),
        (C, "centrum", None),
        (C, "accountmanager", "waarneming_van_ander"),
    ],
)
def test_r7_who_ends_it(actor: str, rol: str, answer: object) -> None:
    assert code_of(waarneming.may_end, A, B, actor, rol) == answer


@pytest.mark.parametrize(
    ("van", "tot", "answer"),
    [
        ("2026-11-20", "2026-11-20", None),
        ("2026-11-20", "2026-11-19", "waarneming_eindigt_voor_begin"),
        ("2026-11-20", "2027-11-20", None),
        ("2026-11-20", "2027-11-21", "waarneming_te_lang"),
        ("2028-02-29", "2029-02-28", None),
        ("2028-02-29", "2029-03-01", "waarneming_te_lang"),
        ("9999-05-01", "9999-12-31", None),
    ],
)
def test_r7_a_period_has_an_end_within_a_year(van: str, tot: str, answer: object) -> None:
    given = (date.fromisoformat(van), date.fromisoformat(tot))
    assert code_of(waarneming.check_period, *given) == answer


DAY = date(2026, 11, 20)
days = st.integers(-40, 40).map(lambda n: DAY + timedelta(days=n))
periods = st.tuples(days, days).filter(lambda pair: pair[0] <= pair[1])


def row(voor: str, waarnemer: str, werkgever: str | None, van: date, tot: date) -> Waarneming:
    return Waarneming(voor_id=voor, waarnemer_id=waarnemer, werkgever_id=werkgever, van=van, tot=tot)


@given(periods, periods, st.sampled_from([None, W, V]), st.frozensets(st.sampled_from([W, V])))
def test_r7_periods_overlap_when_they_share_a_day_and_a_werkgever(
    one: tuple[date, date], other: tuple[date, date], werkgever: str | None, wanted: frozenset[str]
) -> None:
    there = row(A, B, werkgever, *one)
    shares_day = max(one[0], other[0]) <= min(one[1], other[1])
    shares_werkgever = bool({W, V} & (wanted or {W, V}) & ({werkgever} if werkgever else {W, V}))
    found = waarneming.overlapping([there], wanted, *other)
    assert (found is there) == (shares_day and shares_werkgever)


@pytest.mark.parametrize(
    ("holder", "werkgever", "day", "who"),
    [
        (A, W, "2026-11-20", {B}),
        (A, W, "2026-11-30", {B}),
        (A, W, "2026-12-01", set()),
        (A, W, "2026-11-19", set()),
        (B, W, "2026-11-20", set()),
        (C, W, "2026-11-20", {B}),
        (C, V, "2026-11-20", set()),
    ],
)
def test_r7_who_stood_in_on_a_day(holder: str, werkgever: str, day: str, who: set[str]) -> None:
    until = date(2026, 11, 30)
    rows = [row(A, B, None, DAY, until), row(C, B, W, DAY, until)]
    assert waarneming.standing_in(rows, holder, werkgever, date.fromisoformat(day)) == who


@pytest.mark.parametrize(
    ("actor", "rol", "richting", "aanleiding", "marked", "informs", "also"),
    [
        (B, "accountmanager", "wij", None, False, None, set()),
        (B, "accountmanager", "werkgever", None, False, None, set()),
        (A, "accountmanager", "wij", None, False, None, set()),
        (C, "accountmanager", "wij", None, True, A, {B}),
        (C, "bemiddelaar", "wij", "eigen_kandidaat", False, A, {B}),
        (C, "bemiddelaar", "werkgever", None, False, A, {B}),
    ],
)
def test_r2_who_stands_in_counts_as_regiehouder(
    actor: str,
    rol: str,
    richting: str,
    aanleiding: str | None,
    marked: bool,
    informs: str | None,
    also: set[str],
) -> None:
    judged = judge_contact(A, None, actor, rol, richting, aanleiding, frozenset({B}))
    assert (judged.buiten_regie, judged.inform, set(judged.standing_in)) == (marked, informs, also)


def test_r2_who_may_announce_an_approach() -> None:
    for actor in (A, B):
        may_approach(HOLDER, frozenset({B}), actor)
    may_approach(None, frozenset(), C)
    assert code_of(may_approach, HOLDER, frozenset({B}), C) == "regie_al_bij_ander"
