"""Working days, the schedule of nazorg and the limits of instruments: pure rules."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.models import first_rows
from desktop.models.rules import instrument, nazorg, working_days
from desktop.models.rules.nazorg import Condition, Item, Line, Placement, Used

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
ANY_DAY = st.dates()
UNITS = st.sampled_from(("dag", "werkdag", "week", "maand"))


def lines() -> tuple[Line, ...]:
    """The schedule that is shipped."""
    return tuple(nazorg.line_of(_Row(values)) for values in first_rows.first_lines())


class _Row:
    def __init__(self, values: dict[str, object]) -> None:
        vars(self).update(values)


PLACEMENTS = st.builds(
    Placement,
    start=DAYS,
    soort=st.sampled_from(("baan", "proefplaatsing", "leerbaan")),
    contract=st.sampled_from((None, "B", "O")),
    verwachte_einde=st.none() | DAYS,
)
USED = st.lists(
    st.builds(
        Used,
        code=st.sampled_from(("proefplaatsing", "loonkostensubsidie", "lkv_herplaatsen")),
        start=st.none() | DAYS,
        einde=st.none() | DAYS,
        forfait=st.booleans(),
    ),
    max_size=3,
)


def test_the_holidays_of_the_law() -> None:
    holidays = {
        *(date(2026, 1, 1), date(2026, 4, 3), date(2026, 4, 6), date(2026, 4, 27), date(2026, 5, 5)),
        *(date(2026, 5, 14), date(2026, 5, 25), date(2026, 12, 25), date(2027, 5, 5)),
    }
    assert not any(map(working_days.is_working_day, holidays))
    assert working_days.on_or_after(date(2026, 5, 5)) == date(2026, 5, 6)
    assert working_days.on_or_before(date(2026, 5, 5)) == date(2026, 5, 4)


@given(ANY_DAY, st.integers(-400, 400), UNITS)
def test_a_moved_day_is_always_a_day(day: date, count: int, unit: str) -> None:
    there = working_days.moved(day, count, unit)
    assert (there > day) == (count > 0 and day != date.max) or there in (date.min, date.max)


@given(DAYS, st.integers(0, 60))
def test_months_fit_in_what_they_make(day: date, months: int) -> None:
    last = working_days.moved(working_days.moved(day, months, "maand"), -1, "dag")
    assert working_days.whole_months(day, last) in (months, months - 1)


@given(PLACEMENTS, USED)
def test_every_proposed_day_is_a_working_day_and_every_line_comes_once(
    placement: Placement, used: list[Used]
) -> None:
    found = nazorg.propose(placement, used, lines())
    assert all(working_days.is_working_day(one.datum) for one in found)
    assert len({one.regel for one in found}) == len(found)
    assert [one.datum for one in found] == sorted(one.datum for one in found)
    codes = {one.regel for one in found}
    assert ("aanzegging" in codes) <= (placement.contract == "B" and placement.verwachte_einde is not None)
    for one in found:
        if one.regel == "aanzegging" and placement.verwachte_einde:
            assert one.datum <= working_days.moved(placement.verwachte_einde, -1, "maand")


@given(PLACEMENTS, st.integers(1, 200))
def test_a_moved_start_moves_what_nobody_touched_to_what_would_be_proposed(
    placement: Placement, days: int
) -> None:
    before = nazorg.propose(placement, (), lines())
    items = [
        Item(str(number), one.regel, one.datum, "gepland", touched=number % 3 == 0)
        for number, one in enumerate(before)
    ]
    later = Placement(placement.start + timedelta(days=days), placement.soort)
    moved = nazorg.shifted(items, nazorg.propose(later, (), lines()))
    touched = {item.id for item in items if item.touched}
    assert not touched & {one.id for one in moved.verschoven}
    assert {one.id for one in moved.gebleven} <= touched


def test_lines_that_wait_for_each_other_propose_nothing() -> None:
    def after(code: str, before: str) -> Line:
        return Line(code, "relatie", code, "na_regel", 1, "maand", na_regel=before)

    found = nazorg.propose(
        Placement(date(2026, 1, 5)), (), (after("a", "b"), after("b", "a"), after("c", "x"))
    )
    assert found == ()


def test_what_follows_a_line_follows_the_day_that_was_chosen() -> None:
    first = Line("een", "relatie", "Een", "start", 1, "maand")
    second = Line("twee", "relatie", "Twee", "na_regel", 1, "maand", na_regel="een")
    found = nazorg.propose(Placement(date(2026, 1, 5)), (), (first, second), {"een": date(2026, 3, 2)})
    assert {one.regel: one.datum for one in found} == {"een": date(2026, 2, 5), "twee": date(2026, 4, 2)}


def test_a_condition_asks_all_of_it() -> None:
    only = Condition(instrumenten=frozenset({"loonkostensubsidie"}), forfait=True)
    line = Line("x", "werkgever", "X", "instrument_start", 5, "maand", alleen_bij=only)
    placement = Placement(date(2026, 1, 5))
    plain, forfait = (Used("loonkostensubsidie", date(2026, 1, 5), forfait=one) for one in (False, True))
    assert nazorg.propose(placement, (plain,), (line,)) == ()
    assert [one.datum for one in nazorg.propose(placement, (forfait,), (line,))] == [date(2026, 6, 5)]


@given(DAYS, st.integers(1, 900))
def test_a_length_is_passed_from_the_day_after_its_last_one(start: date, length: int) -> None:
    limit = {"duur_uiterlijk": {"waarde": 6, "eenheid": "maand", "zin": "Hooguit 6 maanden.", "bron": "x"}}
    einde = start + timedelta(days=length)
    use = instrument.Use("Proef", start=start, einde=einde)
    last = working_days.moved(working_days.moved(start, 6, "maand"), -1, "dag")
    assert bool(instrument.judge(use, limit)) == (einde > last)


def test_each_shipped_limit_is_one_that_is_compared_and_has_its_source() -> None:
    for values in first_rows.first_instruments():
        for code, limit in values["grenzen"].items():
            assert code in instrument.LIMITS
            assert limit["zin"].endswith(".")
            assert limit["bron"]
            assert (limit.get("waarde") is None) == (code == "stapeling")
        assert {task["anker"] for task in values["taken"]} <= {
            "aanvraag",
            "start",
            "einde",
            "start_plaatsing",
        }
        assert all(values["inhoud"].get(section) for section in ("voor_wie", "levert_op", "wie_regelt"))
