"""A second service process in the middle of a call of the first: the service without its ASGI face.

One thread can run one event loop only, so this one answers `POST /v1/sync` and is away for all else.
"""

from __future__ import annotations

import httpx

from central import app as central_app
from central.settings import Settings
from desktop.sync import protocol
from desktop.sync.protocol import SyncRequest
from tests.sync.simulation.moment import SimulatedClock
from tests.sync.simulation.network import Call
from tests.sync.simulation.stage import Stage


def directly(stage: Stage, clock: SimulatedClock, call: Call) -> httpx.Response:
    """The answer of another process over the same database."""
    if call.path != "/v1/sync":
        raise httpx.ConnectError("not here")
    token = dict(call.headers)[b"authorization"].decode().partition(" ")[2]
    centre = central_app.Centre(stage.engine, Settings(stage.url, clock))
    request: SyncRequest = protocol.unpack(call.body, SyncRequest)
    try:
        answer, status = protocol.pack(centre.sync(token, request)), 200
    except Exception as error:  # noqa: BLE001 - as the outermost place of the service
        problem = central_app._problem(error)
        answer, status = bytes(problem.body), problem.status_code
    return httpx.Response(status, headers={"content-type": central_app.MEDIA}, content=answer)
