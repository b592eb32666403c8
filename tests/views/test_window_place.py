"""Where the window comes back: where it was left, if somebody can take hold of it there."""

import pytest
from PySide6.QtCore import QRect

from desktop.views import window_place as place

LAPTOP, BESIDE = QRect(0, 0, 1440, 860), QRect(1440, 0, 1920, 1040)


def test_what_was_kept_comes_back() -> None:
    kept = place.kept(QRect(100, 50, 1200, 800), maximized=True)
    assert place.place_of(kept) == QRect(100, 50, 1200, 800)
    assert kept["groot"] is True


@pytest.mark.parametrize("left", [{}, {"plaats": [1, 2]}, {"plaats": [1, 2, 0, 4]}, {"plaats": ["a"] * 4}])
def test_a_place_that_makes_no_sense_is_none(left: dict[str, object]) -> None:
    assert place.place_of(left) is None


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (QRect(100, 50, 1200, 800), QRect(100, 50, 1200, 800)),
        (QRect(1500, 100, 1800, 900), QRect(1500, 100, 1800, 900)),  # on the screen beside it
        (QRect(1200, 700, 1200, 800), QRect(240, 60, 1200, 800)),  # partly out: moved inside
        (QRect(0, 0, 3000, 2000), QRect(0, 0, 1440, 860)),  # larger than the screen
    ],
)
def test_a_place_on_a_screen_is_kept_as_far_as_it_fits(wanted: QRect, found: QRect) -> None:
    assert place.fitting(wanted, [LAPTOP, BESIDE]) == found


@pytest.mark.parametrize("wanted", [QRect(5000, 100, 1200, 800), QRect(100, 2000, 1200, 800), None])
def test_out_of_sight_or_never_kept_is_the_middle_of_the_first_screen(wanted: QRect | None) -> None:
    found = place.fitting(wanted, [LAPTOP])
    assert LAPTOP.contains(found)
    assert found.center() == QRect(0, 0, found.width(), found.height()).translated(found.topLeft()).center()
    assert abs(found.center().x() - LAPTOP.center().x()) <= 1


def test_a_screen_that_went_away_leaves_no_window_behind() -> None:
    assert place.fitting(QRect(1500, 100, 1300, 800), [LAPTOP]).size().width() == 1300


def test_without_screens_there_is_a_usual_size() -> None:
    assert place.fitting(None, []).size() == place.USUAL
