"""Starts the built program as its users do and fails at any line of output that was not expected.

The command line, the whole storyline of the demo on a throw-away profile, a window on a real (virtual)
screen, and a preview of paper in it. Everything happens in a temporary folder that is gone afterwards.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from PyInstaller.archive.readers import CArchiveReader

from installer.screen import PATIENCE, press, screen, wait_for, window_of

EXE = ".exe" if sys.platform == "win32" else ""
KEYRINGS = ("keyring.backends.Windows", "keyring.backends.macOS", "keyring.backends.SecretService")
STEP = re.compile(r"STAP \d+ ok .+")
SAID = ("De oefenregio wordt gemaakt.",)
TITLE = "Werkregie"
OF_WHOM = "karin"
"""Whose laptop of the storyline is opened: an accountmanager, with werkgevers of her own to print."""


class Failed(Exception):
    """The text says what was expected and what came instead."""


def check(program: Path) -> Iterator[str]:
    """One line per thing that held; raises `Failed` at the first that did not."""
    with tempfile.TemporaryDirectory(prefix="wr-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        yield _contents(program)
        yield _version(program)
        yield _commands(program)
        yield _storyline(program, place / "demo")
        yield from _window(program, place / "demo")


def _cli(program: Path) -> str:
    return str(program / f"werkregie-cli{EXE}")


def _run(words: Sequence[str], expect: int = 0, **environment: str) -> tuple[list[str], list[str]]:
    """The lines of stdout and stderr; nothing of the caller's own Python or profile leaks in."""
    done = subprocess.run(
        words,
        env=_environment(**environment),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=600,
    )
    if done.returncode != expect:
        raise Failed(f"{' '.join(words[1:3])}: code {done.returncode}, niet {expect}\n{done.stderr}")
    return done.stdout.splitlines(), done.stderr.splitlines()


def _environment(**more: str) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "WERKREGIE_", "VIRTUAL_ENV", "QT_"))
    }
    return kept | more


def _contents(program: Path) -> str:
    """Modules in the archive; migrations, letters, code lists, every keyring back end; none of the tests."""
    archive = CArchiveReader(_cli(program)).open_embedded_archive("PYZ.pyz")
    modules = set(archive.toc)
    missing = [name for name in (*KEYRINGS, "desktop.app", "central.app") if name not in modules]
    inside = program / "_internal"
    wanted = (
        "resources/tokens.json",
        "resources/fonts",
        "resources/codelijsten",
        "resources/postcodes",
        "resources/instrumenten",
        "resources/nazorg",
        "resources/teksten",
        "LICENSE",
    )
    missing += [name for name in wanted if not (inside / name).exists()]
    if not list((inside / "desktop/models/migrations/versions").glob("v*.py")):
        missing.append("migrations")
    surplus = [
        name for name in modules if name.split(".")[0] in ("tests", "pytest", "hypothesis", "PyInstaller")
    ]
    loose = [str(path) for path in (inside / "desktop").rglob("*.py") if "versions" not in path.parts]
    if missing or surplus or loose:
        raise Failed(f"inhoud: mist {missing}, te veel {surplus[:5]} {loose[:5]}")
    return f"inhoud ok: {len(modules)} modules in het archief"


def _version(program: Path) -> str:
    """The quickest of three: what the program itself costs before it does anything."""
    seconds, said = [], set()
    for _ in range(3):
        began = time.monotonic()
        out, err = _run([_cli(program), "--versie"])
        seconds.append(time.monotonic() - began)
        said.add("\n".join(out + err))
    if len(said) != 1 or not re.fullmatch(rf"{TITLE} [0-9.]+", version := said.pop()):
        raise Failed(f"--versie: {said}")
    return f"start ok: {version} in {min(seconds):.2f} s"


def _commands(program: Path) -> str:
    out, err = _run([_cli(program), "opdrachten", "--json"])
    names = [json.loads(line)["naam"] for line in out]
    if err or "contact.leg_vast" not in names:
        raise Failed(f"opdrachten: {len(names)} {err}")
    return f"opdrachten ok: {len(names)}"


def _storyline(program: Path, folder: Path) -> str:
    began = time.monotonic()
    out, err = _run([_cli(program), "demo", "--headless", "--map", str(folder)])
    odd = [line for line in out if not STEP.fullmatch(line)] + [line for line in err if line not in SAID]
    if odd or not out:
        raise Failed(f"demo: {odd[:5] or 'geen stappen'}")
    for name in ("werkgeversoverzicht.pdf", "*.png"):
        if not list(folder.glob(name)):
            raise Failed(f"demo: {name} ontbreekt")
    return f"verhaal ok: {len(out)} stappen in {time.monotonic() - began:.0f} s"


# ------------------------------------------------------------------ the window


def _window(program: Path, demo: Path) -> Iterator[str]:
    """The windowed program on a laptop that the storyline left, on a screen; it ends when it is asked to."""
    if sys.platform != "linux":
        yield "venster: alleen op Linux vanzelf gecontroleerd"
        return
    laptops = demo / "laptops"
    profile = laptops / OF_WHOM
    words = [str(program / "werkregie"), "--map", str(profile)]
    words += ["--sleutelbestand", str(laptops / f"{profile.name}.sleutel")]
    with screen() as display:
        began = time.monotonic()
        running = subprocess.Popen(
            words,
            env=_environment(DISPLAY=display, QT_QPA_PLATFORM="xcb"),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        try:
            seen = wait_for(lambda: window_of(display, TITLE) is not None, lambda: running.poll() is None)
            seconds = time.monotonic() - began
            paper = _preview(display, running, profile) if seen else ""
        finally:
            running.send_signal(signal.SIGTERM)
            said = running.communicate(timeout=PATIENCE)[0]
    if said.strip() or running.returncode or not seen:
        raise Failed(f"venster: zichtbaar {seen}, code {running.returncode}, {said.strip()[:500]}")
    yield f"venster ok: zichtbaar na {seconds:.2f} s en netjes gesloten"
    yield paper


def _preview(display: str, running: subprocess.Popen[str], profile: Path) -> str:
    """Ctrl+P: the paper of this person's own werkgevers is made and drawn, and nothing goes wrong."""
    log, began = profile / "logs" / "werkregie.log", time.monotonic()
    before = len(_lines(log))
    maps = Path(f"/proc/{running.pid}/maps")

    def drawn() -> bool:
        made = list((profile / "afdrukken").rglob("*.pdf"))
        return bool(made) and "pdfium" in maps.read_text(encoding="utf-8", errors="replace")

    # The window may be there before its page is: the key is pressed again until it was heard.
    def asked() -> bool:
        if not list((profile / "afdrukken").rglob("*")):
            press(display, window_of(display, TITLE) or "", "ctrl+p")
        return drawn()

    held = wait_for(asked, lambda: running.poll() is None)
    seconds = time.monotonic() - began
    wrong = [line for line in _lines(log)[before:] if '"niveau": "INFO"' not in line]
    if not held or wrong:
        raise Failed(f"afdrukvoorbeeld: getekend {held}, logboek {wrong[:3]}")
    return f"afdrukvoorbeeld ok: gemaakt en getekend na {seconds:.2f} s"


def _lines(log: Path) -> list[str]:
    return log.read_text(encoding="utf-8").splitlines() if log.exists() else []
