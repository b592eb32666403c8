"""What the palette asks of the laptop, on a reader: the beginning, and what fits the typed words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.models.queries.day_rows import LijstRij, Treffer
from desktop.views.backend import Backend

HITS, EACH = 12, 4
"""Werkgevers and people together; of every other kind."""
Ready = Callable[[Backend], Sequence[Treffer]]


@dataclass(frozen=True, slots=True)
class Begin:
    """What is there before anything was typed: opened lately, the kept lists, or all there is to choose."""

    recent: tuple[Treffer, ...] = ()
    lists: tuple[LijstRij, ...] = ()
    ready: tuple[Treffer, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadBegin:
    """`ready` reads all that can be chosen, where that is a short list."""

    backend: Backend
    ready: Ready | None = None

    def __call__(self) -> Begin:
        if self.ready is not None:
            return Begin(ready=tuple(self.ready(self.backend)))
        return Begin(self.backend.recent(), self.backend.lijsten())


@dataclass(frozen=True, slots=True)
class Found:
    """`typed`: the words for which these were found."""

    typed: str = ""
    hits: tuple[Treffer, ...] = ()


@dataclass(frozen=True, slots=True)
class Search:
    """Werkgevers and people, and with `everything` the rows of the other pages."""

    backend: Backend
    typed: str
    everything: bool = True

    def __call__(self) -> Found:
        others = self.backend.zoek_onderwerpen(self.typed, EACH) if self.everything else ()
        return Found(self.typed, (*self.backend.zoek(self.typed, HITS), *others))
