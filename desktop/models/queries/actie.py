"""What is to be done, and what was agreed."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from desktop.models.queries import references
from desktop.models.queries.actie_rows import ActieRij, AfspraakRij
from desktop.models.queries.medewerker import names
from desktop.models.queries.pending import touched
from desktop.models.tables import Actie, Afspraak, Werkgever

OPEN = "te_verwerken"


def acties(
    session: Session, werkgever_id: str | None = None, only_open: bool = False
) -> tuple[ActieRij, ...]:
    """Tasks by deadline; those without one last."""
    which = [Actie.werkgever_id == werkgever_id] if werkgever_id else []
    if only_open:
        which.append(Actie.status == OPEN)
    return acties_where(session, *which)


def acties_where(session: Session, *which: ColumnElement[bool]) -> tuple[ActieRij, ...]:
    """Tasks that meet all of this, by deadline and time; those without one last."""
    query = (
        select(Actie, Werkgever.naam)
        .join(Werkgever, Werkgever.id == Actie.werkgever_id)
        .where(Actie.verwijderd_op.is_(None), *which)
        .order_by(
            Actie.deadline.asc().nulls_last(), Actie.tijd.asc().nulls_last(), Actie.aangemaakt_op, Actie.id
        )
    )
    rows = session.execute(query).all()
    who, waiting = names(session), touched(session, "actie", [row.id for row, _ in rows])
    spoken = references.contacts(session, [row.contactmoment_id for row, _ in rows])
    return tuple(
        _actie(row, naam, who, spoken.get(row.contactmoment_id or ""), row.id in waiting)
        for row, naam in rows
    )


def _actie(row: Actie, werkgever: str, who: dict[str, str], contact: str | None, waits: bool) -> ActieRij:
    return ActieRij(
        id=row.id,
        werkgever_id=row.werkgever_id,
        werkgever=werkgever,
        contactmoment_id=row.contactmoment_id,
        contactmoment=contact,
        soort=row.soort,
        gevraagde_handeling=row.gevraagde_handeling,
        toelichting=row.toelichting,
        toegewezen_aan_id=row.toegewezen_aan_id,
        toegewezen_aan=who.get(row.toegewezen_aan_id, ""),
        deadline=row.deadline,
        status=row.status,
        versie=row.versie,
        wacht=waits,
        tijd=row.tijd,
        door_id=row.aangemaakt_door,
        door=who.get(row.aangemaakt_door, ""),
        gemaakt_op=row.aangemaakt_op,
        afgerond_op=row.afgerond_op,
    )


def afspraken(
    session: Session, werkgever_id: str | None = None, ids: Sequence[str] | None = None
) -> tuple[AfspraakRij, ...]:
    """Agreements, the running ones first."""
    query = (
        select(Afspraak, Werkgever.naam)
        .join(Werkgever, Werkgever.id == Afspraak.werkgever_id)
        .where(Afspraak.verwijderd_op.is_(None))
        .order_by(Afspraak.status.desc(), Afspraak.van.desc(), Afspraak.id)
    )
    if werkgever_id:
        query = query.where(Afspraak.werkgever_id == werkgever_id)
    if ids is not None:
        query = query.where(Afspraak.id.in_(ids))
    rows = session.execute(query).all()
    who, waiting = names(session), touched(session, "afspraak", [row.id for row, _ in rows])
    return tuple(
        AfspraakRij(
            id=row.id,
            werkgever_id=row.werkgever_id,
            werkgever=naam,
            soort=row.soort,
            inhoud=row.inhoud,
            van=row.van,
            tot=row.tot,
            eigenaar_id=row.eigenaar_id,
            eigenaar=who.get(row.eigenaar_id, ""),
            status=row.status,
            wacht=row.id in waiting,
        )
        for row, naam in rows
    )
