"""No row is ever skipped: the change number is taken under a late lock (architecture §6).

The same choreography is danced with the lock and without it. Without it the row is lost, each time; so the
test would see it if the lock were taken away.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest

from central import commit
from tests.support.builders import new_id
from tests.support.region import World
from tests.support.senders import Sender

pytestmark = pytest.mark.postgres
WRITERS, EACH = 8, 12
PATIENCE = 20


class Gate:
    """Holds the first caller of a function still until it is opened; later callers pass."""

    def __init__(self, function: Callable[..., Any], before: bool = True) -> None:
        self.function = function
        self.reached, self.opened = threading.Event(), threading.Event()
        self._first = threading.Lock()

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if self._first.acquire(blocking=False):
            self.reached.set()
            assert self.opened.wait(PATIENCE)
        return self.function(*args, **kwargs)


@contextmanager
def running(work: Callable[[], Any]) -> Iterator[threading.Thread]:
    thread = threading.Thread(target=work)
    thread.start()
    yield thread
    thread.join(PATIENCE)
    assert not thread.is_alive()


def _no_lock(*_: Any) -> None:
    """What a bare sequence does: the number as soon as one likes."""


def _wait_until(condition: Callable[[], bool]) -> None:
    pause = threading.Event()
    for _ in range(PATIENCE * 100):
        if condition():
            return
        pause.wait(0.01)
    raise AssertionError("it did not happen")


def _waiting_for_lock(world: World) -> bool:
    return bool(world.sql("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"))


def _three(world: World) -> tuple[Sender, Sender, Sender, str]:
    """Two writers, a reader who is up to date, and a werkgever that all three know."""
    slow, quick, reader = (Sender(world, person) for person in ("fatima", "herman", "karin"))
    werkgever = slow.werkgever()
    slow.send(werkgever)
    reader.fetch()
    return slow, quick, reader, werkgever.argumenten["id"]


def test_a_bare_sequence_loses_a_row(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first writer has its number and works on; the second commits a higher one; the reader goes past."""
    slow, quick, reader, werkgever_id = _three(world)
    monkeypatch.setattr(commit, "take_lock", _no_lock)
    gate = Gate(commit._total)
    monkeypatch.setattr(commit, "_total", gate)
    lost, seen = (sender.contact(werkgever_id, id=new_id()) for sender in (slow, quick))
    with running(lambda: slow.send(lost)):
        assert gate.reached.wait(PATIENCE)
        quick.send(seen)
        assert reader.fetch()["contactmoment"] == {seen.argumenten["id"]}
        gate.opened.set()
    assert "contactmoment" not in reader.fetch()
    assert world.sql("SELECT 1 FROM contactmoment WHERE id = :id", id=lost.argumenten["id"])


def test_the_late_lock_loses_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same dance: the second writer waits for its number until the first has committed."""
    slow, quick, reader, werkgever_id = _three(world)
    gate = Gate(commit._total)
    monkeypatch.setattr(commit, "_total", gate)
    first, second = (sender.contact(werkgever_id, id=new_id()) for sender in (slow, quick))
    with running(lambda: slow.send(first)):
        assert gate.reached.wait(PATIENCE)
        with running(lambda: quick.send(second)):
            _wait_until(lambda: _waiting_for_lock(world))
            assert reader.fetch() == {}
            gate.opened.set()
    assert reader.fetch()["contactmoment"] == {first.argumenten["id"], second.argumenten["id"]}


def test_eight_writers_and_a_reader_lose_nothing(world: World) -> None:
    senders = [Sender(world, person) for person in ("fatima", "herman", "sevda", "anouk") * 2]
    reader = Sender(world, "karin")
    received: set[str] = set()
    done = threading.Event()
    start = threading.Barrier(WRITERS + 1)

    def write(sender: Sender) -> set[str]:
        start.wait(PATIENCE)
        messages = [sender.werkgever(f"Bakkerij {sender.laptop_id} {i}") for i in range(EACH)]
        for message in messages:
            assert [answer.uitkomst for answer in sender.send(message)] == ["toegepast"]
        return {message.argumenten["id"] for message in messages}

    def read() -> None:
        while not done.is_set():
            received.update(reader.fetch().get("werkgever", ()))

    with ThreadPoolExecutor(WRITERS) as pool:
        futures = [pool.submit(write, sender) for sender in senders]
        with running(read):
            start.wait(PATIENCE)
            sent = set().union(*(future.result() for future in futures))
            done.set()
    received.update(reader.fetch().get("werkgever", ()))
    assert len(sent) == WRITERS * EACH
    assert received == sent


def test_someone_becomes_involved_while_a_colleague_adds_a_person(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which buckets a row is in is decided under the lock too, or the dossier misses what came then."""
    fatima, sevda = Sender(world, "fatima"), Sender(world, "sevda")
    werkgever = fatima.werkgever()
    fatima.send(werkgever)
    gate = Gate(commit.take_lock)
    monkeypatch.setattr(commit, "take_lock", gate)
    person = fatima.message(
        "contactpersoon.registreer", werkgever_id=werkgever.argumenten["id"], naam="Wim Verkerk"
    )
    with running(lambda: fatima.send(person)):
        assert gate.reached.wait(PATIENCE)
        sevda.send(sevda.contact(werkgever.argumenten["id"]))
        gate.opened.set()
    assert len(sevda.fetch().get("contactpersoon", ())) == 1


def test_a_row_that_moves_bucket_is_read_anew(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its hash must be that of the row as it is then, not as this transaction happened to load it before."""
    fatima, herman, sevda = (Sender(world, person) for person in ("fatima", "herman", "sevda"))
    werkgever = fatima.werkgever()
    person = fatima.message(
        "contactpersoon.registreer", werkgever_id=werkgever.argumenten["id"], naam="Wim Verkerk"
    )
    contact = sevda.contact(werkgever.argumenten["id"])
    fatima.send(werkgever, person)
    person_id = world.sql("SELECT id FROM contactpersoon")[0].id
    gate = Gate(commit.take_lock)
    monkeypatch.setattr(commit, "take_lock", gate)
    with running(lambda: sevda.send(contact)):
        assert gate.reached.wait(PATIENCE)
        herman.send(herman.message("contactpersoon.wijzig", contactpersoon_id=person_id, functie="directeur"))
        gate.opened.set()
    world.scrub()
