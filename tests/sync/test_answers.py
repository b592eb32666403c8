"""What comes back for a command, and that whoever typed it reads it in a plain sentence."""

from __future__ import annotations

import json
from typing import Any

import pytest

from desktop.models import bus
from desktop.models.commands.contact import LegContactVast
from desktop.models.errors import EnvironmentFailure
from desktop.sync import sending
from desktop.wording import UNKNOWN, sentence
from tests.support.faults import Line
from tests.support.region import Seat, World

pytestmark = pytest.mark.postgres
KVK = "69599084"


@pytest.fixture
def fatima(world: World) -> Seat:
    return world.laptop("fatima")


@pytest.fixture
def herman(world: World) -> Seat:
    return world.laptop("herman")


def _visit(seat: Seat, werkgever_id: str, **given: Any) -> str:
    arguments = {"werkgever_id": werkgever_id, "datum": "2026-11-20", "kanaal": "bezoek"} | given
    made = seat.doe("contact.leg_vast", **arguments)
    assert made.id is not None
    return made.id


def _employer(seat: Seat, naam: str = "Houtbouw Eemvallei", **given: Any) -> str:
    made = seat.doe("werkgever.registreer", naam=naam, **given)
    assert made.id is not None
    return made.id


def _task(seat: Seat, werkgever_id: str, **given: Any) -> None:
    seat.doe("actie.maak", werkgever_id=werkgever_id, gevraagde_handeling="Bel terug", **given)


def test_applied(world: World, fatima: Seat, herman: Seat) -> None:
    werkgever = _employer(fatima)
    before = fatima.rows("werkgever")[werkgever]
    result = fatima.sync()
    assert result.counts() == {
        "verzonden": 1, "toegepast": 1, "aangepast": 0, "geweigerd": 0, "ontvangen": 1, "openstaand": 0,
    }  # fmt: skip
    assert "nummer" not in before
    assert fatima.rows("werkgever")[werkgever]["nummer"] == "W-00001"
    herman.sync()
    assert herman.rows("werkgever") == fatima.rows("werkgever")
    assert fatima.sql("SELECT status FROM opdracht") == [("toegepast",)]
    assert fatima.sql("SELECT * FROM before_image") == []
    world.assert_converged()


def test_a_second_sync_with_nothing_to_do_changes_nothing(fatima: Seat) -> None:
    _employer(fatima)
    fatima.sync()
    before = fatima.everything()
    assert set(fatima.sync().counts().values()) == {0}
    assert fatima.everything() == before


def test_adapted_and_what_still_waits_follows(world: World, fatima: Seat, herman: Seat) -> None:
    """Two laptops, one KvK number; the later one's visits, person and agreement arrive at the earlier one."""
    first = _employer(fatima, "Bakkerij De Lindehof", kvk_nummer=KVK)
    second = _employer(herman, "De Lindehof", kvk_nummer=KVK)
    _visit(herman, second, notitie="Kwam langs")
    fatima.sync()
    assert herman.sync().aangepast >= 1
    contact = next(iter(herman.rows("contactmoment").values()))
    assert contact["werkgever_id"] == first
    assert ("kennisgeving", "werkgever_al_geregistreerd") in herman.inbox()
    signpost = herman.rows("werkgever")[second]
    assert signpost["samengevoegd_met"] == first
    assert "De Lindehof" in herman.rows("werkgever")[first]["handelsnamen"]
    world.settle()
    world.assert_converged()


