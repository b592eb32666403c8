"""A signaal reaches who holds the regie, and the answer comes back."""

from __future__ import annotations

import pytest

from desktop.models.commands.regie import WijsRegieToe
from desktop.models.commands.signaal import BeantwoordSignaal, MeldSignaal
from desktop.models.commands.werkgever import RegistreerWerkgever
from desktop.models.errors import Weigering
from desktop.models.queries import signaal
from desktop.models.tables import Afstemming, Signaal
from tests.support.builders import ANOUK, FATIMA, HERMAN, KARIN, NOW, SEVDA, Region, a

TODAY = NOW.date()
SAID = {"categorie": "klacht", "tekst": "De werkgever wil minder telefoontjes."}


@pytest.fixture
def werkgever_id(region: Region) -> str:
    row_id = region.do(a(RegistreerWerkgever)).id
    assert row_id is not None
    region.do(a(WijsRegieToe, werkgever_id=row_id, accountmanager_id=FATIMA.medewerker_id), KARIN)
    return row_id


def reported(region: Region, werkgever_id: str) -> str:
    row_id = region.do(a(MeldSignaal, werkgever_id=werkgever_id, **SAID), SEVDA).id
    assert row_id is not None
    return row_id


def notices(region: Region, code: str) -> list[str]:
    return [row.medewerker_id for row in region.all(Afstemming) if row.code == code]


def test_the_answer_comes_back_to_who_reported_it(region: Region, werkgever_id: str) -> None:
    row_id = reported(region, werkgever_id)
    assert region.one(Signaal, row_id).voor_id == FATIMA.medewerker_id
    assert notices(region, "signaal_gekregen") == [FATIMA.medewerker_id]
    assert [row.id for row in signaal.open_voor(region.session, FATIMA.medewerker_id, FATIMA.rol, TODAY)] == [
        row_id
    ]
    answer = a(BeantwoordSignaal, signaal_id=row_id, antwoord="Ik bel nu één keer per maand.")
    region.do(answer, FATIMA)
    row = region.one(Signaal, row_id)
    assert (row.status, row.beantwoord_op) == ("beantwoord", TODAY)
    assert notices(region, "signaal_antwoord") == [SEVDA.medewerker_id]
    assert signaal.open_voor(region.session, FATIMA.medewerker_id, FATIMA.rol, TODAY) == ()
    before = region.wire()
    region.do(answer, FATIMA)
    assert region.wire() == before
    with pytest.raises(Weigering) as refused:
        region.do(a(BeantwoordSignaal, signaal_id=row_id, antwoord="Iets anders"), KARIN)
    assert refused.value.code == "signaal_al_beantwoord"


def test_it_stays_with_who_holds_the_regie(region: Region, werkgever_id: str) -> None:
    row_id = reported(region, werkgever_id)
    for who in (ANOUK, HERMAN):
        with pytest.raises(Weigering) as refused:
            region.do(a(BeantwoordSignaal, signaal_id=row_id, antwoord="Ja"), who)
        assert (refused.value.code, refused.value.parameters["wie"]) == ("signaal_van_collega", FATIMA.naam)
    region.do(a(WijsRegieToe, werkgever_id=werkgever_id, accountmanager_id=HERMAN.medewerker_id), KARIN)
    assert [row.id for row in signaal.open_voor(region.session, HERMAN.medewerker_id, HERMAN.rol, TODAY)] == [
        row_id
    ]
    region.do(a(BeantwoordSignaal, signaal_id=row_id, antwoord="Ik neem het over."), HERMAN)


def test_without_regie_the_teamleiders_see_to_it(region: Region) -> None:
    werkgever_id = region.do(a(RegistreerWerkgever)).id or ""
    row_id = reported(region, werkgever_id)
    assert region.one(Signaal, row_id).voor_id is None
    assert notices(region, "signaal_zonder_regie") == [KARIN.medewerker_id]
    assert [row.id for row in signaal.open_voor(region.session, KARIN.medewerker_id, KARIN.rol, TODAY)] == [
        row_id
    ]
    assert signaal.open_voor(region.session, HERMAN.medewerker_id, HERMAN.rol, TODAY) == ()
    region.do(a(BeantwoordSignaal, signaal_id=row_id, antwoord="Ik zoek iemand."), KARIN)


def test_it_is_reported_once(region: Region, werkgever_id: str) -> None:
    command = a(MeldSignaal, id="01970000-0000-7000-8000-0000000000aa", werkgever_id=werkgever_id, **SAID)
    region.do(command, SEVDA)
    before = region.wire()
    region.do(command, SEVDA)
    assert region.wire() == before
    assert [row.melder for row in signaal.signalen(region.session, werkgever_id)] == [SEVDA.naam]
