"""R3 before a contact: who has the regie decides what is asked, and the answer travels."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.views import mnemonics
from desktop.views.sync_driver import SyncKind
from desktop.views.werkgevers import links
from desktop.views.werkgevers.contact_question import ASK, OTHER, OWN, REGIE
from desktop.views.werkgevers.number_menu import NumberMenu
from tests.support.practice_laptop import BAKERY, CARE, FATIMA, UNHELD, YOUSSEF, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, commands, press, question, visit_form


def test_own_regie_meets_no_question(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(at=BAKERY)
    press(qtbot, session, Key.Key_L, Ctrl)
    assert visit_form(session).kind_of.value() == "telefoon"


def test_a_colleagues_regie_asks_why_and_the_reason_travels(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop(YOUSSEF)
    stop = {"niet_benaderen_tot": "2027-01-01", "niet_benaderen_reden": "reorganisatie"}
    backend.colleague("Fatima", "werkgever.wijzig", {"werkgever_id": backend.id(CARE)} | stop)
    backend.arrive()
    session = open_window(backend, at=CARE)
    press(qtbot, session, Key.Key_L, Ctrl)
    card = question(session)
    assert card.choice == ASK
    shown = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "Fatima El Idrissi heeft de regie" in shown
    assert "Deze werkgever wil tot 1\u00a0januari 2027 geen contact. Reden: reorganisatie." in shown
    card.choose(OTHER)
    card._go()
    assert card.answer is None
    card._reason.setText("Open dag Huizen")
    card._go()
    settle(qtbot, session)
    form = visit_form(session)
    form.when.setText("vandaag")
    form.save()
    settle(qtbot, session)
    arguments = backend.done[-1][1]
    assert (arguments["aanleiding"], arguments["reden_buiten_regie"]) == ("andere_reden", "Open dag Huizen")


def test_asking_first_gives_the_regiehouder_a_task(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop(YOUSSEF)
    session = open_window(backend, at=CARE)
    session.window.actions_of_employers.call()
    settle(qtbot, session)
    press(qtbot, session, Key.Key_Return)
    name, arguments = backend.done[-1]
    assert (name, arguments["aan_id"]) == ("contactverzoek.doe", backend.medewerker("Fatima"))
    assert arguments["vraag"] == "Mag ik Zorggroep Heidezicht bellen?"
    assert session.window.toast.text() == "Je vraag staat klaar voor Fatima El Idrissi"
    assert session.window.employers.panel is None


def test_own_candidate_goes_on_at_once(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(StagedLaptop(YOUSSEF), at=CARE)
    session.window.actions_of_employers.call()
    settle(qtbot, session)
    question(session).choose(OWN)
    question(session)._go()
    settle(qtbot, session)
    assert visit_form(session).kind_of.value() == "telefoon"


def test_offline_the_question_says_how_old_the_facts_are(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    backend.offline = True
    session = open_window(backend, at=UNHELD)
    session.sync.request()
    qtbot.waitUntil(lambda: session.sync.state.kind is SyncKind.OFFLINE)
    session.window.actions_of_employers.call()
    settle(qtbot, session)
    card = question(session)
    assert card.choice == REGIE
    shown = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "Je leest de stand van 10:38. Misschien had een collega daarna contact." in shown
    card.reject()
    assert session.window.status.sync.text() == "Offline sinds 10:42"


def test_a_dialog_holds_back_the_keys_of_the_page(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(StagedLaptop(YOUSSEF), at=CARE)
    session.window.actions_of_employers.call()
    settle(qtbot, session)
    press(qtbot, session, Key.Key_B, Ctrl)
    assert session.window.employers.panel is None
    for _ in range(12):
        press(qtbot, session, Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert question(session).isAncestorOf(focused)
    press(qtbot, session, Key.Key_Escape)
    press(qtbot, session, Key.Key_B, Ctrl)
    assert session.window.employers.panel is not None


def test_asked_regie_is_not_yet_regie(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=UNHELD)
    strip = session.window.employers.detail.header.strip
    assert strip.holder.text() == "Niemand heeft de regie."
    QTest.mouseClick(strip.links[0], Qt.MouseButton.LeftButton)
    settle(qtbot, session)
    assert commands(backend) == ["regie.neem"]
    assert strip.holder.text() == "Jij vroeg de regie. Aangevraagd, nog niet bevestigd."
    assert not strip.links[0].isVisible()


def test_a_bemiddelaar_is_not_offered_the_regie(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(StagedLaptop(YOUSSEF), at=UNHELD)
    assert not session.window.employers.detail.header.strip.links[0].isVisible()


class Opener(QObject):
    """Stands for what opens numbers and addresses on this computer."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def opener() -> Iterator[Opener]:
    made = Opener()
    for scheme in ("tel", "mailto"):
        QDesktopServices.setUrlHandler(scheme, made, "open")  # type: ignore[arg-type]
    yield made
    for scheme in ("tel", "mailto"):
        QDesktopServices.unsetUrlHandler(scheme)


