"""An xlsx file as rows of text: values of formulas, one sheet, merged cells filled, bombs refused.

Reads the file as a stream. The sheet's XML is looked through once beforehand, because openpyxl's streaming
reader tells nothing about merged cells and about formulas.
"""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils import range_boundaries

from desktop.imports.remarks import Remark, remark
from desktop.imports.table import Row, Source
from desktop.models.errors import Weigering

UNPACKED_LIMIT = 600_000_000
STRINGS_LIMIT = 150_000_000
COLUMNS_LIMIT = 512
_BATCH = 500
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell ref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_MERGED_LIMIT = 20_000
_OVERLAP = 200
_FAILED = re.compile(r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|N/B|VERW!|WAARDE!|NAAM\?|DEEL/0!)")
_UNREADABLE = (
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    ParseError,
    EOFError,
    OSError,
    AttributeError,
)


@dataclass(frozen=True, slots=True)
class _Sheet:
    title: str
    has_formulas: bool
    merged: dict[int, list[tuple[int, int]]]
    """First row → (column from 0, last row) of what was merged downwards."""


def read_xlsx(path: Path, sheet: str | None = None) -> Source:
    """The named sheet, or the first visible one with something on it. Raises `Weigering`."""
    _refuse_bomb(path)
    try:
        found, remarks = _choose(path, sheet)
    except _UNREADABLE as error:
        raise Weigering("import_xlsx_kapot", bestand=path.name) from error
    return Source(path, "xlsx", partial(_rows, path, found), sheet=found.title, remarks=remarks)


def _refuse_bomb(path: Path) -> None:
    """The sizes that the archive declares are also the most that Python's zipfile unpacks."""
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
    strings = sum(member.file_size for member in members if member.filename.endswith("sharedStrings.xml"))
    if sum(member.file_size for member in members) > UNPACKED_LIMIT or strings > STRINGS_LIMIT:
        raise Weigering("import_xlsx_te_groot", bestand=path.name)
    if any(member.flag_bits & 0x1 for member in members):
        raise Weigering("import_wachtwoord", bestand=path.name)


def _load(path: Path, *, formulas: bool = False) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(path, read_only=True, data_only=not formulas, keep_links=False)


def _choose(path: Path, wanted: str | None) -> tuple[_Sheet, tuple[Remark, ...]]:
    workbook = _load(path)
    try:
        sheets = [sheet for sheet in workbook.worksheets if wanted is None or sheet.title == wanted]
        if wanted is not None and not sheets:
            names = ", ".join(sheet.title for sheet in workbook.worksheets)
            raise Weigering("import_blad_weg", blad=wanted, bladen=names)
        shown = [sheet for sheet in sheets if sheet.sheet_state == "visible"] or sheets
        filled = [sheet for sheet in shown if _has_content(sheet)]
        if not filled:
            raise Weigering("import_leeg", bestand=path.name)
        sheet = _looked_through(path, filled[0])
    finally:
        workbook.close()
    return sheet, tuple(_remarks(sheet, len(filled)))


def _remarks(sheet: _Sheet, filled: int) -> Iterator[Remark]:
    if filled > 1:
        yield remark("import_meer_bladen", blad=sheet.title, aantal=filled)
    if sheet.merged:
        yield remark("import_samengevoegd", aantal=sum(len(found) for found in sheet.merged.values()))


def _has_content(sheet: Any) -> bool:
    sheet.reset_dimensions()
    rows = _quietly(sheet.iter_rows(values_only=True))
    return any(any(value not in (None, "") for value in row) for row in rows)


def _looked_through(path: Path, sheet: Any) -> _Sheet:
    """Merged ranges and formulas, found in the unpacked XML a block at a time."""
    merged: set[str] = set()
    formulas = False
    with zipfile.ZipFile(path) as archive, archive.open(_member(sheet)) as stream:
        tail = b""
        while block := stream.read(1 << 20):
            text = tail + block
            formulas = formulas or _FORMULA.search(text) is not None
            merged.update(match[1].decode("ascii") for match in _MERGED.finditer(text))
            tail = text[-_OVERLAP:]
    return _Sheet(sheet.title, formulas, _downwards(merged))


def _member(sheet: Any) -> str:
    return str(sheet._worksheet_path).lstrip("/")  # noqa: SLF001 - openpyxl says it nowhere else


def _downwards(ranges: set[str]) -> dict[int, list[tuple[int, int]]]:
    found: dict[int, list[tuple[int, int]]] = {}
    for text in sorted(ranges)[:_MERGED_LIMIT]:
        left, top, _right, bottom = range_boundaries(text)
        if bottom > top:
            found.setdefault(top, []).append((left - 1, bottom))
    return found


def _quietly(rows: Iterator[Any]) -> Iterator[Any]:
    """openpyxl warns about what it skips (styles, validations); none of that is data."""
    while True:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            batch = list(islice(rows, _BATCH))
        if not batch:
            return
        yield from batch


def _values(path: Path, sheet: _Sheet, *, formulas: bool) -> Iterator[tuple[Any, ...]]:
    workbook = _load(path, formulas=formulas)
    try:
        worksheet = workbook[sheet.title]
        worksheet.reset_dimensions()
        yield from _quietly(worksheet.iter_rows(values_only=True))
    finally:
        workbook.close()


def _rows(path: Path, sheet: _Sheet) -> Iterator[Row]:
    spans: dict[int, tuple[str, int]] = {}
    try:
        for number, (values, formulas) in enumerate(_with_formulas(path, sheet), start=1):
            cells = [_text(value) for value in values[:COLUMNS_LIMIT]]
            unknown = tuple(i for i, cell in enumerate(cells) if _is_unknown(cell, formulas, i))
            for column in unknown:
                cells[column] = ""
            _fill(cells, number, sheet.merged, spans)
            yield Row(number, _trimmed(cells) if any(cells) or unknown else (), unknown)
    except _UNREADABLE as error:
        raise Weigering("import_xlsx_kapot", bestand=path.name) from error


def _trimmed(cells: list[str]) -> tuple[str, ...]:
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _with_formulas(path: Path, sheet: _Sheet) -> Iterator[tuple[tuple[Any, ...], tuple[Any, ...]]]:
    values = _values(path, sheet, formulas=False)
    if not sheet.has_formulas:
        return ((row, ()) for row in values)
    return zip(values, _values(path, sheet, formulas=True), strict=True)


def _is_unknown(cell: str, formulas: tuple[Any, ...], column: int) -> bool:
    """A formula that failed, or that no program has worked out yet."""
    if cell:
        return cell[0] == "#" and _FAILED.fullmatch(cell) is not None
    return column < len(formulas) and formulas[column] not in (None, "")


def _fill(
    cells: list[str], number: int, merged: dict[int, list[tuple[int, int]]], spans: dict[int, tuple[str, int]]
) -> None:
    """A merged cell holds for all rows it spans; the file keeps its text in the first only."""
    for column, bottom in merged.get(number, ()):
        spans[column] = (cells[column] if column < len(cells) else "", bottom)
    for column, (text, bottom) in list(spans.items()):
        if number > bottom:
            del spans[column]
        elif text and any(cells):
            cells.extend([""] * (column + 1 - len(cells)))
            cells[column] = cells[column] or text


def _text(value: Any) -> str:
    """A number without a decimal part is a number that somebody typed: a KvK number, a house number."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Ja" if value else "Nee"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value).strip()
