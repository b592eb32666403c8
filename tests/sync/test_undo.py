"""Undo on a laptop: filled in from its journal, free or confirmed as what it takes back, both ends alike."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.models.errors import Weigering
from desktop.models.outcome import Outcome
from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.sync import outbox
from desktop.wording import UNKNOWN, sentence
from tests.support.builders import new_id
from tests.support.region import Seat, World

pytestmark = pytest.mark.postgres


@pytest.fixture
def fatima(world: World) -> Seat:
    return world.laptop("fatima")


@pytest.fixture
def herman(world: World) -> Seat:
    return world.laptop("herman")


@pytest.fixture
def werkgever(fatima: Seat, herman: Seat) -> str:
    made = fatima.doe("werkgever.registreer", naam="Houtbouw Eemvallei", sector="bouw").id
    assert made is not None
    fatima.sync()
    herman.sync()
    return made


def visit(seat: Seat, werkgever_id: str, **given: Any) -> Outcome:
    return seat.doe(
        "contact.leg_vast", werkgever_id=werkgever_id, datum="2026-11-20", kanaal="bezoek", **given
    )


def undo(seat: Seat, done: Outcome) -> Outcome:
    return seat.doe("ongedaan.maak", opdracht_uuid=done.uuid)


def refusal(seat: Seat, **given: Any) -> str:
    before = seat.everything()
    with pytest.raises(Weigering) as refused:
        seat.doe("ongedaan.maak", **given)
    code = refused.value.code
    assert sentence(code, refused.value.parameters) != UNKNOWN.format(code=code)
    assert seat.everything() == before
    return code


def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox, "next_to_send", lambda *_: [])


def sector(seat: Seat, werkgever_id: str) -> str | None:
    value: str | None = seat.rows("werkgever")[werkgever_id].get("sector")
    return value


def test_undo_before_it_was_sent(world: World, fatima: Seat, werkgever: str) -> None:
    """Both wait, both are sent in order, and both ends come to the same."""
    done = fatima.doe("werkgever.wijzig", werkgever_id=werkgever, sector="zorg")
    outcome = undo(fatima, done)
    assert (outcome.result, outcome.id) == ("toegepast", werkgever)
    assert outcome.changes.rows["werkgever"] == {werkgever}
    assert sector(fatima, werkgever) == "bouw"
    assert fatima.laptop.stand().wachtend == 2
    assert fatima.sync().toegepast == 2
    world.settle()
    world.assert_converged()
    assert sector(fatima, werkgever) == "bouw"


def test_undo_after_it_was_sent(world: World, fatima: Seat, herman: Seat, werkgever: str) -> None:
    done = visit(fatima, werkgever, notitie="Verkeerde werkgever")
    world.settle()
    assert done.id in herman.rows("contactmoment")
    undo(fatima, done)
    assert fatima.laptop.werkgevers(WerkgeverFilter(tekst="verkeerde"), None) == ()
    assert fatima.laptop.blad(werkgever).contacten == ()
    world.settle()
    world.assert_converged()
    assert herman.laptop.blad(werkgever).contacten == ()
    assert fatima.inbox() == []


def test_the_journal_knows_which_command_it_was(fatima: Seat, werkgever: str) -> None:
    done = fatima.doe("actie.maak", werkgever_id=werkgever, gevraagde_handeling="Bel terug")
    undo(fatima, done)
    [row] = [row for row in fatima.laptop.wachtrij() if row.naam == "ongedaan.maak"]
    assert row.argumenten == {"opdracht_uuid": done.uuid, "naam": "actie.maak", "rij_id": done.id}
    assert (row.status, row.werkgever_id) == ("wacht", werkgever)


def test_what_there_is_nothing_to_undo_of(fatima: Seat, werkgever: str) -> None:
    done = visit(fatima, werkgever)
    undone = undo(fatima, done)
    imported = fatima.doe(
        "werkgever.importeer", batch=new_id(), bestand="a.csv", regels=[{"id": new_id(), "naam": "A"}]
    )
    same = fatima.doe("werkgever.wijzig", werkgever_id=werkgever, sector="bouw")
    assert refusal(fatima, opdracht_uuid=new_id()) == "ongedaan_onbekend"
    assert refusal(fatima, opdracht_uuid=done.uuid) == "ongedaan_al_gedaan"
    assert refusal(fatima, opdracht_uuid=undone.uuid) == "ongedaan_kan_niet"
    assert refusal(fatima, opdracht_uuid=imported.uuid) == "ongedaan_kan_niet"
    assert refusal(fatima, opdracht_uuid=same.uuid) == "ongedaan_niets"
    assert refusal(fatima, naam="werkgever.wijzig", rij_id=new_id()) == "ongedaan_onbekend"
    assert refusal(fatima) == "ongedaan_onbekend"


def test_sending_it_twice_is_sending_it_once(fatima: Seat, werkgever: str) -> None:
    done, uuid = visit(fatima, werkgever), new_id()
    first = fatima.doe("ongedaan.maak", uuid=uuid, opdracht_uuid=done.uuid)
    again = fatima.doe("ongedaan.maak", uuid=uuid, opdracht_uuid=done.uuid)
    assert (first.result, again.result, again.uuid) == ("toegepast", "toegepast", uuid)
    with pytest.raises(Weigering, match="opdracht_dubbel"):
        fatima.doe("ongedaan.maak", uuid=uuid, opdracht_uuid=new_id())


def test_what_was_refused_cannot_be_undone(world: World, fatima: Seat, herman: Seat, werkgever: str) -> None:
    claimed = herman.doe("regie.neem", werkgever_id=werkgever)
    fatima.doe("regie.neem", werkgever_id=werkgever)
    fatima.sync()
    herman.sync()
    assert refusal(herman, opdracht_uuid=claimed.uuid) == "ongedaan_was_geweigerd"


def test_a_row_that_one_made_elsewhere(world: World, fatima: Seat, werkgever: str) -> None:
    """The other laptop of the same person has no journal of it."""
    done = visit(fatima, werkgever, notitie="x")
    fatima.sync()
    other = world.laptop("fatima")
    other.doe("ongedaan.maak", naam="contact.leg_vast", rij_id=done.id)
    world.settle()
    world.assert_converged()
    assert fatima.laptop.blad(werkgever).contacten == ()


def test_by_its_row_the_journal_is_asked_too(fatima: Seat, werkgever: str) -> None:
    done = visit(fatima, werkgever)
    fatima.doe("ongedaan.maak", naam="contact.leg_vast", rij_id=done.id)
    assert refusal(fatima, opdracht_uuid=done.uuid) == "ongedaan_al_gedaan"


def test_a_colleague_built_on_it_meanwhile(world: World, fatima: Seat, herman: Seat, werkgever: str) -> None:
    """Here it looked free; the centre knows better, and the author reads why."""
    done = fatima.doe("werkgever.wijzig", werkgever_id=werkgever, sector="zorg")
    world.settle()
    herman.doe("werkgever.wijzig", werkgever_id=werkgever, sector="hout")
    herman.sync()
    undo(fatima, done)
    assert sector(fatima, werkgever) == "bouw"
    fatima.sync()
    world.settle()
    assert sector(fatima, werkgever) == "hout"
    assert fatima.inbox() == [("weigering", "ongedaan_gewijzigd")]
    world.assert_converged()


def test_a_colleagues_change_goes_under_a_waiting_undo(
    world: World, fatima: Seat, herman: Seat, werkgever: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rebase runs the command and its undo again on top of what came."""
    done = fatima.doe("werkgever.wijzig", werkgever_id=werkgever, sector="zorg")
    note = visit(fatima, werkgever, notitie="blijft")
    undo(fatima, done)
    herman.doe("werkgever.wijzig", werkgever_id=werkgever, website="houtbouw.nl")
    herman.sync()
    with monkeypatch.context() as patch:
        offline(patch)
        fatima.sync()
    row = fatima.rows("werkgever")[werkgever]
    assert (row.get("sector"), row["website"]) == ("bouw", "houtbouw.nl")
    assert note.id in fatima.rows("contactmoment")
    assert fatima.laptop.bucket_standen() == fatima.laptop.bucket_boekhouding()
    world.settle()
    world.assert_converged()
    assert sector(herman, werkgever) == "bouw"


