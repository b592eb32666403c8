"""A proxy between laptops and services that does what lines, guest networks and other people's proxies do.

Runs on a thread of its own; the fault of each call is drawn from a seed, or ordered by a test. What it did
is counted. Touches sockets on 127.0.0.1 only.
"""

from __future__ import annotations

import asyncio
import gzip
import threading
from collections import Counter, deque
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from random import Random
from typing import Any

from tests.sync.processes.http_messages import Message, read

HTML = b"<html><head><title>Wifi</title></head><body>Meld je aan om verder te gaan</body></html>"
STATUSES = {
    "401": "401 Unauthorized",
    "403": "403 Forbidden",
    "407": "407 Proxy Authentication Required",
    "413": "413 Content Too Large",
    "429": "429 Too Many Requests",
    "502": "502 Bad Gateway",
}
SLOW_PIECE, SLOW_PAUSE = 200, 0.1
"""2,000 bytes a second."""
REMEMBERED = 40
PATIENCE = 30.0
Pick = Callable[[], str]


def page(status: str, **headers: str) -> bytes:
    """An answer that is not ours: a page for people."""
    return Message(f"HTTP/1.1 {status}", {"content-type": "text/html"}, HTML).packed(**headers)


class FaultyLine:
    """One address for laptops over several services. `pick` names the fault of the next call.

    `slow_bytes`: how much of an answer trickles before the rest comes at once.
    """

    def __init__(self, ports: Sequence[int], seed: int = 0, slow_bytes: int = 1_000) -> None:
        self.ports = list(ports)
        self.pick: Pick = lambda: "none"
        self.slow_bytes = slow_bytes
        self.counts: Counter[str] = Counter()
        self.random = Random(seed)
        self._earlier: deque[Message] = deque(maxlen=REMEMBERED)
        self._late: set[asyncio.Task[Any]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="faulty-line")
        self._listening = threading.Event()
        self.port = 0
        self._thread.start()
        self._listening.wait(10)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def mend(self) -> None:
        """From now on nothing fails."""
        self.pick = lambda: "none"

    def close(self) -> None:
        """Ends it; what was under way is dropped."""
        if self._loop.is_closed():
            return
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._serve())

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        server = await asyncio.start_server(self._handle, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._listening.set()
        await self._stop.wait()
        server.close()

    async def _handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            request = await read(reader)
            if request is not None:
                await self._answer(request, writer)
        except (ConnectionError, TimeoutError):
            self.counts["hung up"] += 1
        except asyncio.CancelledError:
            writer.transport.abort()
            raise
        finally:
            writer.close()

    async def _answer(self, request: Message, writer: asyncio.StreamWriter) -> None:
        fault = self.pick()
        self.counts[fault] += 1
        if fault in STATUSES:
            writer.write(page(STATUSES[fault]))
        elif fault == "portal":
            writer.write(page("200 OK"))
        elif fault == "drop_request":
            writer.transport.abort()
        elif fault == "truncate_request":
            await self._half(request)
            writer.transport.abort()
        else:
            await self._through(fault, request, writer)
        if not writer.transport.is_closing():
            await writer.drain()

    async def _through(self, fault: str, request: Message, writer: asyncio.StreamWriter) -> None:
        """The service gets the call; what happens to its answer is the fault's."""
        if fault == "delay":
            await asyncio.sleep(self.random.uniform(0.05, 0.5))
        if fault == "replay" and self._earlier:
            self._later(self._forward(self.random.choice(self._earlier)))
        if fault == "duplicate":
            self._later(self._forward(request))
        self._earlier.append(request)
        answer = await self._forward(request)
        if answer is None:
            self.counts["service away"] += 1
            writer.write(page(STATUSES["502"]))
        elif fault == "drop_reply":
            writer.transport.abort()
        elif fault == "truncate_reply":
            whole = answer.packed()
            writer.write(whole[: len(whole) - len(answer.body) // 2 - 1])
            await writer.drain()
        elif fault == "gzip":
            packed = replace(answer, body=gzip.compress(answer.body))
            writer.write(packed.packed(content_encoding="gzip"))
        elif fault == "slow":
            await self._trickle(answer.packed(), writer)
        else:
            writer.write(answer.packed())

    def _later(self, work: Coroutine[Any, Any, object]) -> None:
        task = self._loop.create_task(work)
        self._late.add(task)
        task.add_done_callback(self._late.discard)

    async def _forward(self, request: Message) -> Message | None:
        """What one of the services says; None when it is away, stands still or ends in the middle."""
        port = self.random.choice(self.ports)
        try:
            async with asyncio.timeout(PATIENCE):
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                try:
                    writer.write(request.packed())
                    return await read(reader)
                finally:
                    writer.close()
        except (OSError, TimeoutError):
            return None

    async def _half(self, request: Message) -> None:
        whole = request.packed()
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", self.random.choice(self.ports))
            writer.write(whole[: len(whole) - len(request.body) // 2 - 1])
            await writer.drain()
            writer.close()
        except OSError:
            self.counts["service away"] += 1

    async def _trickle(self, whole: bytes, writer: asyncio.StreamWriter) -> None:
        slow, rest = whole[: self.slow_bytes], whole[self.slow_bytes :]
        for start in range(0, len(slow), SLOW_PIECE):
            writer.write(slow[start : start + SLOW_PIECE])
            await writer.drain()
            await asyncio.sleep(SLOW_PAUSE)
        writer.write(rest)


KINDS = (
    "drop_request", "drop_reply", "delay", "duplicate", "replay", "truncate_request", "truncate_reply",
    "slow", "portal", "gzip", *STATUSES,
)  # fmt: skip


def storm(line: FaultyLine, chance: float) -> Pick:
    """Every call fails with this chance, each kind as often; at times the line is dead for some calls."""
    dead = 0

    def pick() -> str:
        nonlocal dead
        if dead:
            dead -= 1
            line.counts["flapping"] += 1
            return "drop_request"
        if line.random.random() < chance / 8:
            dead = line.random.randrange(2, 8)
        return line.random.choice(KINDS) if line.random.random() < chance else "none"

    return pick
