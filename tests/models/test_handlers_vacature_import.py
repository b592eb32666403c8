"""Vacatures and beroepen of a file on both databases: once is enough, and what people did is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from desktop.models.commands.beroepenlijst import ImporteerBeroepen
from desktop.models.commands.ongedaan import MaakOngedaan
from desktop.models.commands.regie import NeemRegie
from desktop.models.commands.vacature import ImporteerVacatures, WijzigVacature
from desktop.models.commands.werkgever import RegistreerWerkgever
from desktop.models.fields import to_plain
from desktop.models.queries.beroep import beroepen
from desktop.models.queries.vacature_vum import documents
from desktop.models.rules import vum
from desktop.models.tables import Codewaarde, Vacature, VacatureDossier
from tests.imports.vum_documents import ALL, FULL, Document
from tests.support.builders import FATIMA, HERMAN, JOOST, KARIN, NOW, Region, a, known_id, new_id


@pytest.fixture
def werkgever_id(region: Region) -> str:
    row_id = region.do(a(RegistreerWerkgever)).id
    assert row_id is not None
    region.do(a(NeemRegie, werkgever_id=row_id), FATIMA)
    return row_id


def rows_of(werkgever_id: str, *found: Document) -> list[Mapping[str, Any]]:
    rows: list[Mapping[str, Any]] = []
    for document in found:
        reading = vum.read(document)
        columns = {name: to_plain(value) for name, value in reading.columns.items()}
        people = {} if reading.people is None else {"vum_contactpersonen": reading.people}
        head = {"id": new_id(), "werkgever_id": werkgever_id, "vum": reading.rest}
        rows.append(columns | head | people)
    return rows


def bring_in(region: Region, werkgever_id: str, *found: Document, batch: str = "een") -> Mapping[str, Any]:
    command = a(ImporteerVacatures, batch=known_id(batch), regels=rows_of(werkgever_id, *found))
    return dict(region.do(command, KARIN).parameters)


def test_a_file_comes_in_once_and_goes_out_equal(region: Region, werkgever_id: str) -> None:
    assert bring_in(region, werkgever_id, *ALL) == {"nieuw": 3, "gewijzigd": 0, "gelijk": 0}
    rows = region.all(Vacature)
    assert {row.eigenaar_id for row in rows} == {FATIMA.medewerker_id}
    made = {one["idVacature"]: one for one in documents(region.session, [row.id for row in rows])}
    assert all(vum.same(made[one["idVacature"]], one) for one in ALL)
    before = region.wire()
    assert bring_in(region, werkgever_id, *ALL) == {"nieuw": 0, "gewijzigd": 0, "gelijk": 3}
    assert region.wire() == before


def test_a_later_file_changes_what_nobody_here_changed_and_is_taken_back(
    region: Region, werkgever_id: str
) -> None:
    bring_in(region, werkgever_id, FULL)
    [row] = region.all(Vacature)
    region.do(a(WijzigVacature, vacature_id=row.id, salaris="15 euro"), HERMAN)
    newer = FULL | {"naamVacature": "Kasmedewerker", "arbeidsVoorwaarden": {"salarisIndicatie": "16 euro"}}
    assert bring_in(region, werkgever_id, newer, batch="twee") == {"nieuw": 0, "gewijzigd": 1, "gelijk": 0}
    row = region.one(Vacature, row.id)
    assert (row.naam, row.salaris, row.aanvang) == ("Kasmedewerker", "15 euro", None)
    undone = region.do(a(MaakOngedaan, batch=known_id("twee")), KARIN)
    assert undone.parameters == {"verwijderd": 0, "hersteld": 2, "gebleven": 0}
    row = region.one(Vacature, row.id)
    assert (row.naam, row.salaris, str(row.aanvang)) == ("Medewerker kas", "15 euro", "2027-03-01")


def test_what_was_closed_already_comes_in_closed(region: Region, werkgever_id: str) -> None:
    bring_in(region, werkgever_id, FULL | {"sluitingsdatumVacature": "2026-11-19"})
    assert [row.status for row in region.all(Vacature)] == ["verlopen"]


def test_what_was_taken_back_returns_with_the_same_file(region: Region, werkgever_id: str) -> None:
    bring_in(region, werkgever_id, FULL)
    region.do(a(MaakOngedaan, batch=known_id("een")), KARIN)
    assert [row.verwijderd_op is None for row in region.all(VacatureDossier)] == [False]
    assert bring_in(region, werkgever_id, FULL, batch="twee") == {"nieuw": 0, "gewijzigd": 1, "gelijk": 0}
    assert [row.verwijderd_op for row in region.all(Vacature)] == [None]
    assert [row.verwijderd_op for row in region.all(VacatureDossier)] == [None]


def test_the_names_of_beroepen_are_the_same_rows_for_whoever_loads_them(region: Region) -> None:
    rows = [{"code": "721", "naam": "bankwerker"}, {"code": "12", "naam": "kok (café)"}]
    outcome = region.do(a(ImporteerBeroepen, regels=rows), JOOST)
    assert outcome.parameters == {"nieuw": 2, "gewijzigd": 0, "gelijk": 0, "vervallen": 0}
    before = region.wire()
    again = region.do(a(ImporteerBeroepen, regels=rows), JOOST)
    assert (again.parameters["gelijk"], region.wire() == before) == (2, True)
    changed = region.do(a(ImporteerBeroepen, regels=[{"code": "721", "naam": "Bankwerker"}]), JOOST)
    assert changed.parameters["gewijzigd"] == 1
    assert [row.code for row in region.all(Codewaarde, lijst="beroep", label="Bankwerker")] == ["721"]
    assert [row.label for row in beroepen(region.session, "werker bank", NOW.date())] == ["Bankwerker"]
    assert [row.label for row in beroepen(region.session, "KOK", NOW.date())] == ["kok (café)"]
    assert beroepen(region.session, "%", NOW.date()) == ()
