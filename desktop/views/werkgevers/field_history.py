"""All fields of a werkgever that changed, old → new with who and when, page by page, for the tab Gegevens."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from desktop.frozen import dataclass
from desktop.models.queries.day_rows import Tijdlijn, TijdlijnRij
from desktop.models.queries.veldwijziging_rows import VeldwijzigingRij
from desktop.views import dates
from desktop.views.backend import Backend
from desktop.views.operations import Operations
from desktop.views.subject.section import Fact, FactLink, Section
from desktop.views.werkgevers import texts_facts as words
from desktop.views.werkgevers.field_words import FieldWords

PAGE = 50
MORE = "meer_geschiedenis"
KIND = frozenset({"wijziging"})


class FieldHistory(QObject):
    """`changed` when there are other rows; `section` puts them in words."""

    changed = Signal()

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations, self._backend = operations, operations.backend
        self._werkgever_id = ""
        self._rows: tuple[TijdlijnRij, ...] = ()
        self._next: str | None = None

    def open(self, werkgever_id: str) -> None:
        """Reads as many rows as were shown, so that a refresh takes nothing away."""
        same = werkgever_id == self._werkgever_id
        if not same:
            self._rows, self._next = (), None
        self._werkgever_id = werkgever_id
        call = _Read(self._backend, werkgever_id, None, max(PAGE, len(self._rows)))
        self._operations.query(call, self, self._show, self._not_read, channel="geschiedenis")

    def more(self) -> None:
        if self._next is not None:
            call = _Read(self._backend, self._werkgever_id, self._next, PAGE)
            self._operations.query(call, self, self._add, self._not_read, channel="geschiedenis")

    def _show(self, found: _Found) -> None:
        if found.werkgever_id == self._werkgever_id:
            self._rows, self._next = found.page.regels, found.page.volgende
            self.changed.emit()

    def _add(self, found: _Found) -> None:
        if found.werkgever_id == self._werkgever_id and found.after == self._next:
            self._rows += found.page.regels
            self._next = found.page.volgende
            self.changed.emit()

    def _not_read(self, error: Exception) -> None:
        """What is shown stays."""

    def section(self, known: FieldWords, today: date) -> Section:
        rows = [change for row in self._rows if isinstance(row.rij, tuple) for change in row.rij]
        facts = tuple(_fact(row, known, today) for row in rows)
        foot = FactLink(MORE, words.MORE_HISTORY, words.named(words.MORE_HISTORY, words.HISTORY))
        return Section(
            words.HISTORY, facts, empty=words.NO_HISTORY, foot=foot if self._next is not None else None
        )


def _fact(row: VeldwijzigingRij, known: FieldWords, today: date) -> Fact:
    old, new = known.value(row.veld, row.oud), known.value(row.veld, row.nieuw)
    aside = words.by_whom(row.door, dates.local_day(row.op), today)
    said = f"{known.name(row)}: {words.arrow_said(old, new)}, {aside}"
    return Fact(known.name(row), words.arrow(old, new), said=said, aside=aside)


@dataclass(frozen=True, slots=True)
class _Found:
    werkgever_id: str
    after: str | None
    page: Tijdlijn


@dataclass(frozen=True, slots=True)
class _Read:
    backend: Backend
    werkgever_id: str
    after: str | None
    limit: int

    def __call__(self) -> _Found:
        page = self.backend.tijdlijn(self.werkgever_id, KIND, self.after, self.limit)
        return _Found(self.werkgever_id, self.after, page)
