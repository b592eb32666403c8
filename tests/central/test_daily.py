"""What begins and ends by itself: a waarneming whose last day is over, or whose first day has come."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from central import accounts, daily
from central.app import Centre
from central.settings import Settings
from desktop.clock import Clock
from desktop.models import audit
from tests.support.region import World
from tests.support.senders import Sender

pytestmark = pytest.mark.postgres


def in_days(world: World, days: int) -> Clock:
    """The centre's clock so much later; what the tests recount then looks at it too."""
    world.clock = Clock(world.clock.offset + timedelta(days=days))
    return world.clock


def issue(world: World) -> tuple[str, ...]:
    with world.session() as session:
        return daily.issue(session, world.clock)


@pytest.fixture
def fatima(world: World) -> Sender:
    """Holds the regie on one werkgever, with a confidential note of Sevda."""
    fatima, sevda = Sender(world, "fatima"), Sender(world, "sevda")
    registered = fatima.werkgever()
    werkgever_id = registered.argumenten["id"]
    fatima.send(registered, fatima.message("regie.neem", werkgever_id=werkgever_id))
    sevda.send(sevda.contact(werkgever_id, notitie="Reorganisatie", vertrouwelijk=True))
    return fatima


def stand_in(fatima: Sender, world: World, van: str, tot: str, **given: Any) -> None:
    [answer] = fatima.send(
        fatima.message(
            "regie.stel_waarneming_in", waarnemer_id=world.person_id("herman"), van=van, tot=tot, **given
        )
    )
    assert answer.uitkomst == "toegepast"


def reads(world: World, person: str = "herman") -> bool:
    """Whether this person's laptop may hold the confidential note; the feed says the same."""
    world.scrub()
    return bool(world.expected(person)["contactnotitie"])


def running(world: World) -> list[bool]:
    return [not row.beeindigd for row in world.sql("SELECT beeindigd FROM waarneming")]


def test_it_ends_on_the_day_after_the_last(world: World, fatima: Sender) -> None:
    stand_in(fatima, world, "2026-11-20", "2026-11-21")
    assert reads(world)
    in_days(world, 1)
    assert issue(world) == ()
    assert reads(world)
    in_days(world, 1)
    assert len(issue(world)) == 1
    assert (running(world), reads(world)) == ([False], False)
    assert issue(world) == ()
    kept = world.sql("SELECT tot::text, gewijzigd_door FROM waarneming")
    region = world.sql("SELECT id FROM regio")[0].id
    assert kept == [("2026-11-21", region)]


def test_who_was_away_and_who_stood_in_are_told(world: World, fatima: Sender) -> None:
    stand_in(fatima, world, "2026-11-20", "2026-11-20")
    in_days(world, 1)
    issue(world)
    told = {
        (row.naam, row.code)
        for row in world.sql(
            "SELECT m.naam, a.code FROM afstemming a JOIN medewerker m ON m.id = a.medewerker_id "
            "WHERE a.code LIKE 'waarneming_v%'"
        )
    }
    assert told == {("fatima", "waarneming_verslag_leeg"), ("herman", "waarneming_voorbij")}


def test_it_begins_on_its_first_day_and_not_before(world: World, fatima: Sender) -> None:
    stand_in(fatima, world, "2026-11-22", "2026-11-30")
    assert not reads(world)
    in_days(world, 1)
    issue(world)
    assert not reads(world)
    in_days(world, 1)
    issue(world)
    assert (running(world), reads(world)) == ([True], True)


def test_a_centre_that_was_away_for_days_catches_up(world: World, fatima: Sender) -> None:
    """The first one was over long ago, the second has begun meanwhile."""
    stand_in(fatima, world, "2026-11-20", "2026-11-21")
    stand_in(fatima, world, "2026-11-25", "2026-12-30")
    in_days(world, 10)
    assert len(issue(world)) == 1
    assert sorted(running(world)) == [False, True]
    assert reads(world)


def test_it_ends_when_who_stands_in_leaves(world: World, fatima: Sender) -> None:
    stand_in(fatima, world, "2026-11-20", "2026-11-30")
    with world.session() as session:
        accounts.revoke_medewerker(session, world.clock, world.person_id("herman"))
    assert len(issue(world)) == 1
    assert running(world) == [False]
    world.scrub()