def test_a_waiting_undo_of_what_was_sent(
    world: World, fatima: Seat, herman: Seat, werkgever: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = visit(fatima, werkgever, notitie="x")
    fatima.sync()
    undo(fatima, done)
    herman.doe("werkgever.wijzig", werkgever_id=werkgever, website="houtbouw.nl")
    herman.sync()
    with monkeypatch.context() as patch:
        offline(patch)
        fatima.sync()
    assert fatima.laptop.blad(werkgever).contacten == ()
    world.settle()
    world.assert_converged()
    assert herman.laptop.blad(werkgever).contacten == ()


def test_a_claim_is_taken_back_at_the_centre(
    world: World, fatima: Seat, herman: Seat, werkgever: str
) -> None:
    claim = fatima.doe("regie.neem", werkgever_id=werkgever)
    fatima.sync()
    assert fatima.laptop.regiestand(werkgever).regiehouder == "fatima"
    assert undo(fatima, claim).result == "aangevraagd"
    assert fatima.laptop.regiestand(werkgever).regiehouder == "fatima"
    fatima.sync()
    assert fatima.laptop.regiestand(werkgever).regiehouder is None
    world.settle()
    world.assert_converged()


def test_a_claim_that_waits_is_taken_back_too(world: World, fatima: Seat, werkgever: str) -> None:
    claim = fatima.doe("regie.neem", werkgever_id=werkgever)
    assert fatima.laptop.regiestand(werkgever).regie_gevraagd
    assert undo(fatima, claim).result == "aangevraagd"
    assert not fatima.laptop.regiestand(werkgever).regie_gevraagd
    result = fatima.sync()
    assert (result.toegepast, result.geweigerd) == (2, 0)
    assert fatima.laptop.regiestand(werkgever).regiehouder is None
    world.settle()
    world.assert_converged()


def test_an_import_waits_for_the_centre_as_before(world: World, fatima: Seat) -> None:
    batch = new_id()
    fatima.doe("werkgever.importeer", batch=batch, bestand="a.csv", regels=[{"id": new_id(), "naam": "A"}])
    fatima.sync()
    assert fatima.doe("ongedaan.maak", batch=batch).result == "aangevraagd"
    assert fatima.laptop.stand().werkgevers == 1
    fatima.sync()
    assert fatima.laptop.stand().werkgevers == 0


@pytest.mark.expects_log("new epoch")
def test_a_restored_centre_is_offered_undo_as_it_was(world: World, fatima: Seat, werkgever: str) -> None:
    """Free stays free and confirmed stays confirmed: the status follows the command, not its kind."""
    backup = world.back_up()
    done = fatima.doe("werkgever.wijzig", werkgever_id=werkgever, sector="zorg")
    undo(fatima, done)
    claim = fatima.doe("regie.neem", werkgever_id=werkgever)
    fatima.sync()
    undo(fatima, claim)
    fatima.sync()
    world.restore(backup)
    with pytest.raises(Exception, match="centrum_hersteld"):
        fatima.sync()
    statuses = {(row.argumenten.get("naam"), row.status) for row in fatima.laptop.wachtrij()}
    assert {("werkgever.wijzig", "wacht"), ("regie.neem", "aangevraagd")} <= statuses
    fatima.sync()
    world.settle(fatima)
    assert sector(fatima, werkgever) == "bouw"
    assert fatima.laptop.regiestand(werkgever).regiehouder is None
    world.assert_converged(fatima)


def test_care_that_was_sent_can_be_taken_back(world: World, fatima: Seat, werkgever: str) -> None:
    """A schedule and an attempt, in a day that was chosen with it, also after both went round."""
    sevda = world.laptop("sevda")
    kandidaat = sevda.doe("kandidaat.registreer", roepnaam="Daan").id
    placed: dict[str, Any] = {
        "kandidaat_id": kandidaat, "werkgever_id": werkgever, "soort": "baan", "start": "2026-11-02"
    }  # fmt: skip
    plaatsing = sevda.doe("plaatsing.registreer", **placed).id
    items = [
        {"spoor": spoor, "naam": "Bel", "gepland_op": "2026-12-10", "regel": f"r_{spoor}"}
        for spoor in ("werknemer", "relatie")
    ]
    planned = sevda.doe("nazorg.plan", plaatsing_id=plaatsing, items=items)
    world.settle()
    [talk] = [row for row in sevda.rows("nazorgactie").values() if row["spoor"] == "werknemer"]
    tried: dict[str, Any] = {"datum": "2026-11-20", "reden": "geen_gehoor", "volgende_op": "2026-12-14"}
    attempt = sevda.doe("nazorg.meld_poging", nazorgactie_id=talk["id"], **tried)
    world.settle()
    undo(sevda, attempt)
    world.settle()
    world.assert_converged()
    assert sevda.rows("nazorgactie")[talk["id"]]["gepland_op"] == "2026-12-10"
    assert [row["pogingen"] for row in sevda.rows("nazorg_persoon").values()] == [[]]
    undo(sevda, planned)
    world.settle()
    world.assert_converged()
    for seat in (sevda, fatima):
        assert all(row["verwijderd_op"] for row in seat.rows("nazorgactie").values())
    assert len(fatima.rows("nazorgactie")) == 2
