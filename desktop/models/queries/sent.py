"""What was sent and answered: the proof of receipt per command, for as long as it is kept here.

Only on a laptop: the centre has its ledger.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.context import derive_id
from desktop.models.queries import pending, waiting_list
from desktop.models.queries.afstemming_rows import OpdrachtRij
from desktop.models.queries.day_rows import WachtRegel
from desktop.models.queries.veldwijziging import as_rows
from desktop.models.queries.veldwijziging_rows import VeldwijzigingRij
from desktop.models.tables import Veldwijziging


def sent(session: Session, limit: int, before: int | None = None) -> tuple[WachtRegel, ...]:
    """The newest first; `before` is the number of the last one of the page before."""
    if not pending.is_laptop(session):
        return ()
    rows = pending.answered(session, limit, before)
    return waiting_list.lines(session, rows, _changes(session, rows))


def _changes(session: Session, rows: Sequence[OpdrachtRij]) -> tuple[VeldwijzigingRij, ...]:
    """The changes of fields that these commands made; their ids follow from the command."""
    ids = [one for row in rows for one in _derived(row)]
    found: list[Veldwijziging] = []
    for start in range(0, len(ids), 500):
        query = select(Veldwijziging).where(Veldwijziging.id.in_(ids[start : start + 500]))
        found += session.scalars(query)
    return as_rows(session, found)


def _derived(row: OpdrachtRij) -> list[str]:
    about = [str(value) for name, value in row.argumenten.items() if name.endswith("id") and value]
    emptied = row.argumenten.get("wis")
    fields = [*row.argumenten, *(map(str, emptied) if isinstance(emptied, list | tuple) else ())]
    return [derive_id(row.uuid, "veld", one, field) for one in about for field in fields]
