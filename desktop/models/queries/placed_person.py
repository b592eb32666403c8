"""Who it is, where this laptop holds the candidate: an id and a first name with its initial."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.tables import Kandidaat, PlaatsingPersoon, VoordrachtPersoon

CHUNK = 500


def shown_name(roepnaam: str, initiaal: str | None) -> str:
    """Noor V."""
    return f"{roepnaam} {initiaal}" if initiaal else roepnaam


def persons(
    session: Session, cls: type[VoordrachtPersoon | PlaatsingPersoon], ids: Sequence[str]
) -> Mapping[str, tuple[Any, str | None]]:
    """Id of the wide row → (personal row, name), for those that are here."""
    column: Any = cls.voordracht_id if cls is VoordrachtPersoon else cls.plaatsing_id  # type: ignore[union-attr]
    found: dict[str, tuple[Any, str | None]] = {}
    for start in range(0, len(ids), CHUNK):
        query = (
            select(cls, column, Kandidaat.roepnaam, Kandidaat.initiaal)
            .outerjoin(Kandidaat, Kandidaat.id == cls.kandidaat_id)
            .where(column.in_(ids[start : start + CHUNK]), cls.verwijderd_op.is_(None))
        )
        for row, wide_id, roepnaam, initiaal in session.execute(query):
            found[wide_id] = (row, shown_name(roepnaam, initiaal) if roepnaam else None)
    return found
