"""What a laptop can prove of what it sent, and what counting again finds and mends; with a real centre."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.clock import clock_at
from desktop.models import capture
from desktop.sync.credentials import FileVault, fingerprint
from tests.support.region import MOMENT, Seat, World

pytestmark = pytest.mark.postgres


@pytest.fixture
def fatima(world: World) -> Seat:
    return world.laptop("fatima")


def test_everything_that_was_sent_has_a_receipt(world: World, fatima: Seat) -> None:
    herman = world.laptop("herman")
    employer = fatima.doe("werkgever.registreer", naam="Houtbouw Eemvallei").id
    fatima.sync()
    herman.sync()
    person = fatima.doe("contactpersoon.registreer", werkgever_id=employer, naam="Anouk de Vries").id
    fatima.doe("contactpersoon.wijzig", contactpersoon_id=person, telefoon="035 000 01 28")
    herman.doe("regie.neem", werkgever_id=employer)
    fatima.doe("regie.neem", werkgever_id=employer)
    assert [row.opdracht.naam for row in fatima.laptop.verzonden()] == ["werkgever.registreer"]
    herman.sync()
    fatima.sync()
    refused, changed, made, first = fatima.laptop.verzonden()
    assert [row.opdracht.status for row in (refused, changed, made, first)] == [
        "geweigerd",
        "toegepast",
        "toegepast",
        "toegepast",
    ]
    assert refused.opdracht.reden
    assert [(one.veld, one.oud) for one in changed.wijzigingen] == [("telefoon", None)]
    assert (changed.onderwerp, changed.werkgever) == ("Anouk de Vries", "Houtbouw Eemvallei")
    ledger = world.sql("SELECT n, uuid FROM grootboek WHERE laptop_id = :id", id=fatima.laptop.laptop_id)
    receipts = {(row.opdracht.n, row.opdracht.uuid) for row in fatima.laptop.verzonden()}
    assert receipts == {(row.n, row.uuid) for row in ledger}
    assert fatima.laptop.verzonden(2, voor=made.opdracht.n) == (first,)


def test_the_moment_of_a_receipt_is_the_centres(world: World, fatima: Seat) -> None:
    """A clock that is a day ahead proves nothing of its own making."""
    fatima.doe("werkgever.registreer", naam="Houtbouw Eemvallei")
    fatima.laptop.clock = clock_at(MOMENT + timedelta(days=1))
    fatima.sync()
    [row] = fatima.laptop.verzonden()
    assert row.opdracht.beantwoord_op is not None
    assert abs(row.opdracht.beantwoord_op - world.clock.now()) < timedelta(minutes=5)


@pytest.mark.expects_log("damaged")
def test_counting_again_finds_what_was_changed_by_hand(fatima: Seat) -> None:
    fatima.doe("werkgever.registreer", naam="Houtbouw Eemvallei")
    fatima.sync()
    sound = fatima.laptop.tel_opnieuw()
    assert sound.beschadigd == ()
    assert sound.rijen == sum(count for count, _ in fatima.laptop.bucket_boekhouding().values())
    with fatima.laptop._writer.begin() as connection:
        capture.switch(connection, False)
        connection.exec_driver_sql("UPDATE werkgever SET naam = 'Iets anders'")
        capture.switch(connection, True)
    assert fatima.laptop.tel_opnieuw().beschadigd == ("regio",)
    fatima.sync()
    assert [row["naam"] for row in fatima.rows("werkgever").values()] == ["Houtbouw Eemvallei"]
    assert fatima.laptop.tel_opnieuw().beschadigd == ()


def test_both_ends_name_a_token_alike(world: World, fatima: Seat) -> None:
    assert fatima.place.key_file is not None
    token = FileVault(fatima.place.key_file).get("token") or ""
    here = fatima.laptop.op_deze_laptop()
    assert here.toegang == fingerprint(token) == world.laptop_row(fatima).token_hash[:8]
    assert here.toegang not in token
    assert (here.schema, here.rol) == ("0004", "accountmanager")
    assert here.lease_tot is not None
