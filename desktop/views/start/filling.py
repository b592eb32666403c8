"""The first fill of a laptop: how far it is and how long still, while the person works.

Listens to the rounds of `SyncDriver` and starts none. Stops by itself once a round was whole; what was
fetched when the window closes stays, and the next start goes on from there.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.frozen import dataclass
from desktop.models.queries.laptop_rows import Stand
from desktop.views.operations import EVERYTHING, Operations
from desktop.views.sync_driver import SyncDriver, SyncKind, SyncState

LOOK_SECONDS = 3
# Before this an estimate says more about the first answer than about the rest.
MEASURED_SECONDS = 4.0


@dataclass(frozen=True, slots=True)
class Filled:
    """Rows here and in all (0: not known), seconds to go (None: not known); `waits`: nothing comes in now."""

    rows: int = 0
    total: int = 0
    seconds: float | None = None
    waits: bool = False


class Estimate:
    """How long still, from what came since the round began."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._begun = monotonic()
        self._first = 0

    def begin(self, rows: int) -> None:
        """A round begins with so many rows here."""
        self._begun, self._first = self._monotonic(), rows

    def seconds(self, rows: int, total: int) -> float | None:
        """None while there is too little to measure."""
        passed, came = self._monotonic() - self._begun, rows - self._first
        if passed < MEASURED_SECONDS or came <= 0 or not total:
            return None
        return max(0.0, total - rows) * passed / came


class FirstFill(QObject):
    """`changed(Filled)` as it goes on, `ended()` when everything is here."""

    changed = Signal(object)
    ended = Signal()

    def __init__(self, operations: Operations, sync: SyncDriver, estimate: Estimate | None = None) -> None:
        super().__init__()
        self._operations, self._sync = operations, sync
        self._estimate = estimate or Estimate()
        self._here = self._total = self._employers = 0
        self._over = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_SECONDS * 1000)
        self._timer.timeout.connect(self._look)
        sync.state_changed.connect(self._state)
        sync.progressed.connect(self._tell)
        self._timer.start()
        operations.network(operations.backend.nog_op_te_halen, self, self._counted, self._not_counted)

    def stop(self) -> None:
        """The window goes."""
        self._over = True
        self._timer.stop()

    def _counted(self, found: tuple[int, int]) -> None:
        self._total, self._here = found
        self._estimate.begin(self._here)
        self._tell()

    def _not_counted(self, _error: Exception) -> None:
        """Without a total there is no estimate; the round itself says what is wrong."""
        self._tell()

    def _state(self, state: SyncState) -> None:
        if self._over:
            return
        if state.kind is SyncKind.UPDATED:
            self.stop()
            self.ended.emit()
        else:
            self._tell()

    def _tell(self) -> None:
        if self._over:
            return
        state = self._sync.state
        rows = self._here + state.progress.rows
        waits = state.kind in (SyncKind.OFFLINE, SyncKind.ATTENTION)
        seconds = None if waits else self._estimate.seconds(rows, self._total)
        self.changed.emit(Filled(rows, max(self._total, rows) if self._total else 0, seconds, waits))

    def _look(self) -> None:
        """What came in is on the screen soon, not only at the end."""
        self._operations.query(self._operations.backend.stand, self, self._seen, channel="stand")

    def _seen(self, stand: Stand) -> None:
        if stand.werkgevers != self._employers and not self._over:
            self._employers = stand.werkgevers
            self._operations.broadcast(EVERYTHING, self)
