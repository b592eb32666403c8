"""`werkregie import werkgevers BESTAND` and `werkregie import ongedaan BATCH`."""

from __future__ import annotations

import argparse
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from desktop.commandline.console import Console
from desktop.commandline.options import place
from desktop.compose import open_laptop
from desktop.dutch import count, number
from desktop.imports.planning import Progress
from desktop.imports.werkgevers import ImportResult, run_import
from desktop.known_werkgevers import LaptopWerkgevers
from desktop.laptop import Laptop
from desktop.models.outcome import AANGEVRAAGD, GEWEIGERD
from desktop.models.queries import pending
from desktop.models.queries.afstemming_rows import OpdrachtRij
from desktop.wording import sentence

FOLDER = "import"
UNDO = "ongedaan.maak"


def run(arguments: argparse.Namespace, console: Console) -> int:
    """An import of which rows were refused is done: the counts say so. Ctrl+C stops between two commands."""
    where = place(arguments)
    with open_laptop(where) as laptop, stoppable() as stopped:
        result = run_import(
            arguments.bestand,
            arguments.kolommen,
            dry_run=arguments.proef,
            known=LaptopWerkgevers(laptop),
            doe=laptop.doe,
            new_id=laptop.clock.new_id,
            day=laptop.today(),
            error_file_folder=arguments.foutmap or where.folder / FOLDER,
            on_progress=say_progress,
            stop=lambda: bool(stopped),
            sheet=arguments.blad,
        )
    console.progress("", end=True)
    console.answer(result.as_json(), _words(result))
    return 0


@contextmanager
def stoppable() -> Iterator[list[bool]]:
    """The list is no longer empty after Ctrl+C; a second time ends at once."""
    pressed: list[bool] = []

    def press(number_: int, frame: Any) -> None:
        if pressed:
            signal.default_int_handler(number_, frame)
        pressed.append(True)

    try:
        before = signal.signal(signal.SIGINT, press)
    except ValueError:  # not the main thread: nobody can press anything
        yield pressed
        return
    try:
        yield pressed
    finally:
        signal.signal(signal.SIGINT, before)


def say_progress(step: Progress) -> None:
    """Where it is, on one line of stderr."""
    total = f" van {number(step.totaal)}" if step.totaal else ""
    Console.progress(f"{step.fase.capitalize()}: {number(step.gedaan)}{total}")


def _words(result: ImportResult) -> str:
    done = "Proef, er is niets vastgelegd" if result.batch is None else f"Import {result.batch}"
    counts = {
        "nieuw": result.nieuw,
        "gewijzigd": result.gewijzigd,
        "gelijk": result.gelijk,
        "geweigerd": result.geweigerd,
    }
    lines = [
        f"{done}: {count(result.gelezen, 'rij', 'rijen')} gelezen.",
        ", ".join(f"{number(found)} {name}" for name, found in counts.items()) + ".",
        *result.waarschuwingen,
    ]
    if result.foutbestand:
        lines.append(f"De geweigerde rijen staan in {result.foutbestand}.")
    if result.twijfelbestand:
        lines.append(f"De rijen met twijfel staan in {result.twijfelbestand}.")
    return "\n".join(lines)


def run_undo(arguments: argparse.Namespace, console: Console) -> int:
    """A confirmed command: the centre takes the import back at the next sync."""
    with open_laptop(place(arguments)) as laptop:
        before = _undone(laptop, arguments.batch)
        if before is not None:
            _say_undone(console, arguments.batch, before)
            return 0
        outcome = laptop.doe(UNDO, {"batch": arguments.batch})
    reason = sentence(outcome.code, outcome.parameters) if outcome.code else None
    data = {"uuid": outcome.uuid, "batch": arguments.batch, "uitkomst": outcome.result, "reden": reason}
    said = "is gevraagd en volgt bij de volgende sync" if outcome.result == AANGEVRAAGD else "is gedaan"
    console.answer(data, f"Import {arguments.batch} terugdraaien {said}.")
    return 0


def _undone(laptop: Laptop, batch: str) -> OpdrachtRij | None:
    """What this laptop did before about this import; a refusal does not count."""
    commands = laptop.read(lambda session: pending.commands(session, only_waiting=False))
    asked = (row for row in commands if row.naam == UNDO and row.status != GEWEIGERD)
    return next((row for row in asked if row.argumenten.get("batch") == batch), None)


def _say_undone(console: Console, batch: str, before: OpdrachtRij) -> None:
    waits = before.status in pending.WAITS
    reason = sentence("import_terug_gevraagd") if waits else sentence("import_al_terug")
    result = AANGEVRAAGD if waits else before.status
    console.answer({"uuid": before.uuid, "batch": batch, "uitkomst": result, "reden": reason}, reason)
