"""Keys, files, other programs, clocks and signals: one sentence, and nothing is lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from datetime import timedelta
from pathlib import Path

import pytest

from desktop import logs
from desktop.commandline import program, window
from desktop.commandline.display import require_display
from desktop.models.errors import EnvironmentFailure
from desktop.profile import Profile
from tests.commandline.desk import NOW, PROGRAM, ROOT, Desk, without_keyring
from tests.support.region import MOMENT


def test_without_a_keyring_and_without_a_key_file(empty_desk: Desk, tmp_path: Path) -> None:
    code = empty_desk.world.invite("fatima")
    words = [*PROGRAM, "--map", str(tmp_path / "p"), "--nu", NOW, "aanmelden", empty_desk.world.url, code]

    done = subprocess.run(
        words, cwd=ROOT, env=without_keyring(), capture_output=True, text=True, check=False, timeout=60
    )

    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("Deze computer heeft geen sleutelbos")
    empty_desk.ok("aanmelden", empty_desk.world.url, code)


def test_a_key_file_that_is_not_ours(desk: Desk, tmp_path: Path) -> None:
    for name, content in {"a": b"", "b": b"\xff\xfe", "c": b"[]", "d": b"sleutel"}.items():
        key_file = tmp_path / name
        key_file.write_bytes(content)
        other = Desk(desk.world, desk.folder, key_file, desk.capture)
        other.run("toon", "werkgever").refused("sleutelbestand niet lezen", 3)
    Desk(desk.world, desk.folder, tmp_path / "weg", desk.capture).run("toon", "werkgever").refused(
        "De sleutel van deze gegevens is er niet", 3
    )
    assert desk.ok("controle", "--json").data()["klopt"]


def test_a_wrong_key_sets_the_database_aside_and_never_deletes_it(desk: Desk, tmp_path: Path) -> None:
    before = (desk.folder / "werkregie.db").read_bytes()
    wrong = tmp_path / "anders.json"
    kept = json.loads(desk.key_file.read_text(encoding="utf-8"))
    wrong.write_text(json.dumps(kept | {"sleutel": "0" * 64}), encoding="utf-8")

    Desk(desk.world, desk.folder, wrong, desk.capture).run("toon", "werkgever").refused(
        "staan nu apart in", 3
    )

    (aside,) = (desk.folder / "apart").glob("*/werkregie.db")
    assert aside.read_bytes() == before


def test_a_wrong_key_says_one_sentence_and_the_database_nothing(desk: Desk, tmp_path: Path) -> None:
    kept = json.loads(desk.key_file.read_text(encoding="utf-8"))
    wrong = tmp_path / "anders.json"
    wrong.write_text(json.dumps(kept | {"sleutel": "0" * 64}), encoding="utf-8")

    Desk(desk.world, desk.folder, wrong, desk.capture).process("toon", "werkgever").refused("apart in", 3)


def test_a_damaged_database_is_set_aside(desk: Desk) -> None:
    (desk.folder / "werkregie.db").write_bytes(os.urandom(100_000))

    desk.run("toon", "werkgever").refused("staan nu apart in", 3)


def test_settings_that_cannot_be_read(desk: Desk) -> None:
    for content in (b"{", b"[]", b'{"profile_id": "\xe8"}'):
        (desk.folder / "instellingen.json").write_bytes(content)
        desk.run("sync").refused("kan de instellingen niet lezen", 3)


def test_a_profile_that_is_a_file(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    other = Desk(desk.world, tmp_path / "bestand", tmp_path / "s", desk.capture)

    assert other.run("sync").code in (1, 3)
    other.run("aanmelden", desk.world.url, "X").refused("kan hier niet schrijven", 3)


def test_two_programs_on_one_profile(desk: Desk) -> None:
    with Profile(desk.folder).locked():
        begun = time.monotonic()
        said = desk.process("toon", "werkgever", "--json")
        waited = time.monotonic() - begun

    said.refused("staat al open met deze gegevens", 3)
    assert 9 < waited < 30
    assert desk.ok("toon", "werkgever", "--json").out == ""


def test_a_second_program_goes_on_when_the_first_has_ended(desk: Desk) -> None:
    lock = Profile(desk.folder).locked()
    lock.__enter__()
    second = subprocess.Popen(
        [*PROGRAM, *desk.always, "toon", "medewerker", "--json"], cwd=ROOT, stdout=subprocess.PIPE
    )
    with pytest.raises(subprocess.TimeoutExpired):
        second.wait(2)
    lock.__exit__(None, None, None)
    out, _ = second.communicate(timeout=30)

    assert second.returncode == 0
    assert len(out.splitlines()) == 6


@pytest.mark.parametrize("days", [-1, 1])
def test_a_clock_that_is_a_day_wrong_loses_nothing(desk: Desk, days: int) -> None:
    there = (MOMENT + timedelta(days=days)).isoformat()
    made = desk.ok("--nu", there, "doe", "werkgever.registreer", '{"naam": "Houtbouw"}', "--json").data()
    day = there[:10]
    visit = {"werkgever_id": made["id"], "datum": day, "kanaal": "bezoek", "notitie": "Rondleiding"}
    desk.ok("--nu", there, "doe", "contact.leg_vast", json.dumps(visit), "--json")

    said = desk.ok("--nu", there, "sync", "--json")
    counts = said.data()

    assert (counts["toegepast"], counts["geweigerd"]) == (2, 0)
    way = "voor" if days > 0 else "achter"
    spoken = said.err.replace("\N{NO-BREAK SPACE}", " ")
    assert spoken == f"De klok van deze laptop loopt 1 dag {way}. Zet hem goed.\n"
    assert desk.ok("sync").err == ""
    row = desk.ok("toon", "contactmoment", "--json").data()
    assert (row["datum"], row["notitie"]) == (day, "Rondleiding")
    assert desk.ok("controle", "--centrum", "--json").data()["klopt"]


def test_another_present_is_for_an_oefenomgeving_only(desk: Desk) -> None:
    Profile(desk.folder).change(desk.world.clock, oefen=False)

    desk.run("toon", "werkgever").refused("kan alleen in een oefenomgeving")


def test_a_present_from_the_environment_that_is_no_moment(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WERKREGIE_NU", "gisteren")

    assert program.run(["--map", str(desk.folder), "toon", "werkgever"]) == 1
    assert "WERKREGIE_NU klopt niet. Dit is geen moment: gisteren." in capsys.readouterr().err


def test_a_present_from_the_environment_that_cannot_be_reckoned_with(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WERKREGIE_NU", "0001-01-01")

    assert program.run(["--map", str(desk.folder), "toon", "werkgever"]) == 1
    assert "WERKREGIE_NU klopt niet. Met het jaar 1" in capsys.readouterr().err


def test_a_window_needs_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(EnvironmentFailure) as caught:
        require_display()
    assert caught.value.code == "geen_scherm"
    monkeypatch.setenv("DISPLAY", ":987")
    with pytest.raises(EnvironmentFailure):
        require_display()


class Closer:
    """Closes the first window that is shown, and keeps what it was about."""

    def __init__(self) -> None:
        from PySide6.QtCore import QTimer

        from desktop.app import application

        application()
        self.read = ""
        self._timer = QTimer(interval=20)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        from PySide6.QtWidgets import QApplication

        from desktop.views.start.window import StartWindow

        for shown in QApplication.topLevelWidgets():
            if isinstance(shown, StartWindow) and shown.isVisible():
                self._timer.stop()
                self.read = shown.sentence
                shown.close()


def test_the_window_where_nobody_signed_in_offers_to(empty_desk: Desk) -> None:
    closer = Closer()

    said = empty_desk.run()

    assert (said.code, said.out, said.err) == (0, "", "")
    assert "een adres en een code" in closer.read


def test_a_window_that_does_not_open_says_why_and_ends_as_any_word_does(desk: Desk) -> None:
    (desk.folder / "instellingen.json").write_text("{", encoding="utf-8")
    closer = Closer()

    desk.run().refused("kan de instellingen niet lezen", 3)

    assert "kan de instellingen niet lezen" in closer.read


def test_the_window_without_a_display_is_one_sentence(desk: Desk) -> None:
    hidden = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    env = {name: value for name, value in os.environ.items() if name not in hidden}

    desk.process(env=env).refused("kan hier geen venster openen", 3)


def test_without_qt_it_says_what_is_missing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def without_qt(_place: object) -> int:
        raise ModuleNotFoundError("No module named 'PySide6'", name="PySide6.QtCore")

    monkeypatch.setattr(window, "show", without_qt)

    desk.run().refused("Het onderdeel desktop is niet geïnstalleerd", 3)


def test_a_fault_of_ours_is_a_sentence_and_its_details_are_in_the_log(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.laptop import Laptop

    def broken(*_: object) -> object:
        raise KeyError("geheim van de werkgever")

    monkeypatch.setattr(Laptop, "werkgevers", broken)

    desk.run("toon", "werkgever", "--zoek", "x").refused("Er ging iets mis in Werkregie zelf", 3)

    log = (desk.folder / "logs" / logs.NAME).read_text(encoding="utf-8")
    written = json.loads(log.splitlines()[-1])
    assert written["uitzondering"][0]["soort"] == "KeyError"
    assert "broken" in written["uitzondering"][0]["plaatsen"][-1]
    assert "geheim" not in log


def test_a_fault_without_a_profile_gets_a_file_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / logs.NAME).symlink_to(tmp_path / "elders")

    first, second = (logs.report(KeyError("geheim"), None) for _ in range(2))

    assert first != second
    assert not (tmp_path / "elders").exists()
    for path in (first, second):
        assert path.stat().st_mode & 0o777 == 0o600
        assert "KeyError" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 130), (signal.SIGINT, 130)])
def test_being_stopped_leaves_a_sound_profile(desk: Desk, tmp_path: Path, number: int, code: int) -> None:
    read, write = os.pipe()
    words = [*PROGRAM, *desk.always, "doe", "--bestand", "-", "--json"]
    running = subprocess.Popen(
        words, cwd=ROOT, stdin=read, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    os.write(write, b'{"naam": "werkgever.registreer", "argumenten": {"naam": "Houtbouw"}}\n' * 400)
    assert running.stdout is not None
    os.write(write, b"\n" * 9000)
    running.stdout.readline()
    running.send_signal(number)
    _, err = running.communicate(timeout=30)
    os.close(read)
    os.close(write)

    assert running.returncode == code
    assert err == "Gestopt. Wat je al had vastgelegd, blijft bewaard.\n"
    assert desk.ok("controle", "--json").data()["klopt"]
    assert desk.ok("toon", "werkgever", "--json").rows()
