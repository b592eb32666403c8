"""Seals a test off: a home of its own that is thrown away, no real keyring, no network but loopback.

A test that would have touched the developer's profile or another host fails instead of passing by accident.
"""

import os
import socket
from collections.abc import Iterator
from ipaddress import ip_address
from itertools import count
from pathlib import Path
from typing import Any

import pytest

_HOME_VARIABLES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
}


class NetworkForbiddenError(OSError):
    """A test tried to reach a host that is not this machine."""


def is_local(host: object) -> bool:
    """Whether `host` (a name or an address, as text or bytes) is this machine; no look-up is made."""
    text = host.decode() if isinstance(host, bytes) else host
    if text in (None, "", "localhost"):
        return True
    try:
        return ip_address(str(text).split("%")[0]).is_loopback
    except ValueError:
        return False


def _refuse_elsewhere(address: Any) -> None:
    if isinstance(address, tuple) and not is_local(address[0]):
        raise NetworkForbiddenError(f"A test may only reach this machine, not {address[0]!r}.")


def seal_network(patch: pytest.MonkeyPatch) -> None:
    """Lets sockets of this process reach loopback addresses and local sockets only."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex
    look_up = socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        _refuse_elsewhere(address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        _refuse_elsewhere(address)
        return connect_ex(self, address)

    def guarded_look_up(host: Any, *args: Any, **kwargs: Any) -> Any:
        _refuse_elsewhere((host,))
        return look_up(host, *args, **kwargs)

    patch.setattr(socket.socket, "connect", guarded_connect)
    patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    patch.setattr(socket, "getaddrinfo", guarded_look_up)


def seal_profile(patch: pytest.MonkeyPatch, home: Path) -> None:
    """Makes `home` the user's home on every platform, without settings and without a keyring."""
    for name, below in _HOME_VARIABLES.items():
        patch.setenv(name, str(home / below))
    for name in [name for name in os.environ if name.startswith("WERKREGIE_")]:
        patch.delenv(name)
    # A test that wants a keyring brings its own; the real one is never opened.
    patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Names for homes. Counted here: pytest would look through the thousands that there are for the next."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def sealed(homes: Iterator[Path]) -> Iterator[Path]:
    """The throw-away home of this test."""
    home = next(homes)
    home.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        seal_profile(patch, home)
        seal_network(patch)
        yield home
