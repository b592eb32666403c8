"""What an inbox says of a row that its owner may not hold any more: the other's text goes, the own stays.

A question about a field shows what somebody else wrote there. Who loses the row loses that too (architecture
§5); what the person typed is the person's own and stays, unless it is about a candidate. PostgreSQL only.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from central import withholding_candidates
from desktop.models.context import Actor
from desktop.models.rights import DOSSIER_TABLES, KANDIDAAT_TABLES, Facts, buckets_of, buckets_of_row
from desktop.models.tables import SYNCED, Afstemming, Medewerker, Synced
from desktop.models.work import Work

Key = tuple[type[Synced], str]
TOLD = "stond_er"
"""Among the parameters: what the field held before both."""
_TABLES: dict[str, type[Synced]] = {
    cls.__tablename__: cls  # type: ignore[attr-defined]
    for cls in SYNCED
    if cls.__tablename__ in (*DOSSIER_TABLES, *KANDIDAAT_TABLES)  # type: ignore[attr-defined]
}


def keep_right(
    session: Session, work: Work, touched: Collection[Synced], moved: Collection[Key], facts: Facts
) -> dict[Key, Synced]:
    """Items whose owner changed role, or whose row changed its readers; returns those that say less now."""
    changed_people = [row for row in touched if isinstance(row, Medewerker)]
    people = {row.id for row in changed_people}
    if not people and not moved:
        return {}
    changed = withholding_candidates.empty(session, work, changed_people, moved, facts)
    for item in _items(session, people, {row_id for _, row_id in moved}):
        if not _may_hold(session, item, facts):
            left = {name: value for name, value in item.parameters.items() if name != TOLD}
            work.change(item, van_ander=None, parameters=left)
            changed[Afstemming, item.id] = item
    if changed:
        work.write()
    return changed


def _items(session: Session, people: Collection[str], rows: Collection[str]) -> Sequence[Afstemming]:
    query = select(Afstemming).where(
        Afstemming.van_ander.is_not(None),
        Afstemming.tabel.in_(_TABLES),
        or_(Afstemming.medewerker_id.in_(people), Afstemming.rij_id.in_(rows)),
    )
    return session.scalars(query).all()


def _may_hold(session: Session, item: Afstemming, facts: Facts) -> bool:
    person = session.get(Medewerker, item.medewerker_id)
    row = session.get(_TABLES[item.tabel or ""], item.rij_id)
    if person is None or row is None:
        return False
    actor = Actor(person.id, person.naam, person.rol, person.regio_id)
    return bool(buckets_of_row(item.tabel or "", _values(row), facts) & set(buckets_of(actor)))


def _values(row: Synced) -> Mapping[str, Any]:
    return {column.name: getattr(row, column.name) for column in type(row).__table__.columns}  # type: ignore[attr-defined]
