"""`make bench`: every figure beside its peer or limit, in one run on one machine.

    python -m bench [--snel] [--groot] [--alleen NAME ...] [--json FILE] [--bewaar]

`--snel` uses small sizes: it proves that everything runs and says nothing about speed. `--groot` also
measures how the cost grows up to a million rows. `--bewaar` puts the table in docs/benchmarks.md. Exit code 0
also when a goal is not met; the table says so.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bench import (
    first_fill,
    growth,
    importing,
    laptops,
    machine,
    paper,
    rebase,
    searching,
    syncing,
    table,
    windows,
)
from bench.figure import Figure, as_json, lines
from bench.sizes import FULL, MILLION, SMALL, Sizes
from bench.stage import Stage

MEASURES: Mapping[str, Callable[[Stage], list[Figure]]] = {
    "sync": syncing.measure,
    "rebase": rebase.measure,
    "laptops": laptops.measure,
    "groei": growth.measure,
    "vulling": first_fill.measure,
    "zoeken": searching.measure,
    "venster": windows.measure,
    "import": importing.measure,
    "overzicht": paper.measure,
}
NEEDS_NO_SERVER = {"overzicht"}


def say(text: str) -> None:
    """Progress and figures, as they come."""
    print(text, flush=True)


def main(words: Sequence[str]) -> int:
    """Runs what was asked for and prints it."""
    asked = _options(words)
    chosen = {name: work for name, work in MEASURES.items() if not asked.alleen or name in asked.alleen}
    found: list[Figure] = []
    with Stage(_sizes(asked), say) as stage:
        facts = machine.facts(None if chosen.keys() <= NEEDS_NO_SERVER else stage.server)
        for line in machine.lines(facts):
            say(line)
        if asked.snel:
            say("small sizes: this shows that it runs, not how fast it is")
        for name, work in chosen.items():
            say(f"\n{name}")
            figures = work(stage)
            found += figures
            for figure in figures:
                say("\n".join(lines(figure)))
    if asked.bewaar:
        table.write(facts, found)
    if asked.json:
        document = {"facts": facts, "small": asked.snel, "figures": [as_json(figure) for figure in found]}
        asked.json.write_text(json.dumps(document, indent=1, ensure_ascii=False), encoding="utf-8")
    return 0


def _sizes(asked: argparse.Namespace) -> Sizes:
    if asked.snel:
        return SMALL
    return replace(FULL, growth=(*FULL.growth, MILLION)) if asked.groot else FULL


def _options(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Figures beside their peers.")
    parser.add_argument("--snel", action="store_true", help="small sizes: only whether everything runs")
    parser.add_argument("--groot", action="store_true", help="growth up to a million rows; takes long")
    parser.add_argument("--bewaar", action="store_true", help="the table goes into docs/benchmarks.md")
    parser.add_argument("--alleen", nargs="+", choices=MEASURES, metavar="NAME", help=", ".join(MEASURES))
    parser.add_argument("--json", type=Path, metavar="FILE", help="the figures as JSON too")
    return parser.parse_args(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
