"""Header and tabs of a dossier: facts, history, people who left last, and what a refresh may not take."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.views import texts
from desktop.views.session import Session
from desktop.views.subject.facts_tab import STEP, FactsTab
from desktop.views.subject.section import Section
from desktop.views.werkgevers.detail import AGREEMENTS, DATA, PEOPLE, PLACES
from desktop.views.werkgevers.number_menu import NumberMenu
from desktop.views.widgets.buttons import Button
from tests.support.accessibility import unnamed
from tests.support.practice_laptop import BAKERY, CARE, YOUSSEF, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Key, press


def tab(qtbot: QtBot, session: Session, key: str) -> FactsTab:
    session.window.employers.detail.show_tab(key)
    settle(qtbot, session)
    return session.window.employers.detail.facts[key]


def sections(found: FactsTab) -> tuple[Section, ...]:
    return found._shown


def link(found: FactsTab, name: str) -> Button:
    return next(one for one in found.findChildren(Button) if one.accessibleName() == name)


def test_the_history_of_fields_says_old_new_who_and_when(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(at=BAKERY)
    history = sections(tab(qtbot, session, DATA))[-1]
    assert history.title == "Geschiedenis van velden"
    staff = next(fact for fact in history.facts if fact.name == "Medewerkers")
    assert staff.value == "46 → 52"
    assert staff.said.startswith("Medewerkers: 46 werd 52, Karin Smit")


def test_more_of_a_long_history_comes_on_request(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    for number in range(60):
        backend.moment = backend.moment.replace(minute=number % 60)
        backend.doe("werkgever.wijzig", {"werkgever_id": backend.id(BAKERY), "sector": f"Sector {number}"})
    session = open_window(backend, at=BAKERY)
    found = tab(qtbot, session, DATA)
    before = len(sections(found)[-1].facts)
    link(found, "Geschiedenis van velden meer tonen").click()
    settle(qtbot, session)
    assert len(sections(found)[-1].facts) > before
    assert sections(found)[-1].foot is None


def test_who_left_stands_last_with_the_period(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    gone = {"contactpersoon_id": backend.persoon("Anouk de Vries"), "tot": "2026-10-31"}
    backend.doe("contactpersoon.wijzig", gone)
    session = open_window(backend, at=BAKERY)
    found = sections(tab(qtbot, session, PEOPLE))
    assert [one.title for one in found] == [
        "Contactpersonen",
        "Herman Post",
        "Sevda Yıldız",
        "Anouk de Vries",
    ]
    assert found[-1].heading == "Werkten hier eerder"
    periods = [fact.value for fact in found[-1].facts if fact.name == "Periode"]
    assert periods == ["maart 2026 tot oktober 2026"]


def test_links_of_a_tab_are_reached_and_pressed_by_keyboard(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(at=BAKERY)
    found = tab(qtbot, session, PEOPLE)
    found.setFocus(Qt.FocusReason.TabFocusReason)
    names = []
    for _ in range(12):
        press(qtbot, session, Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName())
    assert "Contactpersoon toevoegen" in names
    assert "Anouk de Vries wijzigen" in names
    assert any(name.startswith("Anouk de Vries bellen op 035") for name in names)
    link(found, "Contactpersoon toevoegen").setFocus()
    press(qtbot, session, Key.Key_Space)
    assert session.window.employers.panel is not None


def test_a_round_takes_no_focus_and_no_place_from_a_tab(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, size=(1440, 600), at=BAKERY)
    found = tab(qtbot, session, PEOPLE)
    found.verticalScrollBar().setValue(60)
    link(found, "Herman Post wijzigen").setFocus(Qt.FocusReason.TabFocusReason)
    place = found.verticalScrollBar().value()
    person = {"contactpersoon_id": backend.persoon("Anouk de Vries"), "functie": "hoofd hr"}
    backend.colleague("Fatima", "contactpersoon.wijzig", person)
    session.sync.request()
    settle(qtbot, session)
    qtbot.waitUntil(lambda: "hoofd hr" in [label.text() for label in found.findChildren(QLabel)])
    settle(qtbot, session)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Herman Post wijzigen"
    assert found.verticalScrollBar().value() == place


def test_the_same_facts_are_not_built_again(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(at=BAKERY)
    found = tab(qtbot, session, PLACES)
    before = found._content
    session.window.employers.detail.refresh()
    settle(qtbot, session)
    assert found._content is before


def test_a_bemiddelaar_reads_why_there_are_no_people(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(StagedLaptop(YOUSSEF), at=CARE)
    shown = [label.text() for label in tab(qtbot, session, PEOPLE).findChildren(QLabel)]
    assert "Geen contactpersonen op deze laptop. Na je eigen contact komen ze erbij." in shown


@pytest.mark.parametrize("width", [1440, 1200, 900, 720])
def test_every_tab_fits_and_is_named_at_every_width(qtbot: QtBot, open_window: Open, width: int) -> None:
    session = open_window(size=(width, 760), at=BAKERY)
    detail = session.window.employers.detail
    for key in (DATA, PEOPLE, PLACES, AGREEMENTS):
        session.window.open_employer(session.operations.backend.id(BAKERY), key)  # type: ignore[attr-defined]
        settle(qtbot, session)
        assert detail.stack.currentWidget() is detail.facts[key]
        assert unnamed(session.window) == []
        shown = detail.tab_choice if detail.tabs.isHidden() else detail.tabs
        assert shown.isVisible()
        if shown is detail.tabs:
            last = detail.tabs.tabRect(detail.tabs.count() - 1)
            assert last.right() <= detail.tabs.width()


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
def test_the_header_is_never_squeezed(qtbot: QtBot, open_window: Open, factor: float) -> None:
    session = open_window(at=BAKERY)
    session.settings.change(tekstfactor=factor)
    settle(qtbot, session)
    strip = session.window.employers.detail.header.strip
    qtbot.waitUntil(lambda: strip.height() >= strip.heightForWidth(strip.width()))
    assert strip.around.height() >= strip.around.heightForWidth(strip.around.width())


def test_the_menu_has_only_what_i_may_do(qtbot: QtBot, open_window: Open) -> None:
    karin = open_window(at=BAKERY).window.employers.detail.header.menu
    shown = {
        action.text().split("\t")[0] for action in karin.actions() if action.isVisible() and action.text()
    }
    assert {"Gegevens wijzigen", "Contactpersoon toevoegen", "Samenvoegen met een andere werkgever"} <= shown
    assert texts.PLAN_APPROACH not in shown
    youssef = open_window(StagedLaptop(YOUSSEF), at=CARE).window.employers.detail.header.menu
    shown = {action.text().split("\t")[0] for action in youssef.actions() if action.isVisible()}
    assert "Samenvoegen met een andere werkgever" not in shown


def test_of_hundreds_of_contactpersonen_some_are_built_at_a_time(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    here = backend.id(BAKERY)
    for number in range(45):
        person = {"id": backend.staged.new_id(), "werkgever_id": here, "naam": f"Persoon {number:02d}"}
        backend.doe("contactpersoon.registreer", person | {"telefoon": "0350000123"})
    session = open_window(backend, at=BAKERY)
    found = tab(qtbot, session, PEOPLE)
    total = len(found._wanted)
    assert total > 45
    assert len(sections(found)) == STEP + 1
    link(found, "Toon er nog 20").click()
    assert len(sections(found)) == 2 * STEP + 1
    session.window.employers.detail.refresh(by_others=True)
    settle(qtbot, session)
    assert len(sections(found)) == 2 * STEP + 1
    link(found, f"Toon er nog {total - 2 * STEP}").click()
    assert len(sections(found)) == total
    session.window.open_employer(backend.id(CARE))
    settle(qtbot, session)
    session.window.open_employer(here)
    settle(qtbot, session)
    assert len(sections(found)) == STEP + 1
    session.window.employers.detail.header.call_button.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, NumberMenu)
    assert len([action for action in menu.actions() if action.text()]) == 16
    menu.close()
