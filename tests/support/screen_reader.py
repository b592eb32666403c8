"""Orca reads the real window: a virtual screen, the accessibility bus, the program, and a script of keys.

Run below `dbus-run-session` as `python -m tests.support.screen_reader FOLDER`; prints as JSON what was
spoken after each key. What Orca says comes from its own log, so no sound is needed. Polls that log; nothing
here sleeps for a guess.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

TOOLS = ("Xvfb", "dbus-run-session", "orca", "xdotool")
BUS = Path("/usr/libexec/at-spi-bus-launcher")
SPOKEN = re.compile(r"SPEECH OUTPUT: '(?P<words>.*)'(\{.*\})?$")
PATIENCE = 45.0
ASK_AGAIN = 0.05
# Orca loads this from its own folder; without it the log comes in blocks of 8 kB.
LINE_BY_LINE = (
    "from orca import debug\n\nif debug.debugFile:\n    debug.debugFile.reconfigure(line_buffering=True)\n"
)
FIRST, BY_PANE = "", "F6"


@dataclass(frozen=True, slots=True)
class Ask:
    """A key, and what must be heard after it (a part of one sentence, in any of those that follow)."""

    key: str
    hear: str


# The list with its rows, the regie of the chosen werkgever, and how the conversation with the centre stands.
SCRIPT = (
    Ask(FIRST, "Lijst van werkgevers"),
    Ask("Down", "geen regie"),
    Ask("Down", "jouw regie"),
    Ask("F6", "Jij hebt de regie"),
    Ask("F6", "Aandacht nodig"),
)


def missing() -> list[str]:
    """What this machine lacks to listen."""
    return [tool for tool in TOOLS if shutil.which(tool) is None] + ([] if BUS.exists() else [BUS.name])


class Speech:
    """What Orca said so far, read from its log as it grows."""

    def __init__(self, log: Path) -> None:
        self._log = log
        self._heard = 0

    def all(self) -> list[str]:
        """Every sentence since the start."""
        if not self._log.exists():
            return []
        lines = self._log.read_text(encoding="utf-8", errors="replace").splitlines()
        return [found["words"] for line in lines if (found := SPOKEN.search(line))]

    def until(self, words: str) -> list[str]:
        """What was said since the last call, up to now; waits until a sentence holds `words`."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            said = self.all()[self._heard :]
            if any(words in sentence for sentence in said):
                self._heard += len(said)
                return said
            time.sleep(ASK_AGAIN)
        raise TimeoutError(f"{words!r} was not said, but: {self.all()[self._heard :]}")


@contextmanager
def _process(words: Sequence[str], log: Path, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as said:
        running = subprocess.Popen(words, env=os.environ | environment, stdout=said, stderr=subprocess.STDOUT)
    try:
        yield running
    finally:
        running.terminate()
        try:
            running.wait(10)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()


@contextmanager
def _screen() -> Iterator[str]:
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as numbers:
            yield f":{numbers.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def _focus(display: str) -> None:
    """Gives the window the keyboard, as a window manager would."""
    end = time.monotonic() + PATIENCE
    environment = os.environ | {"DISPLAY": display}
    search = ["xdotool", "search", "--onlyvisible", "--name", "^Werkregie"]
    while time.monotonic() < end:
        found = subprocess.run(search, env=environment, capture_output=True, text=True, check=False)
        if found.stdout.strip():
            number = found.stdout.split()[0]
            subprocess.run(["xdotool", "windowfocus", "--sync", number], env=environment, check=True)
            return
        time.sleep(ASK_AGAIN)
    raise TimeoutError("no window")


def listen(folder: Path, program: Sequence[str], script: Sequence[Ask]) -> list[tuple[str, list[str]]]:
    """Plays the script on the program; the keys, each with what was said after it."""
    speech = Speech(folder / "orca.log")
    home = folder / "home"
    own = home / ".local/share/orca"
    own.mkdir(parents=True)
    (own / "orca-customizations.py").write_text(LINE_BY_LINE, encoding="utf-8")
    with ExitStack() as stack:
        display = stack.enter_context(_screen())
        ours = {"DISPLAY": display, "HOME": str(home), "XDG_DATA_HOME": str(own.parent), "LANG": "C.UTF-8"}
        stack.enter_context(_process([str(BUS), "--launch-immediately"], folder / "bus.log", **ours))
        # Its own Python, and no sound: where no speech service answers, it goes on with its log alone.
        own_python = {"PYTHONPATH": "", "SPEECHD_ADDRESS": "unix_socket:/nonexistent"}
        orca = ["orca", "--replace", f"--debug-file={folder / 'orca.log'}"]
        stack.enter_context(_process(orca, folder / "orca.said", **ours | own_python))
        speech.until("Screen reader on")
        always = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
        stack.enter_context(_process(program, folder / "program.log", **ours | always))
        try:
            _focus(display)
        except TimeoutError as late:
            raise TimeoutError((folder / "program.log").read_text(errors="replace")[-2000:]) from late
        return [(ask.key, _press(display, ask, speech)) for ask in script]


def _press(display: str, ask: Ask, speech: Speech) -> list[str]:
    if ask.key:
        keys = ["xdotool", "key", "--clearmodifiers", ask.key]
        subprocess.run(keys, env=os.environ | {"DISPLAY": display}, check=True)
    return speech.until(ask.hear)


def main() -> int:
    """The window of an oefenomgeving below the folder that was given."""
    folder = Path(sys.argv[1])
    program = [sys.executable, "-m", "tests.support.spoken_window", str(folder / "profiel")]
    sys.stdout.write(json.dumps(listen(folder, program, SCRIPT), ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
