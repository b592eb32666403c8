"""What was opened lately, as far as it is still here: only ids are kept, words are read when shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.queries import palette
from desktop.models.queries.day_rows import Treffer
from desktop.models.queries.werkgever_lines import lines
from desktop.models.tables import Werkgever

Key = tuple[str, str]
"""The kind of a row as in `Treffer`, and its id."""


def opened(session: Session, keys: Sequence[Key], me: str, today: date) -> tuple[Treffer, ...]:
    """In that order; what was taken away, went on in another or left this laptop is left out."""
    by_kind: dict[str, list[str]] = {}
    for kind, row_id in keys:
        by_kind.setdefault(kind, []).append(row_id)
    found: dict[Key, Treffer] = {}
    for kind, ids in by_kind.items():
        if kind == palette.EMPLOYER:
            hits = _employers(session, ids, me, today)
        else:
            from desktop.models.queries import palette_subjects  # each subject is mapped: not at a start

            hits = palette_subjects.hits(session, kind, ids, today)
        found |= {(kind, hit.id): hit for hit in hits}
    return tuple(found[key] for key in keys if key in found)


def _employers(session: Session, ids: Sequence[str], me: str, today: date) -> list[Treffer]:
    query = select(Werkgever.id).where(
        Werkgever.id.in_(ids), Werkgever.verwijderd_op.is_(None), Werkgever.samengevoegd_met.is_(None)
    )
    here = list(session.scalars(query))
    return [palette.employer(row, me) for row in lines(session, here, today)]
