"""Receiving commands: each exactly once, in order, with an answer that is kept.

A batch is one transaction. A command that a rule refuses is answered and put in its author's inbox; one
that fails on our side is set apart; neither ever blocks what comes after it. When anything unexpected
happens the batch is done again in halves, down to single commands. What passes by itself (a lock, a lost
connection) is never a reason to refuse: the laptop asks again. PostgreSQL only.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from central import commit, envelope, failures, ledger, person_keys, quarantining
from central.accounts import Account
from central.ahead import Ahead
from central.facts import CentralFacts
from desktop.clock import Clock
from desktop.models import audit
from desktop.models.bus import execute
from desktop.models.context import Context
from desktop.models.errors import Weigering
from desktop.models.handlers import kept_contact, lookahead, refused
from desktop.models.handlers.asking import CONFLICT
from desktop.models.outcome import AANGEPAST, GEWEIGERD, Outcome
from desktop.models.steps import Step, reached
from desktop.models.tables.centre import Laptop
from desktop.models.work import Work
from desktop.sync.protocol import AnswerMessage, CommandMessage

log = logging.getLogger(__name__)
PART = 125
"""So many commands are written while the next are decided."""
CHECK = "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED"
"""Whether what rows refer to is there: of a part at once, not of the whole batch at its end."""
RETRIES = 5
TRIES = 2
"""How often a failure that nobody knows is tried alone, after it failed in its batch."""


class _Retry(Exception):
    """Something changed under us, or a command left rows behind when it was refused."""


_BY_INDEX = func.set_config("enable_seqscan", "off", True)
"""For this transaction. The check of a reference keeps the plan that it was first given on its connection:
made while a table is small it would read all of it, for each row, when it is large."""


@dataclass(slots=True)
class _Batch:
    session: Session
    ahead: Ahead
    account: Account
    now: datetime
    taken: set[str]
    emptied: frozenset[int]
    work: Work = field(init=False)
    rows: list[dict[str, Any]] = field(default_factory=list)
    lines: list[audit.AuditLine] = field(default_factory=list)
    _uuid: tuple[CommandMessage | None, str] = (None, "")

    def __post_init__(self) -> None:
        self.start_anew()

    def start_anew(self) -> None:
        """A unit of work that has touched nothing, in the same transaction."""
        self.work = Work(self.session)
        self.work.settle = self.ahead.settle

    def uuid(self, message: CommandMessage) -> str:
        """The uuid under which this command is kept."""
        asked, uuid = self._uuid
        if asked is not message:
            free = envelope.is_id(message.uuid) and message.uuid not in self.taken
            uuid = message.uuid if free else envelope.stand_in(self.account.laptop_id, message.n)
            self._uuid = message, uuid
        return uuid

    def send_ahead(self) -> None:
        """What was decided so far is written while the rest is."""
        self.work.send_ahead(self.ahead.put)
        self.ahead.run(CHECK)
        ledger.write(self.session, self.ahead, self.rows)
        self.rows = []


@dataclass(frozen=True, slots=True)
class Intake:
    """Commands of one laptop. `sessions` opens a session on the centre's database."""

    sessions: Callable[[], Session]
    clock: Clock

    def receive(self, account: Account, messages: Sequence[CommandMessage]) -> list[AnswerMessage]:
        """One answer per command, in order. Raises `Weigering` for a gap or a copied laptop."""
        return self._together(account, sorted(messages, key=lambda message: message.n))

    def _together(self, account: Account, messages: Sequence[CommandMessage]) -> list[AnswerMessage]:
        """All in one transaction; when that fails in two halves, so that one fault costs few transactions."""
        if len(messages) < 2:
            return [answer for message in messages for answer in self._one(account, message)]
        try:
            return self._transaction(account, messages)
        except Weigering:
            raise
        except Exception as error:
            if isinstance(error, SQLAlchemyError) and failures.lost(error):
                raise
            log.info("batch is done again in halves", extra={"reden": type(error).__name__})
        half = len(messages) // 2
        return self._together(account, messages[:half]) + self._together(account, messages[half:])

    def _one(self, account: Account, message: CommandMessage) -> list[AnswerMessage]:
        """Tries again, longer while a colleague may be the cause; what then still fails is set apart."""
        fault: Exception | None = None
        for attempt in range(1, RETRIES + 1):
            try:
                return self._transaction(account, [message])
            except Weigering:
                raise
            except Exception as error:
                log.info("command is tried again", extra={"reden": type(error).__name__, "poging": attempt})
                if failures.passes(error) and attempt == RETRIES:
                    raise
                fault = error
                if attempt >= (RETRIES if failures.worth_again(error) else TRIES):
                    break
        extra = {"naam": envelope.name(message), "n": message.n}
        log.error("a command failed and was set apart", exc_info=fault, extra=extra)
        return self._transaction(account, [message], refuse=True)

    def _transaction(
        self, account: Account, messages: Sequence[CommandMessage], refuse: bool = False
    ) -> list[AnswerMessage]:
        with self.sessions() as session, session.begin(), Ahead(session) as ahead:
            asked = select(Laptop, _BY_INDEX).where(Laptop.id == account.laptop_id)
            laptop = session.execute(asked.with_for_update(of=Laptop)).one()[0]
            if laptop.ingetrokken_op is not None:
                raise Weigering("laptop_ingetrokken")
            reached(Step.CENTRE_BEFORE_EFFECTS)
            messages, emptied = person_keys.without_erased(session, messages)
            taken = ledger.taken(session, messages)
            batch = _Batch(session, ahead, account, self.clock.now(), taken, emptied)
            if len(messages) > 1:
                named = [(message.naam, message.argumenten) for message in messages]
                lookahead.prefetch(batch.work, account.actor, named)
            answers: list[AnswerMessage] = []
            known = last = laptop.laatste_n
            for message in messages:
                if 0 < message.n <= last:
                    answers.append(ledger.known(session, account, message))
                    continue
                if message.n != last + 1:
                    raise Weigering("volgorde", verwacht=last + 1, gekregen=str(message.n)[:20])
                answers.append(
                    _set_apart(batch, message) if refuse else _handle(batch, message, len(messages) == 1)
                )
                _remember(batch, message, answers[-1])
                last = message.n
                if len(batch.rows) == PART:
                    batch.send_ahead()
            if last > known:
                laptop.laatste_n = last
                ledger.write(session, ahead, batch.rows)
                commit.finish(session, batch.work, account.actor.regio_id, batch.lines)
            return answers


