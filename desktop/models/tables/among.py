"""Asking for many rows by id: one parameter for all of them where the database has such a thing.

A parameter of its own for each of 500 ids costs more to compile and to split than the query takes. As rows
of a subquery, not as `= ANY`: of an array that is only known when it runs, the planner tries every element
against every row.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, Text, cast, func, literal, select
from sqlalchemy.orm import Session


def among(session: Session, column: Any, values: Collection[str]) -> ColumnElement[bool]:
    """Whether a column of ids has one of these values."""
    found: ColumnElement[bool] = column.in_(values)
    joined = "".join(values)
    if session.get_bind().dialect.name == "postgresql" and '"' not in joined and "\\" not in joined:
        quoted = ",".join(f'"{value}"' for value in values)
        found = column.in_(select(func.unnest(cast(literal(f"{{{quoted}}}"), ARRAY(Text)))))
    return found
