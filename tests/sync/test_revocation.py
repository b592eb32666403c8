"""A revoked laptop is emptied at contact: no content, no key, no word of it left."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from central import accounts
from desktop import compose
from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.sync.credentials import FileVault
from desktop.sync.lease import Revoked
from tests.support.region import Seat, World

pytestmark = pytest.mark.postgres
MARKER = "zeldzaamwoord"


@pytest.fixture
def seat(world: World) -> Seat:
    made = world.laptop("fatima")
    werkgever = made.doe("werkgever.registreer", naam=f"Bakkerij {MARKER}").id
    made.sync()
    made.doe("contact.leg_vast", werkgever_id=werkgever, datum="2026-11-20", kanaal="bezoek", notitie=MARKER)
    made.laptop.bewaar_concept("bezoek", str(werkgever), {"notitie": MARKER})
    folder = made.place.folder
    (folder / "logs" / "werkregie.log").write_text("een regel", encoding="utf-8")
    (folder / "werkregie-voor-0000.db").write_text(MARKER, encoding="utf-8")
    (folder / "apart" / "20260101-000000").mkdir(parents=True)
    (folder / "apart" / "20260101-000000" / "werkregie.db").write_text(MARKER, encoding="utf-8")
    return made


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _revoke_laptop(world: World, seat: Seat) -> None:
    with world.session() as session:
        accounts.revoke_laptop(session, world.clock, seat.laptop.laptop_id)


def _revoke_person(world: World, seat: Seat) -> None:
    with world.session() as session:
        accounts.revoke_medewerker(session, world.clock, world.person_id(seat.person))


def _assert_empty(seat: Seat) -> None:
    key_file = seat.place.key_file
    assert key_file is not None
    assert not list(key_file.parent.glob(f"{key_file.name}*"))
    left = _files(seat.place.folder)
    assert set(left) <= {"slot"}
    assert not any(MARKER.encode() in content for content in left.values())


def test_a_database_on_disk_holds_no_readable_word(seat: Seat) -> None:
    database = seat.place.profile.database
    for path in (database, database.with_name(database.name + "-wal")):
        content = path.read_bytes()
        assert MARKER.encode() not in content
        assert not content.startswith(b"SQLite format 3")


def test_a_stolen_laptop(world: World, seat: Seat) -> None:
    """What waited on it is not accepted: whoever has the laptop may have typed it."""
    _revoke_laptop(world, seat)
    with pytest.raises(Revoked):
        seat.sync()
    _assert_empty(seat)
    assert world.sql("SELECT 1 FROM contactmoment") == []
    row = world.sql("SELECT ingetrokken_op, gewist_op FROM laptop")[0]
    assert row.gewist_op is not None
    seat.close()
    with pytest.raises(Weigering, match="niet_aangemeld"), compose.open_laptop(seat.place):
        pass


def test_what_still_runs_after_a_wipe_makes_no_new_database(world: World, seat: Seat) -> None:
    """A screen that refreshes at the wrong moment may not bring an empty file back."""
    _revoke_laptop(world, seat)
    with pytest.raises(Revoked):
        seat.sync()
    with pytest.raises(EnvironmentFailure):
        seat.laptop.stand()
    with pytest.raises(EnvironmentFailure):
        seat.doe("werkgever.registreer", naam="Nog een")
    _assert_empty(seat)


def test_the_same_folder_can_be_enrolled_again(world: World, seat: Seat) -> None:
    _revoke_laptop(world, seat)
    with pytest.raises(Revoked):
        seat.sync()
    seat.close()
    compose.enrol(seat.place, world.url, world.invite("herman"))
    with compose.open_laptop(seat.place) as laptop:
        laptop.sync()
        assert laptop.actor.naam == "herman"
        assert laptop.stand().werkgevers == 1


def test_someone_who_left_has_a_last_push(world: World, seat: Seat) -> None:
    """It goes into quarantine for the teamleider; then the laptop is emptied."""
    karin = world.laptop("karin")
    _revoke_person(world, seat)
    with pytest.raises(Revoked):
        seat.sync()
    _assert_empty(seat)
    assert world.sql("SELECT uitkomst FROM grootboek WHERE n = 2") == [("quarantaine",)]
    assert world.sql("SELECT 1 FROM contactmoment") == []
    karin.sync()
    assert karin.inbox() == [("kennisgeving", "werk_van_vertrokken_collega")]
    world.assert_converged(karin)


def test_someone_who_left_without_unsent_work_is_emptied_at_once(world: World) -> None:
    seat = world.laptop("fatima")
    _revoke_person(world, seat)
    with pytest.raises(Revoked):
        seat.sync()
    _assert_empty(seat)


def test_other_laptops_of_the_same_person_go_on(world: World, seat: Seat) -> None:
    second = world.laptop("fatima")
    _revoke_laptop(world, seat)
    with pytest.raises(Revoked):
        seat.sync()
    assert second.sync().openstaand == 0
    world.assert_converged(second)


def test_a_key_that_cannot_be_destroyed_keeps_no_data(
    world: World, seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever goes wrong with the one, the other still happens."""
    _revoke_laptop(world, seat)

    def destroy(_: FileVault) -> None:
        raise EnvironmentFailure("sleutelbestand_niet_te_schrijven", pad="")

    monkeypatch.setattr(FileVault, "destroy", destroy)
    with pytest.raises(EnvironmentFailure):
        seat.sync()
    assert set(_files(seat.place.folder)) <= {"slot"}


def test_a_draft_of_the_key_file_goes_too(world: World, seat: Seat) -> None:
    """A power cut while it was written leaves a copy beside it."""
    key_file = seat.place.key_file
    assert key_file is not None
    key_file.with_name(key_file.name + ".nieuw").write_bytes(key_file.read_bytes())
    _revoke_laptop(world, seat)
    with pytest.raises(Revoked):
        seat.sync()
    _assert_empty(seat)


def test_an_unknown_token_is_no_reason_to_wipe(world: World, seat: Seat) -> None:
    """Only the centre's plain word empties a laptop, never a mistake in a table."""
    world.sql("UPDATE laptop SET token_hash = 'x'")
    with pytest.raises(Weigering, match="token_onbekend"):
        seat.sync()
    assert seat.laptop.stand().wachtend == 1
    assert json.loads(seat.place.key_file.read_text())["kluis"]  # type: ignore[union-attr]
