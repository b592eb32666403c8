"""Nieuwe werkgever: the duplicate check over the whole region, and what is wrong with a field."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.views import texts_forms
from desktop.views.widgets.buttons import Button
from tests.support.practice_laptop import StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import CtrlShift, Key, commands, employer_form, press, type_words


def test_a_certain_duplicate_blocks_and_can_be_opened(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend)
    press(qtbot, session, Key.Key_N, CtrlShift)
    form = employer_form(session)
    type_words("Iets anders")
    form.set_field("kvk_nummer", "99000245")
    settle(qtbot, session)
    sentence = "Dit KvK-nummer is al van Houtbouw Eemvallei. Regie: Karin Smit."
    assert form.rows["kvk_nummer"].error == sentence
    form.save()
    settle(qtbot, session)
    assert backend.done == []
    assert [row.error for row in form.rows.values() if row.error] == [sentence]
    assert form.banner.text() == ""
    link = form.rows["kvk_nummer"].move_below().findChild(Button)
    assert link is not None
    assert (link.text(), link.accessibleName()) == ("Openen", "Houtbouw Eemvallei openen")
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    settle(qtbot, session)
    assert session.window.employers.detail.header.name.text() == "Houtbouw Eemvallei"


def test_likely_duplicates_are_listed_and_do_not_block(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend)
    session.window.actions_of_employers.new_employer("Kinderopvang Speelboom")
    settle(qtbot, session)
    form = employer_form(session)
    assert "Kinderopvang De Speelboom" in [label.text() for label in form._doubles.findChildren(QLabel)]
    form.save()
    settle(qtbot, session)
    assert commands(backend) == ["werkgever.registreer"]
    assert session.window.employers.detail.header.name.text() == "Kinderopvang Speelboom"


def test_a_wrong_kvk_number_says_what_is_wrong(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    session.window.actions_of_employers.new_employer("Nieuw B.V.")
    form = employer_form(session)
    form.set_field("kvk_nummer", "1234567")
    form.set_field("huisnummer", "bij de molen")
    form.save()
    assert form.rows["kvk_nummer"].error == "Dit KvK-nummer heeft 7 cijfers. Het moeten er 8 zijn."
    assert form.rows["huisnummer"].error == texts_forms.NUMBER_ONLY
