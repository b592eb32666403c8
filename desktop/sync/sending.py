"""What waits on its way to the centre: requests of the right size, and the answers kept as soon as they come.

A line that takes less at once than the centre does makes the next call smaller; whole rounds let it grow.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Row

from desktop.clock import Clock
from desktop.models.errors import EnvironmentFailure
from desktop.models.steps import Step, reached
from desktop.models.store import loads, new_session
from desktop.sync import facts, filling, journal, outbox
from desktop.sync.protocol import (
    BYTES_PER_CALL,
    COMMANDS_PER_CALL,
    PROTOCOL,
    AnswerMessage,
    CommandMessage,
    SyncRequest,
    SyncResponse,
)
from desktop.sync.result import SyncRound
from desktop.sync.transport import Transport

ROOM = "per_oproep"
ENVELOPE = 250
"""Bytes of a command beside what it says."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The call that fetches. `fills`: this laptop holds nothing yet; `by_parts`: it reads everything anew."""

    request: SyncRequest
    fills: bool
    by_parts: bool


@dataclass(frozen=True, slots=True)
class Sending:
    """The outbox of one laptop and its line. `check` is called with each answer before it is believed."""

    engine: Engine
    transport: Transport
    clock: Clock
    laptop_id: str
    program: str
    check: Callable[[SyncResponse], None]
    progress: Callable[[int, int, int], None]

    def request(
        self,
        connection: Connection,
        commands: list[CommandMessage],
        fetch: bool,
        known: Mapping[str, str] | None = None,
    ) -> SyncRequest:
        """What is asked now: how far each bucket was read, and which answers are kept here.

        `known`: all facts, for who has read them.
        """
        rows = connection.exec_driver_sql("SELECT bucket, cursor FROM bucket_cursor").all()
        waiting = connection.exec_driver_sql(outbox.COUNT_WAITING).scalar()
        return SyncRequest(
            protocol=PROTOCOL,
            laptop=self.laptop_id,
            programma=self.program,
            epoch=(facts.everything(connection) if known is None else known).get("epoch"),
            opdrachten=commands,
            cursors={row.bucket: row.cursor for row in rows},
            ophalen=fetch,
            openstaand=int(waiting or 0),
            bevestigd=journal.acknowledged(connection),
        )

    def all_but_last(self, result: SyncRound) -> Ready:
        """Sends everything but the last part, which the returned request takes along with the first pull.

        While the centre works on one part the next is read, and while its answers are kept here the centre
        has the next. Answers that are lost then are given again.
        """
        ready, more = self._next()
        if not more:
            return ready
        with ThreadPoolExecutor(1, "sync-ahead") as line:
            coming = line.submit(self.transport.sync, ready.request)
            while more:
                sent = ready.request
                ready, more = self._next(sent)
                response = coming.result()
                self.check(response)
                replaces = any(answer.vervangen for answer in response.antwoorden)
                if replaces:  # what still waits speaks of other rows then
                    self._keep_all(sent, response, result)
                    ready, more = self._next()
                if more:
                    coming = line.submit(self.transport.sync, ready.request)
                if not replaces:
                    self._keep_all(sent, response, result)
        return ready

    def _next(self, under_way: SyncRequest | None = None) -> tuple[Ready, bool]:
        """The call with what waits behind the one that is under way, and whether more waits behind that."""
        gone = under_way.opdrachten if under_way else []
        with self.engine.begin() as connection:
            known = facts.everything(connection)
            commands, more = _next_commands(connection, gone[-1].n if gone else 0, _room(known))
            request = self.request(connection, commands, not more, known)
            request.openstaand -= len(gone)
            by_parts = "regio" not in request.cursors or known.get("vult") == "1"
            return Ready(request, filling.due(known, bool(request.cursors)), by_parts), more

    def send(self, request: SyncRequest, result: SyncRound) -> SyncResponse:
        """Only sends; raises when an answer is missing."""
        response = self.transport.sync(msgspec.structs.replace(request, ophalen=False))
        self.check(response)
        self._keep_all(request, response, result)
        return response

    def _keep_all(self, request: SyncRequest, response: SyncResponse, result: SyncRound) -> None:
        if self.take_answers(request, response, result) < len(request.opdrachten):
            raise EnvironmentFailure("centrum_geen_antwoord", status=200)

    def everything(self, result: SyncRound) -> None:
        """Sends all that waits now, if anything does, and fetches nothing."""
        with self.engine.begin() as connection:
            commands, _ = _next_commands(connection, 0, _room(facts.everything(connection)))
        if commands:
            ready = self.all_but_last(result)
            if ready.request.opdrachten:
                self.send(ready.request, result)

    def take_answers(self, request: SyncRequest, response: SyncResponse, result: SyncRound) -> int:
        """Keeps the answers to what was sent, and nothing else; returns how many there were."""
        sent = {(message.n, message.uuid) for message in request.opdrachten}
        answers = [answer for answer in response.antwoorden if (answer.n, answer.uuid) in sent]
        reached(Step.AFTER_REPLY)
        if answers:
            with self.engine.begin() as connection, new_session(connection) as session:
                outbox.record_answers(session, answers, datetime.fromisoformat(response.tijd))
                outbox.replace_ids(
                    session, {old: new for one in answers for old, new in one.vervangen.items()}
                )
                session.flush()
                reached(Step.ANSWERS_BEFORE_COMMIT)
            reached(Step.ANSWERS_AFTER_COMMIT)
        to_send = result.verzonden + request.openstaand
        for answer in answers:
            _count(answer, result)
        self.progress(result.verzonden, max(result.verzonden, to_send), result.ontvangen)
        return len(answers)


def shrink(connection: Connection) -> bool:
    """The next call carries half as many commands; False when it carries one already."""
    room = _room(facts.everything(connection))
    if room == 1:
        return False
    facts.put(connection, **{ROOM: str(room // 2)})
    return True


def grow(connection: Connection) -> None:
    """A whole round: twice as many, up to what a call may carry."""
    known = facts.everything(connection)
    if known.get(ROOM):
        room = _room(known) * 2
        facts.put(connection, **{ROOM: str(room) if room < COMMANDS_PER_CALL else None})


def _room(known: Mapping[str, str]) -> int:
    return int(known.get(ROOM) or COMMANDS_PER_CALL)


def _count(answer: AnswerMessage, result: SyncRound) -> None:
    result.verzonden += 1
    if answer.uitkomst in ("toegepast", "aangepast", "geweigerd"):
        setattr(result, answer.uitkomst, getattr(result, answer.uitkomst) + 1)


def _next_commands(connection: Connection, after: int, room: int) -> tuple[list[CommandMessage], bool]:
    """The next part of the outbox within the size of one call, and whether more is waiting behind it."""
    rows = outbox.next_to_send(connection, after, room + 1)
    messages: list[CommandMessage] = []
    size = 0
    for row in rows[:room]:
        size += len(row.argumenten.encode()) + len(row.basis) + ENVELOPE
        if messages and size > BYTES_PER_CALL:
            return messages, True
        messages.append(_message(row))
    return messages, len(rows) > room


def _message(row: Row[Any]) -> CommandMessage:
    """As it is kept: instants travel as the text that SQLite has."""
    arguments, basis = loads(row.argumenten), loads(row.basis)
    return CommandMessage(row.n, row.uuid, row.naam, row.versie, arguments, row.tijd, basis)
