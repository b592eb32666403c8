"""The list of werkgevers as a person uses it: type, filter, choose, and nothing moves by itself."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.queries.ids import Ids
from desktop.models.queries.werkgever_rows import EerstePagina, WerkgeverFilter
from desktop.reading import Reading
from desktop.views.tables.rows import RowRole
from desktop.views.werkgevers import list_pane
from desktop.views.werkgevers.filter_card import FilterCard
from desktop.views.werkgevers.list_pane import ListPane
from desktop.views.werkgevers.list_sentence import SentencePart
from tests.support.practice_laptop import BAKERY, CARE, FATIMA, TIMBER, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, press, type_words
from tests.views.listing import names, on_rows, pane_of, sync

Shift = Qt.KeyboardModifier.ShiftModifier
ALL = 60


# -- filters ---------------------------------------------------------------------------------------------


def test_the_sentence_says_what_is_chosen_and_each_part_goes_with_a_press(
    qtbot: QtBot, open_window: Open
) -> None:
    session = open_window()
    pane = pane_of(session)
    assert pane.head.sentence.isHidden()
    pane.chips.mine.click()
    pane.chips.quiet.click()
    settle(qtbot, session)
    assert pane.head.sentence.words() == ("Jouw werkgevers", "zonder contact sinds 18\u00a0september")
    assert pane.head.sentence.accessibleName().endswith(", op naam")
    assert pane.count.text() == "9\u00a0werkgevers"
    mine = pane.head.sentence.findChildren(SentencePart)[0]
    assert mine.accessibleName() == "Jouw werkgevers, weghalen"
    mine.setFocus()
    press(qtbot, session, Key.Key_Delete)
    assert pane.head.sentence.words() == ("Werkgevers", "zonder contact sinds 18\u00a0september")
    assert not pane.chips.mine.isChecked()
    assert pane.chips.quiet.isChecked()
    assert isinstance(QApplication.focusWidget(), SentencePart)


def test_behind_filters_everything_holds_at_once(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    pane = pane_of(session)
    pane.head.more.click()
    card = session.window.findChild(FilterCard)
    assert card is not None
    card.colleague.set_value(laptop.medewerker("Fatima"))
    card.gemeente.set_value("0406")
    settle(qtbot, session)
    assert pane.head.sentence.words() == ("Werkgevers", "van Fatima El Idrissi", "in Huizen")
    assert {(row.regiehouder, row.gemeente) for row in pane.model.rows()} == {("Fatima El Idrissi", "Huizen")}
    card.days.setText("30")
    card.actions_only.click()
    settle(qtbot, session)
    assert pane.choice.met_open_acties
    assert pane.head.more.accessibleName() == "Filters: 3"
    card.clear.click()
    settle(qtbot, session)
    assert pane.is_unfiltered()
    assert pane.model.total == ALL
    press(qtbot, session, Key.Key_Escape)
    assert session.window.findChild(FilterCard) is None or not card.isVisible()


def test_the_order_is_chosen_in_a_menu_and_remembered(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    pane = pane_of(session)
    pane.head.line.sort.picked.emit("laatste_contact")
    settle(qtbot, session)
    assert pane.head.line.sort.text() == "op laatste contact"
    assert [row.laatste_contact for row in pane.model.rows()[:3]] == sorted(
        (row.laatste_contact for row in pane.model.rows()[:3] if row.laatste_contact), reverse=True
    )
    assert laptop.vensterstand("werkgevers")["volgorde"] == "laatste_contact"  # type: ignore[index]
    again = pane_of(open_window(laptop))
    assert again.choice.sortering == "laatste_contact"
    assert again.model.rows()[0].laatste_contact is not None


def test_nothing_is_found_only_when_everything_was_looked_through(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A keystroke looks at the newest notes; a first page without rows waits for the rest."""
    laptop = StagedLaptop()
    session = open_window(laptop)
    pane = pane_of(session)
    settle(qtbot, session)
    monkeypatch.setattr(laptop, "eerste_werkgevers", lambda *_: EerstePagina((), geheel=False))
    totals: list[int] = []
    pane.loaded.connect(totals.append)
    pane.search.setFocus()
    type_words("bakkerij")
    settle(qtbot, session)
    assert names(pane)
    assert all("bakkerij" in naam.lower() for naam in names(pane))
    assert pane.reader.is_whole
    assert 0 not in totals


