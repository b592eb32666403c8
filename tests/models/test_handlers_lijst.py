"""Kept lists: one's own, each name once, twenty at most."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.models.commands.lijst import BewaarLijst, VerwijderLijst
from desktop.models.context import Actor
from desktop.models.errors import Weigering
from desktop.models.handlers.lijst import BEFORE, MOST, STEPS
from desktop.models.queries import lijst
from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.models.tables import BewaardeLijst
from desktop.wording import sentence
from tests.support.builders import FATIMA, HERMAN, Region, a, new_id

SILENT = {"mijn_regie": True, "dagen_zonder_contact": 60, "sortering": "langst_geleden"}


def kept(region: Region, who: Actor = FATIMA) -> dict[str, WerkgeverFilter]:
    region.session.flush()
    return {
        row.naam: row.keuze for row in lijst.lijsten(region.session, who.medewerker_id, date(2026, 11, 20))
    }


def refusal(region: Region, command: Any, who: Actor = FATIMA) -> str:
    with pytest.raises(Weigering) as refused:
        region.do(command, who)
    assert "…" not in sentence(refused.value.code, refused.value.parameters)
    return refused.value.code


def test_a_list_holds_what_is_set_and_nothing_else(region: Region) -> None:
    row_id = region.do(a(BewaarLijst, naam="Lang geen contact", keuze=SILENT)).id
    row = region.one(BewaardeLijst, row_id)
    assert {name: value for name, value in row.keuze.items() if name != BEFORE} == SILENT
    assert (row.medewerker_id, row.volgorde) == (FATIMA.medewerker_id, 1)
    assert kept(region) == {
        "Lang geen contact": WerkgeverFilter(
            mijn_regie=True, geen_contact_sinds=date(2026, 9, 21), sortering="langst_geleden"
        )
    }
    assert kept(region, HERMAN) == {}


def test_another_name_and_another_filter(region: Region) -> None:
    row_id = region.do(a(BewaarLijst, naam="Eerst", keuze=SILENT)).id
    region.do(a(BewaarLijst, id=row_id, naam="eerst", keuze={"segment": "actief"}))
    assert kept(region) == {"eerst": WerkgeverFilter(segment="actief")}
    assert region.one(BewaardeLijst, row_id).versie == 2


def test_keeping_twice_is_keeping_once(region: Region) -> None:
    command = a(BewaarLijst, id=new_id(), naam="Eerst", keuze=SILENT)
    region.do(command)
    before = region.wire()
    region.do(command)
    assert region.wire() == before


def test_lists_stand_in_the_order_in_which_they_were_made(region: Region) -> None:
    for naam in ("Zorg", "Bouw", "Techniek"):
        region.do(a(BewaarLijst, naam=naam, keuze={"tekst": naam}))
    assert list(kept(region)) == ["Zorg", "Bouw", "Techniek"]


@pytest.mark.parametrize("naam", ["Techniek", "TECHNIEK", "Téchniek"])
def test_a_name_is_given_once(region: Region, naam: str) -> None:
    region.do(a(BewaarLijst, naam="Techniek", keuze={}))
    assert refusal(region, a(BewaarLijst, naam=naam, keuze={})) == "lijst_naam_bestaat"
    region.do(a(BewaarLijst, naam=naam, keuze={}), HERMAN)


def test_twenty_is_enough(region: Region) -> None:
    first = region.do(a(BewaarLijst, naam="Lijst 0", keuze={})).id
    for number in range(1, MOST):
        region.do(a(BewaarLijst, naam=f"Lijst {number}", keuze={}))
    assert refusal(region, a(BewaarLijst, naam="Nog een", keuze={})) == "lijsten_vol"
    region.do(a(BewaarLijst, id=first, naam="Anders", keuze={}))
    region.do(a(VerwijderLijst, lijst_id=first))
    region.do(a(BewaarLijst, naam="Nog een", keuze={}))
    assert len(kept(region)) == MOST


def test_a_list_that_was_taken_away_can_come_back(region: Region) -> None:
    row_id = region.do(a(BewaarLijst, naam="Zorg", keuze={})).id
    for _ in range(2):
        region.do(a(VerwijderLijst, lijst_id=row_id))
    assert kept(region) == {}
    assert region.one(BewaardeLijst, row_id).versie == 2
    region.do(a(BewaarLijst, id=row_id, naam="Zorg", keuze={}))
    assert list(kept(region)) == ["Zorg"]


def test_a_list_of_a_colleague_is_not_there(region: Region) -> None:
    row_id = region.do(a(BewaarLijst, naam="Zorg", keuze={}), HERMAN).id
    assert refusal(region, a(VerwijderLijst, lijst_id=row_id)) == "lijst_onbekend"
    assert refusal(region, a(BewaarLijst, id=row_id, naam="Van mij", keuze={})) == "lijst_onbekend"
    assert refusal(region, a(VerwijderLijst, lijst_id=new_id())) == "lijst_onbekend"


def test_a_list_that_is_kept_often_does_not_grow(region: Region) -> None:
    row_id = region.do(a(BewaarLijst, naam="Lijst", keuze={})).id
    sizes = []
    for number in range(3 * STEPS):
        region.do(a(BewaarLijst, id=row_id, naam="Lijst", keuze={"tekst": f"zoek {number:02}"}))
        sizes.append(len(str(region.one(BewaardeLijst, row_id).keuze)))
    assert sizes[-1] == sizes[STEPS]
    assert len(set(sizes[:STEPS])) == STEPS
