"""The narrow tables of a laptop's lists: whatever happens they hold what filling them anew would."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from sqlalchemy import Engine

from desktop.models import narrow, search
from desktop.models.commands.contact import LegContactVast
from desktop.models.commands.werkgever import RegistreerContactpersoon, RegistreerWerkgever
from desktop.models.errors import Weigering
from tests.models.storylines import Step, storylines
from tests.support.builders import FATIMA, NOW, Region, a, context, known_id, new_id, region_in


def play(region: Region, steps: list[Step]) -> None:
    for step in steps:
        around = context(step.who, tijd=step.tijd, uuid=step.uuid, basis=step.basis)
        try:
            region.do(step.command, context=around)
        except Weigering:
            continue


def test_they_are_what_filling_anew_would_make_of_them(equipped: Engine) -> None:
    @settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(storylines())
    def equal(steps: list[Step]) -> None:
        with region_in(equipped) as region:
            play(region, steps)
            region.session.flush()
            assert narrow.differing(region.connection) == []

    equal()


def test_rows_that_the_centre_sends_count_too(equipped: Engine) -> None:
    """An upsert, a delete and a put back go around the handlers."""
    with region_in(equipped) as region:
        play(region, _some_day())
        region.session.flush()
        for statement in (
            "UPDATE contactmoment SET datum = '2025-01-01'",
            "UPDATE contactmoment SET werkgever_id = (SELECT max(id) FROM werkgever)",
            "UPDATE werkgever SET verwijderd_op = '2026-11-02T09:00:00Z', zoeknaam = 'weg'",
            "UPDATE werkgever SET verwijderd_op = NULL",
            "UPDATE werkgever SET actief = 0",
            "UPDATE werkgever SET plaats = '''s-Graveland'",
            "DELETE FROM contactnotitie",
            "DELETE FROM contactmoment",
        ):
            region.connection.exec_driver_sql(statement)
            assert narrow.differing(region.connection) == [], statement
        region.session.expire_all()


def test_many_rows_that_are_written_together_count_too(equipped: Engine) -> None:
    """The triggers are away meanwhile; full text and narrow tables hold what they would have made of it."""
    with region_in(equipped) as region:
        play(region, _some_day())
        region.session.flush()
        for table, change in (
            ("contactmoment", "datum = '2025-01-01'"),
            ("contactmoment", "werkgever_id = (SELECT max(id) FROM werkgever)"),
            ("contactnotitie", "notitie = 'heel anders'"),
            ("werkgever", "verwijderd_op = '2026-11-02T09:00:00Z', zoeknaam = 'weg', naam = 'Weg'"),
            ("contactnotitie", "notitie = 'nog anders'"),
            ("contactpersoon", "verwijderd_op = '2026-11-02T09:00:00Z'"),
            ("werkgever", "verwijderd_op = NULL, plaats = '''s-Graveland'"),
            ("contactmoment", "verwijderd_op = '2026-11-02T09:00:00Z'"),
        ):
            ids = [row.id for row in region.connection.exec_driver_sql(f"SELECT id FROM {table}")]  # noqa: S608 (our own names)
            with search.together(region.connection, table, [*ids, new_id()], ids):
                region.connection.exec_driver_sql(f"UPDATE {table} SET {change}")  # noqa: S608 (our own names)
            assert narrow.differing(region.connection) == [], change
            for indexed in search.INDEXED:
                region.connection.exec_driver_sql(
                    f"INSERT INTO {indexed}_fts({indexed}_fts, rank) VALUES ('integrity-check', 1)"  # noqa: S608 (our own names)
                )
        region.connection.exec_driver_sql("UPDATE werkgever SET zoeknaam = 'terug', naam = 'Terug'")
        assert narrow.differing(region.connection) == []
        found = "SELECT count(*) FROM werkgever_fts WHERE werkgever_fts MATCH 'terug'"
        assert region.connection.exec_driver_sql(found).scalar() == 2
        region.session.expire_all()


def _some_day() -> list[Step]:
    commands = [
        a(RegistreerWerkgever, id=known_id("een"), naam="Een"),
        a(RegistreerWerkgever, id=known_id("twee"), naam="Twee"),
        a(RegistreerContactpersoon, werkgever_id=known_id("een")),
        a(LegContactVast, werkgever_id=known_id("een"), notitie="x"),
        a(LegContactVast, werkgever_id=known_id("een"), datum="2026-11-01"),
    ]
    return [Step(command=each, who=FATIMA, tijd=NOW, uuid=new_id()) for each in commands]


def test_a_difference_is_seen_and_mended(equipped: Engine) -> None:
    with region_in(equipped) as region:
        play(region, _some_day())
        region.session.flush()
        region.connection.exec_driver_sql("UPDATE zoek_werkgever SET laatst = '1999-01-01'")
        region.connection.exec_driver_sql("DELETE FROM zoek_contactnotitie")
        assert narrow.differing(region.connection) == ["werkgever", "contactnotitie"]
        narrow.rebuild(region.connection)
        assert narrow.differing(region.connection) == []
