"""The import against the real handler and the real question to a database: the dry run tells the truth."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from desktop.imports.werkgevers import ImportResult, run_import
from desktop.known_werkgevers import LaptopWerkgevers
from desktop.laptop import Laptop
from desktop.models import fields, store
from desktop.models.commands.werkgever import ImporteerWerkgevers
from desktop.models.outcome import Outcome
from desktop.models.tables import Vestiging, Werkgever
from tests.imports.support import TODAY, csv_file, real
from tests.support.builders import Region, new_id, region_in

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


def _bring_in(
    region: Region, path: Path, folder: Path, mapping: str | None = None, *, dry: bool = False
) -> ImportResult:
    def doe(_naam: str, arguments: Mapping[str, Any]) -> Outcome:
        return region.do(fields.build(ImporteerWerkgevers, arguments))

    known = LaptopWerkgevers(cast(Laptop, _OpenLaptop(region.session)))
    return run_import(
        path, mapping, dry_run=dry, known=known, doe=doe, new_id=new_id, day=TODAY, error_file_folder=folder
    )


def _counts(result: ImportResult) -> tuple[int, int, int, int]:
    return result.nieuw, result.gewijzigd, result.gelijk, result.geweigerd


@pytest.mark.parametrize(
    ("name", "mapping", "werkgevers"),
    [
        ("edp_organisaties_kvk.csv", None, 2895),
        ("aanbestedende_diensten_2010-2016.csv", None, 2736),
        ("kinderopvang_amsterdam_lrk_2016.csv", "naam=houder,vestiging=naam", 194),
    ],
)
def test_a_register_comes_in_once_and_never_again(
    region: Region, tmp_path: Path, name: str, mapping: str | None, werkgevers: int
) -> None:
    path = real(name)
    trial = _bring_in(region, path, tmp_path, mapping, dry=True)
    first = _bring_in(region, path, tmp_path, mapping)
    again = _bring_in(region, path, tmp_path, mapping)

    assert _counts(trial) == _counts(first)
    assert first.nieuw == werkgevers == len(region.session.scalars(select(Werkgever.id)).all())
    assert _counts(again) == (0, 0, first.gelezen - first.geweigerd, first.geweigerd)


def test_one_owner_has_87_vestigingen(region: Region, tmp_path: Path) -> None:
    path = real("kinderopvang_amsterdam_lrk_2016.csv")
    _bring_in(region, path, tmp_path, "naam=houder,vestiging=naam")

    partou = region.session.scalars(select(Werkgever).where(Werkgever.naam == "Partou B.V.")).one()
    places = region.session.scalars(select(Vestiging).where(Vestiging.werkgever_id == partou.id)).all()
    assert len(places) == 87
    assert sum(1 for place in places if place.hoofdvestiging) == 1


def test_what_the_dry_run_says_is_what_happens(region: Region, tmp_path: Path) -> None:
    header = "naam;kvk;adres;postcode;plaats;website"
    before = csv_file(
        tmp_path, header, "Jansen BV;12345678;Kerkstraat 1;1217GP;Hilversum;jansen.nl", name="1.csv"
    )
    after = csv_file(
        tmp_path,
        header,
        "Jansen Bouw;12345678;Dorpsweg 2;1402AA;Bussum;jansen-bouw.nl",
        "JANSEN B.V.;12345678;Kerkstraat 1;1217 gp;HILVERSUM;jansen-bouw.nl",
        "Nieuw BV;12345679;;;;",
        name="2.csv",
    )
    _bring_in(region, before, tmp_path)

    trial = _bring_in(region, after, tmp_path, dry=True)
    done = _bring_in(region, after, tmp_path)
    again = _bring_in(region, after, tmp_path)

    assert _counts(trial) == _counts(done) == (1, 1, 1, 0)
    assert _counts(again) == (0, 0, 3, 0)
    jansen = region.session.scalars(select(Werkgever).where(Werkgever.kvk_nummer == "12345678")).one()
    assert (jansen.naam, jansen.handelsnamen, jansen.website) == (
        "Jansen BV",
        ["Jansen Bouw"],
        "https://jansen-bouw.nl",
    )
