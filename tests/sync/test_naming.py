"""A name that a laptop cannot see is seen at the centre, which holds every candidate; nobody reads it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.marker import central_tables_with
from tests.support.region import World
from tests.sync.test_losing import employer
from tests.sync.test_losing_nazorg import worked_for

pytestmark = pytest.mark.postgres
SAID = "Zeldzaamnaam komt te laat"


def test_a_laptop_without_the_candidate_cannot_pass_a_name_on(world: World) -> None:
    fatima, sevda, anouk = (world.laptop(name) for name in ("fatima", "sevda", "anouk"))
    werkgever = employer(fatima)
    fatima.doe("regie.neem", werkgever_id=werkgever)
    world.settle()
    kandidaat, plaatsing, _ = worked_for(sevda, werkgever)
    sevda.doe("kandidaat.wijzig", kandidaat_id=kandidaat, roepnaam="Zeldzaamnaam")
    world.settle()
    assert anouk.rows("plaatsing_persoon") == {}
    about: dict[str, Any] = {"werkgever_id": werkgever, "plaatsing_id": plaatsing, "categorie": "klacht"}
    made = anouk.doe("signaal.meld", tekst=SAID, **about)
    assert made.result == "toegepast", "this laptop knows of nobody"
    world.settle()
    assert (anouk.inbox(), fatima.rows("signaal")) == ([("weigering", "tekst_noemt_kandidaat")], {})
    assert "signaal" not in central_tables_with(world, "zeldzaamnaam")
    anouk.doe("signaal.meld", tekst=SAID.lower(), **about)
    world.settle()
    assert anouk.inbox()[-1] == ("weigering", "tekst_noemt_misschien_kandidaat")
    anouk.doe("signaal.meld", tekst="Iemand komt te laat", **about)
    world.settle()
    assert [row["tekst"] for row in fatima.rows("signaal").values()] == ["Iemand komt te laat"]
    world.assert_converged()
