"""Afstemming: a conflict, a refusal, a notice, and when nothing is open."""

from __future__ import annotations

from desktop.views.session import Session
from tests.support.practice_laptop import StagedLaptop
from tests.support.scenes.playing import Play, Scene, settle


def page(session: Session, _laptop: StagedLaptop) -> None:
    session.window.show_page("afstemming")
    settle(session)
    session.window.reconcile.view.setFocus()


def item(soort: str) -> Play:
    def play(session: Session, laptop: StagedLaptop) -> None:
        page(session, laptop)
        model = session.window.reconcile.model
        rows = model.rows()
        at = next(n for n, line in enumerate(rows) if line.item and line.item.soort == soort)
        session.window.reconcile.view.setCurrentIndex(model.index(at))

    return play


SCENES = (
    Scene("afstemming", page, at=""),
    Scene("afstemming-weigering", item("weigering"), at=""),
    Scene("afstemming-kennisgeving", item("kennisgeving"), at=""),
    Scene("afstemming-leeg", page, at="", prepare=StagedLaptop.nothing_to_choose),
)
