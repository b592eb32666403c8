"""Sends sheets to a printer: drawn at its own resolution and put on its paper on a worker, strip by strip.

A strip at a time, because a whole A4 at 600 dots an inch takes 140 MB. Stopping is looked at between strips.
Qt allows a painter on a printer outside the UI thread; nothing else touches the printer meanwhile.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.models.errors import EnvironmentFailure
from desktop.views.operations import Operations
from desktop.views.paper.pdf import POINTS, Pdf, pixels

MOST_DOTS = 600
STRIP = 1024
_FITS = 0.99


class PrintRun(QObject):
    """One job. `progressed(sheet, of)`, then one of `finished()`, `stopped()` and `failed(Exception)`.

    `heard` crosses the threads and is no one else's.
    """

    progressed = Signal(int, int)
    finished = Signal()
    stopped = Signal()
    failed = Signal(object)
    heard = Signal(int)

    def __init__(self, operations: Operations, pdf: Pdf, printer: QPrinter, owner: QObject) -> None:
        super().__init__(owner)
        self._operations = operations
        self._stop = threading.Event()
        pages = pages_of(printer, len(pdf.sizes))
        self._count = len(pages)
        self._job = PrintJob(pdf, printer, pages, self._stop, self.heard.emit)
        self.heard.connect(self._counted, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        self._operations.query(self._job, self, self._done, self.failed.emit)

    def stop(self) -> None:
        """No further strip; what the printer already has may still come out."""
        self._stop.set()

    def _counted(self, done: int) -> None:
        if not self._stop.is_set():
            self.progressed.emit(done, self._count)

    def _done(self, whole: bool) -> None:
        (self.finished if whole else self.stopped).emit()


@dataclass(frozen=True, slots=True)
class PrintJob:
    """Runs on a worker; False when it was stopped."""

    pdf: Pdf
    printer: QPrinter
    pages: tuple[int, ...]
    stop: threading.Event
    tell: Callable[[int], object]

    def __call__(self) -> bool:
        self.printer.setFullPage(True)
        painter = QPainter()
        if not self.pages or not painter.begin(self.printer):
            raise EnvironmentFailure("printer_weigert")
        try:
            # Without this the sheets of a PDF printer come out as JPEG, with a haze around the letters.
            painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
            whole = self._all_sheets(painter)
        finally:
            ended = painter.end()
        if whole and (not ended or self.printer.printerState() is QPrinter.PrinterState.Error):
            raise EnvironmentFailure("printer_weigert")
        return whole

    def _all_sheets(self, painter: QPainter) -> bool:
        for number, page in enumerate(self.pages, start=1):
            self.tell(number)
            if number > 1 and not self.printer.newPage():
                raise EnvironmentFailure("printer_weigert")
            if not self._sheet(painter, page):
                self.printer.abort()
                return False
        return True

    def _sheet(self, painter: QPainter, page: int) -> bool:
        scale = dots_for(self.printer.resolution()) / POINTS
        total = pixels(self.pdf.sizes[page][1], scale)
        for top in range(0, total, STRIP):
            if self.stop.is_set():
                return False
            image = self.pdf.picture(page, scale, top, min(STRIP, total - top))
            if image.isNull():  # the preview was closed
                return False
            painter.drawImage(self._place(page, top, image), image, QRectF(image.rect()))
        return True

    def _place(self, page: int, top: int, image: QImage) -> QRectF:
        """On the paper: whole, and in the middle."""
        resolution = self.printer.resolution()
        paper: QRect = self.printer.pageLayout().fullRectPixels(resolution)
        width, height = (points * resolution / POINTS for points in self.pdf.sizes[page])
        fit = min(paper.width() / width, paper.height() / height)
        fit = fit if fit < _FITS else 1.0  # A4 on A4: strips end on whole dots, so that none shows a seam
        ratio = resolution / dots_for(resolution) * fit
        left = max(0.0, (paper.width() - width * fit) / 2)
        return QRectF(left, top * ratio, image.width() * ratio, image.height() * ratio)


def dots_for(resolution: int) -> int:
    """As many to the inch as the printer has, or a whole part of that."""
    return resolution // -(-resolution // MOST_DOTS)


def pages_of(printer: QPrinter, count: int) -> tuple[int, ...]:
    """The sheets that were asked for in the print dialog, counted from 0."""
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage() > 0:
        last = min(printer.toPage() or count, count)
        found = tuple(range(printer.fromPage() - 1, last))
    else:
        found = tuple(range(count))
    return found[::-1] if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst else found
