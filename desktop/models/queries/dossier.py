"""One werkgever as the screen shows it; its timeline is read apart, page by page."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.queries import overdracht, waarneming
from desktop.models.queries.actie import acties, afspraken
from desktop.models.queries.contact import contactmomenten, contacts_where
from desktop.models.queries.contact_rows import ContactmomentRij
from desktop.models.queries.day_rows import Dossier
from desktop.models.queries.regie import regies, reservering
from desktop.models.queries.werkgever import cards, contactpersonen, current_id, vestigingen
from desktop.models.tables import Contactmoment, Contactnotitie

PRESSURE = timedelta(days=90)


def dossier(session: Session, werkgever_id: str, today: date) -> Dossier | None:
    """The werkgever that stands for this id now, with all that its screen shows beside the timeline."""
    row_id = current_id(session, werkgever_id)
    found = cards(session, [row_id])
    if not found:
        return None
    card = found[0]
    latest = contactmomenten(session, row_id, limiet=1)
    return Dossier(
        werkgever=card,
        vestigingen=vestigingen(session, row_id),
        contactpersonen=contactpersonen(session, row_id),
        acties=acties(session, row_id, only_open=True),
        afspraken=afspraken(session, row_id),
        regies=regies(session, row_id),
        laatste_contact=latest[0] if latest else None,
        vastgezet=_pinned(session, row_id),
        waarneming=waarneming.for_werkgever(session, row_id, card.regiehouder_id, today),
        overdracht=overdracht.running_at(session, row_id),
        reservering=reservering(session, row_id, today),
        contacten_90_dagen=_contacts_since(session, row_id, today - PRESSURE),
    )


def _pinned(session: Session, werkgever_id: str) -> tuple[ContactmomentRij, ...]:
    """Through the notes of this werkgever: few, and only those that this person may read."""
    query = select(Contactnotitie.contactmoment_id).where(
        Contactnotitie.werkgever_id == werkgever_id,
        Contactnotitie.vastgezet.is_(True),
        Contactnotitie.verwijderd_op.is_(None),
    )
    ids = session.scalars(query).all()
    return contacts_where(session, Contactmoment.id.in_(ids)) if ids else ()


def _contacts_since(session: Session, werkgever_id: str, day: date) -> int:
    query = (
        select(func.count())
        .select_from(Contactmoment)
        .where(
            Contactmoment.werkgever_id == werkgever_id,
            Contactmoment.datum >= day,
            Contactmoment.verwijderd_op.is_(None),
        )
    )
    return session.scalar(query) or 0
