"""What the parts of the status bar open: log of rounds, waiting list, *Op deze laptop*.

Each asks the laptop first and opens with the answer; none of them moves anything of the page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.models.queries.day_rows import OpDezeLaptop, RondeKeuze, RondeRij, WachtRegel
from desktop.views import pages, texts_sync
from desktop.views.backend import Backend
from desktop.views.deze_laptop.reading import read_known
from desktop.views.laptop_card import LaptopCard
from desktop.views.shell import Shell
from desktop.views.status_bar import StatusBar
from desktop.views.sync_driver import SyncState
from desktop.views.sync_log import SyncLogCard
from desktop.views.waiting import WaitingCard, WaitingLines
from desktop.views.werkgevers.field_words import FieldWords
from desktop.views.widgets.layer import open_popover

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Waiting:
    rows: tuple[WachtRegel, ...]
    known: FieldWords
    refused: int


@dataclass(frozen=True, slots=True)
class _ReadWaiting:
    backend: Backend

    def __call__(self) -> _Waiting:
        known = read_known(self.backend)
        refused = sum(1 for item in self.backend.afstemming() if item.soort == "weigering")
        return _Waiting(self.backend.wachtlijst(), known, refused)


@dataclass(frozen=True, slots=True)
class _ReadRounds:
    backend: Backend
    only_failures: bool = False
    limit: int = field(default=200)

    def __call__(self) -> tuple[RondeRij, ...]:
        return self.backend.rondes(self.limit, RondeKeuze("fouten" if self.only_failures else "alles"))


class Popovers(QObject):
    """Made by the window when a part of the status bar is pressed for the first time."""

    def __init__(self, shell: Shell, status: StatusBar) -> None:
        super().__init__(shell.as_window())
        self._shell, self._status, self._backend = shell, status, shell.backend
        self._log: SyncLogCard | None = None
        shell.sync.state_changed.connect(self._state_changed)

    # -- the log -------------------------------------------------------------------------------------
    def open_log(self) -> None:
        self._ask(_ReadRounds(self._backend), self._show_log)

    def _show_log(self, rows: tuple[RondeRij, ...]) -> None:
        anchor = self._status.sync
        card = SyncLogCard(anchor, anchor.accessibleName(), self._next_words(), self._backend.today())
        card.try_now.connect(self._shell.sync.request)
        card.only_failures.connect(self._filter)
        card.wants_all.connect(self._to_log)
        card.finished.connect(self._log_closed)
        self._log = card
        open_popover(self._shell.as_window(), card)
        card.show_rows(rows)

    def _to_log(self) -> None:
        self._shell.open_laptop_page("logboek")

    def _filter(self, only_failures: bool) -> None:
        self._ask(_ReadRounds(self._backend, only_failures), self._show_rows)

    def _show_rows(self, rows: tuple[RondeRij, ...]) -> None:
        if self._log is not None:
            self._log.show_rows(rows)

    def _state_changed(self, state: SyncState) -> None:
        """A round ended while the log is open: it is the newest line."""
        if self._log is not None:
            self._filter(self._log.filter.isChecked())

    def _log_closed(self, _result: int) -> None:
        self._log = None

    # -- what waits ----------------------------------------------------------------------------------
    def open_waiting(self) -> None:
        self._ask(_ReadWaiting(self._backend), self._show_waiting)

    def _show_waiting(self, found: _Waiting) -> None:
        lines = WaitingLines(found.rows, found.known, self._backend.today())
        waiting = self._status.waiting
        anchor: QWidget = waiting if waiting.isVisible() else self._status.sync
        card = WaitingCard(anchor, found.rows, lines, self._next_words(), found.refused)
        card.try_now.connect(self._shell.sync.request)
        card.wants_log.connect(self.open_log)
        card.wants_reconcile.connect(self._to_reconcile)
        card.wants_all.connect(self._to_waiting)
        open_popover(self._shell.as_window(), card)

    def _to_waiting(self) -> None:
        self._shell.open_laptop_page("wachtlijst")

    def _to_reconcile(self) -> None:
        self._shell.show_page(pages.RECONCILE)

    # -- this laptop ---------------------------------------------------------------------------------
    def open_laptop(self) -> None:
        self._ask(self._backend.op_deze_laptop, self._show_laptop)

    def _show_laptop(self, found: OpDezeLaptop) -> None:
        store = self._status.store
        anchor: QWidget = store if store.isVisible() else self._status.sync
        card = LaptopCard(anchor, found, self._backend.today())
        card.wants_all.connect(self._to_laptop)
        open_popover(self._shell.as_window(), card)

    def _to_laptop(self) -> None:
        self._shell.open_laptop_page()

    # -- all -----------------------------------------------------------------------------------------
    def _ask(self, call: Callable[[], T], done: Callable[[T], None]) -> None:
        self._shell.operations.query(call, self, done, channel="uitklap")

    def _next_words(self) -> str:
        seconds = self._shell.sync.seconds_to_next()
        return texts_sync.BUSY if seconds is None else texts_sync.next_try(seconds)
