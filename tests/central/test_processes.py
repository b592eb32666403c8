"""Two services over one PostgreSQL, and what every laptop gets from the centre itself."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from desktop.laptop import Centre
from desktop.models.tables import Codewaarde
from tests.support.region import Seat, World

pytestmark = pytest.mark.postgres


def _at(seat: Seat, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    centre = seat.laptop._centre
    assert centre is not None
    monkeypatch.setattr(seat.laptop, "_centre", Centre(url, centre.token))


def test_laptops_at_different_services_see_one_centre(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    fatima, herman = world.laptop("fatima"), world.laptop("herman")
    _at(herman, world.serve_also().url, monkeypatch)
    werkgever = fatima.doe("werkgever.registreer", naam="Houtbouw Eemvallei").id
    fatima.sync()
    herman.sync()
    for seat in (fatima, herman):
        seat.doe("regie.neem", werkgever_id=werkgever)
        for i in range(10):
            seat.doe(
                "contact.leg_vast",
                werkgever_id=werkgever,
                datum="2026-11-20",
                kanaal="bezoek",
                notitie=str(i),
            )
    with ThreadPoolExecutor(2) as pool:
        counts = [one.counts() for one in pool.map(lambda seat: seat.sync(), (fatima, herman))]
    assert sum(one["geweigerd"] for one in counts) == 1
    world.settle()
    assert len(fatima.rows("contactmoment")) == 20
    assert len([row for row in fatima.rows("regie").values() if "tot" not in row]) == 1
    world.assert_converged()


def test_one_laptop_goes_from_one_service_to_the_other(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a load balancer does; nothing is remembered by a process."""
    seat = world.laptop("fatima")
    urls = [world.url, world.serve_also().url]
    for i in range(6):
        _at(seat, urls[i % 2], monkeypatch)
        seat.doe("werkgever.registreer", naam=f"Bakkerij {i}")
        assert seat.sync().toegepast == 1
    world.assert_converged()


def test_code_lists_reach_every_laptop(world: World) -> None:
    seat = world.laptop("joost")
    lists = {row["lijst"] for row in seat.rows("codewaarde").values()}
    assert {"kanaal", "onderwerp", "gemeente", "pc4"} <= lists
    codes = seat.laptop.codes("kanaal")
    assert [code.code for code in codes]
    assert len(seat.rows("codewaarde")) == world.sql("SELECT count(*) FROM codewaarde")[0][0]


def test_a_code_that_ended_stays_readable_and_is_not_offered(world: World) -> None:
    seat = world.laptop("fatima")
    offered = {code.code for code in seat.laptop.codes("kanaal")}
    row_id = world.sql("SELECT id FROM codewaarde WHERE lijst = 'kanaal' AND code = 'bezoek'")[0].id
    world.change(Codewaarde, row_id, geldig_tot=date(2026, 1, 1))
    fresh = world.laptop("herman")
    assert "bezoek" in offered
    assert "bezoek" not in {code.code for code in fresh.laptop.codes("kanaal")}
    assert fresh.rows("codewaarde")[row_id]["geldig_tot"] == "2026-01-01"
    world.settle()
    world.assert_converged()
