"""Tells the threads behind the window when it is at work, so that they step aside until it is done.

Work is what it does when something was asked or came in, and the painting after it. It is over when the event
loop comes round. Touches nothing but `desktop.precedence`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer

from desktop import precedence


def claim() -> None:
    """On the UI thread, in the middle of something."""
    precedence.window_works()
    QTimer.singleShot(0, precedence.window_rests)


class GoesFirst(QObject):
    """Claims while this window paints itself."""

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            claim()
        return False
