"""The laptop's encrypted database and the centre's: pragmas, nested transactions, versions, failures."""

from __future__ import annotations

import gc
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError, OperationalError

from desktop.models import store
from desktop.models.commands.contact import LegContactVast
from desktop.models.commands.werkgever import RegistreerWerkgever
from desktop.models.errors import EnvironmentFailure
from desktop.models.tables import Regie, Werkgever
from tests.models.conftest import KEY
from tests.support.builders import FATIMA, HERMAN, Region, a, new_id
from tests.support.databases import FreshPostgres

MARKER = "Geheimhouding-Eemvallei"
OpenLaptop = Callable[..., Engine]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "werkregie.db"


@pytest.fixture
def open_laptop(path: Path) -> Iterator[OpenLaptop]:
    """Opens the database at `path`; everything that was opened is closed afterwards."""
    opened: list[Engine] = []

    def open_(key: str = KEY, *, writer: bool = True, size: int = 1) -> Engine:
        opened.append(store.laptop_engine(path, key, writer=writer, size=size))
        return opened[-1]

    yield open_
    for engine in opened:
        engine.dispose()


def filled(engine: Engine) -> None:
    """A schema, and a committed note with a word that must not be readable."""
    store.migrate(engine, store.LAPTOP)
    with engine.connect() as connection, connection.begin():
        region = Region(connection)
        werkgever = region.do(a(RegistreerWerkgever, naam=MARKER)).id
        region.do(a(LegContactVast, werkgever_id=werkgever, notitie=f"Over {MARKER} gesproken"))
        region.session.close()


def names(engine: Engine) -> list[str]:
    with store.reading(engine) as session:
        return list(session.scalars(text("SELECT naam FROM werkgever")))


def failure(action: Callable[[], object]) -> EnvironmentFailure:
    with pytest.raises(EnvironmentFailure) as caught, store.database_errors():
        action()
    return caught.value


# --- how a laptop's database is opened


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("foreign_keys", "1"),
        ("secure_delete", "1"),
        ("temp_store", "2"),
        ("busy_timeout", "10000"),
    ],
)
@pytest.mark.parametrize("writer", [True, False])
def test_every_connection_is_safe(open_laptop: OpenLaptop, pragma: str, value: str, writer: bool) -> None:
    store.migrate(open_laptop(), store.LAPTOP)
    engine = open_laptop(writer=writer, size=2)
    held = engine.connect()  # takes the first connection of the pool, so that the next is a second one
    with engine.connect() as second:
        assert str(second.exec_driver_sql(f"PRAGMA {pragma}").scalar()) == value
    assert str(held.exec_driver_sql(f"PRAGMA {pragma}").scalar()) == value
    held.close()


def test_a_reader_makes_no_file(open_laptop: OpenLaptop, path: Path) -> None:
    assert failure(lambda: names(open_laptop(writer=False))).code == "database_niet_te_openen"
    assert not path.exists()


def test_a_file_that_was_wiped_is_not_made_again(open_laptop: OpenLaptop, path: Path) -> None:
    engine = open_laptop()
    filled(engine)
    engine.dispose()
    path.unlink()
    assert failure(lambda: names(engine)).code == "database_niet_te_openen"
    assert not path.exists()


def test_the_file_cannot_be_read_without_the_key(open_laptop: OpenLaptop, path: Path) -> None:
    engine = open_laptop()
    filled(engine)
    files = [path, path.with_name(path.name + "-wal")]
    raw = b"".join(file.read_bytes() for file in files)
    assert len(raw) > 100_000
    for secret in (MARKER.encode(), b"SQLite format 3", b"CREATE TABLE", b"werkgever"):
        assert secret not in raw
    engine.dispose()
    with (
        closing(sqlite3.connect(path)) as plain,
        pytest.raises(sqlite3.DatabaseError, match="not a database"),
    ):
        plain.execute("SELECT count(*) FROM sqlite_master")
    assert names(open_laptop()) == [MARKER]


@pytest.mark.parametrize("key", ["f" * 64, KEY[::-1]])
def test_a_wrong_key_is_told_apart_and_the_file_stays_as_it_is(
    open_laptop: OpenLaptop, path: Path, key: str
) -> None:
    engine = open_laptop()
    filled(engine)
    engine.dispose()
    before = path.read_bytes()
    assert failure(lambda: names(open_laptop(key))).code == "database_onleesbaar"
    assert path.read_bytes() == before
    assert names(open_laptop()) == [MARKER]


