"""`werkregie export SOORT --uit F`: the rows of `toon` as a file for other programs."""

from __future__ import annotations

import argparse

from desktop import exporting
from desktop.commandline.console import Console
from desktop.commandline.options import output_file, place
from desktop.commandline.rows import find
from desktop.commandline.showing import choice_of
from desktop.compose import open_laptop
from desktop.dutch import number


def run(arguments: argparse.Namespace, console: Console) -> int:
    """An export is an audit line too."""
    path = output_file(arguments.uit)
    with open_laptop(place(arguments)) as laptop:
        found = find(laptop, arguments.soort, choice_of(arguments))
        count = exporting.write(laptop, arguments.soort, path, found)
    data = {"bestand": str(path), "soort": arguments.soort, "rijen": count}
    console.answer(data, f"{number(count)} rijen staan in {path}.")
    return 0
