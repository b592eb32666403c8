"""Rows as a file for other programs: csv, xlsx or json, by the ending of its name.

What is text stays text: a spreadsheet that takes a note for a formula runs it. Touches the file it writes.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from desktop import dutch
from desktop.models.errors import Weigering
from desktop.reports.whole_file import Stopped, whole_file

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_CHECK_EVERY = 500
_MEASURED_ROWS = 200
_WIDEST = 60
_FIRST_EXCEL_YEAR = 1900
_LONGEST_CELL = 32_767
# What makes Excel and LibreOffice take a csv field for a formula; a signed number is harmless and stays.
_FORMULA = re.compile(r"[=@\t\r]|[+\-](?![\d\s.,]*\Z)")
# Characters that XML, and so xlsx, cannot hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Row = tuple[Any, ...]


def write_rows(
    path: Path,
    rows: Iterable[DataclassInstance],
    columns: Sequence[str] | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> int:
    """Write the rows and return how many; `columns` chooses fields and their order (all of them otherwise).

    Raises `Weigering('exportsoort_onbekend')` for another ending than .csv, .xlsx or .json, `Stopped` when
    `stop()` turns true, `EnvironmentFailure('bestand_niet_te_schrijven')`; in each case no file is left.
    """
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise Weigering("exportsoort_onbekend", soort=path.suffix or path.name)
    iterator = iter(rows)
    first = next(iterator, None)
    names = list(columns) if columns is not None else [field.name for field in fields(first)] if first else []
    every = chain([first] if first is not None else [], iterator)
    counted = _Counted((tuple(getattr(row, name) for name in names) for row in every), stop)
    with whole_file(path) as stream:
        writer(stream, names, iter(counted))
    return counted.count


class _Counted:
    """The rows, counted on their way to the file; stops when asked."""

    def __init__(self, rows: Iterable[Row], stop: Callable[[], bool]) -> None:
        self.rows = rows
        self.stop = stop
        self.count = 0

    def __iter__(self) -> Iterator[Row]:
        for row in self.rows:
            if self.count % _CHECK_EVERY == 0 and self.stop():
                raise Stopped
            self.count += 1
            yield row


def _write_csv(stream: BinaryIO, names: Sequence[str], rows: Iterator[Row]) -> None:
    # Excel takes a csv for UTF-8 only with a byte order mark, and Dutch Excel expects semicolons.
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", errors="replace")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(names)
    writer.writerows([_csv_field(value) for value in row] for row in rows)
    text.flush()
    text.detach()


def _csv_field(value: object) -> str:
    plain = _plain(value)
    text = f"{plain:%Y-%m-%d %H:%M:%S}" if isinstance(plain, datetime) else str(plain)
    return f"'{text}" if isinstance(plain, str) and _FORMULA.match(text) else text


def _write_xlsx(stream: BinaryIO, names: Sequence[str], rows: Iterator[Row]) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Werkregie")
    sheet.freeze_panes = "A2"
    measured = list(islice(rows, _MEASURED_ROWS))
    for index, name in enumerate(names):
        widest = max((len(str(_plain(row[index]))) for row in measured), default=0)
        sheet.column_dimensions[get_column_letter(index + 1)].width = min(_WIDEST, max(len(name), widest) + 2)
    try:
        sheet.append([_heading(sheet, name) for name in names])
        for row in chain(measured, rows):
            sheet.append([_xlsx_cell(sheet, value) for value in row])
    except BaseException:
        # openpyxl keeps the rows in a file of its own until it saves.
        sheet.close()
        sheet._writer.cleanup()  # noqa: SLF001
        raise
    book.save(stream)


def _heading(sheet: Any, name: str) -> Any:
    cell = WriteOnlyCell(sheet, name)
    cell.font = Font(bold=True)
    return cell


def _xlsx_cell(sheet: Any, value: object) -> Any:
    plain = _plain(value)
    if isinstance(plain, date) and plain.year < _FIRST_EXCEL_YEAR:
        return f"{plain}"
    if not isinstance(plain, str):
        return plain
    text = _UNWRITABLE.sub("", plain)[:_LONGEST_CELL]
    if not text.startswith("="):
        return text
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"  # openpyxl takes what begins with = for a formula
    return cell


def _write_json(stream: BinaryIO, names: Sequence[str], rows: Iterator[Row]) -> None:
    stream.write(b"[")
    for index, row in enumerate(rows):
        line = json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=_json_value)
        stream.write((",\n" if index else "\n").encode() + line.encode("utf-8", "replace"))
    stream.write(b"\n]\n")


def _json_value(value: object) -> str | dict[str, object]:
    """A day as text; a row inside a row by the names of its fields."""
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    raise TypeError(type(value).__name__)


def _plain(value: object) -> str | int | float | date | datetime:
    """A value as a person reads it in a cell: times on the wall clock, lists and yes or no in words."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, datetime):
        return dutch.local(value).replace(tzinfo=None)
    if isinstance(value, (str, int, float, date)):
        return value
    if isinstance(value, (tuple, list)):
        return ", ".join(str(_plain(part)) for part in value)
    return json.dumps(value, ensure_ascii=False, default=_json_value)


_WRITERS: dict[str, Callable[[BinaryIO, Sequence[str], Iterator[Row]], None]] = {
    ".csv": _write_csv,
    ".xlsx": _write_xlsx,
    ".json": _write_json,
}
