"""Vandaag: what waits for my answer, what is due, what was silent; and the dossier beside the timeline."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from desktop.models.commands.actie import DoeContactverzoek, MaakActie, MaakAfspraak, RondActieAf
from desktop.models.commands.contact import LegContactVast, ZetContactVast
from desktop.models.commands.regie import (
    AanvaardOverdracht,
    MeldBenadering,
    NeemRegie,
    StelOverdrachtVoor,
    StelWaarnemingIn,
)
from desktop.models.commands.werkgever import (
    RegistreerContactpersoon,
    RegistreerVestiging,
    RegistreerWerkgever,
    WijzigWerkgever,
)
from desktop.models.context import Actor
from desktop.models.queries import day, dossier
from desktop.models.queries.actie_rows import ActieRij
from desktop.models.queries.day_rows import Dossier, Vandaag
from tests.models.conftest import LISTED
from tests.support.builders import FATIMA, HERMAN, KARIN, NOW, SEVDA, Region, a, known_id

TODAY = date(2026, 11, 20)  # a Friday
W, OTHER = known_id("mijn werkgever"), known_id("ander")


@pytest.fixture(params=LISTED)
def engine(request: pytest.FixtureRequest) -> Engine:
    """A laptop as it is equipped, and the centre."""
    made: Engine = request.getfixturevalue(request.param)
    return made


@pytest.fixture
def mine(region: Region) -> Region:
    """Fatima holds the regie on one werkgever, Herman on another."""
    for row_id, naam, who in ((W, "Houtbouw", FATIMA), (OTHER, "Ander", HERMAN)):
        region.do(a(RegistreerWerkgever, id=row_id, naam=naam), who)
        region.do(a(NeemRegie, werkgever_id=row_id), who)
    return region


def today(region: Region, who: Actor = FATIMA, stil_dagen: int = 60, on: date = TODAY) -> Vandaag:
    region.session.flush()
    return day.vandaag(region.session, who.medewerker_id, on, stil_dagen)


def task(region: Region, wat: str, **given: Any) -> str | None:
    return region.do(a(MaakActie, werkgever_id=W, gevraagde_handeling=wat, **given), FATIMA).id


def what(rows: tuple[ActieRij, ...]) -> list[str]:
    return [row.gevraagde_handeling for row in rows]


def test_tasks_by_when_they_are_due(mine: Region) -> None:
    task(mine, "laat", deadline="2026-11-19")
    task(mine, "vandaag", deadline="2026-11-20")
    task(mine, "zondag", deadline="2026-11-22")
    task(mine, "maandag", deadline="2026-11-23")
    task(mine, "ooit")
    done = task(mine, "klaar", deadline="2026-11-20")
    mine.do(a(RondActieAf, actie_id=done))
    task(mine, "van Sevda", deadline="2026-11-20", toegewezen_aan_id=SEVDA.medewerker_id)
    found = today(mine)
    assert (what(found.te_laat), what(found.vandaag)) == (["laat"], ["vandaag"])
    assert (what(found.deze_week), what(found.zonder_datum)) == (["zondag"], ["ooit"])
    assert what(today(mine, SEVDA).vandaag) == ["van Sevda"]
    assert what(today(mine, on=date(2026, 11, 23)).te_laat) == ["laat", "vandaag", "zondag"]


def test_the_agenda_has_visits_and_what_was_logged(mine: Region) -> None:
    task(mine, "later bezoek", soort="bezoek", deadline="2026-11-20", tijd="13:30")
    task(mine, "zonder tijd", soort="bezoek", deadline="2026-11-20")
    task(mine, "gemist bezoek", soort="bezoek", deadline="2026-11-19")
    mine.do(a(LegContactVast, werkgever_id=W, datum="2026-11-20T09:10"), FATIMA)
    mine.do(a(LegContactVast, werkgever_id=W, datum="2026-11-19T09:10"), FATIMA)
    mine.do(a(LegContactVast, werkgever_id=W, datum="2026-11-20T11:00"), HERMAN)
    found = today(mine)
    assert [row.tijd for row in found.agenda] == ["09:10", "13:30", None]
    assert found.vandaag == ()
    assert what(found.te_laat) == ["gemist bezoek"]


def test_questions_and_offers_wait_for_an_answer(mine: Region) -> None:
    mine.do(a(DoeContactverzoek, werkgever_id=W, vraag="Mag ik bellen?"), SEVDA)
    offer = mine.do(a(StelOverdrachtVoor, werkgever_id=OTHER, naar_id=FATIMA.medewerker_id), HERMAN).id
    mine.do(a(MaakActie, werkgever_id=OTHER), HERMAN)
    found = today(mine)
    [asked] = found.verzoeken
    assert (asked.gevraagde_handeling, asked.door, asked.door_id) == (
        "Mag ik bellen?",
        SEVDA.naam,
        SEVDA.medewerker_id,
    )
    assert found.zonder_datum == ()
    [offered] = found.overdrachten
    assert (offered.id, offered.van, offered.open_acties) == (offer, HERMAN.naam, 1)
    mine.do(a(AanvaardOverdracht, overdracht_id=offer), FATIMA)
    assert today(mine).overdrachten == ()


def test_who_was_silent_longest_stands_first(mine: Region) -> None:
    for naam, contact in (
        ("Lang", "2026-01-01"),
        ("Kort", "2026-09-20"),
        ("Net", "2026-09-21"),
        ("Nooit", None),
    ):
        row_id = mine.do(a(RegistreerWerkgever, naam=naam)).id
        mine.do(a(NeemRegie, werkgever_id=row_id), FATIMA)
        if contact:
            mine.do(a(LegContactVast, werkgever_id=row_id, datum=contact), KARIN)
    found = today(mine)
    assert [row.naam for row in found.stil] == ["Houtbouw", "Nooit", "Lang", "Kort"]
    assert (found.aantal_stil, found.stil_dagen) == (4, 60)
    assert today(mine, SEVDA).aantal_stil == 0
    assert [row.naam for row in today(mine, stil_dagen=59).stil][-1] == "Net"


def test_who_stopped_is_not_silent(mine: Region) -> None:
    mine.do(a(WijzigWerkgever, werkgever_id=W, actief=False, opheffing_datum="2026-10-01"), FATIMA)
    assert today(mine).stil == ()


def test_no_more_than_twenty_are_shown_and_all_are_counted(mine: Region) -> None:
    for number in range(25):
        row_id = mine.do(a(RegistreerWerkgever, naam=f"Werkgever {number:02}")).id
        mine.do(a(NeemRegie, werkgever_id=row_id), FATIMA)
    found = today(mine)
    assert (len(found.stil), found.aantal_stil) == (20, 26)


def test_who_stands_in_sees_those_too(mine: Region) -> None:
    days = {"van": "2026-11-16", "tot": "2026-11-27"}
    mine.do(a(StelWaarnemingIn, waarnemer_id=FATIMA.medewerker_id, **days), HERMAN)
    assert {row.naam for row in today(mine).stil} == {"Houtbouw", "Ander"}
    assert {row.naam for row in today(mine, on=date(2026, 11, 28)).stil} == {"Houtbouw"}


def test_what_colleagues_did_is_news(mine: Region) -> None:
    mine.do(a(LegContactVast, werkgever_id=W, datum="2026-11-19", kanaal="telefoon"), SEVDA)
    mine.do(a(LegContactVast, werkgever_id=W, datum="2026-11-18"), SEVDA)
    mine.do(a(LegContactVast, werkgever_id=W, datum="2026-11-20"), FATIMA)
    mine.do(a(LegContactVast, werkgever_id=OTHER, datum="2026-11-20"), SEVDA)
    mine.do(a(MaakAfspraak, werkgever_id=W), HERMAN, tijd=NOW + timedelta(minutes=1))
    mine.do(a(MaakAfspraak, werkgever_id=W), HERMAN, tijd=NOW - timedelta(days=3))
    found = [(row.soort, row.medewerker, row.kanaal, row.werkgever) for row in today(mine).nieuw]
    assert found == [
        ("afspraak", HERMAN.naam, None, "Houtbouw"),
        ("contact", SEVDA.naam, "telefoon", "Houtbouw"),
    ]


def read(region: Region, row_id: str = W) -> Dossier:
    region.session.flush()
    found = dossier.dossier(region.session, row_id, TODAY)
    assert found is not None
    return found


def test_a_dossier_holds_everything_but_the_timeline(mine: Region) -> None:
    mine.do(a(RegistreerVestiging, werkgever_id=W, woonplaats="Weesp"))
    mine.do(a(RegistreerContactpersoon, werkgever_id=W))
    open_task = task(mine, "open")
    mine.do(a(RondActieAf, actie_id=task(mine, "klaar")))
    mine.do(a(MaakAfspraak, werkgever_id=W))
    first = mine.do(a(LegContactVast, werkgever_id=W, datum="2026-08-20", notitie="x"), HERMAN).id
    last = mine.do(a(LegContactVast, werkgever_id=W, datum="2026-11-19"), HERMAN).id
    mine.do(a(LegContactVast, werkgever_id=W, datum="2026-08-22"), HERMAN)
    mine.do(a(ZetContactVast, contactmoment_id=first), FATIMA)
    mine.do(a(StelOverdrachtVoor, werkgever_id=W, naar_id=HERMAN.medewerker_id), FATIMA)
    days = {"van": "2026-11-16", "tot": "2026-11-27"}
    mine.do(a(StelWaarnemingIn, waarnemer_id=HERMAN.medewerker_id, **days), FATIMA)
    found = read(mine)
    assert (found.werkgever.naam, found.werkgever.regiehouder) == ("Houtbouw", FATIMA.naam)
    assert (len(found.vestigingen), len(found.contactpersonen), len(found.afspraken)) == (1, 1, 1)
    assert [row.id for row in found.acties] == [open_task]
    assert found.laatste_contact is not None
    assert (found.laatste_contact.id, found.contacten_90_dagen) == (last, 2)
    assert [(row.id, row.vastgezet) for row in found.vastgezet] == [(first, True)]
    assert found.overdracht is not None
    assert (found.overdracht.status, found.overdracht.naar) == ("voorgesteld", HERMAN.naam)
    assert found.waarneming is not None
    assert (found.waarneming.waarnemer, found.waarneming.voor) == (HERMAN.naam, FATIMA.naam)
    assert found.reservering is None


def test_an_announced_approach_stands_in_the_dossier(mine: Region) -> None:
    free = mine.do(a(RegistreerWerkgever, naam="Vrij")).id
    mine.do(a(MeldBenadering, werkgever_id=free, reden="Beurs"), SEVDA)
    assert free is not None
    found = read(mine, free)
    assert found.reservering is not None
    assert (found.reservering.medewerker, found.reservering.reden) == (SEVDA.naam, "Beurs")
    assert (found.waarneming, found.overdracht, found.laatste_contact) == (None, None, None)


def test_an_unknown_dossier_is_not_there(mine: Region) -> None:
    mine.session.flush()
    assert dossier.dossier(mine.session, known_id("niets"), TODAY) is None
