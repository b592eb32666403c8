"""The table of a soak, and its place in docs/benchmarks.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from bench import machine

DOCUMENT = Path(__file__).parents[2] / "docs" / "benchmarks.md"
BEGIN, END = "<!-- soak: written by make soak -->", "<!-- /soak -->"
HEADING = "## Soak"
FACTS = ("date", "machine", "load before", "python")


def table(seconds: float, seed: int, counts: Mapping[str, Counter[str]], violations: int) -> str:
    """Markdown: what happened in each part, and what it was run on."""
    facts = machine.facts(None)
    about = " · ".join(f"{name} {facts[name]}" if name == "load before" else facts[name] for name in FACTS)
    lines = [about, "", f"{seconds:.0f} seconds, seed {seed}, **{violations} violated invariants**.", ""]
    lines += ["| part | what | how often |", "|---|---|---|"]
    for part, found in counts.items():
        names = sorted(found.items(), key=lambda one: (": " in one[0], one[0]))
        lines += [f"| {part} | {name} | {number:,} |" for name, number in names]
    return "\n".join(lines)


def put(text: str, document: Path = DOCUMENT) -> None:
    """Between the markers, which come at the end of the document when they are not there."""
    old = document.read_text(encoding="utf-8")
    if BEGIN not in old:
        old = f"{old.rstrip()}\n\n{HEADING}\n\n{BEGIN}\n{END}\n"
    before, _, rest = old.partition(BEGIN)
    after = rest.partition(END)[2]
    document.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")
