"""`werkregie centraal`: making, serving, inviting, revoking, listing, looking after."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import make_url

from desktop.commandline import program
from desktop.models import first_rows
from desktop.models.code_lists import first_values
from tests.commandline.desk import NOW, PROGRAM, ROOT, Desk, Said, checked
from tests.support.databases import FreshPostgres
from tests.support.region import prepare_centre

Say = pytest.CaptureFixture[str]


def centraal(capsys: Say, *words: str) -> Said:
    capsys.readouterr()
    code = program.run(["centraal", *words])
    out, err = capsys.readouterr()
    return checked(Said(code, out, err), words)


def libpq(url: str) -> str:
    """The same address as psql and libpq write it."""
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


@pytest.fixture
def database(fresh_postgres: FreshPostgres) -> str:
    """A centre with people, in the form of libpq."""
    return libpq(fresh_postgres(prepare_centre))


@contextmanager
def serving(*words: str, env: dict[str, str] | None = None) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The service as a process, and the line with which it says that it listens."""
    process = subprocess.Popen(
        [*PROGRAM, "centraal", "serve", "--poort", "0", *words],
        cwd=ROOT,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        yield process, process.stdout.readline()
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=30)


def test_a_centre_from_nothing(fresh_postgres: FreshPostgres, capsys: Say) -> None:
    url = libpq(fresh_postgres())
    names = ["--regio", "Gooi en Vechtstreek", "--beheerder", "Joost van Doorn"]

    made = centraal(capsys, "init", "--database", url, *names, "--oefen", "--json").data()

    assert set(made) == {"code", "medewerker_id"}
    again = centraal(capsys, "init", "--database", url, *names)
    again.refused("In deze database is al een werkcentrum")
    invited = centraal(
        capsys, "nodig-uit", "--database", url, "--naam", "Karin", "--rol", "accountmanager", "--json"
    ).data()
    assert set(invited) == {"code", "medewerker_id"}
    assert centraal(capsys, "laptops", "--database", url, "--json").out == ""
    assert centraal(capsys, "onderhoud", "--database", url, "--json").data()["klopt"]


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_every_form_of_the_address(database: str, capsys: Say, scheme: str) -> None:
    url = database.replace("postgresql", scheme, 1)

    assert centraal(capsys, "laptops", "--database", url, "--json").code == 0


