"""The region settles its own scale and questions; what was judged before keeps its words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.commands.werkfit import BeoordeelWerkfit, WijzigWerkfitlijst
from desktop.models.errors import InputRefused, Weigering
from desktop.models.outcome import Outcome
from desktop.models.queries import profiel
from desktop.models.rules.werkfit import QUESTIONS, SCALE, Value, doubled, settled
from desktop.models.tables import Codewaarde
from tests.models.test_handlers_kandidaat import registered
from tests.support.builders import FATIMA, KARIN, SEVDA, Region, a, actor

TODAY = date(2026, 11, 20)
ADMIN = actor("Beheer", "beheerder")


def settle(
    region: Region,
    schaal: tuple[str, ...],
    vragen: tuple[str, ...] = (),
    who: object = KARIN,
    gezien: tuple[str, ...] = (),
    bron: str | None = None,
) -> Outcome:
    given = {
        "schaal": [{"label": label} for label in schaal],
        "vragen": [{"label": label} for label in vragen],
        "gezien": list(gezien),
        "bron": bron,
    }
    return region.do(a(WijzigWerkfitlijst, **given), who)  # type: ignore[arg-type]


def now(region: Region) -> tuple[list[str], list[str]]:
    region.session.flush()
    found = profiel.werkfit_lijst(region.session, TODAY)
    return [label for _, label in found.schaal], [label for _, label in found.vragen]


def code_of(region: Region, label: str) -> str:
    return next(row.code for row in region.all(Codewaarde) if row.label == label)


@pytest.mark.parametrize("who", [KARIN, ADMIN])
def test_other_words_hold_from_the_day_on_in_their_order(region: Region, who: object) -> None:
    outcome = settle(region, ("Zelfstandig", "Klaar om te beginnen"), ("Wil hij?",), who, bron="Handboek 1")
    assert outcome.parameters == {"nieuw": 2, "geeindigd": 2}
    assert now(region) == (["Zelfstandig", "Klaar om te beginnen"], ["Wil hij?"])
    assert not profiel.werkfit_lijst(region.session, TODAY).voorlopig
    regels = profiel.werkfit_regels(region.session, TODAY)
    ended = [(row.label, row.geldig_tot) for row in regels if not row.telt]
    assert sorted(ended) == [("Komt de kandidaat op tijd?", TODAY), ("Nog niet klaar", TODAY)]
    assert {row.bron for row in regels if row.telt} == {"Handboek 1"}


@pytest.mark.parametrize("who", [FATIMA, SEVDA])
def test_nobody_else_may(region: Region, who: object) -> None:
    with pytest.raises(Weigering, match="mag_niet"):
        settle(region, ("Ja", "Nee"), who=who)


def test_a_judgement_keeps_the_words_it_was_given_with(region: Region) -> None:
    kandidaat = registered(region)
    answers = [{"vraag": "op_tijd", "waarde": "nog_niet"}]
    region.do(a(BeoordeelWerkfit, kandidaat_id=kandidaat, waarde="nog_niet", antwoorden=answers), SEVDA)
    settle(region, ("Ja", "Nee"), ("Is hij op tijd?",))
    region.session.flush()
    found = profiel.werkfit_lijst(region.session, TODAY)
    assert "nog_niet" not in dict(found.schaal)
    assert found.woorden["nog_niet"] == "Nog niet klaar"
    assert found.vraagwoorden["op_tijd"] == "Komt de kandidaat op tijd?"
    # Judged on a laptop that had not heard of it: what somebody found is not lost.
    region.do(a(BeoordeelWerkfit, kandidaat_id=kandidaat, waarde="klaar"), SEVDA)


def test_the_words_of_before_bring_the_same_values_back(region: Region) -> None:
    before = now(region)
    codes = {row.code for row in region.all(Codewaarde) if row.lijst in (SCALE, QUESTIONS)}
    settle(region, ("Ja", "Nee"))
    assert now(region) == (["Ja", "Nee"], [])
    settle(region, tuple(before[0]), tuple(before[1]))
    assert now(region) == before
    kept = {row.code for row in region.all(Codewaarde) if row.lijst in (SCALE, QUESTIONS)}
    assert codes <= kept
    assert len(kept - codes) == 2


def test_the_same_twice_changes_nothing(region: Region) -> None:
    settle(region, ("Ja", "Nee"), ("Wil hij?",))
    assert settle(region, ("Ja", "Nee"), ("Wil hij?",)).parameters == {"nieuw": 0, "geeindigd": 0}


def test_what_a_colleague_added_meanwhile_stays(region: Region) -> None:
    """Two people without network: the second one did not see the first one's line."""
    seen = ("klaar", "nog_niet", "op_tijd")
    settle(
        region,
        ("Klaar om te beginnen", "Met hulp", "Nog niet klaar"),
        ("Komt de kandidaat op tijd?",),
        gezien=seen,
    )
    settle(region, ("Klaar om te beginnen", "Bijna"), ("Komt de kandidaat op tijd?",), ADMIN, gezien=seen)
    assert now(region)[0] == ["Klaar om te beginnen", "Bijna", "Met hulp"]


@pytest.mark.parametrize(
    ("schaal", "vragen", "veld", "code"),
    [
        (("Ja",), (), "schaal", "werkfit_schaal_kort"),
        (("Ja", "Nee", "JA"), (), "schaal", "werkfit_dubbel"),
        (("Ja", "Nee"), ("Wil hij?", "wil hij?"), "vragen", "werkfit_dubbel"),
    ],
)
def test_wrong_input_is_said_at_its_field(
    region: Region, schaal: tuple[str, ...], vragen: tuple[str, ...], veld: str, code: str
) -> None:
    with pytest.raises(InputRefused) as refused:
        settle(region, schaal, vragen)
    assert refused.value.fields[veld].code == code
    assert now(region)[0] == ["Klaar om te beginnen", "Nog niet klaar"]


# -- the rule ------------------------------------------------------------------------------------------
LABELS = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=6)


@given(st.lists(LABELS, min_size=1, max_size=5))
def test_a_code_never_changes_its_words(steps: list[list[str]]) -> None:
    words: dict[str, str] = {}
    known: list[Value] = []
    for step, labels in enumerate(steps):

        def new_code(number: int, step: int = step) -> str:
            return f"{step}.{number}"

        values = settled(known, labels, (), new_code)
        assert [value.label for value in values] == labels
        for value in values:
            assert words.setdefault(value.code, value.label) == value.label
        codes = {value.code for value in values}
        known = [*values, *(Value(one.code, one.label, False) for one in known if one.code not in codes)]
        assert len({value.code for value in known}) == len(known)


@given(LABELS, LABELS, LABELS)
def test_only_what_was_seen_can_end(base: list[str], mine: list[str], theirs: list[str]) -> None:
    known = [Value(label, label) for label in sorted({*base, *theirs})]
    if not base:
        return
    left = {value.label for value in settled(known, mine, base, str)}
    assert set(mine) | (set(theirs) - set(base)) <= left
    assert left <= set(mine) | (set(theirs) - set(base))


def test_the_same_words_are_double_whatever_capitals_and_accents() -> None:
    assert doubled(["Caf\u00e9", "Cafe"]) == "Cafe"
    assert doubled(["Ja", "Nee"]) is None
