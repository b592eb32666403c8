"""Pictures of real windows, for the demo and the manual: waits until a window has settled and grabs it.

Touches no data: what is shown comes from the window's own laptop.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QThread, QTimer
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


def settle(operations: Operations, seconds: float = 15.0) -> bool:
    """Until nothing is under way, what the answers started included, and all of it is painted.

    Waits for the answers themselves, so that nobody waits longer than they take. False when they did not
    come in time.
    """
    loop, limit = QEventLoop(), QTimer()
    operations.finished.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    limit.setSingleShot(True)
    limit.timeout.connect(loop.quit)
    limit.start(int(seconds * 1000))
    try:
        _work_off(loop)
        while not operations.idle and limit.isActive():
            loop.exec()
            _work_off(loop)
        return operations.idle
    finally:
        limit.stop()
        operations.finished.disconnect(loop.quit)


def _work_off(loop: QEventLoop) -> None:
    """Everything that is due now: what was posted, what waits for a moment without length, painting.

    In a loop that runs, for only there does Qt take away what was to be deleted later.
    """
    for _ in range(QUIET_ROUNDS):
        QTimer.singleShot(0, loop.quit)
        loop.exec()


def save(window: QWidget, path: Path) -> bool:
    """The window as PNG."""
    return window.grab().save(str(path), "PNG")
