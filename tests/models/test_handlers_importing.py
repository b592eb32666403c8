"""An import: new, changed or equal; and taken back whole, except where somebody built on it (R11)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from desktop.models.commands.actie import MaakActie, MaakAfspraak
from desktop.models.commands.base import Command
from desktop.models.commands.contact import LegContactVast
from desktop.models.commands.ongedaan import MaakOngedaan
from desktop.models.commands.regie import MeldBenadering, NeemRegie, WijsRegieToe
from desktop.models.commands.werkgever import (
    ImporteerWerkgevers,
    RegistreerContactpersoon,
    RegistreerVestiging,
    RegistreerWerkgever,
    WijzigWerkgever,
)
from desktop.models.errors import Weigering
from desktop.models.tables import Afstemming, Contactmoment, Veldwijziging, Vestiging, Werkgever
from tests.support.builders import FATIMA, HERMAN, JOOST, KARIN, NOW, SEVDA, Region, a, context, new_id

KVK, OTHER_KVK = "69599084", "68727720"


def regel(**given: Any) -> dict[str, Any]:
    places = [{"id": new_id(), **place} for place in given.pop("vestigingen", [])]
    return {"id": new_id(), "naam": "Houtbouw Eemvallei", **given, "vestigingen": places}


def imported(region: Region, *regels: dict[str, Any], batch: str | None = None) -> tuple[str, dict[str, Any]]:
    batch = batch or new_id()
    outcome = region.do(a(ImporteerWerkgevers, batch=batch, regels=list(regels)), FATIMA)
    assert outcome.result == "toegepast"
    return batch, dict(outcome.parameters)


def undo(region: Region, batch: str, who: Any = FATIMA) -> dict[str, Any]:
    later = NOW + timedelta(hours=1)
    return dict(region.do(a(MaakOngedaan, batch=batch), who, tijd=later).parameters)


def living(region: Region) -> dict[str, Werkgever]:
    return {row.naam: row for row in region.all(Werkgever, verwijderd_op=None)}


def without_history(region: Region) -> dict[str, Any]:
    """What people see: no versions, times or history lines."""
    hidden = {"versie", "gewijzigd_op", "gewijzigd_door"}
    return {
        table: {
            row_id: {name: value for name, value in row.items() if name not in hidden}
            for row_id, row in rows.items()
            if "verwijderd_op" not in row
        }
        for table, rows in region.wire().items()
        if table != "veldwijziging"
    }


def test_new_rows_come_with_their_places(region: Region) -> None:
    address = {"straat": "Kerkbrink", "huisnummer": 4, "postcode": "1217ZA", "woonplaats": "Hilversum"}
    batch, counts = imported(
        region,
        regel(
            kvk_nummer=KVK,
            handelsnamen=["Noord"],
            sector="bouw",
            vestigingen=[address, {"woonplaats": "Huizen"}],
        ),
        regel(naam="Transport"),
    )
    assert counts == {"nieuw": 2, "gewijzigd": 0, "gelijk": 0}
    row = living(region)["Houtbouw Eemvallei"]
    assert (row.kvk_nummer, row.handelsnamen, row.sector, row.import_batch) == (KVK, ["Noord"], "bouw", batch)
    assert (row.plaats, row.gemeente_code) == ("Hilversum", "0402")
    assert [place.hoofdvestiging for place in region.all(Vestiging, werkgever_id=row.id)] == [True, False]


def test_the_same_file_again_is_equal(region: Region) -> None:
    rows = [{"kvk_nummer": KVK, "sector": "bouw", "vestigingen": [{"woonplaats": "Huizen"}]}]
    imported(region, *[regel(**row) for row in rows])
    before = region.wire()
    _, counts = imported(region, *[regel(**row) for row in rows])
    assert counts == {"nieuw": 0, "gewijzigd": 0, "gelijk": 1}
    assert region.wire() == before


def test_a_known_number_is_the_same_werkgever(region: Region) -> None:
    row_id = region.do(a(RegistreerWerkgever, naam="Houtbouw", kvk_nummer=KVK, sector="bouw"), HERMAN).id
    given = regel(naam="HOUTBOUW B.V.", kvk_nummer=KVK, sector="houtbouw", website="houtbouw.example")
    outcome = region.do(a(ImporteerWerkgevers, batch=new_id(), regels=[given]))
    assert outcome.parameters == {"nieuw": 0, "gewijzigd": 1, "gelijk": 0}
    assert outcome.replaced == {given["id"]: row_id}
    row = region.one(Werkgever, row_id)
    assert (row.naam, row.handelsnamen, row.sector) == ("Houtbouw", ["HOUTBOUW B.V."], "houtbouw")
    assert {line.veld for line in region.all(Veldwijziging)} == {"handelsnamen", "sector", "website"}


def test_one_part_that_names_a_number_twice_is_one_werkgever(region: Region) -> None:
    row_id = region.do(a(RegistreerWerkgever, naam="Kinderopvang", kvk_nummer=KVK), HERMAN).id
    places = [
        regel(
            naam=f"Groep {n}",
            kvk_nummer=KVK,
            sector=f"s{n}",
            vestigingen=[{"woonplaats": "Huizen", "huisnummer": n}],
        )
        for n in range(1, 4)
    ]
    batch, counts = imported(region, *places)
    assert counts == {"nieuw": 0, "gewijzigd": 3, "gelijk": 0}
    row = region.one(Werkgever, row_id)
    assert (row.handelsnamen, row.sector) == (["Groep 1", "Groep 2", "Groep 3"], "s3")
    assert len(region.all(Vestiging, werkgever_id=row_id)) == 3
    undo(region, batch)
    row = region.one(Werkgever, row_id)
    assert (row.handelsnamen, row.sector) == ([], None)


def test_a_part_that_is_contested_twice_asks_twice(region: Region) -> None:
    row_id = str(region.do(a(RegistreerWerkgever, naam="Houtbouw", kvk_nummer=KVK), HERMAN).id)
    region.do(a(WijzigWerkgever, werkgever_id=row_id, sector="bouw"), HERMAN, basis={row_id: 1})
    rows = [regel(naam="Houtbouw", kvk_nummer=KVK, sector=sector) for sector in ("hout", "handel")]
    region.do(a(ImporteerWerkgevers, batch=new_id(), regels=rows), FATIMA, basis={row_id: 1})
    assert {asked.van_mij for asked in region.all(Afstemming)} == {"hout", "handel"}
    assert region.one(Werkgever, row_id).sector == "bouw"


def test_changing_many_needs_few_queries(region: Region) -> None:
    numbers = [f"{n:08}" for n in range(10_000_000, 10_000_100)]
    imported(region, *[regel(naam=f"Werkgever {n}", kvk_nummer=n) for n in numbers])
    statements: list[str] = []
    event.listen(region.connection, "before_cursor_execute", lambda *args: statements.append(args[2]))
    changed = [regel(naam=f"Anders {n}", kvk_nummer=n, sector="bouw", website="x.example") for n in numbers]
    assert imported(region, *changed)[1]["gewijzigd"] == 100
    # SQLAlchemy writes each changed row with a statement of its own, and reads nothing per row.
    assert len([statement for statement in statements if statement.startswith("SELECT")]) < 10


def test_two_new_rows_with_one_number_are_one_werkgever(region: Region) -> None:
    _, counts = imported(region, regel(naam="A", kvk_nummer=KVK), regel(naam="B", kvk_nummer=KVK))
    assert counts == {"nieuw": 1, "gewijzigd": 1, "gelijk": 0}
    assert [row.handelsnamen for row in living(region).values()] == [["B"]]


def test_a_row_without_number_finds_its_werkgever_by_id(region: Region) -> None:
    row_id = region.do(a(RegistreerWerkgever, naam="Gemeente, afdeling Groen")).id
    given = regel(id=row_id, naam="Gemeente, afdeling Groen", kvk_nummer=KVK)
    _, counts = imported(region, given | {"id": row_id})
    assert counts["gewijzigd"] == 1
    assert region.one(Werkgever, row_id).kvk_nummer == KVK


def test_a_row_that_names_a_merged_werkgever_arrives_at_the_other(region: Region) -> None:
    keeps = region.do(a(RegistreerWerkgever, naam="Houtbouw", kvk_nummer=KVK)).id
    double = new_id()
    region.do(a(RegistreerWerkgever, id=double, naam="Hout", kvk_nummer=KVK))
    given = regel(naam="Hout", sector="bouw") | {"id": double}
    outcome = region.do(a(ImporteerWerkgevers, batch=new_id(), regels=[given]))
    assert outcome.replaced == {double: keeps}
    assert region.one(Werkgever, keeps).sector == "bouw"


def test_a_vestigingsnummer_without_kvk_number_is_left_out(region: Region) -> None:
    imported(region, regel(vestigingen=[{"vestigingsnummer": "000037178598", "woonplaats": "Huizen"}]))
    assert [row.vestigingsnummer for row in region.all(Vestiging)] == [None]


def test_a_part_of_500_needs_few_queries(region: Region) -> None:
    rows = [regel(naam=f"Werkgever {n}", vestigingen=[{"woonplaats": "Huizen"}]) for n in range(500)]
    command = a(ImporteerWerkgevers, batch=new_id(), regels=rows)
    statements: list[str] = []
    event.listen(region.connection, "before_cursor_execute", lambda *args: statements.append(args[2]))
    region.do(command)
    assert len(region.all(Vestiging)) == 500
    assert len(statements) < 40, statements[:40]


def test_a_place_that_is_named_twice_is_one_place(region: Region) -> None:
    place = {"id": new_id(), "woonplaats": "Huizen"}
    rows = [regel(naam=naam) | {"vestigingen": [place]} for naam in ("Houtbouw", "Transport")]
    imported(region, *rows)
    assert [row.id for row in region.all(Vestiging)] == [place["id"]]


# --- taking it back


def test_taken_back_everything_is_as_before(region: Region) -> None:
    known = region.do(a(RegistreerWerkgever, naam="Houtbouw", kvk_nummer=KVK, sector="bouw"), HERMAN).id
    region.do(a(RegistreerVestiging, werkgever_id=known, woonplaats="Huizen"), HERMAN)
    before = without_history(region)
    batch, _ = imported(
        region,
        regel(
            naam="Hout",
            kvk_nummer=KVK,
            sector="hout",
            werkzame_personen=5,
            vestigingen=[{"woonplaats": "Laren"}],
        ),
        regel(naam="Nieuw", kvk_nummer=OTHER_KVK, vestigingen=[{"woonplaats": "Hilversum"}]),
    )
    imported(region, regel(naam="Nog een"), batch=batch)
    counts = undo(region, batch)
    assert (counts["verwijderd"], counts["gebleven"]) == (2, 0)
    assert without_history(region) == before


def test_taking_back_twice_is_harmless(region: Region) -> None:
    region.do(a(RegistreerWerkgever, naam="Houtbouw", kvk_nummer=KVK, sector="bouw"), HERMAN)
    batch, _ = imported(region, regel(kvk_nummer=KVK, sector="hout"), regel(naam="Nieuw"))
    undo(region, batch)
    before = without_history(region)
    undo(region, batch)
    assert without_history(region) == before


@pytest.mark.parametrize(
    "build",
    [
        lambda row_id: a(NeemRegie, werkgever_id=row_id),
        lambda row_id: a(LegContactVast, werkgever_id=row_id),
        lambda row_id: a(RegistreerContactpersoon, werkgever_id=row_id),
        lambda row_id: a(MaakActie, werkgever_id=row_id),
        lambda row_id: a(MaakAfspraak, werkgever_id=row_id),
        lambda row_id: a(MeldBenadering, werkgever_id=row_id),
        lambda row_id: a(WijzigWerkgever, werkgever_id=row_id, segment="actief"),
    ],
)
def test_what_somebody_built_on_stays(region: Region, build: Any) -> None:
    first, second = regel(naam="Houtbouw", kvk_nummer=KVK), regel(naam="Transport")
    batch, _ = imported(region, first, second)
    command: Command = build(first["id"])
    region.do(command, HERMAN)
    counts = undo(region, batch)
    assert (counts["verwijderd"], counts["gebleven"]) == (1, 1)
    assert list(living(region)) == ["Houtbouw"]


def test_a_field_that_changed_again_stays(region: Region) -> None:
    row_id = region.do(a(RegistreerWerkgever, naam="Houtbouw", kvk_nummer=KVK), HERMAN).id
    batch, _ = imported(region, regel(naam="Houtbouw", kvk_nummer=KVK, sector="hout", website="x.example"))
    region.do(a(WijzigWerkgever, werkgever_id=row_id, sector="bouw"), HERMAN)
    assert undo(region, batch)["hersteld"] == 1
    row = region.one(Werkgever, row_id)
    assert (row.sector, row.website) == ("bouw", None)


def test_a_place_that_somebody_changed_stays(region: Region) -> None:
    row_id = region.do(a(RegistreerWerkgever, naam="Houtbouw", kvk_nummer=KVK), HERMAN).id
    batch, _ = imported(region, regel(naam="Houtbouw", kvk_nummer=KVK, vestigingen=[{"woonplaats": "Laren"}]))
    new = {"woonplaats": "Huizen", "hoofdvestiging": True}
    region.do(a(RegistreerVestiging, werkgever_id=row_id, **new), HERMAN)
    undo(region, batch)
    assert {place.woonplaats for place in region.all(Vestiging, verwijderd_op=None)} == {"Huizen", "Laren"}


@pytest.mark.parametrize(("who", "allowed"), [(FATIMA, True), (JOOST, True), (HERMAN, False), (KARIN, False)])
def test_its_importer_and_a_beheerder_take_it_back(region: Region, who: Any, allowed: bool) -> None:
    batch, _ = imported(region, regel())
    if allowed:
        assert undo(region, batch, who)["verwijderd"] == 1
        return
    with pytest.raises(Weigering) as refused:
        undo(region, batch, who)
    assert refused.value.code == "import_van_ander"


def test_an_unknown_import_is_refused(region: Region) -> None:
    with pytest.raises(Weigering) as refused:
        undo(region, new_id())
    assert refused.value.code == "import_onbekend"


# --- somebody offline builds on what was taken back meanwhile (R4)


def test_a_contact_brings_a_removed_werkgever_back_with_its_places(region: Region) -> None:
    given = regel(kvk_nummer=KVK, vestigingen=[{"woonplaats": "Huizen"}])
    batch, _ = imported(region, given)
    undo(region, batch)
    outcome = region.do(a(LegContactVast, werkgever_id=given["id"], notitie="Bezocht"), SEVDA)
    assert region.one(Contactmoment, outcome.id).werkgever_id == given["id"]
    assert list(living(region)) == ["Houtbouw Eemvallei"]
    assert [place.woonplaats for place in region.all(Vestiging, verwijderd_op=None)] == ["Huizen"]


@pytest.mark.parametrize(
    "command",
    [
        lambda row_id: a(RegistreerContactpersoon, werkgever_id=row_id, vestiging_id=new_id()),
        lambda row_id: a(MaakActie, werkgever_id=row_id, toegewezen_aan_id=new_id()),
        lambda row_id: a(WijsRegieToe, werkgever_id=row_id, accountmanager_id=SEVDA.medewerker_id),
    ],
)
def test_a_refused_command_brings_nothing_back(region: Region, command: Any) -> None:
    given = regel(kvk_nummer=KVK)
    batch, _ = imported(region, given)
    undo(region, batch)
    before = region.wire()
    with pytest.raises(Weigering):
        region.do(command(given["id"]), KARIN)
    assert region.wire() == before


def test_what_is_only_looked_at_stays_away(region: Region) -> None:
    row_id = regel(kvk_nummer=KVK)
    batch, _ = imported(region, row_id)
    region.do(a(MaakOngedaan, batch=batch))
    with region.together() as work:
        work.begin(context(FATIMA))
        assert work.werkgever(row_id["id"]).verwijderd_op is not None
    assert living(region) == {}


def test_changing_a_removed_werkgever_brings_it_back_too(region: Region) -> None:
    given = regel(kvk_nummer=KVK, vestigingen=[{"woonplaats": "Huizen"}])
    batch, _ = imported(region, given)
    undo(region, batch)
    region.do(a(WijzigWerkgever, werkgever_id=given["id"], sector="bouw"), HERMAN)
    assert [row.sector for row in living(region).values()] == ["bouw"]
    assert len(region.all(Vestiging, verwijderd_op=None)) == 1


def test_an_import_of_new_rows_only_is_taken_back_once(region: Region) -> None:
    batch, _ = imported(region, regel())
    assert undo(region, batch) == {"verwijderd": 1, "hersteld": 0, "gebleven": 0}
    assert undo(region, batch) == {"verwijderd": 0, "hersteld": 0, "gebleven": 0}


def test_or_it_arrives_at_who_has_the_number_now(region: Region) -> None:
    given = regel(kvk_nummer=KVK)
    batch, _ = imported(region, given)
    undo(region, batch)
    now = region.do(a(RegistreerWerkgever, naam="Houtbouw opnieuw", kvk_nummer=KVK), HERMAN).id
    outcome = region.do(a(LegContactVast, werkgever_id=given["id"]), SEVDA)
    assert outcome.code == "contact_bij_samengevoegde"
    assert region.one(Contactmoment, outcome.id).werkgever_id == now