def test_the_address_may_come_from_the_environment(
    database: str, capsys: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WERKREGIE_CENTRAAL_DATABASE", database)

    assert centraal(capsys, "laptops", "--json").code == 0


def test_laptops_and_revocation(desk: Desk, capsys: Say) -> None:
    url = libpq(desk.world.farm.url(desk.world.database))
    (row,) = centraal(capsys, "laptops", "--database", url, "--json").rows()
    person = desk.world.person_id("fatima")

    assert (row["medewerker"], row["rol"], row["openstaand"]) == ("fatima", "accountmanager", 0)
    assert row["laatst_gezien"] is not None
    assert row["versie"]
    assert (row["toestand"], row["gewist_op"]) == ("actief", None)
    assert {"regio", "dossiers"} <= set(row["buckets"])
    assert row["lease_tot"] > row["laatst_gezien"]
    line = centraal(capsys, "laptops", "--database", url).out
    assert "fatima (accountmanager)  actief  0 wachten" in line
    listed = ("laptops", "--database", url, "--json")
    for words, count in (
        (("--toestand", "actief"), 1),
        (("--toestand", "ingetrokken"), 0),
        (("--medewerker", person), 1),
        (("--medewerker", row["id"]), 0),
        (("--wachtend",), 0),
        (("--stil", "30"), 0),
        (("--stil", "0", "--nu", "2026-12-24T09:10:00+01:00"), 1),
    ):
        assert len(centraal(capsys, *listed, *words).rows()) == count, words
    centraal(capsys, "trek-in", "--database", url, "--laptop", "nee").refused(
        "Deze laptop staat niet in de lijst"
    )
    centraal(capsys, "trek-in", "--database", url, "--medewerker", "nee").refused("Deze collega staat niet")
    assert centraal(capsys, "trek-in", "--database", url, "--medewerker", person, "--json").data()[
        "ingetrokken"
    ]
    assert centraal(capsys, *listed).rows()[0]["toestand"] == "ingetrokken"
    desk.run("sync").refused("ingetrokken")
    (gone,) = centraal(capsys, *listed, "--toestand", "gewist").rows()
    assert (gone["buckets"], gone["lease_tot"]) == ([], None)


@pytest.mark.parametrize("option", ["--organisatie", "--functie", "--email"])
def test_an_invitation_that_does_not_fit(database: str, capsys: Say, option: str) -> None:
    words = ["nodig-uit", "--database", database, "--naam", "Karin", "--rol", "accountmanager"]

    centraal(capsys, *words, option, "x" * 600).refused("heeft 600 tekens. Er passen er")


@pytest.mark.expects_log("the centre has a new epoch")
def test_a_centre_that_was_put_back_says_so_with_one_word(desk: Desk, capsys: Say) -> None:
    """No SQL by hand: the laptops offer again what the backup does not know, and the log says it was done."""
    url = libpq(desk.world.farm.url(desk.world.database))
    desk.do("werkgever.registreer", naam="Na de kopie")
    desk.ok("sync")
    before = desk.world.sql("SELECT epoch FROM regio")[0].epoch

    said = centraal(capsys, "hersteld", "--database", url, "--json").data()

    assert said["epoch"] == desk.world.sql("SELECT epoch FROM regio")[0].epoch != before
    [line] = desk.world.sql("SELECT resultaat FROM auditregel WHERE actie = 'centrum.hersteld'")
    assert line.resultaat == "toegepast"
    assert "bieden" in centraal(capsys, "hersteld", "--database", url).out
    desk.run("sync")
    desk.ok("sync")
    assert [row.naam for row in desk.world.sql("SELECT naam FROM werkgever")] == ["Na de kopie"]


def test_maintenance_ends_what_is_over(desk: Desk, capsys: Say) -> None:
    url = libpq(desk.world.farm.url(desk.world.database))
    desk.do(
        "regie.stel_waarneming_in",
        waarnemer_id=desk.world.person_id("herman"),
        van="2026-11-20",
        tot="2026-11-20",
    )
    desk.ok("sync")
    words = ["onderhoud", "--database", url, "--json", "--nu"]

    assert centraal(capsys, *words, NOW).data()["waarnemingen_beeindigd"] == 0
    said = centraal(capsys, *words, "2026-11-21T09:10:00+01:00").data()

    assert (said["waarnemingen_beeindigd"], said["klopt"]) == (1, True)
    assert said["antwoorden_opgeruimd"] == 0
    said = centraal(capsys, *words, "2026-12-31T09:10:00+01:00").data()
    assert (said["antwoorden_opgeruimd"], said["klopt"]) == (0, True), "nothing of it needed keeping"
    assert desk.world.sql("SELECT beeindigd FROM waarneming") == [(True,)]


def test_maintenance_counts_again(desk: Desk, capsys: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    url = libpq(desk.world.farm.url(desk.world.database))
    desk.do("werkgever.registreer", naam="Houtbouw")
    desk.ok("sync")
    newer = [*first_values(), replace(next(iter(first_values())), code="van_later")]
    monkeypatch.setattr(first_rows, "first_values", lambda: newer)
    first = centraal(capsys, "onderhoud", "--database", url, "--json").data()
    assert (first["afwijkend"], first["bijgewerkt"]) == ([], 1)
    assert desk.world.sql("SELECT count(*) FROM codewaarde WHERE code = 'van_later'") == [(1,)]

    desk.world.sql("UPDATE werkgever SET naam = 'Houtbauw'")
    said = centraal(capsys, "onderhoud", "--database", url, "--json")

    assert said.code == 3
    assert said.data()["afwijkend"] == ["regio"]
    assert said.data()["bijgewerkt"] == 0, "what a newer program brings along is brought in once"
    assert "regio" in said.err


@pytest.mark.parametrize("processes", ["1", "2"])
def test_serving_says_one_line_and_ends_cleanly(database: str, processes: str) -> None:
    with serving("--database", database, "--processen", processes) as (process, line):
        assert line.startswith("Werkregie centraal luistert op http://127.0.0.1:")
        port = int(line.rpartition(":")[2])
        for _ in range(4):
            assert get(port, "/gezond") == http.client.OK
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=30)

    assert (process.returncode, out) == (0, "")
    assert "Traceback" not in err


def get(port: int, path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    finally:
        connection.close()


def test_serving_ends_at_ctrl_c_too(database: str) -> None:
    with serving("--database", database) as (process, line):
        assert "luistert" in line
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)

    assert process.returncode == 0


def test_a_port_that_is_taken(database: str) -> None:
    with serving("--database", database) as (_, line):
        port = line.rstrip().rpartition(":")[2]
        words = [*PROGRAM, "centraal", "serve", "--database", database, "--poort", port]
        second = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)

    assert (second.returncode, second.stdout) == (3, "")
    assert second.stderr == (
        f"Werkregie kan niet luisteren op 127.0.0.1, poort {port}. Kies een andere poort.\n"
    )


