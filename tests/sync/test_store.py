"""The laptop's file: encrypted, whole after a full disk, set aside when it cannot be read, never deleted."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop import compose
from desktop import profile as profile_module
from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.models.store import laptop_engine
from desktop.sync.protocol import EnrolRequest, EnrolResponse
from desktop.sync.transport import HttpTransport
from tests.support.region import MOMENT, Seat, World

pytestmark = pytest.mark.postgres


@pytest.fixture
def seat(world: World) -> Seat:
    made = world.laptop("fatima")
    made.doe("werkgever.registreer", naam="Houtbouw Eemvallei")
    return made


def _opens(place: compose.Place) -> int:
    with compose.open_laptop(place) as laptop:
        return laptop.stand().wachtend


def _aside(seat: Seat) -> Path:
    """The one folder in which the files were put."""
    return next((seat.place.folder / "apart").iterdir())


def test_what_the_file_is_set_to(seat: Seat) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "temp_store": 2}
    assert {name: seat.sql(f"PRAGMA {name}")[0][0] for name in wanted} == wanted
    assert seat.sql("PRAGMA cipher_version")[0][0]


def test_another_key_sets_the_file_aside_and_it_can_be_put_back(world: World, seat: Seat) -> None:
    """A mistake with the key file costs a move, never the work that was not sent."""
    seat.close()
    good = seat.place.key_file
    assert good is not None
    content = good.read_text()
    good.write_text(json.dumps(json.loads(content) | {"sleutel": "f" * 64}))
    with pytest.raises(EnvironmentFailure, match="database_apart_gezet"):
        _opens(seat.place)
    with pytest.raises(Weigering, match="niet_aangemeld"):
        _opens(seat.place)
    good.write_text(content)
    for path in _aside(seat).iterdir():
        shutil.move(path, seat.place.folder / path.name)
    assert _opens(seat.place) == 1


@pytest.mark.parametrize("damage", ["rubbish", "zeros", "empty", "half"])
def test_a_damaged_file_is_set_aside_and_one_can_enrol_again(world: World, seat: Seat, damage: str) -> None:
    seat.close()
    database = seat.place.profile.database
    content = database.read_bytes()
    broken = {
        "rubbish": os.urandom(len(content)),
        "zeros": bytes(len(content)),
        "empty": b"",
        "half": content[:1500],
    }[damage]
    database.write_bytes(broken)
    with pytest.raises(EnvironmentFailure, match="database_apart_gezet"):
        _opens(seat.place)
    kept = _aside(seat)
    assert (kept / "instellingen.json").exists()
    assert (kept / database.name).exists()
    if damage != "empty":
        assert (kept / database.name).read_bytes() == broken
    compose.enrol(seat.place, world.url, world.invite("fatima"))
    with compose.open_laptop(seat.place) as laptop:
        laptop.sync()
        laptop.doe("werkgever.registreer", {"naam": "Verder"})
        assert laptop.sync().toegepast == 1


def test_a_page_that_is_damaged_later_is_a_plain_failure(seat: Seat) -> None:
    """Nothing is set aside while a person works; the file stays, and the window can say what is wrong."""
    seat.sync()
    page = seat.sql("SELECT rootpage FROM sqlite_master WHERE name = 'codewaarde'")[0][0]
    seat.close()
    database = seat.place.profile.database
    with database.open("r+b") as file:
        file.seek((page - 1) * 4096 + 100)
        file.write(os.urandom(400))
    with (
        compose.open_laptop(seat.place) as laptop,
        pytest.raises(EnvironmentFailure, match="database_onleesbaar"),
    ):
        laptop.bucket_standen()
    assert database.exists()


def _fill_the_disk(seat: Seat) -> None:
    pages = seat.sql("PRAGMA page_count")[0][0]
    seat.sql(f"PRAGMA max_page_count = {pages}")


def _until_full(work: Callable[[int], object]) -> EnvironmentFailure:
    """Goes on until there is no room; what each time was done before that stays."""
    for i in range(3000):
        try:
            work(i)
        except EnvironmentFailure as failure:
            return failure
    raise AssertionError("the disk never got full")


def test_the_disk_is_full(seat: Seat) -> None:
    """The command fails for the environment, nothing of it stays, and it goes through when there is room."""
    done: list[tuple[object, int]] = []

    def record(i: int) -> None:
        done.append((seat.everything(), seat.laptop.stand().wachtend))
        seat.doe("werkgever.registreer", naam=f"Bakkerij {i} {'x' * 400}")

    _fill_the_disk(seat)
    assert _until_full(record).code == "schijf_vol"
    seat.laptop.integriteit()
    assert (seat.everything(), seat.laptop.stand().wachtend) == done[-1]
    failure = _until_full(lambda _: seat.laptop.bewaar_concept("bezoek", "x", {"notitie": "y" * 900_000}))
    assert failure.code == "schijf_vol"
    seat.sql("PRAGMA max_page_count = 1000000")
    seat.doe("werkgever.registreer", naam="Met ruimte")
    assert seat.sync().openstaand == 0


def test_a_refusal_on_a_full_disk_is_still_a_plain_code(seat: Seat) -> None:
    """Also the audit line of a refused command needs room."""

    def refused(_: int) -> None:
        with contextlib.suppress(Weigering):
            seat.doe("contact.leg_vast", werkgever_id="x", datum="2026-11-20", kanaal="bezoek")

    _fill_the_disk(seat)
    assert _until_full(refused).code == "schijf_vol"


def test_two_programs_on_one_profile(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(profile_module, "LOCK_SECONDS", 0.1)
    with pytest.raises(EnvironmentFailure, match="profiel_in_gebruik"):
        _opens(seat.place)
    seat.close()
    assert _opens(seat.place) == 1


def test_another_process_holds_the_profile(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    """A real second process; and when it is killed the profile is free at once."""
    seat.close()
    code = """
