"""Sync in the window: how far it is, a round that is broken off, and an access that was taken away."""

import threading

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.app import run_window
from desktop.models.errors import EnvironmentFailure
from desktop.views import fonts, texts_forms, texts_sync
from desktop.views.backend import Sealed
from desktop.views.start import texts as start_texts
from desktop.views.start.sentences import why_closed
from desktop.views.sync_driver import SyncKind
from desktop.views.withdrawn import WithdrawnWindow
from tests.support.accessibility import unnamed
from tests.support.practice_laptop import BAKERY, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import type_words, visit_form

SENTENCE = "De toegang van deze laptop is ingetrokken. De gegevens zijn van de laptop gehaald."

QUIET_LOOKS = 4


def test_the_status_bar_says_how_far_a_round_is(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    backend.nothing_to_choose()
    backend.steps = [(0, 0, 0), (12, 40, 0), (40, 40, 12_000)]
    session = open_window(backend)
    status = session.window.status
    expected = [texts_sync.BUSY, "Bezig: 12 van 40 verzonden", "Bezig: 12.000\u00a0rijen opgehaald"]
    session.sync.request()
    for words in expected:
        qtbot.waitUntil(lambda wanted=words: status.sync.text() == wanted)  # type: ignore[misc]
        assert status.sync.accessibleName() == words
        backend.go_on.set()
    qtbot.waitUntil(lambda: session.sync.state.kind is SyncKind.UPDATED)
    settle(qtbot, session)
    assert status.sync.text() == "Bijgewerkt om 10:42"


def test_progress_asks_nothing_of_the_laptop(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend = StagedLaptop()
    backend.steps = [(0, 0, 0), (1, 2, 0)]
    session = open_window(backend)
    session.sync.request()
    qtbot.waitUntil(lambda: session.sync.state.kind is SyncKind.BUSY)
    qtbot.waitUntil(lambda: session.operations._open == 1)  # the round itself
    asked: list[object] = []
    monkeypatch.setattr(session.operations, "_submit", lambda *what: asked.append(what))
    backend.go_on.set()
    qtbot.waitUntil(lambda: session.sync.state.progress.to_send == 2)
    assert asked == []
    monkeypatch.undo()
    backend.go_on.set()
    settle(qtbot, session)


def test_a_window_that_closes_ends_the_round_at_its_next_step(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    backend.steps = [(1, 40, 0), (2, 40, 0), (3, 40, 0)]
    backend.doe("actie.rond_af", {"actie_id": backend.actie("Drie profielen")})
    session = open_window(backend)
    session.sync.request()
    qtbot.waitUntil(lambda: session.sync.state.progress.sent == 1)
    session.window.close()
    session.sync.stop()
    backend.go_on.set()
    assert session.stop(5)
    assert backend.told == 2
    assert backend.stand().wachtend == 1  # what was not sent still waits


def test_after_a_revocation_one_sentence_is_left(qtbot: QtBot) -> None:
    backend = StagedLaptop()
    backend.revoked = True
    seen: list[tuple[str, ...]] = []
    asked: list[str] = []
    backend.on_call = asked.append
    quiet: list[bool] = []

    def look() -> None:
        shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        window = QApplication.activeWindow()
        quiet.append(not asked)
        rested = len(quiet) >= QUIET_LOOKS and all(quiet[-QUIET_LOOKS:])
        if not isinstance(window, WithdrawnWindow) or not rested:
            asked.clear()  # what was under way when the laptop was wiped may still end
            return
        watch.stop()
        assert shown == [window]
        labels = tuple(label.text() for label in window.findChildren(QLabel) if label.isVisible())
        seen.append((window.windowTitle(), *labels))
        assert unnamed(window) == []
        assert window.focusWidget() is window.shut
        QTest.keyClick(window, Qt.Key.Key_Return)

    watch = QTimer(interval=50)
    watch.timeout.connect(look)
    watch.start()
    assert run_window(backend) == 1
    assert seen == [("Werkregie", texts_sync.ACCESS_WITHDRAWN, SENTENCE)]
    assert asked == []


def test_a_form_that_was_open_keeps_no_draft_of_a_wiped_laptop(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    session.window.actions_of_employers.log_visit()
    settle(qtbot, session)
    visit_form(session).note.setFocus()
    type_words("Half af")
    backend.revoked = True
    session.sync.request()
    qtbot.waitUntil(lambda: session.withdrawn is not None)
    settle(qtbot, session)
    assert backend.concept("bezoek", backend.id(BAKERY)) is None
    assert session.withdrawn is not None
    assert session.withdrawn.shut.text() == texts_forms.CLOSE
    assert session.stop(5)


def test_what_is_under_way_at_a_revocation_is_not_shown(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend)
    begun, go_on = threading.Event(), threading.Event()
    arrived: list[str] = []

    def slow() -> str:
        begun.set()
        assert go_on.wait(10)
        return "te laat"

    session.operations.query(slow, session.messages, arrived.append, None)
    assert begun.wait(5)
    backend.revoked = True
    session.sync.request()
    qtbot.waitUntil(lambda: session.withdrawn is not None)
    go_on.set()
    settle(qtbot, session)
    assert arrived == []


def test_a_lease_that_ended_leaves_one_sentence_of_its_own(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    fonts.width("tekst", BAKERY)
    session.operations.query(_sealed, session.messages, print)
    qtbot.waitUntil(lambda: session.withdrawn is not None)
    assert session.withdrawn is not None
    measured = fonts._width.cache_info().misses
    fonts.width("tekst", BAKERY)
    assert fonts._width.cache_info().misses == measured + 1
    said = [label.text() for label in session.withdrawn.findChildren(QLabel)]
    assert texts_sync.SEALED in said
    assert texts_sync.SEALED_TEXT in said
    assert session.on_screen is session.withdrawn
    assert session.stop(5)


def _sealed() -> None:
    raise Sealed


@pytest.mark.parametrize("code", ["laptop_verzegeld", "centrum_onbereikbaar", "centrum_te_laat"])
def test_a_sealed_profile_says_at_the_start_what_to_do(code: str) -> None:
    assert why_closed(EnvironmentFailure(code)) == start_texts.SEALED
    assert why_closed(EnvironmentFailure("schijf_vol")) != start_texts.SEALED