def test_a_number_is_dialled_and_the_form_knows_whom_it_is_about(
    qtbot: QtBot, open_window: Open, opener: Opener
) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    session.window.call(backend.id(BAKERY), backend.persoon("Anouk de Vries"), "tel:0350000123")
    settle(qtbot, session)
    assert opener.opened == ["tel:0350000123"]
    form = visit_form(session)
    assert (form.kind_of.value(), [pick.words for pick in form.people.picks()]) == (
        "telefoon",
        ["Anouk de Vries"],
    )
    assert form.when.text() == "dinsdag 17\u00a0november 2026, 10:42"


def test_an_address_never_brings_copies_or_attachments_along(opener: Opener) -> None:
    """It may come from a file or a colleague: what looks like a header of the mail is part of the address."""
    for address, said in (
        (
            "jan@firma.nl?bcc=kwaad%40elders.nl&attach=geheim",
            "jan@firma.nl%3Fbcc%3Dkwaad%2540elders.nl%26attach%3Dgeheim",
        ),
        ("j.o'neil+werk@firma.nl", "j.o'neil+werk@firma.nl"),
    ):
        assert links.open_link(f"mailto:{address}")
        assert opener.opened.pop() == f"mailto:{said}"
    assert links.open_link("tel:+31612345678")
    assert opener.opened == ["tel:+31612345678"]


def test_nothing_is_dialled_before_the_question_is_answered(
    qtbot: QtBot, open_window: Open, opener: Opener
) -> None:
    backend = StagedLaptop(FATIMA)
    session = open_window(backend, at=BAKERY)
    session.window.call(
        backend.id(BAKERY), backend.persoon("Anouk de Vries"), "mailto:anouk@delindehof.example"
    )
    settle(qtbot, session)
    card = question(session)
    shown = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "Bakkerij De Lindehof B.V., Hilversum. Je wilt Anouk de Vries mailen." in shown
    assert opener.opened == []
    card.choose(OTHER)
    card._reason.setText("Zij mailden mij eerst")
    assert card.go.text() == "Verder met mailen"
    card._go()
    settle(qtbot, session)
    assert opener.opened == ["mailto:anouk@delindehof.example"]
    assert visit_form(session).kind_of.value() == "e-mail"


def test_who_stands_in_meets_no_question(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    stand_in = {
        "waarnemer_id": backend.medewerker("Karin"),
        "werkgever_ids": [backend.id(CARE)],
        "van": "2026-11-16",
        "tot": "2026-11-30",
    }
    backend.colleague("Fatima", "regie.stel_waarneming_in", stand_in)
    backend.arrive()
    session = open_window(backend, at=CARE)
    press(qtbot, session, Key.Key_L, Ctrl)
    assert visit_form(session).kind_of.value() == "telefoon"


def test_bellen_dials_the_number_that_is_known_or_asks_whose(
    qtbot: QtBot, open_window: Open, opener: Opener
) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    people = [one for one in backend.dossier(backend.id(BAKERY)).contactpersonen if one.telefoon]
    assert len(people) > 1
    header = session.window.employers.detail.header
    header.call_button.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, NumberMenu)
    shown = [mnemonics.bare(action.text()) for action in menu.actions() if action.text()]
    assert shown[0].startswith(f"{people[0].naam}, ")
    assert shown[-1] == "Een ander nummer"
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    settle(qtbot, session)
    assert opener.opened == [f"tel:{people[0].telefoon}"]
    assert [pick.words for pick in visit_form(session).people.picks()] == [people[0].naam]
    press(qtbot, session, Key.Key_Escape)
    for person in people[1:]:
        backend.doe("contactpersoon.wijzig", {"contactpersoon_id": person.id, "tot": "2026-01-01"})
    session.window.employers.detail.refresh()
    settle(qtbot, session)
    header.call_button.click()
    settle(qtbot, session)
    assert opener.opened[1:] == [f"tel:{people[0].telefoon}"]
    assert visit_form(session).kind_of.value() == "telefoon"


def test_a_computer_that_cannot_dial_says_so_and_offers_the_form(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(links, "open_link", lambda _link: False)
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    for link, kanaal in (("tel:0350000123", "telefoon"), ("mailto:a@b.nl", "e-mail")):
        session.window.call(backend.id(BAKERY), backend.persoon("Anouk de Vries"), link)
        settle(qtbot, session)
        assert f"Deze laptop kan {link.partition(':')[2]} niet openen." in session.window.banner.text()
        assert visit_form(session).kind_of.value() == kanaal
        press(qtbot, session, Key.Key_Escape)
