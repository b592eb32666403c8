"""The import as a whole: golden cases, counting, error files, progress and stopping."""

from __future__ import annotations

import re
import tomllib
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from desktop.imports import error_file
from desktop.imports.columns import recognise
from desktop.imports.mapping import parse_mapping
from desktop.imports.planning import Progress, plan
from desktop.imports.reading import open_table
from desktop.models.errors import Weigering
from desktop.paths import resource
from tests.imports.support import TODAY, Region, bring_in, csv_file

HEADER = "Naam;KvK-nummer;Adres;Postcode;Plaats;Website"


def _counts(result: Any) -> tuple[int, int, int, int]:
    return result.nieuw, result.gewijzigd, result.gelijk, result.geweigerd


def test_the_same_number_with_another_name_is_the_same_werkgever(tmp_path: Path) -> None:
    region = Region()
    result = bring_in(csv_file(tmp_path, "naam;kvk", "Jansen BV;12345678", "Jansen Bouw;12345678"), region)

    assert _counts(result) == (1, 1, 0, 0)
    assert (region.only().naam, region.only().handelsnamen) == ("Jansen BV", ("Jansen Bouw",))


def test_the_same_name_with_another_number_is_another_werkgever(tmp_path: Path) -> None:
    region = Region()
    bring_in(csv_file(tmp_path, "naam;kvk", "Jansen BV;12345678", "JANSEN B.V.;12345679"), region)
    assert len(region.werkgevers) == 2


def test_without_a_number_name_and_postcode_decide(tmp_path: Path) -> None:
    region = Region()
    lines = ["Jansen BV;;Kerkstraat 1;1217GP;Hilversum;", "jansen b.v.;;Kerkstraat 1;1217 gp;HILVERSUM;"]
    lines += ["Jansen BV;;Dorpsweg 1;1402AA;Bussum;", "Jansen BV;;;;Laren;", "Jansen BV;;;;Eemnes;"]

    result = bring_in(csv_file(tmp_path, HEADER, *lines), region)

    assert _counts(result) == (4, 0, 1, 0)


def test_names_that_were_cut_off_are_noticed(tmp_path: Path) -> None:
    names = [f"{n} Stichting voor de kinderopvang in Gooi"[:35] for n in range(10, 20)]
    result = bring_in(csv_file(tmp_path, "naam;kvk", *(f"{name};1234567{n}" for n, name in enumerate(names))))
    assert any("35 tekens" in line for line in result.waarschuwingen)


def test_what_the_region_knows_is_compared(tmp_path: Path) -> None:
    region = Region()
    bring_in(csv_file(tmp_path, HEADER, "Jansen BV;12345678;Kerkstraat 1;1217GP;Hilversum;jansen.nl"), region)

    lines = [
        "JANSEN B.V.;12345678;kerkstraat 1;1217 GP;HILVERSUM;https://jansen.nl/",
        "Jansen Bouw;12345678;Dorpsweg 2;1402AA;Bussum;",
        "Nieuw;12345679;;;;",
    ]
    result = bring_in(csv_file(tmp_path, HEADER, *lines), region)

    assert _counts(result) == (1, 1, 1, 0)
    jansen = region.named("Jansen BV")
    assert jansen.handelsnamen == ("Jansen Bouw",)
    assert [place.woonplaats for place in jansen.vestigingen] == ["Hilversum", "Bussum"]


def test_an_empty_cell_never_empties_a_field(tmp_path: Path) -> None:
    region = Region()
    bring_in(csv_file(tmp_path, HEADER, "Jansen;12345678;;;;jansen.nl"), region)
    result = bring_in(csv_file(tmp_path, HEADER, "Jansen;12345678;;;;"), region)

    assert _counts(result) == (0, 0, 1, 0)
    assert region.only().velden["website"] == "https://jansen.nl"