import sys, time
from pathlib import Path
from desktop.profile import Profile
with Profile(Path(sys.argv[1])).locked():
    print("heeft", flush=True)
    sys.stdin.read()
"""
    command = [sys.executable, "-c", code, str(seat.place.folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "heeft"
        monkeypatch.setattr(profile_module, "LOCK_SECONDS", 0.1)
        with pytest.raises(EnvironmentFailure, match="profiel_in_gebruik"):
            _opens(seat.place)
        other.kill()
        other.wait()
    assert _opens(seat.place) == 1


def test_a_database_of_a_newer_program(seat: Seat) -> None:
    seat.sql("UPDATE alembic_version SET version_num = '9999'")
    seat.close()
    with pytest.raises(EnvironmentFailure, match="database_nieuwer"):
        _opens(seat.place)
    assert seat.place.profile.database.exists()


def test_a_reader_never_makes_a_file(tmp_path: Path) -> None:
    engine = laptop_engine(tmp_path / "weg.db", "0" * 64, writer=False)
    with pytest.raises(Exception, match="unable to open"):
        engine.connect()
    assert list(tmp_path.iterdir()) == []


def test_settings_that_cannot_be_read(seat: Seat) -> None:
    seat.close()
    (seat.place.folder / "instellingen.json").write_text("{half", encoding="utf-8")
    with pytest.raises(EnvironmentFailure, match="instellingen_onleesbaar"):
        _opens(seat.place)


def test_settings_of_a_newer_program_are_read(world: World, seat: Seat) -> None:
    seat.close()
    path = seat.place.folder / "instellingen.json"
    path.write_text(path.read_text().replace("{", '{"van_later": 1, ', 1), encoding="utf-8")
    assert _opens(seat.place) == 1


@pytest.mark.skipif(os.name != "posix", reason="mode bits")
def test_the_folder_is_its_owners_alone(seat: Seat) -> None:
    assert seat.place.folder.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_cannot_be_made(world: World, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")
    place = compose.Place(tmp_path / "bestand" / "map", tmp_path / "sleutel.json", MOMENT)
    with pytest.raises(EnvironmentFailure, match="map_niet_te_maken"):
        compose.enrol(place, world.url, "code")


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://werkcentrum.nl", "centrum_zonder_https"),
        ("http://127.0.0.1:80@werkcentrum.nl", "centrum_zonder_https"),
        ("http://127.0.0.1.werkcentrum.nl:80", "centrum_zonder_https"),
        ("http://localhost@werkcentrum.nl/", "centrum_zonder_https"),
        ("ftp://127.0.0.1", "centrum_adres"),
        ("werkcentrum.nl", "centrum_adres"),
        ("", "centrum_adres"),
    ],
)
def test_an_address_that_may_not_be_used(tmp_path: Path, url: str, code: str) -> None:
    place = compose.Place(tmp_path / "map", tmp_path / "sleutel.json", MOMENT)
    with pytest.raises(Weigering, match=code):
        compose.enrol(place, url, "AAAA-BBBB-CCCC-DDDD")


def test_a_wrong_code_leaves_a_profile_that_can_try_again(world: World) -> None:
    place = world.place("nieuw")
    for _ in range(2):
        with pytest.raises(Weigering, match="code_klopt_niet"):
            compose.enrol(place, world.url, "AAAA-BBBB-CCCC-DDDD")
    assert compose.enrol(place, world.url, world.invite("fatima")).actor.naam == "fatima"
    with pytest.raises(Weigering, match="al_aangemeld"):
        compose.enrol(place, world.url, world.invite("fatima"))


@pytest.mark.parametrize("later", ["the same code", "another code"])
def test_an_enrolment_whose_answer_was_lost_can_be_done_again(
    world: World, monkeypatch: pytest.MonkeyPatch, later: str
) -> None:
    """The centre took the code and this laptop never heard: it asks again as the same laptop."""
    place, code, real = world.place("nieuw"), world.invite("fatima"), HttpTransport.enrol

    def lost(transport: HttpTransport, request: EnrolRequest) -> EnrolResponse:
        real(transport, request)
        raise EnvironmentFailure("centrum_afgebroken")

    with monkeypatch.context() as patch:
        patch.setattr(HttpTransport, "enrol", lost)
        with pytest.raises(EnvironmentFailure, match="centrum_afgebroken"):
            compose.enrol(place, world.url, code)
    again = f" {code.lower()} " if later == "the same code" else world.invite("fatima")
    assert compose.enrol(place, world.url, again).actor.naam == "fatima"
    with compose.open_laptop(place) as laptop:
        assert laptop.sync().ontvangen > 0
    assert len(world.sql("SELECT 1 FROM laptop")) == (1 if later == "the same code" else 2)
