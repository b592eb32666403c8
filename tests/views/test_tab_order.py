"""Tab goes as the eye does: rail, list, header, content, status bar; and back the same way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.keys import first_in
from desktop.views.session import Session
from tests.support.practice_laptop import BAKERY, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, press
from tests.views.test_keyboard_story import words_of

MOST_STEPS = 90
LAST = "Op deze laptop: 60 werkgevers"
ORDERS = {
    "werkgevers": (
        "Zoek of doe iets",
        "Werkgevers",
        "Karin Smit",
        "Als kolommen tonen",
        "Nieuwe werkgever",
        "Zoek werkgevers",
        "Filters",
        "Mijn regie",
        "Volgorde: op naam",
        "Lijst van werkgevers",
        "Bellen",
        "Meer",
        "Bezoek vastleggen",
        "Overdragen",
        "Onderdelen van deze werkgever",
        "Alles",
        "Tijdlijn van deze werkgever",
        LAST,
    ),
    "vandaag": (
        "Zoek of doe iets",
        "Vandaag",
        "Dagmap afdrukken",
        "Bezoek vastleggen",
        "Bekijken: Joost van Doorn",
        "Wat je te doen hebt",
        "Voorbereiding openen",
        LAST,
    ),
    "afstemming": (
        "Afstemming",
        "Open of afgehandeld",
        "Lijst van vragen",
        "Mijne kiezen",
        "Dossier openen",
        LAST,
    ),
    "instellingen": ("Instellingen", "Tekstgrootte", "Op slot na", "Logmap openen", LAST),
}


def round_trip(qtbot: QtBot, session: Session, key: Qt.Key) -> list[str]:
    """Names from the palette's button until the focus is there again."""
    start = first_in(session.window.rail)
    assert start is not None
    start.setFocus()
    names: list[str] = []
    for _ in range(MOST_STEPS):
        names.append(words_of(QApplication.focusWidget()).replace("\xa0", " "))
        press(qtbot, session, key)
        if QApplication.focusWidget() is start:
            return names
    raise AssertionError(f"Tab does not come round: {names}")


@pytest.mark.parametrize("page", ORDERS)
def test_tab_follows_the_eye(qtbot: QtBot, open_window: Open, page: str) -> None:
    session = open_window(StagedLaptop(), page="vandaag", at=BAKERY)
    session.window.show_page(page)
    settle(qtbot, session)

    there = round_trip(qtbot, session, Key.Key_Tab)
    back = round_trip(qtbot, session, Key.Key_Backtab)

    start = next(n for n, name in enumerate(there) if name.startswith(ORDERS[page][0]))
    turned = there[start:] + there[:start]
    places = [
        next((n for n, name in enumerate(turned) if name.startswith(wanted)), -1) for wanted in ORDERS[page]
    ]
    assert -1 not in places, (places, turned)
    assert places == sorted(places), turned
    assert back[1:] == list(reversed(there[1:]))


def test_the_focus_stays_inside_an_open_layer(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(StagedLaptop(), at=BAKERY)
    press(qtbot, session, Key.Key_K, Ctrl)
    palette = QApplication.focusWidget()
    assert palette is not None

    for key in (Key.Key_Tab, Key.Key_Tab, Key.Key_Backtab):
        press(qtbot, session, key)
        here = QApplication.focusWidget()
        assert here is not None
        assert not session.window.employers.isAncestorOf(here)

    press(qtbot, session, Key.Key_Escape)
