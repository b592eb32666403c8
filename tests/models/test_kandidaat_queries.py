"""What screens read of candidates, profiles and numbers, on both databases."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.models.commands.kandidaat import (
    GeefToestemming,
    SluitKandidaatAf,
    StelDoelgroepVast,
    WijzigKandidaat,
)
from desktop.models.commands.kandidaatregie import DraagKandidaatOver, StelKandidaatwaarnemingIn
from desktop.models.queries import kandidaat, kandidaatregie, profiel
from desktop.models.queries.kandidaat_rows import KandidaatFilter, ProfielFilter
from tests.models.test_handlers_kandidaat import registered
from tests.support.builders import ANOUK, SEVDA, Region, a

TODAY = date(2026, 11, 20)


@pytest.fixture
def three(region: Region) -> list[str]:
    """Two of Sevda, one of Anouk who stands in for her; the first consented and has a doelgroep."""
    ids = [
        registered(region, roepnaam="Mila", initiaal="V", beroepen=["Lasser"], beroepsklasse="technisch",
                   pc4="1217", gemeente_code="0402", uren_min=16, uren_max=32, niveau=4),
        registered(region, roepnaam="Élan", beroepen=["Kok"], organisatie="UWV"),
        registered(region, ANOUK, roepnaam="Bo"),
    ]  # fmt: skip
    region.do(a(GeefToestemming, kandidaat_id=ids[0]), SEVDA)
    region.do(a(StelDoelgroepVast, kandidaat_id=ids[0], doelgroepen=["wajong"], uitkeringsgroep="ww"), SEVDA)
    region.do(
        a(StelKandidaatwaarnemingIn, waarnemer_id=ANOUK.medewerker_id, van="2026-11-20", tot="2026-11-30"),
        SEVDA,
    )
    return ids


@pytest.mark.parametrize(
    ("keuze", "expected"),
    [
        ({}, ["Bo", "Élan", "Mila V"]),
        ({"tekst": "elan kok"}, ["Élan"]),
        ({"tekst": "uwv"}, ["Élan"]),
        ({"beroepsklasse": "technisch"}, ["Mila V"]),
        ({"zonder_toestemming": True}, ["Bo", "Élan"]),
        ({"status": "afgesloten"}, []),
        ({"wiens": "eigen"}, ["Élan", "Mila V"]),
        ({"wiens": "waarneming"}, ["Bo"]),
    ],
)
def test_the_list_and_its_filters(
    region: Region, three: list[str], keuze: dict[str, Any], expected: list[str]
) -> None:
    rows = kandidaat.kandidaten(region.session, KandidaatFilter(**keuze), SEVDA.medewerker_id)
    assert [row.naam for row in rows] == expected


def test_a_card_says_all_and_only_what_is_here(region: Region, three: list[str]) -> None:
    region.do(a(DraagKandidaatOver, kandidaat_id=three[0], naar_id=ANOUK.medewerker_id), SEVDA)
    region.do(a(WijzigKandidaat, kandidaat_id=three[0], niveau=5), SEVDA)
    card = kandidaat.kaart(region.session, three[0], SEVDA.medewerker_id, TODAY)
    assert card is not None
    assert (card.naam, card.gemeente, card.beroepsklasse_naam) == (
        "Mila V",
        "Hilversum",
        "Technische beroepen",
    )
    assert card.doelgroep is not None
    assert (card.doelgroep.doelgroep_namen, card.doelgroep.uitkeringsgroep_naam) == (("Wajong",), "WW")
    assert card.overdracht is not None
    assert card.waarneming is not None
    assert (card.overdracht.naar, card.waarneming.waarnemer) == (ANOUK.naam, ANOUK.naam)
    assert card.profiel is not None
    assert card.profiel.beroepen == ("Lasser",)
    for_anouk = kandidaat.kaart(region.session, three[0], ANOUK.medewerker_id, TODAY)
    assert for_anouk is not None
    assert not for_anouk.doelgroep_hier
    history = kandidaat.geschiedenis(region.session, three[0])
    assert {row.veld for row in history} >= {"niveau", "toestemming_delen", "doelgroepen"}


@pytest.mark.parametrize(
    ("keuze", "found"),
    [
        ({}, 1),
        ({"tekst": "las hilversum"}, 1),
        ({"tekst": "kok"}, 0),
        ({"uren": 24}, 1),
        ({"uren": 36}, 0),
        ({"niveau_minimaal": 5}, 0),
        ({"pc4": "1217", "beroepsklasse": "technisch"}, 1),
        ({"bemiddelaar_id": ANOUK.medewerker_id}, 0),
    ],
)
def test_profiles_are_searched(region: Region, three: list[str], keuze: dict[str, Any], found: int) -> None:
    rows = profiel.profielen(region.session, ProfielFilter(**keuze))
    assert len(rows) == found
    assert all(row.bemiddelaar == SEVDA.naam for row in rows)


def test_numbers_and_with_whom_they_are(region: Region, three: list[str]) -> None:
    offer = region.do(a(DraagKandidaatOver, kandidaat_id=three[1], naar_id=ANOUK.medewerker_id), SEVDA).id
    region.do(a(SluitKandidaatAf, kandidaat_id=three[0]), SEVDA)
    rows = {row.kandidaat_id: row for row in kandidaatregie.regies(region.session, TODAY)}
    assert (rows[three[1]].aangeboden_aan, rows[three[1]].waarnemer) == (ANOUK.naam, ANOUK.naam)
    assert [rows[one].actief for one in three] == [False, True, True]
    assert rows[three[2]].waarnemer is None
    assert [row.id for row in kandidaatregie.offered_to(region.session, ANOUK.medewerker_id)] == [offer]
    assert len(kandidaatregie.regies(region.session, TODAY, SEVDA.medewerker_id)) == 2


def test_the_scale_says_whether_it_is_the_shipped_example(region: Region) -> None:
    found = profiel.werkfit_lijst(region.session, TODAY)
    assert found.schaal == (("klaar", "Klaar om te beginnen"), ("nog_niet", "Nog niet klaar"))
    assert not found.voorlopig
