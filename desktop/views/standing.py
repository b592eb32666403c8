"""The readings that the shell itself asks for: the stand of the laptop and what waits to be sent."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.models.queries.rows import OpdrachtRij, Stand
from desktop.views.backend import Backend


@dataclass(frozen=True, slots=True)
class Standing:
    """What the shell shows of the laptop as a whole."""

    stand: Stand
    queue: tuple[OpdrachtRij, ...]


@dataclass(frozen=True, slots=True)
class ReadStanding:
    """Stand and queue in one go, on a reader."""

    backend: Backend

    def __call__(self) -> Standing:
        return Standing(self.backend.stand(), self.backend.wachtrij())


@dataclass(frozen=True, slots=True)
class ReadQueue:
    """The queue alone, for the popover."""

    backend: Backend

    def __call__(self) -> tuple[OpdrachtRij, ...]:
        return self.backend.wachtrij()
