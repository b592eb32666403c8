"""Search at each keystroke on the big encrypted laptop: the page and the count that the window asks for."""

from __future__ import annotations

import time
from dataclasses import replace

from bench import region, store
from bench.figure import Beside, Figure, duration, percentile
from bench.stage import Stage
from desktop.laptop import Laptop
from desktop.models.queries.rows import WerkgeverFilter

FRAME_MS = 16.0
PAGE = 60
WARM = 20


def keystrokes(laptop: Laptop, werkgevers: int, count: int) -> list[tuple[float, str]]:
    """Milliseconds and text of each, after some that only warm it."""
    times: list[tuple[float, str]] = []
    for text in region.keystrokes(count + WARM, werkgevers):
        choice = replace(WerkgeverFilter(), tekst=text)
        begin = time.perf_counter()
        laptop.werkgevers(choice, PAGE)
        laptop.aantal_werkgevers(choice)
        times.append(((time.perf_counter() - begin) * 1000, text))
    return times[WARM:]


def measure(stage: Stage) -> list[Figure]:
    """Median and p99 over texts typed one sign at a time."""
    place, _ = stage.full_laptop
    sizes = stage.sizes
    with store.open_laptop(place) as laptop:
        times = keystrokes(laptop, sizes.werkgevers, sizes.keystrokes)
    warm = [one for one, _ in times]
    worst = ", ".join(f"{text!r} {took:.0f} ms" for took, text in sorted(times, reverse=True)[:3])
    return [
        duration("search per keystroke, median", warm, "ms", beside=(Beside("one frame", FRAME_MS),)),
        Figure(
            "search per keystroke, p99",
            percentile(warm, 0.99),
            "ms",
            more_is_better=False,
            beside=(Beside("one frame", FRAME_MS, goal=1),),
            note=f"{len(warm)} keystrokes, {PAGE} rows and the count each; slowest: {worst}",
        ),
    ]
