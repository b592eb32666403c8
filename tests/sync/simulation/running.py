"""Runs of many histories from one seed."""

from __future__ import annotations

import time
from collections import Counter

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.sync.simulation.machine import Machine, machine
from tests.sync.simulation.stage import Stage

PER_RUN = 25


def run(
    stage: Stage, seconds: float, first_seed: int, steps: int = 25, most: int = 10**9, shrink: bool = True
) -> Counter[str]:
    """Histories until the time is over (or `most` runs were made); raises what one of them found, shrunk.

    The counts are those of all histories, also of the ones that were made while shrinking.
    """
    Machine.stage = stage
    Machine.counts, Machine.found = Counter(), False
    Machine.until = time.monotonic() + seconds
    for number in range(most):
        if time.monotonic() >= Machine.until:
            break
        _some(first_seed + number, steps, shrink)
    return Machine.counts


def _some(number: int, steps: int, shrink: bool) -> None:
    chosen = settings(
        max_examples=PER_RUN,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        print_blob=False,
        phases=[Phase.generate, Phase.shrink] if shrink else [Phase.generate],
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    cls = seed(number)(machine())
    run_state_machine_as_test(cls, settings=chosen)
