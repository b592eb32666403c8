"""The demo region is invented, lies where it says, and tells a story that can be told."""

from __future__ import annotations

import csv

import pytest

from desktop.models.values import kvk_may_be_mistyped, kvk_nummer, postcode
from desktop.paths import resource
from desktop.practice import history
from desktop.practice.history import Known

TEST_NUMBERS = {"69599084", "68750110"}  # what KVK gives out for trying things


def rows(*parts: str, delimiter: str = ",") -> list[dict[str, str]]:
    with resource(*parts).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def werkgevers() -> list[dict[str, str]]:
    return rows("demo", "werkgevers.csv", delimiter=";")


def test_numbers_belong_to_nobody() -> None:
    for row in werkgevers():
        number = row["kvk_nummer"]
        if number:
            assert kvk_nummer(number) == number
            assert number in TEST_NUMBERS or number.startswith("99"), "a series that KVK has not reached"
            assert not kvk_may_be_mistyped(number)


def test_addresses_lie_in_the_region() -> None:
    places = {(row["pc4"], row["woonplaats"]) for row in rows("codelijsten", "postcodes_regio.csv")}
    for row in werkgevers():
        assert (postcode(row["postcode"])[:4], row["plaats"]) in places, row


def test_every_name_in_the_history_is_one_werkgever_and_one_person() -> None:
    data = history.history()
    known = Known({row["naam"]: row["naam"] for row in werkgevers()}, {})
    people = {person["naam"] for person in data["medewerker"]}
    laptops = {name for name, person in history.people().items() if "laptop" in person}

    for group in data["regie"]:
        assert group["bij"] in people
        assert all(known.werkgever(name) for name in group["werkgevers"])
    for kind in ("gegevens", "contactpersoon", "contact", "afspraak", "actie"):
        for item in data[kind]:
            assert known.werkgever(item["werkgever"])
            assert item["door"] in laptops
            assert item.get("voor", "Karin Smit") in people
    for item in data["besluit"]:
        assert "werkgever" not in item or known.werkgever(item["werkgever"])
        assert item["door"] in laptops
        assert set(item.get("medewerkers", {}).values()) <= people
    for item in data["botsing"]:
        assert known.werkgever(item["werkgever"])
        assert {item["eerst"]["door"], item["dan"]["door"]} <= laptops


def test_nobody_can_be_called_or_mailed() -> None:
    data = history.history()
    persons = [item["velden"] for item in data["contactpersoon"]]

    assert all(" 000 " in velden["telefoon"] for velden in persons if "telefoon" in velden)
    addresses = [one["email"] for one in (*persons, *data["medewerker"]) if "email" in one]
    assert addresses
    assert all(address.endswith(".example") for address in addresses)


def test_a_name_that_is_not_there_is_said() -> None:
    with pytest.raises(LookupError, match="Fietsenmaker: 0 werkgevers"):
        Known({"Bakker": "1"}, {}).werkgever("Fietsenmaker")
