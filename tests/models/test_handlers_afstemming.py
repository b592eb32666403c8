"""The inbox: a conflict is settled as its owner chooses, and what was typed comes back whole."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select, update

from desktop.models.commands.afstemming import KiesAfstemming
from desktop.models.commands.contact import LegContactVast
from desktop.models.commands.regie import NeemRegie
from desktop.models.commands.werkgever import (
    RegistreerContactpersoon,
    RegistreerWerkgever,
    WijzigContactpersoon,
    WijzigWerkgever,
)
from desktop.models.errors import Weigering
from desktop.models.handlers import refused
from desktop.models.tables import Afstemming, Contactpersoon, Veldwijziging, Werkgever
from desktop.models.work import Work
from tests.support.builders import FATIMA, HERMAN, Region, a, context, known_id, new_id

COMMAS = ["Jansen, Pietersen & Co", "Jansen"]


def conflict(region: Region, theirs: dict[str, Any], mine: dict[str, Any]) -> tuple[str, Afstemming]:
    """Fatima changed a field first; Herman, who had not seen it, is asked."""
    row_id = region.do(a(RegistreerWerkgever, naam="Houtbouw", sector="bouw")).id
    assert row_id is not None
    region.do(a(WijzigWerkgever, werkgever_id=row_id, **theirs), FATIMA, basis={row_id: 1})
    region.do(a(WijzigWerkgever, werkgever_id=row_id, **mine), HERMAN, basis={row_id: 1})
    [asked] = region.all(Afstemming)
    return row_id, asked


def choose(region: Region, asked: Afstemming, keuze: str) -> Afstemming:
    region.do(a(KiesAfstemming, afstemming_id=asked.id, keuze=keuze), HERMAN)
    return region.one(Afstemming, asked.id)


@pytest.mark.parametrize(
    ("veld", "theirs", "mine", "kept"),
    [
        ("sector", "handel", "zorg", "zorg"),
        ("werkzame_personen", 10, 12, 12),
        ("ind_non_mailing", True, False, False),
        ("actief", False, True, True),
        ("opheffing_datum", "2026-01-31", "2026-02-28", date(2026, 2, 28)),
        ("niet_benaderen_tot", "2027-01-01", "2027-02-01", date(2027, 2, 1)),
        ("handelsnamen", ["Noord"], COMMAS, COMMAS),
        ("kenmerken", ["groot"], [], []),
        ("erkend_sbb_leerbedrijf", 1, 2, 2),
    ],
)
def test_mine_comes_back_as_it_was_typed(
    region: Region, veld: str, theirs: Any, mine: Any, kept: Any
) -> None:
    row_id = region.do(a(RegistreerWerkgever, naam="Houtbouw", kenmerken=["klein"])).id
    assert row_id is not None
    region.do(a(WijzigWerkgever, werkgever_id=row_id, **{veld: theirs}), FATIMA, basis={row_id: 1})
    # Herman's value may be what the row had at first: he typed it after seeing something else.
    region.do(a(WijzigWerkgever, werkgever_id=row_id, **{veld: mine}), HERMAN, basis={row_id: 1})
    [asked] = region.all(Afstemming)
    done = choose(region, asked, "mijne")
    assert (done.status, done.keuze) == ("gesloten", "mijne")
    assert getattr(region.one(Werkgever, row_id), veld) == kept


def test_an_emptied_field_is_mine_too(region: Region) -> None:
    row_id, asked = conflict(region, {"sector": "handel"}, {"wis": ["sector"]})
    assert asked.van_mij is None
    choose(region, asked, "mijne")
    assert region.one(Werkgever, row_id).sector is None


def test_a_long_list_comes_back_whole(region: Region) -> None:
    names = [f"Handelsnaam nummer {n} van Houtbouw" for n in range(50)]
    row_id, asked = conflict(region, {"handelsnamen": ["Noord"]}, {"handelsnamen": names})
    choose(region, asked, "mijne")
    assert region.one(Werkgever, row_id).handelsnamen == names


def test_my_name_is_found_again(region: Region) -> None:
    row_id, asked = conflict(region, {"naam": "Houtbouw Noord"}, {"naam": "Houtbouw Zuid"})
    choose(region, asked, "mijne")
    row = region.one(Werkgever, row_id)
    assert (row.naam, row.zoeknaam) == ("Houtbouw Zuid", "houtbouw zuid")


def test_theirs_leaves_the_dossier_as_it_is(region: Region) -> None:
    row_id, asked = conflict(region, {"sector": "handel"}, {"sector": "zorg"})
    versie = region.one(Werkgever, row_id).versie
    done = choose(region, asked, "ander")
    assert (done.status, done.keuze, done.van_mij) == ("gesloten", "ander", "zorg")
    row = region.one(Werkgever, row_id)
    assert (row.sector, row.versie) == ("handel", versie)


@pytest.mark.parametrize("keuze", ["later", "gelezen"])
def test_later_keeps_the_question_open(region: Region, keuze: str) -> None:
    row_id, asked = conflict(region, {"sector": "handel"}, {"sector": "zorg"})
    assert choose(region, asked, keuze).status == "open"
    assert choose(region, asked, "mijne").status == "gesloten"
    assert region.one(Werkgever, row_id).sector == "zorg"


def test_both_names_of_a_werkgever(region: Region) -> None:
    row_id, asked = conflict(region, {"naam": "Houtbouw Noord"}, {"naam": "Houtbouw Zuid"})
    choose(region, asked, "beide")
    row = region.one(Werkgever, row_id)
    assert (row.naam, row.handelsnamen) == ("Houtbouw Noord", ["Houtbouw Zuid"])


def test_both_numbers_of_a_person(region: Region) -> None:
    werkgever = region.do(a(RegistreerWerkgever)).id
    person = region.do(a(RegistreerContactpersoon, werkgever_id=werkgever)).id
    assert person is not None
    seen = {person: 1}
    region.do(a(WijzigContactpersoon, contactpersoon_id=person, telefoon="0351111111"), FATIMA, basis=seen)
    region.do(a(WijzigContactpersoon, contactpersoon_id=person, telefoon="0352222222"), HERMAN, basis=seen)
    [asked] = region.all(Afstemming)
    choose(region, asked, "beide")
    row = region.one(Contactpersoon, person)
    assert (row.telefoon, row.telefoon_2) == ("0351111111", "0352222222")


def test_both_is_refused_where_there_can_be_one(region: Region) -> None:
    _, asked = conflict(region, {"sector": "handel"}, {"sector": "zorg"})
    before = region.wire()
    with pytest.raises(Weigering) as refused:
        choose(region, asked, "beide")
    assert refused.value.code == "afstemming_beide_kan_niet"
    assert region.wire() == before


def test_a_choice_is_made_once(region: Region) -> None:
    row_id, asked = conflict(region, {"sector": "handel"}, {"sector": "zorg"})
    choose(region, asked, "ander")
    choose(region, asked, "mijne")
    assert region.one(Werkgever, row_id).sector == "handel"


def test_a_choice_is_kept_in_the_history(region: Region) -> None:
    row_id, asked = conflict(region, {"sector": "handel"}, {"sector": "zorg"})
    choose(region, asked, "mijne")
    lines = sorted(region.all(Veldwijziging, rij_id=row_id), key=lambda line: line.rij_versie)
    assert [(line.oud, line.nieuw) for line in lines] == [("bouw", "handel"), ("handel", "zorg")]


@pytest.mark.parametrize("keuze", ["gelezen", "mijne", "ander", "later"])
def test_a_notice_is_read_and_gone(region: Region, keuze: str) -> None:
    row_id = region.do(a(RegistreerWerkgever)).id
    region.do(a(NeemRegie, werkgever_id=row_id), HERMAN)
    region.do(a(LegContactVast, werkgever_id=row_id), FATIMA)
    [notice] = region.all(Afstemming)
    assert choose(region, notice, keuze).status == "gesloten"


def test_nobody_chooses_for_another(region: Region) -> None:
    _, asked = conflict(region, {"sector": "handel"}, {"sector": "zorg"})
    for command in (
        a(KiesAfstemming, afstemming_id=asked.id, keuze="mijne"),
        a(KiesAfstemming, afstemming_id=new_id(), keuze="mijne"),
    ):
        with pytest.raises(Weigering) as refused:
            region.do(command, FATIMA)
        assert refused.value.code == "afstemming_onbekend"


def test_made_and_chosen_in_one_batch(region: Region) -> None:
    row_id = region.do(a(RegistreerWerkgever, sector="bouw")).id
    assert row_id is not None
    region.do(a(WijzigWerkgever, werkgever_id=row_id, sector="handel"), FATIMA, basis={row_id: 1})
    with region.together() as work:
        region.do(a(WijzigWerkgever, werkgever_id=row_id, sector="zorg"), HERMAN, basis={row_id: 1})
        [asked] = [row for row in work.touched.values() if isinstance(row, Afstemming)]
        region.do(a(KiesAfstemming, afstemming_id=asked.id, keuze="mijne"), HERMAN)
    assert region.one(Werkgever, row_id).sector == "zorg"


# -- another region -----------------------------------------------------------------------------------


def _moves_elsewhere(region: Region, row_id: str) -> None:
    """The same database, another region."""
    region.session.flush()
    region.connection.execute(
        update(Werkgever).where(Werkgever.id == row_id).values(regio_id=known_id("andere regio"))
    )
    region.session.expire_all()


@pytest.mark.parametrize("keuze", ["mijne", "beide"])
def test_a_choice_writes_nothing_in_another_region(region: Region, keuze: str) -> None:
    row_id, asked = conflict(region, {"sector": "handel"}, {"sector": "zorg"})
    _moves_elsewhere(region, row_id)
    choose(region, asked, keuze)
    there = select(Werkgever.sector, Werkgever.versie).where(Werkgever.id == row_id)
    assert tuple(region.connection.execute(there).one()) == ("handel", 2)


def test_a_refusal_names_no_werkgever_of_another_region(region: Region) -> None:
    row_id = region.do(a(RegistreerWerkgever, naam="Elders")).id
    assert row_id is not None
    work = Work(region.session)
    work.begin(context(HERMAN))
    typed = refused.Typed("werkgever.wijzig", 1, {"werkgever_id": row_id})
    assert refused.refused(work, new_id(), typed, "mag_niet", {}).werkgever_id == row_id
    _moves_elsewhere(region, row_id)
    assert refused.refused(work, new_id(), typed, "mag_niet", {}).werkgever_id is None
    assert refused.adapted(work, new_id(), typed, "x", {}, row_id).werkgever_id is None
