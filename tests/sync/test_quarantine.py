"""The last work of somebody who left: in quarantine, seen by who decides, taken over or left undone, once."""

from __future__ import annotations

from typing import Any

import pytest

from central import accounts
from desktop.models.context import derive_id
from desktop.models.errors import Weigering
from desktop.sync.lease import Revoked
from tests.support.marker import central_tables_with
from tests.support.region import Seat, World
from tests.sync.test_losing import employer, visit
from tests.sync.test_losing_nazorg import worked_for

pytestmark = pytest.mark.postgres
CODE = "werk_van_vertrokken_collega"


@pytest.fixture
def karin(world: World) -> Seat:
    return world.laptop("karin")


def leave(world: World, seat: Seat) -> None:
    """The account ends; the laptop has one round more."""
    with world.session() as session:
        accounts.revoke_medewerker(session, world.clock, world.person_id(seat.person))
    with pytest.raises(Revoked):
        seat.sync()


def left_work(world: World) -> tuple[str, str]:
    """A new werkgever and a visit to it, never sent before Fatima left; their ids."""
    fatima = world.laptop("fatima")
    werkgever = employer(fatima)
    contact = visit(fatima, werkgever, notitie="mijn laatste bezoek")
    leave(world, fatima)
    return werkgever, contact


def items(seat: Seat) -> list[Any]:
    """What waits in quarantine, in the order in which it was done."""
    found = [row for row in seat.laptop.afstemming() if row.code == CODE]
    return sorted(found, key=lambda row: row.opdracht != "werkgever.registreer")


def release(seat: Seat, item: Any, besluit: str) -> str:
    return seat.doe("quarantaine.geef_vrij", afstemming_id=item.id, besluit=besluit).result


def test_the_teamleider_takes_it_over_item_by_item(world: World, karin: Seat) -> None:
    werkgever, contact = left_work(world)
    karin.sync()
    assert karin.rows("werkgever") == {}
    first, second = items(karin)
    assert second.argumenten["notitie"] == "mijn laatste bezoek"
    with pytest.raises(Weigering, match="werkgever_onbekend"):
        release(karin, second, "overnemen")
    assert len(items(karin)) == 2
    assert release(karin, first, "overnemen") == "aangevraagd"
    assert karin.rows("werkgever") == {}
    karin.sync()
    release(karin, second, "overnemen")
    karin.sync()
    assert set(karin.rows("werkgever")) == {werkgever}
    [row] = karin.rows("contactmoment").values()
    assert (row["id"], row["medewerker_id"]) == (contact, world.person_id("karin"))
    assert items(karin) == []
    world.assert_converged(karin)


def test_what_is_left_undone_has_no_effect_and_its_text_stays_in_the_inbox(world: World) -> None:
    """Where there is no teamleider the beheerder decides."""
    joost = world.laptop("joost")
    world.change_person("karin", rol="accountmanager")
    left_work(world)
    joost.sync()
    for item in items(joost):
        release(joost, item, "weglaten")
    joost.sync()
    assert items(joost) == []
    assert joost.rows("werkgever") == {}
    assert "mijn laatste bezoek" in str(joost.laptop.afstemming(alleen_open=False))
    world.assert_converged(joost)


def test_two_who_decide_at_the_same_time(world: World, karin: Seat) -> None:
    herman = world.laptop("herman")
    world.change_person("herman", rol="teamleider")
    left_work(world)
    for seat in (karin, herman):
        seat.sync()
    release(karin, items(karin)[0], "overnemen")
    release(herman, items(herman)[0], "weglaten")
    world.settle(karin, herman)
    assert len(karin.rows("werkgever")) == 1
    assert len(items(karin)) == len(items(herman)) == 1
    world.assert_converged(karin, herman)


def test_forged_items_let_nothing_free(world: World, karin: Seat) -> None:
    """Another person's item, and one that a client made up: refused at the centre too."""
    left_work(world)
    karin.sync()
    theirs = items(karin)[0].id
    joost = world.laptop("joost")
    with pytest.raises(Weigering, match="quarantaine_onbekend"):
        joost.doe("quarantaine.geef_vrij", afstemming_id=theirs, besluit="overnemen")
    joost.sql(
        "INSERT INTO opdracht (n, uuid, naam, versie, argumenten, tijd, basis, status, parameters) VALUES "
        "(1, '0197aaaa-0000-7000-8000-000000000009', 'quarantaine.geef_vrij', 1, ?, '2026-11-20T09:00:00Z', "
        "'{}', 'aangevraagd', '{}')",
        f'{{"afstemming_id": "{theirs}", "besluit": "overnemen"}}',
    )
    joost.sync()
    assert joost.inbox() == [("weigering", "quarantaine_onbekend")]
    assert world.sql("SELECT 1 FROM werkgever") == []


def test_work_about_a_candidate_waits_for_who_gets_it_and_no_teamleider_reads_it(
    world: World, karin: Seat
) -> None:
    sevda, anouk = world.laptop("sevda"), world.laptop("anouk")
    kandidaat = sevda.doe("kandidaat.registreer", roepnaam="Mila").id
    sevda.sync()
    sevda.doe("kandidaat.wijzig", kandidaat_id=kandidaat, notitie="Mila rijdt zelf")
    leave(world, sevda)
    karin.sync()
    [told] = [row for row in karin.laptop.afstemming() if row.code == "werk_over_kandidaat_wacht"]
    assert (told.parameters, told.argumenten) == ({"wie": "sevda", "aantal": 1}, {})
    assert "Mila" not in str(karin.rows("afstemming"))
    karin.doe("kandidaat.wijs_toe", kandidaat_id=kandidaat, naar_id=world.person_id("anouk"))
    world.settle(karin, anouk)
    [item] = items(anouk)
    assert item.argumenten["notitie"] == "Mila rijdt zelf"
    release(anouk, item, "overnemen")
    anouk.sync()
    assert [row["notitie"] for row in anouk.rows("kandidaat").values()] == ["Mila rijdt zelf"]
    assert items(anouk) == []
    world.assert_converged(karin, anouk)


