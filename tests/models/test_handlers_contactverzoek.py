"""Asking a colleague before contact (R3): who gets the question, and who reads the answer."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.models.commands.actie import BeantwoordContactverzoek, DoeContactverzoek, MaakActie
from desktop.models.commands.regie import NeemRegie, StelWaarnemingIn
from desktop.models.commands.werkgever import RegistreerWerkgever
from desktop.models.context import Actor
from desktop.models.errors import Weigering
from desktop.models.tables import Actie, Afstemming, Veldwijziging
from desktop.wording import sentence
from tests.support.builders import ANOUK, FATIMA, HERMAN, KARIN, SEVDA, Region, a, medewerker_row, new_id
from tests.support.groundwork import lay


@pytest.fixture
def werkgever_id(region: Region) -> str:
    """A werkgever of which Fatima holds the regie."""
    return lay(region, _werkgever_id)


def _werkgever_id(region: Region) -> str:
    row_id = region.do(a(RegistreerWerkgever)).id
    region.do(a(NeemRegie, werkgever_id=row_id), FATIMA)
    assert row_id is not None
    return row_id


def ask(region: Region, werkgever_id: str, who: Actor = SEVDA, **given: Any) -> Actie:
    command = a(DoeContactverzoek, werkgever_id=werkgever_id, vraag="Mag ik bellen?", **given)
    return region.one(Actie, region.do(command, who).id)


def refusal(region: Region, command: Any, who: Actor) -> str:
    with pytest.raises(Weigering) as refused:
        region.do(command, who)
    assert "…" not in sentence(refused.value.code, refused.value.parameters)
    return refused.value.code


def away(region: Region, who: Actor, waarnemer: Actor) -> None:
    region.do(
        a(StelWaarnemingIn, waarnemer_id=waarnemer.medewerker_id, van="2026-11-16", tot="2026-11-30"), who
    )


def test_the_regiehouder_is_asked(region: Region, werkgever_id: str) -> None:
    row = ask(region, werkgever_id, toelichting="Over de open dag")
    assert (row.soort, row.status, row.toegewezen_aan_id) == (
        "contactverzoek",
        "te_verwerken",
        FATIMA.medewerker_id,
    )
    assert (row.gevraagde_handeling, row.toelichting) == ("Mag ik bellen?", "Over de open dag")
    assert region.all(Afstemming) == []  # it stands among the things to do


def test_asking_twice_is_asking_once(region: Region, werkgever_id: str) -> None:
    row_id = new_id()
    ask(region, werkgever_id, id=row_id)
    before = region.wire()
    ask(region, werkgever_id, id=row_id)
    assert region.wire() == before


@pytest.mark.parametrize("named", [None, FATIMA.medewerker_id])
def test_who_stands_in_is_asked_instead(region: Region, werkgever_id: str, named: str | None) -> None:
    away(region, FATIMA, HERMAN)
    assert ask(region, werkgever_id, aan_id=named).toegewezen_aan_id == HERMAN.medewerker_id


def test_a_named_colleague_is_asked(region: Region, werkgever_id: str) -> None:
    assert ask(region, werkgever_id, aan_id=ANOUK.medewerker_id).toegewezen_aan_id == ANOUK.medewerker_id


def test_who_cannot_be_asked(region: Region, werkgever_id: str) -> None:
    other = region.do(a(RegistreerWerkgever, naam="Zonder regie")).id
    question = {"vraag": "Mag ik bellen?"}
    gone = medewerker_row(Actor(new_id(), "Wil Weg", "accountmanager", SEVDA.regio_id), actief=False)
    region.session.add(gone)
    region.session.flush()
    for given, who, code in (
        ({"werkgever_id": other}, SEVDA, "contactverzoek_zonder_regie"),
        ({"werkgever_id": werkgever_id}, FATIMA, "contactverzoek_aan_jezelf"),
        ({"werkgever_id": werkgever_id, "aan_id": SEVDA.medewerker_id}, SEVDA, "contactverzoek_aan_jezelf"),
        ({"werkgever_id": werkgever_id, "aan_id": gone.id}, SEVDA, "medewerker_niet_actief"),
        ({"werkgever_id": werkgever_id, "aan_id": new_id()}, SEVDA, "medewerker_onbekend"),
        ({"werkgever_id": new_id()}, SEVDA, "werkgever_onbekend"),
    ):
        assert refusal(region, a(DoeContactverzoek, **question, **given), who) == code


@pytest.mark.parametrize(
    ("akkoord", "toelichting", "status", "words"),
    [
        (True, None, "verwerkt", "Fatima El Idrissi vindt contact met Houtbouw Eemvallei goed."),
        (True, "Vraag naar Wim", "verwerkt", "goed: Vraag naar Wim. Jij vroeg: Mag ik bellen?"),
        (False, None, "vervallen", "heeft liever dat je Houtbouw Eemvallei nu niet benadert."),
        (False, "Reorganisatie.", "vervallen", "nu niet benadert: Reorganisatie. Jij vroeg: Mag ik bellen?"),
    ],
)
def test_who_asked_reads_the_answer(
    region: Region, werkgever_id: str, akkoord: bool, toelichting: str | None, status: str, words: str
) -> None:
    row = ask(region, werkgever_id, toelichting="Over de open dag")
    answer = {"contactverzoek_id": row.id, "akkoord": akkoord, "toelichting": toelichting}
    region.do(a(BeantwoordContactverzoek, **answer), FATIMA)
    row = region.one(Actie, row.id)
    assert (row.status, row.toelichting) == (status, toelichting or "Over de open dag")
    assert row.afgerond_op is not None
    [notice] = region.all(Afstemming)
    assert notice.medewerker_id == SEVDA.medewerker_id
    assert words in sentence(notice.code, notice.parameters)
    kept = {line.veld: line.oud for line in region.all(Veldwijziging)}
    assert kept.get("toelichting") == ("Over de open dag" if toelichting else None)
    before = region.wire()
    region.do(a(BeantwoordContactverzoek, **answer), FATIMA)
    assert region.wire() == before


@pytest.mark.parametrize("who", [FATIMA, HERMAN, KARIN], ids=lambda who: who.naam)
def test_who_may_answer(region: Region, werkgever_id: str, who: Actor) -> None:
    row = ask(region, werkgever_id)
    away(region, FATIMA, HERMAN)
    region.do(a(BeantwoordContactverzoek, contactverzoek_id=row.id, akkoord=True), who)
    assert region.one(Actie, row.id).status == "verwerkt"


def test_who_may_not(region: Region, werkgever_id: str) -> None:
    row = ask(region, werkgever_id)
    command = a(BeantwoordContactverzoek, contactverzoek_id=row.id, akkoord=True)
    assert refusal(region, command, HERMAN) == "contactverzoek_van_ander"
    assert refusal(region, command, SEVDA) == "contactverzoek_van_ander"
    task = region.do(a(MaakActie, werkgever_id=werkgever_id)).id
    for row_id in (task, new_id()):
        command = a(BeantwoordContactverzoek, contactverzoek_id=row_id, akkoord=True)
        assert refusal(region, command, FATIMA) == "contactverzoek_onbekend"


def test_a_second_answer_that_says_something_else_is_not_lost(region: Region, werkgever_id: str) -> None:
    row = ask(region, werkgever_id)
    region.do(a(BeantwoordContactverzoek, contactverzoek_id=row.id, akkoord=True), FATIMA)
    for who, akkoord in ((KARIN, False), (KARIN, True), (FATIMA, False)):
        command = a(BeantwoordContactverzoek, contactverzoek_id=row.id, akkoord=akkoord)
        assert refusal(region, command, who) == "contactverzoek_al_beantwoord"


def test_a_visit_knows_its_time(region: Region, werkgever_id: str) -> None:
    command = a(MaakActie, werkgever_id=werkgever_id, soort="bezoek", deadline="2026-12-03", tijd="13:30")
    row = region.one(Actie, region.do(command).id)
    assert (row.deadline, row.tijd) == (date(2026, 12, 3), "13:30")
