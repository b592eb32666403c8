"""A line that takes less at once than the centre, and bodies that unpack to more than either end takes."""

from __future__ import annotations

import httpx
import msgspec
import pytest
import zstandard

from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.sync import protocol, sending
from desktop.sync.protocol import SyncRequest, SyncResponse
from desktop.sync.transport import HttpTransport
from tests.support.region import Seat, World

pytestmark = pytest.mark.postgres


class Narrow:
    """A proxy that lets bodies of so many bytes through, and answers as proxies do."""

    def __init__(self, patch: pytest.MonkeyPatch, most: int) -> None:
        self.most, self.refused = most, 0
        self.carried: list[int] = []
        real = HttpTransport.sync

        def sync(transport: HttpTransport, request: SyncRequest) -> SyncResponse:
            if len(msgspec.json.encode(request)) > self.most:
                self.refused += 1
                raise EnvironmentFailure("centrum_te_groot")
            self.carried.append(len(request.opdrachten))
            return real(transport, request)

        patch.setattr(HttpTransport, "sync", sync)


def _fill(seat: Seat, count: int) -> None:
    for i in range(count):
        seat.doe("werkgever.registreer", naam=f"Bakkerij {i}")


def test_calls_shrink_until_they_fit_and_grow_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "COMMANDS_PER_CALL", 16)
    seat = world.laptop("fatima")
    line = Narrow(monkeypatch, 1_500)
    _fill(seat, 20)
    seat.sync()
    assert 0 < line.refused <= 4
    assert max(line.carried) <= 4
    assert seat.laptop.stand().wachtend == 0
    world.assert_converged(seat)
    line.most = 10**9
    for _ in range(4):
        seat.sync()
    line.carried.clear()
    _fill(seat, 16)
    seat.sync()
    assert max(line.carried) == 16


def test_what_does_not_fit_at_all_waits_and_says_so(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    seat = world.laptop("fatima")
    line = Narrow(monkeypatch, 600)
    _fill(seat, 3)
    with pytest.raises(EnvironmentFailure, match="centrum_te_groot"):
        seat.sync()
    assert line.refused < 12
    assert seat.laptop.stand().wachtend == 3
    line.most = 10**9
    for _ in range(2):
        seat.sync()
    assert seat.laptop.stand().wachtend == 0


def test_the_page_of_a_proxy_is_understood() -> None:
    answer = httpx.Response(413, html="<h1>413 Request Entity Too Large</h1>")
    transport = httpx.MockTransport(lambda _request: answer)
    with httpx.Client(transport=transport, base_url="http://centre.invalid") as client:
        line = HttpTransport("http://centre.invalid", "token", client)
        with pytest.raises(EnvironmentFailure, match="centrum_te_groot"):
            line.snapshot("regio", None)


BOMB = zstandard.ZstdCompressor(level=19).compress(b" " * (protocol.MAX_BODY + 1))


def test_a_bomb_is_never_unpacked_by_the_centre(world: World) -> None:
    seat = world.laptop("fatima")
    line = seat.transport()
    for path in ("/v1/sync", "/v1/herken", "/v1/aanmelden"):
        with pytest.raises(Weigering, match="bericht_onleesbaar"):
            line._call("POST", path, BOMB, SyncResponse)
    line.close()


def test_a_bomb_is_never_unpacked_by_a_laptop() -> None:
    answer = httpx.Response(200, content=BOMB, headers={"content-type": "application/x-werkregie"})
    transport = httpx.MockTransport(lambda _request: answer)
    with httpx.Client(transport=transport, base_url="http://centre.invalid") as client:
        line = HttpTransport("http://centre.invalid", "token", client)
        with pytest.raises(EnvironmentFailure, match="centrum_afgebroken"):
            line.snapshot("regio", None)
