"""A PDF as pictures. PDFium may be called by one thread at a time: everything here goes through one lock.

Called on workers; gives `QImage`s, which may cross threads. Touches the file it was given.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from desktop.models.errors import EnvironmentFailure

if TYPE_CHECKING:
    import pypdfium2 as pdfium

POINTS = 72.0
_LOCK = threading.Lock()


class Pdf:
    """An open document. `sizes` are width and height of each sheet in points."""

    def __init__(self, path: Path) -> None:
        with _LOCK:
            import pypdfium2 as pdfium  # takes a tenth of a second: here, on a worker

            try:
                self._document = pdfium.PdfDocument(path)
                self.sizes = tuple(
                    self._document.get_page_size(number) for number in range(len(self._document))
                )
            except (pdfium.PdfiumError, OSError) as error:
                raise EnvironmentFailure("bestand_niet_te_lezen", pad=path.name) from error
        self._closed = False

    def picture(self, number: int, scale: float, top: int = 0, height: int | None = None) -> QImage:
        """The sheet at `scale` pixels a point, or a strip of it; an empty picture when it was closed."""
        with _LOCK:
            if self._closed:
                return QImage()
            page = self._document[number]
            try:
                crop = _crop(self.sizes[number][1], scale, top, height)
                bitmap = page.render(scale=scale, crop=crop, prefer_bgrx=True)
                return _image(bitmap)
            finally:
                page.close()

    def words(self, number: int) -> str:
        """What is written on the sheet, for who cannot see it."""
        with _LOCK:
            if self._closed:
                return ""
            page = self._document[number]
            text = page.get_textpage()
            try:
                return str(text.get_text_bounded())
            finally:
                text.close()
                page.close()

    def close(self) -> None:
        """The file may go after this."""
        with _LOCK:
            if not self._closed:
                self._closed = True
                self._document.close()


def pixels(points: float, scale: float) -> int:
    """How many a length takes; PDFium rounds up."""
    whole = int(points * scale)
    return whole if whole == points * scale else whole + 1


def _crop(height: float, scale: float, top: int, strip: int | None) -> tuple[float, float, float, float]:
    """Left, bottom, right, top in points. A hair less, because PDFium rounds what is cut off up."""
    if strip is None:
        return (0, 0, 0, 0)
    below = max(0, pixels(height, scale) - top - strip)
    return (0, max(0.0, (below - 0.01) / scale), 0, max(0.0, (top - 0.01) / scale))


def _image(bitmap: pdfium.PdfBitmap) -> QImage:
    try:
        shape = (bitmap.width, bitmap.height, bitmap.stride)
        return QImage(bytes(bitmap.buffer), *shape, QImage.Format.Format_RGB32).copy()
    finally:
        bitmap.close()
