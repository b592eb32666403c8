"""Excel files as people make them: titles, merged cells, formulas, numbers that should have been text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from desktop.imports.reading import open_table
from tests.imports.support import Region, bring_in, xlsx_file

HEADER = ["Naam", "KvK-nummer", "Adres", "Postcode", "Plaats"]


def test_numbers_keep_what_they_mean(tmp_path: Path) -> None:
    region = Region()
    row = ["Sportfondsen", 8079417, "Kerkstraat 3", "1217 gp", "Hilversum"]
    result = bring_in(xlsx_file(tmp_path, [HEADER, row]), region)

    assert region.only().kvk_nummer == "08079417"
    assert result.hersteld == {"kvk": 1}


def test_the_value_of_a_formula_is_used_and_a_missing_one_is_said(tmp_path: Path) -> None:
    path = xlsx_file(
        tmp_path,
        [
            HEADER,
            ["Jansen", "12345678", "=1+1", "1217GP", "Hilversum"],
            ['="Pieters"', "12345679", "Kerkstraat 4", "1217GP", "Hilversum"],
        ],
    )

    result = bring_in(path, dry_run=True)

    assert (result.nieuw, result.geweigerd, result.twijfel) == (1, 1, 1)
    assert any("formule zonder uitkomst" in line for line in result.waarschuwingen)


def test_a_formula_with_a_value_counts(tmp_path: Path) -> None:
    path = _with_cached_value(
        xlsx_file(tmp_path, [HEADER, ['=A9&"x"', "12345678", None, None, None]]), "Jansen"
    )
    assert [row.cells[:2] for row in open_table(path).rows()] == [("Jansen", "12345678")]


def _with_cached_value(path: Path, value: str) -> Path:
    import zipfile

    filled = path.with_name("uitgerekend.xlsx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(filled, "w") as target:
        for member in source.infolist():
            content = source.read(member).decode()
            content = content.replace('<c r="A2"><f>', '<c r="A2" t="str"><f>')
            content = content.replace("</f><v />", f"</f><v>{value}</v>").replace(
                "</f><v/>", f"</f><v>{value}</v>"
            )
            target.writestr(member.filename, content)
    return filled


def test_a_merged_name_holds_for_all_its_rows(tmp_path: Path) -> None:
    region = Region()
    header: list[str | None] = ["Werkgever", "KvK", "Vestiging", "Postcode"]
    rows: list[list[str | None]] = [
        header,
        ["Zorg BV", "12345678", "Noord", "1217GP"],
        [None, "12345678", "Zuid", "1402AA"],
    ]

    result = bring_in(xlsx_file(tmp_path, rows, merge="A2:A3"), region)

    assert result.geweigerd == 0
    assert [place.naam for place in region.only().vestigingen] == ["Noord", "Zuid"]
    assert any("samengevoegde" in line for line in result.waarschuwingen)


def test_a_title_above_the_header_is_skipped(tmp_path: Path) -> None:
    rows: list[list[str]] = [
        ["Werkgevers in de regio"],
        [],
        HEADER,
        ["Jansen", "12345678", "Kerkstraat 1", "1217GP", "Hilversum"],
    ]
    table = open_table(xlsx_file(tmp_path, rows, merge="A1:E1"))

    assert table.header == tuple(HEADER)
    assert [row.number for row in table.rows()] == [4]
    assert table.remarks[0].code == "import_titel_overgeslagen"


def test_the_first_sheet_with_something_on_it_or_the_one_that_is_named(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    for title in ("Bedrijven", "Archief"):
        sheet = workbook.create_sheet(title)
        sheet.append(["naam", "kvk"])
        sheet.append([f"{title} BV", "12345678"])
    path = tmp_path / "bladen.xlsx"
    workbook.save(path)

    assert open_table(path).source.sheet == "Bedrijven"
    assert [row.cells[0] for row in open_table(path, "Archief").rows()] == ["Archief BV"]
    assert any("bladen" in line for line in bring_in(path).waarschuwingen)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "Ja"),
        (3.0, "3"),
        (2.5, "2.5"),
        (date(2024, 3, 1), "2024-03-01"),
        ("#N/A", ""),
        (12.0, "12"),
    ],
)
def test_cells_become_the_text_that_a_person_saw(tmp_path: Path, value: object, text: str) -> None:
    table = open_table(xlsx_file(tmp_path, [["naam", "iets"], ["Jansen", value]]))
    (row,) = table.rows()
    assert row.cell(1) == text


def test_refused_rows_come_back_as_xlsx_and_can_be_mended(tmp_path: Path) -> None:
    rows = [
        HEADER,
        ["=Jansen", "1234", "Kerkstraat 1", "1217GP", "Hilversum"],
        ["Goed BV", "12345678", "", "", ""],
    ]
    path = xlsx_file(tmp_path, rows[:1] + rows[2:])
    workbook = openpyxl.load_workbook(path)
    workbook.active.append(["Jansen", "1234", "+31 is geen straat", "1217GP", "Hilversum"])
    workbook.save(path)
    region = Region()

    first = bring_in(path, region)
    assert first.foutbestand is not None
    errors = openpyxl.load_workbook(first.foutbestand)
    assert [cell.value for cell in errors.active[1]] == [*HEADER, "reden"]
    errors.active["B2"] = "12345679"
    errors.save(first.foutbestand)
    second = bring_in(Path(first.foutbestand), region)

    assert (first.nieuw, first.geweigerd, second.nieuw, second.geweigerd) == (1, 1, 1, 0)
