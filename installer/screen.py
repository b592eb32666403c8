"""A screen for what is checked, the person's own or a virtual one, and hands on its keyboard. Linux only."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 60.0


class Absent(Exception):
    """A tool that this needs; the text says how to get it."""


@contextmanager
def screen() -> Iterator[str]:
    """The person's own screen, or a virtual one."""
    if os.environ.get("DISPLAY"):
        yield os.environ["DISPLAY"]
        return
    tool = shutil.which("Xvfb")
    if tool is None:
        raise Absent("Xvfb ontbreekt. Op Debian en Ubuntu: apt-get install xvfb")
    read, write = os.pipe()
    server = subprocess.Popen(
        [tool, "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
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


def window_of(display: str, title: str) -> str | None:
    """The number of the visible window whose title begins so; None while there is none."""
    found = _xdotool(display, "search", "--onlyvisible", "--name", f"^{title} ")
    return found.stdout.split()[0] if found.returncode == 0 and found.stdout.split() else None


def press(display: str, window: str, key: str) -> None:
    """A key, as from the keyboard; without a window manager nobody else gives the window the focus."""
    _xdotool(display, "windowfocus", "--sync", window)
    _xdotool(display, "key", key)


def wait_for(is_so: Callable[[], bool], still_runs: Callable[[], bool]) -> bool:
    """True as soon as it is so; False when it never was, or what was started ended."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and still_runs():
        if is_so():
            return True
        time.sleep(0.02)
    return False


def _xdotool(display: str, *words: str) -> subprocess.CompletedProcess[str]:
    tool = shutil.which("xdotool")
    if tool is None:
        raise Absent("xdotool ontbreekt. Op Debian en Ubuntu: apt-get install xdotool")
    return subprocess.run(
        [tool, *words], env=os.environ | {"DISPLAY": display}, capture_output=True, text=True, check=False
    )
