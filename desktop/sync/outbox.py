"""Accepting a command on this laptop: its effect and its outbox row in one transaction.

Confirmed commands are only tried here (and rolled back): they take effect when the centre says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Row, func, or_, select, update
from sqlalchemy.orm import Session

from desktop.models import audit
from desktop.models.bus import execute, read_command
from desktop.models.commands import NEWEST
from desktop.models.commands.base import Command
from desktop.models.commands.versions import newest_arguments
from desktop.models.context import Actor, Context
from desktop.models.entry import entry_check
from desktop.models.errors import Weigering
from desktop.models.fields import to_plain
from desktop.models.outcome import AANGEPAST, AANGEVRAAGD, TOEGEPAST, Outcome
from desktop.models.rights import require_may_do
from desktop.models.steps import Step, reached
from desktop.models.store import database_errors, new_session, without_foreign_keys
from desktop.models.tables import (
    Actie,
    Afspraak,
    Contactmoment,
    Contactpersoon,
    Nazorgactie,
    Onderbreking,
    Overdracht,
    Plaatsing,
    Signaal,
    Vacature,
    Vestiging,
    Voordracht,
    Werkgeversvraag,
)
from desktop.models.tables.base import instant_text
from desktop.models.tables.laptop import BeforeImage, Opdracht
from desktop.models.work import Work
from desktop.sync import facts, journal, undoing
from desktop.sync.protocol import AnswerMessage

WAITS, ASKED = "wacht", "aangevraagd"
REFERENCES: Mapping[str, Any] = {
    "contactmoment_id": Contactmoment,
    "actie_id": Actie,
    "contactverzoek_id": Actie,
    "afspraak_id": Afspraak,
    "contactpersoon_id": Contactpersoon,
    "vestiging_id": Vestiging,
    "overdracht_id": Overdracht,
    "vacature_id": Vacature,
    "werkgeversvraag_id": Werkgeversvraag,
    "voordracht_id": Voordracht,
    "plaatsing_id": Plaatsing,
    "onderbreking_id": Onderbreking,
    "nazorgactie_id": Nazorgactie,
    "signaal_id": Signaal,
}
"""Arguments that name a row of a werkgever."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who sends it from where, when it happened, and under which uuid."""

    actor: Actor
    laptop_id: str
    uuid: str
    tijd: datetime
    now: datetime


def newest(naam: str) -> type[Command]:
    """The newest version of a command by name."""
    cls = NEWEST.get(naam)
    if cls is None:
        raise Weigering("opdracht_onbekend", naam=naam, versie=0)
    return cls


def accept(engine: Engine, naam: str, argumenten: Mapping[str, Any], envelope: Envelope) -> Outcome:
    """Runs a command locally and puts it in the outbox; refused (`Weigering`) it leaves nothing behind."""
    cls = newest(naam)
    try:
        command = read_command(naam, cls.VERSION, argumenten)
        with database_errors(), _writing(engine) as session:
            outcome = accept_in(session, command, envelope)
            reached(Step.LOCAL_BEFORE_COMMIT)
    except Weigering as reason:
        with database_errors(), new_session(engine) as session, session.begin():
            audit.append(session, [_audit_line(envelope, naam, None, f"geweigerd:{reason.code}")])
        raise
    reached(Step.LOCAL_AFTER_COMMIT)
    return outcome


@contextmanager
def _writing(engine: Engine) -> Iterator[Session]:
    """One transaction. Until the first fill is in, a row may name who is not here yet: its own author too."""
    with engine.connect() as connection:
        filled = facts.is_filled(connection)
    if filled:
        with new_session(engine) as session, session.begin():
            yield session
        return
    with without_foreign_keys(engine) as connection, new_session(connection) as session:
        yield session
        session.flush()


