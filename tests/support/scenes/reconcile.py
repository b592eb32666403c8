"""Afstemming: a conflict, a refusal, a notice, and when nothing is open."""

from __future__ import annotations

from desktop.views.session import Session
from tests.support.practice_inbox import left_behind, refuse_together, two_laptops
from tests.support.practice_laptop import StagedLaptop
from tests.support.scenes.playing import Play, Scene, settle


def page(session: Session, _laptop: StagedLaptop) -> None:
    session.window.show_page("afstemming")
    settle(session)
    session.window.reconcile.view.setFocus()


def item(soort: str) -> Play:
    def play(session: Session, laptop: StagedLaptop) -> None:
        page(session, laptop)
        view = session.window.reconcile.view
        view.select(
            next(line.key for line in view.lines.rows() if line.subject and line.subject.soort == soort)
        )

    return play


def titled(words: str) -> Play:
    """The item whose title begins so."""

    def play(session: Session, laptop: StagedLaptop) -> None:
        page(session, laptop)
        view = session.window.reconcile.view
        found = (line for line in view.lines.rows() if not line.heading and line.title.startswith(words))
        view.select(next(found).key)
        view.opened.emit()  # where there is no room beside the list
        settle(session)

    return play


def put_off(session: Session, laptop: StagedLaptop) -> None:
    page(session, laptop)
    session.window.reconcile.choose(3)
    settle(session)
    view = session.window.reconcile.view
    view.select(view.lines.rows()[-1].key)


SCENES = (
    Scene("afstemming", page, at=""),
    Scene("afstemming-hangt-samen", titled("Nieuwe werkgever"), at="", prepare=refuse_together),
    Scene("afstemming-twee-laptops", titled("Notitie"), at="", prepare=two_laptops),
    Scene("afstemming-vertrokken", titled("Telefoon bij"), at="", prepare=left_behind),
    Scene("afstemming-later", put_off, at=""),
    Scene("afstemming-weigering", item("weigering"), at=""),
    Scene("afstemming-kennisgeving", item("kennisgeving"), at=""),
    Scene("afstemming-leeg", page, at="", prepare=StagedLaptop.nothing_to_choose),
)
