"""A word of the demo is a process of its own, however it starts: same answers, and nothing stays behind."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
# In a process of its own: what forks may not have a window or threads, and a test run has both.
SCRIPT = """
import json, os, sys
from desktop.commandline.demo.calling import anew, environment, quickest

env = environment(PYTHONPATH=os.getcwd())
words = json.loads(sys.argv[1])
with quickest() as forked:
    pairs = [[anew(*call), forked(*call)] for call in ((one, env, given) for one, given in words)]
print(json.dumps({
    "pairs": [[[said.code, said.out, said.err] for said in pair] for pair in pairs],
}))
os.waitpid(-1, os.WNOHANG)  # raises when no process is left, as it should be
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks")
def test_a_forked_word_answers_as_one_that_was_started(tmp_path: Path) -> None:
    profile = ["--map", str(tmp_path / "profiel"), "--sleutelbestand", str(tmp_path / "sleutel")]
    words: list[Any] = [
        [["--versie"], ""],
        [["toon", "niets"], ""],
        [[*profile, "toon", "werkgever", "--json"], ""],
        [[*profile, "doe", "contact.leg_vast", "-", "--json"], '{"notitie": "Café – één'],
    ]

    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, json.dumps(words)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert "ChildProcessError: [Errno 10]" in done.stderr, done.stderr
    said = json.loads(done.stdout)
    for started, forked in said["pairs"]:
        assert forked == started
    assert [started[0] for started, _ in said["pairs"]] == [0, 2, 1, 1]
