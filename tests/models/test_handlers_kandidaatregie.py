"""R10: the regie on a candidate passes on, or somebody stands in; known by number, never by name."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from desktop.models.commands.kandidaat import GeefToestemming, RegistreerKandidaat, WijzigKandidaat
from desktop.models.commands.kandidaatregie import (
    AanvaardKandidaatoverdracht,
    BeeindigKandidaatwaarneming,
    DraagKandidaatOver,
    StelKandidaatwaarnemingIn,
    TrekKandidaatoverdrachtIn,
    WeigerKandidaatoverdracht,
    WijsKandidaatToe,
)
from desktop.models.commands.werkgever import RegistreerWerkgever
from desktop.models.context import Actor
from desktop.models.errors import Weigering
from desktop.models.handlers.profiel import profile_id
from desktop.models.tables import (
    Afstemming,
    Betrokkenheid,
    KandidaatOverdracht,
    Kandidaatregie,
    KandidaatWaarneming,
    Medewerker,
    Profiel,
    Voordracht,
)
from desktop.wording import sentence
from tests.models.test_handlers_kandidaat import put_forward, refusal, registered
from tests.support.builders import (
    ANOUK,
    FATIMA,
    KARIN,
    NOW,
    REGION_ID,
    SEVDA,
    Region,
    a,
    actor,
    medewerker_row,
    new_id,
)
from tests.support.groundwork import lay

NOOR = actor("Noor Bos", "bemiddelaar")
CENTRE = Actor(REGION_ID, "centrum", "centrum", REGION_ID)


@pytest.fixture
def kandidaat(region: Region) -> str:
    """Sevda has a candidate with a number; a third bemiddelaar works here too."""
    return lay(region, _kandidaat)


def _kandidaat(region: Region) -> str:
    region.session.add(medewerker_row(NOOR))
    row_id = registered(region, roepnaam="Geheim")
    region.all(Kandidaatregie)[0].nummer = "K-00012"
    region.session.flush()
    return row_id


def holder(region: Region, kandidaat_id: str) -> str:
    [row] = region.all(Kandidaatregie, kandidaat_id=kandidaat_id, verwijderd_op=None)
    return row.bemiddelaar_id


def offered(region: Region, kandidaat_id: str, naar: Actor = ANOUK) -> str:
    command = a(DraagKandidaatOver, kandidaat_id=kandidaat_id, naar_id=naar.medewerker_id)
    row_id = region.do(command, SEVDA).id
    assert row_id is not None
    return row_id


def notices(region: Region, who: Actor) -> list[str]:
    rows = region.all(Afstemming, medewerker_id=who.medewerker_id)
    return [sentence(row.code, row.parameters).replace("\N{NO-BREAK SPACE}", " ") for row in rows]


def involved(region: Region, who: Actor) -> dict[str, str]:
    """Werkgever → why this person has its dossier."""
    rows = region.all(Betrokkenheid, medewerker_id=who.medewerker_id, verwijderd_op=None)
    return {row.werkgever_id: row.reden for row in rows}


# ------------------------------------------------------------------- overdracht


def test_it_stays_until_the_receiver_accepts_and_then_all_of_it_goes(
    region: Region, kandidaat: str, werkgever: str
) -> None:
    region.do(a(GeefToestemming, kandidaat_id=kandidaat), SEVDA)
    voordracht = put_forward(region, kandidaat, werkgever)
    row_id = offered(region, kandidaat)
    assert holder(region, kandidaat) == SEVDA.medewerker_id
    assert notices(region, ANOUK) == [
        "Sevda Yilmaz vraagt of jij kandidaat K-00012 overneemt. Geef antwoord bij Kandidaten."
    ]
    region.do(a(AanvaardKandidaatoverdracht, overdracht_id=row_id), ANOUK)
    assert holder(region, kandidaat) == ANOUK.medewerker_id
    assert region.one(Profiel, profile_id(kandidaat)).bemiddelaar_id == ANOUK.medewerker_id
    assert region.one(Voordracht, voordracht).bemiddelaar_id == ANOUK.medewerker_id
    assert (involved(region, ANOUK), involved(region, SEVDA)) == ({werkgever: "voordracht"}, {})
    assert region.one(KandidaatOverdracht, row_id).status == "aanvaard"
    assert "Geheim" not in str(region.wire()["afstemming"])
    refused = refusal(region, a(WijzigKandidaat, kandidaat_id=kandidaat, niveau=4), SEVDA)
    assert refused.code == "kandidaat_onbekend"
    before = region.wire()
    region.do(a(AanvaardKandidaatoverdracht, overdracht_id=row_id), ANOUK)
    assert region.wire() == before


def test_a_receiver_who_has_the_offer_only_can_try_it(region: Region, kandidaat: str) -> None:
    """As on the receiver's laptop, which holds neither the candidate nor its regie."""
    row_id = offered(region, kandidaat)
    region.session.delete(region.all(Kandidaatregie)[0])
    region.session.flush()
    assert region.do(a(AanvaardKandidaatoverdracht, overdracht_id=row_id), ANOUK).result == "toegepast"


