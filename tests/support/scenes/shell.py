"""What the window itself has: Instellingen, the sheet of keys, the menu bar, a bar and a toast at once."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea

from desktop.models.errors import EnvironmentFailure
from desktop.views.session import Session
from tests.support.practice_laptop import StagedLaptop
from tests.support.scenes.playing import Play, Scene, settle


def settings(part: int) -> Play:
    """`part`: how many screens further down."""

    def play(session: Session, _laptop: StagedLaptop) -> None:
        session.window.show_page("instellingen")
        settle(session)
        for area in session.window.current_page().findChildren(QScrollArea):
            bar = area.verticalScrollBar()
            bar.setValue(bar.pageStep() * part)

    return play


def sheet(session: Session, _laptop: StagedLaptop) -> None:
    session.window.open_sheet()


def menu_bar(session: Session, _laptop: StagedLaptop) -> None:
    session.window.open_menu_bar()


def failed(session: Session, _laptop: StagedLaptop) -> None:
    session.messages.failed(EnvironmentFailure("schijf_vol"))
    session.messages.done("Contact vastgelegd")


SCENES = (
    Scene("instellingen", settings(0), at=""),
    Scene("instellingen-vervolg", settings(1), at=""),
    Scene("sneltoetsen", sheet),
    Scene("menubalk", menu_bar),
    Scene("mislukt", failed),
)
