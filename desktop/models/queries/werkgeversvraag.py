"""What employers asked, and what became of it; only where this laptop holds the dossier."""

from __future__ import annotations

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from desktop.models.queries import references
from desktop.models.queries.medewerker import names
from desktop.models.queries.pending import touched
from desktop.models.queries.vacature_rows import WerkgeversvraagRij
from desktop.models.tables import Partner, Werkgever, Werkgeversvraag

OPEN = "open"


def werkgeversvragen(
    session: Session,
    werkgever_id: str | None = None,
    only_open: bool = False,
    behandelaar_id: str | None = None,
) -> tuple[WerkgeversvraagRij, ...]:
    """Of one werkgever, of one colleague, or all: the open ones first, the longest waiting first."""
    which: list[ColumnElement[bool]] = []
    if werkgever_id is not None:
        which.append(Werkgeversvraag.werkgever_id == werkgever_id)
    if behandelaar_id is not None:
        which.append(Werkgeversvraag.behandelaar_id == behandelaar_id)
    if only_open:
        which.append(Werkgeversvraag.status == OPEN)
    return vragen_where(session, *which)


def vragen_where(session: Session, *which: ColumnElement[bool]) -> tuple[WerkgeversvraagRij, ...]:
    """Those that meet all of this."""
    query = (
        select(Werkgeversvraag, Werkgever.naam, Partner.naam)
        .join(Werkgever, Werkgever.id == Werkgeversvraag.werkgever_id)
        .outerjoin(Partner, Partner.id == Werkgeversvraag.partner_id)
        .where(Werkgeversvraag.verwijderd_op.is_(None), *which)
        .order_by(
            (Werkgeversvraag.status == OPEN).desc(),
            Werkgeversvraag.ontvangen_op,
            Werkgeversvraag.id,
        )
    )
    rows = session.execute(query).all()
    who = names(session) if rows else {}
    waiting = touched(session, "werkgeversvraag", [row[0].id for row in rows])
    spoken = references.contacts(session, [row[0].contactmoment_id for row in rows])
    return tuple(
        _row(row, naam, partner, who, spoken.get(row.contactmoment_id or ""), row.id in waiting)
        for row, naam, partner in rows
    )


def _row(
    row: Werkgeversvraag,
    werkgever: str,
    partner: str | None,
    who: dict[str, str],
    contact: str | None,
    waits: bool,
) -> WerkgeversvraagRij:
    return WerkgeversvraagRij(
        id=row.id,
        werkgever_id=row.werkgever_id,
        werkgever=werkgever,
        contactmoment_id=row.contactmoment_id,
        contactmoment=contact,
        soort=row.soort,
        vraag=row.vraag,
        dienst=row.dienst,
        strategie=row.strategie,
        ontvangen_op=row.ontvangen_op,
        behandelaar_id=row.behandelaar_id,
        behandelaar=who.get(row.behandelaar_id, ""),
        status=row.status,
        antwoord=row.antwoord,
        partner_id=row.partner_id,
        partner=partner,
        partner_contact=row.partner_contact,
        reden=row.reden,
        afgehandeld_op=row.afgehandeld_op,
        geregistreerd_door_id=row.aangemaakt_door,
        geregistreerd_door=who.get(row.aangemaakt_door, ""),
        versie=row.versie,
        wacht=waits,
    )
