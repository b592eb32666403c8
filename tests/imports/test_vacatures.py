"""Vacatures of VUM into the real handlers and out again; the list of beroepen."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

import jsonschema_rs
import pytest
import yaml  # type: ignore[import-untyped]
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from desktop.imports import beroepen
from desktop.imports.vacatures import VacatureImport, documents, run_import
from desktop.known_vacatures import LaptopVacatures
from desktop.laptop import Laptop
from desktop.models import fields, store
from desktop.models.commands import NEWEST
from desktop.models.commands.ongedaan import MaakOngedaan
from desktop.models.commands.vacature import DraagVacatureOver, RegistreerVacature, WijzigVacature
from desktop.models.commands.werkgever import RegistreerContactpersoon, RegistreerWerkgever
from desktop.models.errors import Weigering
from desktop.models.outcome import Outcome
from desktop.models.queries.beroep import beroepen as find_beroepen
from desktop.models.queries.beroep import current, label_of
from desktop.models.queries.medewerker import labels
from desktop.models.queries.vacature_vum import documents as written
from desktop.models.rules import vum
from desktop.models.tables import Codewaarde, Vacature, VacatureDossier, Werkgever
from tests.imports.support import csv_file, real
from tests.imports.vum_documents import ALL, BARE, FULL, ODD, Document
from tests.support.builders import FATIMA, HERMAN, JOOST, NOW, SEVDA, Region, a, new_id, region_in

T = TypeVar("T")
KEY = "0123456789abcdef" * 4


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A laptop's database; tests roll back what they do."""
    engine = store.laptop_engine(tmp_path_factory.mktemp("laptop") / "werkregie.db", KEY, writer=True, size=2)
    store.migrate(engine, store.LAPTOP)
    yield engine
    engine.dispose()


@pytest.fixture
def region(engine: Engine) -> Iterator[Region]:
    with region_in(engine) as made:
        yield made


@dataclass
class _OpenLaptop:
    """As much of a laptop as the question needs, inside the open transaction of a test."""

    session: Session

    def read(self, query: Callable[[Session], T]) -> T:
        return query(self.session)


def file_of(folder: Path, *found: Any) -> Path:
    path = folder / "vacatures.json"
    path.write_text(json.dumps(list(found), ensure_ascii=False), encoding="utf-8")
    return path


def bring_in(
    region: Region, path: Path, werkgever_id: str | None = None, *, dry: bool = False
) -> VacatureImport:
    def doe(naam: str, arguments: Mapping[str, Any]) -> Outcome:
        return region.do(fields.build(NEWEST[naam], arguments))

    region.session.expire_all()
    result = run_import(
        path,
        werkgever_id=werkgever_id,
        dry_run=dry,
        known=LaptopVacatures(cast(Laptop, _OpenLaptop(region.session))),
        doe=doe,
        new_id=new_id,
        error_file_folder=path.parent,
    )
    counted = result.nieuw + result.gewijzigd + result.gelijk + result.geweigerd
    assert counted == result.gelezen
    return result


def counts(result: VacatureImport) -> tuple[int, int, int, int]:
    return result.nieuw, result.gewijzigd, result.gelijk, result.geweigerd


def out(region: Region) -> dict[str, Document]:
    """Source id → the document that goes out."""
    region.session.expire_all()
    rows = region.all(Vacature)
    return {one["idVacature"]: one for one in written(region.session, [row.id for row in rows])}


@pytest.fixture
def werkgever_id(region: Region) -> str:
    row_id = region.do(a(RegistreerWerkgever, naam="Kwekerij Oever B.V.")).id
    assert row_id is not None
    return row_id


def test_in_and_out_again_equal_and_the_dry_run_tells_the_truth(
    region: Region, werkgever_id: str, tmp_path: Path
) -> None:
    path = file_of(tmp_path, *ALL)
    assert counts(bring_in(region, path, werkgever_id, dry=True)) == (3, 0, 0, 0)
    assert region.all(Vacature) == []
    assert counts(bring_in(region, path, werkgever_id)) == (3, 0, 0, 0)
    gone_out = out(region)
    assert all(vum.same(gone_out[one["idVacature"]], one) for one in ALL)
    assert counts(bring_in(region, path, werkgever_id, dry=True)) == (0, 0, 3, 0)
    before = region.wire()
    assert counts(bring_in(region, path, werkgever_id)) == (0, 0, 3, 0)
    assert region.wire() == before


