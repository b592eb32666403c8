"""The palette finds rows of every page, opens them, and does what is asked with one that is chosen."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from desktop.views import pages
from desktop.views.kandidaten.voordracht_forms import PutForward
from desktop.views.palette import pick_employer, recents, texts
from desktop.views.palette.entries import Entry
from desktop.views.plaatsingen.care_forms import FinishTalk
from desktop.views.plaatsingen.forms import ConfirmMilestone
from desktop.views.session import Session
from desktop.views.subject.page import SubjectPage
from desktop.views.werkgevers.forms.question import NewQuestion
from tests.support.practice_laptop import BAKERY, KARIN, MARLEEN, NOW, YOUSSEF, StagedClock, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, press, type_words
from tests.views.test_palette import entries, palette, search, titles


# -- the pages of the newer subjects -------------------------------------------------------------------
def _sought(session: Session, kind: str) -> list[Entry]:
    return [entry for entry in entries(session) if entry.hit is not None and entry.hit.soort == kind]


@pytest.mark.parametrize(
    ("typed", "kind", "page", "title"),
    [
        ("groepshulp", "vacature", pages.VACANCIES, "Groepshulp"),
        ("ilse", "kandidaat", pages.CANDIDATES, "Ilse K."),
        ("loonkostensub", "instrument", pages.INSTRUMENTS, "Loonkostensubsidie"),
    ],
)
def test_enter_opens_the_page_on_that_row(
    qtbot: QtBot, open_window: Open, typed: str, kind: str, page: str, title: str
) -> None:
    session = open_window(StagedLaptop(YOUSSEF))
    search(qtbot, session, typed)
    first = _sought(session, kind)[0]
    assert first.title == title
    choose(session, first)
    press(qtbot, session, Key.Key_Return)
    settle(qtbot, session)
    assert session.window.stack.current_key == page
    shown = session.window.current_page()
    assert isinstance(shown, SubjectPage)
    assert first.hit is not None
    assert shown.detail.row_id == first.hit.id


def choose(session: Session, entry: Entry) -> None:
    """As with the arrows."""
    shown = palette(session)
    shown.view.setCurrentIndex(shown.model.index(shown.model.find(entry.key)))
    shown._moved = True


def test_a_placement_by_its_werkgever_says_who_only_to_its_bemiddelaar(
    qtbot: QtBot, open_window: Open
) -> None:
    for who, named in ((YOUSSEF, True), (KARIN, False)):
        session = open_window(StagedLaptop(who))
        search(qtbot, session, "lindehof")
        placed = _sought(session, "plaatsing")
        assert placed
        assert any("Lindehof" not in entry.title for entry in placed) is named
        session.window.close()


@pytest.mark.parametrize("who", [KARIN, MARLEEN])
def test_a_candidate_of_a_colleague_is_nowhere(qtbot: QtBot, open_window: Open, who: str) -> None:
    session = open_window(StagedLaptop(who))
    search(qtbot, session, "ilse")
    assert "Ilse K." in [row.naam for row in StagedLaptop(YOUSSEF).kandidaten()]
    assert {entry.hit.soort for entry in entries(session) if entry.hit is not None} == {"contactpersoon"}


def test_a_candidate_that_was_opened_is_recent(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recents, "SETTLED_MS", 20)
    laptop = StagedLaptop(YOUSSEF)
    session = open_window(laptop)
    candidate = laptop.kandidaten()[0]
    session.window.open_row(pages.CANDIDATES, candidate.id)
    qtbot.waitUntil(lambda: [row.id for row in laptop.recent()][:1] == [candidate.id])
    press(qtbot, session, Key.Key_K, Ctrl)
    assert titles(session)[0] == candidate.naam


def test_choosing_a_werkgever_does_not_offer_other_rows(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop(YOUSSEF)
    laptop.geopend(laptop.kandidaten()[0].id, "kandidaat")
    laptop.geopend(laptop.id(BAKERY))
    session = open_window(laptop)
    pick_employer(session.window, "Bij welke werkgever?", print)
    settle(qtbot, session)
    assert titles(session) == ["Bakkerij De Lindehof B.V."]


# -- what is done with a chosen row --------------------------------------------------------------------
def test_what_can_be_done_with_the_chosen_row_is_there(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop(YOUSSEF)
    session = open_window(laptop)
    candidate = laptop.kandidaten()[0]
    session.window.open_row(pages.CANDIDATES, candidate.id)
    settle(qtbot, session)
    search(qtbot, session, ">voordragen")
    entry, *_ = [one for one in entries(session) if one.group == texts.chosen(candidate.naam)]
    choose(session, entry)
    press(qtbot, session, Key.Key_Return)
    settle(qtbot, session)
    page = session.window.current_page()
    assert isinstance(page, SubjectPage)
    assert isinstance(page.panel, PutForward)


def test_nazorg_is_chosen_and_finished(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop(YOUSSEF)
    session = open_window(laptop)
    search(qtbot, session, ">nazorg afr")
    press(qtbot, session, Key.Key_Return)
    settle(qtbot, session)
    assert palette(session).accessibleName() == "Welke nazorg rond je af?"
    assert len(titles(session)) == len(laptop.nazorg_te_doen(60))
    type_words("maanden")
    settle(qtbot, session)
    press(qtbot, session, Key.Key_Return)
    settle(qtbot, session)
    page = session.window.current_page()
    assert isinstance(page, SubjectPage)
    assert isinstance(page.panel, FinishTalk)
    press(qtbot, session, Key.Key_Escape)
    assert session.window.stack.current_key == pages.EMPLOYERS


def test_a_milestone_is_chosen_and_confirmed(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(StagedClock, "moment", NOW + timedelta(days=20))
    session = open_window(StagedLaptop(YOUSSEF))
    search(qtbot, session, ">mijlpaal")
    press(qtbot, session, Key.Key_Return)
    settle(qtbot, session)
    press(qtbot, session, Key.Key_Return)
    settle(qtbot, session)
    page = session.window.current_page()
    assert isinstance(page, SubjectPage)
    assert isinstance(page.panel, ConfirmMilestone)


def test_where_there_is_none_to_choose_that_is_said(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(StagedLaptop(YOUSSEF))
    search(qtbot, session, ">mijlpaal")
    press(qtbot, session, Key.Key_Return)
    settle(qtbot, session)
    assert palette(session).nothing.text() == texts.NONE_TO_CHOOSE


def test_a_question_of_a_werkgever_is_noted_from_anywhere(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    search(qtbot, session, ">werkgeversvraag")
    press(qtbot, session, Key.Key_Return)
    settle(qtbot, session)
    type_words("lindehof")
    settle(qtbot, session)
    press(qtbot, session, Key.Key_Return)
    settle(qtbot, session)
    settle(qtbot, session)
    assert isinstance(session.window.employers.panel, NewQuestion)


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        (YOUSSEF, {"Voordracht doen", "Nazorg afronden", "Mijlpaal bevestigen", "Nieuwe plaatsing"}),
        (KARIN, {"Nazorg afronden", "Mijlpaal bevestigen"}),
        (MARLEEN, {"Nazorg afronden"}),
    ],
)
def test_each_role_finds_what_it_may_do(
    qtbot: QtBot, open_window: Open, who: str, expected: set[str]
) -> None:
    session = open_window(StagedLaptop(who))
    search(qtbot, session, ">")
    every = {"Voordracht doen", "Nazorg afronden", "Mijlpaal bevestigen", "Nieuwe plaatsing"}
    assert set(titles(session)) & every == expected
