"""A csv file as rows of text: encoding and delimiter found, a runaway line stopped in time.

Reads the file as a stream, a line at a time.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import islice
from math import log2
from pathlib import Path
from typing import TextIO

from desktop.imports.encodings import Encoding, encoding_of
from desktop.imports.table import Row, Source
from desktop.models.errors import Weigering

LINE_LIMIT = 1_000_000
DELIMITERS = ";,\t|"
_SAMPLE_LINES = 300
_LINES_IN_ONE_ROW = 30
_EVEN_ENOUGH = 0.5
NO_DELIMITER = "\x1f"


def read_csv(path: Path) -> Source:
    """Raises `Weigering` when the text is no table or a line has no end."""
    encoding = encoding_of(path)
    sample = _sample(path, encoding)
    _refuse_binary("".join(sample), path.name)
    delimiter = _announced(sample) or find_delimiter(sample)
    read = partial(_rows, path, encoding, delimiter)
    return Source(path, "csv", read, encoding=encoding.name, delimiter=delimiter)


def find_delimiter(lines: list[str]) -> str:
    """The mark that cuts the lines most evenly into most columns; `NO_DELIMITER` when nothing cuts."""
    scores = {mark: _evenness(lines, mark) for mark in DELIMITERS}
    best = max(DELIMITERS, key=lambda mark: scores[mark])
    return best if scores[best] > 0 else NO_DELIMITER


def _evenness(lines: list[str], mark: str) -> float:
    try:
        rows = csv.reader(lines, delimiter=mark, skipinitialspace=True)
        widths = Counter(len(row) for row in rows if row)
    except csv.Error:
        return 0.0
    width, count = max(widths.items(), key=lambda item: (item[0] > 1, item[1]), default=(1, 0))
    if width < 2 or count < _EVEN_ENOUGH * widths.total():
        return 0.0
    return float((count / widths.total()) ** 2 * (1 + log2(width)))


def _announced(sample: list[str]) -> str | None:
    """Excel's own first line `sep=;`."""
    first = sample[0].strip().strip('"').lower() if sample else ""
    return first[4:] or None if first.startswith("sep=") and len(first) <= 5 else None


def _open(path: Path, encoding: Encoding) -> TextIO:
    return path.open(encoding=encoding.name, errors=encoding.errors, newline="")


def _sample(path: Path, encoding: Encoding) -> list[str]:
    with _open(path, encoding) as stream:
        return list(islice(_Lines(stream, path.name), _SAMPLE_LINES))


def _refuse_binary(text: str, name: str) -> None:
    strange = sum(
        1 for letter in text if (letter < " " and letter not in "\t\r\n\x0b\x0c") or letter == "\ufffd"
    )
    if strange > 0.02 * len(text):
        raise Weigering("import_geen_tabel", bestand=name)


class _Lines:
    """Lines of a stream, none of them longer than the limit; knows how many it gave."""

    def __init__(self, stream: TextIO, name: str) -> None:
        self._stream = stream
        self._name = name
        self.given = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._stream.readline(LINE_LIMIT)
        if not line:
            raise StopIteration
        self.given += 1
        if len(line) == LINE_LIMIT and line[-1] not in "\r\n":
            raise Weigering("import_regel_te_lang", bestand=self._name, rij=self.given, max=LINE_LIMIT)
        return line


def _rows(path: Path, encoding: Encoding, delimiter: str) -> Iterator[Row]:
    csv.field_size_limit(LINE_LIMIT)
    with _open(path, encoding) as stream:
        lines = _Lines(stream, path.name)
        reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
        number, before = 0, 0
        try:
            for number, cells in enumerate(reader, start=1):
                if lines.given - before > _LINES_IN_ONE_ROW:
                    raise Weigering("import_aanhalingsteken", bestand=path.name, rij=number)
                before = lines.given
                if number > 1 or not _announced([delimiter.join(cells)]):
                    yield Row(number, tuple(cells) if any(cell.strip() for cell in cells) else ())
        except csv.Error as error:
            raise Weigering("import_aanhalingsteken", bestand=path.name, rij=number + 1) from error
