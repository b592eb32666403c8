"""The line between laptops and centre: the real client on one side, the real ASGI application on the other.

Every request passes `Network`, which may lose it, cut it, deliver it twice or much later, or answer in the
centre's place as a guest network or a proxy does. No socket, no thread.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx
from fastapi import FastAPI
from starlette.requests import ClientDisconnect

MEDIA = "application/x-werkregie"
FAULTS = (
    "question lost",
    "answer lost",
    "twice",
    "late",
    "portal",
    "portal after",
    "answer cut",
    "question cut",
    "status 413",
    "status 429",
    "status 401",
    "status 502",
)
"""What may happen to one call."""


class CentreDied(Exception):
    """The service process was killed while it handled a call."""


@dataclass
class Call:
    """One request as bytes."""

    method: str
    path: str
    query: bytes
    headers: list[tuple[bytes, bytes]]
    body: bytes


@dataclass
class Network:
    """`faults` are for the next calls, in order; `late` are questions that still have to arrive."""

    serve: Callable[[Call], httpx.Response]
    faults: list[str] = field(default_factory=list)
    late: list[Call] = field(default_factory=list)
    calls: int = 0
    sent: int = 0
    received: int = 0
    injected: int = 0

    def client(self, offline: Callable[[], bool]) -> httpx.Client:
        """A client of one laptop."""
        return httpx.Client(base_url="http://127.0.0.1", transport=_Line(self, offline), trust_env=False)

    def pass_on(self, call: Call) -> httpx.Response:
        """One call and what becomes of it."""
        self.calls += 1
        self.sent += len(call.body)
        fault = self.faults.pop(0) if self.faults else ""
        self.injected += fault != ""
        response = self._with(fault, call)
        self.received += len(response.content)
        return response

    def _with(self, fault: str, call: Call) -> httpx.Response:
        if fault == "question lost":
            raise httpx.ConnectError("no line")
        if fault == "late":
            self.late.append(call)
            raise httpx.ReadTimeout("no answer")
        if fault == "portal":
            return _portal()
        if fault.startswith("status"):
            return httpx.Response(int(fault.split()[1]), text="<html>a proxy says no</html>")
        if fault == "question cut":
            call = Call(call.method, call.path, call.query, call.headers, call.body[: len(call.body) // 2])
            self.serve(call)
            raise httpx.RemoteProtocolError("closed")
        response = self.serve(call)
        if fault == "twice":
            response = self.serve(call)
        if fault == "answer lost":
            raise httpx.ReadError("closed")
        if fault == "portal after":
            return _portal()
        if fault == "answer cut":
            half = response.content[: len(response.content) // 2]
            return httpx.Response(response.status_code, headers={"content-type": MEDIA}, content=half)
        return response

    def deliver_late(self, which: int = 0) -> None:
        """A question of long ago arrives; nobody waits for its answer."""
        if self.late:
            self.serve(self.late.pop(which % len(self.late)))

    def heal(self) -> None:
        """Everything that is still on its way arrives, the youngest first, and the line is good."""
        self.faults.clear()
        while self.late:
            self.deliver_late(len(self.late) - 1)


def _portal() -> httpx.Response:
    return httpx.Response(200, html="<html><body>Welkom op het gastnetwerk</body></html>")


class _Line(httpx.BaseTransport):
    def __init__(self, network: Network, offline: Callable[[], bool]) -> None:
        self._network = network
        self._offline = offline

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if self._offline():
            raise httpx.ConnectError("partition")
        headers = [(name.lower(), value) for name, value in request.headers.raw]
        call = Call(request.method, request.url.path, request.url.query, headers, request.read())
        try:
            return self._network.pass_on(call)
        except CentreDied:
            raise httpx.RemoteProtocolError("the centre went away") from None


class Bridge:
    """Runs the application in this thread, one call at a time."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self.died: BaseException | None = None

    def close(self) -> None:
        """Ends the loop."""
        self._loop.close()

    async def inline(self, function: Callable[..., Any], *arguments: Any) -> Any:
        """In place of `run_in_threadpool`. A killed process answers nothing."""
        try:
            return function(*arguments)
        except Exception:
            raise
        except BaseException as killed:
            self.died = killed
            raise ClientDisconnect from killed

    def serve(self, app: FastAPI, call: Call) -> httpx.Response:
        """The application's answer; raises `CentreDied`."""
        self.died = None
        response = self._loop.run_until_complete(_ask(app, call))
        if self.died is not None:
            raise CentreDied
        return response


async def _ask(app: FastAPI, call: Call) -> httpx.Response:
    questions = [{"type": "http.request", "body": call.body, "more_body": False}]
    answer: dict[str, Any] = {"status": 500, "headers": [], "body": bytearray()}

    async def receive() -> dict[str, Any]:
        if not questions:
            await asyncio.Event().wait()
        return questions.pop()

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            answer["status"], answer["headers"] = message["status"], message.get("headers", [])
        else:
            answer["body"] += message.get("body", b"")

    scope = {
        "type": "http", "asgi": {"version": "3.0", "spec_version": "2.4"}, "http_version": "1.1",
        "method": call.method, "path": call.path, "raw_path": call.path.encode(), "scheme": "http",
        "query_string": call.query, "root_path": "", "headers": call.headers,
        "server": ("127.0.0.1", 80), "client": ("127.0.0.1", 1),
    }  # fmt: skip
    await app(scope, receive, send)  # type: ignore[arg-type]
    return httpx.Response(answer["status"], headers=answer["headers"], content=bytes(answer["body"]))
