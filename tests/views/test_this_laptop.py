"""Op deze laptop: what is here and why, what waits, what arrived, the log, and what asks for a choice."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.models.queries.day_rows import OpDezeLaptop, RondeRij, Telling
from desktop.models.queries.laptop_rows import Stand
from desktop.sync import facts
from desktop.views import pages, texts_popovers, texts_shell
from desktop.views import texts_sync as sync_words
from desktop.views.deze_laptop import contents, texts
from desktop.views.deze_laptop.facts import lease_words, short_facts
from desktop.views.deze_laptop.part import Part
from desktop.views.session import Session
from desktop.views.sync_driver import SyncKind, SyncState
from desktop.views.texts import whole_phone
from desktop.views.theme import DONKER
from tests.support.practice_laptop import BAKERY, NOW, TODAY, UNHELD, StagedLaptop
from tests.support.scenes.this_laptop import sent, waiting
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, press

OPENS_AT = pages.LAPTOP


def words_of(part: Part) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def open_part(qtbot: QtBot, session: Session, key: str) -> Part:
    session.window.open_laptop_page(key)
    settle(qtbot, session)
    return session.window.this_laptop.part


def choose(qtbot: QtBot, session: Session, title: str) -> None:
    """The line with that title."""
    view = session.window.this_laptop.part.list  # type: ignore[attr-defined]
    number = next(n for n, line in enumerate(view.lines.rows()) if line.title.startswith(title))
    view.setCurrentIndex(view.lines.index(number))
    settle(qtbot, session)


# -- the way to it -------------------------------------------------------------------------------------
def test_the_palette_and_the_settings_lead_to_it_and_the_rail_does_not(
    qtbot: QtBot, open_window: Open
) -> None:
    session = open_window(page=pages.EMPLOYERS)
    window = session.window
    assert "Op deze laptop" not in [kind.words for kind in window.kinds]
    for key in ("deze_laptop", "wachtlijst", "logboek"):
        command = next(one for one in window.commands() if one.shortcut.key == key)
        command.action.trigger()
        settle(qtbot, session)
        assert window.this_laptop.key == {"deze_laptop": "hier"}.get(key, key)
        window.show_page("vandaag")
    window.show_page("instellingen")
    settle(qtbot, session)
    window.current_page().laptop.here.click()  # type: ignore[attr-defined]
    settle(qtbot, session)
    assert window.current_page() is window.this_laptop


def test_f6_and_the_way_back_know_it(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    waiting(laptop)
    session = open_window(laptop, size=(720, 700), page=pages.EMPLOYERS)
    part = open_part(qtbot, session, "wachtlijst")
    choose(qtbot, session, "Bezoek")
    part.list.opened.emit()  # type: ignore[attr-defined]
    way = session.window.current_page().way()
    assert way is not None
    assert way.place == (2, 7)
    assert not part.list.isVisible()  # type: ignore[attr-defined]
    session.window.go_back()
    assert part.list.isVisible()  # type: ignore[attr-defined]
    assert session.window.current_page().way() is None


# -- what is here --------------------------------------------------------------------------------------
def test_it_says_what_is_here_why_and_how_it_is_kept(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    said = words_of(open_part(qtbot, session, "hier"))
    assert "Karin Smit, accountmanager" in said
    assert said[said.index("Werkgevers") + 1] == "60"
    assert texts.REASONS["regio"] in said
    assert "Als accountmanager heb je alle dossiers." in said
    assert texts_popovers.ENCRYPTED in said
    assert said[said.index(texts.LAPTOP_ID) + 1] == laptop.laptop_id
    assert said[said.index(texts.SCHEMA) + 1] == "0004"
    session.window.this_laptop.here.copy.click()
    assert laptop.laptop_id in QGuiApplication.clipboard().text(), "for the beheerder"


def test_every_row_that_is_here_has_its_reason(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    laptop.doe("contactpersoon.registreer", {"werkgever_id": laptop.id(BAKERY), "naam": "Femke Prins"})
    session = open_window(laptop)
    open_part(qtbot, session, "hier")
    found = session.window.this_laptop.here.found
    assert found is not None
    assert {row.waarom for row in found.found.aantallen} <= texts.REASONS.keys() & texts.GROUPS.keys()
    assert texts.REASONS["wacht"] in words_of(session.window.this_laptop.here)


def leased(days: int | None) -> OpDezeLaptop:
    until = None if days is None else NOW + timedelta(days=days)
    return OpDezeLaptop((), 0, NOW, "laptop", None, "1", 0, None, lease_tot=until, lease_dagen=days)


@pytest.mark.parametrize(
    ("days", "warns"), [(30, ""), (8, ""), (7, "7\u00a0dagen"), (1, "1\u00a0dag"), (None, "")]
)
def test_the_lease_warns_in_time(days: int | None, warns: str) -> None:
    words = lease_words(leased(days))
    assert warns in words
    assert bool(words) == bool(warns)
    assert (texts.LEASE in dict(short_facts(leased(days), TODAY))) == (days is not None)


def test_the_lease_stands_on_the_page(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = StagedLaptop()
    monkeypatch.setattr(laptop, "op_deze_laptop", lambda: leased(3))
    session = open_window(laptop)
    open_part(qtbot, session, "hier")
    assert session.window.this_laptop.here.lease.text() == texts_shell.lease_ends(3)


def test_a_warning_is_said_once_in_the_page_and_leads_there(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = StagedLaptop()
    days = 3

    def stand() -> Stand:
        return replace(StagedLaptop.stand(laptop), lease_tot=NOW, lease_dagen=days, lease_waarschuwt=days)

    monkeypatch.setattr(laptop, "stand", stand)
    session = open_window(laptop, page=pages.EMPLOYERS)
    banner = session.window.banner
    assert banner.text() == texts_shell.lease_ends(3)
    banner.pressed.emit("deze_laptop")
    settle(qtbot, session)
    assert session.window.current_page() is session.window.this_laptop
    session.window.stand.read()
    settle(qtbot, session)
    assert not banner.isVisible()
    days = 1
    session.window.stand.read()
    settle(qtbot, session)
    assert banner.text() == texts_shell.lease_ends(1)


def test_counting_again_says_what_it_found_and_fetches_that(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    open_part(qtbot, session, "hier")
    row = session.window.this_laptop.here.check
    row.button.click()
    assert not row.button.isEnabled()
    settle(qtbot, session)
    assert row.words.text().startswith("Alles klopt.")
    assert row.button.isEnabled()
    monkeypatch.setattr(laptop, "tel_opnieuw", lambda: Telling(370, ("dossiers",)))
    rounds = laptop.rounds
    row.button.click()
    settle(qtbot, session)
    qtbot.waitUntil(lambda: laptop.rounds > rounds)
    settle(qtbot, session)
    assert row.words.text() == texts.damaged(1)


# -- a round that would remove much ----------------------------------------------------------------------
def ask_to_remove(laptop: StagedLaptop) -> None:
    kept = '{"aantal": 412, "totaal": 1000, "sinds": "2026-11-17T09:40:00Z", "akkoord": null}'
    with laptop._writer.begin() as connection:
        facts.put(connection, verwijderen=kept)


def test_much_that_would_go_asks_calmly_and_leads_there(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    laptop.nothing_to_choose()
    ask_to_remove(laptop)
    session = open_window(laptop)
    status = session.window.status.sync
    assert status.text() == sync_words.ATTENTION
    status.click()
    settle(qtbot, session)
    part = session.window.this_laptop.here
    assert part.question.isVisible()
    assert part.question.title.text() == "Dit zou 412\u00a0gegevens van je laptop halen. Klopt dat?"
    assert part.question.share.text() == "Dat is 41 % van wat hier staat."


@pytest.mark.parametrize("agrees", [True, False])
def test_the_choice_is_the_persons(qtbot: QtBot, open_window: Open, agrees: bool) -> None:
    laptop = StagedLaptop()
    ask_to_remove(laptop)
    session = open_window(laptop)
    part = open_part(qtbot, session, "hier")
    rounds = laptop.rounds
    question = session.window.this_laptop.here.question
    (question.remove if agrees else question.keep).click()
    settle(qtbot, session)
    asked = laptop.verwijdervraag()
    assert asked is not None
    assert asked.akkoord is agrees
    if agrees:
        qtbot.waitUntil(lambda: laptop.rounds > rounds)
        settle(qtbot, session)
        assert not question.isVisible()
    else:
        assert texts.KEPT_SINCE in words_of(part)
        assert not question.keep.isVisible()
        assert question.remove.isVisible()


# -- what waits ----------------------------------------------------------------------------------------
def test_an_item_says_old_and_new_when_and_why_it_waits(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    waiting(laptop)
    session = open_window(laptop)
    session.sync._set(SyncState(SyncKind.OFFLINE, NOW))
    part = open_part(qtbot, session, "wachtlijst")
    choose(qtbot, session, "Telefoonnummer")
    said = words_of(part)
    assert "Vastgelegd om 10:34" in said
    assert [said[said.index(texts.BECOMES) + n] for n in (2, 3)] == [
        whole_phone("0350000127"),
        whole_phone("0350000128"),
    ]
    assert texts.REASON_OFFLINE in said
    choose(qtbot, session, "Regie gevraagd")
    assert f"{texts.REASON_ASKED} {texts.REASON_OFFLINE}" in words_of(part)
    choose(qtbot, session, "Functie van Femke")
    assert texts.builds_on("Nieuwe contactpersoon Femke Prins") in words_of(part)
    session.window.this_laptop.waiting.detail.buttons[contents.OPEN].click()
    settle(qtbot, session)
    assert session.window.employers.current_employer() == laptop.id(BAKERY)


def test_it_cannot_be_held_back_but_it_can_be_undone(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    waiting(laptop)
    session = open_window(laptop)
    part = open_part(qtbot, session, "wachtlijst")
    choose(qtbot, session, "Telefoonnummer")
    assert texts.NOT_SENDING_TEXT in words_of(part)
    before = laptop.wachtrij()
    session.window.this_laptop.waiting.detail.buttons[contents.TAKE_BACK].click()
    settle(qtbot, session)
    assert [row.naam for row in laptop.wachtrij()][: len(before)] == [row.naam for row in before]
    assert laptop.wachtrij()[-1].naam == "ongedaan.maak"
    assert session.window.toast.text() == "Ongedaan gemaakt: telefoonnummer van Sevda Yıldız"


def test_a_draft_is_thrown_away_comes_back_with_undo_and_goes_on(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    waiting(laptop)
    [draft] = laptop.concepten()
    session = open_window(laptop)
    part = open_part(qtbot, session, "wachtlijst")
    choose(qtbot, session, "Contact bij")
    assert "Vraagt om twee oproepkrachten voor de feestdagen." in words_of(part)
    session.window.this_laptop.waiting.detail.buttons[contents.THROW_AWAY].click()
    settle(qtbot, session)
    assert laptop.concepten() == ()
    assert texts.DRAFTS not in [line.title for line in part.list.lines.rows()]  # type: ignore[attr-defined]
    assert session.window.toast.text() == texts.THROWN_AWAY
    press(qtbot, session, Key.Key_Z, Ctrl)
    [back] = laptop.concepten()
    assert (back.soort, back.velden) == (draft.soort, draft.velden)
    settle(qtbot, session)
    assert texts.DRAFTS in [line.title for line in part.list.lines.rows()]  # type: ignore[attr-defined]
    choose(qtbot, session, "Contact bij")
    session.window.this_laptop.waiting.detail.buttons[contents.GO_ON].click()
    settle(qtbot, session)
    assert session.window.employers.panel is not None


def test_what_was_sent_leaves_the_list_and_the_focus_stays(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    waiting(laptop)
    laptop.offline = False
    session = open_window(laptop)
    part = open_part(qtbot, session, "wachtlijst")
    choose(qtbot, session, "Contact bij")
    button = session.window.this_laptop.waiting.detail.buttons[contents.GO_ON]
    button.setFocus()
    session.sync.request()
    qtbot.waitUntil(lambda: not laptop.wachtrij())
    settle(qtbot, session)
    assert part.list.current().title.startswith("Contact bij")  # type: ignore[attr-defined]
    assert QApplication.focusWidget() is button


# -- proof of receipt ------------------------------------------------------------------------------------
def test_what_arrived_has_its_proof_and_what_did_not_its_reason(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    sent(laptop)
    session = open_window(laptop)
    part = open_part(qtbot, session, "verzonden")
    titles = [line.title for line in part.list.lines.rows()]  # type: ignore[attr-defined]
    assert titles == [
        "Vandaag",
        "Regie gevraagd op Jachtwerf Stichtse Kade",
        "Telefoonnummer van Sevda Yıldız",
        "Telefoon bij Zorggroep Heidezicht",
    ]
    choose(qtbot, session, "Telefoonnummer")
    said = words_of(part)
    assert said[said.index(texts.NUMBER) + 1] == "2 van deze laptop"
    assert said[said.index(texts.RECEIVED) + 1].endswith("10:42")
    assert said[said.index(texts.OUTCOME) + 1] == "verwerkt"
    assert whole_phone("0350000128") in said, "what it changed is still told"
    session.window.this_laptop.sent.detail.buttons[contents.COPY].click()
    copied = QGuiApplication.clipboard().text()
    [_, row, _] = laptop.verzonden()
    assert copied.startswith("Telefoonnummer van Sevda Yıldız. Ontvangen door het werkcentrum op 17")
    assert row.opdracht.uuid in copied
    assert f"Volgnummer 2 van laptop {laptop.laptop_id}" in copied
    choose(qtbot, session, "Regie gevraagd")
    assert any(line.startswith("Fatima El Idrissi heeft de regie") for line in words_of(part))
    session.window.this_laptop.sent.detail.buttons[contents.RECONCILE].click()
    settle(qtbot, session)
    assert session.window.current_page() is session.window.reconcile


def test_receipts_come_by_the_page(qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop.views.deze_laptop import sent_part

    monkeypatch.setattr(sent_part, "PAGE", 2)
    laptop = StagedLaptop()
    sent(laptop)
    session = open_window(laptop)
    part = open_part(qtbot, session, "verzonden")
    part._count = 2  # type: ignore[attr-defined]
    part.refresh()
    settle(qtbot, session)
    assert len(part.list.lines.rows()) == 3  # type: ignore[attr-defined]
    session.window.this_laptop.sent.more.click()
    settle(qtbot, session)
    assert len(part.list.lines.rows()) == 4  # type: ignore[attr-defined]
    assert not session.window.this_laptop.sent.more.isVisible()


# -- the log ---------------------------------------------------------------------------------------------
def test_the_log_of_the_oefenomgeving_fills_and_is_filtered(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    laptop.doe("regie.neem", {"werkgever_id": laptop.id(UNHELD)})
    laptop.sync()
    laptop.offline = True
    for _ in range(2):
        with pytest.raises(Exception, match="centrum_onbereikbaar"):
            laptop.sync()
    session = open_window(laptop)
    open_part(qtbot, session, "logboek")
    log = session.window.this_laptop.log

    def titles() -> list[str]:
        return [texts_popovers.round_title(row) for row in log.model.rows()]

    assert titles()[-1] == texts_popovers.ROUND
    assert titles()[0].startswith(texts_popovers.FAILED)
    log.kind.set_value("fouten")
    settle(qtbot, session)
    assert all(title.startswith(texts_popovers.FAILED) for title in titles())
    log.kind.set_value("wijzigingen")
    settle(qtbot, session)
    assert titles() == [texts_popovers.ROUND]
    laptop.moment += timedelta(days=3)
    log.period.set_value("0")
    settle(qtbot, session)
    assert titles() == []
    assert log.nothing.isVisible()


def test_rounds_that_are_one_line_say_from_when_to_when() -> None:
    begun = NOW - timedelta(hours=1)
    row = RondeRij(1, begun, NOW, 0, 0, 0, 0, 0, "centrum_onbereikbaar", keren=12)
    assert texts_popovers.round_title(row) == "Niet gelukt, 12 keer"
    assert texts_popovers.round_when(row, TODAY) == "09:42 tot 10:42"
    assert texts_popovers.round_when(replace(row, keren=1), TODAY) == "10:42"


# -- how it looks ----------------------------------------------------------------------------------------
def pictures(qtbot: QtBot, session: Session) -> dict[str, QImage]:
    """Every part, as it looks now."""
    result = {}
    for key in ("hier", "wachtlijst", "verzonden", "logboek"):
        open_part(qtbot, session, key)
        result[key] = session.window.grab().toImage()
    return result


def test_another_theme_and_text_size_leave_nothing_of_before(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    sent(laptop)
    laptop.doe("contactpersoon.registreer", {"werkgever_id": laptop.id(BAKERY), "naam": "Femke Prins"})
    session = open_window(laptop, page="vandaag")
    pictures(qtbot, session)
    before = pictures(qtbot, session)
    for factor in (1.5, 2.0, 1.0):
        session.settings.change(tekstfactor=factor)
        settle(qtbot, session)
    assert [key for key, image in pictures(qtbot, session).items() if image != before[key]] == []
    session.settings.change(thema=DONKER)
    live = pictures(qtbot, session)
    laptop.bewaar_voorkeuren(replace(laptop.voorkeuren(), thema=DONKER))
    fresh = open_window(laptop, theme_name=None, page="vandaag")
    pictures(qtbot, fresh)
    assert [key for key, image in pictures(qtbot, fresh).items() if image != live[key]] == []
