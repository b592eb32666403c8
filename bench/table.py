"""The figures of a run as a table in docs/benchmarks.md, between two marks; the rest of the page stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.figure import Beside, Figure, number

PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"


def write(facts: Mapping[str, str], figures: Sequence[Figure], page: Path = PAGE) -> None:
    """Puts this run in the place of the one that stood there; raises ValueError without the marks."""
    before, begun, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, ended, after = rest.partition(END)
    if not begun or not ended:
        raise ValueError(f"{page} has no place for figures")
    table = "\n".join(_lines(facts, figures))
    page.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", encoding="utf-8")


def _lines(facts: Mapping[str, str], figures: Sequence[Figure]) -> Iterator[str]:
    for name, value in facts.items():
        yield f"- {name}: {value}"
    yield ""
    yield "| figure | value | beside | its value | ratio | goal | met |"
    yield "|---|---|---|---|---|---|---|"
    for figure in figures:
        yield from _rows(figure)
    yield ""
    for figure in figures:
        if figure.note:
            yield f"- {figure.name}: {figure.note}"


def _rows(figure: Figure) -> Iterator[str]:
    spread = f" ({number(figure.spread[0])}–{number(figure.spread[1])})" if figure.spread else ""
    first = f"{figure.name} | {number(figure.value)} {figure.unit}{spread}"
    if not figure.beside:
        yield f"| {first} | – | – | – | – | – |"
    for beside in figure.beside:
        yield f"| {first} | {_beside(figure, beside)} |"
        first = " | "


def _beside(figure: Figure, beside: Beside) -> str:
    if beside.value is None:
        return f"{beside.name} | not measured | – | {_goal(beside)} | –"
    met = {True: "yes", False: "no", None: "–"}[figure.met(beside)]
    return f"{beside.name} | {number(beside.value)} | {figure.ratio(beside):.2f} | {_goal(beside)} | {met}"


def _goal(beside: Beside) -> str:
    return "–" if beside.goal is None else f"{beside.goal:.2g}"
