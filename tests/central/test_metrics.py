"""The figures for Prometheus: what is counted, by two processes over one PostgreSQL, and who may look."""

from __future__ import annotations

import http.client
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from prometheus_client import CollectorRegistry
from prometheus_client.core import Metric
from prometheus_client.parser import text_string_to_metric_families as parse

from central import metrics
from central.metrics_page import AuditWatch, DatabaseFigures
from desktop import compose
from desktop.clock import clock_at
from desktop.sync.credentials import FileVault
from desktop.sync.protocol import AnswerMessage, CommandMessage
from tests.support.region import MOMENT, World, lay_out

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "docs" / "handleiding" / "beheer.md"
BAKERY = "Bakkerij De Lindehof"


def samples(families: list[Metric]) -> dict[str, float]:
    """Name with its labels → value."""
    return {
        one.name + "".join(f"|{value}" for value in one.labels.values()): one.value
        for family in families
        for one in family.samples
    }


def command(n: int, naam: str) -> CommandMessage:
    return CommandMessage(n, f"uuid-{n}", naam, 1, {}, "2026-11-20T09:10:00Z")


# -- what is counted -----------------------------------------------------------------------------------
def test_commands_are_counted_once_by_name_and_outcome() -> None:
    registry = CollectorRegistry()
    figures = metrics.PrometheusFigures(registry)
    sent = [command(1, "regie.neem"), command(2, "regie.neem"), command(3, "contact.leg_vast")]
    answers = [
        AnswerMessage(1, "uuid-1", "toegepast"),
        AnswerMessage(2, "uuid-2", "geweigerd", "regie_al_van_ander"),
        AnswerMessage(3, "uuid-3", "geweigerd", "opdracht_fout"),
    ]
    figures.answered(sent, answers, known=1)
    found = samples(list(registry.collect()))
    assert "werkregie_commands_total|regie.neem|toegepast" not in found, (
        "it was counted with its first answer"
    )
    assert found["werkregie_commands_total|regie.neem|geweigerd"] == 1
    assert found["werkregie_refusals_total|regie_al_van_ander"] == 1
    assert found["werkregie_poison_total"] == 1


def test_what_somebody_typed_never_becomes_a_label() -> None:
    registry = CollectorRegistry()
    figures = metrics.PrometheusFigures(registry)
    figures.answered([command(1, "Jan de Vries")], [AnswerMessage(1, "u", "geweigerd", "Jan de Vries")], 0)
    figures.problem("Jan de Vries")
    found = samples(list(registry.collect()))
    assert found["werkregie_commands_total|anders|geweigerd"] == 1
    assert not [name for name in found if "Jan" in name]


def test_nothing_is_counted_until_somebody_asks() -> None:
    assert type(metrics.figures()) is metrics.Figures


# -- what the database says ----------------------------------------------------------------------------
@pytest.mark.postgres
def test_the_database_says_how_old_what_waits_is(world: World) -> None:
    fatima = world.laptop("fatima")
    fatima.doe("werkgever.registreer", naam=BAKERY)
    fatima.sync()
    world.sql("UPDATE laptop SET openstaand = 3")
    world.sql(
        "INSERT INTO afstemming (id, regio_id, medewerker_id, soort, code, parameters, argumenten, status, "
        "versie, aangemaakt_op, gewijzigd_op, aangemaakt_door, gewijzigd_door) "
        "SELECT id, regio_id, id, 'conflict', 'wijziging_conflict', '{}', '{}', 'open', "
        "1, aangemaakt_op, gewijzigd_op, id, id FROM medewerker WHERE naam = 'fatima'"
    )
    later = clock_at(MOMENT + timedelta(days=6))
    found = samples(list(DatabaseFigures(world.engine, later).collect()))
    assert found["werkregie_database_up"] == 1
    assert found["werkregie_laptops|active"] == 1
    assert found["werkregie_oldest_waiting_laptop_seconds"] == pytest.approx(6 * 86_400, abs=300)
    assert found["werkregie_waiting_commands"] == 3
    assert found["werkregie_afstemming_open_over_5_days"] == 1
    assert found["werkregie_feed_rows"] > 1
    assert found["werkregie_audit_chain_ok"] == 1
    assert found["werkregie_audit_lines_read"] == world.sql("SELECT max(nr) FROM auditregel")[0][0]


