"""The screen Vacatures on a real laptop: list, board, detail, forms, and what follows on a visit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views import pages
from desktop.views.forms.command_form import CommandForm
from desktop.views.forms.picking import TokensInput
from desktop.views.session import Session
from desktop.views.subject.choice import Choice
from desktop.views.vacatures import forms, sheet, subject, texts
from desktop.views.vacatures.page import VacanciesPage
from desktop.views.werkgevers import visit_input
from desktop.views.werkgevers.visit_form import VisitForm
from desktop.views.werkgevers.visit_input import FollowUp
from tests.support.practice_laptop import BAKERY, YOUSSEF, StagedLaptop
from tests.support.scenes import vacancies as scene
from tests.views.conftest import Open, settle
from tests.views.driving import press

OPENS_AT = pages.VACANCIES

Key = Qt.Key
Ctrl = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def laptop() -> StagedLaptop:
    made = StagedLaptop()
    scene.vacancies(made)
    return made


def shown(qtbot: QtBot, session: Session, name: str = scene.INPAK) -> VacanciesPage:
    """The page with that vacature chosen."""
    session.window.show_page(pages.VACANCIES)
    settle(qtbot, session)
    page = session.window.stack.page(pages.VACANCIES)
    assert isinstance(page, VacanciesPage)
    rows = page.list.view.lines.rows()
    page.open_row(next(line.key for line in rows if line.title == name))
    settle(qtbot, session)
    return page


def titles(page: VacanciesPage) -> list[str]:
    return [line.title for line in page.list.view.lines.rows()]


def form_of(page: VacanciesPage) -> CommandForm:
    form = page.desk.form
    assert isinstance(form, CommandForm)
    return form


# -- list and board ----------------------------------------------------------------------------------
def test_filters_read_as_a_sentence_and_each_can_be_taken_away(
    qtbot: QtBot, open_window: Open, laptop: StagedLaptop
) -> None:
    session = open_window(laptop)
    page = shown(qtbot, session)
    QAbstractItemModelTester(page.list.view.model())
    page.list.head.chips.chips[subject.MINE].click()
    page.list.show_choice(page.list.choice.where(subject.KIND, "baan"))
    settle(qtbot, session)
    assert scene.INPAK in titles(page)
    assert scene.VERZORGING not in titles(page)
    assert page.list.head.sentence.words() == (texts.YOURS, "voor baan")
    page.list.head.sentence.taken.emit(subject.MINE)
    settle(qtbot, session)
    assert page.list.choice == Choice(order="nieuwste").where(subject.KIND, "baan")


def test_the_state_and_those_that_run_exclude_each_other(
    qtbot: QtBot, open_window: Open, laptop: StagedLaptop
) -> None:
    session = open_window(laptop)
    page = shown(qtbot, session)
    page.list.head.chips.chips[subject.OPEN].click()
    settle(qtbot, session)
    assert "Gastvrouw" not in titles(page)
    page.list.show_choice(page.list.choice.where(subject.STATE, "ingetrokken", {subject.OPEN}))
    settle(qtbot, session)
    assert "Gastvrouw" in titles(page)
    assert not page.list.choice.has(subject.OPEN)


def test_a_board_is_walked_by_keys_opens_a_page_and_is_remembered(
    qtbot: QtBot, open_window: Open, laptop: StagedLaptop
) -> None:
    session = open_window(laptop)
    page = shown(qtbot, session)
    page.list.head.switch.click()
    settle(qtbot, session)
    board = page.list.board
    for view in board.views.values():
        QAbstractItemModelTester(view.lines)
    assert QApplication.focusWidget() is board.views["nieuw"]
    press(qtbot, session, Key.Key_Right)
    assert QApplication.focusWidget() is board.views["overgedragen"]
    press(qtbot, session, Key.Key_Return)
    settle(qtbot, session)
    assert page.detail.isVisible()
    assert not page.list.isVisible()
    assert page.detail.sheet is not None
    assert page.detail.sheet.title == board.views["overgedragen"].lines.rows()[0].title
    press(qtbot, session, Key.Key_Escape)
    assert board.isVisible()
    kept = laptop.vensterstand("vacatures")
    assert kept is not None
    assert kept["weergave"] == "bord"


def test_what_a_colleague_changed_gets_a_mark_and_moves_nothing(
    qtbot: QtBot, open_window: Open, laptop: StagedLaptop
) -> None:
    session = open_window(laptop)
    page = shown(qtbot, session)
    here = page.list.view.currentIndex().row()
    other = next(line for line in page.list.view.lines.rows() if line.title == scene.TIMMERMAN)
    laptop.colleague("Karin", "vacature.wijzig", {"vacature_id": other.key, "aantal_plaatsen": 3})
    session.operations.broadcast(laptop.arrive(), session.sync)
    settle(qtbot, session)
    lines = page.list.view.lines
    assert lines.changed == {other.key}
    assert (
        lines.index(lines.find(other.key), 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("gewijzigd")
    )
    assert page.list.view.currentIndex().row() == here
    page.open_row(other.key)
    assert lines.changed == set()


# -- forms -------------------------------------------------------------------------------------------
def test_handing_over_takes_bemiddelaars_only_and_shows_who_looks(
    qtbot: QtBot, open_window: Open, laptop: StagedLaptop
) -> None:
    session = open_window(laptop)
    page = shown(qtbot, session)
    page.detail.header.pressed.emit(sheet.HAND_OVER)
    settle(qtbot, session)
    form = form_of(page)
    whom = form.inputs["bemiddelaar_ids"]
    assert isinstance(whom, TokensInput)
    names = [pick.words for pick in whom._find("")]
    assert any(name.startswith("Youssef") for name in names)
    assert not any(name.startswith("Karin") for name in names)
    form.save()
    assert form.rows["bemiddelaar_ids"].error == texts.PEOPLE_MISSING
    assert QApplication.focusWidget() is whom.widget.edit
    assert whom.widget.edit.accessibleDescription() == texts.PEOPLE_MISSING
    form.fill({"bemiddelaar_ids": [laptop.medewerker("Youssef")], "matchingroute": "matchtafel"})
    press(qtbot, session, Key.Key_Return, Ctrl)
    settle(qtbot, session)
    assert page.desk.form is None
    assert page.detail.sheet is not None
    assert page.detail.sheet.strip is not None
    assert page.detail.sheet.strip.title == "Youssef Amrani zoekt mensen."
    assert session.window.toast.text() == texts.HANDED_OVER


def test_a_change_sends_only_what_differs_and_what_the_core_refuses_stands_at_its_field(
    qtbot: QtBot, open_window: Open, laptop: StagedLaptop
) -> None:
    session = open_window(laptop)
    page = shown(qtbot, session)
    page.detail.header.pressed.emit(sheet.EDIT)
    settle(qtbot, session)
    form = form_of(page)
    form.inputs["uren_max"].set_value("12")
    form.save()
    settle(qtbot, session)
    assert "laagste aantal uren" in form.rows["uren_max"].error
    form.inputs["uren_min"].set_value("8")
    form.inputs["vervoer"].set_value(())
    form.save()
    settle(qtbot, session)
    naam, sent = laptop.done[-1]
    assert naam == "vacature.wijzig"
    assert {key: sent[key] for key in ("uren_min", "uren_max", "wis")} == {
        "uren_min": 8,
        "uren_max": 12,
        "wis": ["vervoer"],
    }
    assert "naam" not in sent


def test_a_formal_employer_is_asked_only_where_there_is_one(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    session.window.new_vacancy()
    settle(qtbot, session)
    page = session.window.stack.page(pages.VACANCIES)
    assert isinstance(page, VacanciesPage)
    form = form_of(page)
    assert form.rows["formele_werkgever_id"].isHidden()
    form.inputs["soort"].set_value("detachering")
    assert not form.rows["formele_werkgever_id"].isHidden()
    form.save()
    assert form.rows["werkgever_id"].error == texts.EMPLOYER_MISSING
    form.close_panel()
    settle(qtbot, session)
    (draft,) = [one for one in session.operations.backend.concepten() if one.soort == forms.NEW]
    session.window.resume(draft)
    settle(qtbot, session)
    assert form_of(page).value("soort") == "detachering"


def test_a_vacature_that_came_up_in_a_visit_follows_on_it(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(at=BAKERY)
    laptop = session.operations.backend
    assert isinstance(laptop, StagedLaptop)
    session.window.log_visit(laptop.id(BAKERY))
    settle(qtbot, session)
    visit = session.window.employers.panel
    assert isinstance(visit, VisitForm)
    visit.follow_ups.set_values((FollowUp(visit_input.VACANCY, "Inpakker nachtdienst"),))
    visit.save()
    settle(qtbot, session)
    form = session.window.employers.panel
    assert isinstance(form, forms.NewVacancy)
    assert form.value("naam") == "Inpakker nachtdienst"
    form.inputs["soort"].set_value("baan")
    form.save()
    settle(qtbot, session)
    naam, sent = laptop.done[-1]
    assert naam == "vacature.registreer"
    assert sent["contactmoment_id"] == visit.contact_id


def test_a_bemiddelaar_gives_back_and_does_not_hand_over(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop(YOUSSEF)
    scene.vacancies(laptop)
    session = open_window(laptop)
    page = shown(qtbot, session, scene.VERZORGING)
    assert page.detail.header.button(sheet.HAND_OVER) is None
    assert [kind.key for kind in session.window.kinds].count(pages.REPORTS) == 0
    page.detail.pressed.emit(sheet.TAKE_BACK, laptop.medewerker_id)
    settle(qtbot, session)
    form_of(page).save()
    settle(qtbot, session)
    assert laptop.done[-1][0] == "vacature.neem_terug"
