"""`werkregie demo --headless`: every step holds, the files of others stay, and nothing is left running."""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

ROOT = Path(__file__).parents[2]
WIDEST = 1200
SECONDS = 300

pytestmark = [pytest.mark.postgres, pytest.mark.timeout(SECONDS + 60)]


@pytest.fixture
def folder() -> Iterator[Path]:
    """A short path: a socket's name may be 107 bytes long."""
    made = Path(tempfile.mkdtemp(prefix="wr-demo-"))
    yield made
    shutil.rmtree(made, ignore_errors=True)


def play(folder: Path) -> list[str]:
    """The lines that it printed."""
    words = [sys.executable, "-m", "desktop", "demo", "--headless", "--map", str(folder)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False, timeout=SECONDS)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout.splitlines()


def width_of(picture: Path) -> int:
    """The width in a PNG's header."""
    head = picture.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    width: int = struct.unpack(">I", head[16:20])[0]
    return width


def processes_in(folder: Path) -> list[str]:
    """Commands of processes that still name this folder."""
    if not sys.platform.startswith("linux"):
        return []
    found = []
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = process.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if str(folder) in words:
            found.append(words)
    return found


def test_the_storyline_holds_and_leaves_paper_and_pictures(folder: Path) -> None:
    (folder / "van-mij.txt").write_text("blijft", encoding="utf-8")

    lines = play(folder)

    assert [line.split()[:3] for line in lines] == [["STAP", str(n), "ok"] for n in range(1, 16)]
    pictures = list(folder.glob("*.png"))
    assert len(pictures) >= 4
    assert all(width_of(picture) >= WIDEST for picture in pictures)
    overview = PdfReader(folder / "werkgeversoverzicht.pdf")
    assert "Bakkerij De Lindehof" in overview.pages[0].extract_text()
    assert processes_in(folder) == []
    assert (folder / "van-mij.txt").read_text(encoding="utf-8") == "blijft"
