"""Ongedaan maken: what was done last can be taken back, from the toast, the menu and Ctrl+Z (R11).

Keeps which commands belong together (one form is one step); taking back sends compensating commands
in reverse order through the gateway, also after a sync. What others built on is refused and said so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from desktop.models.errors import Weigering
from desktop.models.outcome import AANGEVRAAGD, Outcome
from desktop.views import shortcuts, texts_undo
from desktop.views.messages import Kind, Message, Messages, explain, message_for
from desktop.views.operations import Batch, Operations, Request

KEPT = 20
# On the toast: the link that takes back what it tells of.
ACTION = "ongedaan"


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
        self._under_way: Step | None = None
        messages.pressed.connect(self.pressed)

    @property
    def words(self) -> str:
        """What would be taken back now; empty when nothing can be."""
        return self._steps[-1].words if self._steps else ""

    def did(self, words: str, outcomes: Sequence[Outcome]) -> None:
        """A form or button did this: says it in a toast with *Ongedaan maken* and remembers it."""
        done = tuple(outcome.uuid for outcome in outcomes if outcome.uuid)
        if not done:
            self._messages.done(words)
            return
        self._steps = [*self._steps, Step(words, done)][-KEPT:]
        self.changed.emit()
        self._messages.done(words, texts_undo.link(shortcuts.UNDO.shown), ACTION)

    def pressed(self, action_id: str) -> None:
        """The link of a toast, whichever it was."""
        if action_id == ACTION:
            self.take_back()

    def take_back(self) -> None:
        """Takes the last step back; a second press while that runs waits for nothing and does nothing."""
        if self._under_way is not None:
            return
        if not self._steps:
            self._messages.done(texts_undo.NOTHING)
            return
        step = self._steps.pop()
        self.changed.emit()
        self._under_way = step
        requests = [Request("ongedaan.maak", {"opdracht_uuid": uuid}) for uuid in reversed(step.uuids)]
        self._operations.commands(requests, self, self._taken_back)

    def _taken_back(self, batch: Batch) -> None:
        step, self._under_way = self._under_way, None
        assert step is not None
        if batch.error is not None:
            self._failed(step, batch, batch.error)
        elif any(outcome.result == AANGEVRAAGD for outcome in batch.outcomes):
            self._messages.done(texts_undo.ASKED)
        else:
            self._messages.done(texts_undo.taken_back(step.words))

    def _failed(self, step: Step, batch: Batch, error: Exception) -> None:
        """A refusal ends the step; of a full disk or the like the rest can be tried again."""
        if not isinstance(error, Weigering):
            left = len(step.uuids) - len(batch.outcomes)
            self._steps.append(replace(step, uuids=step.uuids[:left]))
            self.changed.emit()
            self._messages.say(message_for(error))
            return
        reason = explain(error)
        said = (
            texts_undo.refused_in_part(reason) if batch.outcomes else texts_undo.refused(step.words, reason)
        )
        self._messages.say(Message(Kind.REFUSED, said))
