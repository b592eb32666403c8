"""Both databases of the core, with the schema of the end where each is used; made once per test process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from desktop.models import search, store
from desktop.models.commands.werkgever import RegistreerWerkgever
from tests.models.undoing import past
from tests.support.builders import Region, a, region_in
from tests.support.databases import PostgresFarm

__all__ = ["BOTH", "KEY", "LISTED", "past"]
KEY = "0123456789abcdef" * 4
BOTH = ["sqlcipher", pytest.param("postgresql", marks=pytest.mark.postgres)]
LISTED = ["equipped", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def sqlcipher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A laptop's database; tests roll back what they do."""
    path: Path = tmp_path_factory.mktemp("laptop") / "werkregie.db"
    engine = store.laptop_engine(path, KEY, writer=True, size=2)
    store.migrate(engine, store.LAPTOP)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def equipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A laptop's database with full text and the narrow tables of its lists; tests roll back what they do."""
    path: Path = tmp_path_factory.mktemp("laptop") / "werkregie.db"
    engine = store.laptop_engine(path, KEY, writer=True, size=2)
    store.migrate(engine, store.LAPTOP)
    with engine.begin() as connection:
        search.install(connection)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def postgresql(postgres_farm: PostgresFarm) -> Iterator[Engine]:
    """The centre's database; tests roll back what they do."""
    name = postgres_farm.create()
    engine = store.central_engine(postgres_farm.url(name))
    store.migrate(engine, store.CENTRE)
    yield engine
    engine.dispose()
    postgres_farm.drop(name)


@pytest.fixture(params=BOTH)
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each test runs on the one and on the other."""
    made: Engine = request.getfixturevalue(request.param)
    return made


@pytest.fixture
def region(engine: Engine) -> Iterator[Region]:
    """A filled region on either database."""
    with region_in(engine) as made:
        yield made


@pytest.fixture
def werkgever(region: Region) -> str:
    """The id of a werkgever of that region."""
    row_id = region.do(a(RegistreerWerkgever)).id
    assert row_id is not None
    return row_id
