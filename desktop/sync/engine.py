"""One round with the centre: send what waits, take in what changed, run again what still waits.

No clock of its own: store, transport and clock are passed in; one helper thread does nothing but wait for
the next answer while this one is stored. A round can be broken off
anywhere and simply started again; the centre answers a command that it knows with the answer it gave.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime

import msgspec
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from desktop.clock import Clock
from desktop.models import capture, search
from desktop.models.changes import Changes
from desktop.models.errors import EnvironmentFailure
from desktop.models.queries.pending import count_waiting
from desktop.models.rights import buckets_of
from desktop.models.steps import Step, reached
from desktop.models.store import SCHEMA_HEAD, database_errors, new_session, without_foreign_keys
from desktop.models.tables.base import instant_text
from desktop.models.tables.laptop import Opdracht
from desktop.sync import facts, filling, losing, mass_delete, outbox, parking, rebase, rounds, totals
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
from desktop.sync.transport import Revoked, Transport

log = logging.getLogger(__name__)
MAX_CALLS = 10_000
ROWS_PER_PART = 25_000
FAR_AHEAD = 2**62


class SyncEngine:
    """Rounds for one laptop. `progress` hears (sent, to send, rows received)."""

    def __init__(
        self,
        engine: Engine,
        transport: Transport,
        clock: Clock,
        laptop_id: str,
        program: str,
        progress: Callable[[int, int, int], None] | None = None,
    ) -> None:
        self._engine = engine
        self._transport = transport
        self._clock = clock
        self._laptop_id = laptop_id
        self._program = program
        self._progress = progress or (lambda _sent, _to_send, _rows: None)

    def round(self) -> SyncRound:
        """Everything there and back; raises `Revoked`, `Weigering` or `EnvironmentFailure`."""
        result, begun = SyncRound(), self._clock.now()
        try:
            with database_errors():
                self._pull(self._fill(self._push(result), result), result)
                self._leave_after_quarantine(result)
                with self._engine.begin() as connection, new_session(connection) as session:
                    result.openstaand = count_waiting(session)
                    rounds.write(connection, begun, self._clock.now(), result, None)
        except Revoked:
            raise
        except mass_delete.MassDelete as stop:
            with database_errors(), self._engine.begin() as connection:
                mass_delete.ask(connection, stop, self._clock.now())
            self._log_failure(begun, result, stop)
            raise
        except Exception as error:
            self._log_failure(begun, result, error)
            raise
        return result

    def _log_failure(self, begun: datetime, result: SyncRound, error: Exception) -> None:
        """A disk that is full cannot take this line either: the round fails for its own reason."""
        try:
            with self._engine.begin() as connection:
                rounds.write(connection, begun, self._clock.now(), result, rounds.failure_code(error))
        except SQLAlchemyError as reason:
            log.info("the log of rounds could not be written", extra={"reden": type(reason).__name__})

    def central_totals(self, buckets: Iterable[str] = ()) -> dict[str, tuple[int, int]]:
        """Count and hash per bucket at the centre; asks with cursors at the end, so that no rows come.

        `buckets` are those that this laptop may hold and perhaps never asked for yet.
        """
        with self._engine.begin() as connection:
            request = self._request(connection, [], fetch=True)
        ahead = dict.fromkeys((*request.cursors, *buckets), FAR_AHEAD)
        response = self._transport.sync(msgspec.structs.replace(request, cursors=ahead))
        return totals.filled(response.standen)

    def _request(self, connection: Connection, commands: list[CommandMessage], fetch: bool) -> SyncRequest:
        rows = connection.execute(text("SELECT bucket, cursor FROM bucket_cursor"))
        with new_session(connection) as session:
            waiting = count_waiting(session)
        return SyncRequest(
            protocol=PROTOCOL,
            laptop=self._laptop_id,
            programma=self._program,
            epoch=facts.get(connection, "epoch"),
            opdrachten=commands,
            cursors={row.bucket: row.cursor for row in rows},
            ophalen=fetch,
            openstaand=waiting,
        )

    def _push(self, result: SyncRound) -> SyncRequest:
        """Sends everything but the last part, which the returned request takes along with the first pull."""
        while True:
            with self._engine.begin() as connection:
                commands, more = _next_commands(connection)
                request = self._request(connection, commands, fetch=not more)
            if not more:
                return request
            response = self._transport.sync(request)
            self._check_epoch(response)
            if self._take_answers(request, response, result) < len(commands):
                raise EnvironmentFailure("centrum_geen_antwoord", status=200)

    def _leave_after_quarantine(self, result: SyncRound) -> None:
        """Someone who left: the last work was taken in; asking once more says that this laptop is emptied."""
        if result.verzonden == result.toegepast + result.aangepast + result.geweigerd:
            return
        with self._engine.begin() as connection:
            request = self._request(connection, [], fetch=True)
        self._transport.sync(request)

    def _take_answers(self, request: SyncRequest, response: SyncResponse, result: SyncRound) -> int:
        """Keeps the answers to what was sent, and nothing else; returns how many there were."""
        sent = {(message.n, message.uuid) for message in request.opdrachten}
        answers = [answer for answer in response.antwoorden if (answer.n, answer.uuid) in sent]
        reached(Step.AFTER_REPLY)
        if answers:
            with self._engine.begin() as connection, new_session(connection) as session:
                outbox.record_answers(session, answers, self._clock.now())
                outbox.replace_ids(
                    session, {old: new for one in answers for old, new in one.vervangen.items()}
                )
                session.flush()
                reached(Step.ANSWERS_BEFORE_COMMIT)
            reached(Step.ANSWERS_AFTER_COMMIT)
        to_send = result.verzonden + request.openstaand
        for answer in answers:
            _count(answer, result)
        self._progress(result.verzonden, max(result.verzonden, to_send), result.ontvangen)
        return len(answers)

    def _fill(self, request: SyncRequest, result: SyncRound) -> SyncRequest:
        """A laptop that holds nothing yet begins with buckets as they are; returns what is left to send."""
        with self._engine.begin() as connection:
            if not filling.due(connection):
                return request
        response = self._transport.sync(msgspec.structs.replace(request, ophalen=False))
        self._check_epoch(response)
        self._take_answers(request, response, result)
        with self._engine.begin() as connection:
            facts.put_identity(connection, response.wie)
            actor = self._identity(connection).actor

        def heard(rows: int) -> None:
            result.ontvangen += rows
            self._progress(result.verzonden, result.verzonden, result.ontvangen)

        work = filling.Filling(
            self._engine, self._transport, lambda: self._send_between(result), heard, self._run_again
        )
        work.fill(response.epoch, buckets_of(actor))
        return self._push(result)

    def _send_between(self, result: SyncRound) -> None:
        """A long fill keeps nobody's work back."""
        with self._engine.begin() as connection:
            commands, _ = _next_commands(connection)
        if commands:
            request = self._push(result)
            if request.opdrachten:
                response = self._transport.sync(msgspec.structs.replace(request, ophalen=False))
                self._check_epoch(response)
                self._take_answers(request, response, result)

    def _pull(self, request: SyncRequest, result: SyncRound) -> None:
        intake = rebase.Intake()
        with self._engine.begin() as connection:
            by_parts = "regio" not in request.cursors or facts.get(connection, "vult") == "1"
        with closing(self._answers(request, result)) as answers:
            for response, cursors in answers:
                intake.buckets_gone |= set(response.buckets_weg)
                result.ontvangen += intake.add(response.paginas)
                self._progress(result.verzonden, result.verzonden, result.ontvangen)
                if not response.meer:
                    result.changes = self._finish(intake, response, cursors, by_parts)
                elif by_parts and len(intake.members) >= ROWS_PER_PART:
                    self._store_part(intake, cursors)
                    intake.clear()

    def _answers(
        self, request: SyncRequest, result: SyncRound
    ) -> Generator[tuple[SyncResponse, dict[str, int]], None, None]:
        """Each answer with the cursors after it; the next one is on its way while this one is taken in."""
        with ThreadPoolExecutor(1, "sync-ahead") as ahead:
            response = self._transport.sync(request)
            for _ in range(MAX_CALLS):
                self._check_epoch(response)
                self._take_answers(request, response, result)
                cursors = {**request.cursors, **response.cursors}
                for bucket in response.buckets_weg:
                    cursors.pop(bucket, None)
                if not response.meer:
                    yield response, cursors
                    return
                request = msgspec.structs.replace(
                    request, opdrachten=[], cursors=cursors, epoch=response.epoch
                )
                coming = ahead.submit(self._transport.sync, request)
                yield response, cursors
                response = coming.result()
        raise EnvironmentFailure("centrum_geen_einde")

    def _check_epoch(self, response: SyncResponse) -> None:
        """A centre restored from a backup gets our journal before anything is taken in."""
        with self._engine.begin() as connection:
            known = facts.get(connection, "epoch")
            if known == response.epoch:
                return
            facts.put(connection, epoch=response.epoch)
            if known is not None:
                log.warning("the centre has a new epoch: what it does not know is offered again")
                with new_session(connection) as session:
                    outbox.offer_again(session, response.laatste_n)
                    session.flush()
                for bucket in facts.bucket_totals(connection):
                    totals.forget_bucket(connection, bucket)
        if known is not None:
            raise EnvironmentFailure("centrum_hersteld")

    def _store_part(self, intake: rebase.Intake, cursors: dict[str, int]) -> None:
        """A first fill goes in part by part and can be resumed: cursors are kept with each part.

        What was done here stays visible: a person who goes on in the middle of it sees the own work.
        """
        with without_foreign_keys(self._engine) as connection, new_session(connection) as session:
            search.suspend(connection)
            rebase.put_back(connection, intake)
            rebase.apply(connection, intake)
            rebase.set_cursors(connection, cursors)
            mass_delete.check(connection, intake.removed)
            facts.put(connection, vult="1")
            self._run_again(connection, session)
            session.flush()
            reached(Step.PART_BEFORE_COMMIT)
        reached(Step.PART_AFTER_COMMIT)

    def _run_again(self, connection: Connection, session: Session) -> Changes:
        return rebase.run_again(session, self._identity(connection).actor, self._laptop_id)

    def _identity(self, connection: Connection) -> facts.Identity:
        identity = facts.identity(connection)
        if identity is None:
            raise EnvironmentFailure("centrum_geen_antwoord", status=200)
        return identity

    def _finish(
        self, intake: rebase.Intake, response: SyncResponse, cursors: dict[str, int], by_parts: bool
    ) -> Changes:
        """The one transaction after which this laptop equals the centre plus what still waits."""
        now = self._clock.now()
        with self._engine.begin() as connection, new_session(connection) as session:
            rebase.put_back(connection, intake)
            settled = outbox.settle(session)
            changes = rebase.apply(connection, intake)
            rebase.set_cursors(connection, cursors)
            if by_parts:
                search.rebuild(connection)
                facts.put(connection, vult="0")
            facts.put_identity(connection, response.wie)
            changes = changes.merged(self._run_again(connection, session))
            intake.removed += self._heal(connection, response)
            mass_delete.check(connection, intake.removed)
            mass_delete.forget(connection)
            losing.forget(connection, intake.lost, settled, now)
            facts.put_last_sync(connection, now)
            facts.put(connection, klok_centrum=response.tijd, klok_laptop=instant_text(now))
            facts.put(connection, catalogus_centrum=response.catalogus)
            session.flush()
            reached(Step.ROUND_BEFORE_COMMIT)
        reached(Step.ROUND_AFTER_COMMIT)
        if intake.lost:
            losing.scrub_log(self._engine)
        return changes

    def _heal(self, connection: Connection, response: SyncResponse) -> int:
        """A bucket that does not add up is read again at the next round, once; never simply believed.

        Returns how many rows went that nobody holds; those of a bucket that was taken away do not count.
        """
        wrong = totals.mismatches(connection, response.standen)
        healing = facts.get(connection, "herstelt") or ""
        for bucket in wrong:
            if bucket in healing.split(","):
                log.error("bucket differs again after it was read anew", extra={"bucket": bucket})
                continue
            log.warning("bucket differs from the centre and is read again", extra={"bucket": bucket})
            totals.forget_bucket(connection, bucket)
        swept, due = 0, totals.swept_buckets(connection)
        if not wrong and due:
            swept = totals.sweep(connection)
        facts.put(connection, herstelt=",".join(wrong))
        return swept if due <= response.cursors.keys() | {"1"} else 0


