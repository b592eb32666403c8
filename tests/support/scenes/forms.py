"""What writes: Bezoek vastleggen, Nieuwe werkgever, and the question before a contact (R3)."""

from __future__ import annotations

from PySide6.QtTest import QTest

from desktop.models.errors import EnvironmentFailure
from desktop.views.session import Session
from desktop.views.sync_driver import SyncKind, SyncState
from desktop.views.werkgevers.contact_question import OTHER, ContactQuestion
from desktop.views.werkgevers.employer_form import EmployerForm
from desktop.views.werkgevers.visit_form import VisitForm
from tests.support.practice_laptop import CARE, NOW, UNHELD, YOUSSEF, StagedLaptop
from tests.support.scenes.playing import Scene, settle

NOTE = (
    "Rondleiding door de nieuwe productiehal. Vanaf januari zoeken ze twee mensen voor de inpak, vroege "
    "dienst. Ervaring is niet nodig. Ze staan open voor een proefplaatsing."
)


def visit_form(session: Session) -> VisitForm:
    form = session.window.employers.panel
    assert isinstance(form, VisitForm)
    return form


def visit(session: Session, laptop: StagedLaptop) -> None:
    session.window.log_visit(laptop.id("Bakkerij De Lindehof"))
    settle(session)
    form = visit_form(session)
    form.when.setText("vandaag 09:10")
    form.when.settle()
    form.people._typed("anouk")
    form.people._picked(form._find_people("anouk")[0])
    form.note.setPlainText(NOTE)
    form.follow_up.setText("Drie profielen sturen")
    form.deadline.setText("vr 13 november")
    form.deadline.setFocus()
    form.note.setFocus()
    form._draft.flush()


def picking(session: Session, laptop: StagedLaptop) -> None:
    visit(session, laptop)
    settle(session)
    form = visit_form(session)
    form.people.edit.setFocus()
    QTest.keyClicks(form.people.edit, "her")


def new_person(session: Session, laptop: StagedLaptop) -> None:
    visit(session, laptop)
    settle(session)
    visit_form(session).person.open_fields("Piet Jansen")


def disk_full(session: Session, laptop: StagedLaptop) -> None:
    visit(session, laptop)
    settle(session)
    visit_form(session)._not_kept(EnvironmentFailure("schijf_vol"))


def duplicate(session: Session, _laptop: StagedLaptop) -> None:
    session.window.new_employer("De Lindehof")
    settle(session)
    form = session.window.employers.panel
    assert isinstance(form, EmployerForm)
    form.set_field("kvk_nummer", "69599084")


def calling(session: Session, laptop: StagedLaptop) -> None:
    session.window.call(laptop.id(CARE))
    settle(session)
    (card,) = session.window.findChildren(ContactQuestion)
    card.choose(OTHER)
    card._reason.setText("Open dag Huizen, 26 november: zij vroegen mij om een stand")


def calling_nobodys(session: Session, laptop: StagedLaptop) -> None:
    session.window.call(laptop.id(UNHELD))


SCENES = (
    Scene("bezoek-vastleggen", visit),
    Scene("bezoek-contactpersoon-kiezen", picking),
    Scene("bezoek-nieuwe-contactpersoon", new_person),
    Scene("bezoek-schijf-vol", disk_full),
    Scene("nieuwe-werkgever-dubbel", duplicate, at=UNHELD),
    Scene("regie-bij-een-ander", calling, at=CARE, who=YOUSSEF),
    Scene("regie-bij-niemand-offline", calling_nobodys, at=UNHELD, state=SyncState(SyncKind.OFFLINE, NOW)),
)
