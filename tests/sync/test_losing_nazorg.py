"""When a candidate passes on, what was heard in nazorg and every instrument leaves the laptop of before."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.marker import is_on, tables_with
from tests.support.region import Seat, World
from tests.sync.test_losing import MARKER, employer

pytestmark = pytest.mark.postgres


def worked_for(sevda: Seat, werkgever_id: str) -> tuple[str, str, str]:
    """Somebody works, with an instrument and a talk about it; candidate, placement and relation talk."""
    kandidaat = sevda.doe("kandidaat.registreer", roepnaam="Daan").id or ""
    plaatsing = sevda.doe(
        "plaatsing.registreer",
        kandidaat_id=kandidaat, werkgever_id=werkgever_id, soort="baan", start="2026-11-02",
    ).id or ""  # fmt: skip
    sevda.doe(
        "instrument.zet_in",
        kandidaat_id=kandidaat, plaatsing_id=plaatsing, code="no_riskpolis", toelichting=f"om {MARKER}",
    )  # fmt: skip
    talk = sevda.doe(
        "nazorg.voeg_toe",
        plaatsing_id=plaatsing, spoor="werknemer", naam=f"Over {MARKER}", gepland_op="2026-12-02",
    ).id  # fmt: skip
    sevda.doe("nazorg.verzet", nazorgactie_id=talk, gepland_op="2026-12-03", reden=f"{MARKER}")
    sevda.doe(
        "nazorg.rond_af",
        nazorgactie_id=talk, uitgevoerd_op="2026-11-20", resultaat="risico", notitie=f"Zei {MARKER}",
    )  # fmt: skip
    relation = {"spoor": "relatie", "naam": "Bel", "gepland_op": "2026-12-10", "berekend_op": "2026-12-10"}
    sevda.doe("nazorg.plan", plaatsing_id=plaatsing, items=[relation])
    [row_id] = [row["id"] for row in sevda.rows("nazorgactie").values() if row["spoor"] == "relatie"]
    return kandidaat, plaatsing, row_id


def test_what_was_heard_goes_and_the_relation_stays(world: World, tmp_path: Path) -> None:
    fatima, sevda, karin = (world.laptop(name) for name in ("fatima", "sevda", "karin"))
    werkgever_id = employer(fatima)
    fatima.doe("regie.neem", werkgever_id=werkgever_id)
    fatima.sync()
    sevda.sync()
    kandidaat, _, relation = worked_for(sevda, werkgever_id)
    sevda.sync()
    assert tables_with(sevda, MARKER, tmp_path) >= {"nazorg_persoon", "instrument_inzet", "opdracht"}
    fatima.sync()
    assert not is_on(fatima, MARKER, tmp_path), "nothing of it is for who holds the dossier"
    fatima.doe(
        "nazorg.rond_af", nazorgactie_id=relation, uitgevoerd_op="2026-11-20", steun=4, toelichting=MARKER
    )
    fatima.sync()
    karin.sync()
    assert not {"nazorg_persoon", "instrument_inzet"} & tables_with(karin, MARKER, tmp_path)
    karin.doe("kandidaat.wijs_toe", kandidaat_id=kandidaat, naar_id=world.person_id("anouk"))
    karin.sync()
    sevda.sync()
    assert not is_on(sevda, MARKER, tmp_path)
    assert tables_with(fatima, MARKER, tmp_path) >= {"nazorgactie", "opdracht"}