def test_a_wrong_key_leaves_no_connection_behind(open_laptop: OpenLaptop, path: Path) -> None:
    """On Windows an open file cannot be set aside."""
    from sqlcipher3 import dbapi2

    engine = open_laptop()
    filled(engine)
    engine.dispose()
    failure(lambda: names(open_laptop("f" * 64)))
    gc.collect()
    assert [each for each in gc.get_objects() if type(each) is dbapi2.Connection and _is_open(each)] == []


def _is_open(connection: object) -> bool:
    try:
        return bool(connection.in_transaction is not None)  # type: ignore[attr-defined]
    except Exception:  # noqa: BLE001 - whatever it says, it is closed
        return False


@pytest.mark.parametrize("damage", [b"Dit is geen database. " * 400, b"\x00" * 8192])
def test_a_damaged_file_is_told_apart(open_laptop: OpenLaptop, path: Path, damage: bytes) -> None:
    path.write_bytes(damage)
    assert failure(lambda: names(open_laptop())).code == "database_onleesbaar"


def test_a_page_that_was_changed_is_noticed(open_laptop: OpenLaptop, path: Path) -> None:
    engine = open_laptop()
    filled(engine)
    engine.dispose()
    raw = bytearray(path.read_bytes())
    raw[4096 * 3 + 100 : 4096 * 3 + 120] = bytes(20)
    raw[4096 + 100 : 4096 + 120] = bytes(20)
    path.write_bytes(bytes(raw))

    def read_everything() -> None:
        with store.reading(open_laptop()) as session:
            session.execute(text("PRAGMA cipher_integrity_check")).all()
            for table in store.tables_of(store.LAPTOP):
                session.execute(table.select()).all()

    assert failure(read_everything).code == "database_onleesbaar"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    engine = store.laptop_engine(tmp_path / "weg" / "werkregie.db", KEY, writer=True)
    assert failure(lambda: names(engine)).code == "database_niet_te_openen"


@pytest.mark.parametrize(
    "key", ["", "abc", "g" * 64, "F" * 64, KEY + "0", "'; DROP TABLE x; --".ljust(64, "0")]
)
def test_a_key_is_64_hexadecimal_digits(open_laptop: OpenLaptop, key: str) -> None:
    with pytest.raises(ValueError, match="64 hexadecimal"):
        open_laptop(key).connect()


def test_a_full_disk_is_told_apart(open_laptop: OpenLaptop) -> None:
    engine = open_laptop()
    filled(engine)

    def fill() -> None:
        with engine.connect() as connection:
            connection.exec_driver_sql("ROLLBACK")
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            connection.exec_driver_sql(
                "INSERT INTO before_image (tabel, rij_id, beeld) VALUES ('x', 'y', hex(zeroblob(5000000)))"
            )

    assert failure(fill).code == "schijf_vol"
    assert names(engine) == [MARKER]


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("database or disk is full", "schijf_vol"),
        ("database is locked", "database_in_gebruik"),
        ("attempt to write a readonly database", "database_niet_te_openen"),
        ("unable to open database file", "database_niet_te_openen"),
        ("disk I/O error", "database_niet_te_openen"),
        ("connection refused", "database_onbereikbaar"),
        ('could not extend file "base/1/2": No space left on device', "schijf_vol"),
    ],
)
def test_what_the_database_says_in_our_words(message: str, code: str) -> None:
    def fail() -> None:
        raise OperationalError("SELECT 1", {}, Exception(message))

    assert failure(fail).code == code


@pytest.mark.parametrize(
    ("statement", "error"),
    [
        ("INSERT INTO werkgever (id) VALUES ('x')", IntegrityError),
        ("SELECT * FROM bestaat_niet", OperationalError),
        ("SELECT bestaat_niet FROM werkgever", OperationalError),
        ("SELEKT 1", OperationalError),
    ],
)
def test_our_own_faults_are_not_dressed_up(
    open_laptop: OpenLaptop, statement: str, error: type[Exception]
) -> None:
    engine = open_laptop()
    store.migrate(engine, store.LAPTOP)
    with engine.connect() as connection, pytest.raises(error), store.database_errors():
        connection.exec_driver_sql(statement)


# --- transactions


def count(region: Region) -> int:
    return len(region.all(Werkgever))


