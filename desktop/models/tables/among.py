"""Asking for many rows by id: one parameter for all of them, and a statement that is always the same.

A parameter of its own for each of 500 ids costs more to compile and to split than the query takes. As rows
of a subquery, not as `= ANY`: of an array that is only known when it runs, the planner tries every element
against every row.
"""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, TextClause, text
from sqlalchemy.orm import Session

_ON_POSTGRESQL = "SELECT unnest(CAST(%s AS text[]))"
_SELECTED = {
    "postgresql": text(_ON_POSTGRESQL % ":among"),
    "sqlite": text("SELECT value FROM json_each(:among)"),
}


def among(session: Session, column: Any, values: Collection[str]) -> ColumnElement[bool]:
    """Whether a column of ids has one of these values. Once in a query."""
    found: ColumnElement[bool] = column.in_(_among(session.get_bind().dialect.name, values))
    return found


def _among(dialect: str, values: Collection[str]) -> TextClause:
    return _SELECTED[dialect].bindparams(among=_parameter(dialect, values))


def _parameter(dialect: str, values: Collection[str]) -> str:
    """All of them in one text; the driver would take longer over a list."""
    if dialect == "sqlite":
        return json.dumps(list(values))
    together = '","'.join(values)
    if "\\" not in together and together.count('"') == 2 * max(len(values) - 1, 0):  # as ids are
        return f'{{"{together}"}}' if values else "{}"
    quoted = (value.replace("\\", "\\\\").replace('"', '\\"') for value in values)
    return "{" + ",".join([f'"{value}"' for value in quoted]) + "}"


def which_exist(session: Session, table: str, values: Collection[str]) -> set[str]:
    """Which of these ids a table has: nothing of a row is needed for that."""
    connection = session.connection()
    dialect = connection.dialect.name
    asked = _ON_POSTGRESQL % "%s" if dialect == "postgresql" else "SELECT value FROM json_each(?)"
    query = f"SELECT id FROM {table} WHERE id IN ({asked})"  # noqa: S608 (our own names)
    return {row[0] for row in connection.exec_driver_sql(query, (_parameter(dialect, values),))}
