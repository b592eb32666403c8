import pytest

from tests.architecture.bite import outcomes

THREADS = """
import threading

halt = threading.Event()

def test_bad_thread():
    threading.Thread(target=halt.wait, name="writer").start()

def test_bad_daemon():
    threading.Thread(target=halt.wait, name="loop", daemon=True).start()

def test_good_after_them():
    halt.set()

def test_good_joined():
    thread = threading.Thread(target=lambda: None)
    thread.start()
    thread.join()

def test_good_is_ending():
    done = threading.Event()
    threading.Thread(target=done.wait).start()
    done.set()
"""

QT = """
import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

kept = []

class Sleeper(QThread):
    def run(self):
        while not self.isInterruptionRequested():
            self.msleep(5)

def test_bad_timer(qapp):
    kept.append(QTimer())
    kept[-1].start(60_000)

def test_bad_window(qapp):
    kept.append(QWidget())

def test_bad_shown_window(qapp):
    kept.append(QWidget())
    kept[-1].show()

def test_bad_qthread(qapp):
    kept.append(Sleeper())
    kept[-1].start()

def test_good_after_them(qapp):
    kept.clear()

def test_good_window_with_timer(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    QTimer(window).start(60_000)
    window.show()

def test_good_stopped(qapp):
    timer = QTimer()
    timer.start(60_000)
    timer.stop()

def test_good_dropped(qapp):
    QWidget()
"""


def test_a_thread_left_behind_fails_the_test(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:pytest-qt")

    found = outcomes(pytester, monkeypatch, THREADS, "logwatch", "leftovers")

    assert found.bad() == {"test_bad_thread", "test_bad_daemon"}, found.text
    assert len(found.good()) == 3, found.text


def test_a_timer_a_qt_thread_or_a_window_left_behind_fails_the_test(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = outcomes(pytester, monkeypatch, QT, "logwatch", "leftovers")

    assert found.bad() == {
        "test_bad_timer",
        "test_bad_window",
        "test_bad_shown_window",
        "test_bad_qthread",
    }, found.text
    assert len(found.good()) == 4, found.text
