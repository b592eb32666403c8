"""Whatever people do on however bad a line: all laptops end with server ∩ rights, and no work is lost."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import make_url

from desktop.clock import clock_at
from desktop.models.store import central_engine
from tests.support import histories
from tests.support.databases import PostgresFarm
from tests.support.histories import PEOPLE, STEPS, Start, Steps
from tests.support.region import MOMENT, World, prepare_centre

pytestmark = pytest.mark.postgres
EXAMPLES = int(os.environ.get("WERKREGIE_TEST_HISTORIES", "10"))
_numbers = itertools.count(1)

step = st.tuples(
    st.integers(0, len(PEOPLE) - 1),
    st.sampled_from([*STEPS, "visit", "visit", "sync", "sync"]),
    st.integers(0, 11),
    st.integers(0, 11),
)


@pytest.fixture(scope="module")
def start(postgres_farm: PostgresFarm, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    """Made once; each history copies it."""
    name = postgres_farm.create(prepare_centre)
    url = postgres_farm.url(name)
    assert make_url(url).database == name
    world = World(
        name, tmp_path_factory.mktemp("region"), postgres_farm, clock_at(MOMENT), central_engine(url)
    )
    yield histories.prepare(world)
    world.stop()
    postgres_farm.drop(name)


def _scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Memory when there is some: waiting for the disk at every command is not the point here."""
    memory = Path("/dev/shm")
    return memory if os.access(memory, os.W_OK) else tmp_path_factory.getbasetemp()


@pytest.mark.expects_log
@pytest.mark.timeout(600)
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True)
@given(steps=st.lists(step, min_size=8, max_size=30))
@example(
    steps=[
        (0, "register", 0, 0),
        (1, "register", 0, 1),
        (1, "visit", 1, 0),
        (1, "claim", 1, 0),
        (0, "claim", 1, 0),
    ]
)
@example(
    steps=[
        (2, "visit", 0, 0),
        (0, "person", 0, 0),
        (2, "sync", 0, 0),
        (2, "role", 1, 0),
        (2, "sync", 0, 0),
        (2, "role", 0, 0),
    ]
)
@example(
    steps=[
        (0, "claim", 0, 0),
        (0, "visit", 0, 0),
        (0, "sync", 0, 0),
        (0, "offer", 0, 1),
        (0, "away", 1, 1),
        (0, "sync", 0, 0),
        (1, "sync", 0, 0),
        (1, "reply", 0, 0),
        (0, "reply", 0, 3),
        (1, "cut", 1, 0),
        (0, "back", 0, 0),
    ]
)
def test_all_laptops_converge(start: Start, tmp_path_factory: pytest.TempPathFactory, steps: Steps) -> None:
    folder = _scratch(tmp_path_factory) / f"werkregie-history-{os.getpid()}-{next(_numbers)}"
    with pytest.MonkeyPatch.context() as patch, histories.history(start, folder, patch) as course:
        histories.play(course, steps)
