"""Bars in the page and the toast: the two ways in which a screen answers without a dialog."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views import theme
from desktop.views.widgets import paint
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.labels import Icon, Label

_ICONS = {"info": "info", "letop": "letop", "fout": "fout", "goed": "vink"}


def announce(widget: QWidget, words: str) -> None:
    """Says it to a screen reader without moving the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class Banner(QWidget):
    """info, letop, fout or goed: tint, icon, sentence, at most one link. Hidden until it has something to
    say.
    """

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._kind = "info"
        self._action_id = ""
        px = theme.active().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(9), px(14), px(9))
        row.setSpacing(px(12))
        self._icon = Icon("info", 18, "info")
        self._label = Label("", "bij", "tekst", wrap=True)
        self._link = Button("", Look.LINK)
        self._link.clicked.connect(self._clicked)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._label, 1)
        row.addWidget(self._link, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def say(self, kind: str, words: str, action: str | None = None, action_id: str | None = None) -> None:
        self._kind = kind
        self._action_id = action_id or ""
        self._icon.set_icon(_ICONS[kind], kind)
        self._label.setText(words)
        self._link.set_words(action or "")
        self._link.setVisible(bool(action))
        self.setAccessibleName(words)
        self.setVisible(True)
        self.update()
        announce(self, words)

    def text(self) -> str:
        return "" if self.isHidden() else self._label.text()

    def _clicked(self) -> None:
        self.pressed.emit(self._action_id)

    def paintEvent(self, event: QPaintEvent) -> None:
        border = self._kind if theme.active().high_contrast else None
        paint.rounded(paint.painter_for(self), self.rect(), 8, f"{self._kind}_zacht", border)


class Toast(QWidget):
    """Bottom middle of the window, ten seconds, one at a time. Never for errors."""

    pressed = Signal(str)

    def __init__(self, window: QWidget, above: QWidget) -> None:
        super().__init__(window)
        self._window, self._above = window, above
        self._action_id = ""
        px = theme.active().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(8), px(16), px(8))
        row.setSpacing(px(12))
        self._label = Label("", "tekst", "toast_tekst")
        self._link = Button("", Look.LINK, token="toast_link")
        self._link.clicked.connect(self._clicked)
        row.addWidget(Icon("vink", 18, "toast_tekst"))
        row.addWidget(self._label)
        row.addWidget(self._link)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    def say(
        self, words: str, action: str | None = None, action_id: str | None = None, stay: bool = False
    ) -> None:
        again = self.isVisible() and bool(action_id) and action_id == self._action_id
        self._action_id = action_id or ""
        self._label.setText(words)
        self._link.set_words(action or "")
        self._link.setVisible(bool(action))
        self.setAccessibleName(words)
        self._place()
        self.show()
        self.raise_()
        self._timer.stop()
        if not stay:
            self._timer.start(theme.tokens()["tijd"]["melding_ms"])
        if not again:  # a count that goes on is not read out at every step
            announce(self, words)

    def text(self) -> str:
        return self._label.text() if self.isVisible() else ""

    @property
    def action_id(self) -> str:
        return self._action_id

    def _place(self) -> None:
        px = theme.active().px
        self.adjustSize()
        window = self._window
        size = self.sizeHint().expandedTo(self.minimumSize())
        bottom = window.height() - self._above.height() - px(16)
        height = max(size.height(), px(44))
        self.setGeometry(QRect((window.width() - size.width()) // 2, bottom - height, size.width(), height))

    def _clicked(self) -> None:
        self.hide()
        self.pressed.emit(self._action_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        border = "lijn_knop" if theme.active().high_contrast else None
        paint.rounded(paint.painter_for(self), self.rect(), 8, "toast_vlak", border)
