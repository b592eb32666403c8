"""Wrong usage, help and version: Dutch, exit code 2, and fast."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from desktop import __version__
from desktop.commandline import program
from desktop.commandline.documentation import TARGET, document
from tests.commandline.desk import PROGRAM, ROOT

ENGLISH = re.compile(
    r"\b(usage|options|positional|arguments|required|invalid|unrecognized|expected|choose|show|error|default)\b"
)


def say(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = program.run(list(words))
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        (["fiets"], "fiets bestaat niet"),
        (["toon"], "Er mist nog: SOORT."),
        (["toon", "fiets"], "fiets bestaat niet. Kies uit:"),
        (["toon", "werkgever", "--limiet", "-1"], "--limiet"),
        (["toon", "werkgever", "--limiet", "veel"], "Dit is geen heel getal"),
        (["doe"], "de naam van de opdracht"),
        (["doe", "contact.leg_vast"], "de naam van de opdracht"),
        (["doe", "a.b", "{}", "--bestand", "x"], "in het bestand zelf"),
        (["doe", "a.b", "{}", "--tijd", "gisteren"], "Dit is geen moment: gisteren."),
        (["doe", "a.b", "{}", "--uuid", "12"], "Dit is geen kenmerk: 12."),
        (["doe", "a.b", "{}", "--tijd", "0001-01-01"], "Met het jaar 1 kan Werkregie niet rekenen."),
        (["doe", "a.b", "{}", "--tijd", "9999-12-31T23:59:59-12:00"], "Met het jaar 9999"),
        (["--nu", "9999-12-31T23:59:59-12:00", "sync"], "Met het jaar 9999"),
        (["toon", "werkgever", "--limiet", "99999999999999999999999"], "meer dan 9 cijfers"),
        (["toon", "werkgever", "--limiet", "9" * 5000], "meer dan 9 cijfers"),
        (["centraal", "serve", "--database", "x", "--poort", "65536"], "Poort 65536 bestaat niet."),
        (["--nu", "straks", "sync"], "Dit is geen moment: straks."),
        (["sync", "--jsn"], "Werkregie kent dit hier niet: --jsn."),
        (["sync", "--map"], "Hier hoort één waarde achter."),
        (["overzicht", "--uit", "x.pdf"], "Kies een van deze"),
        (["overzicht", "--alle", "--werkgever", "1", "--uit", "x.pdf"], "Dit gaat niet samen met"),
        (["import"], "Er mist nog"),
        (["centraal"], "Er mist nog"),
        (["centraal", "serve"], "Er mist nog: --database."),
        (["centraal", "nodig-uit", "--database", "x", "--naam", "A", "--rol", "baas"], "baas bestaat niet"),
        (["centraal", "trek-in", "--database", "x"], "Kies een van deze"),
    ],
)
def test_wrong_usage_is_one_dutch_sentence_and_how_it_goes(
    capsys: pytest.CaptureFixture[str], words: list[str], fragment: str
) -> None:
    code, out, err = say(capsys, *words)

    assert (code, out) == (2, "")
    sentence, _, usage = err.partition("\n")
    assert fragment in sentence
    assert usage.startswith("zo gaat het: werkregie")
    assert not ENGLISH.search(err)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["sync"],
        ["doe"],
        ["toon"],
        ["import"],
        ["import", "werkgevers"],
        ["centraal"],
        ["centraal", "serve"],
    ],
)
def test_help_is_dutch(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    code, out, err = say(capsys, *words, "--help")

    assert (code, err) == (0, "")
    assert "toon deze uitleg" in out
    assert not ENGLISH.search(out)


def test_the_version_is_said_without_loading_the_program() -> None:
    script = (
        "import sys; from desktop.__main__ import main; code = main(['--versie']);"
        "heavy = {'sqlalchemy', 'PySide6', 'httpx', 'msgspec', 'openpyxl', 'reportlab'} & set(sys.modules);"
        "sys.exit(f'{code} {heavy}' if code or heavy else 0)"
    )
    run = subprocess.run([PROGRAM[0], "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)

    assert (run.returncode, run.stdout, run.stderr) == (0, f"Werkregie {__version__}\n", "")


def test_global_options_stand_before_or_after_the_word(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for words in (["--map", str(tmp_path / "a"), "sync"], ["sync", "--map", str(tmp_path / "a")]):
        code, _, err = say(capsys, *words)
        assert code == 1
        assert "nog niemand aangemeld" in err


def test_the_page_about_the_command_line_is_true() -> None:
    made = document()

    assert TARGET.read_text(encoding="utf-8") == made, "run: python -m desktop.commandline.documentation"
    for name in ("contact.leg_vast", "regie.neem", "werkregie centraal serve", "--sleutelbestand"):
        assert name in made
