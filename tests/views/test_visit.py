"""Bezoek vastleggen: by keyboard, with a promise, with a draft; nothing that was typed is lost."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.views import texts_forms
from tests.support.practice_laptop import BAKERY, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, commands, press, type_words, visit_form


def test_search_open_log_a_visit_without_a_mouse(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
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
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
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
    backend = StagedLaptop()
    backend.refuse["contact.leg_vast"] = Weigering("werkgever_onbekend")
    session = open_window(backend, at=BAKERY)
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
    backend = StagedLaptop()
    backend.refuse["actie.maak"] = EnvironmentFailure("schijf_vol")
    session = open_window(backend, at=BAKERY)
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
    form.save()
    assert form.rows["wanneer"].error == texts_forms.REQUIRED_WHEN
    assert QApplication.focusWidget() is form.when
    assert form.when.accessibleDescription() == texts_forms.REQUIRED_WHEN


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
    assert (form.note.toPlainText(), form.when.text()) == ("Half af", "gisteren")
    assert form.banner.text() == "Je gaat verder met je concept van 10:42."
    form._start_empty("leeg")
    settle(qtbot, session)
    assert form.note.toPlainText() == ""
    assert backend.concept("bezoek", bakery) is None


def test_a_recorded_visit_leaves_no_draft(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    bakery = backend.id(BAKERY)
    backend.bewaar_concept("bezoek", bakery, {"wanneer": "vandaag"})
    session = open_window(backend, at=BAKERY)
    session.window.actions_of_employers.log_visit()
    settle(qtbot, session)
    visit_form(session).save()
    settle(qtbot, session)
    assert commands(backend) == ["contact.leg_vast"]
    assert backend.concept("bezoek", bakery) is None


def test_the_picker_finds_people_and_makes_a_new_one(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
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
    assert persons == [backend.persoon("Anouk de Vries"), backend.done[0][1]["id"]]
