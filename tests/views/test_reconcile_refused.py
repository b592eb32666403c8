"""Afstemming: what was refused with what hangs on it, work of who left, what is put off, two own laptops."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.views import pages
from desktop.views import texts_regie as words
from desktop.views.afstemming import texts
from desktop.views.afstemming.page import ReconcilePage
from desktop.views.afstemming.parts import Value
from desktop.views.session import Session
from tests.support.accessibility import unnamed
from tests.support.practice_inbox import FIRST, GROUP, SECOND, left_behind, refuse_together, two_laptops
from tests.support.practice_laptop import NOW, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Key, press

OPENS_AT = pages.RECONCILE

Alt = Qt.KeyboardModifier.AltModifier
GROUPED = f"Nieuwe werkgever {GROUP}"


def opened(qtbot: QtBot, session: Session, title: str) -> ReconcilePage:
    session.window.show_page("afstemming")
    settle(qtbot, session)
    page = session.window.reconcile
    page.view.select(next(line.key for line in page.view.lines.rows() if line.title.startswith(title)))
    settle(qtbot, session)
    return page


def said(page: ReconcilePage) -> str:
    return "\n".join(label.text() for label in page.detail.findChildren(QLabel) if label.isVisible())


def titles(page: ReconcilePage) -> list[str]:
    return [line.title for line in page.view.lines.rows() if not line.heading]


def badge(session: Session) -> str:
    return session.window.rail._rows["afstemming"].accessibleName()


@pytest.fixture
def laptop() -> StagedLaptop:
    return StagedLaptop()


def test_what_hangs_on_a_refusal_is_one_item_with_all_that_was_typed(
    qtbot: QtBot, open_window: Open, laptop: StagedLaptop
) -> None:
    refuse_together(laptop)
    session = open_window(laptop)
    page = opened(qtbot, session, GROUPED)
    assert [title for title in titles(page) if "Monique" in title or "Profielen" in title] == []
    told = said(page)
    for typed in ("Monique Prins", "Zoekt twee scheepstimmerlieden.", "Profielen mailen", "Plaats: Huizen"):
        assert typed in told
    assert texts.followers(3) in told
    assert texts.AGAIN_WITH_MORE in told
    assert unnamed(session.window) == []


def test_all_of_it_is_offered_again_in_order_and_the_item_is_settled(
    qtbot: QtBot, open_window: Open, laptop: StagedLaptop
) -> None:
    refuse_together(laptop)
    session = open_window(laptop)
    page = opened(qtbot, session, GROUPED)
    press(qtbot, session, Key.Key_1, Alt)
    sent = [name for name, _ in laptop.done]
    assert sent[:3] == ["werkgever.registreer", "contactpersoon.registreer", "contact.leg_vast"]
    assert sent[3:] == ["actie.maak", "afstemming.kies"]
    assert GROUPED not in titles(page)
    assert laptop.id(GROUP)
    assert session.window.toast.text() == texts.AGAIN_DONE
    session.undo.take_back()
    settle(qtbot, session)
    assert GROUPED in titles(page)


def test_what_is_refused_again_stays_with_the_reason(
    qtbot: QtBot, open_window: Open, laptop: StagedLaptop
) -> None:
    session = open_window(laptop)
    page = opened(qtbot, session, "Regie gevraagd")
    press(qtbot, session, Key.Key_1, Alt)
    assert session.window.banner.text().startswith("Fatima El Idrissi heeft de regie")
    assert any(title.startswith("Regie gevraagd") for title in titles(page))


def test_a_refusal_is_read_and_what_hangs_on_it_goes_along(
    qtbot: QtBot, open_window: Open, laptop: StagedLaptop
) -> None:
    refuse_together(laptop)
    session = open_window(laptop)
    page = opened(qtbot, session, GROUPED)
    press(qtbot, session, Key.Key_2, Alt)
    assert GROUPED not in titles(page)
    page.list.tabs.setCurrentIndex(1)
    settle(qtbot, session)
    assert titles(page)[0] == GROUPED


def test_later_stands_below_until_its_day_and_asks_for_nothing(
    qtbot: QtBot, open_window: Open, laptop: StagedLaptop
) -> None:
    session = open_window(laptop)
    page = opened(qtbot, session, "Telefoonnummer")
    before = badge(session)
    press(qtbot, session, Key.Key_4, Alt)
    assert titles(page)[-1].startswith("Telefoonnummer")
    assert (before, badge(session)) == ("Afstemming, 3", "Afstemming, 2")
    [line] = [line for line in page.view.lines.rows() if line.title.startswith("Telefoonnummer")]
    assert line.when.replace("\u00a0", " ") == "tot wo 18 nov"
    page.view.select(line.key)
    settle(qtbot, session)
    assert "Jij koos later te kiezen." in said(page)
    session.undo.take_back()
    settle(qtbot, session)
    assert badge(session) == "Afstemming, 3"


def test_on_its_day_it_is_back(qtbot: QtBot, open_window: Open, laptop: StagedLaptop) -> None:
    item = next(row for row in laptop.afstemming() if row.soort == "conflict")
    until = NOW.date().isoformat()
    laptop.doe("afstemming.kies", {"afstemming_id": item.id, "keuze": "later", "tot": until})
    page = opened(qtbot, open_window(laptop), "Telefoonnummer")
    assert titles(page)[0].startswith("Telefoonnummer")


def test_work_of_who_left_is_taken_over_or_left_out(
    qtbot: QtBot, open_window: Open, laptop: StagedLaptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_behind(laptop)
    session = open_window(laptop)
    page = opened(qtbot, session, "Telefoon bij")
    told = said(page)
    assert "Gerda Klein werkt hier niet meer" in told
    assert "Belt terug over de stage." in told
    assert (texts.TAKE_OVER_DOES in told, texts.DROP_DOES in told) == (True, True)
    assert page.list._unread.text() == texts.to_read(4)
    sent: list[object] = []
    monkeypatch.setattr(page._operations, "commands", lambda requests, *_: sent.extend(requests))
    for key in (Key.Key_1, Key.Key_2, Key.Key_3):
        press(qtbot, session, key, Alt)
    given = [(one.naam, one.argumenten["besluit"]) for one in sent]  # type: ignore[attr-defined]
    assert given == [("quarantaine.geef_vrij", "overnemen"), ("quarantaine.geef_vrij", "weglaten")]


def test_ones_own_two_laptops_are_called_so(qtbot: QtBot, open_window: Open, laptop: StagedLaptop) -> None:
    two_laptops(laptop)
    session = open_window(laptop)
    page = opened(qtbot, session, "Notitie")
    told = said(page)
    assert texts.OF_OTHER_LAPTOP in told
    assert texts.THIS_LAPTOP in told
    assert [value.plain for value in page.detail.findChildren(Value)] == [SECOND, FIRST]
    assert words.of_colleague(laptop.actor.naam) not in told
    press(qtbot, session, Key.Key_3, Alt)
    kept = laptop._one("SELECT notitie FROM contactnotitie WHERE notitie LIKE :start", start=f"{FIRST}%")
    assert kept == f"{FIRST}\n\nKarin Smit, 17 november 2026:\n{SECOND}"
