"""Putting the centre's tables back as they were, fast: for a next history, and as a restored backup.

A copy of every table is kept in a schema of its own inside the same database.
"""

from __future__ import annotations

from sqlalchemy import Engine, text

from desktop.models.store import CENTRE, tables_of

_SEQUENCES = text("SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1")


class Snapshots:
    """Named copies of everything in the database, counters included."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._tables = [table.name for table in tables_of(CENTRE)]
        self._made: set[str] = set()
        with engine.connect() as connection:
            self._sequences = list(connection.scalars(_SEQUENCES))

    def take(self, name: str) -> None:
        """Keeps the present under `name`, in place of what was kept under it before."""
        statements = [] if name in self._made else self._room(name)
        for table in self._tables:
            statements += [
                f"DELETE FROM {name}.{table}",  # noqa: S608 (our own names)
                f"INSERT INTO {name}.{table} TABLE public.{table}",
            ]
        for one in self._sequences:
            statements += [
                f"DELETE FROM {name}.stand_{one}",  # noqa: S608 (our own names)
                f"INSERT INTO {name}.stand_{one} SELECT last_value, is_called FROM public.{one}",  # noqa: S608 (our own names)
            ]
        self._run(statements)
        self._made.add(name)

    def put_back(self, name: str) -> None:
        """Everything is again as it was when it was kept."""
        statements = ["SET LOCAL session_replication_role = replica"]
        for table in self._tables:
            statements += [
                f"DELETE FROM public.{table}",  # noqa: S608 (our own names)
                f"INSERT INTO public.{table} TABLE {name}.{table}",
            ]
        for one in self._sequences:
            put = f"SELECT setval('public.{one}', nr, gebruikt) FROM {name}.stand_{one}"  # noqa: S608
            statements.append(put)
        self._run(statements)

    def _room(self, name: str) -> list[str]:
        return [
            f"DROP SCHEMA IF EXISTS {name} CASCADE",
            f"CREATE SCHEMA {name}",
            *(f"CREATE TABLE {name}.{table} (LIKE public.{table})" for table in self._tables),
            *(f"CREATE TABLE {name}.stand_{one} (nr bigint, gebruikt boolean)" for one in self._sequences),
        ]

    def _run(self, statements: list[str]) -> None:
        with self._engine.begin() as connection:
            connection.exec_driver_sql(";".join(statements))
