"""A command that cannot be handled is answered, shown to its author and never blocks what comes after it."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from central import commit, failures, intake
from desktop.models import bus, rights
from desktop.models.commands.werkgever import RegistreerWerkgever
from desktop.models.errors import Weigering
from desktop.models.outcome import Outcome
from desktop.models.work import Work
from desktop.sync.protocol import BYTES_PER_CALL, CommandMessage
from tests.support.region import World
from tests.support.senders import Sender

pytestmark = pytest.mark.postgres
BATCH = 6
PLACES = (0, 2, BATCH - 1)
REAL = bus.HANDLERS[RegistreerWerkgever]


@pytest.fixture
def fatima(world: World) -> Sender:
    return Sender(world, "fatima")


def _raises(work: Work, command: RegistreerWerkgever) -> Outcome:
    if command.naam == "Gif":
        raise ZeroDivisionError("only at the centre")
    return REAL(work, command)


def _raises_after_writing(work: Work, command: RegistreerWerkgever) -> Outcome:
    outcome = REAL(work, command)
    if command.naam == "Gif":
        raise ZeroDivisionError("only at the centre")
    return outcome


def _refuses_after_writing(work: Work, command: RegistreerWerkgever) -> Outcome:
    outcome = REAL(work, command)
    if command.naam == "Gif":
        raise Weigering("mag_niet", rol="accountmanager")
    return outcome


def _breaks_the_database(work: Work, command: RegistreerWerkgever) -> Outcome:
    outcome = REAL(work, command)
    if command.naam == "Gif":
        work.session.execute(text("SELECT 1 / 0"))
    return outcome


def _batch(sender: Sender, poison: CommandMessage, place: int) -> list[CommandMessage]:
    """Good commands with one poisoned among them, numbered on in order."""
    first = poison.n
    messages = [sender.werkgever(f"Goed {first + i}") for i in range(BATCH - 1)]
    messages.insert(place, poison)
    for n, message in enumerate(messages, first):
        message.n = n
    return messages


@pytest.mark.expects_log
@pytest.mark.parametrize(
    ("handler", "code"),
    [
        (_raises, "opdracht_fout"),
        (_raises_after_writing, "opdracht_fout"),
        (_refuses_after_writing, "mag_niet"),
        (_breaks_the_database, "opdracht_fout"),
    ],
)
def test_a_handler_that_fails_only_here(
    world: World, fatima: Sender, monkeypatch: pytest.MonkeyPatch, handler: Any, code: str
) -> None:
    monkeypatch.setitem(bus.HANDLERS, RegistreerWerkgever, handler)
    for place in PLACES:
        answers = fatima.send(*_batch(fatima, fatima.werkgever("Gif"), place))
        assert [answer.uitkomst for answer in answers].count("toegepast") == BATCH - 1
        assert (answers[place].uitkomst, answers[place].code) == ("geweigerd", code)
    assert all(row.naam.startswith("Goed") for row in world.sql("SELECT naam FROM werkgever"))
    items = world.sql("SELECT soort, code, argumenten FROM afstemming WHERE soort = 'weigering'")
    shown = [(row.soort, row.code, row.argumenten["naam"]) for row in items]
    assert shown == [("weigering", code, "Gif")] * len(PLACES)
    alarms = world.sql("SELECT medewerker_id, parameters FROM afstemming WHERE code = 'opdracht_apart_gezet'")
    joost = (world.person_id("joost"), {"naam": "werkgever.registreer", "aantal": len(PLACES)})
    assert [tuple(row) for row in alarms] == ([joost] if code == "opdracht_fout" else [])
    world.scrub()


POISONS: dict[str, tuple[dict[str, Any], str]] = {
    "unknown command": ({"naam": "werkgever.verzin"}, "opdracht_nog_onbekend"),
    "unknown version": ({"versie": 99}, "opdracht_nog_onbekend"),
    "a version that is no version": ({"versie": 10**30}, "opdracht_nog_onbekend"),
    "a version that never was": ({"versie": 0}, "opdracht_nog_onbekend"),
    "a name with NUL": ({"naam": "werkgever\0.wijzig"}, "opdracht_nog_onbekend"),
    "a name that is a book": ({"naam": "x" * 100_000}, "opdracht_nog_onbekend"),
    "wrong arguments": ({"argumenten": {"naam": 12}}, "geen_tekst"),
    "no arguments": ({"argumenten": {}}, "veld_ontbreekt"),
    "an argument that does not exist": ({"argumenten": {"naam": "A", "bestaat_niet": 1}}, "veld_onbekend"),
    "text with NUL": ({"argumenten": {"naam": "A\0B", "werkgever_id": "\0"}}, ""),
    "numbers that two databases write differently": ({"argumenten": {"naam": 1e16, "b": [1e-7, -0.0]}}, ""),
    "deep": ({"argumenten": {"naam": [[[[[[[[[[[[[[[["diep"]]]]]]]]]]]]]]]]}}, "geen_tekst"),
    "an uuid that is none": ({"uuid": "x" * 500}, "opdracht_dubbel"),
    "too large": ({"argumenten": {"naam": "x" * (BYTES_PER_CALL + 1)}}, "opdracht_te_groot"),
}


@pytest.mark.parametrize("kind", POISONS)
def test_a_message_that_is_none(world: World, fatima: Sender, kind: str) -> None:
    changes, code = POISONS[kind]
    for place in PLACES:
        poison = fatima.werkgever("Gif")
        for name, value in changes.items():
            setattr(poison, name, value)
        messages = _batch(fatima, poison, place)
        answers = fatima.send(*messages)
        assert [answer.uitkomst for answer in answers].count("toegepast") == BATCH - 1
        assert answers[place].uitkomst == "geweigerd"
        assert answers[place].code == code or not code
        assert fatima.send(*messages) == answers
    assert len(fatima.fetch()["afstemming"]) == len(PLACES)
    world.scrub()


@pytest.mark.parametrize("tijd", ["", "gisteren", "0001-01-01T00:00:00+23:00", "2026-11-20T09:10:00.5Z"])
def test_an_envelope_without_a_sensible_time(world: World, fatima: Sender, tijd: str) -> None:
    message = fatima.message("werkgever.registreer", tijd=tijd, naam="Bakkerij")
    assert fatima.send(message)[0].uitkomst == "toegepast"
    world.scrub()


@pytest.mark.expects_log("set apart")
def test_a_failure_at_the_very_end_is_the_commands_too(
    world: World, fatima: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also what goes wrong after the handler, when buckets and hashes are made, blocks nothing."""
    real = rights.buckets_of_row

    def buckets_of_row(table: str, row: Any, facts: Any) -> frozenset[str]:
        if table == "werkgever" and row["naam"] == "Gif":
            raise ValueError("no bucket")
        return real(table, row, facts)

    monkeypatch.setattr(commit, "buckets_of_row", buckets_of_row)
    answers = fatima.send(*_batch(fatima, fatima.werkgever("Gif"), 2))
    assert [answer.uitkomst for answer in answers].count("toegepast") == BATCH - 1
    assert answers[2].code == "opdracht_fout"


