"""A person who signed in where there is no network works at once: what it refers to comes later."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.sync.engine import SyncEngine
from desktop.sync.protocol import Snapshot
from desktop.sync.transport import HttpTransport
from tests.support.region import World

pytestmark = pytest.mark.postgres


@pytest.mark.parametrize("person", ["fatima", "anouk"])
def test_work_before_the_first_fill_is_kept_and_sent(world: World, person: str) -> None:
    seat = world.laptop(person, filled=False)
    werkgever = seat.doe("werkgever.registreer", naam="Bakkerij").id
    seat.doe("contactpersoon.registreer", werkgever_id=werkgever, naam="Meneer De Boer")
    visit: dict[str, Any] = {
        "werkgever_id": werkgever,
        "datum": "2026-11-20",
        "kanaal": "bezoek",
        "notitie": "kennisgemaakt",
    }
    contact = seat.doe("contact.leg_vast", **visit).id
    assert contact in seat.rows("contactmoment")
    assert seat.sync().toegepast == 3
    world.settle()
    assert seat.sql("PRAGMA foreign_key_check") == []
    assert seat.sql("PRAGMA foreign_keys") == [(1,)]
    world.assert_converged()


def test_a_refusal_before_the_first_fill_leaves_nothing(world: World) -> None:
    seat = world.laptop("anouk", filled=False)
    werkgever = seat.doe("werkgever.registreer", naam="Bakkerij").id
    with pytest.raises(Weigering):
        seat.doe("regie.neem", werkgever_id=werkgever)
    assert seat.rows("regie") == {}
    assert seat.sync().toegepast == 1
    world.settle()
    world.assert_converged()


def test_a_contact_that_is_sent_between_two_buckets_of_the_fill(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The directory was read before it and its note comes with the dossiers: half of it is here already."""
    seat = world.laptop("fatima", filled=False)
    werkgever = seat.doe("werkgever.registreer", naam="Bakkerij").id
    real, made = HttpTransport.snapshot, list[str | None]()

    def snapshot(line: HttpTransport, bucket: str, resume: str | None) -> Snapshot:
        piece = real(line, bucket, resume)
        if bucket == "regio" and not made:
            visit: dict[str, Any] = {"datum": "2026-11-20", "kanaal": "bezoek", "notitie": "tussendoor"}
            made.append(seat.doe("contact.leg_vast", werkgever_id=werkgever, **visit).id)
        return piece

    monkeypatch.setattr(HttpTransport, "snapshot", snapshot)
    with monkeypatch.context() as patch:
        patch.setattr(SyncEngine, "_pull", _broken)
        with pytest.raises(EnvironmentFailure):
            seat.sync()
    assert [*seat.rows("contactmoment")] == made, "what was recorded here is not here"
    seat.sync()
    assert [*seat.rows("contactmoment")] == made
    assert [row["notitie"] for row in seat.rows("contactnotitie").values()] == ["tussendoor"]
    world.settle()
    world.assert_converged()


def test_the_line_breaks_after_the_fill_was_swapped_in(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was sent before the fill came with it, and is there once."""
    seat = world.laptop("fatima", filled=False)
    werkgever = seat.doe("werkgever.registreer", naam="Bakkerij").id
    visit: dict[str, Any] = {"datum": "2026-11-20", "kanaal": "bezoek", "notitie": "vooraf"}
    made = seat.doe("contact.leg_vast", werkgever_id=werkgever, **visit).id
    with monkeypatch.context() as patch:
        patch.setattr(SyncEngine, "_pull", _broken)
        with pytest.raises(EnvironmentFailure):
            seat.sync()
    assert [*seat.rows("contactmoment")] == [made]
    assert [*seat.rows("werkgever")] == [werkgever]
    assert [row["notitie"] for row in seat.rows("contactnotitie").values()] == ["vooraf"]
    world.settle()
    assert [*seat.rows("contactmoment")] == [made]
    world.assert_converged()


def _broken(*_: object) -> None:
    raise EnvironmentFailure("centrum_onbereikbaar")
