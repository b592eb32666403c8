"""The readings that the shell itself asks for: the stand of the laptop, what waits, what asks for a look."""

from __future__ import annotations

from desktop.frozen import dataclass
from desktop.models.queries.afstemming_rows import OpdrachtRij
from desktop.models.queries.day_rows import LijstRij
from desktop.models.queries.laptop_rows import Stand
from desktop.views.afstemming.items import asks
from desktop.views.backend import Backend
from desktop.views.shell import PageKind


@dataclass(frozen=True, slots=True)
class Standing:
    """What the shell shows of the laptop as a whole."""

    stand: Stand
    queue: tuple[OpdrachtRij, ...]
    questions: int
    refused: int
    lists: tuple[LijstRij, ...]
    asks_to_remove: bool = False
    """A round would remove very much, and the person did not agree to that."""


@dataclass(frozen=True, slots=True)
class ReadStanding:
    """All of it in one go, on a reader."""

    backend: Backend

    def __call__(self) -> Standing:
        backend = self.backend
        inbox, asked = backend.afstemming(alleen_open=True), backend.verwijdervraag()
        today = backend.today()
        return Standing(
            backend.stand(),
            backend.wachtrij(),
            sum(1 for row in inbox if row.soort == "conflict" and asks(row, today)),
            sum(1 for row in inbox if row.soort == "weigering" and asks(row, today)),
            backend.lijsten(),
            asked is not None and not asked.akkoord,
        )


@dataclass(frozen=True, slots=True)
class Count:
    """What waits on the page of that key."""

    key: str
    number: int


@dataclass(frozen=True, slots=True)
class ReadCount:
    """Of a page that nobody saw yet; afterwards it counts itself."""

    backend: Backend
    kind: PageKind

    def __call__(self) -> Count:
        return Count(self.kind.key, self.kind.count(self.backend) if self.kind.count is not None else 0)
