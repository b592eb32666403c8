"""Rows that were refused, in a file of the same kind and columns with the reason behind them.

It can be mended and offered again: its last column is recognised and not read. Reads the source a second
time, so that nothing of it has to be remembered; cells are written as they were in the source.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell

from desktop.imports.columns import Recognition
from desktop.imports.csv_reading import NO_DELIMITER
from desktop.imports.table import REASON_COLUMN, Table
from desktop.models.errors import EnvironmentFailure

REFUSED = "geweigerd"
DOUBTFUL = "twijfel"


def write_rows(
    table: Table, recognition: Recognition, reasons: Mapping[int, str], folder: Path, kind: str
) -> Path | None:
    """The path of the file written, None when there is nothing to write. `reasons`: row number → sentence."""
    if not reasons:
        return None
    path = _free_path(folder, table.source.path, kind)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        if table.source.format == "xlsx":
            _write_xlsx(path, _lines(table, recognition, reasons))
        else:
            _write_csv(path, _delimiter(table), _lines(table, recognition, reasons))
    except OSError as error:
        raise EnvironmentFailure("import_foutbestand", bestand=path.name, reden=error.strerror) from error
    return path


def _free_path(folder: Path, source: Path, kind: str) -> Path:
    stem, suffix = source.stem.removesuffix(f"-{kind}")[:80], ".xlsx" if source.suffix == ".xlsx" else ".csv"
    candidates = (folder / f"{stem}-{kind}{'' if n == 1 else f'-{n}'}{suffix}" for n in range(1, 10_000))
    return next(path for path in candidates if not path.exists())


def _lines(table: Table, recognition: Recognition, reasons: Mapping[int, str]) -> Iterator[list[str]]:
    width = max((len(row.cells) for row in table.rows() if row.number in reasons), default=0)
    titles = list(table.titles) if table.header else _made_titles(recognition)
    width = max(width, len(titles))
    yield [*_padded(titles, width), REASON_COLUMN]
    for row in table.rows():
        if row.number in reasons:
            yield [*_padded(list(row.cells), width), reasons[row.number]]


def _delimiter(table: Table) -> str:
    there = table.source.delimiter
    return there if there and there != NO_DELIMITER else ";"


def _made_titles(recognition: Recognition) -> list[str]:
    """A file without a header gets the names of its fields, so that it is understood again."""
    names = {column: name for name, column in recognition.columns.items()}
    return [names.get(column, f"kolom {column + 1}") for column in range(max(names, default=-1) + 1)]


def _padded(cells: list[str], width: int) -> list[str]:
    return cells + [""] * (width - len(cells))


def _write_csv(path: Path, delimiter: str, lines: Iterator[list[str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows(lines)


def _write_xlsx(path: Path, lines: Iterator[list[str]]) -> None:
    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet("Werkgevers")
    for line in lines:
        sheet.append([_text_cell(sheet, cell) for cell in line])
    workbook.save(path)


def _text_cell(sheet: Any, text: str) -> Any:
    """Always text, never a formula; without the control characters with which Excel opens no file."""
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"
    return cell
