"""The screens Kandidaten, Profielen and Kandidaten per bemiddelaar on a real laptop."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from desktop import wording
from desktop.views import pages
from desktop.views.forms.command_form import CommandForm
from desktop.views.kandidaatregies import subject as by_number
from desktop.views.kandidaten import form_texts, sheet, subject, texts, voordracht_forms, work
from desktop.views.kandidaten.page import CandidatesPage
from desktop.views.kandidaten.sheet import CandidateShown
from desktop.views.profielen import sheet as profile_sheet
from desktop.views.session import Session
from desktop.views.subject.choice import ON
from desktop.views.subject.page import SubjectPage
from tests.support.practice_laptop import MARLEEN, YOUSSEF, StagedLaptop
from tests.support.scenes import candidates as scene
from tests.views.conftest import Open, settle
from tests.views.driving import press

OPENS_AT = pages.CANDIDATES

Key = Qt.Key
Ctrl = Qt.KeyboardModifier.ControlModifier
NAMES = ("Samira", "Tarik", "Ilse", "Bart", "Lina", "Henk")


def laptop_of(session: Session) -> StagedLaptop:
    assert isinstance(session.operations.backend, StagedLaptop)
    return session.operations.backend


def shown(qtbot: QtBot, session: Session, name: str = scene.BART) -> CandidatesPage:
    """The page with that candidate chosen."""
    scene.opened(name)(session, laptop_of(session))
    settle(qtbot, session)
    return scene.page_of(session)


def found(page: SubjectPage) -> CandidateShown:
    assert isinstance(page.detail.found, CandidateShown)
    return page.detail.found


def form_of(page: SubjectPage) -> CommandForm:
    form = page.desk.form
    assert isinstance(form, CommandForm)
    return form


def everything(page: SubjectPage) -> str:
    """All words of the list and of the detail."""
    return " ".join([*(line.sentence for line in page.list.view.lines.rows()), repr(page.detail.sheet)])


def times_read(laptop: StagedLaptop, kandidaat_id: str) -> int:
    said = text("SELECT count(*) FROM auditregel WHERE actie = 'kandidaat.lees' AND object = :about")
    with laptop._writer.connect() as connection:
        return int(connection.execute(said, {"about": f"kandidaat:{kandidaat_id}"}).scalar_one())


# -- list and card -----------------------------------------------------------------------------------
def test_filters_read_as_a_sentence(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(StagedLaptop(YOUSSEF))
    page = shown(qtbot, session)
    QAbstractItemModelTester(page.list.view.model())
    wanted = page.list.choice.where(subject.LOOKING, ON).where(subject.WITHOUT, ON)
    page.list.show_choice(wanted)
    settle(qtbot, session)
    assert page.list.head.sentence.words()[1:] == (texts.SAID_LOOKING, texts.SAID_WITHOUT)
    assert [line.title for line in page.list.view.lines.rows()] == [scene.LINA]


def test_opening_a_card_is_written_down_and_drawing_it_again_is_not(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop(YOUSSEF)
    session = open_window(laptop)
    page = shown(qtbot, session, scene.TARIK)
    about = found(page).card.id
    once = times_read(laptop, about)
    assert once == 1
    laptop.colleague("Youssef", "kandidaat.wijzig", {"kandidaat_id": about, "reisafstand_km": 19})
    session.operations.broadcast(laptop.arrive(), session.sync)
    settle(qtbot, session)
    assert found(page).card.reisafstand_km == 19
    assert times_read(laptop, about) == once


def test_who_stands_in_has_no_tab_for_the_doelgroep(qtbot: QtBot, open_window: Open) -> None:
    page = shown(qtbot, open_window(StagedLaptop(YOUSSEF)), scene.TARIK)
    mine, made = found(page), page.subject
    assert isinstance(made, subject.Candidates)
    tabs = [tab.key for tab in made.sheet(mine).tabs]
    assert sheet.GROUPS in tabs
    other = replace(mine, card=replace(mine.card, doelgroep_hier=False, doelgroep=None))
    assert [tab.key for tab in made.sheet(other).tabs] == [key for key in tabs if key != sheet.GROUPS]
    assert sheet.DOELGROEP not in [action.key for action in made.sheet(other).more]


def test_who_passed_on_is_not_on_the_screen_any_more(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop(YOUSSEF)
    session = open_window(laptop)
    page = shown(qtbot, session)
    away = {"kandidaat_id": found(page).card.id, "naar_id": laptop.medewerker("Daphne")}
    laptop.colleague("Marleen", "kandidaat.wijs_toe", away)
    session.operations.broadcast(laptop.arrive(), session.sync)
    settle(qtbot, session)
    assert "Bart" not in everything(page)
    assert page.detail.found is None
    assert not page.detail.isVisible()


# -- forms -------------------------------------------------------------------------------------------
def test_a_number_like_a_bsn_is_refused_at_its_field_and_what_was_typed_stays(
    qtbot: QtBot, open_window: Open
) -> None:
    session = open_window(StagedLaptop(YOUSSEF), page=pages.CANDIDATES)
    scene.new_one(session, laptop_of(session))
    settle(qtbot, session)
    form = form_of(scene.page_of(session))
    assert form.rows["notitie"].error == wording.sentence("bsn_in_tekst")
    assert form.value("notitie") == "Bekend als 111222333."
    form.fill_with({"notitie": "Werkt graag buiten."})
    press(qtbot, session, Key.Key_Return, Ctrl)
    settle(qtbot, session)
    page = scene.page_of(session)
    assert found(page).card.roepnaam == "Meryem"
    assert found(page).card.beroepen == ("Verzorgende",)


def test_who_fits_is_put_forward_and_what_came_of_it_has_a_reason(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(StagedLaptop(YOUSSEF))
    page = shown(qtbot, session)
    before = found(page)
    assert before.matches is not None
    page.press(work.PUT_FORWARD_FOR, before.matches[0].vacature_id)
    settle(qtbot, session)
    press(qtbot, session, Key.Key_Return, Ctrl)
    assert form_of(page).rows["toestemming"].error == form_texts.SAID_YES_MISSING
    form_of(page).fill_with({"toestemming": "gisteren"})
    press(qtbot, session, Key.Key_Return, Ctrl)
    settle(qtbot, session)
    new = found(page).voordrachten[0]
    assert new.vacature == before.matches[0].naam
    page.press(work.UPDATE, new.id)
    settle(qtbot, session)
    assert form_of(page).errors() == {"": form_texts.NOTHING_NEW}
    form_of(page).fill_with({"status": "afgewezen_werkgever"})
    press(qtbot, session, Key.Key_Return, Ctrl)
    assert form_of(page).rows["reden"].error == form_texts.REASON_MISSING
    form_of(page).fill_with({"reden": "ervaring", "terugkoppeling": "Zij zoeken iemand met ervaring."})
    press(qtbot, session, Key.Key_Return, Ctrl)
    settle(qtbot, session)
    assert found(page).voordrachten[0].status == "afgewezen_werkgever"
    session.window.undo.take_back()
    settle(qtbot, session)
    assert found(page).voordrachten[0].status == "voorgesteld"


def test_a_half_done_voordracht_comes_back_for_the_same_vacature(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop(YOUSSEF)
    session = open_window(laptop)
    page = shown(qtbot, session)
    vacature_id = (found(page).matches or ())[0].vacature_id
    page.press(work.PUT_FORWARD_FOR, vacature_id)
    settle(qtbot, session)
    form_of(page).inputs["toestemming"].set_value("gisteren")
    press(qtbot, session, Key.Key_Escape)
    settle(qtbot, session)
    assert page.panel is None
    (draft,) = [one for one in laptop.concepten() if one.soort == voordracht_forms.MAKE]
    assert draft.velden["kandidaat_id"] == found(page).card.id  # so it leaves with the candidate
    session.window.show_page(pages.TODAY)
    session.window.resume(draft)
    settle(qtbot, session)
    assert form_of(page).arguments()["toestemming"] == "2026-11-16"
    assert form_of(page).arguments()["vacature_id"] == vacature_id


# -- what is offered ---------------------------------------------------------------------------------
def test_an_offer_stands_above_the_list_and_says_no_name_before_it_is_taken(
    qtbot: QtBot, open_window: Open
) -> None:
    laptop = StagedLaptop(YOUSSEF)
    scene.offered(laptop)
    session = open_window(laptop)
    scene.offer_shown(session, laptop)
    settle(qtbot, session)
    page = scene.page_of(session)
    QAbstractItemModelTester(page.list.view.model())
    assert page.list.view.lines.rows()[0].title == texts.OFFERED_TO_YOU
    assert "Noor" not in everything(page)
    page.detail.header.pressed.emit(sheet.ACCEPT)
    settle(qtbot, session)
    assert page.detail.sheet is not None
    assert page.detail.sheet.actions == () or found(page).card.roepnaam == "Noor"


# -- what others see ---------------------------------------------------------------------------------
def test_a_profile_has_no_name_and_is_judged_by_an_accountmanager(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(StagedLaptop(), page=pages.EMPLOYERS)
    scene.beside(pages.PROFILES, profile_sheet.JUDGE)(session, laptop_of(session))
    settle(qtbot, session)
    page = session.window.stack.page(pages.PROFILES)
    assert isinstance(page, SubjectPage)
    QAbstractItemModelTester(page.list.view.model())
    assert not [name for name in NAMES if name in everything(page)]
    form_of(page).fill_with({"waarde": "met_hulp", "vraag_op_tijd": "klaar"})
    press(qtbot, session, Key.Key_Return, Ctrl)
    settle(qtbot, session)
    judged = page.detail.found.row.oordelen
    assert [(one.waarde, one.antwoorden) for one in judged] == [("met_hulp", (("op_tijd", "klaar"),))]


def test_a_teamleider_assigns_by_number(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop(MARLEEN)
    session = open_window(laptop, page=pages.EMPLOYERS)
    scene.beside(pages.BY_NUMBER, by_number.ASSIGN)(session, laptop)
    settle(qtbot, session)
    page = session.window.stack.page(pages.BY_NUMBER)
    assert isinstance(page, SubjectPage)
    assert not [name for name in NAMES if name in everything(page)]
    form_of(page).fill_with({"naar_id": laptop.medewerker("Daphne")})
    press(qtbot, session, Key.Key_Return, Ctrl)
    settle(qtbot, session)
    assert page.panel is None
    assert laptop.done[-1][0] == "kandidaat.wijs_toe"
