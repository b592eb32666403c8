"""The last work of somebody who left: taken over as one's own or left undone, once, by who was asked."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.models.commands.afstemming import KiesAfstemming
from desktop.models.commands.quarantaine import CODE, GeefVrij
from desktop.models.commands.werkgever import RegistreerWerkgever
from desktop.models.context import derive_id
from desktop.models.errors import Weigering
from desktop.models.tables import Afstemming, Contactmoment
from tests.support.builders import FATIMA, JOOST, KARIN, Region, a, context, new_id

OTHER_LEAD = JOOST


@pytest.fixture
def werkgever(region: Region) -> str:
    made = region.do(a(RegistreerWerkgever)).id
    assert made is not None
    return made


def held(region: Region, naam: str, **argumenten: Any) -> dict[str, str]:
    """One command of somebody who left, with an item for each of two who may decide; person → item."""
    around = context(FATIMA)
    items = {}
    for who in (KARIN, OTHER_LEAD):
        items[who.naam] = derive_id(around.uuid, "quarantaine", who.medewerker_id)
        region.session.add(
            Afstemming(
                id=items[who.naam],
                regio_id=FATIMA.regio_id,
                versie=1,
                aangemaakt_op=around.tijd,
                aangemaakt_door=FATIMA.medewerker_id,
                gewijzigd_op=around.tijd,
                gewijzigd_door=FATIMA.medewerker_id,
                medewerker_id=who.medewerker_id,
                soort="kennisgeving",
                code=CODE,
                parameters={"wie": "Iemand", "versie": 1},
                opdracht_uuid=around.uuid,
                opdracht=naam,
                argumenten=argumenten,
                status="open",
            )
        )
    region.session.flush()
    return items


def contact(werkgever_id: str) -> dict[str, Any]:
    return {"id": new_id(), "werkgever_id": werkgever_id, "datum": "2026-11-19", "kanaal": "bezoek"}


def release(region: Region, item: str, who: Any, besluit: str = "overnemen") -> None:
    region.do(a(GeefVrij, afstemming_id=item, besluit=besluit), who)


def status(region: Region) -> list[tuple[str, str | None]]:
    return [(row.status, row.keuze) for row in region.all(Afstemming)]


def test_taken_over_it_is_the_teamleiders_own(region: Region, werkgever: str) -> None:
    arguments = contact(werkgever)
    items = held(region, "contact.leg_vast", **arguments)
    release(region, items[KARIN.naam], KARIN)
    [made] = region.all(Contactmoment)
    assert (made.id, made.medewerker_id) == (arguments["id"], KARIN.medewerker_id)
    assert status(region) == [("gesloten", "overnemen")] * 2


def test_left_undone_it_has_no_effect(region: Region, werkgever: str) -> None:
    items = held(region, "contact.leg_vast", **contact(werkgever))
    release(region, items[KARIN.naam], KARIN, "weglaten")
    assert region.all(Contactmoment) == []
    assert status(region) == [("gesloten", "weglaten")] * 2


@pytest.mark.parametrize("second", ["overnemen", "weglaten"])
def test_who_is_second_changes_nothing(region: Region, werkgever: str, second: str) -> None:
    items = held(region, "contact.leg_vast", **contact(werkgever))
    release(region, items[KARIN.naam], KARIN)
    release(region, items[OTHER_LEAD.naam], OTHER_LEAD, second)
    release(region, items[KARIN.naam], KARIN, second)
    assert len(region.all(Contactmoment)) == 1
    assert status(region) == [("gesloten", "overnemen")] * 2


def test_what_cannot_be_taken_over_stays_open(region: Region) -> None:
    items = held(region, "contact.leg_vast", **contact(new_id()))
    with pytest.raises(Weigering, match="werkgever_onbekend"):
        release(region, items[KARIN.naam], KARIN)
    assert status(region) == [("open", None)] * 2


def test_nobody_gets_rights_by_it(region: Region, werkgever: str) -> None:
    """A teamleider may not hold a regie, also not that of somebody who left."""
    items = held(region, "regie.neem", werkgever_id=werkgever)
    with pytest.raises(Weigering, match="mag_niet"):
        release(region, items[KARIN.naam], KARIN)


@pytest.mark.parametrize("naam", ["quarantaine.geef_vrij", "bestaat.niet", ""])
def test_what_is_no_command_or_lets_itself_out_is_refused(region: Region, naam: str) -> None:
    items = held(region, naam, afstemming_id=new_id(), besluit="overnemen")
    with pytest.raises(Weigering, match=r"opdracht_onbekend|quarantaine_onbekend"):
        release(region, items[KARIN.naam], KARIN)


def test_only_an_item_of_ones_own_inbox(region: Region, werkgever: str) -> None:
    items = held(region, "contact.leg_vast", **contact(werkgever))
    with pytest.raises(Weigering, match="quarantaine_onbekend"):
        release(region, items[OTHER_LEAD.naam], KARIN)
    with pytest.raises(Weigering, match="quarantaine_onbekend"):
        release(region, new_id(), KARIN)
    with pytest.raises(Weigering, match="mag_niet"):
        release(region, items[KARIN.naam], FATIMA)


def test_another_item_of_the_inbox_is_no_quarantine(region: Region, werkgever: str) -> None:
    items = held(region, "contact.leg_vast", **contact(werkgever))
    row = region.one(Afstemming, items[KARIN.naam])
    row.code, row.soort = "mag_niet", "weigering"
    region.session.flush()
    with pytest.raises(Weigering, match="quarantaine_onbekend"):
        release(region, items[KARIN.naam], KARIN)


def test_one_item_never_lets_another_free(region: Region, werkgever: str) -> None:
    """Who left sent the very command that lets free: what it names would be taken over unseen."""
    unseen = held(region, "contact.leg_vast", **contact(werkgever))
    forged = held(region, "quarantaine.geef_vrij", afstemming_id=unseen[KARIN.naam], besluit="overnemen")
    with pytest.raises(Weigering, match="quarantaine_onbekend"):
        release(region, forged[KARIN.naam], KARIN)
    assert region.all(Contactmoment) == []


@pytest.mark.parametrize("keuze", ["gelezen", "later"])
def test_it_is_not_read_away(region: Region, werkgever: str, keuze: str) -> None:
    """Only a decision closes it."""
    items = held(region, "contact.leg_vast", **contact(werkgever))
    with pytest.raises(Weigering, match="quarantaine_kies"):
        region.do(a(KiesAfstemming, afstemming_id=items[KARIN.naam], keuze=keuze), KARIN)
    assert status(region) == [("open", None)] * 2
