"""A candidate is erased: nothing is found at the centre or on a laptop that the same search found first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from central import erasure, erasure_list, person_keys, retention
from desktop.models.errors import Weigering
from desktop.models.tables import Werkfitoordeel
from tests.support.marker import central_dump, central_tables_with, is_on
from tests.support.region import World
from tests.sync.test_losing import employer, visit
from tests.sync.test_losing_nazorg import worked_for

pytestmark = pytest.mark.postgres
WORD, SCALE = "zeldzaamwoord", "klaar"


def test_nothing_of_a_candidate_is_left_but_ids_and_figures(world: World, tmp_path: Path) -> None:
    """Rows, history, doelgroep, instruments, notes of its bemiddelaar, inbox, journal, drafts, ledger."""
    fatima, sevda, karin = (world.laptop(name) for name in ("fatima", "sevda", "karin"))
    werkgever = employer(fatima)
    fatima.sync()
    sevda.sync()
    kandidaat, _, _ = worked_for(sevda, werkgever)
    called: dict[str, Any] = {
        "roepnaam": "Mila",
        "initiaal": "Zeldz.",
        "bron_id": f"{WORD}-100234",
        "notitie": WORD,
    }
    sevda.doe("kandidaat.wijzig", kandidaat_id=kandidaat, **called)
    sevda.doe("kandidaat.stel_doelgroep_vast", kandidaat_id=kandidaat, doelgroepen=["wajong"])
    visit(sevda, werkgever, notitie=f"Gesproken over {WORD}-100234")
    sevda.sync()
    sevda.laptop.bewaar_concept("bezoek", werkgever, {"notitie": f"{WORD}-100234 belde"})
    world.settle()
    assert central_tables_with(world, WORD) >= {
        "kandidaat",
        "veldwijziging",
        "contactnotitie",
        "nazorg_persoon",
    }
    with world.session() as session:
        erasure.erase(session, world.clock, erasure_list.KANDIDAAT, kandidaat)
    assert central_tables_with(world, WORD) == set()
    assert world.sql("SELECT doelgroepen FROM kandidaat_doelgroep")[0].doelgroepen == []
    assert [row.status for row in world.sql("SELECT status FROM plaatsing")] == ["loopt"]
    world.settle()
    assert [is_on(seat, WORD, tmp_path) for seat in (fatima, karin, sevda)] == [False] * 3
    assert (sevda.laptop.kandidaten(), len(sevda.rows("kandidaat"))) == ((), 1)
    assert [one.velden["notitie"] for one in sevda.laptop.concepten()] == ["(gewist) belde"]
    with pytest.raises(Weigering, match="persoon_gewist"):
        sevda.doe("kandidaat.heropen", kandidaat_id=kandidaat)
    world.assert_converged()


def test_what_the_ledger_keeps_of_a_refusal_is_under_the_key_of_the_candidate(world: World) -> None:
    """Also where a command names a placement of the candidate only."""
    sevda = world.laptop("sevda")
    werkgever = employer(sevda)
    kandidaat, plaatsing, _ = worked_for(sevda, werkgever)
    sevda.sync()
    with world.session() as session:
        named = {"plaatsing_id": plaatsing, "notitie": WORD}
        assert person_keys.behind(session, named) == {kandidaat}
        kept = person_keys.shut(session, {kandidaat}, named)
        assert WORD not in str(kept)
        assert person_keys.opened(session, kept) == named
        person_keys.destroy(session, kandidaat, world.clock.now())
        assert person_keys.opened(session, kept) is None
    sevda.doe("kandidaat.wijzig", kandidaat_id=kandidaat, notitie=f"later {WORD}")
    sevda.sync()
    assert central_tables_with(world, f"later {WORD}") == set()
    assert ("weigering", "persoon_gewist") in sevda.inbox()


def test_a_consent_that_is_taken_back_empties_the_profile_at_the_centre_too(
    world: World, tmp_path: Path
) -> None:
    """What the bemiddelaar knows stays there; what was shared, and judged of that, is nowhere."""
    fatima, sevda = world.laptop("fatima"), world.laptop("sevda")
    said, judged = "zeldzaamberoep", "zeldzaamoordeel"
    kandidaat = sevda.doe("kandidaat.registreer", roepnaam="Mila", beroepen=[said], pc4="1217").id or ""
    sevda.doe("kandidaat.geef_toestemming", kandidaat_id=kandidaat, datum="2026-11-20")
    world.settle()
    [profiel] = fatima.rows("profiel")
    fatima.doe("werkfit.beoordeel", profiel_id=profiel, waarde=SCALE)
    world.settle()
    [row] = world.sql("SELECT id FROM werkfitoordeel")
    world.change(Werkfitoordeel, row.id, antwoorden={judged: judged})
    assert central_tables_with(world, judged) == {"werkfitoordeel"}
    assert central_tables_with(world, said) >= {"profiel", "kandidaat"}
    assert said in _of_table(world, "profiel")
    assert judged in _of_table(world, "werkfitoordeel")
    sevda.doe("kandidaat.trek_toestemming_in", kandidaat_id=kandidaat)
    world.settle()
    assert said not in _of_table(world, "profiel")
    assert judged not in central_dump(world)
    assert central_tables_with(world, said) <= {"kandidaat", "afstemming"}
    assert not is_on(fatima, said, tmp_path)
    [row] = world.sql("SELECT beroepen, pc4, niveau, werkfit FROM profiel")
    assert tuple(row) == ([], None, None, None)
    sevda.doe("kandidaat.geef_toestemming", kandidaat_id=kandidaat, datum="2026-11-20")
    world.settle()
    assert fatima.rows("profiel")[profiel]["beroepen"] == [said]
    world.assert_converged()


def _of_table(world: World, table: str) -> str:
    """The lines of one table in a dump of the whole."""
    lines = central_dump(world).splitlines()
    return "\n".join(line for line in lines if line.startswith(f"insert into public.{table} "))


def test_profiles_from_before_are_emptied_by_upkeep(world: World) -> None:
    sevda = world.laptop("sevda")
    for beroep in ("zeldzaamweg", "zeldzaamhier"):
        row_id = sevda.doe("kandidaat.registreer", roepnaam="Mila", beroepen=[beroep]).id or ""
        sevda.doe("kandidaat.geef_toestemming", kandidaat_id=row_id, datum="2026-11-20")
    sevda.sync()
    with world.session() as session:
        session.execute(text("UPDATE profiel SET verwijderd_op = now() WHERE beroepen::text LIKE '%weg%'"))
        retention.empty_withdrawn(session)
    left = [row.beroepen for row in world.sql("SELECT beroepen FROM profiel ORDER BY beroepen::text")]
    assert sorted(left) == [[], ["zeldzaamhier"]]
