"""A whole region for tests: a real centre over embedded PostgreSQL, reached over HTTP, and laptops beside it.

Laptops are opened through `desktop.compose`, with a profile and a key file of their own, exactly as the
program does it. `Centre.restart`, `Centre.database` and `Faults` are what a test breaks things with.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import uvicorn
from sqlalchemy import Engine, make_url, select, text
from sqlalchemy.orm import Session

from central import accounts, commit, setup
from central.app import create_app
from central.facts import CentralFacts
from central.settings import Settings
from desktop import compose
from desktop.clock import Clock, clock_at
from desktop.laptop import Laptop
from desktop.models import row_codec
from desktop.models.context import REGION_TIME, Actor
from desktop.models.outcome import Outcome
from desktop.models.rights import buckets_of, buckets_of_row
from desktop.models.store import LAPTOP, central_engine, laptop_engine, migrate, new_session
from desktop.models.tables import Medewerker, Synced
from desktop.models.tables.centre import BucketState, FeedEntry
from desktop.models.tables.centre import Laptop as LaptopRow
from desktop.models.work import Work
from desktop.sync.credentials import FileVault
from desktop.sync.equipment import prepare
from desktop.sync.result import SyncRound
from desktop.sync.transport import HttpTransport
from tests.support.builders import filled_tables
from tests.support.databases import FreshPostgres, PostgresFarm

MOMENT = datetime(2026, 11, 20, 9, 10, tzinfo=UTC)
REGION = "Gooi en Vechtstreek"
ROLES = {
    "fatima": "accountmanager",
    "herman": "accountmanager",
    "sevda": "bemiddelaar",
    "anouk": "bemiddelaar",
    "karin": "teamleider",
    "joost": "beheerder",
}


def prepare_centre(url: str) -> None:
    """A new centre with its code lists and one person of each name above; runs once per test process."""
    engine = central_engine(url)
    clock = clock_at(MOMENT)
    setup.initialise(engine, clock, REGION, "joost", oefen=True)
    with new_session(engine) as session, session.begin():
        for naam, rol in ROLES.items():
            accounts.invite(session, clock, naam, rol)
    engine.dispose()


KEY = "0123456789abcdef" * 4


@cache
def empty_database() -> bytes:
    """A laptop's database with its tables and nothing in it: making one takes longer than most tests."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "werkregie.db"
        engine = laptop_engine(path, KEY, writer=True)
        migrate(engine, LAPTOP)
        prepare(engine)
        engine.dispose()
        return path.read_bytes()


@cache
def filled_database(farm: PostgresFarm, person: str) -> bytes:
    """A database that this person's laptop filled from a centre as `prepare_centre` left it.

    It knows neither which laptop it was nor of a round, so that any laptop of this person can begin from it.
    The first fill in it is real, and takes longer than most tests.
    """
    database = farm.create(prepare_centre)
    with TemporaryDirectory() as folder:
        world = World(database, Path(folder), farm, clock_at(MOMENT), central_engine(farm.url(database)))
        seat = world.laptop(person, anew=True)
        seat.sql("DELETE FROM ronde")
        seat.sql(
            "DELETE FROM eigenschap "
            "WHERE naam IN ('aanmelding', 'bijgewerkt_op', 'klok_centrum', 'klok_laptop', 'journaal_tot')"
        )
        world.stop()
        content = seat.place.profile.database.read_bytes()
    farm.drop(database)
    return content


def lay_out(place: compose.Place, content: bytes | None = None) -> None:
    """An empty database (or this one) and its key, where enrolment would have made them."""
    place.profile.make()
    place.profile.database.write_bytes(content or empty_database())
    assert place.key_file is not None
    FileVault(place.key_file).put("sleutel", KEY)


@dataclass
class Service:
    """One running service process (a thread here) over a database."""

    engine: Engine
    port: int
    server: uvicorn.Server
    thread: threading.Thread

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def stop(self) -> None:
        """Ends it and waits until it has ended."""
        self.server.should_exit = True
        self.thread.join(10)
        self.engine.dispose()


