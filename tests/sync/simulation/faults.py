"""Known faults of sync engines, to be switched on one by one: each must be caught (anchors/sync.md §3 g).

A fault takes something out of our own code. The course of events in which it shows stands beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, text
from sqlalchemy.orm import Session

from central import commit, intake, ledger, retention
from central.intake import Intake
from desktop import compose
from desktop.models import bus, capture, steps
from desktop.models.changes import Changes
from desktop.models.commands.contact import ZetContactVast
from desktop.models.commands.regie import NeemRegie
from desktop.models.errors import EnvironmentFailure
from desktop.models.handlers import fields as field_handlers
from desktop.models.handlers import refused
from desktop.models.outcome import TOEGEPAST, Outcome
from desktop.models.steps import Step
from desktop.models.tables import Afstemming
from desktop.models.tables.centre import Grootboek, Laptop
from desktop.profile import Profile
from desktop.sync import losing, mass_delete, membership, outbox, rebase, totals
from desktop.sync.engine import SyncEngine
from desktop.sync.filling import Filling
from desktop.sync.lease import Lease
from desktop.sync.pace import Pace
from desktop.sync.protocol import AnswerMessage
from tests.sync.simulation.history import History, Violation
from tests.sync.simulation.scenes import CONTACT, TASK, both_work, contact, overtaken
from tests.sync.simulation.seat import Image, SimulatedSeat

Patch = pytest.MonkeyPatch
Course = Callable[[History], object]


@dataclass(frozen=True)
class Fault:
    """`caught` are the invariants of which one must say it."""

    name: str
    on: Callable[[Patch, History], object]
    course: Course
    caught: tuple[str, ...]


# --------------------------------------------------------------------- the order of changes


def _no_lock(patch: Patch, _: History) -> None:
    patch.setattr(commit, "take_lock", lambda *_: None)


def _lock_given_back_early(patch: Patch, _: History) -> None:
    def take_lock(session: Session, regio_id: str) -> None:
        key = {"key": commit.lock_key(regio_id)}
        session.execute(text("SELECT pg_advisory_lock(:key)"), key)
        session.execute(text("SELECT pg_advisory_unlock(:key)"), key)

    patch.setattr(commit, "take_lock", take_lock)


def _numbers_from_the_clock(patch: Patch, _: History) -> None:
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


def _cursor_before_rows(patch: Patch, _: History) -> None:
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


def _ledger_afterwards(patch: Patch, _: History) -> None:
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


def _effect_before_outbox(patch: Patch, _: History) -> None:
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


def _not_on_the_disk(patch: Patch, _: History) -> None:
    """The log was never synced: after a power cut it is not there."""
    real = SimulatedSeat.image

    def image(seat: SimulatedSeat) -> Image:
        return {path: content for path, content in real(seat).items() if path.suffix == ".db"}

    patch.setattr(SimulatedSeat, "image", image)


def power_goes(history: History) -> None:
    """Off right after a command was accepted."""
    contact(history, 0)
    history.power_cut(0, 24)


def _poison_blocks(patch: Patch, _: History) -> None:
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


def _any_number_will_do(patch: Patch, _: History) -> None:
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


# --------------------------------------------------------------------------------- the laptop


def _fill_ends_at_the_present(patch: Patch, history: History) -> None:
    """The cursor of a first fill taken when it ends instead of before it begins."""
    real = Filling._swap

    def swap(filling: Filling) -> None:
        real(filling)
        with history.session() as session:
            now = session.execute(text("SELECT bucket, nr FROM bucket_state")).all()
        with filling.engine.begin() as connection:
            for bucket, number in now:
                connection.exec_driver_sql(
                    "UPDATE bucket_cursor SET cursor = ? WHERE bucket = ?", (number, bucket)
                )

    patch.setattr(Filling, "_swap", swap)


def fills_while_others_work(history: History) -> None:
    """A new laptop fills itself; a colleague's change comes in between."""
    assert history.command(1, "werkgever.wijzig", {"werkgever_id": 0, "sector": "zorg"})
    history.new_laptop("anouk")
    history.meanwhile(5, lambda: history.sync(1), Step.PART_AFTER_COMMIT)


