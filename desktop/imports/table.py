"""A file as a table of text: what every reader gives and what everything after it reads.

Rows are read again at every call of `rows`, so that a file of any length needs no memory. Touches nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.imports.remarks import Remark

REASON_COLUMN = "reden"


@dataclass(frozen=True, slots=True)
class Row:
    """`number` is the row as a spreadsheet counts it; `unknown` are columns whose formula has no value."""

    number: int
    cells: tuple[str, ...]
    unknown: tuple[int, ...] = ()

    @property
    def empty(self) -> bool:
        return not any(self.cells)

    def cell(self, column: int) -> str:
        """The text of a column (from 0); a short row is empty there."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Source:
    """A readable file before anyone knows where its header is. `format` is csv or xlsx."""

    path: Path
    format: str
    read: Callable[[], Iterator[Row]]
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A source with its header (None: there is none) and the number of the first row after it."""

    source: Source
    header: tuple[str, ...] | None
    start: int
    remarks: tuple[Remark, ...] = ()

    def rows(self) -> Iterator[Row]:
        """The rows with something in them, from the top, without the header."""
        reason = self.reason_column
        for row in self.source.read():
            if row.number >= self.start and not row.empty:
                yield row if reason is None else _without(row, reason)

    @property
    def reason_column(self) -> int | None:
        """Where an earlier error file wrote its reasons; those are not data."""
        if not self.header or self.header[-1].strip().casefold() != REASON_COLUMN:
            return None
        return len(self.header) - 1

    @property
    def titles(self) -> tuple[str, ...]:
        """The header without the column of reasons; empty when there is no header."""
        reason = self.reason_column
        return (self.header or ())[:reason] if reason is not None else self.header or ()


def _without(row: Row, column: int) -> Row:
    return Row(row.number, row.cells[:column] + row.cells[column + 1 :], row.unknown)
