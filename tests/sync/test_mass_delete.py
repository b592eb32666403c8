"""Much that would go at once: nothing is removed before a person said so, and everything else goes on."""

from __future__ import annotations

import pytest

from desktop.commandline.program import run as main
from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.sync import mass_delete
from tests.support.region import Seat, World
from tests.support.senders import Sender

pytestmark = pytest.mark.postgres
NOTES = 20


@pytest.fixture
def low(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few rows are many here: the lists and instruments of a region alone are hundreds."""
    monkeypatch.setattr(mass_delete, "ROWS", 2)
    monkeypatch.setattr(mass_delete, "PERCENT", 0)


@pytest.fixture
def seat(world: World, low: None) -> Seat:
    fatima = Sender(world, "fatima")
    employers = [fatima.werkgever(f"Bakkerij {i}") for i in range(NOTES)]
    notes = [fatima.contact(one.argumenten["id"], notitie=f"notitie {i}") for i, one in enumerate(employers)]
    fatima.send(*employers, *notes)
    return world.laptop("herman")


def _lose(world: World, notes: int) -> None:
    """As a fault or an administrator would: rows leave a bucket that everybody still holds."""
    world.sql(
        "UPDATE feed_entry SET weg = true, hash = 0, nr = nextval('wijziging_nr') WHERE bucket = 'dossiers' "
        "AND rij_id IN (SELECT rij_id FROM feed_entry WHERE bucket = 'dossiers' ORDER BY nr LIMIT :notes)",
        notes=notes,
    )
    world.sql(
        "UPDATE bucket_state SET (nr, aantal, hash) = (SELECT max(nr), count(*) FILTER (WHERE NOT weg), "
        "coalesce(bit_xor(hash), 0) FROM feed_entry f WHERE f.bucket = 'dossiers') WHERE bucket = 'dossiers'"
    )


def _stopped(seat: Seat) -> None:
    with pytest.raises(EnvironmentFailure, match="veel_verwijderd"):
        seat.sync()


@pytest.mark.parametrize("lost", [NOTES // 10 + 1, NOTES * 9 // 10, NOTES])
def test_nothing_goes_before_a_person_agrees(world: World, seat: Seat, lost: int) -> None:
    waiting = seat.doe("werkgever.registreer", naam="Wacht nog").id
    _lose(world, lost)
    before = seat.rows("contactnotitie")
    _stopped(seat)
    seat.reopen()
    _stopped(seat)
    assert seat.rows("contactnotitie") == before
    asked = seat.laptop.verwijdervraag()
    assert asked is not None
    assert (asked.aantal, asked.akkoord) == (lost, None)
    assert world.sql("SELECT id FROM werkgever WHERE id = :id", id=waiting), "what was typed went on"
    seat.laptop.mag_verwijderen(False)
    _stopped(seat)
    assert seat.rows("contactnotitie") == before
    seat.laptop.mag_verwijderen(True)
    seat.sync()
    assert len(seat.rows("contactnotitie")) == NOTES - lost
    assert seat.laptop.verwijdervraag() is None
    assert seat.laptop.bucket_standen() == seat.laptop.standen_centrum()
    with pytest.raises(Weigering, match="niets_te_verwijderen"):
        seat.laptop.mag_verwijderen(True)


def test_consent_is_for_what_was_asked(world: World, seat: Seat) -> None:
    _lose(world, 5)
    _stopped(seat)
    seat.laptop.mag_verwijderen(True)
    _lose(world, NOTES)
    _stopped(seat)
    asked = seat.laptop.verwijdervraag()
    assert asked is not None
    assert (asked.aantal, asked.akkoord) == (NOTES, None)


def test_what_the_centre_puts_right_needs_no_answer(world: World, seat: Seat) -> None:
    _lose(world, NOTES)
    _stopped(seat)
    world.sql("UPDATE feed_entry SET nr = nextval('wijziging_nr'), weg = false WHERE bucket = 'dossiers'")
    hashes = {row["rij_id"]: row["hash"] for row in map(_named, seat.sql(_OWN))}
    for row_id, value in hashes.items():
        world.sql("UPDATE feed_entry SET hash = :hash WHERE rij_id = :id", hash=value, id=row_id)
    world.sql(
        "UPDATE bucket_state SET (nr, aantal, hash) = (SELECT max(nr), count(*), bit_xor(hash) "
        "FROM feed_entry f WHERE f.bucket = 'dossiers') WHERE bucket = 'dossiers'"
    )
    seat.sync()
    assert seat.laptop.verwijdervraag() is None
    world.assert_converged(seat)


_OWN = "SELECT rij_id, hash FROM bucket_row WHERE bucket = 'dossiers'"


def _named(row: tuple[str, int]) -> dict[str, int | str]:
    return {"rij_id": row[0], "hash": row[1]}


def test_a_bucket_that_is_taken_away_asks_nobody(world: World, seat: Seat) -> None:
    world.change_person("herman", rol="beheerder")
    seat.sync()
    assert seat.rows("contactnotitie") == {}
    assert seat.laptop.verwijdervraag() is None


@pytest.mark.expects_log("the centre has a new epoch")
def test_a_centre_put_back_from_a_wrong_backup_empties_no_laptop(world: World, low: None) -> None:
    seat = world.laptop("herman")
    backup = world.back_up()
    fatima = Sender(world, "fatima")
    fatima.send(*(fatima.werkgever(f"Bakkerij {i}") for i in range(NOTES)))
    seat.sync()
    world.restore(backup)
    with pytest.raises(EnvironmentFailure, match="centrum_hersteld"):
        seat.sync()
    _stopped(seat)
    assert len(seat.rows("werkgever")) == NOTES
    seat.laptop.mag_verwijderen(True)
    seat.sync()
    assert seat.rows("werkgever") == {}
    world.assert_converged(seat)


def test_the_command_line_answers_too(world: World, seat: Seat, capsys: pytest.CaptureFixture[str]) -> None:
    _lose(world, NOTES)
    place = seat.place
    seat.close()
    words = [
        "--map",
        str(place.folder),
        "--sleutelbestand",
        str(place.key_file),
        "--nu",
        "2026-11-20T09:10:00Z",
    ]
    assert main([*words, "sync"]) == 3
    assert "Er is nog niets weg" in capsys.readouterr().err
    assert main([*words, "sync", "--verwijderen", "ja"]) == 0
    assert main([*words, "sync", "--verwijderen", "ja"]) == 1
