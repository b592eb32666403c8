"""Finding werkgevers by what a person types: full text on a laptop, a plain comparison at the centre.

sqlite-utils sets the indexes up and keeps them with triggers; accents are folded and deleted words are
wiped from the index (secure-delete). The index is tied to row numbers: never VACUUM without `rebuild`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, column, literal_column, or_, text
from sqlalchemy.orm import Session

from desktop.models.tables import Werkgever
from desktop.models.values import fold

INDEXED = {
    "werkgever": ("naam", "statutaire_naam", "handelsnamen", "kvk_nummer", "plaats", "sector"),
    "contactpersoon": ("naam", "functie"),
    "contactnotitie": ("notitie",),
}
TOKENIZER = "unicode61 remove_diacritics 2"
_WORDS = re.compile(r"[0-9a-z]+")
_NUMBER = re.compile(r"[0-9][0-9 .]{3,}")
NOTE_TERM = 4
"""Shorter words find names and places only: two letters occur in almost every note."""
MANY, VERY_MANY = 800, 3_000
"""Hits from which the index of werkgevers is walked, and those from which that of the notes is."""


def _utilities(connection: Connection) -> Any:
    import sqlite_utils

    return sqlite_utils.Database(connection.connection.driver_connection)


def install(connection: Connection) -> None:
    """Makes the indexes that are not there yet."""
    database = _utilities(connection)
    for table, columns in INDEXED.items():
        if database[table].detect_fts() is None:
            database[table].enable_fts(columns, fts_version="FTS5", tokenize=TOKENIZER, create_triggers=True)
            database.execute(f"INSERT INTO {table}_fts({table}_fts, rank) VALUES('secure-delete', 1)")


def suspend(connection: Connection) -> None:
    """Drops the triggers during a first fill; `rebuild` brings index and triggers back."""
    for table in INDEXED:
        for suffix in ("ai", "ad", "au"):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table}_{suffix}")


def rebuild(connection: Connection) -> None:
    """Fills the indexes anew from the tables and puts the triggers back."""
    database = _utilities(connection)
    for table, columns in INDEXED.items():
        database[table].disable_fts()
        database[table].enable_fts(columns, fts_version="FTS5", tokenize=TOKENIZER, create_triggers=True)
        database.execute(f"INSERT INTO {table}_fts({table}_fts, rank) VALUES('secure-delete', 1)")


def terms(typed: str) -> list[str]:
    """The words that must all be found; a number typed in groups counts as one."""
    folded = fold(typed)
    if _NUMBER.fullmatch(folded.strip()):
        folded = re.sub(r"[ .]", "", folded)
    return _WORDS.findall(folded)[:8]


def matches(session: Session, typed: str) -> ColumnElement[bool] | None:
    """The condition that a werkgever must meet; None when nothing was typed."""
    words = terms(typed)
    if not words:
        return None
    if session.get_bind().dialect.name != "sqlite":
        return _compare(words)
    if len(words) == 1 and len(words[0]) < 3:
        low = words[0]
        return (Werkgever.zoeknaam >= low) & (Werkgever.zoeknaam < low[:-1] + chr(ord(low[-1]) + 1))
    return _full_text(session, words)


def _compare(words: list[str]) -> ColumnElement[bool]:
    condition = None
    for word in words:
        one = or_(
            Werkgever.zoeknaam.contains(word),
            Werkgever.kvk_nummer.startswith(word),
            Werkgever.plaats.icontains(word),
        )
        condition = one if condition is None else condition & one
    assert condition is not None
    return condition


def _full_text(session: Session, words: list[str]) -> ColumnElement[bool]:
    """Few hits are fetched one by one; for many it is cheaper to walk an index that holds all that is asked.

    Each row of an encrypted table costs a page to decrypt: 10,000 hits took 200 ms, and take 15 this way.
    """
    wanted = " AND ".join(f'"{word}"*' for word in words)
    with_notes = min(map(len, words)) >= NOTE_TERM
    tables = [table for table in INDEXED if with_notes or table != "contactnotitie"]
    hits = {table: _count(session, table, wanted) for table in tables}
    names = _found([_NAMES], wanted)
    if sum(hits.values()) < MANY:
        owners = [_OWNERS[table].fetched for table in tables if table in _OWNERS]
        return literal_column("werkgever.rowid").in_(_found([_NAMES, *owners], wanted))
    by_id = [
        _OWNERS[table].walked if hits[table] >= VERY_MANY else _OWNERS[table].ids
        for table in tables
        if table in _OWNERS
    ]
    # The plus keeps SQLite from looking each hit up: it reads ix_werkgever_zoeknaam from end to end.
    by_row: ColumnElement[bool] = literal_column("+werkgever.rowid").in_(names)
    return by_row | literal_column("+werkgever.id").in_(_found(by_id, wanted))


def _count(session: Session, table: str, wanted: str) -> int:
    """How many rows of the index match, as far as it matters."""
    query = (
        f"SELECT count(*) FROM (SELECT 1 FROM {table}_fts WHERE {table}_fts MATCH :zoek LIMIT {VERY_MANY})"  # noqa: S608
    )
    return int(session.scalar(text(query), {"zoek": wanted}) or 0)


def _found(queries: list[str], wanted: str) -> Any:
    return text(" UNION ".join(queries)).bindparams(zoek=wanted).columns(column("found"))


@dataclass(frozen=True, slots=True)
class _Owners:
    """Which werkgevers the matching rows of a table belong to: `fetched` as row numbers, the others as ids.

    `walked` reads an index from end to end and none of the rows themselves.
    """

    fetched: str
    ids: str
    walked: str


def _owners(table: str) -> _Owners:
    match = f"FROM {table}_fts f JOIN {table} r ON r.rowid = f.rowid"
    where = f"WHERE {table}_fts MATCH :zoek"
    rows = f"SELECT rowid FROM {table}_fts {where}"  # noqa: S608
    return _Owners(
        f"SELECT w.rowid AS found {match} JOIN werkgever w ON w.id = r.werkgever_id {where}",
        f"SELECT r.werkgever_id AS found {match} {where}",
        f"SELECT werkgever_id AS found FROM {table} WHERE werkgever_id >= '' AND +rowid IN ({rows})",  # noqa: S608
    )


_NAMES = "SELECT rowid AS found FROM werkgever_fts WHERE werkgever_fts MATCH :zoek"
_OWNERS = {table: _owners(table) for table in INDEXED if table != "werkgever"}
