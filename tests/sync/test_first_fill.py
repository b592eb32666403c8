"""The first fill goes in by parts, can be broken off anywhere, and leaves a laptop that can be searched."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from central import feed
from desktop import compose
from desktop.models.errors import EnvironmentFailure
from desktop.models.queries.rows import WerkgeverFilter
from desktop.sync import engine, rebase
from tests.support.faults import Line, killed_in
from tests.support.region import Seat, World
from tests.support.senders import Sender
from tests.sync.test_rebase import assert_index_whole

pytestmark = pytest.mark.postgres
EMPLOYERS = 60


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many answers and many parts out of few rows."""
    monkeypatch.setattr(feed, "ROWS_PER_ANSWER", 40)
    monkeypatch.setattr(engine, "ROWS_PER_PART", 40)


@pytest.fixture
def region(world: World, small: None) -> World:
    """A centre with employers, persons, notes and a confidential note."""
    fatima = Sender(world, "fatima")
    employers = [fatima.werkgever(f"Bakkerij nummer{i}") for i in range(EMPLOYERS)]
    contacts = [
        fatima.contact(one.argumenten["id"], notitie=f"besproken onderwerp{i}", vertrouwelijk=i % 7 == 0)
        for i, one in enumerate(employers)
    ]
    fatima.send(*employers, *contacts)
    return world


def _check(world: World, seat: Seat) -> None:
    world.assert_converged(seat)
    assert_index_whole(seat)
    assert seat.sql("PRAGMA foreign_key_check") == []
    assert seat.sql("PRAGMA foreign_keys") == [(1,)]
    found = seat.laptop.werkgevers(WerkgeverFilter(tekst="onderwerp31"), None)
    assert [row.naam for row in found] == ["Bakkerij nummer31"]


def test_a_fill_in_many_parts(region: World) -> None:
    seat = region.laptop("herman")
    _check(region, seat)
    assert set(seat.sync().counts().values()) == {0}


def test_rows_that_change_during_the_fill(region: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two answers a colleague goes on; the last answer's counts are those of all rows together."""
    fatima = region.laptop("fatima")
    seat = region.laptop("herman", filled=False)
    werkgever = next(iter(fatima.rows("werkgever")))
    numbers = iter(range(1000))
    real = feed.fill

    def fill(*given: Any) -> None:
        real(*given)
        number = next(numbers)
        if number < 4:
            fatima.doe("werkgever.wijzig", werkgever_id=werkgever, sector=f"Sector {number}")
            monkeypatch.setattr(feed, "fill", real)
            fatima.sync()
            monkeypatch.setattr(feed, "fill", fill)

    monkeypatch.setattr(feed, "fill", fill)
    seat.sync()
    seat.sync()
    _check(region, seat)


def test_broken_off_at_each_call_and_resumed(region: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line breaks at the second call, then at the next … and what came in is not fetched again."""
    seat = region.laptop("herman", filled=False)
    line = Line(monkeypatch)
    received = rounds = 0
    for _ in range(50):
        line.mend()
        line.cut_before(3)
        rounds += 1
        try:
            seat.sync()
        except EnvironmentFailure:
            held = seat.sql("SELECT count(*) FROM bucket_row")[0][0]
            assert held > received
            received = held
            seat.reopen()
        else:
            break
    assert rounds > 2
    _check(region, seat)


@pytest.mark.parametrize("name", ["put_back", "apply", "set_cursors", "run_again"])
def test_killed_while_a_part_is_stored(region: World, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    seat = region.laptop("herman", filled=False)
    line = Line(monkeypatch)
    line.cut_before(3)
    with pytest.raises(EnvironmentFailure):
        seat.sync()
    line.mend()
    before = seat.everything()
    with killed_in(monkeypatch, rebase, name, after=True):
        seat.sync()
    assert seat.sql("PRAGMA foreign_keys") == [(1,)]
    assert seat.everything() == before
    seat.reopen()
    seat.sync()
    _check(region, seat)


def test_work_done_while_the_fill_is_broken_off(region: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person does not wait for a slow line: what is typed meanwhile is seen, kept and sent."""
    seat = region.laptop("herman", filled=False)
    line = Line(monkeypatch)
    line.cut_before(5)
    with pytest.raises(EnvironmentFailure):
        seat.sync()
    assert 0 < len(seat.rows("werkgever")) < EMPLOYERS
    werkgever = next(iter(seat.rows("werkgever")))
    contact = seat.doe("contact.leg_vast", werkgever_id=werkgever, datum="2026-11-20", kanaal="bezoek").id
    doubled = seat.doe("werkgever.registreer", naam="Van Herman", kvk_nummer="69599084").id
    refused = seat.doe("werkgever.wijzig", werkgever_id=werkgever, kvk_nummer="68750110").id
    assert refused == werkgever
    fatima = Sender(region, "fatima")
    fatima.send(
        fatima.werkgever("Van Fatima", kvk_nummer="69599084"),
        fatima.werkgever("Ander", kvk_nummer="68750110"),
    )
    line.mend()
    line.cut_before(2)
    with pytest.raises(EnvironmentFailure):
        seat.sync()
    assert contact in seat.rows("contactmoment")
    assert doubled in seat.rows("werkgever")
    line.mend()
    seat.reopen()
    assert contact in seat.rows("contactmoment")
    seat.sync()
    assert "kvk_nummer" not in seat.rows("werkgever")[werkgever]
    assert ("weigering", "kvk_van_ander") in seat.inbox()
    seat.sync()
    _check(region, seat)


def test_killed_between_enrolment_and_the_first_round(region: World) -> None:
    seat = region.laptop("herman", filled=False)
    seat.reopen()
    seat.sync()
    _check(region, seat)


def test_killed_before_the_laptop_was_prepared(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables were made and the triggers not: the next start makes them."""
    place = world.place("half")
    code = world.invite("herman")
    with killed_in(monkeypatch, compose, "prepare"):
        compose.enrol(place, world.url, code)
    compose.enrol(place, world.url, code)
    with compose.open_laptop(place) as laptop:
        laptop.sync()
        laptop.doe("werkgever.registreer", {"naam": "Bakkerij"})
        with laptop._writer.connect() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM before_image").scalar() == 1
        assert len(laptop.werkgevers(WerkgeverFilter(tekst="bakk"), None)) == 1


def test_the_disk_is_full_during_the_fill(region: World) -> None:
    seat = region.laptop("herman", filled=False)
    pages = seat.sql("PRAGMA page_count")[0][0]
    seat.sql(f"PRAGMA max_page_count = {pages + 8}")
    with pytest.raises(EnvironmentFailure, match="schijf_vol"):
        seat.sync()
    assert seat.sql("PRAGMA foreign_keys") == [(1,)]
    seat.sql("PRAGMA max_page_count = 1000000")
    seat.laptop.integriteit()
    seat.sync()
    _check(region, seat)


def test_five_laptops_fill_at_once(region: World) -> None:
    seats = [
        region.laptop(person, filled=False) for person in ("herman", "karin", "fatima", "herman", "karin")
    ]
    with ThreadPoolExecutor(len(seats)) as pool:
        list(pool.map(lambda seat: seat.sync(), seats))
    for seat in seats:
        region.assert_converged(seat)
