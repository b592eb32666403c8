"""Which words of an index begin as somebody typed. SQLite only.

The beginning of a word that stands in half of all notes is put together anew for each question: 8 ms for
'rond', of which the newest sixty were asked. Whole words are read as far as somebody looks, the newest first,
so a beginning is asked as the few words that there are: 0.4 ms. `woord_<table>` shows the words of an index
and keeps nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, text

from desktop.models.narrow import OWNED
from desktop.models.values import behind

MOST_WORDS = 32
"""Asking for more of them takes longer than putting their beginning together."""
_NEXT = "(SELECT term FROM woord_{table} WHERE term >= {from_} LIMIT 1)"


def install(connection: Connection) -> None:
    """Makes what shows the words, where it is not there yet."""
    for table in OWNED:
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS woord_{table} USING fts5vocab({table}_fts, instance)"
        )


def spelled(connection: Connection, table: str, beginning: str) -> Sequence[str]:
    """Every word in the index of this table that begins so; nothing when there are none, or very many."""
    asked = {"begin": beginning, "after": behind(beginning), "most": MOST_WORDS}
    found = connection.scalars(_QUERIES[table], asked).all()
    plain = all(word.isascii() and word.isalnum() for word in found)
    return found if plain and len(found) <= MOST_WORDS else ()


def _query(table: str) -> str:
    """From word to word, without the notes in which each stands. No word holds a sign below a space."""
    first = _NEXT.format(table=table, from_=":begin")
    following = _NEXT.format(table=table, from_="word.term || char(1)")
    return (
        f"WITH RECURSIVE word (term, number) AS (SELECT {first}, 1 UNION ALL "  # noqa: S608 (our own names)
        f"SELECT {following}, number + 1 FROM word WHERE term < :after AND number <= :most) "
        "SELECT term FROM word WHERE term < :after"
    )


_QUERIES = {table: text(_query(table)) for table in OWNED}
