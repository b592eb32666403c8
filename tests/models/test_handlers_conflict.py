"""Two people and one row: other fields merge and the history says so, the same field is a question."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from desktop.models.commands.actie import MaakActie, RondActieAf, VerzetActie
from desktop.models.commands.afstemming import KiesAfstemming
from desktop.models.commands.contact import LegContactVast, WijzigContact
from desktop.models.commands.ongedaan import MaakOngedaan
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
from desktop.models.outcome import Outcome
from desktop.models.tables import (
    Actie,
    Afstemming,
    Contactnotitie,
    Contactpersoon,
    Synced,
    Veldwijziging,
    Vestiging,
    Werkgever,
)
from tests.support.builders import FATIMA, HERMAN, LAPTOP, NOW, Region, a, known_id, new_id
from tests.support.groundwork import lay

OTHER_LAPTOP = known_id("een andere laptop")
W, PLACE, PERSON, TASK, CONTACT = (known_id(name) for name in ("w", "plek", "mens", "taak", "gesprek"))


@pytest.fixture(autouse=True)
def dossier(region: Region) -> None:
    lay(region, _dossier)


def _dossier(region: Region) -> None:
    region.do(a(RegistreerWerkgever, id=W, naam="Houtbouw", sector="bouw"))
    region.do(a(RegistreerVestiging, id=PLACE, werkgever_id=W, woonplaats="Huizen"))
    region.do(a(RegistreerContactpersoon, id=PERSON, werkgever_id=W))
    region.do(a(MaakActie, id=TASK, werkgever_id=W, toegewezen_aan_id=HERMAN.medewerker_id))
    region.do(a(LegContactVast, id=CONTACT, werkgever_id=W, notitie="Eerst"))


def changes(region: Region, row_id: str) -> list[Veldwijziging]:
    return sorted(region.all(Veldwijziging, rij_id=row_id), key=lambda line: line.rij_versie)


def asked(region: Region) -> Afstemming:
    [item] = region.all(Afstemming, soort="conflict", status="open")
    return item


def choose(region: Region, item: Afstemming, keuze: str, who: Actor = HERMAN, **given: Any) -> Outcome:
    return region.do(a(KiesAfstemming, afstemming_id=item.id, keuze=keuze, **given), who)


# -- other fields ---------------------------------------------------------------------------------------
def test_other_fields_merge_and_the_history_says_with_whom(region: Region) -> None:
    region.do(a(WijzigWerkgever, werkgever_id=W, sector="handel"), FATIMA, basis={W: 1})
    said = region.do(a(WijzigWerkgever, werkgever_id=W, website="hout.nl"), HERMAN, basis={W: 1})
    row = region.one(Werkgever, W)
    assert (said.result, row.sector, row.website) == ("toegepast", "handel", "hout.nl")
    first, second = changes(region, W)
    assert (first.samen_met_id, second.samen_met_id) == (None, FATIMA.medewerker_id)
    assert first.laptop_id == LAPTOP
    assert region.all(Afstemming, soort="conflict") == []


def test_who_had_seen_it_merges_nothing(region: Region) -> None:
    region.do(a(WijzigWerkgever, werkgever_id=W, sector="handel"), FATIMA, basis={W: 1})
    seen = region.one(Werkgever, W).versie
    region.do(a(WijzigWerkgever, werkgever_id=W, website="hout.nl"), HERMAN, basis={W: seen})
    assert [line.samen_met_id for line in changes(region, W)] == [None, None]


# -- the same field, of everything that can be changed ---------------------------------------------------
SAME: dict[str, tuple[type[Synced], str, str, Any, Any]] = {
    "werkgever": (Werkgever, W, "segment", a(WijzigWerkgever, werkgever_id=W, segment="prospect"),
                  a(WijzigWerkgever, werkgever_id=W, segment="actief")),
    "vestiging": (Vestiging, PLACE, "straat", a(WijzigVestiging, vestiging_id=PLACE, straat="Kade"),
                  a(WijzigVestiging, vestiging_id=PLACE, straat="Laan")),
    "contactpersoon": (Contactpersoon, PERSON, "functie",
                       a(WijzigContactpersoon, contactpersoon_id=PERSON, functie="HR"),
                       a(WijzigContactpersoon, contactpersoon_id=PERSON, functie="directeur")),
    "actie": (Actie, TASK, "deadline",
              a(VerzetActie, actie_id=TASK, deadline="2026-12-01", reden="Later"),
              a(VerzetActie, actie_id=TASK, deadline="2026-12-02", reden="Nog later")),
}  # fmt: skip


@pytest.mark.parametrize("kind", SAME)
def test_the_first_stays_and_the_later_one_is_asked(region: Region, kind: str) -> None:
    cls, row_id, veld, theirs, mine = SAME[kind]
    seen = {row_id: region.one(cls, row_id).versie}
    region.do(theirs, FATIMA, basis=seen, tijd=NOW)
    said = region.do(
        mine, HERMAN, basis=seen, tijd=NOW + timedelta(minutes=5), ontvangen=NOW + timedelta(hours=2)
    )
    assert (said.result, said.code) == ("aangepast", "wijziging_conflict")
    assert str(getattr(region.one(cls, row_id), veld)) == str(getattr(theirs, veld))
    item = asked(region)
    assert (item.medewerker_id, item.veld, item.van_mij) == (
        HERMAN.medewerker_id, veld, str(getattr(mine, veld)),
    )  # fmt: skip
    assert (item.van_ander, item.ander) == (str(getattr(theirs, veld)), FATIMA.naam)
    assert (item.aangemaakt_op, item.gevraagd_op) == (NOW + timedelta(minutes=5), NOW + timedelta(hours=2))
    told = item.parameters
    assert (told["laptop"], told["laptop_ander"], told["wie_id"]) == (LAPTOP, LAPTOP, FATIMA.medewerker_id)
    choose(region, item, "mijne")
    assert str(getattr(region.one(cls, row_id), veld)) == str(getattr(mine, veld))


def test_ones_own_other_laptop_is_another_too(region: Region) -> None:
    seen = {PERSON: 1}
    region.do(a(WijzigContactpersoon, contactpersoon_id=PERSON, email="a@hout.nl"), basis=seen)
    region.do(
        a(WijzigContactpersoon, contactpersoon_id=PERSON, email="b@hout.nl"),
        basis=seen,
        laptop_id=OTHER_LAPTOP,
    )
    item = asked(region)
    assert (item.medewerker_id, item.ander) == (FATIMA.medewerker_id, FATIMA.naam)
    assert item.parameters["laptop_ander"] == LAPTOP
    assert region.one(Contactpersoon, PERSON).email == "a@hout.nl"


def test_the_same_laptop_never_contradicts_itself(region: Region) -> None:
    for email in ("a@hout.nl", "b@hout.nl"):
        region.do(a(WijzigContactpersoon, contactpersoon_id=PERSON, email=email), basis={PERSON: 1})
    assert region.one(Contactpersoon, PERSON).email == "b@hout.nl"
    assert region.all(Afstemming, soort="conflict") == []


# -- choices --------------------------------------------------------------------------------------------
def notes(region: Region) -> Afstemming:
    """Fatima changed her own note on two laptops."""
    note = region.all(Contactnotitie)[0].id
    region.do(a(WijzigContact, contactmoment_id=CONTACT, notitie="Op kantoor"), basis={note: 1})
    region.do(
        a(WijzigContact, contactmoment_id=CONTACT, notitie="Onderweg"),
        basis={note: 1},
        laptop_id=OTHER_LAPTOP,
    )
    return asked(region)


def test_of_a_text_both_can_stay_each_with_its_name(region: Region) -> None:
    choose(region, notes(region), "beide", FATIMA)
    [note] = region.all(Contactnotitie)
    assert note.notitie == "Op kantoor\n\nFatima El Idrissi, 20 november 2026:\nOnderweg"


def test_two_texts_that_are_too_long_together_both_stay_where_they_are(region: Region) -> None:
    note = region.all(Contactnotitie)[0].id
    region.do(a(WijzigContact, contactmoment_id=CONTACT, notitie="a" * 990), basis={note: 1})
    region.do(
        a(WijzigContact, contactmoment_id=CONTACT, notitie="b" * 990), basis={note: 1}, laptop_id=OTHER_LAPTOP
    )
    item = asked(region)
    with pytest.raises(Weigering) as refused:
        choose(region, item, "beide", FATIMA)
    assert refused.value.code == "afstemming_beide_te_lang"
    assert region.one(Afstemming, item.id).status == "open"


def conflict(region: Region) -> Afstemming:
    region.do(a(WijzigWerkgever, werkgever_id=W, sector="handel"), FATIMA, basis={W: 1})
    region.do(a(WijzigWerkgever, werkgever_id=W, sector="zorg"), HERMAN, basis={W: 1})
    return asked(region)


def test_a_change_after_the_question_is_a_new_question(region: Region) -> None:
    """Also when the answer came from a laptop that had that change already: the question did not show it."""
    item = conflict(region)
    region.do(a(WijzigWerkgever, werkgever_id=W, sector="logistiek"), FATIMA)
    said = choose(region, item, "mijne")
    assert (said.result, said.code) == ("aangepast", "wijziging_conflict")
    assert region.one(Afstemming, item.id).status == "gesloten"
    again = asked(region)
    assert (again.van_mij, again.van_ander, again.parameters["wat"]) == ("zorg", "logistiek", "Houtbouw")
    assert region.one(Werkgever, W).sector == "logistiek"
    assert choose(region, again, "mijne").result == "toegepast"
    assert region.one(Werkgever, W).sector == "zorg"


def test_a_choice_twice_is_one_choice(region: Region) -> None:
    item = conflict(region)
    choose(region, item, "mijne")
    before = region.wire()
    choose(region, item, "mijne")
    choose(region, item, "beide")
    assert region.wire() == before


def test_later_waits_until_a_day_and_can_be_taken_back(region: Region) -> None:
    item, uuid = conflict(region), new_id()
    region.do(a(KiesAfstemming, afstemming_id=item.id, keuze="later", tot="2026-11-23"), HERMAN, uuid=uuid)
    row = region.one(Afstemming, item.id)
    assert (row.status, row.keuze, str(row.later_tot)) == ("open", "later", "2026-11-23")
    region.do(a(MaakOngedaan, opdracht_uuid=uuid, naam="afstemming.kies", rij_id=item.id), HERMAN)
    row = region.one(Afstemming, item.id)
    assert (row.status, row.keuze, row.later_tot) == ("open", None, None)


def test_a_question_about_a_werkgever_that_was_merged_meanwhile(region: Region) -> None:
    item = conflict(region)
    other = region.do(a(RegistreerWerkgever, naam="Houtbouw BV")).id
    region.do(a(VoegWerkgeversSamen, werkgever_id=other, dubbel_id=W))
    choose(region, item, "mijne")
    assert region.one(Werkgever, other).sector == "zorg"
    assert region.one(Werkgever, W).sector == "handel"


def test_only_what_was_refused_is_sent_again(region: Region) -> None:
    with pytest.raises(Weigering) as refused:
        choose(region, conflict(region), "opnieuw")
    assert refused.value.code == "afstemming_niet_opnieuw"


# -- what followed from a refusal ------------------------------------------------------------------------
def refusals(region: Region) -> tuple[Afstemming, Afstemming]:
    def item(name: str, **given: Any) -> Afstemming:
        return Afstemming(
            id=known_id(name), medewerker_id=HERMAN.medewerker_id, soort="weigering", code="opdracht_fout",
            parameters={}, argumenten={}, status="open", regio_id=HERMAN.regio_id, versie=1,
            aangemaakt_op=NOW, gewijzigd_op=NOW, aangemaakt_door=HERMAN.medewerker_id,
            gewijzigd_door=HERMAN.medewerker_id, **given,
        )  # fmt: skip

    head, follower = item("eerst"), item("daarna", hoort_bij_id=known_id("eerst"))
    region.session.add_all([head, follower])
    region.session.flush()
    return head, follower


@pytest.mark.parametrize("keuze", ["gelezen", "opnieuw"])
def test_a_refusal_takes_along_what_followed_from_it(region: Region, keuze: str) -> None:
    head, follower = refusals(region)
    uuid = new_id()
    region.do(a(KiesAfstemming, afstemming_id=head.id, keuze=keuze), HERMAN, uuid=uuid)
    found = [region.one(Afstemming, one.id) for one in (head, follower)]
    assert [(one.status, one.keuze) for one in found] == [("gesloten", keuze)] * 2
    region.do(a(MaakOngedaan, opdracht_uuid=uuid, naam="afstemming.kies", rij_id=head.id), HERMAN)
    found = [region.one(Afstemming, one.id) for one in (head, follower)]
    assert [one.status for one in found] == ["open", "open"]


def test_a_refusal_can_wait_too(region: Region) -> None:
    head, _ = refusals(region)
    choose(region, head, "later", tot="2026-11-27")
    assert region.one(Afstemming, head.id).status == "open"


def test_an_actie_that_was_finished_and_moved_is_refused_with_its_words(region: Region) -> None:
    region.do(a(RondActieAf, actie_id=TASK))
    with pytest.raises(Weigering) as refused:
        region.do(a(VerzetActie, actie_id=TASK, deadline="2026-12-01", reden="Later"), HERMAN)
    assert refused.value.code == "actie_al_afgerond"
