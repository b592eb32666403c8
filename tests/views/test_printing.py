"""The werkgeversoverzicht from the window: which werkgevers, how far it is, and stopping it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.models.errors import EnvironmentFailure
from desktop.views import texts, texts_sync
from desktop.views.session import Session
from desktop.views.werkgevers.overview_button import ALL, MINE, OverviewButton
from desktop.views.werkgevers.printing import STOP
from tests.support.practice_laptop import BAKERY, YOUSSEF, StagedLaptop
from tests.views.conftest import Open, settle


def choose_place(qtbot: QtBot, session: Session, place: Path) -> None:
    """What happens when somebody chooses a place in the save dialog."""
    qtbot.waitUntil(lambda: session.window.printing._dialog is not None)
    dialog = session.window.printing._dialog
    assert isinstance(dialog, QFileDialog)
    dialog.done(0)
    session.window.printing.make(str(place))


@pytest.mark.parametrize(
    ("which", "whose", "name"),
    [
        (MINE, "Karin Smit", "Werkgeversoverzicht Karin Smit"),
        (ALL, None, "Werkgeversoverzicht alle werkgevers"),
    ],
)
def test_mine_or_all_from_the_list(
    qtbot: QtBot, open_window: Open, tmp_path: Path, which: str, whose: str | None, name: str
) -> None:
    backend = StagedLaptop()
    session = open_window(backend)
    session.window.employers.list.wants_overview.emit(which)
    settle(qtbot, session)
    dialog = session.window.printing._dialog
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == f"{name} 2026-11-17.pdf"
    choose_place(qtbot, session, tmp_path / "uit.pdf")
    settle(qtbot, session)
    assert backend.printed == [(None, backend.medewerker(whose) if whose else None, "intern")]
    assert (tmp_path / "uit.pdf").exists()
    assert session.window.toast.text() == texts_sync.OVERVIEW_READY


def test_one_werkgever_for_the_werkgever_itself(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    session.window.actions_of_employers.more("print_employer")
    choose_place(qtbot, session, tmp_path / "uit.pdf")
    settle(qtbot, session)
    assert backend.printed == [(backend.id(BAKERY), None, "werkgever")]


def test_a_bemiddelaar_has_no_werkgevers_of_their_own(open_window: Open) -> None:
    session = open_window(StagedLaptop(YOUSSEF))
    (button,) = session.window.findChildren(OverviewButton)
    assert [action.text() for action in button._menu.actions()] == [texts.OVERVIEW_OF_ALL]


def test_the_toast_counts_and_stopping_is_silent(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    backend = StagedLaptop()
    backend.sheets = 3
    session = open_window(backend)
    toast = session.window.toast
    session.window.employers.list.wants_overview.emit(ALL)
    choose_place(qtbot, session, tmp_path / "uit.pdf")
    qtbot.waitUntil(lambda: toast.text() == "Het overzicht wordt gemaakt: 1\u00a0werkgever klaar")
    assert toast.action_id == STOP
    session.window.employers.list.wants_overview.emit(ALL)
    assert session.window.banner.text() == texts_sync.OVERVIEW_BUSY
    toast._clicked()
    backend.go_on.set()
    settle(qtbot, session)
    assert toast.text() == ""
    assert not (tmp_path / "uit.pdf").exists()


def test_a_toast_about_something_else_is_left_in_peace(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    backend = StagedLaptop()
    backend.sheets = 1
    session = open_window(backend)
    session.window.employers.list.wants_overview.emit(ALL)
    choose_place(qtbot, session, tmp_path / "uit.pdf")
    qtbot.waitUntil(lambda: backend.printed != [])
    session.messages.done("Contact vastgelegd")
    session.window.printing._counted(1)
    assert session.window.toast.text() == "Contact vastgelegd"
    backend.go_on.set()
    settle(qtbot, session)


def test_a_place_that_cannot_be_written_is_said(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    backend = StagedLaptop()
    backend.refuse["overzicht"] = EnvironmentFailure("bestand_niet_te_schrijven", pad="uit.pdf")
    session = open_window(backend)
    session.window.employers.list.wants_overview.emit(ALL)
    choose_place(qtbot, session, tmp_path / "uit.pdf")
    settle(qtbot, session)
    assert "uit.pdf" in session.window.banner.text()


def test_closing_the_window_ends_an_overview(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    backend = StagedLaptop()
    backend.sheets = 1000
    session = open_window(backend)
    session.window.employers.list.wants_overview.emit(ALL)
    choose_place(qtbot, session, tmp_path / "uit.pdf")
    qtbot.waitUntil(lambda: backend.printed != [])
    session.window.close()
    backend.go_on.set()
    assert session.stop(5)
    assert not (tmp_path / "uit.pdf").exists()
