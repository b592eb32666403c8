"""Changing a place: merged as other fields are, one hoofdvestiging, and the list keeps in step."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.models.commands.werkgever import RegistreerVestiging, RegistreerWerkgever, WijzigVestiging
from desktop.models.errors import Weigering
from desktop.models.tables import Afstemming, Veldwijziging, Vestiging, Werkgever
from desktop.wording import sentence
from tests.support.builders import FATIMA, HERMAN, Region, a, known_id, new_id
from tests.support.groundwork import lay

WERKGEVER, OTHER = known_id("houtbouw"), known_id("tweede plek")


@pytest.fixture
def main(region: Region) -> str:
    """The hoofdvestiging of a werkgever with two places."""
    return lay(region, _main)


def _main(region: Region) -> str:
    address = {"straat": "Havenstraat", "huisnummer": 3, "postcode": "1217ZA", "woonplaats": "Hilversum"}
    region.do(a(RegistreerWerkgever, id=WERKGEVER, kvk_nummer="69599084", **address))
    region.do(
        a(
            RegistreerVestiging,
            id=OTHER,
            werkgever_id=WERKGEVER,
            vestigingsnummer="000012345678",
            postcode="1272AB",
            woonplaats="Huizen",
        )
    )
    return next(row.id for row in region.all(Vestiging) if row.hoofdvestiging)


def change(region: Region, row_id: str, who: Any = FATIMA, **given: Any) -> Any:
    basis = given.pop("basis", None)
    return region.do(a(WijzigVestiging, vestiging_id=row_id, **given), who, basis=basis)


def refusal(region: Region, row_id: str, **given: Any) -> str:
    with pytest.raises(Weigering) as refused:
        change(region, row_id, **given)
    assert "…" not in sentence(refused.value.code, refused.value.parameters)
    return refused.value.code


def shown(region: Region) -> tuple[str | None, str | None]:
    row = region.one(Werkgever, WERKGEVER)
    return row.plaats, row.gemeente_code


def mains(region: Region) -> list[str]:
    return [row.id for row in region.all(Vestiging, werkgever_id=WERKGEVER) if row.hoofdvestiging]


def test_only_the_named_fields_change(region: Region, main: str) -> None:
    change(region, main, huisnummer=5, naam="De haven")
    row = region.one(Vestiging, main)
    assert (row.straat, row.huisnummer, row.naam, row.postcode) == ("Havenstraat", 5, "De haven", "1217ZA")
    lines = {(line.tabel, line.veld, line.oud, line.nieuw) for line in region.all(Veldwijziging)}
    assert lines == {("vestiging", "huisnummer", 3, 5), ("vestiging", "naam", None, "De haven")}
    assert {line.werkgever_id for line in region.all(Veldwijziging)} == {WERKGEVER}


def test_the_list_follows_the_hoofdvestiging_and_no_other(region: Region, main: str) -> None:
    assert shown(region) == ("Hilversum", "0402")
    change(region, OTHER, woonplaats="Weesp", postcode="1382AA")
    assert shown(region) == ("Hilversum", "0402")
    change(region, main, woonplaats="Huizen", postcode="1272AB")
    assert shown(region) == ("Huizen", "0406")
    change(region, main, woonplaats="Elders", postcode="9999AA")
    assert shown(region) == ("Elders", None)
    change(region, main, gemeente_code="0457")
    assert shown(region) == ("Elders", "0457")


def test_another_hoofdvestiging_takes_its_place(region: Region, main: str) -> None:
    change(region, OTHER, hoofdvestiging=True)
    assert mains(region) == [OTHER]
    assert shown(region) == ("Huizen", "0406")
    fields = {(line.rij_id, line.veld, line.oud, line.nieuw) for line in region.all(Veldwijziging)}
    assert fields == {(OTHER, "hoofdvestiging", False, True), (main, "hoofdvestiging", True, False)}
    change(region, OTHER, hoofdvestiging=True)
    assert mains(region) == [OTHER]


def test_a_field_can_be_emptied(region: Region, main: str) -> None:
    change(region, main, wis=["straat", "huisnummer"])
    row = region.one(Vestiging, main)
    assert (row.straat, row.huisnummer, row.woonplaats) == (None, None, "Hilversum")
    assert refusal(region, main, wis=["hoofdvestiging"]) == "veld_niet_leeg_te_maken"
    assert refusal(region, main, wis=["werkgever_id"]) == "veld_niet_leeg_te_maken"


def test_other_fields_merge_and_the_same_field_is_a_question(region: Region, main: str) -> None:
    change(region, main, HERMAN, huisnummer=7)
    outcome = change(region, main, FATIMA, huisnummer=9, straat="Kade", basis={main: 1})
    assert (outcome.result, outcome.code) == ("aangepast", "wijziging_conflict")
    row = region.one(Vestiging, main)
    assert (row.huisnummer, row.straat) == (7, "Kade")
    [item] = region.all(Afstemming)
    assert (item.medewerker_id, item.veld, item.van_mij, item.van_ander) == (
        FATIMA.medewerker_id,
        "huisnummer",
        "9",
        "7",
    )


def test_what_cannot_be(region: Region, main: str) -> None:
    assert refusal(region, main, hoofdvestiging=False) == "hoofdvestiging_nodig"
    assert refusal(region, main, vestigingsnummer="000012345678") == "vestigingsnummer_van_ander"
    assert refusal(region, new_id(), naam="x") == "vestiging_onbekend"
    plain = region.do(a(RegistreerWerkgever, naam="Gemeente", woonplaats="Weesp")).id
    place = next(row.id for row in region.all(Vestiging) if row.werkgever_id == plain)
    assert refusal(region, place, vestigingsnummer="000012345679") == "vestigingsnummer_zonder_kvk"
    region.one(Vestiging, OTHER).verwijderd_op = region.one(Vestiging, OTHER).aangemaakt_op
    region.session.flush()
    assert refusal(region, OTHER, naam="x") == "vestiging_onbekend"
