"""A round in which nothing was new: it leaves everything as a whole round would, and waits for no disk."""

from __future__ import annotations

import pytest

from desktop.models import store
from desktop.sync import quiet
from tests.support.region import Seat, World

pytestmark = pytest.mark.postgres


@pytest.fixture
def seat(world: World) -> Seat:
    return world.laptop("fatima")


def _taken(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """What each round was found to be."""
    found: list[bool] = []
    real = quiet.is_quiet

    def look(*given: object) -> bool:
        found.append(real(*given))  # type: ignore[arg-type]
        return found[-1]

    monkeypatch.setattr(quiet, "is_quiet", look)
    return found


def test_when_nothing_is_new_only_the_time_is_kept(
    world: World, seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat.sync()
    found = _taken(monkeypatch)
    [before] = seat.sql("SELECT max(nummer) AS nummer, sum(keren) AS keren FROM ronde")
    before_it = seat.laptop.stand().bijgewerkt_op

    done = seat.sync()

    [after] = seat.sql("SELECT max(nummer) AS nummer, sum(keren) AS keren FROM ronde")
    assert found == [True]
    assert (done.verzonden, done.ontvangen, done.openstaand, bool(done.changes)) == (0, 0, 0, False)
    assert after.nummer > before.nummer or after.keren == before.keren + 1
    assert seat.laptop.stand().bijgewerkt_op >= before_it  # type: ignore[operator]
    world.assert_converged()


def test_what_a_person_does_after_it_waits_for_the_disk_again(seat: Seat) -> None:
    seat.sync()
    seat.sync()

    with seat.laptop._writer.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE medewerker SET naam = 'Iemand Anders'",
        "UPDATE regio SET naam = 'Elders'",
        "UPDATE medewerker SET rol = 'teamleider'",
    ],
)
def test_what_the_centre_says_of_the_person_is_taken_in(
    world: World, seat: Seat, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    seat.sync()
    found = _taken(monkeypatch)
    world.sql(change)

    seat.sync()
    seat.sync()

    assert found in ([False, True], [True])  # a role brings other buckets: then there is nothing to look at


def test_what_is_being_put_right_is_not_left_alone(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    seat.sync()
    found = _taken(monkeypatch)
    seat.sql("UPDATE eigenschap SET waarde = 'regio' WHERE naam = 'herstelt'")

    seat.sync()
    seat.sync()

    assert found == [False, True]


def test_a_transaction_that_fails_leaves_nothing(seat: Seat) -> None:
    writer = seat.laptop._writer

    def fail() -> None:
        with store.unhurried(writer) as connection:
            connection.exec_driver_sql("DELETE FROM eigenschap")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert seat.sql("SELECT count(*) AS aantal FROM eigenschap")[0].aantal > 5
