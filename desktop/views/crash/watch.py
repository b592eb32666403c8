"""Hears of every error that nothing caught: in slots of Qt, in threads, in workers, while objects go.

Writes each to the log; hands it on to `Messages` on the UI thread, which shows a fault once. Python's own
dump of a hard crash goes to the log folder. Touches the hooks of the process while the block runs.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from desktop.views.messages import Messages

HARD_CRASH = "harde-fout.log"
_log = logging.getLogger(__name__)


class Watch(QObject):
    """`noticed` crosses the threads; errors that end a program on purpose pass by."""

    noticed = Signal(object)

    def __init__(self, messages: Messages) -> None:
        super().__init__()
        self._messages = messages
        self.noticed.connect(self._hand_on, Qt.ConnectionType.QueuedConnection)

    def in_slot(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Qt's slots and the main thread."""
        self._notice(error, trace)

    def in_thread(self, what: threading.ExceptHookArgs) -> None:
        """A thread that died."""
        if what.exc_value is not None and what.exc_type is not SystemExit:
            self._notice(what.exc_value, what.exc_traceback)

    def unraisable(self, what: sys.UnraisableHookArgs) -> None:
        """Something went wrong where nobody can be told, such as while an object was cleared away."""
        if what.exc_value is not None:
            self._notice(what.exc_value, what.exc_traceback)

    def _notice(self, error: BaseException, trace: TracebackType | None) -> None:
        _log.critical("uncaught error in the window", exc_info=(type(error), error, trace))
        if isinstance(error, Exception) and isValid(self):
            self.noticed.emit(error.with_traceback(trace))

    def _hand_on(self, error: Exception) -> None:
        self._messages.broke(error)


@contextmanager
def watching(messages: Messages, folder: Path | None) -> Iterator[Watch]:
    """Inside, nothing goes wrong unheard. `folder`: where the dump of a hard crash goes."""
    watch = Watch(messages)
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    sys.excepthook, threading.excepthook, sys.unraisablehook = (
        watch.in_slot,
        watch.in_thread,
        watch.unraisable,
    )
    with ExitStack() as last:
        last.callback(_put_back, hooks, watch)
        if folder is not None:
            with suppress(OSError):
                _dump_to(folder, last)
        yield watch


def _dump_to(folder: Path, last: ExitStack) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    file = last.enter_context((folder / HARD_CRASH).open("a", encoding="utf-8"))
    was_on = faulthandler.is_enabled()
    faulthandler.enable(file)
    last.callback(_end_dump, was_on)


def _end_dump(was_on: bool) -> None:
    """Back to the terminal when it went there before; the file is closed right after."""
    faulthandler.disable()
    if was_on and sys.__stderr__ is not None:
        faulthandler.enable(sys.__stderr__)


def _put_back(hooks: tuple[object, object, object], watch: Watch) -> None:
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks  # type: ignore[assignment]
    watch.deleteLater()
