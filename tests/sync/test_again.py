"""A laptop that is newer than the centre loses nothing: what was refused goes along after the update."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest

from central import app, envelope
from desktop.models.bus import read_command
from desktop.models.commands.base import Command
from desktop.models.errors import Weigering
from desktop.sync import again
from desktop.sync.protocol import CommandMessage
from tests.support.builders import new_id
from tests.support.region import Seat, World

pytestmark = pytest.mark.postgres


@contextmanager
def older_centre(unknown: str, catalogue: str = "ouder") -> Iterator[None]:
    """Inside, the centre does not know this command yet."""

    def reads(naam: str, versie: int, argumenten: Mapping[str, Any]) -> Command:
        if naam == unknown:
            raise Weigering("opdracht_onbekend", naam=naam, versie=versie)
        return read_command(naam, versie, argumenten)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(envelope, "read_command", reads)
        patch.setattr(app, "FINGERPRINT", catalogue)
        yield


def register_all(seat: Seat) -> str:
    """A werkgever with everything that hangs on it."""
    made = seat.doe("werkgever.registreer", naam="Houtbouw Eemvallei").id
    assert made is not None
    seat.doe("contactpersoon.registreer", werkgever_id=made, naam="Wim Verkerk")
    contact = seat.doe(
        "contact.leg_vast", werkgever_id=made, datum="2026-11-20", kanaal="bezoek", notitie="Koffie"
    )
    seat.doe("actie.maak", werkgever_id=made, contactmoment_id=contact.id, gevraagde_handeling="Bel terug")
    return made


def items(seat: Seat) -> list[dict[str, Any]]:
    return [row for row in seat.rows("afstemming").values() if row["soort"] == "weigering"]


def waiting(seat: Seat) -> int:
    return int(seat.sql("SELECT count(*) FROM opdracht WHERE uitkomst IS NULL")[0][0])


@pytest.fixture
def fatima(world: World) -> Seat:
    return world.laptop("fatima")


def test_what_follows_from_a_refusal_is_one_item_with_it(world: World, fatima: Seat) -> None:
    with older_centre("werkgever.registreer"):
        register_all(fatima)
        fatima.sync()
    refused = items(fatima)
    [head] = [row for row in refused if "hoort_bij_id" not in row]
    assert (head["opdracht"], head["code"], head["argumenten"]["naam"]) == (
        "werkgever.registreer", again.NOT_YET, "Houtbouw Eemvallei",
    )  # fmt: skip
    followers = [row for row in refused if row.get("hoort_bij_id") == head["id"]]
    assert sorted(row["opdracht"] for row in followers) == [
        "actie.maak", "contact.leg_vast", "contactpersoon.registreer",
    ]  # fmt: skip
    assert len(fatima.laptop.afstemming()) == 1
    assert fatima.laptop.stand().afstemming_open == 1


def test_it_goes_along_again_once_the_centre_knows_it(world: World, fatima: Seat) -> None:
    with older_centre("werkgever.registreer"):
        made = register_all(fatima)
        fatima.sync()
        fatima.sync()
        assert (waiting(fatima), made in fatima.rows("werkgever")) == (0, False)
    fatima.sync()  # hears that the centre is another one
    assert waiting(fatima) == 5  # four commands, and that the item is settled
    assert fatima.rows("werkgever")[made]["naam"] == "Houtbouw Eemvallei"
    fatima.sync()
    assert waiting(fatima) == 0
    assert {row["keuze"] for row in items(fatima)} == {"opnieuw"}
    assert fatima.inbox() == []
    assert world.sql("SELECT count(*) FROM contactnotitie WHERE notitie = 'Koffie'") == [(1,)]
    fatima.sync()
    world.assert_converged(fatima)


def test_an_update_that_does_not_help_leaves_it_where_it_is(world: World, fatima: Seat) -> None:
    with older_centre("werkgever.registreer"):
        register_all(fatima)
        fatima.sync()
    with older_centre("werkgever.registreer", "iets nieuwer"):
        world.settle(fatima)
        heads = [row for row in items(fatima) if "hoort_bij_id" not in row and row["status"] == "open"]
        assert len(heads) == 1
    world.settle(fatima)
    assert world.sql("SELECT count(*) FROM werkgever") == [(1,)]
    assert fatima.inbox() == []


def test_what_its_author_did_by_hand_is_not_done_again(world: World, fatima: Seat) -> None:
    with older_centre("actie.maak"):
        werkgever = fatima.doe("werkgever.registreer", naam="Houtbouw").id
        made = fatima.doe("actie.maak", werkgever_id=werkgever, gevraagde_handeling="Bel")
        fatima.sync()
    [item] = items(fatima)
    fatima.doe("actie.maak", **item["argumenten"])
    fatima.doe("afstemming.kies", afstemming_id=item["id"], keuze="opnieuw")
    world.settle(fatima)
    assert list(fatima.rows("actie")) == [made.id]
    assert waiting(fatima) == 0


def test_an_open_item_is_on_the_other_laptop_too_and_goes_there(world: World, fatima: Seat) -> None:
    other = world.laptop("fatima")
    with older_centre("werkgever.registreer"):
        register_all(fatima)
        world.settle()
        assert other.laptop.afstemming()[0].argumenten["naam"] == "Houtbouw Eemvallei"
        other.doe("afstemming.kies", afstemming_id=other.laptop.afstemming()[0].id, keuze="gelezen")
        assert other.laptop.afstemming() == ()
        world.settle()
        assert fatima.laptop.afstemming() == ()


def test_what_hangs_on_it_from_the_other_laptop_goes_along(world: World, fatima: Seat) -> None:
    other = world.laptop("fatima")
    with older_centre("werkgever.registreer"):
        made = fatima.doe("werkgever.registreer", naam="Houtbouw").id
        fatima.sync()
        other.sql(
            "INSERT INTO opdracht (n, uuid, naam, versie, argumenten, tijd, basis, status, parameters) "
            "VALUES (1, ?, 'contactpersoon.registreer', 1, ?, '2026-11-20T09:10:00Z', '{}', 'wacht', '{}')",
            new_id(),
            json.dumps({"id": new_id(), "werkgever_id": made, "naam": "Wim Verkerk"}),
        )
        world.settle()
        [head] = fatima.laptop.afstemming()
        assert [one.opdracht for one in head.gevolgen] == ["contactpersoon.registreer"]
    world.settle()
    world.settle()
    assert [row["naam"] for row in other.rows("contactpersoon").values()] == ["Wim Verkerk"]
    assert (fatima.inbox(), other.inbox()) == ([], [])


def test_what_waits_of_an_older_program_is_read_after_the_update(world: World, fatima: Seat) -> None:
    """An afspraak that was ended with version 1 while there was no network."""
    werkgever = fatima.doe("werkgever.registreer", naam="Houtbouw").id
    deal = fatima.doe("afspraak.maak", werkgever_id=werkgever, soort="samenwerking", inhoud="Twee plekken").id
    fatima.sync()
    fatima.doe("afspraak.beeindig", afspraak_id=deal, tot="2026-12-31", reden="Verhuisd")
    fatima.sql(
        "UPDATE opdracht SET versie = 1, argumenten = replace(argumenten, 'reden', 'toelichting') "
        "WHERE naam = 'afspraak.beeindig'"
    )
    fatima.sync()
    assert fatima.rows("afspraak")[deal or ""]["tot"] == "2026-12-31"
    said = world.sql("SELECT veld, nieuw FROM veldwijziging WHERE nieuw::text = '\"Verhuisd\"'")
    assert [tuple(row) for row in said] == [("reden", "Verhuisd")]
    assert world.sql("SELECT versie FROM grootboek WHERE naam = 'afspraak.beeindig'") == [(1,)]


def test_a_centre_that_could_not_say_what_it_knows_is_tried_again_too(world: World, fatima: Seat) -> None:
    """A centre from before there was a catalogue refused with another code, once and for all."""

    def reads(message: CommandMessage) -> Command:
        raise Weigering("opdracht_onbekend", naam=message.naam, versie=message.versie)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(envelope, "read", reads)
        patch.setattr(app, "FINGERPRINT", "")
        made = fatima.doe("werkgever.registreer", naam="Houtbouw").id
        fatima.sync()
        assert fatima.inbox() == [("weigering", "opdracht_onbekend")]
    fatima.sync()
    fatima.sync()
    assert list(fatima.rows("werkgever")) == [made]
    assert fatima.inbox() == []
    fatima.sync()
    assert waiting(fatima) == 0
