"""What Vandaag reads, on a reader: the day itself, open questions, and names for drafts. No widget here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.models.errors import Weigering
from desktop.models.queries.day_rows import Vandaag
from desktop.views.backend import Backend
from desktop.views.vandaag import day_items


@dataclass(frozen=True, slots=True)
class Day:
    """All that the page shows: the day, open questions in Afstemming, names of werkgevers with a draft."""

    vandaag: Vandaag
    questions: int
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ReadDay:
    backend: Backend
    stil_dagen: int

    def __call__(self) -> Day:
        backend = self.backend
        day = backend.vandaag(self.stil_dagen)
        open_rows = backend.afstemming(alleen_open=True)
        questions = sum(1 for row in open_rows if row.soort in ("conflict", "weigering"))
        ids = {draft.onderwerp_id for draft in day.concepten if draft.soort != "werkgever"}
        return Day(day, questions, {one: name for one in ids if (name := self._name(one))})

    def _name(self, werkgever_id: str) -> str:
        try:
            return self.backend.regiestand(werkgever_id).werkgever
        except Weigering:  # a draft about many, or about a werkgever that is no longer here
            return ""


def count(backend: Backend) -> int:
    """For the rail, as long as the page was not visited."""
    return day_items.waiting(backend.vandaag(backend.voorkeuren().stil_dagen))
