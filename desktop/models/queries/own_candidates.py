"""Whose candidates: own ones and those of whom one stands in for, and what they are called."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import Select, or_, select, union
from sqlalchemy.orm import Session

from desktop.models.tables import Kandidaat, Kandidaatregie, KandidaatWaarneming
from desktop.models.tables.among import among


def served_by(me: str, today: date) -> Select[Any]:
    """Ids of the candidates that this person serves on a day: to be used inside another query."""
    standing_in = (
        select(KandidaatWaarneming.voor_id, KandidaatWaarneming.kandidaat_id)
        .where(
            KandidaatWaarneming.waarnemer_id == me,
            KandidaatWaarneming.van <= today,
            KandidaatWaarneming.tot >= today,
            KandidaatWaarneming.beeindigd.is_(False),
            KandidaatWaarneming.verwijderd_op.is_(None),
        )
        .subquery()
    )
    own = select(Kandidaatregie.kandidaat_id).where(
        Kandidaatregie.bemiddelaar_id == me, Kandidaatregie.verwijderd_op.is_(None)
    )
    of_others = (
        select(Kandidaatregie.kandidaat_id)
        .join(standing_in, standing_in.c.voor_id == Kandidaatregie.bemiddelaar_id)
        .where(
            Kandidaatregie.verwijderd_op.is_(None),
            or_(
                standing_in.c.kandidaat_id.is_(None),
                standing_in.c.kandidaat_id == Kandidaatregie.kandidaat_id,
            ),
        )
    )
    both = union(own, of_others).subquery()
    return select(both.c.kandidaat_id)


def called(session: Session, ids: Collection[str]) -> dict[str, str]:
    """Id → roepnaam and initial, of those that this database holds."""
    if not ids:
        return {}
    query = select(Kandidaat.id, Kandidaat.roepnaam, Kandidaat.initiaal).where(
        among(session, Kandidaat.id, ids), Kandidaat.verwijderd_op.is_(None)
    )
    return {row.id: " ".join(filter(None, (row.roepnaam, row.initiaal))) for row in session.execute(query)}
