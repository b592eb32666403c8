"""The palette finds vacatures, own candidates, placements and the guide; nothing that is somebody else's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import Engine, text

from desktop.models.commands.vacature import TrekVacatureIn
from desktop.models.commands.werkgever import WijzigWerkgever
from desktop.models.context import Actor
from desktop.models.queries import palette_subjects, recent
from desktop.models.tables import Kandidaatregie, Plaatsing, Vacature
from tests.models.placed import Placed, filled, placed
from tests.support.builders import FATIMA, KARIN, SEVDA, Region, a, actor, code_row, region_in
from tests.support.groundwork import lay
from tests.support.placing import vacature_at

TODAY = date(2026, 11, 20)
ADMIN = actor("Beheer", "beheerder")


@pytest.fixture
def region(equipped: Engine) -> Iterator[Region]:
    with region_in(equipped) as made:
        lay(made, _region)
        yield made


def _region(region: Region) -> None:
    filled(region)
    region.session.add(code_row("vacature_status", "ingetrokken", "Ingetrokken"))


@pytest.fixture
def there(region: Region) -> Placed:
    """Daan P works at Houtbouw Eemvallei; there are two vacatures, one of which ended."""
    made = placed(region, project="Kansrijk")
    region.do(a(WijzigWerkgever, werkgever_id=made.werkgever_id, naam="Houtbouw Eemvallei"))
    vacature_at(region, made.werkgever_id, naam="Timmerman", plaats="Eemnes")
    ended = vacature_at(region, made.werkgever_id, naam="Timmerman in opleiding")
    region.do(a(TrekVacatureIn, vacature_id=ended, reden="vervallen"), FATIMA)
    numbered(region, Plaatsing, "P-00012")
    numbered(region, Kandidaatregie, "K-00034")
    return made


def numbered(region: Region, table: type, nummer: str) -> None:
    """The centre gives numbers; here the row is given one."""
    name = table.__tablename__  # type: ignore[attr-defined]
    region.session.execute(text(f"UPDATE {name} SET nummer = :nummer"), {"nummer": nummer})  # noqa: S608


def found(region: Region, typed: str, who: Actor = SEVDA, elk: int = 4) -> list[tuple[str, str, str]]:
    hits = palette_subjects.zoek(region.session, typed, who, TODAY, elk)
    return [(hit.soort, hit.titel, hit.bij) for hit in hits]


def test_a_vacature_is_found_by_its_name_what_ended_last(region: Region, there: Placed) -> None:
    assert found(region, "timmer") == [
        ("vacature", "Timmerman", "Houtbouw Eemvallei"),
        ("vacature", "Timmerman in opleiding", "Houtbouw Eemvallei, ingetrokken"),
    ]


@pytest.mark.parametrize(
    "typed", ["eemnes timmerman", "timmerman houtbouw", "houtbouw timmer", "eemvallei eemnes"]
)
def test_words_of_the_werkgever_and_of_the_work_together(region: Region, there: Placed, typed: str) -> None:
    assert ("vacature", "Timmerman", "Houtbouw Eemvallei") in found(region, typed)


def test_a_placement_is_found_by_its_werkgever_and_says_who_only_to_its_bemiddelaar(
    region: Region, there: Placed
) -> None:
    [hit] = [hit for hit in found(region, "houtbouw eem") if hit[0] == "plaatsing"]
    assert hit == ("plaatsing", "Daan P", "Houtbouw Eemvallei, P-00012")


@pytest.mark.parametrize("typed", ["P-12", "p 12", "p-00012", "P-0001"])
def test_a_placement_is_found_by_its_number(region: Region, there: Placed, typed: str) -> None:
    assert [hit[0] for hit in found(region, typed, FATIMA)] == ["plaatsing"]


@pytest.mark.parametrize("typed", ["daan", "Daan P", "K-34", "k-00034"])
def test_an_own_candidate_by_name_and_number(region: Region, there: Placed, typed: str) -> None:
    assert found(region, typed)[0] == ("kandidaat", "Daan P", "K-00034")


def test_the_placement_of_an_own_candidate_by_its_name(region: Region, there: Placed) -> None:
    assert [hit[0] for hit in found(region, "daan")] == ["kandidaat", "plaatsing"]


@pytest.mark.parametrize("who", [FATIMA, KARIN, ADMIN])
def test_nobody_else_finds_a_candidate(region: Region, there: Placed, who: Actor) -> None:
    """Whatever rows were there: the question itself is not asked for who has no candidates."""
    assert [hit for hit in found(region, "daan", who) if hit[0] == "kandidaat"] == []
    assert found(region, "K-34", who) == []


def test_who_has_no_page_of_vacatures_does_not_find_them(region: Region, there: Placed) -> None:
    assert {hit[0] for hit in found(region, "timmerman", ADMIN)} == set()


def test_an_instrument_by_its_name_and_what_ended_last(region: Region) -> None:
    hits = found(region, "loonkosten")
    assert hits[0][:2] == ("instrument", "Loonkostensubsidie")
    assert [hit[2].endswith(palette_subjects.PAST) for hit in found(region, "loonkostenvoordeel")] == [
        *([False] * 3),
        True,
    ]


def test_no_more_of_each_than_asked(region: Region, there: Placed) -> None:
    for number in range(8):
        vacature_at(region, there.werkgever_id, naam=f"Timmerman {number}")
    assert len([hit for hit in found(region, "timmerman", elk=3) if hit[0] == "vacature"]) == 3


@pytest.mark.parametrize("typed", ["", " ", "?!", "x", "v-1 2"])
def test_what_cannot_be_found_is_not_found(region: Region, there: Placed, typed: str) -> None:
    assert found(region, typed) == []


def test_a_change_of_a_name_is_found_at_once(region: Region, there: Placed) -> None:
    [vacature] = [row for row in region.session.query(Vacature) if row.naam == "Timmerman"]
    vacature.naam = "Meubelmaker"
    region.session.flush()
    assert [hit[1] for hit in found(region, "meubel")] == ["Meubelmaker"]


def test_what_was_opened_lately_of_every_kind_in_order(region: Region, there: Placed) -> None:
    keys = [
        ("plaatsing", there.plaatsing_id),
        ("kandidaat", there.kandidaat_id),
        ("werkgever", there.werkgever_id),
        ("vacature", "0190a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"),
        ("iets_anders", there.werkgever_id),
    ]
    rows = recent.opened(region.session, keys, SEVDA.medewerker_id, TODAY)
    assert [(row.soort, row.titel) for row in rows] == [
        ("plaatsing", "Daan P"),
        ("kandidaat", "Daan P"),
        ("werkgever", "Houtbouw Eemvallei"),
    ]
