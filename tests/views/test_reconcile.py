"""Afstemming: both values with who and when, what each choice does, what was settled, nothing modal."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.models.errors import EnvironmentFailure
from desktop.views import pages
from desktop.views import texts_regie as words
from desktop.views.afstemming import texts
from desktop.views.afstemming.conflict import ConflictPart
from desktop.views.afstemming.differing import as_html, parts
from desktop.views.afstemming.items import NOTICE
from desktop.views.afstemming.page import ReconcilePage
from desktop.views.afstemming.parts import Value
from desktop.views.session import Session
from desktop.views.widgets.buttons import Button
from tests.support.accessibility import unnamed
from tests.support.practice_laptop import TODAY, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Key, press

OPENS_AT = pages.RECONCILE

Alt = Qt.KeyboardModifier.AltModifier
PHONE, SECTOR = "Telefoonnummer Anouk de Vries", "Sector"


def opened(qtbot: QtBot, session: Session) -> ReconcilePage:
    session.window.show_page("afstemming")
    settle(qtbot, session)
    return session.window.reconcile


def said(page: ReconcilePage) -> str:
    shown = (label for label in page.detail.findChildren(QLabel) if label.isVisible())
    return "\n".join(label.text() for label in shown)


def titles(page: ReconcilePage) -> list[str]:
    return [line.title for line in page.view.lines.rows() if not line.heading]


def headings(page: ReconcilePage) -> list[str]:
    return [line.title for line in page.view.lines.rows() if line.heading]


def chosen(laptop: StagedLaptop) -> list[object]:
    return [arguments["keuze"] for name, arguments in laptop.done if name == "afstemming.kies"]


# -- a conflict ----------------------------------------------------------------------------------------
def test_both_values_stand_side_by_side_with_who_and_when(qtbot: QtBot, open_window: Open) -> None:
    page = opened(qtbot, open_window())
    told = said(page)
    assert "Welk telefoonnummer van Anouk de Vries klopt?" in told
    assert (
        "Fatima El Idrissi wijzigde dit nummer gisteren om 10:10. Jij wijzigde het gisteren om 10:34." in told
    )
    assert "Van jou\ngisteren 10:34" in told
    assert "gisteren 10:10" in told
    assert [value.plain for value in page.detail.findChildren(Value)] == [
        value.accessibleName() for value in page.detail.findChildren(Value)
    ]
    assert len(page.detail.findChildren(Value)) == 2
    assert texts.BEFORE_BOTH in told


def test_each_choice_says_what_it_does(qtbot: QtBot, open_window: Open) -> None:
    page = opened(qtbot, open_window())
    told = said(page)
    assert texts.mine_does("Fatima") in told
    assert texts.THEIRS_STAYS in told
    assert texts.both_does("telefoon", "Fatima") in told
    assert texts.later_does(date(2026, 11, 18), TODAY) in told
    part = page.detail.part
    assert isinstance(part, ConflictPart)
    assert [button.text() for button in part.buttons] == [
        "Mijne kiezen",
        "Die van Fatima kiezen",
        "Beide bewaren",
        "Later kiezen",
    ]
    assert part.buttons[0].accessibleDescription().endswith(texts.mine_does("Fatima"))


def test_what_has_one_place_only_cannot_be_kept_twice(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    page = opened(qtbot, session)
    page.step(1)
    settle(qtbot, session)
    assert texts.ONLY_ONE in said(page)
    press(qtbot, session, Key.Key_3, Alt)
    assert chosen(laptop) == []


def test_the_history_of_the_field_stands_below(qtbot: QtBot, open_window: Open) -> None:
    told = said(opened(qtbot, open_window()))
    assert texts.HISTORY in told
    assert ", door Fatima El Idrissi" in told.split(texts.HISTORY)[1]


@pytest.mark.parametrize(
    ("key", "keuze"), [(Key.Key_1, "mijne"), (Key.Key_2, "ander"), (Key.Key_3, "beide"), (Key.Key_4, "later")]
)
def test_a_key_chooses(qtbot: QtBot, open_window: Open, key: Qt.Key, keuze: str) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    page = opened(qtbot, session)
    press(qtbot, session, key, Alt)
    assert chosen(laptop) == [keuze]
    assert (PHONE in titles(page)) == (keuze == "later")
    assert QApplication.focusWidget() is page.view
    assert session.window.findChildren(QDialog) == []


def test_a_choice_is_said_and_can_be_taken_back_later(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    opened(qtbot, session)
    press(qtbot, session, Key.Key_1, Alt)
    assert session.window.toast.text() == "Je keuze is vastgelegd"
    assert session.undo.words == "Je keuze is vastgelegd"
    opened(qtbot, session)
    press(qtbot, session, Key.Key_4, Alt)
    until = "Komt terug op woensdag 18\u00a0november"
    assert session.window.toast.text() == until
    assert session.undo.words == until


def test_the_focus_goes_on_to_the_next_question(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    page = opened(qtbot, session)
    page.detail.focus_choice()
    press(qtbot, session, Key.Key_Space)
    focused = QApplication.focusWidget()
    assert isinstance(focused, Button)
    assert page.detail.isAncestorOf(focused)
    assert "Welke sector van Houtbouw Eemvallei klopt?" in said(page)


def test_a_choice_that_could_not_be_kept_is_said(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    laptop.refuse["afstemming.kies"] = EnvironmentFailure("schijf_vol")
    session = open_window(laptop)
    page = opened(qtbot, session)
    press(qtbot, session, Key.Key_1, Alt)
    assert session.window.banner.text().startswith("De schijf is vol.")
    assert PHONE in titles(page)
    assert session.undo.words == ""


@pytest.mark.parametrize(
    ("value", "other", "expected"),
    [
        ("06 000 12", "06 000 21", (("06 000 ", False), ("12", True))),
        ("Belt terug op maandag", "Belt terug op dinsdag", (("Belt terug op ", False), ("maandag", True))),
        ("abc", "abc", (("abc", False),)),
        ("zorg", "handel", (("zorg", False),)),  # nothing is shared: then all of it differs
        ("", "x", ()),
    ],
)
def test_the_words_that_differ_are_marked(value: str, other: str, expected: tuple[object, ...]) -> None:
    assert parts(value, other) == expected


def test_a_mark_is_seen_without_colour_and_is_never_markup_of_the_writer() -> None:
    shown = as_html(parts("een <b>twee</b>\ndrie", "een drie"))
    mark = '<span style="text-decoration: underline; font-weight: 600">&lt;b&gt;twee&lt;/b&gt;</span>'
    assert shown == f"een {mark}<br/>drie"


# -- refusals and notices ------------------------------------------------------------------------------
def test_notices_are_named_and_read_in_one_go(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    page = opened(qtbot, session)
    notices = [item for item in laptop.afstemming() if item.soort == NOTICE]
    assert len(notices) > 1
    assert "Bericht" not in titles(page)
    page.list.read_button.setFocus()
    press(qtbot, session, Key.Key_Return)
    assert chosen(laptop) == ["gelezen"] * len(notices)
    assert words.NOTICE_GROUP not in headings(page)
    assert not page.list.read_button.isVisible()
    assert QApplication.focusWidget() is page.view


def test_one_notice_is_read_on_its_own(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    page = opened(qtbot, session)
    for _ in range(20):
        page.step(1)
    before = titles(page)
    part = page.detail.part
    assert part is not None
    part.buttons[0].click()
    settle(qtbot, session)
    assert chosen(laptop) == ["gelezen"]
    assert titles(page) == before[:-1]


# -- what was settled ----------------------------------------------------------------------------------
def test_what_was_settled_stays_readable_without_choices(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    page = opened(qtbot, session)
    press(qtbot, session, Key.Key_2, Alt)
    page.list.tabs.setCurrentIndex(1)
    settle(qtbot, session)
    assert titles(page)[0] == PHONE
    told = said(page)
    assert "Jij koos wat Fatima El Idrissi invulde, om 10:42." in told
    assert (texts.CHOSEN in told, texts.NOT_CHOSEN in told) == (True, True)
    part = page.detail.part
    assert part is not None
    assert part.buttons == []
    press(qtbot, session, Key.Key_1, Alt)
    assert session.operations.backend.done[-1][1]["keuze"] == "ander"  # type: ignore[attr-defined]


def test_the_tabs_are_reached_with_the_keyboard(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    page = opened(qtbot, session)
    page.list.tabs.setFocus()
    press(qtbot, session, Key.Key_Right)
    assert page.list.done_shown
    assert page.list.subtitle.text() == texts.DONE_SUBTITLE
    press(qtbot, session, Key.Key_Left)
    assert not page.list.done_shown


# -- nothing to choose, counts, room -------------------------------------------------------------------
def test_nothing_to_reconcile_says_what_it_is_for(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    laptop.nothing_to_choose()
    session = open_window(laptop)
    page = opened(qtbot, session)
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert words.NOTHING_TO_RECONCILE in shown
    assert session.window.rail._rows["afstemming"].accessibleName() == "Afstemming"


def test_the_badge_counts_what_asks_for_something(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    waiting = sum(1 for item in laptop.afstemming() if item.soort != NOTICE)
    assert waiting
    opened(qtbot, session)
    assert session.window.rail._rows["afstemming"].accessibleName() == f"Afstemming, {waiting}"


def test_a_refresh_moves_nothing(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    page = opened(qtbot, session)
    page.detail.focus_choice()
    focused, scroll = QApplication.focusWidget(), page.detail.verticalScrollBar()
    scroll.setValue(30)
    before = scroll.value()
    page.refresh()
    settle(qtbot, session)
    assert QApplication.focusWidget() is focused
    assert scroll.value() == before


def test_in_a_narrow_window_an_item_is_a_page_with_a_way_back(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(size=(900, 700))
    page = opened(qtbot, session)
    assert page.list.isVisible()
    press(qtbot, session, Key.Key_Return)
    assert not page.list.isVisible()
    assert isinstance(QApplication.focusWidget(), Button)
    way = page.way()
    assert way is not None
    assert way.place[0] == 1
    page.go_back()
    assert page.list.isVisible()
    assert QApplication.focusWidget() is page.view


def test_every_part_has_a_name(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    page = opened(qtbot, session)
    assert unnamed(session.window) == []
    page.list.tabs.setCurrentIndex(1)
    settle(qtbot, session)
    assert unnamed(session.window) == []


def test_the_model_passes_qts_checks(qtbot: QtBot, open_window: Open, qtmodeltester: ModelTester) -> None:
    page = opened(qtbot, open_window())
    qtmodeltester.check(page.view.lines, force_py=True)  # type: ignore[no-untyped-call]


def test_a_choice_is_taken_back_and_the_question_is_open_again(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    page = opened(qtbot, session)
    person = laptop.persoon("Anouk de Vries")

    def phone() -> str | None:
        sheet = laptop.blad(page.current_employer() or "")
        return next(one.telefoon for one in sheet.contactpersonen if one.id == person)

    before = phone()
    press(qtbot, session, Key.Key_1, Alt)
    session.undo.take_back()
    settle(qtbot, session)
    assert PHONE in titles(page)
    page.view.select(next(item.id for item in laptop.afstemming() if item.veld == "telefoon"))
    assert phone() == before
