"""What a laptop holds is server ∩ rights: dossiers, confidential notes, roles that change."""

from __future__ import annotations

from typing import Any

import pytest

from central import feed
from desktop.models import search
from desktop.models.queries.werkgever_rows import WerkgeverFilter
from tests.support.region import Seat, World
from tests.sync.test_rebase import assert_index_whole

pytestmark = pytest.mark.postgres
MARKER = "zeldzaamwoord"


@pytest.fixture(params=[5000, 7], ids=["one answer", "small pages"])
def paged(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "ROWS_PER_ANSWER", request.param)


@pytest.fixture
def fatima(world: World) -> Seat:
    return world.laptop("fatima")


@pytest.fixture
def sevda(world: World) -> Seat:
    return world.laptop("sevda")


def _employer(seat: Seat, naam: str = "Houtbouw Eemvallei") -> str:
    made = seat.doe("werkgever.registreer", naam=naam).id
    assert made is not None
    return made


def _visit(seat: Seat, werkgever_id: str, **given: Any) -> str:
    arguments = {"werkgever_id": werkgever_id, "datum": "2026-11-20", "kanaal": "bezoek"} | given
    made = seat.doe("contact.leg_vast", **arguments).id
    assert made is not None
    return made


def _dossier(seat: Seat, werkgever: str) -> None:
    _visit(seat, werkgever, notitie=f"{MARKER} gezegd")
    seat.doe("contactpersoon.registreer", werkgever_id=werkgever, naam="Wim Verkerk", functie=MARKER)
    seat.doe("actie.maak", werkgever_id=werkgever, gevraagde_handeling=f"{MARKER} bellen")


def _holds(seat: Seat) -> dict[str, int]:
    tables = ("contactpersoon", "contactnotitie", "actie")
    return {table: len(seat.rows(table)) for table in tables}


def assert_gone(seat: Seat, word: str) -> None:
    """The word is in no row, no index and no before-image of this laptop."""
    assert word not in str(seat.everything())
    assert word not in str(seat.sql("SELECT beeld FROM before_image"))
    assert seat.laptop.werkgevers(WerkgeverFilter(tekst=word), None) == ()
    for table in search.INDEXED:
        blocks = [bytes(row[0]) for row in seat.sql(f"SELECT block FROM {table}_fts_data")]  # noqa: S608
        assert not any(word.encode() in block for block in blocks), table


def test_a_bemiddelaar_gets_the_dossier_after_own_contact_and_only_then(
    world: World, paged: None, fatima: Seat, sevda: Seat
) -> None:
    theirs, other = _employer(fatima), _employer(fatima, "Ander")
    _dossier(fatima, theirs)
    _dossier(fatima, other)
    world.settle()
    assert _holds(sevda) == {"contactpersoon": 0, "contactnotitie": 0, "actie": 0}
    assert len(sevda.rows("contactmoment")) == 2
    assert_gone(sevda, MARKER)
    _visit(sevda, theirs)
    world.settle()
    assert _holds(sevda) == {"contactpersoon": 1, "contactnotitie": 1, "actie": 1}
    assert [row["werkgever_id"] for row in sevda.rows("contactnotitie").values()] == [theirs]
    found = sevda.laptop.werkgevers(WerkgeverFilter(tekst=MARKER), None)
    assert [row.id for row in found] == [theirs]
    _dossier(fatima, theirs)
    world.settle()
    assert _holds(sevda) == {"contactpersoon": 2, "contactnotitie": 2, "actie": 2}
    world.assert_converged()


def test_a_confidential_note_is_for_its_author_the_regiehouder_and_the_teamleider(world: World) -> None:
    people = ("fatima", "herman", "sevda", "karin", "joost")
    seats = {person: world.laptop(person) for person in people}
    werkgever = _employer(seats["fatima"])
    _visit(seats["fatima"], werkgever, notitie=MARKER, vertrouwelijk=True)
    world.settle()
    readers = {person for person, seat in seats.items() if MARKER in str(seat.rows("contactnotitie"))}
    assert readers == {"fatima", "karin"}
    seats["herman"].doe("regie.neem", werkgever_id=werkgever)
    world.settle()
    readers = {person for person, seat in seats.items() if MARKER in str(seat.rows("contactnotitie"))}
    assert readers == {"fatima", "karin", "herman"}
    seats["karin"].doe("regie.wijs_toe", werkgever_id=werkgever, accountmanager_id=world.person_id("fatima"))
    world.settle()
    assert_gone(seats["herman"], MARKER)
    assert_index_whole(seats["herman"])
    world.assert_converged()


