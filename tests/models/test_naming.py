"""What colleagues read names no candidate: at both ends, without saying more than the author typed (§5)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.models.commands.base import Command
from desktop.models.commands.kandidaat import WijzigKandidaat
from desktop.models.commands.nazorg import RondNazorgAf, VoegNazorgToe
from desktop.models.commands.signaal import MeldSignaal
from desktop.models.commands.voordracht import DoeVoordracht, WerkVoordrachtBij
from desktop.models.errors import InputRefused, Weigering
from desktop.models.tables import Afstemming, Contactnotitie, Signaal
from desktop.wording import sentence
from tests.models.placed import Placed, placed
from tests.support.builders import ANOUK, FATIMA, SEVDA, Region, a, known_id

FORWARD, TALK = known_id("voordracht"), known_id("gesprek")
SURE, MAYBE = "Daan komt te laat.", "Ik hoor dat daan te laat komt."


@pytest.fixture
def at(region: Region) -> Placed:
    found = placed(region)
    region.do(a(WijzigKandidaat, kandidaat_id=found.kandidaat_id, bron_id="WZ-100234"), SEVDA)
    forward = {"kandidaat_id": found.kandidaat_id, "werkgever_id": found.werkgever_id}
    region.do(a(DoeVoordracht, id=FORWARD, datum="2026-11-20", toestemming="2026-11-19", **forward), SEVDA)
    talk = {"spoor": "werkgever", "naam": "Bel", "gepland_op": "2026-12-10"}
    region.do(a(VoegNazorgToe, id=TALK, plaatsing_id=found.plaatsing_id, **talk), SEVDA)
    return found


def outcome(at: Placed, text: str, **given: object) -> Command:
    return a(WerkVoordrachtBij, voordracht_id=FORWARD, terugkoppeling=text, **given)


def about_placement(at: Placed, text: str, **given: object) -> Command:
    about = {"werkgever_id": at.werkgever_id, "plaatsing_id": at.plaatsing_id, "categorie": "klacht"}
    return a(MeldSignaal, tekst=text, **about, **given)


def about_werkgever(at: Placed, text: str, **given: object) -> Command:
    return a(MeldSignaal, werkgever_id=at.werkgever_id, categorie="klacht", tekst=text, **given)


EACH: list[Callable[..., Command]] = [outcome, about_placement, about_werkgever]


def refusal(region: Region, command: Command) -> Weigering:
    with pytest.raises(InputRefused) as refused:
        region.do(command, SEVDA)
    [reason] = refused.value.fields.values()
    return reason


@pytest.mark.parametrize("made", EACH)
@pytest.mark.parametrize("text", [SURE, "over daan p. gesproken", "zie wz-100234"])
def test_a_name_is_refused_and_what_is_said_repeats_nothing(
    region: Region, at: Placed, made: Callable[..., Command], text: str
) -> None:
    for given in ({}, {"geen_naam": True}):
        reason = refusal(region, made(at, text, **given))
        assert reason.code == "tekst_noemt_kandidaat"
        said = sentence(reason.code, reason.parameters)
        assert not any(word in said.lower() for word in ("daan", "100234", "p."))
    assert region.all(Signaal) == []
    assert [row for row in region.all(Afstemming) if "laat" in str(row.parameters)] == []


@pytest.mark.parametrize("made", EACH)
def test_what_may_be_another_word_can_be_confirmed(
    region: Region, at: Placed, made: Callable[..., Command]
) -> None:
    assert refusal(region, made(at, MAYBE)).code == "tekst_noemt_misschien_kandidaat"
    region.do(made(at, MAYBE, geen_naam=True), SEVDA)


def test_a_talk_that_took_place_is_kept_without_the_name(region: Region, at: Placed) -> None:
    """Where the laptop could not see it: never refused for it (R4), and the author hears."""
    said = {
        "signaal": {"categorie": "klacht", "tekst": SURE},
        "contact": {"kanaal": "telefoon", "notitie": SURE},
    }
    talk = a(RondNazorgAf, nazorgactie_id=TALK, uitgevoerd_op="2026-11-20", resultaat="risico", **said)
    done = region.do(talk, SEVDA)
    assert (done.result, done.code) == ("aangepast", "naam_weggehaald")
    assert [row.tekst for row in region.all(Signaal)] == ["(naam) komt te laat."]
    assert [row.notitie for row in region.all(Contactnotitie)] == ["(naam) komt te laat."]


def test_nobody_else_can_try_names_until_one_is_refused(region: Region, at: Placed) -> None:
    """An accountmanager knows of no candidate, and a bemiddelaar of none but the own at a werkgever."""
    region.do(about_placement(at, SURE), FATIMA)
    region.do(about_werkgever(at, SURE), ANOUK)
    with pytest.raises(InputRefused):
        region.do(about_placement(at, SURE), ANOUK)
