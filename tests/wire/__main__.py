"""`python -m tests.wire --seconds N --seed S`: the fuzz until the time is over, in a new region each time."""

from __future__ import annotations

import logging
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from sqlalchemy import make_url

from desktop.clock import clock_at
from desktop.models.store import central_engine
from tests.soak.telling import options, tell
from tests.support.databases import PostgresFarm, start_server
from tests.support.region import MOMENT, World, prepare_centre
from tests.wire.fuzz import Fuzz, storm
from tests.wire.prey import prepare

EXAMPLES = 150


class _Faults(logging.Handler):
    """What the service calls a fault of its own."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        about = {name: vars(record)[name] for name in ("reden", "naam", "n") if name in vars(record)}
        fault = record.exc_info[1] if record.exc_info else None
        self.lines.append(f"the service said: {record.getMessage()} {about} {fault!r}")


def main(words: list[str]) -> int:
    """One region, one seed, so many calls; then the next."""
    asked = options(words, "tests.wire")
    faults = _Faults()
    logging.getLogger("central").addHandler(faults)
    counts: Counter[str] = Counter()
    violations: list[str] = []
    until, number = time.monotonic() + asked.seconds, 0
    server = start_server(Path(tempfile.mkdtemp(prefix="wr-pg-")))
    try:
        farm = PostgresFarm(server)
        while time.monotonic() < until or not number:
            violations += _region(farm, asked.seed * 1000 + number, counts)
            number += 1
    finally:
        server.cleanup()
    return tell(counts, violations + faults.lines)


def _region(farm: PostgresFarm, seed: int, counts: Counter[str]) -> list[str]:
    name, folder = farm.create(prepare_centre), Path(tempfile.mkdtemp(prefix="wr-fuzz-"))
    url = farm.url(name)
    world = World(make_url(url).database or "", folder, farm, clock_at(MOMENT), central_engine(url))
    try:
        fuzz = Fuzz(prepare(world))
        try:
            storm(fuzz, EXAMPLES, seed)
            fuzz.end()
        except (Exception, BaseExceptionGroup) as violation:  # noqa: BLE001 - whatever does not hold
            return [
                f"seed {seed}: {type(violation).__name__} {violation} {getattr(violation, '__notes__', '')}"
            ]
        finally:
            counts.update({kind: count for kind, count in fuzz.counts.items() if "answers" not in kind})
            counts["commands answered"] += sum(
                count * kind.count(" ") for kind, count in fuzz.counts.items() if kind.startswith("answers")
            )
    finally:
        world.stop()
        farm.drop(name)
    return []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
