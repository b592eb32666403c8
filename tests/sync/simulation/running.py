"""Runs of many histories from one seed."""

from __future__ import annotations

import time
from collections import Counter
from contextlib import suppress
from unittest import SkipTest

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.sync.simulation.machine import Machine, machine
from tests.sync.simulation.stage import Stage

PER_RUN = 25
"""Histories from one seed; the first of them is as simple as can be, and so is worth little."""
FOR_EVER = 10.0**9


def run(
    stage: Stage,
    first_seed: int,
    *,
    seconds: float = FOR_EVER,
    histories: int | None = None,
    steps: int = 60,
    shrink: bool = True,
) -> Counter[str]:
    """Histories until the time is over, or so many; raises what one of them found, shrunk.

    The counts are those of all histories, also of the ones that were made while shrinking.
    """
    Machine.stage = stage
    Machine.counts, Machine.found = Counter(), False
    Machine.until = time.monotonic() + seconds
    if histories is not None:
        _some(first_seed, histories, steps, shrink)
        return Machine.counts
    number = first_seed
    with suppress(SkipTest):  # that is how a history says that the time is over
        while True:
            _some(number, PER_RUN, steps, shrink)
            number += 1
    return Machine.counts


def _some(number: int, histories: int, steps: int, shrink: bool) -> None:
    chosen = settings(
        max_examples=histories,
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
