"""One werkgever: header, regie in words, tabs."""

from __future__ import annotations

from desktop.views.session import Session
from tests.support.practice_laptop import CARE, UNHELD, YOUSSEF, StagedLaptop
from tests.support.scenes.playing import Play, Scene, look


def tab(number: int) -> Play:
    def play(session: Session, _laptop: StagedLaptop) -> None:
        session.window.employers.detail.tabs.setCurrentIndex(number)

    return play


def asked(laptop: StagedLaptop) -> None:
    laptop.doe("regie.neem", {"werkgever_id": laptop.id(UNHELD)})


SCENES = (
    Scene("dossier-van-een-ander", look, at=CARE),
    Scene("dossier-bemiddelaar", look, at=CARE, who=YOUSSEF),
    Scene("dossier-niemand-heeft-de-regie", look, at=UNHELD),
    Scene("dossier-regie-gevraagd", look, at=UNHELD, prepare=asked),
    Scene("dossier-gegevens", tab(1)),
    Scene("dossier-contactpersonen", tab(2)),
)
