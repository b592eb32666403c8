"""`make soak`: simulation, real processes and fuzz in turns, from a printed seed, until the time is over.

    python -m tests.soak [--seconds 600] [--seed S] [--only PART ...] [--no-table]

Each part is a process of its own. Exit code 1 when an invariant was violated; what it was is printed with
the words that do it again. The counts go into docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.soak.table import put, table
from tests.soak.telling import heard

ROOT = Path(__file__).parents[2]
PARTS = {
    # Made short afterwards, from its seed: that may take longer than the whole soak.
    "simulation": ("tests.sync.simulation", "--as-found"),
    "processes": ("tests.sync.processes",),
    "fuzz": ("tests.wire",),
}
SHARE = {"simulation": 0.5, "processes": 0.35, "fuzz": 0.15}
TURN_SECONDS, SHORTEST = 150.0, 30.0
LONGEST = 5 * TURN_SECONDS
"""A part that does not end by then hangs, and that is a violation too."""


@dataclass
class Soak:
    """What happened so far."""

    parts: Sequence[str]
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    violations: int = 0

    def turn(self, seconds: float, seed: int) -> None:
        """Each part once."""
        whole = sum(SHARE[part] for part in self.parts)
        for part in self.parts:
            self._part(part, max(1, round(seconds * SHARE[part] / whole)), seed)

    def _part(self, part: str, seconds: float, seed: int) -> None:
        words = ["-m", *PARTS[part], "--seconds", str(seconds), "--seed", str(seed)]
        code, said = _run(words)
        counts, violations = heard(said)
        if code and not violations:
            violations = [f"ended with {code}"]
        self.counts.setdefault(part, Counter()).update(counts)
        self.violations += len(violations)
        state = "ok" if not violations else f"{len(violations)} VIOLATIONS"
        say(f"{part:<11} {seconds:>4.0f} s  seed {seed}  {state}")
        if violations:
            say(said)
            say(f"again: python {' '.join(words)}")


def _run(words: Sequence[str]) -> tuple[int, str]:
    try:
        done = subprocess.run(
            [sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=False, timeout=LONGEST
        )
    except subprocess.TimeoutExpired as late:
        return 1, f"did not end: {late}"
    return done.returncode, done.stdout + done.stderr


def say(text: str) -> None:
    """Progress, as it comes."""
    print(text, flush=True)


def main(words: Sequence[str]) -> int:
    """Turns until the time is over."""
    asked = _options(words)
    seed = asked.seed if asked.seed is not None else random.randrange(10**6)
    say(f"soak: {asked.seconds:.0f} seconds, seed {seed}")
    soak, begun, turn = Soak(asked.only or list(PARTS)), time.monotonic(), 0
    while (left := asked.seconds - (time.monotonic() - begun)) > SHORTEST or not turn:
        soak.turn(min(TURN_SECONDS, left), seed + turn)
        turn += 1
    text = table(time.monotonic() - begun, seed, soak.counts, soak.violations)
    say(f"\n{text}")
    if not asked.no_table:
        put(text)
    return 1 if soak.violations else 0


def _options(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description="The long run.")
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--only", nargs="+", choices=PARTS, metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--no-table", action="store_true", help="leave docs/benchmarks.md alone")
    return parser.parse_args(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
