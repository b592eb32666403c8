"""A screen reader really reads the window: Orca on a virtual screen, by keyboard alone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.screen_reader import SCRIPT, missing

ROOT = Path(__file__).parents[2]

pytestmark = [
    pytest.mark.timeout(400),
    pytest.mark.skipif(bool(missing()), reason=f"no screen reader on this machine: {', '.join(missing())}"),
]


def test_rows_regie_and_sync_are_read_aloud(tmp_path: Path) -> None:
    words = ["dbus-run-session", "--", sys.executable, "-m", "tests.support.screen_reader", str(tmp_path)]

    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr[-3000:]
    spoken = [(key, " ".join(said)) for key, said in json.loads(done.stdout)]
    assert [key for key, _ in spoken] == [ask.key for ask in SCRIPT]
    rows = [said for key, said in spoken if key == "Down"]
    assert any("Lijst van werkgevers" in said for _, said in spoken)
    assert all("regie" in said and "contact" in said for said in rows), rows
    assert rows[0] != rows[1]
    assert "Jij hebt de regie, sinds" in spoken[3][1], spoken[3]
    assert "Stand van zaken" in spoken[4][1], spoken[4]
