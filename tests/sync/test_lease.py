"""Too long without the centre a laptop is sealed, not emptied: contact opens it, a thief's clock does not."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from central import accounts
from desktop import compose
from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.models.tables.base import instant_text
from desktop.sync import lease
from desktop.sync.credentials import FileVault
from desktop.sync.lease import Lease, Revoked, Sealed
from desktop.sync.protocol import LeaseResponse
from tests.support.marker import decrypted
from tests.support.region import KEY, MOMENT, Seat, World

HALF, OTHER = "ab" * 32, "cd" * 32
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def vault(tmp_path: Path) -> FileVault:
    made = FileVault(tmp_path / "sleutels.json")
    made.put("sleutel", KEY)
    return made


def answer(now: datetime = NOW, days: int = 30, half: str = HALF) -> LeaseResponse:
    return LeaseResponse(half, instant_text(now + days * DAY), instant_text(now))


def leased(vault: FileVault, now: datetime = NOW) -> Lease:
    made = Lease(vault)
    assert made.key(now, may_make=False) == KEY
    made.keep(answer(now), now)
    return made


def stored(vault: FileVault) -> str:
    return vault.path.read_text(encoding="utf-8")


def test_the_key_itself_is_nowhere_once_there_is_a_lease(vault: FileVault) -> None:
    leased(vault)
    assert KEY not in stored(vault)
    assert Lease(vault).key(NOW, may_make=False) == KEY


@pytest.mark.parametrize("half", [OTHER, HALF[:-1] + "c"])
def test_neither_half_opens_alone(vault: FileVault, half: str) -> None:
    safe = lease.shut(KEY, HALF)
    assert lease.opened(safe, HALF) == KEY
    with pytest.raises(EnvironmentFailure, match="sleutelhelft_past_niet"):
        lease.opened(safe, half)
    with pytest.raises(EnvironmentFailure, match="sleutelhelft_past_niet"):
        lease.opened(replace(safe, eigen=OTHER), HALF)
    with pytest.raises(EnvironmentFailure, match="sleutelhelft_past_niet"):
        lease.opened(replace(safe, omhuld=KEY), HALF)


def test_the_same_key_never_lies_under_the_same_pad(vault: FileVault) -> None:
    safes = {lease.shut(KEY, HALF) for _ in range(5)}
    assert len({safe.omhuld for safe in safes}) == len({safe.eigen for safe in safes}) == 5


@pytest.mark.parametrize(
    ("left", "warning"),
    [
        (30 * DAY, None), (7 * DAY + DAY / 24, None), (7 * DAY, 7), (4 * DAY, 7), (3 * DAY, 3),
        (2 * DAY, 3), (DAY, 1), (DAY / 24, 1),
    ],
)  # fmt: skip
def test_the_person_is_warned_seven_three_and_one_day_before(
    vault: FileVault, left: timedelta, warning: int | None
) -> None:
    made, now = leased(vault), NOW + 30 * DAY - left
    assert (made.warns(now), made.dagen(now)) == (warning, left.days)


def test_at_its_end_the_other_half_goes_and_nothing_else(vault: FileVault) -> None:
    leased(vault)
    assert Lease(vault).key(NOW + 30 * DAY - DAY / 24, may_make=False) == KEY
    with pytest.raises(Sealed):
        Lease(vault).key(NOW + 30 * DAY, may_make=False)
    assert HALF not in stored(vault)
    assert KEY not in stored(vault)
    with pytest.raises(Sealed):
        Lease(vault).key(NOW, may_make=True)


def test_the_centre_opens_it_again(vault: FileVault) -> None:
    leased(vault)
    late = NOW + 400 * DAY
    with pytest.raises(Sealed):
        Lease(vault).key(late, may_make=False)
    again = Lease(vault)
    assert again.keep(answer(late), late) == KEY
    assert Lease(vault).key(late + 29 * DAY, may_make=False) == KEY


def test_a_half_of_another_laptop_opens_nothing_and_loses_nothing(vault: FileVault) -> None:
    leased(vault)
    with pytest.raises(Sealed):
        Lease(vault).key(NOW + 31 * DAY, may_make=False)
    for half in (OTHER, "", "x" * 64):
        with pytest.raises(EnvironmentFailure, match="sleutelhelft_past_niet"):
            Lease(vault).keep(answer(NOW + 31 * DAY, half=half), NOW + 31 * DAY)
    assert Lease(vault).keep(answer(NOW + 31 * DAY), NOW + 31 * DAY) == KEY


def test_a_centre_that_came_back_from_a_backup_has_another_half(vault: FileVault) -> None:
    made = leased(vault)
    made.keep(answer(NOW + DAY, half=OTHER), NOW + DAY)
    assert HALF not in stored(vault)
    with pytest.raises(Sealed):
        Lease(vault).key(NOW + 40 * DAY, may_make=False)
    assert Lease(vault).keep(answer(NOW + 40 * DAY, half=OTHER), NOW + 40 * DAY) == KEY


def test_a_clock_that_is_set_back_neither_prolongs_nor_opens(vault: FileVault) -> None:
    leased(vault)
    Lease(vault).key(NOW + 29 * DAY, may_make=False)
    assert Lease(vault).key(NOW, may_make=False) == KEY
    back = Lease(vault)
    back.key(NOW - 3000 * DAY, may_make=False)
    assert back.dagen(NOW - 3000 * DAY) == 1
    with pytest.raises(Sealed):
        Lease(vault).key(NOW + 30 * DAY, may_make=False)
    with pytest.raises(Sealed):
        Lease(vault).key(NOW - 3000 * DAY, may_make=False)


@pytest.mark.parametrize("ahead", [timedelta(days=-3000), timedelta(days=3000), timedelta(hours=-1)])
def test_a_clock_that_is_wrong_all_the_time_costs_and_gains_nothing(
    vault: FileVault, ahead: timedelta
) -> None:
    made = Lease(vault)
    made.key(NOW + ahead, may_make=False)
    made.keep(answer(NOW), NOW + ahead)
    assert Lease(vault).key(NOW + ahead + 29 * DAY, may_make=False) == KEY
    with pytest.raises(Sealed):
        Lease(vault).key(NOW + ahead + 30 * DAY, may_make=False)


def test_a_lease_that_somebody_edits_is_none(vault: FileVault) -> None:
    leased(vault)
    kept = json.loads(vault.get("lease") or "")
    for name in ("tot", "gezien", "vernieuwd"):
        vault.put("lease", json.dumps(kept | {name: instant_text(NOW + 9000 * DAY)}))
        with pytest.raises(Sealed):
            Lease(vault).key(NOW, may_make=False)
    vault.put("lease", json.dumps(kept))
    assert Lease(vault).key(NOW, may_make=False) == KEY


@pytest.mark.parametrize("text", ["", "geen json", "[]", "5", "{}", '{"helft": 5, "toets": ""}'])
def test_a_lease_that_cannot_be_read_is_none(vault: FileVault, text: str) -> None:
    leased(vault)
    vault.put("lease", text)
    with pytest.raises(Sealed):
        Lease(vault).key(NOW, may_make=False)


def test_it_breaks_off_at_any_moment_and_the_key_is_still_there(
    vault: FileVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four writes: after each of them the program may die."""
    real_put, real_forget = FileVault.put, FileVault.forget
    for allowed in range(4):
        for name in ("kluis", "lease"):
            vault.forget(name)
        vault.put("sleutel", KEY)
        left = iter(range(allowed))

        def put(one: FileVault, name: str, value: str, left: object = left) -> None:
            if next(left, None) is None:  # type: ignore[call-overload]
                raise EnvironmentFailure("sleutelbestand_niet_te_schrijven", pad="")
            real_put(one, name, value)

        def forget(one: FileVault, name: str, left: object = left) -> None:
            if next(left, None) is None:  # type: ignore[call-overload]
                raise EnvironmentFailure("sleutelbestand_niet_te_schrijven", pad="")
            real_forget(one, name)

        with monkeypatch.context() as patch:
            patch.setattr(FileVault, "put", put)
            patch.setattr(FileVault, "forget", forget)
            try:
                leased(vault)
            except EnvironmentFailure:
                assert allowed < 3
        assert Lease(vault).key(NOW, may_make=False) == KEY


