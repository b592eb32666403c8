"""Runs a small test file in a run of its own, to prove that a check bites and leaves good tests alone."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_SUMMARY = re.compile(r"(PASSED|FAILED|ERROR) \S+::\S")


def outcomes(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, source: str, *plugins: str
) -> "Outcomes":
    """Runs `source` with the checks in `plugins` (modules in tests.support) and nothing else of ours."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    pytester.makeini(
        "[pytest]\nfilterwarnings = error\n"
        "markers =\n    expects_log(*fragments): see the project\n    expects_unnamed: see the project\n"
    )
    pytester.makepyfile(source)
    asked = [word for plugin in plugins for word in ("-p", f"tests.support.{plugin}")]
    result = pytester.runpytest_subprocess("-rA", "-p", "no:cacheprovider", *asked)
    return Outcomes(result.outlines)


class Outcomes:
    """What became of each test, read from pytest's own summary lines."""

    def __init__(self, lines: list[str]) -> None:
        self.text = "\n".join(lines)
        self._of: dict[str, set[str]] = {}
        for word, node in (line.split()[:2] for line in lines if _SUMMARY.match(line)):
            self._of.setdefault(node.split("::")[-1], set()).add(word)

    def good(self) -> set[str]:
        """Names of tests in which nothing went wrong, before, during or after."""
        return {name for name, words in self._of.items() if words == {"PASSED"}}

    def bad(self) -> set[str]:
        """Names of tests in which something did."""
        return set(self._of) - self.good()
