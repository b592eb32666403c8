"""Plaatsingen: the list, one of the bemiddelaar and one as others see it, and its forms."""

from __future__ import annotations

from desktop.views import pages
from desktop.views.plaatsingen import course, sheet
from desktop.views.plaatsingen.page import PlacementsPage
from desktop.views.session import Session
from tests.support.practice_laptop import KARIN, YOUSSEF, StagedLaptop
from tests.support.scenes.playing import Play, Scene, settle

RUNNING, LASTED = "Bakkerij De Lindehof", "Verpleeghuis De Meidoorn"


def page_of(session: Session) -> PlacementsPage:
    page = session.window.stack.page(pages.PLACEMENTS)
    assert isinstance(page, PlacementsPage)
    return page


def opened(where: str, tab: str = "", key: str = "", about: str = "") -> Play:
    """The placement at that werkgever; then a tab, and a form that opens from `key`."""

    def play(session: Session, _laptop: StagedLaptop) -> None:
        session.window.show_page(pages.PLACEMENTS)
        settle(session)
        page = page_of(session)
        rows = [line.subject for line in page.list.view.lines.rows() if line.subject is not None]
        page.open_row(next(row.id for row in rows if row.werkgever.startswith(where)))
        settle(session)
        if tab:
            page.detail.show_tab(tab)
        if key:
            found = page.detail.found
            row_id = page.detail.row_id
            page.press(key, _about(found, about) if about else row_id)
            settle(session)

    return play


def _about(found: object, what: str) -> str:
    """The id of the first talk that is planned, instrument or milestone that waits."""
    card = found.card  # type: ignore[attr-defined]
    choices = {
        "talk": (talk.id for talk in found.talks if talk.status == "gepland"),  # type: ignore[attr-defined]
        "relation": (talk.id for talk in found.talks if talk.spoor == "relatie"),  # type: ignore[attr-defined]
        "use": (row.id for row in found.used),  # type: ignore[attr-defined]
        "milestone": (row.id for row in card.mijlpalen if row.uitkomst == "onbekend"),
    }
    return str(next(choices[what]))


SCENES = (
    Scene("plaatsingen", opened(RUNNING), at="", who=YOUSSEF),
    Scene("plaatsing-duurzaam", opened(LASTED), at="", who=YOUSSEF),
    Scene("plaatsing-nazorg", opened(RUNNING, sheet.CARE), at="", who=YOUSSEF),
    Scene("plaatsing-instrumenten", opened(RUNNING, sheet.USED), at="", who=YOUSSEF),
    Scene("plaatsing-van-een-ander", opened(RUNNING, sheet.CARE), at="", who=KARIN),
    Scene("nazorg-afronden", opened(RUNNING, sheet.CARE, course.FINISH, "talk"), at="", who=YOUSSEF),
    Scene("nazorg-relatie", opened(RUNNING, sheet.CARE, course.FINISH, "relation"), at="", who=KARIN),
    Scene("nazorg-plannen", opened(LASTED, "", sheet.PLAN), at="", who=YOUSSEF),
    Scene("mijlpaal-bevestigen", opened(RUNNING, "", course.CONFIRM, "milestone"), at="", who=YOUSSEF),
    Scene("instrument-inzetten", opened(RUNNING, "", sheet.USE), at="", who=YOUSSEF),
    Scene("plaatsing-beeindigen", opened(RUNNING, "", sheet.END), at="", who=YOUSSEF),
    Scene("plaatsing-wijzigen", opened(RUNNING, "", sheet.EDIT), at="", who=YOUSSEF),
)
