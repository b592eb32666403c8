"""Pictures of real windows, for the demo and the manual: waits until a window has settled and grabs it.

Touches no data: what is shown comes from the window's own laptop.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QThread
from PySide6.QtWidgets import QWidget

from desktop.views.operations import Operations

QUIET_ROUNDS = 5


def wait_until(holds: Callable[[], bool], seconds: float = 15.0) -> bool:
    """Lets Qt work until it holds; False when it did not in time."""
    until = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > until:
            return False
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QThread.msleep(5)
    return True


def settle(operations: Operations) -> bool:
    """Until nothing is under way several times in a row, so that what an answer starts is awaited too."""
    quiet = 0

    def still() -> bool:
        nonlocal quiet
        quiet = quiet + 1 if operations.idle else 0
        return quiet > QUIET_ROUNDS * 4

    return wait_until(still)


def save(window: QWidget, path: Path) -> bool:
    """The window as PNG."""
    return window.grab().save(str(path), "PNG")
