"""Rows of `toon` and `export`: beside each reference what it is called, at every laptop and at the centre.

The region of the rights matrix, with more in it, so that every kind has rows that refer to something.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop import exporting
from desktop.commandline.console import as_json
from desktop.commandline.rows import Choice, as_data, find, rows_of
from desktop.commandline.words import SOORTEN
from desktop.laptop import Laptop
from desktop.models.queries.werkgever import cards
from desktop.models.row_codec import TABLES
from desktop.models.store import new_session
from tests.support.databases import PostgresFarm
from tests.support.placed_region import PEOPLE, Filled, placed_region

pytestmark = pytest.mark.postgres

SAYS_ELSEWHERE = {
    "bron_id": "a key of the system that it was read from: nothing of ours",
    "rij_id": "a row of the table that `tabel` names, most of which have no name",
    "hoort_bij_id": "another row of the inbox, whose sentence stands on that row",
}
"""Keys that have no readable name beside them, and why."""
AS_TYPED = {
    "argumenten": "the arguments of a command, as it was given",
    "parameters": "what fills a sentence, which stands beside it as `tekst` or `reden`",
    "keuze": "a filter, as it was kept",
}
"""Parts of rows that are no rows, and why."""
SEVERAL = {"bemiddelaar_ids": "bemiddelaars", "contactpersoon_ids": "contactpersonen"}
"""More than one, with their names beside them."""
Given = dict[str, Any]
NO_ROWS_HERE = {"wachtrij", "opdracht", "ronde"}
"""Kinds of a laptop's own tables, which the centre does not have."""


