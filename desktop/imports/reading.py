"""One way in for every file: from a path to a table, or one plain reason why not.

Reads the file; writes nothing. `Weigering`: the person can do something about it. `EnvironmentFailure`: the
disk.
"""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from desktop.imports import kinds
from desktop.imports.csv_reading import read_csv
from desktop.imports.header import LOOKED_AT, find_header
from desktop.imports.remarks import remark
from desktop.imports.table import Source, Table
from desktop.imports.xlsx_reading import read_xlsx
from desktop.models.errors import EnvironmentFailure, Weigering


def open_table(path: Path, sheet: str | None = None) -> Table:
    """The table in a csv or xlsx file; `sheet` names a sheet of the latter."""
    kind = kinds.kind_of(path)
    try:
        source = read_xlsx(path, sheet) if kind == kinds.XLSX else read_csv(path)
        return _with_header(source)
    except PermissionError as error:
        raise Weigering("import_geen_rechten", bestand=path.name) from error
    except OSError as error:
        raise EnvironmentFailure("import_niet_leesbaar", bestand=path.name, reden=error.strerror) from error


def _with_header(source: Source) -> Table:
    filled = (row for row in source.read() if not row.empty)
    sample = list(islice(filled, LOOKED_AT * 4))
    if not sample:
        raise Weigering("import_leeg", bestand=source.path.name)
    place = find_header(sample)
    if place is None:
        return Table(source, None, sample[0].number)
    if len(sample) == place + 1:
        raise Weigering("import_alleen_kop", bestand=source.path.name)
    header = tuple(cell.strip() for cell in sample[place].cells)
    while header and not header[-1]:
        header = header[:-1]
    skipped = (remark("import_titel_overgeslagen", aantal=place),) if place else ()
    return Table(source, header, sample[place].number + 1, skipped)
