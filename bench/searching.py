"""Search at each keystroke on the big encrypted laptop: what the window asks then, and when the typing rests.

At a keystroke it asks the first page, when the typing rests the order of all that was found. Beside the clock
on the wall stands what the thread itself worked: on a busy machine only the second is the program's.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import cycle

from bench import region, store
from bench.figure import Beside, Figure, duration, median, percentile
from bench.stage import Stage
from desktop.laptop import Laptop
from desktop.models.queries.werkgever_rows import WerkgeverFilter

FRAME_MS = 16.0
PAGE = 60
WARM = 20
PLAIN = WerkgeverFilter()
FILTERS = (
    WerkgeverFilter(zonder_regie=True),
    WerkgeverFilter(mijn_regie=True),
    WerkgeverFilter(geen_contact_sinds=date(2026, 9, 1)),
    WerkgeverFilter(gemeente_code="0402"),
    WerkgeverFilter(sortering="laatste_contact"),
    WerkgeverFilter(sortering="plaats"),
)
"""One after the other while somebody types: each costs another way."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: milliseconds on the wall and of the thread itself, and the text."""

    wall: float
    work: float
    text: str


def keystrokes(laptop: Laptop, werkgevers: int, count: int) -> list[tuple[float, str]]:
    """Milliseconds and text of the first page of each, after some that only warm it."""
    page, _ = _typed(laptop, werkgevers, count, [PLAIN])
    return [(one.wall, one.text) for one in page]


def _typed(
    laptop: Laptop, werkgevers: int, count: int, choices: Sequence[WerkgeverFilter]
) -> tuple[list[Asked], list[Asked]]:
    """First pages and whole orders. The collector of cycles waits, as in the window (`views/garbage.py`)."""
    pages, orders = [], []
    gc.disable()
    for text, choice in zip(region.keystrokes(count + WARM, werkgevers), cycle(choices), strict=False):
        asked = replace(choice, tekst=text)
        pages.append(_timed(text, partial(laptop.eerste_werkgevers, asked, PAGE)))
        orders.append(_timed(text, partial(laptop.werkgever_ids, asked)))
    gc.enable()
    return pages[WARM:], orders[WARM:]


def _timed(text: str, call: Callable[[], object]) -> Asked:
    wall, work = time.perf_counter(), time.thread_time()
    call()
    return Asked((time.perf_counter() - wall) * 1000, (time.thread_time() - work) * 1000, text)


def measure(stage: Stage) -> list[Figure]:
    """Median and p99 over texts typed one sign at a time, without and with a filter."""
    place, _ = stage.full_laptop
    sizes = stage.sizes
    with store.open_laptop(place) as laptop:
        pages, orders = _typed(laptop, sizes.werkgevers, sizes.keystrokes, [PLAIN])
        filtered, _ = _typed(laptop, sizes.werkgevers, sizes.keystrokes, FILTERS)
    beside = Beside("one frame", FRAME_MS)
    return [
        duration("search per keystroke, median", [one.wall for one in pages], "ms", beside=(beside,)),
        _p99("search per keystroke, p99", pages, goal=1),
        _p99("search per keystroke, p99, with a filter or an order", filtered),
        _p99("order of all that was found, p99", orders),
    ]


def _p99(name: str, asked: Sequence[Asked], goal: float | None = None) -> Figure:
    walls, works = [one.wall for one in asked], [one.work for one in asked]
    slowest = sorted(asked, key=lambda one: -one.work)[:3]
    worst = ", ".join(f"{one.text!r} {one.work:.0f} ms" for one in slowest)
    return Figure(
        name,
        percentile(walls, 0.99),
        "ms",
        more_is_better=False,
        beside=(Beside("one frame", FRAME_MS, goal=goal),),
        note=f"{len(asked)} keystrokes; the thread itself worked {median(works):.1f} ms, p99 "
        f"{percentile(works, 0.99):.1f} ms; slowest: {worst}",
    )
