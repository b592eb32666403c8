"""With whom candidates are, by number: offers, who stands in, and what a teamleider assigns (R10)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from desktop.models.queries.kandidaat_rows import (
    KandidaatOverdrachtRij,
    KandidaatregieRij,
    KandidaatWaarnemingRij,
)
from desktop.models.queries.medewerker import names
from desktop.models.queries.pending import touched
from desktop.models.queries.references import PROVISIONAL
from desktop.models.rules.kandidaat import OPEN
from desktop.models.tables import KandidaatOverdracht, Kandidaatregie, KandidaatWaarneming, Medewerker


def regies(session: Session, today: date, bemiddelaar_id: str | None = None) -> tuple[KandidaatregieRij, ...]:
    """Numbers with whom they are, by bemiddelaar and number; those without a number yet come last."""
    query = (
        select(Kandidaatregie, Medewerker)
        .join(Medewerker, Medewerker.id == Kandidaatregie.bemiddelaar_id)
        .where(Kandidaatregie.verwijderd_op.is_(None))
        .order_by(Medewerker.naam, Medewerker.id, Kandidaatregie.nummer.is_(None), Kandidaatregie.nummer)
    )
    if bemiddelaar_id is not None:
        query = query.where(Kandidaatregie.bemiddelaar_id == bemiddelaar_id)
    rows = session.execute(query.order_by(Kandidaatregie.id)).all()
    offered = {row.kandidaat_id: row.naar for row in offers(session, KandidaatOverdracht.status == OPEN)}
    standing_in = [row for row in waarnemingen(session) if _runs(row, today)]
    waiting = touched(session, "kandidaatregie", [row.id for row, _ in rows])
    return tuple(
        KandidaatregieRij(
            id=row.id,
            kandidaat_id=row.kandidaat_id,
            kandidaat=row.nummer or PROVISIONAL,
            nummer=row.nummer,
            bemiddelaar_id=row.bemiddelaar_id,
            bemiddelaar=person.naam,
            werkt_hier=person.actief,
            van=row.van,
            actief=row.actief,
            aangeboden_aan=offered.get(row.kandidaat_id),
            waarnemer=_who(standing_in, row.bemiddelaar_id, row.kandidaat_id),
            wacht=row.id in waiting,
        )
        for row, person in rows
    )


def _runs(row: KandidaatWaarnemingRij, today: date) -> bool:
    return not row.beeindigd and row.van <= today


def _who(rows: list[KandidaatWaarnemingRij], voor_id: str, kandidaat_id: str) -> str | None:
    found = [row for row in rows if row.voor_id == voor_id and row.kandidaat_id in (None, kandidaat_id)]
    return min(found, key=lambda row: row.kandidaat_id is None).waarnemer if found else None


def offers(session: Session, *which: ColumnElement[bool]) -> tuple[KandidaatOverdrachtRij, ...]:
    """Those that meet all of this, the newest first."""
    query = (
        select(KandidaatOverdracht)
        .where(KandidaatOverdracht.verwijderd_op.is_(None), *which)
        .order_by(KandidaatOverdracht.aangemaakt_op.desc(), KandidaatOverdracht.id)
    )
    rows = session.scalars(query).all()
    who, waiting = names(session), touched(session, "kandidaat_overdracht", [row.id for row in rows])
    return tuple(
        KandidaatOverdrachtRij(
            id=row.id,
            kandidaat_id=row.kandidaat_id,
            kandidaat=row.nummer or PROVISIONAL,
            nummer=row.nummer,
            van_id=row.van_id,
            van=who.get(row.van_id, ""),
            naar_id=row.naar_id,
            naar=who.get(row.naar_id, ""),
            status=row.status,
            antwoord=row.antwoord,
            voorgesteld_op=row.aangemaakt_op,
            beantwoord_op=row.beantwoord_op,
            wacht=row.id in waiting,
        )
        for row in rows
    )


def offered_to(session: Session, me: str) -> tuple[KandidaatOverdrachtRij, ...]:
    """What waits for my answer."""
    return offers(session, KandidaatOverdracht.naar_id == me, KandidaatOverdracht.status == OPEN)


def waarnemingen(session: Session, *which: ColumnElement[bool]) -> tuple[KandidaatWaarnemingRij, ...]:
    """Those that meet all of this, also what is over; the newest first."""
    query = (
        select(KandidaatWaarneming)
        .where(KandidaatWaarneming.verwijderd_op.is_(None), *which)
        .order_by(KandidaatWaarneming.van.desc(), KandidaatWaarneming.aangemaakt_op.desc())
    )
    rows = session.scalars(query.order_by(KandidaatWaarneming.id)).all()
    who, waiting = names(session), touched(session, "kandidaat_waarneming", [row.id for row in rows])
    return tuple(
        KandidaatWaarnemingRij(
            id=row.id,
            voor_id=row.voor_id,
            voor=who.get(row.voor_id, ""),
            waarnemer_id=row.waarnemer_id,
            waarnemer=who.get(row.waarnemer_id, ""),
            kandidaat_id=row.kandidaat_id,
            kandidaat=(row.nummer or PROVISIONAL) if row.kandidaat_id else None,
            nummer=row.nummer,
            van=row.van,
            tot=row.tot,
            beeindigd=row.beeindigd,
            wacht=row.id in waiting,
        )
        for row in rows
    )


def standing_in_for(
    session: Session, voor_id: str, kandidaat_id: str, today: date
) -> KandidaatWaarnemingRij | None:
    """Who stands in now for this bemiddelaar with this candidate; one for it alone goes first."""
    found = waarnemingen(
        session,
        KandidaatWaarneming.voor_id == voor_id,
        KandidaatWaarneming.van <= today,
        KandidaatWaarneming.beeindigd.is_(False),
        or_(KandidaatWaarneming.kandidaat_id.is_(None), KandidaatWaarneming.kandidaat_id == kandidaat_id),
    )
    return min(found, key=lambda row: row.kandidaat_id is None, default=None)
