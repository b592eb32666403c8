"""Each fault of the line once, between a laptop and a real service: the round may fail, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop import compose
from desktop.models.errors import EnvironmentFailure
from tests.support.region import Seat, World, lay_out
from tests.sync.processes.faulty_line import KINDS, STATUSES, FaultyLine

pytestmark = pytest.mark.postgres

HEARD = {
    "drop_request": "centrum_afgebroken",
    "drop_reply": "centrum_afgebroken",
    "truncate_request": "centrum_afgebroken",
    "truncate_reply": "centrum_afgebroken",
    "portal": "centrum_geen_antwoord",
    **dict.fromkeys(STATUSES, "centrum_geen_antwoord"),
    "413": "centrum_te_groot",
}
"""What a laptop says of a fault; through the others the round comes anyway."""


@pytest.fixture
def line(world: World) -> Iterator[FaultyLine]:
    """In front of two services."""
    ports = [world.serve_also().port, world.serve_also().port]
    made = FaultyLine(ports)
    yield made
    made.close()


@pytest.fixture
def seat(world: World, line: FaultyLine) -> Seat:
    """A laptop that knows no other way to the centre."""
    made = world.laptop("fatima")
    made.laptop.profile.change(made.laptop.clock, centrum=line.url)
    made.reopen()
    assert made.laptop.centre_url == line.url
    return made


def test_every_fault_is_one_that_is_tested() -> None:
    assert set(HEARD) | {"delay", "duplicate", "replay", "slow", "gzip"} == set(KINDS)


def test_each_fault_once(world: World, line: FaultyLine, seat: Seat) -> None:
    for number, fault in enumerate(KINDS):
        made = seat.doe("werkgever.registreer", naam=f"Bakkerij {number}", kvk_nummer=None).id
        heard = None
        line.pick = lambda fault=fault: fault  # type: ignore[misc] # the loop's own value
        try:
            seat.sync()
        except EnvironmentFailure as failure:
            heard = failure.code
        assert heard == HEARD.get(fault), fault
        line.mend()
        seat.sync()
        assert made in seat.rows("werkgever"), fault
        assert seat.sql("SELECT count(*) FROM opdracht WHERE status = 'wacht'") == [(0,)], fault
    assert line.counts.keys() >= set(KINDS)
    assert world.sql("SELECT count(*) FROM werkgever")[0][0] == len(KINDS)
    world.assert_converged()


def test_a_page_for_people_wipes_nothing(world: World, line: FaultyLine, seat: Seat) -> None:
    """Only the centre's own word does that, whatever status a proxy gives."""
    line.pick = lambda: "403"
    with pytest.raises(EnvironmentFailure, match="centrum_geen_antwoord"):
        seat.sync()
    seat.reopen()
    line.mend()
    seat.sync()
    world.assert_converged()


def test_enrolling_through_a_bad_line(world: World, line: FaultyLine) -> None:
    """The code works still, also when its answer was lost."""
    for fault, heard in HEARD.items():
        place, code = world.place(f"laptop-{fault}"), world.invite("herman")
        lay_out(place)
        line.pick = lambda fault=fault: fault  # type: ignore[misc] # the loop's own value
        with pytest.raises(EnvironmentFailure, match=heard):
            compose.enrol(place, line.url, code)
        line.mend()
        assert compose.enrol(place, line.url, code).actor.naam == "herman"


def test_an_enrolment_that_arrives_twice_pushes_nobody_out(world: World, line: FaultyLine) -> None:
    """A proxy sends the request again: the laptop, which has its answer, goes on with what it was given."""
    place, code = world.place("herman-laptop"), world.invite("herman")
    line.pick = lambda: "duplicate"
    compose.enrol(place, line.url, code)
    line.close()
    with compose.open_laptop(place) as laptop:
        laptop.profile.change(laptop.clock, centrum=world.url)
    with compose.open_laptop(place) as laptop:
        assert laptop.sync().ontvangen
