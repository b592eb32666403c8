"""Voordrachten: of a werkgever without the person, of my candidates with it, and those that wait for me."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from desktop.models.context import Actor
from desktop.models.queries import references
from desktop.models.queries.medewerker import names
from desktop.models.queries.pending import touched
from desktop.models.queries.plaatsing_rows import VoordrachtFilter, VoordrachtRij
from desktop.models.queries.placed_person import persons
from desktop.models.rules.plaatsing import NEVER_BEGAN
from desktop.models.rules.voordracht import PLACED, PROPOSED, RUNNING
from desktop.models.tables import Plaatsing, Vacature, Voordracht, VoordrachtPersoon, Werkgever

PATIENCE = timedelta(days=7)
"""So long an employer may take before somebody asks."""


def voordrachten(session: Session, werkgever_id: str | None = None) -> tuple[VoordrachtRij, ...]:
    """All of them, or those of one werkgever, the newest first."""
    which = [Voordracht.werkgever_id == werkgever_id] if werkgever_id else []
    return voordrachten_where(session, *which)


def chosen(session: Session, keuze: VoordrachtFilter, who: Actor) -> tuple[VoordrachtRij, ...]:
    """Those that the filter leaves, the newest first."""
    which: list[ColumnElement[bool]] = []
    if keuze.werkgever_id:
        which.append(Voordracht.werkgever_id == keuze.werkgever_id)
    if keuze.vacature_id:
        which.append(Voordracht.vacature_id == keuze.vacature_id)
    if keuze.kandidaat_id:
        which.append(Voordracht.id.in_(_of(VoordrachtPersoon.kandidaat_id == keuze.kandidaat_id)))
    if keuze.mijn:
        which.append(_mine(who))
    if keuze.alleen_lopend:
        which.append(Voordracht.status.in_(RUNNING))
    return voordrachten_where(session, *which)


def _of(*which: ColumnElement[bool]) -> Any:
    return select(VoordrachtPersoon.voordracht_id).where(VoordrachtPersoon.verwijderd_op.is_(None), *which)


def _mine(who: Actor) -> ColumnElement[bool]:
    """Of my candidates, and of those for whom I stand in: on a laptop these are all persons that it holds."""
    return or_(Voordracht.bemiddelaar_id == who.medewerker_id, Voordracht.id.in_(_of()))


def waiting(session: Session, who: Actor, today: date) -> tuple[VoordrachtRij, ...]:
    """What asks for a next step: a talk that was, an employer who is silent, a placement to register."""
    placed = select(Plaatsing.voordracht_id).where(
        Plaatsing.voordracht_id.is_not(None),
        Plaatsing.verwijderd_op.is_(None),
        Plaatsing.status != NEVER_BEGAN,
    )
    waits = or_(
        and_(Voordracht.status.in_(RUNNING), Voordracht.gesprek_op < today),
        and_(Voordracht.status == PROPOSED, Voordracht.status_op <= today - PATIENCE),
        and_(Voordracht.status == PLACED, Voordracht.id.not_in(placed)),
    )
    return voordrachten_where(session, _mine(who), waits)


def voordrachten_where(session: Session, *which: ColumnElement[bool]) -> tuple[VoordrachtRij, ...]:
    """Those that meet all of this, the newest first."""
    query = (
        select(Voordracht, Werkgever.naam, Vacature.naam)
        .join(Werkgever, Werkgever.id == Voordracht.werkgever_id)
        .outerjoin(Vacature, Vacature.id == Voordracht.vacature_id)
        .where(Voordracht.verwijderd_op.is_(None), *which)
        .order_by(Voordracht.datum.desc(), Voordracht.aangemaakt_op.desc(), Voordracht.id.desc())
    )
    rows = session.execute(query).all()
    ids = [row.id for row, _, _ in rows]
    who, waits = names(session) if rows else {}, touched(session, "voordracht", ids)
    known = persons(session, VoordrachtPersoon, ids)
    placed = _placed(session, ids)
    numbers = references.placements(session, placed.values())
    return tuple(
        _row(row, werkgever, vacature, who, known.get(row.id), placed.get(row.id), numbers, row.id in waits)
        for row, werkgever, vacature in rows
    )


def nameless(row: VoordrachtRij) -> VoordrachtRij:
    """The same without the person."""
    return replace(row, kandidaat_id=None, kandidaat=None, toestemming=None, notitie=None)


def _placed(session: Session, ids: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for start in range(0, len(ids), 500):
        query = (
            select(Plaatsing.voordracht_id, Plaatsing.id)
            .where(
                Plaatsing.voordracht_id.in_(ids[start : start + 500]),
                Plaatsing.verwijderd_op.is_(None),
                Plaatsing.status != NEVER_BEGAN,
            )
            .order_by(Plaatsing.start, Plaatsing.id)
        )
        found |= {voordracht_id: row_id for voordracht_id, row_id in session.execute(query) if voordracht_id}
    return found


def _row(
    row: Voordracht,
    werkgever: str,
    vacature: str | None,
    who: dict[str, str],
    person: tuple[VoordrachtPersoon, str | None] | None,
    plaatsing_id: str | None,
    numbers: dict[str, str],
    waits: bool,
) -> VoordrachtRij:
    return VoordrachtRij(
        id=row.id,
        werkgever_id=row.werkgever_id,
        werkgever=werkgever,
        vacature_id=row.vacature_id,
        vacature=vacature,
        bemiddelaar_id=row.bemiddelaar_id,
        bemiddelaar=who.get(row.bemiddelaar_id, ""),
        datum=row.datum,
        status=row.status,
        status_op=row.status_op,
        gesprek_op=row.gesprek_op,
        gesprek_tijd=row.gesprek_tijd,
        reden=row.reden,
        terugkoppeling=row.terugkoppeling,
        plaatsing_id=plaatsing_id,
        plaatsing=numbers.get(plaatsing_id or ""),
        versie=row.versie,
        wacht=waits,
        kandidaat_id=person[0].kandidaat_id if person else None,
        kandidaat=person[1] if person else None,
        toestemming=person[0].toestemming if person else None,
        notitie=person[0].notitie if person else None,
    )
