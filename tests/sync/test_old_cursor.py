"""A cursor from before the removals that the centre still knows: that bucket is read anew, once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from central import accounts, retention
from desktop.models.store import new_session
from desktop.models.tables import Betrokkenheid
from desktop.sync.protocol import SyncRequest, SyncResponse
from desktop.sync.transport import HttpTransport
from tests.support.faults import Line
from tests.support.region import MOMENT, Seat, World

pytestmark = pytest.mark.postgres


def _forget(world: World, days: int) -> int:
    with new_session(world.engine) as session, session.begin():
        region = accounts.the_region(session)
        return retention.forget(session, region.id, MOMENT + timedelta(days=days)).verwijderingen


@pytest.fixture
def seat(world: World) -> Seat:
    """A bemiddelaar with two dossiers, who loses one while the laptop is off for a long time."""
    fatima, sevda = world.laptop("fatima"), world.laptop("sevda", filled=False)
    for name in ("Blijft", "Gaat weg"):
        werkgever = fatima.doe("werkgever.registreer", naam=name).id
        fatima.doe("contactpersoon.registreer", werkgever_id=werkgever, naam=f"Persoon {name}")
        fatima.sync()
        sevda.sync()
        sevda.doe("contact.leg_vast", werkgever_id=werkgever, datum="2026-11-20", kanaal="bezoek")
        sevda.sync()
    assert len(sevda.rows("contactpersoon")) == 2
    [werkgever_id] = [row["id"] for row in fatima.rows("werkgever").values() if row["naam"] == "Gaat weg"]
    [involved] = world.sql("SELECT id FROM betrokkenheid WHERE werkgever_id = :w", w=werkgever_id)
    world.change(Betrokkenheid, involved.id, verwijderd_op=MOMENT)
    return sevda


def test_removals_are_kept_for_half_a_year(world: World, seat: Seat) -> None:
    assert _forget(world, 1) == 0
    assert _forget(world, 100) == 0
    assert world.sql("SELECT 1 FROM feed_entry WHERE weg")
    seat.sync()
    assert [row["naam"] for row in seat.rows("contactpersoon").values()] == ["Persoon Blijft"]


def test_an_older_cursor_reads_its_bucket_anew(
    world: World, seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    _forget(world, 1)
    assert _forget(world, 200) > 0
    waiting = seat.doe("werkgever.registreer", naam="Wacht").id
    line = Line(monkeypatch)
    seat.sync()
    assert len(line.requests) == 1, "no loop"
    assert [row["naam"] for row in seat.rows("contactpersoon").values()] == ["Persoon Blijft"]
    assert waiting in seat.rows("werkgever")
    assert seat.sync().ontvangen == 0
    world.assert_converged(seat)


@pytest.mark.expects_log("differs from the centre")
def test_an_older_program_comes_right_too(world: World, seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    """It does not know what `te_oud` says: count and hash tell it, once."""
    _forget(world, 1)
    _forget(world, 200)
    real = HttpTransport.sync

    def older(transport: HttpTransport, request: SyncRequest) -> SyncResponse:
        response = real(transport, request)
        response.te_oud = []
        return response

    monkeypatch.setattr(HttpTransport, "sync", older)
    for _ in range(2):
        seat.sync()
    assert [row["naam"] for row in seat.rows("contactpersoon").values()] == ["Persoon Blijft"]
    world.assert_converged(seat)


def test_a_laptop_that_was_here_lately_reads_nothing_anew(world: World, seat: Seat) -> None:
    seat.sync()
    _forget(world, 1)
    _forget(world, 200)
    assert seat.sync().ontvangen == 0