def test_replaced_ids_are_written_into_what_waits(
    world: World, fatima: Seat, herman: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer came, the rest of the outbox did not go out: it speaks of the standing row from then on."""
    first = _employer(fatima, kvk_nummer=KVK)
    second = _employer(herman, "Ander", kvk_nummer=KVK)
    contact = _visit(herman, second)
    _task(herman, second, contactmoment_id=contact)
    fatima.sync()
    line = Line(monkeypatch)
    with monkeypatch.context() as patch:
        patch.setattr(sending, "COMMANDS_PER_CALL", 1)
        line.cut_before(2)
        with pytest.raises(EnvironmentFailure):
            herman.sync()
    waiting = [
        json.loads(row[0]) for row in herman.sql("SELECT argumenten FROM opdracht WHERE n > 1 ORDER BY n")
    ]
    assert [arguments["werkgever_id"] for arguments in waiting] == [first, first]
    assert waiting[0]["id"] == waiting[1]["contactmoment_id"] == contact
    assert herman.sql("SELECT DISTINCT werkgever_id FROM opdracht WHERE n > 1") == [(first,)]
    line.mend()
    assert herman.sync().verzonden == 2
    assert {row["werkgever_id"] for row in herman.rows("contactmoment").values()} == {first}
    world.settle()
    world.assert_converged()


def test_refused_is_undone_and_explained(world: World, fatima: Seat, herman: Seat) -> None:
    """Both claim the same employer; the second reads who has it, and keeps what was typed."""
    werkgever = _employer(fatima)
    world.settle()
    for seat in (fatima, herman):
        outcome = seat.doe("regie.neem", werkgever_id=werkgever, reden="klant van vroeger")
        assert outcome.result == "aangevraagd"
        assert seat.rows("regie") == {}
    fatima.sync()
    assert herman.sync().geweigerd == 1
    assert herman.inbox() == [("weigering", "regie_al_bij_ander")]
    item = herman.laptop.afstemming()[0]
    words = sentence(item.code, item.parameters)
    assert "fatima" in words
    assert UNKNOWN.format(code=item.code) != words
    row = next(iter(herman.rows("afstemming").values()))
    assert row["argumenten"]["reden"] == "klant van vroeger"
    assert {row["accountmanager_id"] for row in herman.rows("regie").values()} == {world.person_id("fatima")}
    world.settle()
    world.assert_converged()


def test_a_free_command_that_is_refused_disappears_again(world: World, fatima: Seat, herman: Seat) -> None:
    """Herman's right is taken away while he is on the road: the place he added goes, the text stays."""
    werkgever = _employer(fatima, kvk_nummer=KVK)
    other = _employer(fatima, "Ander")
    world.settle()
    herman.doe("werkgever.wijzig", werkgever_id=other, kvk_nummer="68750110")
    fatima.doe("werkgever.registreer", naam="Derde", kvk_nummer="68750110")
    fatima.sync()
    assert herman.rows("werkgever")[other]["kvk_nummer"] == "68750110"
    assert herman.sync().geweigerd == 1
    assert "kvk_nummer" not in herman.rows("werkgever")[other]
    assert herman.inbox() == [("weigering", "kvk_van_ander")]
    assert herman.sql("SELECT * FROM before_image") == []
    assert werkgever in herman.rows("werkgever")
    world.settle()
    world.assert_converged()


def test_a_refusal_reaches_every_laptop_of_its_author_and_nobody_else(world: World, fatima: Seat) -> None:
    herman, second = world.laptop("herman"), world.laptop("herman")
    werkgever = _employer(fatima)
    world.settle()
    fatima.doe("regie.neem", werkgever_id=werkgever)
    herman.doe("regie.neem", werkgever_id=werkgever)
    fatima.sync()
    herman.sync()
    second.sync()
    fatima.sync()
    assert herman.inbox() == second.inbox() == [("weigering", "regie_al_bij_ander")]
    assert fatima.inbox() == []
    item = second.laptop.afstemming()[0]
    second.doe("afstemming.kies", afstemming_id=item.id, keuze="gelezen")
    second.sync()
    herman.sync()
    assert herman.inbox() == []
    world.assert_converged()


def test_the_same_field_changed_twice_becomes_a_question(world: World, fatima: Seat, herman: Seat) -> None:
    werkgever = _employer(fatima)
    world.settle()
    fatima.doe("werkgever.wijzig", werkgever_id=werkgever, website="van-fatima.nl", sector="Bouw")
    herman.doe("werkgever.wijzig", werkgever_id=werkgever, website="van-herman.nl", segment="prospect")
    fatima.sync()
    assert herman.sync().aangepast == 1
    row = herman.rows("werkgever")[werkgever]
    assert (row["website"], row["sector"], row["segment"]) == ("van-fatima.nl", "Bouw", "prospect")
    item = herman.laptop.afstemming()[0]
    assert (item.soort, item.van_mij, item.van_ander, item.ander) == (
        "conflict", "van-herman.nl", "van-fatima.nl", "fatima",
    )  # fmt: skip
    herman.doe("afstemming.kies", afstemming_id=item.id, keuze="mijne")
    world.settle()
    assert fatima.rows("werkgever")[werkgever]["website"] == "van-herman.nl"
    world.assert_converged()


def test_an_answer_of_every_kind_in_one_round(world: World, fatima: Seat, herman: Seat) -> None:
    werkgever = _employer(fatima, kvk_nummer=KVK)
    world.settle()
    fatima.doe("regie.neem", werkgever_id=werkgever)
    herman.doe("regie.neem", werkgever_id=werkgever)
    _visit(herman, werkgever)
    _employer(herman, "Zelfde", kvk_nummer="68750110")
    _employer(fatima, "Eerder", kvk_nummer="68750110")
    fatima.sync()
    counts = herman.sync().counts()
    assert (counts["toegepast"], counts["aangepast"], counts["geweigerd"]) == (1, 1, 1)
    world.settle()
    assert fatima.inbox() == [("kennisgeving", "contact_zonder_reden")]
    world.assert_converged()


@pytest.mark.expects_log("set apart")
def test_a_command_that_only_the_centre_cannot_do(
    world: World, fatima: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    werkgever = _employer(fatima)
    real = bus.HANDLERS[LegContactVast]

    def handler(work: object, command: LegContactVast) -> object:
        if work.session.get_bind().dialect.name == "postgresql" and command.notitie == "gif":  # type: ignore[attr-defined]
            raise ZeroDivisionError
        return real(work, command)  # type: ignore[arg-type]

    monkeypatch.setitem(bus.HANDLERS, LegContactVast, handler)
    _visit(fatima, werkgever, notitie="eerste")
    _visit(fatima, werkgever, notitie="gif")
    _visit(fatima, werkgever, notitie="laatste")
    counts = fatima.sync().counts()
    assert (counts["verzonden"], counts["geweigerd"], counts["openstaand"]) == (4, 1, 0)
    assert {row["notitie"] for row in fatima.rows("contactnotitie").values()} == {"eerste", "laatste"}
    assert fatima.inbox() == [("weigering", "opdracht_fout")]
    world.assert_converged()


def test_a_command_of_a_newer_program(world: World, fatima: Seat) -> None:
    """The laptop was updated before the centre: refused with the text kept, and the rest flows."""
    werkgever = _employer(fatima)
    _visit(fatima, werkgever)
    _visit(fatima, werkgever)
    fatima.sql("UPDATE opdracht SET versie = 7 WHERE n = 2")
    assert fatima.sync().counts()["geweigerd"] == 1
    assert fatima.inbox() == [("weigering", "opdracht_nog_onbekend")]
    assert len(fatima.rows("contactmoment")) == 1
    world.assert_converged()
