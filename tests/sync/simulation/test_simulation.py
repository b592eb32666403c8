"""A short run of the simulation; `make soak` and `python -m tests.sync.simulation` are the long one."""

from __future__ import annotations

import os

import pytest

from desktop.models.commands import NEWEST
from tests.sync.simulation.running import run
from tests.sync.simulation.stage import Stage

HISTORIES = int(os.environ.get("WERKREGIE_TEST_SIMULATION", "8"))
SEED = 20261120
REACHED = 0.9
"""So much of the catalogue is accepted at least once."""
IN_VAIN = 0.25
"""No more than this is refused at once; one in seven is tried without looking."""


@pytest.mark.postgres
@pytest.mark.expects_log
@pytest.mark.timeout(900)
def test_every_invariant_holds_whatever_happens_with_nearly_every_command(stage: Stage) -> None:
    """The same histories each time; what is found is made short and printed."""
    counts = run(stage, SEED, histories=HISTORIES)
    accepted = {name.partition(": ")[2] for name in counts if name.startswith("done")}
    refused = sum(number for name, number in counts.items() if name.startswith("refused"))
    assert counts["histories"] >= HISTORIES
    assert len(accepted & NEWEST.keys()) >= REACHED * len(NEWEST), sorted(NEWEST.keys() - accepted)
    assert refused < IN_VAIN * (refused + counts["commands"])
