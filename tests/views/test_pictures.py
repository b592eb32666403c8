"""Every scene has its picture in three looks, some in rarer ones, and a line that says what was mended."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.scenes import ALL
from tests.support.screenshots import KINDS

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
NAMES = frozenset(scene.name for scene in ALL)


@pytest.mark.parametrize("kind", KINDS)
def test_each_scene_has_a_picture_and_each_picture_a_scene(kind: str) -> None:
    wanted = frozenset(KINDS[kind].only) or NAMES
    assert wanted <= NAMES
    assert {picture.stem for picture in (FOLDER / kind).glob("*.png")} == wanted


def test_each_picture_has_a_line() -> None:
    rows = re.findall(r"^\| ([^|]+) \|", (FOLDER / "README.md").read_text("utf-8"), re.MULTILINE)
    assert {name.strip() for row in rows for name in row.split(",")} >= NAMES
