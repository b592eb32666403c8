"""Actie maken: what is asked, for one werkgever or many, with a draft, in parts, as one step to take back."""

from collections.abc import Sequence

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.errors import EnvironmentFailure
from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.views.acties import texts
from desktop.views.acties.form import DRAFT, MANY, ActionForm
from desktop.views.session import Session
from desktop.views.widgets.choices import Tick
from tests.support.practice_laptop import BAKERY, TIMBER, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, press, type_words


def open_form(qtbot: QtBot, session: Session, werkgever_ids: Sequence[str]) -> ActionForm:
    session.window.make_action(werkgever_ids)
    settle(qtbot, session)
    form = session.window.employers.panel
    assert isinstance(form, ActionForm)
    return form


def many(laptop: StagedLaptop, count: int) -> list[str]:
    if count > 60:
        laptop.imported(f"Bedrijf {number}" for number in range(count - 60))
    return [row.id for row in laptop.werkgevers(WerkgeverFilter(), count)]


def save_all(qtbot: QtBot, session: Session, form: ActionForm) -> None:
    """Until all of many are sent, or it stopped."""
    qtbot.waitUntil(lambda: not form._saving, timeout=60_000)
    settle(qtbot, session)


def made(laptop: StagedLaptop) -> list[dict[str, object]]:
    return [arguments for name, arguments in laptop.done if name == "actie.maak"]


def test_ctrl_t_makes_an_actie_here_from_the_keyboard(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop, at=BAKERY)
    press(qtbot, session, Key.Key_T, Ctrl)
    form = session.window.employers.panel
    assert isinstance(form, ActionForm)
    assert form.title.text() == texts.MAKE_ACTION
    assert QApplication.focusWidget() is form.what
    type_words("Wervingstekst nalezen")
    form.when.setFocus()
    type_words("vr 12:00")
    press(qtbot, session, Key.Key_Return, Ctrl)
    (arguments,) = made(laptop)
    assert arguments["werkgever_id"] == laptop.id(BAKERY)
    assert arguments["gevraagde_handeling"] == "Wervingstekst nalezen"
    assert (arguments["deadline"], arguments["tijd"]) == ("2026-11-20", "12:00")
    assert "toegewezen_aan_id" not in arguments
    assert session.window.toast.text() == texts.ACTION_MADE
    assert session.undo.words == texts.ACTION_MADE
    assert session.window.employers.panel is None


def test_for_a_colleague_with_a_remark(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop, at=BAKERY)
    form = open_form(qtbot, session, [laptop.id(BAKERY)])
    youssef = laptop.medewerker("Youssef")
    form.what.setText("Kandidaten voorstellen")
    form.who.set_value(youssef)
    assert form.who.currentText() == "Youssef Amrani, bemiddelaar"
    form.remark.setPlainText("Twee mensen voor de inpak.")
    form.save()
    settle(qtbot, session)
    (arguments,) = made(laptop)
    assert arguments["toegewezen_aan_id"] == youssef
    assert arguments["toelichting"] == "Twee mensen voor de inpak."


def test_nothing_filled_in_is_said_at_the_field(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop, at=BAKERY)
    form = open_form(qtbot, session, [laptop.id(BAKERY)])
    press(qtbot, session, Key.Key_Return, Ctrl)
    assert form.rows["gevraagde_handeling"].error == texts.WHAT_NEEDED
    assert QApplication.focusWidget() is form.what
    form.what.setText("Bellen")
    form.when.setText("gisteren")
    form.save()
    assert "is al geweest" in form.rows["deadline"].error
    assert made(laptop) == []


def test_a_visit_needs_a_day_and_may_say_nothing_else(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop, at=BAKERY)
    form = open_form(qtbot, session, [laptop.id(BAKERY)])
    form.kind_of.set_value("bezoek")
    form._kind_chosen("bezoek")
    assert form.when.accessibleName() == texts.WHEN_VISIT
    form.save()
    assert form.rows["deadline"].error == texts.WHEN_NEEDED
    form.when.setText("morgen 13:30")
    form.save()
    settle(qtbot, session)
    (arguments,) = made(laptop)
    assert (arguments["soort"], arguments["gevraagde_handeling"]) == ("bezoek", "Bezoek")
    assert (arguments["deadline"], arguments["tijd"]) == ("2026-11-18", "13:30")
    assert session.window.toast.text() == texts.VISIT_PLANNED


def test_a_remark_that_is_too_long_is_said(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop, at=BAKERY)
    form = open_form(qtbot, session, [laptop.id(BAKERY)])
    form.what.setText("Bellen")
    form.remark.setPlainText("x" * 1003)
    form.save()
    assert form.rows["toelichting"].error == "Dit is 3\u00a0tekens te lang. Maak het korter."


