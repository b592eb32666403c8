"""Filters and orders of the list: the same on both databases, each alone and together."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine

from desktop.models.commands.actie import MaakActie, RondActieAf
from desktop.models.commands.contact import LegContactVast
from desktop.models.commands.ongedaan import MaakOngedaan
from desktop.models.commands.regie import NeemRegie, StelWaarnemingIn
from desktop.models.commands.werkgever import RegistreerWerkgever
from desktop.models.queries import werkgever_lines, werkgever_list
from desktop.models.queries.werkgever_rows import WerkgeverFilter
from tests.models.conftest import LISTED
from tests.support.builders import FATIMA, HERMAN, KARIN, Region, a, known_id

TODAY = date(2026, 11, 20)
# Name: place, segment, who holds the regie, day of the last contact, open acties.
EMPLOYERS: dict[str, tuple[str | None, str | None, Any, str | None, int]] = {
    "Alfa": ("Weesp", "actief", FATIMA, "2026-11-01", 2),
    "Bravo": ("Hilversum", "prospect", HERMAN, "2026-08-01", 0),
    "Charlie": (None, "actief", None, None, 1),
    "Delta": ("Bussum", None, FATIMA, None, 0),
    "Echo": ("Bussum", None, HERMAN, "2026-11-20", 0),
}
GEMEENTEN = {"Weesp": "0457", "Hilversum": "0402"}


@pytest.fixture(params=LISTED)
def engine(request: pytest.FixtureRequest) -> Engine:
    """A laptop as it is equipped, and the centre."""
    made: Engine = request.getfixturevalue(request.param)
    return made


@pytest.fixture
def filled(region: Region) -> Region:
    for naam, (plaats, segment, holder, contact, tasks) in EMPLOYERS.items():
        row_id = known_id(naam)
        given = {"woonplaats": plaats, "segment": segment, "gemeente_code": GEMEENTEN.get(plaats or "")}
        region.do(a(RegistreerWerkgever, id=row_id, naam=naam, **given))
        if holder:
            region.do(a(NeemRegie, werkgever_id=row_id), holder)
        if contact:
            region.do(a(LegContactVast, werkgever_id=row_id, datum=contact), KARIN)
        for number in range(tasks):
            region.do(a(MaakActie, werkgever_id=row_id, gevraagde_handeling=f"Doe {number}"))
    done = region.do(a(MaakActie, werkgever_id=known_id("Echo"), gevraagde_handeling="Klaar")).id
    region.do(a(RondActieAf, actie_id=done))
    # A contact that was taken back is no contact.
    wrong = region.do(a(LegContactVast, werkgever_id=known_id("Delta")), FATIMA).id
    region.do(a(MaakOngedaan, naam="contact.leg_vast", rij_id=wrong), FATIMA)
    region.session.flush()
    return region


def names(region: Region, **keuze: Any) -> list[str]:
    choice, me = WerkgeverFilter(**keuze), FATIMA.medewerker_id
    rows = werkgever_list.werkgevers(region.session, choice, me, None, today=TODAY)
    assert werkgever_list.count(region.session, choice, me, TODAY) == len(rows)
    if region.connection.dialect.name == "sqlite":
        assert list(werkgever_list.ids(region.session, choice, me, TODAY)) == [row.id for row in rows]
    pages = [
        row
        for start in range(0, 6, 2)
        for row in werkgever_list.werkgevers(region.session, choice, me, 2, start, TODAY)
    ]
    assert pages == list(rows)
    return [row.naam for row in rows]


@pytest.mark.parametrize(
    ("keuze", "expected"),
    [
        ({}, ["Alfa", "Bravo", "Charlie", "Delta", "Echo"]),
        ({"mijn_regie": True}, ["Alfa", "Delta"]),
        ({"regiehouder_id": HERMAN.medewerker_id}, ["Bravo", "Echo"]),
        ({"zonder_regie": True}, ["Charlie"]),
        ({"gemeente_code": "0402"}, ["Bravo"]),
        ({"segment": "actief"}, ["Alfa", "Charlie"]),
        ({"met_open_acties": True}, ["Alfa", "Charlie"]),
        ({"geen_contact_sinds": date(2026, 9, 21)}, ["Bravo", "Charlie", "Delta"]),
        ({"geen_contact_sinds": date(2026, 11, 20)}, ["Alfa", "Bravo", "Charlie", "Delta"]),
        ({"segment": "actief", "met_open_acties": True, "mijn_regie": True}, ["Alfa"]),
        ({"mijn_regie": True, "geen_contact_sinds": date(2026, 9, 21)}, ["Delta"]),
        ({"mijn_regie": True, "zonder_regie": True}, []),
        ({"waargenomen": True}, []),
    ],
)
def test_what_a_filter_leaves(filled: Region, keuze: dict[str, Any], expected: list[str]) -> None:
    assert names(filled, **keuze) == expected


@pytest.mark.parametrize(
    ("sortering", "expected"),
    [
        ("naam", ["Alfa", "Bravo", "Charlie", "Delta", "Echo"]),
        ("plaats", ["Delta", "Echo", "Bravo", "Alfa", "Charlie"]),
        ("laatste_contact", ["Echo", "Alfa", "Bravo", "Charlie", "Delta"]),
        ("langst_geleden", ["Charlie", "Delta", "Bravo", "Alfa", "Echo"]),
        ("onbekend", ["Alfa", "Bravo", "Charlie", "Delta", "Echo"]),
    ],
)
def test_the_order_that_was_asked(filled: Region, sortering: str, expected: list[str]) -> None:
    assert names(filled, sortering=sortering) == expected
    mine = [naam for naam in expected if naam in ("Alfa", "Delta")]
    assert names(filled, sortering=sortering, mijn_regie=True) == mine


def stand_in(region: Region, *only: str) -> None:
    region.do(
        a(
            StelWaarnemingIn,
            waarnemer_id=FATIMA.medewerker_id,
            werkgever_ids=[known_id(naam) for naam in only],
            van="2026-11-16",
            tot="2026-11-30",
        ),
        HERMAN,
    )
    region.session.flush()


@pytest.mark.parametrize(("only", "expected"), [((), ["Bravo", "Echo"]), (("Echo",), ["Echo"])])
def test_for_whom_i_stand_in(filled: Region, only: tuple[str, ...], expected: list[str]) -> None:
    stand_in(filled, *only)
    assert names(filled, waargenomen=True) == expected
    rows = werkgever_lines.lines(filled.session, [known_id(naam) for naam in EMPLOYERS], TODAY)
    assert {row.naam for row in rows if row.waarnemer} == set(expected)
    assert {row.waarnemer for row in rows if row.waarnemer} == {FATIMA.naam}
    over = werkgever_list.werkgevers(
        filled.session, WerkgeverFilter(waargenomen=True), FATIMA.medewerker_id, None, 0, date(2026, 12, 1)
    )
    assert over == ()


def test_a_line_holds_what_it_paints(filled: Region) -> None:
    [row] = werkgever_lines.lines(filled.session, [known_id("Alfa")], TODAY)
    assert (row.naam, row.plaats, row.gemeente, row.segment) == ("Alfa", "Weesp", "Weesp", "actief")
    assert (row.regiehouder, row.laatste_contact, row.open_acties) == (FATIMA.naam, date(2026, 11, 1), 2)
    [row] = werkgever_lines.lines(filled.session, [known_id("Delta")], TODAY)
    assert row.laatste_contact is None


def test_names_and_places_with_an_apostrophe_stand_where_one_looks_for_them(region: Region) -> None:
    """Under the S and the T, as in the telephone book; a letter that is a word by itself comes first."""
    places = ["'s-Graveland", "Soest", "Rhenen", "’t Harde", "Tiel", "Zeist", "Ankeveen", "sGravenpolder"]
    for number, name in enumerate(
        ("'t Hooge Huys", "Taxi Tom", "’s-Graveland Bouw", "Sanders", "Zuid", "Adam")
    ):
        region.do(a(RegistreerWerkgever, naam=name, woonplaats=places[number]))
    for place in places[6:]:
        region.do(a(RegistreerWerkgever, naam=f"Bij {place}", woonplaats=place))
    region.session.flush()
    made = werkgever_list.werkgevers(region.session, WerkgeverFilter(), None, 100)
    assert [row.naam for row in made if not row.naam.startswith(("Bij ", "Werkgever"))] == [
        "Adam",
        "’s-Graveland Bouw",
        "Sanders",
        "'t Hooge Huys",
        "Taxi Tom",
        "Zuid",
    ]
    rows = werkgever_list.werkgevers(region.session, WerkgeverFilter(sortering="plaats"), None, 100)
    assert [row.plaats for row in rows if row.plaats] == [
        "Ankeveen",
        "Rhenen",
        "'s-Graveland",
        "sGravenpolder",
        "Soest",
        "’t Harde",
        "Tiel",
        "Zeist",
    ]
