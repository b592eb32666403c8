"""Whatever the delimiter, the encoding and the quotes: what was written is what is read."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.imports.encodings import encoding_of
from desktop.imports.header import find_header
from desktop.imports.reading import open_table
from desktop.imports.table import Row
from tests.imports.support import csv_file

NAMES = ["Crèche Michaël", "Coöperatie Zeeën", "Fryslân BV", "Café Één", "Naïef & Zn", 'De "Gouden" Leeuw']
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman", "cp850"]
_LETTERS = st.characters(codec="cp1252", exclude_categories=["Cc", "Zs"], exclude_characters="\xad")
_CELL = st.text(st.one_of(_LETTERS, st.sampled_from("abcdefghijkl ;,|\t\"'")), min_size=1, max_size=12)


def _written(rows: list[list[str]], delimiter: str, encoding: str) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue().encode(encoding)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_dutch_names_survive_every_delimiter_and_encoding(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    rows = [["Naam", "KvK-nummer", "Adres"]]
    rows += [[f"{name} {n}", str(10000000 + n), f"Straat, {n}; a"] for n, name in enumerate(NAMES * 5)]
    path = tmp_path / "lijst.csv"
    path.write_bytes(_written(rows, delimiter, encoding))

    table = open_table(path)

    assert table.source.delimiter == delimiter
    assert table.header == tuple(rows[0])
    assert [list(row.cells) for row in table.rows()] == rows[1:]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    rows=st.lists(st.lists(_CELL, min_size=3, max_size=3), min_size=3, max_size=20),
    delimiter=st.sampled_from(";,\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_any_table_with_a_header_reads_back(
    tmp_path: Path, rows: list[list[str]], delimiter: str, encoding: str
) -> None:
    header = ["naam", "kvk-nummer", "postcode"]
    path = tmp_path / "lijst.csv"
    path.write_bytes(_written([header, *rows], delimiter, encoding))

    table = open_table(path)

    if table.source.delimiter == delimiter:
        read = [[cell.strip() for cell in row.cells] for row in table.rows()]
        assert read == [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    else:
        assert any(mark in cell for row in rows for cell in row for mark in ";,\t|")


def test_a_few_windows_bytes_do_not_spoil_a_utf8_file(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    good = "".join(f"Crèche {n};1234567{n % 10}\r\n" for n in range(50)).encode()
    path.write_bytes(b"naam;kvk\r\n" + good + b"Caf\xe9;12345678\r\n")

    names = [row.cells[0] for row in open_table(path).rows()]

    assert names[0] == "Crèche 0"
    assert names[-1] == "Café"


def test_an_encoding_mistake_far_into_the_file_is_found(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_bytes(b"naam;kvk\r\n" + b"Jansen;12345678\r\n" * 100_000 + b"Caf\xe9;12345678\r\n")
    assert encoding_of(path).name == "cp1252"


def test_excels_own_first_line_and_old_line_ends(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "sep=|", "naam|kvk", "Jansen, BV|12345678")
    assert [row.cells for row in open_table(path).rows()] == [("Jansen, BV", "12345678")]
    old = tmp_path / "mac.csv"
    old.write_bytes(b"naam;kvk\rJansen;12345678\rPieters;12345679\r")
    assert len(list(open_table(old).rows())) == 2


def test_a_cell_may_hold_several_lines_and_rows_are_counted_as_excel_does(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "naam;adres", '"Jansen', 'BV";Kerkstraat 1', "", "Pieters;Kerkstraat 2")
    assert [(row.number, row.cells[0]) for row in open_table(path).rows()] == [
        (2, "Jansen\r\nBV"),
        (4, "Pieters"),
    ]


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ([["naam", "kvk"], ["Jansen", "12345678"]], 0),
        ([["Lijst 2024"], ["Bedrijfsnaam", "KvK nr."], ["Jansen", "12345678"]], 1),
        ([["accres apeldoorn b.v.", "8079417"], ["b.v. sport", "1084769"]], None),
        ([["Wie", "Wat"], ["Jansen", "12345678"], ["Pieters", "12345679"]], 0),
        ([["Jansen", "1217GP"], ["Pieters", "1402AA"]], None),
    ],
)
def test_where_the_header_is(rows: list[list[str]], place: int | None) -> None:
    assert find_header([Row(n, tuple(cells)) for n, cells in enumerate(rows, start=1)]) == place
