"""What is checked where a person types about somebody who works: days that fit together, and no name."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.models.commands.actie import MaakActie, MaakAfspraak
from desktop.models.commands.base import Command
from desktop.models.commands.contact import LegContactVast, WijzigContact
from desktop.models.commands.instrument import WerkInzetBij, ZetInstrumentIn
from desktop.models.commands.plaatsing import RegistreerPlaatsing, WijzigPlaatsing
from desktop.models.commands.voordracht import DoeVoordracht, WerkVoordrachtBij
from desktop.models.commands.werkgeversvraag import RegistreerWerkgeversvraag
from desktop.models.context import Actor
from desktop.models.entry import entry_check
from desktop.models.errors import InputRefused
from desktop.models.work import Work
from tests.models.placed import Placed, filled, placed
from tests.support.builders import ANOUK, FATIMA, NOW, SEVDA, Region, a, context
from tests.support.groundwork import lay

TODAY = NOW.date()


@pytest.fixture
def at(region: Region) -> Placed:
    return lay(region, _at)


def _at(region: Region) -> Placed:
    filled(region)
    return placed(region)


def refused(region: Region, command: Command, who: Actor = SEVDA) -> dict[str, str]:
    work = Work(region.session)
    work.begin(context(who))
    try:
        entry_check(work, command)
    except InputRefused as reason:
        return {name: one.code for name, one in reason.fields.items()}
    return {}


def test_a_use_keeps_to_its_days_and_to_the_version_of_the_guide(region: Region, at: Placed) -> None:
    used = a(
        ZetInstrumentIn, kandidaat_id=at.kandidaat_id, plaatsing_id=at.plaatsing_id,
        code="lkv_banenafspraak", start="2026-11-02", einde="2026-12-31",
    )  # fmt: skip
    row_id = region.do(used, SEVDA).id
    for given, field, code in (
        ({"start": "2027-01-01"}, "start", "instrument_eindigt_te_vroeg"),
        ({"einde": "2026-11-01"}, "einde", "instrument_eindigt_te_vroeg"),
        ({"start": "2025-12-31"}, "start", "instrument_nog_niet"),
    ):
        assert refused(region, a(WerkInzetBij, inzet_id=row_id, **given)) == {field: code}
    assert refused(region, a(WerkInzetBij, inzet_id=row_id, start="2027-01-01", einde="2027-03-01")) == {}
    assert refused(region, a(WerkInzetBij, inzet_id=row_id, start="2027-01-01", wis=["einde"])) == {}


def test_a_talk_is_not_before_the_voordracht(region: Region, at: Placed) -> None:
    proposed = a(
        DoeVoordracht, kandidaat_id=at.kandidaat_id, werkgever_id=at.werkgever_id,
        datum="2026-11-18", toestemming="2026-11-18",
    )  # fmt: skip
    row_id = region.do(proposed, SEVDA).id
    early = a(WerkVoordrachtBij, voordracht_id=row_id, gesprek_op="2026-11-17")
    assert refused(region, early) == {"gesprek_op": "voordracht_gesprek_te_vroeg"}
    assert refused(region, a(WerkVoordrachtBij, voordracht_id=row_id, gesprek_op="2026-11-18")) == {}


def texts(at: Placed, text: str) -> list[tuple[Command, str]]:
    there: dict[str, Any] = {"werkgever_id": at.werkgever_id}
    return [
        (a(MaakActie, **there, gevraagde_handeling=text), "gevraagde_handeling"),
        (a(MaakAfspraak, **there, soort="samenwerking", inhoud=text), "inhoud"),
        (a(RegistreerWerkgeversvraag, **there, soort="personeel", vraag=text), "vraag"),
        (a(WijzigPlaatsing, plaatsing_id=at.plaatsing_id, project=text), "project"),
        (a(RegistreerPlaatsing, kandidaat_id=at.kandidaat_id, **there, project=text), "project"),
    ]


def test_what_colleagues_read_names_no_candidate(region: Region, at: Placed) -> None:
    for command, field in texts(at, "Voor Daan P. een plek"):
        assert refused(region, command) == {field: "tekst_noemt_kandidaat"}, command.NAME
    for command, _ in texts(at, "Voor de kandidaat een plek"):
        assert refused(region, command) == {}, command.NAME


@pytest.mark.parametrize("who", [FATIMA, ANOUK])
def test_nobody_else_can_find_the_name_by_trying(region: Region, at: Placed, who: Actor) -> None:
    for command, _ in texts(at, "Voor Daan P. een plek"):
        assert refused(region, command, who) == {}, command.NAME


def test_a_contact_that_names_a_candidate_is_kept_and_said(region: Region, at: Placed) -> None:
    given: dict[str, Any] = {"werkgever_id": at.werkgever_id, "datum": TODAY, "kanaal": "telefoon"}
    made = region.do(a(LegContactVast, **given, notitie="Daan doet het goed"), SEVDA)
    assert (made.result, made.warnings) == ("toegepast", (("naam_in_contact", {}),))
    mended = region.do(a(WijzigContact, contactmoment_id=made.id, notitie="Het gaat goed"), SEVDA)
    assert mended.warnings == ()
    other = region.do(a(LegContactVast, **given, notitie="Daan doet het heel goed"), FATIMA)
    assert other.warnings == ()
