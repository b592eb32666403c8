"""A person who signed in where there is no network works at once: what it refers to comes later."""

from __future__ import annotations

import pytest

from desktop.models.errors import Weigering
from tests.support.region import World

pytestmark = pytest.mark.postgres


@pytest.mark.parametrize("person", ["fatima", "anouk"])
def test_work_before_the_first_fill_is_kept_and_sent(world: World, person: str) -> None:
    seat = world.laptop(person, filled=False)
    werkgever = seat.doe("werkgever.registreer", naam="Bakkerij").id
    seat.doe("contactpersoon.registreer", werkgever_id=werkgever, naam="Meneer De Boer")
    visit = {"werkgever_id": werkgever, "datum": "2026-11-20", "kanaal": "bezoek", "notitie": "kennisgemaakt"}
    contact = seat.doe("contact.leg_vast", **visit).id
    assert contact in seat.rows("contactmoment")
    assert seat.sync().toegepast == 3
    world.settle()
    assert seat.sql("PRAGMA foreign_key_check") == []
    assert seat.sql("PRAGMA foreign_keys") == [(1,)]
    world.assert_converged()


def test_a_refusal_before_the_first_fill_leaves_nothing(world: World) -> None:
    seat = world.laptop("anouk", filled=False)
    werkgever = seat.doe("werkgever.registreer", naam="Bakkerij").id
    with pytest.raises(Weigering):
        seat.doe("regie.neem", werkgever_id=werkgever)
    assert seat.rows("regie") == {}
    assert seat.sync().toegepast == 1
    world.settle()
    world.assert_converged()
