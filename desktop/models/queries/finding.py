"""Werkgevers by a typed text, on a laptop: the best first, and no further than somebody looks.

First names that begin with it, then other names, places and numbers, then people, then notes, the newest
first. Each group is read only when the one before it did not give enough. SQLite only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Integer,
    MetaData,
    Table,
    func,
    literal_column,
    or_,
    select,
    text,
)
from sqlalchemy.orm import Session

from desktop.models import narrow, search
from desktop.models.queries.rows import WerkgeverFilter
from desktop.models.queries.werkgever_filter import BY_NAME, Asked, begins_with, conditions, order
from desktop.models.tables import Werkgever

FEW = 3_000
"""Hits in names that are looked up one by one; for more it is cheaper to walk the index of names."""
_metadata = MetaData()
_INDEX = {name: Table(f"{name}_fts", _metadata, Column("rowid", Integer)) for name in search.INDEXED}


def found(session: Session, asked: Asked, words: Sequence[str], enough: int | None) -> list[str]:
    """Ids in the order of the list, at most `enough` (None: all)."""
    ids: dict[str, None] = {}
    for group in _groups(session, asked, list(words), enough):
        for row_id in group:
            ids[row_id] = None
            if enough is not None and len(ids) >= enough:
                return list(ids)
    return list(ids)


def _groups(session: Session, asked: Asked, words: list[str], enough: int | None) -> Iterator[Iterator[str]]:
    which = conditions(session, asked)
    beginning = list(_walk(session, [*which, begins_with(" ".join(words))], enough))
    yield iter(beginning)
    longer = [word for word in words if len(word) > 1]
    if search.in_names_only(words) or (beginning and len(longer) < len(words)) or not longer:
        return
    # Asked once, as a set; for the text alone what the narrow tables hold is enough.
    allowed = None if asked.is_plain else select(Werkgever.id).where(*which)
    wanted = search.expression(longer)
    yield _named(session, wanted, which, allowed, enough)
    for table in narrow.OWNED:
        if table != "contactnotitie" or search.in_notes(asked.keuze.tekst, longer):
            yield _owners(session, table, wanted, allowed)


def _walk(session: Session, which: Sequence[ColumnElement[bool]], enough: int | None) -> Iterator[str]:
    """By name, along the index of names."""
    query = select(Werkgever.id).where(*which).order_by(*order(BY_NAME)).limit(enough)
    return iter(session.scalars(query))


def _matching(table: str, wanted: str) -> Any:
    """Row numbers of what matches; the text is one that `search.expression` quoted."""
    return select(_INDEX[table].c.rowid).where(text(f"{table}_fts MATCH :zoek").bindparams(zoek=wanted))


def _named(
    session: Session, wanted: str, which: Sequence[ColumnElement[bool]], allowed: Any, enough: int | None
) -> Iterator[str]:
    """Hits in the row of the werkgever itself, by name."""
    some = _matching("werkgever", wanted).limit(FEW).subquery()
    if (session.scalar(select(func.count()).select_from(some)) or 0) == FEW:
        # The plus keeps SQLite from looking each hit up: it walks the index of names until it has enough.
        walked = literal_column("+werkgever.rowid").in_(_matching("werkgever", wanted))
        return _walk(session, [*which, walked], enough)
    names = narrow.EMPLOYERS
    query = select(names.c.id).where(names.c.rij.in_(_matching("werkgever", wanted)))
    if allowed is not None:
        query = query.where(names.c.id.in_(allowed))
    return iter(session.scalars(query.order_by(names.c.zoeknaam, names.c.id).limit(enough)))


def _owners(session: Session, table: str, wanted: str, allowed: Any) -> Iterator[str]:
    """Whose people or notes match, the newest first."""
    index, owners = _INDEX[table], narrow.OWNERS[table]
    query = (
        select(owners.c.werkgever_id)
        .select_from(index.join(owners, owners.c.rij == index.c.rowid))
        .where(text(f"{table}_fts MATCH :zoek").bindparams(zoek=wanted))
        .order_by(index.c.rowid.desc())
    )
    if allowed is not None:
        query = query.where(owners.c.werkgever_id.in_(allowed))
    return iter(session.scalars(query))


def names(session: Session, words: Sequence[str], enough: int) -> list[str]:
    """Werkgevers by their own row only: a name, a place, a number. Those that begin with it first."""
    asked = Asked(WerkgeverFilter(), None)
    which = conditions(session, asked)
    ids = dict.fromkeys(_walk(session, [*which, begins_with(" ".join(words))], enough))
    longer = [word for word in words if len(word) > 1]
    if len(ids) < enough and longer and not search.in_names_only(list(words)):
        ids |= dict.fromkeys(_named(session, search.expression(longer), which, None, enough))
    return list(ids)[:enough]


def person_hits(words: Sequence[str], most: int) -> ColumnElement[bool]:
    """A condition on contactpersonen: the newest that match."""
    newest = _matching("contactpersoon", search.expression(list(words)))
    newest = newest.order_by(_INDEX["contactpersoon"].c.rowid.desc()).limit(most)
    return literal_column("contactpersoon.rowid").in_(newest)


def any_hit(asked: Asked, words: Sequence[str]) -> ColumnElement[bool]:
    """All hits as one condition on werkgevers, for when another order was asked."""
    beginning = begins_with(" ".join(words))
    row: Any = literal_column("+werkgever.rowid")
    return or_(beginning, *_hits(asked, words, row, literal_column("+werkgever.id")))


def any_narrow_hit(asked: Asked, words: Sequence[str]) -> ColumnElement[bool]:
    """The same on the narrow table of werkgevers."""
    names = narrow.EMPLOYERS.c
    beginning = names.id.in_(select(Werkgever.id).where(begins_with(" ".join(words))))
    return or_(beginning, *_hits(asked, words, names.rij, names.id))


def _hits(asked: Asked, words: Sequence[str], row: Any, row_id: Any) -> Iterator[ColumnElement[bool]]:
    longer = [word for word in words if len(word) > 1]
    if search.in_names_only(list(words)) or not longer:
        return
    wanted = search.expression(longer)
    yield row.in_(_matching("werkgever", wanted))
    for table in narrow.OWNED:
        if table != "contactnotitie" or search.in_notes(asked.keuze.tekst, longer):
            owners = narrow.OWNERS[table]
            yield row_id.in_(select(owners.c.werkgever_id).where(owners.c.rij.in_(_matching(table, wanted))))
