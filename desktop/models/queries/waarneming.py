"""Who stands in for whom (R7), and for which werkgevers that counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, or_, select
from sqlalchemy.orm import Session

from desktop.models.queries.medewerker import names
from desktop.models.queries.pending import touched
from desktop.models.queries.regie_rows import WaarnemingRij
from desktop.models.tables import Medewerker, Regie, Waarneming, Werkgever


def running(today: date) -> ColumnElement[bool]:
    """Somebody stands in on this day."""
    return and_(
        Waarneming.van <= today,
        Waarneming.tot >= today,
        ~Waarneming.beeindigd,
        Waarneming.verwijderd_op.is_(None),
    )


def waarnemingen(session: Session, werkgever_id: str | None = None) -> tuple[WaarnemingRij, ...]:
    """All that are kept, the newest first; those of one werkgever by name only."""
    which = [Waarneming.werkgever_id == werkgever_id] if werkgever_id else []
    return waarnemingen_where(session, *which)


def waarnemingen_where(session: Session, *which: ColumnElement[bool]) -> tuple[WaarnemingRij, ...]:
    """Those that meet all of this, the newest first."""
    query = (
        select(Waarneming, Werkgever.naam)
        .outerjoin(Werkgever, Werkgever.id == Waarneming.werkgever_id)
        .where(Waarneming.verwijderd_op.is_(None), *which)
        .order_by(Waarneming.van.desc(), Waarneming.aangemaakt_op.desc(), Waarneming.id)
    )
    rows = session.execute(query).all()
    who, waiting = names(session), touched(session, "waarneming", [row.id for row, _ in rows])
    return tuple(
        WaarnemingRij(
            id=row.id,
            voor_id=row.voor_id,
            voor=who.get(row.voor_id, ""),
            waarnemer_id=row.waarnemer_id,
            waarnemer=who.get(row.waarnemer_id, ""),
            werkgever_id=row.werkgever_id,
            werkgever=naam,
            van=row.van,
            tot=row.tot,
            wacht=row.id in waiting,
        )
        for row, naam in rows
    )


def for_werkgever(
    session: Session, werkgever_id: str, holder_id: str | None, today: date
) -> WaarnemingRij | None:
    """Who stands in for its regiehouder now; one for this werkgever goes before one for all."""
    if holder_id is None:
        return None
    found = waarnemingen_where(
        session,
        running(today),
        Waarneming.voor_id == holder_id,
        or_(Waarneming.werkgever_id.is_(None), Waarneming.werkgever_id == werkgever_id),
    )
    return min(found, key=lambda row: row.werkgever_id is None, default=None)


Substitutes = Mapping[tuple[str, str | None], str]
"""(for whom, at which werkgever or None for all) → name of who stands in."""


def substitutes(session: Session, today: date) -> Substitutes:
    """Everybody who stands in now: a few rows, so that a list asks once."""
    rows = session.connection().execute(_standing_in(today))
    return {(row.voor_id, row.werkgever_id): row.naam for row in rows}


@lru_cache(2)
def _standing_in(today: date) -> Select[*tuple[Any, ...]]:
    """Put together once a day: a list asks it at every keystroke."""
    return (
        select(Waarneming.voor_id, Waarneming.werkgever_id, Medewerker.naam)
        .join(Medewerker, Medewerker.id == Waarneming.waarnemer_id)
        .where(running(today))
        .order_by(Waarneming.van, Waarneming.id)
    )


def held_by(me: str, in_place_of: Sequence[tuple[str, str | None]]) -> ColumnElement[bool]:
    """A condition on the running regie of a werkgever: mine, or of somebody for whom I stand in."""
    return or_(Regie.accountmanager_id == me, observed(in_place_of))


def observed(in_place_of: Sequence[tuple[str, str | None]]) -> ColumnElement[bool]:
    """A condition on a running regie: its holder is away and I stand in."""
    whole = [voor for voor, werkgever_id in in_place_of if werkgever_id is None]
    single = [pair for pair in in_place_of if pair[1] is not None]
    conditions: list[ColumnElement[bool]] = [Regie.accountmanager_id.in_(whole)] if whole else []
    conditions += [
        and_(Regie.accountmanager_id == voor, Regie.werkgever_id == werkgever_id)
        for voor, werkgever_id in single
    ]
    return or_(*conditions) if conditions else false()


def in_place_of(session: Session, me: str, today: date) -> list[tuple[str, str | None]]:
    """For whom, and at which werkgever (None: all), this person stands in now."""
    query = select(Waarneming.voor_id, Waarneming.werkgever_id).where(
        running(today), Waarneming.waarnemer_id == me
    )
    return [(row.voor_id, row.werkgever_id) for row in session.execute(query)]