def test_a_database_that_was_set_aside_keeps_its_key(vault: FileVault) -> None:
    """Who enrols anew while the lease lasts goes on with the same key; later the old one is put aside."""
    leased(vault)
    assert Lease(vault).fresh_key(NOW, may_make=True) == KEY
    assert "sleutel" not in json.loads(stored(vault))
    fresh = Lease(vault).fresh_key(NOW + 31 * DAY, may_make=True)
    assert fresh != KEY
    again = Lease(vault)
    again.keep(answer(NOW + 31 * DAY, half=OTHER), NOW + 31 * DAY)
    assert again.key(NOW + 31 * DAY, may_make=False) == fresh
    kept = lease.Safe(**json.loads(vault.get("kluis_apart") or ""))
    assert lease.opened(kept, HALF) == KEY
    vault.destroy()
    assert vault.get("kluis_apart") is None


def test_it_is_asked_for_again_once_an_hour(vault: FileVault) -> None:
    made = Lease(vault)
    made.key(NOW, may_make=False)
    assert made.is_due(NOW)
    made.keep(answer(NOW), NOW)
    assert not made.is_due(NOW + timedelta(minutes=59))
    assert made.is_due(NOW + timedelta(minutes=60))


# ---------------------------------------------------------------- with a real centre


def at(seat: Seat, moment: datetime) -> compose.Place:
    """The same profile at another present."""
    return replace(seat.place, moment=moment)


