"""Werkgevers that were opened lately, as far as they are still here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.queries.rows import WerkgeverRegel
from desktop.models.queries.werkgever_lines import lines
from desktop.models.tables import Werkgever


def opened(session: Session, ids: Sequence[str], today: date) -> tuple[WerkgeverRegel, ...]:
    """In that order; those that were taken away or went on in another are left out."""
    query = select(Werkgever.id).where(
        Werkgever.id.in_(ids), Werkgever.verwijderd_op.is_(None), Werkgever.samengevoegd_met.is_(None)
    )
    here = set(session.scalars(query))
    return lines(session, [row_id for row_id in ids if row_id in here], today)
