"""Tables on paper: column headings on every sheet, a row whole on one sheet, a heading never alone.

A section is data (title, columns, rows), so that a new one is one line where the sections are listed.
Touches the document it draws on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop.reports import texts
from desktop.reports.document import Document
from desktop.reports.paragraph import Line, Run, Style, line_width, wrap

R = TypeVar("R")
Cell = str | Sequence[Run]

_GUTTER = 12.0
_ABOVE_SECTION = 20.0
_HEADING_BASELINE = 10.4
_HEADING_HEIGHT = 15.4
ROW_BASELINE = 11.2
_ROW_PADDING = 4.8
MOST_LINES = 46


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """`share` of the width; `value` makes the cell, plain or in several styles.

    An `optional` column is left out when it is empty in every row.
    """

    title: str
    share: float
    value: Callable[[R], Cell]
    right: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    x: float
    width: float
    right: bool


def draw_table(
    document: Document,
    title: str,
    columns: Sequence[Column[R]],
    rows: Sequence[R],
    on_row: Callable[[R, float, float], None] | None = None,
) -> None:
    """The section from its heading to its last row; draws nothing when there are no rows.

    `on_row` gets each row with the top and the height of its place on the present sheet.
    """
    if not rows:
        return
    columns = [column for column in columns if not column.optional or any(map(column.value, rows))]
    places = _places(document, columns)
    style = document.style
    started = False
    for row in rows:
        cells = [
            _set(column.value(row), place.width, style.cell)
            for column, place in zip(columns, places, strict=True)
        ]
        height = max(len(cell) for cell in cells) * style.leading + _ROW_PADDING
        if not started:
            _begin(document, title, columns, places, height)
            started = True
        elif not document.room(height):
            document.new_sheet()
            _begin(document, texts.CONTINUED.format(title), columns, places, height)
        if on_row is not None:
            on_row(row, document.y, height)
        _draw_row(document, cells, places, height)


def _begin(
    document: Document, title: str, columns: Sequence[Column[R]], places: Sequence[_Place], row: float
) -> None:
    """Heading and column headings, on a new sheet when not even one row fits below them."""
    if not document.room(_ABOVE_SECTION + _HEADING_HEIGHT + 6.0 + row):
        document.new_sheet()
    document.y += _ABOVE_SECTION
    document.heading(title, document.left, document.width)
    style = document.style.column_heading
    baseline = document.y + _HEADING_BASELINE
    for column, place in zip(columns, places, strict=True):
        if place.right:
            document.text_right(place.x + place.width, baseline, column.title, style)
        else:
            document.text(place.x, baseline, column.title, style)
    document.y += _HEADING_HEIGHT
    document.rule(document.left, document.right, document.style.line)


def _draw_row(
    document: Document, cells: Sequence[Sequence[Line]], places: Sequence[_Place], height: float
) -> None:
    for cell, place in zip(cells, places, strict=True):
        baseline = document.y + ROW_BASELINE
        for line in cell:
            shift = place.width - line_width(line) if place.right else 0.0
            document.line(place.x + shift, baseline, line)
            baseline += document.style.leading
    document.y += height
    document.rule(document.left, document.right, document.style.line)


def _places(document: Document, columns: Sequence[Column[R]]) -> list[_Place]:
    total = sum(column.share for column in columns)
    free = document.width - _GUTTER * (len(columns) - 1)
    places: list[_Place] = []
    x = document.left
    for column in columns:
        width = free * column.share / total
        places.append(_Place(x, width, column.right))
        x += width + _GUTTER
    return places


def _set(cell: Cell, width: float, style: Style) -> list[Line]:
    runs = [Run(cell, style)] if isinstance(cell, str) else cell
    return wrap(runs, width, MOST_LINES)
