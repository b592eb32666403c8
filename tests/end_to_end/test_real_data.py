"""The main job from end to end, over the command line, with separate processes and a real PostgreSQL.

Three public registers are imported, regie is taken, ten visits are logged on two laptops without a network,
everything meets at the centre, and the portfolio is printed. What the files are is in tests/imports.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from sqlalchemy import make_url

from desktop.commandline.demo.world import DemoLaptop, World, running_world
from tests.support.databases import FreshPostgres

DATA = Path(__file__).parents[3] / "shared" / "data"
EDP = DATA / "edp_organisaties_kvk.csv"
TENDERNED = DATA / "aanbestedende_diensten_2010-2016.csv"
LRK = DATA / "kinderopvang_amsterdam_lrk_2016.csv"
DAY = "2026-11-20"

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.timeout(900),
    pytest.mark.skipif(
        "WERKREGIE_WHOLE" not in os.environ,
        reason="plays for minutes: make whole",
    ),
    pytest.mark.skipif(
        not all(file.exists() for file in (EDP, TENDERNED, LRK)),
        reason="the public registers are not beside this checkout (../shared/data)",
    ),
]


@pytest.fixture
def region(fresh_postgres: FreshPostgres, tmp_path: Path) -> Iterator[World]:
    """A centre as a process, with two accountmanagers who are invited."""
    url = make_url(fresh_postgres()).set(drivername="postgresql").render_as_string(hide_password=False)
    with running_world(tmp_path, url) as world:
        (tmp_path / "laptops").mkdir()
        world.centre.run("init", "--regio", "Gooi en Vechtstreek", "--beheerder", "Ruben Tol")
        world.centre.start()
        yield world


def enrol(region: World, name: str) -> DemoLaptop:
    invited = region.centre.run("nodig-uit", "--naam", name, "--rol", "accountmanager", "--json").object()
    laptop = region.laptop(name)
    laptop.run("aanmelden", region.centre.url, invited["code"])
    laptop.run("sync")
    return laptop


def bring_in(laptop: DemoLaptop, file: Path, *mapping: str) -> dict[str, Any]:
    """Imports a register and sends it. The dry run counts the same; the same file again changes nothing."""
    trial = laptop.ask("import", "werkgevers", str(file), *mapping, "--proef")
    done = laptop.ask("import", "werkgevers", str(file), *mapping)
    again = laptop.ask("import", "werkgevers", str(file), *mapping, "--proef")

    counts = ("gelezen", "nieuw", "gewijzigd", "gelijk", "geweigerd")
    assert {key: trial[key] for key in counts} == {key: done[key] for key in counts}
    assert done["gelezen"] == sum(done[key] for key in counts[1:])
    assert (again["nieuw"], again["gewijzigd"]) == (0, 0)
    sent = laptop.ask("sync")
    assert (sent["geweigerd"], sent["openstaand"]) == (0, 0)
    return done


def log_visits(laptop: DemoLaptop, werkgever_ids: list[str]) -> list[str]:
    """A visit at each of them; returns their ids."""
    orders = [
        {
            "naam": "contact.leg_vast",
            "argumenten": {
                "werkgever_id": werkgever_id,
                "datum": DAY,
                "tijd": f"{9 + number}:00".zfill(5),
                "kanaal": "bezoek",
                "onderwerp": "kennismaking",
                "notitie": f"Bezoek {number} van {laptop.naam}: ze zoeken twee mensen.",
            },
        }
        for number, werkgever_id in enumerate(werkgever_ids)
    ]
    return [answer["id"] for answer in laptop.do_all(orders)]


def test_from_three_registers_to_a_printed_portfolio(region: World, tmp_path: Path) -> None:
    karin = enrol(region, "karin")

    # --- three real files
    edp = bring_in(karin, EDP)
    assert (edp["gelezen"], edp["nieuw"], edp["gewijzigd"], edp["gelijk"]) == (5290, 2895, 5, 2390)
    assert edp["hersteld"] == {"kvk": 518}
    tenderned = bring_in(karin, TENDERNED)
    assert (tenderned["gelezen"], tenderned["geweigerd"]) == (3833, 0)
    assert "waarschijnlijk geen KvK-nummer" in tenderned["waarschuwingen"][0]
    lrk = bring_in(karin, LRK, "--kolommen", "naam=houder,vestiging=naam")
    assert (lrk["gelezen"], lrk["werkgevers"], lrk["geweigerd"]) == (1081, 194, 383)

    werkgevers = karin.show("werkgever")
    assert len(werkgevers) == edp["nieuw"] + tenderned["nieuw"] + lrk["nieuw"]
    assert sum(1 for row in werkgevers if row["gemeente"] == "Hilversum") > 10
    (partou,) = [row for row in werkgevers if row["naam"] == "Partou B.V."]
    assert len(karin.show("vestiging", "--werkgever", partou["id"])) == 87

    # --- a second laptop, and both without a network
    fatima = enrol(region, "fatima")
    assert len(fatima.show("werkgever")) == len(werkgevers)
    region.centre.stop()
    karin.run("sync", expect=3)
    chosen = [row["id"] for row in werkgevers if row["gemeente"]][:10]
    taken = [{"naam": "regie.neem", "argumenten": {"werkgever_id": row_id}} for row_id in chosen]
    assert {answer["uitkomst"] for answer in karin.do_all(taken)} == {"aangevraagd"}
    fatima.do_all(taken[:2])
    visits = log_visits(karin, chosen[:5]) + log_visits(fatima, chosen[5:])

    # --- together again
    region.centre.start()
    sent = [karin.ask("sync"), fatima.ask("sync")]
    assert [(one["verzonden"], one["geweigerd"]) for one in sent] == [(15, 0), (7, 2)]
    for laptop in (karin, fatima, karin):
        laptop.run("sync")
    for laptop in (karin, fatima):
        contacts = {row["id"]: row for row in laptop.show("contactmoment")}
        assert set(contacts) == set(visits)
        assert all(row["notitie"].startswith("Bezoek ") for row in contacts.values())
        regies = laptop.show("regie")
        assert {row["werkgever_id"] for row in regies} == set(chosen)
        assert {row["accountmanager"] for row in regies} == {"karin"}
        assert not laptop.show("wachtrij")
    refused = [row["tekst"] for row in fatima.show("afstemming") if row["soort"] == "weigering"]
    assert len(refused) == 2
    assert all(text.startswith("karin heeft de regie") for text in refused)

    # --- both equal the centre, and the paper
    checked = [laptop.ask("controle", "--centrum") for laptop in (karin, fatima)]
    assert [one["klopt"] for one in checked] == [True, True]
    for bucket in ("regio", "dossiers"):
        assert checked[0]["buckets"][bucket] == checked[1]["buckets"][bucket]
    assert region.centre.run("onderhoud", "--json").object()["klopt"]
    me = next(row["id"] for row in karin.show("medewerker") if row["naam"] == "karin")
    made = karin.ask("overzicht", "--accountmanager", me, "--uit", str(tmp_path / "portfolio.pdf"))
    pages = PdfReader(tmp_path / "portfolio.pdf").pages
    assert made["werkgevers"] == 10
    assert len(pages) >= 11
    text = "\n".join(page.extract_text() for page in pages)
    assert "Bezoek 0 van karin" in text
    assert "Bezoek 4 van fatima" in text

    # --- an import is taken back whole, except where people built on it
    karin.run("import", "ongedaan", lrk["batch"])
    karin.run("sync")
    kept = sum(1 for row in karin.show("werkgever") if row["id"] in chosen)
    assert kept == 10
    assert not [row for row in karin.show("werkgever") if row["naam"] == "Partou B.V."]
    assert karin.ask("controle", "--centrum")["klopt"]
