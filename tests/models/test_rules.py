"""The rules of regie as tables: pure decisions over small facts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.errors import Weigering
from desktop.models.rules.conflict import merge_fields
from desktop.models.rules.regie import Holder, judge_contact, may_hold, may_take, merged_holder
from desktop.models.rules.werkgever import is_likely_double, likeness, search_name
from desktop.models.tables.medewerker import ROLES

A, B, C = "a", "b", "c"


@pytest.mark.parametrize("rol", ROLES)
@pytest.mark.parametrize("actief", [True, False])
def test_r1_who_may_hold(rol: str, actief: bool) -> None:
    if rol == "accountmanager" and actief:
        may_hold(rol, "Fatima", actief)
        return
    with pytest.raises(Weigering) as refused:
        may_hold(rol, "Fatima", actief)
    expected = "medewerker_niet_actief" if rol == "accountmanager" else "regie_alleen_accountmanager"
    assert refused.value.code == expected


def test_r5_who_may_take() -> None:
    holder = Holder(A, "Fatima", date(2026, 3, 12))
    assert may_take(None, A)
    assert not may_take(holder, A)
    with pytest.raises(Weigering) as refused:
        may_take(holder, B)
    assert refused.value.parameters == {"wie": "Fatima", "sinds": "2026-03-12"}


@pytest.mark.parametrize(
    ("holder", "reserved", "rol", "richting", "aanleiding", "marked", "informs", "code"),
    [
        (A, None, "accountmanager", "wij", None, False, None, None),
        (A, B, "accountmanager", "werkgever", None, False, None, None),
        (B, None, "accountmanager", "wij", None, True, B, "contact_buiten_regie"),
        (B, None, "accountmanager", "wij", "eigen_kandidaat", True, B, "contact_buiten_regie"),
        (B, None, "bemiddelaar", "wij", "eigen_kandidaat", False, B, "contact_eigen_kandidaat"),
        (B, None, "bemiddelaar", "wij", "andere_reden", True, B, "contact_buiten_regie"),
        (B, None, "bemiddelaar", "wij", None, True, B, "contact_buiten_regie"),
        (B, None, "teamleider", "wij", None, True, B, "contact_buiten_regie"),
        (B, None, "beheerder", "werkgever", None, False, B, "contact_werkgever_belde"),
        (None, None, "bemiddelaar", "wij", None, False, None, None),
        (None, None, "bemiddelaar", "werkgever", None, False, None, None),
        (None, A, "bemiddelaar", "wij", None, False, None, None),
        (None, B, "bemiddelaar", "wij", None, True, B, "contact_tijdens_reservering"),
        (None, B, "bemiddelaar", "wij", "eigen_kandidaat", True, B, "contact_tijdens_reservering"),
        (None, B, "bemiddelaar", "werkgever", None, False, None, None),
    ],
)
def test_r2_and_r4_what_a_contact_means(
    holder: str | None,
    reserved: str | None,
    rol: str,
    richting: str,
    aanleiding: str | None,
    marked: bool,
    informs: str | None,
    code: str | None,
) -> None:
    judgement = judge_contact(holder, reserved, A, rol, richting, aanleiding)
    assert (judgement.buiten_regie, judgement.inform, judgement.code) == (marked, informs, code)


PEOPLE = st.sampled_from([None, A, B, C])


@given(
    PEOPLE,
    PEOPLE,
    st.sampled_from([A, B]),
    st.sampled_from(ROLES),
    st.sampled_from(["wij", "werkgever"]),
    st.sampled_from([None, "eigen_kandidaat", "andere_reden"]),
)
def test_r4_nothing_is_refused_and_nobody_is_told_of_himself(
    holder: str | None, reserved: str | None, who: str, rol: str, richting: str, aanleiding: str | None
) -> None:
    judgement = judge_contact(holder, reserved, who, rol, richting, aanleiding)
    assert judgement.inform != who
    assert (judgement.inform is None) == (judgement.code is None)
    assert not judgement.buiten_regie or judgement.inform
    assert holder in (None, who) or judgement.inform == holder


@pytest.mark.parametrize(
    ("keeps", "goes", "chosen", "rol", "result"),
    [
        (None, None, None, "accountmanager", None),
        (A, None, None, "accountmanager", A),
        (None, B, None, "accountmanager", B),
        (A, A, None, "accountmanager", A),
        (A, B, None, "accountmanager", "samenvoegen_twee_regies"),
        (A, B, A, "beheerder", "samenvoegen_twee_regies"),
        (A, B, None, "teamleider", "samenvoegen_kies_regie"),
        (A, B, C, "teamleider", "samenvoegen_kies_regie"),
        (A, B, B, "teamleider", B),
        (A, B, A, "teamleider", A),
    ],
)
def test_r8_who_holds_after_a_merge(
    keeps: str | None, goes: str | None, chosen: str | None, rol: str, result: str | None
) -> None:
    try:
        outcome = merged_holder(keeps, goes, chosen, rol)
    except Weigering as refused:
        outcome = refused.code
    assert outcome == result


@pytest.mark.parametrize(
    ("first", "second", "same_place", "double"),
    [
        ("Houtbouw Eemvallei B.V.", "Houtbouw Eemvallei", False, True),
        ("Stichting De Blauwe Dag", "De Blauwe Dag", False, True),
        ("Café Noord", "CAFE NOORD V.O.F.", False, True),
        ("Bakkerij Jansen", "Jansen Bakkerij", False, True),
        ("Houtbouw Eemvallei", "Houtbouw Eemvalei", True, True),
        ("Bakkerij Jansen", "Bakkerij Hansen", True, True),
        ("Bakkerij Jansen", "Bakkerij Hansen", False, False),
        ("Houtbouw Eemvallei", "Transport Van Ginneken", True, False),
        ("Gemeente Huizen", "Gemeente Laren", False, False),
    ],
)
def test_r9_when_two_names_may_be_one_werkgever(
    first: str, second: str, same_place: bool, double: bool
) -> None:
    assert is_likely_double(search_name(first), search_name(second), same_place) is double


@pytest.mark.parametrize(
    ("naam", "kept"),
    [
        ("Houtbouw B.V.", "houtbouw"),
        ("B.V. Houtbouw", "houtbouw"),
        ("Stichting Ons Huis", "ons huis"),
        ("Vereniging Eigen Huis", "eigen huis"),
        ("Advies & Bouw, N.V.", "advies bouw"),
        ("Bovag", "bovag"),
        ("Nvidia", "nvidia"),
        ("B.V.", "b v"),
        ("北京", "北京"),
        ("***", "***"),
        ("   ", "-"),
    ],
)
def test_search_name_leaves_the_legal_form_out(naam: str, kept: str) -> None:
    assert search_name(naam) == kept


@given(st.text())
def test_a_search_name_is_never_empty_nor_too_long(naam: str) -> None:
    assert 1 <= len(search_name(naam)) <= 500
    assert search_name(naam) == search_name(naam.upper().lower()) or not naam.isascii()


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_a_percentage_and_knows_no_order(first: str, second: str) -> None:
    assert 0 <= likeness(first, second) <= 100
    assert likeness(first, second) == likeness(second, first)
    assert likeness(first, first) == 100


@given(
    st.dictionaries(st.sampled_from("pqrs"), st.integers(0, 2)),
    st.sets(st.sampled_from("pqrs")),
    st.fixed_dictionaries({name: st.integers(0, 2) for name in "pqrs"}),
)
def test_a_merge_of_fields_loses_nothing(
    wanted: dict[str, int], others: set[str], current: dict[str, int]
) -> None:
    merge = merge_fields(wanted, current, others)
    differs = {name: value for name, value in wanted.items() if current[name] != value}
    assert merge.apply | merge.contested == differs
    assert not merge.apply.keys() & merge.contested.keys()
    assert merge.contested.keys() == differs.keys() & others
