"""What Vandaag reads, on a reader: the day itself, open questions, and names for drafts. No widget here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop.frozen import dataclass
from desktop.models.errors import Weigering
from desktop.models.queries.day_rows import GedaanRij, Vandaag
from desktop.views.afstemming.items import asks
from desktop.views.backend import Backend
from desktop.views.vandaag import day_items
from desktop.views.vandaag.care import Care, read_care

_ANSWERS = ("regie.aanvaard_overdracht", "regie.weiger_overdracht")


@dataclass(frozen=True, slots=True)
class Day:
    """All that the page shows: the day, what else it asks, open questions, names for drafts, what is done."""

    vandaag: Vandaag
    care: Care
    questions: int
    names: Mapping[str, str]
    done: tuple[GedaanRij, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadDay:
    backend: Backend
    stil_dagen: int

    def __call__(self) -> Day:
        backend = self.backend
        day = day_of(backend, self.stil_dagen)
        open_rows = backend.afstemming(alleen_open=True)
        today = backend.today()
        questions = sum(1 for row in open_rows if asks(row, today))
        # A draft about a row of a werkgever says which one that is.
        ids = {
            draft.onderwerp_id: str(draft.velden.get("werkgever_id") or draft.onderwerp_id)
            for draft in day.concepten
            if draft.soort != "werkgever"
        }
        names = {one: name for one, at in ids.items() if (name := self._name(at))}
        return Day(day, read_care(backend), questions, names, backend.gedaan())

    def _name(self, werkgever_id: str) -> str:
        try:
            return self.backend.regiestand(werkgever_id).werkgever
        except Weigering:  # a draft about many, or about a werkgever that is no longer here
            return ""


def day_of(backend: Backend, stil_dagen: int) -> Vandaag:
    """The day; a transfer whose answer waits for the centre to confirm it waits too."""
    day = backend.vandaag(stil_dagen)
    if not day.overdrachten:
        return day
    answered = {row.argumenten.get("overdracht_id") for row in backend.wachtrij() if row.naam in _ANSWERS}
    offers = tuple(replace(row, wacht=row.wacht or row.id in answered) for row in day.overdrachten)
    return replace(day, overdrachten=offers)


def count(backend: Backend) -> int:
    """For the rail, as long as the page was not visited."""
    day = day_of(backend, backend.voorkeuren().stil_dagen)
    return day_items.waiting(day, read_care(backend))
