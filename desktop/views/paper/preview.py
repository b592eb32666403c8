"""The preview: over the whole window, with the sheets and what can be done with them. Makes nothing."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.operations import Operations
from desktop.views.paper import texts
from desktop.views.paper.pdf import Pdf
from desktop.views.paper.sheet_view import SheetView
from desktop.views.paper.sheets import Zoom
from desktop.views.widgets import tips
from desktop.views.widgets.banner import Banner, announce
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.choices import Segments
from desktop.views.widgets.labels import Elided, Label, Surface
from desktop.views.widgets.layer import Card

_NARROW = 860
_ZOOMS = (
    (Zoom.WIDTH.value, texts.FIT_WIDTH),
    (Zoom.PAGE.value, texts.FIT_PAGE),
    (Zoom.FULL.value, texts.FULL_SIZE),
)


class PreviewCard(Card):
    """`prints`, `saves`, `opens` and `stops` when a button was pressed; Sluiten and Esc reject it."""

    prints = Signal()
    saves = Signal()
    opens = Signal()
    stops = Signal()

    def __init__(self, operations: Operations) -> None:
        super().__init__(texts.PREVIEW)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addWidget(self._head())
        self.banner = Banner()
        outer.addWidget(self.banner)
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self._busy())
        self.view = SheetView(operations)
        self.view.page_changed.connect(self._page_changed)
        self._stack.addWidget(self.view)
        outer.addWidget(middle, 1)
        outer.addWidget(self._foot())
        self._keys()
        self._set_ready(False)

    def _head(self) -> QWidget:
        px = theme.active().px
        head = Surface("vlak_inhoud", 12)
        row = self._head_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, head)
        row.setContentsMargins(px(24), px(14), px(24), px(12))
        row.setSpacing(px(16))
        self.title = Label("", "titel", wrap=True)
        row.addWidget(self.title, 1)
        beside = QHBoxLayout()
        beside.setSpacing(px(16))
        self.page = Label("", "bij", "tekst_2")
        beside.addWidget(self.page)
        self.zoom = Segments(texts.ZOOM, _ZOOMS)
        self.zoom.set_value(Zoom.WIDTH.value)
        self.zoom.chosen.connect(self._zoom_chosen)
        beside.addWidget(self.zoom, 1)
        row.addLayout(beside)
        return head

    def _busy(self) -> QWidget:
        px = theme.active().px
        holder = Surface("vlak_raam")
        column = QVBoxLayout(holder)
        column.setSpacing(px(16))
        self.words = Label(texts.MAKING, "tekst", "tekst_2")
        self.stop = Button(texts.STOP, Look.OUTLINED)
        self.stop.clicked.connect(self.stops)
        column.addStretch(1)
        column.addWidget(self.words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return holder

    def _foot(self) -> QWidget:
        px = theme.active().px
        foot = Surface("vlak_inhoud", 12, sides="t")
        row = self._foot_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, foot)
        row.setContentsMargins(px(24), px(12), px(24), px(12))
        row.setSpacing(px(8))
        self.progress = Elided("", "bij", "tekst_2")
        self.progress.hide()
        self.stop_printing = Button(texts.STOP, Look.QUIET)
        self.stop_printing.clicked.connect(self.stops)
        self.stop_printing.hide()
        going = QHBoxLayout()
        going.addWidget(self.stop_printing)
        going.addWidget(self.progress, 1)
        row.addLayout(going, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addStretch(1)
        self.close_button = Button(texts.CLOSE, Look.OUTLINED, height=40)
        self.close_button.clicked.connect(self.reject)
        self.open_button = Button(texts.OPEN_ELSEWHERE, Look.OUTLINED, height=40)
        tips.tell(self.open_button, texts.OPEN_HINT)
        self.open_button.setAccessibleDescription(texts.OPEN_HINT)
        self.open_button.clicked.connect(self.opens)
        self.save_button = Button(texts.SAVE_AS, Look.OUTLINED, "ontvang", height=40)
        self.save_button.clicked.connect(self.saves)
        self.print_button = Button(texts.PRINT, Look.FILLED, "printer")
        self.print_button.clicked.connect(self.prints)
        for button in (self.close_button, self.open_button, self.save_button, self.print_button):
            buttons.addWidget(button)
        row.addLayout(buttons)
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow: below each other, and the buttons short."""
        super().resizeEvent(event)
        narrow = event.size().width() < theme.active().px(_NARROW)
        direction = QBoxLayout.Direction
        px, wide = theme.active().px, direction.LeftToRight
        for row in (self._head_row, self._foot_row):
            row.setDirection(direction.TopToBottom if narrow else wide)
        self._head_row.setSpacing(px(8 if narrow else 16))
        edge = px(12 if narrow else 24)
        for row in (self._head_row, self._foot_row):
            row.setContentsMargins(edge, row.contentsMargins().top(), edge, row.contentsMargins().bottom())
        self.close_button.show_as("" if narrow else texts.CLOSE, "kruis" if narrow else None)
        self.open_button.show_as(texts.OPEN if narrow else texts.OPEN_ELSEWHERE, None)
        self.save_button.show_as(texts.SAVE if narrow else texts.SAVE_AS, None if narrow else "ontvang")
        self.print_button.show_as(texts.PRINT, None if narrow else "printer")

    def _keys(self) -> None:
        """While this is open the window's own keys rest: these are only here."""
        for keys, slot in (("Ctrl+P", self._print_key), ("Ctrl+S", self._save_key)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(slot)

    def _print_key(self) -> None:
        if self.print_button.isVisible():
            self.prints.emit()

    def _save_key(self) -> None:
        if self.save_button.isVisible():
            self.saves.emit()

    # -- states --------------------------------------------------------------------------------------
    def _set_ready(self, ready: bool) -> None:
        for part in (self.open_button, self.save_button, self.print_button, self.zoom, self.page):
            part.setVisible(ready)
        self.stop.setVisible(not ready)
        self._stack.setCurrentIndex(1 if ready else 0)

    def show_title(self, title: str) -> None:
        self.title.setText(title)
        self.setAccessibleName(f"{texts.PREVIEW}: {title}")

    def show_making(self, words: str) -> None:
        """How far the making is; read out once, not at each step."""
        first = self.words.text() != words and self.words.text() == texts.MAKING
        self.words.setText(words)
        if first:
            announce(self, words)

    def show_pdf(self, pdf: Pdf, title: str) -> None:
        self._set_ready(True)
        self.view.show_pdf(pdf, title)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.view, texts.view_name(title, 1, len(pdf.sizes)))

    def show_failure(self, kind: str, words: str) -> None:
        """Nothing to look at: why, and the way out."""
        self.words.setText("")
        self.stop.hide()
        self.say(kind, words)
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, kind: str, words: str) -> None:
        self.banner.say(kind, words)

    def show_printing(self, words: str) -> None:
        """Empty when nothing is on its way to the printer any more."""
        self.progress.set_text(words)
        self.progress.setVisible(bool(words))
        self.stop_printing.setVisible(bool(words))
        self.print_button.setEnabled(not words)

    def _page_changed(self, number: int, of: int) -> None:
        self.page.setText(texts.page_of(number, of))

    def _zoom_chosen(self, code: str) -> None:
        self.view.set_zoom(Zoom(code))

    # -- place ---------------------------------------------------------------------------------------
    def first_field(self) -> QWidget | None:
        return self.view if self.view.count else self.stop

    def place(self, room: QSize) -> QRect:
        px = theme.active().px
        edge = px(24) if room.width() >= px(1000) else px(8)
        width = min(room.width() - 2 * edge, px(1100))
        return QRect((room.width() - width) // 2, edge, width, room.height() - 2 * edge)
