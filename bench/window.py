"""Starts one of the windows that are measured: `python -m bench.window KIND WORDS`.

What is not Qt is imported first, as by the program itself: PySide reads the source of every module that is
imported after it. Every window but the bare one has the imports of ours.
"""

from __future__ import annotations

import sys
from importlib import import_module

from desktop.collecting import nothing_to_collect

OURS = ("desktop.compose", "desktop.commandline.words", "desktop.app", "desktop.views.werkgevers.page")


def main(kind: str, *words: str) -> int:
    """Until it is killed."""
    with nothing_to_collect():
        for name in OURS if words else ():
            import_module(name)
        window = import_module(f"bench.window_{kind}")
    return int(window.main(*words))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
