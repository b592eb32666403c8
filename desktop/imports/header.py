"""Where the header is: often the first row, sometimes below a title, sometimes nowhere. Touches nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from desktop.imports.synonyms import field_of
from desktop.imports.table import Row

LOOKED_AT = 25
_DATA = re.compile(r"\d{4,}|https?://|www\.|@|^[1-9]\d{3} ?[A-Za-z]{2}$", re.IGNORECASE)
_NUMBER = re.compile(r"^[\d .,\-/]+$|https?://|www\.|^[1-9]\d{3} ?[A-Za-z]{2}$")


def find_header(sample: Sequence[Row]) -> int | None:
    """The place in `sample` (its filled rows) of the header, or None when there is none."""
    width = usual_width(sample)
    for place, row in enumerate(sample[:LOOKED_AT]):
        if _names_fields(row) and _filled(row) * 2 >= width:
            return place
    first = next((i for i, row in enumerate(sample) if _filled(row) * 2 > width), None)
    if first is not None and width > 1 and _stands_above(sample[first], sample[first + 1 :]):
        return first
    return None


def usual_width(sample: Sequence[Row]) -> int:
    """How many filled cells a row usually has."""
    widths = Counter(_filled(row) for row in sample)
    return max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))[0]


def _filled(row: Row) -> int:
    return sum(1 for cell in row.cells if cell.strip())


def _names_fields(row: Row) -> bool:
    return any(field_of(cell) for cell in row.cells) and not any(_DATA.search(cell) for cell in row.cells)


def _stands_above(row: Row, below: Sequence[Row]) -> bool:
    """Words above a column of numbers or addresses are titles, whatever they say."""
    if not below or any(any(letter.isdigit() for letter in cell) for cell in row.cells):
        return False
    for column, title in enumerate(row.cells):
        cells = [other.cell(column).strip() for other in below if other.cell(column).strip()]
        if title.strip() and len(cells) >= 2 and sum(map(_is_number, cells)) >= 0.7 * len(cells):
            return True
    return False


def _is_number(cell: str) -> bool:
    return _NUMBER.search(cell) is not None