def test_it_is_declined_or_taken_back(region: Region, kandidaat: str) -> None:
    row_id = offered(region, kandidaat)
    region.do(a(WeigerKandidaatoverdracht, overdracht_id=row_id), ANOUK)
    assert (region.one(KandidaatOverdracht, row_id).status, holder(region, kandidaat)) == (
        "geweigerd",
        SEVDA.medewerker_id,
    )
    assert refusal(region, a(AanvaardKandidaatoverdracht, overdracht_id=row_id), ANOUK).code == (
        "overdracht_voorbij"
    )
    again = offered(region, kandidaat, NOOR)
    region.do(a(TrekKandidaatoverdrachtIn, overdracht_id=again), KARIN)
    assert region.one(KandidaatOverdracht, again).status == "ingetrokken"


@pytest.mark.parametrize(
    ("command", "who", "code"),
    [
        (lambda k: a(DraagKandidaatOver, kandidaat_id=k, naar_id=NOOR.medewerker_id), ANOUK,
         "kandidaat_onbekend"),
        (lambda k: a(DraagKandidaatOver, kandidaat_id=k, naar_id=FATIMA.medewerker_id), SEVDA,
         "kandidaat_alleen_bemiddelaar"),
        (lambda k: a(DraagKandidaatOver, kandidaat_id=k, naar_id=SEVDA.medewerker_id), SEVDA,
         "overdracht_aan_regiehouder"),
        (lambda _: a(DraagKandidaatOver, kandidaat_id=new_id(), naar_id=NOOR.medewerker_id), SEVDA,
         "kandidaat_onbekend"),
        (lambda _: a(AanvaardKandidaatoverdracht, overdracht_id=new_id()), ANOUK,
         "kandidaat_overdracht_onbekend"),
        (lambda k: a(WijsKandidaatToe, kandidaat_id=k, naar_id=NOOR.medewerker_id), SEVDA, "mag_niet"),
        (lambda k: a(WijsKandidaatToe, kandidaat_id=k, naar_id=FATIMA.medewerker_id), KARIN,
         "kandidaat_alleen_bemiddelaar"),
        (lambda _: a(WijsKandidaatToe, kandidaat_id=new_id(), naar_id=NOOR.medewerker_id), KARIN,
         "kandidaat_onbekend"),
    ],
)  # fmt: skip
def test_what_is_no_overdracht(region: Region, kandidaat: str, command: Any, who: Actor, code: str) -> None:
    assert refusal(region, command(kandidaat), who).code == code


def test_there_is_one_offer_at_a_time_and_it_is_for_one_person(region: Region, kandidaat: str) -> None:
    row_id = offered(region, kandidaat)
    again = a(DraagKandidaatOver, kandidaat_id=kandidaat, naar_id=NOOR.medewerker_id)
    assert refusal(region, again, SEVDA).code == "overdracht_loopt_al"
    for answer in (AanvaardKandidaatoverdracht, WeigerKandidaatoverdracht):
        assert refusal(region, a(answer, overdracht_id=row_id), NOOR).code == "overdracht_voor_ander"
    assert refusal(region, a(TrekKandidaatoverdrachtIn, overdracht_id=row_id), NOOR).code == (
        "overdracht_van_ander"
    )


