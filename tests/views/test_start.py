"""The first start: signing in with a code, the first fill, practising, and a profile that does not open."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from desktop import app, compose
from desktop.clock import Clock
from desktop.compose import Place
from desktop.models.errors import EnvironmentFailure
from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.preferences import Preferences
from desktop.views.main_window import MainWindow
from desktop.views.session import Session
from desktop.views.start import invitation, lines, texts
from desktop.views.start.door import Choice
from desktop.views.start.fill_strip import FillStrip
from desktop.views.start.filling import Estimate
from desktop.views.start.look import FirstLook
from desktop.views.start.practice_strip import PracticeStrip
from desktop.views.start.window import FirstWindow, LeftWindow, ProblemWindow, StartWindow
from desktop.views.sync_driver import SyncKind
from tests.support.accessibility import unnamed
from tests.support.practice_laptop import BAKERY, StagedLaptop
from tests.support.region import World, lay_out
from tests.views.conftest import OnRequest, Open, end, settle
from tests.views.driving import type_words

WAIT = 20_000


@contextmanager
def shown(qtbot: QtBot, make: Callable[[], StartWindow]) -> Iterator[StartWindow]:
    """A page before the window, as `desktop.app` shows it."""
    look = FirstLook(Preferences())
    window = make()
    look.serve(window)
    window.show_in_the_middle()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    assert unnamed(window) == []
    try:
        yield window
    finally:
        window.close()
        assert window.stop(5)
        window.deleteLater()


@contextmanager
def first(qtbot: QtBot, place: Place) -> Iterator[FirstWindow]:
    """The first start of this profile."""
    with shown(qtbot, lambda: FirstWindow(app.Program(place))) as window:
        assert isinstance(window, FirstWindow)
        yield window


def submit(qtbot: QtBot, window: FirstWindow, address: str, code: str) -> None:
    """Types both, presses Enter and waits for the answer."""
    window.form.address.setText(address)
    window.form.code.setText(code)
    window.form.code.setFocus()
    QTest.keyClick(window.form.code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.operations.idle, timeout=WAIT)


# ---------------------------------------------------------------- signing in


@pytest.mark.postgres
def test_a_code_that_is_pasted_signs_in_and_the_region_comes(
    qtbot: QtBot, open_window: Open, world: World
) -> None:
    seat = world.laptop("fatima")
    seat.doe("werkgever.registreer", naam=BAKERY, woonplaats="Hilversum")
    seat.sync()
    place = world.place("nieuw")
    lay_out(place)
    with first(qtbot, place) as window:
        assert QApplication.focusWidget() is window.form.address
        QApplication.clipboard().setText(
            f"Beste Herman,\nMeld je aan op {world.url}, met de code {world.invite('herman')}.\nGroet"
        )
        QTest.keyClick(window.form.address, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert window.form.address.text() == world.url
        assert QApplication.focusWidget() is window.form.button
        QTest.keyClick(window.form.button, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: window.choice is Choice.OPEN, timeout=WAIT)
    with compose.open_laptop(place) as laptop:
        session = open_window(laptop, pace=OnRequest())
        with lines.filling(session) as line:
            assert line is not None
            session.window.show_page("werkgevers")
            settle(qtbot, session)
            assert line.strip is not None
            assert line.strip.isVisible()
            session.sync.request()
            qtbot.waitUntil(lambda: line.strip is None, timeout=WAIT)
            settle(qtbot, session)
            assert session.window.toast.text() == texts.FILLED
            assert [row.naam for row in session.window.employers.list.model.rows()] == [BAKERY]
        with lines.filling(session) as again:
            assert again is None
        end(qtbot, session)


@pytest.mark.postgres
def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(qtbot: QtBot, world: World) -> None:
    place = world.place("nieuw")
    lay_out(place)
    used = world.invite("herman")
    other = world.place("ander")
    lay_out(other)
    compose.enrol(other, world.url, used)
    with first(qtbot, place) as window:
        form = window.form
        submit(qtbot, window, world.url, used)
        assert "Met deze code is al een laptop aangemeld" in form.rows["code"].error
        assert QApplication.focusWidget() is form.code
        submit(qtbot, window, world.url, "K7PM-QX4D-9RTB-WH3N")
        assert form.rows["code"].error.startswith("Deze code klopt niet")
        type_words("x")
        assert form.rows["code"].error == ""
        submit(qtbot, window, "http://werkcentrum.example", used)
        assert form.rows["adres"].error
        assert QApplication.focusWidget() is form.address
        assert (form.address.text(), form.code.text()) == ("http://werkcentrum.example", used)
        submit(qtbot, window, "https://127.0.0.1:1", used)
        assert form.rows["adres"].error == texts.NOT_REACHED
        submit(qtbot, window, "zomaar iets", used)
        assert form.rows["adres"].error == texts.ADDRESS_WRONG
        assert window.choice is Choice.CLOSED


def test_both_fields_are_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    with first(qtbot, Place(tmp_path / "profiel", tmp_path / "sleutel")) as window:
        QTest.keyClick(window.form.address, Qt.Key.Key_Return)
        assert window.form.rows["adres"].error == texts.ADDRESS_MISSING
        assert window.form.rows["code"].error == texts.CODE_MISSING
        window.form.address.setText("https://werkcentrum.example")
        QTest.keyClick(window.form.address, Qt.Key.Key_Return)
        assert QApplication.focusWidget() is window.form.code
        assert not (tmp_path / "profiel").exists()


def test_text_grows_by_key_before_there_is_a_laptop(qtbot: QtBot, tmp_path: Path) -> None:
    with first(qtbot, Place(tmp_path / "profiel", tmp_path / "sleutel")) as window:
        before = window.form.button.sizeHint().height()
        QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
        assert window.form.button.sizeHint().height() > before


@pytest.mark.parametrize(
    ("pasted", "address", "code"),
    [
        ("https://regie.example/ K7PM-QX4D-9RTB-WH3N", "https://regie.example/", "K7PM-QX4D-9RTB-WH3N"),
        (
            "Ga naar https://regie.example. Code: k7pm-qx4d-9rtb-wh3n!",
            "https://regie.example",
            "k7pm-qx4d-9rtb-wh3n",
        ),
        ("https://regie.example/K7PM-QX4D-9RTB-WH3N", "https://regie.example/K7PM-QX4D-9RTB-WH3N", ""),
        ("K7PM-QX4D-9RTB", "", ""),
    ],
)
def test_an_invitation_is_read(pasted: str, address: str, code: str) -> None:
    assert invitation.read(pasted) == invitation.Invitation(address, code)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (" regie.example ", "https://regie.example"),
        ("regie.example:8443/gooi", "https://regie.example:8443/gooi"),
        ("http://regie.example", "http://regie.example"),
        ("zomaar iets", "zomaar iets"),
    ],
)
def test_a_bare_address_is_completed(typed: str, meant: str) -> None:
    assert invitation.complete(typed) == meant


# ---------------------------------------------------------------- the first fill


def words_of(strip: FillStrip) -> str:
    return strip.words.text()


def test_the_first_fill_says_how_far_and_how_long_while_work_goes_on(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop(empty=True)
    laptop.at_the_centre = (41_250, 0)
    laptop.steps = [(0, 0, 10_000), (0, 0, 20_000)]
    session = open_window(laptop)
    with lines.filling(session) as line:
        assert line is not None
        strip = line.strip
        assert strip is not None
        line.fill._estimate = Estimate(iter([0.0, 0.0, *[30.0] * 50]).__next__)
        settle(qtbot, session)
        session.sync.request()
        qtbot.waitUntil(lambda: "10.000 van 41.250" in words_of(strip))
        assert "nog ongeveer 2\u00a0minuten" in words_of(strip)
        assert strip.bar.value() == round(1000 * 10_000 / 41_250)
        assert strip.more.text() == texts.FILL_GO_ON
        session.window.new_employer("Nieuw B.V.")
        settle_but_for_the_round(qtbot, session)
        assert session.window.employers.panel is not None
        session.window.employers.close_panel()
        laptop.go_on.set()
        qtbot.waitUntil(lambda: "20.000" in words_of(strip))
        laptop.go_on.set()
        qtbot.waitUntil(lambda: line.strip is None)
        settle(qtbot, session)
    assert session.window.toast.text() == texts.FILLED


def settle_but_for_the_round(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: session.operations._open == 1)


def test_without_a_network_the_fill_waits_and_says_so(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop(empty=True)
    laptop.at_the_centre = (41_250, 12_000)
    laptop.offline = True
    session = open_window(laptop)
    with lines.filling(session) as line:
        assert line is not None
        assert line.strip is not None
        session.sync.request()
        qtbot.waitUntil(lambda: session.sync.state.kind is SyncKind.OFFLINE)
        settle(qtbot, session)
        assert line.strip.more.text() == texts.FILL_WAITS
        assert "12.000 van 41.250\u00a0rijen opgehaald." in words_of(line.strip)
        assert unnamed(session.window) == []


def test_werkgevers_without_any_says_that_they_are_coming(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop(empty=True)
    laptop.steps = [(0, 0, 100)]
    session = open_window(laptop)
    session.window.show_page("werkgevers")
    settle(qtbot, session)

    def visible() -> str:
        return " ".join(label.text() for label in session.window.findChildren(QLabel) if label.isVisible())

    assert "Haal de werkgevers van je regio op" in visible()
    session.sync.request()
    qtbot.waitUntil(lambda: texts.COMING_TITLE in visible())
    laptop.go_on.set()
    qtbot.waitUntil(lambda: session.sync.state.kind is SyncKind.UPDATED)


# ---------------------------------------------------------------- practising


class Person:
    """Sits before the windows of `run_program` and does what a script says, window by window."""

    def __init__(self, *deeds: tuple[type[QMainWindow], Callable[[QMainWindow], object]]) -> None:
        self._deeds = list(deeds)
        self.seen: list[str] = []
        self._timer = QTimer(interval=20)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        visible = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        kind, deed = self._deeds[0]
        window = next((window for window in visible if type(window) is kind), None)
        if window is None or not self._ready(window):
            return
        assert isinstance(window, QMainWindow)
        self.seen.append(window.windowTitle())
        assert unnamed(window) == []
        if deed(window) is not False:
            self._deeds.pop(0)
        if not self._deeds:
            self._timer.stop()

    @staticmethod
    def _ready(window: QWidget) -> bool:
        at_rest = not isinstance(window, MainWindow) or window.operations.idle
        return at_rest and QApplication.activeWindow() is window


def strip_of(window: QMainWindow) -> PracticeStrip:
    (strip,) = window.findChildren(PracticeStrip)
    return strip


def test_practising_from_the_first_start_and_leaving_nothing_behind(qtbot: QtBot, tmp_path: Path) -> None:
    place = Place(tmp_path / "profiel", tmp_path / "sleutel")

    def without_network(window: QMainWindow) -> None:
        strip_of(window).without_network.click()

    def is_offline(window: QMainWindow) -> bool:
        assert isinstance(window, MainWindow)
        return window.sync.state.kind is SyncKind.OFFLINE

    def leave(window: QMainWindow) -> None:
        strip_of(window).leave.click()

    person = Person(
        (FirstWindow, lambda window: window.practise.click()),  # type: ignore[attr-defined]
        (MainWindow, without_network),
        (MainWindow, is_offline),
        (MainWindow, leave),
        (LeftWindow, lambda window: window.wipe.click()),  # type: ignore[attr-defined]
        (FirstWindow, lambda window: window.close()),
    )
    assert app.run_program(place) == 0
    assert "Werkregie – Oefenomgeving" in person.seen
    assert not place.practice.folder.exists()
    assert place.practice.key_file is not None
    assert not place.practice.key_file.exists()
    assert not (place.folder / "werkregie.db").exists()


def test_what_was_practised_is_there_the_next_time(qtbot: QtBot, tmp_path: Path) -> None:
    place = Place(tmp_path / "profiel", tmp_path / "sleutel")

    def register(window: QMainWindow) -> None:
        assert isinstance(window, MainWindow)
        window.backend.doe("werkgever.registreer", {"naam": "Geoefend B.V."})
        strip_of(window).leave.click()

    person = Person(
        (FirstWindow, lambda window: window.practise.click()),  # type: ignore[attr-defined]
        (MainWindow, register),
        (LeftWindow, lambda window: window.keep.click()),  # type: ignore[attr-defined]
        (FirstWindow, lambda window: window.close()),
    )
    assert app.run_program(place) == 0
    assert len(person.seen) == 4
    with compose.open_practice(place) as laptop:
        assert laptop.aantal_werkgevers(WerkgeverFilter(tekst="geoefend")) == 1


def test_a_keyring_that_is_not_there_is_said_when_one_practises(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(_place: Place) -> None:
        raise EnvironmentFailure("geen_sleutelbos")

    monkeypatch.setattr(compose, "open_practice", refuses)
    with first(qtbot, Place(tmp_path / "profiel")) as window:
        window.practise.click()
        qtbot.waitUntil(lambda: window.banner.text() == texts.NO_KEYRING)
        assert window.choice is Choice.CLOSED


# ---------------------------------------------------------------- a profile that does not open


def signed_in(place: Place) -> None:
    """A profile that says somebody signed in, whose database is another's."""
    place.profile.make()
    place.profile.change(Clock(), laptop_id=Clock().new_id())


