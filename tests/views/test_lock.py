"""The lock: nothing of the work can be seen, read out or reached, and nothing of it is lost."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop import lock_code
from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.views.lock import texts
from desktop.views.lock.code_card import CodeCard
from desktop.views.lock.lock import Lock
from desktop.views.lock.page import LockPage
from desktop.views.palette import open_palette
from desktop.views.session import Session
from desktop.views.sync_driver import SyncKind
from desktop.views.widgets.fields import FormRow, NoteField
from tests.support.practice_laptop import BAKERY, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, CtrlShift, Key, press, type_words

CODE, WRONG = "zes tekens é", "iets anders"


@pytest.fixture
def laptop() -> Iterator[StagedLaptop]:
    """Karin's; with a code before it is opened, the window would start on the lock."""
    made = StagedLaptop()
    yield made
    made.close()


def coded(qtbot: QtBot, session: Session) -> Session:
    """With a code from here on."""
    session.operations.backend.stel_slot_in(CODE)
    session.window.locking.code_changed()
    settle(qtbot, session)
    return session


def page(session: Session) -> LockPage:
    pages = [one for one in session.window.findChildren(LockPage) if one.isVisible()]
    assert len(pages) == 1
    return pages[0]


def enter(qtbot: QtBot, session: Session, code: str) -> None:
    page(session).code.edit.setText(code)
    press(qtbot, session, Key.Key_Return)


def locked(qtbot: QtBot, session: Session) -> Lock:
    coded(qtbot, session).window.lock()
    settle(qtbot, session)
    assert session.window.locking.locked
    return session.window.locking


def read_out(root: object) -> str:
    """Every name and value that assistive technology finds from here."""
    interface = QAccessible.queryAccessibleInterface(root)  # type: ignore[arg-type]
    found: list[str] = []

    def walk(part: object) -> None:
        found.extend(part.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value))  # type: ignore[attr-defined]
        for number in range(part.childCount()):  # type: ignore[attr-defined]
            child = part.child(number)  # type: ignore[attr-defined]
            if child is not None:
                walk(child)

    walk(interface)
    return "\n".join(found)


# -- the code ------------------------------------------------------------------------------------------
def test_a_code_is_kept_as_a_salted_hash() -> None:
    one, other = lock_code.made(CODE), lock_code.made(CODE)
    assert one != other
    assert one.startswith("scrypt$32768$8$1$")
    assert "tekens" not in one
    assert lock_code.fits(CODE, one)
    assert not lock_code.fits(WRONG, one)


def test_an_accent_may_be_typed_in_two_ways() -> None:
    assert lock_code.fits("zes tekens e\u0301", lock_code.made(CODE))


@pytest.mark.parametrize("code", ["", "12345"])
def test_a_short_code_is_refused(code: str) -> None:
    with pytest.raises(Weigering) as refused:
        lock_code.made(code)
    assert refused.value.code == "slot_te_kort"


def test_each_wrong_code_makes_the_next_wait_longer(laptop: StagedLaptop) -> None:
    laptop.stel_slot_in(CODE)
    waits = []
    for _ in range(10):
        assert not laptop.ontgrendel(WRONG)
        waits.append(laptop.slot_wacht())
        with pytest.raises(Weigering) as refused:
            laptop.ontgrendel(CODE)
        assert refused.value.code == "slot_wacht"
        laptop.moment += timedelta(seconds=waits[-1])
    assert waits == [2, 4, 8, 16, 32, 64, 128, 256, 300, 300]
    assert laptop.ontgrendel(CODE)
    assert laptop.slot_wacht() == 0


def test_a_clock_that_was_set_back_keeps_nobody_out_for_longer(laptop: StagedLaptop) -> None:
    laptop.stel_slot_in(CODE)
    assert not laptop.ontgrendel(WRONG)
    laptop.moment -= timedelta(days=300)
    assert laptop.slot_wacht() == 2


def test_the_code_is_nowhere_in_the_profile(laptop: StagedLaptop) -> None:
    laptop.stel_slot_in(CODE)
    assert laptop.slot_ingesteld()
    for path in laptop.folder.rglob("*"):
        if path.is_file():
            assert CODE.encode() not in path.read_bytes()
    laptop.stel_slot_in(None)
    assert not laptop.slot_ingesteld()


# -- when it locks -------------------------------------------------------------------------------------
def test_it_locks_after_some_minutes_of_rest_and_not_before(
    qtbot: QtBot, open_window: Open, laptop: StagedLaptop
) -> None:
    session = coded(qtbot, open_window(laptop))
    wall = [0.0]
    lock = session.window.locking
    lock._wall = lambda: wall[0]
    lock.set_minutes(5)
    wall[0] = 4 * 60
    QTest.mouseMove(session.window.windowHandle(), QPoint(20, 20))
    wall[0] = 8 * 60
    lock.look()
    assert not lock.locked  # four minutes after the mouse moved
    wall[0] = 9 * 60 + 1
    lock.look()
    assert lock.locked