def serve(database: str, port: int | None = None) -> Service:
    """Starts the service; returns when it listens."""
    engine = central_engine(database)
    app = create_app(Settings(database, clock_at(MOMENT)), engine)
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port or 0))
    bound: int = listener.getsockname()[1]
    config = uvicorn.Config(
        app, log_config=None, lifespan="off", access_log=False, timeout_graceful_shutdown=2
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, name="centre")
    thread.start()
    deadline = time.monotonic() + 10
    while not server.started and thread.is_alive() and time.monotonic() < deadline:
        thread.join(0.005)
    assert server.started, "the centre did not start"
    return Service(engine, bound, server, thread)


@dataclass
class Seat:
    """One laptop of one person: its folder, and the open laptop while a test works on it."""

    person: str
    place: compose.Place
    laptop: Laptop
    stack: ExitStack

    def doe(
        self, naam: str, /, tijd: datetime | None = None, uuid: str | None = None, **arguments: Any
    ) -> Outcome:
        """One command as this person."""
        return self.laptop.doe(naam, arguments, uuid=uuid, tijd=tijd)

    def sync(self) -> SyncRound:
        """One round."""
        return self.laptop.sync()

    def rows(self, table: str) -> dict[str, dict[str, Any]]:
        """Every row of a table as it travels, by id."""
        names = ", ".join(row_codec.column_names(table))
        with self.laptop._readers.connect() as connection:
            found = connection.exec_driver_sql(f"SELECT {names} FROM {table}").mappings()  # noqa: S608
            return {row["id"]: row_codec.from_sqlite(table, row) for row in found}

    def everything(self) -> dict[str, dict[str, dict[str, Any]]]:
        """Table → id → row, of all synced tables."""
        with self.laptop._readers.connect() as connection:
            filled = filled_tables(connection)
        return {table: self.rows(table) if table in filled else {} for table in row_codec.TABLES}

    def sql(self, statement: str, *values: Any) -> list[Any]:
        """A look (or a blow) at this laptop's database behind the program's back."""
        with self.laptop._writer.begin() as connection:
            result = connection.exec_driver_sql(statement, values)
            return list(result.all()) if result.returns_rows else []

    def inbox(self) -> list[tuple[str, str]]:
        """What is open in Afstemming, oldest first: (kind, code)."""
        return sorted(
            (row["soort"], row["code"]) for row in self.rows("afstemming").values() if row["status"] == "open"
        )

    def transport(self) -> HttpTransport:
        """A line of one's own to the centre, as this laptop."""
        centre = self.laptop._centre
        assert centre is not None
        return HttpTransport(centre.url, centre.token)

    def close(self) -> None:
        """Closes the laptop."""
        self.stack.close()

    def reopen(self) -> None:
        """As after a restart of the program."""
        self.stack.close()
        self.laptop = self.stack.enter_context(compose.open_laptop(self.place))