def test_a_note_that_becomes_confidential_leaves_the_others(world: World, fatima: Seat) -> None:
    herman = world.laptop("herman")
    werkgever = _employer(fatima)
    contact = _visit(fatima, werkgever, notitie=MARKER)
    world.settle()
    assert MARKER in str(herman.rows("contactnotitie"))
    fatima.doe("contact.wijzig", contactmoment_id=contact, vertrouwelijk=True)
    world.settle()
    assert MARKER in str(fatima.rows("contactnotitie"))
    assert_gone(herman, MARKER)
    world.assert_converged()


def test_what_is_personal_is_nobody_elses(world: World, fatima: Seat, sevda: Seat) -> None:
    herman, karin = world.laptop("herman"), world.laptop("karin")
    werkgever = _employer(fatima)
    world.settle()
    for seat in (fatima, herman):
        seat.doe("regie.neem", werkgever_id=werkgever, reden=MARKER)
    world.settle()
    assert MARKER in str(herman.rows("afstemming"))
    for seat in (fatima, sevda, karin):
        assert seat.rows("afstemming") == {}
    sevda.doe("actie.maak", werkgever_id=werkgever, gevraagde_handeling="Mijn eigen briefje")
    world.settle()
    assert len(sevda.rows("actie")) == 1
    world.assert_converged()


def test_a_role_that_changes(world: World, paged: None, fatima: Seat, sevda: Seat) -> None:
    """More rights bring what was missing, fewer take away all that went with them, index included."""
    for i in range(4):
        _dossier(fatima, _employer(fatima, f"Bakkerij {i}"))
    world.settle()
    world.change_person("sevda", rol="accountmanager")
    world.settle()
    assert _holds(sevda) == {"contactpersoon": 4, "contactnotitie": 4, "actie": 4}
    assert sevda.laptop.rol == "accountmanager"
    world.assert_converged()
    world.change_person("sevda", rol="bemiddelaar")
    world.settle()
    assert _holds(sevda) == {"contactpersoon": 0, "contactnotitie": 0, "actie": 0}
    assert_gone(sevda, MARKER)
    assert_index_whole(sevda)
    world.assert_converged()
    world.change_person("fatima", rol="beheerder")
    world.settle()
    assert _holds(fatima)["contactnotitie"] == 0
    world.assert_converged()


def test_a_right_that_is_lost_while_work_waits(world: World, fatima: Seat, sevda: Seat) -> None:
    """Unsent work on rows that go away is sent first; the centre decides and the author reads it."""
    werkgever = _employer(fatima)
    person = fatima.doe("contactpersoon.registreer", werkgever_id=werkgever, naam="Wim Verkerk").id
    world.settle()
    fatima.doe("contactpersoon.wijzig", contactpersoon_id=person, functie="directeur")
    visit = _visit(fatima, werkgever, notitie="laatste bezoek")
    world.change_person("fatima", rol="beheerder")
    world.settle()
    assert fatima.rows("contactpersoon") == {}
    assert fatima.inbox() == [("weigering", "mag_niet")]
    assert visit in fatima.rows("contactmoment")
    assert fatima.laptop.stand().wachtend == 0
    world.assert_converged()


def test_a_new_teamleider_reads_what_the_role_may_read(world: World, fatima: Seat) -> None:
    herman = world.laptop("herman")
    _visit(fatima, _employer(fatima), notitie=MARKER, vertrouwelijk=True)
    world.settle()
    assert_gone(herman, MARKER)
    world.change_person("herman", rol="teamleider")
    world.settle()
    assert MARKER in str(herman.rows("contactnotitie"))
    world.change_person("herman", rol="accountmanager")
    world.settle()
    assert_gone(herman, MARKER)
    world.assert_converged()


def test_everything_of_a_double_follows_its_merge(
    world: World, paged: None, fatima: Seat, sevda: Seat
) -> None:
    keeps, goes = _employer(fatima, "Blijft"), _employer(fatima, "Gaat")
    for werkgever in (keeps, goes):
        _dossier(fatima, werkgever)
    world.settle()
    _visit(sevda, goes, notitie="van sevda")
    world.settle()
    assert _holds(sevda)["contactpersoon"] == 1
    fatima.doe("werkgever.voeg_samen", werkgever_id=keeps, dubbel_id=goes)
    world.settle()
    assert {row["werkgever_id"] for row in fatima.rows("contactpersoon").values()} == {keeps}
    assert _holds(sevda)["contactpersoon"] == 2
    _visit(sevda, goes, notitie="nog op het oude nummer")
    world.settle()
    assert {row["werkgever_id"] for row in sevda.rows("contactmoment").values()} == {keeps}
    world.assert_converged()
