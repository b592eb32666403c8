"""Putting a candidate forward: who may, when it may not, and what others read of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from desktop.models.commands.base import Command
from desktop.models.commands.ongedaan import MaakOngedaan
from desktop.models.commands.plaatsing import RegistreerPlaatsing
from desktop.models.commands.voordracht import DoeVoordracht, WerkVoordrachtBij
from desktop.models.errors import Weigering
from desktop.models.tables import (
    Afstemming,
    Betrokkenheid,
    Contactmoment,
    Kandidaat,
    KandidaatWaarneming,
    Veldwijziging,
    Voordracht,
    VoordrachtPersoon,
)
from desktop.wording import sentence
from tests.support.builders import ANOUK, FATIMA, KARIN, NOW, SEVDA, Region, a, context, new_id
from tests.support.placing import TODAY, candidate_of, stamps, vacature_at, werkgever_of


@pytest.fixture
def werkgever_id(region: Region) -> str:
    return werkgever_of(region)


@pytest.fixture
def kandidaat_id(region: Region) -> str:
    return candidate_of(region)


@pytest.fixture
def vacature_id(region: Region, werkgever_id: str) -> str:
    return vacature_at(region, werkgever_id)


@pytest.fixture
def voordracht_id(region: Region, kandidaat_id: str, vacature_id: str) -> str:
    row_id = region.do(a(DoeVoordracht, kandidaat_id=kandidaat_id, vacature_id=vacature_id), SEVDA).id
    assert row_id is not None
    return row_id


def refused(region: Region, command: Command, who: Any = SEVDA) -> str:
    with pytest.raises(Weigering) as error:
        region.do(command, who)
    return error.value.code


def told(region: Region) -> list[str]:
    """Notices in words, in the order of the alphabet."""
    rows = region.all(Afstemming, soort="kennisgeving")
    return sorted(sentence(row.code, row.parameters).replace("\u00a0", " ") for row in rows)


def test_who_it_is_stays_apart_from_what_others_read(
    region: Region, werkgever_id: str, kandidaat_id: str, vacature_id: str
) -> None:
    command = a(
        DoeVoordracht,
        id=new_id(),
        kandidaat_id=kandidaat_id,
        vacature_id=vacature_id,
        notitie="Graag dinsdag",
    )
    region.do(command, SEVDA)
    row = region.one(Voordracht, command.id)
    assert (row.werkgever_id, row.vacature_id, row.status) == (werkgever_id, vacature_id, "voorgesteld")
    assert (row.bemiddelaar_id, row.datum, row.status_op) == (SEVDA.medewerker_id, TODAY, TODAY)
    [person] = region.all(VoordrachtPersoon)
    assert (person.voordracht_id, person.kandidaat_id, person.notitie) == (
        row.id,
        kandidaat_id,
        "Graag dinsdag",
    )
    assert person.toestemming == TODAY - timedelta(days=1)
    [involved] = region.all(Betrokkenheid)
    assert (involved.medewerker_id, involved.reden) == (SEVDA.medewerker_id, "voordracht")
    [notice] = region.all(Afstemming)
    assert notice.medewerker_id == FATIMA.medewerker_id
    assert told(region) == [
        "Sevda Yilmaz droeg een kandidaat voor bij Houtbouw Eemvallei (Magazijnmedewerker)."
    ]
    before = region.wire()
    region.do(command, SEVDA)
    assert region.wire() == before


def test_without_a_vacature_it_is_jobhunting(region: Region, werkgever_id: str, kandidaat_id: str) -> None:
    command = a(DoeVoordracht, kandidaat_id=kandidaat_id, werkgever_id=werkgever_id, kanaal="telefoon")
    row_id = region.do(command, SEVDA).id
    assert region.one(Voordracht, row_id).vacature_id is None
    [contact] = region.all(Contactmoment)
    assert (contact.kanaal, contact.aanleiding, contact.buiten_regie) == (
        "telefoon",
        "eigen_kandidaat",
        False,
    )
    assert told(region) == [
        "Sevda Yilmaz droeg een kandidaat voor bij Houtbouw Eemvallei (20 november 2026).",
        (
            "Sevda Yilmaz had op 20 november 2026 contact met Houtbouw Eemvallei over een eigen kandidaat"
            " (telefoon)."
        ),
    ]
    assert refused(region, a(DoeVoordracht, kandidaat_id=kandidaat_id)) == "voordracht_waarvoor"


def test_only_the_bemiddelaar_of_the_candidate_and_who_stands_in(
    region: Region, kandidaat_id: str, vacature_id: str
) -> None:
    command = a(DoeVoordracht, kandidaat_id=kandidaat_id, vacature_id=vacature_id)
    assert refused(region, command, ANOUK) == "kandidaat_onbekend"
    assert refused(region, a(DoeVoordracht, kandidaat_id=new_id(), vacature_id=vacature_id)) == (
        "kandidaat_onbekend"
    )
    region.session.add(
        KandidaatWaarneming(
            id=new_id(),
            voor_id=SEVDA.medewerker_id,
            waarnemer_id=ANOUK.medewerker_id,
            van=TODAY,
            tot=TODAY,
            beeindigd=False,
            **stamps(KARIN),
        )
    )
    region.session.flush()
    row_id = region.do(command, ANOUK).id
    assert region.one(Voordracht, row_id).bemiddelaar_id == SEVDA.medewerker_id
    reasons = {row.medewerker_id: row.reden for row in region.all(Betrokkenheid)}
    assert reasons == {SEVDA.medewerker_id: "voordracht", ANOUK.medewerker_id: "waarneming"}


def test_what_is_refused(region: Region, werkgever_id: str, kandidaat_id: str, vacature_id: str) -> None:
    mine = {"kandidaat_id": kandidaat_id}
    late = a(DoeVoordracht, **mine, vacature_id=vacature_id, toestemming="2026-11-21")
    assert refused(region, late) == "toestemming_na_voordracht"
    closed = vacature_at(region, werkgever_id, status="vervuld")
    assert refused(region, a(DoeVoordracht, **mine, vacature_id=closed)) == "vacature_voorbij"
    assert refused(region, a(DoeVoordracht, **mine, vacature_id=new_id())) == "vacature_onbekend"
    region.do(a(DoeVoordracht, **mine, vacature_id=vacature_id), SEVDA)
    assert refused(region, a(DoeVoordracht, **mine, vacature_id=vacature_id)) == "voordracht_loopt_al"
    other = vacature_at(region, werkgever_id)
    region.do(a(DoeVoordracht, **mine, vacature_id=other), SEVDA)
    region.one(Kandidaat, kandidaat_id).status = "afgesloten"
    region.session.flush()
    third = vacature_at(region, werkgever_id)
    assert refused(region, a(DoeVoordracht, **mine, vacature_id=third)) == "kandidaat_afgesloten"


def test_from_a_talk_to_an_end_with_a_reason(region: Region, voordracht_id: str) -> None:
    step = {"voordracht_id": voordracht_id}
    region.do(a(WerkVoordrachtBij, **step, gesprek_op="2026-11-24", gesprek_tijd="13:30"), SEVDA)
    row = region.one(Voordracht, voordracht_id)
    assert (row.status, row.gesprek_op, row.gesprek_tijd) == ("gesprek", date(2026, 11, 24), "13:30")
    region.do(a(WerkVoordrachtBij, **step, status="proefplaatsing"), SEVDA)
    assert refused(region, a(WerkVoordrachtBij, **step, status="gesprek")) == "voordracht_terug"
    ended = a(WerkVoordrachtBij, **step, status="afgewezen_werkgever")
    assert refused(region, ended) == "voordracht_reden_nodig"
    said = {"status": "afgewezen_werkgever", "reden": "uren", "terugkoppeling": "Meer uren nodig"}
    region.do(a(WerkVoordrachtBij, **step, **said, notitie="Vond het jammer"), SEVDA)
    row = region.one(Voordracht, voordracht_id)
    assert (row.status, row.reden) == ("afgewezen_werkgever", "uren")
    at = "Houtbouw Eemvallei (Magazijnmedewerker)"
    assert told(region) == [
        f"Er komt een gesprek bij {at}, op 24 november 2026. Sevda Yilmaz droeg de kandidaat voor.",
        f"Er komt een proefplaatsing bij {at}. Sevda Yilmaz regelt dat.",
        "Houtbouw Eemvallei koos de kandidaat van Sevda Yilmaz niet (Magazijnmedewerker): Meer uren nodig",
        f"Sevda Yilmaz droeg een kandidaat voor bij {at}.",
    ]
    assert refused(region, a(WerkVoordrachtBij, **step, status="gesprek")) == "voordracht_afgelopen"
    region.do(a(WerkVoordrachtBij, **step, status="ingetrokken", reden="vergissing"), SEVDA)
    assert region.one(Voordracht, voordracht_id).status == "ingetrokken"


def test_what_a_note_said_before_is_with_the_candidate(
    region: Region, kandidaat_id: str, voordracht_id: str
) -> None:
    for text in ("Eerst", "Later"):
        region.do(a(WerkVoordrachtBij, voordracht_id=voordracht_id, notitie=text), SEVDA)
    lines = region.all(Veldwijziging, tabel="voordracht_persoon")
    assert {(line.werkgever_id, line.kandidaat_id, line.veld) for line in lines} == {
        (None, kandidaat_id, "notitie")
    }
    assert len(told(region)) == 1  # nobody else hears of it


def test_two_who_look_after_one_candidate_say_another_end(region: Region, voordracht_id: str) -> None:
    region.session.add(
        KandidaatWaarneming(
            id=new_id(),
            voor_id=SEVDA.medewerker_id,
            waarnemer_id=ANOUK.medewerker_id,
            van=TODAY,
            tot=TODAY,
            beeindigd=False,
            **stamps(KARIN),
        )
    )
    region.session.flush()
    step = {"voordracht_id": voordracht_id}
    region.do(a(WerkVoordrachtBij, **step, status="ingetrokken", reden="plek_weg"), ANOUK)
    said = region.do(a(WerkVoordrachtBij, **step, status="afgewezen_werkgever", reden="uren"), SEVDA)
    assert (said.result, said.code) == ("aangepast", "wijziging_conflict")
    assert region.one(Voordracht, voordracht_id).status == "ingetrokken"
    assert {row.medewerker_id for row in region.all(Afstemming, soort="conflict")} == {SEVDA.medewerker_id}


def test_taken_back_it_is_as_it_was(region: Region, kandidaat_id: str, vacature_id: str) -> None:
    made = context(SEVDA)
    command = a(
        DoeVoordracht, id=new_id(), kandidaat_id=kandidaat_id, vacature_id=vacature_id, kanaal="e-mail"
    )
    region.do(command, context=made)
    step = context(SEVDA, tijd=NOW + timedelta(hours=1))
    region.do(a(WerkVoordrachtBij, voordracht_id=command.id, gesprek_op="2026-11-24"), context=step)

    def undo(uuid: str, naam: str) -> None:
        region.do(a(MaakOngedaan, opdracht_uuid=uuid, naam=naam, rij_id=command.id), SEVDA)

    undo(step.uuid, "voordracht.werk_bij")
    row = region.one(Voordracht, command.id)
    assert (row.status, row.gesprek_op) == ("voorgesteld", None)
    undo(made.uuid, "voordracht.doe")
    for cls in (Voordracht, VoordrachtPersoon, Contactmoment, Betrokkenheid):
        assert all(each.verwijderd_op is not None for each in region.all(cls))


def test_who_works_there_keeps_the_voordracht(region: Region, kandidaat_id: str, voordracht_id: str) -> None:
    region.do(a(RegistreerPlaatsing, kandidaat_id=kandidaat_id, voordracht_id=voordracht_id), SEVDA)
    back = a(WerkVoordrachtBij, voordracht_id=voordracht_id, status="ingetrokken", reden="vergissing")
    assert refused(region, back) == "voordracht_heeft_plaatsing"
    undone = a(MaakOngedaan, naam="voordracht.doe", rij_id=voordracht_id)
    assert refused(region, undone) == "ongedaan_voordracht_geplaatst"
