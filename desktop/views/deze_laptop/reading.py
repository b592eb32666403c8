"""What the screen Op deze laptop reads, on a reader. No widget here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, timedelta

from desktop import dutch
from desktop.models.errors import Weigering
from desktop.models.queries.day_rows import (
    OpDezeLaptop,
    RondeKeuze,
    RondeRij,
    Verwijdervraag,
    WachtRegel,
)
from desktop.models.queries.laptop_rows import Concept
from desktop.views.backend import Backend
from desktop.views.werkgevers.field_words import LISTS, FieldWords

PAGE = 100


def read_known(backend: Backend) -> FieldWords:
    """Codes and colleagues in words."""
    labels: dict[str, Mapping[str, str]] = {
        name: {row.code: row.label for row in backend.codes(name)} for name in LISTS
    }
    return FieldWords(labels, {row.id: row.naam for row in backend.medewerkers()})


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits in the order of sending, and drafts with the names of what they are about."""

    rows: tuple[WachtRegel, ...]
    drafts: tuple[Concept, ...]
    names: Mapping[str, str]
    known: FieldWords


@dataclass(frozen=True, slots=True)
class ReadWaiting:
    backend: Backend

    def __call__(self) -> Waiting:
        backend = self.backend
        drafts = backend.concepten()
        about = {
            draft.onderwerp_id: str(draft.velden.get("werkgever_id") or draft.onderwerp_id)
            for draft in drafts
            if draft.soort != "werkgever"
        }
        names = {one: name for one, at in about.items() if (name := self._name(at))}
        return Waiting(backend.wachtlijst(), drafts, names, read_known(backend))

    def _name(self, werkgever_id: str) -> str:
        try:
            return self.backend.regiestand(werkgever_id).werkgever
        except Weigering:  # a draft about many, or about a werkgever that is no longer here
            return ""


@dataclass(frozen=True, slots=True)
class Sent:
    """So many of the newest, and whether there are more."""

    rows: tuple[WachtRegel, ...]
    more: bool
    known: FieldWords


@dataclass(frozen=True, slots=True)
class ReadSent:
    backend: Backend
    count: int = PAGE

    def __call__(self) -> Sent:
        rows = self.backend.verzonden(self.count + 1)
        return Sent(rows[: self.count], len(rows) > self.count, read_known(self.backend))


@dataclass(frozen=True, slots=True)
class Rounds:
    rows: tuple[RondeRij, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class ReadRounds:
    """`days`: so many days back from today; None is all."""

    backend: Backend
    kind: str = "alles"
    days: int | None = None
    count: int = PAGE

    def __call__(self) -> Rounds:
        since = None
        if self.days is not None:
            midnight = dutch.local(self.backend.now()).replace(hour=0, minute=0, second=0)
            since = (midnight - timedelta(days=self.days)).astimezone(UTC)
        rows = self.backend.rondes(self.count + 1, RondeKeuze(self.kind, since))
        return Rounds(rows[: self.count], len(rows) > self.count)


@dataclass(frozen=True, slots=True)
class Here:
    """What is here, and whether a round wants to take much of it away."""

    found: OpDezeLaptop
    asks: Verwijdervraag | None


@dataclass(frozen=True, slots=True)
class ReadHere:
    backend: Backend

    def __call__(self) -> Here:
        return Here(self.backend.op_deze_laptop(), self.backend.verwijdervraag())
