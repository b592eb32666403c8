"""A werkgever with work, and a candidate of Sevda, for what is about voordrachten and placements."""

from __future__ import annotations

from datetime import date
from typing import Any

from desktop.models.commands.regie import NeemRegie
from desktop.models.commands.werkgever import RegistreerWerkgever
from desktop.models.context import Actor
from desktop.models.tables import Kandidaat, Kandidaatregie, Vacature
from tests.support.builders import FATIMA, NOW, REGION_ID, SEVDA, Region, a, new_id

TODAY = date(2026, 11, 20)


def stamps(who: Actor) -> dict[str, Any]:
    """What every synced row has."""
    return {
        "regio_id": REGION_ID,
        "versie": 1,
        "aangemaakt_op": NOW,
        "aangemaakt_door": who.medewerker_id,
        "gewijzigd_op": NOW,
        "gewijzigd_door": who.medewerker_id,
    }


def werkgever_of(region: Region, who: Actor = FATIMA) -> str:
    """A werkgever whose regie this accountmanager holds."""
    row_id = region.do(a(RegistreerWerkgever), who).id
    assert row_id is not None
    region.do(a(NeemRegie, werkgever_id=row_id), who)
    return row_id


def candidate_of(region: Region, who: Actor = SEVDA, **given: Any) -> str:
    """A candidate whose regie this bemiddelaar holds."""
    row_id = new_id()
    plain = {
        "roepnaam": "Noor",
        "beroepen": ["magazijnmedewerker"],
        "soorten_werk": [],
        "vervoer": [],
        "rijbewijs": [],
        "aanpassing_werkomgeving": 0,
        "begeleiding": 0,
        "werkvariatie": 0,
        "status": "actief",
    }
    region.session.add(Kandidaat(id=row_id, **stamps(who), **plain | given))
    region.session.add(
        Kandidaatregie(
            id=new_id(), kandidaat_id=row_id, bemiddelaar_id=who.medewerker_id, van=TODAY, **stamps(who)
        )
    )
    region.session.flush()
    return row_id


def vacature_at(region: Region, werkgever_id: str, **given: Any) -> str:
    """Work at this werkgever."""
    row_id = new_id()
    plain = {
        "eigenaar_id": FATIMA.medewerker_id,
        "naam": "Magazijnmedewerker",
        "soort": "baan",
        "aantal_plaatsen": 1,
        "status": "nieuw",
        "status_op": TODAY,
        "rijbewijs": [],
        "vervoer": [],
    }
    region.session.add(Vacature(id=row_id, werkgever_id=werkgever_id, **stamps(FATIMA), **plain | given))
    region.session.flush()
    return row_id
