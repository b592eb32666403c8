"""Rows as a file for another program: which, in what form, and where; off the UI thread, to be stopped."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from desktop.reports.whole_file import Stopped
from desktop.views.backend import Backend
from desktop.views.messages import Kind, Message
from desktop.views.rapporten import texts
from desktop.views.rapporten.section import Section
from desktop.views.shell import Shell
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.choices import Segments
from desktop.views.widgets.labels import Label

OPEN_EXPORT = "open_report_file"
_LEFT = "export"


class ExportSection(Section):
    """One export at a time."""

    def __init__(self, shell: Shell) -> None:
        super().__init__("ontvang", texts.EXPORT, texts.EXPORT_TEXT)
        self._shell, self._operations = shell, shell.operations
        self._backend = shell.operations.backend
        self._stop: threading.Event | None = None
        self._made: Path | None = None
        self.dialog: QFileDialog | None = None
        self.what = Segments(texts.WHAT, texts.KINDS)
        self.what.set_value(texts.KINDS[0][0])
        self.add(texts.WHAT, self.what, focus=self.what)
        self.file_kind = Segments(texts.FILE_KIND, texts.FILES)
        self.file_kind.set_value(texts.FILES[0][0])
        self.add(texts.FILE_KIND, self.file_kind, focus=self.file_kind)
        self.add_words(Label(texts.PRIVACY, "bij", "tekst_2", wrap=True))
        self.button = Button(texts.SAVE_FILE, Look.OUTLINED, "ontvang", height=40)
        self.button.clicked.connect(self.ask_place)
        self.add_button(self.button)
        shell.messages.pressed.connect(self._link_pressed)

    def ask_place(self) -> None:
        """The save dialog, in the folder of the last time."""
        if self._stop is not None:
            self._shell.messages.say(Message(Kind.REFUSED, texts.ALREADY_SAVING))
        else:
            self._operations.query(_Folder(self._backend), self, self._ask_place_in)

    def _ask_place_in(self, folder: str) -> None:
        ending = self.file_kind.value()
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = folder if folder and Path(folder).is_dir() else documents
        dialog = QFileDialog(self.window(), texts.SAVE_FILE, start, texts.FILE_FILTERS[ending])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(texts.file_name(self.what.value(), ending, self._backend.today()))
        dialog.fileSelected.connect(self.save)
        self.dialog = dialog
        dialog.open()

    def save(self, place: str) -> None:
        self._stop, self._made = threading.Event(), Path(place)
        self._shell.progress(texts.SAVING, self.stop)
        call = _Export(self._backend, self.what.value(), Path(place), self._stop)
        self._operations.query(call, self, self._saved, self._failed)

    def stop(self) -> None:
        """Ends without a file and without a word."""
        if self._stop is not None:
            self._stop.set()

    def _saved(self, rows: int | None) -> None:
        self._stop = None
        if rows is not None:
            self._shell.messages.done(texts.saved(rows), texts.OPEN, OPEN_EXPORT)

    def _failed(self, error: Exception) -> None:
        self._stop = None
        self._shell.messages.failed(error)

    def _link_pressed(self, action_id: str) -> None:
        if action_id == OPEN_EXPORT and self._made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made)))

    def left(self) -> Mapping[str, object]:
        return {"wat": self.what.value(), "bestand": self.file_kind.value()}

    def restore(self, left: Mapping[str, object]) -> None:
        self.what.set_value(str(left.get("wat", "")))
        self.file_kind.set_value(str(left.get("bestand", "")))


@dataclass(frozen=True, slots=True)
class _Folder:
    backend: Backend

    def __call__(self) -> str:
        return str((self.backend.vensterstand(_LEFT) or {}).get("map") or "")


@dataclass(frozen=True, slots=True)
class _Export:
    """The making itself, on a reader; None when the person stopped it."""

    backend: Backend
    soort: str
    place: Path
    stop: threading.Event

    def __call__(self) -> int | None:
        try:
            rows = self.backend.exporteer(self.soort, self.place, self.stop.is_set)
        except Stopped:
            return None
        self.backend.bewaar_vensterstand(_LEFT, {"map": str(self.place.parent)})
        return rows
