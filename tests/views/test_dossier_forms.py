"""The forms of a dossier: what they send, what they say at the field, and what others changed meanwhile."""

from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.models.errors import Weigering
from desktop.views.forms import texts as form_words
from desktop.views.forms.field_form import FieldForm
from desktop.views.forms.panel import FormPanel
from desktop.views.session import Session
from desktop.views.werkgevers.forms import texts as words
from desktop.views.werkgevers.forms.agreement import EndAgreement, NewAgreement
from desktop.views.werkgevers.forms.employer import EditEmployer
from desktop.views.werkgevers.forms.merge import MergeForm
from desktop.views.werkgevers.forms.person import EditPerson, NewPerson
from desktop.views.werkgevers.forms.place import EditPlace, NewPlace
from desktop.views.werkgevers.forms.regie import AssignForm, DeclineForm, StandInForm, TransferForm
from tests.support.practice_laptop import BAKERY, CARE, MARLEEN, UNHELD, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, press, type_words

F = TypeVar("F", bound=FormPanel)
MOST_FIELDS = 8


def ask(qtbot: QtBot, session: Session, key: str, about: str = "") -> None:
    session.window.actions_of_employers.ask_for(key, about)
    settle(qtbot, session)


def regie(qtbot: QtBot, session: Session, key: str) -> None:
    session.window.actions_of_employers._regie(key)
    settle(qtbot, session)


def form(session: Session, kind: type[F]) -> F:
    panel = session.window.employers.panel
    assert isinstance(panel, kind)
    return panel


def fill(made: FieldForm, **values: object) -> None:
    for key, value in values.items():
        made.inputs[key].set_value(value)


def save(qtbot: QtBot, session: Session) -> None:
    session.window.employers.save_panel()
    settle(qtbot, session)


# -- every form ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "key", ["gegevens", "registratie", "rust", "persoon", "vestiging", "afspraak", "overdragen", "waarneming"]
)
def test_a_form_has_few_fields_each_with_a_name(qtbot: QtBot, open_window: Open, key: str) -> None:
    session = open_window(at=BAKERY)
    if key in ("overdragen", "waarneming"):
        commands = {"overdragen": "regie.stel_overdracht_voor", "waarneming": "regie.stel_waarneming_in"}
        regie(qtbot, session, commands[key])
    else:
        ask(qtbot, session, key)
    made = session.window.employers.panel
    assert isinstance(made, FieldForm)
    assert sum(one.widget.isVisible() for one in made.inputs.values()) <= MOST_FIELDS
    focused = QApplication.focusWidget()
    assert focused is not None
    assert made.isAncestorOf(focused)


