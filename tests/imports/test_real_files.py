"""The public registers that every Werkcentrum has a variant of, with what must come out of them."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from desktop.imports.candidates import Candidate
from desktop.imports.columns import recognise
from desktop.imports.mending import mend
from desktop.imports.reading import open_table
from desktop.imports.rows import RowReader
from tests.imports.support import TODAY, Region, bring_in, real

TENDERNED = "aanbestedende_diensten_2010-2016.csv"
EDP = "edp_organisaties_kvk.csv"
LRK = "kinderopvang_amsterdam_lrk_2016.csv"


def test_edp_has_2895_werkgevers_and_518_numbers_that_lost_their_zero(tmp_path: Path) -> None:
    region = Region()

    result = bring_in(real(EDP), region, folder=tmp_path)

    assert (result.gelezen, result.nieuw, result.gewijzigd, result.gelijk) == (5290, 2895, 5, 2390)
    assert result.hersteld == {"kvk": 518}
    assert len(region.werkgevers) == 2895
    assert all(len(command.regels) <= 500 for command in region.commands)
    assert region.by_kvk(["08079417"])["08079417"].naam == "accres apeldoorn b.v."


def test_edp_keeps_one_name_with_several_numbers_apart(tmp_path: Path) -> None:
    region = Region()
    bring_in(real(EDP), region, folder=tmp_path)

    assert sum(1 for one in region.werkgevers.values() if one.naam == "b.v. sport") > 5
    assert region.by_kvk(["51213567"])["51213567"].handelsnamen == ("b.v. sportcentrum it gryn",)


def test_tenderned_numbers_are_seen_not_to_be_kvk_numbers(tmp_path: Path) -> None:
    region = Region()

    result = bring_in(real(TENDERNED), region, folder=tmp_path)

    assert result.gelezen == 3833
    assert result.geweigerd == 0
    assert "waarschijnlijk geen KvK-nummer" in result.waarschuwingen[0]
    assert not any(one.kvk_nummer for one in region.werkgevers.values())


def test_tenderned_numbers_are_used_when_somebody_insists(tmp_path: Path) -> None:
    region = Region()

    result = bring_in(real(TENDERNED), region, "kvk=Nationale identificatie", folder=tmp_path)

    assert "waarschijnlijk geen KvK-nummer" in result.waarschuwingen[0]
    assert all(one.kvk_nummer for one in region.werkgevers.values())
    assert result.geweigerd > 2000


def test_the_61_tenderned_rows_of_the_region_get_its_gemeente(tmp_path: Path) -> None:
    table = open_table(real(TENDERNED))
    reader = RowReader(recognise(table, {}), TODAY)
    rows = [row for row in map(reader.read, table.rows()) if isinstance(row, Candidate)]

    codes = Counter(row.vestiging.get("gemeente_code") for row in rows)
    closed = [row for row in rows if any(doubt.code == "import_gemeente_gesloten" for doubt in row.doubts)]
    assert codes == {None: 3773, "0402": 39, "1942": 12, "1696": 5, "0406": 2, "0317": 2}
    assert [row.woonplaats for row in closed] == ["Weesp"]


def test_lrk_owner_with_87_locations_is_one_werkgever(tmp_path: Path) -> None:
    region = Region()

    result = bring_in(real(LRK), region, "naam=houder,vestiging=naam", folder=tmp_path)

    assert (result.gelezen, result.werkgevers, result.geweigerd) == (1081, 194, 383)
    partou = region.named("Partou B.V.")
    assert len(partou.vestigingen) == 87
    assert not any(place.vestigingsnummer for place in partou.vestigingen)
    assert any("vestigingsnummer" in line for line in result.waarschuwingen)


def test_lrk_says_that_there_is_a_column_of_owners(tmp_path: Path) -> None:
    result = bring_in(real(LRK), folder=tmp_path, dry_run=True)

    assert any("naam=houder,vestiging=naam" in line for line in result.waarschuwingen)
    assert result.hersteld["accenten"] == 8


@pytest.mark.parametrize(
    ("name", "mapping"), [(EDP, None), (TENDERNED, None), (LRK, None), (LRK, "naam=houder,vestiging=naam")]
)
def test_the_same_file_again_changes_nothing(tmp_path: Path, name: str, mapping: str | None) -> None:
    region = Region()
    first = bring_in(real(name), region, mapping, folder=tmp_path)
    commands = len(region.commands)

    second = bring_in(real(name), region, mapping, folder=tmp_path)

    assert (second.nieuw, second.gewijzigd) == (0, 0)
    assert second.gelijk == first.gelezen - first.geweigerd
    assert len(region.commands) == commands


@pytest.mark.parametrize(("name", "delimiter"), [(EDP, ","), (TENDERNED, ","), (LRK, ";")])
def test_no_good_text_of_the_registers_is_touched(name: str, delimiter: str) -> None:
    broken = "Ãâ‚√¬"
    with real(name).open(encoding="utf-8", newline="") as stream:
        for row in csv.reader(stream, delimiter=delimiter):
            for cell in row:
                if not any(letter in cell for letter in broken):
                    assert mend(cell) == " ".join(cell.split())
                assert not any(letter in mend(cell) for letter in "Ã‚√¬€™˜")