def test_a_profile_in_use_is_said_in_a_window_and_ends_with_its_failure(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "PATIENCE", 0.05)
    place = Place(tmp_path / "profiel", tmp_path / "sleutel")
    signed_in(place)

    def read_and_close(window: QMainWindow) -> None:
        assert isinstance(window, ProblemWindow)
        assert "Werkregie staat al open" in window.sentence
        QTest.keyClick(window, Qt.Key.Key_Escape)

    person = Person(
        (ProblemWindow, lambda window: window.again.click()),  # type: ignore[attr-defined]
        (ProblemWindow, read_and_close),
    )
    with place.profile.locked(), pytest.raises(EnvironmentFailure) as caught:
        app.run_program(place)
    assert caught.value.code == "profiel_in_gebruik"
    assert len(person.seen) == 2


def test_a_database_that_does_not_open_is_set_aside_and_one_can_begin_anew(
    qtbot: QtBot, tmp_path: Path
) -> None:
    place = Place(tmp_path / "profiel", tmp_path / "sleutel")
    lay_out(place)
    place.profile.database.write_bytes(b"geen database" * 1000)
    place.profile.change(Clock(), laptop_id=Clock().new_id())

    def again(window: QMainWindow) -> None:
        assert isinstance(window, ProblemWindow)
        assert "Ze staan nu apart" in window.sentence
        window.again.click()

    person = Person((ProblemWindow, again), (FirstWindow, lambda window: window.close()))
    assert app.run_program(place) == 0
    assert len(person.seen) == 2
    assert list((place.folder / "apart").rglob("werkregie.db"))


def test_a_missing_key_is_said_without_words_of_the_command_line(qtbot: QtBot, tmp_path: Path) -> None:
    place = Place(tmp_path / "profiel", tmp_path / "sleutel")
    lay_out(place)
    place.profile.change(Clock(), laptop_id=Clock().new_id())
    (tmp_path / "sleutel").unlink()

    def close(window: QMainWindow) -> None:
        assert isinstance(window, ProblemWindow)
        assert window.sentence == texts.NO_KEY
        window.shut.click()

    person = Person((ProblemWindow, close))
    with pytest.raises(EnvironmentFailure) as caught:
        app.run_program(place)
    assert caught.value.code == "sleutel_ontbreekt"
    assert len(person.seen) == 1
    assert place.profile.database.exists()