def _hash_adopted(patch: Patch, _: History) -> None:
    def mismatches(connection: Any, expected: Any) -> list[str]:
        for bucket, (count, combined) in expected.items():
            connection.execute(
                text("UPDATE bucket_cursor SET aantal = :a, hash = :h WHERE bucket = :b"),
                {"a": count, "h": combined, "b": bucket},
            )
        return []

    patch.setattr(totals, "mismatches", mismatches)


def row_falls_out(history: History) -> None:
    """A row that the laptop has never got, as far as its own totals tell."""
    history.damaged = True
    seat = history.seat(0)
    assert seat is not None
    row_id = seat.sql("SELECT id FROM contactpersoon ORDER BY id")[0][0]
    bucket, value = seat.sql("SELECT bucket, hash FROM bucket_row WHERE rij_id = ?", row_id)[0]
    seat.sql("UPDATE eigenschap SET waarde = '0' WHERE naam = 'vastleggen'")
    seat.sql("DELETE FROM contactpersoon WHERE id = ?", row_id)
    seat.sql("UPDATE eigenschap SET waarde = '1' WHERE naam = 'vastleggen'")
    seat.sql("DELETE FROM bucket_row WHERE rij_id = ?", row_id)
    count, combined = seat.sql("SELECT aantal, hash FROM bucket_cursor WHERE bucket = ?", bucket)[0]
    seat.sql(
        "UPDATE bucket_cursor SET aantal = ?, hash = ? WHERE bucket = ?", count - 1, combined ^ value, bucket
    )


def _retry_only_on_an_event(patch: Patch, _: History) -> None:
    def on_failure(pace: Pace, _now: float) -> None:
        pace._failures += 1
        pace._due = float("inf")

    patch.setattr(Pace, "on_failure", on_failure)


def no_line_for_a_while(history: History) -> None:
    """A round that does not arrive."""
    contact(history, 0)
    assert not history.sync(0, ["question lost"])


def _no_before_images(patch: Patch, history: History) -> None:
    real = capture.switch
    patch.setattr(capture, "switch", lambda connection, _on: real(connection, False))
    seat = history.seat(1)
    assert seat is not None
    seat.sql("UPDATE eigenschap SET waarde = '0' WHERE naam = 'vastleggen'")


def refused_at_the_centre(history: History) -> None:
    """What a laptop did when it still might is refused: its effect goes, and its author is told."""
    history.seat(1)
    assert history.command(1, "actie.maak", {"werkgever_id": 0, "gevraagde_handeling": "bel terug"})
    history.change_role("herman", "beheerder")
    assert history.sync(1)


def _answers_dropped(patch: Patch, _: History) -> None:
    patch.setattr(outbox, "record_answers", lambda *_: None)


def _not_run_again(patch: Patch, _: History) -> None:
    patch.setattr(rebase, "_together", lambda *_: Changes())


def typed_during_a_round(history: History) -> None:
    """What is typed while a round is under way stays on the screen when that round ends."""
    both_work(history)
    history.meanwhile(0, lambda: contact(history, 0))


def _done_before_it_was_confirmed(patch: Patch, _: History) -> None:
    patch.setattr(NeemRegie, "CONFIRMED", False)


def claims(history: History) -> None:
    """Two people claim the same employer without a line; one of them waits."""
    assert history.command(0, "regie.neem", {"werkgever_id": 1})
    assert history.command(1, "regie.neem", {"werkgever_id": 1})


def _refusal_is_not_told(patch: Patch, _: History) -> None:
    patch.setattr(refused, "refused", lambda *_: Afstemming())


def _journal_is_not_offered(patch: Patch, _: History) -> None:
    patch.setattr(outbox, "offer_again", lambda *_, **__: None)


def older_centre(history: History) -> None:
    """The centre goes on from a backup of before the last visit."""
    history.keep_backup()
    contact(history, 0)
    assert history.sync(0)
    history.restore()


# ------------------------------------------------------------------------- what is taken away


def loses_the_dossiers(history: History) -> None:
    """Herman has a note of Fatima's and a draft about it; then he may hold no dossiers any more."""
    contact(history, 0, notitie="over de directeur")
    assert history.sync(0)
    assert history.sync(1)
    seat = history.seat(1)
    assert seat is not None
    person = seat.sql("SELECT id FROM contactpersoon ORDER BY id")[0][0]
    seat.laptop.bewaar_concept("contactpersoon", person, {"functie": "directeur"})
    history.change_role("herman", "beheerder")
    assert history.sync(1)


