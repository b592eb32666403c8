"""One way to speak to the user: queues until a window listens, and tells three kinds of failure apart.

A refusal belongs where it was asked (the form shows it); this bridge carries what has no such place. A fault
of ours is shown as such once; when it comes back, a sentence says that what was asked did not work.
"""

from __future__ import annotations

import logging
from enum import Enum

from PySide6.QtCore import QObject, Signal

from desktop import wording
from desktop.frozen import dataclass
from desktop.models.errors import EnvironmentFailure, InputRefused, Weigering, WerkregieError
from desktop.views import texts_sync
from desktop.views.crash.report import Fault, fault_of, report

_log = logging.getLogger(__name__)


class Kind(Enum):
    """DONE is a toast, BROKEN a card with a report; the others are a bar named after their token."""

    DONE = "goed"
    REFUSED = "letop"
    FAILED = "fout"
    BROKEN = "kapot"


@dataclass(frozen=True, slots=True)
class Message:
    """`action` is the label of one link; `action_id` is handed back when it is pressed. `report` is of a
    fault of ours, for whoever mends it.
    """

    kind: Kind
    text: str
    action: str | None = None
    action_id: str | None = None
    report: str = ""


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
    """A bar about it; for a fault of ours that was shown before too."""
    return Message(Kind.REFUSED if isinstance(error, Weigering) else Kind.FAILED, explain(error))


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
        self._known: set[Fault] = set()

    def say(self, message: Message) -> None:
        if self._listening:
            self.said.emit(message)
        else:
            self._waiting.append(message)

    def done(self, text: str, action: str | None = None, action_id: str | None = None) -> None:
        self.say(Message(Kind.DONE, text, action, action_id))

    def failed(self, error: Exception) -> None:
        """Something that was asked did not work: a known failure in its own words, or a fault of ours."""
        if isinstance(error, Weigering | EnvironmentFailure):
            self.say(message_for(error))
            return
        _log.error("a bug reached the user", exc_info=error)
        if not self.broke(error):
            self.say(message_for(error))

    def broke(self, error: Exception) -> bool:
        """A fault of ours; shown once, false when it was shown before. What it carries is let go of here."""
        fault = fault_of(error)
        if fault in self._known:
            return False
        self._known.add(fault)
        self.say(Message(Kind.BROKEN, texts_sync.BUG, report=report(error)))
        return True

    def listen(self) -> None:
        """The window is there: what waited is said now."""
        self._listening = True
        waiting, self._waiting = self._waiting, []
        for message in waiting:
            self.said.emit(message)
