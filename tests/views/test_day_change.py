"""Past midnight: what is typed then means the new day, what says vandaag follows, nothing typed is lost."""

from datetime import date, timedelta

from pytestqt.qtbot import QtBot

from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.views import pages
from desktop.views.acties.form import ActionForm
from desktop.views.vandaag.page import TodayPage
from tests.support.practice_laptop import BAKERY, TODAY, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, press, type_words, visit_form

HOURS_TO_TOMORROW = timedelta(hours=14)


def test_vandaag_in_a_form_is_the_day_on_which_it_is_read(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop, at=BAKERY)
    press(qtbot, session, Key.Key_N, Ctrl)
    form = visit_form(session)
    form.note.setFocus()
    type_words("Proef op de expeditie")
    form.follow_ups.rows[0].when.setText("morgen")
    form.follow_ups.rows[0].when.settle()
    laptop.moment += HOURS_TO_TOMORROW
    session.window.day.look()
    settle(qtbot, session)
    assert form.isVisible()
    assert form.note.toPlainText() == "Proef op de expeditie"
    assert form.when.text() == "dinsdag 17\u00a0november 2026"
    form.when.setText("vandaag")
    form.when.settle()
    form.follow_ups.more.click()
    for row, said in zip(
        form.follow_ups.rows, ("wo\u00a018\u00a0november", "do\u00a019\u00a0november"), strict=True
    ):
        if not row.when.text():
            row.when.setText("morgen")
            row.when.settle()
        assert row.when.text() == said
        row.what.setText("Terugbellen")
    assert form.when.text() == "woensdag 18\u00a0november 2026"
    press(qtbot, session, Key.Key_Return, Ctrl)
    sent = dict(laptop.done)["contact.leg_vast"]
    assert sent["datum"] == "2026-11-18"


def test_every_other_field_for_a_day_asks_the_clock_too(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop, at=BAKERY)
    press(qtbot, session, Key.Key_T, Ctrl)
    form = session.window.employers.panel
    assert isinstance(form, ActionForm)
    session.window.show_page(pages.REPORTS)
    settle(qtbot, session)
    day = session.window.current_page().day  # type: ignore[attr-defined]  # of the reports only
    day.which.set_value("vandaag")
    laptop.moment += HOURS_TO_TOMORROW
    session.window.day.look()
    settle(qtbot, session)
    for field in (form.when, day.when):
        field.setText("morgen")
        when = field.read()
        assert when is not None
        assert when.day == TODAY + timedelta(days=2)
    assert day.day() == TODAY + timedelta(days=1)


def test_what_says_gisteren_follows_at_midnight(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    visit = {"werkgever_id": laptop.id(BAKERY), "datum": TODAY.isoformat(), "kanaal": "bezoek"}
    laptop.doe("contact.leg_vast", visit | {"notitie": "Koffie."})
    session = open_window(laptop, at=BAKERY)
    window = session.window
    window.show_page(pages.TODAY)
    settle(qtbot, session)
    today = window.current_page()
    assert isinstance(today, TodayPage)
    window.show_page(pages.EMPLOYERS)
    pane = window.employers.list
    number = pane.model.find(laptop.id(BAKERY))

    def said() -> tuple[str, str]:
        settle(qtbot, session)
        entries = window.employers.detail.pane.view.model()
        assert entries is not None
        spoken = [str(entries.index(n, 0).data(257) or entries.index(n, 0).data()) for n in range(3)]
        return str(pane.model.index(number, 0).data()), " ".join(spoken)

    before = said()
    assert "vandaag" in " ".join(before).casefold()
    laptop.moment += HOURS_TO_TOMORROW
    window.day.look()
    after = said()
    assert "vandaag" not in after[0].casefold()
    assert "gisteren" in " ".join(after).casefold()
    assert today.head.title.text() == "Woensdag 18\u00a0november"
    assert laptop.werkgevers(WerkgeverFilter(), 1)
    assert window.employers.list._reader.today == date(2026, 11, 18)
