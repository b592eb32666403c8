"""The API fuzzed from its OpenAPI document: no fault of ours, no foreign row, no other laptop's queue."""

from __future__ import annotations

import logging

import pytest

from central.logs import JsonLines
from tests.support.region import World
from tests.wire.fuzz import Fuzz, storm
from tests.wire.prey import MARKS, Prey, prepare

pytestmark = [pytest.mark.postgres, pytest.mark.timeout(180)]
EXAMPLES = 60


@pytest.fixture
def prey(world: World) -> Prey:
    return prepare(world)


def test_the_marks_are_there_for_their_owner(prey: Prey) -> None:
    """Whoever looks for them with the same eyes finds them: so not finding them means something."""
    response = prey.owner.call(ophalen=True)
    mine = " ".join(bytes(page.rijen).decode() for page in response.paginas)
    assert {mark for mark in MARKS if mark in mine} == set(MARKS) - {"MERK-ANDERE-REGIO"}
    assert prey.world.sql("SELECT naam FROM werkgever WHERE id = :id", id=prey.ids["elsewhere"])


@pytest.mark.expects_log
def test_no_call_makes_a_fault_or_gives_what_is_not_ones_own(
    prey: Prey, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    caplog.handler.setFormatter(JsonLines())
    fuzz = Fuzz(prey)

    storm(fuzz, EXAMPLES)
    fuzz.end()
    assert fuzz.counts["/v1/sync 200"] > 5
    assert fuzz.counts["/v1/sync 400"] > 0
    levels = {record.levelname for record in caplog.records if record.name.startswith("central")}
    assert "ERROR" not in levels, caplog.text[-3000:]
    assert not [mark for mark in MARKS if mark in caplog.text]
