"""Sync in words: what the parts of the status bar open, and that none of it moves the page."""

from datetime import timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.models.store import new_session
from desktop.models.tables.laptop import Ronde
from desktop.views import texts_popovers, texts_sync
from desktop.views.laptop_card import LaptopCard
from desktop.views.operations import EVERYTHING
from desktop.views.session import Session
from desktop.views.sync_driver import SyncKind
from desktop.views.sync_log import SyncLogCard
from desktop.views.tables.rows import RowRole
from desktop.views.waiting import WaitingCard
from desktop.views.werkgevers.field_words import FieldWords
from tests.support.practice_laptop import BAKERY, NOW, UNHELD, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Key, press

T = TypeVar("T", bound=QObject)


def card_of(session: Session, kind: type[T]) -> T:
    cards = session.window.findChildren(kind)
    assert len(cards) == 1
    return cards[0]


def words_of(card: QObject) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.text()]


def lines(card: WaitingCard) -> list[str]:
    """What a screen reader says of each row."""
    model = card.view.model()
    return [
        str(model.index(number, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        for number in range(model.rowCount())
    ]


def fill(laptop: StagedLaptop) -> None:
    """A morning without a network."""
    bakery = laptop.id(BAKERY)
    late = laptop.vandaag().te_laat[0].id
    laptop.doe("actie.rond_af", {"actie_id": late})
    visit = {"werkgever_id": bakery, "datum": "2026-11-17", "kanaal": "bezoek", "notitie": "Rondleiding"}
    logged = laptop.doe("contact.leg_vast", visit)
    promised = {
        "werkgever_id": bakery,
        "contactmoment_id": logged.id,
        "gevraagde_handeling": "Profielen sturen",
    }
    laptop.doe("actie.maak", promised)
    person = laptop.persoon("Anouk de Vries")
    laptop.doe("contactpersoon.wijzig", {"contactpersoon_id": person, "telefoon": "0600004512"})
    laptop.doe("werkgever.wijzig", {"werkgever_id": bakery, "werkzame_personen": 54})
    laptop.doe("regie.neem", {"werkgever_id": laptop.id(UNHELD)})


def rounds(laptop: StagedLaptop, count: int, failed: int | None = None) -> None:
    """The log of so many rounds; one of them failed."""
    with new_session(laptop._writer) as session, session.begin():
        for number in range(1, count + 1):
            at = NOW - timedelta(minutes=10 * (count - number))
            fault = "centrum_onbereikbaar" if number == failed else None
            sent = 0 if fault else number
            session.add(
                Ronde(
                    nummer=1000 + number,
                    begonnen_op=at,
                    geeindigd_op=at,
                    verzonden=sent,
                    toegepast=sent,
                    aangepast=0,
                    geweigerd=0,
                    ontvangen=0 if fault else 12,
                    fout=fault,
                )
            )


# -- what waits ----------------------------------------------------------------------------------------
def test_what_waits_is_told_in_the_words_of_the_form(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    fill(laptop)
    session = open_window(laptop)
    session.window.status.waiting.click()
    settle(qtbot, session)
    card = card_of(session, WaitingCard)
    assert "6 wachten op verzenden" in words_of(card)
    old, new = (FieldWords().value("telefoon", number) for number in ("0350004521", "0600004512"))
    numbers = f"{old} werd {new}"
    assert lines(card) == [
        "Actie afgerond: Uitleg no-riskpolis mailen, Bakkerij De Lindehof B.V., 10:42",
        "Bezoek bij Bakkerij De Lindehof B.V., met een notitie en 1\u00a0actie, 10:42",
        "Actie: Profielen sturen, Bakkerij De Lindehof B.V., 10:42",
        f"Telefoonnummer van Anouk de Vries, {numbers}, Bakkerij De Lindehof B.V., 10:42",
        "Gegevens van Bakkerij De Lindehof B.V., Medewerkers: 52 werd 54, 10:42",
        "Regie gevraagd op Jachtwerf Stichtse Kade, aangevraagd, nog niet bevestigd, 10:42",
    ]


def test_a_refused_change_has_a_heading_of_its_own(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    fill(laptop)
    session = open_window(laptop)
    session.window.popovers.open_waiting()
    settle(qtbot, session)
    card = card_of(session, WaitingCard)
    assert "1\u00a0wijziging is niet gelukt" in words_of(card)
    card.reconcile_link.click()
    settle(qtbot, session)
    assert session.window.current_page() is session.window.reconcile


def test_nothing_here_can_throw_work_away(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    fill(laptop)
    session = open_window(laptop)
    session.window.popovers.open_waiting()
    settle(qtbot, session)
    card = card_of(session, WaitingCard)
    buttons = [button.accessibleName() for button in card.findChildren(QPushButton)]
    assert sorted(buttons) == sorted(
        [texts_popovers.SEE_ALL, texts_popovers.TO_RECONCILE, texts_popovers.LOG, texts_sync.TRY_NOW]
    )
    press(qtbot, session, Key.Key_Delete)
    assert len(laptop.wachtrij()) == 6


def test_try_now_starts_a_round(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    fill(laptop)
    session = open_window(laptop)
    session.window.popovers.open_waiting()
    settle(qtbot, session)
    press(qtbot, session, Key.Key_Return)  # the button has the focus
    qtbot.waitUntil(lambda: session.sync.state.kind is SyncKind.UPDATED)
    settle(qtbot, session)
    assert laptop.rounds == 1
    assert session.window.findChildren(WaitingCard) == []


def test_when_all_is_sent_it_says_so(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    laptop.nothing_to_choose()
    session = open_window(laptop)
    session.window.popovers.open_waiting()
    settle(qtbot, session)
    assert texts_sync.ALL_SENT_TITLE in words_of(card_of(session, WaitingCard))


def test_what_waits_passes_qts_checks(qtbot: QtBot, open_window: Open, qtmodeltester: ModelTester) -> None:
    laptop = StagedLaptop()
    fill(laptop)
    session = open_window(laptop)
    session.window.popovers.open_waiting()
    settle(qtbot, session)
    model = card_of(session, WaitingCard).view.model()
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]


# -- the log -------------------------------------------------------------------------------------------
def test_the_state_opens_the_log_of_rounds(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    rounds(laptop, 3, failed=2)
    session = open_window(laptop)
    session.window.status.sync.click()
    settle(qtbot, session)
    card = card_of(session, SyncLogCard)
    said = [card.model.index(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(3)]
    assert said == [
        "Verzonden en opgehaald, 10:42, 3 verzonden, 12\u00a0rijen opgehaald",
        "Niet gelukt, 10:32, Het werkcentrum is nu niet te bereiken. Je werk staat veilig op deze laptop.",
        "Verzonden en opgehaald, 10:22, 1 verzonden, 12\u00a0rijen opgehaald",
    ]


def test_the_log_can_show_failures_only(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    rounds(laptop, 5, failed=2)
    session = open_window(laptop)
    session.window.popovers.open_log()
    settle(qtbot, session)
    card = card_of(session, SyncLogCard)
    card.filter.setChecked(True)
    settle(qtbot, session)
    assert [row.fout for row in card.model.rows()] == ["centrum_onbereikbaar"]
    card.filter.setChecked(False)
    settle(qtbot, session)
    assert {row.nummer for row in card.model.rows()} >= {1001, 1005}


def test_an_empty_log_says_so(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    session.window.popovers.open_log()
    settle(qtbot, session)
    card = card_of(session, SyncLogCard)
    card.filter.setChecked(True)
    settle(qtbot, session)
    assert card.nothing.text() == texts_popovers.NO_FAILURES
    assert not card.view.isVisible()


def test_a_round_that_ends_comes_on_top_and_what_is_read_stays_in_place(
    qtbot: QtBot, open_window: Open
) -> None:
    laptop = StagedLaptop()
    rounds(laptop, 40)
    session = open_window(laptop)
    session.window.popovers.open_log()
    settle(qtbot, session)
    card = card_of(session, SyncLogCard)
    card.view.verticalScrollBar().setValue(400)
    top = card.view.indexAt(card.view.rect().topLeft() + card.view.rect().center() * 0.05).data(RowRole)
    rounds_before = len(card.model.rows())
    with new_session(laptop._writer) as written, written.begin():
        extra = {"verzonden": 0, "toegepast": 0, "aangepast": 0, "geweigerd": 0, "ontvangen": 0}
        written.add(Ronde(nummer=2000, begonnen_op=NOW, geeindigd_op=NOW, **extra))
    session.sync.request()
    qtbot.waitUntil(lambda: session.sync.state.kind is SyncKind.UPDATED)
    settle(qtbot, session)
    assert len(card.model.rows()) > rounds_before
    now = card.view.indexAt(card.view.rect().topLeft() + card.view.rect().center() * 0.05).data(RowRole)
    assert now.nummer == top.nummer


# -- this laptop ---------------------------------------------------------------------------------------
def test_on_this_laptop_says_the_main_things_and_leads_to_the_rest(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    fill(laptop)
    session = open_window(laptop)
    session.window.status.store.click()
    settle(qtbot, session)
    card = card_of(session, LaptopCard)
    said = words_of(card)
    assert "Karin Smit, accountmanager" in said
    assert "6, de oudste van 10:42" in said
    card.button.click()
    settle(qtbot, session)
    assert session.window.current_page() is session.window.this_laptop


@pytest.mark.parametrize(("opens", "part"), [("open_waiting", "wachtlijst"), ("open_log", "logboek")])
def test_a_popover_leads_to_its_part_of_the_page(
    qtbot: QtBot, open_window: Open, opens: str, part: str
) -> None:
    session = open_window()
    getattr(session.window.popovers, opens)()
    settle(qtbot, session)
    kind: type[WaitingCard | SyncLogCard] = WaitingCard if opens == "open_waiting" else SyncLogCard
    card_of(session, kind).all_link.click()
    settle(qtbot, session)
    assert session.window.this_laptop.key == part


# -- all of them ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("opens", ["open_log", "open_waiting", "open_laptop"])
@pytest.mark.parametrize("size", [(1440, 900), (720, 560)])
def test_a_popover_stays_in_the_window_and_gives_the_focus_back(
    qtbot: QtBot, open_window: Open, opens: str, size: tuple[int, int]
) -> None:
    laptop = StagedLaptop()
    fill(laptop)
    rounds(laptop, 30)
    session = open_window(laptop, size=size)
    focused = QApplication.focusWidget()
    getattr(session.window.popovers, opens)()
    settle(qtbot, session)
    kind = {"open_log": SyncLogCard, "open_waiting": WaitingCard, "open_laptop": LaptopCard}[opens]
    card = session.window.findChild(kind)
    assert card is not None
    assert session.window.rect().contains(card.geometry())
    press(qtbot, session, Key.Key_Escape)
    assert QApplication.focusWidget() is focused


def test_opening_and_syncing_moves_nothing_of_the_page(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop, size=(1440, 640), at=BAKERY)
    view = session.window.employers.list.view
    view.verticalScrollBar().setValue(150)
    before = (view.verticalScrollBar().value(), view.currentIndex().row())
    for opens in ("open_log", "open_waiting", "open_laptop"):
        getattr(session.window.popovers, opens)()
        settle(qtbot, session)
        session.operations.broadcast(EVERYTHING)
        settle(qtbot, session)
        press(qtbot, session, Key.Key_Escape)
    assert (view.verticalScrollBar().value(), view.currentIndex().row()) == before
