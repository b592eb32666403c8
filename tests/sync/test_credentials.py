"""Where the two secrets are: in a real keyring or in the key file that was asked for, and nowhere else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from desktop import compose
from desktop.models.errors import EnvironmentFailure
from desktop.preferences import Preferences
from desktop.sync.credentials import FileVault, KeyringVault, database_key

KEY = "0123456789abcdef" * 4


@pytest.fixture
def vault(tmp_path: Path) -> FileVault:
    return FileVault(tmp_path / "diep" / "sleutel.json")


def test_a_key_is_made_once_and_only_for_a_new_database(vault: FileVault) -> None:
    with pytest.raises(EnvironmentFailure, match="sleutel_ontbreekt"):
        database_key(vault, may_make=False)
    key = database_key(vault, may_make=True)
    assert len(bytes.fromhex(key)) == 32
    assert database_key(vault, may_make=True) == database_key(vault, may_make=False) == key


def test_two_profiles_have_two_keys(tmp_path: Path) -> None:
    keys = {database_key(FileVault(tmp_path / str(i)), may_make=True) for i in range(5)}
    assert len(keys) == 5


@pytest.mark.skipif(os.name != "posix", reason="mode bits")
def test_the_key_file_is_its_owners_alone(vault: FileVault) -> None:
    vault.path.parent.mkdir()
    vault.path.write_text("{}")
    vault.path.chmod(0o644)
    old = os.umask(0)
    try:
        vault.put("sleutel", KEY)
    finally:
        os.umask(old)
    assert vault.path.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in vault.path.parent.iterdir()] == [vault.path.name]


def test_both_secrets_are_kept_beside_each_other(vault: FileVault) -> None:
    vault.put("sleutel", KEY)
    vault.put("token", "t")
    assert (vault.get("sleutel"), vault.get("token"), vault.get("iets")) == (KEY, "t", None)


def test_destroying_twice_is_destroying_once(vault: FileVault) -> None:
    vault.put("sleutel", KEY)
    vault.destroy()
    vault.destroy()
    assert list(vault.path.parent.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"geen json", b"[1]", b'{"sleutel": 5}', b"\xff\xfe\x00", b"null"])
def test_a_key_file_that_is_none(vault: FileVault, content: bytes) -> None:
    vault.path.parent.mkdir()
    vault.path.write_bytes(content)
    with pytest.raises(EnvironmentFailure, match="sleutelbestand_onleesbaar"):
        database_key(vault, may_make=True)
    assert vault.path.read_bytes() == content


@pytest.mark.parametrize("key", ["", "kort", KEY[:-1], KEY + "0", KEY.upper(), KEY[:-1] + "'"])
def test_a_key_that_is_none(vault: FileVault, key: str) -> None:
    vault.put("sleutel", key)
    with pytest.raises(EnvironmentFailure, match="sleutel_ontbreekt"):
        database_key(vault, may_make=True)


def test_a_key_file_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")
    with pytest.raises(EnvironmentFailure, match="sleutelbestand"):
        database_key(FileVault(tmp_path / "bestand" / "sleutel.json"), may_make=True)
    (tmp_path / "map").mkdir()
    with pytest.raises(EnvironmentFailure, match="sleutelbestand"):
        database_key(FileVault(tmp_path / "map"), may_make=True)


def test_no_keyring_and_no_key_file(tmp_path: Path) -> None:
    """No silent fallback: the tests' own home has no keyring."""
    with pytest.raises(EnvironmentFailure, match="geen_sleutelbos"):
        database_key(KeyringVault("profiel"), may_make=True)
    with pytest.raises(EnvironmentFailure, match="geen_sleutelbos"):
        compose.enrol(compose.Place(tmp_path / "map"), "http://127.0.0.1:9", "code")
    assert not (tmp_path / "map" / "werkregie.db").exists()


@pytest.mark.parametrize("backend", ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring"])
def test_a_keyring_that_keeps_nothing_is_none(backend: str, tmp_path: Path) -> None:
    assert _run_with(backend, tmp_path) == "geen_sleutelbos"


_SCRIPT = """
import sys
from desktop.models.errors import EnvironmentFailure
from desktop.sync.credentials import KeyringVault, database_key
one, other = KeyringVault("een"), KeyringVault("ander")
try:
    key = database_key(one, may_make=True)
except EnvironmentFailure as failure:
    print(failure.code)
    sys.exit()
assert database_key(one, may_make=False) == key
one.put("token", "t")
assert (one.get("token"), other.get("token"), other.get("sleutel")) == ("t", None, None)
other.put("token", "u")
one.destroy()
one.destroy()
assert (one.get("sleutel"), one.get("token"), other.get("token")) == (None, None, "u")
other.destroy()
print("goed")
"""


def _run_with(backend: str, home: Path) -> str:
    environment = {**os.environ, "PYTHON_KEYRING_BACKEND": backend, "HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")),
    reason="dbus-run-session or gnome-keyring is not installed",
)
def test_a_real_keyring(tmp_path: Path) -> None:
    """GNOME's keyring on a message bus of its own, unlocked with an empty password in an empty home."""
    script = tmp_path / "script.py"
    script.write_text(_SCRIPT, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHON_KEYRING_BACKEND"}
    environment |= {
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_RUNTIME_DIR": str(tmp_path),
    }
    command = (
        "printf '\\n' | gnome-keyring-daemon --unlock --components=secrets --foreground >/dev/null 2>&1 & "
        'daemon=$!; "$0" "$1"; code=$?; kill $daemon; wait $daemon; exit $code'
    )
    environment["PYTHONPATH"] = os.pathsep.join(sys.path)
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", command, sys.executable, str(script)],
        env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    if "sleutelbos" in done.stdout:
        pytest.skip(f"this machine has no keyring that works without a screen: {done.stdout.strip()}")
    assert (done.stdout.strip(), done.returncode) == ("goed", 0), done.stderr


def test_the_settings_hold_no_secret(tmp_path: Path) -> None:
    place = compose.Place(tmp_path / "map", tmp_path / "sleutel.json")
    place.profile.make()
    place.profile.settings(place.clock(None))
    stored = json.loads((tmp_path / "map" / "instellingen.json").read_text())
    own = {field.name for field in fields(Preferences)}
    assert set(stored) == {"profile_id", "laptop_id", "centrum", "oefen"} | own
