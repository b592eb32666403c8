from pathlib import Path

import pytest

from tests.architecture.bite import outcomes
from tests.support.sealed import is_local

SOURCE = """
import os
import socket
from pathlib import Path

import pytest

# An address that is kept free for documentation: nobody is there.
ELSEWHERE = ("192.0.2.1", 9)

def test_bad_connect():
    with socket.socket() as wire:
        wire.connect(ELSEWHERE)

def test_bad_connect_ex():
    with socket.socket() as wire:
        wire.connect_ex(ELSEWHERE)

def test_bad_look_up():
    socket.create_connection(("werkcentrum.example", 443), timeout=1)

def test_good_loopback():
    with socket.create_server(("127.0.0.1", 0)) as server:
        with socket.create_connection(server.getsockname()):
            pass

def test_good_writes_at_home():
    assert list(Path.home().iterdir()) == []
    (Path.home() / "settings").write_text("mine")

def test_good_finds_an_empty_home_again():
    assert list(Path.home().iterdir()) == []
    assert Path(os.environ["XDG_DATA_HOME"]).is_relative_to(Path.home())

def test_good_no_settings():
    assert "WERKREGIE_MAP" not in os.environ
"""


def test_a_test_cannot_leave_this_machine_or_find_a_profile(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WERKREGIE_MAP", "somebody's profile")

    found = outcomes(pytester, monkeypatch, SOURCE, "sealed")

    assert found.bad() == {"test_bad_connect", "test_bad_connect_ex", "test_bad_look_up"}, found.text
    assert len(found.good()) == 4, found.text


@pytest.mark.parametrize("host", ["127.0.0.1", "127.3.2.1", "::1", "localhost", "", None, b"localhost"])
def test_this_machine_is_local(host: object) -> None:
    assert is_local(host)


@pytest.mark.parametrize("host", ["10.0.0.1", "::", "example.nl", "127.0.0.1.example.nl"])
def test_anything_else_is_not(host: object) -> None:
    assert not is_local(host)


def test_the_keyring_of_the_developer_is_out_of_reach(sealed: Path) -> None:
    import keyring
    from keyring.errors import NoKeyringError

    with pytest.raises(NoKeyringError):
        keyring.get_password("werkregie", "test")
