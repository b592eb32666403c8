"""Vacatures as rows for `toon` and `export`, and one with all that its page shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, aliased

from desktop.frozen import dataclass
from desktop.models.context import Actor
from desktop.models.queries import references, vacature_list
from desktop.models.queries.medewerker import names
from desktop.models.queries.pending import touched
from desktop.models.queries.vacature_rows import (
    VacatureContact,
    VacatureKaart,
    VacatureOverdrachtRij,
    VacatureRij,
)
from desktop.models.queries.veldwijziging import as_rows
from desktop.models.queries.veldwijziging_rows import VeldwijzigingRij
from desktop.models.rules.vacature import TYPE_OVEREENKOMST
from desktop.models.tables import (
    Contactpersoon,
    Regie,
    Vacature,
    VacatureDossier,
    VacatureOverdracht,
    Veldwijziging,
    Vestiging,
    Werkgever,
)

_FORMAL = aliased(Werkgever)
_AS_THEY_ARE = tuple(
    name
    for name in VacatureRij.__slots__
    if name in Vacature.__table__.columns and name not in ("rijbewijs", "vervoer")
)
CHUNK = 500


def vacatures(session: Session, werkgever_id: str | None = None) -> tuple[VacatureRij, ...]:
    """All of them, or those of one werkgever, the newest first."""
    which = [Vacature.werkgever_id == werkgever_id] if werkgever_id else []
    return vacatures_where(session, *which)


def vacatures_where(session: Session, *which: ColumnElement[bool]) -> tuple[VacatureRij, ...]:
    """Those that meet all of this, the newest first."""
    query = (
        select(Vacature, Werkgever.naam, _FORMAL.naam, Vestiging.naam, Vestiging.woonplaats)
        .join(Werkgever, Werkgever.id == Vacature.werkgever_id)
        .outerjoin(_FORMAL, _FORMAL.id == Vacature.formele_werkgever_id)
        .outerjoin(Vestiging, Vestiging.id == Vacature.vestiging_id)
        .where(Vacature.verwijderd_op.is_(None), *which)
        .order_by(Vacature.aangemaakt_op.desc(), Vacature.id.desc())
    )
    rows = session.execute(query).all()
    known = _known(session, [row[0] for row in rows])
    return tuple(_row(row, known, of, formal, place or town) for row, of, formal, place, town in rows)


@dataclass(frozen=True, slots=True)
class _Known:
    people: Mapping[str, str]
    handed: Mapping[str, Sequence[str]]
    contacts: Mapping[str, str]
    waiting: set[str]


def _known(session: Session, rows: Sequence[Vacature]) -> _Known:
    ids, handed = [row.id for row in rows], dict[str, Sequence[str]]()
    for start in range(0, len(ids), CHUNK):
        handed |= vacature_list.handed_of(session, ids[start : start + CHUNK])
    return _Known(
        names(session) if ids else {},
        handed,
        references.contacts(session, [row.contactmoment_id for row in rows]),
        touched(session, "vacature", ids),
    )


def _row(row: Vacature, known: _Known, werkgever: str, formal: str | None, place: str | None) -> VacatureRij:
    looks = tuple(known.handed.get(row.id, ()))
    return VacatureRij(
        **{name: getattr(row, name) for name in _AS_THEY_ARE},
        werkgever=werkgever,
        formele_werkgever=formal,
        vestiging=place,
        contactmoment=known.contacts.get(row.contactmoment_id or ""),
        eigenaar=known.people.get(row.eigenaar_id, ""),
        type_overeenkomst=TYPE_OVEREENKOMST[row.soort],
        rijbewijs=tuple(row.rijbewijs or ()),
        vervoer=tuple(row.vervoer or ()),
        bemiddelaar_ids=looks,
        bemiddelaars=tuple(known.people.get(one, "") for one in looks),
        wacht=row.id in known.waiting,
    )


def overdrachten(session: Session, werkgever_id: str | None = None) -> tuple[VacatureOverdrachtRij, ...]:
    """To which bemiddelaars vacatures went, the newest first."""
    which = [VacatureOverdracht.werkgever_id == werkgever_id] if werkgever_id else []
    return overdrachten_where(session, *which)


def overdrachten_where(session: Session, *which: ColumnElement[bool]) -> tuple[VacatureOverdrachtRij, ...]:
    """Those that meet all of this."""
    query = (
        select(VacatureOverdracht, Vacature.naam, Werkgever.naam)
        .join(Vacature, Vacature.id == VacatureOverdracht.vacature_id)
        .join(Werkgever, Werkgever.id == VacatureOverdracht.werkgever_id)
        .where(VacatureOverdracht.verwijderd_op.is_(None), Vacature.verwijderd_op.is_(None), *which)
        .order_by(VacatureOverdracht.overgedragen_op.desc(), VacatureOverdracht.id)
    )
    rows = session.execute(query).all()
    who = names(session) if rows else {}
    waiting = touched(session, "vacature_overdracht", [row[0].id for row in rows])
    return tuple(
        VacatureOverdrachtRij(
            id=row.id,
            vacature_id=row.vacature_id,
            vacature=naam,
            werkgever_id=row.werkgever_id,
            werkgever=werkgever,
            bemiddelaar_id=row.bemiddelaar_id,
            bemiddelaar=who.get(row.bemiddelaar_id, ""),
            matchingroute=row.matchingroute,
            overgedragen_op=row.overgedragen_op,
            overgedragen_door=who.get(row.aangemaakt_door, ""),
            teruggegeven_op=row.teruggegeven_op,
            wacht=row.id in waiting,
        )
        for row, naam, werkgever in rows
    )


def card(session: Session, vacature_id: str, who: Actor) -> VacatureKaart | None:
    """One vacature with its bemiddelaars, its history and, where this person may, its dossier."""
    rows = vacatures_where(session, Vacature.id == vacature_id)
    if not rows:
        return None
    row = rows[0]
    held = bool(vacature_list.with_dossier(session, who, [row.id]))
    holder = _holder(session, row.werkgever_id)
    dossier = _dossier(session, row.id) if held else None
    return VacatureKaart(
        vacature=row,
        regiehouder_id=holder,
        regiehouder=names(session).get(holder) if holder else None,
        lopend=vacature_list.running_of(session, [row.id]).get(row.id, 0) if held else None,
        geplaatst=vacature_list.placed_of(session, [row.id]).get(row.id, 0),
        overdrachten=overdrachten_where(session, VacatureOverdracht.vacature_id == row.id),
        met_dossier=held,
        contactpersonen=_people(session, dossier) if dossier else (),
        toelichting=dossier.toelichting if dossier else None,
        geschiedenis=_history(session, row.id),
    )


def _holder(session: Session, werkgever_id: str) -> str | None:
    query = select(Regie.accountmanager_id).where(
        Regie.werkgever_id == werkgever_id, Regie.tot.is_(None), Regie.verwijderd_op.is_(None)
    )
    return session.scalar(query)


def _dossier(session: Session, vacature_id: str) -> VacatureDossier | None:
    query = select(VacatureDossier).where(
        VacatureDossier.vacature_id == vacature_id, VacatureDossier.verwijderd_op.is_(None)
    )
    return session.scalars(query).first()


def _people(session: Session, dossier: VacatureDossier) -> tuple[VacatureContact, ...]:
    """Those that we know, in the order of their names, and those that came with a file."""
    ids = list(dossier.contactpersoon_ids or ())
    query = select(Contactpersoon).where(Contactpersoon.id.in_(ids), Contactpersoon.verwijderd_op.is_(None))
    rows = session.scalars(query.order_by(Contactpersoon.naam, Contactpersoon.id))
    known = [VacatureContact(row.id, row.naam, row.functie, row.email, row.telefoon) for row in rows]
    return (*known, *map(_of_file, dossier.vum_contactpersonen or ()))


def _of_file(person: Mapping[str, Any]) -> VacatureContact:
    return VacatureContact(
        contactpersoon_id=None,
        naam=str(person.get("naamContactpersoonAfdeling") or ""),
        functie=None,
        email=", ".join(person.get("emailadres") or ()) or None,
        telefoon=", ".join(person.get("telefoonnummer") or ()) or None,
    )


def _history(session: Session, vacature_id: str) -> tuple[VeldwijzigingRij, ...]:
    """What changed of it and of whom it went to, the newest first."""
    handed = select(VacatureOverdracht.id).where(VacatureOverdracht.vacature_id == vacature_id)
    kept = select(VacatureDossier.id).where(VacatureDossier.vacature_id == vacature_id)
    of_it = Veldwijziging.rij_id
    query = (
        select(Veldwijziging)
        .where(
            Veldwijziging.veld != "status_op",  # the line itself says when
            or_(of_it == vacature_id, of_it.in_(handed), of_it.in_(kept)),
            Veldwijziging.verwijderd_op.is_(None),
        )
        .order_by(Veldwijziging.aangemaakt_op.desc(), Veldwijziging.veld, Veldwijziging.id)
    )
    return as_rows(session, session.scalars(query))
