"""A choice in Afstemming is taken back: the question is open again, and the dossier is as it was."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.models.commands.afstemming import KiesAfstemming
from desktop.models.commands.ongedaan import MaakOngedaan
from desktop.models.commands.werkgever import RegistreerWerkgever, WijzigWerkgever
from desktop.models.errors import Weigering
from desktop.models.tables import Afstemming, Werkgever
from tests.support.builders import FATIMA, HERMAN, Region, a, new_id


@pytest.fixture
def asked(region: Region) -> Afstemming:
    """Fatima changed the name first; Herman, who had not seen it, is asked."""
    row_id = region.do(a(RegistreerWerkgever, naam="Houtbouw")).id
    assert row_id is not None
    region.do(a(WijzigWerkgever, werkgever_id=row_id, naam="Houtbouw Noord"), FATIMA, basis={row_id: 1})
    region.do(a(WijzigWerkgever, werkgever_id=row_id, naam="Houtbouw Zuid"), HERMAN, basis={row_id: 1})
    [item] = region.all(Afstemming)
    return item


def choose(region: Region, item: Afstemming, keuze: str) -> str:
    uuid = new_id()
    region.do(a(KiesAfstemming, afstemming_id=item.id, keuze=keuze), HERMAN, uuid=uuid)
    return uuid


def undo(region: Region, item: Afstemming, uuid: str, who: Any = HERMAN) -> None:
    region.do(a(MaakOngedaan, opdracht_uuid=uuid, naam="afstemming.kies", rij_id=item.id), who)


@pytest.mark.parametrize("keuze", ["mijne", "ander", "beide", "later"])
def test_the_question_is_open_again_and_the_dossier_as_it_was(
    region: Region, asked: Afstemming, keuze: str
) -> None:
    def stands() -> tuple[object, ...]:
        row = region.one(Werkgever, asked.rij_id or "")
        return row.naam, row.zoeknaam, row.handelsnamen

    before = stands()
    uuid = choose(region, asked, keuze)
    undo(region, asked, uuid)
    item = region.one(Afstemming, asked.id)
    assert (item.status, stands()) == ("open", before)
    undo(region, asked, uuid)  # once more does nothing
    assert region.one(Afstemming, asked.id).status == "open"
    choose(region, asked, "mijne")
    assert region.one(Werkgever, asked.rij_id or "").naam == "Houtbouw Zuid"


def test_what_a_colleague_changed_since_stays(region: Region, asked: Afstemming) -> None:
    uuid = choose(region, asked, "mijne")
    row_id = asked.rij_id or ""
    now = region.one(Werkgever, row_id).versie
    region.do(a(WijzigWerkgever, werkgever_id=row_id, naam="Houtbouw Oost"), FATIMA, basis={row_id: now})
    with pytest.raises(Weigering) as refused:
        undo(region, asked, uuid)
    assert refused.value.code == "ongedaan_gewijzigd"
    assert region.one(Afstemming, asked.id).status == "gesloten"


def test_nobody_takes_back_the_choice_of_a_colleague(region: Region, asked: Afstemming) -> None:
    uuid = choose(region, asked, "ander")
    with pytest.raises(Weigering) as refused:
        undo(region, asked, uuid, FATIMA)
    assert refused.value.code == "ongedaan_van_ander"
