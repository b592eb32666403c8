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

from bench import store
from bench.figure import Beside, Figure, duration, median
from bench.loop_watch import STALL_MS
from bench.stage import Stage

ROUNDS = 7
SECONDS = 120
MEGABYTE = 1024 * 1024
PLATFORM = os.environ.get("QT_QPA_PLATFORM", "offscreen")


@dataclass(frozen=True, slots=True)
class _Start:
    """Seconds to the first line, processor time and megabytes then, and what else the window said."""

    seconds: float
    worked: float
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
    empty = store.enrolled(stage.folder / "leeg", stage.big_centre, "Karin Vulling")
    filling = _start("filling", [str(empty.folder), str(empty.key_file)])
    return [
        *_figures(starts),
        _typing(_start("typing", profile)),
        _scrolling(_start("scrolling", profile)),
        _filling(filling),
    ]


def _figures(starts: dict[str, list[_Start]]) -> list[Figure]:
    seconds = {kind: [one.seconds for one in found] for kind, found in starts.items()}
    worked = {kind: median([one.worked for one in found]) for kind, found in starts.items()}
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
            note=f"from process start to the first page of {rows:,} painted, a sign answered ({PLATFORM}); "
            f"processor time {worked['ours']:.2f} s, beside {worked['store']:.2f} and {worked['bare']:.2f} s",
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


def _typing(start: _Start) -> Figure:
    said = start.said
    return _stall(
        "longest stall while typing",
        said,
        f"{said['toetsen']} signs typed; rows of {said['antwoorden']} of them after "
        f"{said['antwoord_ms']:.0f} ms (p95 {said['antwoord_p95_ms']:.0f})",
    )


def _scrolling(start: _Start) -> Figure:
    said = start.said
    here = 100 * said["hier"] / said["gezien"]
    note = (
        f"{said['rijen']:,} rows by wheel, page, bar and End; {here:.0f}% of rows in sight were there at once"
    )
    return _stall("longest stall while scrolling", said, note)


def _filling(start: _Start) -> Figure:
    said = start.said
    if "fout" in said:
        raise SystemExit(f"the window could not be filled: {said['fout']}")
    note = (
        f"first fill of {said['rijen']:,} werkgevers in {said['seconden']:.0f} s with the window open, "
        f"{said['toetsen']} signs typed meanwhile"
    )
    return _stall("longest stall during a first fill, typing", said, note)


def _stall(name: str, said: dict[str, Any], note: str) -> Figure:
    turns = (
        f"of {said['rondes']:,} turns of the event loop {said['boven_16']} over 16 ms and "
        f"{said['boven_50']} over {STALL_MS} ms; the program itself caused at most "
        f"{said['langst_eigen_ms']:.0f} ms ({said['eigen_boven_50']} times over {STALL_MS}); with a core at "
        f"once {said['langst_met_kern_ms']:.0f} ms ({said['met_kern_boven_50']} times); the thread of the "
        f"window worked {said['langst_werk_ms']:.0f} ms"
    )
    return Figure(
        name,
        said["langst_ms"],
        "ms",
        more_is_better=False,
        beside=(Beside("limit of a stall", STALL_MS, goal=1), Beside("one frame", 16)),
        note=f"{note}; {turns}",
    )


def _start(kind: str, words: list[str]) -> _Start:
    environment = os.environ | {"QT_QPA_PLATFORM": PLATFORM, "PYTHONWARNINGS": "ignore"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # modules are compiled once, as they are installed
    command = [sys.executable, "-m", "bench.window", kind, *words]
    begin = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stdin=subprocess.PIPE)
    try:
        if process.stdout is None:
            raise SystemExit("the window has no output")
        line = process.stdout.readline()
        took = time.perf_counter() - begin
        if not line:
            raise SystemExit(f"the window of bench.window_{kind} ended before it answered")
        running = psutil.Process(process.pid)
        times, megabytes = running.cpu_times(), running.memory_info().rss / MEGABYTE
        return _Start(took, times.user + times.system, megabytes, json.loads(line))
    finally:
        process.kill()
        process.wait(SECONDS)