def _remember(batch: _Batch, message: CommandMessage, answer: AnswerMessage) -> None:
    uuid = batch.uuid(message)
    batch.rows.append(ledger.row(batch.account, uuid, message, answer, batch.now))
    batch.lines.append(ledger.audit_line(batch.account, uuid, message, answer, batch.now))
    batch.taken.add(message.uuid)


def _handle(batch: _Batch, message: CommandMessage, alone: bool) -> AnswerMessage:
    if batch.account.revoked:
        return _quarantine(batch, message)
    before = batch.work.times
    try:
        outcome = _run_alone(batch, message) if alone else _run(batch, message)
    except Weigering as reason:
        if batch.work.times != before:
            if not alone:
                raise _Retry from reason
            batch.session.expire_all()
            batch.start_anew()
        return _refuse(batch, message, reason, spoke=True)
    return _answer(batch, message, outcome)


def _run(batch: _Batch, message: CommandMessage) -> Outcome:
    if batch.uuid(message) != message.uuid:
        raise Weigering("opdracht_dubbel")
    if message.n in batch.emptied:
        raise Weigering("persoon_gewist")
    envelope.require_fits(message)
    command = envelope.read(message)
    return execute(batch.work, command, _context(batch, message))


def _run_alone(batch: _Batch, message: CommandMessage) -> Outcome:
    """What it did can be undone without its ledger line going too."""
    with batch.session.begin_nested():
        outcome = _run(batch, message)
        batch.work.flush()
        return outcome


def _set_apart(batch: _Batch, message: CommandMessage) -> AnswerMessage:
    """It can never succeed here: its author and whoever looks after the centre read it."""
    answer = _refuse(batch, message, Weigering("opdracht_fout", naam=envelope.name(message)))
    refused.alarm(batch.work, envelope.name(message))
    return answer


def _context(batch: _Batch, message: CommandMessage) -> Context:
    return Context(
        batch.account.actor,
        batch.account.laptop_id,
        batch.uuid(message),
        envelope.moment(message, batch.now),
        batch.now,
        message.basis,
    )


def _answer(batch: _Batch, message: CommandMessage, outcome: Outcome) -> AnswerMessage:
    if outcome.result == AANGEPAST and outcome.code != CONFLICT:
        words = envelope.storable(outcome.parameters)
        refused.adapted(
            batch.work, _item_id(batch, message), _typed(message), outcome.code or "", words, outcome.id
        )
    return AnswerMessage(
        message.n,
        message.uuid,
        outcome.result,
        outcome.code,
        envelope.storable(outcome.parameters),
        dict(outcome.replaced),
    )


def _refuse(batch: _Batch, message: CommandMessage, reason: Weigering, spoke: bool = False) -> AnswerMessage:
    """`spoke`: a contact in it is kept; not of what our own fault set apart, which must fail nowhere."""
    batch.work.begin(_context(batch, message))
    parameters = envelope.storable(reason.parameters)
    typed = _typed(message)
    if spoke and _keeps_contact(batch, message):
        left = {name: value for name, value in typed.argumenten.items() if name not in kept_contact.SAID}
        typed = replace(typed, argumenten=left)
    refused.refused(batch.work, _item_id(batch, message), typed, reason.code, parameters)
    return AnswerMessage(message.n, message.uuid, GEWEIGERD, reason.code, parameters)


def _keeps_contact(batch: _Batch, message: CommandMessage) -> bool:
    """Whether it said that one spoke with an employer, which is kept; trying again must not say it twice."""
    if message.n in batch.emptied or batch.uuid(message) != message.uuid:
        return False
    try:
        command = envelope.read(message)
    except Weigering:
        return False
    return kept_contact.keep(batch.work, command)


def _item_id(batch: _Batch, message: CommandMessage) -> str:
    return batch.work.context.derive_id("afstemming", str(message.n))


def _typed(message: CommandMessage) -> refused.Typed:
    """What was typed, as it can be kept and shown."""
    return refused.Typed(envelope.name(message), envelope.version(message), envelope.arguments(message))


def _facts(batch: _Batch) -> CentralFacts:
    return CentralFacts(batch.session, batch.account.actor.regio_id, batch.work.context.dag_ontvangen)


def _quarantine(batch: _Batch, message: CommandMessage) -> AnswerMessage:
    """The last push of someone who left is kept and has no effect."""
    batch.work.begin(_context(batch, message))
    quarantining.keep(batch.work, _typed(message), _facts(batch).who_decides(), batch.now)
    return AnswerMessage(message.n, message.uuid, ledger.QUARANTINE, "in_quarantaine", {})
