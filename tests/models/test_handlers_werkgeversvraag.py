"""What an employer asks, to whom it goes and who hears of it; and the register of partners."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.models.commands.contact import LegContactVast
from desktop.models.commands.partner import RegistreerPartner, WijzigPartner
from desktop.models.commands.regie import NeemRegie
from desktop.models.commands.werkgever import RegistreerWerkgever
from desktop.models.commands.werkgeversvraag import (
    BeantwoordWerkgeversvraag,
    RegistreerWerkgeversvraag,
    VerwijsWerkgeversvraagDoor,
    WijzigWerkgeversvraag,
)
from desktop.models.errors import Weigering
from desktop.models.queries.partner import partners
from desktop.models.queries.werkgeversvraag import werkgeversvragen
from desktop.models.tables import Afstemming, Partner, Werkgeversvraag
from desktop.wording import sentence
from tests.support.builders import ANOUK, FATIMA, HERMAN, SEVDA, Region, a, new_id


@pytest.fixture
def werkgever_id(region: Region) -> str:
    row_id = region.do(a(RegistreerWerkgever)).id
    assert row_id is not None
    region.do(a(NeemRegie, werkgever_id=row_id), FATIMA)
    return row_id


def told(region: Region) -> list[tuple[str, str]]:
    """(whom, the sentence) of every notice."""
    return sorted((row.medewerker_id, sentence(row.code, row.parameters)) for row in region.all(Afstemming))


def test_the_regiehouder_hears_of_a_question_that_somebody_else_noted_down(
    region: Region, werkgever_id: str
) -> None:
    contact = region.do(a(LegContactVast, werkgever_id=werkgever_id, richting="werkgever"), FATIMA).id
    command = a(
        RegistreerWerkgeversvraag,
        id=new_id(),
        werkgever_id=werkgever_id,
        contactmoment_id=contact,
        dienst="voordragen",
        strategie="nieuw_talent",
    )
    region.do(command, SEVDA)
    row = region.one(Werkgeversvraag, command.id)
    assert (row.status, row.behandelaar_id, row.ontvangen_op) == (
        "open",
        SEVDA.medewerker_id,
        date(2026, 11, 20),
    )
    assert (row.contactmoment_id, row.dienst, row.strategie) == (contact, "voordragen", "nieuw_talent")
    assert told(region) == [
        (
            FATIMA.medewerker_id,
            "Sevda Yilmaz legde een vraag vast van Houtbouw Eemvallei (Personeel). Jij hebt daar de regie.",
        )
    ]
    before = region.wire()
    region.do(command, SEVDA)
    assert region.wire() == before


def test_the_answer_goes_to_who_noted_it_down_who_sees_to_it_and_the_regiehouder(
    region: Region, werkgever_id: str
) -> None:
    given = a(RegistreerWerkgeversvraag, werkgever_id=werkgever_id, behandelaar_id=HERMAN.medewerker_id)
    row_id = region.do(given, SEVDA).id
    region.do(a(BeantwoordWerkgeversvraag, werkgeversvraag_id=row_id), HERMAN)
    row = region.one(Werkgeversvraag, row_id)
    assert (row.status, row.antwoord, row.afgehandeld_op) == (
        "beantwoord",
        "Wij zoeken mee",
        date(2026, 11, 20),
    )
    answered = [whom for whom, words in told(region) if "gaf Houtbouw Eemvallei antwoord" in words]
    assert answered == sorted([SEVDA.medewerker_id, FATIMA.medewerker_id])
    assert [line.status for line in werkgeversvragen(region.session, werkgever_id)] == ["beantwoord"]
    assert werkgeversvragen(region.session, werkgever_id, only_open=True) == ()


def test_another_answer_than_a_colleague_gave_is_a_question(region: Region, werkgever_id: str) -> None:
    row_id = region.do(a(RegistreerWerkgeversvraag, werkgever_id=werkgever_id)).id
    region.do(a(BeantwoordWerkgeversvraag, werkgeversvraag_id=row_id), FATIMA)
    said = region.do(a(BeantwoordWerkgeversvraag, werkgeversvraag_id=row_id, antwoord="Nee"), HERMAN)
    assert said.code == "wijziging_conflict"
    assert region.one(Werkgeversvraag, row_id).antwoord == "Wij zoeken mee"


def test_a_question_goes_on_to_a_partner_with_a_name(region: Region, werkgever_id: str) -> None:
    partner_id = region.do(a(RegistreerPartner), FATIMA).id
    row_id = region.do(a(RegistreerWerkgeversvraag, werkgever_id=werkgever_id)).id
    region.do(a(VerwijsWerkgeversvraagDoor, werkgeversvraag_id=row_id, partner_id=partner_id))
    [line] = werkgeversvragen(region.session, werkgever_id)
    assert (line.status, line.partner, line.partner_contact) == ("doorverwezen", "SBB Midden", "Els Vink")
    assert line.reden == "Gaat over een leerbaan"

    nameless = region.do(a(RegistreerPartner, naam="FNV", soort="vakbond", contactnaam=None)).id
    other = region.do(a(RegistreerWerkgeversvraag, werkgever_id=werkgever_id, vraag="En het ontslag?")).id
    with pytest.raises(Weigering) as refused:
        region.do(a(VerwijsWerkgeversvraagDoor, werkgeversvraag_id=other, partner_id=nameless))
    assert refused.value.code == "partner_zonder_contact"


def test_a_question_is_put_better_and_given_to_a_colleague(region: Region, werkgever_id: str) -> None:
    row_id = region.do(a(RegistreerWerkgeversvraag, werkgever_id=werkgever_id, dienst="voordragen")).id
    region.do(
        a(
            WijzigWerkgeversvraag,
            werkgeversvraag_id=row_id,
            vraag="Twee lassers?",
            behandelaar_id=ANOUK.medewerker_id,
            wis=["dienst"],
        )
    )
    row = region.one(Werkgeversvraag, row_id)
    assert (row.vraag, row.behandelaar_id, row.dienst) == ("Twee lassers?", ANOUK.medewerker_id, None)
    assert [whom for whom, _ in told(region)] == [ANOUK.medewerker_id]


def test_partners_are_kept_up_to_date_by_everyone(region: Region) -> None:
    row_id = region.do(a(RegistreerPartner), SEVDA).id
    region.do(a(RegistreerPartner, naam="FNV", soort="vakbond"))
    region.do(a(WijzigPartner, partner_id=row_id, telefoon="035 1234567", actief=False), HERMAN)
    assert [line.naam for line in partners(region.session)] == ["FNV", "SBB Midden"]
    assert [line.naam for line in partners(region.session, only_active=True)] == ["FNV"]
    assert region.one(Partner, row_id).telefoon == "0351234567"
    with pytest.raises(Weigering) as refused:
        region.do(a(WijzigPartner, partner_id=new_id(), actief=False))
    assert refused.value.code == "partner_onbekend"