def test_the_teamleider_assigns_by_number_and_what_was_offered_is_off(region: Region, kandidaat: str) -> None:
    row_id = offered(region, kandidaat)
    region.do(a(WijsKandidaatToe, kandidaat_id=kandidaat, naar_id=NOOR.medewerker_id), KARIN)
    assert holder(region, kandidaat) == NOOR.medewerker_id
    assert region.one(KandidaatOverdracht, row_id).status == "ingetrokken"
    assert notices(region, NOOR) == [
        "Karin Smit gaf jou de regie op kandidaat K-00012. Kijk bij Kandidaten wat er loopt."
    ]
    assert notices(region, SEVDA) == [
        "Kandidaat K-00012 is nu bij Noor Bos. Praat samen over wat er nog loopt."
    ]
    assert "Geheim" not in str(region.wire()["afstemming"])
    before = region.wire()
    region.do(a(WijsKandidaatToe, kandidaat_id=kandidaat, naar_id=NOOR.medewerker_id), KARIN)
    assert region.wire() == before


def test_who_left_passes_on_by_the_teamleider_and_nobody_gets_one_who_left(
    region: Region, kandidaat: str
) -> None:
    region.one(Medewerker, SEVDA.medewerker_id).actief = False
    region.one(Medewerker, NOOR.medewerker_id).actief = False
    region.session.flush()
    to_noor = a(WijsKandidaatToe, kandidaat_id=kandidaat, naar_id=NOOR.medewerker_id)
    assert refusal(region, to_noor, KARIN).code == "medewerker_niet_actief"
    region.do(a(WijsKandidaatToe, kandidaat_id=kandidaat, naar_id=ANOUK.medewerker_id), KARIN)
    assert holder(region, kandidaat) == ANOUK.medewerker_id


# ------------------------------------------------------------------- waarneming


def away(waarnemer: Actor = ANOUK, **given: Any) -> StelKandidaatwaarnemingIn:
    period = {"van": "2026-11-20", "tot": "2026-11-30"}
    return a(StelKandidaatwaarnemingIn, waarnemer_id=waarnemer.medewerker_id, **period | given)


def test_for_everyone_and_for_one(region: Region, kandidaat: str, werkgever: str) -> None:
    put_forward(region, kandidaat, werkgever)
    one = region.do(away(NOOR, kandidaat_id=kandidaat), SEVDA).id
    assert (region.one(KandidaatWaarneming, one).nummer, involved(region, NOOR)) == (
        "K-00012",
        {werkgever: "waarneming"},
    )
    assert refusal(region, away(ANOUK), SEVDA).code == "waarneming_overlapt"
    region.do(a(BeeindigKandidaatwaarneming, waarneming_id=one), NOOR)
    assert involved(region, NOOR) == {}
    region.do(away(ANOUK, voor_id=SEVDA.medewerker_id), KARIN)
    assert involved(region, ANOUK) == {werkgever: "waarneming"}
    assert (
        "Je neemt waar voor de kandidaten van Sevda Yilmaz, van 20 november 2026 tot en met 30 november 2026."
        in notices(region, ANOUK)
    )


@pytest.mark.parametrize(
    ("command", "who", "code"),
    [
        (away(FATIMA), SEVDA, "kandidaat_alleen_bemiddelaar"),
        (away(SEVDA), SEVDA, "waarnemer_zelfde"),
        (away(NOOR, voor_id=SEVDA.medewerker_id), ANOUK, "waarneming_alleen_eigen"),
        (away(NOOR, voor_id=FATIMA.medewerker_id), KARIN, "kandidaat_alleen_bemiddelaar"),
        (away(NOOR), FATIMA, "mag_niet"),
        (away(NOOR, tot="2026-11-19"), SEVDA, "waarneming_eindigt_voor_begin"),
        (away(NOOR, tot="2028-01-01"), SEVDA, "waarneming_te_lang"),
        (away(NOOR, kandidaat_id=new_id()), SEVDA, "kandidaat_waarneming_zonder_regie"),
    ],
)
def test_what_is_no_waarneming(
    region: Region, kandidaat: str, command: StelKandidaatwaarnemingIn, who: Actor, code: str
) -> None:
    assert refusal(region, command, who).code == code


