"""R11 for a merge: the teamleider takes it back and both are as they were, until somebody built on it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from desktop.models.commands.actie import MaakActie, MaakAfspraak
from desktop.models.commands.contact import LegContactVast, WijzigContact
from desktop.models.commands.ongedaan import MaakOngedaan
from desktop.models.commands.regie import NeemRegie, WijsRegieToe
from desktop.models.commands.werkgever import (
    RegistreerContactpersoon,
    RegistreerWerkgever,
    VoegWerkgeversSamen,
    WijzigWerkgever,
)
from desktop.models.context import Actor
from desktop.models.errors import Weigering
from desktop.models.handlers.werkgever import CHILDREN
from desktop.models.tables import (
    Actie,
    Afstemming,
    Contactmoment,
    Contactnotitie,
    Regie,
    Veldwijziging,
    Vestiging,
    Werkgever,
)
from tests.support.builders import FATIMA, HERMAN, KARIN, NOW, SEVDA, Region, a, known_id, new_id
from tests.support.groundwork import lay

KEEPS, GOES, VISIT = (known_id(f"samen {name}") for name in ("blijft", "gaat", "bezoek"))
KVK = "68750110"
MERGE = a(VoegWerkgeversSamen, werkgever_id=KEEPS, dubbel_id=GOES, regie_bij_id=FATIMA.medewerker_id)
SPENT = frozenset({"versie", "gewijzigd_op", "gewijzigd_door"})


@pytest.fixture
def two(region: Region) -> Region:
    """Fatima holds the one, Herman its double, which has the number, a place, a person and what was done."""
    lay(region, _two)
    return region


def _two(region: Region) -> None:
    region.do(a(RegistreerWerkgever, id=KEEPS, naam="Houtbouw"), FATIMA)
    region.do(a(NeemRegie, werkgever_id=KEEPS), FATIMA)
    region.do(a(RegistreerWerkgever, id=GOES, naam="Hout Bouw", kvk_nummer=KVK, woonplaats="Soest"), HERMAN)
    region.do(a(NeemRegie, werkgever_id=GOES), HERMAN)
    region.do(a(RegistreerContactpersoon, werkgever_id=GOES), HERMAN)
    region.do(a(LegContactVast, id=VISIT, werkgever_id=GOES, notitie="Rondleiding"), HERMAN)
    region.do(a(WijzigContact, contactmoment_id=VISIT, notitie="Rondleiding gehad"), HERMAN)
    region.do(a(MaakActie, werkgever_id=GOES), HERMAN)
    region.do(a(MaakAfspraak, werkgever_id=GOES), HERMAN)


def undo(region: Region, who: Actor = KARIN) -> Any:
    command = a(MaakOngedaan, naam="werkgever.voeg_samen", rij_id=GOES)
    return region.do(command, who, tijd=NOW + timedelta(hours=1))


def refusal(region: Region, who: Actor = KARIN) -> str:
    with pytest.raises(Weigering) as refused:
        undo(region, who)
    return refused.value.code


def told(region: Region) -> dict[str, dict[str, Any]]:
    """What everybody may see of the rows themselves; regie and inboxes tell of what happened in between."""
    apart = {"regie", "afstemming"}
    return {
        table: {row_id: {k: v for k, v in row.items() if k not in SPENT} for row_id, row in rows.items()}
        for table, rows in region.wire().items()
        if table not in apart
    }


def holders(region: Region) -> dict[str, str]:
    return {row.werkgever_id: row.accountmanager_id for row in region.all(Regie, tot=None)}


def test_both_are_there_again_with_what_was_theirs(two: Region) -> None:
    before, held = told(two), holders(two)
    two.do(MERGE, KARIN)
    assert holders(two) == {KEEPS: FATIMA.medewerker_id}
    undo(two)
    after = told(two)
    [plan] = [line for line in two.all(Veldwijziging) if line.rij_id == GOES]
    assert plan.verwijderd_op is not None
    del after["veldwijziging"][plan.id]
    assert after == before
    assert holders(two) == held


def test_it_can_be_merged_and_parted_again(two: Region) -> None:
    before = told(two)
    for _ in range(2):
        two.do(MERGE, KARIN)
        undo(two)
    undo(two)  # of which nothing is left
    after = told(two)
    for line in two.all(Veldwijziging):
        if line.rij_id == GOES:
            del after["veldwijziging"][line.id]
    assert after == before


def test_what_was_recorded_since_stays_where_it_was_recorded(two: Region) -> None:
    two.do(MERGE, KARIN)
    later = two.do(a(LegContactVast, id=new_id(), werkgever_id=KEEPS, notitie="Later"), FATIMA)
    two.do(a(WijzigWerkgever, werkgever_id=KEEPS, sector="bouw", handelsnamen=["Hout Bouw", "HB"]), FATIMA)
    undo(two)
    assert two.one(Contactmoment, later.id).werkgever_id == KEEPS
    assert two.one(Contactmoment, VISIT).werkgever_id == GOES
    row = two.one(Werkgever, KEEPS)
    assert (row.sector, row.handelsnamen, row.kvk_nummer) == ("bouw", ["HB"], None)
    assert two.one(Werkgever, GOES).kvk_nummer == KVK
    assert [place.hoofdvestiging for place in two.all(Vestiging, werkgever_id=GOES)] == [True]


def test_history_of_later_follows_its_row(two: Region) -> None:
    two.do(MERGE, KARIN)
    two.do(a(WijzigContact, contactmoment_id=VISIT, notitie="Rondleiding en koffie"), HERMAN)
    undo(two)
    note = two.one(Contactnotitie, two.all(Contactnotitie, contactmoment_id=VISIT)[0].id)
    assert (note.notitie, note.werkgever_id) == ("Rondleiding en koffie", GOES)
    assert {line.werkgever_id for line in two.all(Veldwijziging, rij_id=note.id)} == {GOES}


def test_who_is_told(two: Region) -> None:
    """Who has a regie again, and who had merged them."""
    free = known_id("samen vrij")
    two.do(a(RegistreerWerkgever, id=free, naam="Vrij"), FATIMA)
    two.do(a(VoegWerkgeversSamen, werkgever_id=free, dubbel_id=GOES), FATIMA)
    undo(two)
    codes = {(row.medewerker_id, row.code) for row in two.all(Afstemming) if row.verwijderd_op is None}
    assert codes >= {
        (HERMAN.medewerker_id, "regie_toegewezen"),
        (FATIMA.medewerker_id, "samenvoeging_teruggedraaid"),
    }
    assert free not in holders(two)


@pytest.mark.parametrize("who", [FATIMA, HERMAN, SEVDA])
def test_only_the_teamleider(two: Region, who: Actor) -> None:
    two.do(MERGE, KARIN)
    assert refusal(two, who) == "ongedaan_alleen_teamleider"
    assert two.one(Werkgever, GOES).samengevoegd_met == KEEPS


def test_somebody_built_on_it(two: Region) -> None:
    two.do(MERGE, KARIN)
    two.do(a(MaakActie, werkgever_id=KEEPS, contactmoment_id=VISIT), FATIMA)
    assert refusal(two) == "ongedaan_hangt_aan"


def test_the_regie_went_further(two: Region) -> None:
    two.do(MERGE, KARIN)
    two.do(a(WijsRegieToe, werkgever_id=KEEPS, accountmanager_id=HERMAN.medewerker_id), KARIN)
    assert refusal(two) == "ongedaan_regie_verder"


def test_it_went_on_in_a_third(two: Region) -> None:
    third = known_id("samen derde")
    two.do(a(RegistreerWerkgever, id=third, naam="Derde"), FATIMA)
    two.do(MERGE, KARIN)
    two.do(a(VoegWerkgeversSamen, werkgever_id=third, dubbel_id=KEEPS), KARIN)
    assert refusal(two) == "ongedaan_samengevoegd"


def test_what_was_registered_twice_was_never_merged(two: Region) -> None:
    double = new_id()
    two.do(a(RegistreerWerkgever, id=double, naam="Hout Bouw BV", kvk_nummer=KVK), SEVDA)
    command = a(MaakOngedaan, naam="werkgever.voeg_samen", rij_id=double)
    with pytest.raises(Weigering, match="ongedaan_kan_niet"):
        two.do(command, KARIN)


def test_a_merge_with_itself_is_nothing_to_take_back(two: Region) -> None:
    before = two.wire()
    two.do(a(VoegWerkgeversSamen, werkgever_id=GOES, dubbel_id=GOES), KARIN)
    assert refusal(two) == "ongedaan_kan_niet"
    assert two.wire() == before


def test_every_table_that_hangs_on_a_werkgever_goes_back(two: Region) -> None:
    """A table that comes later needs nothing here: what a merge takes along is what the undo brings back."""
    two.do(MERGE, KARIN)
    undo(two)
    for cls in CHILDREN:
        rows = [row for row in two.all(cls) if row.aangemaakt_door == HERMAN.medewerker_id]
        assert {row.werkgever_id for row in rows} <= {GOES}, cls.__name__
    assert two.all(Actie)
