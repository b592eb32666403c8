import psycopg
import pytest
from sqlalchemy import create_engine, text

from tests.support.databases import FreshPostgres

pytestmark = pytest.mark.postgres

calls: list[str] = []


def prepare(url: str) -> None:
    calls.append(url)
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE werkgever (naam text)"))
    engine.dispose()


def rows(url: str) -> list[str]:
    engine = create_engine(url)
    try:
        with engine.begin() as connection:
            connection.execute(text("INSERT INTO werkgever VALUES ('Houtbouw')"))
            return list(connection.scalars(text("SELECT naam FROM werkgever")))
    finally:
        engine.dispose()


def test_each_call_gives_a_database_of_its_own_from_one_preparation(fresh_postgres: FreshPostgres) -> None:
    assert rows(fresh_postgres(prepare)) == ["Houtbouw"]
    assert rows(fresh_postgres(prepare)) == ["Houtbouw"]
    assert len(calls) == 1


def test_without_preparation_it_is_empty(fresh_postgres: FreshPostgres) -> None:
    with pytest.raises(Exception, match="werkgever"):
        rows(fresh_postgres())


def test_it_is_dropped_although_somebody_forgot_to_disconnect(
    fresh_postgres: FreshPostgres, request: pytest.FixtureRequest
) -> None:
    url = fresh_postgres().replace("+psycopg", "")
    connection = psycopg.connect(url)
    request.addfinalizer(connection.close)
    assert connection.info.server_version >= 150000