def test_the_485_of_vum_come_in_and_go_out_equal_and_valid(
    region: Region, werkgever_id: str, tmp_path: Path
) -> None:
    path = real("vum_testvacatures_v3.json")
    result = bring_in(region, _copied(path, tmp_path), werkgever_id)
    assert counts(result) == (485, 0, 0, 0)
    came, gone_out = documents(path), out(region)
    assert len(gone_out) == 485
    for one in came:
        assert vum.same(gone_out[one["idVacature"]], one)
    valid = _validator()
    assert [one["idVacature"] for one in gone_out.values() if not valid.is_valid(one)] == []


def _copied(path: Path, folder: Path) -> Path:
    """Beside it nothing is written."""
    copy = folder / path.name
    copy.write_bytes(path.read_bytes())
    return copy


def _validator() -> jsonschema_rs.Draft202012Validator:
    """The schema of a vacature in the published contract, with the parts that it refers to."""
    schemas: dict[str, Any] = {}
    for name in ("components_v3.0.yaml", "VUM-Bron-Vacatures.yaml"):
        schemas |= yaml.safe_load(real(f"vum/{name}").read_text(encoding="utf-8"))["components"]["schemas"]
    whole = {"$ref": "#/components/schemas/Vacature", "components": {"schemas": schemas}}
    return jsonschema_rs.Draft202012Validator(whole, validate_formats=True)


def test_our_own_vacature_is_valid_too(region: Region, werkgever_id: str) -> None:

    person = region.do(a(RegistreerContactpersoon, werkgever_id=werkgever_id, telefoon="035 1234567")).id
    given = {
        "uren_min": 16,
        "rijbewijs": ["B"],
        "vervoer": ["3"],
        "taal_mondeling": 2,
        "niveau": 2,
        "postcode": "1217ZA",
    }
    row_id = region.do(
        a(RegistreerVacature, werkgever_id=werkgever_id, contactpersoon_ids=[person], **given)
    ).id
    [made] = written(region.session, [str(row_id)])
    assert made["idVacature"] == row_id
    assert made["werkgever"] == {
        "handelsnaamOrganisatie": "Kwekerij Oever B.V.",
        "contactpersoon": [{"naamContactpersoonAfdeling": "Wim Verkerk", "telefoonnummer": ["0351234567"]}],
    }
    assert _validator().is_valid(made)


def test_people_stay_where_the_dossier_is(region: Region, werkgever_id: str, tmp_path: Path) -> None:
    bring_in(region, file_of(tmp_path, FULL), werkgever_id)
    [kept] = region.all(VacatureDossier)
    assert kept.vum_contactpersonen == FULL["werkgever"]["contactpersoon"]
    region.session.delete(kept)  # as on a laptop that may not hold it
    region.session.flush()
    employer = out(region)["wr-0001"]["werkgever"]
    assert employer == {name: value for name, value in FULL["werkgever"].items() if name != "contactpersoon"}


def test_a_changed_file_changes_what_nobody_here_changed(
    region: Region, werkgever_id: str, tmp_path: Path
) -> None:
    bring_in(region, file_of(tmp_path, FULL), werkgever_id)
    [row] = region.all(Vacature)
    region.do(a(WijzigVacature, vacature_id=row.id, salaris="15 euro per uur"), HERMAN)
    newer = FULL | {
        "naamVacature": "Kasmedewerker",
        "arbeidsVoorwaarden": {
            "salarisIndicatie": "16 euro per uur",
            "datumAanvangWerkzaamheden": "2027-04-01",
        },
    }
    assert counts(bring_in(region, file_of(tmp_path, newer), werkgever_id, dry=True)) == (0, 1, 0, 0)
    assert counts(bring_in(region, file_of(tmp_path, newer), werkgever_id)) == (0, 1, 0, 0)
    row = region.one(Vacature, row.id)
    assert (row.naam, row.salaris, str(row.aanvang)) == ("Kasmedewerker", "15 euro per uur", "2027-04-01")


