"""One laptop with very much to send does not make the others wait until it is done."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from desktop.sync.protocol import PROTOCOL, CommandMessage, SyncRequest
from desktop.sync.transport import HttpTransport
from tests.support.region import World
from tests.support.senders import Sender

pytestmark = pytest.mark.postgres
CALLS, COMMANDS = 16, 60
ROUNDS = 3


class _Greedy(threading.Thread):
    """Sends all it has, one full call after the other; `sent` counts calls that were answered."""

    def __init__(self, url: str, sender: Sender, work: Callable[[], CommandMessage]) -> None:
        super().__init__(name="greedy")
        self.sent, self.begun = 0, threading.Event()
        self._calls = [[work() for _ in range(COMMANDS)] for _ in range(CALLS)]
        self._sender, self._url = sender, url

    def run(self) -> None:
        line = HttpTransport(self._url, self._sender.token)
        for messages in self._calls:
            request = SyncRequest(
                PROTOCOL, self._sender.laptop_id, "test", opdrachten=messages, ophalen=False
            )
            answered = line.sync(request).antwoorden
            assert [one.uitkomst for one in answered] == ["toegepast"] * COMMANDS
            self.sent += 1
            self.begun.set()
        line.close()


def test_others_go_on_while_one_sends_thousands(world: World) -> None:
    """In order, not in seconds: others finish their rounds while the large queue is still under way."""
    sender = Sender(world, "fatima")
    known = sender.werkgever()
    sender.send(known)
    seat = world.laptop("herman")
    url = world.serve_also().url
    greedy = _Greedy(url, sender, lambda: sender.contact(known.argumenten["id"], notitie="een van veel"))
    greedy.start()
    try:
        assert greedy.begun.wait(60)
        before = greedy.sent
        for number in range(ROUNDS):
            seat.doe("werkgever.registreer", naam=f"Bakkerij {number}")
            assert seat.sync().toegepast == 1
        waited = greedy.sent - before
        assert greedy.is_alive()
    finally:
        greedy.join(120)
    assert greedy.sent == CALLS
    assert waited < CALLS // 2, f"three rounds took as long as {waited} calls of another"
    world.settle()
    world.assert_converged()
