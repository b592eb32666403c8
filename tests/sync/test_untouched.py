"""What waits runs again only when a pull is about it; a pull about something else leaves it as it is."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.sync import rebase, sending
from tests.support.region import Seat, World
from tests.support.senders import Sender

pytestmark = pytest.mark.postgres


class Count:
    """How often waiting commands were run again, and own rows put back."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.times = 0
        real = rebase.run_again

        def counted(*given: Any) -> Any:
            self.times += 1
            return real(*given)

        patch.setattr(rebase, "run_again", counted)


@pytest.fixture
def seat(world: World) -> Seat:
    made = world.laptop("herman")
    for name in ("Een", "Twee"):
        made.doe("werkgever.registreer", naam=name)
    made.sync()
    return made


def _id(seat: Seat, naam: str) -> str:
    return next(str(row["id"]) for row in seat.rows("werkgever").values() if row["naam"] == naam)


def _pull_only(seat: Seat, patch: pytest.MonkeyPatch) -> Count:
    """A round in which what waits is not sent, as while the line lets only small answers through."""
    count = Count(patch)
    with patch.context() as inner:
        inner.setattr(sending, "_next_commands", lambda *_given: ([], False))
        seat.sync()
    return count


def test_a_pull_about_another_werkgever_runs_nothing_again(
    world: World, seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    fatima = Sender(world, "fatima")
    one, two = _id(seat, "Een"), _id(seat, "Twee")
    mine = [
        seat.doe("contact.leg_vast", werkgever_id=one, datum="2026-11-20", kanaal="bezoek").id for _ in "123"
    ]
    before = seat.sql("SELECT * FROM before_image ORDER BY 1, 2")
    fatima.send(fatima.contact(two, notitie="van een collega"), fatima.werkgever("Nieuw"))
    assert _pull_only(seat, monkeypatch).times == 0
    assert seat.sql("SELECT * FROM before_image ORDER BY 1, 2") == before
    assert {*mine} <= seat.rows("contactmoment").keys()
    assert "van een collega" in {row["notitie"] for row in seat.rows("contactnotitie").values()}
    seat.sync()
    world.assert_converged(seat)


TOUCHING = {
    "the row itself": lambda s, one: [s.message("werkgever.wijzig", werkgever_id=one, website="van.nl")],
    "a row that hangs on it": lambda s, one: [s.contact(one)],
    "who holds it": lambda s, one: [s.message("regie.neem", werkgever_id=one)],
}


@pytest.mark.parametrize("kind", TOUCHING)
def test_a_pull_about_the_same_werkgever_runs_it_again(
    world: World, seat: Seat, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    fatima, one = Sender(world, "fatima"), _id(seat, "Een")
    seat.doe("contact.leg_vast", werkgever_id=one, datum="2026-11-20", kanaal="bezoek")
    fatima.send(*TOUCHING[kind](fatima, one))
    assert _pull_only(seat, monkeypatch).times == 1
    seat.sync()
    world.assert_converged(seat)


def test_a_double_registration_is_looked_at_again(
    world: World, seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It names no row of the other, and is still about it."""
    fatima = Sender(world, "fatima")
    seat.doe("werkgever.registreer", naam="Van mij", kvk_nummer="69599084")
    fatima.send(fatima.werkgever("Van haar", kvk_nummer="69599084"))
    assert _pull_only(seat, monkeypatch).times == 1
    seat.sync()
    world.assert_converged(seat)


def test_a_person_who_changes_concerns_everything_that_waits(
    world: World, seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat.doe("werkgever.registreer", naam="Wacht")
    world.change_person("karin", functie="Manager")
    assert _pull_only(seat, monkeypatch).times == 1


def test_an_empty_pull_with_nothing_waiting_runs_nothing(
    seat: Seat, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    Sender(world, "fatima")
    world.change_person("karin", functie="Manager")
    assert _pull_only(seat, monkeypatch).times == 0
