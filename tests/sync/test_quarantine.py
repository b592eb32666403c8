"""The last work of somebody who left: in quarantine, seen by who decides, taken over or left undone, once."""

from __future__ import annotations

from typing import Any

import pytest

from central import accounts
from desktop.models.errors import Weigering
from desktop.sync.lease import Revoked
from tests.support.region import Seat, World
from tests.sync.test_losing import employer, visit

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
