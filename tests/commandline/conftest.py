"""What the tests of the command line share: a centre, a desk that is signed in, and one that is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commandline.desk import Desk
from tests.support.region import World, world

__all__ = ["desk", "empty_desk", "world"]


@pytest.fixture
def empty_desk(world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """Nobody signed in here yet."""
    return Desk(world, tmp_path / "profiel", tmp_path / "sleutel.json", capsys)


@pytest.fixture
def desk(empty_desk: Desk) -> Desk:
    """The laptop of Fatima, accountmanager, filled."""
    return empty_desk.enrol()
