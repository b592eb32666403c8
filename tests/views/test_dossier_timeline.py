"""The timeline on the screen: pages, what colleagues bring, chips that are kept, and the menu of an entry."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.views import mnemonics
from desktop.views.session import Session
from desktop.views.tables.rows import RowRole
from desktop.views.werkgevers.correct_form import CorrectForm
from desktop.views.werkgevers.timeline_entry import PINNED, Entry
from desktop.views.werkgevers.timeline_model import TimelineModel
from desktop.views.werkgevers.timeline_view import TimelineView
from tests.support.builders import new_id
from tests.support.practice_laptop import BAKERY, CARE, FATIMA, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, commands, press

Shift = Qt.KeyboardModifier.ShiftModifier
MANY = 130


def with_many(who: str = "karin") -> StagedLaptop:
    """A werkgever where more happened than one page holds."""
    backend = StagedLaptop(who)
    for number in range(MANY):
        day = date(2026, 11, 15) - timedelta(days=number)
        contact = {"werkgever_id": backend.id(BAKERY), "datum": day.isoformat(), "kanaal": "telefoon"}
        backend.colleague("Fatima", "contact.leg_vast", contact | {"notitie": f"Gesprek {number}"})
    backend.arrive()
    return backend


def timeline(session: Session) -> TimelineView:
    return session.window.employers.detail.timeline


def entry(session: Session, **wanted: str) -> Entry:
    """The first entry of the days with these words that is not pinned."""
    rows = timeline(session).rows.rows()
    fitting = (one for one in rows if all(getattr(one, name) == value for name, value in wanted.items()))
    return next(
        one for one in fitting if not (one.id.startswith(PINNED) or getattr(one.row, "vastgezet", False))
    )


def pinned(session: Session) -> set[str]:
    return {one.row_id for one in timeline(session).rows.rows() if one.id.startswith(PINNED)}


def stand_on(session: Session, found: Entry) -> None:
    view = timeline(session)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    view.setCurrentIndex(view.rows.index(view.rows.find(found.id)))


def open_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def words(menu: QMenu) -> list[str]:
    return [mnemonics.bare(action.text()) for action in menu.actions()]


def choose(qtbot: QtBot, session: Session, text: str) -> None:
    menu = open_menu()
    next(action for action in menu.actions() if mnemonics.bare(action.text()) == text).trigger()
    menu.close()
    settle(qtbot, session)


def tops(view: TimelineView) -> dict[str, int]:
    """Where the entries in view stand on the screen."""
    height = view.viewport().height()
    found = {}
    for number, one in enumerate(view.rows.rows()):
        top = view.visualRect(view.rows.index(number)).top()
        if 0 <= top < height and not one.is_repeated:
            found[one.id] = top
    return found


# -- the model ----------------------------------------------------------------------------------------


def entries(*ids: str, note: str = "") -> Sequence[Entry]:
    return [Entry(one, "entry", one, note=note) for one in ids]


def test_a_merge_takes_no_row_out_that_stays(qtmodeltester: ModelTester) -> None:
    model = TimelineModel()
    model.replace(entries("a", "b", "c", "d"))
    kept = QPersistentModelIndex(model.index(2))
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.merge(entries("new", "a", "c", "d", "e", "f"))
    assert [one.id for one in model.rows()] == ["new", "a", "c", "d", "e", "f"]
    assert kept.data(RowRole).id == "c"
    assert resets == []
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]


def test_a_merge_tells_only_of_rows_that_say_something_else() -> None:
    model = TimelineModel()
    model.replace([*entries("a"), *entries("b")])
    told: list[int] = []
    model.dataChanged.connect(lambda first, _last, _roles: told.append(first.row()))
    model.merge([*entries("a"), *entries("b", note="anders")])
    assert told == [1]


# -- pages --------------------------------------------------------------------------------------------


def test_pages_come_as_one_goes_down_and_nothing_moves(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(with_many(), at=BAKERY)
    view = timeline(session)
    first = view.rows.rowCount()
    assert first < MANY
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    before = tops(view)
    settle(qtbot, session)
    assert view.rows.rowCount() > first
    assert tops(view) == before
    while f"Gesprek {MANY - 1}" not in {one.note for one in view.rows.rows()}:
        bar.setValue(bar.maximum())
        settle(qtbot, session)
    notes = [one.note for one in view.rows.rows()]
    assert {f"Gesprek {number}" for number in range(MANY)} <= set(notes)
    assert len({one.id for one in view.rows.rows()}) == view.rows.rowCount()


def test_what_a_colleague_brings_is_marked_and_moves_nothing(qtbot: QtBot, open_window: Open) -> None:
    backend = with_many()
    session = open_window(backend, at=BAKERY)
    view = timeline(session)
    view.verticalScrollBar().setValue(900)
    stand_on(session, entry(session, note="Gesprek 9"))
    before, current = tops(view), view.currentIndex().data(RowRole).id
    contact = {"werkgever_id": backend.id(BAKERY), "datum": "2026-11-17", "tijd": "09:50"}
    backend.colleague("Fatima", "contact.leg_vast", contact | {"kanaal": "bezoek", "notitie": "Net geweest"})
    session.sync.request()
    settle(qtbot, session)
    qtbot.waitUntil(lambda: any(one.fresh for one in view.rows.rows()))
    assert tops(view) == before
    assert view.currentIndex().data(RowRole).id == current
    fresh = [one for one in view.rows.rows() if one.fresh]
    assert [(one.note, one.marks) for one in fresh] == [("Net geweest", ("nieuw", "buiten de regie"))]
    button = session.window.employers.detail.pane.new_above
    assert button.text() == "1 nieuwe regel bovenaan"
    button.click()
    assert not button.isVisible()


def test_at_the_top_too_a_round_pushes_nothing_away(qtbot: QtBot, open_window: Open) -> None:
    backend = with_many()
    session = open_window(backend, at=BAKERY)
    view = timeline(session)
    before = tops(view)
    contact = {"werkgever_id": backend.id(BAKERY), "datum": "2026-11-17", "kanaal": "brief"}
    backend.colleague("Fatima", "contact.leg_vast", contact)
    session.sync.request()
    settle(qtbot, session)
    qtbot.waitUntil(lambda: any(one.fresh for one in view.rows.rows()))
    assert {one: top for one, top in tops(view).items() if one in before} == before


def test_what_i_did_myself_is_seen_at_the_top(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(at=BAKERY)
    session.window.actions_of_employers.log_visit()
    session.window.employers.save_panel()
    settle(qtbot, session)
    view = timeline(session)
    assert view.verticalScrollBar().value() == 0
    assert entry(session, title="Bezoek").waits
    assert not any(one.fresh for one in view.rows.rows())


# -- chips --------------------------------------------------------------------------------------------


def test_chips_narrow_the_timeline_and_are_kept(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    chips = session.window.employers.detail.pane.chips
    chips.chips["wijzigingen"].click()
    settle(qtbot, session)
    assert {one.kind for one in timeline(session).rows.rows()} <= {"group", "change", "entry"}
    assert "Bezoek" not in {one.title for one in timeline(session).rows.rows()}
    chips.chips["regie"].click()
    settle(qtbot, session)
    assert chips.chosen() == ("regie", "wijzigingen")
    assert "Regie genomen" in {one.title for one in timeline(session).rows.rows()}
    again = open_window(backend, at=BAKERY)
    assert again.window.employers.detail.pane.chips.chosen() == ("regie", "wijzigingen")
    again.window.employers.detail.pane.chips.chips["alles"].click()
    settle(qtbot, again)
    assert "Bezoek" in {one.title for one in timeline(again).rows.rows()}


def test_nothing_of_a_kind_says_so_and_shows_a_way_out(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(at="Accountants De Rekenkamer")
    pane = session.window.employers.detail.pane
    pane.chips.chips["afspraken"].click()
    settle(qtbot, session)
    assert pane._empty.isVisible()
    pane._show_all.click()
    settle(qtbot, session)
    assert pane.chips.chosen() == ("alles",)


# -- the menu of an entry -----------------------------------------------------------------------------


def test_the_menu_opens_by_keyboard_with_what_i_may_do(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(at=BAKERY)
    stand_on(session, entry(session, title="Bezoek"))
    press(qtbot, session, Key.Key_Return)
    assert words(open_menu()) == [
        "Contact corrigeren",
        "Notitie vastzetten",
        "Actie maken",
        "Notitie kopiëren",
        "Ongedaan maken",
    ]
    open_menu().close()
    stand_on(session, entry(session, title="Telefoon"))
    press(qtbot, session, Key.Key_F10, Shift)
    assert words(open_menu()) == ["Notitie vastzetten", "Actie maken", "Notitie kopiëren"]
    open_menu().close()


def test_a_note_is_pinned_and_unpinned(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    before, phoned = pinned(session), entry(session, title="Telefoon")
    stand_on(session, phoned)
    press(qtbot, session, Key.Key_Return)
    choose(qtbot, session, "Notitie vastzetten")
    assert timeline(session).rows.rows()[0].title == "Vastgezet"
    assert pinned(session) == {*before, phoned.row_id}
    assert session.window.toast.text() == "Notitie vastgezet"
    press(qtbot, session, Key.Key_Z, Ctrl)
    assert pinned(session) == before


def test_space_finishes_an_open_action_and_reads_a_long_note(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    contact = {"werkgever_id": backend.id(BAKERY), "datum": "2026-11-17", "kanaal": "video"}
    backend.doe("contact.leg_vast", contact | {"notitie": "Lang verhaal. " * 60})
    session = open_window(backend, size=(1200, 900), at=BAKERY)
    view = timeline(session)
    long = entry(session, title="Video")
    height = view.visualRect(view.rows.index(view.rows.find(long.id))).height()
    stand_on(session, long)
    press(qtbot, session, Key.Key_Space)
    assert view.visualRect(view.rows.index(view.rows.find(long.id))).height() > height
    stand_on(session, entry(session, title="Drie profielen sturen"))
    press(qtbot, session, Key.Key_Space)
    assert commands(backend)[-1] == "actie.rond_af"
    assert "Drie profielen sturen" not in {one.title for one in view.rows.rows()}


def test_a_note_is_copied_whole(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(at=BAKERY)
    found = entry(session, title="Bezoek")
    stand_on(session, found)
    press(qtbot, session, Key.Key_C, Ctrl)
    assert QGuiApplication.clipboard().text() == found.note


def test_my_own_contact_can_be_taken_back(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    session.window.actions_of_employers.log_visit()
    session.window.employers.save_panel()
    settle(qtbot, session)
    mine = entry(session, title="Bezoek")
    stand_on(session, mine)
    press(qtbot, session, Key.Key_Return)
    choose(qtbot, session, "Ongedaan maken")
    assert mine.row_id not in {one.row_id for one in timeline(session).rows.rows()}


@pytest.mark.parametrize(("who", "items"), [("marleen", ["Ongedaan maken"]), ("karin", [])])
def test_a_merge_can_be_taken_back_by_the_teamleider(
    qtbot: QtBot, open_window: Open, who: str, items: list[str]
) -> None:
    backend = StagedLaptop(who)
    double = new_id()
    backend.colleague("Fatima", "werkgever.registreer", {"id": double, "naam": "Van Dam"})
    pair = {"werkgever_id": backend.id(BAKERY), "dubbel_id": double}
    backend.colleague("Karin", "werkgever.voeg_samen", pair)
    backend.arrive()
    session = open_window(backend, at=BAKERY)
    merged = entry(session, title="Samengevoegd")
    assert [text for _, text in session.window.actions_of_employers.entries.items(merged)] == items


# -- correcting ---------------------------------------------------------------------------------------


def correct(qtbot: QtBot, session: Session) -> CorrectForm:
    stand_on(session, entry(session, title="Bezoek"))
    press(qtbot, session, Key.Key_Return)
    choose(qtbot, session, "Contact corrigeren")
    form = session.window.employers.panel
    assert isinstance(form, CorrectForm)
    return form


def test_a_correction_sends_what_changed_and_names_what_was_emptied(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    form = correct(qtbot, session)
    form.save()
    settle(qtbot, session)
    assert "nog niets gewijzigd" in form.banner.text()
    form.note.setPlainText("")
    form.when.setText("maandag 16 november 2026")
    form.kind_of.set_value("telefoon")
    form.save()
    settle(qtbot, session)
    name, arguments = backend.done[-1]
    assert name == "contact.wijzig"
    assert arguments["kanaal"] == "telefoon"
    assert arguments["wis"] == ["tijd", "notitie"]
    assert "datum" not in arguments
    assert session.window.toast.text() == "Contact gecorrigeerd"


def test_the_subject_of_a_contact_can_be_emptied(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    form = correct(qtbot, session)
    form.subject.set_value("")
    form.save()
    settle(qtbot, session)
    assert backend.done[-1][1]["wis"] == ["onderwerp"]


@pytest.mark.parametrize("who", ["youssef", FATIMA])
def test_who_did_not_log_it_corrects_nothing(qtbot: QtBot, open_window: Open, who: str) -> None:
    session = open_window(StagedLaptop(who), at=CARE if who == "youssef" else BAKERY)
    made = session.window.actions_of_employers.entries
    for one in timeline(session).rows.rows():
        mine = getattr(one.row, "medewerker_id", "") == session.operations.backend.medewerker_id
        assert mine or "Contact corrigeren" not in [text for _, text in made.items(one)]


def test_what_it_is_about_never_sticks_to_the_name(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(at=BAKERY)
    settle(qtbot, session)
    topics = [one.topic for one in timeline(session).rows.rows() if one.topic]
    assert topics
    assert all(topic.startswith(", ") for topic in topics)
