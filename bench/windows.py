"""Start, memory and stalls of the window on the big laptop, beside a bare Qt window.

Each window is a process of its own, started as a person starts it. It says on its output when it has
painted and answered; the time runs from before the process to that line.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import Any

import psutil  # type: ignore[import-untyped]

from bench.figure import Beside, Figure, duration, median
from bench.stage import Stage

ROUNDS = 7
SECONDS = 120
MEGABYTE = 1024 * 1024
PLATFORM = os.environ.get("QT_QPA_PLATFORM", "offscreen")


@dataclass(frozen=True, slots=True)
class _Start:
    """Seconds to the first line, megabytes then, and what else the window said."""

    seconds: float
    megabytes: float
    said: dict[str, Any]


def measure(stage: Stage) -> list[Figure]:
    """Rounds in turns, so that a busy moment hits all three alike; the first round is thrown away."""
    place, _ = stage.full_laptop
    profile = [str(place.folder), str(place.key_file)]
    kinds = {"bare": [], "store": profile, "ours": profile}
    starts: dict[str, list[_Start]] = {kind: [] for kind in kinds}
    for number in range(min(ROUNDS, 2 * stage.sizes.rounds + 1) + 1):
        for kind, words in kinds.items():
            one = _start(kind, words)
            if number:
                starts[kind].append(one)
    return [*_figures(starts), _stalls(_start("typing", profile))]


def _figures(starts: dict[str, list[_Start]]) -> list[Figure]:
    seconds = {kind: [one.seconds for one in found] for kind, found in starts.items()}
    memory = {kind: median([one.megabytes for one in found]) for kind, found in starts.items()}
    rows = starts["ours"][0].said["rijen"]
    return [
        duration(
            "start of the window",
            seconds["ours"],
            "s",
            beside=(
                Beside("bare window, same imports, open store", median(seconds["store"]), goal=1 / 1.3),
                Beside("bare PySide6 window", median(seconds["bare"]), goal=1 / 3),
            ),
            note=f"from process start to the first page of {rows:,} painted, a sign answered ({PLATFORM})",
        ),
        Figure(
            "memory with the window open",
            memory["ours"],
            "MB",
            more_is_better=False,
            beside=(
                Beside("bare PySide6 window", memory["bare"], goal=1 / 2.5),
                Beside("bare window, same imports, open store", memory["store"]),
            ),
        ),
    ]


def _stalls(start: _Start) -> Figure:
    said = start.said
    return Figure(
        "longest stall while typing",
        said["langst_ms"],
        "ms",
        more_is_better=False,
        beside=(Beside("one frame", 16),),
        note=f"{said['toetsen']} signs typed; of {said['rondes']} turns of the event loop "
        f"{said['boven_16']} took over 16 ms and {said['boven_50']} over 50 ms",
    )


def _start(kind: str, words: list[str]) -> _Start:
    environment = os.environ | {"QT_QPA_PLATFORM": PLATFORM, "PYTHONWARNINGS": "ignore"}
    command = [sys.executable, "-m", f"bench.window_{kind}", *words]
    begin = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stdin=subprocess.PIPE)
    try:
        if process.stdout is None:
            raise SystemExit("the window has no output")
        line = process.stdout.readline()
        took = time.perf_counter() - begin
        if not line:
            raise SystemExit(f"the window of bench.window_{kind} ended before it answered")
        megabytes = psutil.Process(process.pid).memory_info().rss / MEGABYTE
        return _Start(took, megabytes, json.loads(line))
    finally:
        process.kill()
        process.wait(SECONDS)
