"""The one table of commands: keys that mean one thing, keys of one's own, the sheet, and rights."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views import shortcuts
from desktop.views.instellingen import own_keys, texts
from desktop.views.instellingen.key_card import KeyCard
from desktop.views.instellingen.sheet import KeySheet
from desktop.views.session import Session
from tests.support.practice_laptop import StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, press, type_words

Alt, Shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _own_keys_end_with_the_test() -> Iterator[None]:
    yield
    shortcuts.use({})


def sheet(session: Session) -> KeySheet:
    (card,) = session.window.findChildren(KeySheet)
    return card


def key_card(session: Session) -> KeyCard:
    (card,) = session.window.findChildren(KeyCard)
    return card


# -- the table ---------------------------------------------------------------------------------------
def test_no_key_means_two_things() -> None:
    keys = Counter(keys for shortcut in shortcuts.ALL for keys in shortcut.keys)
    assert [key for key, times in keys.items() if times > 1] == []


def test_no_command_is_in_the_table_twice() -> None:
    names = Counter(shortcut.key for shortcut in shortcuts.ALL)
    assert set(names.values()) == {1}


def test_keys_read_as_on_the_key_caps() -> None:
    assert shortcuts.VISIT.shown == "Ctrl N"
    assert shortcuts.LARGER.shown == "Ctrl +"
    assert shortcuts.NEXT.shown == "Ctrl PgDn"
    assert shortcuts.SAVE.shown == "Ctrl Enter"
    assert shortcuts.LOGS.shown == ""


# -- what may be a key -------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("key", "modifiers", "keys"),
    [
        (Qt.Key.Key_J, Ctrl, "Ctrl+J"),
        (Qt.Key.Key_Plus, Ctrl, "Ctrl++"),
        (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier, "F8"),
        (Qt.Key.Key_Left, Alt, "Alt+Left"),
        (Qt.Key.Key_5, Ctrl | Qt.KeyboardModifier.KeypadModifier, "Ctrl+5"),
        (Qt.Key.Key_Control, Ctrl, ""),
    ],
)
def test_what_was_pressed_in_notation(key: Qt.Key, modifiers: Qt.KeyboardModifier, keys: str) -> None:
    assert own_keys.notation(QKeyCombination(modifiers, key)) == keys


@pytest.mark.parametrize(
    ("keys", "wrong"),
    [
        ("J", texts.NEEDS_MODIFIER),
        ("Shift+J", texts.NEEDS_MODIFIER),
        ("Space", texts.NEEDS_MODIFIER),
        ("Ctrl+Alt+E", texts.ALT_GR),
        ("Ctrl+C", "Ctrl C is om te kopiëren. Neem andere toetsen."),
        ("Ctrl+J", ""),
        ("Ctrl++", ""),
        ("F8", ""),
        ("Ctrl+Alt+F8", ""),
    ],
)
def test_what_cannot_be_a_key_is_said(keys: str, wrong: str) -> None:
    assert own_keys.problem(keys) == wrong


def test_taking_over_a_key_leaves_the_other_without_and_back_is_back() -> None:
    chosen = own_keys.with_keys({}, shortcuts.CALL, ("Ctrl+N",))
    shortcuts.use(chosen)
    assert (shortcuts.CALL.keys, shortcuts.VISIT.keys) == (("Ctrl+N",), ("Ctrl+B",))
    shortcuts.use(own_keys.with_keys(chosen, shortcuts.VISIT, shortcuts.VISIT.default))
    assert (shortcuts.CALL.keys, shortcuts.VISIT.keys) == ((), ("Ctrl+N", "Ctrl+B"))


# -- in the window -----------------------------------------------------------------------------------
def test_every_command_of_the_table_is_an_action_with_its_keys(open_window: Open) -> None:
    session = open_window()
    actions = {command.shortcut.key: command.action for command in session.window.commands()}
    pages = [shortcut.key for shortcut in shortcuts.PAGES[len(session.window.kinds) :]]
    in_the_rail = {shortcuts.REPORTS.key}
    of_others = {
        one.key
        for one in (
            *(shortcuts.NEW_CANDIDATE, shortcuts.NEW_PLACEMENT, shortcuts.PUT_FORWARD),
            *(shortcuts.BY_NUMBER, shortcuts.SCHEDULE, shortcuts.WERKFIT),
        )
    }
    known = {shortcut.key for shortcut in shortcuts.ALL}
    assert set(actions) == known - set(pages) - in_the_rail - of_others
    for command in session.window.commands():
        assert command.action.shortcuts() == command.shortcut.sequences


def test_the_sheet_finds_by_words_and_by_keys(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    press(qtbot, session, Key.Key_F1)
    type_words("bellen")
    settle(qtbot, session)
    assert [line.title for line in sheet(session).model.rows()] == ["Werkgever", "Bellen"]
    sheet(session).search.setText("ctrl l")
    titles = [line.title for line in sheet(session).model.rows()]
    assert "Bellen" in titles
    assert "Zoek werkgevers" not in titles
    sheet(session).search.setText("bestaat niet")
    assert sheet(session).nothing.isVisible()
    assert not sheet(session).change_button.isVisible()
    press(qtbot, session, Key.Key_Escape)


def test_a_row_is_read_out_whole(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    press(qtbot, session, Key.Key_F1)
    model = sheet(session).model
    index = model.index(model.find(shortcuts.VISIT.key))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Bezoek vastleggen, Ctrl N of Ctrl B"
    press(qtbot, session, Key.Key_Escape)


def test_another_key_by_keyboard_alone(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    press(qtbot, session, Key.Key_F1)
    type_words("bellen")
    press(qtbot, session, Key.Key_Down)
    press(qtbot, session, Key.Key_Return)
    press(qtbot, session, Key.Key_K, Ctrl)
    card = key_card(session)
    assert card.field.text() == "Ctrl K"
    assert "hoort bij Zoek of doe iets" in card.taken.text()
    press(qtbot, session, Key.Key_J, Ctrl)
    assert not card.taken.isVisible()
    press(qtbot, session, Key.Key_J, Shift)
    assert card.row.error == texts.NEEDS_MODIFIER
    press(qtbot, session, Key.Key_J, Ctrl)
    card.keep_button.setFocus()
    press(qtbot, session, Key.Key_Space)
    assert shortcuts.CALL.keys == ("Ctrl+J",)
    assert laptop.vensterstand("sneltoetsen") == {"bel": ["Ctrl+J"]}
    assert isinstance(QApplication.focusWidget(), type(sheet(session).view))
    (line,) = [line for line in sheet(session).model.rows() if line.shortcut is shortcuts.CALL]
    assert (line.keys, line.own) == (("Ctrl J",), True)
    assert "Ctrl J" in session.window.employers.detail.header.call_button.toolTip()
    sheet(session).all_back.click()
    settle(qtbot, session)
    assert shortcuts.CALL.keys == ("Ctrl+L",)
    press(qtbot, session, Key.Key_Escape)


def test_own_keys_work_the_next_time(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    laptop.bewaar_vensterstand("sneltoetsen", {"sneltoetsen": ["F9"], "bestaat_niet": ["F8"]})
    session = open_window(laptop)
    press(qtbot, session, Key.Key_F9)
    assert sheet(session).isVisible()
    press(qtbot, session, Key.Key_Escape)


def test_a_bemiddelaar_has_no_command_that_is_refused(open_window: Open) -> None:
    from desktop.models.rights import MAY_DO

    session = open_window(StagedLaptop("youssef"))
    rights = [command.shortcut.right for command in session.window.commands() if command.shortcut.right]
    assert rights
    assert all("bemiddelaar" in MAY_DO[right] for right in rights)


@pytest.mark.parametrize("key", [Key.Key_K, Key.Key_B, Key.Key_T])
def test_keys_of_the_window_work_while_a_field_has_the_focus(
    qtbot: QtBot, open_window: Open, key: Qt.Key
) -> None:
    session = open_window()
    press(qtbot, session, Key.Key_F, Ctrl)
    fired: list[str] = []
    names = {Key.Key_K: "palet", Key.Key_B: "bezoek", Key.Key_T: "actie"}
    (action,) = [c.action for c in session.window.commands() if c.shortcut.key == names[key]]
    action.triggered.disconnect()
    action.triggered.connect(lambda: fired.append(names[key]))
    press(qtbot, session, key, Ctrl)
    assert fired == [names[key]]
