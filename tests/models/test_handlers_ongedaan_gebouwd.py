"""R11: until another built on it. What a colleague changed, uses or went on with stays."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.models.commands import NEWEST
from desktop.models.commands.actie import (
    BeantwoordContactverzoek,
    BeeindigAfspraak,
    DoeContactverzoek,
    MaakActie,
    MaakAfspraak,
    RondActieAf,
    VerzetActie,
)
from desktop.models.commands.base import Command
from desktop.models.commands.contact import LegContactVast
from desktop.models.commands.lijst import BewaarLijst, VerwijderLijst
from desktop.models.commands.ongedaan import UNDOABLE, MaakOngedaan
from desktop.models.commands.regie import MeldBenadering, NeemRegie, StelOverdrachtVoor, WijsRegieToe
from desktop.models.commands.werkgever import (
    RegistreerContactpersoon,
    RegistreerVestiging,
    RegistreerWerkgever,
    VoegWerkgeversSamen,
    WijzigContactpersoon,
    WijzigVestiging,
    WijzigWerkgever,
)
from desktop.models.context import Actor
from desktop.models.errors import Weigering
from desktop.models.tables import (
    Actie,
    Afspraak,
    Afstemming,
    Betrokkenheid,
    BewaardeLijst,
    Contactmoment,
    Contactnotitie,
    Contactpersoon,
    Regie,
    Vestiging,
    Werkgever,
)
from tests.models.undoing import DEAL, LIST, PERSON, PLACE, TASK, W, do, refusal, undo
from tests.support.builders import FATIMA, HERMAN, KARIN, SEVDA, Region, a, known_id, new_id

CHANGED_AGAIN: list[tuple[Command, Command, str]] = [
    (
        a(WijzigWerkgever, werkgever_id=W, sector="zorg", website="a.nl"),
        a(WijzigWerkgever, werkgever_id=W, sector="hout"),
        "sector",
    ),
    (
        a(WijzigContactpersoon, contactpersoon_id=PERSON, telefoon="0350000000"),
        a(WijzigContactpersoon, contactpersoon_id=PERSON, telefoon="0351111111"),
        "telefoon",
    ),
    (
        a(WijzigVestiging, vestiging_id=PLACE, huisnummer=4),
        a(WijzigVestiging, vestiging_id=PLACE, huisnummer=5),
        "huisnummer",
    ),
    (
        a(VerzetActie, actie_id=TASK, deadline="2026-12-01", reden="Ziek"),
        a(VerzetActie, actie_id=TASK, deadline="2026-12-08", reden="Vakantie"),
        "deadline",
    ),
    (
        a(BeeindigAfspraak, afspraak_id=DEAL, tot="2026-12-31"),
        a(BeeindigAfspraak, afspraak_id=DEAL, tot="2027-01-31"),
        "tot",
    ),
]


@pytest.mark.parametrize(("command", "later", "veld"), CHANGED_AGAIN, ids=lambda value: str(value)[:20])
def test_what_a_colleague_changed_since_stays(
    past: Region, command: Command, later: Command, veld: str
) -> None:
    uuid = do(past, command)
    do(past, later, FATIMA)
    code, parameters = refusal(past, command, uuid)
    assert (code, parameters) == ("ongedaan_gewijzigd", {"wie": FATIMA.naam, "veld": veld})


def test_what_one_changed_oneself_since_is_undone_first(past: Region) -> None:
    command, later, veld = CHANGED_AGAIN[0]
    first, second = do(past, command), do(past, later)
    assert refusal(past, command, first) == ("ongedaan_zelf_gewijzigd", {"veld": veld})
    undo(past, later, second)
    undo(past, command, first)
    assert past.one(Werkgever, W).sector == "bouw"


def test_other_fields_that_changed_since_are_left_alone(past: Region) -> None:
    command = a(WijzigWerkgever, werkgever_id=W, sector="zorg")
    uuid = do(past, command)
    do(past, a(WijzigWerkgever, werkgever_id=W, website="houtbouw.nl"), FATIMA)
    undo(past, command, uuid)
    row = past.one(Werkgever, W)
    assert (row.sector, row.website) == ("bouw", "houtbouw.nl")


def test_what_a_colleague_put_back_already_is_not_touched(past: Region) -> None:
    command = a(WijzigWerkgever, werkgever_id=W, sector="zorg", website="a.nl")
    uuid = do(past, command)
    do(past, a(WijzigWerkgever, werkgever_id=W, sector="bouw"), FATIMA)
    undo(past, command, uuid)
    row = past.one(Werkgever, W)
    assert (row.sector, row.website) == ("bouw", None)


@pytest.mark.parametrize(
    ("undone", "built"),
    [
        (
            a(LegContactVast, id=known_id("c"), werkgever_id=W, notitie="x"),
            a(MaakActie, werkgever_id=W, contactmoment_id=known_id("c")),
        ),
        (
            a(LegContactVast, id=known_id("c"), werkgever_id=W),
            a(MaakAfspraak, werkgever_id=W, contactmoment_id=known_id("c")),
        ),
        (
            a(RegistreerContactpersoon, id=known_id("p"), werkgever_id=W),
            a(LegContactVast, werkgever_id=W, contactpersoon_ids=[known_id("p")]),
        ),
        (
            a(RegistreerVestiging, id=known_id("v"), werkgever_id=W, woonplaats="Weesp"),
            a(LegContactVast, werkgever_id=W, vestiging_id=known_id("v")),
        ),
        (
            a(RegistreerVestiging, id=known_id("v"), werkgever_id=W, woonplaats="Weesp"),
            a(RegistreerContactpersoon, werkgever_id=W, vestiging_id=known_id("v")),
        ),
    ],
)
def test_what_a_colleague_works_with_stays(past: Region, undone: Command, built: Command) -> None:
    uuid = do(past, undone)
    do(past, built, FATIMA)
    assert refusal(past, undone, uuid) == ("ongedaan_hangt_aan", {"wie": FATIMA.naam})


def test_ones_own_acties_do_not_keep_a_contact(past: Region) -> None:
    contact = a(LegContactVast, id=new_id(), werkgever_id=W, notitie="x")
    uuid = do(past, contact)
    task = past.do(a(MaakActie, werkgever_id=W, contactmoment_id=contact.id), HERMAN).id
    undo(past, contact, uuid)
    assert past.one(Contactmoment, contact.id).verwijderd_op is not None
    assert [note.verwijderd_op is None for note in past.all(Contactnotitie, contactmoment_id=contact.id)] == [
        False
    ]
    assert past.one(Actie, task).verwijderd_op is None


@pytest.mark.parametrize(
    "hangs",
    [
        a(NeemRegie, werkgever_id=known_id("nieuw")),
        a(LegContactVast, werkgever_id=known_id("nieuw")),
        a(RegistreerContactpersoon, werkgever_id=known_id("nieuw")),
        a(MaakActie, werkgever_id=known_id("nieuw")),
        a(MaakAfspraak, werkgever_id=known_id("nieuw")),
        a(MeldBenadering, werkgever_id=known_id("nieuw")),
    ],
    ids=lambda command: command.NAME,
)
@pytest.mark.parametrize("who", [HERMAN, FATIMA], ids=["mine", "theirs"])
def test_a_werkgever_stays_while_anything_hangs_on_it(past: Region, hangs: Command, who: Actor) -> None:
    made = a(RegistreerWerkgever, id=known_id("nieuw"), naam="Nieuw")
    uuid = do(past, made)
    do(past, hangs, who)
    assert refusal(past, made, uuid)[0] == "ongedaan_werkgever_in_gebruik"


def test_a_werkgever_that_a_colleague_changed_or_merged_stays(past: Region) -> None:
    made = a(RegistreerWerkgever, id=known_id("nieuw"), naam="Nieuw")
    uuid = do(past, made)
    do(past, a(WijzigWerkgever, werkgever_id=known_id("nieuw"), sector="zorg"), FATIMA)
    assert refusal(past, made, uuid)[0] == "ongedaan_gewijzigd"
    double = past.do(a(RegistreerWerkgever, naam="Dubbel"), FATIMA).id
    past.do(a(VoegWerkgeversSamen, werkgever_id=known_id("nieuw"), dubbel_id=double), FATIMA)
    assert refusal(past, made, uuid)[0] == "ongedaan_samengevoegd"


def test_somebody_builds_on_a_werkgever_that_was_taken_back(past: Region) -> None:
    """A contact that a colleague logged offline comes later: it is never lost (R4), so all is back."""
    made = a(RegistreerWerkgever, id=known_id("nieuw"), naam="Nieuw", woonplaats="Weesp")
    uuid = do(past, made)
    undo(past, made, uuid)
    past.do(a(LegContactVast, werkgever_id=known_id("nieuw")), FATIMA)
    assert past.one(Werkgever, known_id("nieuw")).verwijderd_op is None
    [place] = past.all(Vestiging, werkgever_id=known_id("nieuw"))
    assert (place.verwijderd_op, place.hoofdvestiging) == (None, True)


def test_what_a_colleague_goes_on_with_comes_back(past: Region) -> None:
    task = a(MaakActie, id=new_id(), werkgever_id=W, toegewezen_aan_id=SEVDA.medewerker_id)
    person = a(RegistreerContactpersoon, id=new_id(), werkgever_id=W)
    deal = a(MaakAfspraak, id=new_id(), werkgever_id=W)
    for command in (task, person, deal):
        undo(past, command, do(past, command))
    past.do(a(RondActieAf, actie_id=task.id), SEVDA)
    past.do(a(WijzigContactpersoon, contactpersoon_id=person.id, functie="hr"), SEVDA)
    past.do(a(BeeindigAfspraak, afspraak_id=deal.id), SEVDA)
    assert past.one(Actie, task.id).verwijderd_op is None
    assert past.one(Contactpersoon, person.id).verwijderd_op is None
    assert past.one(Afspraak, deal.id).verwijderd_op is None


def test_a_task_that_a_colleague_finished_stays(past: Region) -> None:
    task = a(MaakActie, id=new_id(), werkgever_id=W, toegewezen_aan_id=SEVDA.medewerker_id)
    uuid = do(past, task)
    past.do(a(RondActieAf, actie_id=task.id), SEVDA)
    assert refusal(past, task, uuid) == ("ongedaan_al_afgerond", {"wie": SEVDA.naam})


def test_a_question_that_was_answered_stays(past: Region) -> None:
    past.do(a(NeemRegie, werkgever_id=W), FATIMA)
    question = a(DoeContactverzoek, id=new_id(), werkgever_id=W, vraag="Mag ik?")
    uuid = do(past, question)
    past.do(a(BeantwoordContactverzoek, contactverzoek_id=question.id, akkoord=True), FATIMA)
    assert refusal(past, question, uuid)[0] == "ongedaan_al_afgerond"


def test_what_nobody_read_yet_goes_too(past: Region) -> None:
    past.do(a(NeemRegie, werkgever_id=W), FATIMA)
    contact = a(LegContactVast, id=new_id(), werkgever_id=W, reden_buiten_regie="Beurs")
    uuid = do(past, contact)
    assert [row.verwijderd_op for row in past.all(Afstemming)] == [None]
    undo(past, contact, uuid)
    assert [row.verwijderd_op is None for row in past.all(Afstemming)] == [False]


def test_a_bemiddelaar_is_involved_while_there_is_own_contact(past: Region) -> None:
    first, second = (a(LegContactVast, id=new_id(), werkgever_id=W) for _ in "ab")
    one, two = do(past, first, SEVDA), do(past, second, SEVDA)
    undo(past, first, one, SEVDA)
    assert [row.verwijderd_op for row in past.all(Betrokkenheid)] == [None]
    undo(past, second, two, SEVDA)
    assert [row.verwijderd_op is None for row in past.all(Betrokkenheid)] == [False]
    past.do(a(LegContactVast, werkgever_id=W), SEVDA)
    assert [row.verwijderd_op for row in past.all(Betrokkenheid)] == [None]


def test_a_number_that_went_to_another_does_not_return(past: Region) -> None:
    command = a(WijzigWerkgever, werkgever_id=W, kvk_nummer="74123456")
    uuid = do(past, command)
    past.do(a(RegistreerWerkgever, naam="Nu van ons", kvk_nummer="69599084"), FATIMA)
    assert refusal(past, command, uuid)[0] == "kvk_van_ander"


def test_a_new_name_is_found_under_the_old_one_again(past: Region) -> None:
    command = a(WijzigWerkgever, werkgever_id=W, naam="Zagerij")
    uuid = do(past, command)
    undo(past, command, uuid)
    row = past.one(Werkgever, W)
    assert (row.naam, row.zoeknaam) == ("Houtbouw Eemvallei", "houtbouw eemvallei")


def test_of_two_hoofdvestigingen_one_remains(past: Region) -> None:
    """The undo of another hoofdvestiging after a third became it changes nothing."""
    [main] = [row.id for row in past.all(Vestiging) if row.hoofdvestiging]
    command = a(WijzigVestiging, vestiging_id=PLACE, hoofdvestiging=True)
    uuid = do(past, command)
    third = past.do(
        a(RegistreerVestiging, werkgever_id=W, hoofdvestiging=True, woonplaats="Weesp"), FATIMA
    ).id
    assert refusal(past, command, uuid)[0] == "ongedaan_gewijzigd"
    assert [row.id for row in past.all(Vestiging) if row.hoofdvestiging] == [third]
    assert main != third


def test_a_claim_that_went_further_stays(past: Region) -> None:
    claim = a(NeemRegie, werkgever_id=W)
    uuid = do(past, claim)
    past.do(a(StelOverdrachtVoor, werkgever_id=W, naar_id=FATIMA.medewerker_id), HERMAN)
    assert refusal(past, claim, uuid)[0] == "ongedaan_regie_verder"
    past.do(a(WijsRegieToe, werkgever_id=W, accountmanager_id=FATIMA.medewerker_id), KARIN)
    assert refusal(past, claim, uuid)[0] == "ongedaan_regie_verder"


def test_a_claim_taken_back_leaves_room_for_the_next(past: Region) -> None:
    claim = a(NeemRegie, werkgever_id=W)
    undo(past, claim, do(past, claim))
    past.do(a(NeemRegie, werkgever_id=W), FATIMA)
    running = [row for row in past.all(Regie) if row.tot is None and row.verwijderd_op is None]
    assert [row.accountmanager_id for row in running] == [FATIMA.medewerker_id]


def test_a_list_goes_back_one_step(past: Region) -> None:
    first = a(BewaarLijst, id=LIST, naam="Een", keuze={"tekst": "een"})
    second = a(BewaarLijst, id=LIST, naam="Twee", keuze={"tekst": "twee"})
    one, two = do(past, first), do(past, second)
    assert refusal(past, first, one)[0] == "ongedaan_zelf_gewijzigd"
    for second_time in (False, True):
        undo(past, second, two)
        row = past.one(BewaardeLijst, LIST)
        assert (row.naam, row.keuze["tekst"], second_time) == ("Een", "een", second_time)
    undo(past, first, one)
    assert past.one(BewaardeLijst, LIST).naam == "Bouw"
    undo(past, second, two)
    undo(past, first, one)
    assert past.one(BewaardeLijst, LIST).verwijderd_op is None


def test_a_list_does_not_come_back_under_a_name_in_use(past: Region) -> None:
    gone = a(VerwijderLijst, lijst_id=LIST)
    uuid = do(past, gone)
    past.do(a(BewaarLijst, naam="BOUW", keuze={}), HERMAN)
    assert refusal(past, gone, uuid)[0] == "lijst_naam_bestaat"


def test_the_row_alone_is_enough_for_what_one_made(past: Region) -> None:
    """The other laptop of the same person knows no uuid."""
    contact = a(LegContactVast, id=new_id(), werkgever_id=W)
    do(past, contact)
    past.do(a(MaakOngedaan, naam="contact.leg_vast", rij_id=contact.id), HERMAN)
    assert past.one(Contactmoment, contact.id).verwijderd_op is not None


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"naam": "werkgever.voeg_samen", "rij_id": W}, "ongedaan_kan_niet"),
        ({"naam": "ongedaan.maak", "rij_id": W}, "ongedaan_kan_niet"),
        ({"rij_id": W}, "ongedaan_kan_niet"),
        ({}, "ongedaan_kan_niet"),
        ({"naam": "actie.maak", "opdracht_uuid": new_id()}, "ongedaan_onbekend"),
        ({"naam": "werkgever.wijzig", "rij_id": W}, "ongedaan_onbekend"),
        ({"naam": "werkgever.wijzig", "rij_id": new_id(), "opdracht_uuid": new_id()}, "werkgever_onbekend"),
        ({"naam": "contact.wijzig", "rij_id": new_id(), "opdracht_uuid": new_id()}, "contactmoment_onbekend"),
    ],
)
def test_what_cannot_be_undone(past: Region, given: dict[str, Any], code: str) -> None:
    before = past.wire()
    with pytest.raises(Weigering) as refused:
        past.do(a(MaakOngedaan, **given), HERMAN)
    assert refused.value.code == code
    assert past.wire() == before


def test_a_forged_row_does_not_help(past: Region) -> None:
    """The uuid of one's own change with the row of another: nothing of it is there."""
    command = a(WijzigWerkgever, werkgever_id=W, sector="zorg")
    uuid = do(past, command)
    other = past.do(a(RegistreerWerkgever, naam="Ander", sector="zorg"), FATIMA).id
    past.do(a(MaakOngedaan, naam="werkgever.wijzig", rij_id=other, opdracht_uuid=uuid), HERMAN)
    assert past.one(Werkgever, other).sector == "zorg"
    assert past.one(Werkgever, W).sector == "zorg"


def test_days_and_moments_return_as_they_were(past: Region) -> None:
    command = a(RondActieAf, actie_id=TASK)
    uuid = do(past, command)
    undo(past, command, uuid)
    row = past.one(Actie, TASK)
    assert (row.status, row.afgerond_op, row.deadline) == ("te_verwerken", None, date(2026, 11, 24))
    again = do(past, command)
    assert past.one(Actie, TASK).status == "verwerkt"
    undo(past, command, again)
    assert past.one(Actie, TASK).status == "te_verwerken"


def test_a_confirmed_command_is_undone_by_a_confirmed_one() -> None:
    for name in UNDOABLE:
        made = a(MaakOngedaan, naam=name, rij_id=W, opdracht_uuid=new_id())
        assert made.needs_confirmation() is NEWEST[name].CONFIRMED
    assert a(MaakOngedaan, batch=new_id()).needs_confirmation()
