"""The window as a person uses it: keyboard first, nothing lost, nothing moving by itself."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.changes import Changes
from desktop.models.errors import EnvironmentFailure
from desktop.views import texts_sync
from desktop.views.operations import EVERYTHING
from desktop.views.sync_driver import SyncKind
from desktop.views.tables.rows import RowRole
from desktop.views.werkgevers.contact_question import OTHER
from tests.support.accessibility import unnamed
from tests.support.practice_laptop import BAKERY, CARE, NOW, UNHELD, YOUSSEF, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import (
    Key,
    press,
    question,
    type_words,
    visit_form,
)


def test_filters_and_search_narrow_the_list(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    pane = session.window.employers.list
    pane.chips.mine.setChecked(True)
    settle(qtbot, session)
    assert {row.regiehouder_id for row in pane.model.rows()} == {session.operations.backend.medewerker_id}
    pane.chips.nobodys.setChecked(True)
    settle(qtbot, session)
    assert {row.regiehouder_id for row in pane.model.rows()} == {None}
    pane.search.setText("fietsenmaker")
    settle(qtbot, session)
    assert pane.count.text() == "0\u00a0werkgevers"
    pane.clear_filters()
    settle(qtbot, session)
    assert pane.model.rowCount() == 60


def test_a_refresh_moves_no_selection_scroll_or_cursor(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, size=(1440, 640))
    pane, view = session.window.employers.list, session.window.employers.list.view
    chosen = backend.id("Dierenkliniek De Snor")
    pane.select(chosen)
    settle(qtbot, session)
    view.verticalScrollBar().setValue(600)
    settle(qtbot, session)
    place = view.verticalScrollBar().value()
    note_view = session.window.employers.detail.timeline
    session.window.actions_of_employers.log_visit()
    settle(qtbot, session)
    form = visit_form(session)
    form.note.setFocus()
    type_words("abc")
    cursor = form.note.textCursor().position()
    taken = backend.id("Drogisterij")
    backend.colleague("Fatima", "regie.neem", {"werkgever_id": taken})
    session.sync.request()
    qtbot.waitUntil(lambda: session.sync.state.last is not None)
    settle(qtbot, session)
    assert QApplication.focusWidget() is form.note
    assert (form.note.toPlainText(), form.note.textCursor().position()) == ("abc", cursor)
    press(qtbot, session, Key.Key_Escape)
    assert view.currentIndex().data(Qt.ItemDataRole.UserRole).id == chosen
    assert view.verticalScrollBar().value() == place
    assert note_view.verticalScrollBar().value() == 0
    assert taken in pane.model.changed
    assert chosen not in pane.model.changed


def test_a_conflict_is_chosen_with_the_keyboard(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend)
    session.window.show_page("afstemming")
    settle(qtbot, session)
    page = session.window.reconcile
    shown = " ".join(label.text() for label in page.detail.findChildren(QLabel))
    assert "Welk telefoonnummer van Anouk de Vries klopt?" in shown
    press(qtbot, session, Key.Key_2, Qt.KeyboardModifier.AltModifier)
    name, arguments = backend.done[-1]
    assert (name, arguments["keuze"]) == ("afstemming.kies", "ander")
    titles = [line.title for line in page.view.lines.rows() if not line.heading]
    assert "Telefoonnummer Anouk de Vries" not in titles
    assert session.window.rail._rows["afstemming"].accessibleName() == "Afstemming, 2"


def test_a_refusal_is_a_sentence_with_what_was_typed(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    backend.nothing_to_choose()
    taken = {"werkgever_id": backend.id(UNHELD)}
    backend.doe("regie.neem", taken | {"reden": "Kennen elkaar"})
    backend.colleague("Joost", "regie.neem", taken)
    backend.sync()
    session = open_window(backend)
    session.window.show_page("afstemming")
    settle(qtbot, session)
    shown = " ".join(label.text() for label in session.window.reconcile.detail.findChildren(QLabel))
    assert "Joost van Doorn heeft de regie, sinds 17\u00a0november 2026." in shown
    assert "Reden: Kennen elkaar" in shown
    session.sync.request()
    qtbot.waitUntil(lambda: session.sync.state.kind is SyncKind.UPDATED)
    settle(qtbot, session)
    assert session.window.status.sync.text() == texts_sync.ATTENTION


def test_sync_runs_after_a_command_and_says_what_it_did(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    backend.nothing_to_choose()
    session = open_window(backend)
    session.sync.start()
    qtbot.waitUntil(lambda: backend.rounds == 1)
    qtbot.waitUntil(lambda: session.sync.state.kind is SyncKind.UPDATED)
    settle(qtbot, session)
    assert session.window.status.sync.text() == "Bijgewerkt om 10:42"
    assert not session.window.status.waiting.isVisible()
    session.window.actions_of_employers.finish_action(backend.actie("Uitleg no-riskpolis mailen"))
    qtbot.waitUntil(lambda: backend.rounds == 2, timeout=4000)


def test_work_that_waits_too_long_turns_amber(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    finished = {"actie_id": backend.actie("Drie profielen")}
    backend.doe("actie.rond_af", finished, tijd=NOW - timedelta(days=6))
    session = open_window(backend)
    assert session.window.status.waiting._token == "letop"


def test_an_unexpected_failure_is_said_without_details(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    session.messages.failed(EnvironmentFailure("schijf_vol"))
    assert "De schijf is vol." in session.window.banner.text()


def test_ticking_an_action_finishes_it(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    promised = backend.actie("Uitleg no-riskpolis mailen")
    session = open_window(backend, at=BAKERY)
    session.window.employers.detail.side.ticked.emit(promised)
    settle(qtbot, session)
    assert backend.done == [("actie.rond_af", {"actie_id": promised})]
    assert "Uitleg no-riskpolis mailen" not in [
        label.text()
        for label in session.window.employers.detail.side.findChildren(QLabel)
        if label.isVisible()
    ]


def test_below_1100_the_detail_is_a_page_with_a_way_back(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, size=(1000, 700))
    page = session.window.employers
    assert page.list.isVisible()
    assert not page.detail.isVisible()
    page.list.opened.emit(backend.id(BAKERY))
    assert page.detail.isVisible()
    assert not page.list.isVisible()
    press(qtbot, session, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.list.isVisible()


def test_f6_walks_the_panes(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    seen: list[QWidget] = []
    for _ in range(4):
        press(qtbot, session, Key.Key_F6)
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(next(pane for pane in session.window.panes() if pane.isAncestorOf(focused)))
    assert len(set(map(id, seen))) == 4


def test_user_text_is_never_read_as_markup(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    backend.doe("werkgever.registreer", {"naam": "<b>Vet</b> & Zn."})
    session = open_window(backend, at="<b>Vet")
    assert session.window.employers.detail.header.name.text() == "<b>Vet</b> & Zn."
    formats = {label.textFormat() for label in session.window.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}


def test_larger_text_rebuilds_the_window_on_the_same_werkgever(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(at="Schoonmaakbedrijf Gooistad")
    session.window.change_factor(2)
    settle(qtbot, session)
    assert session.window.employers.detail.header.name.text() == "Schoonmaakbedrijf Gooistad"
    session.window.change_factor(0)
    settle(qtbot, session)


@pytest.mark.parametrize("size", [(1440, 900), (900, 700), (720, 560)])
def test_every_part_that_takes_the_keyboard_has_a_name(
    qtbot: QtBot, open_window: Open, size: tuple[int, int]
) -> None:
    backend = StagedLaptop()
    session = open_window(backend, size=size)
    window = session.window
    assert unnamed(window) == []
    window.open_employer(backend.id(BAKERY))
    settle(qtbot, session)
    for number in range(window.employers.detail.tabs.count()):
        window.employers.detail.tabs.setCurrentIndex(number)
        assert unnamed(window) == []
    window.actions_of_employers.log_visit()
    settle(qtbot, session)
    visit_form(session).person.open_fields("Piet")
    assert unnamed(window) == []
    window.actions_of_employers.new_employer("Kinderopvang De Speel")
    settle(qtbot, session)
    assert unnamed(window) == []
    window.actions_of_employers.close_panel()
    window.show_page("afstemming")
    settle(qtbot, session)
    assert unnamed(window) == []
    window.popovers.open_waiting()
    settle(qtbot, session)
    assert unnamed(window) == []


def test_the_question_before_contact_has_names_too(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(StagedLaptop(YOUSSEF), at=CARE)
    session.window.actions_of_employers.call()
    settle(qtbot, session)
    question(session).choose(OTHER)
    assert unnamed(session.window) == []
    question(session).reject()


def test_the_title_names_region_or_practice(open_window: Open) -> None:
    assert open_window().window.windowTitle() == "Werkregie – Gooi en Vechtstreek"
    assert open_window(StagedLaptop(practice=True)).window.windowTitle() == "Werkregie – Oefenomgeving"


def test_screens_that_a_change_does_not_touch_stay_as_they_are(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    before = session.window.employers.detail.dossier
    session.operations.broadcast(Changes({"concept": frozenset({"x"})}))
    settle(qtbot, session)
    assert session.window.employers.detail.dossier is before


def test_a_long_list_shows_its_end_at_once_and_keeps_what_was_marked(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    backend.imported(f"Werkgever {n:04}" for n in range(1940))
    session = open_window(backend)
    session.window.show_page("werkgevers")
    settle(qtbot, session)
    pane = session.window.employers.list
    header = session.window.employers.detail.header
    pane.focus_rows()
    press(qtbot, session, Key.Key_End)
    assert pane.position() == (2000, 2000)
    assert header.name.text() == "Zwembad De Waterspin"
    assert len(pane.model.rows()) < 300
    session.operations.broadcast(EVERYTHING)
    settle(qtbot, session)
    assert pane.position() == (2000, 2000)
    press(qtbot, session, Key.Key_PageUp)
    assert header.name.text().startswith("Werkgever 19")
    marked = header.name.text()
    pane.view.verticalScrollBar().setValue(0)
    settle(qtbot, session)
    backend.imported(["Aan het begin"])
    session.operations.broadcast(EVERYTHING)
    settle(qtbot, session)
    assert pane.count.text() == "2.001\u00a0werkgevers"
    assert pane.model.row(0) is not None
    pane.view.verticalScrollBar().setValue(pane.view.verticalScrollBar().maximum())
    settle(qtbot, session)
    assert pane.view.currentIndex().data(RowRole).naam == marked
    assert header.name.text() == marked
