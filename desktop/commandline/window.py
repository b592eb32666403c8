"""`werkregie` without a word: the window of this profile, or on a first start the way to it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from desktop.collecting import nothing_to_collect
from desktop.commandline.console import Console
from desktop.commandline.display import require_display
from desktop.commandline.options import place

if TYPE_CHECKING:
    from desktop.compose import Place


def run(arguments: argparse.Namespace, _console: Console) -> int:
    """Asks for the display before anything is opened; exit code 3 when there is none."""
    require_display()
    return show(place(arguments))


def show(where: Place) -> int:
    """Blocks until the last window is closed."""
    with nothing_to_collect():
        from desktop.app import run_program

    return run_program(where)
