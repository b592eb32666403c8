"""Closed streams, letters that are no UTF-8, and lines that are wrong: every line is answered."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.commandline.desk import PROGRAM, ROOT, Desk, Said, checked
from tests.support.builders import new_id

pytestmark = pytest.mark.skipif(os.name != "posix", reason="closed streams and bytes as words are of Unix")
ASCII = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}


def shell(desk: Desk, words: str, *given: str | bytes, closed: str = "") -> Said:
    """The program through a shell, which is what can close a stream."""
    script = f'"$@" {words} {closed}'
    done = subprocess.run(
        ["sh", "-c", script, "sh", *PROGRAM, *desk.always, *given],
        capture_output=True,
        cwd=ROOT,
        check=False,
        timeout=60,
    )
    return checked(Said(done.returncode, done.stdout.decode(), done.stderr.decode()), tuple(words.split()))


REGISTREER = '{"naam": "Houtbouw"}'


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_a_closed_stream_costs_the_answer_and_not_the_work(desk: Desk, closed: str) -> None:
    said = shell(desk, "--json", "doe", "werkgever.registreer", REGISTREER, closed=closed)

    assert (said.code, said.err) == (0, "")
    assert desk.ok("toon", "werkgever", "--json").data()["naam"] == "Houtbouw"
    assert desk.ok("controle", "--json").data()["klopt"]


@pytest.mark.parametrize("words", [("doe", "werkgever.registreer", "-"), ("doe", "--bestand", "-")])
def test_a_closed_stdin_is_a_sentence(desk: Desk, words: tuple[str, ...]) -> None:
    shell(desk, "", *words, closed="<&-").refused("Er is geen invoer om te lezen.")


def raw(desk: Desk, *words: str | bytes, env: dict[str, str] | None = None) -> Said:
    done = subprocess.run(
        [*PROGRAM, *desk.always, *words],
        capture_output=True,
        cwd=ROOT,
        env=os.environ | (env or {}),
        check=False,
        timeout=60,
    )
    return checked(Said(done.returncode, done.stdout.decode(), done.stderr.decode()), ())


def test_a_byte_that_is_no_utf8_is_refused(desk: Desk) -> None:
    said = raw(desk, "doe", "werkgever.registreer", b'{"naam": "cr\xe8che"}')

    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("Dit is geen tekst in UTF-8")
    assert desk.ok("toon", "werkgever", "--json").out == ""


def test_letters_come_through_whatever_the_locale_says(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "crèche"
    folder.mkdir()
    (folder / "één.csv").write_text("naam;kvk\nÜnïek;12345678\n", encoding="utf-8")

    made = raw(desk, "doe", "werkgever.registreer", '{"naam": "crèche"}', env=ASCII)
    read = raw(desk, "import", "werkgevers", str(folder / "één.csv"), env=ASCII)

    assert (made.code, read.code) == (0, 0), (made, read)
    assert [row["naam"] for row in desk.ok("toon", "werkgever", "--json").rows()] == ["crèche", "Ünïek"]


def test_a_file_name_need_not_be_utf8(desk: Desk, tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/cr\xe8che.csv"
    Path(os.fsdecode(name)).write_text("naam;kvk\nAlfa;12345678\n", encoding="utf-8")

    assert raw(desk, "import", "werkgevers", name).code == 0
    assert desk.ok("toon", "werkgever", "--json").data()["naam"] == "Alfa"


def test_half_a_character_in_json_is_refused(desk: Desk) -> None:
    said = desk.run("doe", "werkgever.registreer", '{"naam": "cr\\ud800che"}')

    said.refused("een teken dat niet te lezen is")


def test_a_number_of_thousands_of_digits(desk: Desk) -> None:
    said = desk.run("doe", "werkgever.registreer", '{"naam": ' + "9" * 5000 + "}")

    said.refused("een getal met te veel cijfers")


def test_broken_json_is_answered_too(desk: Desk) -> None:
    given = new_id()

    said = desk.run("doe", "werkgever.registreer", "{", "--uuid", given, "--json")

    assert said.code == 1
    assert (said.data()["uuid"], said.data()["uitkomst"]) == (given, "geweigerd")
    assert "Dit is geen JSON" in said.err


def test_every_line_gets_one_answer(desk: Desk, tmp_path: Path) -> None:
    ids = [new_id() for _ in range(3)]

    def line(naam: str, **more: Any) -> bytes:
        return json.dumps({"naam": "werkgever.registreer", "argumenten": {"naam": naam}} | more).encode()

    wrong = {
        line("A", tijd="0001-01-01", uuid=ids[0]): "Regel 1: Met het jaar 1 kan Werkregie niet rekenen",
        line("A", tijd="9999-12-31T23:59:59-12:00"): "Met het jaar 9999",
        b'{"naam": "x", "argumenten"': "regel 3, teken 27",
        b'{"naam": "x", "argumenten": {"a": ' + b"9" * 5000 + b"}}": "te veel cijfers",
        b'{"naam": "caf\xe9"}': "UTF-8",
        line("A", datum="2026-01-01", uuid=ids[1]): "Regel 6 heeft datum",
        line("A", uuid="nee"): "Dit is geen kenmerk: nee",
        line("cr\udce8che", uuid=ids[2]): "niet te lezen",
    }
    file = tmp_path / "veel.jsonl"
    file.write_bytes(b"\n".join([*wrong, line("Houtbouw")]) + b"\n")

    said = desk.run("doe", "--bestand", str(file), "--json")

    assert (said.code, said.err) == (1, "")
    rows = said.rows()
    assert [row["uitkomst"] for row in rows] == ["geweigerd"] * 8 + ["toegepast"]
    for row, fragment in zip(rows, wrong.values(), strict=False):
        assert fragment in row["reden"]
    assert [rows[n]["uuid"] for n in (0, 5, 6, 7)] == [ids[0], ids[1], "nee", ids[2]]
    assert desk.ok("toon", "werkgever", "--json").data()["naam"] == "Houtbouw"


def test_a_byte_order_mark_is_no_part_of_the_text(desk: Desk) -> None:
    mark = b"\xef\xbb\xbf"
    one = desk.process("doe", "werkgever.registreer", "-", "--json", given=mark + b'{"naam": "Alfa"}')
    many = b'{"naam": "werkgever.registreer", "argumenten": {"naam": "Bravo"}}\r\n'
    more = desk.process("doe", "--bestand", "-", "--json", given=mark + many)

    assert (one.code, more.code) == (0, 0), (one, more)
