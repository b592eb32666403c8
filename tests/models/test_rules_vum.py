"""A document of VUM becomes columns and a rest, and from those the same document again."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.errors import Weigering
from desktop.models.rules import vum
from desktop.models.rules.vacature import SOORT_OF_TYPE, TYPE_OVEREENKOMST
from tests.imports.vum_documents import ALL, BARE, FULL, ODD, Document

DAYS = st.dates().map(str)
TEXTS = st.text(max_size=130)
NUMBERS = st.integers(-1, 100)


def _objects(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries({}, optional=fields)


DOCUMENTS = st.fixed_dictionaries(
    {"idVacature": st.text("abc-_.9", min_size=1, max_size=30)},
    optional={
        "nummerVacature": TEXTS,
        "naamVacature": TEXTS,
        "omschrijvingVacature": TEXTS,
        "sluitingsdatumVacature": DAYS | TEXTS,
        "beroep": _objects(codeBeroepsnaam=TEXTS),
        "codeWerkEnDenkniveauMinimaal": st.sampled_from("0123456789"),
        "werktijden": _objects(aantalWerkurenPerWeekMinimaal=NUMBERS, indicatieKantoortijden=NUMBERS),
        "flexibiliteit": _objects(datumEindeBeschikbaarVoorWerk=DAYS),
        "contractvorm": st.lists(
            _objects(
                codeTypeOvereenkomst=st.sampled_from(("01", "02", "03", "04", "05")),
                codeTypeArbeidscontract=st.sampled_from("BOX"),
            ),
            max_size=3,
        ),
        "arbeidsVoorwaarden": _objects(salarisIndicatie=TEXTS, datumAanvangWerkzaamheden=DAYS),
        "rijbewijs": st.lists(_objects(codeSoortRijbewijs=st.sampled_from(("B", "C1", "Z"))), max_size=3),
        "vervoermiddel": st.lists(_objects(codeVervoermiddel=st.integers(1, 9)), max_size=3),
        "taalbeheersing": st.lists(
            _objects(codeTaal=st.sampled_from(("nld", "eng")), codeNiveauTaalbeheersingMondeling=NUMBERS),
            max_size=3,
        ),
        "cursus": st.lists(_objects(naamCursus=TEXTS), max_size=2),
        "adres": _objects(postcode=st.sampled_from(("1217ZA", "1217za", "0000AA")), huisnummer=NUMBERS),
        "werkgever": st.fixed_dictionaries(
            {"handelsnaamOrganisatie": TEXTS},
            optional={"contactpersoon": st.lists(_objects(emailadres=st.just([])))},
        ),
    },
)


def again(document: Document) -> Document:
    reading = vum.read(document)
    rest = json.loads(json.dumps(reading.rest))  # as a database gives it back
    return vum.write(reading.columns, rest, {}, reading.people)


@given(DOCUMENTS)
def test_what_came_in_goes_out_equal(document: Document) -> None:
    assert vum.same(again(document), document)
    assert vum.read(document).columns["naam"]


@pytest.mark.parametrize("document", ALL, ids=lambda document: document["idVacature"])
def test_our_own_documents_too(document: Document) -> None:
    assert vum.same(again(document), document)


def test_columns_hold_what_has_a_column_and_the_rest_only_what_says_more() -> None:
    reading = vum.read(FULL)
    columns = reading.columns
    assert (columns["naam"], columns["soort"], columns["contract"]) == ("Medewerker kas", "leerbaan", "B")
    assert (columns["niveau"], columns["uren_min"], columns["uren_max"]) == (2, 16, 24)
    assert (columns["rijbewijs"], columns["vervoer"], columns["taal_mondeling"]) == (["B", "AM"], ["3"], 2)
    assert (columns["postcode"], columns["toevoeging"]) == ("1272AB", "a")
    assert set(reading.rest or ()) == {
        *("omschrijvingVacature", "flexibiliteit", "contractvorm", "vervoermiddel", "taalbeheersing"),
        *("opleiding", "sollicitatiewijze", "sector", "werkgever"),
    }
    assert reading.people == FULL["werkgever"]["contactpersoon"]
    assert "contactpersoon" not in json.dumps(reading.rest)


def test_a_field_that_was_changed_here_goes_out_changed_and_the_others_as_they_came() -> None:
    reading = vum.read(FULL)
    changed = reading.columns | {"soort": "vrijwilligerswerk", "taal_mondeling": 3, "naam": "Kasmedewerker"}
    made = vum.write(changed, reading.rest, {}, None)
    assert made["contractvorm"] == [{"codeTypeOvereenkomst": "03", "codeTypeArbeidscontract": "B"}]
    assert made["taalbeheersing"] == [{"codeTaal": "nld", "codeNiveauTaalbeheersingMondeling": 3}]
    assert made["naamVacature"] == "Kasmedewerker"
    assert made["flexibiliteit"] == FULL["flexibiliteit"]
    assert "contactpersoon" not in made["werkgever"]


def test_a_kind_that_means_the_same_to_vum_leaves_the_forms_as_they_came() -> None:
    reading = vum.read(
        FULL | {"contractvorm": [{"codeTypeOvereenkomst": "01"}, {"codeTypeArbeidscontract": "O"}]}
    )
    made = vum.write(reading.columns | {"soort": "detachering"}, reading.rest, {}, None)
    assert made["contractvorm"] == [{"codeTypeOvereenkomst": "01"}, {"codeTypeArbeidscontract": "O"}]


def test_a_vacature_without_a_name_gets_one_that_does_not_travel() -> None:
    assert vum.read(BARE).columns["naam"] == "Vacature wr-0002"
    assert vum.read(ODD).columns["naam"].startswith("Pakketten sorteren in de nacht, ook voor wie")
    assert len(vum.read(ODD).columns["naam"]) <= 64
    assert "naamVacature" not in again(ODD)


@pytest.mark.parametrize("document", [{}, {"idVacature": ""}, {"idVacature": 4}, {"idVacature": "a b"}])
def test_without_an_id_it_is_no_vacature(document: Document) -> None:
    with pytest.raises(Weigering) as refused:
        vum.read(document)
    assert refused.value.code == "vum_zonder_id"


def test_neither_the_order_of_a_list_nor_that_of_names_counts() -> None:
    first = [{"a": 1, "b": [2, 3]}, {"c": None}]
    assert vum.same(first, [{"c": None}, {"b": [3, 2], "a": 1}])
    assert not vum.same(first, [{"c": None}, {"b": [3], "a": 1}])
    assert not vum.same([1, 1], [1])


def test_every_kind_of_work_has_a_type_and_every_type_a_kind() -> None:
    assert set(TYPE_OVEREENKOMST.values()) == {"01", "02", "03", "04"}
    assert {TYPE_OVEREENKOMST[soort] for soort in SOORT_OF_TYPE.values()} == set(SOORT_OF_TYPE)


def test_a_person_is_never_cut_off() -> None:
    assert vum.person_out("x" * 36, "Personeel", "a@b.nl", None) == {
        "naamContactpersoonAfdeling": "Personeel",
        "emailadres": ["a@b.nl"],
    }
    assert vum.person_out("Wim Verkerk", None, None, "035") == {
        "naamContactpersoonAfdeling": "Wim Verkerk",
        "telefoonnummer": ["035"],
    }
    assert vum.person_out("x" * 36, None, None, None) == {}


def test_a_key_that_is_none_of_a_vacature_is_not_kept() -> None:
    """Everybody in the region would hold it, and it may say something of a person."""
    reading = vum.read({"idVacature": "V-1", "BSN": "111222333", "cursus": [{"naamCursus": "VCA"}]})
    assert reading.rest is not None
    assert reading.rest["cursus"] == [{"naamCursus": "VCA"}]
    assert "BSN" not in reading.rest
