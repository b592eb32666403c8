"""What somebody began while standing in goes on with whose candidate it is; what was done stays done by whom.

Two laptops: Sevda has the candidate, Anouk stands in.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from central import daily
from desktop.clock import Clock
from tests.support.region import Seat, World
from tests.sync.test_losing import employer

pytestmark = pytest.mark.postgres
OPEN = ("instrument_inzet", "instrument_taak", "nazorgactie")


@pytest.fixture
def sevda(world: World) -> Seat:
    return world.laptop("sevda")


@pytest.fixture
def anouk(world: World) -> Seat:
    return world.laptop("anouk")


@pytest.fixture
def placed(world: World, sevda: Seat, anouk: Seat) -> tuple[str, str]:
    """Somebody works; from today until tomorrow Anouk stands in for everyone of Sevda."""
    werkgever_id = employer(sevda)
    kandidaat = sevda.doe("kandidaat.registreer", roepnaam="Daan").id or ""
    plaatsing = sevda.doe(
        "plaatsing.registreer",
        kandidaat_id=kandidaat, werkgever_id=werkgever_id, soort="baan", start="2026-11-02",
    ).id or ""  # fmt: skip
    stand_in(world, sevda)
    world.settle()
    return kandidaat, plaatsing


def stand_in(world: World, sevda: Seat, first: int = 0, last: int = 1, **given: Any) -> str:
    """From so many days from now to the last of them."""
    today = world.today()
    made = sevda.doe(
        "kandidaat.stel_waarneming_in",
        waarnemer_id=world.person_id("anouk"),
        van=(today + timedelta(days=first)).isoformat(),
        tot=(today + timedelta(days=last)).isoformat(),
        **given,
    )
    return made.id or ""


def work(seat: Seat, placed: tuple[str, str], code: str = "jobcoaching_uwv") -> None:
    """An instrument with its tasks, one of them done, and a talk of which one is done."""
    kandidaat, plaatsing = placed
    inzet = seat.doe(
        "instrument.zet_in",
        kandidaat_id=kandidaat, plaatsing_id=plaatsing, code=code, start="2026-12-01", einde="2027-12-01",
    ).id  # fmt: skip
    tasks = [row["id"] for row in seat.rows("instrument_taak").values() if row["inzet_id"] == inzet]
    assert len(tasks) > 1
    seat.doe("instrument.rond_taak_af", taak_id=tasks[0])
    talks = [
        seat.doe("nazorg.voeg_toe", plaatsing_id=plaatsing, spoor="werknemer", naam="Bel", gepland_op=day).id
        for day in ("2026-12-02", "2026-12-09")
    ]
    seat.doe("nazorg.rond_af", nazorgactie_id=talks[0], uitgevoerd_op="2026-11-20", resultaat="stabiel")
    seat.sync()


def executors(seat: Seat, done: bool) -> set[str]:
    """Who has what is still open, or who did what is done."""
    closed = ("gedaan", "beeindigd")
    found = set()
    for table in OPEN:
        for row in seat.rows(table).values():
            if (row["status"] in closed) == done:
                found.add(row.get("uitgevoerd_door_id") or row["uitvoerder_id"])
    return found


def in_days(world: World, days: int) -> None:
    world.clock = Clock(world.clock.offset + timedelta(days=days))
    with world.session() as session:
        daily.issue(session, world.clock)
    world.settle()


def test_at_the_end_open_work_is_of_the_bemiddelaar_and_its_history_says_so(
    world: World, sevda: Seat, anouk: Seat, placed: tuple[str, str]
) -> None:
    me, other = world.person_id("sevda"), world.person_id("anouk")
    work(anouk, placed)
    world.settle()
    assert other in executors(sevda, done=False)
    in_days(world, 2)
    assert executors(sevda, done=False) == {me}
    assert executors(sevda, done=True) == {other}
    told = [row for row in sevda.laptop.kandidaat_geschiedenis(placed[0]) if row.veld == "uitvoerder_id"]
    assert {(row.oud, row.nieuw) for row in told} == {("anouk", "sevda")}
    assert anouk.rows("instrument_inzet") == {}
    world.assert_converged()


def test_who_stands_in_again_from_that_day_on_goes_on(
    world: World, sevda: Seat, anouk: Seat, placed: tuple[str, str]
) -> None:
    stand_in(world, sevda, first=2, last=4, kandidaat_id=placed[0])
    world.settle()
    work(anouk, placed)
    in_days(world, 2)
    assert world.person_id("anouk") in executors(sevda, done=False)
    in_days(world, 3)
    assert executors(sevda, done=False) == {world.person_id("sevda")}
    world.assert_converged()


def test_what_was_ended_early_or_taken_back_goes_back_too(
    world: World, sevda: Seat, anouk: Seat, placed: tuple[str, str]
) -> None:
    [row_id] = sevda.rows("kandidaat_waarneming")
    work(anouk, placed)
    sevda.doe("ongedaan.maak", naam="kandidaat.stel_waarneming_in", rij_id=row_id)
    world.settle()
    assert executors(sevda, done=False) == {world.person_id("sevda")}
    second = stand_in(world, sevda)
    world.settle()
    work(anouk, placed, "jobcoaching_gemeente")
    anouk.doe("kandidaat.beeindig_waarneming", waarneming_id=second)
    world.settle()
    assert executors(sevda, done=False) == {world.person_id("sevda")}
    world.assert_converged()


def test_an_overdracht_takes_along_what_somebody_who_stood_in_began(
    world: World, sevda: Seat, anouk: Seat, placed: tuple[str, str]
) -> None:
    work(anouk, placed)
    fatima, karin, third = (world.laptop(name) for name in ("fatima", "karin", "herman"))
    world.change_person("herman", rol="bemiddelaar")
    karin.sync()
    karin.doe("kandidaat.wijs_toe", kandidaat_id=placed[0], naar_id=world.person_id("herman"))
    karin.sync()
    in_days(world, 2)
    assert executors(third, done=False) == {world.person_id("herman")}
    assert executors(third, done=True) == {world.person_id("anouk")}
    assert fatima.rows("instrument_inzet") == {}
    world.assert_converged()
