"""A profile put back from an old backup, or copied to a second laptop: told by the uuids, and put right."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from typing import Any

import pytest

from desktop import compose
from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.sync.transport import HttpTransport
from tests.support.region import Seat, World

pytestmark = pytest.mark.postgres
BEHIND, LIVE = "laptop_liep_achter", "laptop_kopie_actief"


def _copy(world: World, seat: Seat, name: str) -> Any:
    """The whole profile as it is now, under another name."""
    seat.close()
    target = world.folder / name
    shutil.copytree(seat.place.folder, target)
    seat.laptop = seat.stack.enter_context(compose.open_laptop(seat.place))
    return target


def _put_back(seat: Seat, copy: Any) -> None:
    """The disk is put back as it was."""
    seat.close()
    shutil.rmtree(seat.place.folder)
    shutil.copytree(copy, seat.place.folder)
    seat.laptop = seat.stack.enter_context(compose.open_laptop(seat.place))


def _second(world: World, seat: Seat, copy: Any) -> Seat:
    """The copy, in use beside the first."""
    stack = ExitStack()
    place = compose.Place(copy, seat.place.key_file, seat.place.moment)
    made = Seat(seat.person, place, stack.enter_context(compose.open_laptop(place)), stack)
    world.seats.append(made)
    return made


def _new(seat: Seat, naam: str) -> str:
    made = seat.doe("werkgever.registreer", naam=naam).id
    assert made is not None
    return made


def _names(world: World) -> list[str]:
    return sorted(row.naam for row in world.sql("SELECT naam FROM werkgever"))


def _rounds(seat: Seat, *codes: str) -> None:
    for code in codes:
        with pytest.raises(EnvironmentFailure, match=code):
            seat.sync()
    seat.sync()


def test_put_back_what_was_sent_since_is_adopted_and_new_work_goes_on(world: World) -> None:
    seat = world.laptop("fatima")
    _new(seat, "Voor de kopie")
    seat.sync()
    _new(seat, "Wachtte toen al")
    copy = _copy(world, seat, "kopie")
    _new(seat, "Na de kopie")
    seat.sync()
    _put_back(seat, copy)
    _new(seat, "Na het terugzetten")
    _rounds(seat, BEHIND)
    expected = ["Na de kopie", "Na het terugzetten", "Voor de kopie", "Wachtte toen al"]
    assert _names(world) == expected
    assert sorted(row["naam"] for row in seat.rows("werkgever").values()) == expected
    assert seat.laptop.stand().wachtend == 0
    assert [row.n for row in world.sql("SELECT n FROM grootboek ORDER BY n")] == [1, 2, 3, 4]
    _new(seat, "En verder")
    seat.sync()
    world.assert_converged(seat)


def test_put_back_without_anything_to_send(world: World) -> None:
    """The centre knows later numbers: the next command comes after them, and nobody is bothered."""
    seat = world.laptop("fatima")
    copy = _copy(world, seat, "kopie")
    _new(seat, "Na de kopie")
    seat.sync()
    _put_back(seat, copy)
    seat.sync()
    _new(seat, "Verder")
    seat.sync()
    assert _names(world) == ["Na de kopie", "Verder"]
    world.assert_converged(seat)


def test_a_copy_in_use_beside_the_first(world: World) -> None:
    """Both go on sending under one name: all of it arrives once, and both are told."""
    first = world.laptop("fatima")
    _new(first, "Wacht bij beide")
    second = _second(world, first, _copy(world, first, "tweede"))
    _new(first, "Van de eerste")
    first.sync()
    _new(second, "Van de tweede")
    _rounds(second, BEHIND)
    _new(first, "Weer van de eerste")
    _rounds(first, BEHIND)
    _new(second, "Weer van de tweede")
    _rounds(second, LIVE)
    assert _names(world) == [
        "Van de eerste", "Van de tweede", "Wacht bij beide", "Weer van de eerste", "Weer van de tweede",
    ]  # fmt: skip
    for seat in (first, second):
        seat.sync()
        assert seat.laptop.stand().wachtend == 0
    world.assert_converged(first)
    actions = {row.actie for row in world.sql("SELECT actie FROM auditregel")}
    assert "laptop.herken" in actions


def test_a_confirmed_command_and_a_refusal_are_adopted_too(world: World) -> None:
    seat = world.laptop("fatima")
    werkgever = _new(seat, "Bakkerij")
    seat.sync()
    seat.doe("regie.neem", werkgever_id=werkgever)
    seat.doe("werkgever.wijzig", werkgever_id=werkgever, website="een.nl")
    copy = _copy(world, seat, "kopie")
    seat.sync()
    _put_back(seat, copy)
    _rounds(seat)
    assert [row["accountmanager_id"] for row in seat.rows("regie").values()] == [world.person_id("fatima")]
    assert seat.laptop.stand().wachtend == 0
    world.assert_converged(seat)


@pytest.mark.expects_log("the centre has a new epoch")
def test_a_copy_and_a_restored_centre_together(world: World) -> None:
    seat = world.laptop("fatima")
    _new(seat, "Een")
    seat.sync()
    backup = world.back_up()
    copy = _copy(world, seat, "kopie")
    _new(seat, "Twee")
    seat.sync()
    _put_back(seat, copy)
    world.restore(backup)
    _new(seat, "Drie")
    with pytest.raises(EnvironmentFailure, match="centrum_hersteld"):
        seat.sync()
    seat.sync()
    assert _names(world) == ["Drie", "Een"]
    world.assert_converged(seat)


def test_an_older_centre_cannot_tell(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the person reads what it read before, and nothing that was typed is gone."""
    seat = world.laptop("fatima")
    copy = _copy(world, seat, "kopie")
    _new(seat, "Na de kopie")
    seat.sync()
    _put_back(seat, copy)
    _new(seat, "Wacht")

    def unknown(*_given: Any) -> Any:
        raise Weigering("adres_onbekend")

    with monkeypatch.context() as patch:
        patch.setattr(HttpTransport, "recognise", unknown)
        with pytest.raises(Weigering, match="laptop_gekloond"):
            seat.sync()
    assert seat.laptop.stand().wachtend == 1
    _rounds(seat, BEHIND)
    assert _names(world) == ["Na de kopie", "Wacht"]