def _count(answer: AnswerMessage, result: SyncRound) -> None:
    result.verzonden += 1
    if answer.uitkomst in ("toegepast", "aangepast", "geweigerd"):
        setattr(result, answer.uitkomst, getattr(result, answer.uitkomst) + 1)


def _next_commands(connection: Connection) -> tuple[list[CommandMessage], bool]:
    """The next part of the outbox within the size of one call, and whether more is waiting behind it."""
    with new_session(connection) as session:
        rows = outbox.to_send(session, COMMANDS_PER_CALL + 1)
        messages: list[CommandMessage] = []
        size = 0
        for row in rows[:COMMANDS_PER_CALL]:
            message = _message(row)
            size += len(msgspec.json.encode(message))
            if messages and size > BYTES_PER_CALL:
                return messages, True
            messages.append(message)
        return messages, len(rows) > COMMANDS_PER_CALL


def _message(row: Opdracht) -> CommandMessage:
    return CommandMessage(
        n=row.n,
        uuid=row.uuid,
        naam=row.naam,
        versie=row.versie,
        argumenten=row.argumenten,
        tijd=instant_text(row.tijd),
        basis=row.basis,
    )


def prepare(engine: Engine) -> None:
    """What a laptop's database needs beyond its tables: capture and full text, as this program has them."""
    with engine.begin() as connection:
        equipped = f"{SCHEMA_HEAD}.{search.VERSION}"
        if facts.get(connection, "ingericht") == equipped:
            return
        facts.put(connection, ingericht=equipped)
        filling.abandon(connection)
        capture.install(connection)
        search.install(connection)
        parking.put_in_place(connection)
        capture.switch(connection, True)
