"""One way to speak to the user: queues until a window listens, and tells three kinds of failure apart.

A refusal belongs where it was asked (the form shows it); this bridge carries what has no such place.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Signal

from desktop import wording
from desktop.models.errors import EnvironmentFailure, InputRefused, Weigering, WerkregieError
from desktop.views import texts_sync

_log = logging.getLogger(__name__)


class Kind(Enum):
    """DONE is a toast; the others are a bar in the page, named after their token."""

    DONE = "goed"
    REFUSED = "letop"
    FAILED = "fout"


@dataclass(frozen=True, slots=True)
class Message:
    """`action` is the label of one link; `action_id` is handed back when it is pressed."""

    kind: Kind
    text: str
    action: str | None = None
    action_id: str | None = None


def explain(error: Exception) -> str:
    """One sentence: of a refusal or a failure its own, of a bug that we know about it."""
    if isinstance(error, InputRefused):
        first = next(iter(error.fields.values()))
        return wording.sentence(first.code, first.parameters)
    return (
        wording.sentence(error.code, error.parameters)
        if isinstance(error, WerkregieError)
        else texts_sync.BUG
    )


def message_for(error: Exception) -> Message:
    if isinstance(error, Weigering):
        return Message(Kind.REFUSED, explain(error))
    if not isinstance(error, EnvironmentFailure):
        _log.error("a bug reached the user", exc_info=error)
    return Message(Kind.FAILED, explain(error))


class Messages(QObject):
    """`said` fires once a window connected through `listen`; before that messages wait in order.

    `pressed(action_id)` when the link of a toast or bar was pressed.
    """

    said = Signal(object)
    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[Message] = []
        self._listening = False

    def say(self, message: Message) -> None:
        if self._listening:
            self.said.emit(message)
        else:
            self._waiting.append(message)

    def done(self, text: str, action: str | None = None, action_id: str | None = None) -> None:
        self.say(Message(Kind.DONE, text, action, action_id))

    def failed(self, error: Exception) -> None:
        self.say(message_for(error))

    def listen(self) -> None:
        """The window is there: what waited is said now."""
        self._listening = True
        waiting, self._waiting = self._waiting, []
        for message in waiting:
            self.said.emit(message)
