"""Keeps reading how the laptop stands: after each change, after each round, and first of all at the start."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, Qt, Signal

from desktop.models.changes import Changes
from desktop.models.queries.laptop_rows import Stand
from desktop.views import theme
from desktop.views.operations import Operations, concerns
from desktop.views.shell import PageKind
from desktop.views.standing import Count, ReadCount, ReadStanding, Standing
from desktop.views.sync_driver import SyncDriver


class StandWatch(QObject):
    """`read_anew(Standing)` after a reading; `shown(Standing)` then and within a round; `counted(key, n)` of
    pages that nobody saw yet; `waits_long(days)` once, when something waits so long that it must be said in
    the page. `lease_ends(days)` once for each warning: after so many days this laptop is sealed.
    """

    read_anew = Signal(object)
    counted = Signal(str, int)
    shown = Signal(object)
    waits_long = Signal(int)
    lease_ends = Signal(int)

    def __init__(
        self, operations: Operations, sync: SyncDriver, kinds: Callable[[], tuple[PageKind, ...]]
    ) -> None:
        super().__init__()
        self._operations, self._backend, self._kinds = operations, operations.backend, kinds
        self._found: Standing | None = None
        self._told = self._ended = self._counts = False
        self._warned: int | None = None
        operations.changed.connect(self._changed)
        operations.finished.connect(self._begin_to_count, Qt.ConnectionType.QueuedConnection)
        sync.state_changed.connect(self.read)
        sync.progressed.connect(self._progressed)

    def end(self) -> None:
        """The window goes: nothing is asked any more."""
        self._ended = True

    def read(self) -> None:
        if not self._ended:
            self._ask()

    def _ask(self) -> None:
        self._operations.query(ReadStanding(self._backend), self, self._show, channel="stand")

    def late(self, days: int) -> bool:
        """Whether something waits longer than that."""
        return self._waiting() > timedelta(days=days)

    @property
    def asks_to_remove(self) -> bool:
        """Whether a round waits for the person's consent."""
        return self._found is not None and self._found.asks_to_remove

    def _waiting(self) -> timedelta:
        """How long the oldest waits."""
        if self._found is None or not self._found.queue:
            return timedelta()
        return self._backend.now() - min(row.tijd for row in self._found.queue)

    def _changed(self, changes: Changes, initiator: object) -> None:
        if concerns(changes, *changes.rows.keys()):
            self.read()

    def _progressed(self) -> None:
        if self._found is not None:
            self.shown.emit(self._found)

    def _show(self, found: Standing) -> None:
        self._found = found
        self.read_anew.emit(found)
        self.shown.emit(found)
        days = self._waiting().days
        if not self._told and days >= theme.tokens()["tijd"]["wachten_wordt_balk_dagen"]:
            self._told = True
            self.waits_long.emit(days)
        self._warn(found.stand)
        if self._counts:
            self._count()

    def _begin_to_count(self) -> None:
        """The first time once what a start shows is there: counting reads and imports more than all of it."""
        if self._counts or self._found is None:
            return  # one that was on its way from a worker still comes after the connection is gone
        if self._operations.idle:
            self._operations.finished.disconnect(self._begin_to_count)
            self._counts = True
            self._count()

    def _count(self) -> None:
        for kind in () if self._ended else self._kinds():
            if kind.count is not None:
                call = ReadCount(self._backend, kind)
                self._operations.query(call, self, self._show_count, channel=f"aantal:{kind.key}")

    def _warn(self, stand: Stand) -> None:
        """At seven days, three and one; a lease that was prolonged warns anew one day."""
        due, self._warned = stand.lease_waarschuwt != self._warned, stand.lease_waarschuwt
        if due and stand.lease_waarschuwt is not None:
            self.lease_ends.emit(stand.lease_dagen or 0)

    def _show_count(self, found: Count) -> None:
        self.counted.emit(found.key, found.number)
