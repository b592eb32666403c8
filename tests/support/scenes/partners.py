"""The register of partners: the list, its form, and a partner who is added while referring a question."""

from __future__ import annotations

from desktop.views import pages
from desktop.views.partners import subject
from desktop.views.partners.page import PartnersPage
from desktop.views.session import Session
from desktop.views.werkgevers import work_facts
from desktop.views.werkgevers.detail import WORK
from desktop.views.werkgevers.forms.question import NEW_PARTNER, ReferQuestion
from tests.support.practice_laptop import BAKERY, StagedLaptop
from tests.support.scenes.playing import Scene, settle
from tests.support.scenes.vacancies import asked


def page_of(session: Session) -> PartnersPage:
    session.window.show_page(pages.PARTNERS)
    settle(session)
    page = session.window.stack.page(pages.PARTNERS)
    assert isinstance(page, PartnersPage)
    return page


def listed(session: Session, laptop: StagedLaptop) -> None:
    page_of(session).open_row(next(one.id for one in laptop.partners() if one.contactnaam))


def new(session: Session, _laptop: StagedLaptop) -> None:
    page_of(session).make_new("")


def edit(session: Session, laptop: StagedLaptop) -> None:
    listed(session, laptop)
    settle(session)
    page = page_of(session)
    page.press(subject.EDIT, page.detail.row_id)


def referring(session: Session, _laptop: StagedLaptop) -> None:
    detail = session.window.employers.detail
    detail.show_tab(WORK)
    settle(session)
    row = next(one for one in detail.work.found.vragen if one.status == "open")
    detail.asked.emit(work_facts.REFER, row.id)
    settle(session)
    form = session.window.employers.panel
    assert isinstance(form, ReferQuestion)
    form.fill_with({"partner_id": NEW_PARTNER, "nieuw_naam": "Ondernemersloket Gooi"})


SCENES = (
    Scene("partners", listed, at=""),
    Scene("partner-nieuw", new, at=""),
    Scene("partner-wijzigen", edit, at=""),
    Scene("vraag-doorverwijzen-nieuwe-partner", referring, at=BAKERY, prepare=asked),
)
