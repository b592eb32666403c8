"""A command that fails only on this laptop: the round goes on, and the centre has the last word."""

from __future__ import annotations

import pytest

from desktop.models import bus
from desktop.models.commands.werkgever import WijzigWerkgever
from desktop.models.outcome import Outcome
from desktop.models.work import Work
from desktop.sync import outbox
from tests.support.region import World

pytestmark = pytest.mark.postgres
REAL = bus.HANDLERS[WijzigWerkgever]


def _only_here(work: Work, command: WijzigWerkgever) -> Outcome:
    if work.session.get_bind().dialect.name == "sqlite" and command.sector == "gif":
        raise ZeroDivisionError("only on SQLite")
    return REAL(work, command)


@pytest.mark.expects_log("cannot be run here")
def test_poison_on_sqlite_only(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first, the middle and the last of what waits."""
    fatima, herman = world.laptop("fatima"), world.laptop("herman")
    made = [fatima.doe("werkgever.registreer", naam=f"Werkgever {n}").id for n in range(5)]
    world.settle()
    for n, werkgever_id in enumerate(made):
        herman.doe("werkgever.wijzig", werkgever_id=werkgever_id, sector="bouw" if n % 2 else "gif")
        fatima.doe("werkgever.wijzig", werkgever_id=werkgever_id, website="hout.nl")
    fatima.sync()
    monkeypatch.setitem(bus.HANDLERS, WijzigWerkgever, _only_here)
    with monkeypatch.context() as patch:
        patch.setattr(outbox, "next_to_send", lambda *_: [])
        herman.sync()  # pulls, while all three still wait
    sectors = [herman.rows("werkgever")[row_id or ""].get("sector") for row_id in made]
    assert sectors == ["bouw" if n % 2 else None for n in range(5)]
    world.settle()
    sectors = [herman.rows("werkgever")[row_id or ""]["sector"] for row_id in made]
    assert sectors == ["bouw" if n % 2 else "gif" for n in range(5)]
    world.assert_converged()


def test_poison_while_typing_leaves_nothing_behind(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever types it sees that it failed; nothing half is kept, and the next command goes on."""
    fatima = world.laptop("fatima")
    made = fatima.doe("werkgever.registreer", naam="Houtbouw").id
    monkeypatch.setitem(bus.HANDLERS, WijzigWerkgever, _only_here)
    with pytest.raises(ZeroDivisionError):
        fatima.doe("werkgever.wijzig", werkgever_id=made, sector="gif")
    fatima.doe("werkgever.wijzig", werkgever_id=made, sector="bouw")
    assert fatima.sql("SELECT n FROM opdracht ORDER BY n") == [(1,), (2,)]
    world.settle()
    assert fatima.rows("werkgever")[made or ""]["sector"] == "bouw"


@pytest.mark.expects_log("cannot be run here")
def test_what_was_written_before_the_poison_runs_again_by_itself(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rows of the batch that was undone are no rows of the session any more, whoever still holds them."""
    fatima, herman = world.laptop("fatima"), world.laptop("herman")
    made = fatima.doe("werkgever.registreer", naam="Houtbouw").id or ""
    world.settle()
    herman.doe("contact.leg_vast", werkgever_id=made, datum="2026-11-20", kanaal="bezoek", notitie="Eerst")
    herman.doe("werkgever.wijzig", werkgever_id=made, sector="bouw")
    fatima.doe("werkgever.wijzig", werkgever_id=made, website="hout.nl")
    fatima.sync()
    held: list[Work] = []

    def written_before(work: Work, _command: WijzigWerkgever) -> Outcome:
        work.flush()
        held.append(work)
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setitem(bus.HANDLERS, WijzigWerkgever, written_before)
        patch.setattr(outbox, "next_to_send", lambda *_: [])
        herman.sync()
    assert len(held) == 2  # all together first, and then by itself
    assert [row["notitie"] for row in herman.rows("contactnotitie").values()] == ["Eerst"]
    world.settle()
    world.assert_converged()
