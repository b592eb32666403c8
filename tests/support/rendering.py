"""Plays a scene in a window of its own and saves the picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.app import application
from desktop.sync.pace import Pace
from desktop.views import theme
from desktop.views.pictures import save
from desktop.views.session import Session
from tests.support.practice_laptop import StagedLaptop
from tests.support.scenes import ALL, Scene, settle


@dataclass(frozen=True, slots=True)
class Look:
    """`size` in the window's own pixels, before the scale of the screen."""

    name: str = theme.LICHT
    size: tuple[int, int] = (1440, 900)
    text: float = 1.0


def render(folder: Path, part: str, look: Look) -> Iterator[Path]:
    """The scenes whose name holds `part`."""
    folder.mkdir(parents=True, exist_ok=True)
    application()
    for scene in ALL:
        if part in scene.name:
            place = folder / f"{scene.name}.png"
            take(scene, look, place)
            yield place


def take(scene: Scene, look: Look, place: Path) -> None:
    """One picture; nothing of the window is left afterwards."""
    laptop = StagedLaptop(scene.who, empty=scene.empty, practice=scene.practice)
    scene.prepare(laptop)
    session = Session(laptop, Pace(), laptop.clock.new_id, scene.practice, look.name)
    session.settings.change(tekstfactor=look.text)
    session.window.resize(*look.size)
    session.window.show()
    settle(session)
    session.sync._set(scene.state)
    if scene.at:
        session.window.open_employer(laptop.id(scene.at))
    settle(session)
    scene.play(session, laptop)
    settle(session)
    saved = save(session.on_screen, place)
    session.on_screen.hide()
    session.stop(5)
    session.on_screen.deleteLater()
    application().processEvents()
    laptop.close()
    if not saved:
        raise OSError(f"{place} cannot be written")
