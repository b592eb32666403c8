"""The dagmap from this laptop's rows: which visits, what stands on their sheets, and the audit line.

Offline by nature, like the werkgeversoverzicht.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from desktop.models.errors import Weigering
from desktop.models.queries.actie import OPEN, acties_where
from desktop.models.queries.actie_rows import ActieRij
from desktop.models.tables import Actie

if TYPE_CHECKING:
    from desktop.laptop import Laptop
    from desktop.reports.dagmap import Visit

VISIT = "bezoek"


def visits(laptop: Laptop, van: date, tot: date | None = None) -> tuple[ActieRij, ...]:
    """My planned visits from `van` up to and including `tot`, by day and time; without `tot` all to come."""

    def query(session: Session) -> tuple[ActieRij, ...]:
        until = [Actie.deadline <= tot] if tot is not None else []
        return acties_where(
            session,
            Actie.soort == VISIT,
            Actie.status == OPEN,
            Actie.toegewezen_aan_id == laptop.medewerker_id,
            Actie.deadline >= van,
            *until,
        )

    return laptop.read(query)


def write(
    laptop: Laptop,
    pad: Path,
    dag: date | None,
    werkgever_id: str | None,
    stop: Callable[[], bool],
    progress: Callable[[int], None] = lambda _done: None,
) -> Path:
    """All visits of a day (None: of the first day that has any), or the sheet of one werkgever."""
    from desktop.reports.dagmap import Order, write_day

    chosen = _chosen(laptop, dag, werkgever_id)
    day = next((row.deadline for row in chosen if row.deadline), dag or laptop.today())
    if not chosen and werkgever_id is None:
        raise Weigering("dagmap_dag_leeg", datum=dag.isoformat()) if dag else Weigering("dagmap_leeg")
    order = Order(laptop.actor.naam, laptop.now(), day)
    sheets = _sheets(laptop, chosen) if chosen else iter([_sheet(laptop, str(werkgever_id), None)])
    write_day(pad, sheets, laptop.stand(), order, progress, stop)
    subject = f"werkgever:{werkgever_id}" if werkgever_id else f"medewerker:{laptop.medewerker_id}"
    laptop.log("dagmap.druk_af", subject)
    return pad


def _chosen(laptop: Laptop, dag: date | None, werkgever_id: str | None) -> tuple[ActieRij, ...]:
    found = visits(laptop, dag or laptop.today(), dag)
    if werkgever_id is not None:
        return tuple(row for row in found if row.werkgever_id == werkgever_id)[:1]
    first = found[0].deadline if found else None
    return tuple(row for row in found if row.deadline == first)


def _sheets(laptop: Laptop, rows: tuple[ActieRij, ...]) -> Iterator[Visit]:
    """Read one by one."""
    for row in rows:
        yield _sheet(laptop, row.werkgever_id, row)


def _sheet(laptop: Laptop, werkgever_id: str, bezoek: ActieRij | None) -> Visit:
    from desktop.reports.dagmap import Visit

    return Visit(laptop.blad(werkgever_id), laptop.regiestand(werkgever_id), bezoek)
