"""The code lists that a new region begins with, from resources/codelijsten. Reads those files only.

The region maintains its lists from there on; who makes a region turns these into rows.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop.paths import resource


@dataclass(frozen=True, slots=True)
class CodeValue:
    """One value of a list, with the days on which it holds."""

    lijst: str
    code: str
    label: str
    volgorde: int
    geldig_van: date | None
    geldig_tot: date | None
    bron: str | None


def first_values() -> Iterator[CodeValue]:
    """All values of all lists, in the order of the files."""
    for path in sorted(resource("codelijsten").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for order, row in enumerate(csv.DictReader(file)):
                lijst, code, label = _value(path.stem, row)
                yield CodeValue(
                    lijst,
                    code,
                    label,
                    order,
                    _day(row.get("geldig_van", "")),
                    _day(row.get("geldig_tot", "")),
                    row.get("bron") or None,
                )


def _day(value: str) -> date | None:
    return date.fromisoformat(value) if value else None


def _value(stem: str, row: dict[str, str]) -> tuple[str, str, str]:
    if stem == "postcodes_regio":
        return "pc4", row["pc4"], row["cbs_code"]
    if stem == "gemeenten":
        return "gemeente", row["code"], row["label"]
    return row["lijst"], row["code"], row["label"]
