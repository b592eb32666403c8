"""A laptop whose rows are not what the centre sent: found by counting again, healed per bucket."""

from __future__ import annotations

import pytest

from desktop.commandline import checking
from desktop.models import capture
from desktop.models.store import without_foreign_keys
from desktop.sync.protocol import SyncRequest, SyncResponse
from desktop.sync.transport import HttpTransport
from tests.support.faults import Line
from tests.support.region import Seat, World

pytestmark = pytest.mark.postgres


@pytest.fixture
def seat(world: World) -> Seat:
    made = world.laptop("fatima")
    for i in range(5):
        werkgever = made.doe("werkgever.registreer", naam=f"Bakkerij {i}").id
        made.doe(
            "contact.leg_vast",
            werkgever_id=werkgever,
            datum="2026-11-20",
            kanaal="bezoek",
            notitie=f"woorden {i}",
        )
    made.sync()
    return made


def _damage(seat: Seat, statement: str) -> None:
    """Behind the back of triggers and bookkeeping, as a broken disk or a curious person would."""
    with without_foreign_keys(seat.laptop._writer) as connection:
        capture.switch(connection, False)
        connection.exec_driver_sql(statement)
        capture.switch(connection, True)


def _forget_damaged(seat: Seat) -> list[str]:
    return seat.laptop.vergeet_beschadigd()


DAMAGE = {
    "a field": ("UPDATE werkgever SET naam = 'Anders' WHERE naam = 'Bakkerij 3'", ["regio"]),
    "a version": ("UPDATE contactmoment SET versie = 9", ["regio"]),
    "a row": ("DELETE FROM contactnotitie WHERE notitie = 'woorden 2'", ["dossiers"]),
    "two tables": ("DELETE FROM contactmoment", ["regio"]),
    "the bookkeeping": ("DELETE FROM bucket_row WHERE tabel = 'werkgever'", ["regio"]),
}


@pytest.mark.expects_log("is damaged on this laptop")
@pytest.mark.parametrize("kind", DAMAGE)
def test_damage_is_found_and_only_its_bucket_is_read_anew(
    world: World, seat: Seat, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    statement, buckets = DAMAGE[kind]
    assert _forget_damaged(seat) == []
    waiting = seat.doe("werkgever.registreer", naam="Wacht nog").id
    _damage(seat, statement)
    assert seat.laptop.bucket_standen() != seat.laptop.bucket_boekhouding()
    assert _forget_damaged(seat) == buckets
    line = Line(monkeypatch)
    seat.sync()
    cursors = line.requests[0].cursors
    assert not set(buckets) & cursors.keys()
    assert {"regio", "dossiers"} - set(buckets) <= cursors.keys()
    world.assert_converged()
    assert waiting in seat.rows("werkgever")
    assert _forget_damaged(seat) == []
    assert seat.sync().ontvangen == 0


@pytest.mark.expects_log("is damaged on this laptop")
def test_a_row_that_nobody_sent_goes(world: World, seat: Seat) -> None:
    """It counts in no bucket; it is swept when a bucket is healed."""
    columns = ", ".join(name for name in seat.rows("codewaarde").popitem()[1] if name != "id")
    statement = "INSERT INTO codewaarde (id, {0}) SELECT 'vreemd', {0} FROM codewaarde LIMIT 1"
    _damage(seat, statement.format(columns))
    _damage(seat, "UPDATE werkgever SET naam = 'Anders'")
    assert _forget_damaged(seat) == ["regio"]
    seat.sync()
    assert "vreemd" not in seat.rows("codewaarde")
    world.assert_converged()


@pytest.mark.expects_log("differs from the centre")
def test_a_wrong_count_is_noticed_in_the_round_itself(world: World, seat: Seat) -> None:
    seat.sql("UPDATE bucket_cursor SET hash = hash + 1 WHERE bucket = 'dossiers'")
    seat.sync()
    assert seat.sync().ontvangen == 5
    world.assert_converged()
    assert seat.sync().ontvangen == 0


@pytest.mark.expects_log("differs from the centre", "differs again")
def test_a_centre_that_counts_wrong_makes_no_loop(world: World, seat: Seat) -> None:
    """A false alarm costs one reading; nobody's wrong sum is ever taken over."""
    world.sql("UPDATE bucket_state SET hash = hash # 1 WHERE bucket = 'dossiers'")
    received = [seat.sync().ontvangen for _ in range(5)]
    assert received == [0, 5, 0, 0, 0]
    assert len(seat.rows("contactnotitie")) == 5
    world.sql("UPDATE bucket_state SET hash = hash # 1 WHERE bucket = 'dossiers'")
    seat.sync()
    world.assert_converged()
    seat.sql("UPDATE bucket_cursor SET aantal = 7 WHERE bucket = 'dossiers'")
    assert [seat.sync().ontvangen for _ in range(3)] == [0, 5, 0]
    world.assert_converged()


@pytest.mark.expects_log("differs from the centre")
def test_a_lost_page_is_noticed(world: World, seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    herman = world.laptop("herman")
    seat.doe("contact.leg_vast", werkgever_id=next(iter(seat.rows("werkgever"))), datum="2026-11-20",
             kanaal="bezoek", notitie="raakt zoek")  # fmt: skip
    seat.sync()
    before = herman.rows("contactnotitie")
    real = HttpTransport.sync

    def lossy(transport: HttpTransport, request: SyncRequest) -> SyncResponse:
        response = real(transport, request)
        response.paginas = [page for page in response.paginas if page.tabel != "contactnotitie"]
        return response

    with monkeypatch.context() as patch:
        patch.setattr(HttpTransport, "sync", lossy)
        herman.sync()
    assert herman.rows("contactnotitie") == before
    herman.sync()
    world.assert_converged(herman)


@pytest.mark.expects_log("is damaged on this laptop")
def test_what_controle_finds_the_next_sync_brings_again(world: World, seat: Seat) -> None:
    database = seat.place.profile.database
    _damage(seat, "UPDATE werkgever SET naam = 'Anders' WHERE naam = 'Bakkerij 3'")
    assert checking._look(seat.laptop, database, False)[1] != []
    seat.sync()
    assert checking._look(seat.laptop, database, True)[1] == []
    world.assert_converged()
