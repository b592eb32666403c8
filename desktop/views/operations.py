"""The gateway between screens and the laptop: the only way off the UI thread.

The contract: screens never wait; workers never touch a widget; nothing crosses a thread except frozen data;
no signal is emitted while a lock is held; the network never holds the writer. Results and errors arrive
on the UI thread in a bound method of the asker, and not at all when the asker is gone by then. What a
command changed is broadcast with its initiator; each screen decides for itself whether to refresh. After a
revocation nothing runs and nothing arrives any more: there is no laptop left to ask.
"""

from __future__ import annotations

import itertools
import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from desktop.models.changes import ALL, Changes
from desktop.models.errors import Weigering, WerkregieError
from desktop.models.outcome import GEWEIGERD, Outcome
from desktop.views import going_first
from desktop.views.backend import Backend, Revoked, Sealed
from desktop.views.workers import Pool, Workers

T = TypeVar("T")
EVERYTHING = ALL
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of commands sent together: one outcome per command until the first that failed."""

    outcomes: tuple[Outcome, ...]
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """A command by name, with its arguments as plain data."""

    naam: str
    argumenten: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class _Asked:
    """Commands, and who asked for them."""

    owner: QObject
    requests: tuple[Request, ...]


@dataclass(eq=False, slots=True)
class _Ticket(Generic[T]):
    number: int
    call: Callable[[], T]
    owner: QObject
    done: Callable[[T], None] | None
    failed: Callable[[Exception], None] | None
    channel: str | None
    initiator: QObject | None = None
    value: T | None = None
    error: Exception | None = None


class Operations(QObject):
    """Commands, queries and network calls for screens.

    `changed(Changes, initiator)` after each command and each sync; `commanded()` after a command that took;
    `unexpected(Exception)` for a failure whose asker gave no method for it. `revoked(Revoked)` once.
    """

    changed = Signal(object, object)
    commanded = Signal()
    unexpected = Signal(object)
    revoked = Signal(object)
    finished = Signal(object)

    def __init__(self, backend: Backend, workers: Workers | None = None) -> None:
        super().__init__()
        self.backend = backend
        self._workers = workers or Workers()
        self._numbers = itertools.count(1)
        self._latest: dict[tuple[int, str], int] = {}
        self._asked_last: _Asked | None = None
        self._asked_number = 0
        self._open = 0
        self._stopped = False
        self._withdrawn = threading.Event()
        self.finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """True when nothing is under way, and once the threads ended: what was queued is dropped then."""
        return self._open == 0 or self._stopped

    def query(
        self,
        call: Callable[[], T],
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        channel: str | None = None,
    ) -> None:
        """Reads on a reader. With a channel only the owner's newest request on it is delivered."""
        self._submit(self._workers.readers, _Ticket(next(self._numbers), call, owner, done, failed, channel))

    def write(
        self,
        call: Callable[[], T],
        owner: QObject,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """A write that is not a command, such as keeping a draft."""
        self._submit(self._workers.writer, _Ticket(next(self._numbers), call, owner, done, failed, None))

    def commands(
        self,
        requests: Sequence[Request],
        owner: QObject,
        done: Callable[[Batch], None],
        initiator: QObject | None = None,
        when_all_took: Callable[[], object] | None = None,
    ) -> None:
        """Runs commands one after the other on the writer; the first that fails ends the row.

        `when_all_took` follows on the writer at once, also when the window closes meanwhile. What this owner
        asked last and is still under way is, asked again word for word, a double click: it is left out.
        """
        asked = _Asked(owner, tuple(requests))
        if asked == self._asked_last:
            return
        job = _CommandRun(self.backend, asked.requests, when_all_took)
        ticket = _Ticket(next(self._numbers), job, owner, done, None, None, initiator or owner)
        self._asked_last, self._asked_number = asked, ticket.number
        self._submit(self._workers.writer, ticket)

    def network(
        self,
        call: Callable[[], T],
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self._submit(self._workers.network, _Ticket(next(self._numbers), call, owner, done, failed, None))

    def broadcast(self, changes: Changes, initiator: QObject | None = None) -> None:
        if changes:
            self.changed.emit(changes, initiator)

    def stop(self, seconds: float = 5.0) -> bool:
        """Ends the threads; what was asked of the writer is still done."""
        ended = self._workers.stop(seconds)
        self._stopped = True
        return ended

    def _submit(self, pool: Pool, ticket: _Ticket[Any]) -> None:
        if ticket.channel is not None:
            self._latest[id(ticket.owner), ticket.channel] = ticket.number
        self._open += 1
        going_first.claim()
        pool.submit(_Job(self, ticket))

    def is_stale(self, ticket: _Ticket[Any]) -> bool:
        """True when a newer request on the same channel was made meanwhile."""
        if ticket.channel is None:
            return False
        return self._latest.get((id(ticket.owner), ticket.channel)) != ticket.number

    @property
    def is_withdrawn(self) -> bool:
        """True once the centre took the access away; asked on workers too."""
        return self._withdrawn.is_set()

    def withdraw(self) -> None:
        """From here on nothing runs any more; called on the worker that heard of the revocation."""
        self._withdrawn.set()

    def _deliver(self, ticket: _Ticket[Any]) -> None:
        self._open -= 1
        going_first.claim()
        if ticket.number == self._asked_number:
            self._asked_last = None
        if self._withdrawn.is_set():
            if isinstance(ticket.error, (Revoked, Sealed)):
                self.revoked.emit(ticket.error)
            return
        self._announce(ticket)
        if not shiboken6.isValid(ticket.owner) or self.is_stale(ticket):
            return
        if ticket.error is None:
            if ticket.done is not None:
                ticket.done(ticket.value)
        elif ticket.failed is not None:
            ticket.failed(ticket.error)
        else:
            self.unexpected.emit(ticket.error)

    def _announce(self, ticket: _Ticket[Any]) -> None:
        batch = ticket.value
        if not isinstance(batch, Batch) or not batch.outcomes:
            return
        changes = Changes()
        for outcome in batch.outcomes:
            changes = changes.merged(outcome.changes)
        self.commanded.emit()
        self.broadcast(changes or EVERYTHING, ticket.initiator)


@dataclass(frozen=True, slots=True)
class _Job:
    """Runs on a worker; hands the ticket back by a queued signal."""

    operations: Operations
    ticket: _Ticket[Any]

    def __call__(self) -> None:
        ticket = self.ticket
        if not (self.operations.is_withdrawn or self.operations.is_stale(ticket)):
            try:
                ticket.value = ticket.call()
            except (Revoked, Sealed) as error:
                self.operations.withdraw()
                ticket.error = error
            except WerkregieError as error:
                ticket.error = error
            except Exception as error:  # noqa: BLE001 - crosses to the UI thread as data
                _log.exception("unexpected failure on a worker")
                ticket.error = error
        if shiboken6.isValid(self.operations):
            self.operations.finished.emit(ticket)


@dataclass(frozen=True, slots=True)
class _CommandRun:
    """The commands of one `Operations.commands` call."""

    backend: Backend
    requests: tuple[Request, ...]
    when_all_took: Callable[[], object] | None = None

    def __call__(self) -> Batch:
        outcomes: list[Outcome] = []
        for request in self.requests:
            try:
                outcome = self.backend.doe(request.naam, request.argumenten)
            except WerkregieError as error:
                return Batch(tuple(outcomes), error)
            if outcome.result == GEWEIGERD:
                return Batch(tuple(outcomes), Weigering(outcome.code or "geweigerd", **outcome.parameters))
            outcomes.append(outcome)
        if self.when_all_took is not None:
            with suppress(WerkregieError):  # a draft that stays costs nobody any text
                self.when_all_took()
        return Batch(tuple(outcomes))


def concerns(changes: Changes, *tables: str) -> bool:
    """True when one of these tables may have changed; a sync round may have changed all."""
    return "*" in changes.rows or changes.touches(*tables)
