"""Taking back what one did about nazorg, an instrument or a signaal (R11)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from desktop.models.commands.afstemming import KiesAfstemming
from desktop.models.commands.base import Command
from desktop.models.commands.instrument import LegInstrumentVast, RondTaakAf, WerkInzetBij, ZetInstrumentIn
from desktop.models.commands.nazorg import (
    LaatNazorgVervallen,
    MeldPoging,
    PlanNazorg,
    RondNazorgAf,
    StelNazorgregelVast,
    VerzetNazorg,
    VoegNazorgToe,
)
from desktop.models.commands.ongedaan import UNDOABLE, MaakOngedaan, row_of
from desktop.models.commands.signaal import BeantwoordSignaal, MeldSignaal
from desktop.models.context import Actor
from desktop.models.errors import Weigering
from desktop.models.fields import to_plain
from desktop.models.tables import Afstemming, InstrumentTaak, NazorgPersoon, Signaal
from tests.models.placed import Placed, filled, placed
from tests.support.builders import ANOUK, FATIMA, JOOST, KARIN, SEVDA, Region, a, known_id, new_id
from tests.support.groundwork import lay

TALK, INZET, RELATION = known_id("talk"), known_id("inzet"), known_id("relatie")
NOT_SEEN = {"versie", "gewijzigd_op", "gewijzigd_door"}
OURS = ("nazorg.", "nazorgregel.", "signaal.", "instrument.")
HIDDEN = ("veldwijziging", "afstemming", "betrokkenheid")


@pytest.fixture
def at(region: Region) -> Placed:
    return lay(region, _at)


def _at(region: Region) -> Placed:
    filled(region)
    found = placed(region)
    talk = {
        "plaatsing_id": found.plaatsing_id,
        "spoor": "werkgever",
        "naam": "Bel",
        "gepland_op": "2026-12-10",
    }
    region.do(a(VoegNazorgToe, id=TALK, **talk), SEVDA)
    use = {"kandidaat_id": found.kandidaat_id, "plaatsing_id": found.plaatsing_id, "code": "no_riskpolis"}
    region.do(a(ZetInstrumentIn, id=INZET, start="2026-12-01", **use), SEVDA)
    return found


def seen(region: Region) -> dict[str, Any]:
    """What a reader sees: rows that are there, without versions."""
    return {
        table: {
            row_id: {name: value for name, value in row.items() if name not in NOT_SEEN}
            for row_id, row in rows.items()
            if row.get("verwijderd_op") is None
        }
        for table, rows in region.wire().items()
        if table not in HIDDEN
    }


def who(command: Command) -> Actor:
    """Whose command it is in a region; the relation is Fatima's."""
    if isinstance(command, MeldPoging) and command.nazorgactie_id == RELATION:
        return FATIMA
    return _OF_OTHERS.get(command.NAME, SEVDA)


_OF_OTHERS = {
    "nazorgregel.stel_vast": KARIN,
    "instrument.leg_vast": JOOST,
    "signaal.beantwoord": FATIMA,
}


def undo(region: Region, command: Command, uuid: str) -> None:
    row_id = row_of(command.NAME, to_plain(command), SEVDA.regio_id)
    region.do(a(MaakOngedaan, opdracht_uuid=uuid, naam=command.NAME, rij_id=row_id), who(command))


def a_task(region: Region) -> str:
    [row] = region.all(InstrumentTaak)
    return row.id


def a_relation(region: Region, at: Placed) -> str:
    """A talk of the relation track, which Sevda planned."""
    region.do(a_plan(at, RELATION), SEVDA)
    return RELATION


def a_signal(region: Region, at: Placed) -> str:
    told = a(MeldSignaal, werkgever_id=at.werkgever_id, categorie="kans", tekst="Twee plekken.")
    return region.do(told, SEVDA).id or ""


def a_plan(at: Placed, *ids: str | None) -> Command:
    """A talk for each, with the id that the caller made or none; the first is about the relation."""
    items = [
        {"id": row_id, "spoor": spoor, "naam": "Bel", "gepland_op": "2026-12-10"}
        for row_id, spoor in zip(ids, ("relatie", "werknemer", "werkgever"), strict=False)
    ]
    plain = [{name: value for name, value in item.items() if value is not None} for item in items]
    return a(PlanNazorg, plaatsing_id=at.plaatsing_id, items=plain)


