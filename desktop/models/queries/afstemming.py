"""The inbox of one person."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.queries.rows import AfstemmingRij
from desktop.models.tables import Afstemming, Werkgever


def inbox(session: Session, medewerker_id: str, only_open: bool = True) -> tuple[AfstemmingRij, ...]:
    """What waits for this person, the newest first; what needs a choice before what only informs."""
    query = (
        select(Afstemming, Werkgever.naam)
        .outerjoin(Werkgever, Werkgever.id == Afstemming.werkgever_id)
        .where(Afstemming.medewerker_id == medewerker_id, Afstemming.verwijderd_op.is_(None))
        .order_by(Afstemming.soort != "conflict", Afstemming.aangemaakt_op.desc(), Afstemming.id)
    )
    if only_open:
        query = query.where(Afstemming.status == "open")
    return tuple(_row(row, naam) for row, naam in session.execute(query))


def _row(row: Afstemming, werkgever: str | None) -> AfstemmingRij:
    parameters, conflict = row.parameters or {}, row.soort == "conflict"
    return AfstemmingRij(
        id=row.id,
        medewerker_id=row.medewerker_id,
        soort=row.soort,
        code=row.code,
        parameters=parameters,
        werkgever_id=row.werkgever_id,
        werkgever=werkgever,
        opdracht_uuid=row.opdracht_uuid,
        opdracht=row.opdracht,
        argumenten=row.argumenten or {},
        veld=row.veld,
        van_mij=row.van_mij,
        van_ander=row.van_ander,
        ander=row.ander,
        status=row.status,
        keuze=row.keuze,
        aangemaakt_op=row.aangemaakt_op,
        gewijzigd_op=row.gewijzigd_op,
        tabel=row.tabel,
        rij_id=row.rij_id,
        # The question was made by the command that changed the field, so it carries the time of that.
        mijn_op=row.aangemaakt_op if conflict else None,
        ander_op=_moment(parameters.get("op")) if conflict else None,
        stond_er=parameters.get("stond_er"),
    )


def _moment(text: object) -> datetime | None:
    """Of an older centre it may be missing."""
    try:
        return datetime.fromisoformat(str(text)) if text else None
    except ValueError:
        return None


def count_open(session: Session, medewerker_id: str) -> int:
    """How many items are open."""
    query = select(func.count()).select_from(Afstemming)
    return (
        session.scalar(
            query.where(
                Afstemming.medewerker_id == medewerker_id,
                Afstemming.status == "open",
                Afstemming.verwijderd_op.is_(None),
            )
        )
        or 0
    )
