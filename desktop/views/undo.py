"""Ongedaan maken: what was done last can be taken back, from the toast, the menu and Ctrl+Z (R11).

Keeps which commands belong together (one form is one step); taking back sends compensating commands
in reverse order through the gateway, also after a sync. What others built on is refused and said so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.models.outcome import Outcome
from desktop.views.messages import Messages
from desktop.views.operations import Operations


@dataclass(frozen=True, slots=True)
class Step:
    """`words`: what was done, as in "Bezoek vastgelegd"; `uuids` of its commands in order."""

    words: str
    uuids: tuple[str, ...]


class Undo(QObject):
    """`changed()` when there is something else, or nothing, to take back."""

    changed = Signal()

    def __init__(self, operations: Operations, messages: Messages) -> None:
        super().__init__()
        self._operations, self._messages = operations, messages
        self._steps: list[Step] = []

    @property
    def words(self) -> str:
        """What would be taken back now; empty when nothing can be."""
        return self._steps[-1].words if self._steps else ""

    def did(self, words: str, outcomes: Sequence[Outcome]) -> None:
        """A form or button did this: says it in a toast with *Ongedaan maken* and remembers it."""
        raise NotImplementedError

    def take_back(self) -> None:
        """Takes the last step back."""
        raise NotImplementedError
