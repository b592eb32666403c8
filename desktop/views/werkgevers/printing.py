"""The werkgeversoverzicht from the window: asks where, makes it off the UI thread, says where it lies."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.reports.whole_file import Stopped
from desktop.views import texts, texts_sync
from desktop.views.backend import Backend
from desktop.views.messages import Kind, Message, Messages
from desktop.views.operations import Operations
from desktop.views.shell import STOP

OPEN = "open_overview"
SECONDS_BETWEEN_COUNTS = 0.1


@dataclass(frozen=True, slots=True)
class Order:
    """What to print: one werkgever, the portfolio of one accountmanager, or (both None) all."""

    name: str
    werkgever_id: str | None = None
    accountmanager_id: str | None = None
    voor: str = "intern"


class Printing(QObject):
    """`busy(sentence)` while it works, with how far it is; the link of the toast comes back in `pressed`.

    One overview at a time. `heard` crosses the threads and is no one else's.
    """

    busy = Signal(str)
    heard = Signal(int)

    def __init__(self, operations: Operations, window: QWidget, messages: Messages) -> None:
        super().__init__(window)
        self._operations, self._window, self._messages = operations, window, messages
        self._stop = threading.Event()
        self._running = False
        self._made: Path | None = None
        self._order = Order("")
        self._dialog: QFileDialog | None = None
        self.heard.connect(self._counted, Qt.ConnectionType.QueuedConnection)

    def ask(self, order: Order) -> None:
        """Opens the save dialog; making starts when a place was chosen."""
        if self._running:
            self._messages.say(Message(Kind.REFUSED, texts_sync.OVERVIEW_BUSY))
            return
        self._order = order
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._dialog = QFileDialog(self._window, texts.PRINT_OVERVIEW, folder, texts_sync.PDF_FILES)
        self._dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._dialog.setDefaultSuffix("pdf")
        self._dialog.selectFile(texts_sync.overview_file(order.name, self._operations.backend.today()))
        self._dialog.fileSelected.connect(self.make)
        self._dialog.open()

    def make(self, place: str) -> None:
        self._stop = threading.Event()
        self._running = True
        call = _Make(self._operations.backend, Path(place), self._order, self._stop.is_set, self.heard.emit)
        self.busy.emit(texts_sync.MAKING_OVERVIEW)
        self._operations.query(call, self, self._ready, self._failed)

    def stop(self) -> None:
        """The one under way ends at its next werkgever, without a file and without a word."""
        self._stop.set()

    def pressed(self, action_id: str) -> None:
        if action_id == STOP:
            self.stop()
        elif action_id == OPEN and self._made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made)))

    def _counted(self, done: int) -> None:
        if self._running and not self._stop.is_set():
            self.busy.emit(texts_sync.overview_progress(done))

    def _ready(self, made: Path | None) -> None:
        self._running = False
        if made is not None:
            self._made = made
            self._messages.done(texts_sync.OVERVIEW_READY, texts_sync.OPEN_FILE, OPEN)

    def _failed(self, error: Exception) -> None:
        self._running = False
        self._messages.failed(error)


@dataclass(slots=True)
class _Make:
    """The making itself, on a reader; None when the person stopped it."""

    backend: Backend
    place: Path
    order: Order
    stop: Callable[[], bool]
    tell: Callable[[int], None]
    told: float = 0.0

    def __call__(self) -> Path | None:
        order = self.order
        try:
            return self.backend.overzicht(
                self.place, order.werkgever_id, order.accountmanager_id, order.voor, self.stop, self._heard
            )
        except Stopped:
            return None

    def _heard(self, done: int) -> None:
        now = time.monotonic()
        if now - self.told >= SECONDS_BETWEEN_COUNTS:
            self.told = now
            self.tell(done)