def test_the_first_call_of_a_day_issues_it(world: World, fatima: Sender) -> None:
    stand_in(fatima, world, "2026-11-20", "2026-11-20")
    fatima.call()
    assert running(world) == [True]
    fatima.centre = Centre(world.engine, Settings("", in_days(world, 1)))
    assert "waarneming" in fatima.fetch()
    assert running(world) == [False]


def test_a_laptop_that_nobody_knows_issues_nothing(world: World, fatima: Sender) -> None:
    stand_in(fatima, world, "2026-11-20", "2026-11-20")
    fatima.centre = Centre(world.engine, Settings("", in_days(world, 1)))
    fatima.token = "x" * 43
    with pytest.raises(Exception, match="token_onbekend"):
        fatima.call()
    assert running(world) == [True]


def test_several_processes_issue_it_once(world: World, fatima: Sender) -> None:
    stand_in(fatima, world, "2026-11-20", "2026-11-20")
    later = in_days(world, 1)
    services = [Centre(world.engine, Settings("", later)) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda service: service.daily.run(), services))
    assert running(world) == [False]
    lines = world.sql("SELECT actie FROM auditregel WHERE actie = 'regie.beeindig_waarneming'")
    assert len(lines) == 1
    with world.session() as session:
        assert audit.first_broken(session) is None
    world.scrub()


@pytest.mark.expects_log("what is due today could not be issued")
def test_a_call_goes_on_when_it_cannot_be_issued(
    world: World, fatima: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(fatima, world, "2026-11-20", "2026-11-20")
    service = Centre(world.engine, Settings("", in_days(world, 1)))
    fatima.centre = service
    real, calls = daily.issue, []

    def broken(session: Session, clock: Clock) -> tuple[str, ...]:
        calls.append(clock.now())
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(daily, "issue", broken)
        for _ in range(3):
            fatima.call()
    assert daily.issue is real
    assert len(calls) == 1, "it is tried again after a while, not with every call"
    service.daily._clock = Clock(world.clock.offset + daily.PATIENCE)
    fatima.call()
    assert running(world) == [False]


# -- questions that wait too long ----------------------------------------------------------------------
def test_the_teamleider_hears_that_a_question_waits_and_not_what_it_says(world: World) -> None:
    fatima, herman = Sender(world, "fatima"), Sender(world, "herman")
    registered = fatima.werkgever()
    fatima.send(registered)
    werkgever_id = registered.argumenten["id"]
    for sender, sector in ((fatima, "bouw"), (herman, "geheim")):
        message = sender.message("werkgever.wijzig", werkgever_id=werkgever_id, sector=sector)
        message.basis = {werkgever_id: 1}
        sender.send(message)
    in_days(world, 4)
    issue(world)
    assert world.expected("karin")["afstemming"] == {}
    in_days(world, 1)
    issue(world)
    issue(world)
    [told] = world.expected("karin")["afstemming"].values()
    assert (told["code"], told["parameters"]["wie"], told["parameters"]["aantal"]) == (
        "afstemming_wacht", "herman", 1,
    )  # fmt: skip
    assert "geheim" not in str(told)
    world.scrub()
    [question] = world.expected("herman")["afstemming"]
    herman.send(herman.message("afstemming.kies", afstemming_id=question, keuze="ander"))
    [told] = world.expected("karin")["afstemming"].values()
    assert told["status"] == "gesloten"
    world.scrub()


def test_a_vacature_passes_on_the_day_after_its_last(world: World) -> None:
    fatima = Sender(world, "fatima")
    registered = fatima.werkgever()
    fatima.send(
        registered,
        fatima.message(
            "vacature.registreer",
            werkgever_id=registered.argumenten["id"],
            naam="Monteur",
            soort="baan",
            sluitingsdatum="2026-11-20",
        ),
    )
    issue(world)
    assert world.sql("SELECT status FROM vacature")[0].status == "nieuw"
    in_days(world, 1)
    issue(world)
    assert world.sql("SELECT status FROM vacature")[0].status == "verlopen"
    before = world.sql("SELECT versie FROM vacature")
    issue(world)
    assert world.sql("SELECT versie FROM vacature") == before
    world.scrub()
