"""`werkregie overzicht`: the werkgeversoverzicht as PDF, from what this laptop holds."""

from __future__ import annotations

import argparse

from desktop import overview
from desktop.commandline.console import Console
from desktop.commandline.options import output_file, place
from desktop.commandline.rows import find_werkgever
from desktop.compose import open_laptop


def run(arguments: argparse.Namespace, console: Console) -> int:
    """One werkgever, one portfolio, or all."""
    path = output_file(arguments.uit)
    done = 0

    def progress(count: int) -> None:
        nonlocal done
        done = count
        console.progress(f"{count} werkgevers afgedrukt")

    with open_laptop(place(arguments)) as laptop:
        werkgever_id = find_werkgever(laptop, arguments.werkgever) if arguments.werkgever else None
        overview.write(
            laptop,
            path,
            werkgever_id,
            arguments.accountmanager,
            arguments.voor,
            lambda: False,
            progress,
        )
    console.progress("", end=True)
    data = {"bestand": str(path), "werkgevers": done, "voor": arguments.voor}
    console.answer(data, f"Het overzicht staat in {path}.")
    return 0
