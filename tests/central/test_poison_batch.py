"""Poison among a thousand: what is around it is taken in, also when it takes too long or fails just once."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from desktop.models import bus
from desktop.models.commands.werkgever import RegistreerWerkgever
from desktop.models.outcome import Outcome
from desktop.models.work import Work
from tests.support.builders import new_id
from tests.support.region import World
from tests.support.senders import Sender

pytestmark = pytest.mark.postgres
THOUSAND = 1000
REAL = bus.HANDLERS[RegistreerWerkgever]


@pytest.fixture
def fatima(world: World) -> Sender:
    return Sender(world, "fatima")


class Handler:
    """Raises for werkgevers called Gif, as often as told; `tries` counts."""

    def __init__(self, error: Exception, times: int = 1000) -> None:
        self.error, self.times, self.tries = error, times, 0

    def __call__(self, work: Work, command: RegistreerWerkgever) -> Outcome:
        if command.naam == "Gif":
            self.tries += 1
            if self.tries <= self.times:
                raise self.error
        return REAL(work, command)


def stopped(state: str) -> OperationalError:
    """As PostgreSQL stops a statement."""

    class Stopped(Exception):
        sqlstate = state

    return OperationalError("SELECT 1", {}, Stopped())


@pytest.mark.expects_log("set apart")
def test_the_first_the_middle_and_the_last_of_a_thousand(
    world: World, fatima: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(bus.HANDLERS, RegistreerWerkgever, Handler(ZeroDivisionError()))
    places = (0, THOUSAND // 2, THOUSAND - 1)
    messages = [fatima.werkgever("Gif" if n in places else f"Goed {n}") for n in range(THOUSAND)]
    answers = fatima.send(*messages)
    refused = [n for n, answer in enumerate(answers) if answer.uitkomst != "toegepast"]
    assert refused == list(places)
    assert {answers[n].code for n in places} == {"opdracht_fout"}
    assert world.sql("SELECT count(*) FROM werkgever") == [(THOUSAND - len(places),)]
    assert fatima.send(*messages[-3:]) == answers[-3:]


@pytest.mark.expects_log("set apart")
@pytest.mark.parametrize(
    ("error", "tries"),
    [(stopped("57014"), 6), (ZeroDivisionError(), 3), (TimeoutError(), 3), (MemoryError(), 3)],
)
def test_what_never_succeeds_is_tried_and_then_set_apart(
    world: World, fatima: Sender, monkeypatch: pytest.MonkeyPatch, error: Exception, tries: int
) -> None:
    handler = Handler(error)
    monkeypatch.setitem(bus.HANDLERS, RegistreerWerkgever, handler)
    answers = fatima.send(fatima.werkgever("Gif"), fatima.werkgever("Goed"))
    assert [answer.uitkomst for answer in answers] == ["geweigerd", "toegepast"]
    assert handler.tries == tries
    world.scrub()


@pytest.mark.parametrize("error", [stopped("57014"), ZeroDivisionError()])
def test_what_fails_once_is_simply_done(
    world: World, fatima: Sender, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setitem(bus.HANDLERS, RegistreerWerkgever, Handler(error, times=1))
    assert fatima.send(fatima.werkgever("Gif"))[0].uitkomst == "toegepast"
    assert world.sql("SELECT count(*) FROM afstemming") == [(0,)]


@pytest.mark.expects_log("set apart")
def test_what_hangs_on_poison_is_one_item_with_it(
    world: World, fatima: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also what comes in another call, and what hangs on what hangs on it."""
    monkeypatch.setitem(bus.HANDLERS, RegistreerWerkgever, Handler(ZeroDivisionError()))
    made, contact = new_id(), new_id()
    fatima.send(
        fatima.werkgever("Gif", id=made),
        fatima.message("contactpersoon.registreer", id=new_id(), werkgever_id=made, naam="Wim"),
        fatima.contact(made, id=contact, notitie="Koffie"),
    )
    fatima.send(
        fatima.message("contact.wijzig", contactmoment_id=contact, notitie="Thee"),
        fatima.message("werkgever.wijzig", werkgever_id=new_id(), sector="van een ander"),
    )
    items = _items(world, "fatima")
    [head] = [item for item in items if item["opdracht"] == "werkgever.registreer"]
    belongs = {item["opdracht"]: item.get("hoort_bij_id") for item in items}
    assert belongs == {
        "werkgever.registreer": None,
        "contactpersoon.registreer": head["id"],
        "contact.leg_vast": head["id"],
        "contact.wijzig": head["id"],
        "werkgever.wijzig": None,
    }
    fatima.send(fatima.message("afstemming.kies", afstemming_id=head["id"], keuze="gelezen"))
    still_open = [item["opdracht"] for item in _items(world, "fatima") if item["status"] == "open"]
    assert still_open == ["werkgever.wijzig"]
    fatima.send(fatima.message("contact.zet_vast", contactmoment_id=contact))
    [late] = [item for item in _items(world, "fatima") if item["opdracht"] == "contact.zet_vast"]
    assert (late["status"], late.get("hoort_bij_id")) == ("open", None)
    world.scrub()


def _items(world: World, person: str) -> list[dict[str, Any]]:
    return [item for item in world.expected(person)["afstemming"].values() if item["soort"] == "weigering"]
