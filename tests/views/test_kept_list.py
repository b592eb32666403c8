"""Kept lists: a name in place, another name, an update, away and back."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.errors import EnvironmentFailure
from desktop.models.queries.day_rows import LijstRij
from desktop.views.session import Session
from desktop.views.werkgevers.list_pane import ListPane
from tests.support.practice_laptop import StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Key, commands, press, type_words
from tests.views.listing import pane_of

QUIET = "Mijn stille werkgevers"


def keep(qtbot: QtBot, session: Session, name: str = QUIET) -> ListPane:
    """My quiet werkgevers under that name."""
    pane = pane_of(session)
    pane.chips.mine.click()
    pane.chips.quiet.click()
    settle(qtbot, session)
    pane.kept.link.click()
    assert QApplication.focusWidget() is pane.kept.name_field
    type_words(name)
    press(qtbot, session, Key.Key_Return)
    return pane


def new_lists(laptop: StagedLaptop) -> list[LijstRij]:
    """Those that were not in the region at first."""
    return list(laptop.lijsten()[len(StagedLaptop().lijsten()) :])


def lists(laptop: StagedLaptop) -> list[str]:
    return [row.naam for row in new_lists(laptop)]


def test_a_list_gets_a_name_in_place(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    assert pane_of(session).kept.link.isHidden()  # nothing is chosen: there is nothing to keep
    pane = keep(qtbot, session)
    assert lists(laptop) == [QUIET]
    assert new_lists(laptop)[0].keuze == pane.choice
    assert pane.kept.title == QUIET
    assert pane.kept.isVisible()
    assert session.window.toast.text() == f"Lijst ‘{QUIET}’ bewaard"
    assert laptop.done[-1][1]["keuze"] == {"mijn_regie": True, "dagen_zonder_contact": 60}


def test_a_second_enter_keeps_no_second_list(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    pane = pane_of(session)
    pane.chips.mine.click()
    settle(qtbot, session)
    pane.kept.link.click()
    type_words(QUIET)
    for _ in range(2):
        QTest.keyClick(pane.kept.name_field, Key.Key_Return)
    settle(qtbot, session)
    assert commands(laptop) == ["lijst.bewaar"]
    assert session.window.banner.isHidden()
    assert pane.kept.title == QUIET


def test_without_a_name_or_with_one_that_is_taken_it_says_so(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    pane = keep(qtbot, session)
    pane.clear_filters()
    pane.chips.nobodys.click()
    settle(qtbot, session)
    pane.kept.link.click()
    press(qtbot, session, Key.Key_Return)
    assert pane.kept._form_row.error == "Geef de lijst een naam."
    type_words(QUIET.upper())
    press(qtbot, session, Key.Key_Return)
    assert pane.kept._form_row.error == "Je hebt al een lijst met deze naam."
    press(qtbot, session, Key.Key_Escape)
    assert not pane.kept.name_field.isVisible()
    assert lists(laptop) == [QUIET]


def test_what_differs_from_the_kept_list_is_said_and_can_be_kept(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    pane = keep(qtbot, session)
    pane.chips.quiet.click()
    settle(qtbot, session)
    assert pane.kept._changed_words.text() == f"Gewijzigd ten opzichte van ‘{QUIET}’"
    pane.kept.update_link.click()
    settle(qtbot, session)
    assert new_lists(laptop)[0].keuze == pane.choice
    assert not pane.kept._changed.isVisible()
    pane.head.line.sort.picked.emit("plaats")
    settle(qtbot, session)
    pane.kept.as_new.click()
    type_words("Op plaats")
    press(qtbot, session, Key.Key_Return)
    assert lists(laptop) == [QUIET, "Op plaats"]
    assert pane.kept.title == "Op plaats"


def test_it_can_have_another_name(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    pane = keep(qtbot, session)
    pane.chips.quiet.click()  # what differs is not kept by another name
    pane.kept.rename()
    type_words("Stil")
    press(qtbot, session, Key.Key_Return)
    assert lists(laptop) == ["Stil"]
    assert new_lists(laptop)[0].keuze.geen_contact_sinds is not None
    assert pane.kept.title == "Stil"


def test_a_list_that_goes_leaves_what_is_chosen(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    pane = keep(qtbot, session)
    before = pane.choice
    pane.kept.remove()
    settle(qtbot, session)
    assert lists(laptop) == []
    assert (pane.kept.title, pane.choice) == ("", before)
    assert session.window.toast.text() == f"Lijst ‘{QUIET}’ verwijderd"
    assert session.undo.words == f"Lijst ‘{QUIET}’ verwijderd"


def test_a_list_from_the_rail_opens_with_its_name(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    pane = keep(qtbot, session)
    pane.clear_filters()
    settle(qtbot, session)
    assert pane.kept.title == ""
    kept = new_lists(laptop)[0]
    session.window.open_filter(kept.keuze, kept.naam)
    settle(qtbot, session)
    assert pane.kept.opened == kept
    assert {row.regiehouder_id for row in pane.model.rows()} == {laptop.medewerker_id}


def test_a_list_that_cannot_be_kept_stays_a_name_in_the_field(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    laptop.refuse["lijst.bewaar"] = EnvironmentFailure("schijf_vol")
    session = open_window(laptop)
    pane = keep(qtbot, session)
    assert lists(laptop) == []
    assert pane.kept.name_field.isVisible()
    assert pane.kept.name_field.text() == QUIET
    assert "De schijf is vol." in session.window.banner.text()