def test_a_row_that_could_be_two_werkgevers_is_refused(tmp_path: Path) -> None:
    region = Region()
    lines = ["Jansen;12345678;;1217GP;;", "Jansen;12345679;;1217GP;;"]
    bring_in(csv_file(tmp_path, HEADER, *lines), region)

    result = bring_in(csv_file(tmp_path, HEADER, "Jansen;;;1217GP;;"), region)

    assert _counts(result) == (0, 0, 0, 1)
    assert "KvK-nummer" in result.waarschuwingen[-1]


def test_a_werkgever_with_600_vestigingen_is_split_over_rows(tmp_path: Path) -> None:
    region = Region()
    lines = [f"Zorg;12345678;Locatie {n};Straat {n + 1};1217GP" for n in range(600)]
    bring_in(csv_file(tmp_path, "naam;kvk;vestiging;adres;postcode", *lines), region)

    rows = [regel for command in region.commands for regel in command.regels]
    assert len(region.commands) > 1
    assert max(len(regel.vestigingen) for regel in rows) <= 100
    assert {(regel.id, regel.kvk_nummer) for regel in rows} == {(rows[0].id, "12345678")}
    assert len(region.only().vestigingen) == 600


def test_a_dry_run_does_nothing_and_counts_the_same(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "naam;kvk", "Jansen;12345678", "Pieters;999")
    region = Region()
    trial = bring_in(path, region, dry_run=True)
    real = bring_in(path, region)

    assert trial.batch is None
    assert real.batch is not None
    assert _counts(trial) == _counts(real) == (1, 0, 0, 1)
    assert len(region.commands) == 1


@pytest.mark.parametrize("lines", [("Naam;KvK;Postcode",), ()])
def test_refused_rows_can_be_mended_and_offered_again(tmp_path: Path, lines: tuple[str, ...]) -> None:
    path = csv_file(
        tmp_path,
        *lines,
        "Crèche;12345678;1217GP",
        "De Boom;1234;1402AA",
        "De Bal;12345670;1402AB",
        "De Bus;12345671;",
    )
    region = Region()

    first = bring_in(path, region)
    assert first.foutbestand is not None
    errors = Path(first.foutbestand)
    text = errors.read_text(encoding="utf-8-sig")
    assert text.splitlines()[0].endswith(";reden")
    assert "cijfers" in text.splitlines()[1]
    assert len(text.splitlines()) == 2
    assert open_table(errors).reason_column == 3

    errors.write_text(text.replace("1234;", "12345679;"), encoding="utf-8-sig")
    second = bring_in(errors, region)

    assert _counts(second) == (1, 0, 0, 0)
    assert second.foutbestand is None
    assert region.by_kvk(["12345679"])["12345679"].naam == "De Boom"


def test_an_error_file_never_overwrites_another(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "naam;kvk", "Jansen;1")
    files = {bring_in(path).foutbestand for _ in range(3)}
    assert len(files) == 3


