"""The long run itself: what it hears from its parts, when it fails, and where its table goes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.soak import __main__ as soak
from tests.soak.table import BEGIN, END, put, table
from tests.soak.telling import heard, tell

SIMULATION = """simulation: seed 5, 60 s
12 histories, 340 commands, 51 rounds, 17 faults, 3 crashes; 40 histories per minute
refused at once: mag_niet 3
"""


def test_what_a_part_tells_is_heard(capsys: pytest.CaptureFixture[str]) -> None:
    assert tell(Counter({"kills of laptops": 3, "line: 502": 1}), ["a note\nis gone"]) == 1
    said = capsys.readouterr().out
    assert heard(said) == (Counter({"kills of laptops": 3, "line: 502": 1}), ["a note is gone"])
    assert tell(Counter(), []) == 0


def test_what_the_simulation_tells_is_heard() -> None:
    counts, violations = heard(SIMULATION)
    assert counts == Counter(histories=12, commands=340, rounds=51, faults=17, crashes=3)
    assert violations == []


@pytest.mark.parametrize(
    ("code", "said", "violations"),
    [(0, 'counts: {"calls": 2}', 0), (1, 'violation: lost\ncounts: {"calls": 2}', 1), (-9, "Killed", 1)],
)
def test_a_violation_or_a_bad_end_of_a_part_fails_the_run(
    code: int, said: str, violations: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(soak, "_run", lambda _words: (code, said))
    run = soak.Soak(["fuzz"])
    run.turn(10, 3)
    assert run.violations == violations
    printed = capsys.readouterr().out
    assert "seed 3" in printed
    assert ("again: python -m tests.wire --seconds 10 --seed 3" in printed) == bool(violations)


def test_the_table_has_its_place(tmp_path: Path) -> None:
    document = tmp_path / "benchmarks.md"
    document.write_text("# Benchmarks\n\nFirst.\n", encoding="utf-8")
    put(table(600, 3, {"fuzz": Counter(calls=1234)}, 0), document)
    once = document.read_text(encoding="utf-8")
    assert "| fuzz | calls | 1,234 |" in once
    assert "**0 violated invariants**" in once
    document.write_text(f"{once}\n## Next\n", encoding="utf-8")
    put("new", document)
    again = document.read_text(encoding="utf-8")
    assert again == f"# Benchmarks\n\nFirst.\n\n## Soak\n\n{BEGIN}\nnew\n{END}\n\n## Next\n"
