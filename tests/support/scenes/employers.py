"""The list of werkgevers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.views.session import Session
from tests.support.practice_laptop import StagedLaptop
from tests.support.scenes.playing import Scene, look, settle


def with_keys(session: Session, _laptop: StagedLaptop) -> None:
    session.window.employers.list.focus_rows()
    QTest.keyClick(session.window.employers.list.view, Qt.Key.Key_Down)


def nothing_found(session: Session, _laptop: StagedLaptop) -> None:
    session.window.employers.list.search.setText("slagerij jansen")


def municipality(session: Session, _laptop: StagedLaptop) -> None:
    session.window.employers.list.chips.mine.setChecked(True)
    settle(session)
    session.window.employers.list.chips.choose_municipality()


def show(session: Session, _laptop: StagedLaptop) -> None:
    session.window.show_page("werkgevers")


SCENES = (
    Scene("werkgevers", look),
    Scene("werkgevers-met-toetsen", with_keys),
    Scene("werkgevers-niets-gevonden", nothing_found),
    Scene("werkgevers-filter-gemeente", municipality),
    Scene("werkgevers-leeg", show, at="", empty=True),
)
