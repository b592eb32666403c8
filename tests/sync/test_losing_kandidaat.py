"""A candidate is on the laptop of its bemiddelaar and of who stands in; elsewhere nothing of it is found.

The same search of the decrypted file found it before.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from central import daily
from desktop.clock import Clock
from tests.support.marker import tables_with_any
from tests.support.region import Seat, World

pytestmark = pytest.mark.postgres
MARKER = "zeldzaamwoord"
SPECIAL = "bijzonderwoord"
Look = Callable[[Seat], set[str]]


@pytest.fixture
def sevda(world: World) -> Seat:
    return world.laptop("sevda")


@pytest.fixture
def anouk(world: World) -> Seat:
    return world.laptop("anouk")


@pytest.fixture
def holds(tmp_path: Path) -> Look:
    """In which tables of this laptop one of the words stands; empty only when the raw bytes agree."""

    def look(seat: Seat) -> set[str]:
        return tables_with_any(seat, (MARKER, SPECIAL), tmp_path)

    return look


def candidate(seat: Seat, **given: Any) -> str:
    """With the word in its name, note, history and doelgroep, in a draft and in the journal."""
    kandidaat = seat.doe("kandidaat.registreer", roepnaam=f"Mila {MARKER}", notitie=MARKER, **given).id
    assert kandidaat is not None
    seat.sync()
    seat.doe("kandidaat.wijzig", kandidaat_id=kandidaat, notitie=f"{MARKER} zoekt werk")
    seat.doe("kandidaat.stel_doelgroep_vast", kandidaat_id=kandidaat, doelgroepen=["wajong"])
    seat.laptop.bewaar_concept("kandidaat", kandidaat, {"notitie": MARKER})
    seat.sync()
    return kandidaat


EVERYWHERE = {"kandidaat", "veldwijziging", "opdracht", "concept"}


def test_an_overdracht_takes_it_all_from_one_and_brings_it_to_the_other(
    world: World, sevda: Seat, anouk: Seat, holds: Look
) -> None:
    karin, fatima = world.laptop("karin"), world.laptop("fatima")
    kandidaat = candidate(sevda)
    world.settle()
    assert holds(sevda) >= EVERYWHERE
    assert [holds(seat) for seat in (anouk, karin, fatima)] == [set(), set(), set()]
    [number] = [row["nummer"] for row in karin.rows("kandidaatregie").values()]
    assert number == "K-00001"
    offer = sevda.doe("kandidaat.draag_over", kandidaat_id=kandidaat, naar_id=world.person_id("anouk")).id
    world.settle()
    assert holds(anouk) == set(), "an offer says nothing of the person"
    assert {row["nummer"] for row in anouk.rows("kandidaat_overdracht").values()} == {number}
    anouk.doe("kandidaat.aanvaard_overdracht", overdracht_id=offer)
    world.settle()
    assert (holds(sevda), sevda.laptop.concepten()) == (set(), ())
    assert holds(anouk) >= {"kandidaat", "veldwijziging"}
    assert len(anouk.rows("kandidaat_doelgroep")) == 1
    assert [holds(seat) for seat in (karin, fatima)] == [set(), set()]
    world.assert_converged()


def test_who_stands_in_holds_it_from_the_first_day_to_the_last_without_the_doelgroep(
    world: World, sevda: Seat, anouk: Seat, holds: Look
) -> None:
    kandidaat = candidate(sevda)
    today = world.today()
    sevda.doe(
        "kandidaat.stel_waarneming_in",
        waarnemer_id=world.person_id("anouk"),
        van=(today + timedelta(days=1)).isoformat(),
        tot=(today + timedelta(days=1)).isoformat(),
    )
    world.settle()
    assert holds(anouk) == set()
    for expected in (True, False):
        world.clock = Clock(world.clock.offset + timedelta(days=1))
        with world.session() as session:
            daily.issue(session, world.clock)
        world.settle()
        assert bool(holds(anouk)) == expected
        assert anouk.rows("kandidaat_doelgroep") == {}
        if expected:
            anouk.laptop.bewaar_concept("kandidaat", kandidaat, {"notitie": MARKER})
            assert holds(anouk) >= {"kandidaat", "veldwijziging", "concept"}
    assert anouk.laptop.concepten() == ()
    world.assert_converged()


def test_a_role_that_changes_takes_questions_and_refusals_too(
    world: World, sevda: Seat, anouk: Seat, holds: Look
) -> None:
    """A conflict between the bemiddelaar and who stands in, and what a colleague refused by being first."""
    kandidaat = candidate(sevda, bronsysteem="Sonar", bron_id="wz-1")
    sevda.doe(
        "kandidaat.stel_waarneming_in", waarnemer_id=world.person_id("anouk"),
        van=world.today().isoformat(), tot=world.today().isoformat(),
    )  # fmt: skip
    world.settle()
    sevda.doe("kandidaat.wijzig", kandidaat_id=kandidaat, organisatie=f"{MARKER} een")
    sevda.sync()
    anouk.doe("kandidaat.wijzig", kandidaat_id=kandidaat, organisatie=f"{MARKER} twee")
    world.settle()
    assert {"kandidaat", "opdracht", "afstemming"} <= holds(anouk)
    world.change_person("anouk", rol="accountmanager")
    world.settle()
    assert holds(anouk) == set()
    assert holds(sevda) >= EVERYWHERE
    world.assert_converged()


def test_typed_offline_after_it_passed_on_is_with_its_author_until_it_is_read(
    world: World, sevda: Seat, holds: Look
) -> None:
    karin, kandidaat = world.laptop("karin"), candidate(sevda)
    world.settle()
    sevda.doe("kandidaat.wijzig", kandidaat_id=kandidaat, notitie=f"{MARKER} eigen woorden")
    karin.doe("kandidaat.wijs_toe", kandidaat_id=kandidaat, naar_id=world.person_id("anouk"))
    karin.sync()
    world.settle()
    assert holds(sevda) == {"afstemming"}
    [refused] = [item for item in sevda.laptop.afstemming() if item.soort == "weigering"]
    assert (refused.code, refused.argumenten["notitie"]) == ("kandidaat_onbekend", f"{MARKER} eigen woorden")
    sevda.doe("afstemming.kies", afstemming_id=refused.id, keuze="gelezen")
    world.settle()
    assert [holds(seat) for seat in (sevda, karin)] == [set(), set()]
    world.assert_converged()


def test_a_consent_taken_back_takes_the_profile_off_every_laptop(
    world: World, sevda: Seat, holds: Look
) -> None:
    fatima = world.laptop("fatima")
    kandidaat = candidate(sevda, beroepen=[f"Lasser {SPECIAL}"], pc4="1217")
    assert fatima.rows("profiel") == {}
    sevda.doe("kandidaat.geef_toestemming", kandidaat_id=kandidaat, datum=world.today().isoformat())
    world.settle()
    assert holds(fatima) == {"profiel"}
    [profiel] = fatima.rows("profiel").values()
    assert MARKER not in str(profiel)
    fatima.doe("werkfit.beoordeel", profiel_id=profiel["id"], waarde="klaar")
    sevda.doe("werkfit.beoordeel", kandidaat_id=kandidaat, waarde="klaar")
    world.settle()
    assert [row["werkfit"] for row in fatima.rows("profiel").values()] == ["klaar"]
    sevda.doe("kandidaat.trek_toestemming_in", kandidaat_id=kandidaat)
    world.settle()
    assert holds(fatima) <= {"afstemming"}
    assert (fatima.rows("profiel"), fatima.rows("werkfitoordeel")) == ({}, {})
    world.assert_converged()


def test_who_spoke_offline_about_a_candidate_that_passed_on_did_speak(
    world: World, sevda: Seat, anouk: Seat
) -> None:
    """R4: the command about somebody else's candidate is refused, the contact with the employer is kept."""
    fatima, karin = world.laptop("fatima"), world.laptop("karin")
    werkgever = fatima.doe("werkgever.registreer", naam="Houtbouw Eemvallei").id
    fatima.doe("regie.neem", werkgever_id=werkgever)
    fatima.sync()
    sevda.sync()
    kandidaat = sevda.doe("kandidaat.registreer", roepnaam="Mila").id
    days: dict[str, Any] = {"datum": "2026-11-18", "toestemming": "2026-11-18"}
    proposed = sevda.doe("voordracht.doe", kandidaat_id=kandidaat, werkgever_id=werkgever, **days).id
    world.settle()
    karin.doe("kandidaat.wijs_toe", kandidaat_id=kandidaat, naar_id=world.person_id("anouk"))
    karin.sync()
    sevda.doe("voordracht.werk_bij", voordracht_id=proposed, gesprek_op="2026-11-25", kanaal="telefoon")
    sevda.doe(
        "plaatsing.registreer",
        kandidaat_id=kandidaat,
        werkgever_id=werkgever,
        soort="baan",
        start="2026-12-01",
    )
    world.settle()
    [contact] = fatima.rows("contactmoment").values()
    assert (contact["kanaal"], contact["aanleiding"]) == ("telefoon", "eigen_kandidaat")
    assert ("kennisgeving", "contact_eigen_kandidaat") in fatima.inbox()
    assert ("kennisgeving", "contact_wel_bewaard") in sevda.inbox()
    [item] = [
        row for row in sevda.rows("afstemming").values() if row.get("opdracht") == "voordracht.werk_bij"
    ]
    kept = {"voordracht_id": proposed, "gesprek_op": "2026-11-25", "geen_naam": False}
    assert item["argumenten"] == kept
    world.assert_converged()
