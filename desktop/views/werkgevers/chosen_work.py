"""What is done with all that are chosen: an actie for each, their paper, a file, a copy as a table."""

from __future__ import annotations

import html
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from desktop.frozen import dataclass
from desktop.models.queries.ids import Ids
from desktop.models.queries.werkgever_rows import WerkgeverRegel
from desktop.reports.whole_file import Stopped
from desktop.views import texts
from desktop.views.backend import Backend
from desktop.views.messages import Kind, Message
from desktop.views.paper import texts as paper_texts
from desktop.views.paper.orders import Cover, Stop, Tell
from desktop.views.shell import Shell
from desktop.views.werkgevers import texts_list as words
from desktop.views.werkgevers.list_choosing import Choosing
from desktop.views.werkgevers.list_model import EmployerListModel

MOST_COPIED = 10_000
MOST_ACTIONS = 200
OPEN = "open_export"


class ChosenWork(QObject):
    """One method per button of the bar and for Ctrl+C."""

    def __init__(self, shell: Shell, model: EmployerListModel, choosing: Choosing) -> None:
        super().__init__(choosing)
        self._shell, self._model, self._choosing = shell, model, choosing
        self._stop = threading.Event()
        self._dialog: QFileDialog | None = None
        self._made: Path | None = None
        shell.messages.pressed.connect(self._link_pressed)

    def make_action(self) -> None:
        """One for each; of more than anybody can do it is not asked."""
        ids = self._choosing.ids()
        if len(ids) > MOST_ACTIONS:
            self._shell.messages.say(Message(Kind.REFUSED, words.too_many_actions(MOST_ACTIONS)))
        else:
            self._shell.make_action(tuple(ids))

    def print_them(self) -> None:
        """The preview of their werkgeversoverzicht."""
        from desktop.views.paper.paper import show_paper

        show_paper(self._shell, ChosenOverview(tuple(self._choosing.ids())))

    # -- copying -------------------------------------------------------------------------------------
    def copy(self) -> None:
        """Names and KvK numbers as a table, also of rows that are not here."""
        ids = self._choosing.ids()
        if len(ids) > MOST_COPIED:
            self._shell.messages.say(Message(Kind.REFUSED, words.TOO_MANY))
        elif len(ids):
            read = _ReadRows(self._shell.backend, ids)
            self._shell.operations.query(read, self, self._copied, channel="copy")

    def _copied(self, rows: tuple[WerkgeverRegel, ...]) -> None:
        QGuiApplication.clipboard().setMimeData(as_table(rows))
        self._shell.messages.done(words.copied(len(rows)))

    # -- exporting -----------------------------------------------------------------------------------
    def export_them(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._dialog = QFileDialog(self._shell.as_window(), words.EXPORT, folder, words.TABLE_FILES)
        self._dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._dialog.setDefaultSuffix("xlsx")
        self._dialog.selectFile(words.export_file(self._shell.backend.today()))
        self._dialog.fileSelected.connect(self.export_to)
        self._dialog.open()

    def export_to(self, place: str) -> None:
        self._stop = threading.Event()
        call = _Export(self._shell.backend, Path(place), self._choosing.ids(), self._stop.is_set)
        self._shell.progress(words.EXPORTING, self._stop.set)
        self._shell.operations.query(call, self, self._exported, self._shell.messages.failed)

    def _exported(self, made: _Made | None) -> None:
        if made is not None:
            self._made = made.place
            self._shell.messages.done(words.exported(made.count), words.OPEN_FILE, OPEN)

    def _link_pressed(self, action_id: str) -> None:
        if action_id == OPEN and self._made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made)))


def as_table(rows: tuple[WerkgeverRegel, ...]) -> QMimeData:
    """As text with tabs, and for a spreadsheet with KvK numbers that keep their first zero."""
    lines = ["\t".join(words.COPY_HEAD)]
    lines += [f"{' '.join(row.naam.split())}\t{row.kvk_nummer or ''}" for row in rows]
    text_cell = "style=\"mso-number-format:'\\@'\""
    cells = "".join(
        f"<tr><td>{html.escape(row.naam)}</td><td {text_cell}>{row.kvk_nummer or ''}</td></tr>"
        for row in rows
    )
    head = "".join(f"<th>{said}</th>" for said in words.COPY_HEAD)
    data = QMimeData()
    data.setText("\n".join(lines))
    data.setHtml(f"<table><tr>{head}</tr>{cells}</table>")
    return data


@dataclass(frozen=True, slots=True)
class ChosenOverview:
    """The werkgeversoverzicht of all that are chosen, as something to print."""

    werkgever_ids: tuple[str, ...]
    voor: str = "intern"

    def cover(self, backend: Backend) -> Cover:
        name = texts.employers(len(self.werkgever_ids))
        file_name = paper_texts.file_name(paper_texts.OVERVIEW, name, backend.today())
        return Cover(paper_texts.overview_title(name, self.voor), file_name, len(self.werkgever_ids))

    def make(self, backend: Backend, place: Path, stop: Stop, tell: Tell) -> Path:
        return backend.overzicht_van(place, self.werkgever_ids, self.voor, stop, tell)


@dataclass(frozen=True, slots=True)
class _ReadRows:
    backend: Backend
    ids: Ids

    def __call__(self) -> tuple[WerkgeverRegel, ...]:
        return self.backend.werkgevers_met(tuple(self.ids))


@dataclass(frozen=True, slots=True)
class _Made:
    place: Path
    count: int


@dataclass(frozen=True, slots=True)
class _Export:
    """On a reader; None when the person stopped it."""

    backend: Backend
    place: Path
    ids: Ids
    stop: Callable[[], bool]

    def __call__(self) -> _Made | None:
        try:
            count = self.backend.exporteer_werkgevers(self.place, tuple(self.ids), self.stop)
        except Stopped:
            return None
        return _Made(self.place, count)