def test_a_form_keeps_its_draft_and_offers_it_back(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(at=BAKERY)
    ask(qtbot, session, "persoon")
    type_words("Piet Jansen")
    press(qtbot, session, Key.Key_Escape)
    assert session.window.employers.panel is None
    ask(qtbot, session, "persoon")
    made = form(session, NewPerson)
    assert (made.value("naam"), made.offer.text()) == ("", "Er staat nog een concept van 10:42.")
    made.offer.go_on.click()
    assert made.value("naam") == "Piet Jansen"


# -- werkgever ----------------------------------------------------------------------------------------


def test_only_what_changed_is_sent_and_what_was_emptied_is_named(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    ask(qtbot, session, "gegevens")
    made = form(session, EditEmployer)
    assert (made.value("kvk_nummer"), made.value("segment")) == ("6959 9084", "smaakmaker")
    save(qtbot, session)
    assert made.banner.text() == form_words.NOTHING_CHANGED
    fill(made, werkzame_personen="1.060", website="", kenmerken="warm, klein")
    press(qtbot, session, Key.Key_Return, Ctrl)
    name, arguments = backend.done[-1]
    assert (name, session.window.employers.panel) == ("werkgever.wijzig", None)
    assert arguments == {
        "werkgever_id": backend.id(BAKERY),
        "werkzame_personen": 1060,
        "kenmerken": ["warm", "klein"],
        "wis": ["website"],
    }
    assert session.window.toast.text() == "Gegevens gewijzigd"
    assert "1.060\u00a0medewerkers" in session.window.employers.detail.header.facts.text()


def test_what_is_wrong_stands_at_the_field_on_leaving_it(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(at=BAKERY)
    ask(qtbot, session, "gegevens")
    made = form(session, EditEmployer)
    fill(made, kvk_nummer="123", naam="", werkzame_personen="veel")
    for key in ("kvk_nummer", "naam", "werkzame_personen"):
        made.inputs[key].widget.setFocus()
    made.inputs["website"].widget.setFocus()
    assert made.rows["kvk_nummer"].error == "Dit KvK-nummer heeft 3 cijfers. Het moeten er 8 zijn."
    assert made.rows["naam"].error == "Vul de naam in."
    assert made.rows["werkzame_personen"].error == form_words.NUMBER_ONLY
    save(qtbot, session)
    assert QApplication.focusWidget() is made.inputs["naam"].widget


def test_rest_is_set_and_taken_away(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    ask(qtbot, session, "rust")
    made = form(session, EditEmployer)
    fill(made, niet_benaderen_tot="1 januari", niet_benaderen_reden="reorganisatie")
    save(qtbot, session)
    strip = session.window.employers.detail.header.strip
    assert "Deze werkgever wil tot 1\u00a0januari 2027 geen contact." in strip.notice.text()
    ask(qtbot, session, "rust")
    fill(form(session, EditEmployer), niet_benaderen_tot="")
    save(qtbot, session)
    assert backend.done[-1][1]["wis"] == ["niet_benaderen_reden", "niet_benaderen_tot"]
    assert not strip.notice.isVisible()


def test_what_a_colleague_changed_meanwhile_is_said_before_it_is_lost(
    qtbot: QtBot, open_window: Open
) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    ask(qtbot, session, "gegevens")
    made = form(session, EditEmployer)
    fill(made, werkzame_personen="60")
    theirs = {"werkgever_id": backend.id(BAKERY), "werkzame_personen": 75, "sector": "Brood en banket"}
    backend.colleague("Fatima", "werkgever.wijzig", theirs)
    session.sync.request()
    settle(qtbot, session)
    qtbot.waitUntil(lambda: made.value("sector") == "Brood en banket")
    assert made.value("werkzame_personen") == "60"
    assert made.banner.text() == form_words.changed_meanwhile("Fatima El Idrissi", "Aantal medewerkers")
    asides = [label.text() for label in made.rows["werkzame_personen"].findChildren(QLabel)]
    assert "nu: 75" in asides
    save(qtbot, session)
    assert backend.done[-1][1] == {"werkgever_id": backend.id(BAKERY), "werkzame_personen": 60}


def test_a_draft_of_yesterday_looks_at_what_stands_now(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    ask(qtbot, session, "gegevens")
    fill(form(session, EditEmployer), werkzame_personen="60")
    press(qtbot, session, Key.Key_Escape)
    theirs = {"werkgever_id": backend.id(BAKERY), "werkzame_personen": 75}
    backend.colleague("Fatima", "werkgever.wijzig", theirs)
    backend.arrive()
    ask(qtbot, session, "gegevens")
    made = form(session, EditEmployer)
    made.offer.go_on.click()
    settle(qtbot, session)
    assert "Aantal medewerkers" in made.banner.text()
    assert made.value("werkzame_personen") == "60"


# -- contactpersonen, vestigingen, afspraken ----------------------------------------------------------


def test_a_person_is_added(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    ask(qtbot, session, "persoon")
    made = form(session, NewPerson)
    fill(made, naam="Piet Jansen", functie="planner", email="piet@bakker", van="1 november")
    save(qtbot, session)
    assert "niet compleet" in made.rows["email"].error
    fill(made, email="piet@bakker.example")
    save(qtbot, session)
    assert backend.done[-1][1]["van"] == "2026-11-01"
    assert session.window.toast.text() == "Contactpersoon toegevoegd"


def test_somebody_left_today(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    ask(qtbot, session, "persoon_wijzigen", backend.persoon("Sevda Yıldız"))
    made = form(session, EditPerson)
    made._left_today()
    fill(made, telefoon="", niet_benaderen=True)
    save(qtbot, session)
    name, arguments = backend.done[-1]
    assert name == "contactpersoon.wijzig"
    assert (arguments["tot"], arguments["niet_benaderen"], arguments["wis"]) == (
        "2026-11-17",
        True,
        ["telefoon"],
    )


def test_a_place_is_added_and_changed(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    ask(qtbot, session, "vestiging")
    made = form(session, NewPlace)
    save(qtbot, session)
    assert made.rows["straat"].error == form_words.REQUIRED["adres"]
    fill(made, naam="Winkel Huizen", straat="Kerkstraat", huisnummer="bij 8", postcode="1271 RK")
    save(qtbot, session)
    assert made.rows["huisnummer"].error == words.HOUSE_WRONG
    fill(made, huisnummer="8 a", woonplaats="Huizen")
    save(qtbot, session)
    arguments = backend.done[-1][1]
    assert (arguments["huisnummer"], arguments["toevoeging"]) == (8, "a")
    place = next(
        row for row in backend.dossier(backend.id(BAKERY)).vestigingen if row.naam == "Winkel Huizen"
    )
    ask(qtbot, session, "vestiging_wijzigen", place.id)
    changed = form(session, EditPlace)
    fill(changed, huisnummer="10")
    save(qtbot, session)
    name, arguments = backend.done[-1]
    assert name == "vestiging.wijzig"
    assert (arguments["huisnummer"], arguments["wis"]) == (10, ["toevoeging"])


def test_an_agreement_is_made_and_ended(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    ask(qtbot, session, "afspraak")
    made = form(session, NewAgreement)
    fill(made, soort="nazorg", inhoud="Elke maand bellen", tot="1 november 2026")
    save(qtbot, session)
    assert "Kies een dag daarna." in made.rows["tot"].error
    fill(made, tot="1 maart")
    save(qtbot, session)
    assert backend.done[-1][1]["tot"] == "2027-03-01"
    found = next(
        row for row in backend.dossier(backend.id(BAKERY)).afspraken if row.inhoud == "Elke maand bellen"
    )
    ask(qtbot, session, "afspraak_beeindigen", found.id)
    ended = form(session, EndAgreement)
    fill(ended, tot="1 maart 2026")
    save(qtbot, session)
    assert "begint op 17\u00a0november 2026" in ended.rows["tot"].error
    fill(ended, tot="31 december", reden="Niet meer nodig")
    save(qtbot, session)
    assert backend.done[-1] == (
        "afspraak.beeindig",
        {"afspraak_id": found.id, "tot": "2026-12-31", "reden": "Niet meer nodig"},
    )


# -- regie --------------------------------------------------------------------------------------------


def test_handing_over_shows_what_passes_on(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    regie(qtbot, session, "regie.stel_overdracht_voor")
    made = form(session, TransferForm)
    shown = [label.text() for label in made.findChildren(QLabel)]
    assert "Uitleg no-riskpolis mailen, 4 dagen te laat" in shown
    assert any(text.startswith("Afspraak: twee plekken") for text in shown)
    save(qtbot, session)
    assert made.rows["naar_id"].error == form_words.REQUIRED["naar_id"]
    fill(made, naar_id=backend.medewerker("Fatima"), toelichting="Jij kent hen")
    save(qtbot, session)
    name, arguments = backend.done[-1]
    assert (name, arguments["toelichting"]) == ("regie.stel_overdracht_voor", "Jij kent hen")
    assert session.window.toast.text() == words.TRANSFER_ASKED


def test_a_transfer_to_me_is_declined_with_a_reason(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    offered = {"werkgever_id": backend.id(CARE), "naar_id": backend.medewerker("Karin")}
    backend.colleague("Fatima", "regie.stel_overdracht_voor", offered)
    backend.arrive()
    session = open_window(backend, at=CARE)
    strip = session.window.employers.detail.header.strip
    assert strip.holder.text() == "Fatima El Idrissi draagt de regie aan jou over."
    strip.links[1].click()
    settle(qtbot, session)
    made = form(session, DeclineForm)
    save(qtbot, session)
    assert made.rows["reden"].error == form_words.REQUIRED["reden"]
    type_words("Te veel op mijn bord")
    press(qtbot, session, Key.Key_Return, Ctrl)
    assert backend.done[-1][1]["reden"] == "Te veel op mijn bord"


def test_a_transfer_to_me_is_accepted_with_one_press(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    offered = {"werkgever_id": backend.id(CARE), "naar_id": backend.medewerker("Karin")}
    backend.colleague("Fatima", "regie.stel_overdracht_voor", offered)
    backend.arrive()
    session = open_window(backend, at=CARE)
    session.window.employers.detail.header.strip.links[0].click()
    settle(qtbot, session)
    assert backend.done[-1][0] == "regie.aanvaard_overdracht"


def test_standing_in_is_for_this_one_or_for_all(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    regie(qtbot, session, "regie.stel_waarneming_in")
    made = form(session, StandInForm)
    fill(made, waarnemer_id=backend.medewerker("Fatima"), tot="16 november 2026")
    save(qtbot, session)
    assert made.rows["tot"].error
    fill(made, tot="30 november")
    save(qtbot, session)
    arguments = backend.done[-1][1]
    assert arguments["werkgever_ids"] == [backend.id(BAKERY)]
    assert (arguments["van"], arguments["tot"]) == ("2026-11-17", "2026-11-30")
    regie(qtbot, session, "regie.stel_waarneming_in")
    fill(
        form(session, StandInForm),
        waarvoor="alle",
        waarnemer_id=backend.medewerker("Joost"),
        tot="1 december",
    )
    save(qtbot, session)
    assert "werkgever_ids" not in backend.done[-1][1]


def test_the_teamleider_assigns(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop(MARLEEN)
    session = open_window(backend, at=UNHELD)
    assert session.window.employers.detail.header.strip.links[0].text() == "Toewijzen"
    regie(qtbot, session, "regie.wijs_toe")
    fill(form(session, AssignForm), accountmanager_id=backend.medewerker("Joost"))
    save(qtbot, session)
    assert backend.done[-1][0] == "regie.wijs_toe"


# -- merging ------------------------------------------------------------------------------------------


def merge(qtbot: QtBot, session: Session, other: str) -> MergeForm:
    session.window.actions_of_employers._double_picked(other)
    settle(qtbot, session)
    return form(session, MergeForm)


def test_a_double_is_merged_after_a_choice_of_which_stays(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    double = backend.doe("werkgever.registreer", {"naam": "Lindehof bakkerij"}).id or ""
    session = open_window(backend, at=BAKERY)
    made = merge(qtbot, session, double)
    made._keeper[1].radio.setChecked(True)
    save(qtbot, session)
    assert backend.done[-1] == (
        "werkgever.voeg_samen",
        {"werkgever_id": double, "dubbel_id": backend.id(BAKERY)},
    )
    assert session.window.toast.text() == words.MERGE_ASKED


def test_two_regiehouders_are_for_the_teamleider(qtbot: QtBot, open_window: Open) -> None:
    karins = open_window(StagedLaptop(), at=BAKERY)
    made = merge(qtbot, karins, karins.operations.backend.id(CARE))  # type: ignore[attr-defined]
    save(qtbot, karins)
    assert made.banner.text() == words.TEAMLEIDER_DECIDES
    backend = StagedLaptop(MARLEEN)
    session = open_window(backend, at=BAKERY)
    made = merge(qtbot, session, backend.id(CARE))
    save(qtbot, session)
    assert made.banner.text() == form_words.REQUIRED["regie_bij_id"]
    made._holder[1].radio.setChecked(True)
    save(qtbot, session)
    assert "eigen KvK-nummer" in made.banner.text()


# -- refusals -----------------------------------------------------------------------------------------


def test_what_was_typed_stays_when_it_is_refused(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    backend.refuse["contactpersoon.registreer"] = Weigering("werkgever_onbekend")
    session = open_window(backend, at=BAKERY)
    ask(qtbot, session, "persoon")
    made = form(session, NewPerson)
    fill(made, naam="Piet Jansen")
    save(qtbot, session)
    assert session.window.employers.panel is made
    assert (made.value("naam"), bool(made.banner.text())) == ("Piet Jansen", True)
