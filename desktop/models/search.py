"""Full text on a laptop: what is indexed, how it is kept, and what a typed text asks of it. SQLite only.

sqlite-utils sets the indexes up and keeps them with triggers; accents are folded and deleted words are
wiped from the index (secure-delete). The index is tied to row numbers: never VACUUM without `rebuild`.

A hit is a row number; what a list needs of it stands in a narrow table, which is kept here too (`narrow`), as
is the text of work with the name of its werkgever (`work_index`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection

from desktop.models import narrow, spelling, work_index
from desktop.models.values import fold
from desktop.models.work_index import TOKENIZER

INDEXED = {
    "werkgever": ("naam", "statutaire_naam", "handelsnamen", "kvk_nummer", "plaats", "sector"),
    "contactpersoon": ("naam", "functie", "email", "telefoon", "telefoon_2"),
    "contactnotitie": ("notitie",),
}
VERSION = 7
"""Higher with each change of what is indexed or how."""
NOTE_TERM = 4
"""Shorter words find names and places only: two letters occur in almost every note."""
_WORDS = re.compile(r"[0-9a-z]+")
_NUMBER = re.compile(r"\+?[0-9(][0-9 .()/-]{3,}")
_TRUNK_ZERO = re.compile(r"^((?:\+|00)[^(]*)\(0\)")
_MOST_WORDS = 8
_SUFFIXES = ("ai", "ad", "au")
"""How the triggers of an index are called behind the name of their table."""


def _utilities(connection: Connection) -> Any:
    import sqlite_utils

    return sqlite_utils.Database(connection.connection.driver_connection)


def install(connection: Connection) -> None:
    """Makes the indexes that are not there yet, and anew those of an older program."""
    for table, columns in INDEXED.items():
        if _columns(connection, table) != columns:
            _index(connection, table)
    narrow.install(connection)
    work_index.install(connection)
    spelling.install(connection)


def _columns(connection: Connection, table: str) -> tuple[str, ...]:
    """What the index of this table holds now; nothing when there is none."""
    return tuple(row.name for row in connection.exec_driver_sql(f"PRAGMA table_info({table}_fts)"))


def _index(connection: Connection, table: str) -> None:
    indexed = _utilities(connection)[table]
    if indexed.detect_fts() is not None:
        indexed.disable_fts()
    indexed.enable_fts(INDEXED[table], fts_version="FTS5", tokenize=TOKENIZER, create_triggers=True)
    connection.exec_driver_sql(f"INSERT INTO {table}_fts({table}_fts, rank) VALUES('secure-delete', 1)")


def suspend(connection: Connection) -> None:
    """Drops the triggers during a first fill; `rebuild` brings index and triggers back."""
    take_triggers(connection)


@contextmanager
def together(
    connection: Connection, table: str, ids: Collection[str], here: Collection[str]
) -> Iterator[None]:
    """Many rows of one table are written: index and narrow tables follow all of them at once.

    Row by row each one would be a piece of the index of its own, to be merged with the others. `here` are
    those that stood here before: only of them there is anything to take out.
    """
    many, before = json.dumps(list(ids)), json.dumps(list(here))
    with narrow.together(connection, table, many, before), work_index.together(connection, table, ids):
        if table not in INDEXED:
            yield
            return
        names = ", ".join(INDEXED[table])
        which = f"FROM {table} WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608 (our own names)
        triggers = _take_triggers(connection, table)
        if here:
            take_out = (
                f"INSERT INTO {table}_fts ({table}_fts, rowid, {names}) SELECT 'delete', rowid, {names}"
            )
            connection.exec_driver_sql(f"{take_out} {which}", (before,))
        yield
        connection.exec_driver_sql(
            f"INSERT INTO {table}_fts (rowid, {names}) SELECT rowid, {names} {which}", (many,)
        )
        for statement in triggers:
            connection.exec_driver_sql(statement)


def _take_triggers(connection: Connection, table: str) -> list[str]:
    """Drops what keeps the index of this table; returns how to make it again."""
    made = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name IN (?, ?, ?)"
    names = tuple(f"{table}_{suffix}" for suffix in _SUFFIXES)
    found = connection.exec_driver_sql(made, names).all()
    for row in found:
        connection.exec_driver_sql(f"DROP TRIGGER {row.name}")
    return [row.sql for row in found]


def take_triggers(connection: Connection) -> list[str]:
    """The same of every table, and of the narrow ones, which are not made again by it."""
    narrow.suspend(connection)
    work_index.suspend(connection)
    return [statement for table in INDEXED for statement in _take_triggers(connection, table)]


def rebuild(connection: Connection) -> None:
    """Fills the indexes anew from the tables and puts the triggers back."""
    for table in INDEXED:
        _index(connection, table)
    narrow.rebuild(connection)
    work_index.rebuild(connection)


def terms(typed: str) -> list[str]:
    """The words that must all be found; a number typed in groups counts as one."""
    folded = _TRUNK_ZERO.sub(r"\1", fold(typed).strip())
    if _NUMBER.fullmatch(folded):
        return ["".join(re.findall(r"[0-9]", folded))]
    return _WORDS.findall(folded)[:_MOST_WORDS]


def in_names_only(words: list[str]) -> bool:
    """One or two letters: names that begin with them, and nothing else."""
    return len(words) == 1 and len(words[0]) < 3


def in_notes(typed: str, words: list[str]) -> bool:
    """Whether notes are searched too; an address is looked for among people."""
    return "@" not in typed and min(map(len, words)) >= NOTE_TERM


def expression(words: list[str]) -> str:
    """All words, each as the beginning of a word; a telephone number in either of its two forms."""
    return " AND ".join(_either([f'"{form}"*' for form in _forms(word)]) for word in words)


def spelled_out(connection: Connection, table: str, words: list[str]) -> str:
    """The same of the index of this table, with whole words for a beginning where there are few of them."""
    return " AND ".join(
        _either([asked for form in _forms(word) for asked in _whole(connection, table, form)])
        for word in words
    )


def _whole(connection: Connection, table: str, form: str) -> list[str]:
    return [f'"{word}"' for word in spelling.spelled(connection, table, form)] or [f'"{form}"*']


def _either(asked: list[str]) -> str:
    return asked[0] if len(asked) == 1 else f"({' OR '.join(asked)})"


def _forms(word: str) -> list[str]:
    forms = [word]
    if word.isdecimal() and len(word) > 3:
        trunk = word.removeprefix("00") if word.startswith("00") else word
        if trunk.startswith("31"):
            forms += [trunk, "0" + trunk[2:].removeprefix("0")]
        elif word.startswith("0") and not word.startswith("00"):
            forms.append("31" + word[1:])
    return list(dict.fromkeys(forms))
