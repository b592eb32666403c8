"""Cycles of widgets end on the UI thread, whichever thread makes the objects."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from desktop.views import session
from desktop.views.backend import Backend
from desktop.views.garbage import LOOKS_LEFT_OUT, Garbage
from desktop.views.operations import Operations
from tests.views.conftest import Open


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


def test_nothing_is_collected_on_a_thread_that_a_window_begins(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an earlier window left would end there."""
    by_itself: list[bool] = []

    class Watched(Operations):
        def __init__(self, backend: Backend) -> None:
            by_itself.append(gc.isenabled())
            super().__init__(backend)

    monkeypatch.setattr(session, "Operations", Watched)
    open_window()
    assert by_itself == [False]


def test_while_much_comes_in_it_waits_but_not_for_ever(qtbot: QtBot) -> None:
    owner = QObject(QCoreApplication.instance())
    much = True
    garbage = Garbage(owner, lambda: much)
    garbage.look()
    ended: list[int] = []

    def leave_a_cycle() -> None:
        ended.clear()
        held = [Ring() for _ in range(5000)]
        weakref.finalize(held[0], lambda: ended.append(1))
        del held

    leave_a_cycle()
    for _ in range(LOOKS_LEFT_OUT):
        garbage.look()
    assert not ended
    garbage.look()
    assert ended

    much = False
    leave_a_cycle()
    garbage.look()
    assert ended
    garbage.stop()
    owner.deleteLater()
