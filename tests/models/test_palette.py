"""The palette finds werkgevers and people, the best first, and says where they are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import Engine

from desktop.models.commands.contact import LegContactVast
from desktop.models.commands.regie import NeemRegie
from desktop.models.commands.werkgever import (
    RegistreerContactpersoon,
    RegistreerWerkgever,
    WijzigContactpersoon,
)
from desktop.models.queries import palette
from tests.support.builders import FATIMA, HERMAN, Region, a, known_id, region_in
from tests.support.groundwork import lay

TODAY = date(2026, 11, 20)


@pytest.fixture
def filled(equipped: Engine) -> Iterator[Region]:
    with region_in(equipped) as region:
        lay(region, _filled)
        yield region


def _filled(region: Region) -> None:
    for naam, plaats in (
        ("Bakkerij De Lindehof B.V.", "Hilversum"),
        ("Banketbakker Van Rossum", "Bussum"),
        ("Meubels bij de Bakker", "Weesp"),
        ("Houtbouw", None),
    ):
        region.do(a(RegistreerWerkgever, id=known_id(naam), naam=naam, woonplaats=plaats))
    region.do(a(NeemRegie, werkgever_id=known_id("Bakkerij De Lindehof B.V.")), FATIMA)
    region.do(a(NeemRegie, werkgever_id=known_id("Meubels bij de Bakker")), HERMAN)
    for naam, bij in (("Merel Bakker", "Houtbouw"), ("Anouk de Vries", "Banketbakker Van Rossum")):
        region.do(
            a(
                RegistreerContactpersoon,
                id=known_id(naam),
                naam=naam,
                functie="hr",
                telefoon="0350000123" if naam.startswith("Anouk") else None,
                werkgever_id=known_id(bij),
            )
        )
    region.do(a(LegContactVast, werkgever_id=known_id("Houtbouw"), notitie="bakkerij gebeld"))


def found(region: Region, typed: str, limiet: int = 8) -> list[tuple[str, str, str]]:
    hits = palette.zoek(region.session, typed, FATIMA.medewerker_id, TODAY, limiet)
    return [(hit.soort, hit.titel, hit.bij) for hit in hits]


def test_names_that_begin_with_it_then_others_then_people(filled: Region) -> None:
    assert found(filled, "bakker") == [
        ("werkgever", "Bakkerij De Lindehof B.V.", "Hilversum, jouw regie"),
        ("werkgever", "Meubels bij de Bakker", "Weesp, regie Herman Bakker"),
        ("contactpersoon", "Merel Bakker", "hr, Houtbouw"),
    ]


def test_a_note_is_no_reason_to_be_in_the_palette(filled: Region) -> None:
    assert found(filled, "gebeld") == []


@pytest.mark.parametrize("typed", ["035 000 01 23", "+31 35 0000", "anouk vries", "vries"])
def test_a_number_or_a_part_of_the_name_finds_a_person(filled: Region, typed: str) -> None:
    assert found(filled, typed) == [("contactpersoon", "Anouk de Vries", "hr, Banketbakker Van Rossum")]


def test_a_place_finds_who_is_there(filled: Region) -> None:
    assert found(filled, "bussum") == [("werkgever", "Banketbakker Van Rossum", "Bussum, nog geen regie")]


@pytest.mark.parametrize("typed", ["", "  ", "?!", "*"])
def test_nothing_typed_is_nothing_found(filled: Region, typed: str) -> None:
    assert found(filled, typed) == []


def test_who_left_stands_last(filled: Region) -> None:
    filled.do(a(WijzigContactpersoon, contactpersoon_id=known_id("Merel Bakker"), tot="2026-01-01"))
    filled.do(a(RegistreerContactpersoon, naam="Zoë Bakker", werkgever_id=known_id("Houtbouw")))
    people = [titel for soort, titel, _ in found(filled, "bakker") if soort == "contactpersoon"]
    assert people == ["Zoë Bakker", "Merel Bakker"]


def test_people_keep_their_room(filled: Region) -> None:
    for number in range(9):
        filled.do(a(RegistreerWerkgever, naam=f"Bakker nummer {number}"))
    kinds = [soort for soort, *_ in found(filled, "bakker", 6)]
    assert kinds == ["werkgever"] * 5 + ["contactpersoon"]


def test_the_id_of_a_hit_leads_to_its_werkgever(filled: Region) -> None:
    [hit] = palette.zoek(filled.session, "merel", FATIMA.medewerker_id, TODAY, 8)
    assert (hit.id, hit.werkgever_id) == (known_id("Merel Bakker"), known_id("Houtbouw"))
