"""The regie on its way from one accountmanager to another (R6)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, func, select
from sqlalchemy.orm import Session

from desktop.models.queries.actie import OPEN
from desktop.models.queries.medewerker import names
from desktop.models.queries.pending import touched
from desktop.models.queries.regie_rows import OverdrachtRij
from desktop.models.rules.vacature import OPEN as VACATURE_OPEN
from desktop.models.tables import Actie, Afspraak, Overdracht, Vacature, Werkgever, Werkgeversvraag

OFFERED = "voorgesteld"
RUNNING = (OFFERED, "aanvaard", "kennisgemaakt")


def overdrachten(session: Session, werkgever_id: str | None = None) -> tuple[OverdrachtRij, ...]:
    """All of them, or those of one werkgever, the newest first."""
    which = [Overdracht.werkgever_id == werkgever_id] if werkgever_id else []
    return overdrachten_where(session, *which)


def overdrachten_where(session: Session, *which: ColumnElement[bool]) -> tuple[OverdrachtRij, ...]:
    """Those that meet all of this, the newest first, with what is open at the werkgever now."""
    query = (
        select(
            Overdracht,
            Werkgever.naam,
            _counted(Actie, Actie.status == OPEN),
            _counted(Afspraak, Afspraak.status == "loopt"),
            _counted(Vacature, Vacature.status.in_(sorted(VACATURE_OPEN))),
            _counted(Werkgeversvraag, Werkgeversvraag.status == "open"),
        )
        .join(Werkgever, Werkgever.id == Overdracht.werkgever_id)
        .where(Overdracht.verwijderd_op.is_(None), *which)
        .order_by(Overdracht.aangemaakt_op.desc(), Overdracht.id.desc())
    )
    rows = session.execute(query).all()
    who, waiting = names(session), touched(session, "overdracht", [row[0].id for row in rows])
    return tuple(_row(row, naam, who, row.id in waiting, *counts) for row, naam, *counts in rows)


def running_at(session: Session, werkgever_id: str) -> OverdrachtRij | None:
    """The one that is under way, if any."""
    found = overdrachten_where(
        session, Overdracht.werkgever_id == werkgever_id, Overdracht.status.in_(RUNNING)
    )
    return found[0] if found else None


def _counted(cls: Any, runs: ColumnElement[bool]) -> ScalarSelect[Any]:
    """How many of these the werkgever has that are not over."""
    here = cls.werkgever_id == Overdracht.werkgever_id
    query = select(func.count()).select_from(cls).where(here, runs, cls.verwijderd_op.is_(None))
    return query.scalar_subquery()


def _row(
    row: Overdracht,
    werkgever: str,
    who: dict[str, str],
    waits: bool,
    tasks: int,
    runs: int,
    offered: int,
    asked: int,
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
        open_vacatures=offered,
        open_vragen=asked,
    )