def test_nested_transactions_nest(region: Region) -> None:
    with region.session.begin_nested():
        region.do(a(RegistreerWerkgever))
        with region.session.begin_nested() as inner:
            region.do(a(RegistreerWerkgever))
            assert count(region) == 2
            inner.rollback()
        assert count(region) == 1
        with region.session.begin_nested():
            region.do(a(RegistreerWerkgever))
    assert count(region) == 2


def test_what_was_released_is_gone_when_the_outer_one_is_rolled_back(engine: Engine) -> None:
    row_id = new_id()
    with engine.connect() as connection:
        outer = connection.begin()
        region = Region(connection)
        with region.session.begin_nested():
            region.do(a(RegistreerWerkgever, id=row_id))
        region.session.close()
        outer.rollback()
    with store.reading(engine) as session:
        assert session.get(Werkgever, row_id) is None


def test_a_failed_statement_in_a_savepoint_leaves_the_rest(region: Region) -> None:
    region.do(a(RegistreerWerkgever))
    with pytest.raises(Exception, match=r"(?i)null"), region.session.begin_nested():
        region.session.execute(text("INSERT INTO werkgever (id) VALUES ('x')"))
    region.do(a(RegistreerWerkgever))
    assert count(region) == 2


def test_two_writers_wait_for_each_other(open_laptop: OpenLaptop) -> None:
    first, second = open_laptop(), open_laptop()
    store.migrate(first, store.LAPTOP)
    done: list[str] = []

    def write_later() -> None:
        with second.begin() as connection:
            done.append("second")
            connection.exec_driver_sql("INSERT INTO eigenschap (naam, waarde) VALUES ('tweede', '1')")

    with first.begin() as connection:
        connection.exec_driver_sql("INSERT INTO eigenschap (naam, waarde) VALUES ('eerste', '1')")
        thread = threading.Thread(target=write_later)
        thread.start()
        done.append("first")
    thread.join(10)
    assert done == ["first", "second"]


def test_a_reader_sees_what_was_committed_and_does_not_wait(open_laptop: OpenLaptop) -> None:
    writer, reader = open_laptop(), open_laptop(writer=False)
    filled(writer)
    with writer.begin() as connection:
        connection.exec_driver_sql("DELETE FROM contactnotitie")
        with store.reading(reader) as session:
            assert session.execute(text("SELECT count(*) FROM contactnotitie")).scalar() == 1


def refused_by(engine: Engine, action: Callable[[Region, str], None]) -> str:
    """What the database itself says when the rules are passed by."""

    def commit() -> None:
        with engine.connect() as connection, connection.begin():
            region = Region(connection)
            row_id = region.do(a(RegistreerWerkgever)).id
            assert row_id is not None
            action(region, row_id)
            region.session.flush()

    with pytest.raises(IntegrityError) as caught:
        commit()
    return str(caught.value.orig).lower()


def test_a_foreign_key_is_checked_when_the_transaction_ends(engine: Engine) -> None:
    def orphan(region: Region, row_id: str) -> None:
        region.session.add(_regie(row_id, "niemand"))

    assert "foreign key" in refused_by(engine, orphan)


@pytest.mark.postgres
def test_the_centre_refuses_a_second_regie_whatever_the_program_thinks(postgresql: Engine) -> None:
    def second(region: Region, row_id: str) -> None:
        region.session.add_all([_regie(row_id, who.medewerker_id) for who in (FATIMA, HERMAN)])

    assert "uq_regie_een" in refused_by(postgresql, second)


@pytest.mark.postgres
def test_the_centre_refuses_a_second_werkgever_with_a_number(postgresql: Engine) -> None:
    def second(region: Region, row_id: str) -> None:
        region.do(a(RegistreerWerkgever, kvk_nummer="69599084"))
        region.one(Werkgever, row_id).kvk_nummer = "69599084"

    assert "uq_werkgever_kvk" in refused_by(postgresql, second)


def _regie(werkgever_id: str, accountmanager_id: str) -> Regie:
    moment = datetime(2026, 11, 20, tzinfo=UTC)
    return Regie(
        id=new_id(),
        werkgever_id=werkgever_id,
        accountmanager_id=accountmanager_id,
        van=date(2026, 11, 20),
        regio_id=FATIMA.regio_id,
        versie=1,
        aangemaakt_op=moment,
        gewijzigd_op=moment,
        aangemaakt_door=FATIMA.medewerker_id,
        gewijzigd_door=FATIMA.medewerker_id,
    )


# --- versions


