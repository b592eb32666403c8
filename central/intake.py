"""Receiving commands: each exactly once, in order, with an answer that is kept.

A batch is one transaction. A command that a rule refuses is answered and put in its author's inbox; one
that fails on our side is set apart; neither ever blocks what comes after it. When anything unexpected
happens the batch is done again one by one. PostgreSQL only.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError, OperationalError, SQLAlchemyError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from central import commit
from central.accounts import Account
from central.facts import CentralFacts
from desktop.clock import Clock
from desktop.models import audit
from desktop.models.bus import execute, read_command
from desktop.models.context import Context
from desktop.models.errors import Weigering
from desktop.models.handlers.notice import tell
from desktop.models.outcome import AANGEPAST, GEWEIGERD, TOEGEPAST, Outcome
from desktop.models.tables import Afstemming, Contactmoment, Werkgever
from desktop.models.tables.centre import Grootboek, Laptop
from desktop.models.work import Work
from desktop.sync.protocol import AnswerMessage, CommandMessage

log = logging.getLogger(__name__)
RETRIES = 5
QUARANTINE = "quarantaine"


class _Retry(Exception):
    """Something changed under us, or a command left rows behind when it was refused."""


@dataclass(slots=True)
class _Batch:
    session: Session
    work: Work
    account: Account
    now: datetime
    lines: list[audit.AuditLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Intake:
    """Commands of one laptop. `sessions` opens a session on the centre's database."""

    sessions: Callable[[], Session]
    clock: Clock

    def receive(self, account: Account, messages: Sequence[CommandMessage]) -> list[AnswerMessage]:
        """One answer per command, in order. Raises `Weigering` for a gap or a copied laptop."""
        answers: list[AnswerMessage] = []
        pending = sorted(messages, key=lambda message: message.n)
        if not pending:
            return answers
        try:
            return self._transaction(account, pending, poison=False)
        except (_Retry, SQLAlchemyError) as error:
            log.info("batch is done again one by one", extra={"reden": type(error).__name__})
        for message in pending:
            answers += self._one(account, message)
        return answers

    def _one(self, account: Account, message: CommandMessage) -> list[AnswerMessage]:
        for attempt in range(RETRIES):
            try:
                return self._transaction(account, [message], poison=attempt == RETRIES - 1)
            except (_Retry, StaleDataError, IntegrityError, OperationalError) as error:
                log.info("command is tried again", extra={"reden": type(error).__name__, "poging": attempt})
        with self.sessions() as session, session.begin():
            batch = self._open(session, account)
            answer = _refuse(batch, message, Weigering("opdracht_fout", naam=message.naam))
            self._close(batch, account, [message], [answer])
            return [answer]

    def _transaction(
        self, account: Account, messages: Sequence[CommandMessage], poison: bool
    ) -> list[AnswerMessage]:
        with self.sessions() as session, session.begin():
            batch = self._open(session, account)
            laptop = session.get_one(Laptop, account.laptop_id, with_for_update=True)
            answers: list[AnswerMessage] = []
            fresh: list[CommandMessage] = []
            for message in messages:
                if message.n <= laptop.laatste_n:
                    answers.append(_known(session, account, message))
                    continue
                if message.n != laptop.laatste_n + 1:
                    raise Weigering("volgorde", verwacht=laptop.laatste_n + 1, gekregen=message.n)
                answers.append(_handle(batch, message, alone=len(messages) == 1 or poison))
                laptop.laatste_n = message.n
                fresh.append(message)
            if fresh:
                self._close(batch, account, fresh, answers[-len(fresh) :])
            return answers

    def _open(self, session: Session, account: Account) -> _Batch:
        return _Batch(session, Work(session), account, self.clock.now())

    def _close(
        self,
        batch: _Batch,
        account: Account,
        messages: Sequence[CommandMessage],
        answers: Sequence[AnswerMessage],
    ) -> None:
        for message, answer in zip(messages, answers, strict=True):
            batch.session.add(_ledger_row(batch, message, answer))
            batch.lines.append(_audit_line(batch, message, answer))
            if message.n > batch.session.get_one(Laptop, account.laptop_id).laatste_n:
                batch.session.get_one(Laptop, account.laptop_id).laatste_n = message.n
        commit.finish(batch.session, batch.work, account.actor.regio_id, batch.lines)


def _known(session: Session, account: Account, message: CommandMessage) -> AnswerMessage:
    row = session.get(Grootboek, (account.laptop_id, message.n))
    if row is None or row.uuid != message.uuid:
        raise Weigering("laptop_gekloond", n=message.n)
    return AnswerMessage(row.n, row.uuid, row.uitkomst, row.code, row.parameters, row.vervangen)


