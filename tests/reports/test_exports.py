"""Rows as csv, xlsx and json."""

from __future__ import annotations

import csv
import json
import tempfile
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.models.queries.regie_rows import RegieRij
from desktop.reports.exports import write_rows
from desktop.reports.whole_file import Stopped
from tests.reports import samples

ENDINGS = ("csv", "xlsx", "json")


@dataclass(frozen=True)
class Carrier:
    """A row that carries others, as an instrument its limits."""

    naam: str
    regies: tuple[RegieRij, ...]


def read(path: Path) -> list[dict[str, Any]]:
    """The rows as a program with that format reads them."""
    if path.suffix == ".json":
        rows: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))
        return rows
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream, delimiter=";"))
    book = openpyxl.load_workbook(path)
    try:
        names, *values = list(book.worksheets[0].values)
        return [dict(zip(map(str, names), row, strict=True)) for row in values]
    finally:
        book.close()


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_goes_in_comes_out(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"rijen.{ending}"
    card = samples.werkgever(naam="Café Zoë; „Bij ’t Ĳ”", kvk_nummer="01234567")
    assert write_rows(path, [card], ["naam", "kvk_nummer", "werkzame_personen"]) == 1
    (row,) = read(path)
    assert row["naam"] == "Café Zoë; „Bij ’t Ĳ”"
    assert row["kvk_nummer"] == "01234567"
    assert str(row["werkzame_personen"]) == "46"


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_row_with_rows_in_it(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"rijen.{ending}"
    carrier = Carrier("bezoek", (samples.regie(),))
    write_rows(path, [carrier])
    (row,) = read(path)
    assert row["naam"] == "bezoek"
    assert "Joost van Doorn" in str(row["regies"])
    assert "2024-05-01" in str(row["regies"])


def test_csv_opens_in_dutch_excel(tmp_path: Path) -> None:
    path = tmp_path / "rijen.csv"
    write_rows(path, [samples.regie()], ["accountmanager", "van"])
    assert path.read_bytes() == "\ufeffaccountmanager;van\r\nJoost van Doorn;2024-05-01\r\n".encode()


@pytest.mark.parametrize(
    "text", ["=1+1", '=HYPERLINK("http://x")', "+31 oproep", "-1+cmd|' /C calc'!A0", "@SUM(A1)"]
)
def test_text_is_never_a_formula(tmp_path: Path, text: str) -> None:
    rows = [samples.contactmoment(notitie=text)]
    write_rows(tmp_path / "r.csv", rows, ["notitie"])
    assert read(tmp_path / "r.csv")[0]["notitie"] == f"'{text}"
    write_rows(tmp_path / "r.xlsx", rows, ["notitie"])
    cell = openpyxl.load_workbook(tmp_path / "r.xlsx").worksheets[0]["A2"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_a_signed_number_stays_as_it_is(tmp_path: Path) -> None:
    write_rows(tmp_path / "r.csv", [samples.contactpersoon(telefoon="+31350000123")], ["telefoon"])
    assert read(tmp_path / "r.csv")[0]["telefoon"] == "+31350000123"


def test_values_read_as_people_read_them(tmp_path: Path) -> None:
    row = samples.werkgever(
        actief=False,
        handelsnamen=("Een", "Twee"),
        gewijzigd_op=datetime(2026, 7, 1, 8, 0, tzinfo=UTC),
        website=None,
    )
    names = ["actief", "handelsnamen", "gewijzigd_op", "website"]
    write_rows(tmp_path / "r.csv", [row], names)
    assert list(read(tmp_path / "r.csv")[0].values()) == ["nee", "Een, Twee", "2026-07-01 10:00:00", ""]
    write_rows(tmp_path / "r.xlsx", [row], names)
    assert [str(value) for value in read(tmp_path / "r.xlsx")[0].values()] == [
        "nee",
        "Een, Twee",
        "2026-07-01 10:00:00",
        "None",
    ]
    write_rows(tmp_path / "r.json", [row], names)
    assert list(read(tmp_path / "r.json")[0].values()) == [
        False,
        ["Een", "Twee"],
        "2026-07-01T08:00:00+00:00",
        None,
    ]


def test_dates_in_xlsx_are_dates(tmp_path: Path) -> None:
    write_rows(tmp_path / "r.xlsx", [samples.regie(), samples.regie(van=date(1, 1, 1))], ["van"])
    assert [str(row["van"]) for row in read(tmp_path / "r.xlsx")] == ["2024-05-01 00:00:00", "0001-01-01"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_no_rows_is_a_file_without_rows(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"leeg.{ending}"
    assert write_rows(path, [], ["naam"]) == 0
    assert read(path) == []


@given(st.text(max_size=300))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_can_be_exported(tmp_path: Path, text: str) -> None:
    for ending in ENDINGS:
        path = tmp_path / f"r.{ending}"
        assert write_rows(path, [samples.contactmoment(notitie=text)], ["notitie", "datum"]) == 1
        assert len(read(path)) == 1


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Weigering, match="exportsoort_onbekend"):
        write_rows(tmp_path / "rijen.docx", [samples.regie()])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_stopping_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    asked: list[int] = []

    def stop() -> bool:
        asked.append(1)
        return len(asked) > 2

    with pytest.raises(Stopped):
        write_rows(tmp_path / f"r.{ending}", [samples.regie()] * 2000, None, stop)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailure, match="bestand_niet_te_schrijven"):
        write_rows(tmp_path / "weg" / "r.csv", [samples.regie()])
