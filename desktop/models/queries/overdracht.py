"""The regie on its way from one accountmanager to another (R6)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, func, select
from sqlalchemy.orm import Session

from desktop.models.queries.actie import OPEN
from desktop.models.queries.medewerker import names
from desktop.models.queries.pending import touched
from desktop.models.queries.rows import OverdrachtRij
from desktop.models.tables import Actie, Afspraak, Overdracht, Werkgever

OFFERED = "voorgesteld"
RUNNING = (OFFERED, "aanvaard", "kennisgemaakt")


def overdrachten(session: Session, werkgever_id: str | None = None) -> tuple[OverdrachtRij, ...]:
    """All of them, or those of one werkgever, the newest first."""
    which = [Overdracht.werkgever_id == werkgever_id] if werkgever_id else []
    return overdrachten_where(session, *which)


def overdrachten_where(session: Session, *which: ColumnElement[bool]) -> tuple[OverdrachtRij, ...]:
    """Those that meet all of this, the newest first, with what is open at the werkgever now."""
    query = (
        select(Overdracht, Werkgever.naam, _open_tasks().label("acties"), _running().label("afspraken"))
        .join(Werkgever, Werkgever.id == Overdracht.werkgever_id)
        .where(Overdracht.verwijderd_op.is_(None), *which)
        .order_by(Overdracht.aangemaakt_op.desc(), Overdracht.id.desc())
    )
    rows = session.execute(query).all()
    who, waiting = names(session), touched(session, "overdracht", [row[0].id for row in rows])
    return tuple(_row(row, naam, tasks, runs, who, row.id in waiting) for row, naam, tasks, runs in rows)


def running_at(session: Session, werkgever_id: str) -> OverdrachtRij | None:
    """The one that is under way, if any."""
    found = overdrachten_where(
        session, Overdracht.werkgever_id == werkgever_id, Overdracht.status.in_(RUNNING)
    )
    return found[0] if found else None


def _open_tasks() -> ScalarSelect[Any]:
    return (
        select(func.count())
        .select_from(Actie)
        .where(
            Actie.werkgever_id == Overdracht.werkgever_id,
            Actie.status == OPEN,
            Actie.verwijderd_op.is_(None),
        )
        .scalar_subquery()
    )


def _running() -> ScalarSelect[Any]:
    return (
        select(func.count())
        .select_from(Afspraak)
        .where(
            Afspraak.werkgever_id == Overdracht.werkgever_id,
            Afspraak.status == "loopt",
            Afspraak.verwijderd_op.is_(None),
        )
        .scalar_subquery()
    )


def _row(
    row: Overdracht, werkgever: str, tasks: int, runs: int, who: dict[str, str], waits: bool
) -> OverdrachtRij:
    return OverdrachtRij(
        id=row.id,
        werkgever_id=row.werkgever_id,
        werkgever=werkgever,
        van_id=row.van_id,
        van=who.get(row.van_id, ""),
        naar_id=row.naar_id,
        naar=who.get(row.naar_id, ""),
        status=row.status,
        toelichting=row.toelichting,
        antwoord=row.antwoord,
        voorgesteld_op=row.aangemaakt_op,
        aanvaard_op=row.aanvaard_op,
        kennisgemaakt_op=row.kennisgemaakt_op,
        afgerond_op=row.afgerond_op,
        open_acties=tasks,
        lopende_afspraken=runs,
        wacht=waits,
    )
