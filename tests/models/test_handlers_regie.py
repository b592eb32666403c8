"""R1 and R5: one regiehouder at a time, always an accountmanager; and announcing an approach."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.models.commands.regie import MeldBenadering, NeemRegie, WijsRegieToe
from desktop.models.commands.werkgever import RegistreerWerkgever
from desktop.models.context import Actor
from desktop.models.errors import Weigering
from desktop.models.tables import Afstemming, Medewerker, Regie, Reservering
from tests.support.builders import FATIMA, HERMAN, JOOST, KARIN, NOW, SEVDA, Region, a, new_id


@pytest.fixture
def werkgever_id(region: Region) -> str:
    row_id = region.do(a(RegistreerWerkgever)).id
    assert row_id is not None
    return row_id


def refusal(region: Region, *args: object) -> Weigering:
    with pytest.raises(Weigering) as caught:
        region.do(*args)  # type: ignore[arg-type]
    return caught.value


def running(region: Region) -> list[tuple[str, str]]:
    return [(row.werkgever_id, row.accountmanager_id) for row in region.all(Regie, tot=None)]


def test_the_first_takes_the_regie_and_the_second_reads_who_has_it(region: Region, werkgever_id: str) -> None:
    region.do(a(NeemRegie, werkgever_id=werkgever_id, reden="Ken ze van vroeger"), FATIMA)
    refused = refusal(region, a(NeemRegie, werkgever_id=werkgever_id), HERMAN)
    assert (refused.code, refused.parameters) == (
        "regie_al_bij_ander",
        {"wie": "Fatima El Idrissi", "sinds": "2026-11-20"},
    )
    assert running(region) == [(werkgever_id, FATIMA.medewerker_id)]


def test_it_starts_when_the_centre_gets_it_not_when_it_was_asked(region: Region, werkgever_id: str) -> None:
    asked = NOW - timedelta(days=3)
    region.do(a(NeemRegie, werkgever_id=werkgever_id), FATIMA, tijd=asked, ontvangen=NOW)
    assert [row.van for row in region.all(Regie)] == [date(2026, 11, 20)]


def test_the_day_is_that_of_the_region_not_of_greenwich(region: Region, werkgever_id: str) -> None:
    region.do(a(NeemRegie, werkgever_id=werkgever_id), tijd=NOW.replace(hour=23, minute=30))
    assert [row.van for row in region.all(Regie)] == [date(2026, 11, 21)]


def test_taking_twice_is_taking_once(region: Region, werkgever_id: str) -> None:
    region.do(a(NeemRegie, werkgever_id=werkgever_id), FATIMA)
    before = region.wire()
    assert region.do(a(NeemRegie, werkgever_id=werkgever_id), FATIMA).result == "toegepast"
    assert region.wire() == before


@pytest.mark.parametrize("who", [SEVDA, KARIN, JOOST], ids=lambda who: who.naam)
def test_only_an_accountmanager_takes(region: Region, werkgever_id: str, who: Actor) -> None:
    assert refusal(region, a(NeemRegie, werkgever_id=werkgever_id), who).code == "mag_niet"


def test_two_in_one_batch_are_still_one(region: Region, werkgever_id: str) -> None:
    with region.together():
        region.do(a(NeemRegie, werkgever_id=werkgever_id), HERMAN)
        refused = refusal(region, a(NeemRegie, werkgever_id=werkgever_id), FATIMA)
    assert refused.code == "regie_al_bij_ander"
    assert running(region) == [(werkgever_id, HERMAN.medewerker_id)]


def test_the_teamleider_gives_it_to_another_and_both_are_told(region: Region, werkgever_id: str) -> None:
    region.do(a(NeemRegie, werkgever_id=werkgever_id), FATIMA)
    later = NOW + timedelta(days=10)
    give = a(WijsRegieToe, werkgever_id=werkgever_id, accountmanager_id=HERMAN.medewerker_id)
    region.do(give, KARIN, tijd=later)
    assert running(region) == [(werkgever_id, HERMAN.medewerker_id)]
    assert sorted((row.van, row.tot) for row in region.all(Regie) if row.tot) == [
        (date(2026, 11, 20), date(2026, 11, 30))
    ]
    told = {row.medewerker_id: row.code for row in region.all(Afstemming)}
    assert told == {FATIMA.medewerker_id: "regie_weggehaald", HERMAN.medewerker_id: "regie_toegewezen"}
    before = region.wire()
    region.do(give, KARIN)
    assert region.wire() == before


@pytest.mark.parametrize(
    ("receiver", "code"), [(SEVDA, "regie_alleen_accountmanager"), (KARIN, "regie_alleen_accountmanager")]
)
def test_it_is_given_to_accountmanagers_only(
    region: Region, werkgever_id: str, receiver: Actor, code: str
) -> None:
    command = a(WijsRegieToe, werkgever_id=werkgever_id, accountmanager_id=receiver.medewerker_id)
    assert refusal(region, command, KARIN).code == code


def test_it_is_not_given_to_who_left(region: Region, werkgever_id: str) -> None:
    region.one(Medewerker, HERMAN.medewerker_id).actief = False
    region.session.flush()
    command = a(WijsRegieToe, werkgever_id=werkgever_id, accountmanager_id=HERMAN.medewerker_id)
    assert refusal(region, command, KARIN).code == "medewerker_niet_actief"


def test_it_is_not_given_to_a_stranger(region: Region, werkgever_id: str) -> None:
    command = a(WijsRegieToe, werkgever_id=werkgever_id, accountmanager_id=new_id())
    assert refusal(region, command, KARIN).code == "medewerker_onbekend"


@pytest.mark.parametrize("who", [FATIMA, SEVDA, JOOST], ids=lambda who: who.naam)
def test_only_the_teamleider_gives(region: Region, werkgever_id: str, who: Actor) -> None:
    command = a(WijsRegieToe, werkgever_id=werkgever_id, accountmanager_id=HERMAN.medewerker_id)
    assert refusal(region, command, who).code == "mag_niet"


def test_an_approach_is_announced_once_for_two_weeks(region: Region, werkgever_id: str) -> None:
    command = a(MeldBenadering, werkgever_id=werkgever_id, reden="Twee kandidaten")
    region.do(command, SEVDA)
    region.do(command, SEVDA)
    [row] = region.all(Reservering)
    assert (row.medewerker_id, row.van, row.tot) == (
        SEVDA.medewerker_id,
        date(2026, 11, 20),
        date(2026, 12, 4),
    )


def test_a_second_approach_reads_who_was_first(region: Region, werkgever_id: str) -> None:
    region.do(a(MeldBenadering, werkgever_id=werkgever_id), SEVDA)
    refused = refusal(region, a(MeldBenadering, werkgever_id=werkgever_id), HERMAN)
    assert (refused.code, refused.parameters) == (
        "benadering_al_gemeld",
        {"wie": "Sevda Yilmaz", "tot": "2026-12-04"},
    )


def test_an_approach_may_be_announced_again_when_the_first_is_over(region: Region, werkgever_id: str) -> None:
    region.do(a(MeldBenadering, werkgever_id=werkgever_id), SEVDA)
    region.do(a(MeldBenadering, werkgever_id=werkgever_id), HERMAN, tijd=NOW + timedelta(days=15))
    assert len(region.all(Reservering)) == 2


def test_where_someone_holds_the_regie_only_that_person_announces(region: Region, werkgever_id: str) -> None:
    region.do(a(NeemRegie, werkgever_id=werkgever_id), FATIMA)
    assert refusal(region, a(MeldBenadering, werkgever_id=werkgever_id), SEVDA).code == "regie_al_bij_ander"
    assert region.do(a(MeldBenadering, werkgever_id=werkgever_id), FATIMA).result == "toegepast"


@pytest.mark.parametrize("cls", [NeemRegie, MeldBenadering])
def test_an_unknown_werkgever_is_refused(region: Region, cls: type[NeemRegie]) -> None:
    assert refusal(region, a(cls, werkgever_id=new_id())).code == "werkgever_onbekend"
