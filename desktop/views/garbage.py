"""Python's collector of cycles runs on the UI thread only, while a window is open.

By itself it runs on whichever thread happens to make the next object. On a reader that can be the end of a
widget that nobody holds any more, and a widget that ends outside the UI thread takes the program with it.

What the program itself is made of lives as long as it does. It is set apart once the window stands, so that
looking through everything takes a few milliseconds and no tenth of a second.
"""

from __future__ import annotations

import gc
import linecache

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class Garbage(QObject):
    """From its making until `stop` nothing collects but its own timer, at Python's own thresholds."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._apart = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collects the oldest generation that is due; the first time sets apart what is there."""
        if not self._apart:
            self._apart = True
            linecache.clearcache()  # megabytes: PySide reads the source of each module that is imported
            gc.freeze()
            return
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Python collects by itself again: the threads have ended."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
