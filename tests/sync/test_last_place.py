"""Two laptops fill the last place of a vacature while both are offline: both stand, and all of it is said."""

from __future__ import annotations

import pytest

from desktop.wording import sentence
from tests.support.region import Seat, World
from tests.sync.test_losing import employer

pytestmark = pytest.mark.postgres
CROWDED = ("kennisgeving", "vacature_te_vol")


def place(seat: Seat, vacature_id: str, roepnaam: str) -> str:
    who = seat.doe("kandidaat.registreer", roepnaam=roepnaam, beroepen=["Kok"]).id
    made = seat.doe(
        "plaatsing.registreer", kandidaat_id=who, vacature_id=vacature_id, soort="baan", start="2026-11-16"
    )
    assert (made.result, made.id is not None) == ("toegepast", True)
    return made.id or ""


def test_the_last_place_is_filled_twice(world: World) -> None:
    fatima, sevda, anouk = (world.laptop(name) for name in ("fatima", "sevda", "anouk"))
    werkgever_id = employer(fatima)
    vacature_id = fatima.doe(
        "vacature.registreer", werkgever_id=werkgever_id, naam="Kok", soort="baan", aantal_plaatsen=1
    ).id or ""  # fmt: skip
    people = [world.person_id("sevda"), world.person_id("anouk")]
    fatima.doe("vacature.draag_over", vacature_id=vacature_id, bemiddelaar_ids=people)
    world.settle()
    first, second = place(sevda, vacature_id, "Mila"), place(anouk, vacature_id, "Daan")
    sevda.sync()
    assert CROWDED not in sevda.inbox()
    assert anouk.sync().aangepast == 1
    world.settle()
    for seat in (fatima, sevda, anouk):
        assert {first, second} <= set(seat.rows("plaatsing")), seat.person
        assert seat.rows("vacature")[vacature_id]["status"] == "vervuld"
        assert seat.inbox().count(CROWDED) == 1, seat.person
        [item] = [row for row in seat.laptop.afstemming() if row.code == CROWDED[1]]
        said = sentence(item.code, item.parameters)
        assert "Kok (V-00001)" in said
        assert "1 plaats, en er werken nu 2 mensen" in said
        assert not {"Mila", "Daan"} & set(said.split()), "no name of a candidate"
    [answer] = [row for row in anouk.laptop.verzonden(20) if row.opdracht.naam == "plaatsing.registreer"]
    assert (answer.opdracht.status, answer.opdracht.reden) == ("aangepast", "vacature_te_vol")
    fatima.doe("vacature.wijzig", vacature_id=vacature_id, aantal_plaatsen=2)
    world.settle()
    world.assert_converged()


def test_one_who_never_began_puts_it_right(world: World) -> None:
    fatima, sevda, anouk = (world.laptop(name) for name in ("fatima", "sevda", "anouk"))
    vacature_id = fatima.doe(
        "vacature.registreer", werkgever_id=employer(fatima), naam="Kok", soort="baan"
    ).id or ""  # fmt: skip
    world.settle()
    place(sevda, vacature_id, "Mila")
    second = place(anouk, vacature_id, "Daan")
    world.settle()
    anouk.doe("plaatsing.vervalt", plaatsing_id=second, reden="niet_begonnen")
    world.settle()
    assert fatima.laptop.vacature(vacature_id).geplaatst == 1
    world.assert_converged()
