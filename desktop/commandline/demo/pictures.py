"""Photographs the windows of the demo: the real ones, on the laptops' own data, without a screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.app import application
from desktop.commandline.demo.world import DemoLaptop, Unexpected
from desktop.compose import open_laptop
from desktop.sync.pace import Pace
from desktop.views import pictures, theme
from desktop.views.ending import delete_now
from desktop.views.session import Session
from desktop.views.sync_driver import SyncKind

SIZE = (1440, 900)
STOP_SECONDS = 10.0
Act = Callable[[Session], None]


def _visit(session: Session) -> None:
    session.window.actions_of_employers.log_visit()


def _call(session: Session) -> None:
    session.window.actions_of_employers.call()


def _reconcile(session: Session) -> None:
    session.window.show_page("afstemming")


def _vacancies(session: Session) -> None:
    session.window.show_page("vacatures")


def _placements(session: Session) -> None:
    session.window.show_page("plaatsingen")


def _nothing(_session: Session) -> None:
    return


SCENES: Mapping[str, Act] = {
    "werkgevers": _nothing,
    "bezoek-nog-niet-verzonden": _nothing,
    "bezoek-vastleggen": _visit,
    "regie-bij-een-ander": _call,
    "afstemming": _reconcile,
    "vacatures": _vacancies,
    "plaatsingen": _placements,
}


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pictures are `<scene>.png` in `folder`."""

    folder: Path

    def take(self, laptop: DemoLaptop, scene: str, werkgever_id: str = "") -> None:
        """Opens this laptop's window, lets it sync once, plays the scene and saves the picture."""
        application()
        with open_laptop(laptop.place) as opened:
            session = Session(opened, Pace(), opened.clock.new_id, opened.stand().oefen, theme.LICHT)
            session.window.resize(*SIZE)
            session.window.show()
            try:
                self._play(session, scene, werkgever_id)
                saved = pictures.save(session.window, self.folder / f"{scene}.png")
            finally:
                ended = session.stop(STOP_SECONDS)
                delete_now(session.window)
        if not saved or not ended:
            raise Unexpected(f"het venster {scene} is niet goed te fotograferen")

    @staticmethod
    def _play(session: Session, scene: str, werkgever_id: str) -> None:
        session.sync.start()
        begun = (SyncKind.UNKNOWN, SyncKind.BUSY)
        pictures.wait_until(lambda: session.sync.state.kind not in begun)
        pictures.settle(session.operations)
        if werkgever_id:
            session.window.open_employer(werkgever_id)
            pictures.settle(session.operations)
        SCENES[scene](session)
        if not pictures.settle(session.operations):
            raise Unexpected(f"het venster {scene} komt niet tot rust")
