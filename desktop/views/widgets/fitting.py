"""A part that is as high as it wants while there is room, and scrolls when there is not.

For what stands above a list: at 200 % text in a small window nothing is lost and the list keeps some rows.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget
from shiboken6 import isValid


class Scrolling(QScrollArea):
    """A part without a frame or ground of its own, of which what has the focus is always in sight."""

    def __init__(self, part: QWidget) -> None:
        super().__init__()
        self._part = part
        self.setWidget(part)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        part.setAutoFillBackground(False)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and isValid(self._part) and self._part.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, 8)
            self.horizontalScrollBar().setValue(0)


class Fitting(Scrolling):
    """`allow(height)` says how much room there is; the part takes no more than it needs."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self._room = 16777215
        part.installEventFilter(self)

    def allow(self, height: int) -> None:
        """So much room there is now."""
        self._room = height
        self._fit()

    def wanted(self) -> int:
        """What the part needs at this width."""
        layout = self._part.layout()
        if layout is None:
            return self._part.sizeHint().height()
        return (
            layout.totalHeightForWidth(self.width())
            if layout.hasHeightForWidth()
            else layout.sizeHint().height()
        )

    def _fit(self) -> None:
        """A scroll bar only where there is no room: its width alone would make rows wrap that fit without."""
        wanted = self.wanted()
        policies = Qt.ScrollBarPolicy
        policy = policies.ScrollBarAlwaysOff if wanted <= self._room else policies.ScrollBarAsNeeded
        if policy != self.verticalScrollBarPolicy():  # the same again would ask for the next layout
            self.setVerticalScrollBarPolicy(policy)
        height = max(1, min(wanted, self._room))
        if height != self.height() or height != self.maximumHeight():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A row came or went."""
        if watched is self._part and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def rescaled(self) -> None:
        """Another text size, which no part has told its layout of."""
        layout = self._part.layout()
        if layout is not None:
            layout.invalidate()
        self._fit()
