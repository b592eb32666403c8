"""Op deze laptop: what is here, what waits, what arrived, the log, and the question about removing much."""

from __future__ import annotations

from datetime import timedelta

from desktop.sync import facts
from desktop.views.session import Session
from desktop.views.sync_driver import SyncKind, SyncState
from tests.support.practice_laptop import BAKERY, CARE, NOW, TODAY, UNHELD, StagedLaptop
from tests.support.scenes.playing import Play, Scene, settle
from tests.support.scenes.sync import OFFLINE, four_wait
from tests.support.scenes.tools import rounds

ASKED = SyncState(SyncKind.ATTENTION, NOW)


def part(key: str, item: int = -1) -> Play:
    """That part in sight; `item` is the line that is chosen."""

    def play(session: Session, _laptop: StagedLaptop) -> None:
        session.window.open_laptop_page(key)
        settle(session)
        shown = session.window.this_laptop.part
        if item >= 0:
            shown.list.setCurrentIndex(shown.list.lines.index(item))  # type: ignore[attr-defined]
            shown.list.opened.emit()  # type: ignore[attr-defined]

    return play


def waiting(laptop: StagedLaptop) -> None:
    """A morning without a network, with a form that is not finished."""
    four_wait(laptop)
    bakery = laptop.id(BAKERY)
    person = laptop.doe("contactpersoon.registreer", {"werkgever_id": bakery, "naam": "Femke Prins"})
    laptop.doe("contactpersoon.wijzig", {"contactpersoon_id": person.id, "functie": "Planner"})
    note = {
        "werkgever_id": bakery,
        "notitie": "Vraagt om twee oproepkrachten voor de feestdagen.",
        "kanaal": "bezoek",
    }
    laptop.bewaar_concept("bezoek", bakery, note)


def sent(laptop: StagedLaptop) -> None:
    """What was sent today, and one that was not taken."""
    care = laptop.id(CARE)
    laptop.doe(
        "contact.leg_vast",
        {
            "werkgever_id": care,
            "datum": TODAY.isoformat(),
            "kanaal": "telefoon",
            "notitie": "Belt maandag terug.",
        },
        tijd=NOW - timedelta(minutes=20),
    )
    person = laptop.persoon("Sevda Yıldız")
    laptop.doe("contactpersoon.wijzig", {"contactpersoon_id": person, "telefoon": "035 000 01 28"})
    claim = {"werkgever_id": laptop.id(UNHELD)}
    laptop.doe("regie.neem", claim)
    laptop.colleague("Fatima", "regie.neem", claim)
    laptop.sync()


def would_remove(laptop: StagedLaptop) -> None:
    """A round stopped: it would have taken much away."""
    kept = '{"aantal": 412, "totaal": 1284, "sinds": "2026-11-17T09:40:00Z", "akkoord": null}'
    with laptop._writer.begin() as connection:
        facts.put(connection, verwijderen=kept)


SCENES = (
    Scene("deze-laptop", part("hier")),
    Scene("deze-laptop-veel-weg", part("hier"), prepare=would_remove, state=ASKED),
    Scene("deze-laptop-wachtlijst", part("wachtlijst", 3), prepare=waiting, state=OFFLINE),
    Scene("deze-laptop-wacht-op-ander", part("wachtlijst", 6), prepare=waiting),
    Scene("deze-laptop-concept", part("wachtlijst", 8), prepare=waiting, state=OFFLINE),
    Scene("deze-laptop-verzonden", part("verzonden", 2), prepare=sent),
    Scene("deze-laptop-geweigerd", part("verzonden", 1), prepare=sent),
    Scene("deze-laptop-logboek", part("logboek"), prepare=rounds),
    Scene("deze-laptop-niets-wacht", part("wachtlijst")),
)
