"""Contacts with their notes."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from desktop.models.queries.contact_rows import ContactmomentRij
from desktop.models.queries.medewerker import names
from desktop.models.queries.pending import touched
from desktop.models.queries.vestiging import place_names
from desktop.models.tables import (
    Contactmoment,
    Contactnotitie,
    Contactpersoon,
    Werkgever,
)


def contactmomenten(
    session: Session, werkgever_id: str | None = None, limiet: int | None = None
) -> tuple[ContactmomentRij, ...]:
    """Contacts, the newest first; the note where this database holds it."""
    which = [Contactmoment.werkgever_id == werkgever_id] if werkgever_id else []
    return contacts_where(session, *which, limiet=limiet)


def contacts_where(
    session: Session, *which: ColumnElement[bool], limiet: int | None = None
) -> tuple[ContactmomentRij, ...]:
    """Contacts that meet all of this, the newest first; the columns of their notes may be asked too."""
    query: Select[*tuple[Any, ...]] = (
        select(Contactmoment, Contactnotitie, Werkgever.naam)
        .join(Werkgever, Werkgever.id == Contactmoment.werkgever_id)
        .outerjoin(
            Contactnotitie,
            (Contactnotitie.contactmoment_id == Contactmoment.id) & Contactnotitie.verwijderd_op.is_(None),
        )
        .where(Contactmoment.verwijderd_op.is_(None), *which)
        .order_by(Contactmoment.datum.desc(), Contactmoment.tijd.desc().nulls_last(), Contactmoment.id.desc())
        .limit(limiet)
    )
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
        vastgezet=bool(note and note.vastgezet),
    )
