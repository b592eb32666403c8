"""Forms that were typed and not yet recorded: on this laptop only."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.queries.laptop_rows import Concept
from desktop.models.queries.pending import is_laptop
from desktop.models.tables.laptop import ConceptTekst


def concepten(session: Session) -> tuple[Concept, ...]:
    """The newest first. The centre has none."""
    if not is_laptop(session):
        return ()
    query = select(ConceptTekst).order_by(
        ConceptTekst.bewaard_op.desc(), ConceptTekst.soort, ConceptTekst.onderwerp_id
    )
    return tuple(
        Concept(row.soort, row.onderwerp_id, row.velden, row.bewaard_op) for row in session.scalars(query)
    )