@pytest.mark.parametrize("who", [SEVDA, ANOUK, KARIN, CENTRE], ids=lambda who: who.naam)
def test_they_end_it_or_the_teamleider_or_the_centre(region: Region, kandidaat: str, who: Actor) -> None:
    row_id = region.do(away(), SEVDA).id
    region.do(a(BeeindigKandidaatwaarneming, waarneming_id=row_id), who, tijd=NOW + timedelta(days=4))
    row = region.one(KandidaatWaarneming, row_id)
    assert (row.beeindigd, row.tot) == (True, date(2026, 11, 24))
    assert refusal(region, a(WijzigKandidaat, kandidaat_id=kandidaat, niveau=4), ANOUK).code == (
        "kandidaat_onbekend"
    )
    before = region.wire()
    region.do(a(BeeindigKandidaatwaarneming, waarneming_id=row_id), who)
    assert region.wire() == before


def test_others_do_not_end_it_and_one_that_never_began_goes(region: Region, kandidaat: str) -> None:
    row_id = region.do(away(van="2026-11-23"), SEVDA).id
    assert refusal(region, a(WijzigKandidaat, kandidaat_id=kandidaat, niveau=4), ANOUK).code == (
        "kandidaat_onbekend"
    )
    assert refusal(region, a(BeeindigKandidaatwaarneming, waarneming_id=row_id), NOOR).code == (
        "waarneming_van_ander"
    )
    region.do(a(BeeindigKandidaatwaarneming, waarneming_id=row_id), SEVDA)
    assert region.one(KandidaatWaarneming, row_id).verwijderd_op == NOW


def test_own_work_there_keeps_the_dossier_when_standing_in_is_over(
    region: Region, kandidaat: str, werkgever: str
) -> None:
    own = region.do(a(RegistreerKandidaat), ANOUK).id
    assert own is not None
    put_forward(region, own, werkgever, ANOUK)
    put_forward(region, kandidaat, werkgever)
    row_id = region.do(away(), SEVDA).id
    assert involved(region, ANOUK) == {werkgever: "waarneming"}
    region.do(a(BeeindigKandidaatwaarneming, waarneming_id=row_id), SEVDA)
    assert involved(region, ANOUK) == {werkgever: "voordracht"}


def test_an_overdracht_ends_a_waarneming_for_that_one(region: Region, kandidaat: str) -> None:
    region.do(away(NOOR, kandidaat_id=kandidaat), SEVDA)
    region.do(a(WijsKandidaatToe, kandidaat_id=kandidaat, naar_id=ANOUK.medewerker_id), KARIN)
    assert [row.beeindigd for row in region.all(KandidaatWaarneming)] == [True]
    with pytest.raises(Weigering):
        region.do(a(WijzigKandidaat, kandidaat_id=kandidaat, niveau=4), NOOR)


def test_the_dossiers_of_who_stands_in_are_of_what_runs_there_now(
    region: Region, kandidaat: str, werkgever: str
) -> None:
    """One waarneming that is over leaves those of another; a candidate that passes on takes its dossier."""
    put_forward(region, kandidaat, werkgever)
    other_at = region.do(a(RegistreerWerkgever, naam="Elders BV")).id or ""
    other = registered(region, roepnaam="Ander")
    put_forward(region, other, other_at)
    region.do(away(NOOR, kandidaat_id=kandidaat), SEVDA)
    second = region.do(away(NOOR, kandidaat_id=other), SEVDA).id
    assert set(involved(region, NOOR)) == {werkgever, other_at}
    region.do(a(BeeindigKandidaatwaarneming, waarneming_id=second), SEVDA)
    assert set(involved(region, NOOR)) == {werkgever}
    region.do(a(WijsKandidaatToe, kandidaat_id=kandidaat, naar_id=ANOUK.medewerker_id), KARIN)
    assert involved(region, NOOR) == {}
    region.do(away(NOOR, voor_id=ANOUK.medewerker_id), KARIN)
    region.do(a(WijsKandidaatToe, kandidaat_id=other, naar_id=ANOUK.medewerker_id), KARIN)
    assert set(involved(region, NOOR)) == {werkgever, other_at}
