"""Faults of the laptop: what it takes in, keeps, forgets and tells, with the courses in which they show."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from central import retention
from desktop import compose
from desktop.models import capture
from desktop.models.changes import Changes
from desktop.models.commands.regie import NeemRegie
from desktop.models.errors import EnvironmentFailure
from desktop.models.handlers import fields as field_handlers
from desktop.models.handlers import refused
from desktop.models.outcome import TOEGEPAST, Outcome
from desktop.models.steps import Step
from desktop.models.tables import Afstemming
from desktop.profile import Profile
from desktop.sync import losing, mass_delete, membership, outbox, rebase, totals
from desktop.sync.filling import Filling
from desktop.sync.lease import Lease
from desktop.sync.pace import Pace
from tests.sync.simulation.history import History, Violation
from tests.sync.simulation.scenes import CONTACT, both_work, contact
from tests.sync.simulation.stage import NEW

Patch = pytest.MonkeyPatch


# --------------------------------------------------------------------------------- the laptop


def fill_ends_at_the_present(patch: Patch, history: History) -> None:
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
    history.meanwhile(NEW, lambda: history.sync(1), Step.PART_AFTER_COMMIT)


def hash_adopted(patch: Patch, _: History) -> None:
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


def retry_only_on_an_event(patch: Patch, _: History) -> None:
    def on_failure(pace: Pace, _now: float) -> None:
        pace._failures += 1
        pace._due = float("inf")

    patch.setattr(Pace, "on_failure", on_failure)


def no_line_for_a_while(history: History) -> None:
    """A round that does not arrive."""
    contact(history, 0)
    assert not history.sync(0, ["question lost"])


def no_before_images(patch: Patch, history: History) -> None:
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


def answers_dropped(patch: Patch, _: History) -> None:
    patch.setattr(outbox, "record_answers", lambda *_: None)


def not_run_again(patch: Patch, _: History) -> None:
    patch.setattr(rebase, "_together", lambda *_: Changes())


def typed_during_a_round(history: History) -> None:
    """What is typed while a round is under way stays on the screen when that round ends."""
    both_work(history)
    history.meanwhile(0, lambda: contact(history, 0))


def done_before_it_was_confirmed(patch: Patch, _: History) -> None:
    patch.setattr(NeemRegie, "CONFIRMED", False)


def claims(history: History) -> None:
    """Two people claim the same employer without a line; one of them waits."""
    assert history.command(0, "regie.neem", {"werkgever_id": 1})
    assert history.command(1, "regie.neem", {"werkgever_id": 1})


def refusal_is_not_told(patch: Patch, _: History) -> None:
    patch.setattr(refused, "refused", lambda *_: Afstemming())


def journal_is_not_offered(patch: Patch, _: History) -> None:
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


def rows_stay(patch: Patch, _: History) -> None:
    patch.setattr(membership, "drop", lambda *_: 0)


def words_stay(_: Patch, history: History) -> None:
    seat = history.seat(1)
    assert seat is not None
    triggers = seat.sql(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'contactnotitie' "
        "AND sql LIKE '%AFTER DELETE%' AND sql LIKE '%_fts%'"
    )
    assert triggers
    for (name,) in triggers:
        seat.sql(f"DROP TRIGGER {name}")


def drafts_stay(patch: Patch, _: History) -> None:
    patch.setattr(losing, "_drop_drafts", lambda *_: None)


# ------------------------------------------------------------------------------ doing nothing


def asks_every_time(patch: Patch, _: History) -> None:
    patch.setattr(Lease, "is_due", lambda *_: True)


def nothing_to_do(history: History) -> None:
    """One visit, and then nothing."""
    contact(history, 0)
    history.sync(0)


def loser_forgotten(patch: Patch, _: History) -> None:
    """The first to arrive stays, and nobody keeps what the other typed."""
    patch.setattr(field_handlers, "_asked", lambda _work, row, *_: Outcome(TOEGEPAST, row.id))


def same_field(history: History) -> None:
    """Two people change the same field without having seen each other's."""
    assert history.command(1, "werkgever.wijzig", {"werkgever_id": 0, "sector": "zorg"})
    assert history.command(0, "werkgever.wijzig", {"werkgever_id": 0, "sector": "50% bouw"})
    assert history.sync(1)
    assert history.sync(0)


# ------------------------------------------------------------------------ time, room and others


def removals_forgotten_silently(patch: Patch, _: History) -> None:
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


def done_on_a_full_disk(patch: Patch, _: History) -> None:
    real = outbox.accept

    def accept(*given: Any) -> Outcome:
        try:
            return real(*given)
        except EnvironmentFailure:
            return Outcome(TOEGEPAST)

    patch.setattr("desktop.sync.outbox.accept", accept)


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


def no_guard(patch: Patch, _: History) -> None:
    patch.setattr(mass_delete, "check", lambda *_: None)


def many_rows_leave(history: History) -> None:
    """Much goes at once: nothing of it before a person agrees."""
    history.patch.setattr(mass_delete, "ROWS", 2)
    history.patch.setattr(mass_delete, "PERCENT", 0)  # the lists of a region alone are hundreds of rows
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


def no_lock_on_the_profile(patch: Patch, _: History) -> None:
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
