"""The werkgeversoverzicht from the window: asks where, makes it off the UI thread, says where it lies."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.models.errors import WerkregieError
from desktop.views import texts, texts_sync
from desktop.views.backend import Backend
from desktop.views.messages import Messages
from desktop.views.operations import Operations

STOP, OPEN = "stop_overview", "open_overview"


class Printing(QObject):
    """`busy` while it works; pressing the link of the toast comes back through `pressed`."""

    busy = Signal(str)

    def __init__(self, operations: Operations, window: QWidget, messages: Messages) -> None:
        super().__init__(window)
        self._operations, self._window, self._messages = operations, window, messages
        self._stop = threading.Event()
        self._made: Path | None = None
        self._job: tuple[str, str] = ("", "")
        self._dialog: QFileDialog | None = None

    def ask(self, werkgever_id: str, name: str, voor: str) -> None:
        """Opens the save dialog; making starts when a place was chosen."""
        self._job = (werkgever_id, voor)
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._dialog = QFileDialog(self._window, texts.PRINT_OVERVIEW, folder, texts_sync.PDF_FILES)
        self._dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._dialog.setDefaultSuffix("pdf")
        self._dialog.selectFile(texts_sync.overview_file(name, self._operations.backend.today()))
        self._dialog.fileSelected.connect(self.make)
        self._dialog.open()

    def make(self, place: str) -> None:
        self._stop.clear()
        werkgever_id, voor = self._job
        call = _Make(self._operations.backend, Path(place), werkgever_id, voor, self._stop.is_set)
        self.busy.emit(texts_sync.MAKING_OVERVIEW)
        self._operations.query(call, self, self._ready, self._failed)

    def pressed(self, action_id: str) -> None:
        if action_id == STOP:
            self._stop.set()
        elif action_id == OPEN and self._made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made)))

    def _ready(self, made: Path) -> None:
        self._made = made
        self._messages.done(texts_sync.OVERVIEW_READY, texts_sync.OPEN_FILE, OPEN)

    def _failed(self, error: Exception) -> None:
        if self._stop.is_set() and isinstance(error, WerkregieError):
            self._messages.done(texts_sync.STOPPED)
        else:
            self._messages.failed(error)


@dataclass(frozen=True, slots=True)
class _Make:
    backend: Backend
    place: Path
    werkgever_id: str
    voor: str
    stop: Callable[[], bool]

    def __call__(self) -> Path:
        return self.backend.overzicht(self.place, self.werkgever_id, None, self.voor, self.stop)
