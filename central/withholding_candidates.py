"""What an inbox keeps of a candidate whom its owner has no more: ids, and that it was asked; nothing else.

Not even what the owner typed: it tells who it is, and the name of a candidate is with the bemiddelaar alone.
Notices stay, they have a number and no name. What is refused later stays with its author until it is read
(`handlers.afstemming`): typed offline, it is nowhere else. PostgreSQL only.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from desktop.models.context import Actor
from desktop.models.redacting import only_ids
from desktop.models.rights import (
    KANDIDAAT_TABLES,
    Facts,
    buckets_of,
    buckets_of_row,
    has_candidates,
)
from desktop.models.rules.kandidaat import SUBJECTS
from desktop.models.tables import Afstemming, Medewerker, Synced
from desktop.models.work import Work

Key = tuple[type[Synced], str]
NAMED = ("kandidaat_id", "voordracht_id", "plaatsing_id", "nazorgactie_id", "inzet_id", "taak_id", "id")
"""Arguments by which a command names a candidate, or something of one."""
_PERSONAL = tuple(table for table in KANDIDAAT_TABLES if table not in ("veldwijziging", "kandidaatregie"))
_ASKED = Afstemming.soort.in_(("conflict", "weigering"))


def empty(
    session: Session, work: Work, people: Sequence[Medewerker], moved: Collection[Key], facts: Facts
) -> dict[Key, Synced]:
    """After a role changed, or the regie on a candidate passed on, or standing in was over."""
    items = [*_of_changed_roles(session, people), *_of_moved(session, moved, facts)]
    for item in items:
        work.change(
            item,
            argumenten=only_ids(item.argumenten),
            van_mij=None,
            van_ander=None,
            parameters={"wie": item.parameters.get("wie"), "veld": item.parameters.get("veld")},
            status="gesloten",
        )
    return {(Afstemming, item.id): item for item in items}


def _of_changed_roles(session: Session, people: Sequence[Medewerker]) -> Sequence[Afstemming]:
    """Who has no candidates any more has no question about one either."""
    ids = [person.id for person in people if not has_candidates(person.rol)]
    about = [Afstemming.opdracht.startswith(f"{subject}.") for subject in sorted(SUBJECTS)]
    return _find(session, Afstemming.medewerker_id.in_(ids), or_(Afstemming.tabel.in_(_PERSONAL), *about))


def _of_moved(session: Session, moved: Collection[Key], facts: Facts) -> list[Afstemming]:
    """Of bemiddelaars only: nobody else was ever asked about a candidate."""
    rows = _subjects(session, moved)
    if not rows:
        return []
    named = [Afstemming.argumenten[name].as_string().in_(rows) for name in NAMED]
    people = {row.id: row for row in session.scalars(select(Medewerker)) if has_candidates(row.rol)}
    found = _find(session, Afstemming.medewerker_id.in_(people), or_(Afstemming.rij_id.in_(rows), *named))
    return [item for item in found if not _holds(people[item.medewerker_id], _row(item, rows), facts)]


def _subjects(session: Session, moved: Collection[Key]) -> dict[str, Synced]:
    """Id of a candidate, or of what a personal row is about → that row."""
    found: dict[str, Synced] = {}
    for cls, row_id in moved:
        row = session.get(cls, row_id) if cls.__tablename__ in _PERSONAL else None  # type: ignore[attr-defined]
        if row is not None:
            ids = (row.id, *(getattr(row, name, None) for name in NAMED))
            found |= {one: row for one in ids if isinstance(one, str)}
    return found


def _row(item: Afstemming, rows: Mapping[str, Synced]) -> Synced:
    values = (item.rij_id, *(item.argumenten.get(name) for name in NAMED))
    return next(rows[value] for value in values if isinstance(value, str) and value in rows)


def _find(session: Session, *which: ColumnElement[bool]) -> Sequence[Afstemming]:
    return session.scalars(select(Afstemming).where(and_(_ASKED, *which))).all()


def _holds(person: Medewerker, row: Synced, facts: Facts) -> bool:
    values: Mapping[str, Any] = {
        column.name: getattr(row, column.name)
        for column in type(row).__table__.columns  # type: ignore[attr-defined]
    }
    actor = Actor(person.id, person.naam, person.rol, person.regio_id)
    table: str = type(row).__tablename__  # type: ignore[attr-defined]
    return bool(buckets_of_row(table, values, facts) & set(buckets_of(actor)))
