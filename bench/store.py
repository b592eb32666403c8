"""Laptops for the measurements: real profiles with a key file, enrolled over HTTP."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.centre import Centre
from desktop.compose import Place, enrol, open_laptop
from desktop.laptop import Laptop


def enrolled(folder: Path, centre: Centre, naam: str, rol: str = "accountmanager") -> Place:
    """A new laptop of this person, still empty."""
    place = Place(folder / naam.split()[0].lower(), folder / f"{naam.split()[0].lower()}.sleutel")
    code, _ = centre.code(naam, rol)
    enrol(place, centre.url, code)
    return place


@contextmanager
def hurried(laptop: Laptop) -> Iterator[None]:
    """Preparing goes without waiting for the disk; what is measured never does."""
    engine = laptop._writer  # noqa: SLF001
    _pragma(engine, "OFF")
    try:
        yield
    finally:
        _pragma(engine, "FULL")


def _pragma(engine: Any, level: str) -> None:
    with engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql(f"PRAGMA synchronous = {level}")
        connection.exec_driver_sql("BEGIN")


def record(laptop: Laptop, naam: str, commands: Sequence[Mapping[str, Any]]) -> None:
    """Puts commands in the outbox, each with its own effect."""
    with hurried(laptop):
        for arguments in commands:
            laptop.doe(naam, arguments)


__all__ = ["enrolled", "hurried", "open_laptop", "record"]
