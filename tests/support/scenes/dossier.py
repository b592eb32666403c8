"""One werkgever: header, regie in every state, tabs, and the forms that open beside it."""

from __future__ import annotations

from datetime import timedelta

from desktop.views.session import Session
from desktop.views.subject.strip_words import StripLink
from desktop.views.werkgevers import more_menu, regie_choices
from tests.support.practice_laptop import BAKERY, CARE, MARLEEN, TODAY, UNHELD, YOUSSEF, StagedLaptop
from tests.support.scenes.playing import Play, Scene, look, settle

TRANSFERRED, AWAY = "Transportbedrijf Van Ginneken", "Schoonmaakbedrijf Gooistad"


def tab(key: str) -> Play:
    def play(session: Session, _laptop: StagedLaptop) -> None:
        session.window.employers.detail.show_tab(key)

    return play


def form(key: str) -> Play:
    """Of the menu *Meer*."""

    def play(session: Session, _laptop: StagedLaptop) -> None:
        session.window.actions_of_employers.more(key)

    return play


def regie(link: StripLink) -> Play:
    def play(session: Session, _laptop: StagedLaptop) -> None:
        dossier = session.window.employers.detail.dossier
        assert dossier is not None
        session.window.actions_of_employers.regie.do(link.key, dossier)

    return play


def asked(laptop: StagedLaptop) -> None:
    laptop.doe("regie.neem", {"werkgever_id": laptop.id(UNHELD)})


def waits(laptop: StagedLaptop) -> None:
    visit = {"werkgever_id": laptop.id(BAKERY), "datum": TODAY.isoformat(), "tijd": "09:10"}
    laptop.doe("contact.leg_vast", visit | {"kanaal": "bezoek", "notitie": "Proef op de expeditie bekeken."})


def quiet(laptop: StagedLaptop) -> None:
    until = {"niet_benaderen_tot": (TODAY + timedelta(days=45)).isoformat()}
    given = {"werkgever_id": laptop.id(CARE)} | until | {"niet_benaderen_reden": "reorganisatie"}
    laptop.colleague("Fatima", "werkgever.wijzig", given)
    laptop.arrive()


def approached(laptop: StagedLaptop) -> None:
    laptop.colleague("Youssef", "benadering.meld", {"werkgever_id": laptop.id(UNHELD)})
    laptop.arrive()


def merging(session: Session, laptop: StagedLaptop) -> None:
    session.window.actions_of_employers._double_picked(laptop.id("Bakkerij Mulder"))
    settle(session)


SCENES = (
    Scene("dossier-nog-niet-verzonden", look, prepare=waits),
    Scene("dossier-van-een-ander", look, at=CARE, prepare=quiet),
    Scene("dossier-bemiddelaar", look, at=CARE, who=YOUSSEF),
    Scene("dossier-teamleider", look, at=CARE, who=MARLEEN),
    Scene("dossier-niemand-heeft-de-regie", look, at=UNHELD),
    Scene("dossier-benadering-gemeld", look, at=UNHELD, prepare=approached),
    Scene("dossier-regie-gevraagd", look, at=UNHELD, prepare=asked),
    Scene("dossier-overdracht-aan-mij", look, at=TRANSFERRED),
    Scene("dossier-waarneming", look, at=AWAY),
    Scene("dossier-gegevens", tab("gegevens")),
    Scene("dossier-contactpersonen", tab("contactpersonen")),
    Scene("dossier-vestigingen", tab("vestigingen")),
    Scene("dossier-afspraken", tab("afspraken")),
    Scene("dossier-in-het-kort", tab("kort")),
    Scene("overdracht-voorstellen", regie(regie_choices.TRANSFER)),
    Scene("overdracht-weigeren", regie(regie_choices.DECLINE), at=TRANSFERRED),
    Scene("waarneming-instellen", regie(regie_choices.STAND_IN)),
    Scene("regie-toewijzen", regie(regie_choices.ASSIGN), at=UNHELD, who=MARLEEN),
    Scene("contactpersoon-nieuw", form(more_menu.PERSON)),
    Scene("vestiging-nieuw", form(more_menu.PLACE)),
    Scene("afspraak-nieuw", form(more_menu.AGREEMENT)),
    Scene("gegevens-wijzigen", form(more_menu.FACTS)),
    Scene("niet-benaderen", form(more_menu.QUIET)),
    Scene("samenvoegen", merging),
)
