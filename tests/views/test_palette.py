"""The palette: what it finds, what it does, and where the focus goes."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.views.palette import card, matching, open_palette, pick_employer, recents, texts
from desktop.views.palette.card import PaletteCard
from desktop.views.palette.entries import Entry
from desktop.views.session import Session
from tests.support.practice_laptop import (
    BAKERY,
    TIMBER,
    YOUSSEF,
    StagedLaptop,
)
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, press, type_words

Alt = Qt.KeyboardModifier.AltModifier
FRAME = 1 / 60
BEHEERDER = "beheerder"


def palette(session: Session) -> PaletteCard:
    cards = session.window.findChildren(PaletteCard)
    assert len(cards) == 1
    return cards[0]


def entries(session: Session) -> list[Entry]:
    return [line.entry for line in palette(session).model.rows() if line.entry is not None]


def titles(session: Session) -> list[str]:
    return [entry.title for entry in entries(session)]


def search(qtbot: QtBot, session: Session, words: str) -> None:
    press(qtbot, session, Key.Key_K, Ctrl)
    type_words(words)
    settle(qtbot, session)


# -- matching ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("words", "typed", "expected"),
    [
        ("Bezoek vastleggen", "bez", matching.STARTS),
        ("Bezoek vastleggen", "vast", matching.FITS),
        ("Bezoek vastleggen", "vast bez", matching.FITS),
        ("Bezoek vastleggen", "bv", matching.INITIALS),
        ("Menubalk tonen", "balk", None),
        ("Café De Vrije Brink", "CAFE brink", matching.FITS),
        ("Actie maken", "", None),
        ("Actie maken", "a a", None),
    ],
)
def test_each_typed_word_begins_one_of_the_words(words: str, typed: str, expected: int | None) -> None:
    assert matching.rank(words, typed) == expected


def test_what_was_typed_is_marked_where_it_stands() -> None:
    assert matching.marks("Banketbakker Van Rossum", "bakker") == ((6, 12),)
    assert matching.marks("Bakkerij De Lindehof", "lind bak") == ((12, 16), (0, 3))
    assert matching.marks("Café Brink", "cafe") == ((0, 4),)


# -- what it lists -------------------------------------------------------------------------------------
def test_empty_it_shows_what_was_opened_last_and_five_commands(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    for name in (TIMBER, BAKERY):
        laptop.geopend(laptop.id(name))
    session = open_window(laptop)
    press(qtbot, session, Key.Key_K, Ctrl)
    groups = [entry.group for entry in entries(session)]
    assert titles(session)[:2] == ["Bakkerij De Lindehof B.V.", "Houtbouw Eemvallei"]
    assert (groups.count(texts.RECENT), groups.count(texts.DO)) == (2, 5)


def test_a_werkgever_that_is_gone_is_no_longer_recent(open_window: Open) -> None:
    laptop = StagedLaptop()
    laptop.geopend("0190a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b")
    laptop.geopend(laptop.id(BAKERY))
    assert [row.titel for row in laptop.recent()] == ["Bakkerij De Lindehof B.V."]


def test_thirty_werkgevers_are_kept_the_latest_first(open_window: Open) -> None:
    laptop = StagedLaptop()
    ids = [f"0190a1b2-7c3d-7e4f-8a5b-6c7d8e9f{number:04x}" for number in range(40)]
    for one in [*ids, ids[20]]:
        laptop.geopend(one)
    kept = laptop.vensterstand("recent")
    assert kept is not None
    latest = [ids[20], *(one for one in reversed(ids[10:]) if one != ids[20])][:30]
    assert kept["rijen"] == [["werkgever", one] for one in latest]


def test_what_an_older_program_kept_is_still_recent(open_window: Open) -> None:
    laptop = StagedLaptop()
    laptop.bewaar_vensterstand("recent", {"werkgevers": [laptop.id(BAKERY)]})
    assert [row.titel for row in laptop.recent()] == ["Bakkerij De Lindehof B.V."]
    laptop.geopend(laptop.id(TIMBER))
    assert [row.titel for row in laptop.recent()] == ["Houtbouw Eemvallei", "Bakkerij De Lindehof B.V."]


def test_it_finds_werkgevers_people_and_what_can_be_done_there(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    search(qtbot, session, "anouk")
    people = [entry for entry in entries(session) if entry.group == texts.PEOPLE]
    assert [entry.title for entry in people] == ["Anouk de Vries"]
    palette(session).field.setText("linde")
    settle(qtbot, session)
    assert titles(session)[:2] == [
        "Bakkerij De Lindehof B.V.",
        "Bezoek vastleggen bij Bakkerij De Lindehof B.V.",
    ]
    assert titles(session)[-1] == "Nieuwe werkgever ‘linde’…"


def test_a_command_that_begins_so_comes_before_what_only_fits(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    search(qtbot, session, "sneltoetsen")
    assert titles(session)[0] == "Sneltoetsen"
    assert entries(session)[0].keys == "F1"


def test_with_a_greater_than_sign_it_lists_commands_only(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    asked: list[str] = []
    session = open_window(laptop)
    laptop.on_call = asked.append
    search(qtbot, session, ">tekst")
    assert titles(session) == ["Tekst groter", "Tekst kleiner", "Tekst normaal"]
    palette(session).field.setText(">")
    settle(qtbot, session)
    assert {"Bezoek vastleggen", "Afsluiten"} <= set(titles(session))
    assert all(entry.werkgever_id == "" for entry in entries(session))


def test_a_palette_may_begin_with_a_prefix(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    open_palette(session.window, ">op slot")
    settle(qtbot, session)
    assert titles(session) == ["Op slot zetten"]


def test_what_a_person_may_not_do_is_not_there(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(StagedLaptop, "rol", BEHEERDER)
    session = open_window()
    search(qtbot, session, ">maken")
    assert titles(session) == ["Overzicht maken, voor de werkgever", "Ongedaan maken"]  # no "Actie maken"


def test_nothing_found_is_said(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    search(qtbot, session, ">xyzzy")
    assert titles(session) == []
    assert palette(session).nothing.text() == "Niets gevonden. Typ een ander woord, of een deel van de naam."


# -- what it does --------------------------------------------------------------------------------------
def test_enter_opens_the_werkgever(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    search(qtbot, session, "houtbouw")
    press(qtbot, session, Key.Key_Return)
    assert session.window.employers.current_employer() == laptop.id(TIMBER)
    assert session.window.findChildren(PaletteCard) == []


def test_enter_before_the_answer_opens_what_was_typed(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    press(qtbot, session, Key.Key_K, Ctrl)
    type_words("houtbouw")
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, Key.Key_Return)  # nothing was found yet
    settle(qtbot, session)
    settle(qtbot, session)
    assert session.window.employers.current_employer() == laptop.id(TIMBER)


def test_control_enter_logs_a_visit_there(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    search(qtbot, session, "houtbouw")
    press(qtbot, session, Key.Key_Return, Ctrl)
    assert session.window.employers.current_employer() == laptop.id(TIMBER)
    assert session.window.employers.panel is not None


def test_alt_enter_calls(qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    called: list[tuple[str, str]] = []
    monkeypatch.setattr(session.window, "call", lambda *where: called.append(where))
    search(qtbot, session, "anouk")
    press(qtbot, session, Key.Key_Return, Alt)
    assert called == [(laptop.id(BAKERY), laptop.persoon("Anouk de Vries"))]


def test_an_unknown_name_becomes_a_new_werkgever(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_window()
    made: list[str] = []
    monkeypatch.setattr(session.window, "new_employer", made.append)
    search(qtbot, session, "Wijnhandel Zwart")
    press(qtbot, session, Key.Key_Return)
    assert made == ["Wijnhandel Zwart"]


def test_a_command_runs_once_its_keys_work_again(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    search(qtbot, session, ">nu verzenden")
    press(qtbot, session, Key.Key_Return)
    settle(qtbot, session)
    assert session.operations.backend.rounds == 1  # type: ignore[attr-defined]


def test_escape_gives_the_focus_back(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    search_field = session.window.employers.list.search
    search_field.setFocus()
    search(qtbot, session, "bak")
    assert QApplication.focusWidget() is palette(session).field
    press(qtbot, session, Key.Key_Escape)
    assert QApplication.focusWidget() is search_field


def test_arrows_go_past_headings_and_stop_at_the_ends(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    search(qtbot, session, "bakkerij")
    shown = palette(session)
    last = len(shown.model.rows()) - 1
    for _ in range(40):
        QTest.keyClick(shown.field, Key.Key_Down)
    assert shown.view.currentIndex().row() == last
    for _ in range(40):
        QTest.keyClick(shown.field, Key.Key_Up)
    assert shown.view.currentIndex().row() == 1  # below its heading
    assert QApplication.focusWidget() is shown.field


def test_a_row_is_read_out_as_one_sentence(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    search(qtbot, session, ">op slot")
    said = palette(session).model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Op slot zetten, bestand, sneltoets Ctrl Shift L"


def test_choosing_a_werkgever_for_something_else(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop(YOUSSEF)
    session = open_window(laptop)
    chosen: list[str] = []
    pick_employer(session.window, "Bij welke werkgever?", chosen.append)
    settle(qtbot, session)
    assert palette(session).accessibleName() == "Bij welke werkgever?"
    type_words("linde")
    settle(qtbot, session)
    assert {entry.group for entry in entries(session)} <= {texts.EMPLOYERS, texts.PEOPLE}
    press(qtbot, session, Key.Key_Return)
    assert chosen == [laptop.id(BAKERY)]


def test_escape_chooses_nothing(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    chosen: list[str] = []
    pick_employer(session.window, "Bij welke werkgever?", chosen.append)
    settle(qtbot, session)
    press(qtbot, session, Key.Key_Escape)
    assert chosen == []


def test_a_key_takes_no_longer_than_a_frame(qtbot: QtBot, open_window: Open) -> None:
    """Time of the thread itself: how busy the machine is with others does not count."""
    session = open_window()
    press(qtbot, session, Key.Key_K, Ctrl)
    field = palette(session).field
    taken = []
    for letter in "bakkerij":
        begin = time.thread_time()
        QTest.keyClicks(field, letter)
        taken.append(time.thread_time() - begin)
        settle(qtbot, session)
    assert sorted(taken)[len(taken) // 2] < FRAME


def test_the_model_passes_qts_checks(qtbot: QtBot, open_window: Open, qtmodeltester: ModelTester) -> None:
    session = open_window()
    search(qtbot, session, "bakkerij")
    qtmodeltester.check(palette(session).model, force_py=True)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("size", [(1440, 900), (720, 560)])
def test_it_stays_inside_the_window(qtbot: QtBot, open_window: Open, size: tuple[int, int]) -> None:
    session = open_window(size=size)
    search(qtbot, session, ">")
    shown = palette(session)
    assert session.window.rect().contains(shown.geometry())
    assert shown.width() <= 660


def test_a_werkgever_that_stays_in_sight_counts_as_opened(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recents, "SETTLED_MS", 20)
    laptop = StagedLaptop()
    session = open_window(laptop, at=TIMBER)
    qtbot.waitUntil(lambda: [row.titel for row in laptop.recent()][:1] == ["Houtbouw Eemvallei"])
    settle(qtbot, session)


def test_a_kept_list_opens_its_filter(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = StagedLaptop()
    laptop.doe("lijst.bewaar", {"naam": "Zonder regie in Huizen", "keuze": {"zonder_regie": True}})
    session = open_window(laptop)
    opened: list[str] = []
    monkeypatch.setattr(session.window, "open_filter", lambda _keuze, naam: opened.append(naam))
    search(qtbot, session, "regie huizen")
    assert [entry.title for entry in entries(session) if entry.group == texts.LISTS] == [
        "Zonder regie in Huizen"
    ]
    palette(session).view.setCurrentIndex(
        palette(session).model.index(palette(session).model.find(f"lijst:{_list_id(laptop)}"))
    )
    palette(session)._moved = True
    press(qtbot, session, Key.Key_Return)
    assert opened == ["Zonder regie in Huizen"]


def _list_id(laptop: StagedLaptop) -> str:
    return next(one.id for one in laptop.lijsten() if one.naam == "Zonder regie in Huizen")


def test_how_many_were_found_and_the_first_are_said(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(card, "announce", lambda _widget, words: said.append(words))
    session = open_window()
    search(qtbot, session, ">tekst")
    assert said[-1] == "3 gevonden. Tekst groter, beeld, sneltoets Ctrl +"
    QTest.keyClick(palette(session).field, Key.Key_Down)
    assert said[-1] == "Tekst kleiner, beeld, sneltoets Ctrl -"
    palette(session).field.setText(">xyzzy")
    assert said[-1].startswith(texts.NOTHING)
