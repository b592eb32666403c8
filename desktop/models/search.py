"""Full text on a laptop: what is indexed, how it is kept, and what a typed text asks of it. SQLite only.

sqlite-utils sets the indexes up and keeps them with triggers; accents are folded and deleted words are
wiped from the index (secure-delete). The index is tied to row numbers: never VACUUM without `rebuild`.

A hit is a row number; what a list needs of it (name and id, or whose the row is) stands in a narrow table
(`zoek_<table>`) of what is not deleted. Reading the rows themselves costs a page to decrypt for each hit: a
thousand hits took 60 ms, and take 2 this way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection

from desktop.models.values import fold

INDEXED = {
    "werkgever": ("naam", "statutaire_naam", "handelsnamen", "kvk_nummer", "plaats", "sector"),
    "contactpersoon": ("naam", "functie", "email", "telefoon", "telefoon_2"),
    "contactnotitie": ("notitie",),
}
VERSION = 2
"""Higher with each change of what is indexed or how."""
EMPLOYER = "werkgever"
OWNED = tuple(table for table in INDEXED if table != EMPLOYER)
TOKENIZER = "unicode61 remove_diacritics 2"
NOTE_TERM = 4
"""Shorter words find names and places only: two letters occur in almost every note."""
_WORDS = re.compile(r"[0-9a-z]+")
_NUMBER = re.compile(r"\+?[0-9(][0-9 .()/-]{3,}")
_TRUNK_ZERO = re.compile(r"^((?:\+|00)[^(]*)\(0\)")
_MOST_WORDS = 8


def _utilities(connection: Connection) -> Any:
    import sqlite_utils

    return sqlite_utils.Database(connection.connection.driver_connection)


def install(connection: Connection) -> None:
    """Makes the indexes that are not there yet, and anew those of an older program."""
    for table, columns in INDEXED.items():
        if _columns(connection, table) != columns:
            _index(connection, table)
    for table in INDEXED:
        if not connection.exec_driver_sql(f"PRAGMA table_info(zoek_{table})").all():
            _narrow(connection, table)


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
    for table in INDEXED:
        for suffix in ("ai", "ad", "au"):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table}_{suffix}")
        for name, _ in _narrow_triggers(table):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")


def rebuild(connection: Connection) -> None:
    """Fills the indexes anew from the tables and puts the triggers back."""
    for table in INDEXED:
        _index(connection, table)
        _narrow(connection, table)


def _narrow(connection: Connection, table: str) -> None:
    """What a hit is looked up in: row number → name and id of a werkgever, or whose the row is."""
    columns = (
        "zoeknaam TEXT NOT NULL, id TEXT NOT NULL" if table == EMPLOYER else "werkgever_id TEXT NOT NULL"
    )
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS zoek_{table}")
    connection.exec_driver_sql(f"CREATE TABLE zoek_{table} (rij INTEGER PRIMARY KEY, {columns})")
    gone = "(SELECT id FROM werkgever WHERE verwijderd_op IS NOT NULL)"
    connection.exec_driver_sql(_fill(table, f"r.werkgever_id NOT IN {gone}" if table in OWNED else "1"))
    for name, statement in _narrow_triggers(table):
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
        connection.exec_driver_sql(statement)


def _fill(table: str, which: str) -> str:
    kept = "r.zoeknaam, r.id" if table == EMPLOYER else "r.werkgever_id"
    return (
        f"INSERT OR REPLACE INTO zoek_{table} SELECT r.rowid, {kept} FROM {table} r "  # noqa: S608 (our own names)
        f"WHERE r.verwijderd_op IS NULL AND {which}"
    )


def _narrow_triggers(table: str) -> Iterator[tuple[str, str]]:
    """It follows its rows, and the werkgevers of these rows when they go or return."""
    gone = "OLD.verwijderd_op IS NOT NEW.verwijderd_op"
    key = "zoeknaam" if table == EMPLOYER else "werkgever_id"
    here = (
        "NOT EXISTS (SELECT 1 FROM werkgever w WHERE w.id = r.werkgever_id AND w.verwijderd_op IS NOT NULL)"
    )
    again = _fill(table, "r.rowid = NEW.rowid" + (f" AND {here}" if table in OWNED else ""))
    forget = f"DELETE FROM zoek_{table} WHERE rij"  # noqa: S608
    yield _trigger(f"{table}_zi", f"INSERT ON {table}", again)
    yield _trigger(f"{table}_zd", f"DELETE ON {table}", f"{forget} = OLD.rowid")
    changed = f"UPDATE ON {table} WHEN OLD.{key} IS NOT NEW.{key} OR {gone}"
    yield _trigger(f"{table}_zu", changed, f"{forget} = NEW.rowid; {again}")
    if table in OWNED:
        theirs = f"IN (SELECT rowid FROM {table} WHERE werkgever_id = NEW.id)"  # noqa: S608
        back = _fill(table, "r.werkgever_id = NEW.id AND NEW.verwijderd_op IS NULL")
        yield _trigger(f"{table}_zw", f"UPDATE ON werkgever WHEN {gone}", f"{forget} {theirs}; {back}")


def _trigger(name: str, event: str, body: str) -> tuple[str, str]:
    return name, f"CREATE TRIGGER {name} AFTER {event} BEGIN {body}; END"


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
    return " AND ".join(_either(word) for word in words)


def _either(word: str) -> str:
    forms = [word]
    if word.isdecimal() and len(word) > 3:
        trunk = word.removeprefix("00") if word.startswith("00") else word
        if trunk.startswith("31"):
            forms += [trunk, "0" + trunk[2:].removeprefix("0")]
        elif word.startswith("0") and not word.startswith("00"):
            forms.append("31" + word[1:])
    quoted = [f'"{form}"*' for form in dict.fromkeys(forms)]
    return quoted[0] if len(quoted) == 1 else f"({' OR '.join(quoted)})"
