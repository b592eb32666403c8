"""How the cost grows with what a region holds: push, pull, a round with nothing new and search on regions of
several sizes.

The sizes are those of `sizes`: up to 100,000 rows in a common run, a million with `--groot`. What is measured
should hardly grow: cursors, hashes and indexes are there for that.
"""

from __future__ import annotations

import time

from bench import centre, region, store
from bench.figure import Figure, duration, rate
from bench.searching import keystrokes
from bench.stage import Stage
from desktop.laptop import Laptop

COMMANDS, EMPTY_ROUNDS, KEYS = 1_000, 15, 200
CONTACTS_EACH = 4
"""Rows for each werkgever besides itself: two contacts with their notes."""


def measure(stage: Stage) -> list[Figure]:
    """Four figures for each size."""
    return [figure for rows in stage.sizes.growth for figure in _at(stage, rows)]


def _at(stage: Stage, rows: int) -> list[Figure]:
    werkgevers = max(1, rows // (1 + CONTACTS_EACH))
    stage.say(f"  a region of {rows:,} rows ...")
    folder = stage.folder / f"groei-{rows}"
    folder.mkdir()
    database = centre.new_database(stage.server, f"groei_{rows}")
    held = centre.fill(database, werkgevers, (rows - werkgevers) // 2)
    with centre.serving(database) as service:
        first = store.enrolled(folder, service, "Fatima Meting")
        second = store.enrolled(folder, service, "Herman Meting")
        with store.open_laptop(first) as one, store.open_laptop(second) as two:
            one.sync()
            two.sync()
            count = min(COMMANDS, 10 * werkgevers)
            visits = [region.visit(1_000_000 + n, werkgevers) for n in range(count)]
            store.record(one, "contact.leg_vast", visits)
            pushed = _seconds(one)
            pulled = _seconds(two)
            empty = [_seconds(two) * 1000 for _ in range(EMPTY_ROUNDS)]
            keys = [took for took, _ in keystrokes(two, werkgevers, KEYS)]
    of = f"{held:,} rows"
    return [
        rate(f"push and own rows back, {of}", count, [pushed], "commands/s"),
        rate(f"pull, {of}", count, [pulled], "contacts/s"),
        duration(f"sync with nothing new, {of}", empty, "ms"),
        duration(f"search per keystroke, {of}", keys, "ms"),
    ]


def _seconds(laptop: Laptop) -> float:
    begin = time.perf_counter()
    laptop.sync()
    return time.perf_counter() - begin
