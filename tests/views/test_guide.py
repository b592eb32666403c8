"""The instrumentengids is found by its words; a line of the schedule of nazorg is settled whole."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.models.queries.instrument_rows import InstrumentRegel
from desktop.views import pages, shortcuts
from desktop.views.instrumenten import sheet, texts
from desktop.views.nazorgschema import subject as schedule
from desktop.views.nazorgschema.forms import LineForm
from desktop.views.session import Session
from desktop.views.subject.choice import Choice
from desktop.views.subject.page import SubjectPage
from desktop.views.window_commands import WindowCommand
from tests.support.practice_laptop import MARLEEN, StagedLaptop
from tests.views.conftest import Open, settle

WEEK = "Hoe was de eerste week?"


def opened(qtbot: QtBot, session: Session, command: shortcuts.Shortcut, key: str) -> SubjectPage:
    """By its command, as the palette and the menu do."""
    found: list[WindowCommand] = [one for one in session.window.commands() if one.shortcut == command]
    found[0].action.trigger()
    settle(qtbot, session)
    page = session.window.stack.page(key)
    assert session.window.current_page() is page
    assert isinstance(page, SubjectPage)
    return page


def open_titled(qtbot: QtBot, session: Session, page: SubjectPage, title: str) -> None:
    page.open_row(next(line.key for line in page.list.view.lines.rows() if line.title == title))
    settle(qtbot, session)


def test_every_word_must_be_there_and_what_ended_says_so(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(StagedLaptop())
    page = opened(qtbot, session, shortcuts.INSTRUMENTS, pages.INSTRUMENTS)
    page.list.show_choice(Choice("jobcoach gemeente", order="gids"))
    settle(qtbot, session)
    titles = [line.title for line in page.list.view.lines.rows()]
    assert "Jobcoaching via de gemeente" in titles
    assert "Jobcoaching via UWV" not in titles
    page.list.show_choice(Choice(order="gids"))
    settle(qtbot, session)
    ended = next(line for line in page.list.view.lines.rows() if line.when == texts.ENDED)
    page.open_row(ended.key)
    settle(qtbot, session)
    assert texts.NOT_TO_CHOOSE in [label.text() for label in page.detail.findChildren(QLabel)]


def test_a_page_has_its_limits_with_their_source() -> None:
    laptop = StagedLaptop()
    shown = sheet.sheet(laptop.instrument("loonkostensubsidie"), sheet.Reader(laptop.today()))
    limits = next(one for one in shown.tabs[0].sections if one.title == texts.LIMITS)
    assert "70 %" in {fact.name for fact in limits.facts}
    assert all("Bron: " in (fact.value or "") for fact in limits.facts)
    old = InstrumentRegel("i", "liv", "LIV", "belasting", None, False, None, None, None)
    assert sheet.line(old, sheet.Reader(laptop.today())).when == texts.ENDED
    laptop.close()


def test_a_line_of_the_schedule_keeps_what_the_form_does_not_ask(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop(MARLEEN)
    session = open_window(laptop)
    page = opened(qtbot, session, shortcuts.SCHEDULE, pages.SCHEDULE)
    open_titled(qtbot, session, page, WEEK)
    before = next(row for row in laptop.nazorgregels() if row.naam == WEEK)
    page.press(schedule.EDIT, "")
    form = page.desk.form
    assert isinstance(form, LineForm)
    form.fill_with({"aantal": "3", "eenheid": "dag", "kant": "voor", "actief": False})
    form.save()
    settle(qtbot, session)
    after = next(row for row in laptop.nazorgregels() if row.code == before.code)
    assert (after.verschuiving, after.eenheid, after.actief) == (-3, "dag", False)
    assert (after.bron, after.volgorde, after.soorten) == (before.bron, before.volgorde, before.soorten)
