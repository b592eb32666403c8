"""When the next round is due: a state machine without a clock, so every moment here is a number."""

from __future__ import annotations

import random

import pytest

from desktop.sync.pace import DEBOUNCE, FIRST_RETRY, SLOWEST, STEADY, Pace


@pytest.fixture
def pace() -> Pace:
    return Pace(random.Random(1))


def test_the_first_round_is_due_at_once(pace: Pace) -> None:
    assert pace.next_delay(1000.0) == 0


def test_a_steady_pace_with_jitter() -> None:
    delays = set()
    for seed in range(50):
        pace = Pace(random.Random(seed))
        pace.on_success(0)
        delays.add(pace.next_delay(0))
    assert len(delays) == 50
    assert STEADY * 0.85 <= min(delays) < STEADY < max(delays) <= STEADY * 1.15


def test_ever_slower_while_it_fails_and_never_slower_than_the_slowest(pace: Pace) -> None:
    for failure in range(5000):
        pace.on_failure(0)
        limit = min(SLOWEST, FIRST_RETRY * 2 ** min(failure, 20))
        assert limit * 0.5 <= pace.next_delay(0) <= limit
    assert pace.failing


def test_one_good_round_forgets_all_failures(pace: Pace) -> None:
    for _ in range(10):
        pace.on_failure(0)
    pace.on_success(0)
    assert not pace.failing
    pace.on_failure(0)
    assert pace.next_delay(0) <= FIRST_RETRY


def test_commands_in_a_row_go_together_but_not_for_ever(pace: Pace) -> None:
    pace.on_success(0)
    for moment in (10.0, 10.5, 11.0):
        pace.on_command(moment)
    assert pace.next_delay(11.0) == pytest.approx(DEBOUNCE - 1)


def test_a_command_just_before_a_round_does_not_postpone_it(pace: Pace) -> None:
    pace.on_success(0)
    due = pace.next_delay(0)
    pace.on_command(due - 0.5)
    assert pace.next_delay(due - 0.5) == pytest.approx(0.5)


def test_a_command_does_not_shorten_the_pause_of_a_line_that_fails(pace: Pace) -> None:
    for _ in range(8):
        pace.on_failure(0)
    before = pace.next_delay(0)
    pace.on_command(0)
    assert pace.next_delay(0) == before


def test_the_button_is_now_also_while_it_fails(pace: Pace) -> None:
    for _ in range(8):
        pace.on_failure(0)
    pace.on_request(3.0)
    assert pace.next_delay(3.0) == 0


def test_a_round_is_always_due_some_day(pace: Pace) -> None:
    """Retry never depends on a new event: after anything there is a moment, at most five minutes away."""
    rng = random.Random(7)
    now = 0.0
    for _ in range(2000):
        now += rng.random() * 100
        rng.choice([pace.on_success, pace.on_failure, pace.on_command, pace.on_request])(now)
        assert 0 <= pace.next_delay(now) <= SLOWEST
