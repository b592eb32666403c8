"""The fault matrix in docs/sync.md names tests and faults that exist, and every fault that there is."""

from __future__ import annotations

import re
from pathlib import Path

from tests.sync.simulation.faults import FAULTS

ROOT = Path(__file__).parents[3]
ROWS = 22
TEST = re.compile(r"`(tests/[a-z_/]+\.py)::(test_[a-z_0-9]+)`")


def _rows() -> list[list[str]]:
    text = (ROOT / "docs" / "sync.md").read_text(encoding="utf-8")
    section = text.partition("## Fault matrix")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if re.match(r"\| \d+ \|", line)]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_every_row_names_tests_that_exist() -> None:
    rows = _rows()
    assert [int(row[0]) for row in rows] == list(range(1, ROWS + 1))
    for row in rows:
        named = TEST.findall(row[2])
        assert named, row[1]
        for path, name in named + TEST.findall(row[3]):
            source = (ROOT / path).read_text(encoding="utf-8")
            assert f"def {name}(" in source, f"{path}::{name}"


def test_every_row_says_what_it_was_shown_to_catch() -> None:
    shown = {part.strip() for row in _rows() for part in row[3].split(";")}
    assert all(row[3] for row in _rows())
    assert {fault.name for fault in FAULTS} == {part for part in shown if not part.startswith("`")}