def test_a_full_disk_for_the_error_file_loses_no_import(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(error_file, "_write_csv", full)
    region = Region()
    result = bring_in(csv_file(tmp_path, "naam;kvk", "Jansen;12345678", "Fout;1"), region)

    assert _counts(result) == (1, 0, 0, 1)
    assert result.foutbestand is None
    assert "No space left" in result.waarschuwingen[-1]


def test_a_command_that_the_region_refuses_gives_its_rows_back(tmp_path: Path) -> None:
    lines = [f"Bedrijf {n};{10000000 + n}" for n in range(700)]
    result = bring_in(csv_file(tmp_path, "naam;kvk", *lines), Region(refuse_after=1))

    assert _counts(result) == (500, 0, 0, 200)
    assert result.foutbestand is not None


def test_stopping_half_way_keeps_what_was_done_and_hands_back_the_rest(tmp_path: Path) -> None:
    lines = [f"Bedrijf {n};{10000000 + n}" for n in range(1200)]
    region = Region()
    told: list[Progress] = []

    result = bring_in(
        csv_file(tmp_path, "naam;kvk", *lines),
        region,
        on_progress=told.append,
        stop=lambda: bool(region.commands),
    )

    assert result.afgebroken
    assert _counts(result) == (500, 0, 0, 700)
    assert result.foutbestand is not None
    again = bring_in(Path(result.foutbestand), region)
    assert _counts(again) == (700, 0, 0, 0)
    assert {progress.fase for progress in told} == {"lezen", "vergelijken", "versturen"}


def test_stopping_before_anything_was_sent_does_nothing(tmp_path: Path) -> None:
    region = Region()
    with pytest.raises(Weigering, match="import_afgebroken"):
        bring_in(csv_file(tmp_path, "naam;kvk", "Jansen;12345678"), region, stop=lambda: True)
    assert not region.commands


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("naam=1,kvk=2", {"naam": "1", "kvk_nummer": "2"}),
        ("naam=houder, vestiging=naam", {"naam": "houder", "vestiging": "naam"}),
        ('naam="Naam, plaats",kvk=', {"naam": "Naam, plaats", "kvk_nummer": ""}),
        ('"naam=Naam, plaats",plaats=3', {"naam": "Naam, plaats", "woonplaats": "3"}),
        (None, {}),
    ],
)
def test_the_mapping_that_a_person_types(text: str | None, columns: dict[str, str]) -> None:
    assert parse_mapping(text) == columns


@pytest.mark.parametrize(
    ("mapping", "code"),
    [
        ("naam", "import_kolommen_vorm"),
        ("kleur=1", "import_veld_onbekend"),
        ("naam=9", "import_kolom_nummer"),
        ("naam=Firma", "import_kolom_weg"),
        ("naam=Na", "import_kolom_dubbel"),
    ],
)
def test_a_mapping_that_cannot_be(tmp_path: Path, mapping: str, code: str) -> None:
    path = csv_file(tmp_path, "Naam 1;Naam 2;Nummer", "Jansen;Bouw;12345678")
    with pytest.raises(Weigering, match=code):
        bring_in(path, mapping=mapping)


def test_columns_are_known_by_their_look_where_nothing_names_them(tmp_path: Path) -> None:
    path = csv_file(
        tmp_path, *(f"Jansen {n} BV;Kerkstraat {n};1217GP;1234567{n};www.j{n}.nl" for n in range(5))
    )
    found = recognise(open_table(path), {}).columns
    assert found == {"naam": 0, "adres": 1, "postcode": 2, "kvk_nummer": 3, "website": 4}


def test_a_column_can_be_shut_out(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "Naam;KvK", "Jansen;12345678")
    assert recognise(open_table(path), parse_mapping("kvk=-")).columns == {"naam": 0}


def test_every_reason_has_a_sentence() -> None:
    folder = Path(error_file.__file__).parent
    used = {
        code
        for path in folder.glob("*.py")
        for code in re.findall(
            r'(?:"(?=import_)|Weigering\("(?=vum_|beroepen_))([a-z_]+)"', path.read_text("utf-8")
        )
    }
    used |= {f"import_hersteld_{kind}" for kind in ("kvk", "vestigingsnummer", "accenten")}
    # A document of VUM without an id, and where it cannot go: outside this folder.
    used |= {"vum_zonder_id", "vum_alleen_vacature", "vum_alleen_json"}
    ours = set(tomllib.loads(resource("teksten", "import.toml").read_text("utf-8")))
    assert used == ours


def test_100_000_rows_pass_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "groot.csv"
    with path.open("w", encoding="utf-8") as stream:
        stream.write("naam;kvk-nummer;postcode\n")
        stream.writelines(f"Bedrijf {n};{10000000 + n};1217GP\n" for n in range(100_000))
    tracemalloc.start()
    try:
        table = open_table(path)
        assert sum(1 for _row in table.rows()) == 100_000
        reading = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert reading < 5_000_000

    made = plan(table, None, Region(), TODAY)
    assert made.counts()["nieuw"] == 100_000
