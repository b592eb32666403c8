"""A few of the kill points with a process that really ends, its locks and files open."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.models.steps import Step
from tests.support.region import MOMENT, World, world
from tests.sync.simulation.dying import DIED

__all__ = ["world"]
pytestmark = pytest.mark.postgres
ROOT = Path(__file__).parents[3]
KEPT = {
    Step.LOCAL_BEFORE_COMMIT: 0,
    Step.LOCAL_AFTER_COMMIT: 1,
    Step.AFTER_SEND: 1,
    Step.ANSWERS_BEFORE_COMMIT: 1,
    Step.ROUND_BEFORE_COMMIT: 1,
}
"""At which step, and how many contacts there are of it in the end."""


@pytest.mark.timeout(300)
def test_a_process_that_ends_anywhere_lost_nothing_that_it_had_accepted(world: World) -> None:
    seat = world.laptop("fatima")
    werkgever_id = seat.doe("werkgever.registreer", naam="Houtbouw Eemvallei").id
    seat.sync()
    for step, kept in KEPT.items():
        seat.close()
        place = seat.place
        assert place.key_file is not None
        words = [str(place.folder), str(place.key_file), MOMENT.isoformat(), step.value]
        words.append(werkgever_id or "")
        ended = subprocess.run(
            [sys.executable, "-m", "tests.sync.simulation.dying", *words],
            cwd=ROOT, check=False, capture_output=True, text=True,
        )  # fmt: skip
        assert ended.returncode == DIED, ended.stderr
        seat.reopen()
        seat.sync()
        assert len(world.sql("SELECT 1 FROM contactnotitie WHERE notitie = :what", what=step.value)) == kept
        assert len(world.sql("SELECT 1 FROM contactmoment")) == len(seat.rows("contactmoment"))
    assert seat.sync().openstaand == 0
    world.assert_converged(seat)
