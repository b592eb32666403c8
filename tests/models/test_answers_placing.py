"""What follows from a placement follows too when a question about it is answered or two say its end."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.models.commands.afstemming import KiesAfstemming
from desktop.models.commands.base import Command
from desktop.models.commands.kandidaatregie import StelKandidaatwaarnemingIn
from desktop.models.commands.nazorg import MeldPoging, PlanNazorg, RondNazorgAf, VoegNazorgToe
from desktop.models.commands.ongedaan import MaakOngedaan
from desktop.models.commands.plaatsing import BeeindigPlaatsing, LaatPlaatsingVervallen, WijzigPlaatsing
from desktop.models.commands.vacature import WijzigVacature
from desktop.models.errors import Weigering
from desktop.models.handlers.mijlpaal import reckon
from desktop.models.tables import (
    Afstemming,
    Contactnotitie,
    Mijlpaal,
    Nazorgactie,
    NazorgPersoon,
    Plaatsing,
    Vacature,
)
from desktop.models.work import Work
from tests.models.placed import Placed, filled, placed
from tests.support.builders import ANOUK, FATIMA, HERMAN, NOW, SEVDA, Region, a, context, new_id
from tests.support.groundwork import lay
from tests.support.placing import vacature_at


@pytest.fixture
def at(region: Region) -> Placed:
    """Anouk stands in for Sevda, so two people change the same placement."""
    return lay(region, _at)


def _at(region: Region) -> Placed:
    filled(region)
    made = placed(region, start=date(2026, 11, 2))
    work = Work(region.session)
    work.begin(context(SEVDA))
    reckon(work, region.one(Plaatsing, made.plaatsing_id))
    work.flush()
    away = a(
        StelKandidaatwaarnemingIn, waarnemer_id=ANOUK.medewerker_id, van=NOW.date(), tot=date(2026, 12, 1)
    )
    region.do(away, SEVDA)
    return made


def months(region: Region) -> list[str]:
    rows = sorted(region.all(Mijlpaal), key=lambda row: row.maanden)
    return [row.datum.isoformat() for row in rows]


def planned(region: Region, at: Placed) -> Nazorgactie:
    """The line of the schedule a month after the start."""
    item = {
        "spoor": "relatie", "regel": "relatie_week_2", "naam": "Bel", "gepland_op": "2026-11-16",
        "berekend_op": "2026-11-16",
    }  # fmt: skip
    region.do(a(PlanNazorg, plaatsing_id=at.plaatsing_id, items=[item]), SEVDA)
    return region.all(Nazorgactie)[0]


def question(region: Region, veld: str) -> str:
    [item] = [row for row in region.all(Afstemming) if row.soort == "conflict" and row.veld == veld]
    return item.id


def test_choosing_mine_moves_what_hangs_on_the_start(region: Region, at: Placed) -> None:
    seen = {at.plaatsing_id: region.one(Plaatsing, at.plaatsing_id).versie}
    region.do(a(WijzigPlaatsing, plaatsing_id=at.plaatsing_id, start="2026-11-09"), SEVDA, basis=seen)
    region.do(a(WijzigPlaatsing, plaatsing_id=at.plaatsing_id, start="2026-11-16"), ANOUK, basis=seen)
    assert months(region) == ["2026-12-09", "2027-02-09", "2027-05-09"]
    mine = a(KiesAfstemming, afstemming_id=question(region, "start"), keuze="mijne")
    region.do(mine, ANOUK, uuid=(uuid := new_id()))
    assert region.one(Plaatsing, at.plaatsing_id).start == date(2026, 11, 16)
    assert months(region) == ["2026-12-16", "2027-02-16", "2027-05-16"]
    back = a(MaakOngedaan, opdracht_uuid=uuid, naam=mine.NAME, rij_id=mine.afstemming_id)
    region.do(back, ANOUK)
    assert months(region) == ["2026-12-09", "2027-02-09", "2027-05-09"]


def test_an_answer_does_not_put_the_start_after_the_end(region: Region, at: Placed) -> None:
    seen = {at.plaatsing_id: region.one(Plaatsing, at.plaatsing_id).versie}
    region.do(a(WijzigPlaatsing, plaatsing_id=at.plaatsing_id, start="2026-11-09"), SEVDA, basis=seen)
    region.do(a(WijzigPlaatsing, plaatsing_id=at.plaatsing_id, start="2026-11-23"), ANOUK, basis=seen)
    ended = a(BeeindigPlaatsing, plaatsing_id=at.plaatsing_id, einddatum="2026-11-20", reden="anders")
    region.do(ended, SEVDA)
    with pytest.raises(Weigering) as error:
        region.do(a(KiesAfstemming, afstemming_id=question(region, "start"), keuze="mijne"), ANOUK)
    assert error.value.code == "plaatsing_einde_voor_start"


@pytest.mark.parametrize(
    ("cls", "more", "reden", "status"),
    [
        (BeeindigPlaatsing, {"einddatum": "2026-11-18"}, "plaatsing_beeindigd", "beeindigd"),
        (LaatPlaatsingVervallen, {}, "niet_begonnen", "vervallen"),
    ],
    ids=["ended", "never began"],
)
def test_an_end_is_a_fact_whatever_was_taken_back_before_it(
    region: Region, at: Placed, cls: type[Command], more: dict[str, Any], reden: str, status: str
) -> None:
    """Sevda ended it and took that back; Anouk saw neither. What she says is no question of state."""
    talk = planned(region, at)
    row = region.one(Plaatsing, at.plaatsing_id)
    seen = {row.id: row.versie}
    first = a(BeeindigPlaatsing, plaatsing_id=row.id, einddatum="2026-11-19", reden="anders")
    region.do(first, SEVDA, uuid=(uuid := new_id()))
    region.do(a(MaakOngedaan, opdracht_uuid=uuid, naam=first.NAME, rij_id=row.id), SEVDA)
    assert (row.status, talk.status) == ("loopt", "gepland")
    region.do(a(cls, plaatsing_id=row.id, reden="anders", **more), ANOUK, basis=seen)
    assert region.one(Plaatsing, row.id).status == status
    assert region.one(Nazorgactie, talk.id).vervallen_reden == reden


def test_choosing_mine_fills_a_vacature(region: Region, at: Placed) -> None:
    vacature_id = vacature_at(region, at.werkgever_id, aantal_plaatsen=3)
    region.one(Plaatsing, at.plaatsing_id).vacature_id = vacature_id
    region.session.flush()
    region.do(a(WijzigVacature, vacature_id=vacature_id, aantal_plaatsen=2), FATIMA, basis={vacature_id: 1})
    region.do(a(WijzigVacature, vacature_id=vacature_id, aantal_plaatsen=1), HERMAN, basis={vacature_id: 1})
    assert region.one(Vacature, vacature_id).status == "voordracht_loopt"
    region.do(a(KiesAfstemming, afstemming_id=question(region, "aantal_plaatsen"), keuze="mijne"), HERMAN)
    assert region.one(Vacature, vacature_id).status == "vervuld"


def test_the_contact_of_the_second_who_did_it_is_kept(region: Region, at: Placed) -> None:
    """R4: two people spoke with the employer; the same word sent again is the same contact."""
    talk = a(
        VoegNazorgToe, plaatsing_id=at.plaatsing_id, spoor="werkgever", naam="Bel", gepland_op="2026-11-23"
    )
    row_id = region.do(talk, SEVDA).id
    for who, words in ((SEVDA, "Loopt goed"), (ANOUK, "Wil er nog een"), (ANOUK, "Wil er nog een")):
        spoken = {"kanaal": "telefoon", "notitie": words}
        region.do(
            a(
                RondNazorgAf,
                nazorgactie_id=row_id, uitgevoerd_op="2026-11-20", resultaat="stabiel", contact=spoken,
            ),
            who,
        )  # fmt: skip
    assert sorted(str(row.notitie) for row in region.all(Contactnotitie)) == ["Loopt goed", "Wil er nog een"]


def test_an_attempt_is_kept_where_somebody_reached_them_meanwhile(region: Region, at: Placed) -> None:
    talk = a(
        VoegNazorgToe, plaatsing_id=at.plaatsing_id, spoor="werknemer", naam="Bel", gepland_op="2026-11-23"
    )
    row_id = region.do(talk, SEVDA).id
    region.do(a(RondNazorgAf, nazorgactie_id=row_id, uitgevoerd_op="2026-11-20", resultaat="stabiel"), SEVDA)
    tried = a(
        MeldPoging, nazorgactie_id=row_id, datum="2026-11-20", reden="geen_gehoor", volgende_op="2026-11-24"
    )
    outcome = region.do(tried, ANOUK)
    assert (outcome.result, outcome.code) == ("aangepast", "nazorg_poging_zonder_dag")
    assert [len(row.pogingen) for row in region.all(NazorgPersoon)] == [1]
    assert region.one(Nazorgactie, row_id).gepland_op == date(2026, 11, 23)
