"""The peers of the sync figures: installed into a cache under build/, run in processes of their own.

When a registry or node is away its figures are not measured, and nothing stands in for them.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.figure import median

HERE = Path(__file__).parent
CACHE = HERE.parent.parent / "build" / "bench"
ANKI = "anki==26.9.3"
BATCH = 100
"""PouchDB's own default."""
SECONDS = 600


@dataclass(frozen=True, slots=True)
class Peer:
    """Documents per second up and down, and milliseconds when nothing is new; None is not measured."""

    name: str
    push: float | None = None
    pull: float | None = None
    empty_ms: float | None = None


def pouchdb(count: int, rounds: int, say: Callable[[str], None]) -> Peer:
    """Measured now when npm can install it."""
    folder = CACHE / "pouchdb"
    wanted = (HERE / "package.json").read_text(encoding="utf-8")
    try:
        if not _is_there(folder, wanted):
            _install_pouchdb(folder, wanted)
        words = ["node", str(HERE / "pouchdb.cjs"), str(count), str(rounds), str(BATCH)]
        return _peer(f"batch {BATCH}", count, _run(words, folder))
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        say(f"PouchDB is not measured ({type(error).__name__}: npm, node or registry away)")
        return Peer("PouchDB 9.0.0")


def anki(count: int, rounds: int, say: Callable[[str], None]) -> Peer:
    """Measured now when pip can install it."""
    folder = CACHE / "anki"
    try:
        if not _is_there(folder, ANKI):
            _install_anki(folder)
        words = [str(_python(folder)), str(HERE / "anki_peer.py"), str(count), str(rounds)]
        return _peer("no rules", count, _run(words, folder))
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        say(f"Anki is not measured ({type(error).__name__}: pip or the registry is away)")
        return Peer("Anki 26.9.3")


def _peer(how: str, count: int, measured: dict[str, list[float] | str]) -> Peer:
    push, pull, empty = (
        median([float(x) for x in measured[name]]) for name in ("push_s", "pull_s", "empty_s")
    )
    return Peer(f"{measured['peer']}, {how}", count / push, count / pull, empty * 1000)


def _is_there(folder: Path, wanted: str) -> bool:
    mark = folder / "installed"
    return mark.exists() and mark.read_text(encoding="utf-8") == wanted


def _install_pouchdb(folder: Path, wanted: str) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "package.json").write_text(wanted, encoding="utf-8")
    npm = shutil.which("npm")
    if npm is None:
        raise FileNotFoundError("npm")
    subprocess.run(
        [npm, "install", "--no-audit", "--no-fund", "--silent"], cwd=folder, check=True, timeout=SECONDS,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    (folder / "installed").write_text(wanted, encoding="utf-8")


def _install_anki(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    venv.create(folder, with_pip=True)
    words = [str(_python(folder)), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", ANKI]
    subprocess.run(words, check=True, timeout=SECONDS, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    (folder / "installed").write_text(ANKI, encoding="utf-8")


def _python(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _run(words: list[str], folder: Path) -> dict[str, list[float] | str]:
    done = subprocess.run(words, cwd=folder, check=True, timeout=SECONDS, capture_output=True)
    measured: dict[str, list[float] | str] = json.loads(done.stdout.decode().strip().splitlines()[-1])
    return measured
