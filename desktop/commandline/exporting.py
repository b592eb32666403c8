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
from desktop.models.errors import Weigering


def run(arguments: argparse.Namespace, console: Console) -> int:
    """An export is an audit line too."""
    path = output_file(arguments.uit)
    with open_laptop(place(arguments)) as laptop:
        if arguments.vum and arguments.soort != "vacature":
            raise Weigering("vum_alleen_vacature")
        found = find(laptop, arguments.soort, choice_of(arguments))
        if arguments.vum:
            count = exporting.write_vum(laptop, path, [row.id for row in found])
        else:
            count = exporting.write(laptop, arguments.soort, path, found)
    data = {"bestand": str(path), "soort": arguments.soort, "rijen": count}
    console.answer(data, f"{number(count)} rijen staan in {path}.")
    return 0
