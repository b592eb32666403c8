"""R7: who stands in, for whom and how long; what that means for a contact, a question and an approach."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from desktop.models.commands.contact import LegContactVast
from desktop.models.commands.regie import (
    BeeindigWaarneming,
    MeldBenadering,
    NeemRegie,
    StelWaarnemingIn,
    WijsRegieToe,
)
from desktop.models.commands.werkgever import RegistreerWerkgever, VoegWerkgeversSamen
from desktop.models.context import Actor
from desktop.models.errors import Weigering
from desktop.models.handlers.regie import addressee
from desktop.models.tables import Afstemming, Contactmoment, Medewerker, Reservering, Waarneming
from desktop.models.work import Work
from desktop.wording import sentence
from tests.support.builders import (
    FATIMA,
    HERMAN,
    JOOST,
    KARIN,
    NOW,
    REGION_ID,
    SEVDA,
    Region,
    a,
    actor,
    context,
    medewerker_row,
    new_id,
)
from tests.support.groundwork import lay

NADIA = actor("Nadia Haddad", "accountmanager")
CENTRE = Actor(REGION_ID, "centrum", "centrum", REGION_ID)
FRIDAY = date(2026, 11, 20)
LATER = NOW + timedelta(days=12)


@pytest.fixture
def werkgever_id(region: Region) -> str:
    """Fatima holds the regie; a third accountmanager works here too."""
    return lay(region, _werkgever_id)


def _werkgever_id(region: Region) -> str:
    region.session.add(medewerker_row(NADIA))
    return held_by(region, FATIMA)


def held_by(region: Region, who: Actor, naam: str = "Houtbouw Eemvallei") -> str:
    row_id = region.do(a(RegistreerWerkgever, naam=naam)).id
    assert row_id is not None
    region.do(a(NeemRegie, werkgever_id=row_id), who)
    return row_id


def away(waarnemer: Actor = HERMAN, **given: Any) -> StelWaarnemingIn:
    """Fatima is away from today up to and including 30 November."""
    period = {"van": "2026-11-20", "tot": "2026-11-30"}
    return a(StelWaarnemingIn, waarnemer_id=waarnemer.medewerker_id, **period | given)


def start(region: Region, who: Actor = FATIMA, **given: Any) -> str:
    row_id = region.do(away(**given), who).id
    assert row_id is not None
    return row_id


def refusal(region: Region, *args: Any, **given: Any) -> Weigering:
    """Why it is refused; and then nothing changed."""
    before = region.wire()
    with pytest.raises(Weigering) as caught:
        region.do(*args, **given)
    assert region.wire() == before
    return caught.value


def notices(region: Region, who: Actor) -> list[str]:
    """What this person reads, in words."""
    rows = region.all(Afstemming, medewerker_id=who.medewerker_id)
    return sorted(sentence(row.code, row.parameters).replace("\N{NO-BREAK SPACE}", " ") for row in rows)


# ------------------------------------------------------------------- starting


def test_one_row_for_everything_and_who_stands_in_reads_it(region: Region, werkgever_id: str) -> None:
    start(region, reden="Vakantie")
    [row] = region.all(Waarneming)
    assert (row.voor_id, row.waarnemer_id, row.werkgever_id, row.van, row.tot, row.beeindigd) == (
        FATIMA.medewerker_id,
        HERMAN.medewerker_id,
        None,
        FRIDAY,
        date(2026, 11, 30),
        False,
    )
    [said] = notices(region, HERMAN)
    assert said == (
        "Je neemt waar voor Fatima El Idrissi, van 20 november 2026 tot en met 30 november 2026. "
        "Reden: Vakantie"
    )
    assert notices(region, FATIMA) == []


def test_why_someone_is_away_is_on_the_laptop_of_who_stands_in_only(
    region: Region, werkgever_id: str
) -> None:
    start(region, reden="Geopereerd aan de knie")
    held = {table for table, rows in region.wire().items() if "knie" in str(rows)}
    assert held == {"afstemming"}
    assert [row.medewerker_id for row in region.all(Afstemming)] == [HERMAN.medewerker_id]


def test_the_teamleider_arranges_it_for_a_colleague_who_reads_it(region: Region, werkgever_id: str) -> None:
    start(region, KARIN, voor_id=FATIMA.medewerker_id)
    assert [row.voor_id for row in region.all(Waarneming)] == [FATIMA.medewerker_id]
    [said] = notices(region, FATIMA)
    assert said == (
        "Herman Bakker neemt voor jou waar, van 20 november 2026 tot en met 30 november 2026. "
        "Karin Smit regelde dat."
    )


@pytest.mark.parametrize(
    ("who", "given", "code"),
    [
        (HERMAN, {"waarnemer": NADIA, "voor_id": FATIMA.medewerker_id}, "waarneming_alleen_eigen"),
        (SEVDA, {}, "mag_niet"),
        (JOOST, {}, "mag_niet"),
        (KARIN, {}, "regie_alleen_accountmanager"),
        (KARIN, {"voor_id": SEVDA.medewerker_id}, "regie_alleen_accountmanager"),
        (FATIMA, {"waarnemer": SEVDA}, "waarnemer_geen_accountmanager"),
        (FATIMA, {"waarnemer": FATIMA}, "waarnemer_zelfde"),
        (FATIMA, {"tot": "2026-11-19"}, "waarneming_eindigt_voor_begin"),
        (FATIMA, {"tot": "2027-11-21"}, "waarneming_te_lang"),
        (FATIMA, {"waarnemer": actor("Niemand", "accountmanager")}, "medewerker_onbekend"),
        (FATIMA, {"werkgever_ids": [new_id()]}, "werkgever_onbekend"),
    ],
)
def test_what_is_no_waarneming(
    region: Region, werkgever_id: str, who: Actor, given: dict[str, Any], code: str
) -> None:
    assert refusal(region, away(**given), who).code == code


def test_who_left_stands_in_for_nobody(region: Region, werkgever_id: str) -> None:
    region.one(Medewerker, HERMAN.medewerker_id).actief = False
    region.session.flush()
    assert refusal(region, away(), FATIMA).code == "medewerker_niet_actief"


def test_arranging_twice_is_arranging_once(region: Region, werkgever_id: str) -> None:
    other = held_by(region, FATIMA)
    command = away(id=new_id(), werkgever_ids=[werkgever_id, other, werkgever_id])
    region.do(command)
    before = region.wire()
    assert region.do(command).result == "toegepast"
    assert region.wire() == before
    assert {row.werkgever_id for row in region.all(Waarneming)} == {werkgever_id, other}


def test_some_werkgevers_for_one_and_others_for_another(region: Region, werkgever_id: str) -> None:
    other = held_by(region, FATIMA)
    start(region, werkgever_ids=[werkgever_id])
    start(region, waarnemer=NADIA, werkgever_ids=[other])
    found = {row.werkgever_id: row.waarnemer_id for row in region.all(Waarneming)}
    assert found == {werkgever_id: HERMAN.medewerker_id, other: NADIA.medewerker_id}
    for given in ({}, {"werkgever_ids": [other]}):
        assert refusal(region, away(NADIA, **given)).code == "waarneming_overlapt"


def test_two_periods_for_one_person_do_not_overlap(region: Region, werkgever_id: str) -> None:
    start(region)
    refused = refusal(region, away(NADIA, van="2026-11-30", tot="2026-12-04"))
    assert sentence(refused.code, refused.parameters).replace("\N{NO-BREAK SPACE}", " ") == (
        "Herman Bakker neemt al waar voor Fatima El Idrissi, van 20 november 2026 tot en met "
        "30 november 2026. Kies andere dagen of beëindig dat eerst."
    )
    start(region, waarnemer=NADIA, van="2026-12-01", tot="2026-12-04")
    region.do(away(NADIA), HERMAN)
    assert len(region.all(Waarneming)) == 3


def test_what_passed_on_meanwhile_is_left_out(region: Region, werkgever_id: str) -> None:
    gone = held_by(region, HERMAN)
    outcome = region.do(away(NADIA, werkgever_ids=[gone, werkgever_id]))
    assert (outcome.result, outcome.code, outcome.parameters["aantal"]) == (
        "aangepast",
        "waarneming_deels",
        1,
    )
    assert [row.werkgever_id for row in region.all(Waarneming)] == [werkgever_id]
    assert refusal(region, away(NADIA, werkgever_ids=[gone])).code == "waarneming_zonder_regie"


def test_one_that_arrives_when_it_is_over_is_over(region: Region, werkgever_id: str) -> None:
    region.do(away(), FATIMA, tijd=NOW, ontvangen=LATER)
    assert [row.beeindigd for row in region.all(Waarneming)] == [True]


# --------------------------------------------------------------- what it means


def visit(region: Region, werkgever_id: str, who: Actor, **given: Any) -> Contactmoment:
    outcome = region.do(a(LegContactVast, werkgever_id=werkgever_id, **given), who)
    assert outcome.id is not None
    return region.one(Contactmoment, outcome.id)


@pytest.mark.parametrize(
    ("datum", "outside"),
    [("2026-11-19", True), ("2026-11-20", False), ("2026-11-21", False)],
)
def test_contact_by_who_stands_in_is_within_the_regie(
    region: Region, werkgever_id: str, datum: str, outside: bool
) -> None:
    start(region)
    assert visit(region, werkgever_id, HERMAN, datum=datum).buiten_regie is outside
    assert len(notices(region, FATIMA)) == outside


def test_contact_of_a_day_on_which_one_stood_in_stays_so_when_it_is_over(
    region: Region, werkgever_id: str
) -> None:
    row_id = start(region)
    region.do(a(BeeindigWaarneming, waarneming_id=row_id), FATIMA, tijd=NOW + timedelta(days=4))
    assert visit(region, werkgever_id, HERMAN, datum="2026-11-24").buiten_regie is False
    assert visit(region, werkgever_id, HERMAN, datum="2026-11-25").buiten_regie is True


def test_it_counts_for_the_werkgevers_that_were_named(region: Region, werkgever_id: str) -> None:
    other = held_by(region, FATIMA)
    start(region, werkgever_ids=[other])
    assert visit(region, werkgever_id, HERMAN).buiten_regie is True
    assert visit(region, other, HERMAN).buiten_regie is False


def test_it_follows_the_person_not_the_werkgever(region: Region, werkgever_id: str) -> None:
    start(region)
    region.do(a(WijsRegieToe, werkgever_id=werkgever_id, accountmanager_id=NADIA.medewerker_id), KARIN)
    assert visit(region, werkgever_id, HERMAN).buiten_regie is True


def test_who_stands_in_reads_what_a_colleague_did(region: Region, werkgever_id: str) -> None:
    start(region)
    visit(region, werkgever_id, SEVDA, richting="werkgever", kanaal="telefoon")
    visit(region, werkgever_id, NADIA)
    said = [words for words in notices(region, HERMAN) if words.endswith(". Jij neemt daar waar.")]
    assert [words.partition(" contact ")[0] for words in said] == [
        "Nadia Haddad had op 20 november 2026",
        "Sevda Yilmaz had op 20 november 2026",
    ]
    assert len(notices(region, FATIMA)) == 2
    visit(region, werkgever_id, FATIMA)
    assert len(notices(region, HERMAN)) == 3


def test_who_stands_in_may_announce_an_approach(region: Region, werkgever_id: str) -> None:
    start(region)
    region.do(a(MeldBenadering, werkgever_id=werkgever_id), HERMAN)
    assert [row.medewerker_id for row in region.all(Reservering)] == [HERMAN.medewerker_id]
    refused = refusal(region, a(MeldBenadering, werkgever_id=werkgever_id), NADIA)
    assert refused.code == "regie_al_bij_ander"


def test_a_question_goes_to_who_stands_in_today(region: Region, werkgever_id: str) -> None:
    def asked(days: int = 0, werkgever: str = werkgever_id) -> str | None:
        work = Work(region.session)
        work.begin(context(SEVDA, tijd=NOW + timedelta(days=days)))
        return addressee(work, werkgever)

    assert asked() == FATIMA.medewerker_id
    row_id = start(region)
    assert [asked(-1), asked(), asked(10), asked(11)] == [
        FATIMA.medewerker_id,
        HERMAN.medewerker_id,
        HERMAN.medewerker_id,
        FATIMA.medewerker_id,
    ]
    region.one(Medewerker, HERMAN.medewerker_id).actief = False
    assert asked() == FATIMA.medewerker_id, "who left is not asked"
    region.one(Medewerker, HERMAN.medewerker_id).actief = True
    region.do(a(BeeindigWaarneming, waarneming_id=row_id), FATIMA)
    assert asked() == FATIMA.medewerker_id
    free = region.do(a(RegistreerWerkgever)).id
    assert free is not None
    assert asked(werkgever=free) is None


def test_it_goes_along_with_a_merge(region: Region, werkgever_id: str) -> None:
    start(region, werkgever_ids=[werkgever_id])
    free = region.do(a(RegistreerWerkgever)).id
    region.do(a(VoegWerkgeversSamen, werkgever_id=free, dubbel_id=werkgever_id), FATIMA)
    assert [row.werkgever_id for row in region.all(Waarneming)] == [free]
    assert visit(region, werkgever_id, HERMAN).buiten_regie is False


# --------------------------------------------------------------------- ending


@pytest.mark.parametrize("who", [FATIMA, HERMAN, KARIN, CENTRE], ids=lambda who: who.naam)
def test_they_end_it_or_the_teamleider_or_the_centre(region: Region, werkgever_id: str, who: Actor) -> None:
    row_id = start(region)
    region.do(a(BeeindigWaarneming, waarneming_id=row_id), who, tijd=NOW + timedelta(days=4))
    [row] = region.all(Waarneming)
    assert (row.beeindigd, row.tot) == (True, date(2026, 11, 24))
    before = region.wire()
    region.do(a(BeeindigWaarneming, waarneming_id=row_id), who)
    assert region.wire() == before


@pytest.mark.parametrize(
    ("who", "code"), [(NADIA, "waarneming_van_ander"), (SEVDA, "mag_niet"), (JOOST, "mag_niet")]
)
def test_others_do_not_end_it(region: Region, werkgever_id: str, who: Actor, code: str) -> None:
    row_id = start(region)
    assert refusal(region, a(BeeindigWaarneming, waarneming_id=row_id), who).code == code


def test_an_unknown_one_is_refused(region: Region) -> None:
    refused = refusal(region, a(BeeindigWaarneming, waarneming_id=new_id()))
    assert refused.code == "waarneming_onbekend"


def test_who_was_away_reads_what_was_done_meanwhile(region: Region, werkgever_id: str) -> None:
    other = held_by(region, FATIMA, "Bakkerij De Lindehof B.V.")
    theirs = held_by(region, HERMAN)
    visit(region, werkgever_id, HERMAN, datum="2026-11-19")
    row_id = start(region)
    for werkgever in (werkgever_id, other, other, theirs):
        visit(region, werkgever, HERMAN)
    region.do(a(BeeindigWaarneming, waarneming_id=row_id), CENTRE, tijd=LATER)
    assert (
        "Herman Bakker nam voor jou waar, tot en met 30 november 2026. Er waren 3 contacten: "
        "Bakkerij De Lindehof B.V., Houtbouw Eemvallei."
    ) in notices(region, FATIMA)
    assert "Je nam waar voor Fatima El Idrissi, tot en met 30 november 2026. Dat is nu voorbij." in notices(
        region, HERMAN
    )


def test_who_comes_back_and_ends_it_reads_it_too(region: Region, werkgever_id: str) -> None:
    row_id = start(region)
    region.do(a(BeeindigWaarneming, waarneming_id=row_id), FATIMA)
    [said] = notices(region, FATIMA)
    assert said.endswith("tot en met 20 november 2026. Er was geen contact met jouw werkgevers.")


def test_a_long_list_of_werkgevers_is_cut_short(region: Region, werkgever_id: str) -> None:
    named = [held_by(region, FATIMA, f"Bakkerij {n}") for n in range(7)]
    row_id = start(region, werkgever_ids=named)
    for werkgever in (*named, werkgever_id):
        visit(region, werkgever, HERMAN)
    region.do(a(BeeindigWaarneming, waarneming_id=row_id), CENTRE, tijd=LATER)
    [said] = [words for words in notices(region, FATIMA) if "nam voor jou waar" in words]
    assert "Er waren 7 contacten: Bakkerij 0, Bakkerij 1, Bakkerij 2, Bakkerij 3, Bakkerij 4, …" in said


def test_what_was_arranged_together_ends_together(region: Region, werkgever_id: str) -> None:
    other, third = held_by(region, FATIMA), held_by(region, FATIMA)
    row_id = start(region, werkgever_ids=[werkgever_id, other])
    apart = region.do(away(NADIA, werkgever_ids=[third]), tijd=NOW + timedelta(minutes=5)).id
    region.do(a(BeeindigWaarneming, waarneming_id=row_id), FATIMA)
    assert {row.werkgever_id: row.beeindigd for row in region.all(Waarneming)} == {
        werkgever_id: True,
        other: True,
        third: False,
    }
    region.do(a(BeeindigWaarneming, waarneming_id=apart), FATIMA)
    assert [words for words in notices(region, NADIA) if "nam waar" in words]


def test_one_that_never_began_leaves_no_trace_in_who_stood_in(region: Region, werkgever_id: str) -> None:
    row_id = start(region, van="2026-11-23", tot="2026-11-30")
    region.do(a(BeeindigWaarneming, waarneming_id=row_id), FATIMA)
    [row] = region.all(Waarneming)
    assert row.beeindigd
    assert row.verwijderd_op == NOW
    assert notices(region, HERMAN)[0] == (
        "De waarneming voor Fatima El Idrissi vanaf 23 november 2026 gaat niet door."
    )
    assert visit(region, werkgever_id, HERMAN, datum="2026-11-23").buiten_regie is True
    start(region, waarnemer=NADIA, van="2026-11-23", tot="2026-11-30")
