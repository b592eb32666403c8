"""A placement registered as another kind of work, or for the wrong vacature: all that follows from it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.models.commands.afstemming import KiesAfstemming
from desktop.models.commands.ongedaan import MaakOngedaan
from desktop.models.commands.plaatsing import BevestigMijlpaal, RegistreerPlaatsing, WijzigPlaatsing
from desktop.models.commands.voordracht import DoeVoordracht, WerkVoordrachtBij
from desktop.models.queries import plaatsing
from desktop.models.queries.duurzaamheid import duurzaamheid
from desktop.models.tables import Afstemming, Kandidaat, Mijlpaal, Plaatsing, Vacature, Voordracht
from tests.models.test_handlers_plaatsing import UNKNOWN, do, milestones, on, refused, states
from tests.support.builders import SEVDA, Region, a, new_id
from tests.support.placing import TODAY, candidate_of, vacature_at, werkgever_of

DAY = "2026-12-02"


@pytest.fixture
def werkgever_id(region: Region) -> str:
    return werkgever_of(region)


@pytest.fixture
def kandidaat_id(region: Region) -> str:
    return candidate_of(region)


@pytest.fixture
def vacature_id(region: Region, werkgever_id: str) -> str:
    return vacature_at(region, werkgever_id)


def placed(region: Region, kandidaat_id: str, vacature_id: str, soort: str) -> str:
    """Through a voordracht for that vacature."""
    proposed = region.do(a(DoeVoordracht, kandidaat_id=kandidaat_id, vacature_id=vacature_id), SEVDA).id
    command = a(RegistreerPlaatsing, kandidaat_id=kandidaat_id, voordracht_id=proposed, soort=soort)
    row_id = region.do(command, SEVDA).id
    assert row_id is not None
    return row_id


def around(region: Region, kandidaat_id: str, vacature_id: str) -> tuple[str, str, str]:
    """How the voordracht, the vacature and the candidate stand."""
    [proposed] = region.all(Voordracht)
    return (
        proposed.status,
        region.one(Vacature, vacature_id).status,
        region.one(Kandidaat, kandidaat_id).status,
    )


WORKS = ("geplaatst", "vervuld", "geplaatst")
ON_TRIAL = ("proefplaatsing", "voordracht_loopt", "actief")


@pytest.mark.parametrize(("was", "becomes"), [("baan", "proefplaatsing"), ("proefplaatsing", "baan")])
def test_work_that_was_a_trial_and_a_trial_that_was_work(
    region: Region, kandidaat_id: str, vacature_id: str, was: str, becomes: str
) -> None:
    after = {"baan": (UNKNOWN, WORKS), "proefplaatsing": ({}, ON_TRIAL)}
    plaatsing_id = placed(region, kandidaat_id, vacature_id, was)
    assert (milestones(region), around(region, kandidaat_id, vacature_id)) == after[was]
    before = states(region)
    changed = on(DAY)
    region.do(a(WijzigPlaatsing, plaatsing_id=plaatsing_id, soort=becomes), context=changed)
    assert (milestones(region), around(region, kandidaat_id, vacature_id)) == after[becomes]
    undo = a(MaakOngedaan, opdracht_uuid=changed.uuid, naam="plaatsing.wijzig", rij_id=plaatsing_id)
    do(region, undo, DAY)
    assert (milestones(region), around(region, kandidaat_id, vacature_id)) == after[was]
    assert states(region) == before
    do(region, a(WijzigPlaatsing, plaatsing_id=plaatsing_id, soort=becomes), DAY)
    assert (milestones(region), around(region, kandidaat_id, vacature_id)) == after[becomes]


def test_a_trial_is_counted_nowhere_as_work(region: Region, kandidaat_id: str, vacature_id: str) -> None:
    plaatsing_id = placed(region, kandidaat_id, vacature_id, "baan")
    do(region, a(WijzigPlaatsing, plaatsing_id=plaatsing_id, soort="proefplaatsing"), DAY)
    [row] = plaatsing.plaatsingen(region.session)
    assert row.mijlpalen == ()
    assert plaatsing.mijlpalen(region.session) == ()
    assert sum(one.totaal or 0 for one in duurzaamheid(region.session, TODAY, TODAY, TODAY)) == 0


def test_the_type_follows_unless_it_was_said(region: Region, kandidaat_id: str, vacature_id: str) -> None:
    plaatsing_id = placed(region, kandidaat_id, vacature_id, "baan")
    do(region, a(WijzigPlaatsing, plaatsing_id=plaatsing_id, soort="leerbaan"), DAY)
    assert region.one(Plaatsing, plaatsing_id).type_overeenkomst == "02"
    do(region, a(WijzigPlaatsing, plaatsing_id=plaatsing_id, type_overeenkomst="04"), DAY)
    do(region, a(WijzigPlaatsing, plaatsing_id=plaatsing_id, soort="baan"), DAY)
    assert region.one(Plaatsing, plaatsing_id).type_overeenkomst == "04"


def test_what_somebody_saw_last_is_no_trial(region: Region, kandidaat_id: str, vacature_id: str) -> None:
    plaatsing_id = placed(region, kandidaat_id, vacature_id, "baan")
    do(region, a(BevestigMijlpaal, plaatsing_id=plaatsing_id), "2027-01-04")
    trial = a(WijzigPlaatsing, plaatsing_id=plaatsing_id, soort="proefplaatsing")
    assert refused(region, trial, "2027-01-05") == "plaatsing_soort_bevestigd"
    assert region.one(Plaatsing, plaatsing_id).soort == "baan"
    do(region, a(BevestigMijlpaal, plaatsing_id=plaatsing_id, uitkomst="onbekend"), "2027-01-06")
    do(region, trial, "2027-01-06")
    assert milestones(region) == {}


def test_two_placements_of_one_kind_are_one(region: Region, kandidaat_id: str, werkgever_id: str) -> None:
    mine = {"kandidaat_id": kandidaat_id, "werkgever_id": werkgever_id}
    region.do(a(RegistreerPlaatsing, **mine, soort="baan"), SEVDA)
    other = region.do(a(RegistreerPlaatsing, **mine, soort="proefplaatsing"), SEVDA).id
    again = a(WijzigPlaatsing, plaatsing_id=other, soort="baan")
    assert refused(region, again, DAY) == "plaatsing_loopt_al"
    do(region, a(WijzigPlaatsing, plaatsing_id=other, soort="proefplaatsing"), DAY)


def test_what_the_employer_declined_after_a_trial_stays_so(
    region: Region, kandidaat_id: str, vacature_id: str
) -> None:
    plaatsing_id = placed(region, kandidaat_id, vacature_id, "proefplaatsing")
    [proposed] = region.all(Voordracht)
    said = {"voordracht_id": proposed.id, "status": "afgewezen_werkgever", "reden": "past_niet"}
    do(region, a(WerkVoordrachtBij, **said), DAY)
    do(region, a(WijzigPlaatsing, plaatsing_id=plaatsing_id, uren=24, start="2026-11-30"), DAY)
    assert region.one(Voordracht, proposed.id).status == "afgewezen_werkgever"
    changed = on(DAY)
    region.do(a(WijzigPlaatsing, plaatsing_id=plaatsing_id, soort="baan"), context=changed)
    assert region.one(Voordracht, proposed.id).status == "geplaatst"
    undo = a(MaakOngedaan, opdracht_uuid=changed.uuid, naam="plaatsing.wijzig", rij_id=plaatsing_id)
    do(region, undo, DAY)
    row = region.one(Voordracht, proposed.id)
    assert (row.status, row.reden) == ("afgewezen_werkgever", "past_niet")


def test_that_work_follows_after_a_trial_may_be_said_before_it_is_registered(
    region: Region, kandidaat_id: str, vacature_id: str
) -> None:
    plaatsing_id = placed(region, kandidaat_id, vacature_id, "proefplaatsing")
    [proposed] = region.all(Voordracht)
    do(region, a(WerkVoordrachtBij, voordracht_id=proposed.id, status="geplaatst"), DAY)
    longer = a(WijzigPlaatsing, plaatsing_id=plaatsing_id, verwachte_einddatum="2027-01-31")
    do(region, longer, DAY)
    assert region.one(Voordracht, proposed.id).status == "geplaatst"


def test_an_answer_about_the_kind_of_work_moves_as_much(
    region: Region, kandidaat_id: str, vacature_id: str
) -> None:
    plaatsing_id = placed(region, kandidaat_id, vacature_id, "baan")
    seen = {plaatsing_id: region.one(Plaatsing, plaatsing_id).versie}
    do(region, a(WijzigPlaatsing, plaatsing_id=plaatsing_id, soort="leerbaan"), DAY)
    late = replace(on(DAY), basis=seen, laptop_id=new_id())
    said = region.do(a(WijzigPlaatsing, plaatsing_id=plaatsing_id, soort="proefplaatsing"), context=late)
    assert (said.result, milestones(region)) == ("aangepast", UNKNOWN)
    [item] = [one for one in region.all(Afstemming, soort="conflict") if one.veld == "soort"]
    do(region, a(KiesAfstemming, afstemming_id=item.id, keuze="mijne"), DAY)
    assert (milestones(region), around(region, kandidaat_id, vacature_id)) == ({}, ON_TRIAL)


def test_it_counts_for_another_vacature(region: Region, kandidaat_id: str, werkgever_id: str) -> None:
    wrong, right = vacature_at(region, werkgever_id), vacature_at(region, werkgever_id, naam="Kok")
    registered = a(RegistreerPlaatsing, kandidaat_id=kandidaat_id, vacature_id=wrong)
    plaatsing_id = region.do(registered, SEVDA).id
    changed = on(DAY)
    region.do(a(WijzigPlaatsing, plaatsing_id=plaatsing_id, vacature_id=right), context=changed)
    assert filled(region, wrong, right) == (False, True)
    undo = a(MaakOngedaan, opdracht_uuid=changed.uuid, naam="plaatsing.wijzig", rij_id=plaatsing_id)
    do(region, undo, DAY)
    assert filled(region, wrong, right) == (True, False)
    do(region, a(WijzigPlaatsing, plaatsing_id=plaatsing_id, wis=["vacature_id"]), DAY)
    assert filled(region, wrong, right) == (False, False)


def filled(region: Region, *ids: str) -> tuple[bool, ...]:
    return tuple(region.one(Vacature, one).status == "vervuld" for one in ids)


def test_the_vacature_is_of_this_employer_and_of_the_voordracht(
    region: Region, kandidaat_id: str, werkgever_id: str, vacature_id: str
) -> None:
    elsewhere = vacature_at(region, werkgever_of(region))
    alone = region.do(a(RegistreerPlaatsing, kandidaat_id=kandidaat_id, werkgever_id=werkgever_id), SEVDA).id
    assert refused(region, a(WijzigPlaatsing, plaatsing_id=alone, vacature_id=elsewhere), DAY) == (
        "plaatsing_vacature_elders"
    )
    other = candidate_of(region)
    mine = placed(region, other, vacature_id, "leerbaan")
    for given in ({"vacature_id": elsewhere}, {"wis": ["vacature_id"]}):
        command = a(WijzigPlaatsing, plaatsing_id=mine, **given)
        assert refused(region, command, DAY) == "plaatsing_vacature_van_voordracht"


def test_history_says_what_it_was_in_words(region: Region, kandidaat_id: str, werkgever_id: str) -> None:
    vacature_id = vacature_at(region, werkgever_id, naam="Kok")
    row_id = region.do(a(RegistreerPlaatsing, kandidaat_id=kandidaat_id, werkgever_id=werkgever_id), SEVDA).id
    do(region, a(WijzigPlaatsing, plaatsing_id=row_id, soort="leerbaan", vacature_id=vacature_id), DAY)
    card = plaatsing.card(region.session, row_id or "")
    assert card is not None
    changes = {line.veld: (line.oud, line.nieuw, line.door) for line in card.geschiedenis}
    assert changes["soort"] == ("baan", "leerbaan", SEVDA.naam)
    assert changes["vacature_id"] == (None, "Kok", SEVDA.naam)


def test_milestones_that_are_gone_are_not_confirmed(
    region: Region, kandidaat_id: str, vacature_id: str
) -> None:
    plaatsing_id = placed(region, kandidaat_id, vacature_id, "baan")
    do(region, a(WijzigPlaatsing, plaatsing_id=plaatsing_id, soort="proefplaatsing"), DAY)
    seen = a(BevestigMijlpaal, plaatsing_id=plaatsing_id)
    assert refused(region, seen, "2027-02-01") == "mijlpaal_onbekend"
    assert {row.uitkomst for row in region.all(Mijlpaal)} == {"onbekend"}
