"""The focus ring: drawn around parts that paint themselves, for the keyboard only.

`QFocusFrame` follows, scrolls and clips with its widget; a part asks for the ring by a `ring` property that
holds its own radius. `focusChanged` carries no reason, so a pressed mouse button tells that it was the mouse.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QFocusFrame, QWidget

from desktop.views import theme
from desktop.views.widgets import paint


class FocusRing(QFocusFrame):
    """One per window; `watch` makes it follow the keyboard."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def watch(self, app: QApplication) -> None:
        app.focusChanged.connect(self._moved)

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if new is None or by_mouse or new.window() is not self._window or new.property("ring") is None:
            self.setWidget(None)  # type: ignore[arg-type]
            return
        self.setWidget(new)

    def paintEvent(self, event: QPaintEvent) -> None:
        target = self.widget()
        radius = target.property("ring") if target is not None else None
        if radius is None:
            return
        painter = paint.painter_for(self)
        paint.rounded(painter, self.rect(), float(radius) + 3, None, "focus", float(theme.tokens()["focus"]["dikte"]))
