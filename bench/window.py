"""Starts one of the windows that are measured: `python -m bench.window KIND WORDS`.

What is not Qt is imported first, as by the program itself: PySide reads the source of every module that is
imported after it.
"""

from __future__ import annotations

import sys
from importlib import import_module

from desktop.collecting import nothing_to_collect


def main(kind: str, *words: str) -> int:
    """Until it is killed."""
    with nothing_to_collect():
        if words:
            import_module("desktop.compose")
        window = import_module(f"bench.window_{kind}")
    return int(window.main(*words))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
