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
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from desktop.clock import Clock
from desktop.collecting import nothing_to_collect
from desktop.models import capture, search
from desktop.models.changes import ALL, Changes
from desktop.models.errors import EnvironmentFailure, Weigering, WerkregieError
from desktop.models.queries.pending import count_waiting
from desktop.models.rights import buckets_of
from desktop.models.steps import Step, reached
from desktop.models.store import database_errors, new_session, unhurried, without_foreign_keys
from desktop.models.tables.base import instant_text
from desktop.sync import (
    erasing,
    facts,
    filling,
    journal,
    losing,
    mass_delete,
    outbox,
    quiet,
    rebase,
    recognising,
    rounds,
    sending,
    totals,
    touching,
)
from desktop.sync.lease import Revoked
from desktop.sync.protocol import SyncRequest, SyncResponse
from desktop.sync.result import SyncRound
from desktop.sync.transport import Transport

log = logging.getLogger(__name__)
MAX_CALLS = 10_000
ROWS_PER_PART = 25_000
FAR_AHEAD = 2**62
TOO_LARGE = frozenset({"centrum_te_groot", "bericht_te_groot"})


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
        self._progress = progress or (lambda _sent, _to_send, _rows: None)
        self._outgoing = sending.Sending(
            engine, transport, clock, laptop_id, program, self._check_epoch, self._progress
        )

    def round(self) -> SyncRound:
        """Everything there and back; raises `Revoked`, `Weigering` or `EnvironmentFailure`."""
        result, begun = SyncRound(), self._clock.now()
        try:
            with database_errors(), nothing_to_collect():
                self._in_parts_that_fit(result, begun)
        except Revoked:
            raise
        except Exception as error:
            failure = self._explained(error)
            self._log_failure(begun, result, failure)
            if failure is error:
                raise
            raise failure from error
        return result

    def _in_parts_that_fit(self, result: SyncRound, begun: datetime) -> None:
        """A line that takes less at once than the centre does gets less at once."""
        while True:
            try:
                self._once(result, begun)
            except WerkregieError as error:
                if error.code not in TOO_LARGE:
                    raise
                with self._engine.begin() as connection:
                    smaller = sending.shrink(connection)
                if not smaller:
                    raise
                log.info("the line takes less at once: the next call is smaller")
            else:
                return

    def _once(self, result: SyncRound, begun: datetime) -> None:
        ready = self._outgoing.all_but_last(result)
        filled = ready.fills
        if filled:
            ready = self._fill(ready.request, result)
        is_over = self._pull(ready, result, begun)
        if filled:
            result.changes = ALL  # swapped in whole: nobody kept which rows came
        if is_over:
            return
        self._leave_after_quarantine(result)
        with self._engine.begin() as connection, new_session(connection) as session:
            result.openstaand = count_waiting(session)
            sending.grow(connection)
            journal.clean(connection, self._clock.now())
            rounds.write(connection, begun, self._clock.now(), result, None)

    def _explained(self, error: Exception) -> Exception:
        """What a person can be told, and what can be put right at once, is."""
        if isinstance(error, mass_delete.MassDelete):
            with database_errors(), self._engine.begin() as connection:
                mass_delete.ask(connection, error, self._clock.now())
        copied = isinstance(error, Weigering) and error.code == "laptop_gekloond"
        if copied and error.parameters.get("n"):  # type: ignore[attr-defined]  # a Weigering has them
            now = self._clock.now()
            found = recognising.put_right(self._engine, self._transport, self._laptop_id, now)
            return found or error
        return error

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
            request = self._outgoing.request(connection, [], fetch=True)
        ahead = dict.fromkeys((*request.cursors, *buckets), FAR_AHEAD)
        response = self._transport.sync(msgspec.structs.replace(request, cursors=ahead))
        return totals.filled(response.standen)

    def _leave_after_quarantine(self, result: SyncRound) -> None:
        """Someone who left: the last work was taken in; asking once more says that this laptop is emptied."""
        if result.verzonden == result.toegepast + result.aangepast + result.geweigerd:
            return
        with self._engine.begin() as connection:
            request = self._outgoing.request(connection, [], fetch=True)
        self._transport.sync(request)

    def _fill(self, request: SyncRequest, result: SyncRound) -> sending.Ready:
        """A laptop that holds nothing yet begins with buckets as they are; returns what is left to send."""
        response = self._outgoing.send(request, result)
        with self._engine.begin() as connection:
            facts.put_identity(connection, response.wie)
            actor = self._identity(connection).actor

        def heard(rows: int) -> None:
            result.ontvangen += rows
            self._progress(result.verzonden, result.verzonden, result.ontvangen)

        def between() -> None:
            self._outgoing.everything(result)

        work = filling.Filling(self._engine, self._transport, between, heard, self._run_again)
        work.fill(response.epoch, buckets_of(actor))
        return self._outgoing.all_but_last(result)

    def _pull(self, ready: sending.Ready, result: SyncRound, begun: datetime) -> bool:
        """Takes in what changed; True when nothing had and the round is in the log already."""
        intake, by_parts = rebase.Intake(), ready.by_parts
        much = by_parts
        with closing(self._answers(ready.request, result)) as answers:
            for number, (response, cursors) in enumerate(answers):
                if number == 0 and self._was_quiet(ready.request, response, result, begun):
                    return True
                intake.buckets_gone |= set(response.buckets_weg)
                intake.forgotten |= set(response.te_oud)
                much = much or bool(response.te_oud)
                result.ontvangen += intake.add(response.paginas)
                self._progress(result.verzonden, result.verzonden, result.ontvangen)
                if not response.meer:
                    result.changes = self._finish(intake, response, cursors, by_parts)
                elif much and intake.count >= ROWS_PER_PART:
                    by_parts = True
                    self._store_part(intake, cursors)
                    intake.clear()
        return False

    def _was_quiet(
        self, request: SyncRequest, response: SyncResponse, result: SyncRound, begun: datetime
    ) -> bool:
        """Whether nothing was new; then that there was a round is all that is kept."""
        if result.verzonden or not quiet.brought_nothing(request, response):
            return False
        with unhurried(self._engine) as connection:
            if not quiet.is_quiet(connection, response):
                return False
            quiet.keep(connection, response, self._clock.now())
            rounds.write(connection, begun, self._clock.now(), result, None)
            reached(Step.ROUND_BEFORE_COMMIT)
        reached(Step.ROUND_AFTER_COMMIT)
        result.stil = True
        return True

    def _answers(
        self, request: SyncRequest, result: SyncRound
    ) -> Generator[tuple[SyncResponse, dict[str, int]], None, None]:
        """Each answer with the cursors after it; the next one is on its way while this one is taken in."""
        with ThreadPoolExecutor(1, "sync-ahead") as ahead:
            response = self._transport.sync(request)
            for _ in range(MAX_CALLS):
                if response.epoch != request.epoch:
                    self._check_epoch(response)
                self._outgoing.take_answers(request, response, result)
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
                journal.renumber(connection, {}, frozenset(), response.laatste_n)
                for bucket in facts.bucket_totals(connection):
                    totals.forget_bucket(connection, bucket)
        if known is not None:
            raise EnvironmentFailure("centrum_hersteld")

    def _store_part(self, intake: rebase.Intake, cursors: dict[str, int]) -> None:
        """A laptop that reads everything anew takes it in part by part: cursors are kept with each part.

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
            again = touching.concerns_waiting(connection, intake)
            changes, settled = self._take_in(connection, session, intake, again)
            rebase.set_cursors(connection, cursors)
            if by_parts:
                search.rebuild(connection)
                facts.put(connection, vult="0")
            facts.put_identity(connection, response.wie)
            if again:
                changes = changes.merged(self._run_again(connection, session))
            capture.switch(connection, True)
            intake.removed += totals.heal(connection, response.standen, response.cursors)
            mass_delete.check(connection, intake.removed)
            mass_delete.forget(connection)
            losing.forget(connection, intake.lost, bool(intake.buckets_gone), settled, now)
            if intake.erased or settled:
                erasing.forget(connection, intake.erased, now)
            journal.follow(connection, response.laatste_n)
            facts.put_last_sync(connection, now)
            facts.put(connection, klok_centrum=response.tijd, klok_laptop=instant_text(now))
            facts.put(connection, catalogus_centrum=response.catalogus)
            session.flush()
            reached(Step.ROUND_BEFORE_COMMIT)
        reached(Step.ROUND_AFTER_COMMIT)
        if intake.lost or intake.erased:
            losing.scrub_log(self._engine)
        return changes

    def _take_in(
        self, connection: Connection, session: Session, intake: rebase.Intake, again: bool
    ) -> tuple[Changes, list[int]]:
        """Rows of the centre over its rows of before; what was done here is put back if they are about it."""
        if again:
            rebase.put_back(connection, intake)
        capture.switch(connection, False)
        settled = outbox.settle(session) if again else []
        return rebase.apply(connection, intake), settled
