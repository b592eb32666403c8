"""A short run of the simulation; `make soak` and `python -m tests.sync.simulation` are the long one."""

from __future__ import annotations

import os

import pytest

from tests.sync.simulation.running import run
from tests.sync.simulation.stage import Stage

SECONDS = float(os.environ.get("WERKREGIE_TEST_SIMULATION", "8"))
SEED = 20261120


@pytest.mark.postgres
@pytest.mark.expects_log
@pytest.mark.timeout(900)
def test_every_invariant_holds_whatever_happens(stage: Stage) -> None:
    """The same histories each time, as many as fit; what is found is made short and printed."""
    counts = run(stage, SECONDS, SEED, steps=20)
    assert counts["histories"] > 3
    assert counts["commands"] > 0
    assert counts["rounds"] > counts["histories"]
