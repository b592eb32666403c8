"""The main story in a window on a real laptop with a real centre behind it: what is typed arrives."""

import itertools
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from central import accounts
from desktop import compose
from desktop.models.errors import EnvironmentFailure
from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.views import pages, texts, texts_forms, texts_sync
from desktop.views.session import Session
from desktop.views.sync_driver import SyncKind
from desktop.views.withdrawn import WithdrawnWindow
from tests.support.region import Seat, World
from tests.views.conftest import OnRequest, Open, settle
from tests.views.driving import Ctrl, CtrlShift, Key, employer_form, page_key, press, type_words, visit_form

pytestmark = pytest.mark.postgres
BAKKERIJ, KVK = "Bakkerij De Lindehof", "69599084"
NAMES = (BAKKERIJ, "Houtbouw Eemvallei", "Zorggroep Heidezicht")


@pytest.fixture
def fatima(world: World) -> Seat:
    """Her laptop, with three werkgevers that everybody knows; nobody holds a regie."""
    seat = world.laptop("fatima")
    for name in NAMES:
        kvk = KVK if name == BAKKERIJ else None
        seat.doe("werkgever.registreer", naam=name, woonplaats="Hilversum", kvk_nummer=kvk)
    seat.sync()
    return seat


@dataclass
class Desk:
    """A window, and the seat whose laptop it shows."""

    qtbot: QtBot
    seat: Seat
    session: Session

    def sync(self) -> None:
        """F5, until the round has ended and is shown."""
        seen: list[SyncKind] = []
        heard = self.session.sync.state_changed.connect(lambda state: seen.append(state.kind))
        press(self.qtbot, self.session, Key.Key_F5)
        self.qtbot.waitUntil(lambda: seen[:1] == [SyncKind.BUSY] and seen[-1] is not SyncKind.BUSY)
        self.session.sync.state_changed.disconnect(heard)
        assert seen[-1] is SyncKind.UPDATED
        settle(self.qtbot, self.session)

    def open(self, typed: str) -> None:
        """Finds a werkgever by keyboard and shows it."""
        press(self.qtbot, self.session, Key.Key_F, Ctrl)
        type_words(typed)
        settle(self.qtbot, self.session)
        press(self.qtbot, self.session, Key.Key_Down)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self.qtbot, self.session, key, modifier)

    @property
    def strip(self) -> str:
        return self.session.window.employers.detail.header.strip.holder.text()

    @property
    def waiting(self) -> str:
        button = self.session.window.status.waiting
        return button.text() if button.isVisible() else ""


@pytest.fixture
def desk(qtbot: QtBot, open_window: Open, fatima: Seat) -> Desk:
    return Desk(qtbot, fatima, open_window(fatima.laptop, pace=OnRequest()))


def test_a_visit_with_a_promise_and_a_new_contactpersoon(desk: Desk, world: World) -> None:
    desk.open("linde")
    assert desk.session.window.employers.detail.header.name.text() == BAKKERIJ
    desk.press(Key.Key_B, Ctrl)
    form = visit_form(desk.session)
    form.when.setFocus()
    form.when.selectAll()
    type_words("vandaag 09:00")
    form.people.edit.setFocus()
    type_words("Anouk de Vries")
    desk.press(Key.Key_Return)
    form.note.setFocus()
    type_words("Ze zoeken twee mensen voor de inpak.")
    form.follow_up.setFocus()
    type_words("Drie profielen sturen")
    form.deadline.setFocus()
    type_words("27-11")
    desk.press(Key.Key_Return, Ctrl)
    assert desk.session.window.employers.panel is None
    assert desk.session.window.toast.text() == "Bezoek vastgelegd"
    assert desk.waiting == "3 nog te verzenden"
    desk.sync()
    assert desk.waiting == ""
    other = world.laptop("herman")
    (found,) = other.laptop.werkgevers(WerkgeverFilter(tekst="linde"), 10)
    sheet = other.laptop.blad(found.id)
    assert [person.naam for person in sheet.contactpersonen] == ["Anouk de Vries"]
    assert [contact.contactpersonen for contact in sheet.contacten] == [("Anouk de Vries",)]
    assert [action.gevraagde_handeling for action in sheet.acties] == ["Drie profielen sturen"]
    assert sheet.contacten[0].notitie == "Ze zoeken twee mensen voor de inpak."


