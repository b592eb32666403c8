"""Human numbers: which rows get one, and how it looks (W-00123). Given by the centre, once, at acceptance.

Until then a laptop shows that the number is still to come. Touches the tables only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.models.tables import Kandidaatregie, Plaatsing, Synced, Vacature, Werkgever


@dataclass(frozen=True, slots=True)
class Numbering:
    """`soort` names the counter, `letter` begins the number."""

    soort: str
    letter: str

    def text(self, number: int) -> str:
        return f"{self.letter}-{number:05d}"

    def value(self, text: str) -> int:
        return int(text.removeprefix(f"{self.letter}-"))


NUMBERED: dict[type[Synced], Numbering] = {
    Werkgever: Numbering("werkgever", "W"),
    Vacature: Numbering("vacature", "V"),
    Kandidaatregie: Numbering("kandidaat", "K"),
    Plaatsing: Numbering("plaatsing", "P"),
}
"""A candidate's number stands with its regie: a teamleider passes it on by that number (R10)."""


def waiting(rows: Iterable[Synced]) -> dict[type[Synced], list[Synced]]:
    """Which of these rows are to get a number; a werkgever that is a signpost gets none."""
    found: dict[type[Synced], list[Synced]] = {}
    for row in rows:
        if type(row) in NUMBERED and row.nummer is None and not getattr(row, "samengevoegd_met", None):  # type: ignore[attr-defined]
            found.setdefault(type(row), []).append(row)
    return found
