"""Which form belongs to a link of a tab or an item of the menu at a dossier; imported with the first one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from desktop.models.queries.day_rows import Dossier
from desktop.models.queries.vacature_rows import WerkgeversvraagRij
from desktop.views.forms.desk import Make
from desktop.views.forms.panel import FormPanel
from desktop.views.shell import Shell
from desktop.views.signalen import forms as signals
from desktop.views.vacatures import forms as vacancies
from desktop.views.werkgevers import dossier_facts, work_facts
from desktop.views.werkgevers.forms import question
from desktop.views.werkgevers.forms.agreement import EndAgreement, NewAgreement
from desktop.views.werkgevers.forms.employer import PARTS, EditEmployer
from desktop.views.werkgevers.forms.person import EditPerson, NewPerson
from desktop.views.werkgevers.forms.place import EditPlace, NewPlace
from desktop.views.werkgevers.work_here import WorkHere

OF_ROWS = {
    dossier_facts.EDIT_PERSON: "contactpersoon_wijzigen",
    dossier_facts.EDIT_PLACE: "vestiging_wijzigen",
    dossier_facts.END_AGREEMENT: "afspraak_beeindigen",
}
NEW = {
    dossier_facts.ADD_PERSON: ("contactpersoon", NewPerson),
    dossier_facts.ADD_PLACE: ("vestiging", NewPlace),
    dossier_facts.ADD_AGREEMENT: ("afspraak", NewAgreement),
}

QUESTIONS: Mapping[str, tuple[str, Callable[[Shell, WerkgeversvraagRij], FormPanel]]] = {
    work_facts.EDIT_QUESTION: (question.EDIT, question.EditQuestion),
    work_facts.ANSWER: (question.ANSWER, question.AnswerQuestion),
    work_facts.REFER: (question.REFER, question.ReferQuestion),
}


class Opening(NamedTuple):
    """What `FormDesk.open` asks: the kind of draft, what it is about, and how the form is made."""

    draft: str
    about: str
    make: Make


def asked(shell: Shell, dossier: Dossier, key: str, about: str, work: WorkHere) -> Opening | None:
    """The form that this link leads to; None for a row that is gone by now."""
    card = dossier.werkgever
    if key == work_facts.ADD_VACANCY:
        return Opening(vacancies.NEW, card.id, partial(vacancies.NewVacancy, shell, card.id))
    if key == work_facts.ADD_QUESTION:
        return Opening(question.NEW, card.id, partial(question.NewQuestion, shell, card))
    if key == work_facts.REPORT_SIGNAL:
        report = partial(signals.ReportSignal, shell, card.id, werkgever=card.naam)
        return Opening(signals.REPORT, card.id, report)
    if key == work_facts.ANSWER_SIGNAL:
        signal = work.signal(about)
        return (
            Opening(signals.ANSWER, about, partial(signals.AnswerSignal, shell, signal)) if signal else None
        )
    if key in QUESTIONS:
        row = work.question(about)
        draft, make_question = QUESTIONS[key]
        return Opening(draft, about, partial(make_question, shell, row)) if row is not None else None
    if key in PARTS:
        return Opening(f"werkgever_{key}", card.id, partial(EditEmployer, shell, dossier, PARTS[key]))
    if key in NEW:
        draft, form = NEW[key]
        return Opening(draft, card.id, partial(form, shell, dossier, shell.new_id))
    make = _of_row(shell, dossier, key, about)
    return Opening(OF_ROWS[key], about, make) if make is not None else None


def _of_row(shell: Shell, dossier: Dossier, key: str, about: str) -> Make | None:
    if key == dossier_facts.EDIT_PERSON:
        people = (row for row in dossier.contactpersonen if row.id == about)
        return next((partial(EditPerson, shell, dossier, row) for row in people), None)
    if key == dossier_facts.EDIT_PLACE:
        places = (row for row in dossier.vestigingen if row.id == about)
        return next((partial(EditPlace, shell, dossier, row) for row in places), None)
    agreements = (row for row in dossier.afspraken if row.id == about)
    return next((partial(EndAgreement, shell, dossier, row) for row in agreements), None)