def test_a_new_candidate_of_who_left_is_assigned_by_number_and_goes_on(world: World, karin: Seat) -> None:
    """Registered, placed and looked after offline; nothing of it is read by who assigns it."""
    sevda, anouk = world.laptop("sevda"), world.laptop("anouk")
    werkgever = employer(sevda)
    sevda.sync()
    kandidaat, plaatsing, _ = worked_for(sevda, werkgever)
    sevda.doe("kandidaat.wijzig", kandidaat_id=kandidaat, roepnaam="Zeldzaamnaam", notitie="Rijdt zelf")
    leave(world, sevda)
    karin.sync()
    [held] = karin.rows("kandidaatregie").values()
    assert (held["nummer"], held["bemiddelaar_id"]) == ("K-00001", world.person_id("sevda"))
    assert "Zeldzaamnaam" not in str(karin.everything())
    assert central_tables_with(world, "zeldzaamnaam") == {"afstemming"}
    karin.doe("kandidaat.wijs_toe", kandidaat_id=held["kandidaat_id"], naar_id=world.person_id("anouk"))
    world.settle(karin, anouk)
    waiting = sorted(items(anouk), key=lambda row: row.gevraagd_op or row.id)
    names = [row.opdracht for row in waiting]
    assert {name.partition(".")[0] for name in names} == {"kandidaat", "plaatsing", "instrument", "nazorg"}
    assert len(names) == 8
    left = world.sql(
        "SELECT opdracht FROM afstemming WHERE medewerker_id = :who", who=world.person_id("sevda")
    )
    assert [row.opdracht for row in left if row.opdracht] == [], "nothing is stuck with who left"
    order = ("registreer", "zet_in", "voeg_toe", "plan", "verzet", "rond_af", "wijzig")
    for item in sorted(waiting, key=lambda row: (order.index(row.opdracht.split(".")[1]), row.opdracht)):
        release(anouk, item, "overnemen")
        anouk.sync()
    world.settle(karin, anouk)
    [row] = anouk.rows("kandidaat").values()
    assert (row["id"], row["roepnaam"], row["notitie"]) == (kandidaat, "Zeldzaamnaam", "Rijdt zelf")
    assert [one["nummer"] for one in anouk.rows("kandidaatregie").values()] == ["K-00001"]
    assert set(anouk.rows("plaatsing_persoon")) == {derive_id(plaatsing, "persoon")}
    assert items(anouk) == []
    assert anouk.laptop.kandidaten()[0].naam == "Zeldzaamnaam"
    assert "Zeldzaamnaam" not in str(karin.everything())
    world.assert_converged(karin, anouk)


def test_a_new_candidate_that_is_left_out_leaves_no_number_without_a_name(world: World, karin: Seat) -> None:
    sevda, anouk = world.laptop("sevda"), world.laptop("anouk")
    kandidaat = sevda.doe("kandidaat.registreer", roepnaam="Mila").id
    leave(world, sevda)
    karin.sync()
    karin.doe("kandidaat.wijs_toe", kandidaat_id=kandidaat, naar_id=world.person_id("anouk"))
    world.settle(karin, anouk)
    [item] = items(anouk)
    release(anouk, item, "weglaten")
    world.settle(karin, anouk)
    assert karin.laptop.kandidaatregies() == ()
    assert anouk.laptop.kandidaten() == ()
    world.assert_converged(karin, anouk)


def test_a_candidate_that_was_here_already_leaves_no_number_without_a_name(world: World, karin: Seat) -> None:
    sevda, anouk = world.laptop("sevda"), world.laptop("anouk")
    known = anouk.doe("kandidaat.registreer", roepnaam="Mila", bron_id="WZ-1").id
    anouk.sync()
    double = sevda.doe("kandidaat.registreer", roepnaam="Mila", bron_id="WZ-1", notitie="Rijdt").id
    leave(world, sevda)
    karin.sync()
    karin.doe("kandidaat.wijs_toe", kandidaat_id=double, naar_id=world.person_id("anouk"))
    world.settle(karin, anouk)
    [item] = items(anouk)
    release(anouk, item, "overnemen")
    world.settle(karin, anouk)
    assert [row.kandidaat_id for row in karin.laptop.kandidaatregies()] == [known]
    assert [row["notitie"] for row in anouk.rows("kandidaat").values()] == ["Rijdt"]
    world.assert_converged(karin, anouk)


def test_work_that_comes_after_the_candidate_passed_on_waits_with_who_has_it(
    world: World, karin: Seat
) -> None:
    """Nobody assigns that candidate again, so it would wait for ever with who left."""
    sevda, anouk = world.laptop("sevda"), world.laptop("anouk")
    kandidaat = sevda.doe("kandidaat.registreer", roepnaam="Mila").id
    sevda.sync()
    karin.sync()
    karin.doe("kandidaat.wijs_toe", kandidaat_id=kandidaat, naar_id=world.person_id("anouk"))
    karin.sync()
    sevda.doe("kandidaat.wijzig", kandidaat_id=kandidaat, notitie="Mila rijdt zelf")
    leave(world, sevda)
    world.settle(karin, anouk)
    assert [row.code for row in karin.laptop.afstemming()] == []
    [item] = items(anouk)
    release(anouk, item, "overnemen")
    anouk.sync()
    assert [row["notitie"] for row in anouk.rows("kandidaat").values()] == ["Mila rijdt zelf"]
    world.assert_converged(karin, anouk)