def test_of_very_many_it_says_that_there_are_more(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are counted up to one more than the most."""
    monkeypatch.setattr(list_pane, "MOST_FOUND", 2)
    monkeypatch.setattr(StagedLaptop, "werkgever_ids", _three_of_them)
    session = open_window()
    pane = pane_of(session)
    settle(qtbot, session)
    assert pane.count.text() == "60\u00a0werkgevers"
    pane.search.setFocus()
    type_words("b")
    settle(qtbot, session)
    assert pane.count.text() == "meer dan 2\u00a0werkgevers"


def _three_of_them(laptop: StagedLaptop, choice: WerkgeverFilter) -> Ids:
    return (
        Reading.werkgever_ids(laptop, choice)[:3] if choice.tekst else Reading.werkgever_ids(laptop, choice)
    )


def test_an_empty_search_says_what_was_searched_and_what_to_do(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    pane = pane_of(session)
    pane.chips.mine.click()
    pane.search.setFocus()
    type_words("jansen")
    settle(qtbot, session)
    assert pane.nothing.isVisible()
    assert pane.nothing.state.words.text() == (
        "Er is gezocht naar ‘jansen’ op naam, plaats en KvK-nummer, binnen je filters."
    )
    assert pane.nothing.add.text() == "Nieuwe werkgever ‘jansen’"
    wanted: list[str] = []
    pane.wants_new.disconnect()
    pane.wants_new.connect(wanted.append)
    pane.nothing.add.click()
    assert wanted == ["jansen"]
    pane.clear_filters()
    settle(qtbot, session)
    assert (pane.search.text(), pane.model.total) == ("", ALL)


def test_letters_on_the_rows_begin_a_search_and_down_goes_back(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    pane = on_rows(qtbot, session)
    type_words("z")
    assert QApplication.focusWidget() is pane.search
    type_words("wem")
    settle(qtbot, session)
    assert names(pane) == ["Zwembad De Waterspin"]
    press(qtbot, session, Key.Key_Down)
    assert QApplication.focusWidget() is pane.view
    assert session.window.employers.detail.werkgever_id == pane.model.rows()[0].id


def test_only_the_newest_search_is_shown(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    pane = pane_of(session)
    pane.search.setFocus()
    type_words("bakkerij")
    settle(qtbot, session)
    assert names(pane) == ["Bakkerij De Lindehof B.V.", "Bakkerij Mulder en Dochters"]


def test_a_filter_from_elsewhere_comes_with_its_name(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    session.window.open_filter(WerkgeverFilter(zonder_regie=True), "Nog van niemand")
    settle(qtbot, session)
    pane = pane_of(session)
    assert pane.kept.title == "Nog van niemand"
    assert pane.kept.isVisible()
    assert {row.regiehouder_id for row in pane.model.rows()} == {None}
    pane.chips.quiet.click()
    settle(qtbot, session)
    assert pane.kept.title == ""  # it is another list now


def test_tab_goes_from_top_to_bottom_also_after_filters_came(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    pane = pane_of(session)
    pane.chips.mine.click()
    pane.chips.quiet.click()
    settle(qtbot, session)
    pane.search.setFocus()
    walked: list[str] = []
    while QApplication.focusWidget() is not pane.view and len(walked) < 20:
        press(qtbot, session, Key.Key_Tab)
        here = QApplication.focusWidget()
        assert here is not None
        walked.append(here.accessibleName())
    assert walked == [
        "Filters",
        "Mijn regie",
        "Zonder regie",
        "Lang geen contact",
        "Jouw werkgevers, weghalen",
        "zonder contact sinds 18\u00a0september, weghalen",
        "Deze lijst bewaren",
        "Volgorde: op naam",
        "Lijst van werkgevers",
    ]


# -- choosing several ------------------------------------------------------------------------------------


def chosen(pane: ListPane) -> Sequence[str]:
    return [row.naam for row in pane.model.rows() if row.id in pane.choosing.ids()]


def test_several_are_chosen_with_the_keyboard_and_let_go_with_esc(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    pane = on_rows(qtbot, session, 3)
    press(qtbot, session, Key.Key_Down, Shift)
    press(qtbot, session, Key.Key_Down, Shift)
    assert len(chosen(pane)) == 3
    assert pane.bar.isVisible()
    assert pane.bar.count.text() == "3 gekozen"
    assert session.window.employers._several.title.text() == "3\u00a0werkgevers gekozen"
    assert session.window.employers._several.isVisible()
    press(qtbot, session, Key.Key_A, Ctrl)
    assert pane.bar.count.text() == "60 gekozen"
    press(qtbot, session, Key.Key_Escape)
    assert not pane.bar.isVisible()
    assert session.window.employers.detail.isVisible()


def test_all_that_the_filter_leaves_can_be_worked_on(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    pane = on_rows(qtbot, session)
    pane.chips.mine.click()
    settle(qtbot, session)
    pane.focus_rows()
    press(qtbot, session, Key.Key_A, Ctrl)
    asked: list[Sequence[str]] = []
    session.window.make_action = asked.append  # type: ignore[method-assign,assignment]
    pane.work.make_action()
    assert asked == [tuple(row.id for row in pane.model.rows())]


def test_names_and_numbers_are_copied_as_a_table(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    pane = pane_of(session)
    pane.search.setText("bakkerij")
    settle(qtbot, session)
    pane.focus_rows()
    press(qtbot, session, Key.Key_A, Ctrl)
    press(qtbot, session, Key.Key_C, Ctrl)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text().splitlines()[:2] == ["Naam\tKvK-nummer", "Bakkerij De Lindehof B.V.\t69599084"]
    assert "<td>Bakkerij Mulder en Dochters</td>" in copied.html()
    assert session.window.toast.text() == "2\u00a0werkgevers gekopieerd"


def test_the_chosen_are_exported_in_their_order(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    session = open_window()
    pane = pane_of(session)
    pane.search.setText("bakkerij")
    settle(qtbot, session)
    pane.choosing.choose_all()
    place = tmp_path / "werkgevers.csv"
    pane.work.export_to(str(place))
    settle(qtbot, session)
    lines = place.read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 3
    assert "Bakkerij De Lindehof B.V." in lines[1]
    assert session.window.toast.text() == "2\u00a0werkgevers geëxporteerd"


# -- what a round brings ---------------------------------------------------------------------------------


def test_what_a_colleague_did_is_marked_and_moves_nothing(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop, size=(1440, 640))
    pane = on_rows(qtbot, session)
    pane.head.line.sort.picked.emit("laatste_contact")
    settle(qtbot, session)
    pane.select(laptop.id(TIMBER))
    settle(qtbot, session)
    before = names(pane)
    pane.view.verticalScrollBar().setValue(100)
    care = laptop.id(CARE)
    call = {"werkgever_id": care, "datum": laptop.today().isoformat(), "kanaal": "telefoon"}
    laptop.colleague(FATIMA, "contact.leg_vast", call)
    sync(qtbot, session)
    assert names(pane) == before
    assert pane.view.verticalScrollBar().value() == 100
    assert pane.choosing.current == pane.model.find(laptop.id(TIMBER))
    assert pane.model.changed == {care}
    row = pane.model.index(pane.model.find(care), 0)
    assert row.data(RowRole).laatste_contact == laptop.today()
    assert row.data(Qt.ItemDataRole.AccessibleTextRole).endswith("gewijzigd")
    assert pane.head.line.offer.text() == "Andere volgorde, lijst verversen"
    pane.head.line.offer.click()
    settle(qtbot, session)
    assert names(pane)[0] == "Zorggroep Heidezicht"
    assert not pane.head.line.offer.isVisible()
    assert pane.choosing.current == pane.model.find(laptop.id(TIMBER))
    pane.select(care)
    assert pane.model.changed == set()


def test_a_new_werkgever_of_a_colleague_is_offered_and_one_of_mine_is_there(
    qtbot: QtBot, open_window: Open
) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    pane = on_rows(qtbot, session, 5)
    current = pane.model.id_at(5)
    laptop.colleague("Joost", "werkgever.registreer", {"naam": "Aannemer Almere"})
    sync(qtbot, session)
    assert pane.model.total == ALL
    assert pane.head.line.offer.text() == "1 nieuwe, lijst verversen"
    pane.head.line.offer.click()
    settle(qtbot, session)
    assert (pane.model.total, names(pane)[0]) == (ALL + 1, "Aannemer Almere")
    assert pane.model.id_at(pane.choosing.current) == current
    outcome = laptop.doe("werkgever.registreer", {"naam": "Aardappelboer Blaricum"})
    session.operations.broadcast(outcome.changes, session)
    settle(qtbot, session)
    assert names(pane)[:2] == ["Aannemer Almere", "Aardappelboer Blaricum"]
    assert not pane.head.line.offer.isVisible()
    assert pane.model.id_at(pane.choosing.current) == current


def test_what_i_sent_myself_is_not_marked(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop, at=CARE)
    pane = pane_of(session)
    day = laptop.today().isoformat()
    outcome = laptop.doe(
        "contact.leg_vast", {"werkgever_id": laptop.id(BAKERY), "datum": day, "kanaal": "bezoek"}
    )
    session.operations.broadcast(outcome.changes, session)
    settle(qtbot, session)
    assert pane.model.row_of(laptop.id(BAKERY)).wacht  # type: ignore[union-attr]
    sync(qtbot, session)
    assert not pane.model.row_of(laptop.id(BAKERY)).wacht  # type: ignore[union-attr]
    assert pane.model.changed == set()


def test_an_empty_list_is_filled_without_asking(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    pane = pane_of(session)
    pane.search.setText("aannemer almere")
    settle(qtbot, session)
    assert pane.nothing.isVisible()
    laptop.colleague("Joost", "werkgever.registreer", {"naam": "Aannemer Almere"})
    sync(qtbot, session)
    assert names(pane) == ["Aannemer Almere"]
    assert pane.view.isVisible()
    assert not pane.head.line.offer.isVisible()
