"""The focus ring: drawn around parts that paint themselves, for the keyboard only.

A part asks for the ring by a `ring` property that holds its own radius. `focusChanged` carries no
reason, so a
pressed mouse button tells that it was the mouse. Not a QFocusFrame: its distance comes from the style, and a
QProxyStyle written in Python loses a reference to None on every metric (PySide6 6.12), until Python dies
of it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPaintEvent, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QTextEdit, QWidget
from shiboken6 import isValid

from desktop.views import theme
from desktop.views.widgets import paint

_FOLLOW = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange)


class FocusRing(QWidget):
    """One per window; `watch` makes it follow the keyboard."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._target: QWidget | None = None
        self._followed: list[QWidget] = []
        self._watched: QWidget | None = None
        self._radius: object = None
        self._handle: QWindow | None = None
        self._by_mouse = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def watch(self, app: QApplication) -> None:
        app.focusChanged.connect(self._moved)
        self._window.installEventFilter(self)

    def _listen(self) -> None:
        """Keys and mouse come to the window's handle first: what was used last says who moved the focus."""
        handle = self._window.windowHandle()
        if handle is not None and handle is not self._handle:
            self._handle = handle
            handle.installEventFilter(self)

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self._window):  # the window goes, and the focus with it
            return
        by_mouse = self._by_mouse or QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None
        inside = new is not None and new.window() is self._window
        if inside and isinstance(new, QLineEdit | QTextEdit):
            # A field has its own border; it asks for the ring only while it holds an error.
            self._watched = new
            new.installEventFilter(self)
            self._follow(new if new.property("ring") is not None else None)
            return
        wanted = (
            inside
            and not by_mouse
            and old is not None
            and new is not None
            and new.property("ring") is not None
        )
        self._follow(new if wanted else None)

    def _follow(self, target: QWidget | None) -> None:
        for old in self._followed:
            if isValid(old):
                old.removeEventFilter(self)
                old.destroyed.disconnect(self._gone)
        self._followed = []
        self._target = target
        self._radius = target.property("ring") if target is not None else None
        if target is None:
            self.setParent(self._window)
            self.hide()
            return
        if target.property("ring_parent") and (parent := target.parentWidget()) is not None:
            self._target = parent
        host = _host(target)
        widget: QWidget | None = target
        while widget is not None and widget is not host:
            widget.installEventFilter(self)
            widget.destroyed.connect(self._gone)
            self._followed.append(widget)
            widget = widget.parentWidget()
        self.setParent(host)
        self._place()

    def _gone(self) -> None:
        self._target = None
        self._followed = []
        self.hide()

    def _place(self) -> None:
        target, host = self._target, self.parentWidget()
        if target is None or host is None or not target.isVisible():
            self.hide()
            return
        corner = target.mapTo(host, QPoint(0, 0))
        gap = theme.tokens()["focus"]["dikte"] + theme.tokens()["focus"]["afstand"]
        self.setGeometry(QRect(corner, target.size()).adjusted(-gap, -gap, gap, gap))
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._handle:
            if kind in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
                self._by_mouse = kind == QEvent.Type.MouseButtonPress
            return False
        if watched is self._window and kind == QEvent.Type.Show:
            self._listen()
        if event.type() == QEvent.Type.DynamicPropertyChange and watched is self._watched:
            self._follow(self._watched if self._watched.property("ring") is not None else None)
            if self._watched is not None:
                self._watched.installEventFilter(self)
        elif event.type() in _FOLLOW:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        radius = self._radius
        if self._target is not None:
            painter = paint.painter_for(self)
            paint.rounded(
                painter,
                self.rect(),
                float(str(radius)) + 3,
                None,
                "focus",
                float(theme.tokens()["focus"]["dikte"]),
            )


def _host(target: QWidget) -> QWidget:
    """The nearest part that clips and scrolls, or the window."""
    widget = target.parentWidget()
    while widget is not None and not widget.isWindow():
        parent = widget.parentWidget()
        if isinstance(parent, QAbstractScrollArea) and widget is parent.viewport():
            return widget
        widget = parent
    return target.window()
