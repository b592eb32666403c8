"""A call to which nothing is new: one statement answers as the whole of a transaction would."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from sqlalchemy import event, text

from central import alive
from central.app import Centre
from central.settings import Settings
from desktop.models.errors import Weigering
from desktop.models.tables.centre import BucketState
from desktop.sync.protocol import SyncResponse
from tests.support.region import World
from tests.support.senders import Sender

pytestmark = pytest.mark.postgres


@pytest.fixture
def fatima(world: World) -> Sender:
    """A laptop that holds everything that there is."""
    sender = Sender(world, "fatima")
    sender.send(made := sender.werkgever())
    sender.send(sender.contact(made.argumenten["id"], notitie="Bezoek"))
    sender.fetch()
    return sender


def _epoch(sender: Sender) -> str:
    return sender.call().epoch


def _ask(sender: Sender, **given: object) -> SyncResponse:
    fields = {"ophalen": True, "cursors": sender.cursors, "epoch": _epoch(sender)} | given
    return sender.call(**fields)


def _statements(sender: Sender, ask: Callable[[], object]) -> set[str]:
    """What the database is asked meanwhile; an engine with options of its own tells it twice."""
    heard: set[str] = set()

    def hear(_c: object, _cursor: object, statement: str, *_: object) -> None:
        heard.add(statement)

    event.listen(sender.centre.engine, "before_cursor_execute", hear)
    try:
        ask()
    finally:
        event.remove(sender.centre.engine, "before_cursor_execute", hear)
    return heard


def test_one_statement_says_what_the_whole_would(fatima: Sender, monkeypatch: pytest.MonkeyPatch) -> None:
    epoch = _epoch(fatima)
    heard = _statements(fatima, lambda: _ask(fatima, epoch=epoch))
    quick = _ask(fatima)
    monkeypatch.setattr(fatima.centre.quiet, "look", lambda *_: None)
    whole = _ask(fatima)
    whole.tijd = quick.tijd  # of two calls
    assert len(heard) == 1
    assert msgspec.to_builtins(quick) == msgspec.to_builtins(whole)
    assert quick.standen
    assert quick.cursors == fatima.cursors
    assert not quick.meer


def test_what_is_new_comes_as_ever(world: World, fatima: Sender) -> None:
    herman = Sender(world, "herman")
    herman.send(made := herman.werkgever("Bakkerij Zon"))
    answer = _ask(fatima)
    assert made.argumenten["id"].encode() in b"".join(bytes(page.rijen) for page in answer.paginas)


def test_a_bucket_that_one_may_not_have_any_more_is_left(fatima: Sender) -> None:
    answer = _ask(fatima, cursors=fatima.cursors | {"persoonlijk/ander": 0, "met\0nul": 3})
    assert set(answer.buckets_weg) == {"persoonlijk/ander", "met\0nul"}


def test_a_bucket_that_is_new_to_a_laptop_is_read(fatima: Sender) -> None:
    cursors = {bucket: nr for bucket, nr in fatima.cursors.items() if bucket != "regio"}
    assert {page.bucket for page in _ask(fatima, cursors=cursors).paginas} == {"regio"}


def test_a_cursor_from_before_what_was_forgotten(world: World, fatima: Sender) -> None:
    with world.session() as session:
        for state in session.query(BucketState).filter(BucketState.bucket == "regio"):
            state.opgeruimd_tot = state.nr + 1
    assert _ask(fatima).te_oud == ["regio"]


def test_another_epoch_is_told_and_nothing_else(fatima: Sender) -> None:
    answer = _ask(fatima, epoch="anders")
    assert answer.meer
    assert (answer.cursors, answer.standen) == ({}, {})


def test_who_left_or_lost_the_laptop_is_refused(world: World, fatima: Sender) -> None:
    with pytest.raises(Weigering, match="laptop_gekloond"):
        _ask(fatima, laptop="een ander", epoch=None)
    epoch = _epoch(fatima)
    world.change_person("fatima", actief=False)
    with pytest.raises(Weigering, match="laptop_ingetrokken"):
        _ask(fatima, epoch=epoch)


@pytest.mark.parametrize("seen", ["before the question", "under the question"])
def test_connections_that_the_database_ended_are_replaced(
    world: World, fatima: Sender, monkeypatch: pytest.MonkeyPatch, seen: str
) -> None:
    engine = alive.watched_engine(world.engine.url.render_as_string(hide_password=False))
    fatima.centre, epoch = Centre(engine, Settings("", world.clock)), _epoch(fatima)
    with engine.connect(), engine.connect():  # so that the pool has two
        pass
    with world.session() as session:
        ended = session.execute(
            text(
                "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        ).scalar_one()
    assert ended > 0
    if seen == "under the question":
        with monkeypatch.context() as unseen:
            unseen.setattr(alive, "_read_what_came", lambda _: None)
            assert fatima.centre.quiet.look(fatima.token, fatima.cursors) is None
    for _ in range(3):
        assert _ask(fatima, epoch=epoch).standen
    assert fatima.send(fatima.werkgever("Na de knip"))[0].uitkomst == "toegepast"
    engine.dispose()


def test_a_cursor_below_anything_reads_from_the_beginning(fatima: Sender) -> None:
    """The database does not take that number; and of a bucket without rows the answer says none."""
    lowest = dict.fromkeys(fatima.cursors, -(2**63))
    answer = _ask(fatima, cursors=lowest)
    assert answer.paginas
    assert answer.cursors == fatima.cursors
    empty = {bucket: nr or -1 for bucket, nr in fatima.cursors.items()}
    assert -1 in empty.values()
    quick = _ask(fatima, cursors=empty)
    assert not quick.paginas
    assert quick.cursors == fatima.cursors
