"""The inbox of one person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.queries.afstemming_rows import AfstemmingRij, Geweigerd
from desktop.models.tables import Afstemming, Medewerker, Werkgever


def inbox(
    session: Session, medewerker_id: str, only_open: bool = True, grouped: bool = True
) -> tuple[AfstemmingRij, ...]:
    """What waits for this person, the newest first; what needs a choice before what only informs.

    `grouped`: what was refused because of another refusal stands with that one, not beside it.
    """
    query = (
        select(Afstemming, Werkgever.naam, Medewerker.naam)
        .outerjoin(Medewerker, Medewerker.id == Afstemming.medewerker_id)
        .outerjoin(Werkgever, Werkgever.id == Afstemming.werkgever_id)
        .where(Afstemming.medewerker_id == medewerker_id, Afstemming.verwijderd_op.is_(None))
        .order_by(Afstemming.soort != "conflict", Afstemming.aangemaakt_op.desc(), Afstemming.id)
    )
    if only_open:
        query = query.where(Afstemming.status == "open")
    if grouped:
        query = query.where(Afstemming.hoort_bij_id.is_(None))
    found = session.execute(query).all()
    following = _following(session, [row.id for row, *_ in found if row.soort == "weigering"])
    return tuple(_row(row, naam, whose, following.get(row.id, ())) for row, naam, whose in found)


def _following(session: Session, ids: Sequence[str]) -> dict[str, tuple[Geweigerd, ...]]:
    """Item → what was refused because of it, in the order of typing."""
    following: dict[str, tuple[Geweigerd, ...]] = {}
    for start in range(0, len(ids), 500):
        query = select(Afstemming).where(
            Afstemming.hoort_bij_id.in_(ids[start : start + 500]), Afstemming.verwijderd_op.is_(None)
        )
        for row in session.scalars(query.order_by(Afstemming.aangemaakt_op, Afstemming.id)):
            more = Geweigerd(
                row.id,
                row.opdracht or "",
                row.opdracht_versie or 1,
                row.argumenten or {},
                row.code,
                row.parameters,
            )
            following[row.hoort_bij_id or ""] = (*following.get(row.hoort_bij_id or "", ()), more)
    return following


def _row(
    row: Afstemming, werkgever: str | None, medewerker: str | None, following: tuple[Geweigerd, ...]
) -> AfstemmingRij:
    parameters, conflict = row.parameters or {}, row.soort == "conflict"
    return AfstemmingRij(
        id=row.id,
        medewerker_id=row.medewerker_id,
        medewerker=medewerker or "",
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
        opdracht_versie=row.opdracht_versie or 1,
        later_tot=row.later_tot,
        gevraagd_op=row.gevraagd_op,
        gevolgen=following,
        hoort_bij_id=row.hoort_bij_id,
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
                Afstemming.hoort_bij_id.is_(None),
            )
        )
        or 0
    )
