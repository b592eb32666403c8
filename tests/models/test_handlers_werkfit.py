"""Werkfit is judged by two sides; the profile says it when both found the same."""

from __future__ import annotations

import pytest

from desktop.models.commands.kandidaat import GeefToestemming, TrekToestemmingIn
from desktop.models.commands.werkfit import BeoordeelWerkfit
from desktop.models.context import Actor
from desktop.models.errors import Weigering
from desktop.models.handlers.profiel import profile_id
from desktop.models.queries.profiel import profielen_where
from desktop.models.tables import Afstemming, Kandidaat, Profiel, Werkfitoordeel
from tests.models.test_handlers_kandidaat import refusal, registered
from tests.support.builders import ANOUK, FATIMA, HERMAN, KARIN, SEVDA, Region, a, new_id


@pytest.fixture
def kandidaat(region: Region) -> str:
    row_id = registered(region, beroepen=["Kok"])
    region.do(a(GeefToestemming, kandidaat_id=row_id), SEVDA)
    return row_id


def judge(region: Region, who: Actor, waarde: str, **which: str) -> None:
    answers = [{"vraag": "op_tijd", "waarde": waarde}]
    region.do(a(BeoordeelWerkfit, waarde=waarde, antwoorden=answers, **which), who)


def said(region: Region, kandidaat_id: str) -> tuple[str | None, str]:
    """What the profile says, and how far the two are."""
    [row] = profielen_where(region.session, Profiel.id == profile_id(kandidaat_id))
    return row.werkfit, row.werkfit_stand


def test_one_two_that_differ_and_two_that_agree(region: Region, kandidaat: str) -> None:
    profiel = profile_id(kandidaat)
    assert said(region, kandidaat) == (None, "geen")
    judge(region, FATIMA, "klaar", profiel_id=profiel)
    assert said(region, kandidaat) == (None, "een")
    judge(region, SEVDA, "nog_niet", kandidaat_id=kandidaat)
    assert said(region, kandidaat) == (None, "verschilt")
    judge(region, HERMAN, "nog_niet", profiel_id=profiel)
    assert said(region, kandidaat) == ("nog_niet", "samen")
    assert {row.kant: row.medewerker_id for row in region.all(Werkfitoordeel)} == {
        "kandidaat": SEVDA.medewerker_id,
        "werkgever": HERMAN.medewerker_id,
    }
    assert [row.code for row in region.all(Afstemming)] == ["werkfit_beoordeeld"] * 2


def test_what_the_bemiddelaar_found_before_the_consent_counts_after_it(region: Region) -> None:
    row_id = registered(region)
    judge(region, SEVDA, "klaar", kandidaat_id=row_id)
    assert (region.one(Kandidaat, row_id).werkfit, region.all(Profiel)) == ("klaar", [])
    region.do(a(GeefToestemming, kandidaat_id=row_id), SEVDA)
    assert said(region, row_id) == (None, "een")
    judge(region, FATIMA, "klaar", profiel_id=profile_id(row_id))
    assert said(region, row_id) == ("klaar", "samen")
    region.do(a(TrekToestemmingIn, kandidaat_id=row_id), SEVDA)
    assert all(row.verwijderd_op for row in region.all(Werkfitoordeel))
    region.do(a(GeefToestemming, kandidaat_id=row_id), SEVDA)
    assert said(region, row_id) == (None, "een")


@pytest.mark.parametrize(
    ("who", "which", "code"),
    [
        (SEVDA, {}, "werkfit_wie"),
        (ANOUK, {"kandidaat_id": "own"}, "kandidaat_onbekend"),
        (FATIMA, {"kandidaat_id": "own"}, "kandidaat_onbekend"),
        (ANOUK, {"profiel_id": "own"}, "werkfit_eigen_kandidaat"),
        (FATIMA, {"profiel_id": new_id()}, "profiel_onbekend"),
        (KARIN, {"profiel_id": "own"}, "mag_niet"),
    ],
)
def test_who_judges_what(
    region: Region, kandidaat: str, who: Actor, which: dict[str, str], code: str
) -> None:
    own = {"kandidaat_id": kandidaat, "profiel_id": profile_id(kandidaat)}
    given = {name: own[name] if value == "own" else value for name, value in which.items()}
    assert refusal(region, a(BeoordeelWerkfit, **given), who).code == code


def test_a_profile_that_is_gone_is_not_judged(region: Region, kandidaat: str) -> None:
    region.do(a(TrekToestemmingIn, kandidaat_id=kandidaat), SEVDA)
    with pytest.raises(Weigering, match="profiel_onbekend"):
        region.do(a(BeoordeelWerkfit, profiel_id=profile_id(kandidaat)), FATIMA)
