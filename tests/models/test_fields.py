"""One validation for form, command line and wire: every command reads back, and refuses in one way only."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.models import bus, fields
from desktop.models.commands import BY_NAME, NEWEST
from desktop.models.commands.actie import MaakActie
from desktop.models.commands.base import Command
from desktop.models.commands.contact import LegContactVast
from desktop.models.commands.werkgever import (
    ImporteerWerkgevers,
    RegistreerContactpersoon,
    RegistreerWerkgever,
    WijzigWerkgever,
)
from desktop.models.errors import InputRefused, Weigering
from tests.support.builders import new_id
from tests.support.strategies import JSON, instances, required

COMMANDS = sorted(BY_NAME.values(), key=lambda cls: cls.NAME)
TYPES = {"object", "array", "string", "integer", "boolean"}
KEYWORDS = {"type", "properties", "required", "additionalProperties", "items", "maxItems"}
KEYWORDS |= {"maxLength", "pattern", "format", "enum", "minimum", "maximum"}
every_command = pytest.mark.parametrize("cls", COMMANDS, ids=lambda cls: cls.NAME)


def refused(cls: type, **data: Any) -> dict[str, str]:
    """Field → code of what `build` refuses."""
    with pytest.raises(InputRefused) as caught:
        fields.build(cls, data)
    return {name: reason.code for name, reason in caught.value.fields.items()}


def outcome_of(cls: type[Command], data: Any) -> Command | Weigering:
    """The command or the refusal; whatever else is raised fails the test."""
    try:
        return bus.read_command(cls.NAME, cls.VERSION, data)
    except Weigering as refusal:
        return refusal


def check_schema(schema: dict[str, Any]) -> None:
    """The part of JSON Schema that we use, spelled right."""
    assert set(schema) <= KEYWORDS, schema
    assert ("type" in schema) != ("enum" in schema)
    assert schema.get("type", "string") in TYPES
    assert "items" not in schema or schema["type"] == "array"
    assert set(schema.get("required", [])) <= set(schema.get("properties", {}))
    for inner in [*schema.get("properties", {}).values(), *([schema["items"]] if "items" in schema else [])]:
        check_schema(inner)


@every_command
def test_a_schema_is_json_schema(cls: type[Command]) -> None:
    schema = fields.schema(cls)
    check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema
    assert schema["required"] == required(cls)
    assert schema["additionalProperties"] is False


@every_command
def test_a_command_reads_back_from_its_plain_form(cls: type[Command]) -> None:
    @settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
    @given(instances(cls))
    def reads_back(command: Command) -> None:
        plain = fields.to_plain(command)
        travelled = json.loads(json.dumps(plain))
        assert bus.read_command(cls.NAME, cls.VERSION, travelled) == command

    reads_back()


@every_command
def test_nothing_but_a_refusal_comes_out_of_any_json(cls: type[Command]) -> None:
    names = list(fields.describe(cls))

    @settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
    @given(JSON | st.dictionaries(st.sampled_from(names) | st.text(max_size=8), JSON))
    def survives(data: Any) -> None:
        result = outcome_of(cls, data)
        if isinstance(result, InputRefused):
            assert set(result.fields) <= {*names, *data}
            assert all(isinstance(reason, Weigering) for reason in result.fields.values())
        elif isinstance(result, Weigering):
            assert result.code == "geen_object"
        else:
            json.dumps(fields.to_plain(result), ensure_ascii=False).encode()

    survives()


@every_command
def test_what_is_missing_is_named(cls: type[Command]) -> None:
    needed = required(cls)
    if not needed:
        fields.build(cls, {})
        return
    assert refused(cls) == dict.fromkeys(needed, "veld_ontbreekt")
    with pytest.raises(InputRefused) as caught:
        fields.build(cls, {})
    assert [reason.parameters["veld"] for reason in caught.value.fields.values()] == needed


@every_command
def test_what_is_unknown_is_named(cls: type[Command]) -> None:
    assert refused(cls, bsn="123456782")["bsn"] == "veld_onbekend"


@pytest.mark.parametrize("nothing", [None, ""])
def test_also_when_it_says_nothing_and_all_else_is_right(nothing: object) -> None:
    whole = {"werkgever_id": new_id(), "datum": "2026-11-20", "kanaal": "bezoek"}
    fields.build(LegContactVast, whole)
    assert refused(LegContactVast, **whole, bsn=nothing) == {"bsn": "veld_onbekend"}


def test_every_refused_field_has_a_reason_of_its_own() -> None:
    assert refused(
        RegistreerWerkgever,
        naam="   ",
        kvk_nummer="1234567",
        postcode="1217 SA",
        huisnummer="12",
        ind_non_mailing="ja",
        handelsnamen="Houtbouw",
        erkend_sbb_leerbedrijf=3,
        toevoeging="tweehoog",
    ) == {
        "naam": "leeg",
        "kvk_nummer": "kvk_lengte",
        "postcode": "postcode_klopt_niet",
        "huisnummer": "geen_getal",
        "ind_non_mailing": "geen_ja_nee",
        "handelsnamen": "geen_lijst",
        "erkend_sbb_leerbedrijf": "getal_buiten_grens",
        "toevoeging": "te_lang",
    }


def test_the_error_itself_tells_the_first_field() -> None:
    with pytest.raises(InputRefused) as caught:
        fields.build(RegistreerContactpersoon, {"werkgever_id": new_id(), "naam": "Wim", "email": "wim"})
    assert (caught.value.code, caught.value.parameters["veld"]) == ("email_zonder_apenstaart", "email")


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("datum", "12-03-2026", "geen_datum"),
        ("datum", "2026-02-30", "geen_datum"),
        ("datum", "20260312", "geen_datum"),
        ("datum", "2026-W10-1", "geen_datum"),
        ("datum", 20260312, "geen_datum"),
        ("datum", True, "geen_datum"),
        ("datum", {"jaar": 2026}, "geen_datum"),
        ("tijd", "9:10", "geen_tijd"),
        ("tijd", "24:00", "geen_tijd"),
        ("tijd", 910, "geen_tijd"),
        ("werkgever_id", "W-00123", "geen_id"),
        pytest.param("werkgever_id", 10**5000, "geen_id", id="a number that cannot be spelled"),
        ("werkgever_id", "1_3e4567-e89b-12d3-a456-426614174000", "geen_id"),
        ("kanaal", 5, "geen_tekst"),
        ("kanaal", "x" * 41, "te_lang"),
        ("richting", "beide", "geen_keuze"),
        ("richting", ["wij"], "geen_keuze"),
        ("contactpersoon_ids", ["x"], "geen_id"),
        ("contactpersoon_ids", [new_id()] * 21, "te_veel"),
        ("vum_code_onderwerp", 7, "getal_buiten_grens"),
        ("vum_code_onderwerp", True, "geen_getal"),
        ("vum_code_onderwerp", 1.0, "geen_getal"),
    ],
)
def test_one_wrong_field_is_refused_by_name(field: str, value: object, code: str) -> None:
    good: dict[str, Any] = {"werkgever_id": new_id(), "datum": "2026-11-20", "kanaal": "bezoek"}
    assert refused(LegContactVast, **good | {field: value}) == {field: code}


def test_a_reason_in_a_list_of_parts_keeps_the_name_of_the_list() -> None:
    regel = {"id": new_id(), "naam": "Houtbouw", "kvk_nummer": "1"}
    data = {"batch": new_id(), "bestand": "b.csv", "regels": [regel]}
    assert refused(ImporteerWerkgevers, **data) == {"regels": "kvk_lengte"}
    assert refused(ImporteerWerkgevers, **data | {"regels": [None]}) == {"regels": "geen_object"}


def test_text_is_kept_clean() -> None:
    typed = "  regel een\r\nregel\x00 twee\x07\t einde  "
    command = fields.build(MaakActie, {"werkgever_id": new_id(), "gevraagde_handeling": typed})
    assert command.gevraagde_handeling == "regel een\nregel twee\t einde"


def test_text_that_nobody_sees_counts_as_empty() -> None:
    for unseen in ("\u200b\u200b\ufeff", " \u2060 \u00ad", "\u202e\u2066"):
        assert refused(RegistreerWerkgever, naam=unseen) == {"naam": "leeg"}
    for seen in ("👩\u200d👧", "Ca\u00adfé", "שלום\u200f B.V.", "\ue000"):
        assert fields.build(RegistreerWerkgever, {"naam": seen}).naam == seen


def test_no_name_turns_the_words_after_it_around() -> None:
    """An override of the writing direction makes exe.fdp of pdf.exe, in every sentence that it stands in."""
    command = fields.build(RegistreerWerkgever, {"naam": "Hout\u202ewuob\u202c \u2066Eem\u2069"})
    assert command.naam == "Houtwuob Eem"


@pytest.mark.parametrize("half", ["cr\udce8che", "\ud83d"])
def test_half_a_character_is_refused_and_never_dropped(half: str) -> None:
    data = {"werkgever_id": new_id(), "gevraagde_handeling": half}
    assert refused(MaakActie, **data) == {"gevraagde_handeling": "tekst_half_teken"}
    assert refused(RegistreerWerkgever, naam="Houtbouw", kvk_nummer="1" + half) == {
        "kvk_nummer": "tekst_half_teken"
    }


def test_empty_and_null_count_as_not_given() -> None:
    command = fields.build(
        RegistreerWerkgever, {"naam": "Houtbouw", "kvk_nummer": "", "ind_non_mailing": None}
    )
    assert (command.kvk_nummer, command.ind_non_mailing) == (None, False)


def test_an_empty_list_is_something_else_than_no_list() -> None:
    command = fields.build(WijzigWerkgever, {"werkgever_id": new_id(), "kenmerken": []})
    assert fields.to_plain(command)["kenmerken"] == []
    assert "handelsnamen" not in fields.to_plain(command)


def test_a_moment_gives_day_and_time() -> None:
    data = {"werkgever_id": new_id(), "datum": "2026-11-22T09:10:30", "kanaal": "bezoek"}
    command = fields.build(LegContactVast, data)
    assert (command.datum.isoformat(), command.tijd) == ("2026-11-22", "09:10")


@pytest.mark.parametrize("naam", sorted(NEWEST))
def test_the_newest_version_of_a_command_is_the_highest(naam: str) -> None:
    versions = [version for name, version in BY_NAME if name == naam]
    assert max(versions) == NEWEST[naam].VERSION


@pytest.mark.parametrize(("naam", "versie"), [("werkgever.verzin", 1), ("contact.leg_vast", 99)])
def test_an_unknown_command_is_refused(naam: str, versie: int) -> None:
    with pytest.raises(Weigering) as caught:
        bus.read_command(naam, versie, {})
    assert caught.value.code == "opdracht_onbekend"
