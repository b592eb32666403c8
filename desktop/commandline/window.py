"""`werkregie` without a word: the window of this profile."""

from __future__ import annotations

import argparse

from desktop.commandline.console import Console
from desktop.commandline.display import require_display
from desktop.commandline.options import place
from desktop.compose import Place, open_laptop


def run(arguments: argparse.Namespace, _console: Console) -> int:
    """Asks for the display before anything is opened; exit code 3 when there is none."""
    require_display()
    return show(place(arguments))


def show(where: Place) -> int:
    """Blocks until the window is closed."""
    from desktop.app import application, run_window  # first of all: without Qt nothing is opened
    from desktop.views.ending import quits_on_signals

    with open_laptop(where) as laptop:
        application()
        with quits_on_signals():
            return run_window(laptop, clock=laptop.clock, practice=laptop.stand().oefen)
