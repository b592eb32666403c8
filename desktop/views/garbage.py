"""Python's collector of cycles runs on the UI thread only, while a window is open.

By itself it runs on whichever thread happens to make the next object. On a reader that can be the end of a
widget that nobody holds any more, and a widget that ends outside the UI thread takes the program with it.

What the program itself is made of lives as long as it does. It is set apart once the window stands, so that
looking through everything takes a few milliseconds and no tenth of a second.
"""

from __future__ import annotations

import gc
import linecache
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000
LOOKS_LEFT_OUT = 5
"""At most, while much comes in: what a person does meanwhile leaves cycles too, 3 ms of them each second."""


class Garbage(QObject):
    """From its making until `stop` nothing collects but its own timer, at Python's own thresholds.

    `much_comes_in`: meanwhile there are very many objects that all go by themselves, and looking through them
    holds up the window for 40 ms; so it waits a few seconds.
    """

    def __init__(self, parent: QObject, much_comes_in: Callable[[], bool] = lambda: False) -> None:
        super().__init__(parent)
        self._much_comes_in = much_comes_in
        self._left_out = 0
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
        if self._much_comes_in() and self._left_out < LOOKS_LEFT_OUT:
            self._left_out += 1
            return
        self._left_out = 0
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Python collects by itself again: the threads have ended."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
