"""What a turn of the event loop counts for: the wall, the most and the least that is the program's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from bench import loop_watch
from bench.loop_watch import LoopWatch, Turn


@pytest.mark.parametrize(
    ("turn", "own", "on_core"),
    [
        (Turn(wall=80, thread=20, threads=30, coreless=60), 30, 20),  # others had the processor
        (Turn(wall=80, thread=20, threads=90, coreless=0), 80, 80),  # waited for the interpreter
        (Turn(wall=80, thread=80, threads=80, coreless=0), 80, 80),  # worked
        (Turn(wall=1, thread=0, threads=0, coreless=1.2), 0, 0),  # the two clocks differ a little
    ],
)
def test_a_turn_is_split(turn: Turn, own: float, on_core: float) -> None:
    assert (turn.own, turn.on_core) == (own, on_core)


@pytest.mark.parametrize("told", [True, False])
def test_turns_are_counted_where_nobody_tells_of_cores_too(
    qtbot: QtBot, qapp: QCoreApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: bool
) -> None:
    times = tmp_path / "schedstat"
    if told:
        times.write_text("100 2000000 3\n")
    monkeypatch.setattr(loop_watch, "CORE_TIMES", times)
    watch = LoopWatch(qapp)
    watch.begin()
    qtbot.waitUntil(lambda: len(list(watch.turns())) > 3)
    turns = list(watch.turns())
    assert all(turn.wall > 0 and turn.coreless == 0 for turn in turns)
    facts = watch.facts()
    assert facts["rondes"] >= len(turns)
    assert facts["langst_met_kern_ms"] == facts["langst_ms"]
    watch.deleteLater()
