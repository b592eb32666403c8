"""Candidates: registering, recognising, changing and closing one; consent and the anonymous profile."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from desktop.models.commands.afstemming import KiesAfstemming
from desktop.models.commands.kandidaat import (
    GeefToestemming,
    HeropenKandidaat,
    RegistreerKandidaat,
    SluitKandidaatAf,
    StelDoelgroepVast,
    TrekToestemmingIn,
    WijzigKandidaat,
)
from desktop.models.commands.kandidaatregie import StelKandidaatwaarnemingIn
from desktop.models.context import Actor
from desktop.models.errors import Weigering
from desktop.models.handlers.profiel import profile_id
from desktop.models.tables import (
    Afstemming,
    Kandidaat,
    KandidaatDoelgroep,
    Kandidaatregie,
    Plaatsing,
    Profiel,
    Veldwijziging,
    Voordracht,
    VoordrachtPersoon,
)
from desktop.wording import sentence
from tests.models.placed import placed
from tests.support.builders import (
    ANOUK,
    FATIMA,
    KARIN,
    NOW,
    SEVDA,
    Region,
    a,
    medewerker_row,
    new_id,
)

SOURCE: dict[str, Any] = {"bronsysteem": "Sonar", "bron_id": "wz-1004"}


def registered(region: Region, who: Actor = SEVDA, **given: Any) -> str:
    row_id = region.do(a(RegistreerKandidaat, **given), who).id
    assert row_id is not None
    return row_id


def refusal(region: Region, *args: Any, **given: Any) -> Weigering:
    """Why it is refused; and then nothing changed."""
    before = region.wire()
    with pytest.raises(Weigering) as caught:
        region.do(*args, **given)
    assert region.wire() == before
    return caught.value


def stands_in(region: Region, waarnemer: Actor = ANOUK, voor: Actor = SEVDA) -> None:
    region.do(
        a(
            StelKandidaatwaarnemingIn,
            waarnemer_id=waarnemer.medewerker_id,
            van="2026-11-20",
            tot="2026-11-30",
        ),
        voor,
    )


def put_forward(region: Region, kandidaat_id: str, werkgever_id: str, who: Actor = SEVDA) -> str:
    """A voordracht that runs, made without its own handler."""
    row = medewerker_row(who)
    shared = {
        name: getattr(row, name)
        for name in (
            "regio_id",
            "versie",
            "aangemaakt_op",
            "aangemaakt_door",
            "gewijzigd_op",
            "gewijzigd_door",
        )
    }
    made = Voordracht(
        id=new_id(), werkgever_id=werkgever_id, bemiddelaar_id=who.medewerker_id, datum=date(2026, 11, 20),
        status="voorgesteld", status_op=date(2026, 11, 20), **shared,
    )  # fmt: skip
    person = VoordrachtPersoon(id=new_id(), voordracht_id=made.id, kandidaat_id=kandidaat_id, **shared)
    region.session.add_all([made, person])
    region.session.flush()
    return str(made.id)


# ---------------------------------------------------------------- registering


def test_a_new_candidate_is_with_who_registers_it(region: Region) -> None:
    row_id = registered(
        region,
        roepnaam="Mila",
        initiaal="V",
        pc4="1217 ZA",
        beroepen=["Lasser"],
        rijbewijs=["B"],
        uren_max=32,
    )
    row = region.one(Kandidaat, row_id)
    assert (row.roepnaam, row.pc4, row.beroepen, row.rijbewijs, row.status) == (
        "Mila", "1217", ["Lasser"], ["B"], "actief",
    )  # fmt: skip
    assert (row.aanpassing_werkomgeving, row.begeleiding, row.werkvariatie) == (0, 0, 0)
    [regie] = region.all(Kandidaatregie)
    assert (regie.kandidaat_id, regie.bemiddelaar_id, regie.nummer) == (row_id, SEVDA.medewerker_id, None)
    assert region.all(Profiel) == []


def test_registering_twice_is_registering_once(region: Region) -> None:
    command = a(RegistreerKandidaat, id=new_id(), **SOURCE)
    region.do(command, SEVDA)
    before = region.wire()
    assert region.do(command, SEVDA).result == "toegepast"
    assert region.wire() == before


def test_the_same_source_of_the_same_bemiddelaar_is_recognised(region: Region) -> None:
    """Typed on another laptop: what was empty is filled, what differs is asked."""
    first = registered(region, **SOURCE, uren_max=24, beroepen=[])
    asked = new_id()
    outcome = region.do(
        a(RegistreerKandidaat, id=asked, **SOURCE, roepnaam="Milou", uren_max=24, begeleiding=1, niveau=3,
          beroepen=["Kok"]),
        SEVDA,
    )  # fmt: skip
    assert (outcome.result, outcome.code, outcome.id) == ("aangepast", "kandidaat_al_geregistreerd", first)
    assert outcome.replaced == {asked: first}
    [row] = region.all(Kandidaat)
    assert (row.roepnaam, row.niveau, row.begeleiding, row.beroepen) == ("Mila", 3, 1, ["Kok"])
    [question] = region.all(Afstemming)
    assert (question.veld, question.van_mij, question.van_ander) == ("roepnaam", "Milou", "Mila")


def test_the_same_source_of_a_colleague_is_refused_without_a_word_about_the_person(region: Region) -> None:
    registered(region, **SOURCE, roepnaam="Geheim")
    refused = refusal(region, a(RegistreerKandidaat, **SOURCE), ANOUK)
    assert (refused.code, refused.parameters) == (
        "kandidaat_al_bekend",
        {"nummer": None, "wie": SEVDA.naam},
    )


def test_the_same_key_in_another_system_is_another_person(region: Region) -> None:
    assert registered(region, **SOURCE) != registered(region, **SOURCE | {"bronsysteem": "WBS"})


# ------------------------------------------------------------------- changing


def test_a_change_is_in_the_history_of_the_candidate_and_of_nobody_else(region: Region) -> None:
    row_id = registered(region, notitie="Werkt graag buiten")
    region.do(a(WijzigKandidaat, kandidaat_id=row_id, uren_max=24, wis=["notitie"]), SEVDA)
    row = region.one(Kandidaat, row_id)
    assert (row.uren_max, row.notitie) == (24, None)
    lines = region.all(Veldwijziging)
    assert {(line.veld, line.kandidaat_id, line.werkgever_id) for line in lines} == {
        ("uren_max", row_id, None),
        ("notitie", row_id, None),
    }


@pytest.mark.parametrize("who", [ANOUK, FATIMA, KARIN])
def test_it_is_not_there_for_anybody_else(region: Region, who: Actor) -> None:
    row_id = registered(region)
    code = "kandidaat_onbekend" if who is ANOUK else "mag_niet"
    for command in (
        a(WijzigKandidaat, kandidaat_id=row_id, niveau=4),
        a(SluitKandidaatAf, kandidaat_id=row_id),
        a(GeefToestemming, kandidaat_id=row_id),
        a(StelDoelgroepVast, kandidaat_id=row_id),
    ):
        assert refusal(region, command, who).code == code
    assert refusal(region, a(WijzigKandidaat, kandidaat_id=new_id(), niveau=4), SEVDA).code == (
        "kandidaat_onbekend"
    )


def test_who_stands_in_works_on_but_does_not_touch_the_doelgroep(region: Region) -> None:
    row_id = registered(region)
    stands_in(region)
    region.do(a(WijzigKandidaat, kandidaat_id=row_id, niveau=4), ANOUK)
    assert region.one(Kandidaat, row_id).niveau == 4
    refused = refusal(region, a(StelDoelgroepVast, kandidaat_id=row_id, doelgroepen=["wajong"]), ANOUK)
    assert refused.code == "doelgroep_alleen_bemiddelaar"
    refused = refusal(region, a(RegistreerKandidaat, **SOURCE, uren_min=40, uren_max=10), ANOUK)
    assert refused.code == "uren_omgekeerd"


def test_two_laptops_and_one_field_is_a_question_that_does_not_name_the_person(region: Region) -> None:
    row_id = registered(region, roepnaam="Geheim")
    stands_in(region)
    region.do(a(WijzigKandidaat, kandidaat_id=row_id, niveau=4), SEVDA, basis={row_id: 1})
    outcome = region.do(a(WijzigKandidaat, kandidaat_id=row_id, niveau=5), ANOUK, basis={row_id: 1})
    assert (outcome.result, outcome.code) == ("aangepast", "wijziging_conflict")
    [item] = [one for one in region.all(Afstemming) if one.soort == "conflict"]
    assert "Geheim" not in str(item.parameters)
    assert item.werkgever_id is None
    region.do(a(KiesAfstemming, afstemming_id=item.id, keuze="mijne"), ANOUK)
    assert region.one(Kandidaat, row_id).niveau == 5


def test_closing_waits_for_a_voordracht_and_reopening_brings_it_back(region: Region, werkgever: str) -> None:
    row_id = registered(region)
    voordracht = put_forward(region, row_id, werkgever)
    assert (
        refusal(region, a(SluitKandidaatAf, kandidaat_id=row_id), SEVDA).code == "kandidaat_voordracht_loopt"
    )
    region.one(Voordracht, voordracht).status = "geplaatst"
    region.session.flush()
    region.do(a(SluitKandidaatAf, kandidaat_id=row_id), SEVDA)
    row = region.one(Kandidaat, row_id)
    assert (row.status, row.afsluitreden) == ("afgesloten", "aan_het_werk")
    region.do(a(HeropenKandidaat, kandidaat_id=row_id), SEVDA)
    row = region.one(Kandidaat, row_id)
    assert (row.status, row.afsluitreden) == ("actief", None)


def test_the_doelgroep_is_a_row_of_its_own(region: Region) -> None:
    row_id = registered(region)
    given = {"doelgroepen": ["wajong", "statushouder"], "uitkeringsgroep": "geen", "ldr_registratie": 1}
    region.do(a(StelDoelgroepVast, kandidaat_id=row_id, **given), SEVDA)
    region.do(a(StelDoelgroepVast, kandidaat_id=row_id, doelgroepen=["wajong"]), SEVDA)
    [row] = region.all(KandidaatDoelgroep)
    assert (row.doelgroepen, row.uitkeringsgroep, row.ldr_registratie) == (["wajong"], None, 0)
    assert {line.tabel for line in region.all(Veldwijziging)} == {"kandidaat_doelgroep"}
    assert "wajong" not in str(region.wire()["kandidaat"])


# -------------------------------------------------------------------- consent


def test_with_consent_there_is_a_profile_that_follows_and_without_it_there_is_none(region: Region) -> None:
    row_id = registered(
        region, roepnaam="Geheim", beroepen=["Kok"], uren_max=24, pc4="1217", notitie="Geheim"
    )
    region.do(a(GeefToestemming, kandidaat_id=row_id, datum="2026-11-19"), SEVDA)
    profiel = region.one(Profiel, profile_id(row_id))
    assert (profiel.bemiddelaar_id, profiel.beroepen, profiel.uren_max, profiel.pc4) == (
        SEVDA.medewerker_id, ["Kok"], 24, "1217",
    )  # fmt: skip
    assert "Geheim" not in str(region.wire()["profiel"])
    assert row_id not in str(region.wire()["profiel"])
    region.do(a(WijzigKandidaat, kandidaat_id=row_id, beroepen=["Bakker"]), SEVDA)
    assert region.one(Profiel, profiel.id).beroepen == ["Bakker"]
    region.do(a(TrekToestemmingIn, kandidaat_id=row_id), SEVDA)
    assert region.one(Profiel, profiel.id).verwijderd_op == NOW
    region.do(a(GeefToestemming, kandidaat_id=row_id), SEVDA)
    assert region.one(Profiel, profiel.id).verwijderd_op is None
    region.do(a(SluitKandidaatAf, kandidaat_id=row_id), SEVDA)
    assert region.one(Profiel, profiel.id).verwijderd_op == NOW
    region.do(a(HeropenKandidaat, kandidaat_id=row_id), SEVDA)
    assert region.one(Profiel, profiel.id).verwijderd_op is None


def test_a_consent_taken_back_counts_whatever_a_colleague_changed(region: Region) -> None:
    row_id = registered(region)
    stands_in(region)
    region.do(a(GeefToestemming, kandidaat_id=row_id, datum="2026-11-18"), SEVDA)
    region.do(
        a(GeefToestemming, kandidaat_id=row_id, datum="2026-11-20"), ANOUK, tijd=NOW + timedelta(hours=1)
    )
    outcome = region.do(a(TrekToestemmingIn, kandidaat_id=row_id), SEVDA, basis={row_id: 2})
    assert outcome.result == "toegepast"
    assert region.one(Kandidaat, row_id).toestemming_delen is None
    assert region.one(Profiel, profile_id(row_id)).verwijderd_op is not None


def test_who_closes_a_candidate_at_work_reads_that_the_placement_stays(region: Region) -> None:
    at = placed(region)
    outcome = region.do(a(SluitKandidaatAf, kandidaat_id=at.kandidaat_id, reden="wil_niet_meer"), SEVDA)
    assert outcome.warnings == (("kandidaat_werkt_nog", {"aantal": 1}),)
    assert sentence(*outcome.warnings[0]) == (
        "Er loopt nog 1 plaatsing. De nazorg daarvan blijft bij jou staan."
    )
    region.do(a(HeropenKandidaat, kandidaat_id=at.kandidaat_id), SEVDA)
    region.one(Plaatsing, at.plaatsing_id).status = "beeindigd"
    region.session.flush()
    assert region.do(a(SluitKandidaatAf, kandidaat_id=at.kandidaat_id), SEVDA).warnings == ()
