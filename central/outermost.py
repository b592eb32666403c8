"""Around every call: a failure becomes a message of ours, and each is one log line without personal data.

Plain ASGI: the middleware that a framework offers for this costs more than a round with nothing new.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger(__name__)


class Outermost:
    """`problem` makes the answer to whatever was raised."""

    def __init__(self, app: ASGIApp, problem: Callable[[Exception], Response]) -> None:
        self._app = app
        self._problem = problem

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, status = time.perf_counter(), 0

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, sending)
        except Exception as error:  # noqa: BLE001 - the outermost place: nothing may escape as a traceback
            answer = self._problem(error)
            if not status:
                await answer(scope, receive, sending)
        took = round((time.perf_counter() - begun) * 1000)
        log.info("call", extra={"pad": scope["path"], "status": status, "ms": took})
