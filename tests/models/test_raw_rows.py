"""Rows are written as they came, however many different columns they hold."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Engine

from desktop.models import raw_rows
from desktop.models.row_codec import column_names, from_sqlite
from tests.support.builders import known_id, region_in

FIRST: dict[str, Any] = {
    "aangemaakt_door": known_id("fatima"), "aangemaakt_op": "2026-11-20T09:10:00Z", "actief": True,
    "erkend_sbb_leerbedrijf": 0, "gewijzigd_door": known_id("fatima"), "gewijzigd_op": "2026-11-20T09:10:00Z",
    "handelsnamen": [], "id": known_id("een"), "ind_non_mailing": False, "kenmerken": ["klein", "Café"],
    "naam": "Een", "plaats": "Soest", "regio_id": known_id("regio"), "versie": 1, "zoeknaam": "een",
}  # fmt: skip


def _of(row_id: str, *without: str) -> dict[str, Any]:
    return {name: value for name, value in FIRST.items() if name not in without} | {"id": row_id}


@pytest.mark.parametrize("alike", [1, 3 * raw_rows.FEW])
def test_what_a_row_does_not_hold_becomes_empty(equipped: Engine, alike: int) -> None:
    """Also where it was something before; with a statement for its own columns, and with one for all."""
    ids = [known_id(f"rij {n}") for n in range(alike)]
    with region_in(equipped) as region:
        raw_rows.write(region.connection, "werkgever", [_of(row_id) for row_id in ids])
        less = [_of(row_id, "plaats", "kenmerken") | {"kenmerken": ["groot"], "nieuw": 1} for row_id in ids]
        raw_rows.write(region.connection, "werkgever", less)
        query = f"SELECT {', '.join(column_names('werkgever'))} FROM werkgever ORDER BY id"  # noqa: S608 (our own names)
        rows = [from_sqlite("werkgever", row) for row in region.connection.exec_driver_sql(query).mappings()]
    assert rows == sorted(
        (_of(row_id, "plaats") | {"kenmerken": ["groot"]} for row_id in ids), key=lambda row: row["id"]
    )
