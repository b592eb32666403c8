"""What the pages before the window may ask of this profile. Every method blocks: it runs on a worker.

`desktop.app` gives one over `desktop.compose`; tests give their own.
"""

from __future__ import annotations

from enum import Enum
from typing import Protocol


class Choice(Enum):
    """What the person chose, or CLOSED when the window was shut."""

    CLOSED = "gesloten"
    OPEN = "openen"
    PRACTICE = "oefenen"


class Door(Protocol):
    """Raises `Weigering` or `EnvironmentFailure`, whose sentences say what to do."""

    def enrol(self, address: str, code: str) -> None:
        """Signs this laptop in; afterwards it can be opened."""

    def prepare_practice(self) -> None:
        """Makes the oefenomgeving when it is not there yet."""

    def wipe_practice(self) -> None:
        """Takes the oefenomgeving away with its key."""