def test_the_werkgever_is_known_by_name_or_new_and_never_guessed(
    region: Region, werkgever_id: str, tmp_path: Path
) -> None:
    def offered(number: int, naam: str | None) -> Document:
        employer = {"werkgever": {"handelsnaamOrganisatie": naam}} if naam else {}
        return {"idVacature": f"n-{number}", **employer}

    names = ("kwekerij oever bv", "Bakker Zonneschijn", "bakker zonneschijn B.V.", "Kwekerij Oevers", None)
    result = bring_in(region, file_of(tmp_path, *(offered(*pair) for pair in enumerate(names))))
    assert (counts(result), result.nieuwe_werkgevers) == ((3, 0, 0, 2), 1)
    by_source = {row.bron_id: row.werkgever_id for row in region.all(Vacature)}
    assert by_source["n-0"] == werkgever_id
    [new] = [row for row in region.all(Werkgever) if row.naam == "Bakker Zonneschijn"]
    assert {by_source["n-1"], by_source["n-2"]} == {new.id}
    likely, nameless = result.waarschuwingen
    assert likely.startswith("Rij 4: Kwekerij Oevers lijkt op Kwekerij Oever B.V. Kies de werkgever")
    assert nameless.startswith("Rij 5: Bij deze vacature staat geen werkgever.")
    assert result.foutbestand is not None
    again = documents(Path(result.foutbestand))
    assert [one["idVacature"] for one in again] == ["n-3", "n-4"]
    assert counts(bring_in(region, Path(result.foutbestand), werkgever_id)) == (2, 0, 0, 0)


def test_what_cannot_be_read_is_said_and_nothing_is_done(
    region: Region, werkgever_id: str, tmp_path: Path
) -> None:
    bad = bring_in(region, file_of(tmp_path, "tekst", BARE, BARE, {"idVacature": "a b"}), werkgever_id)
    assert counts(bad) == (1, 0, 0, 3)
    path = tmp_path / "kapot.json"
    for content, code in ((b"{", "vum_geen_json"), (b"\xff", "vum_geen_json"), (b"[]", "vum_geen_vacatures")):
        path.write_bytes(content)
        with pytest.raises(Weigering) as refused:
            bring_in(region, path, werkgever_id)
        assert refused.value.code == code


def test_half_a_sign_is_refused_and_kept_as_it_came(
    region: Region, werkgever_id: str, tmp_path: Path
) -> None:
    path = tmp_path / "half.json"
    path.write_text('[{"idVacature": "h-1", "naamVacature": "Hovenier \\ud800"}]', encoding="utf-8")
    result = bring_in(region, path, werkgever_id)
    assert counts(result) == (0, 0, 0, 1)
    assert documents(Path(result.foutbestand or "")) == documents(path)


def test_one_that_does_not_fit_takes_no_other_along(
    region: Region, werkgever_id: str, tmp_path: Path
) -> None:
    odd = {
        "idVacature": "o-1",
        "naamVacature": "Kok\x00",
        "werkgever": {"handelsnaamOrganisatie": "Nieuw BV"},
    }
    long = {"idVacature": "o-2", "omschrijvingVacature": "x" * 4_001}
    result = bring_in(region, file_of(tmp_path, odd, FULL, long), werkgever_id)
    assert counts(result) == (1, 0, 0, 2)
    assert [line.partition(":")[0] for line in result.waarschuwingen] == ["Rij 1", "Rij 3"]
    assert "4.001 tekens" in result.waarschuwingen[1]
    assert "4.000." not in result.waarschuwingen[0]


