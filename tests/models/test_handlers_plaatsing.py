"""Somebody works: the milestones, what moves them, and what the region reads of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from desktop.models.commands.base import Command
from desktop.models.commands.ongedaan import MaakOngedaan
from desktop.models.commands.plaatsing import (
    BeeindigOnderbreking,
    BeeindigPlaatsing,
    BevestigMijlpaal,
    LaatPlaatsingVervallen,
    MeldOnderbreking,
    RegistreerPlaatsing,
    WijzigPlaatsing,
)
from desktop.models.commands.voordracht import DoeVoordracht
from desktop.models.context import Context
from desktop.models.errors import Weigering
from desktop.models.outcome import Outcome
from desktop.models.tables import (
    Afstemming,
    Betrokkenheid,
    Kandidaat,
    Mijlpaal,
    Onderbreking,
    Plaatsing,
    PlaatsingPersoon,
    Vacature,
    Veldwijziging,
    Voordracht,
)
from tests.support.builders import ANOUK, FATIMA, HERMAN, SEVDA, Region, a, context, new_id
from tests.support.placing import candidate_of, vacature_at, werkgever_of


@pytest.fixture
def werkgever_id(region: Region) -> str:
    return werkgever_of(region)


@pytest.fixture
def kandidaat_id(region: Region) -> str:
    return candidate_of(region)


@pytest.fixture
def plaatsing_id(region: Region, werkgever_id: str, kandidaat_id: str) -> str:
    row_id = region.do(a(RegistreerPlaatsing, kandidaat_id=kandidaat_id, werkgever_id=werkgever_id), SEVDA).id
    assert row_id is not None
    return row_id


def on(day: str, who: Any = SEVDA) -> Context:
    """Somebody who acts on this day."""
    return context(who, tijd=datetime.fromisoformat(f"{day}T09:00").replace(tzinfo=UTC))


def do(region: Region, command: Command, day: str, who: Any = SEVDA) -> Outcome:
    return region.do(command, context=on(day, who))


def refused(region: Region, command: Command, day: str = "2026-11-20", who: Any = SEVDA) -> str:
    with pytest.raises(Weigering) as error:
        do(region, command, day, who)
    return error.value.code


def milestones(region: Region) -> dict[int, tuple[str, str, str | None]]:
    rows = sorted(region.all(Mijlpaal, verwijderd_op=None), key=lambda row: row.maanden)
    return {row.maanden: (row.datum.isoformat(), row.uitkomst, row.bevestigd_door) for row in rows}


UNKNOWN = {
    1: ("2027-01-01", "onbekend", None),
    3: ("2027-03-01", "onbekend", None),
    6: ("2027-06-01", "onbekend", None),
}


def test_from_a_voordracht_everything_follows(region: Region, werkgever_id: str, kandidaat_id: str) -> None:
    vacature_id = vacature_at(region, werkgever_id)
    proposed = region.do(a(DoeVoordracht, kandidaat_id=kandidaat_id, vacature_id=vacature_id), SEVDA).id
    command = a(
        RegistreerPlaatsing, id=new_id(), kandidaat_id=kandidaat_id, voordracht_id=proposed, soort="leerbaan"
    )
    region.do(command, SEVDA)
    row = region.one(Plaatsing, command.id)
    assert (row.werkgever_id, row.vacature_id, row.voordracht_id) == (werkgever_id, vacature_id, proposed)
    assert (row.type_overeenkomst, row.status, row.bemiddelaar_id) == ("02", "loopt", SEVDA.medewerker_id)
    [person] = region.all(PlaatsingPersoon)
    assert (person.plaatsing_id, person.kandidaat_id) == (row.id, kandidaat_id)
    assert region.one(Voordracht, proposed).status == "geplaatst"
    assert region.one(Kandidaat, kandidaat_id).status == "geplaatst"
    assert milestones(region) == UNKNOWN
    assert [row.reden for row in region.all(Betrokkenheid)] == ["plaatsing"]
    before = region.wire()
    region.do(command, SEVDA)
    assert region.wire() == before
    again = a(RegistreerPlaatsing, kandidaat_id=kandidaat_id, werkgever_id=werkgever_id, soort="leerbaan")
    assert refused(region, again) == "plaatsing_loopt_al"


def test_a_proefplaatsing_has_no_milestones_and_keeps_the_candidate_free(
    region: Region, werkgever_id: str, kandidaat_id: str
) -> None:
    vacature_id = vacature_at(region, werkgever_id)
    proposed = region.do(a(DoeVoordracht, kandidaat_id=kandidaat_id, vacature_id=vacature_id), SEVDA).id
    mine = {"kandidaat_id": kandidaat_id, "voordracht_id": proposed}
    trial = region.do(a(RegistreerPlaatsing, **mine, soort="proefplaatsing", start="2026-11-20"), SEVDA).id
    assert milestones(region) == {}
    assert region.one(Kandidaat, kandidaat_id).status == "actief"
    assert region.one(Vacature, vacature_id).status == "voordracht_loopt"
    end = a(BeeindigPlaatsing, plaatsing_id=trial, einddatum="2026-12-31", reden="vervolg_zelfde_werkgever")
    do(region, end, "2027-01-02")
    do(region, a(RegistreerPlaatsing, **mine, start="2027-01-01"), "2027-01-02")
    assert milestones(region)[6][0] == "2027-07-01"
    assert region.one(Voordracht, proposed).status == "geplaatst"
    assert region.one(Vacature, vacature_id).status == "vervuld"


def test_another_start_moves_the_milestones(region: Region, plaatsing_id: str) -> None:
    do(region, a(WijzigPlaatsing, plaatsing_id=plaatsing_id, start="2026-12-15", uren=24), "2026-11-20")
    assert {months: day for months, (day, _, _) in milestones(region).items()} == {
        1: "2027-01-15",
        3: "2027-03-15",
        6: "2027-06-15",
    }
    late = a(WijzigPlaatsing, plaatsing_id=plaatsing_id, verwachte_einddatum="2026-12-01")
    assert refused(region, late) == "plaatsing_einde_voor_start"
    assert refused(region, late, who=ANOUK) == "kandidaat_onbekend"


def test_what_nobody_confirmed_is_unknown_until_the_rows_prove_it(
    region: Region, kandidaat_id: str, plaatsing_id: str
) -> None:
    end = a(BeeindigPlaatsing, plaatsing_id=plaatsing_id, einddatum="2027-04-30", toelichting="Ging goed")
    do(region, end, "2027-05-01")
    assert milestones(region) == {
        1: ("2027-01-01", "gerealiseerd", "systeem"),
        3: ("2027-03-01", "gerealiseerd", "systeem"),
        6: ("2027-06-01", "uitval", "systeem"),
    }
    row = region.one(Plaatsing, plaatsing_id)
    assert (row.status, row.feitelijke_einddatum) == ("beeindigd", date(2027, 4, 30))
    [person] = region.all(PlaatsingPersoon)
    assert (person.reden_einde, person.toelichting) == ("ander_werk", "Ging goed")
    assert region.one(Kandidaat, kandidaat_id).status == "actief"
    apart = {(line.tabel, line.werkgever_id) for line in region.all(Veldwijziging, kandidaat_id=kandidaat_id)}
    assert apart == {("plaatsing_persoon", None), ("kandidaat", None)}
    later = a(BeeindigPlaatsing, plaatsing_id=plaatsing_id, einddatum="2027-06-01")
    do(region, later, "2027-06-02")
    assert milestones(region)[6] == ("2027-06-01", "gerealiseerd", "systeem")


def test_who_confirms_what_and_never_before_its_day(region: Region, plaatsing_id: str) -> None:
    first = a(BevestigMijlpaal, plaatsing_id=plaatsing_id)
    assert refused(region, first, "2026-12-31") == "mijlpaal_nog_niet"
    do(region, first, "2027-01-01", FATIMA)
    assert milestones(region)[1] == ("2027-01-01", "gerealiseerd", "werkgever")
    assert refused(region, first, "2027-01-02", HERMAN) == "mijlpaal_niet_van_jou"
    asked = a(BevestigMijlpaal, plaatsing_id=plaatsing_id, bevestigd_door="kandidaat")
    assert refused(region, asked, "2027-01-02", FATIMA) == "mijlpaal_kandidaat_vraagt_bemiddelaar"
    machine = a(BevestigMijlpaal, plaatsing_id=plaatsing_id, bevestigd_door="systeem", maanden=3)
    assert refused(region, machine, "2027-07-01") == "mijlpaal_niet_bewezen"


def test_two_who_asked_and_heard_something_else(region: Region, plaatsing_id: str) -> None:
    [first] = region.all(Mijlpaal, maanden=1)
    seen = {first.id: first.versie}
    do(region, a(BevestigMijlpaal, plaatsing_id=plaatsing_id), "2027-01-01", FATIMA)
    around = replace(on("2027-01-01"), basis=seen)
    said = region.do(a(BevestigMijlpaal, plaatsing_id=plaatsing_id, uitkomst="uitval"), context=around)
    assert (said.result, said.code) == ("aangepast", "wijziging_conflict")
    assert milestones(region)[1] == ("2027-01-01", "gerealiseerd", "werkgever")
    do(region, a(BevestigMijlpaal, plaatsing_id=plaatsing_id, uitkomst="uitval"), "2027-01-02")
    assert milestones(region)[1][1] == "uitval"  # who saw what the colleague said may say otherwise


def test_a_month_of_lying_still_goes_on_and_more_begins_anew(region: Region, plaatsing_id: str) -> None:
    short = a(MeldOnderbreking, id=new_id(), plaatsing_id=plaatsing_id, van="2026-12-10", tot="2026-12-31")
    do(region, short, "2027-01-05")
    assert milestones(region) == UNKNOWN
    open_one = a(MeldOnderbreking, id=new_id(), plaatsing_id=plaatsing_id, van="2027-02-01")
    do(region, open_one, "2027-02-01")
    assert milestones(region) == UNKNOWN
    third = a(BevestigMijlpaal, plaatsing_id=plaatsing_id, maanden=3)
    assert refused(region, third, "2027-03-05") == "mijlpaal_onderbreking_loopt"
    assert refused(region, a(MeldOnderbreking, plaatsing_id=plaatsing_id, van="2027-03-01")) == (
        "onderbreking_loopt_al"
    )
    do(region, a(BeeindigOnderbreking, onderbreking_id=open_one.id, tot="2027-02-10"), "2027-02-11")
    assert milestones(region) == UNKNOWN | {
        3: ("2027-05-11", "onbekend", None),
        6: ("2027-08-11", "onbekend", None),
    }


def test_what_never_began(region: Region, kandidaat_id: str, plaatsing_id: str) -> None:
    do(region, a(LaatPlaatsingVervallen, plaatsing_id=plaatsing_id), "2026-12-02")
    assert region.one(Plaatsing, plaatsing_id).status == "vervallen"
    assert region.one(Kandidaat, kandidaat_id).status == "actief"
    assert refused(region, a(BeeindigPlaatsing, plaatsing_id=plaatsing_id)) == "plaatsing_loopt_niet"
    assert (
        refused(region, a(BevestigMijlpaal, plaatsing_id=plaatsing_id), "2027-02-01") == "mijlpaal_onbekend"
    )


def test_what_was_seen_to_last_began(region: Region, plaatsing_id: str) -> None:
    do(region, a(BevestigMijlpaal, plaatsing_id=plaatsing_id), "2027-01-01")
    void = a(LaatPlaatsingVervallen, plaatsing_id=plaatsing_id)
    assert refused(region, void, "2027-01-02") == "plaatsing_wel_begonnen"


def test_nobody_else_hears_who_or_why(region: Region, plaatsing_id: str) -> None:
    end = a(BeeindigPlaatsing, plaatsing_id=plaatsing_id, einddatum="2026-12-20", kanaal="telefoon")
    do(region, end, "2026-12-21")
    notices = {row.code: row.parameters for row in region.all(Afstemming, medewerker_id=FATIMA.medewerker_id)}
    assert set(notices) == {"plaatsing_gemaakt", "plaatsing_beeindigd", "contact_eigen_kandidaat"}
    assert not [words for words in notices.values() if "Noor" in str(words) or "ander_werk" in str(words)]


def test_taken_back_step_by_step(region: Region, werkgever_id: str, kandidaat_id: str) -> None:
    proposed = region.do(a(DoeVoordracht, kandidaat_id=kandidaat_id, werkgever_id=werkgever_id), SEVDA).id
    plaatsing_id, still_id = new_id(), new_id()
    typed: tuple[tuple[str, Command], ...] = (
        (
            "2026-12-01",
            a(RegistreerPlaatsing, id=plaatsing_id, kandidaat_id=kandidaat_id, voordracht_id=proposed),
        ),
        ("2027-01-02", a(BevestigMijlpaal, plaatsing_id=plaatsing_id)),
        ("2027-02-01", a(MeldOnderbreking, id=still_id, plaatsing_id=plaatsing_id, van="2027-01-10")),
        ("2027-03-01", a(BeeindigOnderbreking, onderbreking_id=still_id, tot="2027-02-20")),
        ("2027-04-01", a(WijzigPlaatsing, plaatsing_id=plaatsing_id, start="2026-12-08")),
        ("2027-05-01", a(BeeindigPlaatsing, plaatsing_id=plaatsing_id, einddatum="2027-04-30")),
    )
    steps = [(on(day), command) for day, command in typed]
    seen: list[Any] = []
    for around, command in steps:
        seen.append((milestones(region), states(region)))
        region.do(command, context=around)
    for around, command in reversed(steps):
        about = still_id if "onderbreking" in command.NAME else plaatsing_id
        undo = a(MaakOngedaan, opdracht_uuid=around.uuid, naam=command.NAME, rij_id=about)
        do(region, undo, around.dag.isoformat())
        assert (milestones(region), states(region)) == seen.pop()


def states(region: Region) -> list[Any]:
    """What the rows say besides the milestones."""
    return [
        [
            (row.status, row.start, row.feitelijke_einddatum)
            for row in region.all(Plaatsing, verwijderd_op=None)
        ],
        [(row.van, row.tot) for row in region.all(Onderbreking, verwijderd_op=None)],
        [row.reden_einde for row in region.all(PlaatsingPersoon, verwijderd_op=None)],
        [row.status for row in region.all(Kandidaat)],
        [row.status for row in region.all(Voordracht)],
    ]
