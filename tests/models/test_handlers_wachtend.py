"""Questions that wait too long: the teamleiders read whose and how many, and nothing of what was typed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.models.commands.afstemming import KiesAfstemming, MeldWachtend
from desktop.models.commands.werkgever import RegistreerWerkgever, WijzigWerkgever
from desktop.models.context import Actor
from desktop.models.errors import Weigering
from desktop.models.rights import CENTRE
from desktop.models.tables import Afstemming
from desktop.wording import sentence
from tests.support.builders import FATIMA, HERMAN, KARIN, NOW, REGION_ID, Region, a, known_id

THE_CENTRE = Actor(REGION_ID, "centrum", CENTRE, REGION_ID)
SECRET = "wat Herman typte"


def ask(region: Region, name: str = "Houtbouw") -> Afstemming:
    """Herman is asked something."""
    row_id = known_id(name)
    region.do(a(RegistreerWerkgever, id=row_id, naam=name))
    region.do(a(WijzigWerkgever, werkgever_id=row_id, concern="Van Fatima"), FATIMA, basis={row_id: 1})
    region.do(a(WijzigWerkgever, werkgever_id=row_id, concern=SECRET), HERMAN, basis={row_id: 1})
    return region.all(Afstemming, rij_id=row_id)[0]


def report(region: Region, days: int) -> list[Afstemming]:
    later = NOW + timedelta(days=days)
    region.do(a(MeldWachtend, medewerker_id=HERMAN.medewerker_id), THE_CENTRE, tijd=later)
    return region.all(Afstemming, code="afstemming_wacht")


def answer(region: Region, item: Afstemming, keuze: str = "ander", who: Actor = HERMAN) -> None:
    later = NOW + timedelta(days=5)
    region.do(a(KiesAfstemming, afstemming_id=item.id, keuze=keuze), who, tijd=later)


def test_nobody_hears_of_a_question_of_four_days(region: Region) -> None:
    ask(region)
    assert report(region, 4) == []


def test_after_five_days_the_teamleider_reads_whose_it_is(region: Region) -> None:
    ask(region)
    [told] = report(region, 5)
    assert (told.medewerker_id, told.soort, told.status) == (KARIN.medewerker_id, "kennisgeving", "open")
    said = sentence(told.code, told.parameters)
    assert "Herman Bakker" in said
    assert "20 november 2026" in said.replace("\u00a0", " ")
    assert SECRET not in str(region.wire()["afstemming"][told.id])


def test_every_day_again_is_one_notice(region: Region) -> None:
    ask(region)
    report(region, 5)
    before = region.wire()
    assert len(report(region, 6)) == 1
    assert region.wire() == before


def test_it_goes_with_the_last_answer(region: Region) -> None:
    first, second = ask(region), ask(region, "Bakkerij")
    [told] = report(region, 5)
    assert told.parameters["aantal"] == 2
    answer(region, first)
    told = region.one(Afstemming, told.id)
    assert (told.parameters["aantal"], told.status) == (1, "open")
    answer(region, second)
    assert region.one(Afstemming, told.id).status == "gesloten"


def test_later_does_not_hide_it(region: Region) -> None:
    answer(region, ask(region), "later")
    assert len(report(region, 5)) == 1


def test_what_was_read_stays_read_until_there_is_more(region: Region) -> None:
    ask(region)
    [told] = report(region, 5)
    answer(region, told, "gelezen", KARIN)
    assert report(region, 6)[0].status == "gesloten"
    ask(region, "Bakkerij")
    assert report(region, 6)[0].status == "open"


def test_only_the_centre_reports(region: Region) -> None:
    with pytest.raises(Weigering) as refused:
        region.do(a(MeldWachtend, medewerker_id=HERMAN.medewerker_id), KARIN)
    assert refused.value.code == "mag_niet"
