"""Engines for both databases, the schema and its version. SQL that only SQLite knows lives here and in
`capture.py`, `search.py` and `narrow.py`; SQL that only PostgreSQL knows lives in `central/`.

A laptop's database is SQLCipher with a raw key, WAL and synchronous=FULL: what was recorded survives a
power cut. The driver's own transactions are off, because with them a nested transaction would commit.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from desktop.models.errors import EnvironmentFailure
from desktop.models.steps import Step, reached
from desktop.models.tables import Base, laptop
from desktop.precedence import step_aside

SCHEMA_HEAD = "0004"
LAPTOP, CENTRE = "laptop", "centre"
BUSY_MILLISECONDS = 10_000
WRITER_KIB, READER_KIB = 32 * 1024, 8 * 1024
"""Pages that a connection keeps decrypted. Of readers there are several; with more, search is no quicker."""
OUR_OWN = ("no such", "has no column", "syntax error")
_OWN_TABLES = laptop  # imported so that the metadata knows them


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def loads(written: str | bytes) -> Any:
    """A document as SQLite keeps it."""
    try:
        return msgspec.json.decode(written)
    except msgspec.DecodeError:  # what only the library of Python reads, such as half of a character
        return json.loads(written)


def laptop_engine(path: Path, key: str, *, writer: bool, size: int = 1) -> Engine:
    """An engine on the encrypted database at `path`; `key` is 64 hexadecimal digits.

    A reader lets the window go first before each statement.
    The writer has one connection and begins IMMEDIATE, so that two writers wait instead of failing halfway.
    Only a writer makes a file that is not there; one that goes away later (a wipe) is never made again.
    """
    from sqlcipher3 import dbapi2

    may_make = writer and not path.exists()

    def connect() -> Any:
        nonlocal may_make
        mode = "rwc" if may_make else "rw"
        connection = dbapi2.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=BUSY_MILLISECONDS / 1000,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            _prepare(connection, key, WRITER_KIB if writer else READER_KIB)
        except BaseException:
            connection.close()  # a file that is still open cannot be set aside on Windows
            raise
        may_make = False
        return connection

    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=connect,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        pool_use_lifo=True,  # the connection that was used last has the pages in its cache
        json_serializer=_dumps,
        json_deserializer=loads,
        hide_parameters=True,
    )
    if not writer:
        event.listen(engine, "before_cursor_execute", lambda *_: step_aside())
    begin = "BEGIN IMMEDIATE" if writer else "BEGIN"
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _prepare(connection: Any, key: str, cache_kib: int) -> None:
    if len(key) != 64 or not all(digit in "0123456789abcdef" for digit in key):
        raise ValueError("a database key is 64 hexadecimal digits")
    cursor = connection.cursor()
    # Otherwise a wrong key writes lines of its own to stderr, before our sentence.
    cursor.execute("PRAGMA cipher_log_level = NONE")
    cursor.execute(f"PRAGMA key = \"x'{key}'\"")
    for pragma in (
        f"busy_timeout = {BUSY_MILLISECONDS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
        "temp_store = MEMORY",
        f"cache_size = -{cache_kib}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def central_engine(url: str, pool_size: int = 5, *, asks_first: bool = True) -> Engine:
    """An engine on PostgreSQL; libpq and SQLAlchemy forms of the URL are both fine.

    `asks_first`: a connection of the pool is asked whether it lives each time that it is given out.
    """
    from desktop.models.tables import centre  # noqa: F401 - so that the metadata knows its tables

    try:
        parsed = make_url(url.replace("postgres://", "postgresql://", 1))
        is_ours = parsed.get_backend_name() == "postgresql"
    except ArgumentError as error:
        raise EnvironmentFailure("database_geen_postgresql") from error
    if not is_ours:
        raise EnvironmentFailure("database_geen_postgresql")
    return create_engine(
        parsed.set(drivername="postgresql+psycopg"),
        pool_size=pool_size,
        max_overflow=pool_size,
        pool_pre_ping=asks_first,
        json_serializer=_dumps,
        json_deserializer=loads,
        hide_parameters=True,
        connect_args={"connect_timeout": 10, "options": "-c timezone=UTC -c lock_timeout=20000"},
    )


def new_session(bind: Engine | Connection) -> Session:
    """A session that writes only when it is told to: the unit of work decides when."""
    return Session(bind, autoflush=False, expire_on_commit=False)


def without_foreign_keys(engine: Engine) -> AbstractContextManager[Connection]:
    """One transaction on a laptop in which a row may come before what it refers to, committed at its end.

    SQLite switches the check outside a transaction only; it is on again afterwards, whatever happens.
    """
    return _switched(engine, "PRAGMA foreign_keys = OFF", "PRAGMA foreign_keys = ON")


def unhurried(engine: Engine) -> AbstractContextManager[Connection]:
    """One transaction on a laptop that does not wait for the disk: a power cut may undo it, and no other.

    Whatever is committed after it takes it along to the disk.
    """
    return _switched(engine, "PRAGMA synchronous = NORMAL", "PRAGMA synchronous = FULL")


@contextmanager
def _switched(engine: Engine, during: str, after: str) -> Iterator[Connection]:
    with engine.connect() as connection:
        _outside_transaction(connection, during)
        try:
            with connection.begin():  # of its own, not of the session that works in it
                yield connection
        finally:
            _outside_transaction(connection, after)


def _outside_transaction(connection: Connection, statement: str) -> None:
    """To the driver itself: whatever goes through SQLAlchemy begins a transaction."""
    driver: Any = connection.connection.driver_connection
    driver.execute(statement).close()


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session for reading; nothing is committed."""
    with new_session(engine) as session:
        try:
            yield session
        finally:
            session.rollback()


