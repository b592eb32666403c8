"""`werkregie import vacatures BESTAND` and `werkregie import beroepen BESTAND`."""

from __future__ import annotations

import argparse

from desktop.commandline.console import Console
from desktop.commandline.importing import FOLDER, say_progress, stoppable
from desktop.commandline.options import place
from desktop.commandline.rows import find_werkgever
from desktop.compose import open_laptop
from desktop.dutch import count, number
from desktop.imports import beroepen, vacatures
from desktop.known_vacatures import LaptopVacatures


def run(arguments: argparse.Namespace, console: Console) -> int:
    """An import of which vacatures were refused is done: the counts say so."""
    where = place(arguments)
    with open_laptop(where) as laptop, stoppable() as stopped:
        named = arguments.werkgever
        result = vacatures.run_import(
            arguments.bestand,
            werkgever_id=find_werkgever(laptop, named) if named else None,
            dry_run=arguments.proef,
            known=LaptopVacatures(laptop),
            doe=laptop.doe,
            new_id=laptop.clock.new_id,
            error_file_folder=where.folder / FOLDER,
            on_progress=say_progress,
            stop=lambda: bool(stopped),
        )
    console.progress("", end=True)
    console.answer(result.as_json(), _words(result))
    return 0


def _words(result: vacatures.VacatureImport) -> str:
    done = "Proef, er is niets vastgelegd" if result.batch is None else f"Import {result.batch}"
    counts = {name: getattr(result, name) for name in ("nieuw", "gewijzigd", "gelijk", "geweigerd")}
    lines = [
        f"{done}: {count(result.gelezen, 'vacature', 'vacatures')} gelezen.",
        ", ".join(f"{number(found)} {name}" for name, found in counts.items()) + ".",
        f"Nieuwe werkgevers: {number(result.nieuwe_werkgevers)}.",
        *result.waarschuwingen,
    ]
    if result.foutbestand:
        lines.append(f"De geweigerde vacatures staan in {result.foutbestand}.")
    return "\n".join(lines)


def run_beroepen(arguments: argparse.Namespace, console: Console) -> int:
    """Names that are here already are not added again; what the file has no more is not offered any more."""
    with open_laptop(place(arguments)) as laptop:
        result = beroepen.run_import(
            arguments.bestand,
            dry_run=arguments.proef,
            doe=laptop.doe,
            current=laptop.beroepscodes(),
            much_gone=arguments.ook_veel_weg,
            on_progress=say_progress,
        )
    console.progress("", end=True)
    done = "Proef, er is niets vastgelegd" if arguments.proef else "De lijst is ingelezen"
    counts = {name: getattr(result, name) for name in ("nieuw", "gewijzigd", "gelijk", "vervallen")}
    told = ", ".join(f"{number(found)} {name}" for name, found in counts.items())
    console.answer(
        result.as_json(), f"{done}: {count(result.gelezen, 'beroep', 'beroepen')} gelezen. {told}."
    )
    return 0
