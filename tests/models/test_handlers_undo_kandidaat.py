"""R11 for candidates: what one did is as it was, and what the centre decided goes back by who decided it."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.models.commands.base import Command
from desktop.models.commands.kandidaat import (
    GeefToestemming,
    HeropenKandidaat,
    RegistreerKandidaat,
    SluitKandidaatAf,
    StelDoelgroepVast,
    TrekToestemmingIn,
    WijzigKandidaat,
)
from desktop.models.commands.kandidaatregie import (
    AanvaardKandidaatoverdracht,
    DraagKandidaatOver,
    StelKandidaatwaarnemingIn,
    WijsKandidaatToe,
)
from desktop.models.context import Actor
from desktop.models.tables import KandidaatOverdracht, Kandidaatregie, Voordracht
from tests.models.test_handlers_kandidaat import put_forward
from tests.models.undoing import do, refusal, seen, undo
from tests.support.builders import ANOUK, KARIN, SEVDA, Region, a, known_id

K, OFFER, AWAY = (known_id(f"ongedaan {name}") for name in ("kandidaat", "aanbod", "weg"))
OFFERED = a(DraagKandidaatOver, id=OFFER, kandidaat_id=K, naar_id=ANOUK.medewerker_id)
ACCEPTED = a(AanvaardKandidaatoverdracht, overdracht_id=OFFER)
ASSIGNED = a(WijsKandidaatToe, kandidaat_id=K, naar_id=ANOUK.medewerker_id)
ABSENT = a(
    StelKandidaatwaarnemingIn, id=AWAY, waarnemer_id=ANOUK.medewerker_id, van="2026-11-20", tot="2026-11-30"
)


@pytest.fixture
def past(region: Region, werkgever: str) -> Region:
    """Sevda has a candidate who consented, with a voordracht."""
    region.do(a(RegistreerKandidaat, id=K, beroepen=["Kok"], niveau=3), SEVDA)
    region.do(a(StelDoelgroepVast, kandidaat_id=K, doelgroepen=["wajong"]), SEVDA)
    region.do(a(GeefToestemming, kandidaat_id=K, datum="2026-11-10"), SEVDA)
    put_forward(region, K, werkgever)
    return region


@pytest.mark.parametrize(
    ("command", "who"),
    [
        (a(WijzigKandidaat, kandidaat_id=K, beroepen=["Bakker"], wis=["niveau"]), SEVDA),
        (a(StelDoelgroepVast, kandidaat_id=K, uitkeringsgroep="ww"), SEVDA),
        (a(TrekToestemmingIn, kandidaat_id=K), SEVDA),
        (a(GeefToestemming, kandidaat_id=K, datum="2026-11-20"), SEVDA),
        (OFFERED, SEVDA),
        (ASSIGNED, KARIN),
        (ABSENT, SEVDA),
    ],
    ids=lambda value: getattr(value, "NAME", None),
)
def test_it_is_as_it_was(past: Region, command: Command, who: Actor) -> None:
    before = _without_trace(past)
    uuid = do(past, command, who)
    assert _without_trace(past) != before
    undo(past, command, uuid, who)
    assert _without_trace(past) == before


def _without_trace(region: Region) -> dict[str, Any]:
    """Without what says that it was done: an offer that is off, days, who was told, who was involved."""
    found = seen(region)
    for table in ("kandidaat_overdracht", "afstemming", "betrokkenheid"):
        found[table] = {k: v for k, v in found[table].items() if v.get("status") == "voorgesteld"}
    for row in found["kandidaatregie"].values():
        row.pop("van")
    return found


def test_closing_and_reopening(past: Region) -> None:
    past.session.delete(past.all(Voordracht)[0])
    past.session.flush()
    before = _without_trace(past)
    closed, opened = a(SluitKandidaatAf, kandidaat_id=K), a(HeropenKandidaat, kandidaat_id=K)
    uuid = do(past, closed, SEVDA)
    middle = _without_trace(past)
    undo(past, opened, do(past, opened, SEVDA), SEVDA)
    assert _without_trace(past) == middle
    undo(past, closed, uuid, SEVDA)
    assert _without_trace(past) == before


def test_what_was_accepted_is_open_again_and_nobody_else_takes_it_back(past: Region) -> None:
    do(past, OFFERED, SEVDA)
    uuid = do(past, ACCEPTED, ANOUK)
    assert refusal(past, ACCEPTED, uuid, SEVDA)[0] == "ongedaan_van_ander"
    undo(past, ACCEPTED, uuid, ANOUK)
    assert [row.status for row in past.all(KandidaatOverdracht)] == ["voorgesteld"]
    assert [row.bemiddelaar_id for row in past.all(Kandidaatregie)] == [SEVDA.medewerker_id]
    assert [row.bemiddelaar_id for row in past.all(Voordracht)] == [SEVDA.medewerker_id]


def test_a_regie_that_went_further_does_not_go_back(past: Region) -> None:
    uuid = do(past, ASSIGNED, KARIN)
    do(past, a(DraagKandidaatOver, kandidaat_id=K, naar_id=SEVDA.medewerker_id), ANOUK)
    assert refusal(past, ASSIGNED, uuid, KARIN)[0] == "ongedaan_regie_verder"


def test_a_new_candidate_is_nobodys_again_unless_something_hangs_on_it(
    region: Region, werkgever: str
) -> None:
    before = seen(region)
    command = a(RegistreerKandidaat, id=K, bron_id="wz-7")
    uuid = do(region, command, SEVDA)
    do(region, a(StelDoelgroepVast, kandidaat_id=K, doelgroepen=["wajong"]), SEVDA)
    do(region, a(GeefToestemming, kandidaat_id=K), SEVDA)
    undo(region, command, uuid, SEVDA)
    assert seen(region) == before
    again = a(RegistreerKandidaat, id=known_id("nog een"), bron_id="wz-7")
    uuid = do(region, again, ANOUK)
    put_forward(region, known_id("nog een"), werkgever, ANOUK)
    assert refusal(region, again, uuid, ANOUK)[0] == "ongedaan_kandidaat_in_gebruik"
