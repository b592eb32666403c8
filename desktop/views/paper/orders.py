"""What can be put on paper: how it is called, how many parts it has, and how the laptop makes it.

Orders run on a worker; they hold plain data and no widget.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol

from desktop.frozen import dataclass
from desktop.models.errors import Weigering
from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.views.backend import Backend
from desktop.views.paper import texts

Stop = Callable[[], bool]
Tell = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Cover:
    """What the preview says before the paper is there. `total` parts are to be made."""

    title: str
    file_name: str
    total: int


class Order(Protocol):
    """One thing to print."""

    def cover(self, backend: Backend) -> Cover: ...
    def make(self, backend: Backend, place: Path, stop: Stop, tell: Tell) -> Path: ...


@dataclass(frozen=True, slots=True)
class Overview:
    """The werkgeversoverzicht of one werkgever, of an accountmanager's portfolio, or (both None) of all."""

    werkgever_id: str | None = None
    accountmanager_id: str | None = None
    voor: str = "intern"

    def cover(self, backend: Backend) -> Cover:
        name, total = self._about(backend)
        file_name = texts.file_name(texts.OVERVIEW, name, backend.today())
        return Cover(texts.overview_title(name, self.voor), file_name, total)

    def _about(self, backend: Backend) -> tuple[str, int]:
        if self.werkgever_id is not None:
            return backend.regiestand(self.werkgever_id).werkgever, 1
        keuze = WerkgeverFilter(regiehouder_id=self.accountmanager_id)
        total = backend.aantal_werkgevers(keuze)
        if self.accountmanager_id is None:
            return texts.ALL_EMPLOYERS, total
        for person in backend.medewerkers():
            if person.id == self.accountmanager_id:
                return person.naam, total
        raise Weigering("medewerker_onbekend", id=self.accountmanager_id)

    def make(self, backend: Backend, place: Path, stop: Stop, tell: Tell) -> Path:
        return backend.overzicht(place, self.werkgever_id, self.accountmanager_id, self.voor, stop, tell)


@dataclass(frozen=True, slots=True)
class DayFolder:
    """The preparation of my visits on a day (None: the first day with any), or of one werkgever."""

    dag: date | None
    werkgever_id: str | None = None

    def cover(self, backend: Backend) -> Cover:
        today = backend.today()
        if self.werkgever_id is not None:
            name = backend.regiestand(self.werkgever_id).werkgever
            return Cover(texts.preparation_title(name), texts.file_name(texts.PREPARATION, name, today), 1)
        visits = backend.bezoeken(self.dag or today, self.dag)
        day = next((row.deadline for row in visits if row.deadline), self.dag or today)
        total = sum(1 for row in visits if row.deadline == day)
        return Cover(texts.day_title(day), texts.file_name(texts.DAY_FOLDER, "", day), total)

    def make(self, backend: Backend, place: Path, stop: Stop, tell: Tell) -> Path:
        return backend.dagmap(place, self.dag, self.werkgever_id, stop, tell)
