"""The register of partners: kept up to date by everybody, and added to while referring an employer."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.errors import EnvironmentFailure
from desktop.views import pages, shortcuts
from desktop.views.forms.command_form import CommandForm
from desktop.views.partners import subject, texts
from desktop.views.partners.forms import EditPartner, NewPartner
from desktop.views.partners.page import PartnersPage
from desktop.views.session import Session
from desktop.views.subject.choice import ON, Choice
from desktop.views.werkgevers import texts_work, work_facts
from desktop.views.werkgevers.forms.question import NEW_PARTNER, ReferQuestion
from tests.support.practice_laptop import BAKERY, MARLEEN, YOUSSEF, StagedLaptop
from tests.support.scenes import vacancies as scene
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, press, type_words
from tests.views.test_guide import open_titled, opened
from tests.views.test_questions import ask
from tests.views.test_questions import opened as opened_work

NAME = "Ondernemersloket Gooi"


def partners(qtbot: QtBot, session: Session) -> PartnersPage:
    page = opened(qtbot, session, shortcuts.PARTNERS, pages.PARTNERS)
    assert isinstance(page, PartnersPage)
    return page


def titles(page: PartnersPage) -> list[str]:
    return [line.title for line in page.list.view.lines.rows()]


def form_of(page: PartnersPage) -> CommandForm:
    form = page.panel
    assert isinstance(form, CommandForm)
    return form


def test_one_is_added_from_the_keyboard_with_what_was_searched(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop(YOUSSEF)
    session = open_window(laptop)
    page = partners(qtbot, session)
    press(qtbot, session, Key.Key_F, Ctrl)
    type_words(NAME)
    settle(qtbot, session)
    page.make_new(NAME)
    settle(qtbot, session)
    form = form_of(page)
    assert isinstance(form, NewPartner)
    assert form.value("naam") == NAME
    names = []
    form.inputs["naam"].widget.setFocus()
    for _ in range(len(form.inputs)):
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName())
        press(qtbot, session, Key.Key_Tab)
    assert names == [texts.NAME, texts.KIND, texts.PERSON, texts.PHONE, texts.MAIL, texts.SITE, texts.NOTE]
    form.save()
    assert form.rows["soort"].error == texts.KIND_MISSING
    form.fill_with(
        {"naam": NAME, "soort": "ondernemersloket", "email": "geen adres", "contactnaam": "Rik Dam"}
    )
    form.save()
    assert form.rows["email"].error
    assert form.value("contactnaam") == "Rik Dam"
    form.inputs["email"].set_value("rik@loket.example")
    press(qtbot, session, Key.Key_Return, Ctrl)
    settle(qtbot, session)
    assert page.panel is None
    assert page.detail.sheet is not None
    assert page.detail.sheet.title == NAME
    session.undo.take_back()
    settle(qtbot, session)
    assert NAME not in [row.naam for row in laptop.partners(alleen_actief=False)]


def test_it_is_searched_by_any_word_and_one_that_ended_can_be_left_out(
    qtbot: QtBot, open_window: Open
) -> None:
    laptop = StagedLaptop()
    first = laptop.partners()[0]
    session = open_window(laptop)
    page = partners(qtbot, session)
    assert titles(page) == [row.naam for row in laptop.partners()]
    open_titled(qtbot, session, page, first.naam)
    page.press(subject.STOP, first.id)
    settle(qtbot, session)
    assert laptop.done[-1] == ("partner.wijzig", {"partner_id": first.id, "actief": False})
    assert session.window.toast.text() == texts.STOPPED
    page.list.show_choice(Choice(on=((subject.IN_USE, ON),), order="naam"))
    settle(qtbot, session)
    assert first.naam not in titles(page)
    page.list.show_choice(Choice(first.contactnaam or first.naam, order="naam"))
    settle(qtbot, session)
    assert titles(page) == [first.naam]
    page.press(subject.USE_AGAIN, first.id)
    settle(qtbot, session)
    assert first.id in [row.id for row in laptop.partners()]


def test_a_change_offline_sends_only_what_differs_and_a_draft_comes_back(
    qtbot: QtBot, open_window: Open
) -> None:
    laptop = StagedLaptop(MARLEEN)
    first = laptop.partners()[0]
    session = open_window(laptop)
    page = partners(qtbot, session)
    open_titled(qtbot, session, page, first.naam)
    page.press(subject.EDIT, first.id)
    settle(qtbot, session)
    form_of(page).inputs["telefoon"].widget.setText("035 123 45 67")  # type: ignore[attr-defined]
    form_of(page).close_panel()
    settle(qtbot, session)
    (draft,) = [one for one in laptop.concepten() if one.onderwerp_id == first.id]
    session.window.show_page(pages.TODAY)
    session.window.resume(draft)
    settle(qtbot, session)
    assert session.window.current_page() is page
    form = form_of(page)
    assert isinstance(form, EditPartner)
    assert form.value("telefoon") == "035 123 45 67"
    laptop.refuse["partner.wijzig"] = EnvironmentFailure("schijf_vol")
    form.save()
    settle(qtbot, session)
    assert form.value("telefoon") == "035 123 45 67"
    del laptop.refuse["partner.wijzig"]
    form.save()
    settle(qtbot, session)
    assert laptop.done[-1][1].keys() == {"partner_id", "telefoon"}
    assert page.list.view.lines.rows()[page.list.view.lines.find(first.id)].waits


def test_what_a_colleague_changed_meanwhile_is_said_at_the_field(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    first = laptop.partners()[0]
    session = open_window(laptop)
    page = partners(qtbot, session)
    open_titled(qtbot, session, page, first.naam)
    page.press(subject.EDIT, first.id)
    settle(qtbot, session)
    form = form_of(page)
    form.inputs["contactnaam"].widget.setText("Rik Dam")  # type: ignore[attr-defined]
    laptop.colleague("Fatima", "partner.wijzig", {"partner_id": first.id, "contactnaam": "Els Bos"})
    session.sync.request()
    settle(qtbot, session)
    qtbot.waitUntil(lambda: "Contactpersoon" in form.banner.text())
    assert form.value("contactnaam") == "Rik Dam"


# -- while referring a question ------------------------------------------------------------------------
@pytest.fixture
def refer(qtbot: QtBot, open_window: Open) -> tuple[Session, StagedLaptop, ReferQuestion]:
    laptop = StagedLaptop()
    scene.asked(laptop)
    session = open_window(laptop, at=BAKERY)
    opened_work(qtbot, session)
    work = session.window.employers.detail.work
    row = next(one for one in work.found.vragen if one.status == "open")
    form = ask(qtbot, session, work_facts.REFER, row.id)
    assert isinstance(form, ReferQuestion)
    return session, laptop, form


def test_a_partner_is_added_without_losing_the_form(
    qtbot: QtBot, refer: tuple[Session, StagedLaptop, ReferQuestion]
) -> None:
    session, laptop, form = refer
    form.fill_with({"reden": "Zij weten hier meer van."})
    assert not form.rows["nieuw_naam"].isVisibleTo(form)
    form.fill_with({"partner_id": NEW_PARTNER})
    assert form.rows["nieuw_naam"].isVisibleTo(form)
    form.save()
    assert form.rows["nieuw_naam"].error == texts.NAME_MISSING
    assert form.rows["nieuw_soort"].error == texts.KIND_MISSING
    assert form.rows["partner_contact"].error == texts_work.CONTACT_OF_NEW
    assert form.value("reden") == "Zij weten hier meer van."
    form.fill_with(
        {
            "nieuw_naam": NAME,
            "nieuw_soort": "ondernemersloket",
            "nieuw_telefoon": "035 123 45 67",
            "partner_contact": "Rik Dam",
        }
    )
    form.save()
    settle(qtbot, session)
    assert session.window.employers.panel is None
    assert [name for name, _ in laptop.done[-2:]] == ["partner.registreer", "werkgeversvraag.verwijs_door"]
    (made,) = [row for row in laptop.partners() if row.naam == NAME]
    assert (made.contactnaam, made.telefoon) == ("Rik Dam", "0351234567")
    assert laptop.done[-1][1]["partner_id"] == made.id
    session.undo.take_back()
    settle(qtbot, session)
    assert NAME not in [row.naam for row in laptop.partners(alleen_actief=False)]


def test_a_draft_with_a_new_partner_comes_back_whole(
    qtbot: QtBot, refer: tuple[Session, StagedLaptop, ReferQuestion]
) -> None:
    session, laptop, form = refer
    form.inputs["partner_id"].set_value(NEW_PARTNER)
    form.inputs["nieuw_naam"].set_value(NAME)
    form.note_edit()
    form.close_panel()
    settle(qtbot, session)
    (draft,) = [one for one in laptop.concepten() if one.velden.get("nieuw_naam") == NAME]
    session.window.resume(draft)
    settle(qtbot, session)
    again = session.window.employers.panel
    assert isinstance(again, ReferQuestion)
    assert (again.value("partner_id"), again.value("nieuw_naam")) == (NEW_PARTNER, NAME)
    assert again.rows["nieuw_naam"].isVisibleTo(again)
