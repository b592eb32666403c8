"""In which order names and places stand, the same in SQLite and PostgreSQL.

's-Graveland stands under the S and 't Hooge Huys under the T, as in the telephone book: the apostrophe does
not count, and a letter that is a word by itself comes before longer words. Byte by byte, so that no locale of
a server makes another order.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, String, func
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from desktop.models.values import APOSTROPHES


class by_bytes(FunctionElement[str]):  # noqa: N801 - a function of SQL, written as one
    """A text in the order of its bytes; SQLite never does otherwise, and so keeps using its indexes."""

    type = String()
    inherit_cache = True


@compiles(by_bytes)
def _as_it_is(element: by_bytes, compiler: SQLCompiler, **more: Any) -> str:
    return compiler.process(element.clauses, **more)


@compiles(by_bytes, "postgresql")
def _collated(element: by_bytes, compiler: SQLCompiler, **more: Any) -> str:
    return f'({compiler.process(element.clauses, **more)}) COLLATE "C"'


def place(column: Any) -> ColumnElement[str]:
    """A place as it is sorted: small letters, without the apostrophe in front."""
    return by_bytes(func.lower(func.ltrim(column, APOSTROPHES)))
