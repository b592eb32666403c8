"""What the tests of undo share: a werkgever with one of everything, and undoing as a laptop does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from desktop.models.commands.actie import (
    MaakActie,
    MaakAfspraak,
)
from desktop.models.commands.base import Command
from desktop.models.commands.contact import LegContactVast
from desktop.models.commands.lijst import BewaarLijst
from desktop.models.commands.ongedaan import MaakOngedaan, row_of
from desktop.models.commands.partner import RegistreerPartner
from desktop.models.commands.vacature import RegistreerVacature
from desktop.models.commands.werkgever import (
    RegistreerContactpersoon,
    RegistreerVestiging,
    RegistreerWerkgever,
)
from desktop.models.commands.werkgeversvraag import RegistreerWerkgeversvraag
from desktop.models.context import Actor
from desktop.models.errors import Weigering
from desktop.models.fields import to_plain
from desktop.models.row_codec import Wire
from desktop.wording import sentence
from tests.support.builders import HERMAN, NOW, Region, a, known_id, new_id
from tests.support.groundwork import lay

W, PERSON, PLACE, CONTACT, TASK, DEAL, LIST, WORK, QUESTION, PARTNER = (
    known_id(f"ongedaan {name}")
    for name in (
        *("w", "persoon", "plek", "contact", "actie", "afspraak", "lijst"),
        *("vacature", "vraag", "partner"),
    )
)


MOVED = ("versie", "gewijzigd_op", "gewijzigd_door")


@pytest.fixture
def past(region: Region) -> Region:
    """A werkgever of Herman's with one of everything, all by Herman."""
    lay(region, _past)
    return region


def _past(region: Region) -> None:
    address = {"straat": "Kade", "postcode": "1217ZA", "woonplaats": "Hilversum"}
    for command in (
        a(RegistreerWerkgever, id=W, kvk_nummer="69599084", sector="bouw", **address),
        a(RegistreerVestiging, id=PLACE, werkgever_id=W, postcode="1272AB", woonplaats="Huizen"),
        a(RegistreerContactpersoon, id=PERSON, werkgever_id=W, functie="hr", telefoon="0351234567"),
        a(LegContactVast, id=CONTACT, werkgever_id=W, datum="2026-11-10T10:00", notitie="Eerst"),
        a(MaakActie, id=TASK, werkgever_id=W, deadline="2026-11-24", tijd="10:00"),
        a(MaakAfspraak, id=DEAL, werkgever_id=W, van="2026-11-01"),
        a(BewaarLijst, id=LIST, naam="Bouw", keuze={"segment": "actief"}),
        a(RegistreerVacature, id=WORK, werkgever_id=W, contactpersoon_ids=[PERSON]),
        a(RegistreerWerkgeversvraag, id=QUESTION, werkgever_id=W),
        a(RegistreerPartner, id=PARTNER),
    ):
        region.do(command, HERMAN, tijd=NOW - timedelta(days=3))


def do(region: Region, command: Command, who: Actor = HERMAN, uuid: str | None = None) -> str:
    """Runs it and returns its uuid."""
    uuid = uuid or new_id()
    region.do(command, who, uuid=uuid)
    return uuid


def undo(region: Region, command: Command, uuid: str, who: Actor = HERMAN, row_id: str | None = None) -> Any:
    """As a laptop sends it."""
    about = row_id or row_of(command.NAME, to_plain(command), who.regio_id)
    return region.do(
        a(MaakOngedaan, opdracht_uuid=uuid, naam=command.NAME, rij_id=about),
        who,
        tijd=NOW + timedelta(hours=1),
    )


def refusal(
    region: Region, command: Command, uuid: str, who: Actor = HERMAN
) -> tuple[str, Mapping[str, Any]]:
    before = region.wire()
    with pytest.raises(Weigering) as refused:
        undo(region, command, uuid, who)
    assert "…" not in sentence(refused.value.code, refused.value.parameters)
    assert region.wire() == before
    return refused.value.code, refused.value.parameters


def seen(region: Region) -> dict[str, dict[str, Wire]]:
    """What people see: rows that are not deleted, without who last touched them, without the history."""
    return {
        table: {
            row_id: {name: value for name, value in row.items() if name not in MOVED}
            for row_id, row in rows.items()
            if "verwijderd_op" not in row
        }
        for table, rows in region.wire().items()
        if table != "veldwijziging"
    }
