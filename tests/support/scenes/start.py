"""Before the window: signing in, practising, what keeps a profile shut; and the lines over the pages."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow

from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.views.session import Session
from desktop.views.start import texts
from desktop.views.start.fill_strip import FillStrip
from desktop.views.start.filling import Filled
from desktop.views.start.lines import PracticeLine
from desktop.views.start.sentences import sentence_for
from desktop.views.start.window import FirstWindow, LeftWindow, ProblemWindow
from desktop.views.sync_driver import SyncKind, SyncProgress, SyncState
from tests.support.practice_laptop import StagedLaptop
from tests.support.scenes.playing import Before, Scene

MESSAGE = "https://regie.werkcentrum.example"
CODE = "K7PM-QX4D-9RTB-WH3N"


class NoDoor:
    """Nobody asks anything in a picture."""

    def enrol(self, address: str, code: str) -> None: ...
    def prepare_practice(self) -> None: ...
    def wipe_practice(self) -> None: ...


def first() -> QMainWindow:
    return FirstWindow(NoDoor())


def filled_in() -> FirstWindow:
    window = FirstWindow(NoDoor())
    window.form.address.setText(MESSAGE)
    window.form.code.setText(CODE)
    return window


def code_used() -> QMainWindow:
    window = filled_in()
    window.form._failed(Weigering("code_al_gebruikt"))
    return window


def not_reached() -> QMainWindow:
    window = filled_in()
    window.form._failed(EnvironmentFailure("centrum_onbereikbaar"))
    return window


def no_keyring() -> QMainWindow:
    window = filled_in()
    window.form._failed(EnvironmentFailure("geen_sleutelbos"))
    return window


def signing_in() -> QMainWindow:
    window = filled_in()
    window.form._show_busy(True)
    return window


def making() -> QMainWindow:
    window = FirstWindow(NoDoor())
    window.banner.say("info", texts.PRACTICE_MAKING)
    return window


def left() -> QMainWindow:
    return LeftWindow(NoDoor())


def problem() -> QMainWindow:
    return ProblemWindow(sentence_for(EnvironmentFailure("profiel_in_gebruik")))


def fill(session: Session, _laptop: StagedLaptop) -> None:
    strip = FillStrip()
    session.window.add_line(strip)
    strip.show_filled(Filled(12_000, 41_250, 95.0))


def fill_waits(session: Session, _laptop: StagedLaptop) -> None:
    strip = FillStrip()
    session.window.add_line(strip)
    strip.show_filled(Filled(12_000, 41_250, None, waits=True))


def practice(session: Session, _laptop: StagedLaptop) -> None:
    PracticeLine(session, lambda _on: None)


FILLING = SyncState(SyncKind.BUSY, progress=SyncProgress(0, 0, 12_000))
SCENES = (
    Before("eerste-start", first),
    Before("aanmelden-ingevuld", filled_in),
    Before("aanmelden-bezig", signing_in),
    Before("aanmelden-code-gebruikt", code_used),
    Before("aanmelden-geen-netwerk", not_reached),
    Before("aanmelden-geen-sleutelbos", no_keyring),
    Before("oefenomgeving-klaarzetten", making),
    Before("oefenomgeving-verlaten", left),
    Before("gaat-niet-open", problem),
    Scene("eerste-vulling", fill, at="", empty=True, state=FILLING),
    Scene("eerste-vulling-werken", fill, state=FILLING),
    Scene("eerste-vulling-offline", fill_waits, state=SyncState(SyncKind.OFFLINE)),
    Scene("oefenomgeving", practice, practice=True),
)
