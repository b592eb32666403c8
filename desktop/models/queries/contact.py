"""Contacts with their notes, tasks, agreements and the history of fields."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop.models.queries.medewerker import names
from desktop.models.queries.pending import touched
from desktop.models.queries.rows import ActieRij, AfspraakRij, ContactmomentRij, VeldwijzigingRij
from desktop.models.queries.vestiging import place_names
from desktop.models.tables import (
    Actie,
    Afspraak,
    Contactmoment,
    Contactnotitie,
    Contactpersoon,
    Veldwijziging,
    Werkgever,
)


def contactmomenten(
    session: Session, werkgever_id: str | None = None, limiet: int | None = None
) -> tuple[ContactmomentRij, ...]:
    """Contacts, the newest first; the note where this database holds it."""
    query: Select[*tuple[Any, ...]] = (
        select(Contactmoment, Contactnotitie, Werkgever.naam)
        .join(Werkgever, Werkgever.id == Contactmoment.werkgever_id)
        .outerjoin(Contactnotitie, Contactnotitie.contactmoment_id == Contactmoment.id)
        .where(Contactmoment.verwijderd_op.is_(None))
        .order_by(Contactmoment.datum.desc(), Contactmoment.tijd.desc().nulls_last(), Contactmoment.id.desc())
        .limit(limiet)
    )
    if werkgever_id:
        query = query.where(Contactmoment.werkgever_id == werkgever_id)
    rows = session.execute(query).all()
    who = names(session)
    persons = _persons(session, rows)
    waiting = touched(session, "contactmoment", [row.id for row, _, _ in rows])
    places = place_names(session, {row.vestiging_id for row, _, _ in rows if row.vestiging_id})
    return tuple(
        _contact(row, note, naam, who, persons, places, row.id in waiting) for row, note, naam in rows
    )


def _persons(session: Session, rows: Any) -> dict[str, str]:
    wanted = {row_id for _, note, _ in rows if note for row_id in note.contactpersoon_ids or ()}
    found: dict[str, str] = {}
    ids = list(wanted)
    for start in range(0, len(ids), 500):
        query = select(Contactpersoon.id, Contactpersoon.naam).where(
            Contactpersoon.id.in_(ids[start : start + 500])
        )
        found |= {row.id: row.naam for row in session.execute(query)}
    return found


def _contact(
    row: Contactmoment,
    note: Contactnotitie | None,
    werkgever: str,
    who: dict[str, str],
    persons: dict[str, str],
    places: dict[str, str],
    waits: bool,
) -> ContactmomentRij:
    spoken = (
        [persons[row_id] for row_id in (note.contactpersoon_ids or ()) if row_id in persons] if note else []
    )
    return ContactmomentRij(
        id=row.id,
        werkgever_id=row.werkgever_id,
        werkgever=werkgever,
        vestiging_id=row.vestiging_id,
        datum=row.datum,
        tijd=row.tijd,
        medewerker_id=row.medewerker_id,
        medewerker=who.get(row.medewerker_id, ""),
        kanaal=row.kanaal,
        richting=row.richting,
        onderwerp=row.onderwerp,
        contact_gelukt=row.contact_gelukt,
        buiten_regie=row.buiten_regie,
        aanleiding=row.aanleiding,
        reden_buiten_regie=note.reden_buiten_regie if note else None,
        notitie=note.notitie if note else None,
        vertrouwelijk=note.vertrouwelijk if note else None,
        contactpersonen=tuple(spoken),
        versie=row.versie,
        wacht=waits,
        vestiging=places.get(row.vestiging_id or ""),
        soort=row.soort,
        resultaat=note.resultaat if note else None,
        contactpersoon_ids=tuple(note.contactpersoon_ids or ()) if note else (),
        vum_code_onderwerp=row.vum_code_onderwerp,
        vum_code_soort=row.vum_code_soort,
        vum_code_afspraken=row.vum_code_afspraken,
    )


def acties(
    session: Session, werkgever_id: str | None = None, only_open: bool = False
) -> tuple[ActieRij, ...]:
    """Tasks by deadline; those without one last."""
    query = (
        select(Actie, Werkgever.naam)
        .join(Werkgever, Werkgever.id == Actie.werkgever_id)
        .where(Actie.verwijderd_op.is_(None))
        .order_by(Actie.deadline.asc().nulls_last(), Actie.aangemaakt_op, Actie.id)
    )
    if werkgever_id:
        query = query.where(Actie.werkgever_id == werkgever_id)
    if only_open:
        query = query.where(Actie.status == "te_verwerken")
    rows = session.execute(query).all()
    who, waiting = names(session), touched(session, "actie", [row.id for row, _ in rows])
    return tuple(
        ActieRij(
            id=row.id,
            werkgever_id=row.werkgever_id,
            werkgever=naam,
            contactmoment_id=row.contactmoment_id,
            soort=row.soort,
            gevraagde_handeling=row.gevraagde_handeling,
            toelichting=row.toelichting,
            toegewezen_aan_id=row.toegewezen_aan_id,
            toegewezen_aan=who.get(row.toegewezen_aan_id, ""),
            deadline=row.deadline,
            status=row.status,
            versie=row.versie,
            wacht=row.id in waiting,
        )
        for row, naam in rows
    )


def afspraken(session: Session, werkgever_id: str | None = None) -> tuple[AfspraakRij, ...]:
    """Agreements, the running ones first."""
    query = (
        select(Afspraak, Werkgever.naam)
        .join(Werkgever, Werkgever.id == Afspraak.werkgever_id)
        .where(Afspraak.verwijderd_op.is_(None))
        .order_by(Afspraak.status.desc(), Afspraak.van.desc(), Afspraak.id)
    )
    if werkgever_id:
        query = query.where(Afspraak.werkgever_id == werkgever_id)
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


def veldwijzigingen(
    session: Session, werkgever_id: str | None, limiet: int | None = 500
) -> tuple[VeldwijzigingRij, ...]:
    """The history of this werkgever's fields, the newest first; what notes said before is left out.

    None: of all werkgevers, with notes where this person may read what they said.
    """
    query = (
        select(Veldwijziging)
        .where(Veldwijziging.verwijderd_op.is_(None))
        .order_by(Veldwijziging.aangemaakt_op.desc(), Veldwijziging.id)
        .limit(limiet)
    )
    if werkgever_id:
        query = query.where(
            Veldwijziging.werkgever_id == werkgever_id, Veldwijziging.tabel != Contactnotitie.__tablename__
        )
    who = names(session)
    return tuple(
        VeldwijzigingRij(
            id=row.id,
            werkgever_id=row.werkgever_id,
            tabel=row.tabel,
            veld=row.veld,
            oud=_spoken(row.oud),
            nieuw=_spoken(row.nieuw),
            door=who.get(row.aangemaakt_door, ""),
            op=row.aangemaakt_op,
        )
        for row in session.scalars(query)
    )


def _spoken(value: Any) -> str | None:
    if value is None:
        return None
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
