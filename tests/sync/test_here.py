"""Op deze laptop: what is here and why, before and after a round."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop import __version__
from tests.support.region import MOMENT, Seat, World

pytestmark = pytest.mark.postgres


def reasons(seat: Seat, soort: str) -> dict[str, int]:
    return {row.waarom: row.aantal for row in seat.laptop.op_deze_laptop().aantallen if row.soort == soort}


def test_what_is_here_and_why(world: World) -> None:
    fatima, sevda = world.laptop("fatima"), world.laptop("sevda")
    werkgever = fatima.doe("werkgever.registreer", naam="Houtbouw Eemvallei").id
    fatima.doe("contactpersoon.registreer", werkgever_id=werkgever, naam="Wim Verkerk")
    assert reasons(fatima, "werkgever") == {"wacht": 1}
    assert reasons(fatima, "contactpersoon") == {"wacht": 1}
    assert fatima.laptop.op_deze_laptop().wachtend == 2
    oldest = fatima.laptop.op_deze_laptop().oudste_wachtend
    assert oldest is not None
    assert timedelta(0) <= oldest - MOMENT < timedelta(minutes=5)  # the clock goes on
    world.settle()
    assert reasons(fatima, "werkgever") == reasons(sevda, "werkgever") == {"regio": 1}
    assert reasons(fatima, "contactpersoon") == {"dossiers": 1}
    assert reasons(sevda, "contactpersoon") == {}
    sevda.doe(
        "contact.leg_vast", werkgever_id=werkgever, datum="2026-11-20", kanaal="bezoek", notitie="x",
        vertrouwelijk=True,
    )  # fmt: skip
    world.settle()
    assert reasons(sevda, "contactpersoon") == {"dossier": 1}
    assert reasons(sevda, "contactnotitie") == {"vertrouwelijk": 1}


def test_what_a_laptop_says_of_itself(world: World) -> None:
    fatima = world.laptop("fatima")
    said = fatima.laptop.op_deze_laptop()
    assert said.grootte > 100_000
    assert (said.centrum, said.versie) == (world.url, __version__)
    assert (said.laptop_id, said.wachtend, said.oudste_wachtend) == (fatima.laptop.laptop_id, 0, None)
    assert said.bijgewerkt_op is not None