def test_what_passes_by_itself_is_never_a_refusal(
    world: World, fatima: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lock that does not come is a reason to ask again later, not to refuse what a person typed."""
    message = fatima.werkgever()
    with world.engine.connect() as holder:
        key = commit.lock_key(fatima.account.actor.regio_id)
        holder.execute(text("SELECT pg_advisory_lock(:key)"), {"key": key})
        monkeypatch.setattr(intake, "RETRIES", 2)
        _impatient(monkeypatch)
        with pytest.raises(OperationalError):
            fatima.send(message)
        holder.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": key})
    assert world.sql("SELECT 1 FROM grootboek") == []
    assert fatima.send(message)[0].uitkomst == "toegepast"


def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    real = commit.take_lock

    def take_lock(session: Any, regio_id: str) -> None:
        session.execute(text("SET LOCAL lock_timeout = '50ms'"))
        real(session, regio_id)

    monkeypatch.setattr(commit, "take_lock", take_lock)


def test_which_failures_pass() -> None:
    class Driver(Exception):
        sqlstate: str | None = None

    def failure(state: str | None) -> OperationalError:
        orig = Driver()
        orig.sqlstate = state
        return OperationalError("SELECT", {}, orig)

    assert all(
        failures.passes(failure(state)) for state in ("40P01", "55P03", "57P01", "53100", "08006", None)
    )
    assert not failures.passes(failure("54000"))
    assert not failures.passes(ValueError())
