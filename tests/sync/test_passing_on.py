"""Overdracht and waarneming between laptops: answers that cross, and a note that comes and goes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from central import daily
from desktop.clock import Clock
from tests.support.region import Seat, World
from tests.sync.test_buckets import MARKER, assert_gone
from tests.sync.test_rebase import assert_index_whole

pytestmark = pytest.mark.postgres
BOTH_ORDERS = pytest.mark.parametrize("first", [0, 1], ids=["the one first", "the other first"])


@pytest.fixture
def fatima(world: World) -> Seat:
    return world.laptop("fatima")


@pytest.fixture
def herman(world: World) -> Seat:
    return world.laptop("herman")


@pytest.fixture
def karin(world: World) -> Seat:
    return world.laptop("karin")


@pytest.fixture
def werkgever(world: World, fatima: Seat, herman: Seat, karin: Seat) -> str:
    """Fatima holds the regie and has something to do there; everybody knows it."""
    made = fatima.doe("werkgever.registreer", naam="Houtbouw Eemvallei").id
    assert made is not None
    fatima.doe("regie.neem", werkgever_id=made)
    fatima.doe("actie.maak", werkgever_id=made, gevraagde_handeling="Bel over de stageplek")
    world.settle()
    return made


def offered(world: World, seat: Seat, werkgever: str) -> str:
    """An offer to Herman that everybody knows."""
    made = seat.doe(
        "regie.stel_overdracht_voor", werkgever_id=werkgever, naar_id=world.person_id("herman")
    ).id
    assert made is not None
    world.settle()
    return made


def holders(seat: Seat) -> list[str]:
    return [row["accountmanager_id"] for row in seat.rows("regie").values() if "tot" not in row]


def status(seat: Seat) -> list[str]:
    return sorted(row["status"] for row in seat.rows("overdracht").values())


def in_turn(world: World, first: int, *seats: Seat) -> None:
    """They come online one after the other, the one at `first` before the other."""
    for seat in (seats[first], seats[1 - first]):
        seat.sync()
    world.settle()


def test_nothing_changes_before_the_centre_says_so(
    world: World, fatima: Seat, herman: Seat, werkgever: str
) -> None:
    row_id = offered(world, fatima, werkgever)
    before = herman.everything()
    outcome = herman.doe("regie.aanvaard_overdracht", overdracht_id=row_id)
    assert outcome.result == "aangevraagd"
    assert [row.werkgever_id for row in herman.laptop.wachtrij()] == [werkgever]
    assert herman.everything() == before
    assert holders(herman) == [world.person_id("fatima")]
    world.settle()
    for seat in (fatima, herman):
        assert holders(seat) == [world.person_id("herman")]
        assert [row["toegewezen_aan_id"] for row in seat.rows("actie").values()] == [
            world.person_id("herman")
        ]
    assert ("kennisgeving", "overdracht_aanvaard") in fatima.inbox()
    world.assert_converged()


@BOTH_ORDERS
def test_accepted_and_taken_back_at_the_same_time(
    world: World, fatima: Seat, herman: Seat, werkgever: str, first: int
) -> None:
    row_id = offered(world, fatima, werkgever)
    herman.doe("regie.aanvaard_overdracht", overdracht_id=row_id)
    fatima.doe("regie.trek_overdracht_in", overdracht_id=row_id, reden="Toch niet")
    in_turn(world, first, herman, fatima)
    winner, loser = (("herman", fatima), ("fatima", herman))[first]
    assert holders(fatima) == holders(herman) == [world.person_id(winner)]
    assert status(fatima) == [("aanvaard", "ingetrokken")[first]]
    assert ("weigering", "overdracht_voorbij") in loser.inbox()
    refused = [row for row in loser.rows("afstemming").values() if row["soort"] == "weigering"]
    assert [row["werkgever_id"] for row in refused] == [werkgever]
    world.assert_converged()


@BOTH_ORDERS
def test_declined_while_the_teamleider_decides(
    world: World, fatima: Seat, herman: Seat, karin: Seat, werkgever: str, first: int
) -> None:
    row_id = offered(world, fatima, werkgever)
    herman.doe("regie.weiger_overdracht", overdracht_id=row_id, reden="Ik zit vol")
    karin.doe("regie.aanvaard_overdracht", overdracht_id=row_id)
    in_turn(world, first, herman, karin)
    assert status(fatima) == [("geweigerd", "aanvaard")[first]]
    assert holders(fatima) == [world.person_id(("fatima", "herman")[first])]
    assert ("weigering", "overdracht_voorbij") in (karin, herman)[first].inbox()
    world.assert_converged()


@BOTH_ORDERS
def test_two_offers_that_cross(
    world: World, fatima: Seat, herman: Seat, karin: Seat, werkgever: str, first: int
) -> None:
    for seat in (fatima, karin):
        seat.doe("regie.stel_overdracht_voor", werkgever_id=werkgever, naar_id=world.person_id("herman"))
    in_turn(world, first, fatima, karin)
    [row] = herman.rows("overdracht").values()
    assert row["aangemaakt_door"] == world.person_id(("fatima", "karin")[first])
    assert ("weigering", "overdracht_loopt_al") in (karin, fatima)[first].inbox()
    world.assert_converged()


@BOTH_ORDERS
def test_accepted_while_the_teamleider_gives_it_to_somebody_else(
    world: World, fatima: Seat, herman: Seat, karin: Seat, werkgever: str, first: int
) -> None:
    nadia = world.person_id("anouk")
    world.change_person("anouk", rol="accountmanager")
    row_id = offered(world, fatima, werkgever)
    herman.doe("regie.aanvaard_overdracht", overdracht_id=row_id)
    karin.doe("regie.wijs_toe", werkgever_id=werkgever, accountmanager_id=nadia)
    in_turn(world, first, herman, karin)
    assert holders(fatima) == [nadia]
    assert status(fatima) == [("afgerond", "ingetrokken")[first]]
    world.assert_converged()


def test_an_offer_is_on_the_laptops_that_have_the_dossier(
    world: World, fatima: Seat, herman: Seat, werkgever: str
) -> None:
    sevda = world.laptop("sevda")
    offered(world, fatima, werkgever)
    assert (len(herman.rows("overdracht")), len(sevda.rows("overdracht"))) == (1, 0)
    sevda.doe("contact.leg_vast", werkgever_id=werkgever, datum="2026-11-20", kanaal="telefoon")
    world.settle()
    assert len(sevda.rows("overdracht")) == 1
    world.assert_converged()


# -------------------------------------------------------------------- standing in


def away(world: World, seat: Seat, **given: Any) -> str:
    arguments = {"waarnemer_id": world.person_id("herman"), "van": "2026-11-20", "tot": "2026-11-20"} | given
    made = seat.doe("regie.stel_waarneming_in", **arguments).id
    assert made is not None
    world.settle()
    return made


def confide(world: World, seat: Seat, werkgever: str) -> None:
    """A confidential note, corrected once: what it said before is as confidential."""
    contact = seat.doe(
        "contact.leg_vast", werkgever_id=werkgever, datum="2026-11-20", kanaal="bezoek",
        notitie=f"{MARKER} gezegd", vertrouwelijk=True,
    ).id  # fmt: skip
    world.settle()
    seat.doe("contact.wijzig", contactmoment_id=contact, notitie=f"{MARKER} opgeschreven")
    world.settle()


def knows(seat: Seat) -> bool:
    return MARKER in str(seat.rows("contactnotitie"))


def test_a_confidential_note_comes_and_goes_with_the_waarneming(
    world: World, fatima: Seat, herman: Seat, werkgever: str
) -> None:
    confide(world, fatima, werkgever)
    assert not knows(herman)
    row_id = away(world, fatima)
    assert knows(herman)
    assert MARKER in str(herman.rows("veldwijziging"))
    world.assert_converged()
    confide(world, fatima, werkgever)
    assert len(herman.rows("contactnotitie")) == 2
    fatima.doe("regie.beeindig_waarneming", waarneming_id=row_id)
    world.settle()
    assert not knows(herman)
    assert_gone(herman, MARKER)
    assert_index_whole(herman)
    world.assert_converged()


def test_it_goes_when_the_centre_ends_the_waarneming(
    world: World, fatima: Seat, herman: Seat, werkgever: str
) -> None:
    confide(world, fatima, werkgever)
    away(world, fatima)
    assert knows(herman)
    world.clock = Clock(world.clock.offset + timedelta(days=1))
    with world.session() as session:
        assert len(daily.issue(session, world.clock)) == 1
    world.settle()
    assert_gone(herman, MARKER)
    assert ("kennisgeving", "waarneming_voorbij") in herman.inbox()
    assert ("kennisgeving", "waarneming_verslag_leeg") in fatima.inbox()
    world.assert_converged()


def test_it_follows_the_regie_while_somebody_stands_in(
    world: World, fatima: Seat, herman: Seat, karin: Seat, werkgever: str
) -> None:
    """Herman stands in for Fatima; what passes on to somebody else is none of his business any more."""
    anouk = world.person_id("anouk")
    world.change_person("anouk", rol="accountmanager")
    confide(world, fatima, werkgever)
    away(world, fatima)
    karin.doe("regie.wijs_toe", werkgever_id=werkgever, accountmanager_id=anouk)
    world.settle()
    assert_gone(herman, MARKER)
    karin.doe("regie.wijs_toe", werkgever_id=werkgever, accountmanager_id=world.person_id("fatima"))
    world.settle()
    assert knows(herman)
    world.assert_converged()


def test_only_of_the_werkgevers_that_were_named(
    world: World, fatima: Seat, herman: Seat, werkgever: str
) -> None:
    other = fatima.doe("werkgever.registreer", naam="Bakkerij De Lindehof B.V.").id
    fatima.doe("regie.neem", werkgever_id=other)
    confide(world, fatima, werkgever)
    away(world, fatima, werkgever_ids=[other])
    assert not knows(herman)
    world.assert_converged()


def test_contact_logged_offline_by_who_stands_in(
    world: World, fatima: Seat, herman: Seat, werkgever: str
) -> None:
    """Both ends judge it alike, and nobody is bothered about it."""
    away(world, fatima, tot="2026-11-27")
    herman.doe("contact.leg_vast", werkgever_id=werkgever, datum="2026-11-20", kanaal="bezoek")
    [here] = herman.rows("contactmoment").values()
    world.settle()
    [there] = fatima.rows("contactmoment").values()
    assert here["buiten_regie"] == there["buiten_regie"] == 0
    assert [code for _, code in fatima.inbox()] == []
    world.assert_converged()
