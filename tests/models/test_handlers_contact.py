"""R2 and R4: a contact that took place is recorded, marked and told, never refused; its note stays apart."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.models.commands.contact import LegContactVast, WijzigContact, ZetContactVast
from desktop.models.commands.regie import MeldBenadering, NeemRegie
from desktop.models.commands.werkgever import RegistreerWerkgever
from desktop.models.context import Actor
from desktop.models.errors import Weigering
from desktop.models.tables import Afstemming, Betrokkenheid, Contactmoment, Contactnotitie, Veldwijziging
from desktop.wording import sentence
from tests.support.builders import (
    ANOUK,
    FATIMA,
    HERMAN,
    JOOST,
    KARIN,
    NOW,
    PEOPLE,
    SEVDA,
    Region,
    a,
    new_id,
)
from tests.support.groundwork import lay


@pytest.fixture
def werkgever_id(region: Region) -> str:
    """A werkgever of which Fatima holds the regie."""
    return lay(region, _werkgever_id)


def _werkgever_id(region: Region) -> str:
    row_id = region.do(a(RegistreerWerkgever, kvk_nummer="69599084")).id
    region.do(a(NeemRegie, werkgever_id=row_id), FATIMA)
    assert row_id is not None
    return row_id


def contact(region: Region, outcome_id: str | None) -> Contactmoment:
    return region.one(Contactmoment, outcome_id)


def test_the_contact_is_for_the_region_and_the_note_for_the_dossier(
    region: Region, werkgever_id: str
) -> None:
    person = new_id()
    command = a(
        LegContactVast,
        id=new_id(),
        werkgever_id=werkgever_id,
        datum="2026-11-19T16:30",
        kanaal="bezoek",
        onderwerp="kennismaking",
        notitie="Zoekt twee timmerlieden",
        contactpersoon_ids=[person],
        resultaat="vervolg",
        contact_gelukt=True,
    )
    outcome = region.do(command, FATIMA)
    assert (outcome.result, outcome.id) == ("toegepast", command.id)
    row = contact(region, command.id)
    assert (row.datum, row.tijd, row.kanaal, row.richting) == (date(2026, 11, 19), "16:30", "bezoek", "wij")
    assert (row.medewerker_id, row.buiten_regie, row.contact_gelukt) == (FATIMA.medewerker_id, False, True)
    [note] = region.all(Contactnotitie)
    assert (note.contactmoment_id, note.werkgever_id, note.notitie) == (
        command.id,
        werkgever_id,
        "Zoekt twee timmerlieden",
    )
    assert (note.contactpersoon_ids, note.resultaat, note.vertrouwelijk) == ([person], "vervolg", False)
    assert region.all(Afstemming) == []


def test_a_contact_without_anything_said_has_no_note(region: Region, werkgever_id: str) -> None:
    region.do(a(LegContactVast, werkgever_id=werkgever_id))
    assert region.all(Contactnotitie) == []


def test_recording_twice_is_recording_once(region: Region, werkgever_id: str) -> None:
    command = a(LegContactVast, id=new_id(), werkgever_id=werkgever_id, notitie="Kort gesproken")
    region.do(command, HERMAN)
    before = region.wire()
    region.do(command, HERMAN)
    assert region.wire() == before


@pytest.mark.parametrize("who", PEOPLE, ids=lambda who: who.naam)
@pytest.mark.parametrize("richting", ["wij", "werkgever"])
@pytest.mark.parametrize("aanleiding", [None, "eigen_kandidaat", "andere_reden"])
def test_nobody_is_refused_a_contact_that_took_place(
    region: Region, werkgever_id: str, who: Actor, richting: str, aanleiding: str | None
) -> None:
    command = a(
        LegContactVast, werkgever_id=werkgever_id, richting=richting, aanleiding=aanleiding, notitie="x"
    )
    outcome = region.do(command, who)
    assert outcome.result == "toegepast"
    assert contact(region, outcome.id).medewerker_id == who.medewerker_id
    assert len(region.all(Contactnotitie)) == 1


@pytest.mark.parametrize(
    ("who", "given", "marked", "code"),
    [
        (FATIMA, {}, False, None),
        (HERMAN, {"reden_buiten_regie": "Trof hem op een beurs"}, True, "contact_buiten_regie"),
        (HERMAN, {}, True, "contact_zonder_reden"),
        (KARIN, {}, True, "contact_zonder_reden"),
        (SEVDA, {"aanleiding": "eigen_kandidaat"}, False, "contact_eigen_kandidaat"),
        (SEVDA, {"aanleiding": "andere_reden"}, True, "contact_zonder_reden"),
        (HERMAN, {"aanleiding": "eigen_kandidaat"}, True, "contact_zonder_reden"),
        (HERMAN, {"richting": "werkgever"}, False, "contact_werkgever_belde"),
        (JOOST, {"richting": "werkgever"}, False, "contact_werkgever_belde"),
    ],
)
def test_who_is_marked_and_what_the_regiehouder_hears(
    region: Region, werkgever_id: str, who: Actor, given: dict[str, str], marked: bool, code: str | None
) -> None:
    outcome = region.do(a(LegContactVast, werkgever_id=werkgever_id, **given), who)
    row = contact(region, outcome.id)
    assert row.buiten_regie is marked
    reasons = [note.reden_buiten_regie for note in region.all(Contactnotitie)]
    assert reasons == ([given["reden_buiten_regie"]] if "reden_buiten_regie" in given else [])
    told = region.all(Afstemming)
    assert [(notice.medewerker_id, notice.code) for notice in told] == (
        [(FATIMA.medewerker_id, code)] if code else []
    )
    for notice in told:
        assert "…" not in sentence(notice.code, notice.parameters)
        assert notice.soort == "kennisgeving"


def test_the_reason_is_told_in_words(region: Region, werkgever_id: str) -> None:
    region.do(
        a(LegContactVast, werkgever_id=werkgever_id, reden_buiten_regie="Trof hem op een beurs"), HERMAN
    )
    [notice] = region.all(Afstemming)
    assert sentence(notice.code, notice.parameters).replace("\N{NO-BREAK SPACE}", " ") == (
        "Herman Bakker had op 20 november 2026 contact met Houtbouw Eemvallei (bezoek). "
        "Jij hebt daar de regie. Reden: Trof hem op een beurs"
    )


def test_without_regie_nothing_is_outside_it(region: Region) -> None:
    row_id = region.do(a(RegistreerWerkgever)).id
    outcome = region.do(a(LegContactVast, werkgever_id=row_id), SEVDA)
    assert not contact(region, outcome.id).buiten_regie
    assert region.all(Afstemming) == []


@pytest.mark.parametrize(("days", "told"), [(0, True), (14, True), (15, False)])
def test_an_announced_approach_counts_for_two_weeks(region: Region, days: int, told: bool) -> None:
    row_id = region.do(a(RegistreerWerkgever)).id
    region.do(a(MeldBenadering, werkgever_id=row_id), SEVDA)
    outcome = region.do(a(LegContactVast, werkgever_id=row_id), HERMAN, tijd=NOW + timedelta(days=days))
    assert contact(region, outcome.id).buiten_regie is told
    codes = [(row.medewerker_id, row.code) for row in region.all(Afstemming)]
    assert codes == ([(SEVDA.medewerker_id, "contact_tijdens_reservering")] if told else [])


def test_a_confidential_note_says_so(region: Region, werkgever_id: str) -> None:
    region.do(a(LegContactVast, werkgever_id=werkgever_id, notitie="Reorganisatie", vertrouwelijk=True))
    assert [note.vertrouwelijk for note in region.all(Contactnotitie)] == [True]


def test_a_vestiging_that_is_not_known_here_loses_no_contact(region: Region, werkgever_id: str) -> None:
    outcome = region.do(a(LegContactVast, werkgever_id=werkgever_id, vestiging_id=new_id()))
    assert contact(region, outcome.id).vestiging_id is None


@pytest.mark.parametrize(("who", "involved"), [(SEVDA, 1), (FATIMA, 0), (KARIN, 0), (JOOST, 0)])
def test_own_contact_involves_a_bemiddelaar_once(
    region: Region, werkgever_id: str, who: Actor, involved: int
) -> None:
    for _ in range(2):
        region.do(a(LegContactVast, werkgever_id=werkgever_id), who)
    rows = region.all(Betrokkenheid)
    assert [(row.werkgever_id, row.medewerker_id) for row in rows] == [
        (werkgever_id, who.medewerker_id)
    ] * involved


def test_each_bemiddelaar_is_involved_by_own_contact_only(region: Region, werkgever_id: str) -> None:
    region.do(a(LegContactVast, werkgever_id=werkgever_id), SEVDA)
    region.do(a(LegContactVast, werkgever_id=werkgever_id), ANOUK)
    assert {row.medewerker_id for row in region.all(Betrokkenheid)} == {
        SEVDA.medewerker_id,
        ANOUK.medewerker_id,
    }


def test_the_author_corrects_contact_and_note(region: Region, werkgever_id: str) -> None:
    person = new_id()
    row_id = region.do(a(LegContactVast, werkgever_id=werkgever_id, notitie="Eerst"), HERMAN).id
    change = {"datum": "2026-11-18", "kanaal": "telefoon", "notitie": "Daarna", "vertrouwelijk": True}
    region.do(a(WijzigContact, contactmoment_id=row_id, contactpersoon_ids=[person], **change), HERMAN)
    row = contact(region, row_id)
    assert (row.datum, row.kanaal, row.versie) == (date(2026, 11, 18), "telefoon", 2)
    [note] = region.all(Contactnotitie)
    assert (note.notitie, note.vertrouwelijk, note.contactpersoon_ids, note.versie) == (
        "Daarna",
        True,
        [person],
        2,
    )
    # What the note said is kept; only the readers of confidential notes hold those lines.
    lines = region.all(Veldwijziging)
    assert {(line.tabel, line.veld, line.oud) for line in lines if line.veld == "notitie"} == {
        ("contactnotitie", "notitie", "Eerst")
    }


def test_the_same_id_for_another_contact_loses_neither(region: Region, werkgever_id: str) -> None:
    row_id = new_id()
    first = region.do(a(LegContactVast, id=row_id, werkgever_id=werkgever_id, notitie="Eerste"), HERMAN)
    again = region.do(a(LegContactVast, id=row_id, werkgever_id=werkgever_id, notitie="Eerste"), HERMAN)
    other = region.do(a(LegContactVast, id=row_id, werkgever_id=werkgever_id, notitie="Tweede"), FATIMA)
    mine = region.do(a(LegContactVast, id=row_id, werkgever_id=werkgever_id, notitie="Derde"), HERMAN)
    assert (first.id, again.id, first.result, again.result) == (row_id, row_id, "toegepast", "toegepast")
    assert other.result == mine.result == "aangepast"
    assert dict(other.replaced) == {row_id: other.id}
    assert {note.notitie for note in region.all(Contactnotitie)} == {"Eerste", "Tweede", "Derde"}


def test_a_note_can_come_later(region: Region, werkgever_id: str) -> None:
    row_id = region.do(a(LegContactVast, werkgever_id=werkgever_id)).id
    region.do(a(WijzigContact, contactmoment_id=row_id, notitie="Toch iets gezegd"))
    assert [note.notitie for note in region.all(Contactnotitie)] == ["Toch iets gezegd"]


@pytest.mark.parametrize("who", [FATIMA, KARIN, JOOST], ids=lambda who: who.naam)
def test_only_the_author_corrects(region: Region, werkgever_id: str, who: Actor) -> None:
    row_id = region.do(a(LegContactVast, werkgever_id=werkgever_id), HERMAN).id
    with pytest.raises(Weigering) as refused:
        region.do(a(WijzigContact, contactmoment_id=row_id, notitie="Anders"), who)
    assert refused.value.code == "contact_van_ander"


def test_an_unknown_contact_cannot_be_corrected(region: Region) -> None:
    with pytest.raises(Weigering) as refused:
        region.do(a(WijzigContact, contactmoment_id=new_id(), notitie="Anders"))
    assert refused.value.code == "contactmoment_onbekend"


def test_a_contact_at_an_unknown_werkgever_has_nowhere_to_go(region: Region) -> None:
    with pytest.raises(Weigering) as refused:
        region.do(a(LegContactVast, werkgever_id=new_id()))
    assert refused.value.code == "werkgever_onbekend"


def test_the_author_can_empty_fields_of_contact_and_note(region: Region, werkgever_id: str) -> None:
    given = {"datum": "2026-11-19T16:30", "onderwerp": "vacature", "notitie": "Te veel gezegd"}
    row_id = region.do(
        a(LegContactVast, werkgever_id=werkgever_id, contactpersoon_ids=[new_id()], **given), HERMAN
    ).id
    wis = ["tijd", "onderwerp", "notitie", "contactpersoon_ids"]
    region.do(a(WijzigContact, contactmoment_id=row_id, kanaal="video", wis=wis), HERMAN)
    row = contact(region, row_id)
    assert (row.tijd, row.onderwerp, row.kanaal) == (None, None, "video")
    [note] = region.all(Contactnotitie)
    assert (note.notitie, note.contactpersoon_ids) == (None, [])


@pytest.mark.parametrize("name", ["datum", "kanaal", "vertrouwelijk", "contactmoment_id", "wis", "onzin"])
def test_what_must_hold_something_cannot_be_emptied(region: Region, werkgever_id: str, name: str) -> None:
    row_id = region.do(a(LegContactVast, werkgever_id=werkgever_id, notitie="x"), HERMAN).id
    with pytest.raises(Weigering) as refused:
        region.do(a(WijzigContact, contactmoment_id=row_id, wis=[name]), HERMAN)
    assert (refused.value.code, refused.value.parameters) == ("veld_niet_leeg_te_maken", {"veld": name})


def pinned(region: Region) -> list[bool | None]:
    return [note.vastgezet for note in region.all(Contactnotitie)]


def test_a_note_is_kept_on_top_and_let_go(region: Region, werkgever_id: str) -> None:
    row_id = region.do(a(LegContactVast, werkgever_id=werkgever_id, notitie="Belangrijk"), HERMAN).id
    assert pinned(region) == [None]
    outcome = region.do(a(ZetContactVast, contactmoment_id=row_id), FATIMA)
    assert (outcome.result, outcome.id, pinned(region)) == ("toegepast", row_id, [True])
    region.do(a(ZetContactVast, contactmoment_id=row_id), FATIMA)
    region.do(a(ZetContactVast, contactmoment_id=row_id, vast=False), KARIN)
    assert pinned(region) == [None]
    assert [(line.tabel, line.veld) for line in region.all(Veldwijziging)] == [
        ("contactnotitie", "vastgezet")
    ] * 2


@pytest.mark.parametrize(
    ("who", "vertrouwelijk", "may"),
    [
        (HERMAN, False, True),
        (SEVDA, False, True),
        (ANOUK, False, False),
        (FATIMA, True, True),
        (KARIN, True, True),
        (SEVDA, True, True),
        (HERMAN, True, False),
        (ANOUK, True, False),
    ],
)
def test_only_who_may_read_a_note_can_pin_it(
    region: Region, werkgever_id: str, who: Actor, vertrouwelijk: bool, may: bool
) -> None:
    """Sevda wrote it and so has something with this werkgever; Fatima holds the regie."""
    command = a(LegContactVast, werkgever_id=werkgever_id, notitie="x", vertrouwelijk=vertrouwelijk)
    row_id = region.do(command, SEVDA).id
    pin = a(ZetContactVast, contactmoment_id=row_id)
    if may:
        region.do(pin, who)
        assert pinned(region) == [True]
        return
    with pytest.raises(Weigering) as refused:
        region.do(pin, who)
    assert refused.value.code == "notitie_onbekend"


def test_without_a_note_there_is_nothing_to_pin(region: Region, werkgever_id: str) -> None:
    row_id = region.do(a(LegContactVast, werkgever_id=werkgever_id)).id
    for each, code in ((row_id, "notitie_onbekend"), (new_id(), "contactmoment_onbekend")):
        with pytest.raises(Weigering) as refused:
            region.do(a(ZetContactVast, contactmoment_id=each))
        assert refused.value.code == code
