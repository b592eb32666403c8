"""The dry run of an import on a laptop with known werkgevers, beside only reading the same file."""

from __future__ import annotations

import csv
import time
from datetime import date
from pathlib import Path

from bench import region, store
from bench.figure import Beside, Figure, rate
from bench.stage import Stage
from desktop.imports.werkgevers import run_import
from desktop.known_werkgevers import LaptopWerkgevers

_HEADER = ("naam", "kvk_nummer", "straat", "huisnummer", "postcode", "plaats", "sector")


def measure(stage: Stage) -> list[Figure]:
    """Half of the rows are werkgevers that the laptop knows."""
    count = stage.sizes.import_rows
    place, _ = stage.full_laptop
    path = stage.folder / "invoer.csv"
    _write(path, count, stage.sizes.werkgevers)
    with store.open_laptop(place) as laptop:
        begin = time.perf_counter()
        done = run_import(
            path,
            None,
            dry_run=True,
            known=LaptopWerkgevers(laptop),
            doe=laptop.doe,
            new_id=laptop.clock.new_id,
            day=date(2026, 11, 20),
            error_file_folder=stage.folder,
        )
        took = time.perf_counter() - begin
    if done.gelezen != count:
        raise SystemExit(f"{count} rows were written and {done.gelezen} were read")
    return [
        rate(
            "import, dry run",
            count,
            [took],
            "rows/s",
            beside=(Beside("csv.reader over the same file", count / _read(path)),),
            note=f"{count:,} rows in {took:.1f} s: {done.nieuw:,} new, {done.gewijzigd:,} changed, "
            f"{done.gelijk:,} equal, {done.geweigerd:,} refused",
        )
    ]


def _write(path: Path, count: int, known: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(_HEADER)
        for number in range(count):
            which = number if number % 2 == 0 else known + number
            writer.writerow(_row(which))


def _row(number: int) -> tuple[str, ...]:
    plaats, _ = region.place(number)
    postcode = f"{1200 + number % 90} {'ABCDEFGH'[number % 8]}{'KLMNPRST'[number % 7]}"
    street, house = f"Larenseweg {number % 400 + 1}".rsplit(" ", 1)
    return region.name(number), region.kvk_nummer(number), street, house, postcode, plaats, "zorg"


def _read(path: Path) -> float:
    begin = time.perf_counter()
    with path.open(encoding="utf-8", newline="") as file:
        for _ in csv.reader(file, delimiter=";"):
            pass
    return time.perf_counter() - begin
