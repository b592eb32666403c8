"""Faults of the order of changes and of transactions at both ends, with the courses in which they show."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import delete, insert, select, text
from sqlalchemy.orm import Session

from central import commit, intake, ledger
from central.intake import Intake
from desktop.models import bus, steps
from desktop.models.commands.contact import ZetContactVast
from desktop.models.steps import Step
from desktop.models.tables.centre import Grootboek, Laptop
from desktop.sync import outbox, rebase
from desktop.sync.engine import SyncEngine
from desktop.sync.protocol import AnswerMessage
from tests.sync.simulation.history import History
from tests.sync.simulation.scenes import TASK, both_work, contact
from tests.sync.simulation.seat import Image, SimulatedSeat

Patch = pytest.MonkeyPatch


# --------------------------------------------------------------------- the order of changes


def no_lock(patch: Patch, _: History) -> None:
    patch.setattr(commit, "take_lock", lambda *_: None)


def lock_given_back_early(patch: Patch, _: History) -> None:
    def take_lock(session: Session, regio_id: str) -> None:
        key = {"key": commit.lock_key(regio_id)}
        session.execute(text("SELECT pg_advisory_lock(:key)"), key)
        session.execute(text("SELECT pg_advisory_unlock(:key)"), key)

    patch.setattr(commit, "take_lock", take_lock)


def numbers_from_the_clock(patch: Patch, _: History) -> None:
    real = commit.finish

    def finish(session: Session, work: Any, *rest: Any) -> None:
        moment = int(work.context.ontvangen.timestamp())
        session.execute(text("SELECT setval('wijziging_nr', :moment)"), {"moment": moment})
        real(session, work, *rest)

    patch.setattr(commit, "finish", finish)


def clock_goes_back(history: History) -> None:
    """The centre's clock is put right after it ran an hour ahead."""
    history.skew(99, 3600)
    both_work(history)
    assert history.sync(0)
    history.skew(99, 0)
    assert history.command(1, "werkgever.wijzig", {"werkgever_id": 0, "sector": "bouw"})
    assert history.sync(1)


# ------------------------------------------------------------------------------ transactions


def cursor_before_rows(patch: Patch, _: History) -> None:
    real = SyncEngine._finish

    def finish(engine: SyncEngine, intake: Any, response: Any, cursors: Any, *rest: Any) -> Any:
        with engine._engine.begin() as connection:
            rebase.set_cursors(connection, cursors)
        return real(engine, intake, response, cursors, *rest)

    patch.setattr(SyncEngine, "_finish", finish)


def dies_with_rows(history: History) -> None:
    """The laptop dies while a colleague's rows come in."""
    both_work(history)
    assert history.die_in(0, Step.ROWS_IN)


def ledger_afterwards(patch: Patch, _: History) -> None:
    """The ledger in a transaction of its own, after the effects; the process may die in between."""
    real = Intake._transaction

    def transaction(intake: Intake, account: Any, messages: Any, *rest: Any, **named: Any) -> Any:
        answers = real(intake, account, messages, *rest, **named)
        lines, last = _taken_out(intake, account.laptop_id, min(message.n for message in messages))
        steps.reached(Step.CENTRE_AFTER_COMMIT)
        with intake.sessions() as session, session.begin():
            session.get_one(Laptop, account.laptop_id).laatste_n = last
            session.execute(insert(Grootboek), lines)
        return answers

    patch.setattr(Intake, "_transaction", transaction)


def _taken_out(intake: Intake, laptop_id: str, first: int) -> tuple[list[dict[str, Any]], int]:
    which = (Grootboek.laptop_id == laptop_id) & (Grootboek.n >= first)
    with intake.sessions() as session, session.begin():
        laptop = session.get_one(Laptop, laptop_id)
        last, laptop.laatste_n = laptop.laatste_n, first - 1
        columns = Grootboek.__table__.columns
        lines = [dict(row) for row in session.execute(select(*columns).where(which)).mappings()]
        session.execute(delete(Grootboek).where(which))
    return lines, last


def answered_twice(history: History) -> None:
    """The centre dies after it committed; a colleague comes first before the laptop sends again."""
    assert history.command(0, "werkgever.wijzig", {"werkgever_id": 0, "sector": "zorg"})
    assert history.command(1, "werkgever.wijzig", {"werkgever_id": 0, "sector": "bouw"})
    assert history.die_in(0, Step.CENTRE_AFTER_COMMIT)
    assert history.sync(1)


def effect_before_outbox(patch: Patch, _: History) -> None:
    """The effect is committed, and the command after it."""
    real = outbox._remember

    def remember(session: Session, *rest: Any) -> None:
        session.flush()
        session.connection().exec_driver_sql("COMMIT")
        session.connection().exec_driver_sql("BEGIN IMMEDIATE")
        real(session, *rest)

    patch.setattr(outbox, "_remember", remember)


def dies_with_a_command(history: History) -> None:
    """The laptop dies just before a command is committed."""
    history.seat(0)
    assert history.die_in(0, Step.LOCAL_BEFORE_COMMIT, naam="actie.maak", **TASK)


def not_on_the_disk(patch: Patch, _: History) -> None:
    """The log was never synced: after a power cut it is not there."""
    real = SimulatedSeat.image

    def image(seat: SimulatedSeat) -> Image:
        return {path: content for path, content in real(seat).items() if path.suffix == ".db"}

    patch.setattr(SimulatedSeat, "image", image)


def power_goes(history: History) -> None:
    """Off right after a command was accepted."""
    contact(history, 0)
    history.power_cut(0, 24)


def poison_blocks(patch: Patch, _: History) -> None:
    def never(*_: object) -> Any:
        raise RuntimeError("no answer to a command that fails")

    patch.setattr(intake, "_set_apart", never)


def poison(history: History) -> None:
    """A command whose handler fails at the centre only; another waits behind it."""
    real = bus.HANDLERS[ZetContactVast]

    def fails(work: Any, command: Any) -> Any:
        if work.session.get_bind().dialect.name == "postgresql":
            raise RuntimeError("poison")
        return real(work, command)

    history.patch.setitem(bus.HANDLERS, ZetContactVast, fails)
    history.complaints.expected.add("a command failed and was set apart")
    assert history.command(0, "contact.zet_vast", {"contactmoment_id": 0, "vast": True})
    contact(history, 0)
    history.sync(0)


def any_number_will_do(patch: Patch, _: History) -> None:
    """The answer of a number, whichever command had it."""

    def known(session: Session, account: Any, message: Any) -> AnswerMessage:
        row = session.get_one(Grootboek, (account.laptop_id, message.n))
        return AnswerMessage(row.n, message.uuid, row.uitkomst, row.code, row.parameters, row.vervangen)

    patch.setattr(ledger, "known", known)


def laptop_put_back(history: History) -> None:
    """A laptop goes on from an image, and uses its numbers again."""
    history.seat(0)
    history.keep_image(0)
    contact(history, 0)
    assert history.sync(0)
    history.put_image_back(0)
    contact(history, 0)
    history.sync(0)