def test_the_first_touch_after_a_sleep_locks(qtbot: QtBot, open_window: Open, laptop: StagedLaptop) -> None:
    session = coded(qtbot, open_window(laptop))
    wall = [0.0]
    lock = session.window.locking
    lock._wall = lambda: wall[0]
    lock.set_minutes(5)
    wall[0] = 8 * 3600
    QTest.mouseMove(session.window.windowHandle(), QPoint(30, 30))
    assert lock.locked


def test_without_a_code_it_never_locks_by_itself(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    lock = session.window.locking
    lock.set_minutes(1)
    lock._last = -1e9
    lock.look()
    assert not lock.locked


def test_with_a_code_it_starts_on_the_lock(qtbot: QtBot, open_window: Open, laptop: StagedLaptop) -> None:
    laptop.stel_slot_in(CODE)
    session = open_window(laptop)
    assert session.window.locking.locked
    assert session.window.windowTitle() == "Werkregie"
    assert "Karin" not in read_out(session.window)
    assert QApplication.focusWidget() is page(session).code.edit
    enter(qtbot, session, CODE)
    assert "Karin Smit" in read_out(session.window)
    assert QApplication.focusWidget() is not None


def test_a_code_is_asked_for_first_and_then_it_locks(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    press(qtbot, session, Key.Key_L, CtrlShift)
    card = session.window.findChild(CodeCard)
    assert card is not None
    type_words("123")
    press(qtbot, session, Key.Key_Return)
    assert card._code_row.error == texts.hint(6)
    card.code.edit.setText(CODE)
    card.again.edit.setText(WRONG)
    card.keep()
    assert card._again_row.error == texts.AGAIN_DIFFERS
    card.again.edit.setText(CODE)
    press(qtbot, session, Key.Key_Return)
    qtbot.waitUntil(lambda: session.window.locking.locked)
    enter(qtbot, session, CODE)
    assert not session.window.locking.locked


def test_another_code_needs_the_code_of_now(qtbot: QtBot, open_window: Open, laptop: StagedLaptop) -> None:
    session = coded(qtbot, open_window(laptop))
    session.window.locking.choose_code()
    settle(qtbot, session)
    card = session.window.findChild(CodeCard)
    assert card is not None
    card.now.edit.setText(WRONG)
    card.take_away()
    settle(qtbot, session)
    assert card._now_row.error == texts.WRONG_NOW
    laptop.moment += timedelta(seconds=2)
    card.now.edit.setText(CODE)
    card.take_away()
    settle(qtbot, session)
    assert not laptop.slot_ingesteld()


# -- what it hides -------------------------------------------------------------------------------------
def test_nothing_personal_is_in_sight_in_the_title_or_read_out(
    qtbot: QtBot, open_window: Open, laptop: StagedLaptop
) -> None:
    session = open_window(laptop, at=BAKERY)
    open_palette(session.window, "anouk")
    settle(qtbot, session)
    session.messages.done("Bezoek vastgelegd bij Bakkerij De Lindehof B.V.")
    before = read_out(session.window)
    assert "Karin Smit" in before
    locked(qtbot, session)
    after = read_out(session.window)
    for name in ("Karin", "Lindehof", "Anouk", "Gooi", "anouk"):
        assert name not in after
    assert texts.TITLE in after
    assert session.window.windowTitle() == "Werkregie"
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert shown == [session.window]


def test_what_comes_while_it_is_locked_waits_behind_it(
    qtbot: QtBot, open_window: Open, laptop: StagedLaptop
) -> None:
    session = open_window(laptop)
    locked(qtbot, session)
    open_palette(session.window, "anouk")
    session.messages.done("Contact met Anouk de Vries")
    session.window.setWindowTitle("Werkregie – Gooi en Vechtstreek")
    settle(qtbot, session)
    assert "Anouk" not in read_out(session.window)
    assert session.window.windowTitle() == "Werkregie"
    assert QApplication.focusWidget() is page(session).code.edit
    enter(qtbot, session, CODE)
    assert session.window.windowTitle() == "Werkregie – Gooi en Vechtstreek"
    assert session.window.toast.text() == "Contact met Anouk de Vries"


def test_keys_of_the_window_do_nothing_behind_it(
    qtbot: QtBot, open_window: Open, laptop: StagedLaptop
) -> None:
    session = open_window(laptop)
    locked(qtbot, session)
    assert all(not command.action.isEnabled() for command in session.window.commands())
    press(qtbot, session, Key.Key_K, Ctrl)
    assert session.window.locking.locked
    enter(qtbot, session, CODE)
    assert all(command.action.isEnabled() for command in session.window.commands())


def test_nothing_that_was_typed_is_lost(qtbot: QtBot, open_window: Open, laptop: StagedLaptop) -> None:
    session = open_window(laptop, at=BAKERY)
    session.window.log_visit(laptop.id(BAKERY))
    settle(qtbot, session)
    form = session.window.employers.panel
    assert form is not None
    note = form.findChild(NoteField)
    assert note is not None
    note.setFocus()
    type_words("Half af")
    note.moveCursor(QTextCursor.MoveOperation.Left)
    cursor = note.textCursor().position()
    scroll = session.window.employers.list.view.verticalScrollBar()
    scroll.setValue(120)
    errors = [row.error for row in form.findChildren(FormRow)]
    locked(qtbot, session)
    enter(qtbot, session, CODE)
    assert session.window.employers.panel is form
    assert QApplication.focusWidget() is note
    assert (note.toPlainText(), note.textCursor().position()) == ("Half af", cursor)
    assert scroll.value() == 120
    assert [row.error for row in form.findChildren(FormRow)] == errors


def test_an_open_layer_is_there_again_with_its_focus(
    qtbot: QtBot, open_window: Open, laptop: StagedLaptop
) -> None:
    session = open_window(laptop)
    card = open_palette(session.window, "linde")
    settle(qtbot, session)
    place = card.geometry()
    locked(qtbot, session)
    assert not card.isVisible()
    session.window.resize(1300, 800)
    enter(qtbot, session, CODE)
    assert card.isVisible()
    assert QApplication.focusWidget() is card.field
    assert session.window.rect().contains(card.geometry())
    assert card.geometry().width() == place.width()
    assert not session.window._commands.all()[0].action.isEnabled()  # the palette still holds the keys


def test_sync_goes_on_behind_it(qtbot: QtBot, open_window: Open, laptop: StagedLaptop) -> None:
    session = open_window(laptop)
    locked(qtbot, session)
    session.sync.request()
    qtbot.waitUntil(lambda: session.sync.state.kind is SyncKind.UPDATED)
    settle(qtbot, session)
    assert laptop.rounds == 1
    assert session.window.locking.locked


# -- opening it ----------------------------------------------------------------------------------------
def test_a_wrong_code_is_said_and_the_wait_counts_down(
    qtbot: QtBot, open_window: Open, laptop: StagedLaptop
) -> None:
    session = open_window(laptop)
    locked(qtbot, session)
    enter(qtbot, session, WRONG)
    row = page(session)._code_row
    assert row.error == "Dit is niet de code. Over 2\u00a0seconden kun je weer proberen."
    press(qtbot, session, Key.Key_Return)
    assert row.error == "Nog 2\u00a0seconden wachten."
    page(session)._count_down()
    assert row.error == "Nog 1\u00a0seconde wachten."
    page(session)._count_down()
    assert row.error == ""
    laptop.moment += timedelta(seconds=2)
    enter(qtbot, session, CODE)
    assert not session.window.locking.locked


def test_nothing_typed_says_so(qtbot: QtBot, open_window: Open, laptop: StagedLaptop) -> None:
    session = open_window(laptop)
    locked(qtbot, session)
    press(qtbot, session, Key.Key_Return)
    assert page(session)._code_row.error == texts.EMPTY


def test_a_code_may_be_pasted_and_shown(qtbot: QtBot, open_window: Open, laptop: StagedLaptop) -> None:
    session = open_window(laptop)
    locked(qtbot, session)
    field = page(session).code
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password
    QGuiApplication.clipboard().setText(CODE)
    QTest.keyClick(field.edit, Key.Key_V, Ctrl)
    assert field.text() == CODE
    QTest.mouseClick(field._switch, Qt.MouseButton.LeftButton)
    assert field.edit.echoMode() is QLineEdit.EchoMode.Normal
    press(qtbot, session, Key.Key_Tab)
    page(session).open_button.click()
    settle(qtbot, session)
    assert not session.window.locking.locked
    QGuiApplication.clipboard().clear()


def test_a_forgotten_code_goes_with_a_fresh_code_of_the_same_person(
    qtbot: QtBot, open_window: Open, laptop: StagedLaptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []
    answers: list[Callable[[], None]] = [
        _raises(EnvironmentFailure("centrum_onbereikbaar")),
        _raises(Weigering("slot_code_van_ander")),
        lambda: laptop.stel_slot_in(None),
    ]

    def recover(code: str) -> None:
        tried.append(code)
        answers.pop(0)()

    monkeypatch.setattr(laptop, "herstel_slot", recover)
    session = open_window(laptop)
    locked(qtbot, session)
    page(session).forgotten.click()
    field = page(session).enrol_code
    assert QApplication.focusWidget() is field
    expected = [
        "Het werkcentrum is nu niet te bereiken. Je werk staat veilig op deze laptop.",
        "Deze aanmeldcode is van een collega. Vraag de beheerder om een code voor jou.",
    ]
    for sentence in expected:
        field.setText(" ABCD-EFGH ")
        press(qtbot, session, Key.Key_Return)
        assert page(session)._enrol_row.error == sentence
    press(qtbot, session, Key.Key_Return)
    assert tried == ["ABCD-EFGH"] * 3
    assert not session.window.locking.locked
    assert session.window.banner.text() == texts.REMOVED


def _raises(error: Exception) -> Callable[[], None]:
    def call() -> None:
        raise error

    return call
