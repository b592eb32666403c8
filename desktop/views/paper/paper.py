"""Paper from the window: makes it off the UI thread, shows it, prints it, keeps it, and takes it away again.

`show_paper(shell, order)` is the way in. One preview at a time.
"""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog

from desktop.views import messages
from desktop.views.paper import private, texts
from desktop.views.paper.jobs import Made, MakePaper, ReadCover, ReadFolder, RemovePaper, SavePaper
from desktop.views.paper.orders import Cover, Order
from desktop.views.paper.pdf import Pdf
from desktop.views.paper.preview import PreviewCard
from desktop.views.paper.print_run import PrintRun
from desktop.views.shell import Shell
from desktop.views.widgets.layer import Layer, open_dialog

OPEN_SAVED = "open_saved_paper"


def show_paper(shell: Shell, order: Order) -> Paper:
    """Opens the preview over the window."""
    window = shell.as_window()
    paper = window.findChild(Paper) or Paper(shell)
    paper.show(order)
    return paper


class Paper(QObject):
    """`heard` crosses the threads and is no one else's."""

    heard = Signal(int)

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.as_window())
        self._shell, self._operations = shell, shell.operations
        self._backend = shell.operations.backend
        self._stop = threading.Event()
        self._order: Order | None = None
        self._cover = Cover("", "", 1)
        self._file: Path | None = None
        self._opened: list[Path] = []
        self._saved: Path | None = None
        self._done_with: RemovePaper | None = None
        self.pdf: Pdf | None = None
        self.card: PreviewCard | None = None
        self.layer: Layer | None = None
        self.run: PrintRun | None = None
        self.dialog: QFileDialog | QPrintDialog | None = None
        self.heard.connect(self._counted, Qt.ConnectionType.QueuedConnection)
        shell.messages.pressed.connect(self._pressed)
        shell.as_window().installEventFilter(self)

    # -- making --------------------------------------------------------------------------------------
    def show(self, order: Order) -> None:
        if self.card is not None:
            return
        self._order = order
        self._stop = threading.Event()
        card = self.card = PreviewCard(self._operations)
        card.prints.connect(self.ask_printer)
        card.saves.connect(self.ask_place)
        card.opens.connect(self._open_elsewhere)
        card.stops.connect(self.stop)
        card.banner.pressed.connect(self._pressed)
        self.layer = open_dialog(self._shell.as_window(), card)
        self.layer.closed.connect(self._closed)
        self._operations.query(ReadCover(self._backend, order), self, self._make, self._failed)

    def _make(self, cover: Cover) -> None:
        order, card = self._order, self.card
        if order is None or card is None or self._stop.is_set():
            return
        self._cover = cover
        card.show_title(cover.title)
        card.show_making(texts.making(0, cover.total))
        call = MakePaper(self._backend, order, cover.file_name, self._stop, self.heard.emit)
        self._operations.query(call, self, self._ready, self._failed)

    def _counted(self, done: int) -> None:
        if self.card is not None and self.pdf is None and not self._stop.is_set():
            self.card.show_making(texts.making(done, self._cover.total))

    def _ready(self, made: Made | None) -> None:
        if made is None:
            return
        if self.card is None or self._stop.is_set():
            self._operations.write(RemovePaper(made.pdf, made.path), self)
            return
        self._file, self.pdf = made.path, made.pdf
        self.card.show_pdf(made.pdf, self._cover.title)

    def _failed(self, error: Exception) -> None:
        if self.card is not None:
            message = messages.message_for(error)
            self.card.show_failure(message.kind.value, message.text)

    def stop(self) -> None:
        """Making ends and its preview closes, or else printing ends."""
        if self.pdf is not None and self.run is not None:
            self.run.stop()
        elif self.pdf is None:
            self._stop.set()
            if self.card is not None:
                self.card.reject()

    # -- closing -------------------------------------------------------------------------------------
    def _closed(self) -> None:
        """What goes to the printer goes on; its file goes when that is done."""
        self._stop.set()
        self.card = self.layer = None
        pdf, path = self.pdf, self._file
        self.pdf = self._file = None
        if pdf is None or path is None:
            return
        self._done_with = RemovePaper(pdf, None if path in self._opened else path)
        if self.run is None:
            self._take_away()

    def _take_away(self) -> None:
        if self._done_with is not None:
            self._operations.write(self._done_with, self)
        self._done_with = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and watched is self._shell.as_window():
            self._end()
        return False

    def _end(self) -> None:
        """The program ends: nothing of it stays on the disk."""
        self._stop.set()
        if self.run is not None:
            self.run.stop()
        if self.pdf is not None:
            self.pdf.close()
        printed = self._done_with.path if self._done_with is not None else None
        for path in (self._file, printed, *self._opened):
            if path is not None:
                private.remove(path)

    # -- keeping -------------------------------------------------------------------------------------
    def ask_place(self) -> None:
        """Opens the save dialog in the folder of the last time."""
        if self.pdf is not None:
            self._operations.query(ReadFolder(self._backend), self, self._ask_place_in)

    def _ask_place_in(self, folder: str) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = folder if folder and Path(folder).is_dir() else documents
        dialog = QFileDialog(self._shell.as_window(), texts.SAVE_AS, start, texts.PDF_FILES)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self._cover.file_name)
        dialog.fileSelected.connect(self.save)
        self.dialog = dialog
        dialog.open()

    def save(self, place: str) -> None:
        if self._file is not None:
            call = SavePaper(self._backend, self._file, Path(place))
            self._operations.write(call, self, self._was_saved, self._not_saved)

    def _was_saved(self, path: Path) -> None:
        self._saved = path
        if self.card is not None:
            self.card.banner.say("goed", texts.saved_as(path.name), texts.OPEN, OPEN_SAVED)
        else:
            self._shell.messages.done(texts.SAVED, texts.OPEN, OPEN_SAVED)

    def _not_saved(self, error: Exception) -> None:
        self._say_wrong(error)

    def _say_wrong(self, error: Exception) -> None:
        message = messages.message_for(error)
        if self.card is not None:
            self.card.say(message.kind.value, message.text)
        else:
            self._shell.messages.say(message)

    def _open_elsewhere(self) -> None:
        if self._file is not None:
            if self._file not in self._opened:
                self._opened.append(self._file)
            self._open(self._file)

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))) and self.card is not None:
            self.card.say("letop", texts.NOT_OPENED)

    def _pressed(self, action_id: str) -> None:
        if action_id == OPEN_SAVED and self._saved is not None:
            self._open(self._saved)

    # -- printing ------------------------------------------------------------------------------------
    def ask_printer(self) -> None:
        """The dialog of the system; without any printer it says so."""
        if self.pdf is None or self.run is not None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._cover.title)
        dialog = QPrintDialog(printer, self._shell.as_window())
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, len(self.pdf.sizes))
        dialog.accepted.connect(self._printer_chosen)
        self.dialog = dialog
        QDialog.open(dialog)

    def _printer_chosen(self) -> None:
        if isinstance(self.dialog, QPrintDialog):
            self.print_on(self.dialog.printer())

    def print_on(self, printer: QPrinter) -> None:
        """Sends all sheets that were asked for."""
        if self.pdf is None or self.run is not None:
            return
        self.run = PrintRun(self._operations, self.pdf, printer, self)
        self.run.progressed.connect(self._printing)
        self.run.finished.connect(self._printed)
        self.run.stopped.connect(self._print_ended)
        self.run.failed.connect(self._print_failed)
        self.run.start()

    def _printing(self, done: int, of: int) -> None:
        if self.card is not None:
            self.card.show_printing(texts.printing(done, of))
        elif self.run is not None:
            self._shell.progress(texts.printing(done, of), self.run.stop)

    def _print_ended(self) -> None:
        if self.run is not None:
            self.run.deleteLater()
        self.run = None
        self._take_away()
        if self.card is not None:
            self.card.show_printing("")

    def _printed(self) -> None:
        self._print_ended()
        if self.card is not None:
            self.card.say("goed", texts.PRINTED)
        else:
            self._shell.messages.done(texts.PRINTED)

    def _print_failed(self, error: Exception) -> None:
        self._print_ended()
        self._say_wrong(error)
