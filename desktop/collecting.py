"""Python's collector of cycles while very many objects are made that all stay: modules of a program that is
read, rows that a round takes in.

Looking for garbage among them takes a fifth of the time of importing. Touches the collector only.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def nothing_to_collect() -> Iterator[None]:
    """Inside, nothing is collected; afterwards it is as it was."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
