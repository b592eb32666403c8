"""R11 for the regie: what passed on goes back, by who decided it, until somebody built on it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from desktop.models.commands.actie import MaakActie, MaakAfspraak, RondActieAf
from desktop.models.commands.afstemming import KiesAfstemming
from desktop.models.commands.base import Command
from desktop.models.commands.ongedaan import UNDOABLE, MaakOngedaan
from desktop.models.commands.regie import (
    AanvaardOverdracht,
    BeeindigWaarneming,
    MeldKennismaking,
    NeemRegie,
    StelOverdrachtVoor,
    StelWaarnemingIn,
    WeigerOverdracht,
    WijsRegieToe,
)
from desktop.models.commands.werkgever import RegistreerWerkgever
from desktop.models.context import Actor
from desktop.models.errors import Weigering
from desktop.models.fields import to_plain
from desktop.models.tables import Actie, Afspraak, Afstemming, Medewerker, Overdracht, Regie, Waarneming
from tests.support.builders import (
    FATIMA,
    HERMAN,
    KARIN,
    NOW,
    Region,
    a,
    actor,
    known_id,
    medewerker_row,
    new_id,
)
from tests.support.groundwork import lay

NADIA = actor("Nadia Haddad", "accountmanager")
W, OFFER, TASK, DEAL, AWAY = (
    known_id(f"terug {name}") for name in ("w", "voorstel", "actie", "afspraak", "weg")
)
OFFERED = a(StelOverdrachtVoor, id=OFFER, werkgever_id=W, naar_id=HERMAN.medewerker_id)
ACCEPTED = a(AanvaardOverdracht, overdracht_id=OFFER)
ASSIGNED = a(WijsRegieToe, werkgever_id=W, accountmanager_id=HERMAN.medewerker_id)
ABSENT = a(StelWaarnemingIn, id=AWAY, waarnemer_id=HERMAN.medewerker_id, van="2026-11-20", tot="2026-11-30")


@pytest.fixture
def past(region: Region) -> Region:
    """Fatima holds the regie, with something to do and something agreed."""
    lay(region, _past)
    return region


def _past(region: Region) -> None:
    region.session.add(medewerker_row(NADIA))
    region.do(a(RegistreerWerkgever, id=W))
    region.do(a(NeemRegie, werkgever_id=W))
    region.do(a(MaakActie, id=TASK, werkgever_id=W))
    region.do(a(MaakAfspraak, id=DEAL, werkgever_id=W))


def do(region: Region, command: Command, who: Actor, minutes: int = 1) -> str:
    """Runs it and returns its uuid."""
    uuid = new_id()
    region.do(command, who, uuid=uuid, tijd=NOW + timedelta(minutes=minutes))
    return uuid


def undo(region: Region, command: Command, uuid: str, who: Actor) -> None:
    """As a laptop sends it."""
    about = to_plain(command)[UNDOABLE[command.NAME]]
    taken_back = a(MaakOngedaan, opdracht_uuid=uuid, naam=command.NAME, rij_id=about)
    region.do(taken_back, who, tijd=NOW + timedelta(hours=1))


def refusal(region: Region, *given: Any) -> str:
    before = region.wire()
    with pytest.raises(Weigering) as refused:
        undo(region, *given)
    assert region.wire() == before
    return refused.value.code


def holder(region: Region) -> str | None:
    running = [row for row in region.all(Regie, werkgever_id=W, tot=None) if row.verwijderd_op is None]
    assert len(running) <= 1
    return running[0].accountmanager_id if running else None


def unread(region: Region, who: Actor) -> list[str]:
    rows = region.all(Afstemming, medewerker_id=who.medewerker_id, status="open", verwijderd_op=None)
    return sorted(row.code for row in rows)


@pytest.mark.parametrize("who", [HERMAN, KARIN], ids=["the receiver", "the teamleider"])
def test_who_accepted_gives_it_back_with_what_went_along(past: Region, who: Actor) -> None:
    do(past, OFFERED, FATIMA)
    late = past.do(a(MaakActie, werkgever_id=W, toegewezen_aan_id=HERMAN.medewerker_id)).id
    uuid = do(past, ACCEPTED, who)
    assert holder(past) == past.one(Actie, TASK).toegewezen_aan_id == HERMAN.medewerker_id
    for _ in range(2):
        undo(past, ACCEPTED, uuid, who)
        assert holder(past) == FATIMA.medewerker_id
    row = past.one(Overdracht, OFFER)
    assert (row.status, row.aanvaard_op) == ("voorgesteld", None)
    assert past.one(Actie, TASK).toegewezen_aan_id == FATIMA.medewerker_id
    assert past.one(Afspraak, DEAL).eigenaar_id == FATIMA.medewerker_id
    assert past.one(Actie, str(late)).toegewezen_aan_id == HERMAN.medewerker_id, "it was his before"
    assert unread(past, FATIMA) == ["regie_toegewezen"], "what was not read yet is not said any more"
    do(past, ACCEPTED, HERMAN, minutes=90)
    assert holder(past) == HERMAN.medewerker_id
    assert refusal(past, ACCEPTED, uuid, who) == "ongedaan_regie_verder"


def test_what_was_done_meanwhile_stays_done(past: Region) -> None:
    do(past, OFFERED, FATIMA)
    uuid = do(past, ACCEPTED, HERMAN)
    past.do(a(RondActieAf, actie_id=TASK), HERMAN)
    undo(past, ACCEPTED, uuid, HERMAN)
    row = past.one(Actie, TASK)
    assert (row.status, row.toegewezen_aan_id) == ("verwerkt", FATIMA.medewerker_id)


@pytest.mark.parametrize(
    ("then", "who"),
    [
        (a(MeldKennismaking, overdracht_id=OFFER, datum="2026-11-20"), HERMAN),
        (a(StelOverdrachtVoor, werkgever_id=W, naar_id=NADIA.medewerker_id), HERMAN),
        (a(WijsRegieToe, werkgever_id=W, accountmanager_id=NADIA.medewerker_id), KARIN),
    ],
    ids=lambda value: getattr(value, "NAME", ""),
)
def test_once_somebody_built_on_it_it_stays(past: Region, then: Command, who: Actor) -> None:
    do(past, OFFERED, FATIMA)
    uuid = do(past, ACCEPTED, HERMAN)
    do(past, then, who, minutes=2)
    assert refusal(past, ACCEPTED, uuid, HERMAN) == "ongedaan_regie_verder"


def test_nobody_else_takes_it_back(past: Region) -> None:
    do(past, OFFERED, FATIMA)
    uuid = do(past, ACCEPTED, HERMAN)
    for who in (FATIMA, KARIN, NADIA):
        assert refusal(past, ACCEPTED, uuid, who) == "ongedaan_van_ander"


def test_it_does_not_go_back_to_who_left(past: Region) -> None:
    do(past, OFFERED, FATIMA)
    uuid = do(past, ACCEPTED, HERMAN)
    past.one(Medewerker, FATIMA.medewerker_id).actief = False
    past.session.flush()
    assert refusal(past, ACCEPTED, uuid, HERMAN) == "medewerker_niet_actief"
    assert holder(past) == HERMAN.medewerker_id


def test_the_teamleider_takes_an_assignment_back(past: Region) -> None:
    uuid = do(past, ASSIGNED, KARIN)
    undo(past, ASSIGNED, uuid, KARIN)
    assert holder(past) == FATIMA.medewerker_id
    assert unread(past, HERMAN) == ["regie_weggehaald"]
    assert refusal(past, ASSIGNED, uuid, KARIN) == "ongedaan_regie_verder"


def test_what_nobody_had_goes_back_to_nobody(past: Region) -> None:
    free = past.do(a(RegistreerWerkgever)).id
    assigned = a(WijsRegieToe, werkgever_id=free, accountmanager_id=HERMAN.medewerker_id)
    uuid = do(past, assigned, KARIN)
    for _ in range(2):
        undo(past, assigned, uuid, KARIN)
    [row] = past.all(Regie, werkgever_id=free)
    assert row.verwijderd_op is not None
    past.do(a(NeemRegie, werkgever_id=free), NADIA)


def test_an_offer_is_taken_back_and_who_read_it_hears_so(past: Region) -> None:
    uuid = do(past, OFFERED, FATIMA)
    undo(past, OFFERED, uuid, FATIMA)
    assert past.one(Overdracht, OFFER).status == "ingetrokken"
    assert unread(past, HERMAN) == []
    again = a(StelOverdrachtVoor, id=new_id(), werkgever_id=W, naar_id=HERMAN.medewerker_id)
    uuid = do(past, again, FATIMA, minutes=2)
    [notice] = past.all(Afstemming, medewerker_id=HERMAN.medewerker_id, status="open", verwijderd_op=None)
    past.do(a(KiesAfstemming, afstemming_id=notice.id), HERMAN)
    for _ in range(2):
        undo(past, again, uuid, FATIMA)
    assert unread(past, HERMAN) == ["overdracht_ingetrokken"]


def test_an_offer_that_was_answered_stays(past: Region) -> None:
    uuid = do(past, OFFERED, FATIMA)
    do(past, a(WeigerOverdracht, overdracht_id=OFFER, reden="Vol"), HERMAN)
    assert refusal(past, OFFERED, uuid, FATIMA) == "ongedaan_regie_verder"


def test_a_waarneming_that_was_a_mistake_never_was(past: Region) -> None:
    uuid = do(past, ABSENT, FATIMA)
    assert refusal(past, ABSENT, uuid, KARIN) == "ongedaan_van_ander"
    for _ in range(2):
        undo(past, ABSENT, uuid, FATIMA)
    [row] = past.all(Waarneming)
    assert row.beeindigd
    assert row.verwijderd_op is not None
    assert unread(past, HERMAN) == []
    do(
        past,
        a(StelWaarnemingIn, waarnemer_id=NADIA.medewerker_id, van="2026-11-20", tot="2026-11-30"),
        FATIMA,
    )


def test_a_waarneming_that_is_over_stays_over(past: Region) -> None:
    uuid = do(past, ABSENT, FATIMA)
    past.do(a(BeeindigWaarneming, waarneming_id=AWAY), FATIMA)
    before = past.all(Waarneming)[0].verwijderd_op
    undo(past, ABSENT, uuid, FATIMA)
    assert past.all(Waarneming)[0].verwijderd_op is before is None
