"""Werkgevers by a typed text, on a laptop: the best first, and no further than somebody looks.

First names that begin with it, then other names, places and numbers, then people, then notes, the newest
first. Each group is read only when the one before it did not give enough. A word that stands in half of all
notes costs as much as there are notes: at a keystroke only the newest hits are looked at (`Search.quick`),
and whoever asks hears that there may be more (`Search.cut`). SQLite only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Integer,
    MetaData,
    Select,
    Table,
    bindparam,
    func,
    literal,
    literal_column,
    or_,
    select,
    text,
)
from sqlalchemy.orm import Session

from desktop.models import narrow, search
from desktop.models.queries.werkgever_filter import (
    BY_NAME,
    Asked,
    begins_with,
    conditions,
    of_each,
    order,
)
from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.models.tables import Werkgever
from desktop.models.values import behind

FEW = 3_000
"""Hits in names that are looked up one by one; for more it is cheaper to walk the index of names."""
NEWEST, FURTHER = 1_000, 5_000
"""So many hits in people and notes are looked at one by one, the newest first: at a keystroke, and later."""
_metadata = MetaData()
_INDEX = {name: Table(f"{name}_fts", _metadata, Column("rowid", Integer)) for name in search.INDEXED}


@dataclass(slots=True)
class Search:
    """One search for the words of a text. `quick` looks at no more than the newest of very many hits; `cut`
    is true afterwards when it left hits unseen. The ids it gives are the first ones of the whole answer.
    """

    session: Session
    asked: Asked
    words: Sequence[str]
    quick: bool = False
    cut: bool = False

    def found(self, enough: int | None) -> list[str]:
        """Ids in the order of the list, at most `enough` (None: all)."""
        ids: dict[str, None] = {}
        for group in self._groups(enough):
            for row_id in group:
                ids[row_id] = None
                if enough is not None and len(ids) >= enough:
                    return list(ids)
        return list(ids)

    def _groups(self, enough: int | None) -> Iterator[Iterator[str]]:
        which = conditions(self.session, self.asked)
        beginning = list(_beginning(self.session, self.asked, which, " ".join(self.words), enough))
        yield iter(beginning)
        longer = [word for word in self.words if len(word) > 1]
        if search.in_names_only(list(self.words)) or not longer:
            return
        if beginning and len(longer) < len(self.words):
            return
        wanted = search.expression(longer)
        yield _named(self.session, self.asked, wanted, which, enough)
        for table in narrow.OWNED:
            if table != "contactnotitie" or search.in_notes(self.asked.keuze.tekst, longer):
                spelled = search.spelled_out(self.session.connection(), table, longer)
                yield from self._owners(table, spelled, which)

    def _owners(
        self, table: str, wanted: str, which: Sequence[ColumnElement[bool]]
    ) -> Iterator[Iterator[str]]:
        """Whose people or notes match, the newest first: one by one, and where a filter leaves little of
        that, once more with all that it leaves as a set.
        """
        yield self._one_by_one(table, wanted)
        if not self.quick and not self.asked.is_plain and self.cut:
            self.cut = False
            owners = narrow.OWNERS[table]
            allowed = owners.c.werkgever_id.in_(select(Werkgever.id).where(*which))
            rows = self.session.execute(_hits_of(table).where(allowed), {"zoek": wanted})
            yield (row.werkgever_id for row in rows)

    def _one_by_one(self, table: str, wanted: str) -> Iterator[str]:
        if self.asked.is_plain:
            query = _hits_that_all_fit(table)
        else:
            fits = of_each(self.session, self.asked, narrow.OWNERS[table].c.werkgever_id)
            query = _hits_of(table).add_columns(fits.label("past"))
        most = NEWEST if self.quick else None if self.asked.is_plain else FURTHER
        rows = self.session.connection().execute(query, {"zoek": wanted})
        for number, row in enumerate(rows, 1):
            if row.past:
                yield row.werkgever_id
            if number == most:
                self.cut = True
                rows.close()
                return


def found(session: Session, asked: Asked, words: Sequence[str], enough: int | None) -> list[str]:
    """All that match, in the order of the list, at most `enough` (None: all)."""
    return Search(session, asked, words).found(enough)


# What every keystroke asks is put together once: that took longer than most of the answers.
@cache
def _hits_of(table: str) -> Select[*tuple[Any, ...]]:
    """Whose row is hit by `zoek`, the newest first; read from the index as it goes."""
    index, owners = _INDEX[table], narrow.OWNERS[table]
    return (
        select(owners.c.werkgever_id)
        .select_from(index.join(owners, owners.c.rij == index.c.rowid))
        .where(text(f"{table}_fts MATCH :zoek"))
        .order_by(index.c.rowid.desc())
    )


@cache
def _hits_that_all_fit(table: str) -> Select[*tuple[Any, ...]]:
    return _hits_of(table).add_columns(literal(True).label("past"))


@cache
def _all_that_begin_so() -> Select[*tuple[Any, ...]]:
    column = Werkgever.zoeknaam
    return (
        select(Werkgever.id)
        .where(Werkgever.verwijderd_op.is_(None), column >= bindparam("begin"), column < bindparam("after"))
        .order_by(*order(BY_NAME))
        .limit(bindparam("most", type_=Integer))
    )


def _beginning(
    session: Session, asked: Asked, which: Sequence[ColumnElement[bool]], typed: str, enough: int | None
) -> Iterator[str]:
    """Names that begin with what was typed."""
    if not asked.is_plain or enough is None:
        return _walk(session, [*which, begins_with(typed)], enough)
    between = {"begin": typed, "after": behind(typed), "most": enough}
    return iter(session.connection().scalars(_all_that_begin_so(), between))


def _walk(session: Session, which: Sequence[ColumnElement[bool]], enough: int | None) -> Iterator[str]:
    """By name, along the index of names."""
    query = select(Werkgever.id).where(*which).order_by(*order(BY_NAME)).limit(enough)
    return iter(session.scalars(query))


def _matching(table: str, wanted: str) -> Any:
    """Row numbers of what matches; the text is one that `search.expression` quoted."""
    return select(_INDEX[table].c.rowid).where(text(f"{table}_fts MATCH :zoek").bindparams(zoek=wanted))


def _newest(table: str, wanted: str, most: int) -> Any:
    return _matching(table, wanted).order_by(_INDEX[table].c.rowid.desc()).limit(most)


def _named(
    session: Session, asked: Asked, wanted: str, which: Sequence[ColumnElement[bool]], enough: int | None
) -> Iterator[str]:
    """Hits in the row of the werkgever itself, by name."""
    connection = session.connection()
    if connection.scalar(_number_of_names(), {"zoek": wanted, "few": FEW}) == FEW:
        # The plus keeps SQLite from looking each hit up: it walks the index of names until it has enough.
        walked = literal_column("+werkgever.rowid").in_(_matching("werkgever", wanted))
        return _walk(session, [*which, walked], enough)
    query = _names_by_name()
    if not asked.is_plain:
        query = query.where(of_each(session, asked, narrow.EMPLOYERS.c.id))
    if enough is None:
        return iter(connection.scalars(query, {"zoek": wanted}))
    query = _first_names_by_name() if asked.is_plain else query.limit(bindparam("most", type_=Integer))
    return iter(connection.scalars(query, {"zoek": wanted, "most": enough}))


@cache
def _number_of_names() -> Select[*tuple[Any, ...]]:
    """How many names are hit by `zoek`, at most `few`."""
    found = select(_INDEX["werkgever"].c.rowid).where(text("werkgever_fts MATCH :zoek"))
    return select(func.count()).select_from(found.limit(bindparam("few", type_=Integer)).subquery())


@cache
def _names_by_name() -> Select[*tuple[Any, ...]]:
    found = select(_INDEX["werkgever"].c.rowid).where(text("werkgever_fts MATCH :zoek"))
    names = narrow.EMPLOYERS.c
    return select(names.id).where(names.rij.in_(found)).order_by(names.zoeknaam, names.id)


@cache
def _first_names_by_name() -> Select[*tuple[Any, ...]]:
    return _names_by_name().limit(bindparam("most", type_=Integer))


def names(session: Session, words: Sequence[str], enough: int) -> list[str]:
    """Werkgevers by their own row only: a name, a place, a number. Those that begin with it first."""
    asked = Asked(WerkgeverFilter(), None)
    which = conditions(session, asked)
    ids = dict.fromkeys(_beginning(session, asked, which, " ".join(words), enough))
    longer = [word for word in words if len(word) > 1]
    if len(ids) < enough and longer and not search.in_names_only(list(words)):
        ids |= dict.fromkeys(_named(session, asked, search.expression(longer), which, enough))
    return list(ids)[:enough]


def person_hits(words: Sequence[str], most: int) -> ColumnElement[bool]:
    """A condition on contactpersonen: the newest that match."""
    newest = _newest("contactpersoon", search.expression(list(words)), most)
    return literal_column("contactpersoon.rowid").in_(newest)


def any_hit(asked: Asked, words: Sequence[str], quick: bool = False) -> ColumnElement[bool]:
    """All hits as one condition on werkgevers, for when another order was asked; `quick` as in `Search`."""
    row: Any = literal_column("+werkgever.rowid")
    beginning = begins_with(" ".join(words))
    return or_(beginning, *_hits(asked, words, row, literal_column("+werkgever.id"), quick))


def any_narrow_hit(asked: Asked, words: Sequence[str], quick: bool = False) -> ColumnElement[bool]:
    """The same on the narrow table of werkgevers."""
    names = narrow.EMPLOYERS.c
    beginning = begins_with(" ".join(words), names.zoeknaam)
    return or_(beginning, *_hits(asked, words, names.rij, names.id, quick))


def _hits(
    asked: Asked, words: Sequence[str], row: Any, row_id: Any, quick: bool
) -> Iterator[ColumnElement[bool]]:
    longer = [word for word in words if len(word) > 1]
    if search.in_names_only(list(words)) or not longer:
        return
    wanted = search.expression(longer)
    yield row.in_(_matching("werkgever", wanted))
    for table in narrow.OWNED:
        if table != "contactnotitie" or search.in_notes(asked.keuze.tekst, longer):
            owners = narrow.OWNERS[table]
            hits = _newest(table, wanted, NEWEST) if quick else _matching(table, wanted)
            yield row_id.in_(select(owners.c.werkgever_id).where(owners.c.rij.in_(hits)))
