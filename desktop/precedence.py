"""The window goes first: a thread that reads, or takes in thousands of rows, steps aside while it works.

Python runs one thread at a time and knows no precedence. Of three threads that want to go on the window gets
a third, so that a repaint of 30 ms lasts 90 while a laptop is filled. Who takes in rows asks here before
every few of them, and who reads before each statement. A leaf, as both ends of the program know it; where
there is no window nobody ever waits.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
LOOK_SECONDS = 0.001
AT_MOST_SECONDS = 0.1
"""However long the window works: after this the next few rows are taken in."""
FEW = 250
"""Rows that take about a millisecond."""

_until = 0.0
"""A moment of the monotonic clock. No lock: the window may never wait for who waits for it."""
_window = 0
"""Its thread, which does not step aside for itself."""


def window_works() -> None:
    """Said by the window when it begins something; it holds until `window_rests`, or for a moment."""
    global _until, _window  # noqa: PLW0603 (one window, one interpreter)
    _window = threading.get_ident()
    _until = time.monotonic() + AT_MOST_SECONDS


def window_rests() -> None:
    """What waits goes on."""
    global _until  # noqa: PLW0603
    _until = 0.0


def step_aside() -> None:
    """Returns when the window does nothing, or has been at it for very long."""
    if not _until or threading.get_ident() == _window:
        return
    begun = time.monotonic()
    while time.monotonic() < min(_until, begun + AT_MOST_SECONDS):
        time.sleep(LOOK_SECONDS)


def by_turns(rows: Sequence[T], few: int = FEW) -> Iterator[Sequence[T]]:
    """A few rows at a time; before each few the window goes first."""
    for begin in range(0, len(rows), few):
        step_aside()
        yield rows[begin : begin + few]
