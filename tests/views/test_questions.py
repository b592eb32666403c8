"""The tab Werk of a werkgever: what runs there, and a question from the first word to a partner."""

from pytestqt.qtbot import QtBot

from desktop.views import pages
from desktop.views.forms.command_form import CommandForm
from desktop.views.session import Session
from desktop.views.werkgevers import texts_work as words
from desktop.views.werkgevers import work_facts
from desktop.views.werkgevers.detail import WORK
from tests.support.practice_laptop import BAKERY, StagedLaptop
from tests.support.scenes import vacancies as scene
from tests.views.conftest import Open, settle


def opened(qtbot: QtBot, session: Session) -> StagedLaptop:
    session.window.employers.detail.show_tab(WORK)
    settle(qtbot, session)
    laptop = session.operations.backend
    assert isinstance(laptop, StagedLaptop)
    return laptop


def ask(qtbot: QtBot, session: Session, key: str, about: str = "") -> CommandForm:
    session.window.employers.detail.asked.emit(key, about)
    settle(qtbot, session)
    form = session.window.employers.panel
    assert isinstance(form, CommandForm)
    return form


def save(qtbot: QtBot, session: Session, form: CommandForm) -> None:
    form.save()
    settle(qtbot, session)
    assert session.window.employers.panel is None, form.banner.text()


def test_a_question_is_written_down_changed_and_referred(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    scene.asked(laptop)
    session = open_window(laptop, at=BAKERY)
    opened(qtbot, session)
    form = ask(qtbot, session, work_facts.ADD_QUESTION)
    form.save()
    assert form.rows["vraag"].error == words.QUESTION_MISSING
    form.fill({"soort": "regelingen", "vraag": "Wat is de no-riskpolis?"})
    save(qtbot, session, form)
    work = session.window.employers.detail.work
    row = next(one for one in work.found.vragen if one.vraag == "Wat is de no-riskpolis?")
    assert row.behandelaar_id == laptop.medewerker_id

    form = ask(qtbot, session, work_facts.EDIT_QUESTION, row.id)
    form.fill({"dienst": "instrumenten"})
    save(qtbot, session, form)
    assert laptop.done[-1][1].keys() == {"dienst", "werkgeversvraag_id"}

    form = ask(qtbot, session, work_facts.REFER, row.id)
    partner = next(one for one in laptop.partners() if one.contactnaam is None)
    form.fill({"partner_id": partner.id, "reden": "Zij weten hier meer van."})
    form.save()
    settle(qtbot, session)
    assert "nog geen contactpersoon" in form.rows["partner_contact"].error
    form.fill({"partner_contact": "Miriam Post"})
    save(qtbot, session, form)
    found = work.question(row.id)
    assert found is not None
    assert found.status == "doorverwezen"


def test_a_vacature_there_opens_on_its_own_page(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    scene.vacancies(laptop)
    session = open_window(laptop, at=BAKERY)
    opened(qtbot, session)
    detail = session.window.employers.detail
    row = next(one for one in detail.work.found.vacatures if one.naam == scene.INPAK)
    detail.asked.emit(work_facts.OPEN_VACANCY, row.id)
    settle(qtbot, session)
    assert session.window.stack.current_key == pages.VACANCIES
    page = session.window.stack.page(pages.VACANCIES)
    assert page.current_employer() == laptop.id(BAKERY)


def test_a_draft_of_an_answer_is_taken_up_again(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    scene.asked(laptop)
    session = open_window(laptop, at=BAKERY)
    opened(qtbot, session)
    work = session.window.employers.detail.work
    row = next(one for one in work.found.vragen if one.soort == "scholing")
    form = ask(qtbot, session, work_facts.ANSWER, row.id)
    form.inputs["antwoord"].set_value("Ja, dat kan in deeltijd.")
    form.close_panel()
    settle(qtbot, session)
    (draft,) = [one for one in laptop.concepten() if one.onderwerp_id == row.id]
    session.window.resume(draft)
    settle(qtbot, session)
    again = session.window.employers.panel
    assert isinstance(again, CommandForm)
    assert again.value("antwoord") == "Ja, dat kan in deeltijd."
