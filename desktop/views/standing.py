"""The readings that the shell itself asks for: the stand of the laptop, what waits, what asks for a look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.models.queries.day_rows import LijstRij
from desktop.models.queries.rows import OpdrachtRij, Stand
from desktop.views.backend import Backend
from desktop.views.shell import PageKind


@dataclass(frozen=True, slots=True)
class Standing:
    """What the shell shows of the laptop as a whole. `counts`: what waits on each page, by its key."""

    stand: Stand
    queue: tuple[OpdrachtRij, ...]
    questions: int
    refused: int
    counts: Mapping[str, int]
    lists: tuple[LijstRij, ...]


@dataclass(frozen=True, slots=True)
class ReadStanding:
    """All of it in one go, on a reader. `kinds`: the pages whose number the shell must count itself."""

    backend: Backend
    kinds: tuple[PageKind, ...] = ()

    def __call__(self) -> Standing:
        backend = self.backend
        inbox = backend.afstemming(alleen_open=True)
        return Standing(
            backend.stand(),
            backend.wachtrij(),
            sum(1 for row in inbox if row.soort == "conflict"),
            sum(1 for row in inbox if row.soort == "weigering"),
            {kind.key: kind.count(backend) for kind in self.kinds if kind.count is not None},
            backend.lijsten(),
        )
