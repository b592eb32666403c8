"""The window as a person uses it: keyboard first, nothing lost, nothing moving by itself."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Session
from desktop.models.changes import Changes
from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.models.queries.rows import Concept
from desktop.views import texts_forms, texts_sync
from desktop.views.operations import EVERYTHING
from desktop.views.sync_driver import SyncKind
from desktop.views.werkgevers.contact_question import ASK, OTHER, OWN, REGIE, ContactQuestion
from desktop.views.werkgevers.employer_form import EmployerForm
from desktop.views.werkgevers.visit_form import VisitForm
from tests.support import memory_rows as data
from tests.support.accessibility import unnamed
from tests.support.memory_backend import MemoryBackend
from tests.views.conftest import Open, settle

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def press(qtbot: QtBot, session: Session, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    target = QApplication.focusWidget() or session.window
    QTest.keyClick(target, key, modifier)
    settle(qtbot, session)


def type_words(words_typed: str) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClicks(target, words_typed)


def visit_form(session: Session) -> VisitForm:
    form = session.window.employers.panel
    assert isinstance(form, VisitForm)
    return form


def employer_form(session: Session) -> EmployerForm:
    form = session.window.employers.panel
    assert isinstance(form, EmployerForm)
    return form


def question(session: Session) -> ContactQuestion:
    cards = session.window.findChildren(ContactQuestion)
    assert len(cards) == 1
    return cards[0]


def commands(backend: MemoryBackend) -> list[str]:
    return [name for name, _ in backend.done]


def test_search_open_log_a_visit_without_a_mouse(qtbot: QtBot, open_window: Open) -> None:
    backend = MemoryBackend()
    session = open_window(backend)
    press(qtbot, session, Key.Key_F, Ctrl)
    type_words("houtbouw")
    settle(qtbot, session)
    press(qtbot, session, Key.Key_Down)
    assert session.window.employers.detail.header.name.text() == "Houtbouw Eemvallei"
    press(qtbot, session, Key.Key_B, Ctrl)
    assert QApplication.focusWidget() is visit_form(session).when
    type_words("gisteren 14:00")
    press(qtbot, session, Key.Key_Tab)
    form = visit_form(session)
    assert form.when.text() == "maandag 16\u00a0november 2026, 14:00"
    form.note.setFocus()
    type_words("Ze zoeken een timmerman.")
    press(qtbot, session, Key.Key_Return, Ctrl)
    assert session.window.employers.panel is None
    name, arguments = backend.done[-1]
    assert name == "contact.leg_vast"
    assert (arguments["datum"], arguments["tijd"], arguments["kanaal"]) == ("2026-11-16", "14:00", "bezoek")
    assert arguments["notitie"] == "Ze zoeken een timmerman."
    assert session.window.toast.text() == texts_forms.SAVED_VISIT
    shown = session.window.employers.detail.timeline.rows.rows()
    assert "Ze zoeken een timmerman." in [entry.note for entry in shown]


def test_a_promise_is_sent_with_the_visit_and_points_at_it(qtbot: QtBot, open_window: Open) -> None:
    backend = MemoryBackend()
    session = open_window(backend)
    session.window.actions_of_employers.log_visit()
    form = visit_form(session)
    form.when.setText("vandaag")
    form.follow_up.setText("Profiel sturen")
    form.deadline.setText("vr")
    form.save()
    settle(qtbot, session)
    (contact, contact_args), (action, action_args) = backend.done
    assert (contact, action) == ("contact.leg_vast", "actie.maak")
    assert action_args["contactmoment_id"] == contact_args["id"]
    assert action_args["deadline"] == "2026-11-20"


def test_what_was_typed_stays_when_the_visit_is_refused(qtbot: QtBot, open_window: Open) -> None:
    backend = MemoryBackend()
    backend.refuse["contact.leg_vast"] = Weigering("werkgever_onbekend")
    session = open_window(backend)
    session.window.actions_of_employers.log_visit()
    form = visit_form(session)
    form.when.setText("vandaag")
    form.note.setPlainText("Lang verhaal")
    form.save()
    settle(qtbot, session)
    assert visit_form(session) is form
    assert form.note.toPlainText() == "Lang verhaal"
    assert "Zoek de werkgever opnieuw op" in form.banner.text()


def test_after_half_a_success_only_the_rest_is_sent_again(qtbot: QtBot, open_window: Open) -> None:
    backend = MemoryBackend()
    backend.refuse["actie.maak"] = EnvironmentFailure("schijf_vol")
    session = open_window(backend)
    session.window.actions_of_employers.log_visit()
    form = visit_form(session)
    form.when.setText("vandaag")
    form.follow_up.setText("Bellen")
    form.save()
    settle(qtbot, session)
    del backend.refuse["actie.maak"]
    form.save()
    settle(qtbot, session)
    assert commands(backend) == ["contact.leg_vast", "actie.maak"]


def test_errors_stand_at_their_field_and_are_not_said_while_typing(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    session.window.actions_of_employers.log_visit()
    form = visit_form(session)
    form.deadline.setFocus()
    type_words("vr 13 november")
    assert form.rows["uiterlijk"].error == ""
    form.follow_up.setFocus()
    assert (
        form.rows["uiterlijk"].error == "Vrijdag 13\u00a0november is al geweest. Kies een dag vanaf vandaag."
    )
    form.save()
    assert form.rows["wanneer"].error == texts_forms.REQUIRED_WHEN
    assert QApplication.focusWidget() is form.when
    assert form.when.accessibleDescription() == texts_forms.REQUIRED_WHEN


def test_the_draft_is_kept_by_itself_and_offered_back(qtbot: QtBot, open_window: Open) -> None:
    backend = MemoryBackend()
    session = open_window(backend)
    session.window.actions_of_employers.log_visit()
    settle(qtbot, session)
    visit_form(session).note.setFocus()
    type_words("Half af")
    qtbot.waitUntil(lambda: bool(backend.drafts), timeout=1500)
    settle(qtbot, session)
    assert visit_form(session).saved_text() == "Concept bewaard om 10:42"
    visit_form(session).when.setText("gisteren")
    press(qtbot, session, Key.Key_Escape)
    assert session.window.employers.panel is None
    session.window.actions_of_employers.log_visit()
    settle(qtbot, session)
    form = visit_form(session)
    assert (form.note.toPlainText(), form.when.text()) == ("Half af", "gisteren")
    assert form.banner.text() == "Je gaat verder met je concept van 10:42."
    form._start_empty("leeg")
    settle(qtbot, session)
    assert form.note.toPlainText() == ""
    assert backend.drafts == {}


def test_a_recorded_visit_leaves_no_draft(qtbot: QtBot, open_window: Open) -> None:
    backend = MemoryBackend()
    backend.drafts["bezoek", data.uid(100)] = Concept(
        "bezoek", data.uid(100), {"wanneer": "vandaag"}, data.NOW
    )
    session = open_window(backend)
    session.window.actions_of_employers.log_visit()
    settle(qtbot, session)
    visit_form(session).save()
    settle(qtbot, session)
    assert commands(backend) == ["contact.leg_vast"]
    assert backend.drafts == {}


def test_the_picker_finds_people_and_makes_a_new_one(qtbot: QtBot, open_window: Open) -> None:
    backend = MemoryBackend()
    session = open_window(backend)
    session.window.actions_of_employers.log_visit()
    form = visit_form(session)
    form.when.setText("vandaag")
    form.people.edit.setFocus()
    type_words("anouk")
    press(qtbot, session, Key.Key_Return)
    assert [pick.words for pick in form.people.picks()] == ["Anouk de Vries"]
    type_words("Piet Jansen")
    press(qtbot, session, Key.Key_Return)
    assert form.person.values()["naam"] == "Piet Jansen"
    form.save()
    settle(qtbot, session)
    assert commands(backend) == ["contactpersoon.registreer", "contact.leg_vast"]
    persons = backend.done[1][1]["contactpersoon_ids"]
    assert persons == [data.uid(401), backend.done[0][1]["id"]]


def test_own_regie_meets_no_question(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    press(qtbot, session, Key.Key_L, Ctrl)
    assert visit_form(session).kind.value() == "telefoon"


def test_a_colleagues_regie_asks_why_and_the_reason_travels(qtbot: QtBot, open_window: Open) -> None:
    backend = MemoryBackend(data.YOUSSEF)
    session = open_window(backend)
    session.window.employers.list.select(data.uid(101))
    settle(qtbot, session)
    press(qtbot, session, Key.Key_L, Ctrl)
    card = question(session)
    assert card.choice == ASK
    shown = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "Fatima El Idrissi heeft de regie" in shown
    assert "Deze werkgever wil tot 1\u00a0januari 2027 geen contact. Reden: reorganisatie." in shown
    card.choose(OTHER)
    card._go()
    assert card.answer is None
    card._reason.setText("Open dag Huizen")
    card._go()
    settle(qtbot, session)
    form = visit_form(session)
    form.when.setText("vandaag")
    form.save()
    settle(qtbot, session)
    arguments = backend.done[-1][1]
    assert (arguments["aanleiding"], arguments["reden_buiten_regie"]) == ("andere_reden", "Open dag Huizen")


def test_asking_first_gives_the_regiehouder_a_task(qtbot: QtBot, open_window: Open) -> None:
    backend = MemoryBackend(data.YOUSSEF)
    session = open_window(backend)
    session.window.employers.list.select(data.uid(101))
    settle(qtbot, session)
    session.window.actions_of_employers.call()
    settle(qtbot, session)
    press(qtbot, session, Key.Key_Return)
    name, arguments = backend.done[-1]
    assert (name, arguments["soort"], arguments["toegewezen_aan_id"]) == (
        "actie.maak",
        "contactverzoek",
        data.FATIMA,
    )
    assert session.window.employers.panel is None


def test_own_candidate_goes_on_at_once(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(MemoryBackend(data.YOUSSEF))
    session.window.employers.list.select(data.uid(101))
    settle(qtbot, session)
    session.window.actions_of_employers.call()
    settle(qtbot, session)
    question(session).choose(OWN)
    question(session)._go()
    settle(qtbot, session)
    assert visit_form(session).kind.value() == "telefoon"


def test_offline_the_question_says_how_old_the_facts_are(qtbot: QtBot, open_window: Open) -> None:
    backend = MemoryBackend()
    backend.offline = True
    session = open_window(backend)
    session.sync.request()
    qtbot.waitUntil(lambda: session.sync.state.kind is SyncKind.OFFLINE)
    session.window.employers.list.select(data.uid(104))
    settle(qtbot, session)
    session.window.actions_of_employers.call()
    settle(qtbot, session)
    card = question(session)
    assert card.choice == REGIE
    shown = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "Je leest de stand van 10:38. Misschien had een collega daarna contact." in shown
    card.reject()
    assert session.window.status.sync.text() == "Offline sinds 10:42"


def test_a_dialog_holds_back_the_keys_of_the_page(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(MemoryBackend(data.YOUSSEF))
    session.window.employers.list.select(data.uid(101))
    settle(qtbot, session)
    session.window.actions_of_employers.call()
    settle(qtbot, session)
    press(qtbot, session, Key.Key_B, Ctrl)
    assert session.window.employers.panel is None
    for _ in range(12):
        press(qtbot, session, Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert question(session).isAncestorOf(focused)
    press(qtbot, session, Key.Key_Escape)
    press(qtbot, session, Key.Key_B, Ctrl)
    assert session.window.employers.panel is not None


def test_asked_regie_is_not_yet_regie(qtbot: QtBot, open_window: Open) -> None:
    backend = MemoryBackend()
    session = open_window(backend)
    session.window.employers.list.select(data.uid(104))
    settle(qtbot, session)
    strip = session.window.employers.detail.header.strip
    assert strip.holder.text() == "Niemand heeft de regie."
    QTest.mouseClick(strip.link, Qt.MouseButton.LeftButton)
    settle(qtbot, session)
    assert commands(backend) == ["regie.neem"]
    assert strip.holder.text() == "Jij vroeg de regie. Aangevraagd, nog niet bevestigd."
    assert not strip.link.isVisible()


def test_a_bemiddelaar_is_not_offered_the_regie(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(MemoryBackend(data.YOUSSEF))
    session.window.employers.list.select(data.uid(104))
    settle(qtbot, session)
    assert not session.window.employers.detail.header.strip.link.isVisible()


def test_a_certain_duplicate_blocks_and_can_be_opened(qtbot: QtBot, open_window: Open) -> None:
    backend = MemoryBackend()
    session = open_window(backend)
    press(qtbot, session, Key.Key_N, Ctrl)
    form = employer_form(session)
    type_words("Iets anders")
    form.set_field("kvk_nummer", "69599106")
    settle(qtbot, session)
    sentence = "Dit KvK-nummer is al van Houtbouw Eemvallei. Regie: Karin Smit."
    assert form.banner.text() == sentence
    form.save()
    settle(qtbot, session)
    assert backend.done == []
    assert form.rows["kvk_nummer"].error == sentence
    form._banner_pressed(data.uid(102))
    settle(qtbot, session)
    assert session.window.employers.detail.header.name.text() == "Houtbouw Eemvallei"


def test_likely_duplicates_are_listed_and_do_not_block(qtbot: QtBot, open_window: Open) -> None:
    backend = MemoryBackend()
    session = open_window(backend)
    session.window.actions_of_employers.new_employer("Kinderopvang De Speeltuin")
    settle(qtbot, session)
    form = employer_form(session)
    assert "Kinderopvang De Speelboom" in [label.text() for label in form._doubles.findChildren(QLabel)]
    form.save()
    settle(qtbot, session)
    assert commands(backend) == ["werkgever.registreer"]
    assert session.window.employers.detail.header.name.text() == "Kinderopvang De Speeltuin"


def test_a_wrong_kvk_number_says_what_is_wrong(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    session.window.actions_of_employers.new_employer("Nieuw B.V.")
    form = employer_form(session)
    form.set_field("kvk_nummer", "1234567")
    form.set_field("huisnummer", "12a")
    form.save()
    assert form.rows["kvk_nummer"].error == "Dit KvK-nummer heeft 7 cijfers. Het moeten er 8 zijn."
    assert form.rows["huisnummer"].error == texts_forms.NUMBER_ONLY


def test_filters_and_search_narrow_the_list(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    pane = session.window.employers.list
    pane.chips.mine.setChecked(True)
    settle(qtbot, session)
    assert {row.regiehouder_id for row in pane.model.rows()} == {data.KARIN}
    pane.chips.nobodys.setChecked(True)
    settle(qtbot, session)
    assert {row.regiehouder_id for row in pane.model.rows()} == {None}
    pane.search.setText("slagerij")
    settle(qtbot, session)
    assert pane.count.text() == "0\u00a0werkgevers"
    pane.clear_filters()
    settle(qtbot, session)
    assert pane.model.rowCount() == 13


def test_a_refresh_moves_no_selection_scroll_or_cursor(qtbot: QtBot, open_window: Open) -> None:
    backend = MemoryBackend()
    session = open_window(backend, size=(1440, 640))
    pane, view = session.window.employers.list, session.window.employers.list.view
    pane.select(data.uid(106))
    settle(qtbot, session)
    view.verticalScrollBar().setValue(200)
    note_view = session.window.employers.detail.timeline
    session.window.actions_of_employers.log_visit()
    settle(qtbot, session)
    form = visit_form(session)
    form.note.setFocus()
    type_words("abc")
    cursor = form.note.textCursor().position()
    backend.cards = [replace(card, regiehouder="Een ander") for card in backend.cards]
    session.operations.broadcast(EVERYTHING, session.sync)
    settle(qtbot, session)
    assert QApplication.focusWidget() is form.note
    assert (form.note.toPlainText(), form.note.textCursor().position()) == ("abc", cursor)
    press(qtbot, session, Key.Key_Escape)
    assert view.currentIndex().data(Qt.ItemDataRole.UserRole).id == data.uid(106)
    assert view.verticalScrollBar().value() == 200
    assert note_view.verticalScrollBar().value() == 0
    assert data.uid(103) in pane.delegate.changed
    assert data.uid(106) not in pane.delegate.changed


def test_a_conflict_is_chosen_with_the_keyboard(qtbot: QtBot, open_window: Open) -> None:
    backend = MemoryBackend()
    session = open_window(backend)
    press(qtbot, session, Key.Key_2, Ctrl)
    page = session.window.reconcile
    shown = " ".join(label.text() for label in page.detail.findChildren(QLabel))
    assert "Welk telefoonnummer van Anouk de Vries klopt?" in shown
    press(qtbot, session, Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert backend.done[-1] == ("afstemming.kies", {"afstemming_id": data.uid(1001), "keuze": "ander"})
    titles = [line.title for line in page.model.rows() if line.item]
    assert titles == ["Tekst van een afspraak", "Regie gevraagd op Jachtwerf Stichtse Kade"]
    assert session.window.rail._rows["afstemming"].accessibleName() == "Afstemming, 1"


def test_a_refusal_is_a_sentence_with_what_was_typed(qtbot: QtBot, open_window: Open) -> None:
    backend = MemoryBackend()
    backend.inbox = [
        replace(data.inbox(backend.cards, with_refusal=True)[-1], argumenten={"reden": "Kennen elkaar"})
    ]
    session = open_window(backend)
    session.window.show_page("afstemming")
    settle(qtbot, session)
    shown = " ".join(label.text() for label in session.window.reconcile.detail.findChildren(QLabel))
    assert "Joost van Doorn heeft de regie, sinds 14 november 2026." in shown
    assert "Reden: Kennen elkaar" in shown
    session.sync.request()
    qtbot.waitUntil(lambda: session.sync.state.kind is SyncKind.UPDATED)
    settle(qtbot, session)
    assert session.window.status.sync.text() == texts_sync.ATTENTION


def test_sync_runs_after_a_command_and_says_what_it_did(qtbot: QtBot, open_window: Open) -> None:
    backend = MemoryBackend()
    session = open_window(backend)
    session.sync.start()
    qtbot.waitUntil(lambda: backend.rounds == 1)
    qtbot.waitUntil(lambda: session.sync.state.kind is SyncKind.UPDATED)
    settle(qtbot, session)
    assert session.window.status.sync.text() == "Bijgewerkt om 10:42"
    assert not session.window.status.waiting.isVisible()
    session.window.actions_of_employers.finish_action(data.uid(602))
    qtbot.waitUntil(lambda: backend.rounds == 2, timeout=4000)


def test_work_that_waits_too_long_turns_amber(qtbot: QtBot, open_window: Open) -> None:
    backend = MemoryBackend()
    backend.queue = [replace(backend.queue[0], tijd=data.NOW - timedelta(days=6))]
    session = open_window(backend)
    assert session.window.status.waiting._token == "letop"


def test_an_unexpected_failure_is_said_without_details(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    session.messages.failed(EnvironmentFailure("schijf_vol"))
    assert "De schijf is vol." in session.window.banner.text()


def test_ticking_an_action_finishes_it(qtbot: QtBot, open_window: Open) -> None:
    backend = MemoryBackend()
    session = open_window(backend)
    session.window.employers.detail.side.ticked.emit(data.uid(602))
    settle(qtbot, session)
    assert backend.done == [("actie.rond_af", {"actie_id": data.uid(602)})]
    assert "Uitleg no-riskpolis mailen" not in [
        label.text()
        for label in session.window.employers.detail.side.findChildren(QLabel)
        if label.isVisible()
    ]


def test_below_1100_the_detail_is_a_page_with_a_way_back(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(size=(1000, 700))
    page = session.window.employers
    assert page.list.isVisible()
    assert not page.detail.isVisible()
    page.list.opened.emit(data.uid(100))
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
    backend = MemoryBackend()
    backend.cards = [replace(backend.cards[0], naam="<b>Vet</b> & Zn."), *backend.cards[1:]]
    session = open_window(backend)
    assert session.window.employers.detail.header.name.text() == "<b>Vet</b> & Zn."
    formats = {label.textFormat() for label in session.window.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}


def test_larger_text_rebuilds_the_window_on_the_same_werkgever(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    session.window.employers.list.select(data.uid(103))
    settle(qtbot, session)
    session.window.change_factor(2)
    settle(qtbot, session)
    assert session.window.employers.detail.header.name.text() == "Schoonmaakbedrijf Gooistad"
    session.window.change_factor(0)
    settle(qtbot, session)


@pytest.mark.parametrize("size", [(1440, 900), (900, 700), (720, 560)])
def test_every_part_that_takes_the_keyboard_has_a_name(
    qtbot: QtBot, open_window: Open, size: tuple[int, int]
) -> None:
    session = open_window(size=size)
    window = session.window
    assert unnamed(window) == []
    window.employers.open_employer(data.uid(100))
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
    window._open_waiting()
    settle(qtbot, session)
    assert unnamed(window) == []


def test_the_question_before_contact_has_names_too(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(MemoryBackend(data.YOUSSEF))
    session.window.employers.list.select(data.uid(101))
    settle(qtbot, session)
    session.window.actions_of_employers.call()
    settle(qtbot, session)
    question(session).choose(OTHER)
    assert unnamed(session.window) == []
    question(session).reject()


def test_the_title_names_region_or_practice(open_window: Open) -> None:
    assert open_window().window.windowTitle() == "Werkregie – Gooi en Vechtstreek"
    assert open_window(MemoryBackend(practice=True)).window.windowTitle() == "Werkregie – Oefenomgeving"


def test_screens_that_a_change_does_not_touch_stay_as_they_are(qtbot: QtBot, open_window: Open) -> None:
    backend = MemoryBackend()
    session = open_window(backend)
    before = session.window.employers.detail.dossier
    session.operations.broadcast(Changes({"concept": frozenset({"x"})}))
    settle(qtbot, session)
    assert session.window.employers.detail.dossier is before
