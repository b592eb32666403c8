"""Signalen: of a werkgever, and those that wait for a person."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from desktop.models.queries import references
from desktop.models.queries.medewerker import names
from desktop.models.queries.nazorg import held
from desktop.models.queries.pending import touched
from desktop.models.queries.signaal_rows import SignaalRij
from desktop.models.rights import decides_for_others
from desktop.models.tables import Signaal, Werkgever

OPEN = "open"


def signalen(session: Session, werkgever_id: str | None = None) -> tuple[SignaalRij, ...]:
    """All, or those of one werkgever, the newest first."""
    which = [Signaal.werkgever_id == werkgever_id] if werkgever_id else []
    return signalen_where(session, *which)


def open_voor(session: Session, me: str, rol: str, today: date) -> tuple[SignaalRij, ...]:
    """What waits for this person: as regiehouder, standing in, or as who leads where nobody holds it."""
    mine = [Signaal.voor_id == me, Signaal.werkgever_id.in_(held(session, me, today))]
    if decides_for_others(rol):
        mine.append(Signaal.voor_id.is_(None))
    return signalen_where(session, Signaal.status == OPEN, or_(*mine))


def gemeld_door(session: Session, me: str) -> tuple[SignaalRij, ...]:
    """What this person reported."""
    return signalen_where(session, Signaal.melder_id == me)


def signalen_where(session: Session, *which: ColumnElement[bool]) -> tuple[SignaalRij, ...]:
    """Those that meet all of this, the newest first."""
    query = (
        select(Signaal, Werkgever.naam)
        .join(Werkgever, Werkgever.id == Signaal.werkgever_id)
        .where(Signaal.verwijderd_op.is_(None), *which)
        .order_by(Signaal.aangemaakt_op.desc(), Signaal.id.desc())
    )
    rows = session.execute(query).all()
    who, waiting = names(session), touched(session, "signaal", [row.id for row, _ in rows])
    placed = references.placements(session, [row.plaatsing_id for row, _ in rows])
    return tuple(
        SignaalRij(
            id=row.id,
            werkgever_id=row.werkgever_id,
            werkgever=naam,
            plaatsing_id=row.plaatsing_id,
            plaatsing=placed.get(row.plaatsing_id or ""),
            categorie=row.categorie,
            ernst=row.ernst,
            tekst=row.tekst,
            melder_id=row.melder_id,
            melder=who.get(row.melder_id, ""),
            voor_id=row.voor_id,
            voor=who.get(row.voor_id) if row.voor_id else None,
            status=row.status,
            antwoord=row.antwoord,
            beantwoord_op=row.beantwoord_op,
            beantwoord_door=who.get(row.gewijzigd_door) if row.antwoord is not None else None,
            gemeld_op=row.aangemaakt_op,
            versie=row.versie,
            wacht=row.id in waiting,
        )
        for row, naam in rows
    )
