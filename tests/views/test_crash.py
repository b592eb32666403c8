"""A fault of ours: shown once, calmly, with a report in which nobody and nothing of anybody stands."""

import faulthandler
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.views import texts_sync
from desktop.views.crash import texts
from desktop.views.crash.card import CrashCard
from desktop.views.crash.report import fault_of, report
from desktop.views.crash.watch import HARD_CRASH, Watch, watching
from desktop.views.dates import short
from desktop.views.messages import Kind, Message, Messages
from desktop.views.session import Session
from tests.support.practice_laptop import StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Key, press

MARKERS = ("Marijke Merkteken", "123456782", "/home/marijke/geheim")
BUG = "a bug reached the user"
UNCAUGHT = "uncaught error in the window"


def broken(name: str = MARKERS[0]) -> Exception:
    """An error with a name, a number and a path in its text, its notes and the variables around it."""
    bsn, path = MARKERS[1], MARKERS[2]
    try:
        try:
            short(name, path)  # type: ignore[arg-type]
        except AttributeError as first:
            raise RuntimeError(f"{name} {bsn} {path}") from first
    except RuntimeError as error:
        error.add_note(f"{name}, {bsn}")
        return error
    raise AssertionError("it did not break")


def card(session: Session) -> CrashCard:
    return session.window.crash


# -- the report ----------------------------------------------------------------------------------------
def test_the_report_says_what_broke_and_where_and_nothing_else() -> None:
    made = report(broken())
    for marker in MARKERS:
        for part in marker.replace("/", " ").split():
            assert part not in made
    assert str(Path.home()) not in made
    assert "Fout: RuntimeError" in made
    assert "Veroorzaakt door: AttributeError" in made
    assert "desktop/views/dates.py:" in made
    assert made.startswith("Verslag van een fout in Werkregie\nVersie: ")


def test_two_errors_at_the_same_place_are_one_fault() -> None:
    assert fault_of(broken("Een")) == fault_of(broken("Ander"))
    assert fault_of(broken()) != fault_of(ValueError("iets"))


def test_a_loop_of_causes_ends() -> None:
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    assert report(first).count("Veroorzaakt door") == 4


# -- known or not --------------------------------------------------------------------------------------
@pytest.fixture
def said() -> Iterator[tuple[Messages, list[Message]]]:
    messages = Messages()
    heard: list[Message] = []
    messages.said.connect(heard.append)
    messages.listen()
    yield messages, heard
    messages.deleteLater()


def test_a_known_failure_is_said_in_its_own_words(said: tuple[Messages, list[Message]]) -> None:
    messages, heard = said
    messages.failed(Weigering("mag_niet", rol="bemiddelaar"))
    messages.failed(EnvironmentFailure("schijf_vol"))
    assert [message.kind for message in heard] == [Kind.REFUSED, Kind.FAILED]
    assert (
        heard[1].text == "De schijf is vol. Maak ruimte vrij en probeer het opnieuw; je tekst blijft staan."
    )


@pytest.mark.expects_log(BUG)
def test_a_fault_is_shown_once_and_after_that_said(said: tuple[Messages, list[Message]]) -> None:
    messages, heard = said
    for _ in range(3):
        messages.failed(broken())
    assert [message.kind for message in heard] == [Kind.BROKEN, Kind.FAILED, Kind.FAILED]
    assert heard[1].text == texts_sync.BUG
    assert MARKERS[0] not in str(heard)


def test_what_went_wrong_before_the_window_is_there_waits_for_it() -> None:
    messages = Messages()
    heard: list[Message] = []
    messages.broke(broken())
    messages.said.connect(heard.append)
    assert heard == []
    messages.listen()
    assert [message.kind for message in heard] == [Kind.BROKEN]


# -- who hears of it -----------------------------------------------------------------------------------
class _Sender(QObject):
    called = Signal()


@pytest.fixture
def heard(qtbot: QtBot, tmp_path: Path) -> Iterator[list[Message]]:
    """Everything that `watching` hears; the hooks are put back afterwards."""
    messages: Messages = Messages()
    found: list[Message] = []
    messages.said.connect(found.append)
    messages.listen()
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    with watching(messages, tmp_path / "logboek"):
        yield found
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == hooks
    assert (tmp_path / "logboek" / HARD_CRASH).exists()


@pytest.mark.expects_log(UNCAUGHT)
def test_it_hears_the_main_thread(qtbot: QtBot, heard: list[Message]) -> None:
    error = broken()
    for _ in range(2):
        sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert "desktop/views/dates.py" in heard[0].report


@pytest.mark.expects_log(UNCAUGHT)
def test_it_hears_a_thread(qtbot: QtBot, heard: list[Message]) -> None:
    def run() -> None:
        raise broken()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(5)
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert heard[0].kind is Kind.BROKEN


