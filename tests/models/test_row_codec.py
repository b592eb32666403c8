"""Rows as they travel: out of either database, into SQLite and back, with one hash."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import JSON, Boolean, Engine

from desktop.models import row_codec
from desktop.models.commands.werkgever import RegistreerWerkgever, WijzigWerkgever
from desktop.models.errors import Weigering
from desktop.models.tables import SYNCED, Veldwijziging, Werkgever
from tests.models.storylines import Step, storylines
from tests.support.builders import Region, a, context, region_in


def play(region: Region, steps: list[Step]) -> None:
    for step in steps:
        try:
            region.do(step.command, context=context(step.who, tijd=step.tijd, uuid=step.uuid))
        except Weigering:
            continue


def test_what_sqlite_keeps_is_what_travels(sqlcipher: Engine) -> None:
    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(storylines())
    def equal(steps: list[Step]) -> None:
        with region_in(sqlcipher) as region:
            play(region, steps)
            wire = region.wire()
            for table, rows in wire.items():
                query = f"SELECT * FROM {table}"  # noqa: S608 - the names are ours
                for raw in region.connection.exec_driver_sql(query).mappings():
                    assert row_codec.from_sqlite(table, raw) == rows[raw["id"]]

    equal()


def test_rows_come_back_out_of_a_second_database(sqlcipher: Engine) -> None:
    """What the centre sends is written raw and must read as if it had been made here."""

    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(storylines())
    def equal(steps: list[Step]) -> None:
        with region_in(sqlcipher) as region:
            play(region, steps)
            wire = json.loads(json.dumps(region.wire()))
            for table, rows in wire.items():
                names = ", ".join(row_codec.column_names(table))
                marks = ", ".join("?" for _ in row_codec.column_names(table))
                region.connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608
                for row in rows.values():
                    values = tuple(row_codec.to_sqlite(table, row))
                    region.connection.exec_driver_sql(
                        f"INSERT INTO {table} ({names}) VALUES ({marks})",  # noqa: S608
                        values,
                    )
            region.session.expunge_all()
            assert region.wire() == wire
            for cls in SYNCED:
                for entity in region.all(cls):
                    table = cls.__tablename__  # type: ignore[attr-defined]
                    assert row_codec.entity_to_wire(entity) == wire[table][entity.id]

    equal()


def test_values_that_a_column_of_sqlite_would_like_to_change(region: Region) -> None:
    """A JSON column has numeric affinity there: "5" and 5 must stay two things."""
    row_id = region.do(a(RegistreerWerkgever, naam="5", handelsnamen=["5", "1e3", "null", " 07 "])).id
    region.do(a(WijzigWerkgever, werkgever_id=row_id, naam="1e3", sector="true", werkzame_personen=5))
    row = region.one(Werkgever, row_id)
    assert (row.naam, row.sector, row.handelsnamen) == ("1e3", "true", ["5", "1e3", "null", "07"])
    history = {line.veld: (line.oud, line.nieuw) for line in region.all(Veldwijziging)}
    assert history == {"naam": ("5", "1e3"), "sector": (None, "true"), "werkzame_personen": (None, 5)}
    lines = region.wire()["veldwijziging"].values()
    assert {(line["veld"], json.dumps(line["nieuw"])) for line in lines} == {
        ("naam", '"1e3"'),
        ("sector", '"true"'),
        ("werkzame_personen", "5"),
    }


def test_empty_is_left_out_so_that_a_new_column_changes_no_hash(region: Region) -> None:
    row_id = region.do(a(RegistreerWerkgever)).id
    wire = region.wire()["werkgever"][str(row_id)]
    assert None not in wire.values()
    assert {"sector", "rsin", "verwijderd_op"} & wire.keys() == set()
    assert (wire["ind_non_mailing"], wire["handelsnamen"], wire["erkend_sbb_leerbedrijf"]) == (False, [], 0)


WIRES = st.dictionaries(
    st.text(max_size=5), st.none() | st.booleans() | st.integers(0, 9) | st.text(max_size=5)
)


@given(WIRES)
def test_the_order_of_fields_does_not_count(wire: dict[str, object]) -> None:
    backwards = dict(reversed(wire.items()))
    assert row_codec.row_hash("werkgever", wire) == row_codec.row_hash("werkgever", backwards)


@given(WIRES, WIRES)
def test_other_rows_have_other_hashes(first: dict[str, object], second: dict[str, object]) -> None:
    same = json.dumps(first, sort_keys=True) == json.dumps(second, sort_keys=True)
    hashes = {row_codec.row_hash("werkgever", row) for row in (first, second)}
    assert (len(hashes) == 1) == same


@given(WIRES)
def test_a_hash_fits_a_bigint_and_knows_its_table(wire: dict[str, object]) -> None:
    number = row_codec.row_hash("werkgever", wire)
    assert 0 <= number < 2**63
    assert number != row_codec.row_hash("vestiging", wire)


# Taken once: laptops and the centre of different versions must agree, so this number may never change.
FIXED = 8615365421672419754


def test_the_hash_is_the_same_on_every_machine() -> None:
    row = {"id": "x", "naam": "Café", "actief": True, "handelsnamen": ["Ĳ"]}
    assert row_codec.row_hash("werkgever", row) == FIXED


def test_the_codec_knows_every_kind_of_column() -> None:
    for table in row_codec.TABLES.values():
        booleans = {column.name for column in table.columns if isinstance(column.type, Boolean)}
        documents = {column.name for column in table.columns if isinstance(column.type, JSON)}
        raw = (
            dict.fromkeys(table.columns.keys(), None)
            | dict.fromkeys(booleans, 1)
            | dict.fromkeys(documents, "[]")
        )
        wire = row_codec.from_sqlite(table.name, raw)
        assert wire == dict.fromkeys(booleans, True) | {name: [] for name in documents}
