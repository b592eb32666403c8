"""The window claims what is behind it while it works, and lets go by itself."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop import precedence
from desktop.views import going_first
from desktop.views.backend import Backend
from desktop.views.operations import Operations


def _claimed() -> bool:
    return bool(precedence._until)


def _rests(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not _claimed())


def test_a_claim_ends_when_the_loop_comes_round(qtbot: QtBot) -> None:
    going_first.claim()
    assert _claimed()
    _rests(qtbot)


def test_painting_claims(qtbot: QtBot) -> None:
    """The painting of a part is that of its window."""
    seen: list[bool] = []

    class Part(QWidget):
        def paintEvent(self, event: object) -> None:
            seen.append(_claimed())

    window = QWidget()
    qtbot.addWidget(window)
    part = Part(window)
    going_first.GoesFirst(window)
    with qtbot.waitExposed(window):
        window.show()
    _rests(qtbot)
    seen.clear()
    part.update()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [True]
    _rests(qtbot)


def test_asking_and_hearing_claims(qtbot: QtBot) -> None:
    operations = Operations(cast(Backend, None))  # nothing is asked of it
    owner = QObject()
    seen: list[bool] = []
    operations.query(lambda: 1, owner, lambda _value: seen.append(_claimed()))
    assert _claimed()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [True]
    _rests(qtbot)
    assert operations.stop()
