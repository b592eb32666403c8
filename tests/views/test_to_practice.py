"""From the daily work to the oefenomgeving and back: nothing that was typed or waits is lost by it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop import app, compose
from desktop.compose import Place
from desktop.models.errors import EnvironmentFailure
from desktop.views import shortcuts, texts_shell
from desktop.views.main_window import MainWindow
from desktop.views.start.door import Choice
from desktop.views.werkgevers.visit_form import VisitForm
from tests.support.practice_laptop import BAKERY, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Key, press

pytestmark = pytest.mark.usefixtures("qtbot")


def windows() -> list[MainWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]


def leave_halfway_a_visit(laptop: StagedLaptop) -> None:
    """Waits for the form, types, and asks for the oefenomgeving at once."""
    (window,) = windows()
    panel = window.employers.panel
    if not isinstance(panel, VisitForm):
        if window.employers.current_employer() is None:
            window.log_visit(laptop.id(BAKERY))
        QTimer.singleShot(50, lambda: leave_halfway_a_visit(laptop))
        return
    panel.note.setPlainText("Half verhaal")
    next(one.action for one in window.commands() if one.shortcut is shortcuts.PRACTICE).trigger()


def test_the_window_makes_room_and_keeps_what_was_typed() -> None:
    laptop = StagedLaptop()
    laptop.doe("actie.maak", {"werkgever_id": laptop.id(BAKERY), "gevraagde_handeling": "Wacht"})
    waiting = len(laptop.wachtrij())
    QTimer.singleShot(0, lambda: leave_halfway_a_visit(laptop))
    assert app.run_window(laptop, start_sync=False, has_practice=True) == app.PRACTISE
    kept = laptop.concept("bezoek", laptop.id(BAKERY))
    assert kept is not None
    assert kept.velden["notitie"] == "Half verhaal"
    assert len(laptop.wachtrij()) == waiting > 0
    laptop.close()


def test_within_the_oefenomgeving_it_says_where_one_is(qtbot: object, open_window: Open) -> None:
    session = open_window(StagedLaptop(practice=True))
    session.window.show_settings()
    settle(qtbot, session)  # type: ignore[arg-type]  # the bot
    section = session.window.current_page().laptop  # type: ignore[attr-defined]  # of the settings only
    section.practice.click()
    assert session.window.toast.text() == texts_shell.IN_PRACTICE
    assert session.window.isVisible()
    press(qtbot, session, Key.Key_Escape)  # type: ignore[arg-type]


def test_the_program_goes_there_and_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    laptop = StagedLaptop()
    asked: list[str] = []
    codes = iter([app.PRACTISE, 0, app.PRACTISE, 0])

    @contextmanager
    def opened(*_: object, **__: object) -> Iterator[StagedLaptop]:
        yield laptop

    def shown(*_: object, **__: object) -> int:
        asked.append("werk")
        return next(codes)

    def practised(*_: object) -> bool:
        asked.append("oefenen")
        if asked.count("oefenen") > 1:
            raise EnvironmentFailure("schijf_vol")
        return True

    monkeypatch.setattr(compose, "open_laptop", opened)
    monkeypatch.setattr(compose, "open_practice", opened)
    monkeypatch.setattr(app, "run_window", shown)
    monkeypatch.setattr(app, "run_practice", practised)
    monkeypatch.setattr(app.Program, "_ask", lambda *_: Choice.OPEN)
    program = app.Program(Place(tmp_path))
    assert program.run() == 0
    assert asked == ["werk", "oefenen", "werk"]
    assert program.run() == 0, "an oefenomgeving that does not open leads back too"
    assert asked[3:] == ["werk", "oefenen", "werk"]
    laptop.close()