def test_a_new_database_gets_the_schema_once(open_laptop: OpenLaptop) -> None:
    engine = open_laptop()
    with engine.connect() as connection:
        assert store.schema_version(connection) is None
    assert store.migrate(engine, store.LAPTOP)
    assert not store.migrate(engine, store.LAPTOP)
    with engine.connect() as connection:
        assert store.schema_version(connection) == store.SCHEMA_HEAD


def mark(engine: Engine, version: str) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :v"), {"v": version})


def test_a_newer_database_is_refused_and_untouched(open_laptop: OpenLaptop, path: Path) -> None:
    engine = open_laptop()
    filled(engine)
    mark(engine, "9999")
    refused = failure(lambda: store.migrate(engine, store.LAPTOP, copy_of=path))
    assert (refused.code, refused.parameters) == ("database_nieuwer", {"versie": "9999"})
    assert names(engine) == [MARKER]
    assert [file.name for file in path.parent.glob("*-voor-*")] == []


@pytest.mark.postgres
def test_a_newer_centre_is_refused(fresh_postgres: FreshPostgres) -> None:
    engine = store.central_engine(fresh_postgres())
    try:
        store.migrate(engine, store.CENTRE)
        mark(engine, "9999")
        assert failure(lambda: store.migrate(engine, store.CENTRE)).code == "database_nieuwer"
    finally:
        engine.dispose()


def test_a_copy_is_made_before_migrating(
    open_laptop: OpenLaptop, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Simulates an older revision: what migrates it is not there yet, the copy must be."""
    from desktop.models import migrations

    engine = open_laptop()
    filled(engine)
    monkeypatch.setattr(store, "SCHEMA_HEAD", "9999")
    upgraded: list[str] = []

    def upgrade(connection: object, side: str) -> None:
        copy = path.with_name("werkregie-voor-0004.db")
        assert copy.exists(), "the copy comes first"
        upgraded.append(side)

    monkeypatch.setattr(migrations, "upgrade", upgrade)
    assert store.migrate(engine, store.LAPTOP, copy_of=path)
    assert upgraded == ["laptop"]
    copy = path.with_name("werkregie-voor-0004.db")
    engine.dispose()
    shutil.move(copy, path)
    for leftover in (path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        leftover.unlink(missing_ok=True)
    assert names(open_laptop()) == [MARKER]


def test_a_copy_holds_what_is_still_in_the_log(
    open_laptop: OpenLaptop, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader keeps the log from being folded into the file; the copy must be whole all the same."""
    from desktop.models import migrations

    engine, reader = open_laptop(), open_laptop(writer=False)
    store.migrate(engine, store.LAPTOP)
    with reader.connect() as reading:
        reading.execute(text("SELECT count(*) FROM werkgever")).all()
        filled(engine)
        monkeypatch.setattr(store, "SCHEMA_HEAD", "9999")
        monkeypatch.setattr(migrations, "upgrade", lambda *_: None)
        store.migrate(engine, store.LAPTOP, copy_of=path)
    copy = path.with_name("werkregie-voor-0004.db")
    assert MARKER.encode() not in copy.read_bytes()
    assert b"SQLite format 3" not in copy.read_bytes()
    copied = store.laptop_engine(copy, KEY, writer=False)
    try:
        assert names(copied) == [MARKER]
    finally:
        copied.dispose()


# --- the centre's address


@pytest.mark.parametrize("url", ["sqlite:///x.db", "mysql://localhost/x"])
def test_only_postgresql_will_do(url: str) -> None:
    assert failure(lambda: store.central_engine(url)).code == "database_geen_postgresql"


@pytest.mark.parametrize("url", ["geen adres", "", "postgresql:/x", "http//x"])
def test_what_is_no_address_is_said_so(url: str) -> None:
    assert failure(lambda: store.central_engine(url)).code == "database_geen_postgresql"


@pytest.mark.parametrize(
    "url", ["postgres://a@localhost/x", "postgresql://a@localhost/x", "postgresql+psycopg://a@localhost/x"]
)
def test_both_forms_of_the_address_are_fine(url: str) -> None:
    engine = store.central_engine(url)
    assert engine.url.drivername == "postgresql+psycopg"
    engine.dispose()


def test_a_centre_that_is_not_there() -> None:
    engine = store.central_engine("postgresql://werkregie@127.0.0.1:1/werkregie")
    assert failure(engine.connect).code == "database_onbereikbaar"
    engine.dispose()
