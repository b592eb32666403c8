"""What a scene is, and waiting until everything that was asked is on the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QMainWindow

from desktop.views import pictures
from desktop.views.session import Session
from desktop.views.sync_driver import SyncKind, SyncState
from tests.support.practice_laptop import BAKERY, KARIN, NOW, StagedLaptop

ALL_WELL = SyncState(SyncKind.UPDATED, NOW)
Play = Callable[[Session, StagedLaptop], None]
Prepare = Callable[[StagedLaptop], None]


def nothing(_laptop: StagedLaptop) -> None:
    """The region as it is."""


@dataclass(frozen=True, slots=True)
class Scene:
    """`prepare` comes before the window is there; `at` is the werkgever that is open (empty: the first page).

    `state` is what the status bar says of sync.
    """

    name: str
    play: Play
    at: str = BAKERY
    who: str = KARIN
    prepare: Prepare = nothing
    empty: bool = False
    practice: bool = False
    state: SyncState = ALL_WELL


@dataclass(frozen=True, slots=True)
class Before:
    """A window that comes before there is a laptop."""

    name: str
    make: Callable[[], QMainWindow]


def settle(session: Session) -> None:
    """Until everything that was asked is on the screen."""
    if not pictures.settle(session.operations):
        raise TimeoutError("the window does not come to rest")


def look(_session: Session, _laptop: StagedLaptop) -> None:
    """Nothing more than what is there."""
