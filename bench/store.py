"""Laptops for the measurements: real profiles with a key file, enrolled over HTTP."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from bench.centre import Centre
from desktop.compose import Place, enrol, open_laptop
from desktop.laptop import Centre as Reach
from desktop.laptop import Laptop

__all__ = ["enrolled", "open_laptop", "parts", "record"]


def enrolled(folder: Path, centre: Centre, naam: str, rol: str = "accountmanager") -> Place:
    """A new laptop of this person, still empty."""
    name = naam.split()[0].lower()
    place = Place(folder / name, folder / f"{name}.sleutel")
    folder.mkdir(exist_ok=True)
    code, _ = centre.code(naam, rol)
    enrol(place, centre.url, code)
    return place


def parts(laptop: Laptop) -> tuple[Engine, Reach]:
    """The writing engine and the way to the centre: what only a measurement may take out of a laptop."""
    reach = laptop._centre  # noqa: SLF001
    if reach is None:
        raise SystemExit("this laptop has no centre")
    return laptop._writer, reach  # noqa: SLF001


@contextmanager
def _hurried(laptop: Laptop) -> Iterator[None]:
    """Preparing does not wait for the disk; what is measured always does."""
    engine, _ = parts(laptop)
    _set_synchronous(engine, "OFF")
    try:
        yield
    finally:
        _set_synchronous(engine, "FULL")


def _set_synchronous(engine: Engine, level: str) -> None:
    with engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql(f"PRAGMA synchronous = {level}")
        connection.exec_driver_sql("BEGIN")


def record(laptop: Laptop, naam: str, commands: Sequence[Mapping[str, Any]]) -> None:
    """Puts commands in the outbox, each with its own effect."""
    with _hurried(laptop):
        for arguments in commands:
            laptop.doe(naam, arguments)
