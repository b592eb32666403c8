"""What was finished today on this laptop, with the command that did it, so that it can be taken back.

Read from the laptop's own journal: the rows alone do not say when they were finished, nor by which command.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.context import REGION_TIME
from desktop.models.queries.actie import OPEN, acties_where
from desktop.models.queries.day_rows import GedaanRij
from desktop.models.queries.inzet import taken_where
from desktop.models.queries.nazorg import nazorg_where
from desktop.models.queries.pending import is_laptop
from desktop.models.rules.nazorg import DONE
from desktop.models.tables import Actie, InstrumentTaak, Nazorgactie
from desktop.models.tables.laptop import Opdracht

ACTION, TALK, TASK = "actie.rond_af", "nazorg.rond_af", "instrument.rond_taak_af"
ABOUT = {ACTION: "actie_id", TALK: "nazorgactie_id", TASK: "taak_id"}
TASK_DONE = "gedaan"
MOST = 200
"""So many of a day; SQLite takes no more than some hundreds of values at once."""


def vandaag(session: Session, today: date) -> tuple[GedaanRij, ...]:
    """Acties, talks and administration, as far as they still count as finished."""
    if not is_laptop(session):
        return ()
    by_kind: dict[str, dict[str, str]] = {name: {} for name in ABOUT}
    for naam, row_id, uuid in _finished(session, today):
        if len(by_kind[naam]) < MOST:
            by_kind[naam].setdefault(row_id, uuid)
    acties, talks, tasks = (by_kind[name] for name in (ACTION, TALK, TASK))
    found = [
        GedaanRij(row, acties[row.id])
        for row in (acties_where(session, Actie.id.in_(acties), Actie.status != OPEN) if acties else ())
    ]
    found += [
        GedaanRij(talk, talks[talk.id])
        for talk in (
            nazorg_where(session, Nazorgactie.id.in_(talks), Nazorgactie.status == DONE) if talks else ()
        )
    ]
    found += [
        GedaanRij(task, tasks[task.id])
        for task in (
            taken_where(session, InstrumentTaak.id.in_(tasks), InstrumentTaak.status == TASK_DONE)
            if tasks
            else ()
        )
    ]
    return tuple(found)


def _finished(session: Session, today: date) -> Iterator[tuple[str, str, str]]:
    """(command, row, uuid) of today, the newest first."""
    begin = datetime.combine(today, time(), REGION_TIME)
    query = select(Opdracht.naam, Opdracht.argumenten, Opdracht.uuid, Opdracht.tijd).order_by(
        Opdracht.n.desc()
    )
    for row in session.execute(query.execution_options(yield_per=50)):
        if row.tijd < begin:
            return
        if row.naam in ABOUT and (about := row.argumenten.get(ABOUT[row.naam])):
            yield row.naam, str(about), row.uuid
