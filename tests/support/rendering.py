"""Plays a scene in a window of its own and saves the picture."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QMainWindow

from desktop.app import application
from desktop.preferences import DONKER, HOOGCONTRAST, LICHT, Preferences
from desktop.sync.pace import Pace
from desktop.views import theme
from desktop.views.ending import delete_now
from desktop.views.pictures import save, wait_until
from desktop.views.session import Session
from desktop.views.start.look import FirstLook
from desktop.views.start.window import StartWindow
from tests.support.practice_laptop import StagedLaptop
from tests.support.scenes import ALL, Before, Scene, settle


@dataclass(frozen=True, slots=True)
class Look:
    """`size` in the window's own pixels, before the scale of the screen."""

    name: str = theme.LICHT
    size: tuple[int, int] = (1440, 900)
    text: float = 1.0


def render(folder: Path, part: str, look: Look, only: Collection[str] = ()) -> Iterator[Path]:
    """The scenes whose name holds `part`; when `only` says names, no others."""
    folder.mkdir(parents=True, exist_ok=True)
    application()
    for scene in ALL:
        if part in scene.name and (not only or scene.name in only):
            place = folder / f"{scene.name}.png"
            if isinstance(scene, Before):
                take_before(scene, look, place)
            else:
                take(scene, look, place)
            yield place


def take_before(scene: Before, look: Look, place: Path) -> None:
    """A window without a laptop."""
    themes = {theme.LICHT: LICHT, theme.DONKER: DONKER, theme.HOOG_CONTRAST: HOOGCONTRAST}
    _look = FirstLook(Preferences(thema=themes[look.name], tekstfactor=look.text))
    window = scene.make()
    window.resize(*look.size)
    window.show()
    wait_until(lambda: False, 0.3)
    _save(window, place)
    if isinstance(window, StartWindow):
        window.stop(5)
    delete_now(window)


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
    _save(session.on_screen, place)
    session.stop(5)
    delete_now(session.on_screen)
    laptop.close()
    del session
    gc.collect()  # here, and not on a thread of the next window: no widget may end there


def _save(window: QMainWindow, place: Path) -> None:
    if not save(window, place):
        raise OSError(f"{place} cannot be written")
