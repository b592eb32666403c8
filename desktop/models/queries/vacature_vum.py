"""Vacatures as documents of the exchange format, with the people of those whose dossier is here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.rules import vum
from desktop.models.tables import Contactpersoon, Vacature, VacatureDossier, Werkgever

CHUNK = 500
COLUMNS = tuple(name for part in vum.PARTS for name in part.columns)


def documents(session: Session, ids: Sequence[str]) -> Iterator[dict[str, Any]]:
    """These vacatures in this order."""
    for start in range(0, len(ids), CHUNK):
        part = list(ids[start : start + CHUNK])
        query = select(Vacature, Werkgever).join(Werkgever, Werkgever.id == Vacature.werkgever_id)
        found = {
            row.id: (row, employer) for row, employer in session.execute(query.where(Vacature.id.in_(part)))
        }
        people = _people(session, part)
        for row_id in part:
            if row_id in found:
                row, employer = found[row_id]
                said = {} if row.bronsysteem == vum.BRON else _employer(employer)
                yield vum.write(_columns(row), row.vum, said, people.get(row_id))


def _columns(row: Vacature) -> dict[str, Any]:
    """Of a vacature of our own the id and number are ours."""
    columns = {name: getattr(row, name) for name in COLUMNS}
    if row.bronsysteem != vum.BRON:
        columns |= {"bron_id": row.id, "vum_nummer": row.vum_nummer or row.nummer}
    return columns


def _employer(row: Werkgever) -> dict[str, Any]:
    said: dict[str, Any] = {"handelsnaamOrganisatie": row.naam}
    if row.sbi_code and row.sbi_code.isdigit():
        said["sector"] = [{"codeSbi": int(row.sbi_code)}]
    return said


def _people(session: Session, ids: Sequence[str]) -> Mapping[str, list[Any]]:
    """Vacature → people, where its dossier is on this laptop and names any; those of a file first."""
    query = select(VacatureDossier).where(
        VacatureDossier.vacature_id.in_(ids), VacatureDossier.verwijderd_op.is_(None)
    )
    kept = session.scalars(query).all()
    known = _known(session, {one for row in kept for one in row.contactpersoon_ids or ()})
    found: dict[str, list[Any]] = {}
    for row in kept:
        ours = [known[one] for one in row.contactpersoon_ids or () if one in known]
        if row.vum_contactpersonen is not None or ours:
            found[row.vacature_id] = [*(row.vum_contactpersonen or ()), *ours]
    return found


def _known(session: Session, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    query = select(Contactpersoon).where(
        Contactpersoon.id.in_(list(ids)),
        Contactpersoon.verwijderd_op.is_(None),
        Contactpersoon.niet_benaderen.is_(False),
    )
    rows = session.scalars(query)
    made = {row.id: vum.person_out(row.naam, row.functie, row.email, row.telefoon) for row in rows}
    return {row_id: person for row_id, person in made.items() if person}
