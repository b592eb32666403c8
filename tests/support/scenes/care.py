"""Signalen at a werkgever, the instrumentengids, and the schedule of nazorg."""

from __future__ import annotations

from desktop.views.session import Session
from desktop.views.werkgevers import more_menu, work_facts
from tests.support.practice_laptop import YOUSSEF, StagedLaptop
from tests.support.scenes.playing import Scene, settle


def answering_signal(session: Session, _laptop: StagedLaptop) -> None:
    detail = session.window.employers.detail
    detail.show_tab("werk")
    settle(session)
    detail.asked.emit(work_facts.ANSWER_SIGNAL, detail.work.found.signalen[0].id)


def reporting_signal(session: Session, _laptop: StagedLaptop) -> None:
    session.window.employers.work.more(more_menu.SIGNAL)
    settle(session)
    form = session.window.employers.work.desk.form
    assert form is not None
    form.fill_with({"categorie": "kans", "ernst": "hoog", "tekst": "De ploegleider zoekt er twee bij."})


SCENES = (
    Scene("signaal-beantwoorden", answering_signal),
    Scene("signaal-doorgeven", reporting_signal, who=YOUSSEF),
)
