"""Vandaag of who works with candidates: nazorg, instruments and signalen, done from the keyboard."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.views import pages
from desktop.views.plaatsingen.care_forms import FinishTalk
from desktop.views.plaatsingen.page import PlacementsPage
from desktop.views.session import Session
from desktop.views.signalen.forms import AnswerSignal
from desktop.views.vandaag import care_items, texts
from desktop.views.vandaag.care import read_care
from desktop.views.vandaag.lines import Kind, Line
from desktop.views.vandaag.page import TodayPage
from tests.support.practice_laptop import MARLEEN, TODAY, YOUSSEF, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, press

OPENS_AT = pages.TODAY

TALK = "Nazorg: drie maanden aan het werk"
TASK = "Vraag de werkgever of de betaling klopt"


def today(qtbot: QtBot, session: Session) -> TodayPage:
    session.window.show_page(pages.TODAY)
    settle(qtbot, session)
    page = session.window.current_page()
    assert isinstance(page, TodayPage)
    return page


def at(page: TodayPage, title: str) -> Line:
    rows = page.list.lines_model.rows()
    page.list.choose_row(next(number for number, line in enumerate(rows) if line.title == title))
    page.list.setFocus(Qt.FocusReason.TabFocusReason)
    line = page.list.current_line()
    assert line is not None
    return line


def titles(page: TodayPage) -> list[str]:
    return [line.title for line in page.list.lines_model.rows()]


def test_each_role_finds_what_is_its_own() -> None:
    bemiddelaar, accountmanager, teamleider = StagedLaptop(YOUSSEF), StagedLaptop(), StagedLaptop(MARLEEN)
    care = read_care(bemiddelaar)
    assert {talk.spoor for talk in care.nazorg} == {"werknemer"}
    assert [task.wat for task in care.taken][-1] == TASK
    assert [row.naam for row in care.vacatures] == ["Groepshulp"]
    assert [row.kandidaat for row in care.gesprekken] == ["Ilse K."]
    assert care.bij_collegas == ()
    of_relation = read_care(accountmanager)
    assert {talk.spoor for talk in of_relation.nazorg} == {"relatie"}
    assert len(of_relation.signalen) == 2
    assert (of_relation.taken, of_relation.vacatures, of_relation.gesprekken) == ((), (), ())
    counts = read_care(teamleider).bij_collegas
    (line,) = care_items.grouped(read_care(teamleider), care_items.COLLEAGUES, TODAY)
    assert [row.medewerker for row in counts] == ["Youssef Amrani"]
    assert line.sentence == "Youssef Amrani, 1\u00a0gesprek over plaatsingen, oudste 4 dagen te laat"
    for laptop in (bemiddelaar, accountmanager, teamleider):
        laptop.close()


def test_a_talk_is_finished_in_its_form_and_one_is_back(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(StagedLaptop(YOUSSEF))
    page = today(qtbot, session)
    late = page.head.sentence.text()
    at(page, TALK)
    press(qtbot, session, Key.Key_Space)
    settle(qtbot, session)
    placements = session.window.stack.page(pages.PLACEMENTS)
    assert isinstance(placements, PlacementsPage)
    form = placements.desk.form
    assert isinstance(form, FinishTalk)
    form.fill_with({"resultaat": "stabiel", "notitie": "Het gaat goed in de vroege dienst."})
    press(qtbot, session, Key.Key_Return, Ctrl)
    settle(qtbot, session)
    assert session.window.current_page() is page
    assert (at(page, TALK).struck, at(page, TALK).right) == (True, texts.DONE)
    assert page.head.sentence.text() != late
    press(qtbot, session, Key.Key_Space)
    settle(qtbot, session)
    assert not at(page, TALK).struck
    assert page.head.sentence.text() == late


def test_a_talk_goes_to_another_day_with_a_reason(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop(YOUSSEF)
    session = open_window(laptop)
    page = today(qtbot, session)
    talk = at(page, TALK)
    press(qtbot, session, Key.Key_D, Ctrl)
    card = page.deeds.postponing.card
    assert card is not None
    card.why.setText("Op vakantie")
    card.send()
    settle(qtbot, session)
    name, arguments = laptop.done[-1]
    assert name == "nazorg.verzet"
    assert (arguments["nazorgactie_id"], arguments["reden"]) == (talk.key, "Op vakantie")
    assert date.fromisoformat(str(arguments["gepland_op"])) > TODAY
    assert page.list.line_at(talk.key) is None or page.list.line_at(talk.key).section == "deze_week"  # type: ignore[union-attr]


def test_administration_of_an_instrument_is_ticked(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop(YOUSSEF)
    session = open_window(laptop)
    page = today(qtbot, session)
    task = at(page, TASK)
    assert (task.kind, task.moves) == (Kind.TASK, False)
    press(qtbot, session, Key.Key_Space)
    settle(qtbot, session)
    assert laptop.done[-1] == ("instrument.rond_taak_af", {"taak_id": task.key})
    assert at(page, TASK).struck
    press(qtbot, session, Key.Key_Z, Ctrl)
    settle(qtbot, session)
    assert not at(page, TASK).struck


def test_a_signaal_is_answered_beside_its_dossier(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    page = today(qtbot, session)
    waited = len(page.asks.rows)
    buttons = [button for row in page.asks.rows for button in row.buttons]
    next(button for button in buttons if button.text() == texts.ANSWER).setFocus()
    press(qtbot, session, Key.Key_Return)
    settle(qtbot, session)
    form = session.window.employers.work.desk.form
    assert isinstance(form, AnswerSignal)
    form.fill_with({"antwoord": "Ik bel de chef deze week."})
    press(qtbot, session, Key.Key_Return, Ctrl)
    settle(qtbot, session)
    assert laptop.done[-1][0] == "signaal.beantwoord"
    assert session.window.current_page() is page
    assert len(page.asks.rows) == waited - 1
