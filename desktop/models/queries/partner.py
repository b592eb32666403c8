"""The register of partners."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.queries.pending import touched
from desktop.models.queries.vacature_rows import PartnerRij
from desktop.models.tables import Partner


def partners(session: Session, only_active: bool = False) -> tuple[PartnerRij, ...]:
    """By name."""
    query = select(Partner).where(Partner.verwijderd_op.is_(None))
    if only_active:
        query = query.where(Partner.actief)
    rows = session.scalars(query.order_by(func.lower(Partner.naam), Partner.id)).all()
    waiting = touched(session, "partner", [row.id for row in rows])
    return tuple(_row(row, row.id in waiting) for row in rows)


def _row(row: Partner, waits: bool) -> PartnerRij:
    return PartnerRij(
        id=row.id,
        naam=row.naam,
        soort=row.soort,
        contactnaam=row.contactnaam,
        email=row.email,
        telefoon=row.telefoon,
        website=row.website,
        toelichting=row.toelichting,
        actief=row.actief,
        versie=row.versie,
        wacht=waits,
    )