def _handle(batch: _Batch, message: CommandMessage, alone: bool) -> AnswerMessage:
    if batch.account.revoked:
        return _quarantine(batch, message)
    touched = len(batch.work.touched)
    context = _context(batch, message)
    try:
        if batch.session.scalar(select(Grootboek.n).where(Grootboek.uuid == message.uuid)):
            raise Weigering("opdracht_dubbel")
        command = read_command(message.naam, message.versie, message.argumenten)
        if not alone:
            outcome = execute(batch.work, command, context)
        else:
            with batch.session.begin_nested():
                outcome = execute(batch.work, command, context)
                batch.work.flush()
    except Weigering as reason:
        if not alone and len(batch.work.touched) != touched:
            raise _Retry from reason
        if alone:
            _forget(batch, touched)
        return _refuse(batch, message, reason)
    except (SQLAlchemyError, _Retry):
        raise
    except Exception as fault:
        if not alone:
            raise _Retry from fault
        log.exception("a command failed and was set apart", extra={"naam": message.naam, "n": message.n})
        _forget(batch, touched)
        return _refuse(batch, message, Weigering("opdracht_fout", naam=message.naam))
    return _answer(batch, message, outcome)


def _forget(batch: _Batch, touched: int) -> None:
    """After a refusal that was rolled back: the unit of work starts anew within the same transaction."""
    if len(batch.work.touched) != touched:
        batch.session.expire_all()
        batch.work = Work(batch.session)


def _context(batch: _Batch, message: CommandMessage) -> Context:
    try:
        moment = datetime.fromisoformat(message.tijd).astimezone(UTC)
    except ValueError:
        moment = batch.now
    return Context(
        batch.account.actor,
        batch.account.laptop_id,
        message.uuid,
        min(moment, batch.now),
        batch.now,
        message.basis,
    )


def _answer(batch: _Batch, message: CommandMessage, outcome: Outcome) -> AnswerMessage:
    if outcome.result == AANGEPAST and outcome.code != "wijziging_conflict":
        _put_in_inbox(
            batch, message, "kennisgeving", outcome.code or "", dict(outcome.parameters), outcome.id
        )
    return AnswerMessage(
        message.n,
        message.uuid,
        outcome.result,
        outcome.code,
        dict(outcome.parameters),
        dict(outcome.replaced),
    )


def _refuse(batch: _Batch, message: CommandMessage, reason: Weigering) -> AnswerMessage:
    batch.work.begin(_context(batch, message))
    _put_in_inbox(batch, message, "weigering", reason.code, dict(reason.parameters), None)
    return AnswerMessage(message.n, message.uuid, GEWEIGERD, reason.code, dict(reason.parameters))


def _put_in_inbox(
    batch: _Batch,
    message: CommandMessage,
    soort: str,
    code: str,
    parameters: dict[str, Any],
    about: str | None,
) -> None:
    """The author reads what happened, with what was typed beside it."""
    werkgever_id = message.argumenten.get("werkgever_id") or about
    werkgever = batch.session.get(Werkgever, str(werkgever_id)) if werkgever_id else None
    contact = batch.session.get(Contactmoment, about) if about and werkgever is None else None
    batch.work.add(
        Afstemming(
            id=batch.work.context.derive_id("afstemming", str(message.n)),
            medewerker_id=batch.account.actor.medewerker_id,
            soort=soort,
            code=code,
            parameters=parameters,
            werkgever_id=werkgever.id if werkgever else (contact.werkgever_id if contact else None),
            opdracht_uuid=message.uuid,
            opdracht=message.naam[:40],
            argumenten=message.argumenten,
            status="open",
        )
    )


def _quarantine(batch: _Batch, message: CommandMessage) -> AnswerMessage:
    """The last push of someone who left is kept for the teamleider and has no effect."""
    batch.work.begin(_context(batch, message))
    for lead in CentralFacts(batch.session, batch.account.actor.regio_id).teamleiders():
        tell(
            batch.work, lead, "werk_van_vertrokken_collega", None,
            wie=batch.account.actor.naam, opdracht=message.naam,
        )  # fmt: skip
    return AnswerMessage(message.n, message.uuid, QUARANTINE, "in_quarantaine", {})


def _ledger_row(batch: _Batch, message: CommandMessage, answer: AnswerMessage) -> Grootboek:
    keep = answer.uitkomst in (GEWEIGERD, QUARANTINE)
    return Grootboek(
        laptop_id=batch.account.laptop_id,
        n=message.n,
        uuid=message.uuid,
        naam=message.naam[:40],
        versie=message.versie,
        medewerker_id=batch.account.actor.medewerker_id,
        ontvangen_op=batch.now,
        uitkomst=answer.uitkomst,
        code=answer.code,
        parameters=answer.parameters,
        vervangen=answer.vervangen,
        argumenten=message.argumenten if keep else None,
    )


def _audit_line(batch: _Batch, message: CommandMessage, answer: AnswerMessage) -> audit.AuditLine:
    result = answer.uitkomst if answer.uitkomst == TOEGEPAST else f"{answer.uitkomst}:{answer.code}"
    return audit.AuditLine(
        batch.now,
        batch.account.actor.medewerker_id,
        message.naam[:40],
        f"opdracht:{message.uuid}",
        result[:40],
        f"laptop:{batch.account.laptop_id}",
    )
