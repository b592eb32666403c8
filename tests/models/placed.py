"""Somebody works: the rows of a candidate and a placement, for tests of what comes after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.models import first_rows
from desktop.models.commands.regie import WijsRegieToe
from desktop.models.commands.werkgever import RegistreerWerkgever
from desktop.models.context import Actor, derive_id
from desktop.models.tables import Kandidaat, Kandidaatregie, Plaatsing, PlaatsingPersoon, Synced
from desktop.models.work import Work
from tests.support.builders import FATIMA, KARIN, SEVDA, Region, a, context, new_id


@dataclass(frozen=True)
class Placed:
    """Fatima holds the regie on the werkgever, Sevda has the candidate."""

    werkgever_id: str
    kandidaat_id: str
    plaatsing_id: str


def filled(region: Region) -> None:
    """The instruments and the schedule that a region begins with."""
    work = Work(region.session)
    work.begin(context(KARIN))
    first_rows.instruments(work)
    first_rows.schedule(work)
    work.flush()


def placed(region: Region, who: Actor = SEVDA, holder: Actor | None = FATIMA, **plaatsing: Any) -> Placed:
    """A candidate of `who` who works at a new werkgever."""
    werkgever_id = region.do(a(RegistreerWerkgever)).id or ""
    if holder is not None:
        given = a(WijsRegieToe, werkgever_id=werkgever_id, accountmanager_id=holder.medewerker_id)
        region.do(given, KARIN)
    kandidaat_id, plaatsing_id = new_id(), new_id()
    values: dict[str, Any] = {
        "id": plaatsing_id,
        "werkgever_id": werkgever_id,
        "bemiddelaar_id": who.medewerker_id,
        "soort": "baan",
        "start": date(2026, 11, 2),
        "status": "loopt",
        "sroi": False,
        **plaatsing,
    }
    work = Work(region.session)
    work.begin(context(who))
    rows: list[Synced] = [
        Kandidaat(id=kandidaat_id, roepnaam="Daan", initiaal="P", status="actief"),
        Kandidaatregie(
            id=new_id(), kandidaat_id=kandidaat_id, bemiddelaar_id=who.medewerker_id, van=date(2026, 10, 1)
        ),
        Plaatsing(**values),
        PlaatsingPersoon(
            id=derive_id(plaatsing_id, "persoon"), plaatsing_id=plaatsing_id, kandidaat_id=kandidaat_id
        ),
    ]
    for row in rows:
        work.add(row)
    work.flush()
    return Placed(werkgever_id, kandidaat_id, plaatsing_id)
