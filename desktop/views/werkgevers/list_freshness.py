"""What happens to the list when something changed: rows in place, marks for what a colleague did, and a
newer order only on offer. Nothing that one looks at moves by itself.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.frozen import dataclass
from desktop.models.changes import Changes
from desktop.models.queries.werkgever_rows import WerkgeverRegel
from desktop.views.backend import Backend
from desktop.views.operations import Operations, concerns
from desktop.views.sync_driver import SyncDriver
from desktop.views.tables.later import Later
from desktop.views.tables.window_reading import Again
from desktop.views.werkgevers.list_body import ListBody

MANY = 2000
"""A round that changed more rows than this was a first fill or an import: no row of it is marked."""
_TABLES = (
    "werkgever",
    "regie",
    "contactmoment",
    "actie",
    "vestiging",
    "waarneming",
    "overdracht",
    "opdracht",
)


class Freshness(QObject):
    """`offered(Later)` when the order is another by now, None when it is not any more; `read()` after all."""

    offered = Signal(object)
    read = Signal()

    def __init__(self, operations: Operations, body: ListBody) -> None:
        super().__init__(body)
        self._operations, self._backend = operations, operations.backend
        self._body, self._model = body, body.model
        self._from_sync = False
        self._touched: frozenset[str] = frozenset()
        self._mine: set[str] = set()  # what I changed myself and the centre has yet to give back
        self._later: Later | None = None
        operations.changed.connect(self._on_changed)
        body.reader.again.connect(self._again)
        body.reader.shown.connect(self._shown_anew)

    def take(self) -> None:
        """The order on offer."""
        later, self._later = self._later, None
        if later is not None:
            self._body.reorder(later.ids)
        self.offered.emit(None)

    def _shown_anew(self) -> None:
        self._later = None
        self.offered.emit(None)

    # -- what changed --------------------------------------------------------------------------------
    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if not concerns(changes, *_TABLES):
            return
        from_sync = isinstance(initiator, SyncDriver)
        if isinstance(initiator, SyncDriver) and initiator.state.last is not None:
            changes = initiator.state.last.changes  # a round that sent something says only: everything
        read = _ReadTouched(self._backend, changes)
        self._operations.query(read, self, _Touched(self, from_sync))

    def touched(self, ids: frozenset[str], from_sync: bool) -> None:
        """Which werkgevers it was about: what is in sight is read again."""
        self._from_sync = from_sync
        if from_sync:
            self._touched |= ids
        else:
            self._mine |= ids
        self._body.reader.refresh()

    def _again(self, found: Again[WerkgeverRegel]) -> None:
        before = {one: row for one in found.asked if (row := self._model.row_of(one)) is not None}
        self._model.update(found.asked, found.rows)
        if self._from_sync:
            self._mark(before, found)
        if found.later.ids != self._model.ids:
            self._judge(found.later)
        elif self._later is not None:
            self._shown_anew()
        self._from_sync = False
        self.read.emit()

    def _mark(self, before: dict[str, WerkgeverRegel], found: Again[WerkgeverRegel]) -> None:
        """What a colleague did; not what I sent and got back as I knew it."""
        now = {row.id: row for row in found.rows}
        seen = {one for one in before.keys() & now.keys() if _as_read(before[one]) != _as_read(now[one])}
        waited = {one for one, row in before.items() if row.wacht}
        fresh = (self._touched - self._mine - waited) | (self._touched & seen)
        self._model.changed |= fresh - {self._body.choosing.marked or ""}
        self._touched = frozenset()
        self._mine -= {one for one, row in now.items() if not row.wacht}

    def _judge(self, later: Later) -> None:
        """What I added myself comes in at once, and so does the first of a list that was empty: nothing that
        one looks at moves. Everything else is offered.
        """
        if not self._model.total or (later.only_adds and not self._from_sync):
            self._body.reorder(later.ids)
            self._shown_anew()
        else:
            self._later = later
            self.offered.emit(later)


def _as_read(row: WerkgeverRegel) -> WerkgeverRegel:
    """The row without what says that it waits."""
    return replace(row, wacht=False, regie_gevraagd=False)


@dataclass(frozen=True, slots=True)
class _ReadTouched:
    backend: Backend
    changes: Changes

    def __call__(self) -> frozenset[str]:
        count = sum(len(ids) for ids in self.changes.rows.values())
        if "*" in self.changes.rows or count > MANY:
            return frozenset()
        return self.backend.geraakte_werkgevers(self.changes)


@dataclass(frozen=True, slots=True)
class _Touched:
    owner: Freshness
    from_sync: bool

    def __call__(self, ids: frozenset[str]) -> None:
        self.owner.touched(ids, self.from_sync)
