"""Counting again in the background: finds what is damaged, heals that bucket only, and never in a loop."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.models import capture
from desktop.models.store import without_foreign_keys
from desktop.sync import scrub
from desktop.sync.scrub import Scrub
from tests.support.faults import Line
from tests.support.region import MOMENT, Seat, World
from tests.sync.test_damage import DAMAGE

pytestmark = pytest.mark.postgres


@pytest.fixture
def seat(world: World, monkeypatch: pytest.MonkeyPatch) -> Seat:
    monkeypatch.setattr(scrub, "ROWS", 7)
    made = world.laptop("fatima")
    for i in range(5):
        werkgever = made.doe("werkgever.registreer", naam=f"Bakkerij {i}").id
        made.doe(
            "contact.leg_vast", werkgever_id=werkgever, datum="2026-11-20", kanaal="bezoek",
            notitie=f"woorden {i}",
        )  # fmt: skip
    made.sync()
    return made


def _walk(seat: Seat) -> list[str]:
    return Scrub(seat.laptop._readers, seat.laptop._writer).go_on(MOMENT, 600)


def _damage(seat: Seat, statement: str) -> None:
    with without_foreign_keys(seat.laptop._writer) as connection:
        capture.switch(connection, False)
        connection.exec_driver_sql(statement)
        capture.switch(connection, True)


@pytest.mark.expects_log("is damaged on this laptop")
@pytest.mark.parametrize("kind", DAMAGE)
def test_damage_is_found_and_only_its_bucket_is_read_anew(
    world: World, seat: Seat, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    statement, buckets = DAMAGE[kind]
    waiting = seat.doe("werkgever.registreer", naam="Wacht nog").id
    changed = next(iter(seat.rows("werkgever")))
    seat.doe("werkgever.wijzig", werkgever_id=changed, website="wacht.nl")
    assert _walk(seat) == []
    _damage(seat, statement)
    assert _walk(seat) == buckets
    line = Line(monkeypatch)
    seat.sync()
    assert not set(buckets) & line.requests[0].cursors.keys()
    assert waiting in seat.rows("werkgever")
    world.assert_converged()
    assert _walk(seat) == []


@pytest.mark.expects_log("is damaged on this laptop", "is damaged again on the same day")
def test_a_bucket_is_healed_once_a_day(world: World, seat: Seat) -> None:
    for expected in (["regio"], []):
        _damage(seat, "UPDATE werkgever SET naam = 'Anders' WHERE naam = 'Bakkerij 3'")
        assert _walk(seat) == expected
        seat.sync()
    assert {row["naam"] for row in seat.rows("werkgever").values()} >= {"Anders"}


def test_it_goes_on_where_it_was_a_little_at_a_time(seat: Seat) -> None:
    """No slice is longer than asked; several calls make one walk, and the writer is not asked for."""
    ticks: Iterator[float] = iter(range(10_000))
    walk = Scrub(seat.laptop._readers, seat.laptop._writer, lambda: next(ticks))
    seat.laptop._writer.dispose()
    rows = seat.sql("SELECT count(*) FROM bucket_row")[0][0]
    with seat.laptop._writer.begin():  # somebody writes meanwhile
        calls = 0
        while True:
            walk.go_on(MOMENT, 1)
            calls += 1
            if walk._place == scrub.START:
                break
    assert calls > rows / 7 / 3


def test_what_changes_during_a_walk_is_no_damage(world: World, seat: Seat) -> None:
    ticks: Iterator[float] = iter(range(10_000))
    walk = Scrub(seat.laptop._readers, seat.laptop._writer, lambda: next(ticks))
    for i in range(30):
        assert walk.go_on(MOMENT, 1) == []
        seat.doe("werkgever.registreer", naam=f"Tussendoor {i}")
        seat.sync()
    world.assert_converged(seat)


def test_a_fill_under_way_is_left_alone(world: World) -> None:
    seat = world.laptop("herman", filled=False)
    assert _walk(seat) == []
    assert seat.laptop.loop_na() == []
