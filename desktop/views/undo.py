"""Ongedaan maken: what was done last can be taken back, from the toast, the menu and Ctrl+Z (R11).

Keeps which commands belong together (one form is one step); taking back sends compensating commands
in reverse order through the gateway, also after a sync. What others built on is refused and said so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.frozen import dataclass
from desktop.models.errors import Weigering
from desktop.models.outcome import AANGEVRAAGD, Outcome
from desktop.views import shortcuts, texts_undo
from desktop.views.messages import Kind, Message, Messages, explain, message_for
from desktop.views.operations import EVERYTHING, Batch, Operations, Request
from desktop.wording import sentence

KEPT = 20
# On the toast: the link that takes back what it tells of.
ACTION = "ongedaan"


@dataclass(frozen=True, slots=True)
class Step:
    """`words`: what was done, as in "Bezoek vastgelegd"; `uuids` of its commands in order.

    `back` puts back what was on this laptop only, such as a draft.
    """

    words: str
    uuids: tuple[str, ...]
    back: Callable[[], object] | None = None


def _taken_back_as(outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    """The commands of a step; none where one of them cannot be taken back, for a step goes back whole."""
    from desktop.models.commands.ongedaan import UNDOABLE  # a start does without the commands

    done = [outcome for outcome in outcomes if outcome.uuid]
    whole = all(outcome.naam in UNDOABLE for outcome in done)
    return tuple(outcome.uuid for outcome in done) if whole else ()


class Undo(QObject):
    """`changed()` when there is something else, or nothing, to take back; `taken(uuids)` of commands
    that were taken back.
    """

    changed = Signal()
    taken = Signal(object)

    def __init__(self, operations: Operations, messages: Messages) -> None:
        super().__init__()
        self._operations, self._messages = operations, messages
        self._steps: list[Step] = []
        self._under_way: Step | None = None
        self._said = ""
        messages.pressed.connect(self.pressed)

    @property
    def words(self) -> str:
        """What would be taken back now; empty when nothing can be."""
        return self._steps[-1].words if self._steps else ""

    def did(self, words: str, outcomes: Sequence[Outcome]) -> None:
        """A form or button did this: says it in a toast with *Ongedaan maken* and remembers it."""
        self._warn(outcomes)
        done = _taken_back_as(outcomes)
        if not done:
            self._messages.done(words)
            return
        self._remember(Step(words, done))
        self._messages.done(words, texts_undo.link(shortcuts.UNDO.shown), ACTION)

    def _warn(self, outcomes: Sequence[Outcome]) -> None:
        """It was done, and there is something to look at: a limit that is passed, an odd number."""
        warnings = (warning for outcome in outcomes for warning in outcome.warnings)
        said = (sentence(code, parameters) for code, parameters in warnings)
        text = " ".join(dict.fromkeys(said))
        if text:
            self._messages.say(Message(Kind.REFUSED, text))

    def did_in_part(self, words: str, outcomes: Sequence[Outcome]) -> None:
        """Only this much of a form took. It can be taken back; with the rest it becomes one step."""
        done = _taken_back_as(outcomes)
        if done:
            self._remember(Step(texts_undo.part_of(words), done))

    def _remember(self, step: Step) -> None:
        earlier = [one for one in self._steps if not one.uuids or not set(one.uuids) <= set(step.uuids)]
        self._steps = [*earlier, step][-KEPT:]
        self.changed.emit()

    def did_here(self, words: str, back: Callable[[], object]) -> None:
        """Something that no command tells of; `back` puts it back, on the writer."""
        self._steps = [*self._steps, Step(words, (), back)][-KEPT:]
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
        if step.back is not None:
            self._said = texts_undo.taken_back(step.words)
            self._operations.write(step.back, self, self._put_back)
            return
        self._under_way = step
        requests = [Request("ongedaan.maak", {"opdracht_uuid": uuid}) for uuid in reversed(step.uuids)]
        self._operations.commands(requests, self, self._taken_back)

    def _put_back(self, _: object) -> None:
        self._messages.done(self._said)
        self._operations.broadcast(EVERYTHING, self)

    def _taken_back(self, batch: Batch) -> None:
        step, self._under_way = self._under_way, None
        assert step is not None
        self.taken.emit(tuple(reversed(step.uuids))[: len(batch.outcomes)])
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
