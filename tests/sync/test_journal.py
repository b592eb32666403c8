"""How long answers and commands are kept, at both ends, and that their numbers go on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from central import accounts, retention
from desktop.models.errors import EnvironmentFailure
from desktop.models.store import new_session
from desktop.models.tables.base import instant_text
from desktop.sync import facts, journal
from tests.support.region import MOMENT, Seat, World
from tests.support.senders import Sender

pytestmark = pytest.mark.postgres
LATER = MOMENT + timedelta(days=40)


def _forget(world: World, days: int) -> retention.Forgotten:
    with new_session(world.engine) as session, session.begin():
        region = accounts.the_region(session)
        return retention.forget(session, region.id, MOMENT + timedelta(days=days))


def _typed(seat: Seat, *names: str) -> None:
    for name in names:
        seat.doe("werkgever.registreer", naam=name)


def test_an_answer_is_kept_until_the_laptop_has_it_and_a_month(world: World) -> None:
    fatima = Sender(world, "fatima")
    known = fatima.message("werkgever.registreer", id="0" * 8, naam="x")
    refused = fatima.message("contact.leg_vast", werkgever_id="bestaat niet", datum="2026-11-20")
    answers = fatima.send(known, refused)
    assert [one.uitkomst for one in answers] == ["geweigerd", "geweigerd"]
    assert _forget(world, 40).antwoorden == 0
    assert fatima.send(known, refused) == answers
    fatima.call(ophalen=True, bevestigd=1, openstaand=0)
    assert _forget(world, 20).antwoorden == 0
    assert _forget(world, 40).antwoorden == 1
    kept = world.sql("SELECT uitkomst, code, argumenten FROM grootboek ORDER BY n")
    assert [row.argumenten is None for row in kept] == [True, False]
    again = fatima.send(known, refused)
    assert [(one.uitkomst, one.code) for one in again] == [(one.uitkomst, one.code) for one in answers]
    assert again[1].parameters == answers[1].parameters
    fatima.call(ophalen=True, bevestigd=99, openstaand=0)
    assert world.sql("SELECT bevestigd_n FROM laptop") == [(2,)], "no further than what was handled"


def test_a_laptop_says_up_to_where_it_has_answers(world: World) -> None:
    seat = world.laptop("fatima")
    _typed(seat, "Een", "Twee")
    seat.sync()
    _typed(seat, "Drie")
    with seat.laptop._writer.connect() as connection:
        assert journal.acknowledged(connection) == 2
    seat.sync()
    seat.sync()
    assert world.sql("SELECT bevestigd_n FROM laptop") == [(3,)]


def test_old_commands_go_and_the_numbers_go_on(world: World) -> None:
    seat = world.laptop("fatima")
    _typed(seat, "Een", "Twee", "Drie")
    seat.sync()
    with seat.laptop._writer.begin() as connection:
        journal.clean(connection, LATER)
        assert connection.exec_driver_sql("SELECT n FROM opdracht ORDER BY n").all() == [(1,), (2,), (3,)], (
            "once a day"
        )
        connection.exec_driver_sql("UPDATE eigenschap SET waarde = '' WHERE naam = 'journaal_tot'")
        journal.clean(connection, LATER)
        assert len(connection.exec_driver_sql("SELECT n FROM opdracht").all()) == 3, (
            "only this clock is later"
        )
        facts.put(connection, klok_centrum=instant_text(LATER))
        journal.clean(connection, LATER)
        assert connection.exec_driver_sql("SELECT n FROM opdracht").all() == [(3,)]
    _typed(seat, "Vier")
    assert seat.sync().toegepast == 1
    world.assert_converged(seat)


@pytest.mark.expects_log("the centre has a new epoch")
def test_a_centre_put_back_from_before_the_journal(world: World) -> None:
    """What is still in the journal is offered under numbers that follow those of the ledger."""
    seat = world.laptop("fatima")
    backup = world.back_up()
    _typed(seat, "Een", "Twee", "Drie")
    seat.sync()
    seat.sql("DELETE FROM opdracht WHERE n < 3")
    world.restore(backup)
    _typed(seat, "Vier")
    with pytest.raises(EnvironmentFailure, match="centrum_hersteld"):
        seat.sync()
    seat.sync()
    assert [row.naam for row in world.sql("SELECT naam FROM werkgever ORDER BY naam")] == ["Drie", "Vier"]
    assert [row.n for row in world.sql("SELECT n FROM grootboek ORDER BY n")] == [1, 2]
    seat.sync()
    world.assert_converged(seat)
