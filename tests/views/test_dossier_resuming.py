"""A draft that was left behind opens in its own form again, filled, from wherever it is asked."""

from collections.abc import Callable, Mapping

import pytest
from pytestqt.qtbot import QtBot

from desktop.models.queries.laptop_rows import Concept
from desktop.views.acties.form import ActionForm
from desktop.views.forms.panel import FormPanel
from desktop.views.session import Session
from desktop.views.werkgevers.correct_form import CorrectForm
from desktop.views.werkgevers.employer_form import EmployerForm
from desktop.views.werkgevers.forms.agreement import NewAgreement
from desktop.views.werkgevers.forms.employer import EditEmployer
from desktop.views.werkgevers.forms.merge import MergeForm
from desktop.views.werkgevers.forms.person import EditPerson
from desktop.views.werkgevers.forms.regie import TransferForm
from desktop.views.werkgevers.visit_form import VisitForm
from tests.support.practice_laptop import BAKERY, TIMBER, StagedLaptop
from tests.views.conftest import Open, settle

Subject = Callable[[StagedLaptop], str]


def bakery(backend: StagedLaptop) -> str:
    return backend.id(BAKERY)


def anouk(backend: StagedLaptop) -> str:
    return backend.persoon("Anouk de Vries")


def my_visit(backend: StagedLaptop) -> str:
    rows = backend.blad(backend.id(BAKERY)).contacten
    return next(row.id for row in rows if row.medewerker_id == backend.medewerker_id)


def new(backend: StagedLaptop) -> str:
    return "nieuw"


def kept(backend: StagedLaptop, soort: str, about: str, velden: Mapping[str, object]) -> Concept:
    at = backend.bewaar_concept(soort, about, velden)
    return Concept(soort, about, dict(velden), at)


def resumed(qtbot: QtBot, session: Session, draft: Concept) -> FormPanel:
    session.window.resume(draft)
    settle(qtbot, session)
    panel = session.window.employers.panel
    assert isinstance(panel, FormPanel)
    return panel


@pytest.mark.parametrize(
    ("soort", "about", "velden", "form", "field"),
    [
        ("bezoek", bakery, {"notitie": "Half af"}, VisitForm, "notitie"),
        ("werkgever", new, {"naam": "Nieuwe Zaak"}, EmployerForm, "naam"),
        ("actie", bakery, {"wat": "Bellen"}, ActionForm, "wat"),
        ("werkgever_gegevens", bakery, {"sector": "Brood"}, EditEmployer, "sector"),
        ("contactpersoon_wijzigen", anouk, {"functie": "hoofd hr"}, EditPerson, "functie"),
        ("afspraak", bakery, {"inhoud": "Elke maand bellen"}, NewAgreement, "inhoud"),
        ("contact_wijzigen", my_visit, {"notitie": "Toch anders"}, CorrectForm, "notitie"),
        ("regie_stel_overdracht_voor", bakery, {"toelichting": "Jij kent hen"}, TransferForm, "toelichting"),
    ],
)
def test_a_draft_is_filled_in_without_another_question(
    qtbot: QtBot,
    open_window: Open,
    soort: str,
    about: Subject,
    velden: dict[str, object],
    form: type[FormPanel],
    field: str,
) -> None:
    backend = StagedLaptop()
    where = {} if soort == "werkgever" else {"werkgever_id": backend.id(BAKERY)}
    draft = kept(backend, soort, about(backend), velden | where)
    session = open_window(backend, at=TIMBER)
    made = resumed(qtbot, session, draft)
    assert type(made) is form
    assert made.as_plain()[field] == velden[field]
    assert made.offer.text() == ""


def test_a_merge_is_resumed_with_both(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    both = {"werkgever_id": backend.id(BAKERY), "dubbel": backend.id(TIMBER), "blijft": backend.id(TIMBER)}
    session = open_window(backend, at=TIMBER)
    made = resumed(qtbot, session, kept(backend, "samenvoegen", backend.id(BAKERY), both))
    assert isinstance(made, MergeForm)
    assert made.as_plain()["blijft"] == backend.id(TIMBER)


def test_a_draft_about_a_row_that_is_gone_opens_nothing(qtbot: QtBot, open_window: Open) -> None:
    backend = StagedLaptop()
    session = open_window(backend, at=BAKERY)
    where = {"werkgever_id": backend.id(BAKERY)}
    session.window.resume(Concept("vestiging_wijzigen", "weg", dict(where), backend.now()))
    session.window.resume(Concept("iets_nieuws", "weg", {}, backend.now()))
    settle(qtbot, session)
    assert session.window.employers.panel is None
