"""`python -m tests.sync.simulation --seconds N --seed S`: the long run, which prints its seed and counts."""

from __future__ import annotations

import argparse
import logging
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from desktop.models.commands import NEWEST
from tests.support.databases import PostgresFarm, start_server
from tests.sync.simulation.machine import Machine
from tests.sync.simulation.running import run
from tests.sync.simulation.stage import staged


def say(*words: object) -> None:
    """One line on the screen, at once."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def main() -> int:
    """1 when an invariant was violated; the shrunk history is printed then."""
    parser = argparse.ArgumentParser(prog="python -m tests.sync.simulation", description=__doc__)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--steps", type=int, default=60, help="steps in one history, at most")
    parser.add_argument("--as-found", action="store_true", help="print what is found without making it short")
    given = parser.parse_args()
    number = random.randrange(10**6) if given.seed is None else given.seed
    say(f"simulation: seed {number}, {given.seconds:.0f} s")
    logging.getLogger().addHandler(logging.NullHandler())
    server = start_server(Path(tempfile.mkdtemp(prefix="wr-pg-")))
    failed = False
    try:
        with staged(PostgresFarm(server)) as stage:
            begun, used = time.monotonic(), time.process_time()
            try:
                run(stage, number, seconds=given.seconds, steps=given.steps, shrink=not given.as_found)
            except Exception:  # noqa: BLE001 - whatever was found is printed, and the counts after it
                failed = True
                traceback.print_exc()
            report(time.monotonic() - begun, time.process_time() - used)
    finally:
        server.cleanup()
    return int(failed)


def report(took: float, used: float) -> None:
    """What happened in all histories, and what a command cost with everything that was checked of it."""
    counts = Machine.counts
    names = ("histories", "commands", "rounds", "faults", "crashes", "restores", "first fills")
    told = ", ".join(f"{counts[name]} {name}" for name in names)
    say(f"{told}; {counts['histories'] / took * 60:.0f} histories per minute")
    refused = {name.partition(": ")[2]: count for name, count in counts.items() if name.startswith("refused")}
    share = sum(refused.values()) / max(1, sum(refused.values()) + counts["commands"])
    say(f"refused at once {share:.0%}:", ", ".join(f"{name} {n}" for name, n in sorted(refused.items())))
    say(f"processor: {used / max(1, counts['commands']) * 1000:.0f} ms for each command")
    say(f"never accepted, of {len(NEWEST)}:", ", ".join(sorted(set(NEWEST) - done(counts))) or "none")


def done(counts: Counter[str]) -> set[str]:
    """The commands that a laptop accepted, or that the centre gave by itself."""
    return {name.partition(": ")[2] for name in counts if name.startswith("done")}


if __name__ == "__main__":
    sys.exit(main())
