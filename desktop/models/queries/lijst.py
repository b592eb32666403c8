"""The lists that one person keeps: a name and a filter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.queries.day_rows import LijstRij
from desktop.models.queries.pending import touched
from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.models.tables import BewaardeLijst

DAYS = "dagen_zonder_contact"
_KNOWN = frozenset(WerkgeverFilter.__slots__) - {"geen_contact_sinds"}


def lijsten(session: Session, me: str, today: date) -> tuple[LijstRij, ...]:
    """In the order in which they were made, unless they were put in another."""
    query = (
        select(BewaardeLijst)
        .where(BewaardeLijst.medewerker_id == me, BewaardeLijst.verwijderd_op.is_(None))
        .order_by(BewaardeLijst.volgorde, BewaardeLijst.aangemaakt_op, BewaardeLijst.id)
    )
    rows = session.scalars(query).all()
    waiting = touched(session, "bewaarde_lijst", [row.id for row in rows])
    return tuple(
        LijstRij(row.id, row.naam, filter_of(row.keuze or {}, today), row.id in waiting) for row in rows
    )


def filter_of(keuze: Mapping[str, Any], today: date) -> WerkgeverFilter:
    """The filter as it is on this day; what a newer program put in it is left alone."""
    given = {name: value for name, value in keuze.items() if name in _KNOWN and value is not None}
    days = keuze.get(DAYS)
    since = today - timedelta(days=days) if days else None
    return WerkgeverFilter(**given, geen_contact_sinds=since)
