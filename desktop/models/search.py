"""Finding werkgevers by what a person types: full text on a laptop, a plain comparison at the centre.

sqlite-utils sets the indexes up and keeps them with triggers; accents are folded and deleted words are
wiped from the index (secure-delete). The index is tied to row numbers: never VACUUM without `rebuild`.
"""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import ColumnElement, Connection, column, or_, text
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
    return Werkgever.id.in_(_full_text(words))


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


def _full_text(words: list[str]) -> Any:
    names = " AND ".join(f'"{word}"*' for word in words)
    query = (
        "SELECT w.id AS id FROM werkgever_fts f JOIN werkgever w ON w.rowid = f.rowid "
        "WHERE werkgever_fts MATCH :zoek "
        "UNION SELECT p.werkgever_id FROM contactpersoon_fts f JOIN contactpersoon p ON p.rowid = f.rowid "
        "WHERE contactpersoon_fts MATCH :zoek"
    )
    if min(map(len, words)) >= NOTE_TERM:
        query += (
            " UNION SELECT n.werkgever_id FROM contactnotitie_fts f "
            "JOIN contactnotitie n ON n.rowid = f.rowid "
            "WHERE contactnotitie_fts MATCH :zoek"
        )
    return text(query).bindparams(zoek=names).columns(column("id"))
