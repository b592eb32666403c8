"""The look of the pages before the window: as it was set on this profile, and larger or smaller by key."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from desktop.preferences import Preferences
from desktop.views import shortcuts, theme
from desktop.views.appearance import Appearance
from desktop.views.own_settings import OwnSettings


class FirstSettings(QObject):
    """Stands in for `OwnSettings` as long as there is no laptop to keep them on."""

    changed = Signal()

    def __init__(self, now: Preferences) -> None:
        super().__init__()
        self.now = now

    def change(self, **new: Any) -> None:
        """For as long as these pages are there."""
        self.now = replace(self.now, **new)
        self.changed.emit()


class FirstLook(QObject):
    """Keeps the look on while it lives; `serve` gives a window the keys for it."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.settings = FirstSettings(preferences)
        self.appearance = Appearance(cast("OwnSettings", self.settings), practice=False)

    def serve(self, window: QMainWindow) -> None:
        """Larger, smaller and normal text, by the keys of the table."""
        for shortcut, step in ((shortcuts.LARGER, 1), (shortcuts.SMALLER, -1), (shortcuts.NORMAL, 0)):
            action = QAction(shortcut.label, window)
            action.setShortcuts(shortcut.sequences)
            action.setData(step)
            action.triggered.connect(self._step)
            window.addAction(action)

    def _step(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.settings.change(tekstfactor=theme.next_factor(int(action.data())))
