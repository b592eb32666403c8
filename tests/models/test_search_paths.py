"""Search finds the same whichever way it goes: hit by hit, or by walking the names, or the notes too."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import Engine

from desktop.models import search, store
from desktop.models.commands.contact import LegContactVast
from desktop.models.commands.werkgever import RegistreerContactpersoon, RegistreerWerkgever
from desktop.models.queries import werkgever as queries
from desktop.models.queries.rows import WerkgeverFilter
from tests.support.builders import Region, known_id, region_in

PATHS = {"fetched": (10_000, 10_000), "names walked": (0, 10_000), "all walked": (0, 0)}


@pytest.fixture(scope="module")
def searchable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    engine = store.laptop_engine(
        tmp_path_factory.mktemp("zoeken") / "w.db", secrets.token_hex(32), writer=True
    )
    store.migrate(engine, store.LAPTOP)
    with engine.begin() as connection:
        search.install(connection)
    yield engine
    engine.dispose()


@pytest.fixture
def filled(searchable: Engine) -> Iterator[Region]:
    """Found by name, by a person, by a note, by nothing; and one that is gone."""
    with region_in(searchable) as region:
        for naam in ("Bakkerij Duin", "Drukkerij Eem", "Garage Fort", "Hoveniers Gein", "Bakkerij Weg"):
            region.do(RegistreerWerkgever(id=known_id(naam), naam=naam))
        region.do(
            RegistreerContactpersoon(werkgever_id=known_id("Drukkerij Eem"), naam="Petra van der Bakker")
        )
        region.do(
            LegContactVast(
                werkgever_id=known_id("Garage Fort"),
                datum=date(2026, 11, 1),
                kanaal="bezoek",
                notitie="Gebakken bij de bakker om de hoek",
            )
        )
        region.session.flush()
        region.connection.exec_driver_sql(
            "UPDATE werkgever SET verwijderd_op = '2026-11-02T09:00:00Z' WHERE naam = 'Bakkerij Weg'"
        )
        yield region


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("bakk", ["Bakkerij Duin", "Drukkerij Eem", "Garage Fort"]),
        ("bak", ["Bakkerij Duin", "Drukkerij Eem"]),
        ("bakkerij", ["Bakkerij Duin"]),
        ("bakker hoek", ["Garage Fort"]),
        ("petra", ["Drukkerij Eem"]),
        ("niemand", []),
    ],
)
def test_same_werkgevers_on_every_path(
    filled: Region, monkeypatch: pytest.MonkeyPatch, path: str, typed: str, names: list[str]
) -> None:
    many, very_many = PATHS[path]
    monkeypatch.setattr(search, "MANY", many)
    monkeypatch.setattr(search, "VERY_MANY", very_many)
    choice = WerkgeverFilter(tekst=typed)
    assert sorted(row.naam for row in queries.werkgevers(filled.session, choice, None, None)) == names
    assert queries.count(filled.session, choice, None) == len(names)


def test_walking_reads_no_rows(filled: Region, monkeypatch: pytest.MonkeyPatch) -> None:
    """What makes it fast: SQLite answers from the index alone."""
    monkeypatch.setattr(search, "MANY", 0)
    statement = (
        "EXPLAIN QUERY PLAN SELECT count(*) FROM werkgever "
        "WHERE verwijderd_op IS NULL AND (+werkgever.rowid IN (SELECT 1) OR +werkgever.id IN (SELECT ''))"
    )
    plan = [row.detail for row in filled.connection.exec_driver_sql(statement)]
    assert any("COVERING INDEX ix_werkgever_zoeknaam" in detail for detail in plan), plan
