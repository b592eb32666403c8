"""The log of sync as screens and the command line read it. SQLite only."""

from __future__ import annotations

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.models.queries.day_rows import RondeKeuze, RondeRij
from desktop.models.tables.laptop import Ronde

ALL = RondeKeuze()
FAILED, CHANGED = "fouten", "wijzigingen"


def rondes(session: Session, limiet: int, keuze: RondeKeuze = ALL) -> tuple[RondeRij, ...]:
    """The newest first. A round that failed after it sent something is in both kinds."""
    query = select(Ronde).order_by(Ronde.nummer.desc()).limit(limiet)
    if keuze.soort == FAILED:
        query = query.where(Ronde.fout.is_not(None))
    elif keuze.soort == CHANGED:
        query = query.where(or_(Ronde.verzonden > 0, Ronde.ontvangen > 0))
    if keuze.sinds is not None:
        query = query.where(Ronde.geeindigd_op >= keuze.sinds)
    if keuze.voor is not None:
        query = query.where(Ronde.nummer < keuze.voor)
    return tuple(
        RondeRij(**{name: getattr(row, name) for name in RondeRij.__slots__})
        for row in session.scalars(query)
    )