def a_version(**given: Any) -> Command:
    values = {"code": "no_riskpolis", "naam": "No-riskpolis", "soort": "polis", "bron": "uwv.nl"}
    values |= {"id": new_id(), "geldig_van": "2027-01-01"}
    return a(LegInstrumentVast, inhoud={}, **values | given)


EACH: list[Callable[[Region, Placed], Command]] = [
    lambda _region, at: a(
        VoegNazorgToe, id=new_id(), plaatsing_id=at.plaatsing_id, spoor="werknemer", naam="Bel",
        gepland_op="2026-12-11",
    ),
    lambda _region, _at: a(VerzetNazorg, nazorgactie_id=TALK, gepland_op="2026-12-14", reden="Vakantie"),
    lambda _region, _at: a(LaatNazorgVervallen, nazorgactie_id=TALK, reden="niet_nodig"),
    lambda _region, _at: a(
        RondNazorgAf, nazorgactie_id=TALK, uitgevoerd_op="2026-11-20", resultaat="risico", notitie="Te laat",
        volgende_op="2026-12-01", signaal={"categorie": "klacht", "tekst": "Rooster past niet."},
        contact={"kanaal": "telefoon"},
    ),
    lambda _region, at: a(
        MeldSignaal, id=new_id(), werkgever_id=at.werkgever_id, categorie="kans", tekst="Twee plekken."
    ),
    lambda _region, at: a(
        ZetInstrumentIn, id=new_id(), kandidaat_id=at.kandidaat_id, code="proefplaatsing", start="2026-12-01"
    ),
    lambda _region, _at: a(WerkInzetBij, inzet_id=INZET, status="toegekend", start="2026-12-07"),
    lambda region, _at: a(RondTaakAf, taak_id=a_task(region)),
    lambda _region, at: a_plan(at, None, None, None),
    lambda _region, at: a_plan(at, new_id(), None, new_id()),
    lambda _region, _at: a(MeldPoging, nazorgactie_id=TALK, datum="2026-11-20", reden="geen_gehoor"),
    lambda _region, _at: a(
        MeldPoging, nazorgactie_id=TALK, datum="2026-11-20", reden="geen_gehoor", volgende_op="2026-12-14"
    ),
    lambda region, at: a(
        MeldPoging, nazorgactie_id=a_relation(region, at), datum="2026-11-20", reden="geen_gehoor",
        volgende_op="2026-12-14",
    ),
    lambda region, at: a(BeantwoordSignaal, signaal_id=a_signal(region, at), antwoord="Ik bel ze."),
    lambda _region, _at: a(StelNazorgregelVast, code="eigen", spoor="werknemer", naam="Eigen regel"),
    lambda _region, _at: a(StelNazorgregelVast, code="week1", spoor="werkgever", naam="Anders", actief=False),
    lambda _region, _at: a_version(),
    lambda _region, _at: a_version(code="nieuw", geldig_tot="2028-01-01"),
]  # fmt: skip


@pytest.mark.parametrize("made", EACH, ids=range(len(EACH)))
def test_everything_is_as_it_was(
    region: Region, at: Placed, made: Callable[[Region, Placed], Command]
) -> None:
    command, uuid = made(region, at), new_id()
    before = seen(region)
    region.do(command, who(command), uuid=uuid)
    assert seen(region) != before
    undo(region, command, uuid)
    assert seen(region) == before
    undo(region, command, uuid)
    assert seen(region) == before, "a second undo does nothing"


def test_every_one_that_can_be_taken_back_is_tried(region: Region, at: Placed) -> None:
    tried = {made(region, at).NAME for made in EACH}
    assert tried == {name for name in UNDOABLE if name.startswith(OURS)}


def test_what_a_colleague_built_on_stands(region: Region, at: Placed) -> None:
    command, uuid = EACH[3](region, at), new_id()
    region.do(command, SEVDA, uuid=uuid)
    [told] = region.all(Signaal)
    region.do(a(BeantwoordSignaal, signaal_id=told.id, antwoord="Ik bel ze."), FATIMA)
    with pytest.raises(Weigering) as refused:
        undo(region, command, uuid)
    assert refused.value.code == "ongedaan_signaal_beantwoord"


