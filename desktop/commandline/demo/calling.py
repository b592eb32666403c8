"""How the demo runs a word of the program: always in a process of its own, with an environment of its own.

Anew is how a person starts it, and most of that time goes to reading the program. On Linux the demo therefore
has one process that read everything and forks itself for each word. What a word knows of another is the same
either way: what is on disk and what the centre says.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_OURS = ("WERKREGIE_MAP", "WERKREGIE_SLEUTELBESTAND", "WERKREGIE_NU", "WERKREGIE_CENTRAAL_DATABASE")


@dataclass(frozen=True, slots=True)
class Answer:
    """How a word ended and what it said."""

    code: int
    out: str
    err: str

    def object(self) -> dict[str, Any]:
        """The one JSON object."""
        found: dict[str, Any] = json.loads(self.out)
        return found

    def lines(self) -> list[dict[str, Any]]:
        """JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


# Words, environment and what is given on stdin.
Run = Callable[[Sequence[str], Mapping[str, str], str], Answer]


def program() -> list[str]:
    """How this program is started once more: from source, installed or frozen."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desktop"]


def environment(**more: str) -> dict[str, str]:
    """The environment of a part: nothing of the caller's own profile leaks in."""
    kept = {name: value for name, value in os.environ.items() if name not in _OURS}
    return kept | {"PYTHONUNBUFFERED": "1"} | more


def anew(words: Sequence[str], env: Mapping[str, str], given: str = "") -> Answer:
    """Starts the program for this word."""
    done = subprocess.run(
        [*program(), *words],
        env=dict(env),
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr)


@contextmanager
def quickest() -> Iterator[Run]:
    """Forked on Linux, anew elsewhere. Begun before there is a thread or a window: a copy would lack them."""
    if sys.platform != "linux":
        yield anew
        return
    from desktop.commandline.demo.forking import forking

    with forking() as forked:
        yield forked
