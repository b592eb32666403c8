"""Vandaag, Actie maken, Rapporten and the preview of paper."""

from __future__ import annotations

from datetime import timedelta
from typing import cast

from PySide6.QtCore import Qt

from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.views.acties.form import ActionForm
from desktop.views.paper.orders import DayFolder, Overview
from desktop.views.paper.paper import show_paper
from desktop.views.rapporten.page import ReportsPage
from desktop.views.session import Session
from desktop.views.vandaag.page import TodayPage
from tests.support.practice_laptop import BAKERY, TIMBER, TODAY, StagedLaptop
from tests.support.scenes.playing import Scene, settle

CHOSEN = 12


def full_day(laptop: StagedLaptop) -> None:
    """A colleague asks something, there is more to do, and a form was left half filled in."""
    laptop.colleague(
        "Youssef",
        "contactverzoek.doe",
        {
            "id": laptop.staged.new_id(),
            "werkgever_id": laptop.id(TIMBER),
            "aan_id": laptop.medewerker_id,
            "vraag": "Mag ik bellen over de open dag?",
        },
    )
    laptop.arrive()
    for what, days, clock in (
        ("Afspraak over werkervaringsplekken vastleggen", 0, "12:00"),
        ("Wervingstekst nalezen", 0, None),
        ("Profielen van twee kandidaten opvragen", 2, None),
    ):
        deadline = (TODAY + timedelta(days=days)).isoformat()
        command = {"werkgever_id": laptop.id(BAKERY), "gevraagde_handeling": what, "deadline": deadline}
        laptop.doe("actie.maak", command | ({"tijd": clock} if clock else {}))
    kept = {"kanaal": "bezoek", "titel": "Bezoek vastleggen", "werkgever_id": laptop.id(BAKERY)}
    laptop.bewaar_concept("bezoek", laptop.id(BAKERY), kept)


def today(session: Session) -> TodayPage:
    session.window.show_page("vandaag")
    settle(session)
    return cast("TodayPage", session.window.current_page())


def day(session: Session, _laptop: StagedLaptop) -> None:
    today(session)


def day_end(session: Session, _laptop: StagedLaptop) -> None:
    bar = today(session).body.verticalScrollBar()
    bar.setValue(bar.maximum())


def at(page: TodayPage, title: str) -> None:
    rows = page.list.lines_model.rows()
    page.list.choose_row(next(n for n, line in enumerate(rows) if line.title == title))
    page.list.setFocus(Qt.FocusReason.TabFocusReason)


def ticked(session: Session, _laptop: StagedLaptop) -> None:
    page = today(session)
    at(page, "Wervingstekst nalezen")
    line = page.list.current_line()
    assert line is not None
    page.deeds.tick(line)


def postponing(session: Session, _laptop: StagedLaptop) -> None:
    page = today(session)
    at(page, "Wervingstekst nalezen")
    page.postpone()
    settle(session)
    card = page.deeds.postponing.card
    assert card is not None
    card.send()


def answering(session: Session, _laptop: StagedLaptop) -> None:
    page = today(session)
    button = page.asks.rows[0].buttons[-1]
    button.setFocus()
    button.click()


def action(session: Session, laptop: StagedLaptop) -> None:
    session.window.make_action([laptop.id(BAKERY)])


def action_for_many(session: Session, laptop: StagedLaptop) -> None:
    session.window.make_action([row.id for row in laptop.werkgevers(WerkgeverFilter(), CHOSEN)])
    settle(session)
    form = session.window.employers.panel
    assert isinstance(form, ActionForm)
    form.fill_with({"soort": "bezoek", "wat": "Uitnodigen voor de open dag"})
    form.save()


def reports(session: Session, _laptop: StagedLaptop) -> None:
    session.window.show_page("rapporten")
    settle(session)
    page = cast("ReportsPage", session.window.current_page())
    page.day.which.set_value("vandaag")
    page.day.refresh()


def preview(session: Session, laptop: StagedLaptop) -> None:
    show_paper(session.window, Overview(laptop.id(BAKERY)))


def portfolio(session: Session, laptop: StagedLaptop) -> None:
    paper = show_paper(session.window, Overview(accountmanager_id=laptop.medewerker_id))
    settle(session)
    assert paper.card is not None
    paper.card.zoom.set_value("blad")
    paper.card._zoom_chosen("blad")


def day_folder(session: Session, _laptop: StagedLaptop) -> None:
    show_paper(session.window, DayFolder(None))


SCENES = (
    Scene("vandaag", day, at="", prepare=full_day),
    Scene("vandaag-vervolg", day_end, at="", prepare=full_day),
    Scene("vandaag-afgerond", ticked, at="", prepare=full_day),
    Scene("vandaag-verzetten", postponing, at="", prepare=full_day),
    Scene("vandaag-antwoord", answering, at="", prepare=full_day),
    Scene("vandaag-leeg", day, at="", empty=True),
    Scene("actie-maken", action),
    Scene("actie-maken-voor-meer", action_for_many),
    Scene("rapporten", reports, at=""),
    Scene("afdruk-voorbeeld", preview),
    Scene("afdruk-hele-blad", portfolio),
    Scene("afdruk-dagmap", day_folder),
)