def accept_in(session: Session, command: Command, envelope: Envelope, again: bool = False) -> Outcome:
    """As `accept`, in the caller's transaction. `again`: a person typed it before, so nobody looks anew."""
    earlier = session.scalar(select(Opdracht).where(Opdracht.uuid == envelope.uuid))
    if earlier is not None:
        _require_same(earlier, command)
        waiting = AANGEVRAAGD if earlier.status == ASKED else TOEGEPAST
        row_id = earlier.argumenten.get("id")
        return Outcome(
            earlier.uitkomst or waiting,
            row_id,
            earlier.code,
            earlier.parameters or {},
            uuid=earlier.uuid,
            naam=earlier.naam,
        )
    command = undoing.completed(session, command, envelope.actor.regio_id)
    context = Context(envelope.actor, envelope.laptop_id, envelope.uuid, envelope.tijd, envelope.now)
    work = Work(session)
    work.begin(context)
    if not again:
        entry_check(work, command)
    outcome = _tried(session, work, command) if command.needs_confirmation() else _done(work, command)
    _remember(session, command, context, work, outcome)
    audit.append(session, [_audit_line(envelope, command.NAME, outcome.id, outcome.result)])
    return Outcome(
        outcome.result,
        outcome.id,
        outcome.code,
        outcome.parameters,
        outcome.replaced,
        outcome.warnings,
        work.changes(),
        envelope.uuid,
        command.NAME,
    )


def _done(work: Work, command: Command) -> Outcome:
    """Its effect is here now. An undo that has none is told at once: later it would say nothing."""
    outcome = execute(work, command, work.context)
    work.flush()
    if undoing.is_of_one(command) and not work.changes():
        raise Weigering("ongedaan_niets")
    return outcome


def _tried(session: Session, work: Work, command: Command) -> Outcome:
    """What the centre would answer now, as far as this laptop knows; its effect is rolled back."""
    if undoing.is_under_way(session, command):
        require_may_do(work.context.actor, command.NAME)
        return Outcome(AANGEVRAAGD)
    with session.begin_nested() as attempt:
        outcome = execute(work, command, work.context)
        attempt.rollback()
    session.expire_all()
    return Outcome(AANGEVRAAGD, outcome.id, warnings=outcome.warnings)


def _require_same(earlier: Opdracht, command: Command) -> None:
    """A uuid stands for one command: the same again is done once, another is never taken for it."""
    now = to_plain(command)
    filled_in = undoing.FILLED_IN if undoing.is_of_one(command) else {"id"}
    written = newest_arguments(earlier.naam, earlier.versie, earlier.argumenten)
    before = {k: v for k, v in written.items() if k in now or k not in filled_in}
    if (earlier.naam, before) != (command.NAME, now):
        raise Weigering("opdracht_dubbel")


def _remember(session: Session, command: Command, context: Context, work: Work, outcome: Outcome) -> None:
    last = journal.last_number(session.connection())
    arguments = to_plain(command)
    session.add(
        Opdracht(
            n=last + 1,
            uuid=context.uuid,
            naam=command.NAME,
            versie=command.VERSION,
            argumenten=_with_id(arguments, command, outcome),
            tijd=context.tijd,
            basis=_basis(session, work),
            werkgever_id=_about(session, arguments, command, outcome),
            status=ASKED if command.needs_confirmation() else WAITS,
            parameters={},
        )
    )
    session.flush()


def _with_id(arguments: dict[str, Any], command: Command, outcome: Outcome) -> dict[str, Any]:
    """The id that was made here travels along, so that both ends name the row alike."""
    if hasattr(command, "id") and command.id is None and outcome.id and not outcome.replaced:
        return arguments | {"id": outcome.id}
    return arguments


def _about(session: Session, arguments: Mapping[str, Any], command: Command, outcome: Outcome) -> str | None:
    if command.NAME == "werkgever.registreer":
        return outcome.id
    if "werkgever_id" in arguments:
        return str(arguments["werkgever_id"])
    for name, cls in REFERENCES.items():
        row = session.get(cls, arguments.get(name, ""))
        if row is not None:
            return str(row.werkgever_id)
    return undoing.about(session, command)


def _basis(session: Session, work: Work) -> dict[str, int]:
    """Versions as the centre last sent them: of a row changed here before, the before-image has it."""
    if not work.basis:
        return {}
    images = session.scalars(select(BeforeImage).where(BeforeImage.rij_id.in_(list(work.basis)[:500])))
    basis = dict(work.basis)
    for image in images:
        basis.pop(image.rij_id, None)
        version = session.scalar(select(func.json_extract(image.beeld, "$.versie"))) if image.beeld else None
        if version is not None:
            basis[image.rij_id] = int(version)
    return basis


def _audit_line(envelope: Envelope, naam: str, row_id: str | None, result: str) -> audit.AuditLine:
    subject = f"{naam.partition('.')[0]}:{row_id}" if row_id else None
    return audit.AuditLine(
        envelope.now, envelope.actor.medewerker_id, naam, subject, result, f"laptop:{envelope.laptop_id}"
    )