def test_an_import_is_taken_back_whole_but_for_what_was_built_on(
    region: Region, werkgever_id: str, tmp_path: Path
) -> None:
    other = {"idVacature": "n-9", "werkgever": {"handelsnaamOrganisatie": "Bakker Zonneschijn"}}
    result = bring_in(region, file_of(tmp_path, FULL, ODD, other))
    rows = {row.bron_id: row.id for row in region.all(Vacature)}
    hand_over = a(DraagVacatureOver, vacature_id=rows["wr-0003"], bemiddelaar_ids=[SEVDA.medewerker_id])
    region.do(hand_over, FATIMA)
    outcome = region.do(a(MaakOngedaan, batch=result.batch), FATIMA)
    # Two vacatures and the werkgever that came for one of them; the one that Sevda works on stays.
    assert dict(outcome.parameters) == {"verwijderd": 3, "hersteld": 0, "gebleven": 1}
    left = {row.bron_id for row in region.all(Vacature) if row.verwijderd_op is None}
    assert left == {"wr-0003"}
    assert counts(bring_in(region, file_of(tmp_path, FULL, ODD), dry=True)) == (0, 1, 1, 0)


def test_the_list_of_beroepen_is_loaded_once_and_found_while_typing(region: Region, tmp_path: Path) -> None:
    path = csv_file(
        tmp_path,
        '"UWV beroep code";"Omschrijving";"Code Bovenliggend Referentie Beroep"',
        '"721";"bankwerker elektrotechniek";"9990"',
        '"12";"kok (café)";"3"',
        '"13";"hulpkok";"3"',
        '"14";"kokkin 100%";"3"',
        '"";"zonder code";"3"',
    )

    def doe(naam: str, arguments: Mapping[str, Any]) -> Outcome:
        return region.do(fields.build(NEWEST[naam], arguments), JOOST)

    def load(path: Path, dry_run: bool = False, much_gone: bool = False) -> beroepen.BeroepenImport:
        now = current(region.session, NOW.date())
        return beroepen.run_import(path, dry_run=dry_run, doe=doe, current=now, much_gone=much_gone)

    assert load(path, dry_run=True).gelezen == 5
    assert region.all(Codewaarde, lijst="beroep") == []
    first = load(path)
    assert (first.nieuw, first.gelijk, first.geweigerd) == (4, 0, 1)
    second = load(path)
    assert (second.nieuw, second.gelijk, second.vervallen) == (0, 4, 0)

    def found(tekst: str, limiet: int = 12) -> list[str]:
        return [row.label for row in find_beroepen(region.session, tekst, NOW.date(), limiet)]

    assert found("KOK") == ["kok (café)", "kokkin 100%", "hulpkok"]
    assert found("kok", 1) == ["kok (café)"]
    assert found("techniek bank") == ["bankwerker elektrotechniek"]
    assert found("100%") == ["kokkin 100%"]
    assert (found("%%"), found("k"), found("")) == ([], [], [])
    assert label_of(region.session, "721") == "bankwerker elektrotechniek"
    with pytest.raises(Weigering) as refused:
        load(csv_file(tmp_path, "Plaats;Sector", "Huizen;bouw", "Laren;zorg", name="x.csv"))
    assert refused.value.code == "beroepen_kolommen"

    # A newer list: two codes are gone, one has a new name.
    newer = csv_file(tmp_path, "code;naam", "12;kok", "721;bankwerker elektrotechniek", name="nieuw.csv")
    before = region.wire()
    assert (load(newer, dry_run=True).vervallen, region.wire() == before) == (2, True)
    with pytest.raises(Weigering) as much:
        load(newer)
    assert (much.value.code, much.value.parameters, region.wire() == before) == (
        "beroepen_veel_weg", {"weg": 2, "van": 4}, True,
    )  # fmt: skip
    third = load(newer, much_gone=True)
    assert (third.gewijzigd, third.vervallen) == (2, 2)
    assert found("kok") == ["kok"]
    assert label_of(region.session, "13") == "hulpkok"
    assert labels(region.session, "beroep")["14"] == "kokkin 100%"
    assert load(newer).vervallen == 0
    assert (load(path).gewijzigd, "hulpkok" in found("kok")) == (4, True)
