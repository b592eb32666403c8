"""What a change is about, what was kept as a list, and what a laptop can say of itself."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.models.changes import Changes
from desktop.models.commands.actie import MaakActie
from desktop.models.commands.contact import LegContactVast
from desktop.models.commands.werkgever import RegistreerWerkgever
from desktop.models.queries import here, lijst
from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.models.tables import BewaardeLijst, Contactnotitie
from tests.support.builders import FATIMA, HERMAN, NOW, REGION_ID, Region, a, new_id

TODAY = date(2026, 11, 20)


def test_a_change_leads_to_its_werkgever(region: Region) -> None:
    first, second, other = (region.do(a(RegistreerWerkgever, naam=naam)).id for naam in ("A", "B", "C"))
    region.do(a(LegContactVast, werkgever_id=first, notitie="x"))
    task = region.do(a(MaakActie, werkgever_id=second)).id
    [note] = region.all(Contactnotitie)
    region.session.flush()
    changes = Changes.of([("contactnotitie", note.id), ("actie", str(task)), ("codewaarde", new_id())])
    assert here.touched_werkgevers(region.session, changes) == {first, second}
    assert here.touched_werkgevers(region.session, Changes.of([("werkgever", str(other))])) == {other}
    assert here.touched_werkgevers(region.session, Changes.of([("actie", new_id())])) == frozenset()
    assert here.touched_werkgevers(region.session, Changes()) == frozenset()


def kept(region: Region, naam: str, keuze: dict[str, object], who: str, volgorde: int = 0) -> None:
    row = BewaardeLijst(id=new_id(), medewerker_id=who, naam=naam, keuze=keuze, volgorde=volgorde)
    row.regio_id, row.versie = REGION_ID, 1
    row.aangemaakt_op = row.gewijzigd_op = NOW
    row.aangemaakt_door = row.gewijzigd_door = who
    region.session.add(row)
    region.session.flush()


def test_a_list_moves_with_the_days(region: Region) -> None:
    kept(region, "Lang geen contact", {"dagen_zonder_contact": 60, "mijn_regie": True}, FATIMA.medewerker_id)
    [row] = lijst.lijsten(region.session, FATIMA.medewerker_id, TODAY)
    assert row.keuze == WerkgeverFilter(mijn_regie=True, geen_contact_sinds=date(2026, 9, 21))
    [later] = lijst.lijsten(region.session, FATIMA.medewerker_id, date(2026, 11, 30))
    assert later.keuze.geen_contact_sinds == date(2026, 10, 1)


def test_lists_are_ones_own_and_in_their_order(region: Region) -> None:
    kept(region, "Derde", {}, FATIMA.medewerker_id, 2)
    kept(region, "Eerste", {}, FATIMA.medewerker_id, 0)
    kept(region, "Tweede", {}, FATIMA.medewerker_id, 1)
    kept(region, "Van Herman", {}, HERMAN.medewerker_id)
    names = [row.naam for row in lijst.lijsten(region.session, FATIMA.medewerker_id, TODAY)]
    assert names == ["Eerste", "Tweede", "Derde"]


@pytest.mark.parametrize(
    "keuze", [{"van_morgen": 1, "segment": "actief"}, {"segment": "actief", "tekst": None}]
)
def test_what_a_newer_program_put_in_a_list_is_left_alone(region: Region, keuze: dict[str, object]) -> None:
    kept(region, "Actief", keuze, FATIMA.medewerker_id)
    [row] = lijst.lijsten(region.session, FATIMA.medewerker_id, TODAY)
    assert row.keuze == WerkgeverFilter(segment="actief")