@pytest.fixture
def seat(world: World) -> Seat:
    made = world.laptop("fatima")
    made.doe("werkgever.registreer", naam="Bakkerij")
    made.sync()
    return made


@pytest.mark.postgres
def test_a_laptop_has_a_lease_from_its_first_round_on(world: World, seat: Seat, tmp_path: Path) -> None:
    stand = seat.laptop.stand()
    assert stand.lease_tot is not None
    assert abs(stand.lease_tot - MOMENT - 30 * DAY) < timedelta(minutes=10)
    assert (stand.lease_dagen, stand.lease_waarschuwt) in {(29, None), (30, None)}
    assert seat.place.key_file is not None
    assert KEY not in seat.place.key_file.read_text(encoding="utf-8")
    assert b"Bakkerij" in decrypted(seat, tmp_path)


@pytest.mark.postgres
def test_sealed_it_opens_for_nobody_but_a_round(world: World, seat: Seat) -> None:
    seat.doe("werkgever.registreer", naam="Nog niet verzonden")
    seat.close()
    late = at(seat, MOMENT + 31 * DAY)
    for _ in range(2):
        with pytest.raises(Sealed), compose.open_laptop(late):
            pass
    with pytest.raises(Sealed), compose.open_laptop(seat.place):
        pass
    before = seat.place.profile.database.read_bytes()
    assert before
    with compose.open_laptop(late, contact=True) as laptop:
        assert laptop.sync().toegepast == 1
        assert laptop.stand().werkgevers == 2
    with compose.open_laptop(seat.place) as laptop:
        assert laptop.stand().wachtend == 0


@pytest.mark.postgres
def test_without_a_network_it_stays_sealed_and_whole(world: World, seat: Seat) -> None:
    seat.close()
    port = world.stop_service()
    late = at(seat, MOMENT + 31 * DAY)
    with (
        pytest.raises(Sealed),
        compose.open_laptop(late, contact=True),
    ):
        pass
    world.start_service(port)
    with compose.open_laptop(late, contact=True) as laptop:
        assert laptop.stand().werkgevers == 1


