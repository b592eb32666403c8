"""The short run: two services, three laptops, everything that can fail; `make soak` runs it for longer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.databases import PostgresFarm
from tests.sync.processes.course import Plan, run

PEOPLE = ("fatima", "sevda", "karin")
pytestmark = [pytest.mark.postgres, pytest.mark.timeout(180)]


def test_nothing_is_lost_or_done_twice_and_all_end_equal(postgres_farm: PostgresFarm, tmp_path: Path) -> None:
    violations, counts = run(postgres_farm, tmp_path, Plan(20261120, 5, PEOPLE))
    assert violations == []
    assert counts["commands"] > 5
    assert counts["rounds"] + counts["rounds that failed"] > 5
    assert counts["rows compared"] > 300
    assert counts["kills of laptops"] + counts["kills of services"] > 0