@dataclass
class World:
    """The centre's database, its services, and every laptop that a test made."""

    database: str
    folder: Path
    farm: PostgresFarm
    clock: Clock
    engine: Engine
    seats: list[Seat] = field(default_factory=list)
    services: list[Service] = field(default_factory=list)
    copies: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Where the centre listens; started when somebody asks."""
        return (self.services[0] if self.services else self.serve_also()).url

    def today(self) -> date:
        """The calendar day of the region on the centre's clock."""
        return self.clock.now().astimezone(REGION_TIME).date()

    def session(self) -> AbstractContextManager[Session]:
        """A transaction at the centre that is committed at its end."""
        return _transaction(self.engine)

    def person_id(self, person: str) -> str:
        """The medewerker's id."""
        with self.session() as session:
            return session.scalars(select(Medewerker.id).where(Medewerker.naam == person)).one()

    def invite(self, person: str) -> str:
        """A fresh one-time code for someone of the region."""
        with self.session() as session:
            return accounts.invite(session, self.clock, person, ROLES[person])[0]

    def place(self, name: str) -> compose.Place:
        """Where a laptop keeps its profile and its key file."""
        return compose.Place(self.folder / name, self.folder / "sleutels" / f"{name}.json", MOMENT)

    def laptop(self, person: str, filled: bool = True, *, anew: bool = False) -> Seat:
        """A new laptop of this person, enrolled, open and (unless told otherwise) filled.

        Filled it begins from what a laptop of this person holds of the region without werkgevers; one round
        brings the rest. `anew`: it begins with nothing, and that round is its first fill.
        """
        place = self.place(f"{person}-{len(self.seats) + 1}")
        lay_out(place, filled_database(self.farm, person) if filled and not anew else None)
        compose.enrol(place, self.url, self.invite(person))
        stack = ExitStack()
        seat = Seat(person, place, stack.enter_context(compose.open_laptop(place)), stack)
        self.seats.append(seat)
        if filled:
            seat.sync()
        return seat

    def settle(self, *seats: Seat) -> None:
        """Rounds until nobody has anything to send or to fetch; two are enough when all is well."""
        for _ in range(2):
            for seat in seats or self.seats:
                seat.sync()

    def sql(self, statement: str, **values: Any) -> list[Any]:
        """A look (or a blow) at the centre's database behind the service's back."""
        with self.engine.begin() as connection:
            result = connection.execute(text(statement), values)
            return list(result.all()) if result.returns_rows else []

    def change_person(self, person: str, **new: Any) -> None:
        """What an administrator does to an account, with its effect on buckets."""
        self.change(Medewerker, self.person_id(person), **new)

    def change(self, cls: type[Synced], row_id: str, **new: Any) -> None:
        """The centre itself changes a row."""
        with self.session() as session:
            region = accounts.the_region(session)
            work = Work(session)
            work.begin(accounts.central_context(region, self.clock))
            work.change(work.require(cls, row_id, "rij_onbekend"), **new)
            commit.finish(session, work, region.id, [])

    def laptop_row(self, seat: Seat) -> LaptopRow:
        """What the centre knows of a laptop."""
        with self.session() as session:
            return session.get_one(LaptopRow, seat.laptop.laptop_id)

    def renew_epoch(self) -> None:
        """What belongs to every restore of a backup."""
        with self.session() as session:
            setup.put_back(session, self.clock)

    def back_up(self) -> str:
        """A copy of the centre's database as it is now; the service is stopped for it."""
        port = self.stop_service()
        name = self._copied(self.database)
        self._go_on(self.database, port)
        return name

    def restore(self, backup: str) -> None:
        """The centre goes on from a backup, at the same address, with a new epoch."""
        port = self.stop_service()
        self._go_on(self._copied(backup), port)
        self.renew_epoch()

    def stop_service(self) -> int:
        """The centre is away; returns the port where it was."""
        port = self.services[0].port
        while self.services:
            self.services.pop().stop()
        return port

    def start_service(self, port: int) -> None:
        """The centre is back at the same address."""
        self.services.append(serve(self.farm.url(self.database), port))

    def _copied(self, source: str) -> str:
        self.engine.dispose()
        name = self.farm._new_name("copy")
        self.farm._execute(f"CREATE DATABASE {name} TEMPLATE {source}")
        self.copies.append(name)
        return name

    def _go_on(self, database: str, port: int) -> None:
        self.database = database
        self.engine = central_engine(self.farm.url(database))
        self.start_service(port)

    def serve_also(self) -> Service:
        """One more service process over the same database."""
        self.services.append(serve(self.farm.url(self.database)))
        return self.services[-1]

    def decided(self) -> list[Decided]:
        """Every row of the centre, with who may hold it decided anew from the rights table."""
        with self.session() as session:
            region_id = accounts.the_region(session).id
            return list(rows_decided(session, region_id, self.today()))

    def expected(
        self, person: str, rows: list[Decided] | None = None
    ) -> dict[str, dict[str, dict[str, Any]]]:
        """Server ∩ rights: table → id → row of every row (of these) that this person may hold."""
        with self.session() as session:
            account = session.scalars(select(Medewerker).where(Medewerker.naam == person)).one()
            buckets = set(buckets_of(Actor(account.id, account.naam, account.rol, account.regio_id)))
        found: dict[str, dict[str, dict[str, Any]]] = {name: {} for name in row_codec.TABLES}
        for row in self.decided() if rows is None else rows:
            if row.buckets & buckets:
                found[row.table][row.wire["id"]] = row.wire
        return found

    def assert_converged(self, *seats: Seat) -> None:
        """Each laptop equals server ∩ rights, and its hashes equal the centre's and a recount of them."""
        rows = self.decided()
        self.scrub(rows)
        for seat in seats or self.seats:
            mine, theirs = seat.everything(), self.expected(seat.person, rows)
            for table in row_codec.TABLES:
                assert mine[table] == theirs[table], f"{table} on the laptop of {seat.person}"
            recount = seat.laptop.bucket_standen()
            assert recount == seat.laptop.bucket_boekhouding() == seat.laptop.standen_centrum()

    def scrub(self, rows: list[Decided] | None = None) -> None:
        """The feed, its hashes and its totals equal what the rows themselves say, decided anew."""
        wanted: dict[tuple[str, str, str], int] = {}
        totals: dict[str, tuple[int, int]] = {}
        for row in self.decided() if rows is None else rows:
            value = row_codec.row_hash(row.table, row.wire)
            for bucket in row.buckets:
                wanted[bucket, row.table, row.wire["id"]] = value
                count, combined = totals.get(bucket, (0, 0))
                totals[bucket] = (count + 1, combined ^ value)
        entry = (FeedEntry.bucket, FeedEntry.tabel, FeedEntry.rij_id, FeedEntry.hash)
        with self.session() as session:
            feed = session.execute(select(*entry).where(~FeedEntry.weg))
            assert {(bucket, table, row_id): value for bucket, table, row_id, value in feed} == wanted
            states = session.execute(select(BucketState.bucket, BucketState.aantal, BucketState.hash))
            kept = {bucket: (count, combined) for bucket, count, combined in states}
        assert {bucket: state for bucket, state in kept.items() if state != (0, 0)} == totals

    def stop(self) -> None:
        """Closes everything."""
        for seat in self.seats:
            seat.close()
        for service in self.services:
            service.stop()
        self.engine.dispose()
        for copy in self.copies:
            self.farm.drop(copy)


@dataclass(frozen=True, slots=True)
class Decided:
    """A row of the centre as it travels, and the buckets it belongs in."""

    table: str
    wire: dict[str, Any]
    buckets: frozenset[str]


def rows_decided(session: Session, regio_id: str, today: date) -> Iterator[Decided]:
    """Every row of the centre, decided anew from the rights table."""
    facts = CentralFacts(session, regio_id, today)
    for name in filled_tables(session.connection()):
        for row in map(dict, session.execute(select(row_codec.TABLES[name])).mappings().all()):
            yield Decided(name, row_codec.to_wire(name, row), buckets_of_row(name, row, facts))


@contextmanager
def _transaction(engine: Engine) -> Iterator[Session]:
    with new_session(engine) as session, session.begin():
        yield session


@pytest.fixture
def world(fresh_postgres: FreshPostgres, postgres_farm: PostgresFarm, tmp_path: Path) -> Iterator[World]:
    """An own centre for this test, with the people of `ROLES` and no werkgevers."""
    url = fresh_postgres(prepare_centre)
    database = make_url(url).database or ""
    made = World(database, tmp_path, postgres_farm, clock_at(MOMENT), central_engine(url))
    yield made
    made.stop()
