"""Registering, changing and merging werkgevers, with vestigingen and contactpersonen, on both databases."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

import pytest

from desktop.models.commands.actie import MaakActie, MaakAfspraak
from desktop.models.commands.contact import LegContactVast
from desktop.models.commands.regie import MeldBenadering, NeemRegie, WijsRegieToe
from desktop.models.commands.werkgever import (
    RegistreerContactpersoon,
    RegistreerVestiging,
    RegistreerWerkgever,
    VoegWerkgeversSamen,
    WijzigContactpersoon,
    WijzigWerkgever,
)
from desktop.models.errors import Weigering
from desktop.models.tables import (
    Actie,
    Afspraak,
    Afstemming,
    Betrokkenheid,
    Contactmoment,
    Contactnotitie,
    Contactpersoon,
    Regie,
    Reservering,
    Veldwijziging,
    Vestiging,
    Werkgever,
)
from tests.support.builders import FATIMA, HERMAN, KARIN, NOW, SEVDA, Region, a, known_id, new_id

KVK = "69599084"
CHILDREN: tuple[type[Any], ...] = (
    Contactmoment,
    Contactnotitie,
    Contactpersoon,
    Actie,
    Afspraak,
    Vestiging,
    Reservering,
    Betrokkenheid,
)


def registered(region: Region, **given: object) -> str:
    outcome = region.do(a(RegistreerWerkgever, **given))
    assert outcome.id is not None
    return outcome.id


def refusal(region: Region, *args: object, **kwargs: object) -> str:
    with pytest.raises(Weigering) as caught:
        region.do(*args, **kwargs)  # type: ignore[arg-type]
    return caught.value.code


# --- registering


def test_a_new_werkgever_keeps_what_was_given(region: Region) -> None:
    row_id = new_id()
    outcome = region.do(
        a(
            RegistreerWerkgever,
            id=row_id,
            naam="Stichting Café Noord",
            kvk_nummer=KVK,
            handelsnamen=["Noord"],
            werkzame_personen=12,
            straat="Kerkbrink",
            huisnummer=4,
            postcode="1217 ZA",
            woonplaats="Hilversum",
        ),
        SEVDA,
    )
    assert (outcome.result, outcome.id, outcome.warnings) == ("toegepast", row_id, ())
    row = region.one(Werkgever, row_id)
    assert (row.naam, row.zoeknaam, row.kvk_nummer) == ("Stichting Café Noord", "cafe noord", KVK)
    assert (row.handelsnamen, row.kenmerken, row.werkzame_personen) == (["Noord"], [], 12)
    assert (row.plaats, row.gemeente_code, row.actief, row.versie) == ("Hilversum", "0402", True, 1)
    assert row.aangemaakt_door == SEVDA.medewerker_id
    [place] = region.all(Vestiging, werkgever_id=row_id)
    assert (place.hoofdvestiging, place.postcode, place.gemeente_code) == (True, "1217ZA", "0402")
    assert outcome.changes.rows == {} or outcome.changes.touches("werkgever")


def test_registering_again_with_the_same_id_changes_nothing(region: Region) -> None:
    command = a(RegistreerWerkgever, id=new_id(), kvk_nummer=KVK)
    region.do(command)
    before = region.wire()
    assert region.do(command).result == "toegepast"
    assert region.wire() == before


def test_a_number_that_looks_mistyped_is_taken_with_a_warning(region: Region) -> None:
    outcome = region.do(a(RegistreerWerkgever, kvk_nummer="74123456"))
    assert outcome.warnings == (("kvk_lijkt_tikfout", {"kvk_nummer": "74123456"}),)


def test_a_werkgever_without_number_can_exist_twice(region: Region) -> None:
    assert registered(region) != registered(region)
    assert len(region.all(Werkgever, verwijderd_op=None)) == 2


# --- the same werkgever from two laptops


def test_a_double_registration_becomes_a_signpost_and_all_that_names_it_arrives(region: Region) -> None:
    first = registered(region, naam="Houtbouw Eemvallei", kvk_nummer=KVK)
    double = new_id()
    outcome = region.do(a(RegistreerWerkgever, id=double, naam="Houtbouw B.V.", kvk_nummer=KVK), HERMAN)
    assert (outcome.result, outcome.id, outcome.code) == ("aangepast", first, "werkgever_al_geregistreerd")
    assert outcome.replaced == {double: first}
    signpost = region.one(Werkgever, double)
    assert (signpost.samengevoegd_met, signpost.verwijderd_op is None) == (first, False)
    assert region.one(Werkgever, first).handelsnamen == ["Houtbouw B.V."]

    contact = region.do(a(LegContactVast, werkgever_id=double, notitie="Kennisgemaakt"), HERMAN)
    assert (contact.result, contact.code) == ("aangepast", "contact_bij_samengevoegde")
    region.do(a(RegistreerContactpersoon, werkgever_id=double), HERMAN)
    region.do(a(MaakActie, werkgever_id=double), HERMAN)
    region.do(a(MaakAfspraak, werkgever_id=double), HERMAN)
    region.do(a(RegistreerVestiging, werkgever_id=double, straat="Laan", huisnummer=1), HERMAN)
    region.do(a(WijzigWerkgever, werkgever_id=double, segment="actief"), HERMAN)
    region.do(a(NeemRegie, werkgever_id=double), HERMAN)
    assert [row.werkgever_id for row in region.all(Regie)] == [first]
    for cls in CHILDREN[:-2]:
        assert [row.werkgever_id for row in region.all(cls)] == [first], cls.__name__
    assert region.one(Werkgever, first).segment == "actief"


def test_a_third_registration_in_the_same_batch_is_a_double_too(region: Region) -> None:
    ids = [new_id() for _ in range(3)]
    with region.together():
        outcomes = [region.do(a(RegistreerWerkgever, id=row_id, kvk_nummer=KVK)) for row_id in ids]
    assert [outcome.id for outcome in outcomes] == [ids[0]] * 3
    assert len(region.all(Werkgever, verwijderd_op=None)) == 1


def test_a_double_registration_twice_is_one_signpost(region: Region) -> None:
    registered(region, kvk_nummer=KVK)
    command = a(RegistreerWerkgever, id=new_id(), kvk_nummer=KVK)
    region.do(command)
    before = region.wire()
    assert region.do(command).result == "aangepast"
    assert region.wire() == before


def test_what_the_second_registration_knew_more_is_kept(region: Region) -> None:
    first = registered(region, naam="Houtbouw", kvk_nummer=KVK, sector="bouw")
    region.do(
        a(
            RegistreerWerkgever,
            id=new_id(),
            naam="HOUTBOUW",
            kvk_nummer=KVK,
            sector="handel",
            website="https://houtbouw.example",
            postcode="1217ZA",
            woonplaats="Hilversum",
        ),
        HERMAN,
    )
    row = region.one(Werkgever, first)
    assert (row.sector, row.website, row.plaats) == ("bouw", "https://houtbouw.example", "Hilversum")
    assert row.handelsnamen == []
    assert len(region.all(Vestiging, werkgever_id=first)) == 1


# --- changing


def test_a_change_is_versioned_and_kept_in_the_history(region: Region) -> None:
    row_id = registered(region, naam="Houtbouw", sector="bouw")
    outcome = region.do(a(WijzigWerkgever, werkgever_id=row_id, naam="Houtbouw Noord", werkzame_personen=5))
    assert outcome.result == "toegepast"
    row = region.one(Werkgever, row_id)
    assert (row.naam, row.zoeknaam, row.versie) == ("Houtbouw Noord", "houtbouw noord", 2)
    history = {line.veld: (line.oud, line.nieuw, line.rij_versie) for line in region.all(Veldwijziging)}
    assert history == {"naam": ("Houtbouw", "Houtbouw Noord", 2), "werkzame_personen": (None, 5, 2)}


def test_changing_to_what_it_is_changes_nothing(region: Region) -> None:
    row_id = registered(region, sector="bouw")
    before = region.wire()
    region.do(a(WijzigWerkgever, werkgever_id=row_id, sector="bouw"))
    assert region.wire() == before


def test_fields_can_be_emptied(region: Region) -> None:
    row_id = registered(region, sector="bouw", kenmerken=["groot"], handelsnamen=["Noord"])
    region.do(a(WijzigWerkgever, werkgever_id=row_id, handelsnamen=[], wis=["sector", "kenmerken"]))
    row = region.one(Werkgever, row_id)
    assert (row.sector, row.kenmerken, row.handelsnamen) == (None, [], [])


@pytest.mark.parametrize(
    "veld",
    [
        "naam",
        "versie",
        "regio_id",
        "verwijderd_op",
        "samengevoegd_met",
        "actief",
        "nummer",
        "metadata",
        "nee",
    ],
)
def test_what_may_not_be_emptied_is_refused(region: Region, veld: str) -> None:
    row_id = registered(region)
    before = region.wire()
    code = refusal(region, a(WijzigWerkgever, werkgever_id=row_id, wis=[veld]))
    assert code == "veld_niet_leeg_te_maken"
    assert region.wire() == before


def test_changing_an_unknown_werkgever_is_refused(region: Region) -> None:
    assert refusal(region, a(WijzigWerkgever, werkgever_id=new_id(), sector="bouw")) == "werkgever_onbekend"


def test_a_number_of_another_werkgever_is_refused(region: Region) -> None:
    registered(region, kvk_nummer=KVK)
    other = registered(region, naam="Transport")
    assert refusal(region, a(WijzigWerkgever, werkgever_id=other, kvk_nummer=KVK)) == "kvk_van_ander"


def test_a_number_that_was_given_up_is_free_again_within_a_batch(region: Region) -> None:
    first = registered(region, kvk_nummer=KVK)
    with region.together():
        region.do(a(WijzigWerkgever, werkgever_id=first, kvk_nummer="68727720"))
        second = region.do(a(RegistreerWerkgever, id=new_id(), naam="Transport", kvk_nummer=KVK))
    assert second.result == "toegepast"


def test_two_people_change_different_fields_and_both_hold(region: Region) -> None:
    row_id = registered(region)
    region.do(a(WijzigWerkgever, werkgever_id=row_id, sector="bouw"), FATIMA, basis={row_id: 1})
    outcome = region.do(a(WijzigWerkgever, werkgever_id=row_id, segment="actief"), HERMAN, basis={row_id: 1})
    assert outcome.result == "toegepast"
    row = region.one(Werkgever, row_id)
    assert (row.sector, row.segment, row.versie) == ("bouw", "actief", 3)


def test_two_people_change_the_same_field_and_the_later_one_is_asked(region: Region) -> None:
    row_id = registered(region, naam="Houtbouw")
    region.do(a(WijzigWerkgever, werkgever_id=row_id, werkzame_personen=10), FATIMA, basis={row_id: 1})
    both = a(WijzigWerkgever, werkgever_id=row_id, werkzame_personen=12, sector="bouw")
    outcome = region.do(both, HERMAN, basis={row_id: 1})
    assert (outcome.result, outcome.code) == ("aangepast", "wijziging_conflict")
    assert outcome.parameters["veld"] == "werkzame_personen"
    assert (outcome.parameters["wat"], outcome.parameters["wie"]) == ("Houtbouw", "Fatima El Idrissi")
    row = region.one(Werkgever, row_id)
    assert (row.werkzame_personen, row.sector) == (10, "bouw")
    [asked] = region.all(Afstemming)
    assert (asked.medewerker_id, asked.soort, asked.status) == (HERMAN.medewerker_id, "conflict", "open")
    assert (asked.van_mij, asked.van_ander, asked.ander) == ("12", "10", "Fatima El Idrissi")


def test_ones_own_earlier_change_is_no_conflict(region: Region) -> None:
    row_id = registered(region)
    region.do(a(WijzigWerkgever, werkgever_id=row_id, sector="bouw"), FATIMA, basis={row_id: 1})
    region.do(a(WijzigWerkgever, werkgever_id=row_id, sector="handel"), FATIMA, basis={row_id: 1})
    assert region.one(Werkgever, row_id).sector == "handel"
    assert region.all(Afstemming) == []


def test_both_change_it_to_the_same_and_nobody_is_asked(region: Region) -> None:
    row_id = registered(region)
    region.do(a(WijzigWerkgever, werkgever_id=row_id, sector="bouw"), FATIMA, basis={row_id: 1})
    outcome = region.do(a(WijzigWerkgever, werkgever_id=row_id, sector="bouw"), HERMAN, basis={row_id: 1})
    assert outcome.result == "toegepast"
    assert region.all(Afstemming) == []


# --- vestigingen


def test_the_first_vestiging_is_the_hoofdvestiging_and_gives_the_place(region: Region) -> None:
    row_id = registered(region)
    region.do(a(RegistreerVestiging, werkgever_id=row_id, postcode="1272 AB", woonplaats="Huizen"))
    region.do(a(RegistreerVestiging, werkgever_id=row_id, postcode="1217 ZA", woonplaats="Hilversum"))
    row = region.one(Werkgever, row_id)
    assert (row.plaats, row.gemeente_code) == ("Huizen", "0406")
    assert sorted((v.woonplaats, v.hoofdvestiging) for v in region.all(Vestiging)) == [
        ("Hilversum", False),
        ("Huizen", True),
    ]


def test_a_new_hoofdvestiging_takes_the_place_of_the_old_one(region: Region) -> None:
    row_id = registered(region, postcode="1272AB", woonplaats="Huizen")
    new = {"woonplaats": "Hilversum", "hoofdvestiging": True, "adres_afgeschermd": True}
    region.do(a(RegistreerVestiging, werkgever_id=row_id, **new))
    assert region.one(Werkgever, row_id).plaats == "Hilversum"
    [main] = region.all(Vestiging, hoofdvestiging=True)
    assert (main.woonplaats, main.adres_afgeschermd) == ("Hilversum", True)


def test_a_given_gemeente_wins_from_the_postcode(region: Region) -> None:
    row_id = registered(region, postcode="1217ZA", gemeente_code="0406")
    assert region.one(Werkgever, row_id).gemeente_code == "0406"


def test_a_vestigingsnummer_hangs_under_a_kvk_number(region: Region) -> None:
    row_id = registered(region)
    command = a(RegistreerVestiging, werkgever_id=row_id, vestigingsnummer="000037178598")
    assert refusal(region, command) == "vestigingsnummer_zonder_kvk"


def test_the_same_vestigingsnummer_is_the_same_place(region: Region) -> None:
    row_id = registered(region, kvk_nummer=KVK)
    command = {"werkgever_id": row_id, "vestigingsnummer": "000037178598"}
    first = region.do(a(RegistreerVestiging, **command))
    assert region.do(a(RegistreerVestiging, id=new_id(), **command)).id == first.id
    assert len(region.all(Vestiging)) == 1


def test_registering_a_vestiging_again_changes_nothing(region: Region) -> None:
    row_id = registered(region)
    command = a(RegistreerVestiging, id=new_id(), werkgever_id=row_id, straat="Laan", huisnummer=1)
    region.do(command)
    before = region.wire()
    assert region.do(command).id == command.id
    assert region.wire() == before


# --- contactpersonen


def test_a_contactpersoon_starts_on_the_day_it_was_typed(region: Region) -> None:
    row_id = registered(region)
    command = a(RegistreerContactpersoon, id=new_id(), werkgever_id=row_id, email="wim@x.nl")
    region.do(command)
    person = region.one(Contactpersoon, command.id)
    assert (person.naam, person.email, person.van) == ("Wim Verkerk", "wim@x.nl", date(2026, 11, 20))
    before = region.wire()
    region.do(command)
    assert region.wire() == before


def test_a_contactpersoon_of_an_unknown_vestiging_is_refused(region: Region) -> None:
    command = a(RegistreerContactpersoon, werkgever_id=registered(region), vestiging_id=new_id())
    assert refusal(region, command) == "vestiging_onbekend"


def test_a_contactpersoon_is_changed_field_by_field(region: Region) -> None:
    person = region.do(a(RegistreerContactpersoon, werkgever_id=registered(region), telefoon="0351234567")).id
    change = {"functie": "HR", "tot": "2026-12-31", "wis": ["telefoon"]}
    region.do(a(WijzigContactpersoon, contactpersoon_id=person, **change))
    row = region.one(Contactpersoon, person)
    assert (row.functie, row.tot, row.telefoon, row.versie) == ("HR", date(2026, 12, 31), None, 2)
    history = {line.veld: line.nieuw for line in region.all(Veldwijziging)}
    assert history == {"functie": "HR", "tot": "2026-12-31", "telefoon": None}


@pytest.mark.parametrize("veld", ["werkgever_id", "vestiging_id", "niet_benaderen", "versie"])
def test_what_may_not_be_emptied_of_a_person_is_refused(region: Region, veld: str) -> None:
    person = region.do(a(RegistreerContactpersoon, werkgever_id=registered(region))).id
    code = refusal(region, a(WijzigContactpersoon, contactpersoon_id=person, wis=[veld]))
    assert code == "veld_niet_leeg_te_maken"


def test_an_unknown_contactpersoon_is_refused(region: Region) -> None:
    command = a(WijzigContactpersoon, contactpersoon_id=new_id(), functie="HR")
    assert refusal(region, command) == "contactpersoon_onbekend"


# --- merging: R8


def two(region: Region) -> tuple[str, str]:
    keeps = registered(region, naam="Houtbouw", kvk_nummer=KVK, woonplaats="Huizen")
    goes = registered(region, naam="Hout Bouw", woonplaats="Hilversum")
    return keeps, goes


def test_a_merge_takes_everything_along(region: Region) -> None:
    keeps, goes = two(region)
    region.do(a(MeldBenadering, werkgever_id=goes), SEVDA)
    region.do(a(LegContactVast, werkgever_id=goes, notitie="Belde zelf"), SEVDA)
    region.do(a(RegistreerContactpersoon, werkgever_id=goes))
    region.do(a(MaakActie, werkgever_id=goes))
    region.do(a(MaakAfspraak, werkgever_id=goes))
    outcome = region.do(a(VoegWerkgeversSamen, werkgever_id=keeps, dubbel_id=goes))
    assert (outcome.result, outcome.replaced) == ("toegepast", {goes: keeps})
    for cls in CHILDREN:
        assert {row.werkgever_id for row in region.all(cls)} == {keeps}, cls.__name__
    assert region.one(Werkgever, keeps).handelsnamen == ["Hout Bouw"]
    gone = region.one(Werkgever, goes)
    assert (gone.samengevoegd_met, gone.verwijderd_op is None) == (keeps, False)


def test_after_a_merge_one_hoofdvestiging_is_left(region: Region) -> None:
    keeps, goes = two(region)
    region.do(a(VoegWerkgeversSamen, werkgever_id=keeps, dubbel_id=goes))
    assert [row.woonplaats for row in region.all(Vestiging, hoofdvestiging=True)] == ["Huizen"]
    assert region.one(Werkgever, keeps).plaats == "Huizen"


def test_a_merge_brings_the_number_and_the_place_that_were_missing(region: Region) -> None:
    keeps = registered(region, naam="Houtbouw")
    goes = registered(region, naam="Hout Bouw", kvk_nummer=KVK, woonplaats="Hilversum")
    region.do(a(VoegWerkgeversSamen, werkgever_id=keeps, dubbel_id=goes))
    row = region.one(Werkgever, keeps)
    assert (row.kvk_nummer, row.plaats) == (KVK, "Hilversum")


def test_a_merge_with_itself_or_done_twice_is_harmless(region: Region) -> None:
    keeps, goes = two(region)
    region.do(a(VoegWerkgeversSamen, werkgever_id=keeps, dubbel_id=goes))
    before = region.wire()
    region.do(a(VoegWerkgeversSamen, werkgever_id=keeps, dubbel_id=goes))
    region.do(a(VoegWerkgeversSamen, werkgever_id=goes, dubbel_id=keeps))
    assert region.wire() == before


def test_two_different_numbers_are_two_werkgevers(region: Region) -> None:
    keeps = registered(region, kvk_nummer=KVK)
    goes = registered(region, naam="Transport", kvk_nummer="68727720")
    command = a(VoegWerkgeversSamen, werkgever_id=keeps, dubbel_id=goes)
    assert refusal(region, command) == "samenvoegen_twee_kvk"


def test_the_regie_of_the_double_goes_along(region: Region) -> None:
    keeps, goes = two(region)
    region.do(a(NeemRegie, werkgever_id=goes), HERMAN)
    region.do(a(VoegWerkgeversSamen, werkgever_id=keeps, dubbel_id=goes))
    [running] = region.all(Regie, tot=None)
    assert (running.werkgever_id, running.accountmanager_id) == (keeps, HERMAN.medewerker_id)


def test_two_regiehouders_are_for_the_teamleider_to_decide(region: Region) -> None:
    keeps, goes = two(region)
    region.do(a(NeemRegie, werkgever_id=keeps), FATIMA)
    region.do(a(NeemRegie, werkgever_id=goes), HERMAN)
    before = region.wire()
    plain = a(VoegWerkgeversSamen, werkgever_id=keeps, dubbel_id=goes)
    assert refusal(region, plain, FATIMA) == "samenvoegen_twee_regies"
    assert refusal(region, plain, KARIN) == "samenvoegen_kies_regie"
    assert region.wire() == before
    region.do(
        a(VoegWerkgeversSamen, werkgever_id=keeps, dubbel_id=goes, regie_bij_id=HERMAN.medewerker_id), KARIN
    )
    [running] = region.all(Regie, tot=None)
    assert (running.werkgever_id, running.accountmanager_id) == (keeps, HERMAN.medewerker_id)


def test_a_chain_of_merges_is_followed_to_its_end(region: Region) -> None:
    ids = [registered(region, naam=f"Houtbouw {n}") for n in range(4)]
    for goes, keeps in itertools.pairwise(ids):
        region.do(a(VoegWerkgeversSamen, werkgever_id=keeps, dubbel_id=goes))
    region.do(a(LegContactVast, werkgever_id=ids[0], id=known_id("contact")))
    assert region.one(Contactmoment, known_id("contact")).werkgever_id == ids[-1]


def test_a_number_that_was_given_up_is_taken_in_the_same_batch(region: Region) -> None:
    """The unique index is not deferred: rows are written in the order in which the number passes on."""
    first, second, third = new_id(), new_id(), new_id()
    with region.together():
        region.do(a(RegistreerWerkgever, id=second, naam="Bouw"))
        region.do(a(RegistreerWerkgever, id=first, naam="Zorg", kvk_nummer=KVK))
        region.do(a(WijzigWerkgever, werkgever_id=first, kvk_nummer="68727720"))
        region.do(a(WijzigWerkgever, werkgever_id=second, kvk_nummer=KVK))
        region.do(a(WijzigWerkgever, werkgever_id=first, wis=["kvk_nummer"]))
        region.do(a(RegistreerWerkgever, id=third, naam="Handel", kvk_nummer="68727720"))
    numbers = [region.one(Werkgever, row_id).kvk_nummer for row_id in (first, second, third)]
    assert numbers == [None, KVK, "68727720"]


def test_what_was_before_goes_along_in_a_merge(region: Region) -> None:
    """Old periods of regie, the history of people and what was deleted are found where the rest went."""
    keeps, goes = (region.do(a(RegistreerWerkgever, naam=name)).id for name in ("Blijft", "Gaat"))
    region.do(a(NeemRegie, werkgever_id=goes), FATIMA)
    region.do(a(WijsRegieToe, werkgever_id=goes, accountmanager_id=HERMAN.medewerker_id), KARIN)
    person = region.do(a(RegistreerContactpersoon, werkgever_id=goes), HERMAN).id
    region.do(a(WijzigContactpersoon, contactpersoon_id=person, functie="directeur"), HERMAN)
    region.one(Contactpersoon, person).verwijderd_op = NOW
    region.session.flush()
    region.do(a(VoegWerkgeversSamen, werkgever_id=keeps, dubbel_id=goes), KARIN)
    assert {row.werkgever_id for row in region.all(Regie)} == {keeps}
    assert region.one(Contactpersoon, person).werkgever_id == keeps
    [line] = [row for row in region.all(Veldwijziging) if row.rij_id == person]
    assert line.werkgever_id == keeps
