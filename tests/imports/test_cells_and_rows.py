"""Single cells and rows: what is put right, what is left out and said, what is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.imports import cells
from desktop.imports.address import Address, find_postcode, split_address
from desktop.imports.candidates import Candidate, RefusedRow
from desktop.imports.columns import Recognition
from desktop.imports.gemeenten import gemeente_of
from desktop.imports.mending import mend
from desktop.imports.numbers import read_kvk, read_vestigingsnummer
from desktop.imports.rows import RowReader
from desktop.imports.table import Row
from desktop.models.errors import Weigering
from tests.imports.support import TODAY


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("cr‚àö¬Æche", "crèche"),
        ("Michaçl", "Michaël"),
        ("FinanciÃƒÂ«le", "Financiële"),
        ("FryslÃ¢n", "Fryslân"),
        ("Belgiç", "België"),
        ("  Jansen \u00a0 en\tZn ", "Jansen en Zn"),
        ("Jansen &amp; Zn", "Jansen & Zn"),
        ("Jan\u200bsen", "Jansen"),
    ],
)
def test_damaged_text_is_put_right(broken: str, whole: str) -> None:
    assert mend(broken) == whole


@pytest.mark.parametrize(
    "good",
    ["Curaçao", "Haliç", "Koç Holding", "Çelik", "Kılıç", "Café Ô", "L’Oréal", "Señor", "Hygiëaplein", "V&D"],
)
def test_good_text_is_left_alone(good: str) -> None:
    assert mend(good) == good


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("8079417", "08079417"),
        ("08079417", "08079417"),
        ("8079417.0", "08079417"),
        ("0807 9417", "08079417"),
        ("KvK 08079417", "08079417"),
        ("080794170000", "08079417"),
        ("(Nog niet bekend)", None),
        ("onbekend", None),
        ("n.v.t.", None),
        ("-", None),
    ],
)
def test_kvk_numbers(typed: str, number: str | None) -> None:
    assert read_kvk(typed) == number


@pytest.mark.parametrize("typed", ["481750102", "1234", "zie bijlage", "8,07942E+06", "NL123456789B01"])
def test_what_cannot_be_a_kvk_number(typed: str) -> None:
    with pytest.raises(Weigering):
        read_kvk(typed)


def test_vestigingsnummers_get_their_zeros_back() -> None:
    assert read_vestigingsnummer("16014979") == "000016014979"
    assert read_vestigingsnummer("(Nog niet bekend)") is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Straat 12-A", Address("Straat", 12, "A")),
        ("Middenweg 90 H", Address("Middenweg", 90, "H")),
        ("Van der Hoopstraat 46a", Address("Van der Hoopstraat", 46, "a")),
        ("Haardstee 11 15", Address("Haardstee", 11, "15")),
        ("1e Constantijn Huygensstraat 12", Address("1e Constantijn Huygensstraat", 12)),
        ("Plein 1944 12", Address("Plein 1944", 12)),
        ("Plein 1944 nr 5", Address("Plein 1944", 5)),
        ("Overtoom 1000 hs", Address("Overtoom", 1000, "hs")),
        ("Postbus 314", Address("Postbus", 314)),
        ("1217GP 45", Address(None, 45, None, "1217GP")),
        ("6051 DZ| 36", Address(None, 36, None, "6051DZ")),
        ("Straat 12, 1217 GP Hilversum", Address("Straat", 12, None, "1217GP")),
        ("Kerkstraat", Address("Kerkstraat", whole=False)),
        ("Kaya Internashonal 0", Address("Kaya Internashonal 0", whole=False)),
    ],
)
def test_addresses_are_taken_apart(text: str, parts: Address) -> None:
    assert split_address(text) == parts


@pytest.mark.parametrize(
    ("text", "postcode"),
    [
        ("1217GP", "1217GP"),
        ("1217 gp", "1217GP"),
        ("NL-2628 VK", "2628VK"),
        ("1755-LE", "1755LE"),
        ("3511 CE Utrecht", "3511CE"),
        ("A-9999", None),
        (".", None),
        ("0099AA", None),
        ("1217 SA", None),
    ],
)
def test_postcodes(text: str, postcode: str | None) -> None:
    assert find_postcode(text) == postcode


@pytest.mark.parametrize(
    ("postcode", "gemeente", "plaats", "code", "said"),
    [
        ("1217GP", None, None, "0402", None),
        ("1402AA", "Bussum", "Bussum", "1942", None),
        ("7245AA", "Laren", "Laren", None, None),
        (None, "Laren", None, "0417", None),
        (None, None, "Laren", None, "import_plaats_dubbelzinnig"),
        (None, None, "Naarden", "1942", None),
        (None, "Wijdmeren", None, "1696", "import_gemeente_gelezen"),
        (None, "gemeente Hilversum", None, "0402", None),
        (None, "Wijdemerem", None, "1696", "import_gemeente_gelezen"),
        (None, "Amsterdam", "Amsterdam", None, None),
        ("1382AA", "Weesp", "Weesp", None, "import_gemeente_gesloten"),
        ("1217GP", "Utrecht", None, "0402", "import_gemeente_anders"),
    ],
)
def test_the_gemeente_of_an_address(
    postcode: str | None, gemeente: str | None, plaats: str | None, code: str | None, said: str | None
) -> None:
    found = gemeente_of(postcode, gemeente, plaats, TODAY)
    assert (found.code, found.remark.code if found.remark else None) == (code, said)


def test_weesp_belonged_to_the_region_until_2022() -> None:
    assert gemeente_of("1382AA", None, None, date(2022, 3, 23)).code == "0457"
    assert gemeente_of("1382AA", None, None, date(2022, 3, 24)).code is None


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("www.Jansen.nl/", "https://www.jansen.nl"),
        ("HTTP://WWW.RGD.NL/Over/ons", "http://www.rgd.nl/Over/ons"),
        ("http://a.nl; www.b.nl", "http://a.nl"),
        ("-", None),
    ],
)
def test_websites(typed: str, kept: str | None) -> None:
    assert cells.website(typed) == kept


@pytest.mark.parametrize("typed", ["info@jansen.nl", "geen site", "http://", "x"])
def test_what_is_no_website(typed: str) -> None:
    with pytest.raises(Weigering):
        cells.website(typed)


def _read(**values: Any) -> Candidate | RefusedRow:
    columns = {name: place for place, name in enumerate(values)}
    recognition = Recognition(columns, frozenset(), len(columns), ())
    return RowReader(recognition, TODAY).read(Row(2, tuple(values.values())))


def _taken(**values: Any) -> Candidate:
    row = _read(**values)
    assert isinstance(row, Candidate)
    return row


def _refusal(**values: Any) -> str:
    row = _read(**values)
    assert isinstance(row, RefusedRow)
    return row.reason.code


def test_a_whole_row() -> None:
    row = _taken(
        naam='"Jansen BV"',
        kvk_nummer="8079417",
        vestigingsnummer="16014979",
        adres="1217gp 45",
        postcode="",
        woonplaats="HILVERSUM",
        website="jansen.nl",
        werkzame_personen="1.200",
        ind_non_mailing="Ja",
    )

    assert (row.naam, row.kvk_nummer) == ("Jansen BV", "08079417")
    assert row.velden == {"website": "https://jansen.nl", "werkzame_personen": 1200, "ind_non_mailing": True}
    assert row.vestiging == {
        "huisnummer": 45,
        "postcode": "1217GP",
        "woonplaats": "Hilversum",
        "gemeente_code": "0402",
        "vestigingsnummer": "000016014979",
    }
    assert row.mended == ("kvk", "vestigingsnummer")
    assert not row.doubts


def test_rows_that_cannot_be_taken() -> None:
    assert _refusal(naam=" ", kvk_nummer="12345678") == "import_naam_leeg"
    assert _refusal(naam="Jansen", kvk_nummer="123456789") == "kvk_lengte"
    assert _refusal(naam="Jansen", kvk_nummer="5,6E+07") == "import_nummer_afgekort"
    assert _refusal(naam="x" * 501) == "import_naam_te_lang"


def test_a_cell_too_many_refuses_the_row() -> None:
    recognition = Recognition({"naam": 0, "kvk_nummer": 1}, frozenset(), 2, ())
    row = RowReader(recognition, TODAY).read(Row(7, ("Jansen", " BV", "12345678")))
    assert isinstance(row, RefusedRow)
    assert row.reason.code == "import_te_veel_cellen"


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"kvk_nummer": "74123456"}, "import_kvk_tikfout"),
        ({"postcode": "A-9999"}, "import_postcode"),
        ({"website": "info@jansen.nl"}, "import_weggelaten"),
        ({"land": "België", "postcode": "B-9000"}, "import_buitenland"),
        ({"adres": "achter de kerk"}, "import_adres"),
        ({"kvk_nummer": "", "vestigingsnummer": "16014979"}, "import_vestiging_zonder_kvk"),
        ({"naam": "1001"}, "import_naam_zonder_letters"),
    ],
)
def test_what_is_doubtful_is_taken_and_said(values: dict[str, str], code: str) -> None:
    row = _taken(**({"naam": "Jansen"} | values))
    assert [doubt.code for doubt in row.doubts] == [code]


def test_numbers_below_50_million_are_never_doubted() -> None:
    assert not _taken(naam="Jansen", kvk_nummer="12345678").doubts
