"""A person is erased: at the centre and on every laptop nothing is found that the same search found first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from central import accounts, erasure, erasure_list, person_keys
from desktop.models.errors import EnvironmentFailure, Weigering
from tests.support.marker import central_tables_with, is_on, tables_with
from tests.support.region import MOMENT, Seat, World
from tests.sync.test_losing import employer, visit

pytestmark = pytest.mark.postgres
SURNAME = "Zeldzaamwoord"
NAME, MAIL = f"Wim {SURNAME}", f"wim@{SURNAME}.nl"
Look = Callable[[Seat], set[str]]


@pytest.fixture
def fatima(world: World) -> Seat:
    return world.laptop("fatima")


@pytest.fixture
def herman(world: World) -> Seat:
    return world.laptop("herman")


@pytest.fixture
def holds(tmp_path: Path) -> Look:
    """In which tables of this laptop the name stands; empty only when the raw bytes do not have it either."""

    def look(seat: Seat) -> set[str]:
        found = tables_with(seat, SURNAME, tmp_path)
        assert bool(found) == is_on(seat, SURNAME, tmp_path)
        return found

    return look


def erase(world: World, kind: str, person_id: str) -> erasure.Erased:
    with world.session() as session:
        return erasure.erase(session, world.clock, kind, person_id)


def known_everywhere(world: World, fatima: Seat, herman: Seat) -> tuple[str, str]:
    """A person with a history, a conflict, a refusal, notes and drafts; returns person and werkgever."""
    werkgever = employer(fatima)
    person = fatima.doe("contactpersoon.registreer", werkgever_id=werkgever, naam="Wim Jansen", email=MAIL).id
    assert person is not None
    world.settle()
    visit(fatima, werkgever, notitie=f"Gesproken met {NAME} over stage", contactpersoon_ids=[person])
    fatima.doe("actie.maak", werkgever_id=werkgever, gevraagde_handeling=f"Mail {MAIL}")
    for seat, functie in ((fatima, "directeur"), (herman, f"neef van {SURNAME}")):
        seat.doe("contactpersoon.wijzig", contactpersoon_id=person, naam=NAME, functie=functie)
    world.settle()
    herman.laptop.bewaar_concept("bezoek", werkgever, {"notitie": f"bellen met {NAME.upper()}"})
    return person, werkgever


def test_nothing_of_a_contactpersoon_is_left_but_the_id(
    world: World, fatima: Seat, herman: Seat, holds: Look
) -> None:
    person, _ = known_everywhere(world, fatima, herman)
    before = central_tables_with(world, SURNAME)
    assert before >= {"contactpersoon", "contactnotitie", "veldwijziging", "actie", "afstemming"}
    assert {"contactpersoon", "opdracht", "contactpersoon_fts_data", "veldwijziging"} <= holds(fatima)
    assert {"concept", "afstemming", "opdracht"} <= holds(herman)
    done = erase(world, "contactpersoon", person)
    assert done.rijen >= 5
    assert central_tables_with(world, SURNAME) == set()
    world.settle()
    assert holds(fatima) == set()
    assert holds(herman) == set()
    [row] = fatima.rows("contactpersoon").values()
    assert set(row) == {
        "id", "regio_id", "versie", "werkgever_id", "naam", "niet_benaderen", "aangemaakt_op",
        "aangemaakt_door", "gewijzigd_op", "gewijzigd_door", "verwijderd_op", "gewist_op",
    }  # fmt: skip
    [note] = fatima.rows("contactnotitie").values()
    assert note["notitie"] == "Gesproken met (gewist) over stage"
    assert [one.velden["notitie"] for one in herman.laptop.concepten()] == ["bellen met (gewist)"]
    world.assert_converged()


def test_the_name_of_another_is_left(world: World, fatima: Seat, herman: Seat) -> None:
    """The same name at another werkgever, and a company that bears it."""
    person, _ = known_everywhere(world, fatima, herman)
    other = employer(fatima, f"Bakkerij {NAME}")
    fatima.doe("contactpersoon.registreer", werkgever_id=other, naam=NAME)
    visit(fatima, other, notitie=f"Ook een {NAME}")
    world.settle()
    erase(world, "contactpersoon", person)
    world.settle()
    assert central_tables_with(world, SURNAME) >= {"werkgever", "contactpersoon", "contactnotitie"}
    assert f"Bakkerij {NAME}" in str(fatima.rows("werkgever"))
    assert f"Ook een {NAME}" in str(fatima.rows("contactnotitie"))
    world.assert_converged()


def test_what_comes_later_about_that_person_is_not_taken_in(
    world: World, fatima: Seat, herman: Seat, holds: Look
) -> None:
    """Typed offline before the erasure was heard of: refused, and nothing of it is kept anywhere."""
    person, werkgever = known_everywhere(world, fatima, herman)
    world.settle()
    herman.doe("contactpersoon.wijzig", contactpersoon_id=person, email=f"later@{SURNAME}.nl")
    visit(herman, werkgever, contactpersoon_ids=[person], notitie="gesproken")
    erase(world, "contactpersoon", person)
    world.settle()
    assert central_tables_with(world, SURNAME) == set()
    assert holds(herman) == set()
    assert ("weigering", "persoon_gewist") in herman.inbox()
    assert "gesproken" in str(fatima.rows("contactnotitie"))
    world.assert_converged()


def test_a_person_who_comes_back_with_an_old_laptop_is_refused(world: World, fatima: Seat) -> None:
    """The centre has no row of this id, only the list says it: nobody makes the person again under it."""
    person = "0197aaaa-0000-7000-8000-000000000001"
    with world.session() as session:
        person_keys.destroy(session, person, world.clock.now())
    werkgever = employer(fatima)
    fatima.doe("contactpersoon.registreer", id=person, werkgever_id=werkgever, naam=NAME, email=MAIL)
    fatima.sync()
    assert central_tables_with(world, SURNAME) == set()
    assert world.sql("SELECT 1 FROM contactpersoon") == []
    assert fatima.inbox() == [("weigering", "persoon_gewist")]


def test_a_colleague_who_left(world: World, fatima: Seat, holds: Look) -> None:
    """The name is in notices and notes of others; contacts keep who had them by id."""
    leaver = world.person_id("herman")
    world.change_person("herman", naam=NAME, email=MAIL, telefoon="0612345678")
    werkgever = employer(fatima)
    visit(fatima, werkgever, notitie=f"Met collega {NAME} op bezoek")
    fatima.doe("regie.neem", werkgever_id=werkgever)
    world.settle(fatima)
    assert {"medewerker", "contactnotitie", "opdracht"} <= holds(fatima)
    with pytest.raises(Weigering, match="medewerker_werkt_hier"):
        erase(world, "medewerker", leaver)
    with world.session() as session:
        accounts.revoke_medewerker(session, world.clock, leaver)
    erase(world, "medewerker", leaver)
    assert central_tables_with(world, SURNAME) == set()
    fatima.sync()
    assert holds(fatima) == set()
    assert fatima.rows("medewerker")[leaver]["naam"] == "Gewiste collega"
    assert "Met collega (gewist) op bezoek" in str(fatima.rows("contactnotitie"))
    world.assert_converged(fatima)


def test_what_the_ledger_keeps_is_under_the_keys_of_its_people(world: World, fatima: Seat) -> None:
    """A refused command: readable with both keys, and with neither of them gone."""
    person = fatima.doe("contactpersoon.registreer", werkgever_id=employer(fatima), naam="Wim").id
    assert person is not None
    fatima.sync()
    fatima.doe("contactpersoon.wijzig", contactpersoon_id=person, functie=SURNAME)
    world.change_person("fatima", rol="beheerder")
    fatima.sync()
    assert central_tables_with(world, SURNAME) == {"afstemming"}
    [(kept,)] = world.sql("SELECT argumenten FROM grootboek WHERE argumenten IS NOT NULL")
    assert set(kept["personen"]) == {person, world.person_id("fatima")}
    with world.session() as session:
        assert person_keys.opened(session, kept) == {"contactpersoon_id": person, "functie": SURNAME}
        assert (
            person_keys.opened(session, kept | {"onder_sleutel": "AAAA" + kept["onder_sleutel"][4:]}) is None
        )
        person_keys.destroy(session, person, world.clock.now())
        assert person_keys.opened(session, kept) is None
        again = person_keys.shut(session, [person, world.person_id("fatima")], {"functie": SURNAME})
        assert "onder_sleutel" not in again


@pytest.mark.expects_log("the centre has a new epoch")
def test_a_backup_brings_nobody_back(
    world: World, fatima: Seat, herman: Seat, tmp_path: Path, holds: Look
) -> None:
    """The list beside the backup is applied before the laptops come: erased, revoked and left again."""
    person, _ = known_everywhere(world, fatima, herman)
    leaver, stolen = world.person_id("anouk"), herman.laptop.laptop_id
    backup, path = world.back_up(), tmp_path / "wislijst"
    now = world.clock.now()
    for kind, subject in (
        ("contactpersoon", person), ("laptop_ingetrokken", stolen), ("medewerker_ingetrokken", leaver),
        ("contactpersoon", "0197aaaa-0000-7000-8000-000000000002"),
    ):  # fmt: skip
        erasure_list.add(path, kind, subject, now)
    erase(world, "contactpersoon", person)
    fatima.sync()
    world.restore(backup)
    assert "contactpersoon" in central_tables_with(world, SURNAME)
    entries = erasure_list.read(path)
    with world.session() as session:
        assert erasure.apply_list(session, world.clock, entries) == 3
    with world.session() as session:
        assert erasure.apply_list(session, world.clock, entries) == 0
    assert central_tables_with(world, SURNAME) == set()
    with pytest.raises(EnvironmentFailure, match="centrum_hersteld"):
        fatima.sync()
    fatima.sync()
    fatima.sync()
    assert central_tables_with(world, SURNAME) == set()
    assert holds(fatima) == set()
    assert world.sql("SELECT 1 FROM laptop WHERE sleutelhelft IS NULL AND id = :i", i=stolen)
    assert not world.sql("SELECT 1 FROM medewerker WHERE actief AND id = :i", i=leaver)


@pytest.mark.parametrize(
    "line", ["geen json", '{"soort": "iets", "id": "x", "op": "2026-01-01T00:00:00Z"}', "[]", '{"soort": 1}']
)
def test_a_list_that_cannot_be_read_whole_is_not_read_at_all(tmp_path: Path, line: str) -> None:
    path = tmp_path / "wislijst"
    with pytest.raises(EnvironmentFailure, match="wislijst_onleesbaar"):
        erasure_list.read(path)
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(EnvironmentFailure, match="wislijst_onleesbaar"):
        erasure_list.read(path)
    with pytest.raises(EnvironmentFailure, match="wislijst_niet_te_schrijven"):
        erasure_list.add(tmp_path / "nergens" / "lijst", "laptop_ingetrokken", "x", MOMENT)
