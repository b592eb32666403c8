"""What is only checked where a person types: words that exist, days that can be, numbers that are free."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.models import bus
from desktop.models.commands.actie import BeeindigAfspraak, MaakActie, MaakAfspraak
from desktop.models.commands.base import Command
from desktop.models.commands.contact import LegContactVast, WijzigContact
from desktop.models.commands.instrument import WerkInzetBij, ZetInstrumentIn
from desktop.models.commands.nazorg import PlanNazorg, VoegNazorgToe
from desktop.models.commands.plaatsing import RegistreerPlaatsing, WijzigPlaatsing
from desktop.models.commands.regie import MeldKennismaking, NeemRegie, StelWaarnemingIn
from desktop.models.commands.werkgever import (
    RegistreerContactpersoon,
    RegistreerVestiging,
    RegistreerWerkgever,
    WijzigContactpersoon,
    WijzigWerkgever,
)
from desktop.models.context import Context
from desktop.models.entry import CODE_FIELDS, entry_check
from desktop.models.errors import InputRefused, Weigering
from desktop.models.tables import Codewaarde
from desktop.models.work import Work
from tests.support.builders import FATIMA, NOW, Region, a, context, known_id, new_id

SOME_ID = new_id()
TALK = {"spoor": "werknemer", "regel": "week", "naam": "Bel", "gepland_op": "2025-02-07"}


def check(region: Region, command: Command, around: Context | None = None) -> dict[str, Weigering]:
    """Field → refusal; nothing when it is fine."""
    work = Work(region.session)
    work.begin(around or context(FATIMA))
    try:
        entry_check(work, command)
    except InputRefused as refused:
        return refused.fields
    return {}


def end(region: Region, lijst: str, code: str, **period: date) -> None:
    row = region.one(Codewaarde, known_id(f"{lijst}/{code}"))
    for name, day in period.items():
        setattr(row, name, day)
    region.session.flush()


@pytest.mark.parametrize(
    ("command", "field", "code"),
    [
        (a(LegContactVast, werkgever_id=SOME_ID, kanaal="postduif"), "kanaal", "code_onbekend"),
        (a(LegContactVast, werkgever_id=SOME_ID, onderwerp="het weer"), "onderwerp", "code_onbekend"),
        (a(WijzigContact, contactmoment_id=SOME_ID, kanaal="postduif"), "kanaal", "code_onbekend"),
        (a(RegistreerWerkgever, segment="reus"), "segment", "code_onbekend"),
        (a(WijzigWerkgever, werkgever_id=SOME_ID, segment="reus"), "segment", "code_onbekend"),
        (a(RegistreerContactpersoon, werkgever_id=SOME_ID, rol="baas"), "rol", "code_onbekend"),
        (a(WijzigContactpersoon, contactpersoon_id=SOME_ID, rol="baas"), "rol", "code_onbekend"),
        (a(MaakAfspraak, werkgever_id=SOME_ID, soort="belofte"), "soort", "code_onbekend"),
        (a(LegContactVast, werkgever_id=SOME_ID, datum="2026-11-22"), "datum", "datum_in_toekomst"),
        (a(WijzigContact, contactmoment_id=SOME_ID, datum="2026-12-22"), "datum", "datum_in_toekomst"),
        (a(LegContactVast, werkgever_id=SOME_ID, datum="0001-01-01"), "datum", "datum_te_lang_geleden"),
        (a(WijzigContact, contactmoment_id=SOME_ID, datum="1949-12-31"), "datum", "datum_te_lang_geleden"),
        (a(MaakActie, werkgever_id=SOME_ID, deadline="2026-11-19"), "deadline", "deadline_geweest"),
        (a(MaakAfspraak, werkgever_id=SOME_ID, tot="2026-11-19"), "tot", "afspraak_eindigt_voor_begin"),
        (
            a(RegistreerPlaatsing, kandidaat_id=SOME_ID, start="2206-11-02"),
            "start",
            "plaatsing_start_onwaarschijnlijk",
        ),
        (
            a(WijzigPlaatsing, plaatsing_id=SOME_ID, start="0026-11-02"),
            "start",
            "plaatsing_start_onwaarschijnlijk",
        ),
        (
            a(RegistreerPlaatsing, kandidaat_id=SOME_ID, verwachte_einddatum="2206-11-02"),
            "verwachte_einddatum",
            "plaatsing_einde_onwaarschijnlijk",
        ),
        (
            a(ZetInstrumentIn, kandidaat_id=SOME_ID, aangevraagd_op="2027-01-01"),
            "aangevraagd_op",
            "datum_in_toekomst",
        ),
        (a(ZetInstrumentIn, kandidaat_id=SOME_ID, start="1026-01-01"), "start", "nazorg_dag_te_ver"),
        (
            a(WerkInzetBij, inzet_id=SOME_ID, toegekend_op="2030-01-01"),
            "toegekend_op",
            "datum_in_toekomst",
        ),
        (
            a(VoegNazorgToe, plaatsing_id=SOME_ID, spoor="werknemer", naam="Bel", gepland_op="9999-12-31"),
            "gepland_op",
            "nazorg_dag_te_ver",
        ),
        (a(PlanNazorg, plaatsing_id=SOME_ID, items=[TALK]), "items", "deadline_geweest"),
        (
            a(PlanNazorg, plaatsing_id=SOME_ID, items=[TALK | {"gepland_op": "2225-02-07"}]),
            "items",
            "nazorg_dag_te_ver",
        ),
        (
            a(RegistreerWerkgever, vestigingsnummer="000037178598"),
            "vestigingsnummer",
            "vestigingsnummer_zonder_kvk",
        ),
    ],
    ids=lambda value: value.NAME if isinstance(value, Command) else value,
)
def test_look_again(region: Region, command: Command, field: str, code: str) -> None:
    assert {name: reason.code for name, reason in check(region, command).items()} == {field: code}


@pytest.mark.parametrize(
    "command",
    [
        a(LegContactVast, werkgever_id=SOME_ID, onderwerp="vacature"),
        a(LegContactVast, werkgever_id=SOME_ID, datum="2026-11-21"),
        a(LegContactVast, werkgever_id=SOME_ID, datum="2019-01-01"),
        a(WijzigContact, contactmoment_id=SOME_ID, notitie="Alleen de tekst"),
        a(PlanNazorg, plaatsing_id=SOME_ID, items=[TALK | {"berekend_op": "2025-02-07"}]),
        a(MaakActie, werkgever_id=SOME_ID, deadline="2026-11-20"),
        a(MaakActie, werkgever_id=SOME_ID),
        a(MaakAfspraak, werkgever_id=SOME_ID, van="2026-11-01", tot="2026-11-19"),
        a(BeeindigAfspraak, afspraak_id=SOME_ID, tot="1999-01-01"),
        a(RegistreerWerkgever, kvk_nummer="69599084", vestigingsnummer="000037178598"),
        a(RegistreerWerkgever, gemeente_code="0363"),
    ],
    ids=lambda value: value.NAME,
)
def test_fine(region: Region, command: Command) -> None:
    assert check(region, command) == {}


def test_the_sentence_names_the_choices_of_today(region: Region) -> None:
    end(region, "kanaal", "video", geldig_tot=date(2026, 1, 1))
    refused = check(region, a(LegContactVast, werkgever_id=SOME_ID, kanaal="postduif"))
    assert refused["kanaal"].parameters == {"waarde": "postduif", "keuzes": "bezoek, e-mail, telefoon"}


@pytest.mark.parametrize(
    ("period", "ended"),
    [
        ({"geldig_tot": date(2026, 11, 20)}, True),
        ({"geldig_tot": date(2026, 11, 21)}, False),
        ({"geldig_van": date(2026, 11, 21)}, True),
        ({"geldig_van": date(2026, 11, 20)}, False),
    ],
)
def test_a_value_counts_in_its_period(region: Region, period: dict[str, date], ended: bool) -> None:
    end(region, "kanaal", "video", **period)
    refused = check(region, a(LegContactVast, werkgever_id=SOME_ID, kanaal="video"))
    assert [reason.code for reason in refused.values()] == (["code_geeindigd"] if ended else [])


@pytest.mark.parametrize("cls", [RegistreerWerkgever, RegistreerVestiging])
def test_weesp_is_closed_for_new_records(region: Region, cls: type[Command]) -> None:
    end(region, "gemeente", "0457", geldig_tot=date(2022, 3, 24))
    given = {"werkgever_id": SOME_ID} if cls is RegistreerVestiging else {}
    refused = check(region, a(cls, gemeente_code="0457", **given))
    assert (refused["gemeente_code"].code, refused["gemeente_code"].parameters["waarde"]) == (
        "code_geeindigd",
        "Weesp",
    )


def test_a_list_that_is_not_filled_yet_refuses_nothing(region: Region) -> None:
    region.session.query(Codewaarde).delete()
    assert check(region, a(LegContactVast, werkgever_id=SOME_ID, kanaal="postduif")) == {}


def test_a_number_that_is_taken_says_whose_it_is(region: Region) -> None:
    row_id = region.do(a(RegistreerWerkgever, kvk_nummer="69599084")).id
    command = a(RegistreerWerkgever, naam="Nog een", kvk_nummer="69599084")
    assert check(region, command)["kvk_nummer"].parameters == {
        "naam": "Houtbouw Eemvallei",
        "regie": "nog niemand",
    }
    region.do(a(NeemRegie, werkgever_id=row_id))
    assert check(region, command)["kvk_nummer"].parameters["regie"] == "Fatima El Idrissi"


def test_an_afspraak_does_not_end_before_it_began(region: Region) -> None:
    werkgever = region.do(a(RegistreerWerkgever)).id
    row_id = region.do(a(MaakAfspraak, werkgever_id=werkgever)).id
    refused = check(region, a(BeeindigAfspraak, afspraak_id=row_id, tot="2026-11-19"))
    assert refused["tot"].parameters == {"van": "2026-11-20"}


@pytest.mark.parametrize(
    ("van", "tot", "code"),
    [
        ("2026-11-20", "2026-11-20", None),
        ("2026-11-10", "2026-11-20", None),
        ("2026-11-10", "2026-11-19", "deadline_geweest"),
        ("2026-11-23", "2026-11-20", "waarneming_eindigt_voor_begin"),
        ("2026-11-23", "2027-11-24", "waarneming_te_lang"),
    ],
)
def test_a_waarneming_ends_after_it_begins_and_not_in_the_past(
    region: Region, van: str, tot: str, code: str | None
) -> None:
    refused = check(region, a(StelWaarnemingIn, waarnemer_id=SOME_ID, van=van, tot=tot))
    assert {field: reason.code for field, reason in refused.items()} == ({"tot": code} if code else {})


def test_the_employer_has_met_the_new_face_already(region: Region) -> None:
    for datum, fields in (("2026-11-21", set()), ("2026-11-22", {"datum"})):
        command = a(MeldKennismaking, overdracht_id=SOME_ID, datum=datum)
        assert set(check(region, command)) == fields


def test_all_that_is_wrong_is_said_at_once(region: Region) -> None:
    refused = check(region, a(LegContactVast, werkgever_id=SOME_ID, kanaal="postduif", datum="2027-01-01"))
    assert set(refused) == {"kanaal", "datum"}


def test_the_centre_takes_what_the_laptop_took(region: Region) -> None:
    """What is refused here is no reason to refuse there: the words may have ended meanwhile (R4)."""
    row_id = region.do(a(RegistreerWerkgever)).id
    late = a(LegContactVast, werkgever_id=row_id, kanaal="postduif", datum="2027-01-01")
    assert bus.execute(Work(region.session), late, context(FATIMA, tijd=NOW)).result == "toegepast"


def test_every_checked_field_exists() -> None:
    fields: list[tuple[Any, str]] = list(CODE_FIELDS)
    assert all(name in cls.__dataclass_fields__ for cls, name in fields)
