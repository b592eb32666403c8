"""Vacatures: brought in, handed over, given back, withdrawn, passed; and who is told."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from desktop.models.commands.regie import AanvaardOverdracht, NeemRegie, StelOverdrachtVoor
from desktop.models.commands.vacature import (
    DraagVacatureOver,
    NeemVacatureTerug,
    RegistreerVacature,
    TrekVacatureIn,
    VerloopVacature,
    WijzigVacature,
)
from desktop.models.commands.werkgever import (
    RegistreerContactpersoon,
    RegistreerWerkgever,
    VoegWerkgeversSamen,
)
from desktop.models.commands.werkgeversvraag import RegistreerWerkgeversvraag
from desktop.models.context import Actor
from desktop.models.errors import Weigering
from desktop.models.handlers.vacature import settle
from desktop.models.queries import vacature as queries
from desktop.models.queries import vacature_list
from desktop.models.queries.overdracht import overdrachten
from desktop.models.queries.vacature_rows import VacatureFilter
from desktop.models.rights import CENTRE
from desktop.models.tables import (
    Afstemming,
    Betrokkenheid,
    Plaatsing,
    Vacature,
    VacatureDossier,
    VacatureOverdracht,
    Veldwijziging,
    Voordracht,
    Werkgeversvraag,
)
from desktop.models.work import Work
from desktop.wording import sentence
from tests.models.undoing import do, seen, undo
from tests.models.undoing import refusal as refused_undo
from tests.support.builders import (
    ANOUK,
    FATIMA,
    HERMAN,
    JOOST,
    KARIN,
    REGION_ID,
    SEVDA,
    Region,
    a,
    context,
    new_id,
)
from tests.support.groundwork import lay

TODAY = date(2026, 11, 20)
CENTRUM = Actor(new_id(), "Werkregie", CENTRE, REGION_ID)


@pytest.fixture
def werkgever_id(region: Region) -> str:
    return lay(region, _werkgever_id)


def _werkgever_id(region: Region) -> str:
    row_id = region.do(a(RegistreerWerkgever)).id
    assert row_id is not None
    region.do(a(NeemRegie, werkgever_id=row_id), FATIMA)
    return row_id


def bring_in(region: Region, werkgever_id: str, who: Actor = FATIMA, **given: Any) -> str:
    row_id = region.do(a(RegistreerVacature, werkgever_id=werkgever_id, **given), who).id
    assert row_id is not None
    return row_id


def hand_over(region: Region, row_id: str, *people: Actor, who: Actor = FATIMA) -> None:
    ids = [person.medewerker_id for person in people]
    region.do(a(DraagVacatureOver, vacature_id=row_id, bemiddelaar_ids=ids, matchingroute="matchtafel"), who)


def told(region: Region, who: Actor) -> list[str]:
    return [
        sentence(row.code, row.parameters) for row in region.all(Afstemming, medewerker_id=who.medewerker_id)
    ]


def refusal(region: Region, command: Any, who: Actor) -> str:
    with pytest.raises(Weigering) as refused:
        region.do(command, who)
    return refused.value.code


def add_voordracht(work: Work, vacature: Vacature, status: str) -> Voordracht:
    return work.add(
        Voordracht(
            id=new_id(),
            werkgever_id=vacature.werkgever_id,
            vacature_id=vacature.id,
            bemiddelaar_id=SEVDA.medewerker_id,
            datum=TODAY,
            status=status,
            status_op=TODAY,
        )
    )


def add_plaatsing(work: Work, vacature: Vacature) -> Plaatsing:
    return work.add(
        Plaatsing(
            id=new_id(),
            werkgever_id=vacature.werkgever_id,
            vacature_id=vacature.id,
            bemiddelaar_id=SEVDA.medewerker_id,
            soort="baan",
            start=TODAY,
            sroi=False,
            status="loopt",
        )
    )


def test_what_everyone_may_know_and_what_the_dossier_keeps_are_apart(
    region: Region, werkgever_id: str
) -> None:
    person = region.do(a(RegistreerContactpersoon, werkgever_id=werkgever_id)).id
    command = a(
        RegistreerVacature,
        id=new_id(),
        werkgever_id=werkgever_id,
        contactpersoon_ids=[person],
        toelichting="Liever iemand uit de buurt",
        uren_min=16,
        uren_max=24,
        rijbewijs=["B"],
        taal_mondeling=2,
        postcode="1217 ZA",
    )
    region.do(command)
    row = region.one(Vacature, command.id)
    assert (row.status, row.eigenaar_id, row.aantal_plaatsen) == ("nieuw", FATIMA.medewerker_id, 1)
    assert (row.uren_min, row.rijbewijs, row.vervoer, row.postcode) == (16, ["B"], [], "1217ZA")
    [kept] = region.all(VacatureDossier)
    assert (kept.contactpersoon_ids, kept.toelichting) == ([person], "Liever iemand uit de buurt")
    assert region.all(Afstemming) == []
    before = region.wire()
    region.do(command)
    assert region.wire() == before


def test_the_regiehouder_hears_of_a_vacature_of_somebody_else(region: Region, werkgever_id: str) -> None:
    bring_in(region, werkgever_id, HERMAN)
    assert told(region, FATIMA) == [
        "Herman Bakker bracht een vacature in bij Houtbouw Eemvallei: Monteur. Jij hebt daar de regie."
    ]


def test_a_bemiddelaar_who_brings_one_in_looks_for_people_at_once(region: Region, werkgever_id: str) -> None:
    row_id = bring_in(region, werkgever_id, SEVDA)
    assert region.one(Vacature, row_id).status == "overgedragen"
    [handed] = region.all(VacatureOverdracht)
    assert handed.bemiddelaar_id == SEVDA.medewerker_id
    [involved] = region.all(Betrokkenheid)
    assert (involved.medewerker_id, involved.reden) == (SEVDA.medewerker_id, "vacature")
    assert len(told(region, FATIMA)) == 1


def test_handing_over_brings_the_dossier_and_a_notice(region: Region, werkgever_id: str) -> None:
    row_id = bring_in(region, werkgever_id)
    hand_over(region, row_id, SEVDA, ANOUK)
    assert region.one(Vacature, row_id).status == "overgedragen"
    assert {row.medewerker_id for row in region.all(Betrokkenheid)} == {
        SEVDA.medewerker_id,
        ANOUK.medewerker_id,
    }
    [notice] = told(region, SEVDA)
    assert notice.startswith(
        "Fatima El Idrissi droeg een vacature aan jou over bij Houtbouw Eemvallei: Monteur."
    )
    hand_over(region, row_id, SEVDA)
    assert len(region.all(VacatureOverdracht)) == 2
    assert [row.matchingroute for row in queries.overdrachten(region.session, werkgever_id)] == [
        "matchtafel"
    ] * 2


def test_who_may_hand_over_and_to_whom(region: Region, werkgever_id: str) -> None:
    row_id = bring_in(region, werkgever_id)
    to = a(DraagVacatureOver, vacature_id=row_id, bemiddelaar_ids=[SEVDA.medewerker_id])
    assert refusal(region, to, HERMAN) == "vacature_van_ander"
    assert refusal(region, to, SEVDA) == "mag_niet"
    to_herman = a(DraagVacatureOver, vacature_id=row_id, bemiddelaar_ids=[HERMAN.medewerker_id])
    assert refusal(region, to_herman, FATIMA) == "vacature_alleen_bemiddelaar"
    nobody = a(DraagVacatureOver, vacature_id=row_id, bemiddelaar_ids=[])
    assert refusal(region, nobody, FATIMA) == "vacature_zonder_bemiddelaar"
    region.do(to, KARIN)
    region.do(a(TrekVacatureIn, vacature_id=row_id))
    assert refusal(region, to, KARIN) == "vacature_voorbij"


def test_given_back_the_dossier_goes_unless_there_is_something_else(
    region: Region, werkgever_id: str
) -> None:
    row_id = bring_in(region, werkgever_id)
    hand_over(region, row_id, SEVDA, ANOUK)
    back = a(NeemVacatureTerug, vacature_id=row_id, bemiddelaar_id=SEVDA.medewerker_id, reden="Geen tijd")
    assert refusal(region, back, ANOUK) == "vacature_van_ander"
    region.do(back, SEVDA)
    by_person = {row.bemiddelaar_id: row.teruggegeven_op for row in region.all(VacatureOverdracht)}
    assert by_person == {SEVDA.medewerker_id: TODAY, ANOUK.medewerker_id: None}
    gone = {row.medewerker_id for row in region.all(Betrokkenheid) if row.verwijderd_op is not None}
    assert gone == {SEVDA.medewerker_id}
    assert "Geen tijd" in told(region, FATIMA)[0]
    region.do(a(NeemVacatureTerug, vacature_id=row_id, bemiddelaar_id=ANOUK.medewerker_id))
    assert region.one(Vacature, row_id).status == "nieuw"


def test_only_who_has_something_with_it_changes_it_as_a_bemiddelaar(
    region: Region, werkgever_id: str
) -> None:
    row_id = bring_in(region, werkgever_id)
    change = a(WijzigVacature, vacature_id=row_id, omschrijving="Binnen", toelichting="Vraag naar Wim")
    assert refusal(region, change, SEVDA) == "vacature_niet_van_jou"
    hand_over(region, row_id, SEVDA)
    region.do(change, SEVDA)
    assert region.one(Vacature, row_id).omschrijving == "Binnen"
    assert [row.toelichting for row in region.all(VacatureDossier)] == ["Vraag naar Wim"]
    region.do(a(WijzigVacature, vacature_id=row_id, wis=["omschrijving", "toelichting"]), HERMAN)
    assert region.one(Vacature, row_id).omschrijving is None
    assert [row.toelichting for row in region.all(VacatureDossier)] == [None]


def test_two_who_change_the_same_field_get_a_question(region: Region, werkgever_id: str) -> None:
    row_id = bring_in(region, werkgever_id)
    region.do(a(WijzigVacature, vacature_id=row_id, salaris="2.500"), FATIMA)
    said = region.do(
        a(WijzigVacature, vacature_id=row_id, salaris="2.700", beroep="lasser"), HERMAN, basis={row_id: 1}
    )
    assert said.code == "wijziging_conflict"
    row = region.one(Vacature, row_id)
    assert (row.salaris, row.beroep) == ("2.500", "lasser")


def test_withdrawing_tells_everybody_who_looks_for_people(region: Region, werkgever_id: str) -> None:
    row_id = bring_in(region, werkgever_id, HERMAN)
    hand_over(region, row_id, SEVDA)
    region.do(a(TrekVacatureIn, vacature_id=row_id), FATIMA)
    row = region.one(Vacature, row_id)
    assert (row.status, row.status_reden) == ("ingetrokken", "Zelf iemand gevonden")
    for person in (SEVDA, HERMAN):
        assert any("trok de vacature Monteur" in line for line in told(region, person))


def test_the_state_follows_from_voordrachten_and_plaatsingen(region: Region, werkgever_id: str) -> None:
    row_id = bring_in(region, werkgever_id, aantal_plaatsen=2)
    seen = []
    with region.together() as work:
        work.begin(context(SEVDA))
        row = work.require(Vacature, row_id, "vacature_onbekend")

        def state() -> str:
            settle(work, row)
            return row.status

        first = add_voordracht(work, row, "voorgesteld")
        seen.append(state())
        work.change(first, status="afgewezen_werkgever")
        seen.append(state())
        one, two = add_plaatsing(work, row), add_plaatsing(work, row)
        seen.append(state())
        work.change(two, status="vervallen")
        seen.append(state())
        work.change(one, status="beeindigd")
        seen.append(state())
    assert seen == ["voordracht_loopt", "nieuw", "vervuld", "voordracht_loopt", "voordracht_loopt"]
    lines = [(line.oud, line.nieuw) for line in region.all(Veldwijziging, veld="status")]
    assert sorted(lines) == sorted(
        [
            ("nieuw", "voordracht_loopt"),
            ("voordracht_loopt", "nieuw"),
            ("nieuw", "vervuld"),
            ("vervuld", "voordracht_loopt"),
        ]
    )


def test_what_has_passed_is_said_by_the_centre_and_opened_by_a_later_day(
    region: Region, werkgever_id: str
) -> None:
    row_id = bring_in(region, werkgever_id, sluitingsdatum="2026-11-21")
    hand_over(region, row_id, SEVDA)
    expire = a(VerloopVacature, vacature_id=row_id)
    region.do(expire, CENTRUM, tijd=datetime(2026, 11, 21, 12, tzinfo=UTC))
    assert region.one(Vacature, row_id).status == "overgedragen"
    region.do(expire, CENTRUM, tijd=datetime(2026, 11, 22, 2, tzinfo=UTC))
    assert region.one(Vacature, row_id).status == "verlopen"
    assert any("sloot op 21\u00a0november 2026" in line for line in told(region, SEVDA))
    region.do(a(WijzigVacature, vacature_id=row_id, sluitingsdatum="2026-12-31"))
    assert region.one(Vacature, row_id).status == "overgedragen"


def test_the_list_finds_counts_and_knows_mine(region: Region, werkgever_id: str) -> None:
    first = bring_in(
        region, werkgever_id, naam="Lasser", beroepsklasse="technisch", sluitingsdatum="2026-11-25"
    )
    second = bring_in(region, werkgever_id, naam="Kok café", soort="leerbaan")
    third = bring_in(region, werkgever_id, HERMAN, naam="Chauffeur")
    hand_over(region, second, SEVDA)

    def found(who: Actor = FATIMA, **keuze: Any) -> set[str]:
        return set(vacature_list.ids(region.session, VacatureFilter(**keuze), who, TODAY))

    assert found() == {first, second, third}
    assert found(tekst="CAFE") == {second}
    assert found(tekst="houtbouw las") == {first}
    assert found(soort="leerbaan") == {second}
    assert found(beroepsklasse="technisch") == {first}
    assert found(mijn=True) == {first, second}
    assert found(SEVDA, mijn=True) == {second}
    assert found(zonder_bemiddelaar=True) == {first, third}
    assert found(sluit_binnen=7) == {first}
    assert found(bemiddelaar_id=SEVDA.medewerker_id) == {second}
    assert found(werkgever_id=new_id()) == set()
    page = vacature_list.page(
        region.session,
        VacatureFilter(statussen=frozenset({"nieuw"}), sortering="sluitingsdatum"),
        FATIMA,
        TODAY,
        1,
    )
    assert (page.aantal, page.per_status) == (2, {"nieuw": 2, "overgedragen": 1})
    [line] = page.regels
    assert (line.id, line.regiehouder, line.lopend, line.geplaatst) == (first, FATIMA.naam, 0, 0)
    [hers] = vacature_list.lines(region.session, [second], JOOST)
    assert (hers.bemiddelaars, hers.lopend) == ((SEVDA.naam,), None)


def test_the_page_of_one_shows_its_dossier_to_who_may_have_it(region: Region, werkgever_id: str) -> None:
    person = region.do(a(RegistreerContactpersoon, werkgever_id=werkgever_id)).id
    row_id = bring_in(region, werkgever_id, contactpersoon_ids=[person], toelichting="Bel eerst")
    region.do(a(WijzigVacature, vacature_id=row_id, salaris="2.500"))
    card = queries.card(region.session, row_id, FATIMA)
    assert card is not None
    assert ([one.naam for one in card.contactpersonen], card.toelichting) == (["Wim Verkerk"], "Bel eerst")
    assert [(line.veld, line.oud, line.nieuw) for line in card.geschiedenis] == [("salaris", None, "2.500")]
    region.do(a(TrekVacatureIn, vacature_id=row_id))
    card = queries.card(region.session, row_id, FATIMA)
    assert card is not None
    assert [line.veld for line in card.geschiedenis].count("status") == 1
    assert {line.veld for line in card.geschiedenis} == {"salaris", "status", "status_reden"}
    assert card.vacature.type_overeenkomst == "01"
    other = queries.card(region.session, row_id, ANOUK)
    assert other is not None
    assert (other.met_dossier, other.contactpersonen, other.toelichting, other.lopend) == (
        False,
        (),
        None,
        None,
    )
    assert queries.card(region.session, new_id(), FATIMA) is None


def test_what_was_given_back_can_be_taken_again(region: Region, werkgever_id: str) -> None:
    row_id = bring_in(region, werkgever_id)
    hand_over(region, row_id, SEVDA)
    before = seen(region)
    command = a(NeemVacatureTerug, vacature_id=row_id, bemiddelaar_id=SEVDA.medewerker_id, reden="Geen tijd")
    uuid = do(region, command, SEVDA)
    assert seen(region) != before
    undo(region, command, uuid, SEVDA)
    assert seen(region) == before


def test_a_vacature_that_a_colleague_works_on_stays(region: Region, werkgever_id: str) -> None:
    command = a(RegistreerVacature, id=new_id(), werkgever_id=werkgever_id)
    uuid = do(region, command, HERMAN)
    hand_over(region, str(command.id), SEVDA)
    assert refused_undo(region, command, uuid)[0] == "ongedaan_hangt_aan"


def test_the_regie_passes_on_with_its_vacatures_and_questions(region: Region, werkgever_id: str) -> None:
    row_id = bring_in(region, werkgever_id)
    done = bring_in(region, werkgever_id)
    region.do(a(TrekVacatureIn, vacature_id=done))
    asked = region.do(a(RegistreerWerkgeversvraag, werkgever_id=werkgever_id)).id
    offer = a(StelOverdrachtVoor, id=new_id(), werkgever_id=werkgever_id, naar_id=HERMAN.medewerker_id)
    region.do(offer)
    [line] = overdrachten(region.session, werkgever_id)
    assert (line.open_vacatures, line.open_vragen) == (1, 1)
    uuid = do(region, a(AanvaardOverdracht, overdracht_id=offer.id), HERMAN)
    assert region.one(Vacature, row_id).eigenaar_id == HERMAN.medewerker_id
    assert region.one(Vacature, done).eigenaar_id == FATIMA.medewerker_id
    assert region.one(Werkgeversvraag, asked).behandelaar_id == HERMAN.medewerker_id
    undo(region, a(AanvaardOverdracht, overdracht_id=offer.id), uuid, HERMAN)
    assert region.one(Vacature, row_id).eigenaar_id == FATIMA.medewerker_id
    assert region.one(Werkgeversvraag, asked).behandelaar_id == FATIMA.medewerker_id


def test_everything_of_a_double_goes_on_in_the_werkgever_that_stays(
    region: Region, werkgever_id: str
) -> None:
    double = region.do(a(RegistreerWerkgever, naam="Houtbouw Eemvallei BV")).id
    assert double is not None
    row_id = bring_in(region, double, toelichting="Bel eerst")
    hand_over(region, row_id, SEVDA)
    region.do(a(RegistreerWerkgeversvraag, werkgever_id=double))
    lent = bring_in(region, werkgever_id, soort="detachering", formele_werkgever_id=double)
    with region.together() as work:
        work.begin(context(SEVDA))
        row = work.require(Vacature, row_id, "vacature_onbekend")
        add_voordracht(work, row, "gesprek")
        add_plaatsing(work, row)
    region.do(a(VoegWerkgeversSamen, werkgever_id=werkgever_id, dubbel_id=double), KARIN)
    followed: tuple[type[Any], ...] = (
        Vacature,
        VacatureDossier,
        VacatureOverdracht,
        Voordracht,
        Plaatsing,
        Werkgeversvraag,
        Betrokkenheid,
    )
    for cls in followed:
        assert {row.werkgever_id for row in region.all(cls)} == {werkgever_id}, cls
    assert region.one(Vacature, lent).formele_werkgever_id == werkgever_id