def test_a_thread_that_ends_the_program_is_no_fault(qtbot: QtBot, heard: list[Message]) -> None:
    thread = threading.Thread(target=sys.exit)
    thread.start()
    thread.join(5)
    qtbot.wait(20)
    assert heard == []


@pytest.mark.expects_log(UNCAUGHT)
def test_it_hears_a_slot_of_qt(qtbot: QtBot, heard: list[Message], monkeypatch: pytest.MonkeyPatch) -> None:
    hook = sys.excepthook
    sender = _Sender()

    def slot() -> None:
        raise broken()

    sender.called.connect(slot)
    with qtbot.capture_exceptions() as caught:
        # pytest-qt puts a hook of its own before ours for the while; ours is what a program has.
        sys.excepthook = hook
        sender.called.emit()
        qtbot.waitUntil(lambda: len(heard) == 1)
    assert caught == []
    sender.deleteLater()


def test_the_dump_of_a_hard_crash_goes_to_the_log_folder(qtbot: QtBot, heard: list[Message]) -> None:
    assert faulthandler.is_enabled()


@pytest.mark.expects_log("unexpected failure on a worker", BUG)
def test_it_hears_a_worker(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()

    def fails() -> None:
        raise broken()

    session.operations.query(fails, session.window, print)
    settle(qtbot, session)
    assert card(session).isVisible()


# -- the card ------------------------------------------------------------------------------------------
@pytest.mark.expects_log(BUG)
def test_the_card_takes_no_focus_and_says_it_once(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    focused = QApplication.focusWidget()
    session.messages.failed(broken())
    settle(qtbot, session)
    assert QApplication.focusWidget() is focused
    assert card(session).isVisible()
    card(session).go_on.click()
    assert not card(session).isVisible()
    session.messages.failed(broken())
    settle(qtbot, session)
    assert not card(session).isVisible()
    assert session.window.banner.text() == texts_sync.BUG


@pytest.mark.expects_log(BUG)
def test_the_report_is_copied_without_personal_data(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    session.messages.failed(broken())
    session.messages.failed(ValueError(MARKERS[0]))
    card(session).copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.count("Verslag van een fout in Werkregie") == 2
    assert not any(marker in copied for marker in MARKERS)
    assert card(session).copy.text() == texts.COPIED
    QGuiApplication.clipboard().clear()


@pytest.mark.expects_log(BUG)
def test_the_keyboard_reaches_it_and_escape_closes_it(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    before = QApplication.focusWidget()
    session.messages.failed(broken())
    for _ in range(12):
        press(qtbot, session, Key.Key_F6)
        if card(session).isAncestorOf(QApplication.focusWidget() or session.window):
            break
    assert QApplication.focusWidget() is card(session).go_on
    press(qtbot, session, Key.Key_Escape)
    assert not card(session).isVisible()
    assert QApplication.focusWidget() is not None
    assert before is not None


@pytest.mark.expects_log(BUG)
@pytest.mark.parametrize("size", [(1440, 900), (720, 560)])
def test_it_stays_inside_the_window(qtbot: QtBot, open_window: Open, size: tuple[int, int]) -> None:
    session = open_window(size=size)
    session.messages.failed(broken())
    settle(qtbot, session)
    inside = card(session).geometry().adjusted(22, 22, -22, -22)
    assert session.window.rect().contains(inside)


@pytest.mark.expects_log(UNCAUGHT)
def test_a_fault_behind_the_lock_is_shown_after_it(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    laptop.stel_slot_in("een code")
    session.window.lock()
    settle(qtbot, session)
    watch = Watch(session.messages)
    error = broken()
    watch.in_slot(type(error), error, error.__traceback__)
    settle(qtbot, session)
    assert not card(session).isVisible()
    session.window.locking._opened(False)
    assert card(session).isVisible()
    watch.deleteLater()


def test_logs_of_the_report_hold_no_text(caplog: pytest.LogCaptureFixture) -> None:
    from desktop.logs import SafeLines

    error = broken()
    record = logging.LogRecord(
        "x", logging.ERROR, "", 0, BUG, None, (type(error), error, error.__traceback__)
    )
    line = SafeLines().format(record)
    assert not any(marker in line for marker in MARKERS)


@pytest.mark.parametrize("size", [(1440, 900), (900, 700), (720, 560)])
def test_a_toast_and_the_card_leave_each_other_room(
    qtbot: QtBot, open_window: Open, size: tuple[int, int]
) -> None:
    session = open_window(size=size)
    session.messages.broke(broken())
    session.messages.done("Bezoek vastgelegd", "Ongedaan maken (Ctrl Z)", "ongedaan")
    shown = card(session).geometry().adjusted(22, 22, -22, -22)
    assert not shown.intersects(session.window.toast.geometry())