def test_another_present_only_where_it_was_made_for_practice(
    fresh_postgres: FreshPostgres, capsys: Say
) -> None:
    url = libpq(fresh_postgres())
    names = ["--database", url, "--regio", "Echt", "--beheerder", "Joost"]
    centraal(capsys, "init", *names, "--nu", NOW).refused("alleen in een oefenomgeving")
    assert centraal(capsys, "init", *names).code == 0

    for words in (["serve"], ["nodig-uit", "--naam", "A", "--rol", "beheerder"], ["onderhoud"]):
        centraal(capsys, *words, "--database", url, "--nu", NOW).refused("alleen in een oefenomgeving")


def test_a_centre_that_was_not_made(fresh_postgres: FreshPostgres, capsys: Say) -> None:
    url = libpq(fresh_postgres())

    centraal(capsys, "serve", "--database", url).refused("nog geen werkcentrum")
    centraal(capsys, "nodig-uit", "--database", url, "--naam", "A", "--rol", "beheerder").refused(
        "nog geen werkcentrum"
    )


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("postgresql://niemand@127.0.0.1:1/x", 3),
        ("postgresql:///x?host=/bestaat/niet", 3),
        ("mysql://a@b/c", 1),
        ("sqlite:///x.db", 1),
        ("geen adres", 1),
        ("", 1),
        ("postgresql://a:b@c:poort/d", 1),
    ],
)
def test_databases_that_do_not_answer(capsys: Say, url: str, code: int) -> None:
    said = centraal(capsys, "laptops", "--database", url, "--json")

    assert (said.code, said.out) == (code, "")
    assert said.err.count("\n") == 1
    assert "zelf" not in said.err


def test_a_database_of_a_newer_program(database: str, desk: Desk, capsys: Say) -> None:
    desk.world.sql("UPDATE alembic_version SET version_num = '9999'")
    url = libpq(desk.world.farm.url(desk.world.database))

    centraal(capsys, "serve", "--database", url).refused("nieuwere Werkregie (9999)", 3)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no symbolic links to be sure of")
def test_it_runs_from_another_folder(tmp_path: Path) -> None:
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    words = [*PROGRAM, "opdrachten", "--json"]

    done = subprocess.run(
        words, cwd=tmp_path, env=env, capture_output=True, text=True, check=False, timeout=60
    )

    assert done.returncode == 0
    assert len(done.stdout.splitlines()) > 10
