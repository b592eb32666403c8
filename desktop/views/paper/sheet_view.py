"""The sheets of a document below each other, drawn when they come in sight. Paper is white in every theme.

Pictures are made on a worker; a sheet that is not there yet is white until it is. At most a dozen are kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from desktop.views import theme
from desktop.views.operations import Operations
from desktop.views.paper import texts
from desktop.views.paper.pdf import Pdf
from desktop.views.paper.sheets import Sheets, Zoom, scale_for
from desktop.views.widgets import paint

KEPT = 12
_WORDS_SAID = 4000
_PAPER = QColor(Qt.GlobalColor.white)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sheet as a picture, and what is written on it."""

    number: int
    scale: float
    image: QImage
    words: str


class SheetView(QAbstractScrollArea):
    """`page_changed(number, of)` counts from 1."""

    page_changed = Signal(int, int)

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self._operations = operations
        self._pdf: Pdf | None = None
        self._title = ""
        self._zoom = Zoom.WIDTH
        self._sheets = Sheets.placed((), 1.0, 0)
        self._drawn: dict[int, Drawn] = {}
        self._asked: dict[int, float] = {}
        self._wanted: frozenset[int] = frozenset()
        self._page = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(texts.PREVIEW)
        self.verticalScrollBar().setSingleStep(theme.active().px(48))
        self.verticalScrollBar().valueChanged.connect(self._moved)

    # -- contents ------------------------------------------------------------------------------------
    def show_pdf(self, pdf: Pdf, title: str) -> None:
        self._pdf, self._title = pdf, title
        self._drawn.clear()
        self._place()
        self._moved()

    def set_zoom(self, zoom: Zoom) -> None:
        """The same sheet stays in sight."""
        if zoom is not self._zoom:
            page = self._page
            self._zoom = zoom
            self._place()
            self.go_to(page)

    @property
    def zoom(self) -> Zoom:
        return self._zoom

    @property
    def page(self) -> int:
        """Counted from 0."""
        return self._page

    @property
    def count(self) -> int:
        return len(self._sheets.sizes)

    def picture_of(self, number: int) -> QImage | None:
        """What is drawn of a sheet; None as long as it is not there."""
        drawn = self._drawn.get(number)
        return drawn.image if drawn is not None else None

    def _gap(self) -> int:
        return theme.active().px(16)

    def _place(self) -> None:
        sizes = self._pdf.sizes if self._pdf is not None else ()
        room = (self.viewport().width(), self.viewport().height())
        scale = scale_for(self._zoom, sizes, room, self._gap(), theme.active().factor)
        self._sheets = Sheets.placed(sizes, scale, self._gap())
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setPageStep(room[1])
        vertical.setRange(0, max(0, self._sheets.height - room[1]))
        horizontal.setPageStep(room[0])
        horizontal.setRange(0, max(0, self._sheets.width + 2 * self._gap() - room[0]))
        self.viewport().update()

    # -- moving --------------------------------------------------------------------------------------
    def go_to(self, number: int) -> None:
        """The top of this sheet at the top of what is in sight."""
        number = max(0, min(number, self.count - 1))
        if self.count:
            self.verticalScrollBar().setValue(self._sheets.tops[number] - self._gap())
        self._moved()

    def _moved(self, *_: int) -> None:
        if not self.count:
            return
        value, height = self.verticalScrollBar().value(), self.viewport().height()
        at_end = value >= self.verticalScrollBar().maximum() > 0
        page = self.count - 1 if at_end else self._sheets.at(value + height // 3)
        self._ask_for(self._sheets.between(value, value + height))
        if page != self._page or not self.accessibleDescription():
            self._page = page
            self._describe()
            self.page_changed.emit(page + 1, self.count)
        self.viewport().update()

    def _describe(self) -> None:
        self.setAccessibleName(texts.view_name(self._title, self._page + 1, self.count))
        drawn = self._drawn.get(self._page)
        self.setAccessibleDescription(drawn.words[:_WORDS_SAID] if drawn is not None else texts.READING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, key = self.verticalScrollBar(), Qt.Key(event.key())
        moves: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Home: lambda: bar.setValue(0),
            Qt.Key.Key_End: lambda: bar.setValue(bar.maximum()),
            Qt.Key.Key_PageDown: lambda: self._turn(1),
            Qt.Key.Key_PageUp: lambda: self._turn(-1),
            Qt.Key.Key_Space: lambda: self._turn(1),
            Qt.Key.Key_Down: lambda: bar.setValue(bar.value() + bar.singleStep()),
            Qt.Key.Key_Up: lambda: bar.setValue(bar.value() - bar.singleStep()),
        }
        if key in moves:
            moves[key]()
        else:
            event.ignore()

    def _turn(self, by: int) -> None:
        """A whole sheet when it fits in sight, otherwise as much as is in sight."""
        bar = self.verticalScrollBar()
        if self._zoom is Zoom.PAGE:
            self.go_to(self._page + by)
        else:
            bar.setValue(bar.value() + by * (bar.pageStep() - bar.singleStep()))

    # -- drawing -------------------------------------------------------------------------------------
    def _ask_for(self, numbers: range) -> None:
        """Makes what is in sight and not there at this scale; what went out of sight meanwhile is skipped."""
        pdf = self._pdf
        if pdf is None:
            return
        scale = self._sheets.scale * self.devicePixelRatioF()
        self._wanted = frozenset(numbers)
        for number in numbers:
            drawn = self._drawn.get(number)
            if (drawn is None or drawn.scale != scale) and self._asked.get(number) != scale:
                self._asked[number] = scale
                call = _Draw(pdf, number, scale, self.wants)
                self._operations.query(call, self, self._came, self._failed, channel=f"blad{number}")

    def wants(self, number: int) -> bool:
        """Asked on a worker: whether this sheet is still in sight."""
        return number in self._wanted

    def _came(self, drawn: Drawn | int) -> None:
        number = drawn if isinstance(drawn, int) else drawn.number
        self._asked.pop(number, None)
        if isinstance(drawn, int):  # it was out of sight by then; perhaps it is back
            if number in self._wanted:
                self._moved()
            return
        self._drawn[number] = drawn
        for far in sorted(self._drawn, key=lambda one: abs(one - self._page))[KEPT:]:
            del self._drawn[far]
        if number == self._page:
            self._describe()
        self.viewport().update()

    def _failed(self, error: Exception) -> None:
        """A sheet that cannot be drawn stays white; making it again would fail again."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        page, bar = self._page, self.verticalScrollBar()
        inside = bar.value() - self._sheets.tops[page] if self.count else 0
        ratio = self._sheets.scale
        self._place()
        if self.count:
            bar.setValue(self._sheets.tops[page] + round(inside * self._sheets.scale / ratio))
            self._moved()

    def rescaled(self) -> None:
        """Another text size."""
        page = self._page
        self._place()
        self.go_to(page)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.setProperty("by_key", event.reason() != Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def rect_of(self, number: int) -> QRect:
        """Where a sheet lies in the view."""
        width, height = self._sheets.size(number)
        free = self.viewport().width() - width
        x = free // 2 if free > 2 * self._gap() else self._gap() - self.horizontalScrollBar().value()
        return QRect(x, self._sheets.tops[number] - self.verticalScrollBar().value(), width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        look = theme.active()
        painter.fillRect(self.viewport().rect(), look.colour("vlak_raam"))
        value = self.verticalScrollBar().value()
        for number in self._sheets.between(value, value + self.viewport().height()):
            self._paint_sheet(painter, number)
        if self.hasFocus() and self.property("by_key"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint.rounded(painter, self.viewport().rect().adjusted(2, 2, -2, -2), 6, None, "focus", 2)

    def _paint_sheet(self, painter: QPainter, number: int) -> None:
        rect = self.rect_of(number)
        painter.fillRect(rect, _PAPER)
        drawn = self._drawn.get(number)
        if drawn is not None and not drawn.image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(rect, drawn.image)
        painter.setPen(theme.active().colour("lijn_knop"))
        painter.drawRect(rect.adjusted(-1, -1, 0, 0))

    def sizeHint(self) -> QSize:
        return QSize(theme.active().px(700), theme.active().px(800))


@dataclass(frozen=True, slots=True)
class _Draw:
    pdf: Pdf
    number: int
    scale: float
    wanted: Callable[[int], bool]

    def __call__(self) -> Drawn | int:
        if not self.wanted(self.number):
            return self.number
        image = self.pdf.picture(self.number, self.scale)
        return Drawn(self.number, self.scale, image, self.pdf.words(self.number))
