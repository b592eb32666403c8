"""A figure says the truth: ratio and goal point the right way, and invented data are the same twice."""

from pathlib import Path

import pytest

from bench import region, table
from bench.figure import Beside, Figure, as_json, lines, median, percentile, rate
from desktop.models.bus import read_command


def figure(value: float, goal: float, *, more: bool) -> Figure:
    return Figure("push", value, "x/s", more, (Beside("peer", 100.0, goal),))


@pytest.mark.parametrize(
    ("value", "more", "goal", "ratio", "met"),
    [
        (150.0, True, 1.5, 1.5, True),
        (149.0, True, 1.5, 1.49, False),
        (200.0, False, 0.5, 0.5, True),
        (201.0, False, 0.5, 0.498, False),
        (50.0, False, 1.0, 2.0, True),
    ],
)
def test_above_one_ours_is_better(value: float, more: bool, goal: float, ratio: float, met: bool) -> None:
    (beside,) = as_json(figure(value, goal, more=more))["beside"]
    assert (beside["ratio"], beside["met"]) == (pytest.approx(ratio, abs=0.001), met)


def test_goal_is_printed_in_the_words_of_the_plan() -> None:
    rates = "\n".join(lines(figure(149, 1.5, more=True)))
    assert "goal >= 1.5 x: NOT met" in rates
    assert "goal <= 2 x: met" in "\n".join(lines(figure(200, 0.5, more=False)))


def test_what_could_not_be_measured_is_said_to_be_so(tmp_path: Path) -> None:
    away = Figure(
        "push", 150.0, "x/s", True, (Beside("peer", None, 1.5), Beside("floor", 100.0, 0.5)), "fsync on"
    )
    page = tmp_path / "page.md"
    page.write_text(f"before\n{table.BEGIN}\nold\n{table.END}\nafter\n")

    table.write({"date": "today"}, [away], page)

    assert "not measured" in "\n".join(lines(away))
    assert away.met(away.beside[0]) is None
    told = page.read_text()
    assert told.startswith("before\n")
    assert told.endswith("after\n")
    assert "old" not in told
    assert "| push | 150 x/s | peer | not measured | – | 1.5 | – |" in told
    assert "|  |  | floor | 100 | 1.50 | 0.5 | yes |" in told
    assert "- push: fsync on" in told


def test_the_table_says_between_which_the_rounds_lay(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"{table.BEGIN}\n{table.END}")

    table.write({}, [rate("push", 100, [1.0, 0.5, 2.0], "x/s")], page)

    assert "| push | 100 x/s (50–200) | – | – | – | – | – |" in page.read_text()


def test_a_page_without_a_place_for_figures_stays_as_it_is(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("nothing here")

    with pytest.raises(ValueError, match="no place"):
        table.write({}, [], page)


def test_rate_is_that_of_the_median_round() -> None:
    measured = rate("push", 100, [1.0, 4.0, 2.0], "x/s")
    assert measured.value == 50
    assert measured.spread == (25, 100)


def test_median_and_percentile() -> None:
    assert median([3, 1, 2, 4]) == 2
    assert percentile(range(1, 101), 0.99) == 100


def test_invented_region_is_the_same_in_every_run() -> None:
    assert region.visit(7, 100) == region.visit(7, 100)
    assert list(region.keystrokes(30, 100)) == list(region.keystrokes(30, 100))
    numbers = range(2000)
    assert (
        len({region.visit(n, 100)["id"] for n in numbers} | {region.werkgever_id(n) for n in numbers}) == 4000
    )
    assert len({region.kvk_nummer(n) for n in numbers}) == 2000


def test_invented_visits_are_commands() -> None:
    assert read_command("contact.leg_vast", 1, region.visit(3, 10)).NAME == "contact.leg_vast"