@pytest.mark.postgres
def test_it_is_sealed_while_it_is_open_too(world: World, seat: Seat) -> None:
    """Nobody closes the window: the round that finds no centre is the one that seals."""
    seat.laptop.clock = replace(seat.laptop.clock, offset=seat.laptop.clock.offset + 31 * DAY)
    world.stop_service()
    with pytest.raises(Sealed):
        seat.sync()
    for call in (seat.laptop.stand, lambda: seat.doe("werkgever.registreer", naam="Nog een"), seat.sync):
        with pytest.raises(EnvironmentFailure):
            call()
    seat.close()
    with pytest.raises(Sealed), compose.open_laptop(seat.place):
        pass


@pytest.mark.postgres
def test_the_half_of_a_stolen_laptop_is_gone_at_once(world: World, seat: Seat) -> None:
    with world.session() as session:
        accounts.revoke_laptop(session, world.clock, seat.laptop.laptop_id)
    assert world.sql("SELECT sleutelhelft FROM laptop") == [(None,)]
    seat.close()
    late = at(seat, MOMENT + 31 * DAY)
    with pytest.raises(Sealed), compose.open_laptop(late):
        pass
    with pytest.raises(Revoked), compose.open_laptop(late, contact=True):
        pass
    assert not seat.place.profile.database.exists()
    assert world.sql("SELECT sleutelhelft FROM laptop") == [(None,)]
    [row] = world.sql("SELECT gewist_op FROM laptop")
    assert row.gewist_op is not None


@pytest.mark.postgres
def test_who_left_opens_once_more_for_the_last_work(world: World, seat: Seat) -> None:
    seat.doe("werkgever.registreer", naam="Laatste werk")
    seat.close()
    with world.session() as session:
        accounts.revoke_medewerker(session, world.clock, world.person_id("fatima"))
    late = at(seat, MOMENT + 31 * DAY)
    with compose.open_laptop(late, contact=True) as laptop:
        assert laptop.stand().lease_tot is None
        assert seat.place.key_file is not None
        assert "lease" not in json.loads(seat.place.key_file.read_text(encoding="utf-8"))
    with compose.open_laptop(late, contact=True) as laptop, pytest.raises(Revoked):
        laptop.sync()
    assert not seat.place.profile.database.exists()
    assert world.sql("SELECT uitkomst FROM grootboek ORDER BY n DESC LIMIT 1") == [("quarantaine",)]


@pytest.mark.postgres
def test_nobody_gets_the_half_of_another(world: World, seat: Seat) -> None:
    other = world.laptop("herman")
    halves = dict(world.sql("SELECT id, sleutelhelft FROM laptop"))
    assert len(set(halves.values())) == 2
    other.close()
    vault = FileVault(other.place.key_file)  # type: ignore[arg-type]
    theirs = FileVault(seat.place.key_file)  # type: ignore[arg-type]
    vault.put("token", theirs.get("token") or "")
    late = at(other, MOMENT + 31 * DAY)
    with pytest.raises(Sealed), compose.open_laptop(late):
        pass
    with (
        pytest.raises(EnvironmentFailure, match="sleutelhelft_past_niet"),
        compose.open_laptop(late, contact=True),
    ):
        pass
    vault.put("token", "van niemand")
    with pytest.raises(Weigering, match="token_onbekend"), compose.open_laptop(late, contact=True):
        pass
    assert other.place.profile.database.exists()


@pytest.mark.postgres
def test_the_region_sets_how_long(world: World) -> None:
    world.sql("UPDATE regio SET lease_dagen = 5")
    stand = world.laptop("fatima").laptop.stand()
    assert (stand.lease_dagen, stand.lease_waarschuwt) in {(4, 7), (5, 7)}
