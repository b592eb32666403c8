"""Lines of the list of werkgevers by id: what a row paints, read for the rows in sight only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from desktop.models.queries.medewerker import labels
from desktop.models.queries.pending import asked_regie, waiting_werkgevers
from desktop.models.queries.waarneming import substitutes
from desktop.models.queries.werkgever_filter import ACTIVE, latest_contact
from desktop.models.queries.werkgever_rows import WerkgeverRegel
from desktop.models.tables import Actie, Medewerker, Regie, Werkgever


def lines(session: Session, ids: Sequence[str], today: date | None = None) -> tuple[WerkgeverRegel, ...]:
    """These werkgevers in this order; with a day also who stands in for their regiehouder."""
    away = substitutes(session, today) if today else {}
    waiting, asked, gemeenten = waiting_werkgevers(session), asked_regie(session), labels(session, "gemeente")
    found: dict[str, WerkgeverRegel] = {}
    for start in range(0, len(ids), 500):
        for row in session.connection().execute(_line_query(), {"ids": ids[start : start + 500]}):
            found[row.id] = WerkgeverRegel(
                id=row.id,
                naam=row.naam,
                kvk_nummer=row.kvk_nummer,
                plaats=row.plaats,
                gemeente=gemeenten.get(row.gemeente_code or ""),
                segment=row.segment,
                regiehouder_id=row.accountmanager_id,
                regiehouder=row.regiehouder,
                regie_gevraagd=row.id in asked,
                laatste_contact=row.laatste_contact,
                open_acties=row.open_acties,
                wacht=row.id in waiting,
                waarnemer=away.get((row.accountmanager_id, row.id))
                or away.get((row.accountmanager_id, None)),
            )
    return tuple(found[row_id] for row_id in ids if row_id in found)


@cache
def _line_query() -> Select[*tuple[Any, ...]]:
    """Built once: putting it together costs as much as running it, and it runs at every keystroke."""
    open_tasks = (
        select(func.count())
        .select_from(Actie)
        .where(
            Actie.werkgever_id == Werkgever.id, Actie.status == "te_verwerken", Actie.verwijderd_op.is_(None)
        )
        .scalar_subquery()
    )
    return (
        select(
            Werkgever.id,
            Werkgever.naam,
            Werkgever.kvk_nummer,
            Werkgever.plaats,
            Werkgever.gemeente_code,
            Werkgever.segment,
            Regie.accountmanager_id,
            Medewerker.naam.label("regiehouder"),
            latest_contact().label("laatste_contact"),
            open_tasks.label("open_acties"),
        )
        .outerjoin(Regie, ACTIVE)
        .outerjoin(Medewerker, Medewerker.id == Regie.accountmanager_id)
        .where(Werkgever.id.in_(bindparam("ids", expanding=True)))
    )
