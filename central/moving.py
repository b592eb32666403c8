"""Which rows change their readers with what a transaction touched: they go to the feed anew.

PostgreSQL only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from desktop.models.rights import DOSSIER_TABLES, KANDIDAAT_TABLES
from desktop.models.tables import (
    SYNCED,
    Betrokkenheid,
    Contactnotitie,
    Kandidaat,
    KandidaatOverdracht,
    Kandidaatregie,
    KandidaatWaarneming,
    Medewerker,
    Regie,
    Synced,
    Veldwijziging,
    Waarneming,
)
from desktop.models.work import Work

Key = tuple[type[Synced], str]
_BY_NAME: dict[str, type[Synced]] = {cls.__tablename__: cls for cls in SYNCED}  # type: ignore[attr-defined]
_LED: tuple[type[Synced], ...] = (Kandidaatregie, KandidaatOverdracht, KandidaatWaarneming)
"""What every teamleider holds."""
_DECIDING: frozenset[type[Synced]] = frozenset(
    {Betrokkenheid, Regie, Waarneming, Medewerker, Kandidaatregie, KandidaatWaarneming}
)
"""What is said in these decides in which buckets other rows are."""


def moved(session: Session, work: Work) -> dict[Key, Synced]:
    """Rows whose buckets change: someone became involved or stands in, a regie or a role passed on.

    Read anew from the database: a colleague may have changed one since this transaction first saw it.
    """
    touched = [row for (cls, _), row in work.touched.items() if cls in _DECIDING]
    if not touched:
        return {}
    involved = {row.werkgever_id for row in touched if isinstance(row, Betrokkenheid)}
    held = {row.werkgever_id for row in touched if isinstance(row, Regie)} | _observed(session, touched)
    found: dict[Key, Synced] = {}
    for table in DOSSIER_TABLES:
        cls = _BY_NAME[table]
        which = [cls.werkgever_id.in_(involved)] if involved else []  # type: ignore[attr-defined]
        if cls is Contactnotitie and held:
            which.append(Contactnotitie.vertrouwelijk & Contactnotitie.werkgever_id.in_(held))
        if cls is Contactnotitie and any(isinstance(row, Medewerker) for row in touched):
            which.append(Contactnotitie.vertrouwelijk)
        if cls is Veldwijziging:
            of_notes = Veldwijziging.tabel == Contactnotitie.__tablename__
            which += [of_notes & Veldwijziging.werkgever_id.in_(held)] if held else []
            which += [of_notes] if any(isinstance(row, Medewerker) for row in touched) else []
        if which:
            found |= _anew(session, cls, or_(*which))
    return found | _with_candidates(session, touched)


def _anew(session: Session, cls: type[Synced], which: ColumnElement[bool]) -> dict[Key, Synced]:
    query = select(cls).where(which).execution_options(populate_existing=True)
    return {(cls, row.id): row for row in session.scalars(query)}


def _observed(session: Session, touched: Collection[Synced]) -> set[str]:
    """Werkgevers at which somebody begins or ends to stand in."""
    rows = [row for row in touched if isinstance(row, Waarneming)]
    away = {row.voor_id for row in rows if row.werkgever_id is None}
    query = select(Regie.werkgever_id).where(Regie.accountmanager_id.in_(away), Regie.tot.is_(None))
    named = {row.werkgever_id for row in rows if row.werkgever_id is not None}
    return named | (set(session.scalars(query)) if away else set())


def _with_candidates(session: Session, touched: Collection[Synced]) -> dict[Key, Synced]:
    """What is personal goes with the regie on its candidate, and to who stands in."""
    found: dict[Key, Synced] = {}
    if any(isinstance(row, Medewerker) for row in touched):
        for cls in _LED:
            found |= _anew(session, cls, cls.verwijderd_op.is_(None))
    ids = _passed_on(session, touched)
    for table in KANDIDAAT_TABLES if ids else ():
        cls = _BY_NAME[table]
        column = Kandidaat.id if cls is Kandidaat else cls.kandidaat_id  # type: ignore[attr-defined]
        found |= _anew(session, cls, column.in_(ids))
    return found


def _passed_on(session: Session, touched: Collection[Synced]) -> set[str]:
    """Candidates who have another bemiddelaar now, or somebody who stands in, or nobody any more."""
    ids = {row.kandidaat_id for row in touched if isinstance(row, Kandidaatregie)}
    standing_in = [row for row in touched if isinstance(row, KandidaatWaarneming)]
    ids |= {row.kandidaat_id for row in standing_in if row.kandidaat_id is not None}
    away = {row.voor_id for row in standing_in if row.kandidaat_id is None}
    query = select(Kandidaatregie.kandidaat_id).where(Kandidaatregie.bemiddelaar_id.in_(away))
    return ids | (set(session.scalars(query)) if away else set())


def dossiers(rows: Iterable[Synced]) -> set[str]:
    """The werkgevers to whose dossier these rows belong; the history of a candidate belongs to none."""
    ids = (row.werkgever_id for row in rows if type(row).__tablename__ in DOSSIER_TABLES)  # type: ignore[attr-defined]
    return {werkgever_id for werkgever_id in ids if werkgever_id is not None}


def candidates(rows: Iterable[Synced]) -> set[str]:
    """The candidates that these rows are about."""
    of_rows = (row.id if isinstance(row, Kandidaat) else getattr(row, "kandidaat_id", None) for row in rows)
    return {kandidaat_id for kandidaat_id in of_rows if kandidaat_id is not None}
