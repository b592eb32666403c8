"""Drives `Pace` with a timer and runs the rounds on the network thread; says in what state sync is.

Pace decides when (back-off, jitter, two seconds after a command); this module only waits and calls.
Tests give `monotonic` and a pace of their own.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from enum import Enum
from typing import Protocol

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.frozen import dataclass
from desktop.models.errors import Weigering
from desktop.views.backend import Progress, SyncRound
from desktop.views.operations import EVERYTHING, Operations

LOOKS_AGAIN_MS = 250
NEEDS_A_PERSON = frozenset({"veel_verwijderd"})
"""Failures that pass only when somebody answers."""


class Pace(Protocol):
    """The part of `desktop.sync.pace.Pace` that is used here; times are seconds of a monotonic clock."""

    def next_delay(self, now: float) -> float: ...
    def on_success(self, now: float) -> None: ...
    def on_failure(self, now: float) -> None: ...
    def on_command(self, now: float) -> None: ...
    def on_request(self, now: float) -> None: ...


class SyncKind(Enum):
    """The four states, and the one before the first round."""

    UNKNOWN = "onbekend"
    UPDATED = "bijgewerkt"
    BUSY = "bezig"
    OFFLINE = "offline"
    ATTENTION = "aandacht"


@dataclass(frozen=True, slots=True)
class SyncProgress:
    """How far the round is: commands sent and to send in all, rows received."""

    sent: int = 0
    to_send: int = 0
    rows: int = 0


@dataclass(frozen=True, slots=True)
class SyncState:
    """`since` is the last success (UPDATED) or the first failure (OFFLINE), UTC. `error` is of the last
    round. `progress` is of a round under way (BUSY).
    """

    kind: SyncKind = SyncKind.UNKNOWN
    since: datetime | None = None
    error: Exception | None = None
    last: SyncRound | None = None
    progress: SyncProgress = SyncProgress()

    @property
    def offline(self) -> bool:
        return self.kind is SyncKind.OFFLINE

    @property
    def asks_to_remove(self) -> bool:
        """The round stopped because it would remove very much."""
        return getattr(self.error, "code", "") in NEEDS_A_PERSON


class _BrokenOff(Exception):
    """The window closes: the round ends where it is and is simply started again next time."""


@dataclass(frozen=True, slots=True)
class _Round:
    """One round on the network thread. None when it was broken off."""

    call: Callable[[Progress], SyncRound]
    driver: SyncDriver
    ending: threading.Event

    def __call__(self) -> SyncRound | None:
        try:
            return self.call(self._heard)
        except _BrokenOff:
            return None

    def _heard(self, sent: int, to_send: int, rows: int) -> None:
        if self.ending.is_set() or not shiboken6.isValid(self.driver):
            raise _BrokenOff
        self.driver.heard.emit(SyncProgress(sent, to_send, rows))


class SyncDriver(QObject):
    """`state_changed(SyncState)` on every change, `progressed()` within a round; `request` is the button
    and F5. `heard` crosses the threads and is no one else's.
    """

    state_changed = Signal(object)
    progressed = Signal()
    heard = Signal(object)

    def __init__(
        self,
        operations: Operations,
        pace: Pace,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.state = SyncState()
        self._operations = operations
        self._pace = pace
        self._monotonic = monotonic
        self._ending = threading.Event()
        self._running = False
        self._before = self.state
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._run)
        operations.commanded.connect(self._on_command)
        self.heard.connect(self._heard, Qt.ConnectionType.QueuedConnection)

    def start_when_shown(self) -> None:
        """The first round once what the window asked first is on the screen: it imports and reads much."""
        if self._ending.is_set():
            return
        if self._operations.idle:
            self.start()
        else:
            QTimer.singleShot(LOOKS_AGAIN_MS, self, self.start_when_shown)

    def start(self) -> None:
        self._pace.on_request(self._monotonic())
        self._wait()

    def stop(self) -> None:
        """No new round starts; one under way ends at its next step."""
        self._ending.set()
        self._timer.stop()
        self._running = True

    def request(self) -> None:
        """Send and fetch now."""
        self._pace.on_request(self._monotonic())
        self._wait()

    def seconds_to_next(self) -> float | None:
        """Until the next round by itself; None while one runs."""
        return None if self._running else self._timer.remainingTime() / 1000

    def _on_command(self) -> None:
        self._pace.on_command(self._monotonic())
        self._wait()

    def _wait(self) -> None:
        if not self._running:
            self._timer.start(max(0, round(self._pace.next_delay(self._monotonic()) * 1000)))

    def _run(self) -> None:
        self._running = True
        self._before = self.state
        self._set(replace(self.state, kind=SyncKind.BUSY, error=None, progress=SyncProgress()))
        call = _Round(self._operations.backend.sync, self, self._ending)
        self._operations.network(call, self, self._succeeded, self._failed)

    def _heard(self, progress: SyncProgress) -> None:
        if self.state.kind is SyncKind.BUSY and not self._ending.is_set():
            self.state = replace(self.state, progress=progress)
            self.progressed.emit()

    def _succeeded(self, result: SyncRound | None) -> None:
        if result is None or self._ending.is_set():
            return
        self._running = False
        self._pace.on_success(self._monotonic())
        if result.openstaand:
            self._pace.on_command(self._monotonic())  # recorded during the round: soon, not in a minute
        self._set(SyncState(SyncKind.UPDATED, self._operations.backend.now(), None, result))
        if result.verzonden:
            # What waited does so no longer: rows, strip and queue may all say it.
            self._operations.broadcast(EVERYTHING, self)
        else:
            self._operations.broadcast(result.changes, self)
        self._operations.network(self._operations.backend.loop_na, self, self._looked_after)
        self._wait()

    def _looked_after(self, damaged: list[str]) -> None:
        """What turned out to be damaged is fetched anew soon."""
        if damaged and not self._ending.is_set():
            self.request()

    def _failed(self, error: Exception) -> None:
        if self._ending.is_set():
            return
        self._running = False
        self._pace.on_failure(self._monotonic())
        if isinstance(error, Weigering) or getattr(error, "code", "") in NEEDS_A_PERSON:
            self._set(SyncState(SyncKind.ATTENTION, self._operations.backend.now(), error))
        else:
            since = self._before.since if self._before.offline else self._operations.backend.now()
            self._set(SyncState(SyncKind.OFFLINE, since, error))
        self._wait()

    def _set(self, state: SyncState) -> None:
        self.state = state
        self.state_changed.emit(state)
