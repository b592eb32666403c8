"""More people at work than a vacature has places: both stand, and who it concerns reads what to do."""

from __future__ import annotations

import pytest

from desktop.models.commands.plaatsing import (
    BeeindigPlaatsing,
    LaatPlaatsingVervallen,
    RegistreerPlaatsing,
    WijzigPlaatsing,
)
from desktop.models.commands.vacature import DraagVacatureOver, WijzigVacature
from desktop.models.context import Actor
from desktop.models.outcome import Outcome
from desktop.models.tables import Afstemming, Vacature
from desktop.wording import sentence
from tests.models.test_handlers_plaatsing import do
from tests.support.builders import ANOUK, FATIMA, SEVDA, Region, a
from tests.support.placing import candidate_of, vacature_at, werkgever_of

CROWDED = "vacature_te_vol"


@pytest.fixture
def werkgever_id(region: Region) -> str:
    return werkgever_of(region)


@pytest.fixture
def vacature_id(region: Region, werkgever_id: str) -> str:
    return vacature_at(region, werkgever_id, nummer="V-00007")


def place(region: Region, vacature_id: str | None, who: Actor = SEVDA, **given: str) -> Outcome:
    where = {"vacature_id": vacature_id} if vacature_id else {}
    return region.do(a(RegistreerPlaatsing, kandidaat_id=candidate_of(region, who), **where, **given), who)


def told(region: Region) -> dict[str, str]:
    """Who reads it, and what."""
    rows = region.all(Afstemming, code=CROWDED)
    return {row.medewerker_id: sentence(row.code, row.parameters) for row in rows}


def test_the_second_stands_and_everybody_reads_what_to_do(region: Region, vacature_id: str) -> None:
    region.do(a(DraagVacatureOver, vacature_id=vacature_id, bemiddelaar_ids=[ANOUK.medewerker_id]), FATIMA)
    assert place(region, vacature_id).result == "toegepast"
    assert told(region) == {}
    second = place(region, vacature_id, ANOUK)
    assert (second.result, second.code) == ("aangepast", CROWDED)
    assert second.id is not None
    said = sentence(CROWDED, second.parameters)
    assert "Magazijnmedewerker (V-00007)" in said
    assert "1 plaats, en er werken nu 2 mensen" in said
    assert told(region) == dict.fromkeys((FATIMA.medewerker_id, SEVDA.medewerker_id), said)
    assert region.one(Vacature, vacature_id).status == "vervuld"


def test_who_looks_for_people_is_told_too(region: Region, vacature_id: str) -> None:
    region.do(a(DraagVacatureOver, vacature_id=vacature_id, bemiddelaar_ids=[ANOUK.medewerker_id]), FATIMA)
    place(region, vacature_id)
    place(region, vacature_id)
    assert set(told(region)) == {FATIMA.medewerker_id, ANOUK.medewerker_id}


def test_somebody_after_another_and_a_trial_are_no_crowd(region: Region, vacature_id: str) -> None:
    first = place(region, vacature_id).id
    do(region, a(BeeindigPlaatsing, plaatsing_id=first, einddatum="2026-12-31"), "2027-01-02")
    second = place(region, vacature_id).id
    do(region, a(LaatPlaatsingVervallen, plaatsing_id=second), "2027-01-03")
    assert place(region, vacature_id).result == "toegepast"
    assert place(region, vacature_id, soort="proefplaatsing").result == "toegepast"
    assert told(region) == {}


def test_fewer_places_than_people(region: Region, werkgever_id: str) -> None:
    vacature_id = vacature_at(region, werkgever_id, aantal_plaatsen=3)
    for _ in range(2):
        assert place(region, vacature_id).result == "toegepast"
    fewer = a(WijzigVacature, vacature_id=vacature_id, aantal_plaatsen=2)
    assert region.do(fewer, FATIMA).result == "toegepast"
    one = region.do(a(WijzigVacature, vacature_id=vacature_id, aantal_plaatsen=1), FATIMA)
    assert (one.result, one.code) == ("aangepast", CROWDED)
    assert set(told(region)) == {SEVDA.medewerker_id}
    more = a(WijzigVacature, vacature_id=vacature_id, aantal_plaatsen=2)
    assert region.do(more, FATIMA).result == "toegepast"


def test_a_trial_that_was_work_all_along(region: Region, vacature_id: str) -> None:
    place(region, vacature_id)
    trial = place(region, vacature_id, soort="proefplaatsing").id
    changed = region.do(a(WijzigPlaatsing, plaatsing_id=trial, soort="leerbaan"), SEVDA)
    assert (changed.result, changed.code) == ("aangepast", CROWDED)
    later = region.do(a(WijzigPlaatsing, plaatsing_id=trial, uren=24), SEVDA)
    assert later.result == "toegepast"
