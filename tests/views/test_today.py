"""Vandaag as a person works it all day: from the keyboard, nothing moving by itself, nothing lost."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.errors import EnvironmentFailure
from desktop.views import pages, theme
from desktop.views.acties import texts as action_texts
from desktop.views.operations import EVERYTHING
from desktop.views.session import Session
from desktop.views.vandaag import day_items, texts
from desktop.views.vandaag.care import read_care
from desktop.views.vandaag.day_list import DayList, DayModel
from desktop.views.vandaag.empty import EmptyDay
from desktop.views.vandaag.lines import Kind
from desktop.views.vandaag.page import TodayPage
from tests.support.practice_laptop import BAKERY, TIMBER, TODAY, YOUSSEF, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, press, type_words

OPENS_AT = pages.TODAY

EMPTY_TABLES = ("actie", "overdracht", "afstemming")


def act(laptop: StagedLaptop, what: str, days: int | None = 0, at: str = BAKERY, **more: object) -> None:
    deadline = {} if days is None else {"deadline": (TODAY + timedelta(days=days)).isoformat()}
    laptop.doe("actie.maak", {"werkgever_id": laptop.id(at), "gevraagde_handeling": what, **deadline, **more})


def asked(laptop: StagedLaptop, vraag: str = "Mag ik bellen over de open dag?") -> None:
    """Youssef asks Karin whether he may call."""
    arguments = {
        "id": laptop.staged.new_id(),
        "werkgever_id": laptop.id(TIMBER),
        "aan_id": laptop.medewerker_id,
        "vraag": vraag,
    }
    laptop.colleague("Youssef", "contactverzoek.doe", arguments)
    laptop.arrive()


def today(qtbot: QtBot, session: Session) -> TodayPage:
    session.window.show_page("vandaag")
    settle(qtbot, session)
    page = session.window.current_page()
    assert isinstance(page, TodayPage)
    return page


def titles(page: TodayPage, section: str = "") -> list[str]:
    rows = page.list.lines_model.rows()
    return [line.title for line in rows if line.kind is not Kind.HEADING and section in ("", line.section)]


def at(page: TodayPage, title: str) -> DayList:
    """The list with the focus on this line."""
    rows = page.list.lines_model.rows()
    page.list.choose_row(next(number for number, line in enumerate(rows) if line.title == title))
    page.list.setFocus(Qt.FocusReason.TabFocusReason)
    return page.list


def line(page: TodayPage, title: str) -> str:
    """As a screen reader says it."""
    return next(row.sentence for row in page.list.lines_model.rows() if row.title == title)


def shown(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def press_button(qtbot: QtBot, session: Session, page: TodayPage, words: str) -> None:
    """The first one of the rows that wait for an answer, with the keyboard."""
    buttons = [button for row in page.asks.rows for button in row.buttons]
    next(button for button in buttons if button.text() == words).setFocus()
    press(qtbot, session, Key.Key_Return)


def test_the_heading_says_which_day_it_is_and_what_waits(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    waits = day_items.counts(laptop.vandaag(), read_care(laptop))
    page = today(qtbot, open_window(laptop))
    assert page.head.title.text() == "Dinsdag 17\u00a0november"
    assert page.head.sentence.text() == texts.what_waits(waits.answers, waits.late, waits.today)
    names = [part.accessibleName() for part in page.window().findChildren(QWidget)]
    assert f"Vandaag, {waits.all}" in names


def test_the_lines_pass_the_model_test(qtbot: QtBot) -> None:
    model = DayModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    day = StagedLaptop()
    shown = day_items.lines(day.vandaag(), {})
    model.replace(shown)
    model.replace(shown[3:])
    model.replace([])
    day.close()


def test_a_screen_reader_hears_sentences_and_what_is_ticked(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    act(laptop, "Wervingstekst nalezen")
    session = open_window(laptop)
    page = today(qtbot, session)
    view = at(page, "Wervingstekst nalezen")

    def heard() -> tuple[str, bool]:
        """Of the chosen line, through the interface that screen readers ask."""
        table = QAccessible.queryAccessibleInterface(view)
        cell = table.child(view.currentIndex().row())
        return cell.text(QAccessible.Text.Name), bool(cell.state().checked)

    assert heard() == ("Wervingstekst nalezen, Bakkerij De Lindehof B.V., nog niet verzonden", False)
    press(qtbot, session, Key.Key_Space)
    assert heard() == ("Wervingstekst nalezen, Bakkerij De Lindehof B.V., afgerond", True)


def test_space_ticks_and_the_line_stays_struck_through_until_the_day_ends(
    qtbot: QtBot, open_window: Open
) -> None:
    laptop = StagedLaptop()
    for what, clock in (("Eerst dit", "09:00"), ("Dan dat", "10:00"), ("Tot slot", "11:00")):
        act(laptop, what, tijd=clock)
    session = open_window(laptop)
    page = today(qtbot, session)
    view = at(page, "Dan dat")
    press(qtbot, session, Key.Key_Space)
    assert laptop.done[-1] == ("actie.rond_af", {"actie_id": laptop.actie("Dan dat")})
    assert line(page, "Dan dat") == "Dan dat, Bakkerij De Lindehof B.V., afgerond"
    assert QApplication.focusWidget() is view
    assert view.current_line() is not None
    assert view.current_line().title == "Dan dat"  # type: ignore[union-attr]
    assert session.window.toast.text() == texts.ACTION_DONE
    press(qtbot, session, Key.Key_Down)
    assert view.current_line().title == "Tot slot"  # type: ignore[union-attr]
    session.window.show_page("afstemming")
    again = today(qtbot, session)
    mine = ["Eerst dit", "Dan dat", "Tot slot"]
    assert [title for title in titles(again, "vandaag") if title in mine] == mine
    assert line(again, "Dan dat").endswith("afgerond")
    at(again, "Dan dat")
    press(qtbot, session, Key.Key_Space)
    settle(qtbot, session)
    assert "afgerond" not in line(again, "Dan dat")


def test_taking_back_what_was_ticked_opens_the_line_again(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    act(laptop, "Wervingstekst nalezen")
    session = open_window(laptop)
    page = today(qtbot, session)
    at(page, "Wervingstekst nalezen")
    press(qtbot, session, Key.Key_Space)
    session.undo.take_back()
    settle(qtbot, session)
    assert "afgerond" not in line(page, "Wervingstekst nalezen")


def test_what_the_laptop_refuses_is_open_again_and_said(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    act(laptop, "Wervingstekst nalezen")
    session = open_window(laptop)
    page = today(qtbot, session)
    laptop.refuse["actie.rond_af"] = EnvironmentFailure("schijf_vol")
    at(page, "Wervingstekst nalezen")
    press(qtbot, session, Key.Key_Space)
    assert "afgerond" not in line(page, "Wervingstekst nalezen")
    assert "De schijf is vol." in session.window.banner.text()


def test_arrows_walk_over_everything_and_skip_headings(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    asked(laptop)
    laptop.bewaar_concept("bezoek", laptop.id(BAKERY), {"kanaal": "bezoek"})
    session = open_window(laptop)
    page = today(qtbot, session)
    names = []
    for _ in range(len(page.asks.rows) + len(titles(page)) + 2):
        focused = QApplication.focusWidget()
        assert focused is not None
        current = page.list.current_line()
        names.append(current.title if focused is page.list and current else focused.accessibleName())
        press(qtbot, session, Key.Key_Down)
    rows = page.asks.rows
    assert names[0] == f"Akkoord: {rows[0].ask.sentence}"
    assert names[len(rows) - 2] == f"Bekijken: {rows[-2].ask.sentence}"
    assert names[len(rows) - 1].endswith("wachten in Afstemming.")
    assert names[len(rows) : -2] == titles(page)
    assert names[-2] == "Verder gaan: Contact bij Bakkerij De Lindehof B.V."
    for _ in range(len(names)):
        press(qtbot, session, Key.Key_Up)
    assert page.asks.isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]


def test_ctrl_d_postpones_with_a_reason_and_the_line_stays(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    act(laptop, "Wervingstekst nalezen", tijd="12:00")
    session = open_window(laptop)
    page = today(qtbot, session)
    view = at(page, "Wervingstekst nalezen")
    press(qtbot, session, Key.Key_D, Ctrl)
    press(qtbot, session, Key.Key_Return)
    assert action_texts.WHY_NEEDED in shown(session.window)
    type_words("Niemand bereikt")
    press(qtbot, session, Key.Key_Return)
    assert laptop.done[-1] == (
        "actie.verzet",
        {
            "actie_id": laptop.actie("Wervingstekst"),
            "deadline": "2026-11-18",
            "reden": "Niemand bereikt",
            "tijd": "12:00",
        },
    )
    assert "verzet naar morgen" in line(page, "Wervingstekst nalezen")
    assert QApplication.focusWidget() is view
    assert titles(page, "deze_week").count("Wervingstekst nalezen") == 0
    session.window.show_page("afstemming")
    assert "Wervingstekst nalezen" in titles(today(qtbot, session), "deze_week")


def test_another_day_is_written_and_a_reason_is_chosen(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    act(laptop, "Wervingstekst nalezen")
    session = open_window(laptop)
    page = today(qtbot, session)
    at(page, "Wervingstekst nalezen")
    page.postpone()
    card = page.deeds.postponing.card
    assert card is not None
    card.days.set_value("anders")
    card._day_chosen("anders")
    type_words("gisteren")
    press(qtbot, session, Key.Key_Return)
    assert "is al geweest" in shown(card)
    card.when.setText("do 14:00")
    card._take_reason(action_texts.REASONS[1])
    press(qtbot, session, Key.Key_Return)
    name, arguments = laptop.done[-1]
    assert name == "actie.verzet"
    assert (arguments["deadline"], arguments["tijd"]) == ("2026-11-19", "14:00")
    assert arguments["reden"] == action_texts.REASONS[1]


def test_enter_opens_the_werkgever(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    page = today(qtbot, session)
    at(page, "Vacature timmerman overdragen")
    assert page.current_employer() == laptop.id(TIMBER)
    press(qtbot, session, Key.Key_Return)
    assert session.window.current_page() is session.window.employers
    assert session.window.employers.detail.werkgever_id == laptop.id(TIMBER)


def test_an_answer_with_a_word(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    asked(laptop)
    session = open_window(laptop)
    page = today(qtbot, session)
    before = page.head.sentence.text()
    press(qtbot, session, Key.Key_Return)
    type_words("Vraag naar Sevda")
    press(qtbot, session, Key.Key_Return)
    name, arguments = laptop.done[-1]
    assert name == "contactverzoek.beantwoord"
    assert (arguments["akkoord"], arguments["toelichting"]) == (True, "Vraag naar Sevda")
    assert texts.YOU_AGREED in shown(page.asks)
    assert page.isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]
    assert page.head.sentence.text() != before


def test_rather_not_without_a_word(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    asked(laptop)
    session = open_window(laptop)
    page = today(qtbot, session)
    page.asks.rows[0].buttons[1].click()
    settle(qtbot, session)
    press(qtbot, session, Key.Key_Return)
    assert laptop.done[-1][1]["akkoord"] is False
    assert "toelichting" not in laptop.done[-1][1]
    assert texts.YOU_RATHER_NOT in shown(page.asks)


def test_esc_answers_nothing(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    asked(laptop)
    session = open_window(laptop)
    page = today(qtbot, session)
    before = len(laptop.done)
    press(qtbot, session, Key.Key_Return)
    press(qtbot, session, Key.Key_Escape)
    assert len(laptop.done) == before
    focused = QApplication.focusWidget()
    assert focused is page.asks.rows[0].buttons[2]


def test_refusing_a_transfer_asks_why(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    page = today(qtbot, session)
    press_button(qtbot, session, page, texts.REFUSE)
    press(qtbot, session, Key.Key_Return)
    assert texts.WHY_NEEDED in shown(session.window)
    type_words("Te ver weg")
    press(qtbot, session, Key.Key_Return)
    name, arguments = laptop.done[-1]
    assert (name, arguments["reden"]) == ("regie.weiger_overdracht", "Te ver weg")
    assert texts.YOU_REFUSED in shown(page.asks)


def test_accepting_a_transfer_waits_for_the_centre(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    page = today(qtbot, session)
    before = len(day_items.open_asks(laptop.vandaag()))
    press_button(qtbot, session, page, texts.ACCEPT)
    assert laptop.done[-1][0] == "regie.aanvaard_overdracht"
    assert texts.YOU_ACCEPTED in shown(page.asks)
    assert page._day is not None
    assert len(day_items.open_asks(page._day.vandaag)) == before - 1


def test_questions_of_afstemming_are_one_line_with_a_way_in(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(StagedLaptop())
    page = today(qtbot, session)
    page.asks.rows[-1].buttons[0].click()
    settle(qtbot, session)
    assert session.window.current_page() is session.window.reconcile


def test_what_comes_in_moves_nothing(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    for number in range(20):
        act(laptop, f"Actie {number}", 1, tijd=f"{8 + number // 4:02}:{15 * (number % 4):02}")
    session = open_window(laptop, size=(1440, 640))
    page = today(qtbot, session)
    view = at(page, "Actie 12")
    bar = page.body.verticalScrollBar()
    place = view.mapTo(page, view.row_rect(laptop.actie("Actie 12")).topLeft()).y()
    assert bar.value() > 0
    for number in range(3):
        act(laptop, f"Vandaag {number}")
    session.operations.broadcast(EVERYTHING, session.sync)
    settle(qtbot, session)
    assert "Vandaag 2" in titles(page, "vandaag")
    current = view.current_line()
    assert current is not None
    assert current.title == "Actie 12"
    assert abs(view.mapTo(page, view.row_rect(current.key).topLeft()).y() - place) <= 1


def test_after_midnight_it_is_another_day(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    act(laptop, "Wervingstekst nalezen")
    session = open_window(laptop)
    page = today(qtbot, session)
    session.window.day.look()
    settle(qtbot, session)
    assert page.head.title.text() == "Dinsdag 17\u00a0november"
    laptop.moment += timedelta(hours=14)
    session.window.day.look()
    settle(qtbot, session)
    assert page.head.title.text() == "Woensdag 18\u00a0november"
    assert "1 dag te laat" in line(page, "Wervingstekst nalezen")


def test_silent_werkgevers_lead_to_the_list_with_that_filter(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(StagedLaptop())
    page = today(qtbot, session)
    at(page, titles(page)[-1])
    press(qtbot, session, Key.Key_Return)
    employers = session.window.employers
    assert session.window.current_page() is employers
    assert employers.list.count.text().startswith("9\u00a0werkgevers")


def test_the_number_of_silent_days_follows_the_settings(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(StagedLaptop())
    page = today(qtbot, session)
    session.settings.change(stil_dagen=1)
    settle(qtbot, session)
    assert page._day is not None
    assert page._day.vandaag.stil_dagen == 1


def test_a_draft_is_thrown_away_put_back_and_gone_on_with(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    bakery = laptop.id(BAKERY)
    laptop.bewaar_concept("bezoek", bakery, {"kanaal": "telefoon", "notitie": "Half af"})
    session = open_window(laptop)
    page = today(qtbot, session)
    throw, _ = page.drafts.rows[0].buttons
    throw.setFocus()
    press(qtbot, session, Key.Key_Return)
    assert laptop.concept("bezoek", bakery) is None
    assert texts.THROWN_AWAY in shown(page.drafts)
    (back,) = page.drafts.rows[0].buttons
    assert QApplication.focusWidget() is back
    press(qtbot, session, Key.Key_Return)
    kept = laptop.concept("bezoek", bakery)
    assert kept is not None
    assert kept.velden["notitie"] == "Half af"
    page.drafts.rows[0].buttons[1].click()
    settle(qtbot, session)
    assert session.window.current_page() is session.window.employers


def test_the_agenda_has_visits_by_time_and_what_can_be_done(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    act(laptop, "Rondleiding krijgen", at=TIMBER, soort="bezoek", tijd="09:30")
    session = open_window(laptop)
    page = today(qtbot, session)
    names = [part.accessibleName() for part in page.side.findChildren(QWidget) if part.accessibleName()]
    visits = [name for name in names if "Bezoek: " in name]
    assert visits[0] == "09:30 Houtbouw Eemvallei, Bezoek: rondleiding krijgen"
    assert f"{texts.PREPARE}: Houtbouw Eemvallei" in names
    finish = next(
        part
        for part in page.side.findChildren(QWidget)
        if part.accessibleName() == "Afronden: Houtbouw Eemvallei"
    )
    finish.click()  # type: ignore[attr-defined]
    settle(qtbot, session)
    assert laptop.done[-1] == ("actie.rond_af", {"actie_id": laptop.actie("Rondleiding")})


@pytest.mark.parametrize(("width", "beside"), [(1440, True), (1359, False), (720, False)])
def test_the_side_column_goes_under_the_lists(
    qtbot: QtBot, open_window: Open, width: int, beside: bool
) -> None:
    page = today(qtbot, open_window(StagedLaptop(), size=(width, 800)))
    assert (page.side.x() > page.list.x() + page.list.width()) is beside
    assert (page.side.y() > page.list.height()) is not beside
    assert page.body.widget() is not None
    assert page.body.widget().width() <= page.width()  # type: ignore[union-attr]


def test_an_empty_day_teaches_three_ways(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(StagedLaptop(empty=True))
    page = today(qtbot, session)
    assert texts.NOTHING_TODAY in shown(page.empty)
    for words in (texts.TEACH_VISIT, texts.TEACH_ACTION, texts.TEACH_LIST):
        assert words in shown(page.empty)
    assert page.head.sentence.text() == texts.NOTHING_WAITS
    assert not page.list.items()


def test_a_bemiddelaar_has_a_day_too(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop(YOUSSEF)
    session = open_window(laptop)
    page = today(qtbot, session)
    assert page.head.title.text() == "Dinsdag 17\u00a0november"
    assert laptop.vandaag().dag == TODAY


def test_the_menu_of_a_line_by_the_keyboard(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    act(laptop, "Wervingstekst nalezen")
    session = open_window(laptop)
    page = today(qtbot, session)
    at(page, "Wervingstekst nalezen")
    current = page.list.current_line()
    page._menu_chosen("af", current)  # type: ignore[arg-type]
    settle(qtbot, session)
    assert "afgerond" in line(page, "Wervingstekst nalezen")


def test_larger_text_makes_the_lines_higher(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(StagedLaptop())
    page = today(qtbot, session)
    height = page.list.height()
    session.settings.change(tekstfactor=1.5)
    settle(qtbot, session)
    assert page.list.height() > height * 1.3
    session.settings.change(tekstfactor=1.0)
    settle(qtbot, session)
    assert page.list.height() == height
    assert theme.active().factor == 1.0


def test_who_may_make_no_actie_is_not_taught_to(qtbot: QtBot) -> None:
    for may_act in (True, False):
        empty = EmptyDay(may_act)
        qtbot.addWidget(empty)
        taught = [button.text() for button in empty.findChildren(QAbstractButton)]
        assert ("Actie maken" in taught) is may_act
        assert "Bezoek vastleggen" in taught
