"""What a laptop may not hold any more is nowhere in its decrypted file: the same search found it before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from central import daily
from desktop.clock import Clock
from tests.support.marker import decrypted, tables_with_any
from tests.support.region import Seat, World
from tests.sync.test_buckets import assert_gone

pytestmark = pytest.mark.postgres
MARKER = "zeldzaamwoord"


@pytest.fixture
def fatima(world: World) -> Seat:
    return world.laptop("fatima")


@pytest.fixture
def sevda(world: World) -> Seat:
    return world.laptop("sevda")


@pytest.fixture
def holds(tmp_path: Path) -> Callable[[Seat], set[str]]:
    """In which tables of this laptop the word stands; empty only when the raw bytes do not have it either."""

    def look(seat: Seat) -> set[str]:
        return tables_with_any(seat, [MARKER], tmp_path)

    return look


def employer(seat: Seat, naam: str = "Houtbouw Eemvallei") -> str:
    made = seat.doe("werkgever.registreer", naam=naam).id
    assert made is not None
    return made


def visit(seat: Seat, werkgever: str, **given: Any) -> str:
    arguments = {"werkgever_id": werkgever, "datum": "2026-11-20", "kanaal": "bezoek"} | given
    made = seat.doe("contact.leg_vast", **arguments).id
    assert made is not None
    return made


def full_dossier(seat: Seat, werkgever: str) -> tuple[str, str]:
    """Person, note and a correction of both, all with the word; returns person and contact."""
    person = seat.doe(
        "contactpersoon.registreer", werkgever_id=werkgever, naam=f"Wim {MARKER}", email=f"{MARKER}@x.nl"
    ).id
    contact = visit(seat, werkgever, notitie=f"{MARKER} gezegd", reden_buiten_regie=f"om {MARKER}")
    seat.sync()
    seat.doe("contactpersoon.wijzig", contactpersoon_id=person, functie=f"{MARKER} baas")
    seat.doe("contact.wijzig", contactmoment_id=contact, notitie=f"{MARKER} opgeschreven")
    assert person is not None
    return person, contact


def test_a_role_that_changes_takes_every_word_of_the_dossiers(
    world: World, fatima: Seat, tmp_path: Path, holds: Callable[[Seat], set[str]]
) -> None:
    """Accountmanager to beheerder: rows, index, before-images, drafts, the own journal and the log."""
    assert holds(fatima) == set()
    werkgever = employer(fatima)
    person, contact = full_dossier(fatima, werkgever)
    assert holds(fatima) >= {
        "contactpersoon", "contactnotitie", "veldwijziging", "opdracht", "before_image",
        "contactpersoon_fts_data", "contactnotitie_fts_data",
    }  # fmt: skip
    assert MARKER.encode() in decrypted(fatima, tmp_path)
    fatima.sync()
    assert fatima.sql("SELECT n FROM opdracht WHERE geleegd_op IS NOT NULL") == []
    herman = world.laptop("herman")
    herman.doe("actie.maak", werkgever_id=werkgever, gevraagde_handeling=f"{MARKER} bellen")
    fatima.laptop.bewaar_concept("bezoek", werkgever, {"notitie": f"concept {MARKER}"})
    fatima.laptop.bewaar_concept("contactpersoon", person, {"naam": MARKER})
    fatima.laptop.bewaar_concept("contact", contact, {"notitie": MARKER})
    world.settle()
    assert {"contactnotitie", "concept", "opdracht", "actie"} <= holds(fatima)
    world.change_person("fatima", rol="beheerder")
    fatima.sync()
    log = fatima.place.profile.database.with_name("werkregie.db-wal")
    assert log.stat().st_size < 3 * 4096, "the line in the log of rounds came after"
    assert fatima.sql("PRAGMA secure_delete") == [(1,)]
    world.settle()
    assert holds(fatima) == set()
    assert fatima.laptop.concepten() == ()
    assert len(fatima.rows("contactmoment")) == 1
    world.assert_converged()


def test_a_waarneming_that_ends_takes_what_was_confidential(
    world: World, fatima: Seat, holds: Callable[[Seat], set[str]]
) -> None:
    herman = world.laptop("herman")
    werkgever = employer(fatima)
    fatima.doe("regie.neem", werkgever_id=werkgever)
    contact = visit(fatima, werkgever, notitie=f"{MARKER} gezegd", vertrouwelijk=True)
    world.settle()
    today = world.today().isoformat()
    fatima.doe("regie.stel_waarneming_in", waarnemer_id=world.person_id("herman"), van=today, tot=today)
    world.settle()
    herman.laptop.bewaar_concept("contact", contact, {"notitie": f"{MARKER} verbeterd"})
    herman.laptop.bewaar_concept("bezoek", werkgever, {"notitie": "mijn eigen bezoek"})
    assert {"contactnotitie", "contactnotitie_fts_data", "concept"} <= holds(herman)
    world.clock = Clock(world.clock.offset + timedelta(days=1))
    with world.session() as session:
        daily.issue(session, world.clock)
    world.settle()
    assert holds(herman) == set()
    assert [one.soort for one in herman.laptop.concepten()] == ["bezoek"]
    assert "contactnotitie" in holds(fatima)
    world.assert_converged()


def test_a_note_that_becomes_confidential_and_a_regie_that_goes(
    world: World, fatima: Seat, holds: Callable[[Seat], set[str]]
) -> None:
    herman, karin = world.laptop("herman"), world.laptop("karin")
    werkgever = employer(fatima)
    fatima.doe("regie.neem", werkgever_id=werkgever)
    contact = visit(fatima, werkgever, notitie=f"{MARKER} gezegd")
    world.settle()
    assert "contactnotitie" in holds(herman)
    fatima.doe("contact.wijzig", contactmoment_id=contact, vertrouwelijk=True)
    world.settle()
    assert holds(herman) == set()
    karin.doe("regie.wijs_toe", werkgever_id=werkgever, accountmanager_id=world.person_id("herman"))
    world.settle()
    assert "contactnotitie" in holds(herman)
    karin.doe("regie.wijs_toe", werkgever_id=werkgever, accountmanager_id=world.person_id("fatima"))
    world.settle()
    assert holds(herman) == set()
    world.assert_converged()


def test_an_own_contact_that_is_taken_back_and_a_merge(
    world: World, fatima: Seat, sevda: Seat, holds: Callable[[Seat], set[str]]
) -> None:
    """A bemiddelaar holds the dossier while there is something; a merge brings and takes nothing else."""
    keeps, goes = employer(fatima, "Blijft"), employer(fatima, "Gaat")
    full_dossier(fatima, goes)
    world.settle()
    assert holds(sevda) == set()
    visit(sevda, goes)
    world.settle()
    assert "contactnotitie" in holds(sevda)
    fatima.doe("werkgever.voeg_samen", werkgever_id=keeps, dubbel_id=goes)
    world.settle()
    assert "contactnotitie" in holds(sevda)
    world.change_person("sevda", rol="beheerder")
    world.settle()
    assert holds(sevda) == set()
    world.assert_converged()


def test_what_waits_is_sent_first_and_its_own_text_comes_back_to_its_author(
    world: World, fatima: Seat, tmp_path: Path, holds: Callable[[Seat], set[str]]
) -> None:
    """Refused work: the author keeps the own words in Afstemming. A contact is passed on (R4)."""
    herman = world.laptop("herman")
    werkgever = employer(fatima)
    person = fatima.doe("contactpersoon.registreer", werkgever_id=werkgever, naam=f"Wim {MARKER}").id
    world.settle()
    fatima.doe("contactpersoon.wijzig", contactpersoon_id=person, functie="eigenwoorden")
    visit(fatima, werkgever, notitie=f"{MARKER} laatste bezoek")
    world.change_person("fatima", rol="beheerder")
    world.settle()
    assert holds(fatima) == set()
    [refused] = fatima.laptop.afstemming()
    assert refused.argumenten["functie"] == "eigenwoorden"
    assert "laatste bezoek" in str(herman.rows("contactnotitie"))
    assert fatima.laptop.stand().wachtend == 0
    world.assert_converged()


def test_what_is_typed_between_the_push_and_the_rows_is_sent_later_and_forgotten_then(
    world: World, fatima: Seat, holds: Callable[[Seat], set[str]]
) -> None:
    """The loss came first, the answer later: the journal forgets when the answer comes."""
    werkgever = employer(fatima)
    fatima.sync()
    world.change_person("fatima", rol="beheerder")
    visit(fatima, werkgever, notitie=f"{MARKER} nog net")
    assert "opdracht" in holds(fatima)
    world.settle()
    assert holds(fatima) == set()
    [row] = fatima.sql("SELECT argumenten, geleegd_op FROM opdracht WHERE naam = 'contact.leg_vast'")
    assert werkgever in row.argumenten
    assert "2026-11-20" in row.argumenten
    assert row.geleegd_op is not None


def test_an_inbox_says_no_more_of_a_row_than_its_owner_may_hold(
    world: World, fatima: Seat, holds: Callable[[Seat], set[str]]
) -> None:
    """What a colleague wrote goes from the question with the row; what one typed oneself stays."""
    herman = world.laptop("herman")
    person = fatima.doe("contactpersoon.registreer", werkgever_id=employer(fatima), naam="Wim Verkerk").id
    world.settle()
    fatima.doe("contactpersoon.wijzig", contactpersoon_id=person, functie=MARKER)
    herman.doe("contactpersoon.wijzig", contactpersoon_id=person, functie="eigenwoorden")
    world.settle()
    assert "afstemming" in holds(herman)
    world.change_person("herman", rol="beheerder")
    world.settle()
    assert holds(herman) == set()
    [asked] = herman.laptop.afstemming()
    assert (asked.van_mij, asked.van_ander) == ("eigenwoorden", None)
    world.assert_converged()


def test_a_forged_base_version_reads_nothing(world: World, fatima: Seat, sevda: Seat) -> None:
    """Who may not hold a person changes one by its id: asked at most, and never told what it says."""
    werkgever = employer(fatima)
    person = fatima.doe("contactpersoon.registreer", werkgever_id=werkgever, naam="Wim", functie="a").id
    fatima.sync()
    fatima.doe("contactpersoon.wijzig", contactpersoon_id=person, functie=MARKER)
    world.settle()
    sevda.sql(
        "INSERT INTO opdracht (n, uuid, naam, versie, argumenten, tijd, basis, status, parameters) VALUES "
        "(1, '0197aaaa-0000-7000-8000-000000000008', 'contactpersoon.wijzig', 2, ?, '2026-11-20T09:00:00Z', "
        "?, 'wacht', '{}')",
        f'{{"contactpersoon_id": "{person}", "functie": "b"}}',
        f'{{"{person}": 1}}',
    )
    sevda.sync()
    assert_gone(sevda, MARKER)
    world.assert_converged()
