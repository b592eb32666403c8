"""What this person set in Instellingen, as the window uses it: applied at once, kept on the writer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.frozen import dataclass
from desktop.preferences import Preferences
from desktop.views import shortcuts
from desktop.views.backend import Backend
from desktop.views.operations import Operations

KEYS, WINDOW = "sneltoetsen", "venster"


class OwnSettings(QObject):
    """`changed()` after each change; `now` is how it stands. `window`: how the window was left.

    Read once, before the window is there.
    """

    changed = Signal()

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self._operations = operations
        self.now = operations.backend.voorkeuren()
        self.window = operations.backend.vensterstand(WINDOW) or {}
        shortcuts.use(_keys(operations.backend.vensterstand(KEYS) or {}))

    def change(self, **new: Any) -> None:
        """Some of `Preferences` get another value."""
        wanted = replace(self.now, **new)
        if wanted != self.now:
            self.now = wanted
            self.changed.emit()
            self._operations.write(_KeepPreferences(self._operations.backend, wanted), self)

    def change_keys(self, chosen: Mapping[str, tuple[str, ...]]) -> None:
        """Keys of one's own, by the key of the command; what is not named has the keys of the table."""
        shortcuts.use(chosen)
        self._operations.write(_KeepKeys(self._operations.backend, dict(chosen)), self)


def _keys(stored: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    known = {shortcut.key for shortcut in shortcuts.ALL}
    return {
        key: tuple(str(one) for one in keys)
        for key, keys in stored.items()
        if key in known and isinstance(keys, list | tuple)
    }


@dataclass(frozen=True, slots=True)
class _KeepPreferences:
    backend: Backend
    preferences: Preferences

    def __call__(self) -> None:
        self.backend.bewaar_voorkeuren(self.preferences)


@dataclass(frozen=True, slots=True)
class _KeepKeys:
    backend: Backend
    chosen: Mapping[str, tuple[str, ...]]

    def __call__(self) -> None:
        self.backend.bewaar_vensterstand(KEYS, {key: list(keys) for key, keys in self.chosen.items()})
