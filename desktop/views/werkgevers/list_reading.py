"""What the list of werkgevers asks of the laptop: one page of rows, and how many there are in all."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.models.queries.rows import WerkgeverFilter, WerkgeverRegel
from desktop.views.backend import Backend


@dataclass(frozen=True, slots=True)
class Found:
    rows: tuple[WerkgeverRegel, ...]
    total: int
    refresh: bool


@dataclass(frozen=True, slots=True)
class ReadList:
    """One reading of the list, on a reader's thread."""

    backend: Backend
    choice: WerkgeverFilter
    limit: int
    start: int = 0
    refresh: bool = False

    def __call__(self) -> Found:
        rows = self.backend.werkgevers(self.choice, self.limit, self.start)
        total = self.backend.aantal_werkgevers(self.choice) if self.start == 0 else -1
        return Found(rows, total, self.refresh)
