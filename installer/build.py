"""`make installer`: builds the program with PyInstaller, prints what it weighs, and starts what it built.

Exit code 0 only when everything that was started held. Touches build/installer and dist only.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from installer.check import Failed, check
from installer.screen import Absent

ROOT = Path(__file__).parents[1]
WORK = ROOT / "build/installer"
DIST = ROOT / "dist"
PROGRAM = DIST / "werkregie"
MEGABYTE = 1_000_000
HEAVIEST = 8


def build() -> float:
    """Runs PyInstaller; returns the seconds it took. Its own words are shown when it fails."""
    shutil.rmtree(PROGRAM, ignore_errors=True)
    words = ["--noconfirm", "--distpath", str(DIST), "--workpath", str(WORK)]
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "PyInstaller", *words, str(ROOT / "installer/werkregie.spec")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Failed(f"PyInstaller: {done.stderr[-2000:]}")
    return time.monotonic() - began


def weigh(folder: Path) -> dict[str, int]:
    """Bytes per part of the program, the heaviest first; links are not followed."""
    sizes = {part.name: _size(part) for part in [*folder.iterdir(), *(folder / "_internal").iterdir()]}
    sizes.pop("_internal", None)
    return dict(sorted(sizes.items(), key=lambda item: -item[1]))


def _size(part: Path) -> int:
    return sum(file.lstat().st_size for file in _files(part))


def _files(part: Path) -> Iterator[Path]:
    if part.is_file():
        yield part
    else:
        yield from (file for file in part.rglob("*") if file.is_file() and not file.is_symlink())


def main() -> int:
    """Builds, weighs, checks; one line per step."""
    try:
        print(f"gebouwd in {build():.0f} s: {PROGRAM.relative_to(ROOT)}", flush=True)
        sizes = weigh(PROGRAM)
        heaviest = ", ".join(f"{name} {size / MEGABYTE:.0f}" for name, size in list(sizes.items())[:HEAVIEST])
        print(f"grootte {sum(sizes.values()) / MEGABYTE:.0f} MB ({heaviest})", flush=True)
        for line in check(PROGRAM):
            print(line, flush=True)
    except (Failed, Absent) as problem:
        print(f"FOUT {problem}", file=sys.stderr, flush=True)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
