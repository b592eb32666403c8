"""What bad input gets: one plain sentence, no traceback, and nothing that was read into memory whole."""

from __future__ import annotations

import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop.imports import xlsx_reading
from desktop.imports.reading import open_table
from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.wording import UNKNOWN, explain
from tests.imports.support import bring_in, csv_file, xlsx_file

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def refused(path: Path, code: str, sheet: str | None = None) -> str:
    with pytest.raises(Weigering) as caught:
        open_table(path, sheet)
    assert caught.value.code == code
    sentence = explain(caught.value)
    assert sentence != UNKNOWN.format(code=code)
    assert "…" not in sentence
    return sentence


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 500, "import_ander_soort"),
        (b"\xff\xd8\xff\xe0" + b"\1" * 500, "import_ander_soort"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + b"1 0 obj\n" * 50, "import_ander_soort"),
        (b"<!DOCTYPE html><html><body>nee</body></html>", "import_ander_soort"),
        (b'{"naam": "Jansen"}', "import_ander_soort"),
        (b"SQLite format 3\0" + b"\0" * 500, "import_ander_soort"),
        (OLE + b"\0" * 2000 + "Workbook".encode("utf-16-le"), "import_oud_excel"),
        (OLE + b"\0" * 2000 + "EncryptedPackage".encode("utf-16-le"), "import_wachtwoord"),
        (b"PK\x03\x04 en verder niets", "import_xlsx_kapot"),
        (bytes(range(256)) * 40, "import_geen_tabel"),
        (b"", "import_leeg"),
        (b"\xef\xbb\xbf", "import_leeg"),
        (b"\r\n \r\n\r\n", "import_leeg"),
        (b";;;\r\n;;;\r\n", "import_leeg"),
        (b"naam;kvk-nummer;postcode\r\n", "import_alleen_kop"),
    ],
)
def test_a_file_that_is_no_list_gets_its_own_sentence(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "lijst.csv"
    path.write_bytes(content)

    assert "lijst.csv" in refused(path, code)


def test_a_directory_a_missing_file_and_an_ordinary_zip(tmp_path: Path) -> None:
    refused(tmp_path, "import_map")
    refused(tmp_path / "weg.csv", "import_bestand_weg")
    with zipfile.ZipFile(tmp_path / "pak.zip", "w") as archive:
        archive.writestr("lijst.csv", "naam\nJansen\n")
    assert "zip" in refused(tmp_path / "pak.zip", "import_ander_soort")


def test_a_file_without_rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = csv_file(tmp_path, "naam;kvk", "Jansen;12345678")
    monkeypatch.setattr(Path, "open", _not_allowed)
    refused(path, "import_geen_rechten")


def _not_allowed(*_arguments: Any, **_named: Any) -> None:
    raise PermissionError(13, "Permission denied")


def test_a_disk_that_fails_is_no_fault_of_the_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = csv_file(tmp_path, "naam;kvk", "Jansen;12345678")
    monkeypatch.setattr(Path, "open", _broken_disk)
    with pytest.raises(EnvironmentFailure, match="import_niet_leesbaar"):
        open_table(path)


def _broken_disk(*_arguments: Any, **_named: Any) -> None:
    raise OSError(5, "Input/output error")


@pytest.mark.parametrize("letter", [b"x", b"\xe9", b'"', b"a;"])
def test_a_line_of_50_mb_is_refused_without_loading_it(tmp_path: Path, letter: bytes) -> None:
    path = tmp_path / "lang.csv"
    with path.open("wb") as stream:
        stream.write(b"naam;kvk\r\nJansen;12345678\r\n")
        for _ in range(50):
            stream.write(letter * (1_000_000 // len(letter)))
    tracemalloc.start()
    try:
        refused(path, "import_regel_te_lang")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert peak < 30_000_000


def test_a_quote_that_never_ends_names_the_row(tmp_path: Path) -> None:
    lines = [f"Bedrijf {n};{12345600 + n}" for n in range(200)]
    lines[3] = '"Bakkerij De Bol;12345678'

    with pytest.raises(Weigering) as caught:
        bring_in(csv_file(tmp_path, "naam;kvk", *lines))

    assert caught.value.code == "import_aanhalingsteken"
    assert caught.value.parameters["rij"] == 5


def test_no_column_of_names(tmp_path: Path) -> None:
    with pytest.raises(Weigering) as caught:
        bring_in(csv_file(tmp_path, "postcode;kvk-nummer", "1217GP;12345678"))
    assert caught.value.code == "import_geen_naamkolom"
    assert "kvk-nummer" in explain(caught.value)


def test_a_letter_is_no_list(tmp_path: Path) -> None:
    with pytest.raises(Weigering, match="import_geen_naamkolom"):
        bring_in(csv_file(tmp_path, "Geachte heer,", "Hierbij de lijst.", "Groet", name="brief.txt"))


def test_an_xlsx_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = xlsx_file(tmp_path, [["naam", "kvk"], ["Jansen", "12345678"]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/bom.bin", b"\0" * 3_000_000)
    monkeypatch.setattr(xlsx_reading, "UNPACKED_LIMIT", 2_000_000)
    assert path.stat().st_size < 20_000
    refused(path, "import_xlsx_te_groot")


def test_a_damaged_xlsx(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path, [["naam", "kvk"]] + [[f"Bedrijf {n}", n] for n in range(500)])
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    refused(path, "import_xlsx_kapot")


def test_an_xlsx_with_broken_xml(tmp_path: Path) -> None:
    good = xlsx_file(tmp_path, [["naam", "kvk"], ["Jansen", "12345678"]])
    bad = tmp_path / "stuk.xlsx"
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(bad, "w") as target:
        for member in source.infolist():
            content = source.read(member)
            target.writestr(member, content[:-40] if "sheet1" in member.filename else content)
    refused(bad, "import_xlsx_kapot")


def test_an_empty_workbook_and_a_sheet_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "leeg.xlsx"
    openpyxl.Workbook().save(path)
    refused(path, "import_leeg")
    assert "Sheet" in refused(path, "import_blad_weg", sheet="Blad7")
