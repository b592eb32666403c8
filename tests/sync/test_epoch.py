"""The centre comes back from a backup: what it forgot is offered again, and nothing is wiped first."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.models.errors import EnvironmentFailure
from tests.support.region import Seat, World

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.expects_log("the centre has a new epoch"),
]


def _employer(seat: Seat, naam: str, **given: Any) -> str:
    made = seat.doe("werkgever.registreer", naam=naam, **given).id
    assert made is not None
    return made


def _visit(seat: Seat, werkgever_id: str) -> str:
    made = seat.doe("contact.leg_vast", werkgever_id=werkgever_id, datum="2026-11-20", kanaal="bezoek").id
    assert made is not None
    return made


def _come_back(*seats: Seat) -> None:
    """The first round after a restore says so; the next one does the work."""
    for seat in seats:
        with pytest.raises(EnvironmentFailure, match="centrum_hersteld"):
            seat.sync()
    for _ in range(2):
        for seat in seats:
            seat.sync()


def test_what_the_backup_does_not_know_is_offered_again(world: World) -> None:
    fatima, herman = world.laptop("fatima"), world.laptop("herman")
    early = _employer(fatima, "Voor de kopie", kvk_nummer="69599084")
    world.settle()
    backup = world.back_up()
    late = _employer(fatima, "Na de kopie", kvk_nummer="68750110")
    contacts = [_visit(fatima, early), _visit(fatima, late)]
    fatima.doe("regie.neem", werkgever_id=late)
    fatima.doe("werkgever.wijzig", werkgever_id=early, website="nieuw.nl")
    world.settle()
    theirs = _visit(herman, late)
    world.settle()
    waiting = _visit(fatima, late)
    before = fatima.everything()
    world.restore(backup)
    assert world.sql("SELECT naam FROM werkgever") == [("Voor de kopie",)]
    with pytest.raises(EnvironmentFailure, match="centrum_hersteld"):
        fatima.sync()
    assert fatima.everything() == before
    fatima.sync()
    _come_back(herman)
    world.settle()
    for seat in (fatima, herman):
        assert seat.rows("contactmoment").keys() == {*contacts, theirs, waiting}
        assert seat.rows("werkgever")[early]["website"] == "nieuw.nl"
        assert [row["accountmanager_id"] for row in seat.rows("regie").values()] == [
            world.person_id("fatima")
        ]
        assert seat.laptop.stand().wachtend == 0
    world.assert_converged()


def test_rows_that_nobody_can_offer_again_go(world: World) -> None:
    """A laptop that never comes back: its rows are no longer anywhere, so also not here."""
    fatima, gone = world.laptop("fatima"), world.laptop("herman")
    early = _employer(fatima, "Voor de kopie")
    world.settle()
    backup = world.back_up()
    lost = _employer(gone, "Alleen van Herman")
    _visit(gone, early)
    world.settle()
    assert lost in fatima.rows("werkgever")
    world.restore(backup)
    _come_back(fatima)
    assert fatima.rows("werkgever").keys() == {early}
    assert fatima.rows("contactmoment") == {}
    world.assert_converged(fatima)


def test_two_who_held_the_same_regie_after_the_backup(world: World) -> None:
    """The order after a restore may differ; there is still one regiehouder and the other reads it."""
    fatima, herman = world.laptop("fatima"), world.laptop("herman")
    werkgever = _employer(fatima, "Bakkerij")
    world.settle()
    backup = world.back_up()
    fatima.doe("regie.neem", werkgever_id=werkgever)
    fatima.sync()
    herman.doe("regie.neem", werkgever_id=werkgever)
    herman.sync()
    assert herman.inbox() == [("weigering", "regie_al_bij_ander")]
    world.restore(backup)
    _come_back(herman)
    _come_back(fatima)
    world.settle()
    holders = [row["accountmanager_id"] for row in fatima.rows("regie").values() if "tot" not in row]
    assert holders == [world.person_id("herman")]
    assert ("weigering", "regie_al_bij_ander") in fatima.inbox()
    world.assert_converged()


def test_an_old_epoch_is_never_handled(world: World) -> None:
    """What a laptop sends before it knows of the restore waits until it knows."""
    fatima = world.laptop("fatima")
    backup = world.back_up()
    _employer(fatima, "Een")
    fatima.sync()
    world.restore(backup)
    _employer(fatima, "Twee")
    with pytest.raises(EnvironmentFailure, match="centrum_hersteld"):
        fatima.sync()
    assert world.sql("SELECT 1 FROM grootboek") == []
    fatima.sync()
    assert [row.naam for row in world.sql("SELECT naam FROM werkgever ORDER BY nummer")] == ["Een", "Twee"]
    world.assert_converged()


def test_a_contact_with_a_werkgever_that_comes_back_later_is_not_lost(world: World) -> None:
    """Who made the werkgever returns after the one who visited it: what was typed waits for it (R4)."""
    fatima, herman = world.laptop("fatima"), world.laptop("herman")
    backup = world.back_up()
    werkgever = _employer(herman, "Alleen bij Herman")
    world.settle()
    contact = _visit(fatima, werkgever)
    world.settle()
    world.restore(backup)
    _come_back(fatima)
    assert ("weigering", "werkgever_onbekend") in fatima.inbox()
    assert contact not in fatima.rows("contactmoment")
    fatima.sync()
    assert fatima.inbox() == [("weigering", "werkgever_onbekend")], "it is kept, and not sent in vain"
    _come_back(herman)
    world.settle()
    world.settle()
    assert contact in fatima.rows("contactmoment")
    assert fatima.inbox() == []
    assert fatima.laptop.stand().wachtend == 0
    world.assert_converged()
