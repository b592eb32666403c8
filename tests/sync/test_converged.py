"""The look at a whole region that most tests of sync end with sees what is wrong, at either end."""

from __future__ import annotations

import pytest

from tests.support.region import World

pytestmark = pytest.mark.postgres
WRONG = {
    "a row of which the feed does not know": "UPDATE werkgever SET naam = 'Anders'",
    "a hash in the feed": "UPDATE feed_entry SET hash = hash + 1 WHERE tabel = 'werkgever'",
    "a row that is missing in the feed": "DELETE FROM feed_entry WHERE tabel = 'werkgever'",
    "a total": "UPDATE bucket_state SET aantal = aantal + 1 WHERE aantal > 0",
}


@pytest.mark.parametrize("statement", WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_at_the_centre_is_seen(world: World, statement: str) -> None:
    seat = world.laptop("fatima")
    seat.doe("werkgever.registreer", naam="Houtbouw Eemvallei")
    world.settle()
    world.assert_converged()
    world.sql(statement)
    with pytest.raises(AssertionError):
        world.scrub()
    with pytest.raises(AssertionError):
        world.assert_converged()


@pytest.mark.parametrize("statement", ["UPDATE werkgever SET naam = 'Anders'", "DELETE FROM contactmoment"])
def test_what_is_wrong_on_a_laptop_is_seen(world: World, statement: str) -> None:
    seat = world.laptop("fatima")
    werkgever = seat.doe("werkgever.registreer", naam="Houtbouw Eemvallei").id
    seat.doe("contact.leg_vast", werkgever_id=werkgever, datum="2026-11-20", kanaal="bezoek")
    world.settle()
    world.assert_converged(seat)
    seat.sql(statement)
    world.scrub()
    with pytest.raises(AssertionError, match="on the laptop of fatima"):
        world.assert_converged(seat)
