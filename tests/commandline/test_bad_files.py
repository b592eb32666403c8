"""Files that are no list of werkgevers, and places where nothing can be written: one sentence each."""

from __future__ import annotations

import errno
import os
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop.models import store
from tests.commandline.desk import PROGRAM, ROOT, Desk

resource = pytest.importorskip("resource", reason="limits and /dev/full are of Unix")
MEGABYTE = 1_000_000
FULL = "De schijf is vol. Maak ruimte vrij en probeer het opnieuw; je tekst blijft staan.\n"


def test_what_is_no_list_of_werkgevers(desk: Desk, tmp_path: Path) -> None:
    contents = {
        "leeg.csv": b"",
        "wit.csv": b"\xef\xbb\xbf \r\n \r\n",
        "foto.csv": b"\x89PNG\r\n\x1a\n" + bytes(500),
        "brief.csv": b"%PDF-1.7\n" + b"x" * 500,
        "pagina.csv": b"<!DOCTYPE html><html><body>Inloggen</body></html>",
        "boek.xlsx": b"PK\x03\x04 stuk",
        "proza.csv": b"Beste collega,\nhierbij de lijst waar ik het over had.\n",
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
        said = desk.run("import", "werkgevers", str(tmp_path / name), "--json")
        assert said.code == 1, name
        said.refused(name if name != "proza.csv" else "kolom")
    assert desk.ok("toon", "wachtrij", "--json").out == ""


def test_a_directory_a_missing_file_and_a_device(desk: Desk, tmp_path: Path) -> None:
    desk.run("import", "werkgevers", str(tmp_path)).refused("map")
    desk.run("import", "werkgevers", str(tmp_path / "weg.csv")).refused("weg.csv")
    desk.run("import", "werkgevers", os.devnull).refused("")


def test_a_line_of_50_mb(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "lang.csv"
    file.write_bytes(b"naam;kvk\n" + b"a" * 50 * MEGABYTE + b";12345678\n")

    desk.run("import", "werkgevers", str(file)).refused("Regel 2 van lang.csv")


def test_a_command_of_50_mb(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "lang.jsonl"
    file.write_bytes(
        b'{"naam": "werkgever.registreer", "argumenten": {"naam": "' + b"a" * 50 * MEGABYTE + b'"}}\n'
    )

    said = desk.run("doe", "--bestand", str(file), "--json")

    assert said.code == 1
    assert "Er passen er 500" in said.data()["reden"]


def test_utf16_reads_as_it_should(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "excel.csv"
    file.write_bytes("naam;kvk\nCafé Ünïek;12345678\n".encode("utf-16"))

    assert desk.ok("import", "werkgevers", str(file), "--json").data()["nieuw"] == 1
    assert desk.ok("toon", "werkgever", "--json").data()["naam"] == "Café Ünïek"


def test_an_xlsx_with_formulas_and_merged_cells(desk: Desk, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["naam", "kvk", "plaats"],
        ["Alfa", "12345678", "=A2"],
        [None, "23456789", "Bussum"],
        ["Bravo", "=B2", "Laren"],
    ):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    file = tmp_path / "boek.xlsx"
    book.save(file)

    said = desk.ok("import", "werkgevers", str(file), "--json").data()

    assert said["gelezen"] == 3
    assert said["gelezen"] == said["nieuw"] + said["gewijzigd"] + said["gelijk"] + said["geweigerd"]
    assert any("formule" in line.lower() for line in said["waarschuwingen"])


def test_a_file_without_rights(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "geheim.csv"
    file.write_text("naam\nAlfa\n", encoding="utf-8")
    real = Path.open

    def guarded(path: Path, *args: Any, **kwargs: Any) -> Any:
        """An administrator's account may read everything, so the system's answer is given here."""
        if path == file:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, *args, **kwargs)

    monkeypatch.setattr(Path, "open", guarded)

    desk.run("import", "werkgevers", str(file)).refused("geheim.csv")
    desk.run("doe", "--bestand", str(file)).refused("niet lezen")


def test_files_that_are_no_text(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "latin.jsonl"
    file.write_bytes('{"naam": "caf\xe9"}\n'.encode("latin-1"))

    said = desk.run("doe", "--bestand", str(file), "--json")
    assert (said.code, "UTF-8" in said.data()["reden"]) == (1, True)
    desk.run("doe", "--bestand", str(tmp_path / "weg.jsonl")).refused("weg.jsonl")
    desk.run("doe", "--bestand", str(tmp_path)).refused("niet lezen")
    desk.process("doe", "werkgever.registreer", "-", given=b'{"naam": "caf\xe9"}').refused("UTF-8")


@pytest.mark.parametrize(
    ("given", "fragment"),
    [
        ("", "regel 1, teken 1"),
        ("{", "regel 1"),
        ("{'naam': 1}", "Dit is geen JSON"),
        ("[" * 100_000, "lagen"),
    ],
)
def test_json_that_cannot_be_read(desk: Desk, given: str, fragment: str) -> None:
    desk.run("doe", "werkgever.registreer", given).refused(fragment)


@pytest.mark.parametrize(
    ("given", "fragment"),
    [
        ("[]", "Hier horen velden met een naam."),
        ("12", "Hier horen velden met een naam."),
        ("null", "Hier horen velden met een naam."),
        ("{}", "naam"),
        ('{"naam": 3}', "Hier hoort tekst"),
        ('{"naam": "a", "fiets": 1}', "fiets"),
        ('{"naam": "\\ud800"}', "dat niet te lezen is"),
        ('{"naam": "a", "id": "1"}', "kenmerk"),
    ],
)
def test_arguments_that_do_not_fit(desk: Desk, given: str, fragment: str) -> None:
    desk.run("doe", "werkgever.registreer", given).refused(fragment)


def test_a_command_that_does_not_exist(desk: Desk) -> None:
    desk.run("doe", "fiets.koop", "{}").refused("kent de opdracht fiets.koop")


def test_nothing_is_written_over_a_device_or_a_folder(desk: Desk, tmp_path: Path) -> None:
    before = Path("/dev/full").stat()
    for target in ("/dev/full", str(tmp_path)):
        desk.run("overzicht", "--alle", "--uit", target).refused("Hier kan geen bestand komen")
        desk.run("export", "werkgever", "--uit", target).refused("Hier kan geen bestand komen")
    assert Path("/dev/full").stat().st_rdev == before.st_rdev
    desk.run("overzicht", "--alle", "--uit", str(tmp_path / "weg" / "o.pdf")).refused("o.pdf", 3)


def ended(desk: Desk, stdout: Any) -> tuple[int, str]:
    """Exit code and stderr of a word that writes more than one buffer into `stdout`."""
    words = [*PROGRAM, *desk.always, "toon", "code", "--json"]
    done = subprocess.run(words, stdout=stdout, stderr=subprocess.PIPE, cwd=ROOT, check=False, text=True)
    return done.returncode, done.stderr


def test_output_that_nobody_can_take(desk: Desk) -> None:
    with Path("/dev/full").open("wb") as full:
        code, said = ended(desk, full)

    assert (code, said) == (3, FULL)


def test_a_reader_that_has_had_enough(desk: Desk) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        assert ended(desk, write) == (0, "")
    finally:
        os.close(write)


def many(tmp_path: Path) -> str:
    file = tmp_path / "veel.csv"
    rows = "".join(f"Werkgever {n};{'lange straat ' * 5}\n" for n in range(2000))
    file.write_text(f"naam;straat\n{rows}", encoding="utf-8")
    return str(file)


def still_whole(desk: Desk) -> bool:
    """What was recorded before is there, nothing of the rest is, and the file is sound."""
    names = [row["naam"] for row in desk.ok("toon", "werkgever", "--json").rows()]
    return names == ["Eerst"] and desk.ok("controle", "--json").data()["klopt"] is True


def test_a_disk_that_fills_up_loses_nothing_that_was_recorded(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.do("werkgever.registreer", naam="Eerst")
    real = store._prepare

    def small(connection: Any, key: str, cache_kib: int) -> None:
        """SQLite says the same when it may have no more pages and when the disk has no more room."""
        real(connection, key, cache_kib)
        connection.execute(f"PRAGMA max_page_count = {connection.execute('PRAGMA page_count').fetchone()[0]}")

    with monkeypatch.context() as patch:
        patch.setattr(store, "_prepare", small)
        said = desk.run("import", "werkgevers", many(tmp_path), "--json")

    assert (said.code, said.out, said.err) == (3, "", FULL)
    assert still_whole(desk)


def test_a_file_that_may_not_grow_loses_nothing_either(desk: Desk, tmp_path: Path) -> None:
    desk.do("werkgever.registreer", naam="Eerst")
    limit = 128 * 1024  # less than what the first part of the import writes, however large the database was

    said = desk.process(
        "import",
        "werkgevers",
        many(tmp_path),
        "--json",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )

    assert (said.code, said.out) == (3, "")
    assert said.err.count("\n") == 1
    assert still_whole(desk)