def _rows_stay(patch: Patch, _: History) -> None:
    patch.setattr(membership, "drop", lambda *_: 0)


def _words_stay(_: Patch, history: History) -> None:
    seat = history.seat(1)
    assert seat is not None
    triggers = seat.sql(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'contactnotitie' "
        "AND sql LIKE '%AFTER DELETE%' AND sql LIKE '%_fts%'"
    )
    assert triggers
    for (name,) in triggers:
        seat.sql(f"DROP TRIGGER {name}")


def _drafts_stay(patch: Patch, _: History) -> None:
    patch.setattr(losing, "_drop_drafts", lambda *_: None)


# ------------------------------------------------------------------------------ doing nothing


def _asks_every_time(patch: Patch, _: History) -> None:
    patch.setattr(Lease, "is_due", lambda *_: True)


def nothing_to_do(history: History) -> None:
    """One visit, and then nothing."""
    contact(history, 0)
    history.sync(0)


def _loser_forgotten(patch: Patch, _: History) -> None:
    """The first to arrive stays, and nobody keeps what the other typed."""
    patch.setattr(field_handlers, "_asked", lambda _work, row, *_: Outcome(TOEGEPAST, row.id))


def same_field(history: History) -> None:
    """Two people change the same field without having seen each other's."""
    assert history.command(1, "werkgever.wijzig", {"werkgever_id": 0, "sector": "zorg"})
    assert history.command(0, "werkgever.wijzig", {"werkgever_id": 0, "sector": "50% bouw"})
    assert history.sync(1)
    assert history.sync(0)


# ------------------------------------------------------------------------ time, room and others


def _removals_forgotten_silently(patch: Patch, _: History) -> None:
    real = retention._forget_removals

    def forget(session: Session, *rest: Any) -> int:
        gone = real(session, *rest)
        session.execute(text("UPDATE bucket_state SET opgeruimd_tot = 0"))
        return gone

    patch.setattr(retention, "_forget_removals", forget)


def away_for_long(history: History) -> None:
    """A note leaves the dossiers while Herman is away for longer than the centre remembers that."""
    contact(history, 0)
    assert history.sync(0)
    assert history.sync(1)
    [note] = [n for n, row_id in enumerate(_contacts_of(history, 0)) if row_id == _last_contact(history, 0)]
    assert history.command(0, "contact.wijzig", {"contactmoment_id": note, "vertrouwelijk": True})
    assert history.sync(0)
    history.maintain()
    history.day_passes(200)
    history.maintain()


def _contacts_of(history: History, who: int) -> list[str]:
    seat = history.seat(who)
    assert seat is not None
    return sorted(seat.rows("contactmoment"))


def _last_contact(history: History, who: int) -> str:
    seat = history.seat(who)
    assert seat is not None
    named = "SELECT json_extract(argumenten, '$.id') FROM opdracht WHERE naam = ? ORDER BY n DESC"
    found: str = seat.sql(named, "contact.leg_vast")[0][0]
    return found


def _done_on_a_full_disk(patch: Patch, _: History) -> None:
    real = outbox.accept

    def accept(*given: Any) -> Outcome:
        try:
            return real(*given)
        except EnvironmentFailure:
            return Outcome(TOEGEPAST)

    patch.setattr("desktop.laptop.accept", accept)


def disk_full(history: History) -> None:
    """There is no room for what is typed, and then there is again."""
    history.seat(0)
    history.disk(0, True)
    for _ in range(400):
        taken = history.command(0, "contact.leg_vast", {**CONTACT, "notitie": "vol " * 240})
        if not taken or _is_missing(history, taken):
            break
    else:
        raise RuntimeError("the disk was never full")
    history.disk(0, False)
    contact(history, 0)


def _is_missing(history: History, uuid: str) -> bool:
    seat = history.seat(0)
    return seat is not None and not seat.sql("SELECT 1 FROM opdracht WHERE uuid = ?", uuid)


def _no_guard(patch: Patch, _: History) -> None:
    patch.setattr(mass_delete, "check", lambda *_: None)


