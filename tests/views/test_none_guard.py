"""Qt calls must never use up None, True or False (PySide6 6.12 on Python 3.11 does)."""

import sys

from PySide6.QtCore import QObject

from desktop.views import none_guard

MILLION = 1_000_000


def test_singletons_outlast_any_number_of_calls() -> None:
    thing = QObject()
    for _ in range(2000):
        thing.setObjectName("x")
        assert thing.isWidgetType() is False
    assert sys.getrefcount(None) > MILLION
    assert sys.getrefcount(False) > MILLION


def test_protecting_twice_changes_nothing() -> None:
    assert none_guard.protect() is False
