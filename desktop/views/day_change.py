"""Another day begins while the window is open: everything that says vandaag or gisteren is read again.

It looks at the clock each minute: a timer for midnight itself would be wrong after a laptop has slept.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from desktop.views.operations import EVERYTHING, Operations

MINUTE = 60_000


class DayChange(QObject):
    """Tells every screen once per new day that all may have changed."""

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._day = operations.backend.today()
        self._timer = QTimer(self)
        self._timer.setInterval(MINUTE)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Whether it is another day by now."""
        today = self._operations.backend.today()
        if today != self._day:
            self._day = today
            self._operations.broadcast(EVERYTHING, self)

    def end(self) -> None:
        """The window goes."""
        self._timer.stop()
