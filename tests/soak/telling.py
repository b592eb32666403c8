"""How a part of the soak tells what it did: one line of counts, and one for each violation (then exit 1)."""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Sequence

COUNTS, VIOLATION = "counts: ", "violation: "


def options(words: Sequence[str], name: str) -> argparse.Namespace:
    """Seconds and seed."""
    parser = argparse.ArgumentParser(prog=f"python -m {name}")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args(words)


def tell(counts: Counter[str], violations: Sequence[str]) -> int:
    """Prints both; returns the exit code."""
    for one in violations:
        print(VIOLATION + one.replace("\n", " "))
    print(COUNTS + json.dumps(dict(counts)), flush=True)
    return 1 if violations else 0


def heard(said: str) -> tuple[Counter[str], list[str]]:
    """What a part told: our own lines, or those of the simulation (`12 histories, 3 faults; …`)."""
    counts: Counter[str] = Counter()
    violations = []
    for line in said.splitlines():
        if line.startswith(COUNTS):
            counts.update(json.loads(line.removeprefix(COUNTS)))
        elif line.startswith(VIOLATION):
            violations.append(line.removeprefix(VIOLATION))
        elif re.match(r"\d+ histories, ", line):
            found = re.findall(r"(\d+) ([a-z][a-z ]*)", line.partition(";")[0])
            counts.update({name.strip(): int(number) for number, name in found})
    return counts, violations
