"""Who holds which regie, and everything that R3 says before contact starts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.queries.actie import acties, afspraken
from desktop.models.queries.contact import contactmomenten
from desktop.models.queries.day_rows import ReserveringRij
from desktop.models.queries.medewerker import names
from desktop.models.queries.plaatsing import nameless, plaatsingen
from desktop.models.queries.regie_rows import RegieRij, Regiestand
from desktop.models.queries.vacature import vacatures_where
from desktop.models.queries.waarneming import for_werkgever
from desktop.models.queries.werkgever import cards, contactpersonen, current_id, vestigingen
from desktop.models.queries.werkgever_rows import Werkgeversblad
from desktop.models.queries.werkgeversvraag import werkgeversvragen
from desktop.models.rules.vacature import OPEN
from desktop.models.tables import Regie, Reservering, Vacature, Werkgever


def regies(
    session: Session, werkgever_id: str | None = None, ids: Sequence[str] | None = None
) -> tuple[RegieRij, ...]:
    """Periods of regie, the newest first."""
    query = (
        select(Regie, Werkgever.naam)
        .join(Werkgever, Werkgever.id == Regie.werkgever_id)
        .where(Regie.verwijderd_op.is_(None))
        .order_by(Regie.van.desc(), Regie.aangemaakt_op.desc(), Regie.id)
    )
    if werkgever_id:
        query = query.where(Regie.werkgever_id == werkgever_id)
    if ids is not None:
        query = query.where(Regie.id.in_(ids))
    who = names(session)
    return tuple(
        RegieRij(
            id=row.id,
            werkgever_id=row.werkgever_id,
            werkgever=naam,
            accountmanager_id=row.accountmanager_id,
            accountmanager=who.get(row.accountmanager_id, ""),
            van=row.van,
            tot=row.tot,
            reden=row.reden,
        )
        for row, naam in session.execute(query)
    )


def reservering(session: Session, werkgever_id: str, today: date) -> ReserveringRij | None:
    """A running announcement of an approach, the oldest first."""
    query = select(Reservering).where(
        Reservering.werkgever_id == werkgever_id,
        Reservering.tot >= today,
        Reservering.verwijderd_op.is_(None),
    )
    row = session.scalars(query.order_by(Reservering.id).limit(1)).first()
    if row is None:
        return None
    return ReserveringRij(
        id=row.id,
        werkgever_id=row.werkgever_id,
        medewerker_id=row.medewerker_id,
        medewerker=names(session).get(row.medewerker_id, ""),
        van=row.van,
        tot=row.tot,
        reden=row.reden,
    )


def sheet(session: Session, werkgever_id: str) -> Werkgeversblad | None:
    """All of one werkgever."""
    row_id = current_id(session, werkgever_id)
    found = cards(session, [row_id])
    if not found:
        return None
    return Werkgeversblad(
        werkgever=found[0],
        vestigingen=vestigingen(session, row_id),
        contactpersonen=contactpersonen(session, row_id),
        contacten=contactmomenten(session, row_id),
        acties=acties(session, row_id),
        afspraken=afspraken(session, row_id),
        regies=regies(session, row_id),
        plaatsingen=tuple(map(nameless, plaatsingen(session, row_id))),
        vacatures=vacatures_where(session, Vacature.werkgever_id == row_id, Vacature.status.in_(OPEN)),
        vragen=werkgeversvragen(session, row_id, only_open=True),
    )


def standing(
    session: Session, werkgever_id: str, today: date, synced_at: datetime | None
) -> Regiestand | None:
    """R3 in data: who holds the regie, who was there last, what is planned, is contact unwanted."""
    row_id = current_id(session, werkgever_id)
    found = cards(session, [row_id])
    if not found:
        return None
    card = found[0]
    latest = contactmomenten(session, row_id, limiet=1)
    planned = tuple(a for a in acties(session, row_id, only_open=True) if a.deadline and a.deadline >= today)
    reserved = reservering(session, row_id, today)
    return Regiestand(
        werkgever_id=row_id,
        werkgever=card.naam,
        plaats=card.plaats,
        regiehouder_id=card.regiehouder_id,
        regiehouder=card.regiehouder,
        regie_sinds=card.regie_sinds,
        regie_gevraagd=card.regie_gevraagd,
        concern=card.concern,
        concern_regiehouders=_concern(session, card.concern, row_id),
        reservering_door=reserved.medewerker if reserved else None,
        reservering_tot=reserved.tot if reserved else None,
        laatste_contact=latest[0] if latest else None,
        gepland=planned,
        niet_benaderen_tot=card.niet_benaderen_tot if _still(card.niet_benaderen_tot, today) else None,
        niet_benaderen_reden=card.niet_benaderen_reden if _still(card.niet_benaderen_tot, today) else None,
        bijgewerkt_op=synced_at,
        waarneming=for_werkgever(session, row_id, card.regiehouder_id, today),
    )


def _still(until: date | None, today: date) -> bool:
    return until is not None and until >= today


def _concern(session: Session, concern: str | None, werkgever_id: str) -> tuple[tuple[str, str], ...]:
    """R8: the other werkgevers of the concern with their regiehouders."""
    if not concern:
        return ()
    query = select(Werkgever.id).where(
        Werkgever.concern == concern, Werkgever.id != werkgever_id, Werkgever.verwijderd_op.is_(None)
    )
    others = cards(session, session.scalars(query).all())
    return tuple((card.naam, card.regiehouder) for card in others if card.regiehouder)