def to_send(session: Session, limit: int) -> Sequence[Opdracht]:
    """The oldest commands that have no answer yet, in order."""
    query = select(Opdracht).where(Opdracht.status.in_((WAITS, ASKED)), Opdracht.uitkomst.is_(None))
    return session.scalars(query.order_by(Opdracht.n).limit(limit)).all()


COUNT_WAITING = "SELECT count(*) FROM opdracht WHERE status IN ('wacht', 'aangevraagd')"
_NEXT = (
    "SELECT n, uuid, naam, versie, argumenten, tijd, basis FROM opdracht "
    "WHERE status IN ('wacht', 'aangevraagd') AND uitkomst IS NULL AND n > ? ORDER BY n LIMIT ?"
)


def next_to_send(connection: Connection, after: int, limit: int) -> Sequence[Row[Any]]:
    """The same behind number `after`, as they are kept: nothing of it is needed as an object."""
    return connection.exec_driver_sql(_NEXT, (after, limit)).all()


def still_waiting(session: Session) -> Sequence[Opdracht]:
    """Free commands whose rows have not come yet and that were not refused: run again after each pull."""
    accepted = or_(Opdracht.uitkomst.is_(None), Opdracht.uitkomst.in_((TOEGEPAST, AANGEPAST)))
    query = select(Opdracht).where(Opdracht.status == WAITS, accepted)
    return session.scalars(query.order_by(Opdracht.n)).all()


def record_answers(session: Session, answers: Sequence[AnswerMessage], now: datetime) -> None:
    """Keeps the centre's answers; the status changes when the rows are here (`settle`)."""
    moment = instant_text(now)
    values = [
        (one.uitkomst, one.code, msgspec.json.encode(one.parameters).decode(), moment, one.n)
        for one in answers
    ]
    if values:
        session.connection().exec_driver_sql(
            "UPDATE opdracht SET uitkomst = ?, code = ?, parameters = ?, beantwoord_op = ? WHERE n = ?",
            values,
        )


def replace_ids(session: Session, replaced: Mapping[str, str]) -> None:
    """`vervangen`: what still waits speaks of the row that stands for it at the centre."""
    if not replaced:
        return
    for row in to_send(session, 1_000_000):
        arguments = _replaced(row.argumenten, replaced)
        if arguments != row.argumenten:
            row.argumenten = arguments
        row.werkgever_id = replaced.get(row.werkgever_id or "", row.werkgever_id)
    session.flush()


def _replaced(value: Any, replaced: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: item if key == "id" else _replaced(item, replaced) for key, item in value.items()}
    if isinstance(value, list):
        return [_replaced(item, replaced) for item in value]
    return replaced.get(value, value) if isinstance(value, str) else value


def settle(session: Session) -> list[int]:
    """Gives every answered command its final status; returns their numbers."""
    settled = session.scalars(
        update(Opdracht)
        .where(Opdracht.status.in_((WAITS, ASKED)), Opdracht.uitkomst.is_not(None))
        .values(status=Opdracht.uitkomst)
        .returning(Opdracht.n)
    )
    return list(settled)


def adopt(session: Session, answers: Sequence[AnswerMessage], now: datetime) -> None:
    """Keeps answers that the centre gave before, whatever number these commands have here."""
    known = {answer.uuid: answer for answer in answers}
    query = select(Opdracht).where(Opdracht.uuid.in_(list(known)), Opdracht.uitkomst.is_(None))
    for row in session.scalars(query):
        answer = known[row.uuid]
        row.uitkomst, row.code, row.parameters = answer.uitkomst, answer.code, answer.parameters
        row.beantwoord_op = now


def offer_again(session: Session, known_n: int, besides: Collection[str] = ()) -> None:
    """After a restore of the centre: what its ledger no longer holds waits again, in the same order.

    `besides`: uuids that it holds under another number.
    """
    for row in session.scalars(select(Opdracht).where(Opdracht.n > known_n)):
        if row.uuid in besides:
            continue
        row.status = ASKED if _needs_confirmation(row) else WAITS
        row.uitkomst = row.code = row.beantwoord_op = None


def _needs_confirmation(row: Opdracht) -> bool:
    """One that this program cannot read any more waits too: the centre says what it is."""
    try:
        return read_command(row.naam, row.versie, row.argumenten).needs_confirmation()
    except Weigering:
        return False
