"""Ongedaan maken: from the toast, the menu and Ctrl+Z; one form is one step; what others built on stays."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.models.outcome import Outcome
from desktop.views import pages, texts_undo
from desktop.views.operations import Batch, Request
from desktop.views.session import Session
from desktop.views.undo import KEPT
from desktop.views.widgets.choices import Tick
from desktop.views.widgets.fields import NoteField
from tests.support.practice_laptop import BAKERY, UNHELD, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, commands, press, type_words

LOGGED = "Bezoek vastgelegd"


def visit(laptop: StagedLaptop, session: Session) -> list[Outcome]:
    """What a form does: a contact with a task, told as one step."""
    employer = laptop.id(BAKERY)
    contact = laptop.doe(
        "contact.leg_vast", {"werkgever_id": employer, "datum": "2026-11-17", "kanaal": "bezoek"}
    )
    task = {"werkgever_id": employer, "contactmoment_id": contact.id, "gevraagde_handeling": "Bellen"}
    done = [contact, laptop.doe("actie.maak", task)]
    session.undo.did(LOGGED, done)
    return done


def done(session: Session, naam: str = "contact.leg_vast") -> Outcome:
    """What became of a command."""
    return Outcome("toegepast", uuid=session.window.new_id(), naam=naam)


def contacts(laptop: StagedLaptop) -> int:
    return len(laptop.blad(laptop.id(BAKERY)).contacten)


# -- taking back ---------------------------------------------------------------------------------------
def test_a_form_is_one_step_taken_back_in_reverse(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    before = contacts(laptop)
    done = visit(laptop, session)
    assert session.window.toast.text() == LOGGED
    press(qtbot, session, Key.Key_Z, Ctrl)
    sent = [arguments for name, arguments in laptop.done if name == "ongedaan.maak"]
    assert [arguments["opdracht_uuid"] for arguments in sent] == [done[1].uuid, done[0].uuid]
    assert contacts(laptop) == before
    assert session.window.toast.text() == "Ongedaan gemaakt: bezoek vastgelegd"
    assert session.undo.words == ""


def _heard(_batch: Batch) -> None:
    """Nobody needs the answer."""


def twice(button: QWidget) -> None:
    """What an impatient hand does before the first press was answered."""
    for _ in range(2):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_double_click_is_one_command_that_can_be_taken_back(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop, at=UNHELD)
    page = session.window.employers
    (ask,) = (one for one in page.findChildren(QAbstractButton) if one.text() == "Regie vragen")
    twice(ask)
    settle(qtbot, session)
    assert commands(laptop) == ["regie.neem"]
    session.window.open_employer(laptop.id(BAKERY))
    settle(qtbot, session)
    ticks = [one for one in page.detail.findChildren(Tick) if one.isVisible()]
    name = ticks[0].accessibleName()
    twice(ticks[0])
    settle(qtbot, session)
    assert commands(laptop)[1:] == ["actie.rond_af"]
    press(qtbot, session, Key.Key_Z, Ctrl)
    assert session.window.toast.text() == "Ongedaan gemaakt: actie afgerond"
    assert name in [one.accessibleName() for one in page.detail.findChildren(Tick) if one.isVisible()]


def test_a_double_click_on_a_visit_of_the_agenda_is_one_command(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop, page=pages.TODAY)
    page = session.window.current_page()
    (tick,) = (
        one
        for one in page.findChildren(QAbstractButton)
        if one.isVisible() and one.accessibleName() == "Afronden: Restaurant De Oude Haven"
    )
    twice(tick)
    settle(qtbot, session)
    assert commands(laptop) == ["actie.rond_af"]


def test_what_is_chosen_back_and_forth_is_all_sent(qtbot: QtBot, open_window: Open) -> None:
    """Only the same press again is left out: of one, the other and the first again the last one counts."""
    laptop = StagedLaptop()
    session = open_window(laptop)
    for sector in ("A", "B", "A"):
        arguments = {"werkgever_id": laptop.id(BAKERY), "naam": f"Bakkerij {sector}"}
        session.operations.commands([Request("werkgever.wijzig", arguments)], session, _heard)
    settle(qtbot, session)
    assert [sent["naam"] for _, sent in laptop.done] == ["Bakkerij A", "Bakkerij B", "Bakkerij A"]


def test_the_link_of_the_toast_takes_back(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    visit(laptop, session)
    link = session.window.toast._link
    assert link.text() == "Ongedaan maken (Ctrl Z)"
    link.click()
    settle(qtbot, session)
    assert commands(laptop)[-2:] == ["ongedaan.maak", "ongedaan.maak"]


def test_it_stays_possible_when_the_toast_is_gone(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    visit(laptop, session)
    session.window.toast.hide()
    changes: list[str] = []
    session.undo.changed.connect(lambda: changes.append(session.undo.words))
    assert session.undo.words == LOGGED
    session.undo.take_back()
    settle(qtbot, session)
    assert changes == [""]
    assert commands(laptop)[-1] == "ongedaan.maak"


def test_it_works_offline_and_after_a_sync(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    laptop.offline = True
    session = open_window(laptop)
    before = contacts(laptop)
    visit(laptop, session)
    press(qtbot, session, Key.Key_Z, Ctrl)
    assert contacts(laptop) == before
    laptop.offline = False
    visit(laptop, session)
    laptop.sync()
    press(qtbot, session, Key.Key_Z, Ctrl)
    assert contacts(laptop) == before


def test_what_someone_built_on_stays_and_the_step_goes(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    laptop.refuse["ongedaan.maak"] = Weigering("ongedaan_hangt_aan", wie="Fatima El Idrissi")
    visit(laptop, session)
    press(qtbot, session, Key.Key_Z, Ctrl)
    assert session.window.banner.text() == (
        "Bezoek vastgelegd blijft staan. Fatima El Idrissi werkt hier al mee verder. Overleg met elkaar."
    )
    assert session.undo.words == ""


def test_what_a_full_disk_stopped_can_be_tried_again(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    before = contacts(laptop)
    visit(laptop, session)
    laptop.refuse["ongedaan.maak"] = EnvironmentFailure("schijf_vol")
    press(qtbot, session, Key.Key_Z, Ctrl)
    assert session.undo.words == LOGGED
    laptop.refuse.clear()
    press(qtbot, session, Key.Key_Z, Ctrl)
    assert contacts(laptop) == before


def test_what_was_taken_back_before_it_stopped_is_said_and_not_tried_again(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    visit(laptop, session)
    true_doe, calls = laptop.doe, []

    def doe(naam: str, argumenten: dict[str, object], *more: object) -> Outcome:
        calls.append(argumenten)
        if naam == "ongedaan.maak" and len(calls) == 2:
            raise Weigering("ongedaan_kan_niet")
        return true_doe(naam, argumenten)

    monkeypatch.setattr(laptop, "doe", doe)
    press(qtbot, session, Key.Key_Z, Ctrl)
    assert session.window.banner.text().startswith(texts_undo.IN_PART)
    assert session.undo.words == ""


def test_what_the_centre_decides_is_asked_back(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    session.undo.did(
        "De regie is aangevraagd", [laptop.doe("regie.neem", {"werkgever_id": laptop.id(UNHELD)})]
    )
    press(qtbot, session, Key.Key_Z, Ctrl)
    assert session.window.toast.text() == texts_undo.ASKED


def test_with_nothing_to_take_back_it_says_so(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    press(qtbot, session, Key.Key_Z, Ctrl)
    assert session.window.toast.text() == texts_undo.NOTHING


def test_a_second_press_while_it_runs_takes_back_nothing_more(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    visit(laptop, session)
    visit(laptop, session)
    session.undo.take_back()
    session.undo.take_back()
    settle(qtbot, session)
    assert commands(laptop).count("ongedaan.maak") == 2
    assert session.undo.words == LOGGED


def test_the_last_twenty_steps_are_kept(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    for number in range(KEPT + 5):
        session.undo.did(f"Stap {number}", [done(session)])
    assert session.undo.words == "Stap 24"
    assert session.undo._steps[0].words == "Stap 5"


def test_what_cannot_be_taken_back_is_not_offered(open_window: Open) -> None:
    """Also where one command of a form could: a step goes back whole or not."""
    session = open_window()
    session.undo.did("Beoordeeld", [done(session), done(session, "werkfit.beoordeel")])
    assert (session.window.toast.text(), session.window.toast._link.isVisible()) == ("Beoordeeld", False)
    assert session.undo.words == ""


def test_what_has_no_command_is_only_said(open_window: Open) -> None:
    session = open_window()
    session.undo.did("Gekopieerd", [])
    assert session.window.toast.text() == "Gekopieerd"
    assert not session.window.toast._link.isVisible()
    assert session.undo.words == ""


def test_in_a_field_the_key_takes_back_typing(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop, at=BAKERY)
    visit(laptop, session)
    session.window.log_visit(laptop.id(BAKERY))
    settle(qtbot, session)
    panel = session.window.employers.panel
    assert panel is not None
    note = panel.findChild(NoteField)
    assert note is not None
    note.setFocus()
    type_words("a")
    press(qtbot, session, Key.Key_Z, Ctrl)
    assert note.toPlainText() == ""
    assert "ongedaan.maak" not in commands(laptop)


# -- the toast -----------------------------------------------------------------------------------------
def test_the_toast_waits_while_the_pointer_is_on_it(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    toast = session.window.toast
    session.messages.done("Werkgever toegevoegd")
    assert toast.running
    assert toast._timer.interval() == 10_000
    here = QPointF(QPoint(4, 4))
    QApplication.sendEvent(toast, QEnterEvent(here, here, here))
    assert not toast.running
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast.running


def test_the_keyboard_reaches_the_toast_and_comes_back(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    visit(laptop, session)
    toast = session.window.toast
    for _ in range(12):
        press(qtbot, session, Key.Key_F6)
        if toast._link.hasFocus():
            break
    assert toast._link.hasFocus()
    assert not toast.running
    toast.hide()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert not toast.isAncestorOf(focused)
    assert focused.isVisible()


def test_one_toast_at_a_time_and_never_for_a_failure(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    session.messages.done("Actie afgerond")
    session.messages.failed(Weigering("mag_niet", rol="bemiddelaar"))
    assert session.window.toast.text() == "Actie afgerond"
    assert session.window.banner.text().startswith("Dit hoort niet bij jouw rol")
    session.messages.done("Werkgever toegevoegd")
    assert session.window.toast.text() == "Werkgever toegevoegd"


@pytest.mark.parametrize("size", [(1440, 900), (720, 560)])
def test_a_long_toast_stays_inside_the_window(qtbot: QtBot, open_window: Open, size: tuple[int, int]) -> None:
    session = open_window(size=size)
    words = "Bezoek vastgelegd bij de Coöperatieve Inkoopvereniging van Zelfstandige Bakkers in het Gooi"
    session.undo.did(words, [done(session)])
    toast = session.window.toast
    assert session.window.rect().contains(toast.geometry())
    assert toast.text() == words
