"""Bars in the page and the toast: the two ways in which a screen answers without a dialog."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QHideEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from shiboken6 import isValid

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
    """Bottom middle of the window, ten seconds, one at a time. Never for errors.

    The seconds do not run while the pointer is on it or its link has the focus; when it goes with the focus
    in it, the focus goes back to where it came from.
    """

    pressed = Signal(str)

    def __init__(self, window: QWidget, above: QWidget) -> None:
        super().__init__(window)
        self._window, self._above = window, above
        self._action_id = ""
        self._stays = False
        self._back: QWidget | None = None
        px = theme.active().px
        row = self._row = QHBoxLayout(self)
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
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        self.hide()

    def say(
        self, words: str, action: str | None = None, action_id: str | None = None, stay: bool = False
    ) -> None:
        again = self.isVisible() and bool(action_id) and action_id == self._action_id
        # A count that goes on is not read out at every step; something else done is.
        quiet = again and stay
        self._action_id = action_id or ""
        self._stays = stay
        self._label.setText(words)
        self._link.set_words(action or "")
        if not action:
            self._give_back()
        self._link.setVisible(bool(action))
        self.setAccessibleName(words)
        self.place()
        self.show()
        self.raise_()
        self._timer.stop()
        self._run()
        if not quiet:
            announce(self, words)

    def text(self) -> str:
        return self._label.text() if self.isVisible() else ""

    @property
    def action_id(self) -> str:
        return self._action_id

    @property
    def running(self) -> bool:
        """Whether its seconds run now."""
        return self._timer.isActive()

    def _run(self) -> None:
        """Its full time starts anew: who looked at it gets time to look away."""
        held = self._link.hasFocus() or (self.isVisible() and self.underMouse())
        if not (self._stays or held or self.isHidden()):
            self._timer.start(theme.tokens()["tijd"]["melding_ms"])

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        self._give_back()
        super().hideEvent(event)

    def _give_back(self) -> None:
        back, self._back = self._back, None
        if back is not None and isValid(back) and back.isVisible() and self._link.hasFocus():
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is self._link:
            self._back = old
            self._timer.stop()
        elif old is self._link:
            self._run()

    def place(self) -> None:
        px = theme.active().px
        room = self._window.width() - 2 * px(16)
        self._label.setWordWrap(False)
        width = self.sizeHint().width()
        if width > room:
            self._label.setWordWrap(True)
            width = room
        height = max(self._row.totalHeightForWidth(width), self.sizeHint().height(), px(44))
        bottom = self._window.height() - self._above.height() - px(16)
        self.setGeometry(QRect((self._window.width() - width) // 2, bottom - height, width, height))

    def _clicked(self) -> None:
        self.hide()
        self.pressed.emit(self._action_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        border = "lijn_knop" if theme.active().high_contrast else None
        paint.rounded(paint.painter_for(self), self.rect(), 8, "toast_vlak", border)