def test_for_many_werkgevers_in_one_step(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    ids = many(laptop, 12)
    form = open_form(qtbot, session, ids)
    assert form.title.text() == "Actie voor 12\u00a0werkgevers"
    form.what.setText("Uitnodigen voor de open dag")
    form.save()
    settle(qtbot, session)
    assert [arguments["werkgever_id"] for arguments in made(laptop)] == ids
    assert session.undo.words == "Actie gemaakt voor 12\u00a0werkgevers"
    assert len(session.undo._steps) == 1
    assert len(session.undo._steps[0].uuids) == 12


def test_more_than_fifty_show_how_far_it_is(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    ids = many(laptop, 110)
    session = open_window(laptop)
    form = open_form(qtbot, session, ids)
    said: list[str] = []
    session.operations.commanded.connect(lambda: said.append(form.saved_text()))
    form.what.setText("Uitnodigen")
    form.save()
    assert form.save_button.text() == texts.STOP
    save_all(qtbot, session, form)
    assert said[0] == "0 van 110 vastgelegd"
    assert "75 van 110 vastgelegd" in said
    assert len(made(laptop)) == 110
    assert len(session.undo._steps[0].uuids) == 110


def test_stopping_keeps_what_was_made_as_one_step(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    ids = many(laptop, 110)
    session = open_window(laptop)
    form = open_form(qtbot, session, ids)
    form.what.setText("Uitnodigen")
    form.save()
    form.save_button.click()
    save_all(qtbot, session, form)
    count = len(made(laptop))
    assert 0 < count < 110
    assert session.undo.words == f"Actie gemaakt voor {count}\u00a0werkgevers"
    assert session.window.employers.panel is None


def test_what_failed_halfway_goes_on_where_it_was(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    ids = many(laptop, 80)
    session = open_window(laptop)
    form = open_form(qtbot, session, ids)
    form.what.setText("Uitnodigen")

    def full(*_: object) -> None:
        laptop.refuse["actie.maak"] = EnvironmentFailure("schijf_vol")

    session.operations.commanded.connect(full)
    form.save()
    save_all(qtbot, session, form)
    session.operations.commanded.disconnect(full)
    assert form.banner.text().startswith("25 van 80 vastgelegd. De schijf is vol.")
    assert form.save_button.text() == texts.SAVE
    laptop.refuse.clear()
    form.save()
    save_all(qtbot, session, form)
    assert [arguments["werkgever_id"] for arguments in made(laptop)] == ids
    assert len(session.undo._steps[0].uuids) == 80


def test_what_was_typed_is_kept_and_offered_back(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop, at=BAKERY)
    form = open_form(qtbot, session, [laptop.id(BAKERY)])
    form.what.setText("Half getypt")
    press(qtbot, session, Key.Key_Escape)
    assert session.window.employers.panel is None
    kept = laptop.concept(DRAFT, laptop.id(BAKERY))
    assert kept is not None
    assert kept.velden["wat"] == "Half getypt"
    again = open_form(qtbot, session, [laptop.id(BAKERY)])
    assert again.offer.isVisible()
    again._take_draft()
    assert again.what.text() == "Half getypt"


def test_a_draft_for_many_remembers_for_whom(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    ids = [laptop.id(BAKERY), laptop.id(TIMBER)]
    form = open_form(qtbot, session, ids)
    form.what.setText("Uitnodigen")
    press(qtbot, session, Key.Key_Escape)
    kept = laptop.concept(DRAFT, MANY)
    assert kept is not None
    assert kept.velden["werkgever_ids"] == ids


@pytest.mark.parametrize("count", [1, 12])
def test_the_subtitle_names_werkgevers(qtbot: QtBot, open_window: Open, count: int) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    ids = [laptop.id(BAKERY)] if count == 1 else many(laptop, count)
    form = open_form(qtbot, session, ids)
    expected = "Bakkerij De Lindehof B.V." if count == 1 else "en nog 9"
    assert form._subtitle.text().endswith(expected)


def test_a_promise_of_the_dossier_is_postponed_from_the_keyboard(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop, at=BAKERY)
    actie = laptop.actie("Drie profielen")
    ticks = session.window.employers.detail.side.findChildren(Tick)
    next(tick for tick in ticks if tick.property("key") == actie).setFocus()
    press(qtbot, session, Key.Key_D, Ctrl)
    card = session.window.actions_of_employers.postponing.card
    assert card is not None
    card._take_reason(texts.REASONS[0])
    press(qtbot, session, Key.Key_Return)
    name, arguments = laptop.done[-1]
    assert (name, arguments["actie_id"]) == ("actie.verzet", actie)
    assert session.window.toast.text() == "Verzet naar morgen"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.property("key") == actie
