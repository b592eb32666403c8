"""Scale and questions of werkfit: what holds, and the form with the judgement tried out below."""

from __future__ import annotations

from desktop.views import pages
from desktop.views.session import Session
from desktop.views.werkfitlijst.page import WerkfitPage
from tests.support.practice_laptop import MARLEEN, StagedLaptop
from tests.support.scenes.playing import Scene, settle


def listed(session: Session, _laptop: StagedLaptop) -> None:
    session.window.show_page(pages.WERKFIT)
    settle(session)


def changing(session: Session, laptop: StagedLaptop) -> None:
    listed(session, laptop)
    page = session.window.current_page()
    assert isinstance(page, WerkfitPage)
    page.make_new("")
    settle(session)


SCENES = (
    Scene("werkfitlijst", listed, at="", who=MARLEEN),
    Scene("werkfitlijst-wijzigen", changing, at="", who=MARLEEN),
)
