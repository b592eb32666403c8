"""Taking back what one did about nazorg, an instrument or a signaal (R11)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desktop.models.commands.base import Command
from desktop.models.commands.instrument import RondTaakAf, WerkInzetBij, ZetInstrumentIn
from desktop.models.commands.nazorg import LaatNazorgVervallen, RondNazorgAf, VerzetNazorg, VoegNazorgToe
from desktop.models.commands.ongedaan import UNDOABLE, MaakOngedaan
from desktop.models.commands.signaal import BeantwoordSignaal, MeldSignaal
from desktop.models.errors import Weigering
from desktop.models.fields import to_plain
from desktop.models.tables import InstrumentTaak, Signaal
from tests.models.placed import Placed, filled, placed
from tests.support.builders import ANOUK, FATIMA, SEVDA, Region, a, known_id, new_id

TALK, INZET = known_id("talk"), known_id("inzet")
NOT_SEEN = {"versie", "gewijzigd_op", "gewijzigd_door"}
HIDDEN = ("veldwijziging", "afstemming", "betrokkenheid")


@pytest.fixture
def at(region: Region) -> Placed:
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


def undo(region: Region, command: Command, uuid: str, **given: Any) -> None:
    row_id = to_plain(command)[UNDOABLE[command.NAME]]
    region.do(a(MaakOngedaan, opdracht_uuid=uuid, naam=command.NAME, rij_id=row_id), SEVDA, **given)


def a_task(region: Region) -> str:
    [row] = region.all(InstrumentTaak)
    return row.id


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
]  # fmt: skip


@pytest.mark.parametrize("made", EACH, ids=range(len(EACH)))
def test_everything_is_as_it_was(
    region: Region, at: Placed, made: Callable[[Region, Placed], Command]
) -> None:
    command, uuid, before = made(region, at), new_id(), seen(region)
    region.do(command, SEVDA, uuid=uuid)
    assert seen(region) != before
    undo(region, command, uuid)
    assert seen(region) == before
    undo(region, command, uuid)
    assert seen(region) == before, "a second undo does nothing"


def test_every_one_that_can_be_taken_back_is_tried(region: Region, at: Placed) -> None:
    tried = {made(region, at).NAME for made in EACH}
    assert tried == {name for name in UNDOABLE if name.startswith(("nazorg.", "signaal.", "instrument."))}


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
