"""Before-images: what local commands touched goes back exactly as the centre last sent it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import Engine, text

from desktop.models import capture, row_codec
from desktop.models.commands.contact import LegContactVast
from desktop.models.commands.werkgever import RegistreerVestiging, RegistreerWerkgever, WijzigWerkgever
from desktop.models.errors import Weigering
from desktop.models.tables import Werkgever
from tests.models.storylines import Step, storylines
from tests.support.builders import Region, a, context, region_in


@pytest.fixture
def region(sqlcipher: Engine) -> Iterator[Region]:
    with region_in(sqlcipher) as made:
        capture.install(made.connection)
        capture.switch(made.connection, True)
        yield made


def raw(region: Region) -> dict[str, list[Any]]:
    """Every synced table as SQLite keeps it, to the byte."""
    region.session.flush()
    return {
        table: [
            (*row, *(type(value).__name__ for value in row))
            for row in region.connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY id")  # noqa: S608
        ]
        for table in row_codec.TABLES
    }


def images(region: Region) -> dict[tuple[str, str], str | None]:
    rows = region.connection.execute(text("SELECT tabel, rij_id, beeld FROM before_image"))
    return {(row.tabel, row.rij_id): row.beeld for row in rows}


def put_back(region: Region) -> set[tuple[str, str]]:
    capture.switch(region.connection, False)
    touched = capture.put_back(region.connection)
    region.session.expire_all()
    region.session.expunge_all()
    assert len(touched) == len(set(touched))
    return set(touched)


def attempt(region: Region, step: Step) -> None:
    try:
        region.do(step.command, context=context(step.who, tijd=step.tijd, uuid=step.uuid, basis=step.basis))
    except Weigering:
        return


def test_the_first_image_is_the_one_that_counts(region: Region) -> None:
    capture.switch(region.connection, False)
    row_id = region.do(a(RegistreerWerkgever, naam="Zoals het centrum het stuurde")).id
    capture.switch(region.connection, True)
    for naam in ("Eerste wijziging", "Tweede wijziging"):
        region.do(a(WijzigWerkgever, werkgever_id=row_id, naam=naam))
    image = images(region)[("werkgever", str(row_id))]
    assert image is not None
    assert "Zoals het centrum het stuurde" in image
    assert ("werkgever", row_id) in put_back(region)
    assert region.one(Werkgever, row_id).naam == "Zoals het centrum het stuurde"


def test_a_row_that_was_made_here_is_gone_again(region: Region) -> None:
    row_id = region.do(a(RegistreerWerkgever, woonplaats="Huizen")).id
    region.do(a(WijzigWerkgever, werkgever_id=row_id, naam="Anders"))
    region.do(a(LegContactVast, werkgever_id=row_id, notitie="x"))
    assert images(region)[("werkgever", str(row_id))] is None
    touched = put_back(region)
    assert {table for table, _ in touched} == {
        "werkgever",
        "vestiging",
        "veldwijziging",
        "contactmoment",
        "contactnotitie",
    }
    assert region.all(Werkgever) == []


def test_a_row_that_was_removed_here_comes_back(region: Region) -> None:
    capture.switch(region.connection, False)
    row_id = region.do(a(RegistreerWerkgever, kenmerken=["groot"], ind_non_mailing=True)).id
    before = raw(region)
    capture.switch(region.connection, True)
    region.connection.execute(text("DELETE FROM werkgever WHERE id = :id"), {"id": row_id})
    put_back(region)
    assert raw(region) == before


def test_what_the_centre_sends_is_not_kept(region: Region) -> None:
    capture.switch(region.connection, False)
    row_id = region.do(a(RegistreerWerkgever)).id
    region.do(a(WijzigWerkgever, werkgever_id=row_id, sector="bouw"))
    assert images(region) == {}
    assert put_back(region) == set()


def test_an_image_is_the_row_as_it_travels(region: Region) -> None:
    capture.switch(region.connection, False)
    command = a(
        RegistreerWerkgever, naam='Café "\'t Gooi"', kenmerken=["5", "true", 'a"b'], ind_non_mailing=True
    )
    row_id = region.do(command).id
    wire = region.wire()["werkgever"][str(row_id)]
    capture.switch(region.connection, True)
    region.do(a(WijzigWerkgever, werkgever_id=row_id, sector="bouw"))
    image = images(region)[("werkgever", str(row_id))]
    assert image is not None
    assert row_codec.from_sqlite("werkgever", json.loads(image)) == wire


def test_installing_again_changes_nothing(region: Region) -> None:
    row_id = region.do(a(RegistreerWerkgever)).id
    capture.install(region.connection)
    region.do(a(WijzigWerkgever, werkgever_id=row_id, sector="bouw"))
    assert ("werkgever", row_id) in images(region)


def test_installing_is_off_at_first(sqlcipher: Engine) -> None:
    with region_in(sqlcipher) as region:
        region.connection.execute(text("DELETE FROM eigenschap"))
        capture.install(region.connection)
        region.do(a(RegistreerWerkgever))
        assert images(region) == {}


def test_tables_filled_without_triggers_get_them_back(region: Region) -> None:
    with capture.without_triggers(region.connection, ["werkgever", "vestiging"]):
        row_id = region.do(a(RegistreerWerkgever, woonplaats="Huizen")).id
    assert images(region) == {}
    region.do(a(RegistreerVestiging, werkgever_id=row_id, woonplaats="Laren"))
    assert len(images(region)) == 1


def test_parents_and_children_go_back_whatever_the_order(region: Region) -> None:
    """The keys are checked when the transaction ends: made parents are removed before their children."""
    row_id = region.do(a(RegistreerWerkgever, woonplaats="Huizen")).id
    region.do(a(LegContactVast, werkgever_id=row_id, notitie="x"))
    put_back(region)
    assert region.connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_random_days_are_undone_to_the_byte(sqlcipher: Engine) -> None:
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(storylines(), storylines())
    def undone(of_the_centre: list[Step], typed_here: list[Step]) -> None:
        with region_in(sqlcipher) as region:
            capture.install(region.connection)
            for step in of_the_centre:
                attempt(region, step)
            before = raw(region)
            capture.switch(region.connection, True)
            for step in typed_here:
                attempt(
                    region,
                    Step(
                        step.command,
                        step.who,
                        step.tijd,
                        step.uuid[::-1].replace("-", "0")[:8] + step.uuid[8:],
                    ),
                )
            changed = raw(region)
            touched = put_back(region)
            assert raw(region) == before
            assert {table for table in before if before[table] != changed[table]} <= {
                table for table, _ in touched
            }
            assert images(region) == {}

    undone()
