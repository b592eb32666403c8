"""`werkregie export SOORT --uit F`: the rows of `toon` as a file for other programs."""

from __future__ import annotations

import argparse

from desktop.commandline.console import Console
from desktop.commandline.options import output_file, place
from desktop.commandline.rows import find
from desktop.commandline.showing import choice_of
from desktop.compose import open_laptop
from desktop.dutch import number
from desktop.reports.exports import write_rows


def run(arguments: argparse.Namespace, console: Console) -> int:
    """An export is an audit line too."""
    path = output_file(arguments.uit)
    with open_laptop(place(arguments)) as laptop:
        found = find(laptop, arguments.soort, choice_of(arguments))
        count = write_rows(path, found)
        laptop.log(f"export.{arguments.soort}", f"{arguments.soort}:{count}")
    data = {"bestand": str(path), "soort": arguments.soort, "rijen": count}
    console.answer(data, f"{number(count)} rijen staan in {path}.")
    return 0