def test_nobody_takes_back_for_another(region: Region, at: Placed) -> None:
    command, uuid = EACH[1](region, at), new_id()
    region.do(command, SEVDA, uuid=uuid)
    back = a(MaakOngedaan, opdracht_uuid=uuid, naam=command.NAME, rij_id=TALK)
    with pytest.raises(Weigering) as refused:
        region.do(back, ANOUK)
    assert refused.value.code == "ongedaan_van_ander"


def refused(region: Region, command: Command, uuid: str) -> str:
    before = region.wire()
    with pytest.raises(Weigering) as reason:
        undo(region, command, uuid)
    assert region.wire() == before
    return reason.value.code


def test_a_plan_of_which_one_talk_was_done_stays_whole(region: Region, at: Placed) -> None:
    command, uuid, talk = a_plan(at, None, known_id("een"), None), new_id(), known_id("een")
    region.do(command, SEVDA, uuid=uuid)
    region.do(a(RondNazorgAf, nazorgactie_id=talk, uitgevoerd_op="2026-11-20", resultaat="stabiel"), SEVDA)
    assert refused(region, command, uuid) == "ongedaan_nazorg_gedaan"


def test_what_was_planned_before_is_not_taken_along(region: Region, at: Placed) -> None:
    """The second time the same lines are left out: taking that back takes nothing."""
    plan = a(
        PlanNazorg,
        plaatsing_id=at.plaatsing_id,
        items=[{"spoor": "werknemer", "regel": "r", "naam": "Bel", "gepland_op": "2026-12-10"}],
    )
    region.do(plan, SEVDA)
    before, again = seen(region), new_id()
    region.do(plan, SEVDA, uuid=again)
    undo(region, plan, again)
    assert seen(region) == before


def test_an_attempt_goes_and_those_beside_it_stay(region: Region, at: Placed) -> None:
    first, second = new_id(), new_id()
    tried = a(MeldPoging, nazorgactie_id=TALK, datum="2026-11-18", reden="geen_gehoor")
    region.do(tried, SEVDA, uuid=first)
    region.do(replace(tried, kanaal="bezoek"), SEVDA, uuid=second)
    undo(region, tried, first)
    person = next(row for row in region.all(NazorgPersoon) if row.nazorgactie_id == TALK)
    assert [one["opdracht"] for one in person.pogingen] == [second]


def test_nobody_takes_back_the_attempt_of_another(region: Region, at: Placed) -> None:
    uuid = new_id()
    tried = a(MeldPoging, nazorgactie_id=TALK, datum="2026-11-18", reden="geen_gehoor")
    region.do(tried, SEVDA, uuid=uuid)
    with pytest.raises(Weigering) as reason:
        region.do(a(MaakOngedaan, opdracht_uuid=uuid, naam=tried.NAME, rij_id=TALK), ANOUK)
    assert reason.value.code == "ongedaan_van_ander"


def test_who_read_an_answer_reads_that_it_was_taken_back(region: Region, at: Placed) -> None:
    for read in (False, True):
        command, uuid = a(BeantwoordSignaal, signaal_id=a_signal(region, at), antwoord="Ik bel ze."), new_id()
        region.do(command, FATIMA, uuid=uuid)
        [notice] = region.all(Afstemming, opdracht_uuid=uuid)
        if read:
            region.do(a(KiesAfstemming, afstemming_id=notice.id, keuze="gelezen"), SEVDA)
        undo(region, command, uuid)
        told = [row.medewerker_id for row in region.all(Afstemming, code="signaal_antwoord_terug")]
        assert told == ([SEVDA.medewerker_id] if read else [])


def test_an_instrument_that_somebody_used_stays_in_the_guide(region: Region, at: Placed) -> None:
    command, uuid = a_version(geldig_van="2026-11-20"), new_id()
    region.do(command, JOOST, uuid=uuid)
    use = {"kandidaat_id": at.kandidaat_id, "code": "no_riskpolis", "start": "2026-12-01"}
    region.do(a(ZetInstrumentIn, **use), SEVDA)
    assert refused(region, command, uuid) == "ongedaan_instrument_gebruikt"