def test_asked_regie_is_confirmed_by_the_centre(desk: Desk) -> None:
    desk.open("linde")
    assert desk.strip == texts.NOBODY_HAS_REGIE
    link = desk.session.window.employers.detail.header.strip.links[0]
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    settle(desk.qtbot, desk.session)
    assert desk.strip == f"{texts.MY_REGIE_ASKED} {texts.NOT_CONFIRMED}"
    assert desk.session.window.toast.text() == texts_sync.REGIE_ASKED
    desk.sync()
    assert desk.session.window.toast.text() == ""
    assert desk.strip == "Jij hebt de regie, sinds 20\u00a0november 2026."
    assert link.text() != texts.ASK_REGIE


def test_a_regie_that_a_colleague_had_first_is_read_in_afstemming(desk: Desk, world: World) -> None:
    herman = world.laptop("herman")
    (row,) = herman.laptop.werkgevers(WerkgeverFilter(tekst="linde"), 10)
    herman.doe("regie.neem", werkgever_id=row.id)
    herman.sync()
    desk.open("linde")
    desk.session.window.actions_of_employers.ask_regie()
    settle(desk.qtbot, desk.session)
    desk.sync()
    assert desk.strip.startswith("herman heeft de regie")
    window = desk.session.window
    assert window.status.questions.text() == "1\u00a0wijziging is niet gelukt"
    desk.press(page_key(desk.session, pages.RECONCILE), Ctrl)
    page = window.reconcile
    shown = [line.title for line in page.view.lines.rows()]
    assert shown == ["Niet aangenomen", f"Regie gevraagd op {BAKKERIJ}"]
    assert page.list.subtitle.text() == "Wat het werkcentrum je wil zeggen."
    assert page.view.lines.rows()[1].detail.startswith("herman heeft de regie, sinds 20\u00a0november 2026.")
    page._choose(page.view.lines.rows()[1].key, "gelezen")
    settle(desk.qtbot, desk.session)
    desk.sync()
    assert page.view.model().rowCount() == 0
    assert desk.seat.inbox() == []


def test_a_certain_duplicate_is_refused_and_opened(desk: Desk) -> None:
    desk.open("hout")
    desk.press(Key.Key_N, CtrlShift)
    type_words("De Linde")
    form = employer_form(desk.session)
    form.set_field("kvk_nummer", KVK)
    settle(desk.qtbot, desk.session)
    desk.press(Key.Key_Return, Ctrl)
    assert employer_form(desk.session) is form
    error = form.rows["kvk_nummer"].error
    assert error == f"Dit KvK-nummer is al van {BAKKERIJ}. Niemand heeft de regie."
    form.rows["kvk_nummer"].way_out.emit()
    settle(desk.qtbot, desk.session)
    window = desk.session.window
    assert window.employers.detail.header.name.text() == BAKKERIJ
    assert not window.employers.list.view.currentIndex().isValid()  # the list still shows what was searched
    assert desk.seat.laptop.stand().werkgevers == len(NAMES)


def test_a_new_werkgever_arrives(desk: Desk, world: World) -> None:
    desk.press(Key.Key_N, CtrlShift)
    type_words("Kwekerij Rozenlaan")
    desk.press(Key.Key_Return, Ctrl)
    assert desk.session.window.employers.detail.header.name.text() == "Kwekerij Rozenlaan"
    desk.sync()
    assert world.laptop("herman").laptop.stand().werkgevers == len(NAMES) + 1


