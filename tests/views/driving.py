"""What every test of the window does: keys, words, and the form or question that is open."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.session import Session
from desktop.views.werkgevers.contact_question import ContactQuestion
from desktop.views.werkgevers.employer_form import EmployerForm
from desktop.views.werkgevers.visit_form import VisitForm
from tests.support.practice_laptop import StagedLaptop
from tests.views.conftest import settle

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
CtrlShift = Ctrl | Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def press(qtbot: QtBot, session: Session, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    target = QApplication.focusWidget() or session.window
    QTest.keyClick(target, key, modifier)
    settle(qtbot, session)


def page_key(session: Session, key: str) -> Qt.Key:
    """The figure that, with Ctrl, goes to that page of the rail."""
    keys = [kind.key for kind in session.window.kinds]
    return Qt.Key(Key.Key_1.value + keys.index(key))


def type_words(words_typed: str) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClicks(target, words_typed)


def visit_form(session: Session) -> VisitForm:
    form = session.window.employers.panel
    assert isinstance(form, VisitForm)
    return form


def employer_form(session: Session) -> EmployerForm:
    form = session.window.employers.panel
    assert isinstance(form, EmployerForm)
    return form


def question(session: Session) -> ContactQuestion:
    cards = session.window.findChildren(ContactQuestion)
    assert len(cards) == 1
    return cards[0]


def commands(laptop: StagedLaptop) -> list[str]:
    return [name for name, _ in laptop.done]
