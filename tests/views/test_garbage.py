"""Cycles of widgets end on the UI thread, whichever thread makes the objects."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from desktop.views.garbage import Garbage


class Ring:
    """Two that hold each other."""

    def __init__(self) -> None:
        self.other = self
        self.ended_on: list[int] = []


def test_only_the_ui_thread_collects(qtbot: QtBot, set_apart: pytest.MonkeyPatch) -> None:
    set_apart.undo()
    owner = QObject(QCoreApplication.instance())
    garbage = Garbage(owner)
    garbage.look()  # the first time what is there is set apart
    assert gc.get_freeze_count()
    ended: list[int] = []
    ring = Ring()
    weakref.finalize(ring, lambda: ended.append(threading.get_ident()))
    del ring

    def work() -> None:
        held = [Ring() for _ in range(5000)]  # enough for Python to collect by itself
        del held

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert ended == []

    garbage.look()
    garbage.stop()
    owner.deleteLater()
    assert ended == [threading.get_ident()]
    assert gc.isenabled()
    assert not gc.get_freeze_count()
