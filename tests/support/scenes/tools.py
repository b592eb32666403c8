"""What floats above every page: palette, lock, log, this laptop, the card of a fault, and taking back."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtTest import QTest

from desktop.models.store import new_session
from desktop.models.tables.laptop import Ronde
from desktop.views import pages
from desktop.views.lock.page import LockPage
from desktop.views.palette import open_palette, pick_employer
from desktop.views.session import Session
from tests.support.practice_laptop import BAKERY, CARE, NOW, TIMBER, TODAY, YOUSSEF, StagedLaptop
from tests.support.scenes.playing import Play, Scene, settle

CODE = "een code voor het slot"
MINUTE = timedelta(minutes=1)


def opened_lately(laptop: StagedLaptop) -> None:
    for name in (CARE, TIMBER, BAKERY):
        laptop.geopend(laptop.id(name))


def rounds(laptop: StagedLaptop) -> None:
    """An hour of rounds; in the middle the network was away."""
    with new_session(laptop._writer) as session, session.begin():
        for number in range(12):
            at = NOW - MINUTE * 5 * (12 - number)
            fault = {5: "centrum_onbereikbaar", 6: "centrum_te_laat"}.get(number)
            count = 0 if fault else number % 4
            session.add(
                Ronde(
                    nummer=1000 + number,
                    begonnen_op=at,
                    geeindigd_op=at,
                    verzonden=count,
                    toegepast=count,
                    aangepast=0,
                    geweigerd=0,
                    ontvangen=0 if fault else (number * 7) % 30,
                    fout=fault,
                )
            )


def palette(typed: str = "") -> Play:
    def play(session: Session, _laptop: StagedLaptop) -> None:
        open_palette(session.window, typed)

    return play


def picking(session: Session, _laptop: StagedLaptop) -> None:
    pick_employer(session.window, "Bij welke werkgever was je op bezoek?", print)


def with_candidate(session: Session, laptop: StagedLaptop) -> None:
    session.window.open_row(pages.CANDIDATES, laptop.kandidaten()[0].id)
    settle(session)
    open_palette(session.window, ">")


def choosing_a_talk(session: Session, _laptop: StagedLaptop) -> None:
    session.window.choose_talk()


def locked(session: Session, laptop: StagedLaptop) -> None:
    laptop.stel_slot_in(CODE)
    session.window.lock()
    settle(session)


def wrong_code(session: Session, laptop: StagedLaptop) -> None:
    locked(session, laptop)
    [page] = session.window.findChildren(LockPage)
    QTest.keyClicks(page.code.edit, "iets anders")
    page.open_button.click()


def forgotten(session: Session, laptop: StagedLaptop) -> None:
    locked(session, laptop)
    [page] = session.window.findChildren(LockPage)
    page.forgotten.click()


def choosing_a_code(session: Session, _laptop: StagedLaptop) -> None:
    session.window.lock()


def log(session: Session, _laptop: StagedLaptop) -> None:
    session.window.popovers.open_log()


def this_laptop(session: Session, _laptop: StagedLaptop) -> None:
    session.window.popovers.open_laptop()


def fault(session: Session, _laptop: StagedLaptop) -> None:
    session.messages.broke(ValueError("iets van ons"))


def done(session: Session, laptop: StagedLaptop) -> None:
    visit = {"werkgever_id": laptop.id(BAKERY), "datum": TODAY.isoformat(), "kanaal": "bezoek"}
    session.undo.did("Bezoek vastgelegd", [laptop.doe("contact.leg_vast", visit)])


def settled(session: Session, _laptop: StagedLaptop) -> None:
    session.window.show_page("afstemming")
    settle(session)
    session.window.reconcile.choose(1)
    settle(session)
    session.window.reconcile.list.tabs.setCurrentIndex(1)


SCENES = (
    Scene("palet", palette("bak")),
    Scene("palet-leeg", palette(), prepare=opened_lately),
    Scene("palet-opdrachten", palette(">")),
    Scene("palet-bemiddelaar", palette("il"), at="", who=YOUSSEF),
    Scene("palet-gekozen-rij", with_candidate, at="", who=YOUSSEF),
    Scene("palet-nazorg-kiezen", choosing_a_talk, at="", who=YOUSSEF),
    Scene("palet-kiezen", picking, prepare=opened_lately),
    Scene("slot", locked),
    Scene("slot-verkeerde-code", wrong_code),
    Scene("slot-code-vergeten", forgotten),
    Scene("slot-code-kiezen", choosing_a_code),
    Scene("logboek", log, prepare=rounds),
    Scene("op-deze-laptop", this_laptop),
    Scene("fout-in-werkregie", fault),
    Scene("ongedaan-maken", done),
    Scene("afstemming-afgehandeld", settled, at=""),
)
