"""The word `demo` itself: a fresh region or the one of last time, and then the window or the story."""

from __future__ import annotations

import argparse
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from central.embedded import database_url, embedded_postgres, fresh_database
from desktop import __version__
from desktop.clock import Clock
from desktop.commandline.console import Console
from desktop.commandline.demo import region
from desktop.commandline.demo.calling import Run, quickest
from desktop.commandline.demo.story import PEOPLE, Story
from desktop.commandline.demo.world import Unexpected, World, running_world
from desktop.models.context import REGION_TIME
from desktop.models.errors import EnvironmentFailure

DATABASE = "werkregie_oefen"
REMEMBERED = "oefenomgeving.json"
FIRST = "karin"


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Exit code 0 only when every step of the story held; 3 when the parts cannot run here."""
    if arguments.headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    else:
        from desktop.commandline.display import require_display

        require_display()
    import desktop.app  # noqa: F401  (asked for first: without Qt there is no demo)

    folder = _folder(arguments.map)
    with _alone(folder), quickest() as start_word, embedded_postgres(folder / "pg") as server:
        if arguments.headless:
            return _play(folder, server, start_word, console)
        return _open(folder, server, arguments.opnieuw, start_word, console)


def _folder(asked: Path | None) -> Path:
    if asked is None:
        from platformdirs import user_data_path

        asked = user_data_path("Werkregie", appauthor=False) / "oefenomgeving"
    folder = asked.expanduser().resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentFailure("map_niet_te_maken", pad=str(folder)) from error
    return folder


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    try:
        with FileLock(folder / "slot", timeout=1):
            yield
    except Timeout as error:
        raise EnvironmentFailure("oefen_map_bezet", pad=str(folder)) from error


def _now() -> datetime:
    return Clock().now()


def _fresh(folder: Path, server: str) -> str:
    """What an earlier demo left here goes; nothing else in the folder is touched."""
    (folder / REMEMBERED).unlink(missing_ok=True)
    shutil.rmtree(folder / "laptops", ignore_errors=True)
    (folder / "laptops").mkdir()
    for pattern in ("*.png", "werkgeversoverzicht.pdf", "centrum.log"):
        for path in folder.glob(pattern):
            path.unlink()
    return fresh_database(server, DATABASE)


# ---------------------------------------------------------------- headless


def _play(folder: Path, server: str, start_word: Run, console: Console) -> int:
    from desktop.commandline.demo.pictures import Pictures

    console.say("De oefenregio wordt gemaakt.")
    with running_world(folder, _fresh(folder, server), start_word) as world:
        now = _now()
        imported = region.make_region(world, now)
        story = Story(world, now, imported, Pictures(folder).take)
        held = _tell(story)
    return 0 if held else 1


def _tell(story: Story) -> bool:
    """One line per step; after a step that does not hold the rest cannot be told."""
    for number, (title, action) in enumerate(story.steps(), start=1):
        try:
            seen = action()
        except Unexpected as problem:
            print(f"STAP {number} FOUT {title}: {problem}", flush=True)
            return False
        print(f"STAP {number} ok {title} ({seen})", flush=True)
    return True


# ---------------------------------------------------------------- with a window


def _open(folder: Path, server: str, again: bool, start_word: Run, console: Console) -> int:
    kept = None if again else _remembered(folder)
    database = database_url(server, DATABASE) if kept else _fresh(folder, server)
    with running_world(folder, database, start_word) as world:
        if kept is None:
            console.say("De oefenregio wordt gemaakt. Dat duurt ongeveer een halve minuut.")
            _make(world)
        else:
            world.centre.port = int(kept["poort"])
            world.centre.start()
        _remember(folder, world)
        console.say(_invitation_to_look(world))
        from desktop.commandline.window import show

        return show(world.laptop(FIRST).place)


def _make(world: World) -> None:
    now = _now()
    try:
        region.make_region(world, now)
        world.centre.start()
        for name in PEOPLE:
            region.enrol(world, name)
        region.write_history(world, PEOPLE, now.astimezone(REGION_TIME).date())
        for name in PEOPLE:
            world.laptop(name).run("sync")
    except Unexpected as problem:
        raise EnvironmentFailure("oefencentrum", pad=str(world.centre.log)) from problem


def _remembered(folder: Path) -> dict[str, Any] | None:
    """The demo of last time, when this program made it whole."""
    try:
        kept: dict[str, Any] = json.loads((folder / REMEMBERED).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return kept if kept.get("versie") == __version__ else None


def _remember(folder: Path, world: World) -> None:
    kept = {"versie": __version__, "poort": world.centre.port}
    (folder / REMEMBERED).write_text(json.dumps(kept), encoding="utf-8")


def _invitation_to_look(world: World) -> str:
    other = world.laptop("youssef")
    words = " ".join(f'"{word}"' if " " in word else word for word in other.words)
    return (
        "Dit is de laptop van Karin Smit, accountmanager. Sluit het venster om te stoppen.\n"
        f"Die van Youssef Amrani, bemiddelaar, opent met: werkregie {words}"
    )
