"""Signalen at a werkgever, the instrumentengids, and the schedule of nazorg."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from desktop.views import pages
from desktop.views.instrumenten.page import InstrumentsPage
from desktop.views.nazorgschema import subject as schedule
from desktop.views.nazorgschema.page import SchedulePage
from desktop.views.rapporten.page import ReportsPage
from desktop.views.session import Session
from desktop.views.subject.choice import Choice
from desktop.views.subject.page import SubjectPage
from desktop.views.werkgevers import more_menu, work_facts
from tests.support.practice_laptop import MARLEEN, YOUSSEF, StagedLaptop
from tests.support.scenes.playing import Scene, settle


def answering_signal(session: Session, _laptop: StagedLaptop) -> None:
    detail = session.window.employers.detail
    detail.show_tab("werk")
    settle(session)
    detail.asked.emit(work_facts.ANSWER_SIGNAL, detail.work.found.signalen[0].id)


def reporting_signal(session: Session, _laptop: StagedLaptop) -> None:
    session.window.employers.work.more(more_menu.SIGNAL)
    settle(session)
    form = session.window.employers.work.desk.form
    assert form is not None
    form.fill_with({"categorie": "kans", "ernst": "hoog", "tekst": "De ploegleider zoekt er twee bij."})


def page_of(session: Session, key: str) -> SubjectPage:
    session.window.show_page(key)
    settle(session)
    page = session.window.stack.page(key)
    assert isinstance(page, SubjectPage)
    return page


def open_titled(session: Session, page: SubjectPage, title: str) -> None:
    rows = page.list.view.lines.rows()
    page.open_row(next(line.key for line in rows if line.title == title))
    settle(session)


def guide(session: Session, _laptop: StagedLaptop) -> None:
    page = page_of(session, pages.INSTRUMENTS)
    assert isinstance(page, InstrumentsPage)
    open_titled(session, page, "Loonkostensubsidie")


def guide_found(session: Session, _laptop: StagedLaptop) -> None:
    page = page_of(session, pages.INSTRUMENTS)
    page.list.show_choice(Choice("proefplaatsing uitkering", order="gids"))
    settle(session)
    rows = page.list.view.lines.rows()
    page.open_row(rows[0].key)


def lines_of_schedule(session: Session, _laptop: StagedLaptop) -> None:
    page = page_of(session, pages.SCHEDULE)
    assert isinstance(page, SchedulePage)
    open_titled(session, page, "Hoe was de eerste week?")


def editing_line(session: Session, laptop: StagedLaptop) -> None:
    lines_of_schedule(session, laptop)
    page_of(session, pages.SCHEDULE).press(schedule.EDIT, "")


def day(session: Session, _laptop: StagedLaptop) -> None:
    session.window.show_page(pages.TODAY)
    settle(session)


def figures(session: Session, _laptop: StagedLaptop) -> None:
    session.window.show_page(pages.REPORTS)
    settle(session)
    page = session.window.stack.page(pages.REPORTS)
    assert isinstance(page, ReportsPage)
    inner = page.body.widget()
    assert inner is not None
    page.body.verticalScrollBar().setValue(page.lasting.mapTo(inner, QPoint(0, 0)).y())


SCENES = (
    Scene("rapporten-duurzaamheid", figures, at="", who=MARLEEN),
    Scene("vandaag-bemiddelaar", day, at="", who=YOUSSEF),
    Scene("vandaag-signaal", day, at=""),
    Scene("vandaag-teamleider", day, at="", who=MARLEEN),
    Scene("signaal-beantwoorden", answering_signal),
    Scene("signaal-doorgeven", reporting_signal, who=YOUSSEF),
    Scene("instrumentengids", guide, at=""),
    Scene("instrumentengids-zoeken", guide_found, at="", who=YOUSSEF),
    Scene("nazorgschema", lines_of_schedule, at="", who=MARLEEN),
    Scene("nazorgschema-wijzigen", editing_line, at="", who=MARLEEN),
)