@pytest.fixture(scope="module")
def filled(postgres_farm: PostgresFarm, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    with placed_region(postgres_farm, tmp_path_factory.mktemp("namen")) as made:
        _fill_more(made)
        yield made


def _fill_more(filled: Filled) -> None:
    """Of every kind one, with every reference that it can have."""
    at: Given = {"werkgever_id": filled.ids["werkgever_id"]}
    here = _fill_employer(filled, at)
    filled.world.settle()
    _fill_placement(filled, at, here)
    filled.world.settle()
    contact = here["contactmoment_id"]
    filled.seats["fatima"].doe("contact.wijzig", contactmoment_id=contact, notitie="Twee bakkers")


def _fill_employer(filled: Filled, at: Given) -> Given:
    """What an accountmanager keeps; the ids that a placement refers to."""
    world, fatima = filled.world, filled.seats["fatima"]
    formal = fatima.doe("werkgever.registreer", naam="Uitzendbureau Snel").id
    place = fatima.doe("vestiging.registreer", **at, woonplaats="Hilversum").id
    work: Given = {"formele_werkgever_id": formal, "vestiging_id": place}
    person = fatima.doe("contactpersoon.registreer", **at, naam="Ria Bos", vestiging_id=place).id
    talk: Given = {"datum": "2026-11-20", "kanaal": "telefoon", "contactpersoon_ids": [person]}
    contact = fatima.doe("contact.leg_vast", **at, **talk, vestiging_id=place, notitie="Een bakker").id
    came: Given = {**at, "contactmoment_id": contact}
    fatima.doe("actie.maak", **came, gevraagde_handeling="Profielen sturen")
    fatima.doe("afspraak.maak", **came, soort="werkervaringsplekken", inhoud="Twee plekken")
    partner = fatima.doe("partner.registreer", naam="Leerwerkloket", soort="leerwerkloket").id
    asked = fatima.doe("werkgeversvraag.registreer", **came, soort="personeel", vraag="Wie?").id
    passed_on: Given = {"partner_id": partner, "partner_contact": "Jo", "reden": "Scholing"}
    fatima.doe("werkgeversvraag.verwijs_door", werkgeversvraag_id=asked, **passed_on)
    vacature = fatima.doe("vacature.registreer", **came, **work, naam="Bakker", soort="detachering").id
    fatima.doe("vacature.draag_over", vacature_id=vacature, bemiddelaar_ids=[world.person_id("sevda")])
    fatima.doe("lijst.bewaar", naam="Van mij", keuze={"regiehouder_id": world.person_id("fatima")})
    fatima.doe("regie.stel_overdracht_voor", **at, naar_id=world.person_id("herman"))
    away: Given = {"waarnemer_id": world.person_id("herman"), "van": "2026-11-20", "tot": "2026-11-20"}
    fatima.doe("regie.stel_waarneming_in", **away, werkgever_ids=[at["werkgever_id"]])
    return {**work, "contactmoment_id": contact, "vacature_id": vacature}


def _fill_placement(filled: Filled, at: Given, here: Given) -> None:
    """What a bemiddelaar keeps of a candidate who came to work there."""
    world, sevda = filled.world, filled.seats["sevda"]
    who: Given = {"kandidaat_id": sevda.doe("kandidaat.registreer", roepnaam="Mila", beroepen=["Bakker"]).id}
    agreed: Given = {**who, "datum": "2026-11-20", "toestemming": "2026-11-19"}
    proposed = sevda.doe("voordracht.doe", **agreed, vacature_id=here["vacature_id"]).id
    sevda.doe("voordracht.doe", **agreed, **at)
    begun: Given = {"soort": "detachering", "start": "2026-10-01", "vestiging_id": here["vestiging_id"]}
    formal = here["formele_werkgever_id"]
    works = sevda.doe(
        "plaatsing.registreer", **who, **begun, voordracht_id=proposed, formele_werkgever_id=formal
    ).id
    placed: Given = {"plaatsing_id": works}
    sevda.doe("plaatsing.meld_onderbreking", **placed, van="2026-10-12")
    sevda.doe("instrument.zet_in", **who, **placed, code="loonkostensubsidie", start="2026-10-01")
    sevda.doe("nazorg.voeg_toe", **placed, spoor="werkgever", naam="Bellen", gepland_op="2026-12-02")
    sevda.doe("signaal.meld", **at, **placed, categorie="kans", tekst="Er is meer werk")
    away: Given = {"waarnemer_id": world.person_id("noor"), "van": "2026-11-23", "tot": "2026-11-24"}
    sevda.doe("kandidaat.stel_waarneming_in", **who, **away)
    world.settle()
    sevda.doe("kandidaat.wijzig", **who, niveau=4)
    sevda.doe("plaatsing.wijzig", **placed, uren=20)
    sevda.doe("kandidaat.draag_over", **who, naar_id=world.person_id("anouk"))
    filled.ids |= {"plaatsing_id": works or ""}


def _choice(soort: str, filled: Filled) -> Choice:
    """The proposal is of a placement; everything else is asked whole."""
    return Choice(id=filled.ids["plaatsing_id"]) if soort == "nazorgvoorstel" else Choice()


def _objects(row: Any, path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """A row and the rows in it."""
    if isinstance(row, list):
        for part in row:
            yield from _objects(part, path)
    if isinstance(row, dict):
        yield path, row
        for name, part in row.items():
            if name not in AS_TYPED:
                yield from _objects(part, f"{path}.{name}")


def _nameless(rows: list[Any], soort: str, here: set[str]) -> set[str]:
    """References of which the name is missing, or empty while what they refer to is in this database."""
    found: set[str] = set()
    for path, row in _objects(rows, soort):
        for key, value in row.items():
            name = SEVERAL.get(key, key.removesuffix("_id"))
            if name == key or key in SAYS_ELSEWHERE:
                continue
            refers = [value] if isinstance(value, str) else value or []
            if name not in row or (here.intersection(refers) and not row[name]):
                found.add(f"{path}.{key}")
    return found


def _refers(rows: list[Any], soort: str) -> bool:
    return any(
        key.endswith("_id") and value for _, row in _objects(rows, soort) for key, value in row.items()
    )


def _data(rows: Any) -> list[Any]:
    return [json.loads(as_json(as_data(row))) for row in rows]


def test_every_row_of_every_laptop_says_what_its_references_are_called(filled: Filled) -> None:
    seen: set[str] = set()
    for person in PEOPLE:
        seat = filled.seats[person]
        here = {row_id for rows in seat.everything().values() for row_id in rows}
        for soort in SOORTEN:
            rows = _data(find(seat.laptop, soort, _choice(soort, filled))) if _has(soort, person) else []
            assert _nameless(rows, soort, here) == set(), person
            seen |= {soort} if rows else set()
    assert seen == set(SOORTEN)


def _has(soort: str, person: str) -> bool:
    """Only who has the placement can ask for its proposal."""
    return soort != "nazorgvoorstel" or person == "sevda"


def test_every_row_at_the_centre_says_what_its_references_are_called(filled: Filled) -> None:
    seen: set[str] = set()
    with new_session(filled.world.engine) as session:
        here = _ids(session)
        for person in PEOPLE:
            laptop = filled.seats[person].laptop
            for soort in SOORTEN:
                if soort in NO_ROWS_HERE or not _has(soort, person):
                    continue
                rows = _data(_at_centre(session, laptop, soort, _choice(soort, filled)))
                assert _nameless(rows, soort, here) == set(), person
                seen |= {soort} if rows else set()
    assert seen == set(SOORTEN) - NO_ROWS_HERE


def _at_centre(session: Session, laptop: Laptop, soort: str, choice: Choice) -> Any:
    return cards(session) if soort == "werkgever" else rows_of(session, laptop, soort, choice)


def _ids(session: Session) -> set[str]:
    return {row_id for table in TABLES.values() for row_id in session.scalars(select(table.c.id))}


def test_columns_of_a_file_say_what_the_references_are_called(filled: Filled) -> None:
    referring: set[str] = set()
    for person in ("sevda", "fatima", "karin"):
        seat = filled.seats[person]
        here = {row_id for rows in seat.everything().values() for row_id in rows}
        for soort in SOORTEN:
            if not _has(soort, person):
                continue
            path, found = (
                filled.folder / f"{person}-{soort}.json",
                find(seat.laptop, soort, _choice(soort, filled)),
            )
            for ending in (".json", ".csv", ".xlsx"):
                exporting.write(seat.laptop, soort, path.with_suffix(ending), found)
            rows = json.loads(path.read_text(encoding="utf-8"))
            assert _nameless(rows, soort, here) == set(), person
            referring |= {soort} if _refers(rows, soort) else set()
    assert {"mijlpaal", "instrument_taak", "kandidaatregie", "veldwijziging", "vacature"} <= referring


@pytest.mark.parametrize(
    ("person", "soort", "key", "shown"),
    [
        ("sevda", "mijlpaal", "plaatsing", "P-"),
        ("sevda", "instrument_taak", "inzet", "Loonkostensubsidie 2026-10-01"),
        ("sevda", "plaatsing", "voordracht", "2026-11-20 Bakker"),
        ("sevda", "voordracht", "plaatsing", "P-"),
        ("karin", "kandidaatregie", "kandidaat", "K-"),
        ("fatima", "vacature", "contactmoment", "2026-11-20 telefoon"),
        ("fatima", "nazorgactie", "plaatsing", "P-"),
        ("sevda", "kandidaat_overdracht", "kandidaat", "K-"),
    ],
)
def test_what_it_is_called(filled: Filled, person: str, soort: str, key: str, shown: str) -> None:
    rows = _data(find(filled.seats[person].laptop, soort, Choice()))
    assert any((row[key] or "").startswith(shown) for row in rows)


def test_what_has_no_number_yet_says_so(filled: Filled) -> None:
    seat = filled.seats["noor"]
    made = seat.doe("kandidaat.registreer", roepnaam="Bo", beroepen=["Kok"]).id
    [row] = [row for row in find(seat.laptop, "kandidaatregie", Choice()) if row.kandidaat_id == made]
    assert row.kandidaat == "voorlopig"