def many_rows_leave(history: History) -> None:
    """Much goes at once: nothing of it before a person agrees."""
    history.patch.setattr(mass_delete, "ROWS", 2)
    history.patch.setattr(mass_delete, "PERCENT", 1)
    for _ in range(3):
        contact(history, 0)
    assert history.sync(0)
    assert history.sync(1)
    seat = history.seat(1)
    assert seat is not None
    held = seat.rows("contactnotitie")
    for number in range(len(_contacts_of(history, 0))):
        history.command(0, "contact.wijzig", {"contactmoment_id": number, "vertrouwelijk": True})
    assert history.sync(0)
    history.sync(1)
    if not seat.rows("contactnotitie").keys() >= held.keys():
        raise Violation("guard", "rows went before a person agreed")
    seat.laptop.mag_verwijderen(True)


def _no_lock_on_the_profile(patch: Patch, _: History) -> None:
    patch.setattr(Profile, "locked", lambda *_: nullcontext())


def opened_twice(history: History) -> None:
    """A second program opens the same profile."""
    seat = history.seat(0)
    assert seat is not None
    try:
        with compose.open_laptop(seat.place, 0.01):
            raise Violation("one program", "two programs on one profile")
    except EnvironmentFailure:
        return


FAULTS = (
    Fault("a bare sequence: no lock at all", _no_lock, overtaken, ("I2",)),
    Fault(
        "the lock taken early and given back before the commit", _lock_given_back_early, overtaken, ("I2",)
    ),
    Fault("numbers that follow the clock", _numbers_from_the_clock, clock_goes_back, ("I2", "I7")),
    Fault("the cursor stored before the rows", _cursor_before_rows, dies_with_rows, ("I2",)),
    Fault(
        "the effect in a transaction before the outbox",
        _effect_before_outbox,
        dies_with_a_command,
        ("I1",),
    ),
    Fault("a commit that is not on the disk", _not_on_the_disk, power_goes, ("I1",)),
    Fault("poison that is not set apart", _poison_blocks, poison, ("I7",)),
    Fault("the answer of a number, whatever its uuid", _any_number_will_do, laptop_put_back, ("I1", "I5")),
    Fault(
        "a first fill whose cursor is taken at its end",
        _fill_ends_at_the_present,
        fills_while_others_work,
        ("I2",),
    ),
    Fault("the ledger outside the transaction", _ledger_afterwards, answered_twice, ("I1",)),
    Fault("the centre's hash adopted", _hash_adopted, row_falls_out, ("I2",)),
    Fault("trying again only after a new event", _retry_only_on_an_event, no_line_for_a_while, ("I7",)),
    Fault("no before-image", _no_before_images, refused_at_the_centre, ("I2",)),
    Fault("answers dropped", _answers_dropped, nothing_to_do, ("I7",)),
    Fault("waiting commands not run again", _not_run_again, typed_during_a_round, ("I5",)),
    Fault("a claim that is true before it is confirmed", _done_before_it_was_confirmed, claims, ("I3",)),
    Fault("a refusal that nobody is told", _refusal_is_not_told, refused_at_the_centre, ("I4",)),
    Fault("a conflict whose loser is forgotten", _loser_forgotten, same_field, ("I4",)),
    Fault("the journal not offered to an older centre", _journal_is_not_offered, older_centre, ("I1", "I5")),
    Fault("a lost bucket keeps its rows", _rows_stay, loses_the_dossiers, ("I2",)),
    Fault("a lost bucket keeps its words", _words_stay, loses_the_dossiers, ("I6",)),
    Fault("a lost bucket keeps its drafts", _drafts_stay, loses_the_dossiers, ("I6",)),
    Fault("removals forgotten without a mark", _removals_forgotten_silently, away_for_long, ("I2",)),
    Fault("done on a full disk", _done_on_a_full_disk, disk_full, ("I1",)),
    Fault("no guard against mass deletes", _no_guard, many_rows_leave, ("guard",)),
    Fault("a profile without a lock", _no_lock_on_the_profile, opened_twice, ("one program",)),
    Fault("a question at every round", _asks_every_time, nothing_to_do, ("I8",)),
)
COURSES: tuple[Course, ...] = tuple(dict.fromkeys(fault.course for fault in FAULTS))
