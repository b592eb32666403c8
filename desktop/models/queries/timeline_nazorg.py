"""Entries of a timeline about the care after a placement: talks that took place, and signalen.

Of the placement track only that it was done: what it was about is not the werkgever's, nor for whoever reads
the werkgever.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.queries import nazorg, signaal
from desktop.models.queries.timeline_order import Asked, Key, Rows, before_by_instant, by_id, of_instant
from desktop.models.rules.nazorg import DONE
from desktop.models.tables import Nazorgactie, Signaal

TOOK_PLACE = Nazorgactie.status == DONE


def talk_rows(session: Session, _werkgever_id: str, keys: Sequence[Key]) -> Rows:
    """Without what was said of the worker, also where this laptop holds it."""
    wanted = Nazorgactie.id.in_([key.id for key in keys])
    return by_id(keys, nazorg.nazorg_where(session, wanted, zonder_inhoud=True))


def signal_keys(session: Session, asked: Asked) -> list[Key]:
    """Where it was reported."""
    query = (
        select(Signaal.id, Signaal.aangemaakt_op)
        .where(
            Signaal.werkgever_id == asked.werkgever_id,
            Signaal.verwijderd_op.is_(None),
            before_by_instant(Signaal.aangemaakt_op, Signaal.id, asked),
        )
        .order_by(Signaal.aangemaakt_op.desc(), Signaal.id.desc())
        .limit(asked.limit)
    )
    return [of_instant(row.aangemaakt_op, asked.rank, row.id) for row in session.execute(query)]


def signal_rows(session: Session, _werkgever_id: str, keys: Sequence[Key]) -> Rows:
    return by_id(keys, signaal.signalen_where(session, Signaal.id.in_([key.id for key in keys])))
