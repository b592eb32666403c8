"""Plays the centre on a laptop for practice: what waits is done for real, and what was asked is confirmed.

One transaction, as when the answers of a round come in. Nothing leaves the machine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

from desktop.clock import Clock
from desktop.models import capture
from desktop.models.context import REGION_TIME, Actor
from desktop.models.outcome import AANGEPAST, GEWEIGERD, TOEGEPAST
from desktop.models.store import database_errors, new_session
from desktop.models.tables.base import instant_text
from desktop.models.tables.laptop import Opdracht
from desktop.practice.authority import Authority, Message
from desktop.practice.holding import keep_what_is_mine
from desktop.sync import facts, outbox, rebase
from desktop.sync.protocol import AnswerMessage
from desktop.sync.result import SyncRound

EVERYTHING = 1_000_000
Progress = Callable[[int, int, int], None]


@dataclass(frozen=True, slots=True)
class Sender:
    """Whose commands these are, and from which laptop."""

    actor: Actor
    laptop_id: str


def play_round(
    engine: Engine, clock: Clock, actor: Actor, laptop_id: str, progress: Progress | None = None
) -> SyncRound:
    """Everything that waits is sent, answered and here again; what a round with a centre would return."""
    result = SyncRound()
    with database_errors(), engine.begin() as connection, new_session(connection) as session:
        now = clock.now()
        waiting = outbox.to_send(session, EVERYTHING)
        if waiting:
            capture.switch(connection, False)
            rebase.put_back(connection, rebase.Intake())
            authority = Authority(session)
            answers: list[AnswerMessage] = []
            for row in waiting:
                answers.append(_answer(session, authority, row, Sender(actor, laptop_id), now))
                _tell(progress, len(answers), len(waiting))
            _settle(connection, session, answers, actor, now)
            _count(result, answers)
            result.changes = authority.changes
        facts.put_last_sync(connection, now)
        facts.put(connection, klok_centrum=instant_text(now), klok_laptop=instant_text(now))
        session.flush()
    return result


def _answer(
    session: Session, authority: Authority, row: Opdracht, sender: Sender, now: datetime
) -> AnswerMessage:
    message = Message(
        sender.actor, sender.laptop_id, row.uuid, row.naam, row.versie, row.argumenten, row.tijd, row.basis
    )
    outcome = authority.run(message, now)
    outbox.replace_ids(session, outcome.replaced)
    return AnswerMessage(
        row.n, row.uuid, outcome.result, outcome.code, dict(outcome.parameters), dict(outcome.replaced)
    )


def _tell(progress: Progress | None, sent: int, to_send: int) -> None:
    if progress is not None:
        progress(sent, to_send, 0)


def _settle(
    connection: Connection, session: Session, answers: Sequence[AnswerMessage], actor: Actor, now: datetime
) -> None:
    outbox.record_answers(session, answers, now)
    outbox.settle(session)
    session.flush()
    keep_what_is_mine(connection, actor, now.astimezone(REGION_TIME).date())
    capture.switch(connection, True)


def _count(result: SyncRound, answers: Sequence[AnswerMessage]) -> None:
    counts = Counter(answer.uitkomst for answer in answers)
    result.verzonden = len(answers)
    result.toegepast, result.aangepast = counts[TOEGEPAST], counts[AANGEPAST]
    result.geweigerd = counts[GEWEIGERD]
