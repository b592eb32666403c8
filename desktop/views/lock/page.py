"""The page over the whole window: a field for the code, and the way out for who forgot it.

Shows nothing of the person, the region or the work behind it. Asks the laptop through the gateway.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.backend import Backend
from desktop.views.lock import texts
from desktop.views.lock.code_field import CodeField
from desktop.views.messages import explain
from desktop.views.operations import Operations
from desktop.views.widgets.banner import announce
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.fields import FormRow, TextField
from desktop.views.widgets.labels import Icon, Label, Surface
from desktop.views.widgets.work_panel import ScrollBody

WIDTH = 460


@dataclass(frozen=True, slots=True)
class _Try:
    """A typed code on the writer: whether it fits, and how long to wait when it does not."""

    backend: Backend
    code: str

    def __call__(self) -> tuple[bool, int]:
        fits = self.backend.ontgrendel(self.code)
        return fits, 0 if fits else self.backend.slot_wacht()


@dataclass(frozen=True, slots=True)
class _Recover:
    """A fresh aanmeldcode on the network."""

    backend: Backend
    code: str

    def __call__(self) -> None:
        self.backend.herstel_slot(self.code)


class LockPage(Surface):
    """`opened(bool)` when the window may be seen again, true when the code itself is gone; then `closed`."""

    opened = Signal(bool)
    closed = Signal()

    def __init__(self, window: QWidget, operations: Operations) -> None:
        super().__init__("vlak_raam")
        self.setParent(window)
        self._operations, self._backend = operations, operations.backend
        self._seconds = 0
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._count_down)
        self.setAccessibleName(texts.TITLE)
        self._parts = (self._code_part(), self._forgotten_part())
        self._body = ScrollBody(texts.TITLE)
        self._card = self._make_card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._body)

    # -- building ------------------------------------------------------------------------------------
    def _make_card(self) -> Surface:
        px = theme.active().px
        card = Surface("vlak_inhoud", 12, "lijn_zacht")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(px(32), px(28), px(32), px(28))
        for part in self._parts:
            inner.addWidget(part)
        self._parts[1].hide()
        self._body.column.addStretch(2)
        self._body.column.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        self._body.column.addStretch(3)
        card.installEventFilter(self)
        return card

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._card and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def rescaled(self) -> None:
        """Another text size while it is locked."""
        self._fit()

    def _fit(self) -> None:
        """Wrapped labels lose their height in a card that is centred: the layout itself knows it."""
        layout = self._card.layout()
        if layout is not None:
            width = min(theme.active().px(WIDTH), self.width() - theme.active().px(32))
            self._card.setFixedSize(width, layout.totalHeightForWidth(width))

    def _code_part(self) -> QWidget:
        self.code = CodeField(texts.CODE)
        self.code.entered.connect(self._try)
        self._code_row = FormRow(texts.CODE, self.code, focus=self.code.edit)
        self.open_button = Button(texts.OPEN, Look.FILLED)
        self.open_button.clicked.connect(self._try)
        self.forgotten = Button(texts.FORGOTTEN, Look.LINK)
        self.forgotten.clicked.connect(self._show_forgotten)
        return _part(texts.TITLE, texts.TEXT, self._code_row, self.open_button, self.forgotten, icon="slot")

    def _forgotten_part(self) -> QWidget:
        self.enrol_code = TextField(texts.ENROL_CODE)
        self.enrol_code.returnPressed.connect(self._recover)
        self._enrol_row = FormRow(texts.ENROL_CODE, self.enrol_code, texts.ENROL_HINT)
        self.remove_button = Button(texts.REMOVE_LOCK, Look.FILLED)
        self.remove_button.clicked.connect(self._recover)
        back = Button(texts.BACK_TO_CODE, Look.LINK)
        back.clicked.connect(self._show_code)
        return _part(texts.FORGOTTEN_TITLE, texts.FORGOTTEN_TEXT, self._enrol_row, self.remove_button, back)

    # -- coming and going ----------------------------------------------------------------------------
    def cover(self) -> None:
        """Over the window, with the focus in the field. What loses the focus must not take it for leaving."""
        self.setGeometry(self.window().rect())
        self.show()
        self.raise_()
        self.take_focus()
        announce(self, f"{texts.TITLE}. {texts.TEXT}")
        self._operations.query(self._backend.slot_wacht, self, self._wait_as_before, channel="wacht")

    def take_focus(self) -> None:
        target = self.enrol_code if self._parts[1].isVisibleTo(self) else self.code.edit
        target.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Nothing typed here stays behind."""
        self.code.empty()
        self.enrol_code.clear()
        self._tick.stop()
        self.hide()
        self.closed.emit()

    def _show_forgotten(self) -> None:
        self._show_part(1)

    def _show_code(self) -> None:
        self._show_part(0)

    def _show_part(self, number: int) -> None:
        for part in self._parts:
            part.setVisible(part is self._parts[number])
        self.take_focus()

    # -- the code ------------------------------------------------------------------------------------
    def _try(self) -> None:
        if self._seconds:
            self._say_wait()
        elif not self.code.text():
            self._code_row.set_error(texts.EMPTY)
        elif self.open_button.isEnabled():
            self.open_button.setEnabled(False)
            call = _Try(self._backend, self.code.text())
            self._operations.write(call, self, self._tried, self._not_tried)

    def _tried(self, found: tuple[bool, int]) -> None:
        fits, seconds = found
        self.open_button.setEnabled(True)
        if fits:
            self._code_row.set_error("")
            self.opened.emit(False)
            return
        self.code.edit.selectAll()
        self._wait(seconds, texts.wrong(seconds))

    def _not_tried(self, error: Exception) -> None:
        self.open_button.setEnabled(True)
        self._refuse(self._code_row, explain(error))

    def _wait_as_before(self, seconds: int) -> None:
        """After a restart a wait goes on."""
        if seconds:
            self._wait(seconds, texts.wait(seconds))

    def _wait(self, seconds: int, words: str) -> None:
        self._seconds = seconds
        self._refuse(self._code_row, words)
        if seconds:
            self._tick.start()

    def _count_down(self) -> None:
        """Counts in sight; heard are only its begin and its end."""
        self._seconds -= 1
        if self._seconds > 0:
            self._code_row.set_error(texts.wait(self._seconds))
            return
        self._tick.stop()
        self._code_row.set_error("")
        announce(self, texts.TRY_AGAIN)

    def _say_wait(self) -> None:
        self._refuse(self._code_row, texts.wait(self._seconds))

    # -- forgotten -----------------------------------------------------------------------------------
    def _recover(self) -> None:
        if not self.enrol_code.text().strip():
            self._enrol_row.set_error(texts.ENROL_EMPTY)
        elif self.remove_button.isEnabled():
            self.remove_button.setEnabled(False)
            call = _Recover(self._backend, self.enrol_code.text().strip())
            self._operations.network(call, self, self._recovered, self._not_recovered)

    def _recovered(self, _nothing: None) -> None:
        self.remove_button.setEnabled(True)
        self.opened.emit(True)

    def _not_recovered(self, error: Exception) -> None:
        self.remove_button.setEnabled(True)
        self._refuse(self._enrol_row, explain(error))

    def _refuse(self, row: FormRow, words: str) -> None:
        row.set_error(words)
        announce(self, words)


def _part(title: str, text: str, row: QWidget, button: QWidget, link: QWidget, icon: str = "") -> QWidget:
    px = theme.active().px
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(8))
    if icon:
        column.addWidget(Icon(icon, 22, "tekst_2"))
    column.addWidget(Label(title, "titel", wrap=True))
    column.addWidget(Label(text, "tekst", "tekst_2", wrap=True))
    column.addSpacing(px(10))
    column.addWidget(row)
    column.addSpacing(px(10))
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    column.addStretch(1)
    return part
