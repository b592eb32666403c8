"""`python -m tests.sync.processes --seconds N --seed S`: regions of real processes, one after the other."""

from __future__ import annotations

import logging
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.soak.telling import options, tell
from tests.support.databases import PostgresFarm, start_server
from tests.sync.processes.course import PEOPLE, Plan, run

SUFFERING, LEAST = 25.0, 150
BEAT = (0.5, 2.0)
SLOW_BYTES = 20_000
PEOPLE_AND_MORE = (*PEOPLE, "herman", "anouk")


def main(words: list[str]) -> int:
    """Each region has six people (two with a second laptop) and a seed of its own."""
    asked = options(words, "tests.sync.processes")
    logging.basicConfig(level=logging.WARNING)
    counts: Counter[str] = Counter()
    violations: list[str] = []
    until, number = time.monotonic() + asked.seconds, 0
    server = start_server(Path(tempfile.mkdtemp(prefix="wr-pg-")))
    try:
        farm = PostgresFarm(server)
        while (left := until - time.monotonic()) > 0 or not number:
            seed = asked.seed * 1000 + number
            seconds = max(3.0, min(SUFFERING, left))
            plan = Plan(seed, seconds, PEOPLE_AND_MORE, beat=BEAT, slow_bytes=SLOW_BYTES, least=LEAST)
            found, told = run(farm, Path(tempfile.mkdtemp(prefix="wr-run-")), plan)
            violations += [f"seed {seed}: {one}" for one in found]
            counts += told + Counter(regions=1)
            number += 1
    finally:
        server.cleanup()
    return tell(counts, violations)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
