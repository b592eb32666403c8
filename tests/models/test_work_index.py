"""What is kept of work for searching is always what filling it anew would make of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from desktop.models import search, work_index
from tests.models.placed import filled, placed
from tests.support.builders import Region, new_id, region_in
from tests.support.groundwork import lay
from tests.support.placing import vacature_at

CHANGES = (
    ("vacature", "naam = 'Lasser'"),
    ("vacature", "plaats = NULL, beroep = 'Lasser mig'"),
    ("vacature", "werkgever_id = (SELECT max(id) FROM werkgever)"),
    ("vacature", "verwijderd_op = '2026-11-02T09:00:00Z'"),
    ("werkgever", "naam = 'Anders', plaats = '''s-Graveland'"),
    ("vacature", "verwijderd_op = NULL"),
    ("plaatsing", "nummer = 'P-00044', project = 'Kansrijk'"),
    ("werkgever", "plaats = NULL"),
    ("plaatsing", "status = 'beeindigd'"),
)


@pytest.fixture
def region(equipped: Engine) -> Iterator[Region]:
    with region_in(equipped) as made:
        lay(made, _region)
        yield made
        made.session.expire_all()


def _region(region: Region) -> None:
    filled(region)
    for _ in range(2):
        where = placed(region)
        vacature_at(region, where.werkgever_id, naam="Timmerman")


def hits(region: Region, table: str, asked: str) -> int:
    query = f"SELECT count(*) FROM vind_{table} WHERE vind_{table} MATCH ?"  # noqa: S608 (our own names)
    return int(region.connection.exec_driver_sql(query, (asked,)).scalar() or 0)


def test_each_change_is_followed(region: Region) -> None:
    assert hits(region, "vacature", "timmerman") == 2
    for table, change in CHANGES:
        region.connection.exec_driver_sql(f"UPDATE {table} SET {change}")  # noqa: S608 (our own names)
        assert work_index.differing(region.connection) == [], change
    assert (hits(region, "vacature", "anders lasser"), hits(region, "plaatsing", '"p 00044"')) == (2, 2)
    for table in ("plaatsing_persoon", "plaatsing", "vacature_dossier", "vacature"):
        region.connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 (our own names)
    assert work_index.differing(region.connection) == []


def test_many_rows_that_are_written_together_too(region: Region) -> None:
    """The triggers are away meanwhile and back afterwards."""
    for table, change in CHANGES:
        ids = [row.id for row in region.connection.exec_driver_sql(f"SELECT id FROM {table}")]  # noqa: S608
        with search.together(region.connection, table, [*ids, new_id()], ids):
            region.connection.exec_driver_sql(f"UPDATE {table} SET {change}")  # noqa: S608 (our own names)
        assert work_index.differing(region.connection) == [], change
    region.connection.exec_driver_sql("UPDATE werkgever SET naam = 'Terug'")
    assert work_index.differing(region.connection) == []
    assert hits(region, "vacature", "terug") == 2


def test_a_werkgever_that_comes_after_its_work(region: Region) -> None:
    """Rows of a page of sync come in the order of their change, not of their keys."""
    columns = [
        row.name
        for row in region.connection.exec_driver_sql("PRAGMA table_info(werkgever)")
        if row.name != "id"
    ]
    names = ", ".join(columns)
    region.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    region.connection.exec_driver_sql("UPDATE vacature SET werkgever_id = 'straks'")
    assert work_index.differing(region.connection) == []
    region.connection.exec_driver_sql(
        f"INSERT INTO werkgever (id, {names}) SELECT 'straks', {names} FROM werkgever LIMIT 1"  # noqa: S608
    )
    assert work_index.differing(region.connection) == []


def test_a_difference_is_seen_and_mended(region: Region) -> None:
    region.connection.exec_driver_sql("DELETE FROM vind_plaatsing")
    assert work_index.differing(region.connection) == ["plaatsing"]
    search.rebuild(region.connection)
    assert work_index.differing(region.connection) == []
