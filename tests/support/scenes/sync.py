"""Sync in words: what waits, how far it is, what went wrong, and an access that was taken away."""

from __future__ import annotations

from datetime import timedelta

from desktop.views.backend import Revoked, Sealed
from desktop.views.session import Session
from desktop.views.sync_driver import SyncKind, SyncProgress, SyncState
from tests.support.practice_laptop import BAKERY, NOW, TODAY, UNHELD, StagedLaptop
from tests.support.scenes.playing import Scene

OFFLINE = SyncState(SyncKind.OFFLINE, NOW - timedelta(hours=1))


def four_wait(laptop: StagedLaptop) -> None:
    """A morning without a network."""
    bakery = laptop.id(BAKERY)
    laptop.offline = True
    laptop.doe(
        "actie.maak",
        {"werkgever_id": bakery, "gevraagde_handeling": "Wervingstekst nalezen"},
        tijd=NOW - timedelta(minutes=47),
    )
    laptop.doe(
        "contact.leg_vast",
        {"werkgever_id": bakery, "datum": TODAY.isoformat(), "tijd": "10:10", "kanaal": "bezoek"},
        tijd=NOW - timedelta(minutes=32),
    )
    laptop.doe(
        "contactpersoon.wijzig",
        {"contactpersoon_id": laptop.persoon("Sevda Yıldız"), "telefoon": "035 000 01 28"},
        tijd=NOW - timedelta(minutes=8),
    )
    laptop.doe("regie.neem", {"werkgever_id": laptop.id(UNHELD)}, tijd=NOW - timedelta(minutes=1))


def waiting(session: Session, _laptop: StagedLaptop) -> None:
    session.window.popovers.open_waiting()


def overview(session: Session, _laptop: StagedLaptop) -> None:
    session.window.progress("Het overzicht wordt gemaakt: 12\u00a0werkgevers klaar", lambda: None)


def revoked(session: Session, _laptop: StagedLaptop) -> None:
    session._revoked(Revoked("laptop_ingetrokken"))


def sealed(session: Session, _laptop: StagedLaptop) -> None:
    session._revoked(Sealed())


SCENES = (
    Scene("wachtlijst-offline", waiting, prepare=four_wait, state=OFFLINE),
    Scene("bezig", overview, state=SyncState(SyncKind.BUSY, progress=SyncProgress(12, 40))),
    Scene("ingetrokken", revoked),
    Scene("verzegeld", sealed),
)
