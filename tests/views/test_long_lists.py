"""Vacatures and placements by the thousand: only rows where one looks are here, and nothing stalls."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from sqlalchemy import insert, select

from desktop.models.store import new_session
from desktop.models.tables import Plaatsing, Vacature, Werkgever
from desktop.views import pages
from desktop.views.session import Session
from desktop.views.subject import texts
from desktop.views.subject.choice import Choice
from desktop.views.subject.page import SubjectPage
from desktop.views.subject.row_window import WindowedItems
from desktop.views.tables.window_reading import PAGE
from tests.support.practice_laptop import StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Key, press

MANY = 1_200
MOST_HELD = 6 * PAGE
"""Rows in sight with those read ahead, of two windows at most; of all there are less than a third."""


def _id(number: int) -> str:
    return f"0190a1b2-7c3d-7e4f-8a5c-{number:012x}"


def many(laptop: StagedLaptop, table: type[Any], **values: Any) -> None:
    """Copies of the first row of the region, past the commands: it is about how many there are."""
    with new_session(laptop._writer) as session, session.begin():
        first = session.scalars(select(table)).first()
        at = session.scalars(select(Werkgever.id)).all()
        like = {column.name: getattr(first, column.name) for column in table.__table__.columns}
        rows = [
            {
                **like,
                **values,
                "id": _id(number),
                "nummer": f"X-{number:05d}",
                "werkgever_id": at[number % len(at)],
            }
            for number in range(MANY)
        ]
        session.execute(insert(table), rows)


def opened(qtbot: QtBot, session: Session, key: str) -> SubjectPage:
    session.window.show_page(key)
    settle(qtbot, session)
    page = session.window.current_page()
    assert isinstance(page, SubjectPage)
    return page


def window_of(page: SubjectPage) -> WindowedItems:
    lines = page.list.view.lines
    assert isinstance(lines, WindowedItems)
    return lines


@pytest.fixture
def vacancies(qtbot: QtBot, open_window: Open) -> tuple[Session, StagedLaptop, SubjectPage]:
    laptop = StagedLaptop()
    many(laptop, Vacature, naam="Timmerman")
    session = open_window(laptop)
    return session, laptop, opened(qtbot, session, pages.VACANCIES)


@pytest.mark.parametrize(("key", "table"), [(pages.VACANCIES, Vacature), (pages.PLACEMENTS, Plaatsing)])
def test_a_long_list_holds_the_rows_in_sight_and_counts_all(
    qtbot: QtBot, open_window: Open, qtmodeltester: ModelTester, key: str, table: type[Any]
) -> None:
    laptop = StagedLaptop()
    extra = {"voordracht_id": None, "vacature_id": None} if table is Plaatsing else {}
    many(laptop, table, **extra)
    session = open_window(laptop)
    page = opened(qtbot, session, key)
    window = window_of(page)
    assert page.list.total > MANY
    assert PAGE <= len(window.rows()) <= MOST_HELD
    assert page.list.head.line.count.text().startswith(f"{page.list.total:,}".replace(",", "."))
    bar = page.list.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle(qtbot, session)
    assert window.row_of(window.id_at(page.list.total - 1)) is not None
    qtmodeltester.check(window, force_py=True)  # type: ignore[no-untyped-call]


def test_no_keystroke_and_no_scroll_reads_more_than_a_few_pages(
    qtbot: QtBot, vacancies: tuple[Session, StagedLaptop, SubjectPage]
) -> None:
    session, _, page = vacancies
    for typed in ("t", "ti", "tim", ""):
        page.list.show_choice(Choice(typed, order=page.list.choice.order))
        settle(qtbot, session)
        assert len(window_of(page).rows()) <= MOST_HELD
    bar = page.list.view.verticalScrollBar()
    for part in range(10):
        before = len(window_of(page).rows())
        bar.setValue(bar.maximum() * part // 9)
        settle(qtbot, session)
        assert len(window_of(page).rows()) - before <= MOST_HELD


def test_a_row_from_elsewhere_is_opened_wherever_it_stands(
    qtbot: QtBot, vacancies: tuple[Session, StagedLaptop, SubjectPage]
) -> None:
    session, _, page = vacancies
    far = window_of(page).id_at(900)
    session.window.open_row(pages.VACANCIES, far)
    settle(qtbot, session)
    assert page.detail.row_id == far
    assert page.list.position() == (901, page.list.total)
    assert not page.list.view.visualRect(page.list.view.currentIndex()).isEmpty()
    page.list.step(1)
    settle(qtbot, session)
    assert page.detail.row_id == window_of(page).id_at(901)


def test_end_goes_to_the_last_row_and_opens_it(
    qtbot: QtBot, vacancies: tuple[Session, StagedLaptop, SubjectPage]
) -> None:
    session, _, page = vacancies
    page.list.focus_rows()
    press(qtbot, session, Key.Key_End)
    settle(qtbot, session)
    assert page.list.position() == (page.list.total, page.list.total)
    assert page.detail.row_id == window_of(page).id_at(page.list.total - 1)


def test_nothing_found_and_back(qtbot: QtBot, vacancies: tuple[Session, StagedLaptop, SubjectPage]) -> None:
    session, _, page = vacancies
    total = page.list.total
    page.list.show_choice(Choice("xyzzy", order=page.list.choice.order))
    settle(qtbot, session)
    assert page.list.total == 0
    assert page.list.nothing.isVisibleTo(page)
    page.list.clear_filters()
    settle(qtbot, session)
    qtbot.waitUntil(lambda: page.list.total == total)


def test_what_is_read_for_a_list_goes_with_it(
    qtbot: QtBot, vacancies: tuple[Session, StagedLaptop, SubjectPage]
) -> None:
    session, _, page = vacancies
    assert window_of(page).parent() is page.list
    employers = session.window.employers.list
    assert employers.model.parent() is employers


def test_a_row_that_is_still_to_come_says_so() -> None:
    window = WindowedItems()
    window.begin(())
    window.reorder(window.ids.of([_id(1)]))
    line = window.row(0)
    assert line is not None
    assert (line.key, line.heading) == (_id(1), False)
    assert texts.GONE not in line.title
    window.fill([_id(1)], ())
    gone = window.row(0)
    assert gone is not None
    assert gone.title == texts.GONE
