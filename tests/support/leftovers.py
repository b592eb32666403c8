"""Fails a test that leaves something running or on the screen: threads, Qt timers and threads, windows.

What is left over does not harm the test that left it but a later one, where nobody can find the reason.
Qt is never imported from here: it is looked at only when the test run already has it.
"""

import gc
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QThread, QTimer
    from PySide6.QtWidgets import QWidget

# Seconds that something which is already ending gets to end.
PATIENCE = 2.0
BETWEEN_WHOLE_WALKS = 200
_tests = [0]
# Not ours: the test run's own watchdog, and stand-ins for threads that Python did not start.
_NOT_OURS = (threading._DummyThread,)
_FOREIGN_NAMES = ("pytest_timeout", "execnet")
# Qt keeps one tooltip window for the whole program.
_KEPT_BY_QT = frozenset({"QTipLabel"})

_started_timers: "list[weakref.ref[QTimer]]" = []
_started_threads: "list[weakref.ref[QThread]]" = []


def leftover_threads(before: set[threading.Thread], patience: float = PATIENCE) -> list[str]:
    """Python threads that started after `before` was taken and do not end within `patience` seconds."""
    left = []
    for thread in set(threading.enumerate()) - before:
        if isinstance(thread, _NOT_OURS) or thread.name.startswith(_FOREIGN_NAMES):
            continue
        thread.join(patience)
        if thread.is_alive():
            left.append(f"thread still running: {thread.name}")
    return left


def _remember_starts(kind: Any, seen: list[Any]) -> None:
    start: Callable[..., None] = kind.start

    def remembered(self: Any, *args: Any) -> None:
        seen.append(weakref.ref(self))
        start(self, *args)

    kind.start = remembered


def watch_qt() -> None:
    """Notes from now on every QTimer and QThread that Python code starts. Called again it does nothing."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None or getattr(core.QTimer.start, "__name__", "") == "remembered":
        return
    _remember_starts(core.QTimer, _started_timers)
    _remember_starts(core.QThread, _started_threads)


def _alive(seen: list[Any]) -> list[Any]:
    from shiboken6 import isValid

    objects = [ref() for ref in seen]
    return [item for item in objects if item is not None and isValid(item)]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """What was there before the test is not walked over again when it has ended.

    What pytest held for the test before is garbage only now, so that what is frozen here is alive. What dies
    later in a cycle waits for the next time that all is walked over.
    """
    _tests[0] += 1
    whole = _tests[0] % BETWEEN_WHOLE_WALKS == 0
    if whole:
        gc.unfreeze()
    if whole or _has_application():
        gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def set_apart() -> Iterator[pytest.MonkeyPatch]:
    """Within a test nobody else decides what the collector passes over; `undo` it to see that happen.

    A window that ends gives back all that was frozen: each look after it would walk over the whole program.
    """
    with pytest.MonkeyPatch.context() as patch:
        for name in ("freeze", "unfreeze"):
            patch.setattr(gc, name, lambda: None)
        yield patch


def flush_deletions() -> None:
    """Carries out every deleteLater() that waits; without a running event loop Qt postpones them for ever."""
    from PySide6.QtCore import QCoreApplication, QEvent

    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


def leftover_timers() -> "list[QTimer]":
    """Timers that are still running."""
    return [timer for timer in _alive(_started_timers) if timer.isActive()]


def leftover_qthreads(patience: float = PATIENCE) -> "list[QThread]":
    """Qt threads that are still running after they were given `patience` seconds."""
    return [
        thread
        for thread in _alive(_started_threads)
        if thread.isRunning() and not thread.wait(int(patience * 1000))
    ]


def top_level_widgets() -> "list[QWidget]":
    """Windows and other widgets without a parent, except the ones that Qt keeps for itself."""
    from PySide6.QtWidgets import QApplication

    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.parent() is None and widget.metaObject().className() not in _KEPT_BY_QT
    ]


def _has_application() -> bool:
    widgets = sys.modules.get("PySide6.QtWidgets")
    return widgets is not None and widgets.QApplication.instance() is not None


def _describe(item: "QObject") -> str:
    name = f" {item.objectName()!r}" if item.objectName() else ""
    parent = item.parent()
    return f"{type(item).__name__}{name}" + (f" of {type(parent).__name__}" if parent is not None else "")


def _clear_qt(before: "list[QWidget]") -> list[str]:
    """What the test left in Qt; it is also taken away, so that the next test does not fail for it."""
    flush_deletions()
    problems = []
    for timer in leftover_timers():
        problems.append(f"timer still running: {_describe(timer)}")
        timer.stop()
    for thread in leftover_qthreads():
        problems.append(f"Qt thread still running: {_describe(thread)}")
        thread.requestInterruption()
        thread.quit()
        thread.wait(int(PATIENCE * 1000))
    for widget in [widget for widget in top_level_widgets() if widget not in before]:
        problems.append(f"window not deleted: {_describe(widget)}")
        widget.close()
        widget.deleteLater()
    if problems:
        flush_deletions()
    _started_timers.clear()
    _started_threads.clear()
    return problems


@pytest.fixture(autouse=True)
def no_leftovers(watched_log: None, set_apart: pytest.MonkeyPatch) -> Iterator[None]:
    """Compares what runs and what is on the screen before and after the test and its fixtures."""
    watch_qt()
    threads = set(threading.enumerate())
    windows = top_level_widgets() if _has_application() else []
    yield
    problems = _clear_qt(windows) if _has_application() else []
    problems += leftover_threads(threads)
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)
