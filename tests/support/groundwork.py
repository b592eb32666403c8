"""What many tests begin with is made by commands once per database; every other test gets it as rows.

A werkgever with one of everything costs ten commands, and what they do is checked where they are tested.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Table, insert, select

from desktop.models import store
from tests.support.builders import Region

Made = TypeVar("Made")
Rows = dict[Table, list[dict[str, Any]]]

_laid: dict[tuple[str, Callable[[Region], Any]], tuple[Any, Rows]] = {}


def lay(region: Region, make: Callable[[Region], Made]) -> Made:
    """As if `make` had run in this region, in which nothing was done yet; what it returned comes with it.

    Nobody has read a row of it yet, whether it was made or put down.
    """
    key = region.connection.dialect.name, make
    if key not in _laid:
        before = _rows(region)
        made = make(region)
        region.session.flush()
        region.session.expunge_all()
        _laid[key] = made, _added(before, _rows(region))
        return made
    made, rows = _laid[key]
    for table, of_table in rows.items():
        region.connection.execute(insert(table), of_table)
    return made


def _rows(region: Region) -> Rows:
    side = store.CENTRE if region.connection.dialect.name == "postgresql" else store.LAPTOP
    return {
        table: [dict(row) for row in region.connection.execute(select(table)).mappings()]
        for table in store.tables_of(side)
    }


def _added(before: Rows, after: Rows) -> Rows:
    added = {table: [row for row in rows if row not in before[table]] for table, rows in after.items()}
    for table, rows in before.items():
        assert len(after[table]) == len(rows) + len(added[table]), f"rows of {table.name} were changed"
    return {table: rows for table, rows in added.items() if rows}
