"""A form of which one part was refused: what took can be undone, and the form keeps only what did not."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.views.session import Session
from desktop.views.werkgevers import texts_visit
from desktop.views.werkgevers.visit_form import VisitForm
from tests.support.practice_laptop import BAKERY, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, commands, press, visit_form


def half_recorded(qtbot: QtBot, session: Session, laptop: StagedLaptop) -> VisitForm:
    """Contact and a new contactpersoon took; the follow-up did not."""
    session.window.log_visit(laptop.id(BAKERY))
    settle(qtbot, session)
    form = visit_form(session)
    form.people.wanted_new.emit("Piet Jansen")
    form.note.setPlainText("Lang verhaal")
    form.follow_up.setText("Bel terug")
    laptop.refuse["actie.maak"] = Weigering("werkgever_onbekend")
    press(qtbot, session, Key.Key_Return, Ctrl)
    assert commands(laptop) == ["contactpersoon.registreer", "contact.leg_vast"]
    return form


def shown(form: VisitForm) -> list[str]:
    return sorted(key for key, row in form.rows.items() if row.isVisible())


def test_only_the_rest_stays_and_goes_as_one_step_with_what_took(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop, at=BAKERY)
    form = half_recorded(qtbot, session, laptop)
    assert session.undo.words == "Bezoek vastleggen, een deel"
    assert shown(form) == ["uiterlijk", "vervolg"]
    assert texts_visit.REST in form._recorded.text()
    assert "Zoek de werkgever opnieuw op" in form.banner.text()
    press(qtbot, session, Key.Key_Escape)  # and back from the draft, after a crash for instance
    session.window.log_visit(laptop.id(BAKERY))
    settle(qtbot, session)
    visit_form(session).offer.go_on.click()
    assert shown(visit_form(session)) == ["uiterlijk", "vervolg"]
    assert QApplication.focusWidget() is visit_form(session).follow_up
    laptop.refuse.clear()
    press(qtbot, session, Key.Key_Return, Ctrl)
    assert commands(laptop)[2:] == ["actie.maak"]
    assert session.window.employers.panel is None


def test_after_the_rest_all_of_it_is_one_step_back(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop, at=BAKERY)
    half_recorded(qtbot, session, laptop)
    laptop.refuse.clear()
    press(qtbot, session, Key.Key_Return, Ctrl)
    assert session.undo.words == "Bezoek vastgelegd"
    press(qtbot, session, Key.Key_Z, Ctrl)
    assert commands(laptop)[3:] == ["ongedaan.maak"] * 3
    assert session.undo.words == ""


def test_what_was_taken_back_meanwhile_is_recorded_anew(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop, at=BAKERY)
    form = half_recorded(qtbot, session, laptop)
    session.undo.take_back()
    settle(qtbot, session)
    assert "notitie" in shown(form)
    assert form.person.values()["naam"] == "Piet Jansen"
    laptop.refuse.clear()
    form.note.setFocus()
    press(qtbot, session, Key.Key_Return, Ctrl)
    assert commands(laptop)[-3:] == ["contactpersoon.registreer", "contact.leg_vast", "actie.maak"]
    first, again = (arguments["id"] for name, arguments in laptop.done if name == "contact.leg_vast")
    assert first != again


def test_acties_for_many_that_took_can_be_taken_back(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    session.window.make_action([laptop.id(BAKERY), laptop.id("Houtbouw Eemvallei")])
    settle(qtbot, session)
    form = session.window.employers.panel
    assert form is not None
    form.fill_with({"soort": "actie", "wat": "Uitnodigen"})  # type: ignore[attr-defined]  # an actie form
    real = laptop.doe
    made: list[str] = []

    def once(naam: str, *rest: object) -> object:
        if naam == "actie.maak" and made:
            raise EnvironmentFailure("schijf_vol")
        made.append(naam)
        return real(naam, *rest)  # type: ignore[arg-type]  # passed on as it came

    laptop.doe = once  # type: ignore[assignment,method-assign]  # the second one finds the disk full
    form.save()  # type: ignore[attr-defined]
    settle(qtbot, session)
    del laptop.doe
    assert session.undo.words.endswith(", een deel")
    session.undo.take_back()
    settle(qtbot, session)
    form.save()  # type: ignore[attr-defined]
    settle(qtbot, session)
    assert commands(laptop) == ["actie.maak", "ongedaan.maak", "actie.maak", "actie.maak"]