def test_a_full_disk_costs_no_text(desk: Desk) -> None:
    desk.open("linde")
    desk.press(Key.Key_B, Ctrl)
    form = visit_form(desk.session)
    type_words("vandaag")
    note = "Een lang verhaal. " * 50
    form.note.setPlainText(note)
    pages = desk.seat.sql("PRAGMA page_count")[0][0]
    desk.seat.sql(f"PRAGMA max_page_count = {pages}")
    _until_no_room(desk.seat)
    desk.press(Key.Key_Return, Ctrl)
    assert visit_form(desk.session) is form
    assert form.banner.text().startswith("De schijf is vol.")
    desk.press(Key.Key_Escape)
    assert visit_form(desk.session) is form
    assert form.note.toPlainText() == note
    assert form.saved_text() == texts_forms.DRAFT_NOT_SAVED
    desk.seat.sql("PRAGMA max_page_count = 1000000")
    desk.press(Key.Key_Return, Ctrl)
    assert desk.session.window.employers.panel is None
    assert [row.naam for row in desk.seat.laptop.wachtrij()][-1] == "contact.leg_vast"
    desk.sync()
    assert desk.waiting == ""


def _until_no_room(seat: Seat) -> None:
    """Ever shorter drafts and notes take the free pages too, so that the next one finds none."""
    (row, *_) = seat.laptop.werkgevers(WerkgeverFilter(), 1)
    contact: dict[str, Any] = {"werkgever_id": row.id, "datum": "2026-11-20", "kanaal": "telefoon"}
    for size in (1000, 100, 1):
        text = "x" * size
        numbers = itertools.count()
        _until_full(lambda: seat.laptop.bewaar_concept("vol", f"{size}-{next(numbers)}", {"x": text}))  # noqa: B023
        _until_full(lambda: seat.doe("contact.leg_vast", **contact, notitie=text))  # noqa: B023


def _until_full(work: Callable[[], object]) -> None:
    with pytest.raises(EnvironmentFailure, match="schijf_vol"):
        _for_ever(work)


def _for_ever(work: Callable[[], object]) -> None:
    while True:
        work()


def test_after_a_revocation_nothing_is_asked_and_nothing_is_left(
    desk: Desk, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = desk.seat.laptop
    desk.open("linde")
    desk.press(Key.Key_B, Ctrl)
    type_words("vandaag")
    with world.session() as session:
        accounts.revoke_laptop(session, world.clock, laptop.laptop_id)
    desk.session.sync.request()
    desk.qtbot.waitUntil(lambda: desk.session.withdrawn is not None)
    asked: list[object] = []
    monkeypatch.setattr(laptop, "read", asked.append)
    settle(desk.qtbot, desk.session)
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert [type(widget) for widget in shown] == [WithdrawnWindow]
    assert not desk.seat.place.profile.database.exists()
    assert desk.session.stop(5)
    assert asked == []


class SilentCentre:
    """Takes calls and never answers."""

    def __init__(self) -> None:
        self.called = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._held: list[socket.socket] = []
        self._thread = threading.Thread(target=self._accept)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def _accept(self) -> None:
        while True:
            try:
                self._held.append(self._listener.accept()[0])
            except OSError:
                return
            self.called.set()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)
        for one in self._held:
            one.close()


@pytest.fixture
def silent_centre() -> Iterator[SilentCentre]:
    centre = SilentCentre()
    yield centre
    centre.close()


def test_a_window_closes_while_the_centre_is_silent(
    fatima: Seat, world: World, silent_centre: SilentCentre
) -> None:
    """A process of its own: it ends in seconds, also with a call under way, and keeps what was recorded."""
    (row, *_) = fatima.laptop.werkgevers(WerkgeverFilter(), 1)
    fatima.doe("actie.maak", soort="actie", gevraagde_handeling="Bellen", werkgever_id=row.id)
    fatima.close()
    place = fatima.place
    place.profile.change(world.clock, centrum=silent_centre.url)
    words = ["--map", str(place.folder), "--sleutelbestand", str(place.key_file)]
    process = subprocess.Popen([sys.executable, "-m", "desktop", *words], stderr=subprocess.PIPE)
    try:
        assert silent_centre.called.wait(60)
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=20)
    finally:
        process.kill()
    assert "Traceback" not in said.decode()
    assert process.returncode == 0
    with compose.open_laptop(place) as laptop:
        assert laptop.stand().wachtend == 1
