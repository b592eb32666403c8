"""The stage is made once for all tests of this folder that run in one process."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from tests.support.databases import PostgresFarm
from tests.sync.simulation.history import History
from tests.sync.simulation.stage import Stage, staged

_numbers = itertools.count(1_000_000)


@pytest.fixture(scope="session")
def stage(postgres_farm: PostgresFarm) -> Iterator[Stage]:
    """The region from which every history begins."""
    with staged(postgres_farm) as made:
        yield made


@pytest.fixture
def history(stage: Stage) -> Iterator[History]:
    """One history, open."""
    with History(stage, next(_numbers)).open() as made:
        yield made
