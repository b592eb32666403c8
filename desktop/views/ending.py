"""Ends windows in order, and the event loop when the system asks: SIGTERM, or Ctrl+C in its terminal.

Python's handlers wait while Qt waits, so the signal's number comes through a socket that Qt watches.
Touches the process's signal handlers while the block runs; on Windows only Ctrl+C exists.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication, QWidget


class _Listener(QObject):
    def __init__(self, source: socket.socket) -> None:
        super().__init__()
        self._source = source
        self._notifier = QSocketNotifier(source.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._arrived)

    def stop(self) -> None:
        """Before its socket closes: a watcher of a closed one complains."""
        self._notifier.setEnabled(False)
        self.deleteLater()

    def _arrived(self) -> None:
        self._source.recv(64)
        QApplication.closeAllWindows()
        QApplication.quit()


def delete_now(window: QWidget) -> None:
    """While everything that it knows is still there: another window may follow in its place.

    Left to itself it would live on half: its parts without what Python kept of them.
    """
    window.hide()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@contextmanager
def quits_on_signals() -> Iterator[None]:
    """Inside, a signal closes the windows as a person would: drafts are kept, threads end."""
    source, sink = socket.socketpair()
    source.setblocking(False)
    sink.setblocking(False)
    listener = _Listener(source)
    before = {number: signal.signal(number, _noticed) for number in (signal.SIGINT, signal.SIGTERM)}
    wakeup = signal.set_wakeup_fd(sink.fileno())
    try:
        yield
    finally:
        signal.set_wakeup_fd(wakeup)
        for number, handler in before.items():
            signal.signal(number, handler)
        listener.stop()
        source.close()
        sink.close()


def _noticed(_number: int, _frame: FrameType | None) -> None:
    """What has to be done is done by the listener."""