@pytest.mark.postgres
@pytest.mark.parametrize(
    "blow",
    ["UPDATE auditregel SET resultaat = 'anders' WHERE nr = 2", "DELETE FROM auditregel WHERE nr > 3"],
    ids=["changed", "cut off"],
)
def test_a_broken_audit_chain_shows(world: World, blow: str) -> None:
    watch, now = AuditWatch(), world.clock.now()
    with world.session() as session:
        watch.look(session, now)
    assert watch.whole
    world.sql(blow)
    tomorrow = now + timedelta(days=1)
    with world.session() as session:
        watch.look(session, now if "DELETE" in blow else tomorrow)
    assert not watch.whole


@pytest.mark.postgres
@pytest.mark.expects_log("figures of the database")
def test_a_database_that_is_away_is_a_figure_too(world: World) -> None:
    world.sql("ALTER TABLE bucket_state RENAME TO elders")
    found = samples(list(DatabaseFigures(world.engine, world.clock).collect()))
    assert found["werkregie_database_up"] == 0
    assert "werkregie_laptops|active" not in found


# -- the page ------------------------------------------------------------------------------------------
@contextmanager
def served(database: str) -> Iterator[tuple[int, int]]:
    """The ports of a service of two processes and of its figures."""
    words = ["centraal", "serve", "--database", database, "--poort", "0", "--processen", "2"]
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop", *words, "--metingen", "127.0.0.1:0"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        figures = re.search(r":(\d+)/metrics", process.stderr.readline())
        listens = re.search(r":(\d+)$", process.stdout.readline().strip())
        assert figures
        assert listens
        yield int(listens[1]), int(figures[1])
    finally:
        process.terminate()
        process.communicate(timeout=30)


def get(port: int, path: str, **headers: str) -> tuple[int, str, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.getheader("content-type", ""), answer.read().decode(errors="replace")
    finally:
        connection.close()


@pytest.mark.postgres
def test_two_processes_give_one_sum_and_a_token_opens_nothing(world: World) -> None:
    place = world.place("fatima")
    lay_out(place)
    url = world.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with served(url) as (port, figures):
        compose.enrol(place, f"http://127.0.0.1:{port}", world.invite("fatima"))
        with compose.open_laptop(place) as laptop:
            for number in range(6):
                laptop.doe("werkgever.registreer", {"naam": f"{BAKERY} {number}"})
                laptop.sync()
        assert place.key_file is not None
        token = FileVault(place.key_file).get("token")
        status, kind, body = get(figures, "/metrics")
        found = samples(list(parse(body)))
        with_token = get(port, "/metrics", authorization=f"Bearer {token}")
        elsewhere = get(figures, "/gezond")

    assert (status, kind) == (200, "text/plain; version=0.0.4; charset=utf-8")
    assert found["werkregie_commands_total|werkgever.registreer|toegepast"] == 6
    assert found["werkregie_sync_seconds_count"] >= 6
    assert found["werkregie_rows_sent_total"] >= 100, "the first fill counts too"
    assert found["werkregie_lock_wait_seconds_count"] >= 6
    assert found["werkregie_db_connections_limit"] == 20, "two processes of ten"
    assert found["werkregie_db_connections_in_use"] == 0
    assert with_token[0] == elsewhere[0] == 404
    told = DOCUMENT.read_text(encoding="utf-8")
    for family in parse(body):
        assert family.name in told, "the handleiding explains every figure"
    people = [row.naam for row in world.sql("SELECT naam FROM medewerker")]
    assert not [name for name in (*people, BAKERY, laptop.laptop_id) if name in body]
