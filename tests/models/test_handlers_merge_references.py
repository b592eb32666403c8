"""Whatever names a werkgever follows a merge and its undo: found by walking all tables, a new one too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import JSON

from desktop.models.commands.ongedaan import MaakOngedaan
from desktop.models.commands.werkgever import RegistreerWerkgever, VoegWerkgeversSamen
from desktop.models.tables import SYNCED, Base, Medewerker, Synced
from tests.support.builders import FATIMA, KARIN, NOW, Region, a, known_id, new_id
from tests.support.groundwork import lay
from tests.support.placing import TODAY, stamps

KEEPS, GOES, OTHER = (known_id(f"verwijst {name}") for name in ("blijft", "gaat", "ander"))
MERGE = a(VoegWerkgeversSamen, werkgever_id=KEEPS, dubbel_id=GOES)
UNDO = a(MaakOngedaan, naam="werkgever.voeg_samen", rij_id=GOES)
STAYS = {
    ("afstemming", "werkgever_id"): "an inbox stays as it was written",
    ("werkgever", "samengevoegd_met"): "a signpost to a double leads on from there",
}
"""Columns that a merge leaves alone, and why."""
TABLES: dict[str, type[Any]] = {cls.__tablename__: cls for cls in SYNCED}  # type: ignore[attr-defined]
OVER: dict[str, dict[str, Any]] = {
    "regie": {"tot": TODAY},
    "veldwijziging": {"tabel": "actie", "rij_id": new_id()},
}
"""What the row must be for this to be about it: a running regie has rules of its own (R8)."""


def _columns() -> Iterator[tuple[str, str]]:
    """Every column that refers to a werkgever by its key or by its name, in every table of both ends."""
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            keys = {key.target_fullname for key in column.foreign_keys}
            if "werkgever.id" in keys or column.name.endswith("werkgever_id"):
                yield table.name, column.name


COLUMNS = tuple(_columns())
MOVING = [pair for pair in COLUMNS if pair[0] in TABLES and pair not in STAYS]


def row_of(region: Region, table: str, **given: Any) -> Synced:
    """A row with something in every column that must have it; what it hangs on is made too."""
    cls = TABLES[table]
    known = stamps(FATIMA) | {"id": new_id(), **OVER.get(table, {}), **given}
    for column in cls.__table__.columns:
        if column.name not in known and not column.nullable:
            known[column.name] = _something(region, column)
    row: Synced = cls(**known)
    region.session.add(row)
    region.session.flush()
    return row


def _something(region: Region, column: Any) -> Any:
    for key in column.foreign_keys:
        target = key.column.table.name
        if target == "werkgever":
            return OTHER
        return FATIMA.medewerker_id if target == Medewerker.__tablename__ else row_of(region, target).id
    plain = {
        str: new_id()[: getattr(column.type, "length", None) or 36],
        date: TODAY,
        datetime: NOW,
        int: 1,
        bool: False,
    }
    return [] if isinstance(column.type, JSON) else plain[column.type.python_type]


@pytest.fixture
def two(region: Region) -> Region:
    lay(region, _two)
    return region


def _two(region: Region) -> None:
    for row_id in (KEEPS, GOES, OTHER):
        region.do(a(RegistreerWerkgever, id=row_id, naam=f"Werkgever {row_id[-4:]}"), FATIMA)


def test_the_walk_finds_the_columns_that_we_know() -> None:
    assert {("plaatsing", "formele_werkgever_id"), ("vacature", "formele_werkgever_id")} < set(MOVING)
    assert {table for table, _ in COLUMNS} - set(TABLES) == {"opdracht", "concept"} & {
        table for table, _ in COLUMNS
    }


@pytest.mark.parametrize(("table", "column"), MOVING)
def test_it_follows_a_merge_and_its_undo(two: Region, table: str, column: str) -> None:
    cls = TABLES[table]
    row_id = row_of(two, table, **{column: GOES}).id
    two.do(MERGE, KARIN)
    two.session.expire_all()
    assert getattr(two.one(cls, row_id), column) == KEEPS
    two.do(UNDO, KARIN, tijd=NOW + timedelta(hours=1))
    two.session.expire_all()
    assert getattr(two.one(cls, row_id), column) == GOES
    two.check_constraints()


def test_also_what_was_taken_back(two: Region) -> None:
    """It may come back, and is then where it belongs."""
    row_id = row_of(two, "plaatsing", werkgever_id=OTHER, formele_werkgever_id=GOES, verwijderd_op=NOW).id
    two.do(MERGE, KARIN)
    assert two.one(TABLES["plaatsing"], row_id).formele_werkgever_id == KEEPS