def schema_version(connection: Connection) -> str | None:
    """The revision that the database has; None when it is empty."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def migrate(engine: Engine, side: str, copy_of: Path | None = None) -> bool:
    """Brings the schema to this program's version; True when something was done.

    A database of a newer program is refused. `copy_of` is the file that is copied before it is changed.
    """
    with engine.connect() as connection:
        current = schema_version(connection)
    if current == SCHEMA_HEAD:
        return False
    from desktop.models.migrations import known_revisions, upgrade

    if current is not None and current not in known_revisions():
        raise EnvironmentFailure("database_nieuwer", versie=current)
    if current is not None and copy_of is not None:
        _copy(engine, copy_of, current)
    with engine.begin() as connection:
        upgrade(connection, side)
        reached(Step.MIGRATION_BEFORE_COMMIT)
    return True


def _copy(engine: Engine, path: Path, version: str) -> None:
    """A whole copy under the same key, with what is still in the log; it is there only when complete."""
    copy = path.with_name(f"{path.stem}-voor-{version}{path.suffix}")
    part = copy.with_name(copy.name + ".deel")
    part.unlink(missing_ok=True)
    with engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("VACUUM INTO ?", (str(part),))
        connection.exec_driver_sql("BEGIN")
    part.replace(copy)


def tables_of(side: str) -> list[Any]:
    """The tables that this end has."""
    from desktop.models.tables import SYNCED, Auditregel  # noqa: F401 - mapped by this, each with its tables

    if side == CENTRE:
        from desktop.models.tables import centre  # noqa: F401 - so that the metadata knows them

    return [table for table in Base.metadata.sorted_tables if table.info.get("side", side) == side]


@contextmanager
def database_errors() -> Iterator[None]:
    """Tells the failures of disk and database apart from our own faults."""
    try:
        yield
    except OperationalError as error:
        message = str(error.orig)
        if any(words in message for words in OUR_OWN):  # SQLite calls our own faults operational too
            raise
        raise EnvironmentFailure(_operational_code(message)) from error
    except DatabaseError as error:
        if "not a database" in str(error.orig) or "malformed" in str(error.orig):
            raise EnvironmentFailure("database_onleesbaar") from error
        raise


def _operational_code(message: str) -> str:
    lowered = message.lower()
    if "full" in lowered or "no space left" in lowered:
        return "schijf_vol"
    if "locked" in lowered or "busy" in lowered:
        return "database_in_gebruik"
    if "readonly" in lowered or "unable to open" in lowered or "disk i/o" in lowered:
        return "database_niet_te_openen"
    return "database_onbereikbaar"
