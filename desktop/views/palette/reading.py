"""What the palette asks of the laptop, on a reader: the beginning, and what fits the typed words."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.models.queries.day_rows import LijstRij, Treffer
from desktop.models.queries.rows import WerkgeverRegel
from desktop.views.backend import Backend

HITS = 12


@dataclass(frozen=True, slots=True)
class Begin:
    """What is there before anything was typed: opened lately, and the kept lists."""

    recent: tuple[WerkgeverRegel, ...] = ()
    lists: tuple[LijstRij, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadBegin:
    backend: Backend

    def __call__(self) -> Begin:
        return Begin(self.backend.recent(), self.backend.lijsten())


@dataclass(frozen=True, slots=True)
class Found:
    """`typed`: the words for which these were found."""

    typed: str = ""
    hits: tuple[Treffer, ...] = ()


@dataclass(frozen=True, slots=True)
class Search:
    backend: Backend
    typed: str

    def __call__(self) -> Found:
        return Found(self.typed, self.backend.zoek(self.typed, HITS))
