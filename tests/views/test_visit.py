"""Bezoek vastleggen: by keyboard, with what comes of it, with a draft; nothing that was typed is lost."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.views import texts_forms
from desktop.views.werkgevers import texts_visit
from desktop.views.widgets.fields import MOST_SIGNS
from tests.support.practice_laptop import BAKERY, TIMBER, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, commands, press, type_words, visit_form

TODAY_WORDS = "dinsdag 17\u00a0november 2026"


def test_a_whole_file_pasted_in_a_note_does_not_hold_up_the_window(qtbot: QtBot, open_window: Open) -> None:
    """One word of 200,000 signs took Qt seconds to lay out; that it is too long is said all the same."""
    session = open_window(at=BAKERY)
    press(qtbot, session, Key.Key_N, Ctrl)
    form = visit_form(session)
    pasted = QMimeData()
    pasted.setText("x" * 200_000)
    form.note.setPlainText("Eerst dit. ")
    form.note.moveCursor(QTextCursor.MoveOperation.End)
    for _ in range(2):
        form.note.insertFromMimeData(pasted)
    assert form.note.toPlainText() == "Eerst dit. " + "x" * (MOST_SIGNS - 11)
    form.note.selectAll()
    pasted.setText("y" * 200_000)
    form.note.insertFromMimeData(pasted)
    assert form.note.toPlainText() == "y" * MOST_SIGNS
    press(qtbot, session, Key.Key_Return, Ctrl)
    assert form.rows["notitie"].error == "De notitie is 19.000\u00a0tekens te lang. Maak haar korter."


def test_search_open_log_a_visit_without_a_mouse(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend)
    press(qtbot, session, Key.Key_F, Ctrl)
    type_words("houtbouw")
    settle(qtbot, session)
    press(qtbot, session, Key.Key_Down)
    assert session.window.employers.detail.header.name.text() == "Houtbouw Eemvallei"
    press(qtbot, session, Key.Key_B, Ctrl)
    form = visit_form(session)
    assert (form.when.text(), form.kind_of.value()) == (TODAY_WORDS, "bezoek")
    assert QApplication.focusWidget() is form.people.edit
    form.when.setFocus()
    form.when.selectAll()
    type_words("gisteren 14:00")
    press(qtbot, session, Key.Key_Tab)
    assert form.when.text() == "maandag 16\u00a0november 2026, 14:00"
    form.note.setFocus()
    type_words("Ze zoeken een timmerman.")
    press(qtbot, session, Key.Key_Return, Ctrl)
    assert session.window.employers.panel is None
    name, arguments = backend.done[-1]
    assert name == "contact.leg_vast"
    assert (arguments["datum"], arguments["tijd"], arguments["kanaal"]) == ("2026-11-16", "14:00", "bezoek")
    assert arguments["notitie"] == "Ze zoeken een timmerman."
    assert session.window.toast.text() == "Bezoek vastgelegd"
    shown = session.window.employers.detail.timeline.rows.rows()
    assert "Ze zoeken een timmerman." in [entry.note for entry in shown]


def test_three_keys_and_a_note_are_enough(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    press(qtbot, session, Key.Key_N, Ctrl)
    visit_form(session).note.setFocus()
    type_words("Kort bijgepraat")
    press(qtbot, session, Key.Key_Return, Ctrl)
    assert commands(backend) == ["contact.leg_vast"]
    assert backend.done[0][1]["datum"] == "2026-11-17"


def test_no_more_than_eight_fields_are_in_sight(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(at=BAKERY)
    session.window.actions_of_employers.log_visit()
    form = visit_form(session)
    rows = [row for row in form.rows.values() if row.isVisible()]
    assert len(rows) + form.confidential.isVisible() == 8


def test_a_promise_an_action_and_an_agreement_go_with_the_visit(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    session.window.actions_of_employers.log_visit()
    settle(qtbot, session)
    form = visit_form(session)
    form.follow_up.setText("Profiel sturen")
    form.deadline.setText("vr")
    form.follow_ups.more.click()
    planned = form.follow_ups.rows[1]
    assert QApplication.focusWidget() is planned.what
    planned.kind._picked(planned.kind._menu.actions()[2])
    planned.what.setText("Rondleiding")
    planned.when.setText("3 december 10:00")
    form.follow_ups.more.click()
    agreed = form.follow_ups.rows[2]
    agreed.kind._picked(agreed.kind._menu.actions()[3])
    agreed.what.setText("Elk kwartaal een proefplek")
    form.save()
    assert form.rows["soort_2"].error == "Kies wat voor afspraak het is."
    agreed.agreement.set_value("werkervaringsplekken")
    form.save()
    settle(qtbot, session)
    (_, contact), (first, promise), (second, visit), (third, agreement) = backend.done
    assert (first, second, third) == ("actie.maak", "actie.maak", "afspraak.maak")
    assert {promise["contactmoment_id"], visit["contactmoment_id"], agreement["contactmoment_id"]} == {
        contact["id"]
    }
    assert (promise["soort"], promise["deadline"]) == ("toezegging", "2026-11-20")
    assert (visit["soort"], visit["deadline"], visit["tijd"]) == ("bezoek", "2026-12-03", "10:00")
    assert (agreement["soort"], agreement["inhoud"]) == ("werkervaringsplekken", "Elk kwartaal een proefplek")


def test_what_was_typed_stays_when_the_visit_is_refused(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    backend.refuse["contact.leg_vast"] = Weigering("werkgever_onbekend")
    session = open_window(backend, at=BAKERY)
    session.window.actions_of_employers.log_visit()
    form = visit_form(session)
    form.note.setPlainText("Lang verhaal")
    form.save()
    settle(qtbot, session)
    assert visit_form(session) is form
    assert form.note.toPlainText() == "Lang verhaal"
    assert "Zoek de werkgever opnieuw op" in form.banner.text()


def test_after_half_a_success_only_the_rest_is_sent_again(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    backend.refuse["actie.maak"] = EnvironmentFailure("schijf_vol")
    session = open_window(backend, at=BAKERY)
    session.window.actions_of_employers.log_visit()
    form = visit_form(session)
    form.follow_up.setText("Bellen")
    form.save()
    settle(qtbot, session)
    del backend.refuse["actie.maak"]
    form.save()
    settle(qtbot, session)
    assert commands(backend) == ["contact.leg_vast", "actie.maak"]


def test_errors_stand_at_their_field_and_are_not_said_while_typing(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(at=BAKERY)
    session.window.actions_of_employers.log_visit()
    form = visit_form(session)
    form.deadline.setFocus()
    type_words("vr 13 november")
    assert form.rows["uiterlijk"].error == ""
    form.follow_up.setFocus()
    assert (
        form.rows["uiterlijk"].error == "Vrijdag 13\u00a0november is al geweest. Kies een dag vanaf vandaag."
    )
    form.when.clear()
    form.save()
    assert form.rows["wanneer"].error == texts_forms.REQUIRED_WHEN
    assert QApplication.focusWidget() is form.when
    assert form.when.accessibleDescription() == texts_forms.REQUIRED_WHEN


def test_a_number_like_a_bsn_is_pointed_out_once(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    session.window.actions_of_employers.log_visit()
    form = visit_form(session)
    form.note.setPlainText("Hij noemde 111222333.")
    form.save()
    settle(qtbot, session)
    assert form.rows["notitie"].error == texts_visit.looks_like_bsn("111222333")
    assert backend.done == []
    form.save()
    settle(qtbot, session)
    assert commands(backend) == ["contact.leg_vast"]


# -- drafts -------------------------------------------------------------------------------------------


def test_the_draft_is_kept_by_itself_and_offered_back(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    bakery = backend.id(BAKERY)
    session = open_window(backend, at=BAKERY)
    session.window.actions_of_employers.log_visit()
    settle(qtbot, session)
    visit_form(session).note.setFocus()
    type_words("Half af")
    qtbot.waitUntil(lambda: backend.concept("bezoek", bakery) is not None, timeout=1500)
    settle(qtbot, session)
    assert visit_form(session).saved_text() == "Concept bewaard om 10:42"
    visit_form(session).when.setText("gisteren")
    press(qtbot, session, Key.Key_Escape)
    assert session.window.employers.panel is None
    session.window.actions_of_employers.log_visit()
    settle(qtbot, session)
    form = visit_form(session)
    assert (form.note.toPlainText(), form.when.text()) == ("", TODAY_WORDS)
    assert form.offer.text() == "Er staat nog een concept van 10:42."
    form.offer.go_on.click()
    assert (form.note.toPlainText(), form.when.text()) == ("Half af", "gisteren")
    assert form.offer.text() == ""


def test_a_draft_can_be_thrown_away(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    bakery = backend.id(BAKERY)
    backend.bewaar_concept("bezoek", bakery, {"notitie": "Oud"})
    session = open_window(backend, at=BAKERY)
    session.window.actions_of_employers.log_visit()
    settle(qtbot, session)
    visit_form(session).offer.throw_away.click()
    settle(qtbot, session)
    assert visit_form(session).offer.text() == ""
    assert backend.concept("bezoek", bakery) is None


def test_typing_while_a_draft_is_offered_costs_neither(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    bakery = backend.id(BAKERY)
    backend.bewaar_concept("bezoek", bakery, {"wanneer": "gisteren", "notitie": "Oud verhaal"})
    session = open_window(backend, at=BAKERY)
    session.window.actions_of_employers.log_visit()
    settle(qtbot, session)
    visit_form(session).note.setPlainText("Nieuw verhaal")
    press(qtbot, session, Key.Key_Escape)
    session.window.actions_of_employers.log_visit()
    settle(qtbot, session)
    form = visit_form(session)
    form.offer.go_on.click()
    assert form.note.toPlainText() == "Nieuw verhaal"
    form.offer.go_on.click()
    assert form.note.toPlainText() == "Oud verhaal"
    form.offer.go_on.click()
    assert form.note.toPlainText() == "Nieuw verhaal"


def test_a_recorded_visit_leaves_no_draft(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    bakery = backend.id(BAKERY)
    backend.bewaar_concept("bezoek", bakery, {"wanneer": "vandaag"})
    session = open_window(backend, at=BAKERY)
    session.window.actions_of_employers.log_visit()
    settle(qtbot, session)
    visit_form(session).offer.go_on.click()
    visit_form(session).save()
    settle(qtbot, session)
    assert commands(backend) == ["contact.leg_vast"]
    assert backend.concept("bezoek", bakery) is None


def test_another_form_opens_only_when_the_first_is_kept(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    session.window.actions_of_employers.log_visit()
    settle(qtbot, session)
    visit_form(session).note.setPlainText("Bij de bakker")
    session.window.employers.open_employer(backend.id(TIMBER))
    settle(qtbot, session)
    assert visit_form(session).werkgever_id == backend.id(BAKERY)
    session.window.actions_of_employers.log_visit()
    settle(qtbot, session)
    assert visit_form(session).werkgever_id == backend.id(TIMBER)
    kept = backend.concept("bezoek", backend.id(BAKERY))
    assert kept is not None
    assert kept.velden["notitie"] == "Bij de bakker"


def test_a_form_keeps_its_werkgever_while_one_looks_at_the_next(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    session.window.actions_of_employers.log_visit()
    settle(qtbot, session)
    visit_form(session).note.setPlainText("Bij de bakker")
    press(qtbot, session, Key.Key_PageDown, Ctrl)
    assert session.window.employers.detail.werkgever_id != backend.id(BAKERY)
    assert visit_form(session).werkgever_id == backend.id(BAKERY)
    visit_form(session).save()
    settle(qtbot, session)
    assert backend.done[0][1]["werkgever_id"] == backend.id(BAKERY)


# -- people -------------------------------------------------------------------------------------------


def test_the_picker_finds_people_and_makes_a_new_one(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    session.window.actions_of_employers.log_visit()
    form = visit_form(session)
    form.people.edit.setFocus()
    type_words("anouk")
    press(qtbot, session, Key.Key_Return)
    assert [pick.words for pick in form.people.picks()] == ["Anouk de Vries"]
    type_words("Piet Jansen")
    press(qtbot, session, Key.Key_Return)
    assert form.person.values()["naam"] == "Piet Jansen"
    form.person._fields["email"].setText("piet@bakker")
    form.person._fields["email"].setFocus()
    form.note.setFocus()
    assert "niet compleet" in form.rows["nieuw_email"].error
    form.person._fields["email"].setText("")
    form.save()
    settle(qtbot, session)
    assert commands(backend) == ["contactpersoon.registreer", "contact.leg_vast"]
    persons = backend.done[1][1]["contactpersoon_ids"]
    assert persons == [backend.persoon("Anouk de Vries"), backend.done[0][1]["id"]]


def test_a_window_that_closes_while_it_is_recorded_leaves_no_draft_of_it(
    qtbot: QtBot, open_window: Open
) -> None:
    """The draft would be recorded a second time."""
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    session.window.log_visit(backend.id(BAKERY))
    settle(qtbot, session)
    form = visit_form(session)
    form.note.setFocus()
    type_words("Twee mensen voor de inpak")
    QTest.keyClick(form.note, Key.Key_Return, Ctrl)
    session.window.close()
    settle(qtbot, session)
    assert commands(backend) == ["contact.leg_vast"]
    assert backend.concept("bezoek", backend.id(BAKERY)) is None


def test_what_took_before_the_disk_was_full_is_not_recorded_twice(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    session.window.log_visit(backend.id(BAKERY))
    settle(qtbot, session)
    form = visit_form(session)
    form.follow_up.setText("Bel terug")
    form.deadline.setText("morgen")
    backend.refuse["actie.maak"] = EnvironmentFailure("schijf_vol")
    press(qtbot, session, Key.Key_Return, Ctrl)
    press(qtbot, session, Key.Key_Escape)
    backend.refuse.clear()
    session.window.log_visit(backend.id(BAKERY))
    settle(qtbot, session)
    visit_form(session).offer.go_on.click()
    press(qtbot, session, Key.Key_Return, Ctrl)
    assert commands(backend) == ["contact.leg_vast", "actie.maak"]
    contact, follow_up = (arguments for _, arguments in backend.done)
    assert follow_up["contactmoment_id"] == contact["id"]
    assert backend.concept("bezoek", backend.id(BAKERY)) is None
