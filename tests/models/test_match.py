"""Who fits a vacature and which vacatures fit a candidate: the same pairs, in the same words."""

from __future__ import annotations

from typing import Any

from desktop.models.commands.voordracht import DoeVoordracht
from desktop.models.context import derive_id
from desktop.models.queries.match import matches_for_kandidaat, matches_for_vacature
from desktop.models.tables import Profiel
from desktop.wording import sentence
from tests.support.builders import ANOUK, SEVDA, Region, a, new_id
from tests.support.placing import candidate_of, stamps, vacature_at, werkgever_of

WORK = {
    "beroep": "Magazijnmedewerker",
    "postcode": "1217ZA",
    "uren_min": 24,
    "uren_max": 32,
    "rijbewijs": ["B"],
}


def profile_of(region: Region, **given: Any) -> str:
    """A profile of a candidate of Anouk, as everybody has it."""
    plain = {"id": new_id(), "bemiddelaar_id": ANOUK.medewerker_id, "beroepen": ["magazijnmedewerker"]}
    made = Profiel(**stamps(ANOUK), **plain | given)
    region.session.add(made)
    region.session.flush()
    return made.id


def test_own_candidates_and_profiles_with_their_reasons(region: Region) -> None:
    werkgever_id = werkgever_of(region)
    vacature_id = vacature_at(region, werkgever_id, **WORK)
    near: dict[str, Any] = {
        "pc4": "1211",
        "reisafstand_km": 10,
        "uren_min": 16,
        "uren_max": 32,
        "rijbewijs": ["B"],
    }
    best = candidate_of(region, **near, soorten_werk=["baan"])
    far = candidate_of(region, roepnaam="Sam", **near | {"pc4": "3511"})
    candidate_of(region, beroepen=["lasser"])
    candidate_of(region, **near, status="afgesloten")
    profile = profile_of(region, pc4="1211", uren_min=20, uren_max=28)
    region.do(a(DoeVoordracht, kandidaat_id=far, vacature_id=vacature_id), SEVDA)
    found = matches_for_vacature(region.session, vacature_id)
    assert [(row.kandidaat_id, row.profiel_id) for row in found] == [
        (best, None),
        (None, profile),
        (far, None),
    ]
    assert [(row.naam, row.bemiddelaar) for row in found] == [
        ("Noor", "Sevda Yilmaz"),
        (None, "Anouk de Vries"),
        ("Sam", "Sevda Yilmaz"),
    ]
    assert [row.oordeel for row in found] == ["past", "past", "past_niet"]
    assert [row.loopt for row in found] == [False, False, True]
    assert [sentence(one.code, one.parameters) for one in found[0].redenen] == [
        "Het beroep is hetzelfde: magazijnmedewerker.",
        "De afstand is 3 km. De kandidaat reist tot 10 km.",
        "De uren passen.",
        "Het rijbewijs is er: B.",
        "De kandidaat zoekt dit soort werk: baan.",
    ]
    unknown = {one.code for one in found[1].redenen if one.oordeel == "onbekend"}
    assert unknown == {"match_afstand_zonder_grens", "match_rijbewijs_onbekend", "match_soort_onbekend"}


def test_both_ways_the_same_pairs_for_the_same_reasons(region: Region) -> None:
    werkgever_id = werkgever_of(region)
    vacatures = [
        vacature_at(region, werkgever_id, **WORK | {"niveau": niveau, "onregelmatig": irregular})
        for niveau in (2, 4)
        for irregular in (1, 2)
    ]
    vacature_at(region, werkgever_id, **WORK, status="vervuld")
    candidates = [
        candidate_of(region, niveau=niveau, onregelmatig=irregular)
        for niveau in (2, 3)
        for irregular in (1, 2)
    ]
    there = {
        (row.kandidaat_id, one): row.redenen
        for one in vacatures
        for row in matches_for_vacature(region.session, one)
    }
    back = {
        (one, row.vacature_id): row.redenen
        for one in candidates
        for row in matches_for_kandidaat(region.session, one)
    }
    assert there == back
    assert 0 < len(there) < len(vacatures) * len(candidates)


def test_an_own_candidate_is_not_its_own_profile(region: Region) -> None:
    vacature_id = vacature_at(region, werkgever_of(region), **WORK)
    candidate = candidate_of(region)
    profile_of(region, id=derive_id(candidate, "profiel"))
    assert [row.kandidaat_id for row in matches_for_vacature(region.session, vacature_id)] == [candidate]
    assert matches_for_vacature(region.session, new_id()) == ()
    assert matches_for_kandidaat(region.session, new_id()) == ()
