"""R6: the regie passes on warmly, in one step, with what was to be done; and an offer ends by itself."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from desktop.models.commands.actie import MaakActie, MaakAfspraak, RondActieAf
from desktop.models.commands.regie import (
    AanvaardOverdracht,
    MeldKennismaking,
    NeemRegie,
    RondOverdrachtAf,
    StelOverdrachtVoor,
    TrekOverdrachtIn,
    WeigerOverdracht,
    WijsRegieToe,
)
from desktop.models.commands.werkgever import RegistreerWerkgever, VoegWerkgeversSamen
from desktop.models.context import Actor
from desktop.models.errors import Weigering
from desktop.models.tables import Actie, Afspraak, Afstemming, Medewerker, Overdracht, Regie, Veldwijziging
from tests.support.builders import (
    FATIMA,
    HERMAN,
    KARIN,
    NOW,
    SEVDA,
    Region,
    a,
    actor,
    medewerker_row,
    new_id,
)
from tests.support.groundwork import lay

NADIA = actor("Nadia Haddad", "accountmanager")
TODAY = date(2026, 11, 20)


@pytest.fixture
def werkgever_id(region: Region) -> str:
    """Fatima holds the regie; a third accountmanager works here too."""
    return lay(region, _werkgever_id)


def _werkgever_id(region: Region) -> str:
    region.session.add(medewerker_row(NADIA))
    return held_by(region, FATIMA)


def held_by(region: Region, who: Actor) -> str:
    row_id = region.do(a(RegistreerWerkgever)).id
    assert row_id is not None
    region.do(a(NeemRegie, werkgever_id=row_id), who)
    return row_id


def offer(region: Region, werkgever_id: str, to: Actor = HERMAN, who: Actor = FATIMA, **given: Any) -> str:
    command = a(StelOverdrachtVoor, werkgever_id=werkgever_id, naar_id=to.medewerker_id, **given)
    row_id = region.do(command, who).id
    assert row_id is not None
    return row_id


def refusal(region: Region, *args: Any, **given: Any) -> Weigering:
    """Why it is refused; and then nothing changed."""
    before = region.wire()
    with pytest.raises(Weigering) as caught:
        region.do(*args, **given)
    assert region.wire() == before
    return caught.value


def holder(region: Region, werkgever_id: str) -> str:
    [running] = region.all(Regie, werkgever_id=werkgever_id, tot=None)
    return running.accountmanager_id


def told(region: Region) -> set[tuple[str, str]]:
    """(who, code) of every notice."""
    names = {row.id: row.naam for row in region.all(Medewerker)}
    return {(names[row.medewerker_id].split()[0], row.code) for row in region.all(Afstemming)}


# ------------------------------------------------------------------- offering


def test_until_it_is_accepted_the_old_regiehouder_holds(region: Region, werkgever_id: str) -> None:
    row_id = offer(region, werkgever_id, toelichting="Ik ga minder werken")
    row = region.one(Overdracht, row_id)
    assert (row.van_id, row.naar_id, row.status) == (
        FATIMA.medewerker_id,
        HERMAN.medewerker_id,
        "voorgesteld",
    )
    assert row.toelichting == "Ik ga minder werken"
    assert holder(region, werkgever_id) == FATIMA.medewerker_id
    assert told(region) == {("Herman", "overdracht_voorgesteld")}


def test_the_teamleider_offers_for_the_regiehouder_who_reads_it(region: Region, werkgever_id: str) -> None:
    row_id = offer(region, werkgever_id, who=KARIN)
    assert region.one(Overdracht, row_id).van_id == FATIMA.medewerker_id
    assert told(region) == {
        ("Herman", "overdracht_voorgesteld"),
        ("Fatima", "overdracht_van_jou_voorgesteld"),
    }


def test_offering_twice_is_offering_once(region: Region, werkgever_id: str) -> None:
    command = a(StelOverdrachtVoor, id=new_id(), werkgever_id=werkgever_id, naar_id=HERMAN.medewerker_id)
    region.do(command)
    before = region.wire()
    assert region.do(command).result == "toegepast"
    assert region.wire() == before


@pytest.mark.parametrize(
    ("who", "to", "code"),
    [
        (HERMAN, HERMAN, "overdracht_alleen_regiehouder"),
        (HERMAN, NADIA, "overdracht_alleen_regiehouder"),
        (SEVDA, HERMAN, "mag_niet"),
        (FATIMA, FATIMA, "overdracht_aan_regiehouder"),
        (KARIN, FATIMA, "overdracht_aan_regiehouder"),
        (FATIMA, SEVDA, "regie_alleen_accountmanager"),
        (FATIMA, KARIN, "regie_alleen_accountmanager"),
    ],
)
def test_what_is_no_offer(region: Region, werkgever_id: str, who: Actor, to: Actor, code: str) -> None:
    command = a(StelOverdrachtVoor, werkgever_id=werkgever_id, naar_id=to.medewerker_id)
    assert refusal(region, command, who).code == code


def test_it_is_not_offered_to_who_left_nor_by_nobody(region: Region, werkgever_id: str) -> None:
    region.one(Medewerker, HERMAN.medewerker_id).actief = False
    region.session.flush()
    command = a(StelOverdrachtVoor, werkgever_id=werkgever_id, naar_id=HERMAN.medewerker_id)
    assert refusal(region, command).code == "medewerker_niet_actief"
    free = region.do(a(RegistreerWerkgever)).id
    command = a(StelOverdrachtVoor, werkgever_id=free, naar_id=NADIA.medewerker_id)
    assert refusal(region, command, KARIN).code == "overdracht_geen_regie"


def test_one_offer_at_a_time(region: Region, werkgever_id: str) -> None:
    offer(region, werkgever_id)
    command = a(StelOverdrachtVoor, werkgever_id=werkgever_id, naar_id=NADIA.medewerker_id)
    refused = refusal(region, command)
    assert (refused.code, refused.parameters) == ("overdracht_loopt_al", {"naar": "Herman Bakker"})


# ------------------------------------------------------------------ accepting


def test_accepting_passes_the_regie_on_in_one_step(region: Region, werkgever_id: str) -> None:
    row_id = offer(region, werkgever_id)
    region.do(a(AanvaardOverdracht, overdracht_id=row_id), HERMAN, tijd=NOW + timedelta(days=3))
    periods = [(row.accountmanager_id, row.van, row.tot) for row in region.all(Regie)]
    assert sorted(periods, key=lambda period: period[1]) == [
        (FATIMA.medewerker_id, TODAY, date(2026, 11, 23)),
        (HERMAN.medewerker_id, date(2026, 11, 23), None),
    ]
    row = region.one(Overdracht, row_id)
    assert (row.status, row.aanvaard_op) == ("aanvaard", date(2026, 11, 23))
    assert told(region) == {("Herman", "overdracht_voorgesteld"), ("Fatima", "overdracht_aanvaard")}


def test_accepting_twice_is_accepting_once(region: Region, werkgever_id: str) -> None:
    row_id = offer(region, werkgever_id)
    region.do(a(AanvaardOverdracht, overdracht_id=row_id), HERMAN)
    before = region.wire()
    for who in (HERMAN, KARIN):
        assert region.do(a(AanvaardOverdracht, overdracht_id=row_id), who).result == "toegepast"
    assert region.wire() == before


def test_the_teamleider_may_decide(region: Region, werkgever_id: str) -> None:
    row_id = offer(region, werkgever_id)
    region.do(a(AanvaardOverdracht, overdracht_id=row_id), KARIN)
    assert holder(region, werkgever_id) == HERMAN.medewerker_id
    assert told(region) >= {("Fatima", "overdracht_aanvaard"), ("Herman", "regie_toegewezen")}


@pytest.mark.parametrize(
    ("who", "code"), [(FATIMA, "overdracht_voor_ander"), (NADIA, "overdracht_voor_ander")]
)
def test_nobody_else_accepts(region: Region, werkgever_id: str, who: Actor, code: str) -> None:
    row_id = offer(region, werkgever_id)
    assert refusal(region, a(AanvaardOverdracht, overdracht_id=row_id), who).code == code


def test_who_left_meanwhile_gets_no_regie(region: Region, werkgever_id: str) -> None:
    row_id = offer(region, werkgever_id)
    region.one(Medewerker, HERMAN.medewerker_id).actief = False
    region.session.flush()
    refused = refusal(region, a(AanvaardOverdracht, overdracht_id=row_id), KARIN)
    assert refused.code == "medewerker_niet_actief"
    assert holder(region, werkgever_id) == FATIMA.medewerker_id


def test_what_was_to_be_done_and_agreed_goes_along(region: Region, werkgever_id: str) -> None:
    other = held_by(region, FATIMA)

    def task(werkgever: str, to: Actor = FATIMA) -> str:
        made = region.do(a(MaakActie, werkgever_id=werkgever, toegewezen_aan_id=to.medewerker_id)).id
        assert made is not None
        return made

    mine, done, elsewhere, hers = (
        task(werkgever_id),
        task(werkgever_id),
        task(other),
        task(werkgever_id, SEVDA),
    )
    region.do(a(RondActieAf, actie_id=done))
    agreed = region.do(a(MaakAfspraak, werkgever_id=werkgever_id)).id
    theirs = region.do(a(MaakAfspraak, werkgever_id=werkgever_id), SEVDA).id
    row_id = offer(region, werkgever_id)
    region.do(a(AanvaardOverdracht, overdracht_id=row_id), HERMAN)
    doers = {row.id: row.toegewezen_aan_id for row in region.all(Actie)}
    assert doers == {
        mine: HERMAN.medewerker_id,
        done: FATIMA.medewerker_id,
        elsewhere: FATIMA.medewerker_id,
        hers: SEVDA.medewerker_id,
    }
    owners = {row.id: row.eigenaar_id for row in region.all(Afspraak)}
    assert owners == {agreed: HERMAN.medewerker_id, theirs: SEVDA.medewerker_id}
    history = {(row.rij_id, row.veld, row.oud, row.nieuw) for row in region.all(Veldwijziging)}
    passed = (FATIMA.medewerker_id, HERMAN.medewerker_id)
    assert history >= {(mine, "toegewezen_aan_id", *passed), (agreed, "eigenaar_id", *passed)}
    assert {row_id for row_id, *_ in history} == {mine, agreed, done}


# ------------------------------------------------------- saying no, taking back


def test_who_says_no_says_why_and_the_offerer_reads_it(region: Region, werkgever_id: str) -> None:
    row_id = offer(region, werkgever_id, who=KARIN)
    no = a(WeigerOverdracht, overdracht_id=row_id, reden="Ik zit vol tot de zomer")
    region.do(no, HERMAN)
    row = region.one(Overdracht, row_id)
    assert (row.status, row.antwoord) == ("geweigerd", "Ik zit vol tot de zomer")
    assert holder(region, werkgever_id) == FATIMA.medewerker_id
    assert told(region) >= {("Fatima", "overdracht_geweigerd"), ("Karin", "overdracht_geweigerd")}
    before = region.wire()
    region.do(no, HERMAN)
    assert region.wire() == before
    for later in (AanvaardOverdracht, TrekOverdrachtIn):
        assert refusal(region, a(later, overdracht_id=row_id), KARIN).code == "overdracht_voorbij"
    assert offer(region, werkgever_id, NADIA) != row_id


@pytest.mark.parametrize("who", [FATIMA, NADIA, KARIN], ids=lambda who: who.naam)
def test_only_who_was_asked_says_no(region: Region, werkgever_id: str, who: Actor) -> None:
    row_id = offer(region, werkgever_id)
    no = a(WeigerOverdracht, overdracht_id=row_id, reden="Liever niet")
    assert refusal(region, no, who).code == "overdracht_voor_ander"


@pytest.mark.parametrize(
    ("offered_by", "withdrawn_by", "informed"),
    [
        (FATIMA, FATIMA, {"Herman"}),
        (FATIMA, KARIN, {"Herman", "Fatima"}),
        (KARIN, KARIN, {"Herman", "Fatima"}),
    ],
)
def test_an_offer_is_taken_back(
    region: Region, werkgever_id: str, offered_by: Actor, withdrawn_by: Actor, informed: set[str]
) -> None:
    row_id = offer(region, werkgever_id, who=offered_by)
    region.do(a(TrekOverdrachtIn, overdracht_id=row_id, reden="Toch niet"), withdrawn_by)
    row = region.one(Overdracht, row_id)
    assert (row.status, row.antwoord) == ("ingetrokken", "Toch niet")
    assert {who for who, code in told(region) if code == "overdracht_ingetrokken"} == informed
    refused = refusal(region, a(AanvaardOverdracht, overdracht_id=row_id), HERMAN)
    assert (refused.code, refused.parameters) == ("overdracht_voorbij", {"status": "ingetrokken"})
    before = region.wire()
    region.do(a(TrekOverdrachtIn, overdracht_id=row_id), withdrawn_by)
    assert region.wire() == before


def test_nobody_else_takes_it_back_and_what_was_accepted_stays(region: Region, werkgever_id: str) -> None:
    row_id = offer(region, werkgever_id, who=KARIN)
    back = a(TrekOverdrachtIn, overdracht_id=row_id)
    for who in (FATIMA, HERMAN):
        assert refusal(region, back, who).code == "overdracht_van_ander"
    region.do(a(AanvaardOverdracht, overdracht_id=row_id), HERMAN)
    assert refusal(region, back, KARIN).code == "overdracht_voorbij"


@pytest.mark.parametrize("cls", [AanvaardOverdracht, TrekOverdrachtIn, RondOverdrachtAf])
def test_an_unknown_one_is_refused(region: Region, cls: type[AanvaardOverdracht]) -> None:
    assert refusal(region, a(cls, overdracht_id=new_id())).code == "overdracht_onbekend"


# --------------------------------------------------------- what comes after it


def test_first_they_meet_then_it_is_rounded_off(region: Region, werkgever_id: str) -> None:
    row_id = offer(region, werkgever_id)
    meet = a(MeldKennismaking, overdracht_id=row_id, datum="2026-11-25")
    done = a(RondOverdrachtAf, overdracht_id=row_id)
    for command in (meet, done):
        assert refusal(region, command, HERMAN).code == "overdracht_niet_aanvaard"
    region.do(a(AanvaardOverdracht, overdracht_id=row_id), HERMAN)
    assert refusal(region, done, HERMAN).code == "overdracht_eerst_kennismaken"
    for command in (meet, done):
        assert refusal(region, command, FATIMA).code == "overdracht_voor_ander"
    region.do(meet, HERMAN)
    assert region.one(Overdracht, row_id).status == "kennisgemaakt"
    region.do(done, HERMAN, tijd=NOW + timedelta(days=8))
    row = region.one(Overdracht, row_id)
    assert (row.status, row.kennisgemaakt_op, row.afgerond_op) == (
        "afgerond",
        date(2026, 11, 25),
        date(2026, 11, 28),
    )
    before = region.wire()
    region.do(done, HERMAN)
    assert region.wire() == before
    region.do(a(MeldKennismaking, overdracht_id=row_id, datum="2026-11-24"), HERMAN)
    row = region.one(Overdracht, row_id)
    assert (row.status, row.kennisgemaakt_op) == ("afgerond", date(2026, 11, 24))


# ------------------------------------------------------------ ending by itself


def test_an_offer_ends_when_the_teamleider_gives_the_regie_away(region: Region, werkgever_id: str) -> None:
    row_id = offer(region, werkgever_id)
    region.do(a(WijsRegieToe, werkgever_id=werkgever_id, accountmanager_id=NADIA.medewerker_id), KARIN)
    assert region.one(Overdracht, row_id).status == "ingetrokken"
    assert holder(region, werkgever_id) == NADIA.medewerker_id
    assert told(region) >= {("Herman", "overdracht_vervallen"), ("Fatima", "regie_weggehaald")}
    refused = refusal(region, a(AanvaardOverdracht, overdracht_id=row_id), HERMAN)
    assert refused.code == "overdracht_voorbij"


def test_who_gets_the_regie_straight_away_is_told_once(region: Region, werkgever_id: str) -> None:
    row_id = offer(region, werkgever_id)
    region.do(a(WijsRegieToe, werkgever_id=werkgever_id, accountmanager_id=HERMAN.medewerker_id), KARIN)
    assert region.one(Overdracht, row_id).status == "ingetrokken"
    assert told(region) == {
        ("Herman", "overdracht_voorgesteld"),
        ("Herman", "regie_toegewezen"),
        ("Fatima", "regie_weggehaald"),
    }


def test_what_was_accepted_is_over_when_the_regie_goes_on(region: Region, werkgever_id: str) -> None:
    first = offer(region, werkgever_id)
    region.do(a(AanvaardOverdracht, overdracht_id=first), HERMAN)
    second = offer(region, werkgever_id, NADIA, who=HERMAN)
    region.do(a(AanvaardOverdracht, overdracht_id=second), NADIA)
    statuses = {row.id: (row.status, row.afgerond_op) for row in region.all(Overdracht)}
    assert statuses == {first: ("afgerond", TODAY), second: ("aanvaard", None)}
    assert holder(region, werkgever_id) == NADIA.medewerker_id


def merge(region: Region, keeps: str, goes: str, chosen: Actor | None = None, who: Actor = KARIN) -> None:
    regie = chosen.medewerker_id if chosen else None
    region.do(a(VoegWerkgeversSamen, werkgever_id=keeps, dubbel_id=goes, regie_bij_id=regie), who)


@pytest.mark.parametrize(
    ("chosen", "status_of_keeps", "status_of_goes"),
    [(FATIMA, "voorgesteld", "ingetrokken"), (HERMAN, "ingetrokken", "voorgesteld")],
    ids=["who keeps", "who goes"],
)
def test_after_a_merge_the_offer_of_the_regiehouder_is_left(
    region: Region, werkgever_id: str, chosen: Actor, status_of_keeps: str, status_of_goes: str
) -> None:
    double = held_by(region, HERMAN)
    ours, theirs = offer(region, werkgever_id, NADIA), offer(region, double, NADIA, who=HERMAN)
    merge(region, werkgever_id, double, chosen)
    rows = {row.id: (row.werkgever_id, row.status) for row in region.all(Overdracht)}
    assert rows == {ours: (werkgever_id, status_of_keeps), theirs: (werkgever_id, status_of_goes)}
    assert holder(region, werkgever_id) == chosen.medewerker_id
    loser = "Herman" if chosen is FATIMA else "Fatima"
    assert (loser, "regie_weggehaald") in told(region)


def test_of_two_offers_of_one_regiehouder_one_is_left(region: Region, werkgever_id: str) -> None:
    double = held_by(region, FATIMA)
    ours, theirs = offer(region, werkgever_id), offer(region, double, NADIA)
    merge(region, werkgever_id, double, who=FATIMA)
    assert {row.id: row.status for row in region.all(Overdracht)} == {
        ours: "voorgesteld",
        theirs: "ingetrokken",
    }
    region.do(a(AanvaardOverdracht, overdracht_id=ours), HERMAN)
    assert holder(region, werkgever_id) == HERMAN.medewerker_id


def test_an_offer_follows_a_werkgever_that_goes_on_in_another(region: Region, werkgever_id: str) -> None:
    free = region.do(a(RegistreerWerkgever)).id
    row_id = offer(region, werkgever_id)
    assert free is not None
    merge(region, free, werkgever_id, who=FATIMA)
    region.do(a(AanvaardOverdracht, overdracht_id=row_id), HERMAN)
    assert holder(region, free) == HERMAN.medewerker_id
