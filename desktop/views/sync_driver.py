"""Drives `Pace` with a timer and runs the rounds on the network thread; says in what state sync is.

Pace decides when (back-off, jitter, two seconds after a command); this module only waits and calls.
Tests give
`monotonic` and a pace of their own.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.models.errors import Weigering
from desktop.views.backend import SyncRound
from desktop.views.operations import EVERYTHING, Operations


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
class SyncState:
    """`since` is the last success (UPDATED) or the first failure (OFFLINE), UTC. `error` is of the last
    round.
    """

    kind: SyncKind = SyncKind.UNKNOWN
    since: datetime | None = None
    error: Exception | None = None
    last: SyncRound | None = None

    @property
    def offline(self) -> bool:
        return self.kind is SyncKind.OFFLINE


class SyncDriver(QObject):
    """`state_changed(SyncState)` on every change; `request` is the button and F5."""

    state_changed = Signal(object)

    def __init__(
        self,
        operations: Operations,
        pace: Pace,
        monotonic: Callable[[], float] = time.monotonic,
        round_call: Callable[[], SyncRound] | None = None,
    ) -> None:
        super().__init__()
        self.state = SyncState()
        self._operations = operations
        self._pace = pace
        self._monotonic = monotonic
        self._round_call = round_call or operations.backend.sync
        self._running = False
        self._before = self.state
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._run)
        operations.commanded.connect(self._on_command)

    def start(self) -> None:
        self._pace.on_request(self._monotonic())
        self._wait()

    def stop(self) -> None:
        self._timer.stop()
        self._running = True  # a round under way may end, but no new one starts

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
        self._set(replace(self.state, kind=SyncKind.BUSY, error=None))
        self._operations.network(self._round_call, self, self._succeeded, self._failed)

    def _succeeded(self, result: SyncRound) -> None:
        self._running = False
        self._pace.on_success(self._monotonic())
        self._set(SyncState(SyncKind.UPDATED, self._operations.backend.now(), None, result))
        if result.verzonden:
            # What waited does so no longer: rows, strip and queue may all say it.
            self._operations.broadcast(EVERYTHING, self)
        else:
            self._operations.broadcast(result.changes, self)
        self._wait()

    def _failed(self, error: Exception) -> None:
        self._running = False
        self._pace.on_failure(self._monotonic())
        if isinstance(error, Weigering):
            self._set(SyncState(SyncKind.ATTENTION, self._operations.backend.now(), error))
        else:
            since = self._before.since if self._before.offline else self._operations.backend.now()
            self._set(SyncState(SyncKind.OFFLINE, since, error))
        self._wait()

    def _set(self, state: SyncState) -> None:
        self.state = state
        self.state_changed.emit(state)
