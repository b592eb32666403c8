"""The list of werkgevers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.views.session import Session
from desktop.views.werkgevers.list_pane import ListPane
from tests.support.practice_laptop import CARE, FATIMA, StagedLaptop
from tests.support.scenes.playing import Scene, look, settle

Shift = Qt.KeyboardModifier.ShiftModifier


def pane_of(session: Session) -> ListPane:
    """The list, in sight also where it has the page to itself."""
    session.window.employers.go_back()
    return session.window.employers.list


def with_keys(session: Session, _laptop: StagedLaptop) -> None:
    pane_of(session).focus_rows()
    QTest.keyClick(pane_of(session).view, Qt.Key.Key_Down)


def nothing_found(session: Session, _laptop: StagedLaptop) -> None:
    pane_of(session).search.setText("slagerij jansen")


def filtered(session: Session, _laptop: StagedLaptop) -> None:
    pane = pane_of(session)
    pane.chips.mine.setChecked(True)
    pane.chips.quiet.setChecked(True)
    pane.head.line.sort.picked.emit("laatste_contact")
    settle(session)


def filters(session: Session, laptop: StagedLaptop) -> None:
    filtered(session, laptop)
    pane_of(session).head.open_filters()


def keeping(session: Session, laptop: StagedLaptop) -> None:
    filtered(session, laptop)
    pane_of(session).kept.keep()
    pane_of(session).kept.name_field.setText("Lang geen contact")


def kept_and_changed(session: Session, laptop: StagedLaptop) -> None:
    keeping(session, laptop)
    pane_of(session).kept._name_given()
    settle(session)
    pane_of(session).chips.mine.setChecked(False)
    session.window.toast.hide()


def several(session: Session, _laptop: StagedLaptop) -> None:
    pane = pane_of(session)
    pane.choosing.go_to(3)
    pane.view.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(4):
        QTest.keyClick(pane.view, Qt.Key.Key_Down, Shift)


def columns(session: Session, laptop: StagedLaptop) -> None:
    pane_of(session).head.line.sort.picked.emit("laatste_contact")
    settle(session)
    pane_of(session).arrangement.switch()


def columns_chosen(session: Session, laptop: StagedLaptop) -> None:
    columns(session, laptop)
    settle(session)
    pane_of(session).arrangement.choose_columns()


def changed(session: Session, laptop: StagedLaptop) -> None:
    """A colleague called somebody since: marked, and a newer order on offer."""
    pane = pane_of(session)
    pane.head.line.sort.picked.emit("laatste_contact")
    settle(session)
    call = {"werkgever_id": laptop.id(CARE), "datum": laptop.today().isoformat(), "kanaal": "telefoon"}
    laptop.colleague(FATIMA, "contact.leg_vast", call)
    session.sync.request()
    settle(session)


def coming(session: Session, _laptop: StagedLaptop) -> None:
    """Rows that are not here yet, as in the middle of a long list."""
    pane = pane_of(session)
    first = pane.model.row(0)
    assert first is not None
    pane.reader._filling = True  # as long as its answer is under way
    pane.model.update([first.id], [first])


def show(session: Session, _laptop: StagedLaptop) -> None:
    session.window.show_page("werkgevers")


SCENES = (
    Scene("werkgevers", look),
    Scene("werkgevers-met-toetsen", with_keys),
    Scene("werkgevers-niets-gevonden", nothing_found),
    Scene("werkgevers-gefilterd", filtered),
    Scene("werkgevers-filters", filters),
    Scene("werkgevers-lijst-bewaren", keeping),
    Scene("werkgevers-bewaarde-lijst", kept_and_changed),
    Scene("werkgevers-gekozen", several),
    Scene("werkgevers-kolommen", columns),
    Scene("werkgevers-kolommen-kiezen", columns_chosen),
    Scene("werkgevers-gewijzigd", changed),
    Scene("werkgevers-komt-eraan", coming),
    Scene("werkgevers-leeg", show, at="", empty=True),
)
