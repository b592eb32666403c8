"""Who may hold, see and do what: roles, subjects, actions and places, against the real program at both ends.

What is expected is typed by hand from architecture §5 and ADR 0015; one filled region, one sync of each
laptop. Fatima holds the regie on the werkgever. Sevda is the bemiddelaar of the candidate, Noor stands in for
her, Anouk has nothing to do with either.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from desktop import exporting
from desktop.commandline.console import as_json
from desktop.commandline.rows import Choice, as_data, find
from desktop.commandline.words import SOORTEN
from desktop.models.errors import Weigering
from tests.reports.reading import all_text
from tests.support.databases import PostgresFarm
from tests.support.marker import decrypted
from tests.support.placed_region import NAME, PEOPLE, SECRET, Filled, placed_region
from tests.support.senders import Sender

pytestmark = pytest.mark.postgres
ALL = set(PEOPLE)
DOSSIER = {"fatima", "herman", "karin", "sevda", "noor"}
PERSON = {"sevda", "noor"}
DIRECTORY = ("medewerker", "codewaarde", "werkgever", "regie", "betrokkenheid", "contactmoment", "instrument")
WORK = ("vacature", "plaatsing", "mijlpaal", "profiel", "kandidaat_waarneming")
OF_PERSON = ("kandidaat", "voordracht_persoon", "plaatsing_persoon", "instrument_inzet", "nazorg_persoon")
HOLDS: dict[str, set[str]] = {
    **dict.fromkeys((*DIRECTORY, *WORK), ALL),
    **dict.fromkeys(("contactpersoon", "contactnotitie", "voordracht", "nazorgactie", "signaal"), DOSSIER),
    **dict.fromkeys(OF_PERSON, PERSON),
    "kandidaat_doelgroep": {"sevda"},
    "kandidaatregie": PERSON | {"karin"},
}
"""Table → whose laptop has rows of it."""
MAY_NOT = {
    "kandidaat.wijzig": {
        "anouk": "kandidaat_onbekend", "fatima": "mag_niet", "karin": "mag_niet", "joost": "mag_niet",
    },
    "kandidaat.stel_doelgroep_vast": {
        "noor": "doelgroep_alleen_bemiddelaar", "anouk": "kandidaat_onbekend", "fatima": "mag_niet",
        "karin": "mag_niet",
    },
    "kandidaat.trek_toestemming_in": {"anouk": "kandidaat_onbekend", "herman": "mag_niet"},
    "kandidaat.wijs_toe": dict.fromkeys(("sevda", "noor", "fatima", "joost"), "mag_niet"),
    "kandidaat.draag_over": {"anouk": "kandidaat_onbekend", "karin": "mag_niet"},
    "werkfit.beoordeel": {"anouk": "werkfit_eigen_kandidaat", "karin": "mag_niet", "joost": "mag_niet"},
    "instrument.zet_in": {"fatima": "mag_niet", "karin": "mag_niet"},
    "voordracht.doe": {"fatima": "mag_niet", "karin": "mag_niet", "joost": "mag_niet"},
    "regie.neem": {"sevda": "mag_niet", "karin": "mag_niet", "joost": "mag_niet"},
    "contactpersoon.registreer": {"joost": "mag_niet"},
    "vacature.wijzig": {"joost": "mag_niet"},
}  # fmt: skip
"""Command → who is refused, and why; the same at a laptop and at the centre."""


@pytest.fixture(scope="module")
def filled(postgres_farm: PostgresFarm, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    with placed_region(postgres_farm, tmp_path_factory.mktemp("matrix")) as made:
        yield made


def test_every_command_of_the_filling_was_taken_in(filled: Filled) -> None:
    for seat in filled.seats.values():
        assert [item for item in seat.inbox() if item[0] == "weigering"] == [], seat.person
        assert seat.laptop.stand().wachtend == 0
    filled.world.assert_converged()


def test_sync_brings_each_table_to_those_who_may_hold_it(filled: Filled) -> None:
    found = {table: {name for name, seat in filled.seats.items() if seat.rows(table)} for table in HOLDS}
    assert found == HOLDS


def test_no_name_doelgroep_or_instrument_is_on_the_laptop_of_anybody_else(filled: Filled) -> None:
    """The decrypted file: rows, index, history, journal, inbox, audit log."""
    instrument = filled.world.sql("SELECT instrument_id FROM instrument_inzet")[0].instrument_id
    for name, seat in filled.seats.items():
        content = decrypted(seat, filled.folder).lower()
        assert (NAME.lower().encode() in content) == (name in PERSON), name
        assert (b'["wajong"]' in content) == (name == "sevda"), name
        named = [table for table in HOLDS if instrument in str(seat.rows(table)) and table != "instrument"]
        assert named == (["instrument_inzet"] if name in PERSON else []), name
        assert (SECRET.encode() in content) == (name in {"fatima", "karin"}), name


def test_what_is_personal_is_in_the_buckets_of_two_people_and_in_no_notice(filled: Filled) -> None:
    world = filled.world
    people = {world.person_id(name): name for name in PEOPLE}
    for table in (
        "kandidaat",
        "voordracht_persoon",
        "plaatsing_persoon",
        "instrument_inzet",
        "nazorg_persoon",
    ):
        rows = world.sql(f"SELECT DISTINCT bucket FROM feed_entry WHERE tabel = '{table}' AND NOT weg")  # noqa: S608
        whose = {tuple(row.bucket.split("/")) for row in rows}
        assert {(bucket, people[who]) for bucket, who in whose} == {("kandidaten", one) for one in PERSON}
    for table in (
        "afstemming",
        "auditregel",
        "grootboek",
        "plaatsing",
        "voordracht",
        "nazorgactie",
        "profiel",
    ):
        [count] = world.sql(f"SELECT count(*) FROM {table} r WHERE r::text ILIKE '%{NAME}%'")  # noqa: S608
        assert count == (0,), table


@pytest.mark.parametrize("person", PEOPLE)
def test_lists_counts_search_detail_rows_and_files(filled: Filled, person: str) -> None:
    laptop, kandidaat = filled.seats[person].laptop, filled.ids["kandidaat_id"]
    may = person in PERSON
    assert [row.naam for row in laptop.kandidaten()] == (["Daan", f"{NAME} V"] if may else [])
    assert laptop.zoek(NAME) == ()
    assert [row.beroepen for row in laptop.profielen()] == [("Bakker",)]
    if may:
        card = laptop.kandidaat(kandidaat)
        assert (card.doelgroep is not None) == (person == "sevda")
    else:
        with pytest.raises(Weigering, match="kandidaat_onbekend"):
            laptop.kandidaat(kandidaat)
    others = [soort for soort in SOORTEN if soort not in ("opdracht", "wachtrij", "ronde", "nazorgvoorstel")]
    shown = {
        soort: "".join(as_json(as_data(row)) for row in find(laptop, soort, Choice())) for soort in others
    }
    assert ("wajong" in shown["kandidaat"]) == (person == "sevda")
    named = {soort for soort, text in shown.items() if NAME in text}
    assert named == set() if not may else {"kandidaat"} <= named
    read = [
        row for row in filled.seats[person].sql("SELECT actie, object FROM auditregel") if "lees" in row.actie
    ]
    assert (("kandidaat.lees", f"kandidaat:{kandidaat}") in map(tuple, read)) == may


@pytest.mark.parametrize("person", PEOPLE)
def test_paper_exports_and_the_log(filled: Filled, person: str) -> None:
    laptop, folder = filled.seats[person].laptop, filled.folder
    for audience in ("intern", "werkgever"):
        pdf = laptop.overzicht(
            folder / f"{person}-{audience}.pdf", filled.ids["werkgever_id"], None, audience
        )
        assert NAME not in all_text(pdf)
    for soort in ("kandidaat", "profiel", "plaatsing", "voordracht"):
        path = folder / f"{person}-{soort}.csv"
        exporting.write(laptop, soort, path, find(laptop, soort, Choice()))
        text = path.read_text(encoding="utf-8-sig")
        assert "wajong" not in text
        assert (NAME in text) <= (person in PERSON)
    logs = "".join(path.read_text(encoding="utf-8") for path in laptop.logmap().glob("*") if path.is_file())
    assert NAME not in logs


def _arguments(filled: Filled, naam: str) -> dict[str, Any]:
    ids = filled.ids
    known: dict[str, dict[str, Any]] = {
        "kandidaat.wijzig": {"kandidaat_id": ids["kandidaat_id"], "niveau": 4},
        "kandidaat.stel_doelgroep_vast": {"kandidaat_id": ids["kandidaat_id"]},
        "kandidaat.trek_toestemming_in": {"kandidaat_id": ids["kandidaat_id"]},
        "kandidaat.wijs_toe": {"kandidaat_id": ids["kandidaat_id"], "naar_id": ids["naar_id"]},
        "kandidaat.draag_over": {"kandidaat_id": ids["kandidaat_id"], "naar_id": ids["naar_id"]},
        "werkfit.beoordeel": {"profiel_id": ids["profiel_id"], "waarde": "klaar"},
        "instrument.zet_in": {"kandidaat_id": ids["kandidaat_id"], "code": "no_riskpolis"},
        "voordracht.doe": {
            "kandidaat_id": ids["kandidaat_id"], "werkgever_id": ids["werkgever_id"], "datum": "2026-11-20",
            "toestemming": "2026-11-20",
        },
        "regie.neem": {"werkgever_id": ids["werkgever_id"]},
        "contactpersoon.registreer": {"werkgever_id": ids["werkgever_id"], "naam": "Wim"},
        "vacature.wijzig": {"vacature_id": ids["vacature_id"], "naam": "Bakker"},
    }  # fmt: skip
    return known[naam]


def test_a_command_of_who_may_not_is_refused_at_the_laptop_and_at_the_centre(filled: Filled) -> None:
    found: dict[str, dict[str, str]] = {}
    senders = {name: Sender(filled.world, name) for name in PEOPLE}
    for naam, refused in MAY_NOT.items():
        for person in refused:
            arguments = _arguments(filled, naam)
            with pytest.raises(Weigering) as here:
                filled.seats[person].laptop.doe(naam, arguments)
            [there] = senders[person].send(senders[person].message(naam, **arguments))
            assert (there.uitkomst, there.code) == ("geweigerd", here.value.code), (naam, person)
            found.setdefault(naam, {})[person] = here.value.code
    assert found == MAY_NOT
