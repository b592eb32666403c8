"""A laptop as a script drives it: words in, exit code, stdout and stderr out.

`run` stays in this process and is fast; `process` starts the program as anyone would. Whatever is tried, a
traceback never reaches the terminal, and with `--json` stdout holds JSON only.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop import compose
from desktop.commandline import program
from tests.support.region import MOMENT, World, filled_database, lay_out

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "desktop"]
NOW = MOMENT.isoformat()


@dataclass(frozen=True)
class Said:
    """How a word ended and what it said."""

    code: int
    out: str
    err: str

    def data(self) -> dict[str, Any]:
        """The one object on stdout."""
        (line,) = self.out.splitlines()
        found: dict[str, Any] = json.loads(line)
        return found

    def rows(self) -> list[dict[str, Any]]:
        """JSON lines on stdout."""
        return [json.loads(line) for line in self.out.splitlines()]

    def refused(self, fragment: str, code: int = 1) -> None:
        """One sentence on stderr that holds `fragment`; nothing on stdout."""
        assert (self.code, self.out) == (code, ""), self
        assert fragment in self.err
        assert self.err.count("\n") == 1, "it is one line"
        assert self.err.rstrip().endswith((".", "?"))


def checked(said: Said, words: tuple[str, ...]) -> Said:
    """What holds for every word."""
    assert "Traceback" not in said.err
    assert "Error" not in said.err
    if "--json" in words:
        for line in said.out.splitlines():
            assert isinstance(json.loads(line), dict)
    return said


@dataclass
class Desk:
    """One profile with its key file."""

    world: World
    folder: Path
    key_file: Path
    capture: pytest.CaptureFixture[str]

    @property
    def always(self) -> list[str]:
        return ["--map", str(self.folder), "--sleutelbestand", str(self.key_file), "--nu", NOW]

    def run(self, *words: str) -> Said:
        """A word, in this process."""
        self.capture.readouterr()
        code = program.run([*self.always, *words])
        out, err = self.capture.readouterr()
        return checked(Said(code, out, err), words)

    def process(self, *words: str, given: str | bytes = "", seconds: float = 60, **more: Any) -> Said:
        """A word, as a process."""
        raw = given.encode() if isinstance(given, str) else given
        done = subprocess.run(
            [*PROGRAM, *self.always, *words],
            input=raw,
            capture_output=True,
            timeout=seconds,
            cwd=ROOT,
            check=False,
            **more,
        )
        return checked(Said(done.returncode, done.stdout.decode(), done.stderr.decode()), words)

    def ok(self, *words: str) -> Said:
        """A word that must be done."""
        said = self.run(*words)
        assert said.code == 0, said
        return said

    def enrol(self, person: str = "fatima", sync: bool = True) -> Desk:
        """Signs this person in with a code of the centre, on a database as `World.laptop` lays it out."""
        filled = filled_database(self.world.farm, person) if sync else None
        lay_out(compose.Place(self.folder, self.key_file), filled)
        self.ok("aanmelden", self.world.url, self.world.invite(person))
        if sync:
            self.ok("sync")
        return self

    def do(self, naam: str, /, **arguments: object) -> dict[str, Any]:
        """A command that is not refused."""
        return self.ok("doe", naam, json.dumps(arguments), "--json").data()


def without_keyring() -> dict[str, str]:
    """The environment of a machine that has no keyring."""
    return os.environ | {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
